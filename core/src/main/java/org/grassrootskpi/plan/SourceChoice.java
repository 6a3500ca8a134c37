package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.PeriodRange;

/**
 * Which of an indicator's sources answers a query: the coarsest that is at or below what is asked for, by level, then by
 * frequency. One that has no row in the time asked for stands behind those that have.
 */
final class SourceChoice {
    private final ImmutableListMultimap<String, SourceExtent> extents;
    private final Query query;
    private final RegionLevel asked;

    SourceChoice(ImmutableListMultimap<String, SourceExtent> extents, Query query, RegionLevel asked) {
        this.extents = extents;
        this.query = query;
        this.asked = asked;
    }

    static ImmutableListMultimap<String, SourceExtent> index(Iterable<SourceExtent> extents) {
        return Multimaps.index(extents, extent -> extent.source().indicator());
    }

    boolean hasData(String indicator) {
        return extents.containsKey(indicator);
    }

    /** Whether an indicator has a source that is at or below what is asked for. */
    boolean canAnswer(String indicator) {
        return extents.get(indicator).stream().anyMatch(extent -> isDemanded(extent) && isFineEnough(extent));
    }

    private boolean isDemanded(SourceExtent extent) {
        Source source = extent.source();
        return query.sourceLevel().filter(level -> level != source.level()).isEmpty()
                && query.sourceFrequency()
                        .filter(frequency -> frequency != source.frequency())
                        .isEmpty();
    }

    private boolean isFineEnough(SourceExtent extent) {
        return extent.source().level().compareTo(asked) >= 0
                && Axis.accepts(query, extent.source().frequency());
    }

    PeriodRange periods(Source source) {
        return extent(source).periods();
    }

    SourceExtent extent(Source source) {
        return extents.get(source.indicator()).stream()
                .filter(extent -> extent.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    /** The source to take, or the reason why there is none. */
    Source of(String indicator) {
        return ranked(indicator).get(0).source();
    }

    /** The source of an indicator and that of another which have one level and one frequency, if there are such. */
    Optional<Pair> common(String one, String other) {
        if (!canAnswer(one) || !canAnswer(other)) {
            return Optional.empty();
        }
        List<SourceExtent> others = ranked(other);
        return ranked(one).stream()
                .flatMap(a -> others.stream()
                        .filter(b -> a.source().level() == b.source().level()
                                && a.source().frequency() == b.source().frequency())
                        .map(b -> new Pair(a.source(), b.source(), overlaps(a) && overlaps(b))))
                .min(Comparator.comparing(pair -> !pair.overlaps()));
    }

    record Pair(Source one, Source other, boolean overlaps) {}

    private ImmutableList<SourceExtent> ranked(String indicator) {
        List<SourceExtent> all = extents.get(indicator);
        if (all.isEmpty()) {
            throw refused(
                    Reason.NO_DATA,
                    "there is no observation of '" + indicator + "'",
                    "add observations of it, or leave it out");
        }
        List<SourceExtent> demanded = all.stream().filter(this::isDemanded).toList();
        if (demanded.isEmpty()) {
            throw refused(
                    Reason.NO_SUCH_SOURCE,
                    "there is no observation of '" + indicator + "' from "
                            + query.sourceLevel().orElseThrow() + ", "
                            + query.sourceFrequency().orElseThrow(),
                    "there is " + listed(all.stream()) + ": name one of these in from(level, frequency)");
        }
        List<SourceExtent> deepEnough = demanded.stream()
                .filter(extent -> extent.source().level().compareTo(asked) >= 0)
                .toList();
        if (deepEnough.isEmpty()) {
            throw refused(
                    Reason.REGION_FINER_THAN_DATA,
                    "'" + indicator + "' is asked for by " + asked + ", but observed only for coarser regions",
                    "there is " + listed(demanded.stream()) + ": ask for one of these levels");
        }
        ImmutableList<SourceExtent> fine = deepEnough.stream()
                .filter(extent -> Axis.accepts(query, extent.source().frequency()))
                .sorted(Comparator.comparing((SourceExtent extent) -> !overlaps(extent))
                        .thenComparing(extent -> extent.source().level())
                        .thenComparing(extent -> extent.source().frequency() != Frequency.YEAR_TO_DATE)
                        .thenComparing(extent -> extent.source().frequency()))
                .collect(ImmutableList.toImmutableList());
        if (fine.isEmpty()) {
            throw refused(
                    Reason.PERIOD_FINER_THAN_DATA,
                    "'" + indicator + "' is asked for by "
                            + Axis.frequency(query).map(Frequency::toString).orElse("days that cut its periods")
                            + ", which its periods do not make up",
                    "there is " + listed(deepEnough.stream())
                            + ": ask for one of these frequencies, or for whole periods of a longer one");
        }
        return fine;
    }

    private boolean overlaps(SourceExtent extent) {
        return query.periods()
                .filter(during ->
                        extent.periods().to().end().isBefore(during.from().start())
                                || during.to()
                                        .end()
                                        .isBefore(extent.periods().from().start()))
                .isEmpty();
    }

    private static String listed(Stream<SourceExtent> extents) {
        return extents.map(extent ->
                        extent.source().level() + ", " + extent.source().frequency())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    static RefusedException refused(Reason reason, String message, String suggestion) {
        return new RefusedException(List.of(Refusal.of(reason, message, suggestion)));
    }
}
