package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Comparison;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Measure.Kind;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.Period;

/** The oracle's windows and comparisons. */
final class OracleComparisons {
    private final OracleAnswers answers;
    private final Oracle oracle;
    private final Optional<RegionLevel> level;
    private final RegionLevel asked;

    OracleComparisons(OracleAnswers answers, Oracle oracle, Optional<RegionLevel> level, RegionLevel asked) {
        this.answers = answers;
        this.oracle = oracle;
        this.level = level;
        this.asked = asked;
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
            case SHARE, CONTRIBUTION -> part(measure, inner, of, spot);
            case RANK -> rank(measure, inner, of, spot);
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
        Answer now = answers.answer(Measure.value(), List.of(base), spot, window);
        Optional<Period> earlier = spot.period().yearEarlier();
        return earlier.isEmpty()
                ? OracleArithmetic.both(null, now.has() ? Absence.NO_COUNTERPART : now.absence(), now, now)
                : OracleArithmetic.growth(
                        now, answers.answer(Measure.value(), List.of(base), spot.at(earlier.get()), window));
    }

    private Answer discrete(Measure inner, List<Indicator> of, Spot spot) {
        OracleAnswers.require(needsPeriods(spot) == Frequency.YEAR_TO_DATE, Reason.NOT_CUMULATIVE);
        OracleAnswers.require(
                of.stream().allMatch(i -> i.kind() == IndicatorKind.FLOW || i.kind() == IndicatorKind.SHARED_FLOW)
                        && (inner.kind() == Kind.VALUE || inner.kind() == Kind.SUM),
                Reason.NOT_CUMULATIVE);
        Answer now = plain(inner, of, spot);
        return spot.period().numberInYear() == 1
                ? now
                : OracleArithmetic.difference(
                        now, plain(inner, of, spot.at(spot.period().previous())));
    }

    private void comparable(Comparison comparison, Spot spot) {
        Frequency frequency = needsPeriods(spot);
        OracleAnswers.require(
                comparison == Comparison.YEAR_EARLIER || frequency != Frequency.YEAR_TO_DATE, Reason.NOT_COMPARABLE);
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
        Optional<Period> base = Oracle.base(spot.period(), measure.comparison().orElseThrow());
        if (base.isEmpty()) {
            return OracleArithmetic.both(null, now.has() ? Absence.NO_COUNTERPART : now.absence(), now, now);
        }
        Answer before = plain(inner, of, spot.at(base.get()));
        return relative ? OracleArithmetic.growth(now, before) : OracleArithmetic.difference(now, before);
    }

    private Answer part(Measure measure, Measure inner, List<Indicator> of, Spot spot) {
        Kind base = inner.inner().map(Measure::kind).orElse(inner.kind());
        boolean total = inner.kind().isAggregate() || inner.kind().isWindow() || inner.kind() == Kind.DISCRETE;
        for (Indicator i : of) {
            boolean adds = i.kind() == IndicatorKind.FLOW || i.kind() == IndicatorKind.STOCK;
            OracleAnswers.require(
                    base == Kind.COUNT || (total && adds && (base == Kind.VALUE || base == Kind.SUM)),
                    Reason.NOT_COMPARABLE);
        }
        OracleAnswers.require(level.isPresent(), Reason.NEEDS_REGION);
        RegionLevel above = measure.level().orElseGet(this::levelAbove);
        OracleAnswers.require(above.compareTo(level.orElseThrow()) < 0, Reason.NEEDS_REGION);
        Optional<Comparison> comparison = measure.comparison();
        comparison.ifPresent(c -> comparable(c, spot));
        Set<String> whole = spot.region().isEmpty()
                ? null
                : oracle.ancestor(spot.region(), above).map(oracle::below).orElse(null);
        Answer part = plain(inner, of, spot);
        Answer nothing = new Answer(
                null,
                Absence.NO_OBSERVATION,
                0,
                part.expected() < 0 ? -1 : 0,
                org.grassrootskpi.model.ObservationStatus.NORMAL,
                null,
                null);
        if (measure.kind() == Kind.SHARE) {
            return OracleArithmetic.share(part, whole == null ? nothing : plain(inner, of, spot.in(whole)));
        }
        Optional<Period> earlier = Oracle.base(spot.period(), comparison.orElseThrow());
        if (earlier.isEmpty()) {
            return OracleArithmetic.both(null, part.has() ? Absence.NO_COUNTERPART : part.absence(), part, part);
        }
        Answer before = plain(inner, of, spot.at(earlier.get()));
        Answer wholeBefore =
                whole == null ? nothing : plain(inner, of, spot.in(whole).at(earlier.get()));
        return OracleArithmetic.share(OracleArithmetic.difference(part, before), wholeBefore);
    }

    private RegionLevel levelAbove() {
        Set<RegionLevel> levels = new LinkedHashSet<>();
        for (Map.Entry<String, Set<String>> group : answers.regions()) {
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

    private Answer rank(Measure measure, Measure inner, List<Indicator> of, Spot spot) {
        OracleAnswers.require(level.isPresent(), Reason.NEEDS_REGION);
        OracleAnswers.require(
                measure.level().isEmpty() || measure.level().get().compareTo(asked) < 0, Reason.NEEDS_REGION);
        Answer own = plain(inner, of, spot);
        if (spot.region().isEmpty() || !own.has()) {
            return OracleArithmetic.both(null, own.has() ? Absence.NO_OBSERVATION : own.absence(), own, own);
        }
        Measure base = inner;
        while (base.inner().isPresent()) {
            base = base.inner().get();
        }
        boolean lowest = Oracle.lowestFirst(of) && base.kind() != Kind.COUNT && base.kind() != Kind.COVERAGE;
        int better = 0;
        for (Map.Entry<String, Set<String>> group : answers.regions()) {
            boolean peer = !group.getKey().isEmpty()
                    && (measure.level().isEmpty()
                            || oracle.ancestor(group.getKey(), measure.level().get())
                                    .equals(oracle.ancestor(
                                            spot.region(), measure.level().get())));
            if (peer) {
                Answer other = plain(
                        inner,
                        of,
                        new Spot(
                                group.getValue(),
                                group.getKey(),
                                spot.period(),
                                spot.start(),
                                spot.end(),
                                spot.combo()));
                if (other.has()) {
                    int order = other.value().compareTo(own.value());
                    better += (lowest ? order < 0 : order > 0) ? 1 : 0;
                }
            }
        }
        return OracleArithmetic.both(BigDecimal.valueOf(better + 1L), null, own, own);
    }
}
