package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Due;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.TimePeriod;

/** What the oracle says of all rows of a group together: sums, extremes, quantiles and means. */
final class OracleTotals {
    private final Oracle oracle;
    private final Query query;

    OracleTotals(Oracle oracle, Query query) {
        this.oracle = oracle;
        this.query = query;
    }

    /** One row for each region and period; where members are put together, that or each row that is there, at least. */
    private Due due(Data data, Spot spot, long regular, long rows) {
        boolean open = oracle.members(query).isOpen(data, spot);
        return open ? new Due(-1, Math.max(regular, rows)) : new Due(regular, regular);
    }

    private long regions(Data data, Spot spot) {
        return spot.regions().stream()
                .filter(code -> oracle.isExpected(code, data.level()))
                .count();
    }

    /** The sum over all rows, or over those of the last period that has a value. */
    Answer total(List<Data> parts, boolean last, Spot spot, List<TimePeriod> window) {
        List<Row> all = new ArrayList<>();
        List<Row> used = new ArrayList<>();
        Due expected = Due.NONE;
        TimePeriod asOf = null;
        for (Data data : parts) {
            List<Row> found = oracle.rows(data, query, spot, window);
            all.addAll(found);
            if (!last) {
                expected = expected.plus(due(
                        data,
                        spot,
                        regions(data, spot) * oracle.periods(data.frequency(), spot, window),
                        found.size()));
                used.addAll(found);
                continue;
            }
            TimePeriod own = found.stream()
                    .filter(row -> row.status().hasValue())
                    .map(Row::period)
                    .max(Comparator.comparing(TimePeriod::lastDay))
                    .orElse(null);
            long ownRows =
                    found.stream().filter(row -> row.period().equals(own)).count();
            expected = expected.plus(due(data, spot, regions(data, spot), ownRows));
            if (own != null && (asOf == null || !own.lastDay().isBefore(asOf.lastDay()))) {
                if (asOf == null || own.lastDay().isAfter(asOf.lastDay())) {
                    used.clear();
                    asOf = own;
                }
                found.stream().filter(row -> row.period().equals(own)).forEach(used::add);
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        long present = 0;
        Qualifier qualifier = Qualifier.EXACT;
        for (Row row : used) {
            if (row.status().hasValue()) {
                sum = sum.add(oracle.value(row));
                present++;
                qualifier = qualifier.plus(row.figure().orElseThrow().qualifier());
            }
        }
        ObservationStatus status = worst(last && asOf == null ? all : used);
        return finish(present == 0 ? null : sum, present, expected, status, asOf, qualifier);
    }

    private static ObservationStatus worst(List<Row> rows) {
        ObservationStatus worst = ObservationStatus.NORMAL;
        for (Row row : rows) {
            worst = worst.worst(row.status());
        }
        return worst;
    }

    private Answer finish(
            BigDecimal value, long present, Due due, ObservationStatus status, TimePeriod asOf, Qualifier qualifier) {
        long known = due.known();
        if (present == 0) {
            return new Answer(null, Absence.NO_OBSERVATION, 0, known, due.atLeast(), status, asOf, null);
        }
        BigDecimal least = query.missing().leastCoverage().multiply(BigDecimal.valueOf(known));
        if (known >= 0 && BigDecimal.valueOf(present).compareTo(least) < 0) {
            return new Answer(null, Absence.INCOMPLETE, present, known, status, asOf, null);
        }
        return new Answer(value, null, present, known, due.atLeast(), status, asOf, qualifier);
    }

    /** Anything that looks at all values of the rows. */
    Answer observed(Measure measure, List<Data> parts, Spot spot, List<TimePeriod> window) {
        List<BigDecimal> values = new ArrayList<>();
        List<Row> all = new ArrayList<>();
        Due expected = Due.NONE;
        for (Data data : parts) {
            List<Row> found = oracle.rows(data, query, spot, window);
            all.addAll(found);
            expected = expected.plus(due(
                    data, spot, regions(data, spot) * oracle.periods(data.frequency(), spot, window), found.size()));
            found.stream()
                    .filter(row -> row.status().hasValue())
                    .map(oracle::value)
                    .forEach(values::add);
        }
        values.sort(null);
        long n = values.size();
        if (measure.kind() == Measure.Kind.COUNT) {
            return new Answer(
                    BigDecimal.valueOf(n), null, n, expected.known(), expected.atLeast(), worst(all), null, null);
        }
        BigDecimal result = n == 0
                ? null
                : switch (measure.kind()) {
                    case MEAN, MEAN_OF_RATES ->
                        values.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(n), Oracle.DIGITS);
                    case MIN -> values.get(0);
                    case MAX -> values.get(values.size() - 1);
                    case QUANTILE, QUANTILE_SKETCH -> {
                        BigDecimal p = measure.probability().orElseThrow();
                        int at = 0;
                        while (BigDecimal.valueOf(at + 1L).compareTo(p.multiply(BigDecimal.valueOf(n))) < 0) {
                            at++;
                        }
                        yield values.get(at);
                    }
                    default -> throw new IllegalStateException(measure.toString());
                };
        return finish(result, n, expected, worst(all), null, null);
    }

    /** The mean by weight over the rows that have one. */
    Answer weighted(Data data, Data weights, Spot spot, List<TimePeriod> window) {
        Map<List<Object>, Row> weightOf = new HashMap<>();
        for (Row row : oracle.rows(weights.indicator())) {
            if (row.period().frequency() == weights.frequency()
                    && oracle.catalog.region(row.region()).level().equals(weights.level())) {
                weightOf.put(List.of(row.region(), row.period(), row.extras()), row);
            }
        }
        BigDecimal products = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        long present = 0;
        long pairs = 0;
        List<Row> used = new ArrayList<>();
        for (Row row : oracle.rows(data, query, spot, window)) {
            Row weight = weightOf.get(List.of(row.region(), row.period(), row.extras()));
            if (weight != null) {
                pairs++;
                used.add(row);
                used.add(weight);
                if (row.status().hasValue() && weight.status().hasValue()) {
                    present++;
                    products = products.add(oracle.value(row).multiply(oracle.value(weight)));
                    sum = sum.add(oracle.value(weight));
                }
            }
        }
        Due expected = due(data, spot, regions(data, spot) * oracle.periods(data.frequency(), spot, window), pairs);
        BigDecimal mean = present == 0 || sum.signum() == 0 ? null : products.divide(sum, Oracle.DIGITS);
        Answer answer = finish(mean, present, expected, worst(used), null, null);
        return answer.absence() == null && mean == null
                ? new Answer(
                        null,
                        Absence.ZERO_DENOMINATOR,
                        present,
                        answer.expected(),
                        answer.atLeast(),
                        answer.status(),
                        null,
                        null)
                : answer;
    }
}
