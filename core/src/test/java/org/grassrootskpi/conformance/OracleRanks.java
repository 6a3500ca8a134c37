package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.OracleSources.No;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Measure.Kind;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** The oracle's places among regions, members, indicators and periods. */
final class OracleRanks {
    private final OracleAnswers answers;
    private final Oracle oracle;
    private final Optional<RegionLevel> level;
    private final RegionLevel asked;

    /** Those of the query's groups, once they were asked for. */
    private List<TimePeriod> periods;

    OracleRanks(OracleAnswers answers, Oracle oracle, Optional<RegionLevel> level, RegionLevel asked) {
        this.answers = answers;
        this.oracle = oracle;
        this.level = level;
        this.asked = asked;
    }

    Answer rank(Measure measure, Measure inner, List<Indicator> of, Spot spot) {
        if (measure.frequency().isPresent()) {
            Frequency longer = OracleShares.requireLonger(answers, measure, spot);
            return amongPeriods(inner, of, spot, Optional.of(longer));
        }
        if (measure.over().isEmpty()) {
            return amongRegions(measure, inner, of, spot);
        }
        Dimension over = measure.over().get();
        OracleShares.requireGroupedBy(answers, over);
        return switch (over.kind()) {
            case PERIOD -> amongPeriods(inner, of, spot, Optional.empty());
            case EXTRA -> amongMembers(over.name(), inner, of, spot);
            default -> amongSubjects(inner, of, spot);
        };
    }

    private Answer plain(Measure measure, List<Indicator> of, Spot spot) {
        return answers.answer(measure, of, spot, Spot.SINGLE);
    }

    private Answer amongPeriods(Measure inner, List<Indicator> of, Spot spot, Optional<Frequency> within) {
        Answer own = plain(inner, of, spot);
        List<Answer> peers = new ArrayList<>();
        if (periods == null) {
            periods = new OracleLines(oracle, answers.query())
                    .periods(new LocalDate[2])
                    .orElseThrow();
        }
        for (TimePeriod period : periods) {
            boolean peer = within.isEmpty()
                    || TimePeriod.containing(period.firstDay(), within.get()).contains(spot.period());
            if (peer) {
                peers.add(plain(inner, of, spot.at(period)));
            }
        }
        return own.has()
                ? OracleArithmetic.both(BigDecimal.valueOf(better(own, peers, inner, of) + 1L), null, own, own)
                : OracleArithmetic.both(null, own.absence(), own, own);
    }

    private Answer amongMembers(String dimension, Measure inner, List<Indicator> of, Spot spot) {
        Answer own = plain(inner, of, spot);
        Measure base = inner;
        int window = Spot.SINGLE;
        while (base.inner().isPresent()) {
            window = base.kind() == Kind.YEAR_TO_DATE
                    ? Spot.YEAR
                    : base.kind() == Kind.ROLLING ? base.periods() : window;
            base = base.inner().get();
        }
        answers.series()
                .of(base, of, spot, window)
                .forEach(series -> answers.members().requireNoSuspect(series.data(), dimension));
        List<Answer> peers = new ArrayList<>();
        for (List<String> combo : answers.members().like(spot.combo(), dimension)) {
            if (!answers.members().isTotal(combo, dimension)) {
                peers.add(plain(inner, of, spot.of(combo)));
            }
        }
        if (own.has() && answers.members().isTotal(spot.combo(), dimension)) {
            return OracleArithmetic.both(null, Absence.MISSING_BASE, own, own);
        }
        return place(own, peers, inner, of);
    }

