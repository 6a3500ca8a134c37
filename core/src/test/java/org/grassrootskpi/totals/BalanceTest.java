package org.grassrootskpi.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.totals.Balance.Outcome.FAILED;
import static org.grassrootskpi.totals.Balance.Outcome.IMPOSSIBLE;
import static org.grassrootskpi.totals.Balance.Outcome.PASSED;
import static org.grassrootskpi.totals.TotalData.cell;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.ResultColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A total against its parts: the first cell is the total, the parts follow. */
class BalanceTest {
    private static ResultColumn<Cell> column(boolean readsPlain, List<Cell> cells) {
        return TotalData.result(
                        readsPlain,
                        cells.stream()
                                .map(cell -> new TotalData.Row("i", null, "2024", "all", cell))
                                .toList())
                .cells(Measure.value());
    }

    /** Compares the first cell with the others, those of an even number being taken away where {@code alternating}. */
    private static Balance.Outcome outcome(
            boolean readsPlain, String tolerance, boolean alternating, List<Cell> cells) {
        int[] rows = IntStream.range(1, cells.size()).toArray();
        boolean[] isAdded = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            isAdded[i] = !alternating || i % 2 == 0;
        }
        ResultColumn<Cell> column = column(readsPlain, cells);
        Balance balance = new Balance(new BigDecimal(tolerance));
        Balance.Outcome first = balance.compare(column, 0, column, rows, isAdded);
        assertThat(balance.compare(column, 0, column, rows, isAdded))
                .as("compared again")
                .isEqualTo(first);
        return first;
    }

    private static Balance.Outcome outcome(boolean readsPlain, String tolerance, String total, String... parts) {
        List<Cell> cells = new ArrayList<>(List.of(cell(total)));
        List.of(parts).forEach(part -> cells.add(cell(part)));
        return outcome(readsPlain, tolerance, false, cells);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 60, 40, PASSED",
        "101, 60, 40, FAILED",
        "99, 60, 40, FAILED",
        "-20, -60, 40, PASSED",
        "0, 0, 0, PASSED",
        // Decimals: more with each part, or fewer.
        "100, 60.5, 39.50, PASSED",
        "100, 60.55, 39.5, FAILED",
        "100.25, 60.2, 40.05, PASSED",
        "100.25, 60, 40.25, PASSED",
        "100.25, 60, 40.2, FAILED",
        // Within the rounding of the total, its ends included, and beyond.
        "10.0±0.05, 5, 4.95, PASSED",
        "10.0±0.05, 5, 4.94, FAILED",
        "10.0±0.05, 5, 5.05, PASSED",
        "10.0±0.05, 5, 5.06, FAILED",
        // Within the rounding of a part, and of both.
        "10, 5, 4±1, PASSED",
        "8, 5, 4±1, PASSED",
        "7, 5, 4±1, FAILED",
        "11, 5, 4±1, FAILED",
        "10, 5, 5±1, PASSED",
        "12, 5±1, 5±1, PASSED",
        "8, 5±1, 5±1, PASSED",
        "13, 5±1, 5±1, FAILED",
        "7, 5±1, 5±1, FAILED",
        "12±0.5, 5±1, 4.5±0.25, FAILED",
        "11±0.5, 5±1, 4.5±0.25, PASSED"
    })
    void agreesWithTheSumWithinTheBoundsOfAll(String total, String part, String other, Balance.Outcome expected) {
        assertThat(outcome(true, "0", total, part, other)).isEqualTo(expected);
        assertThat(outcome(false, "0", total, part, other)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 60, 40, PASSED",
        "21, 60, 40, FAILED",
        "20, 60.5, 40.5, PASSED",
        "19.5, 60, 40.5, PASSED",
        "19, 60, 40±1, PASSED",
        "21, 60, 40±1, PASSED",
        "18, 60, 40±1, FAILED",
        "22, 60, 40±1, FAILED"
    })
    void takesAPartAwayWithTheBoundsOfItsOtherSide(String total, String part, String away, Balance.Outcome expected) {
        List<Cell> cells = List.of(cell(total), cell(part), cell(away));

        assertThat(outcome(true, "0", true, cells)).isEqualTo(expected);
        assertThat(outcome(false, "0", true, cells)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 101, PASSED",
        "1, 102, FAILED",
        "1, 99, PASSED",
        "1, 98, FAILED",
        "0.5, 100.5, PASSED",
        "0.5, 100.51, FAILED",
        "0.5, 99.5, PASSED",
        "0.5, 99.49, FAILED",
        "0, 100.01, FAILED",
        // The distance is that of the nearer bound.
        "1, 101.5±0.5, PASSED",
        "1, 101.6±0.5, FAILED",
        "1, 98.5±0.5, PASSED",
        "1, 98.4±0.5, FAILED"
    })
    void toleratesADistance(String tolerance, String total, Balance.Outcome expected) {
        assertThat(outcome(true, tolerance, total, "60", "40")).isEqualTo(expected);
        assertThat(outcome(false, tolerance, total, "60", "40")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // More than 500 is none of 500, but within any distance of it.
        "0, 超500宗, 500, FAILED",
        "1, 超500宗, 500, PASSED",
        "0, 超500宗, 501, PASSED",
        "1, 超500宗, 499, PASSED",
        "0.5, 超500宗, 499, FAILED",
        // Less than 500 and not much less, 475 at least: between figures of one bound and of two.
        "0, 近500宗, 500, FAILED",
        "1, 近500宗, 500, PASSED",
        "1, 近500宗, 501, PASSED",
        "1, 近500宗, 502, FAILED",
        "0, 499, 超500宗, FAILED",
        "1, 499, 超500宗, PASSED",
        "0.5, 499, 超500宗, FAILED",
        "0, 501, 超500宗, PASSED"
    })
    void readsFiguresWithBoundsOfTheirOwn(String tolerance, String total, String part, Balance.Outcome expected) {
        assertThat(outcome(true, tolerance, total, part)).isEqualTo(expected);
        assertThat(outcome(false, tolerance, total, part)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysNothingOfWhatIsMissing(boolean readsPlain) {
        ResultColumn<Cell> column = column(readsPlain, List.of(cell("5"), cell("5"), TotalData.absent()));
        Balance balance = new Balance(BigDecimal.ONE);
        boolean[] one = {true};
        boolean[] both = {true, true};

        assertThat(balance.compare(column, 0, column, new int[] {1}, one)).isEqualTo(PASSED);
        assertThat(balance.compare(column, -1, column, new int[] {1}, one)).isEqualTo(IMPOSSIBLE);
        assertThat(balance.compare(column, 0, column, new int[] {-1}, one)).isEqualTo(IMPOSSIBLE);
        assertThat(balance.compare(column, 0, column, new int[] {1, -1}, both)).isEqualTo(IMPOSSIBLE);
        assertThat(balance.compare(column, 0, column, new int[] {-1, 1}, both)).isEqualTo(IMPOSSIBLE);
        assertThat(balance.compare(column, 2, column, new int[] {1}, one)).isEqualTo(IMPOSSIBLE);
        assertThat(balance.compare(column, 0, column, new int[] {2}, one)).isEqualTo(IMPOSSIBLE);
        assertThat(balance.compare(column, 0, column, new int[] {1, 2}, both)).isEqualTo(IMPOSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysNothingWhereNothingIsKnownOfAFigure(boolean readsPlain) {
        Cell unknown = Cell.builder(new BigDecimal("5"), TotalData.UNIT)
                .precision(Qualifier.ABOUT, Range.all())
                .contributors(1, 1)
                .build();

        assertThat(outcome(readsPlain, "1", false, List.of(unknown, cell("5")))).isEqualTo(IMPOSSIBLE);
        assertThat(outcome(readsPlain, "1", false, List.of(cell("5"), unknown))).isEqualTo(IMPOSSIBLE);
        assertThat(outcome(readsPlain, "1", false, List.of(cell("5"), cell("2"), unknown)))
                .isEqualTo(IMPOSSIBLE);
    }

    /** 184 times 10^17 and 46744073709551616 are 2^64, which is zero in numbers of 64 bits. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addsMoreThanALongHolds(boolean readsPlain) {
        List<Cell> cells = new ArrayList<>(List.of(cell("0")));
        cells.addAll(Collections.nCopies(184, cell("100000000000000000")));
        cells.add(cell("46744073709551616"));

        assertThat(outcome(readsPlain, "0", false, cells)).isEqualTo(FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000000000000001", "0.0000000000000000001", "0.000000000000000000001"})
    void comparesMoreDecimalsThanALongHolds(String last) {
        String total = "90000000000000000";

        assertThat(outcome(true, "0", total, total, last)).isEqualTo(FAILED);
        assertThat(outcome(true, last, total, total, last)).isEqualTo(PASSED);
        assertThat(outcome(true, "0", last, last)).isEqualTo(PASSED);
        assertThat(outcome(true, "0", "1", "1", last)).isEqualTo(FAILED);
        assertThat(outcome(true, "0", last, "1", last)).isEqualTo(FAILED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addsTheFiguresThemselves(boolean readsPlain) {
        ResultColumn<Cell> column = column(readsPlain, List.of(cell("5±0.5"), cell("3"), TotalData.absent()));

        assertThat(Balance.figure(column, 0)).isEqualTo(cell("5±0.5").quantity().orElseThrow());
        assertThat(Balance.figure(column, 2)).isNull();
        assertThat(Balance.sum(column, new int[] {0, 1}, new boolean[] {true, false}))
                .isEqualTo(cell("2±0.5").quantity().orElseThrow());
        assertThat(Balance.sum(column, new int[] {1, 0}, new boolean[] {false, true}))
                .isEqualTo(cell("2±0.5").quantity().orElseThrow());
        assertThat(Balance.sum(column, new int[] {0, 1}, new boolean[] {true, true}))
                .isEqualTo(cell("8±0.5").quantity().orElseThrow());
        assertThat(Balance.sum(column, new int[] {0, 2}, new boolean[] {true, true}))
                .isNull();
    }
}
