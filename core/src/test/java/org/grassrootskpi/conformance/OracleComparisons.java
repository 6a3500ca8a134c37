package org.grassrootskpi.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.OraclePairs.Two;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Measure.Kind;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** The oracle's windows and comparisons. */
final class OracleComparisons {
    private final OracleAnswers answers;
    private final Oracle oracle;
    private final Optional<RegionLevel> level;
    private final OracleRanks ranks;

    OracleComparisons(OracleAnswers answers, Oracle oracle, Optional<RegionLevel> level, RegionLevel asked) {
        this.answers = answers;
        this.oracle = oracle;
        this.level = level;
        this.ranks = new OracleRanks(answers, oracle, level, asked);
    }

    Answer answer(Measure measure, List<Indicator> of, Spot spot) {
        Measure inner = measure.inner().orElseThrow();
        return switch (measure.kind()) {
            case YEAR_TO_DATE -> {
                needsPeriods(spot);
                yield answers.answer(inner, of, spot, Spot.YEAR);
            }
            case ROLLING -> {
                OracleAnswers.require(needsPeriods(spot) != Frequency.YEAR_TO_DATE, Reason.NOT_COMPARABLE);
                yield answers.answer(inner, of, spot, measure.periods());
            }
            case DISCRETE -> discrete(inner, of, spot);
            case DIFFERENCE, GROWTH -> change(measure, inner, of, spot);
            case SHARE, CONTRIBUTION ->
                measure.over().isPresent() || measure.frequency().isPresent()
                        ? new OracleShares(answers, oracle).share(measure, inner, of, spot)
                        : part(measure, inner, of, spot);
            case RANK -> ranks.rank(measure, inner, of, spot);
            default -> throw new IllegalStateException(measure.toString());
        };
    }

    private Answer plain(Measure measure, List<Indicator> of, Spot spot) {
        return answers.answer(measure, of, spot, Spot.SINGLE);
    }

    private Frequency needsPeriods(Spot spot) {
        OracleAnswers.require(spot.period() != null, Reason.NEEDS_PERIOD);
        return answers.frequency().orElseThrow();
    }

    Answer growthOfBase(Indicator base, Spot spot, int window) {
        needsPeriods(spot);
        List<Indicator> of = List.of(base);
        Answer now = answers.answer(Measure.value(), of, spot, window);
        Optional<TimePeriod> earlier = spot.period().yearEarlier();
        if (earlier.isEmpty()) {
            return OracleArithmetic.both(null, now.has() ? Absence.NO_COUNTERPART : now.absence(), now, now);
        }
        Answer before = answers.answer(Measure.value(), of, spot.at(earlier.get()), window);
        Two two = compared(Measure.value(), window, of, spot, BasePeriod.YEAR_EARLIER, now, before);
        return remarked(
                OracleArithmetic.growth(two.one(), two.other()),
                Measure.value(),
                of,
                spot,
                spot.at(earlier.get()),
                window,
                two);
    }

    /** Two periods of like moments and, where both can be taken observation by observation, of the same reporters. */
    private Two compared(
            Measure measure,
            int window,
            List<Indicator> of,
            Spot spot,
            BasePeriod comparison,
            Answer now,
            Answer before) {
        if (!OraclePairs.isObserved(now) || !OraclePairs.isObserved(before)) {
            return new Two(now, before, false);
        }
        if (now.asOf() != null && before.asOf() != null) {
            List<TimePeriod> groups = new ArrayList<>(spot.periods(window));
            LocalDate moment = now.asOf().lastDay();
            for (TimePeriod p = spot.period(); !p.lastDay().isBefore(moment) && hasEarlier(p); p = p.previous()) {
                groups.add(p);
            }
            boolean like = OraclePairs.counterpart(now.asOf(), groups, comparison, true)
                    .filter(period -> period.lastDay().equals(before.asOf().lastDay()))
                    .isPresent();
            if (!like && !(now.has() && before.has())) {
                return new Two(now, before, false);
            }
            if (!like) {
                return new Two(OracleArithmetic.both(null, Absence.DIFFERENT_PERIODS, now, before), before, false);
            }
        }
        if (measure.kind() == Kind.ROLLING && comparison.year().isPresent()) {
            return new Two(now, before, false);
        }
        if (measure.kind().isWindow()) {
            int wide = measure.kind() == Kind.ROLLING ? measure.periods() : Spot.YEAR;
            return compared(measure.inner().orElseThrow(), wide, of, spot, comparison, now, before);
        }
        boolean mean = measure.kind() == Kind.MEAN || measure.kind() == Kind.MEAN_OF_RATES;
        boolean total = (measure.kind() == Kind.VALUE || measure.kind() == Kind.SUM)
                && of.stream().allMatch(i -> answers.formulas().answering(i).isEmpty())
                && of.stream().allMatch(i -> i.kind().isAdditiveOverRegions() || i.kind() == IndicatorKind.SHARED_FLOW);
        boolean grows = !comparison.isByYear() && window == Spot.YEAR;
        return (mean || total) && !grows
                ? answers.pairs().overTime(answers.all(of), spot, window, comparison, mean, now, before)
                : new Two(now, before, false);
    }