    private Answer amongSubjects(Measure inner, List<Indicator> of, Spot spot) {
        Map<String, List<Indicator>> subjects = oracle.subjects(answers.query());
        List<Answer> peers = new ArrayList<>();
        List<Indicator> first = null;
        for (List<Indicator> each : subjects.values()) {
            try {
                peers.add(plain(inner, each, spot));
            } catch (No refused) {
                continue;
            }
            first = first == null ? each : first;
            OracleAnswers.require(
                    isWithoutUnit(inner)
                            || each.get(0).unit().hasSameBase(first.get(0).unit()),
                    Reason.MIXED_UNITS);
            OracleAnswers.require(isLowest(inner, each) == isLowest(inner, first), Reason.NOT_COMPARABLE);
        }
        Set<Indicator> all =
                Set.copyOf(subjects.values().stream().flatMap(List::stream).toList());
        for (Indicator i : all) {
            Optional<String> whole = i.partOf();
            while (whole.isPresent()) {
                Indicator w = oracle.catalog.indicator(whole.get());
                OracleAnswers.require(!all.contains(w), Reason.TOTAL_BESIDE_PARTS);
                whole = w.partOf();
            }
        }
        return place(plain(inner, of, spot), peers, inner, of);
    }

    /** Whether the values of different indicators can be compared whatever these measure. */
    private static boolean isWithoutUnit(Measure measure) {
        return measure.kind() == Kind.COUNT
                || measure.kind() == Kind.COVERAGE
                || measure.kind() == Kind.GROWTH
                || measure.inner().filter(OracleRanks::isWithoutUnit).isPresent();
    }

    private static boolean isLowest(Measure inner, List<Indicator> of) {
        Kind base = OracleShares.base(inner);
        return Oracle.lowestFirst(of) && base != Kind.COUNT && base != Kind.COVERAGE;
    }

    private Answer amongRegions(Measure measure, Measure inner, List<Indicator> of, Spot spot) {
        OracleAnswers.require(level.isPresent(), Reason.NEEDS_REGION);
        OracleAnswers.require(
                measure.level().isEmpty()
                        || oracle.catalog.levels().compare(measure.level().get(), asked) < 0,
                Reason.NEEDS_REGION);
        OracleAnswers.require(inner.kind() != Kind.RANK, Reason.NOT_COMPARABLE);
        Answer own = plain(inner, of, spot);
        if (spot.region().isEmpty() || !own.has()) {
            return OracleArithmetic.both(null, own.has() ? Absence.NO_OBSERVATION : own.absence(), own, own);
        }
        Optional<RegionLevel> within = measure.level();
        Optional<String> parent = within.flatMap(l -> oracle.ancestor(spot.region(), l));
        if (within.isPresent() && parent.isEmpty()) {
            return OracleArithmetic.both(null, Absence.MISSING_BASE, own, own);
        }
        List<Answer> peers = new ArrayList<>();
        for (Map.Entry<String, Set<String>> group : answers.sources().regions()) {
            boolean peer = !group.getKey().isEmpty()
                    && (within.isEmpty()
                            || oracle.ancestor(group.getKey(), within.get()).equals(parent));
            if (peer) {
                Spot there = new Spot(
                        group.getValue(), group.getKey(), spot.period(), spot.start(), spot.end(), spot.combo());
                peers.add(plain(inner, of, there));
            }
        }
        return place(own, peers, inner, of);
    }

    /**
     * The place of a value among those of one moment. A peer of an earlier moment has no rank, and so counts for nobody: not for a value
     * that is of no moment, either.
     */
    private static Answer place(Answer own, List<Answer> peers, Measure inner, List<Indicator> of) {
        if (!own.has()) {
            return OracleArithmetic.both(null, own.absence(), own, own);
        }
        if (isEarly(own, peers)) {
            return OracleArithmetic.both(null, Absence.DIFFERENT_PERIODS, own, own);
        }
        List<Answer> ranked =
                peers.stream().filter(other -> !isEarly(other, peers)).toList();
        return OracleArithmetic.both(BigDecimal.valueOf(better(own, ranked, inner, of) + 1L), null, own, own);
    }

    private static boolean isEarly(Answer one, List<Answer> peers) {
        return peers.stream()
                .anyMatch(later -> later.has()
                        && later.asOf() != null
                        && one.asOf() != null
                        && later.asOf().lastDay().isAfter(one.asOf().lastDay()));
    }

    private static long better(Answer own, List<Answer> peers, Measure inner, List<Indicator> of) {
        boolean lowest = isLowest(inner, of);
        return peers.stream()
                .filter(Answer::has)
                .mapToInt(other -> other.value().compareTo(own.value()))
                .filter(order -> lowest ? order < 0 : order > 0)
                .count();
    }
}
