package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.grassrootskpi.evaluate.ResultGrid;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Lag;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Collects the roll-ups that formulas need, so that each source is read once for all formulas that group it alike. There may be
 * thousands of sources: what they have in common is held, compared and worked out once for all of them.
 */
final class RollupRequests {
    private final Map<Request, Integer> numbers;
    private final List<Request> requests;
    private final List<Need> needs;

    /**
     * Prepares a collection.
     *
     * @param expected about how many there will be
     */
    RollupRequests(int expected) {
        numbers = Maps.newHashMapWithExpectedSize(expected);
        requests = new ArrayList<>(expected);
        needs = new ArrayList<>(expected);
    }

    /**
     * How a source is grouped: what is the same for all formulas that share a roll-up.
     *
     * @param other the source of the weights or counterparts, if any
     * @param required the sources that have to have a value as well, if any
     * @param lag how far back the counterparts lie, if they do
     * @param regionAxis the number of the region axis
     * @param overall the extra dimension of which all members are taken together, if any
     * @param lastPeriodOnly whether only the last period of a group counts
     */
    record Grouping(
            Optional<Source> other,
            ImmutableList<Source> required,
            Optional<Lag> lag,
            int regionAxis,
            Optional<String> overall,
            boolean lastPeriodOnly) {}

    /** The source of an indicator that is grouped. */
    record Request(Indicator indicator, Source source, Grouping grouping) {
        /** A source is grouped in few ways: it tells requests apart. */
        @Override
        public int hashCode() {
            return source.hashCode();
        }
    }

    /**
     * What formulas that share a roll-up need of it.
     *
     * @param aggregates what is gathered besides the count
     * @param from the first period whose slot is needed; null where there are no periods
     * @param to the last period whose slot is needed; null where it is that of the groups
     */
    record Need(
            ImmutableSet<Aggregate> aggregates,
            @Nullable TimePeriod from,
            @Nullable TimePeriod to) {
        static Need of(Optional<Aggregate> aggregate, @Nullable TimePeriod from, @Nullable TimePeriod to) {
            return new Need(aggregate.map(ImmutableSet::of).orElse(ImmutableSet.of()), from, to);
        }

        /** Returns what another formula needs as well. */
        Need and(Need other) {
            return new Need(
                    Sets.immutableEnumSet(Sets.union(aggregates, other.aggregates)),
                    from == null || (other.from != null && other.from.toCode() < from.toCode()) ? other.from : from,
                    to == null || (other.to != null && other.to.toCode() > to.toCode()) ? other.to : to);
        }
    }

    /** The properties that determine the slots of periods. */
    private record PeriodSlots(
            Frequency source,
            @Nullable TimePeriod from,
            @Nullable TimePeriod to,
            boolean lastPeriodOnly) {}

    /** Returns the number of the roll-up of a source. */
    int add(Indicator indicator, Source source, Grouping grouping, Need need) {
        return addAll(ImmutableList.of(indicator), ImmutableList.of(source), grouping, need)
                .get(0);
    }

    /** Returns the numbers of the roll-ups of the sources of indicators that are grouped alike. */
    ImmutableList<Integer> addAll(List<Indicator> indicators, List<Source> sources, Grouping grouping, Need need) {
        ImmutableList.Builder<Integer> added = ImmutableList.builderWithExpectedSize(sources.size());
        Need before = need;
        Need together = need;
        for (int i = 0; i < sources.size(); i++) {
            Request request = new Request(indicators.get(i), sources.get(i), grouping);
            Integer next = requests.size();
            Integer known = numbers.putIfAbsent(request, next);
            if (known == null) {
                requests.add(request);
                needs.add(need);
            } else {
                // Requests that were made together need the same.
                if (!needs.get(known).equals(before)) {
                    before = needs.get(known);
                    together = before.and(need);
                }
                needs.set(known, together);
            }
            added.add(known == null ? next : known);
        }
        return added.build();
    }

    Source source(int number) {
        return requests.get(number).source();
    }

    ImmutableList<Rollup> toRollups(
            TimeAxis time,
            List<ResultGrid.RegionAxis> regionAxes,
            Function<Source, Indicator> indicators,
            Function<Request, CombinationGroups> combinations) {
        Map<PeriodSlots, PeriodGroups> known = new HashMap<>();
        PeriodSlots last = null;
        PeriodGroups periods = null;
        ImmutableList.Builder<Rollup> rollups = ImmutableList.builderWithExpectedSize(requests.size());
        for (int number = 0; number < requests.size(); number++) {
            Request request = requests.get(number);
            Source source = request.source();
            Grouping grouping = request.grouping();
            Need need = needs.get(number);
            PeriodSlots slots = new PeriodSlots(source.frequency(), need.from(), need.to(), grouping.lastPeriodOnly());
            if (periods == null || !slots.equals(last)) {
                periods = known.computeIfAbsent(
                        slots, of -> time.slots(of.source(), of.from(), of.to(), of.lastPeriodOnly()));
                last = slots;
            }
            rollups.add(new Rollup(
                    request.indicator(),
                    source,
                    grouping.other(),
                    grouping.other().map(indicators),
                    grouping.required(),
                    grouping.lag(),
                    regionAxes.get(grouping.regionAxis()).groups(),
                    periods,
                    combinations.apply(request),
                    need.aggregates()));
        }
        return rollups.build();
    }
}