    private static boolean hasEarlier(TimePeriod period) {
        return period.toCode() % 0x1000000 > 0;
    }

    private Answer discrete(Measure inner, List<Indicator> of, Spot spot) {
        OracleAnswers.require(needsPeriods(spot) == Frequency.YEAR_TO_DATE, Reason.NOT_CUMULATIVE);
        OracleAnswers.require(
                of.stream().allMatch(i -> i.kind() == IndicatorKind.FLOW || i.kind() == IndicatorKind.SHARED_FLOW)
                        && (inner.kind() == Kind.VALUE || inner.kind() == Kind.SUM),
                Reason.NOT_CUMULATIVE);
        Answer now = plain(inner, of, spot);
        if (spot.period().numberInYear() == 1) {
            return now;
        }
        Answer before = plain(inner, of, spot.at(spot.period().previous()));
        boolean observed =
                of.stream().allMatch(i -> answers.formulas().answering(i).isEmpty());
        boolean cumulative =
                observed && answers.all(of).stream().allMatch(d -> d.frequency() == Frequency.YEAR_TO_DATE);
        Two two = cumulative
                ? compared(inner, Spot.SINGLE, of, spot, BasePeriod.PREVIOUS_PERIOD, now, before)
                : new Two(now, before, false);
        return remarked(
                OracleArithmetic.difference(two.one(), two.other()),
                inner,
                of,
                spot,
                spot.at(spot.period().previous()),
                Spot.SINGLE,
                two);
    }

    /** The change with what must be known about it: that its sides are of others, and that a series breaks between them. */
    private Answer remarked(
            Answer change, Measure inner, List<Indicator> of, Spot spot, Spot base, int window, Two two) {
        boolean mixed = !two.areOfSameReporters() && two.isIncomplete() && dependsOnReporters(inner);
        Answer answer = mixed ? change.with(Remark.NOT_PAIRED) : change;
        return change.has() && breaks(inner, of, spot, base, window, two) ? answer.with(Remark.ACROSS_BREAK) : answer;
    }

    /** How many reported, and places among them, do not. */
    private static boolean dependsOnReporters(Measure measure) {
        return switch (measure.kind()) {
            case COUNT, COVERAGE, RANK -> false;
            default ->
                measure.inner().map(OracleComparisons::dependsOnReporters).orElse(true);
        };
    }

    private boolean breaks(Measure measure, List<Indicator> of, Spot spot, Spot base, int window, Two two) {
        if (measure.inner().isEmpty()) {
            return answers.series().of(measure, of, spot, window).stream()
                    .anyMatch(series -> answers.breaks().breaks(series, spot, base, window, two.one(), two.other()));
        }
        Measure inner = measure.inner().get();
        int wide = measure.kind() == Kind.ROLLING
                ? measure.periods()
                : measure.kind() == Kind.YEAR_TO_DATE ? Spot.YEAR : window;
        boolean ofWhole = measure.kind() == Kind.SHARE
                && whole(measure, spot)
                        .filter(region -> breaks(inner, of, spot.in(region), base.in(region), wide, two))
                        .isPresent();
        return ofWhole || breaks(inner, of, spot, base, wide, two);
    }

    private Optional<Set<String>> whole(Measure measure, Spot spot) {
        RegionLevel parent = measure.level().orElseGet(this::levelAbove);
        return spot.region().isEmpty()
                ? Optional.empty()
                : oracle.ancestor(spot.region(), parent).map(oracle::below);
    }

    private void comparable(BasePeriod comparison, Spot spot) {
        Frequency frequency = needsPeriods(spot);
        OracleAnswers.require(comparison.isByYear() || frequency != Frequency.YEAR_TO_DATE, Reason.NOT_COMPARABLE);
    }

    private Answer change(Measure measure, Measure inner, List<Indicator> of, Spot spot) {
        boolean relative = measure.kind() == Kind.GROWTH;
        for (Indicator i : of) {
            boolean graded = i.kind() == IndicatorKind.RATING
                    || (relative && (i.kind() == IndicatorKind.RANK || i.kind() == IndicatorKind.GROWTH));
            OracleAnswers.require(
                    !graded || inner.kind() == Kind.COUNT || inner.kind() == Kind.COVERAGE, Reason.NOT_COMPARABLE);
        }
        boolean figure = inner.kind().isAggregate() || inner.kind().isWindow() || inner.kind() == Kind.DISCRETE;
        OracleAnswers.require(!relative || figure, Reason.NOT_COMPARABLE);
        comparable(measure.comparison().orElseThrow(), spot);
        Answer now = plain(inner, of, spot);
        Optional<TimePeriod> base =
                Oracle.base(spot.period(), measure.comparison().orElseThrow());
        if (base.isEmpty()) {
            return OracleArithmetic.both(null, now.has() ? Absence.NO_COUNTERPART : now.absence(), now, now);
        }
        Answer before = plain(inner, of, spot.at(base.get()));
        Two two = compared(inner, Spot.SINGLE, of, spot, measure.comparison().orElseThrow(), now, before);
        Answer change = relative
                ? OracleArithmetic.growth(two.one(), two.other())
                : OracleArithmetic.difference(two.one(), two.other());
        return remarked(change, inner, of, spot, spot.at(base.get()), Spot.SINGLE, two);
    }

