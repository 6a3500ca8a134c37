package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * The oracle's pairs, by the definition in the README of core: two totals are compared as they are if both are complete; else by
 * the observations alone that have a counterpart, looked for one by one.
 */
final class OraclePairs {
    private final Oracle oracle;
    private final Query query;

    OraclePairs(Oracle oracle, Query query) {
        this.oracle = oracle;
        this.query = query;
    }

    /** Two answers that can be compared. */
    record Two(Answer one, Answer other, boolean areOfSameReporters) {
        /** Whether one of the two is known to lack an observation. */
        boolean isIncomplete() {
            return lacks(one) || lacks(other);
        }

        private static boolean lacks(Answer answer) {
            return answer.expected() >= 0 && answer.expected() != answer.present();
        }
    }

    /** A numerator and a denominator of the same regions and periods. */
    Two parts(Data above, Data below, Spot spot, int window, Answer ofAll, Answer otherOfAll) {
        Answer moment = ofAll.asOf() != null ? ofAll : otherOfAll;
        return paired(
                List.of(above),
                List.of(below),
                spot,
                window,
                moment.asOf(),
                row -> Optional.of(row.period()),
                false,
                ofAll,
                otherOfAll);
    }

    /** A total and that of the earlier period that it is compared with, of the same regions. */
    Two overTime(
            List<Data> data, Spot spot, int window, BasePeriod comparison, boolean mean, Answer now, Answer before) {
        return paired(
                data,
                data,
                spot,
                window,
                now.asOf(),
                row -> counterpart(row.period(), spot.periods(window), comparison, now.asOf() != null),
                mean,
                now,
                before);
    }

