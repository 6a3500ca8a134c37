package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.evaluate.LevelIndex;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * Selects the source of an indicator that answers a query, among those at or below the requested level and frequency.
 *
 * <p>Sources with a row in the requested time come before those without. Among them the most complete comes first: the one
 * with the largest part of its rows observed, out of one for each region of its level, each period of its frequency and each
 * combination of extra dimensions that the query asks for. Among equals it is the coarsest, by level, then by frequency, where
 * years to date come first. So a township that alone reported a year does not displace the months of all communities.
 */
final class SourceSelector {
    private static final int DIGITS_OF_A_DOUBLE = 15;

    private final IndicatorIndex indicators;
    private final IndicatorIndex.Lookup lookup;
    private final Query query;
    private final RegionAxes regionAxes;
    private final LevelIndex levels;
    private final SourceCounts counts;
    private final MemberRules members;
    private final Map<Frequency, Boolean> accepted = new EnumMap<>(Frequency.class);
    private final Map<String, ImmutableList<SourceExtent>> ranked = new HashMap<>();
    private @Nullable Source last;
    private boolean lastAnswers;

    SourceSelector(
            IndicatorIndex indicators,
            Query query,
            RegionAxes regionAxes,
            LevelIndex levels,
            SourceCounts counts,
            MemberRules members) {
        this.indicators = indicators;
        this.lookup = indicators.lookup();
        this.query = query;
        this.regionAxes = regionAxes;
        this.levels = levels;
        this.counts = counts;
        this.members = members;
    }

    static ImmutableListMultimap<String, SourceExtent> index(Iterable<SourceExtent> extents) {
        return Multimaps.index(extents, extent -> extent.source().indicator());
    }

    private ImmutableList<SourceExtent> extents(String indicator) {
        int number = lookup.numberOf(indicator);
        return number < 0 ? ImmutableList.of() : indicators.extents(number);
    }

    boolean hasData(String indicator) {
        return !extents(indicator).isEmpty();
    }

    /** Returns whether an indicator has a source at or below the requested level and frequency. */
    boolean canAnswer(String indicator) {
        return extents(indicator).stream().anyMatch(this::answers);
    }

    /** Returns whether a source can answer, as all of its level and frequency can: neighbours most often have both in common. */
    private boolean answers(SourceExtent extent) {
        Source source = extent.source();
        Source before = last;
        if (before == null || !source.level().equals(before.level()) || source.frequency() != before.frequency()) {
            last = source;
            lastAnswers = isDemanded(extent) && isFineEnough(extent);
        }
        return lastAnswers;
    }

    private boolean isDemanded(SourceExtent extent) {
        Source source = extent.source();
        return query.sourceLevel()
                        .filter(level -> !level.equals(source.level()))
                        .isEmpty()
                && query.sourceFrequency()
                        .filter(frequency -> frequency != source.frequency())
                        .isEmpty();
    }

    private boolean isFineEnough(SourceExtent extent) {
        return regionAxes.isFineEnough(extent.source().level())
                && accepted.computeIfAbsent(
                        extent.source().frequency(), frequency -> TimeAxis.accepts(query, frequency));
    }

    TimePeriodRange periods(Source source) {
        return extent(source).periods();
    }