    private Answer part(Measure measure, Measure inner, List<Indicator> of, Spot spot) {
        Kind base = inner.inner().map(Measure::kind).orElse(inner.kind());
        boolean total = inner.kind().isAggregate() || inner.kind().isWindow() || inner.kind() == Kind.DISCRETE;
        for (Indicator i : of) {
            boolean adds = i.kind() == IndicatorKind.FLOW || i.kind() == IndicatorKind.STOCK;
            OracleAnswers.require(
                    (base == Kind.COUNT
                                    && (inner.kind().isAggregate()
                                            || inner.kind().isWindow()))
                            || (total && adds && (base == Kind.VALUE || base == Kind.SUM)),
                    Reason.NOT_COMPARABLE);
        }
        OracleAnswers.require(level.isPresent(), Reason.NEEDS_REGION);
        RegionLevel parent = measure.level().orElseGet(this::levelAbove);
        OracleAnswers.require(oracle.catalog.levels().compare(parent, level.orElseThrow()) < 0, Reason.NEEDS_REGION);
        Optional<BasePeriod> comparison = measure.comparison();
        comparison.ifPresent(c -> comparable(c, spot));
        Set<String> whole = spot.region().isEmpty()
                ? null
                : oracle.ancestor(spot.region(), parent).map(oracle::below).orElse(null);
        Answer part = plain(inner, of, spot);
        // Of no regions: what the indicator follows from says whether something is expected, not a figure of its own.
        Answer ofNone = plain(inner, of, spot.in(Set.of()));
        Answer nothing = OracleArithmetic.both(null, Absence.NO_OBSERVATION, ofNone, ofNone);
        if (measure.kind() == Kind.SHARE) {
            return OracleArithmetic.share(part, whole == null ? nothing : plain(inner, of, spot.in(whole)));
        }
        Optional<TimePeriod> earlier = Oracle.base(spot.period(), comparison.orElseThrow());
        if (earlier.isEmpty()) {
            return OracleArithmetic.both(null, part.has() ? Absence.NO_COUNTERPART : part.absence(), part, part);
        }
        Answer before = plain(inner, of, spot.at(earlier.get()));
        Two change = compared(inner, Spot.SINGLE, of, spot, comparison.get(), part, before);
        Answer difference = OracleArithmetic.difference(change.one(), change.other());
        Spot above = whole == null ? null : spot.in(whole);
        Answer wholeNow = above == null ? nothing : plain(inner, of, above);
        Answer wholeBefore = above == null ? nothing : plain(inner, of, above.at(earlier.get()));
        Two ofWhole = above == null
                ? new Two(wholeNow, wholeBefore, false)
                : compared(inner, Spot.SINGLE, of, above, comparison.get(), wholeNow, wholeBefore);
        if (!difference.has()) {
            return OracleArithmetic.both(null, difference.absence(), difference, difference);
        }
        Absence why = ofWhole.one().has()
                ? OracleArithmetic.unusable(ofWhole.other())
                : OracleArithmetic.missingBase(ofWhole.one());
        if (why != null) {
            return OracleArithmetic.both(null, why, difference, ofWhole.other());
        }
        boolean alike = OracleArithmetic.isOfOneMoment(change.one(), ofWhole.one())
                && OracleArithmetic.isOfOneMoment(change.other(), ofWhole.other());
        return alike
                ? remarked(
                        OracleArithmetic.both(
                                difference.value().divide(ofWhole.other().value(), Oracle.DIGITS),
                                null,
                                difference,
                                ofWhole.other()),
                        inner,
                        of,
                        spot,
                        spot.at(earlier.get()),
                        Spot.SINGLE,
                        change)
                : OracleArithmetic.both(null, Absence.DIFFERENT_PERIODS, difference, ofWhole.other());
    }

    private RegionLevel levelAbove() {
        Set<RegionLevel> levels = new LinkedHashSet<>();
        for (Map.Entry<String, Set<String>> group : answers.sources().regions()) {
            if (!group.getKey().isEmpty()) {
                oracle.catalog
                        .region(group.getKey())
                        .parent()
                        .ifPresent(p -> levels.add(oracle.catalog.region(p).level()));
            }
        }
        OracleAnswers.require(levels.size() == 1, Reason.NEEDS_REGION);
        return levels.iterator().next();
    }
}
