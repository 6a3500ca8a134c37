package org.grassrootskpi.columns;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.columns.SegmentRows.A;
import static org.grassrootskpi.columns.SegmentRows.B;
import static org.grassrootskpi.columns.SegmentRows.C;
import static org.grassrootskpi.columns.SegmentRows.MONEY;
import static org.grassrootskpi.columns.SegmentRows.NEARLY;
import static org.grassrootskpi.columns.SegmentRows.NUMBERING;
import static org.grassrootskpi.columns.SegmentRows.YEAR;
import static org.grassrootskpi.columns.SegmentRows.row;
import static org.grassrootskpi.columns.SegmentRows.segment;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grassrootskpi.columns.SegmentRows.Row;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {
    private static final Segment MIXED = segment(
            row("f", A, 0, 5),
            row("f", A, 2, 7),
            row("f", C, 1, -3),
            row("m", A, 3, 1),
            row("m", B, 1, 2),
            row("m", B, 4, 9));

    @Test
    void knowsItsSeries() {
        assertThat(MIXED).hasToString("money: 6 rows in 4 series");
        assertThat(MIXED.indicator()).isEqualTo(MONEY);
        assertThat(MIXED.rows()).isEqualTo(6);
        assertThat(IntStream.range(0, 4).map(MIXED::region)).containsExactly(A, C, A, B);
        assertThat(MIXED.regionsUnsafe()).containsExactly(A, C, A, B);
        assertThat(IntStream.rangeClosed(0, 4).map(MIXED::start)).containsExactly(0, 2, 3, 4, 6);
        assertThat(IntStream.rangeClosed(0, 2).map(MIXED::combinationStart)).containsExactly(0, 2, 4);
        assertThat(MIXED.combinationValues()).containsExactly(ImmutableList.of("f"), ImmutableList.of("m"));
        assertThat(MIXED.longest()).isEqualTo(2);
        assertThat(MIXED.isPlain()).isTrue();
        assertThat(MIXED.statusesUnsafe()).isNull();
        assertThat(MIXED.precisions()).isNull();
        assertThat(MIXED.statusCode(3)).isZero();
        assertThat(MIXED.status(3)).isEqualTo(ObservationStatus.NORMAL);
    }

    @ParameterizedTest
    @CsvSource({"0, a, 0", "0, b, 1", "0, c, 1", "0, z, 2", "1, t, 2", "1, a, 2", "1, b, 3", "1, c, 4"})
    void findsTheFirstSeriesOfARangeOfRegions(int combination, String region, int series) {
        int number = region.equals("z") ? Integer.MAX_VALUE : NUMBERING.numberOf(region);

        assertThat(MIXED.firstSeries(combination, number)).isEqualTo(series);
    }

    @ParameterizedTest
    @CsvSource({"0, -1, 0", "0, 0, 0", "0, 1, 1", "0, 2, 1", "0, 3, 2", "3, 1, 4", "3, 2, 5", "3, 4, 5", "3, 5, 6"})
    void findsTheFirstRowOfARangeOfPeriods(int series, int year, int row) {
        assertThat(MIXED.firstRow(series, YEAR + year)).isEqualTo(row);
    }

    @Test
    void hasTheKeysOfItsRowsAndNoOther() {
        List<String> keys = new ArrayList<>();
        for (int combination = 0; combination < 2; combination++) {
            for (int region = 0; region < NUMBERING.size(); region++) {
                for (int year = -1; year < 6; year++) {
                    if (MIXED.has(combination, region, YEAR + year)) {
                        keys.add(combination + NUMBERING.region(region).code() + year);
                    }
                }
            }
        }

        assertThat(keys).containsExactly("0a0", "0a2", "0c1", "1a3", "1b1", "1b4");
        assertThat(MIXED.has(1, Integer.MAX_VALUE, YEAR + 1)).isFalse();
    }

    @Test
    void keepsTheRemarksOfItsRows() {
        Segment remarked = segment(
                new Row(
                        "f",
                        A,
                        YEAR,
                        500,
                        Arrays.asList(ObservationStatus.values()).indexOf(ObservationStatus.ESTIMATED),
                        null),
                new Row("f", A, YEAR + 1, 3_000_000_000_000L, 0, NEARLY));

        assertThat(remarked.isPlain()).isFalse();
        assertThat(remarked.status(0)).isEqualTo(ObservationStatus.ESTIMATED);
        assertThat(remarked.status(1)).isEqualTo(ObservationStatus.NORMAL);
        assertThat(remarked.statusesUnsafe()).hasSize(2);
        assertThat(remarked.precision(0)).isEqualTo(Precision.from(Quantity.of(new BigDecimal("5.00"), MONEY.unit())));
        assertThat(remarked.precision(1)).isEqualTo(NEARLY);
        assertThat(requireNonNull(remarked.precisions()).dictionary()).containsExactly(NEARLY);
        assertThat(remarked.statistics()).isNull();
        assertThat(remarked.subtotals()).isNull();
        assertThat(remarked.years()).isNull();
        // One region, two starts of combinations and of rows each, two periods, two wide values, statuses, precisions.
        assertThat(remarked.bytes()).isEqualTo(4 + 2 * 4 + 2 * 4 + 2 + 2 * 8 + 2 + 2);
        assertThat(segment(new Row("f", A, YEAR, 5, 0, NEARLY)).isPlain()).isFalse();
        assertThat(segment(new Row("f", A, YEAR, 5, 1, null)).isPlain()).isFalse();
    }

    /** Rows of one region, so many a year from the given first month on, with the values 1, 2, 3 and so on. */
    private static Segment months(String first, int months) {
        int code = TimePeriod.parse(first).toCode();
        return segment(IntStream.range(0, months)
                .mapToObj(i -> new Row("f", A, code + i, i + 1))
                .toArray(Row[]::new));
    }

    @Test
    void keepsSumAndExtremesOfItsSeries() {
        Segment segment = segment(
                row("f", A, 0, 5),
                row("f", A, 1, -7),
                row("f", A, 2, 1),
                row("f", A, 3, 2),
                row("f", B, 0, 4),
                row("f", B, 1, 4),
                row("f", B, 2, 6),
                row("f", B, 3, 5));
        SeriesStatistics statistics = requireNonNull(segment.statistics());

        assertThat(IntStream.range(0, 2).mapToLong(statistics::sum).toArray()).containsExactly(1, 19);
        assertThat(statistics.sum(0, 2)).as("of all").isEqualTo(20);
        assertThat(statistics.sum(0, 1)).isEqualTo(1);
        assertThat(statistics.sum(1, 2)).isEqualTo(19);
        assertThat(statistics.sum(1, 1)).isZero();
        assertThat(IntStream.range(0, 2)
                        .mapToLong(statistics.minima()::unscaled)
                        .toArray())
                .containsExactly(-7, 4);
        assertThat(IntStream.range(0, 2)
                        .mapToLong(statistics.maxima()::unscaled)
                        .toArray())
                .containsExactly(5, 6);
        assertThat(statistics.bytes()).isEqualTo(2 * 8 + 2 * 4 + 2 * 4);
        assertThat(segment(row("f", A, 0, 5), row("f", A, 1, 5), row("f", A, 2, 5))
                        .statistics())
                .as("three rows a series are not worth the room")
                .isNull();
    }

    @Test
    void keepsExtremesOfEachYearOfEightRowsOrMore() {
        Segment segment = months("2023-05", 16);
        YearStatistics years = requireNonNull(segment.years());

        assertThat(years.years()).isEqualTo(2);
        assertThat(years.runs().size()).isEqualTo(1);
        assertThat(IntStream.range(0, 2).map(years::end)).containsExactly(8, 16);
        assertThat(IntStream.range(0, 2).map(year -> years.count(0, year))).containsExactly(8, 8);
        assertThat(IntStream.range(0, 2).mapToLong(year -> years.min(0, year)).toArray())
                .containsExactly(1, 9);
        assertThat(IntStream.range(0, 2).mapToLong(year -> years.max(0, year)).toArray())
                .containsExactly(8, 16);
        assertThat(years.bytes()).isEqualTo(2 * 4 + 2 * 4 + 2 * 4 + 2 * 4);
        assertThat(months("2023-05", 15).years())
                .as("fifteen rows of two years are not worth the room")
                .isNull();
        assertThat(requireNonNull(months("2023-01", 8).years()).years()).isEqualTo(1);
    }

    @Test
    void aYearWithoutRowsHasNoExtremes() {
        int first = TimePeriod.parse("2023-01").toCode();
        List<Row> rows = new ArrayList<>();
        for (int region : new int[] {A, B}) {
            for (int month = 0; month < 12; month++) {
                rows.add(new Row("f", region, first + month, month + region * 100));
            }
        }
        for (int month = 0; month < 24; month++) {
            rows.add(new Row("f", C, first + month, -month));
        }
        Segment segment = segment(rows.toArray(Row[]::new));
        YearStatistics years = requireNonNull(segment.years());

        assertThat(years.runs().size()).isEqualTo(2);
        assertThat(IntStream.range(0, 4).map(i -> years.count(i / 2, i % 2))).containsExactly(24, 0, 12, 12);
        assertThat(IntStream.range(0, 4).mapToLong(i -> years.min(i / 2, i % 2)).toArray())
                .containsExactly(A * 100L, 0, -11, -23);
        assertThat(IntStream.range(0, 4).mapToLong(i -> years.max(i / 2, i % 2)).toArray())
                .containsExactly(B * 100L + 11, 0, 0, -12);
        assertThat(segment.subtotals()).isNull();
        // Three regions, two starts of combinations and four of rows; 48 periods and values; the starts of two runs; of
        // three series a sum and two extremes; of two years their ends, and of both in each run a count and two
        // extremes.
        assertThat(segment.bytes())
                .isEqualTo(3 * 4 + 2 * 4 + 4 * 4 + 48 + 48 * 4 + 3 * 4 + 3 * 16 + 2 * 4 + 4 * 4 + 4 * 4 + 4 * 4);
    }

    @Test
    void siblingsOfAnotherCombinationAreAnotherRun() {
        SiblingRuns runs = SiblingRuns.of(
                NUMBERING,
                new SeriesIndex(
                        new int[] {A, B, B, C},
                        new int[] {0, 2, 4},
                        ImmutableList.of(ImmutableList.of("f"), ImmutableList.of("m")),
                        new int[] {0, 3, 6, 9, 12},
                        3));

        assertThat(IntStream.rangeClosed(0, runs.size()).map(runs::start)).containsExactly(0, 2, 3, 4);
        assertThat(runs.bytes()).isEqualTo(4 * 4);
    }
}