    /**
     * Returns by how much a double of an indicator may be off, and the same for a sum of doubles: a power of ten that is no less than
     * 2^-50 of the greatest. A double is within 2^-53 of itself of the decimal that it was read from; reading, summing with
     * compensation and writing the sum as a decimal each round once.
     */
    BigDecimal stepOfDoubles(String indicator) {
        double magnitude = extents(indicator).stream()
                .mapToDouble(SourceExtent::magnitude)
                .max()
                .orElse(0);
        if (magnitude == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal error = new BigDecimal(magnitude).movePointLeft(DIGITS_OF_A_DOUBLE);
        return BigDecimal.ONE.scaleByPowerOfTen(error.precision() - error.scale());
    }

    SourceExtent extent(Source source) {
        for (SourceExtent extent : extents(source.indicator())) {
            if (extent.source().equals(source)) {
                return extent;
            }
        }
        throw new NoSuchElementException("There is no source " + source);
    }

    /** Returns the selected source, or the reason why there is none. */
    Source of(String indicator) {
        return ranked(indicator).get(0).source();
    }

    /** Returns the periods of the selected source, or the reason why there is none. */
    TimePeriodRange periodsOf(String indicator) {
        return ranked(indicator).get(0).periods();
    }

    /** Returns a source of each of two indicators with the same level and frequency, if there are such. */
    Optional<Pair> common(String one, String other) {
        return common(ImmutableList.of(one, other)).map(sources -> new Pair(sources.get(0), sources.get(1)));
    }

    record Pair(Source one, Source other) {}

    /** Returns a source of each of some indicators with the same level and frequency, if there are such. */
    Optional<ImmutableList<Source>> common(List<String> indicators) {
        if (!indicators.stream().allMatch(this::canAnswer)) {
            return Optional.empty();
        }
        return ranked(indicators.get(0)).stream()
                .map(first -> like(first, indicators))
                .filter(found -> found.size() == indicators.size())
                .min(Comparator.comparing(found -> !found.stream().allMatch(this::overlaps)))
                .map(found -> found.stream().map(SourceExtent::source).collect(ImmutableList.toImmutableList()));
    }

    private ImmutableList<SourceExtent> like(SourceExtent first, List<String> indicators) {
        return indicators.stream()
                .flatMap(indicator -> ranked(indicator).stream()
                        .filter(extent ->
                                extent.source().level().equals(first.source().level())
                                        && extent.source().frequency()
                                                == first.source().frequency()))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<SourceExtent> ranked(String indicator) {
        ImmutableList<SourceExtent> all = extents(indicator);
        if (all.size() == 1 && answers(all.get(0))) {
            return all;
        }
        ImmutableList<SourceExtent> inOrder = ranked.get(indicator);
        if (inOrder == null) {
            inOrder = rank(indicator);
            ranked.put(indicator, inOrder);
        }
        return inOrder;
    }

    private ImmutableList<SourceExtent> rank(String indicator) {
        ImmutableList.Builder<SourceExtent> answering = ImmutableList.builder();
        for (SourceExtent extent : extents(indicator)) {
            if (answers(extent)) {
                answering.add(extent);
            }
        }
        ImmutableList<SourceExtent> candidates = answering.build();
        if (candidates.isEmpty()) {
            throw refusal(indicator);
        }
        return inOrder(candidates);
    }

    /** Returns the reason why no source of an indicator can answer. */
    private RefusedException refusal(String indicator) {
        List<SourceExtent> all = extents(indicator);
        if (all.isEmpty()) {
            return RefusedException.of(
                    Reason.NO_DATA,
                    "there is no observation of '" + indicator + "'",
                    "add observations of it, or leave it out");
        }
        List<SourceExtent> demanded = all.stream().filter(this::isDemanded).toList();
        if (demanded.isEmpty()) {
            return RefusedException.of(
                    Reason.NO_SUCH_SOURCE,
                    "there is no observation of '" + indicator + "' from "
                            + query.sourceLevel().orElseThrow() + ", "
                            + query.sourceFrequency().orElseThrow(),
                    "there is " + listed(all.stream()) + ": name one of these in from(level, frequency)");
        }
        List<SourceExtent> deepEnough = demanded.stream()
                .filter(extent -> regionAxes.isFineEnough(extent.source().level()))
                .toList();
        if (deepEnough.isEmpty()) {
            return RefusedException.of(
                    Reason.REGION_FINER_THAN_DATA,
                    "'" + indicator + "' is asked for by " + regionAxes.asked()
                            + ", but observed only for coarser regions",
                    "there is " + listed(demanded.stream()) + ": ask for one of these levels");
        }
        return RefusedException.of(
                Reason.PERIOD_FINER_THAN_DATA,
                "'" + indicator + "' is asked for by "
                        + TimeAxis.frequency(query).map(Frequency::toString).orElse("days that cut its periods")
                        + ", which its periods do not make up",
                "there is " + listed(deepEnough.stream())
                        + ": ask for one of these frequencies, or for whole periods of a longer one");
    }

    private ImmutableList<SourceExtent> inOrder(List<SourceExtent> candidates) {
        if (candidates.size() == 1) {
            return ImmutableList.copyOf(candidates);
        }
        LocalDate start = query.during()
                .map(during -> during.from().firstDay())
                .orElseGet(() -> candidates.stream()
                        .map(extent -> extent.periods().from().firstDay())
                        .min(LocalDate::compareTo)
                        .orElseThrow());
        LocalDate end = query.during()
                .map(during -> during.to().lastDay())
                .orElseGet(() -> candidates.stream()
                        .map(extent -> extent.periods().to().lastDay())
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        return candidates.stream()
                .map(extent -> new Candidate(
                        extent,
                        regionAxes.depth(extent.source().level()),
                        overlaps(extent),
                        completeness(extent, start, end)))
                .sorted(Candidate.BEST_FIRST)
                .map(Candidate::extent)
                .collect(ImmutableList.toImmutableList());
    }

    private record Candidate(SourceExtent extent, int depth, boolean overlaps, Completeness completeness) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparing((Candidate c) -> !c.overlaps())
                .thenComparing(Candidate::completeness, Comparator.reverseOrder())
                .thenComparingInt(Candidate::depth)
                .thenComparing(c -> c.extent().source().frequency() != Frequency.YEAR_TO_DATE)
                .thenComparing(c -> c.extent().source().frequency());
    }

    /** Returns how many rows with a value there are of those that are expected. */
    private record Completeness(long values, long expected) implements Comparable<Completeness> {
        static final Completeness NONE = new Completeness(0, 1);

        @Override
        public int compareTo(Completeness other) {
            return BigInteger.valueOf(values)
                    .multiply(BigInteger.valueOf(other.expected))
                    .compareTo(BigInteger.valueOf(other.values).multiply(BigInteger.valueOf(expected)));
        }
    }

    private Completeness completeness(SourceExtent extent, LocalDate start, LocalDate end) {
        Source source = extent.source();
        long combinations =
                extent.combinations().stream().filter(members::isAsked).count();
        long regions = regionAxes.count(levels.positions(source.level()));
        return periods(source.frequency(), start, end)
                .map(periods -> new Completeness(
                        counts.values(source, regionAxes.roots(), periods, query.where()),
                        regions * periods.size() * combinations))
                .filter(completeness -> completeness.expected() > 0)
                .orElse(Completeness.NONE);
    }

    /** Returns the periods of a frequency within some days; years to date, which overlap, by their last day. */
    private static Optional<TimePeriodRange> periods(Frequency frequency, LocalDate start, LocalDate end) {
        TimePeriod first = TimePeriod.containing(start, frequency);
        TimePeriod last = TimePeriod.containing(end, frequency);
        boolean startCut =
                frequency != Frequency.YEAR_TO_DATE && first.firstDay().isBefore(start);
        int from = startCut ? first.toCode() + 1 : first.toCode();
        int to = last.lastDay().isAfter(end) ? last.toCode() - 1 : last.toCode();
        return from > to
                ? Optional.empty()
                : Optional.of(TimePeriodRange.of(TimePeriod.ofCode(from), TimePeriod.ofCode(to)));
    }

    private boolean overlaps(SourceExtent extent) {
        return query.during()
                .filter(during ->
                        extent.periods().to().lastDay().isBefore(during.from().firstDay())
                                || during.to()
                                        .lastDay()
                                        .isBefore(extent.periods().from().firstDay()))
                .isEmpty();
    }

    private static String listed(Stream<SourceExtent> extents) {
        return extents.map(extent ->
                        extent.source().level() + ", " + extent.source().frequency())
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