    /** Totals of the regions, periods and members of which all parts have a value. */
    List<Answer> complete(List<Data> parts, Spot spot, int window, TimePeriod asOf, List<Answer> totals) {
        if (!totals.stream().allMatch(OraclePairs::isObserved)
                || totals.stream().allMatch(OraclePairs::isComplete)) {
            return totals;
        }
        List<BigDecimal> sums = new ArrayList<>(Collections.nCopies(parts.size(), BigDecimal.ZERO));
        long rows = 0;
        for (Row row : oracle.rows(parts.get(0), query, spot, spot.periods(window))) {
            boolean meant = row.status().hasValue()
                    && (asOf == null || row.period().lastDay().equals(asOf.lastDay()));
            List<Row> found = new ArrayList<>();
            for (Data part : parts) {
                if (meant) {
                    find(part, row).apply(row.period()).ifPresent(found::add);
                }
            }
            if (meant && found.size() == parts.size()) {
                rows++;
                for (int i = 0; i < found.size(); i++) {
                    sums.set(i, sums.get(i).add(oracle.value(found.get(i))));
                }
            }
        }
        long unpaired = totals.stream().mapToLong(Answer::present).sum() - rows * parts.size();
        Answer first = totals.get(0);
        BigDecimal least = query.missing().leastCoverage().multiply(BigDecimal.valueOf(first.expected()));
        boolean tooFew = first.expected() >= 0 && BigDecimal.valueOf(rows).compareTo(least) < 0;
        boolean incomplete = tooFew || !totals.stream().allMatch(Answer::has);
        List<Answer> complete = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Absence absence = rows == 0 ? Absence.UNPAIRED : incomplete ? Absence.INCOMPLETE : null;
            complete.add(like(absence == null ? sums.get(i) : null, absence, totals.get(i), rows, unpaired));
        }
        return complete;
    }

    private Two paired(
            List<Data> ones,
            List<Data> others,
            Spot spot,
            int window,
            TimePeriod asOf,
            Function<Row, Optional<TimePeriod>> counterpart,
            boolean mean,
            Answer ofAll,
            Answer otherOfAll) {
        if (!isObserved(ofAll) || !isObserved(otherOfAll) || (isComplete(ofAll) && isComplete(otherOfAll))) {
            return new Two(ofAll, otherOfAll, true);
        }
        BigDecimal first = BigDecimal.ZERO;
        BigDecimal second = BigDecimal.ZERO;
        long pairs = 0;
        for (int i = 0; i < ones.size(); i++) {
            for (Row row : oracle.rows(ones.get(i), query, spot, spot.periods(window))) {
                boolean meant = row.status().hasValue()
                        && (asOf == null || row.period().lastDay().equals(asOf.lastDay()));
                Optional<Row> other =
                        meant ? counterpart.apply(row).flatMap(find(others.get(i), row)) : Optional.empty();
                if (other.isPresent()) {
                    first = first.add(oracle.value(row));
                    second = second.add(oracle.value(other.get()));
                    pairs++;
                }
            }
        }
        long unpaired = ofAll.present() + otherOfAll.present() - 2 * pairs;
        if (pairs == 0) {
            Answer none = like(null, Absence.UNPAIRED, ofAll, 0, unpaired);
            return new Two(none, none, true);
        }
        BigDecimal least = query.missing().leastCoverage().multiply(BigDecimal.valueOf(ofAll.expected()));
        boolean tooFew = ofAll.expected() >= 0 && BigDecimal.valueOf(pairs).compareTo(least) < 0;
        if (tooFew || !ofAll.has() || !otherOfAll.has()) {
            Answer incomplete = like(null, Absence.INCOMPLETE, ofAll, pairs, unpaired);
            return new Two(incomplete, incomplete, true);
        }
        BigDecimal by = mean ? BigDecimal.valueOf(pairs) : BigDecimal.ONE;
        return new Two(
                like(divided(first, by), null, ofAll, pairs, unpaired),
                like(divided(second, by), null, otherOfAll, pairs, unpaired),
                true);
    }

    private static BigDecimal divided(BigDecimal sum, BigDecimal by) {
        return by.compareTo(BigDecimal.ONE) == 0 ? sum : sum.divide(by, Oracle.DIGITS);
    }

    /** The expected number of a pair is that of the first of the two. */
    private static Answer like(BigDecimal value, Absence absence, Answer ofAll, long pairs, long unpaired) {
        return new Answer(
                value,
                absence,
                pairs,
                ofAll.expected(),
                ofAll.atLeast(),
                ofAll.status(),
                ofAll.asOf(),
                null,
                unpaired,
                Set.of());
    }

    /** Whether there is a total, be it less complete than the query demands: pairs are counted all the same. */
    static boolean isObserved(Answer answer) {
        return answer.has() || answer.absence() == Absence.INCOMPLETE;
    }

    private static boolean isComplete(Answer answer) {
        return answer.expected() == answer.present();
    }

    private Function<TimePeriod, Optional<Row>> find(Data data, Row like) {
        return period -> oracle.rows(data.indicator()).stream()
                .filter(row -> row.region().equals(like.region())
                        && row.period().equals(period)
                        && row.extras().equals(like.extras())
                        && oracle.catalog.region(row.region()).level().equals(data.level())
                        && row.status().hasValue())
                .findFirst();
    }

    /** The period that is to an earlier group what a period is to the group of a window that it lies in. */
    static Optional<TimePeriod> counterpart(
            TimePeriod period, List<TimePeriod> window, BasePeriod comparison, boolean moment) {
        for (TimePeriod group : window) {
            Optional<TimePeriod> base = Oracle.base(group, comparison);
            if (group.equals(period)) {
                return base;
            }
            boolean inside = !period.firstDay().isBefore(group.firstDay())
                    && !period.lastDay().isAfter(group.lastDay())
                    && !period.isYearToDate();
            if (inside && base.isPresent()) {
                return counterpart(period, group, base.get(), comparison, moment);
            }
        }
        return Optional.empty();
    }

    private static Optional<TimePeriod> counterpart(
            TimePeriod period, TimePeriod group, TimePeriod base, BasePeriod comparison, boolean moment) {
        boolean cumulative = group.isYearToDate();
        if (moment && !cumulative && period.lastDay().equals(group.lastDay())) {
            return Optional.of(TimePeriod.containing(base.lastDay(), period.frequency()));
        }
        boolean monthEnd = period.lastDay().plusDays(1).getDayOfMonth() == 1;
        if (moment && cumulative && monthEnd && period.frequency() == Frequency.DAILY) {
            return Optional.of(TimePeriod.from(period.lastDay()
                    .plusDays(1)
                    .plusYears(base.year() - group.year())
                    .minusDays(1)));
        }
        if (comparison.isByYear()) {
            return Oracle.base(period, comparison);
        }
        List<TimePeriod> own = new ArrayList<>();
        for (TimePeriod p = period; !p.firstDay().isBefore(group.firstDay()); p = p.previous()) {
            own.add(p);
        }
        TimePeriod counterpart =
                TimePeriod.containing(base.firstDay(), period.frequency()).plus(own.size() - 1);
        return counterpart.lastDay().isAfter(base.lastDay()) ? Optional.empty() : Optional.of(counterpart);
    }
}
