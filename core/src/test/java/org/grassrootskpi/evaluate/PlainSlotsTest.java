package org.grassrootskpi.evaluate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.PlainFigure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotColumnsBuilder;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

/** Cells that are written from the numbers of their slots: a Q1, a Q2, b Q1, b Q2, elsewhere Q1, elsewhere Q2. */
class PlainSlotsTest {
    private static final Rollup SPENT = Slots.spent(Aggregate.SUM, Aggregate.MIN, Aggregate.MAX);
    private static final BigDecimal CENT = new BigDecimal("0.005");
    private static final Query QUERY = Query.select("spent")
            .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))
            .measures(Measure.sum(), Measure.count(), Measure.max(), Measure.mean());

    private static SlotColumnsBuilder columns(long... counts) {
        return SlotColumns.builder(SPENT, counts)
                .sums(DecimalColumn.ofUnsafe(new long[] {100, 250, 300, 0, -7, 600}, 2))
                .minima(DecimalColumn.ofUnsafe(new long[] {100, 50, 300, 0, -7, 100}, 2))
                .maxima(DecimalColumn.ofUnsafe(new long[] {100, 200, 300, 0, -7, 200}, 2));
    }

    private static AggregateFormula formula(AggregateFunction function, BigDecimal halfStep, Window window) {
        return Formulas.of(function, halfStep, window, false, 0);
    }

    private static ResultTable table(SlotColumns columns, BigDecimal halfStep, Window window) {
        return new Slots(QUERY)
                .with(columns)
                .table(
                        formula(AggregateFunction.SUM, halfStep, window),
                        formula(AggregateFunction.COUNT, halfStep, window),
                        formula(AggregateFunction.MAX, halfStep, window),
                        formula(AggregateFunction.MEAN, halfStep, window));
    }

    /** Value, bounds, contributors and status of a measure in each row, as CSV has them. */
    private static List<String> written(ResultTable table, String measure) {
        List<List<String>> lines = table.toCsv()
                .lines()
                .map(line -> Splitter.on(',').splitToList(line))
                .toList();
        int at = lines.get(0).indexOf(measure);
        return lines.stream()
                .skip(1)
                .map(cells -> cells.get(at) + " [" + cells.get(at + 3) + ".." + cells.get(at + 5) + "] "
                        + cells.get(at + 7) + "/" + cells.get(at + 8) + " " + cells.get(at + 10))
                .toList();
    }

    @Test
    void writesNumbersWithBoundsOfHalfAStepForEachRow() {
        ResultTable table = table(columns(1, 2, 3, 0, 1, 6).build(), CENT, Window.PERIOD);

        assertThat(written(table, "sum"))
                .containsExactly(
                        "1 [0.995..1.005] 1/6 NORMAL",
                        "2.5 [2.490..2.510] 2/6 NORMAL",
                        "3 [2.985..3.015] 3/3 NORMAL",
                        " [..] 0/3 NORMAL",
                        "-0.07 [-0.075..-0.065] 1/3 NORMAL",
                        "6 [5.970..6.030] 6/3 NORMAL");
        assertThat(written(table, "count"))
                .containsExactly(
                        "1 [1..1] 1/6 NORMAL",
                        "2 [2..2] 2/6 NORMAL",
                        "3 [3..3] 3/3 NORMAL",
                        "0 [0..0] 0/3 NORMAL",
                        "1 [1..1] 1/3 NORMAL",
                        "6 [6..6] 6/3 NORMAL");
        assertThat(written(table, "max"))
                .containsExactly(
                        "1 [0.995..1.005] 1/6 NORMAL",
                        "2 [1.995..2.005] 2/6 NORMAL",
                        "3 [2.995..3.005] 3/3 NORMAL",
                        " [..] 0/3 NORMAL",
                        "-0.07 [-0.075..-0.065] 1/3 NORMAL",
                        "2 [1.995..2.005] 6/3 NORMAL");
        assertThat(written(table, "mean").get(1)).isEqualTo("1.25 [1.245..1.255] 2/6 NORMAL");
    }

    @Test
    void aRemarkIsWrittenFromItsCell() {
        ObservationStatus[] statuses = new ObservationStatus[6];
        Arrays.fill(statuses, ObservationStatus.NORMAL);
        statuses[1] = ObservationStatus.PROVISIONAL;
        statuses[4] = ObservationStatus.ESTIMATED;
        ResultTable table = table(columns(1, 2, 3, 0, 1, 6).statuses(statuses).build(), BigDecimal.ZERO, Window.PERIOD);

        assertThat(written(table, "sum"))
                .containsExactly(
                        "1 [1..1] 1/6 NORMAL",
                        "2.5 [2.5..2.5] 2/6 PROVISIONAL",
                        "3 [3..3] 3/3 NORMAL",
                        " [..] 0/3 NORMAL",
                        "-0.07 [-0.07..-0.07] 1/3 ESTIMATED",
                        "6 [6..6] 6/3 NORMAL");
    }

    @Test
    void windowsAreWrittenFromTheirCells() {
        assertThat(written(table(columns(1, 2, 3, 0, 1, 6).build(), CENT, Window.YEAR_TO_DATE), "sum"))
                .containsExactly(
                        "1 [0.995..1.005] 1/6 NORMAL",
                        "3.5 [3.485..3.515] 3/12 NORMAL",
                        "3 [2.985..3.015] 3/3 NORMAL",
                        "3 [2.985..3.015] 3/6 NORMAL",
                        "-0.07 [-0.075..-0.065] 1/3 NORMAL",
                        "5.93 [5.895..5.965] 7/6 NORMAL");
    }

    private static boolean isPlain(Query query, AggregateFormula formula) {
        return new Slots(query)
                        .with(columns(1, 2, 3, 0, 1, 6).build())
                        .evaluation(formula)
                        .plain(formula)
                != null;
    }

    @Test
    void onlySumsExtremesAndCountsOfTheGroupsThemselvesArePlain() {
        AggregateFormula sum = formula(AggregateFunction.SUM, CENT, Window.PERIOD);

        assertThat(isPlain(QUERY, sum)).isTrue();
        assertThat(isPlain(QUERY, formula(AggregateFunction.COUNT, CENT, Window.PERIOD)))
                .isTrue();
        assertThat(isPlain(QUERY, formula(AggregateFunction.MIN, new BigDecimal("0.123456789"), Window.PERIOD)))
                .isTrue();
        assertThat(isPlain(QUERY, formula(AggregateFunction.MEAN, CENT, Window.PERIOD)))
                .isFalse();
        assertThat(isPlain(QUERY, formula(AggregateFunction.SUM, CENT, Window.YEAR_TO_DATE)))
                .isFalse();
        assertThat(isPlain(QUERY, formula(AggregateFunction.SUM, new BigDecimal("0.1234567891"), Window.PERIOD)))
                .isFalse();
        assertThat(isPlain(QUERY, formula(AggregateFunction.SUM, new BigDecimal("5E+1"), Window.PERIOD)))
                .isFalse();
        assertThat(isPlain(QUERY.missing(MissingPolicy.requireAll()), sum)).isFalse();
        assertThat(isPlain(
                        QUERY,
                        new AggregateFormula(
                                sum.rollups(),
                                0,
                                sum.function(),
                                sum.probability(),
                                sum.window(),
                                false,
                                sum.halfSteps(),
                                true,
                                sum.unit())))
                .isFalse();
    }

    @Test
    void aPeriodOutsideOfTheSlotsIsNotPlain() {
        AggregateFormula sum = formula(AggregateFunction.SUM, CENT, Window.PERIOD);
        PlainSlots plain = requireNonNull(new Slots(QUERY)
                .with(columns(1, 2, 3, 0, 1, 1_000_000_001).build())
                .evaluation(sum)
                .plain(sum));
        PlainFigure figure = new PlainFigure();

        assertThat(plain.read(Slots.A, Slots.Q1, figure)).isTrue();
        assertThat(plain.read(Slots.A, 0, figure)).isFalse();
        assertThat(plain.read(Slots.A, Formulas.code("2024-Q3"), figure)).isFalse();
        assertThat(plain.read(Slots.B, Slots.Q2, figure)).as("no row").isFalse();
        assertThat(plain.read(Slots.ELSEWHERE, Slots.Q2, figure))
                .as("too many rows")
                .isFalse();
    }
}
