package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Collects the roll-ups that formulas need, so that each source is read once for all formulas that group it alike. */
final class RollupRequests {
    private final Map<Request, Integer> numbers = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    /**
     * The properties that are the same for all formulas that share a roll-up.
     *
     * @param other the source of the weights or counterparts, if any
     * @param required the sources that have to have a value as well, if any
     * @param lag how far back the counterparts lie, if they do
     * @param regionAxis the number of the region axis
     * @param overall the extra dimension of which all members are taken together, if any
     * @param lastPeriodOnly whether only the last period of a group counts
     */
    record Request(
            Source source,
            Optional<Source> other,
            ImmutableList<Source> required,
            Optional<Lag> lag,
            int regionAxis,
            Optional<String> overall,
            boolean lastPeriodOnly) {}

    /** The requests that are combined for the formulas that share a roll-up. */
    private static final class Need {
        final Set<Aggregate> aggregates = EnumSet.noneOf(Aggregate.class);

        @Nullable TimePeriod from;

        @Nullable TimePeriod to;
    }

    /** The properties that determine the slots of periods. */
    private record PeriodSlots(
            Frequency source, Optional<TimePeriod> from, Optional<TimePeriod> to, boolean lastPeriodOnly) {
        PeriodGroups of(TimeAxis time) {
            return time.slots(source, from.orElse(null), to.orElse(null), lastPeriodOnly);
        }
    }

    /**
     * Returns the number of the roll-up that computes an aggregate.
     *
     * @param from the first period whose slot is needed; null where there are no periods
     * @param to the last period whose slot is needed; null where it is that of the groups
     * @param aggregate the aggregate; empty for the count alone
     */
    int add(Request request, @Nullable TimePeriod from, @Nullable TimePeriod to, Optional<Aggregate> aggregate) {
        int number = numbers.computeIfAbsent(request, wanted -> {
            requests.add(wanted);
            needs.add(new Need());
            return requests.size() - 1;
        });
        Need need = needs.get(number);
        aggregate.ifPresent(need.aggregates::add);
        if (from != null && (need.from == null || from.toCode() < need.from.toCode())) {
            need.from = from;
        }
        if (to != null && (need.to == null || to.toCode() > need.to.toCode())) {
            need.to = to;
        }
        return number;
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
        ImmutableSet<Aggregate> last = ImmutableSet.of();
        ImmutableList.Builder<Rollup> rollups = ImmutableList.builder();
        for (int number = 0; number < requests.size(); number++) {
            Request request = requests.get(number);
            Need need = needs.get(number);
            PeriodSlots slots = new PeriodSlots(
                    request.source().frequency(),
                    Optional.ofNullable(need.from),
                    Optional.ofNullable(need.to),
                    request.lastPeriodOnly());
            last = last.equals(need.aggregates) ? last : Sets.immutableEnumSet(need.aggregates);
            rollups.add(new Rollup(
                    indicators.apply(request.source()),
                    request.source(),
                    request.other(),
                    request.other().map(indicators),
                    request.required(),
                    request.lag(),
                    regionAxes.get(request.regionAxis()).groups(),
                    known.computeIfAbsent(slots, of -> of.of(time)),
                    combinations.apply(request),
                    last));
        }
        return rollups.build();
    }
}
