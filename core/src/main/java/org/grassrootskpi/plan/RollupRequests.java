package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.grassrootskpi.evaluate.Layout;
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

/** Gathers what formulas need of the rows, so that each source is read once for all of them that group it alike. */
final class RollupRequests {
    private final List<Request> requests = new ArrayList<>();

    /** What is the same for all formulas that share a rollup, and what adds up. */
    private static final class Request {
        final Source source;
        final Optional<Source> other;
        final Optional<Lag> lag;
        final int scope;
        final boolean byPeriod;
        final Set<Aggregate> aggregates = EnumSet.noneOf(Aggregate.class);

        @Nullable TimePeriod from;

        Request(Source source, Optional<Source> other, Optional<Lag> lag, int scope, boolean byPeriod) {
            this.source = source;
            this.other = other;
            this.lag = lag;
            this.scope = scope;
            this.byPeriod = byPeriod;
        }

        Slots slots() {
            return new Slots(source.frequency(), Optional.ofNullable(from), byPeriod);
        }

        boolean isLike(Request request) {
            return source.equals(request.source)
                    && other.equals(request.other)
                    && lag.equals(request.lag)
                    && scope == request.scope
                    && byPeriod == request.byPeriod;
        }
    }

    /** What the periods' slots of a request depend on. */
    private record Slots(Frequency source, Optional<TimePeriod> from, boolean byPeriod) {
        PeriodGroups of(Axis axis) {
            return axis.slots(source, from.orElse(null), byPeriod);
        }
    }

    /** The number of the rollup that gathers something from a slot's period on. */
    int add(
            Source source,
            Optional<Source> other,
            Optional<Lag> lag,
            int scope,
            boolean byPeriod,
            @Nullable TimePeriod from,
            Optional<Aggregate> aggregate) {
        Request wanted = new Request(source, other, lag, scope, byPeriod);
        int number = 0;
        while (number < requests.size() && !requests.get(number).isLike(wanted)) {
            number++;
        }
        if (number == requests.size()) {
            requests.add(wanted);
        }
        Request request = requests.get(number);
        aggregate.ifPresent(request.aggregates::add);
        if (from != null && (request.from == null || from.toCode() < request.from.toCode())) {
            request.from = from;
        }
        return number;
    }

    Source source(int number) {
        return requests.get(number).source;
    }

    ImmutableList<Rollup> toRollups(
            Axis axis,
            List<Layout.Scope> scopes,
            Function<Source, Indicator> indicators,
            Function<Source, CombinationGroups> combinations) {
        Map<Slots, PeriodGroups> known = new HashMap<>();
        return requests.stream()
                .map(request -> new Rollup(
                        indicators.apply(request.source),
                        request.source,
                        request.other,
                        request.other.map(indicators),
                        request.lag,
                        scopes.get(request.scope).groups(),
                        known.computeIfAbsent(request.slots(), slots -> slots.of(axis)),
                        combinations.apply(request.source),
                        Sets.immutableEnumSet(request.aggregates)))
                .collect(ImmutableList.toImmutableList());
    }
}
