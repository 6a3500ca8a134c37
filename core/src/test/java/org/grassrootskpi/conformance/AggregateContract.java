package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Test;

/** What every aggregate must do with no rows, one row, missing rows, negative and very large numbers. */
public abstract class AggregateContract {
    /** The engine to be tested, over the observations of a table. */
    protected abstract Engine engine(ObservationTable table);

    /** The aggregate to be tested. */
    protected abstract Measure measure();

    /** Its result by definition, for one number or more. */
    protected abstract BigDecimal expected(List<BigDecimal> numbers);

    /** Its result where nothing was observed: an absence, except for those that count. */
    protected void assertNothing(Cell cell) {
        assertThat(cell.absence()).contains(Absence.NO_OBSERVATION);
        assertThat(cell.present()).isZero();
    }

    private static TableFixture fixture() {
        return new TableFixture()
                .sector("s", "")
                .region("x", RegionLevel.COUNTY, "")
                .region("a", RegionLevel.TOWNSHIP, "x")
                .indicator("n", IndicatorKind.FLOW, "count:宗", 0);
    }

    private Cell over(TableFixture fixture) {
        return engine(fixture.table())
                .execute(Query.select("n").during("2024").measures(measure()))
                .row(0)
                .cell(measure());
    }

    private void assertOf(String... numbers) {
        TableFixture fixture = fixture();
        for (int i = 0; i < numbers.length; i++) {
            fixture.row("n", "a", "2024-" + String.format(java.util.Locale.ROOT, "%02d", i + 1), numbers[i]);
        }

        Cell cell = over(fixture);

        BigDecimal expected =
                expected(List.of(numbers).stream().map(BigDecimal::new).toList());
        assertThat(cell.get()).isEqualByComparingTo(expected);
        assertThat(cell.present()).isEqualTo(numbers.length);
    }

    @Test
    void overNoRows() {
        assertNothing(over(fixture().row("n", "a", "2023-01", "1")));
    }

    @Test
    void overOneRow() {
        assertOf("7");
    }

    @Test
    void overOneZero() {
        assertOf("0");
    }

    @Test
    void overRowsOfWhichNoneHasAValue() {
        Cell cell = over(fixture()
                .missing("n", "a", "2024-01", ObservationStatus.MISSING)
                .missing("n", "a", "2024-02", ObservationStatus.SUPPRESSED));

        assertNothing(cell);
        assertThat(cell.status()).isEqualTo(ObservationStatus.MISSING);
    }

    @Test
    void overRowsOfWhichSomeHaveAValue() {
        Cell cell = over(fixture()
                .row("n", "a", "2024-01", "5")
                .missing("n", "a", "2024-02", ObservationStatus.MISSING)
                .row("n", "a", "2024-03", "-2"));

        assertThat(cell.get()).isEqualByComparingTo(expected(List.of(new BigDecimal(5), new BigDecimal(-2))));
        assertThat(cell.present()).isEqualTo(2);
        assertThat(cell.status()).isEqualTo(ObservationStatus.MISSING);
    }

    @Test
    void overNegativeAndPositiveNumbers() {
        assertOf("-3", "4", "-5", "0", "2");
    }

    @Test
    void overEqualNumbers() {
        assertOf("6", "6", "6", "6");
    }

    @Test
    void overNumbersWhoseSumLeavesTheRangeOfALong() {
        String most = Long.toString(Long.MAX_VALUE);
        assertOf(most, most, most, "1");
        String least = Long.toString(Long.MIN_VALUE);
        assertOf(least, least, "-1");
        assertOf(most, least, most, least);
    }

    @Test
    void overNumbersOfNineteenDigits() {
        assertOf("1234567890123456789", "1000000000000000001", "6999999999999999999");
    }
}
