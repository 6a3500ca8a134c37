package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.Subtotals;
import org.grassrootskpi.columns.ValueColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops over each width of periods and values, against loops that know the columns as they were written. */
class RowLoopsTest {
    private static final int ROWS = 200;
    private static final int FROM = 20;
    private static final int TO = 170;

    private final int[] distances = new int[ROWS];
    private final long[] numbers = new long[ROWS];

    /** Distances that need one, two and four bytes, with values of four and eight. */
    static Stream<Arguments> widths() {
        return Stream.of(250, 1000, 70_000)
                .flatMap(span -> Stream.of(1000L, 1L << 40).map(greatest -> Arguments.of(span, greatest)));
    }

    /** Fills the columns with ascending periods: the first has distance 0, the last the greatest one. */
    private PeriodColumn periods(int span) {
        PeriodColumn periods = PeriodColumn.allocate(ROWS, 100, 100 + span - 1);
        for (int row = 0; row < ROWS; row++) {
            distances[row] = (int) ((long) row * (span - 1) / (ROWS - 1));
            periods.set(row, 100 + distances[row]);
        }
        return periods;
    }

    private ValueColumn values(long greatest) {
        Random random = new Random(greatest);
        ValueColumn values = ValueColumn.allocate(ROWS, -greatest, greatest);
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = random.nextLong() % greatest;
            values.set(row, numbers[row]);
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addsSumAndCountOfEachPeriod(int span, long greatest) {
        PeriodColumn periods = periods(span);
        ValueColumn values = values(greatest);
        long[] sums = new long[span];
        long[] counts = new long[span];
        for (int row = FROM; row < TO; row++) {
            sums[distances[row]] += 2 * numbers[row];
            counts[distances[row]] += 2;
        }

        long[] totals = new long[span];
        RowLoops.addByPeriod(periods, values, FROM, TO, totals);
        RowLoops.addByPeriod(periods, values, FROM, TO, totals);

        assertThat(Arrays.stream(totals).map(Subtotals::sum).toArray()).isEqualTo(sums);
        assertThat(Arrays.stream(totals).map(Subtotals::count).toArray()).isEqualTo(counts);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void findsTheExtremesOfEachPeriod(int span, long greatest) {
        PeriodColumn periods = periods(span);
        ValueColumn values = values(greatest);
        long[] expectedMin = new long[span];
        long[] expectedMax = new long[span];
        long[] min = new long[span];
        long[] max = new long[span];
        for (int row = FROM; row < TO; row++) {
            expectedMin[distances[row]] = Math.min(0, numbers[row]);
            expectedMax[distances[row]] = Math.max(0, numbers[row]);
        }

        RowLoops.extremesByPeriod(periods, values, FROM, TO, min, max);

        assertThat(min).isEqualTo(expectedMin);
        assertThat(max).isEqualTo(expectedMax);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addsEachRowToTheGroupOfItsPeriod(int span, long greatest) {
        PeriodColumn periods = periods(span);
        ValueColumn values = values(greatest);
        int[] groups = new int[span];
        Arrays.setAll(groups, distance -> distance * 5 / span);
        long[] expectedSums = new long[8];
        long[] expectedCounts = new long[8];
        for (int row = FROM; row < TO; row++) {
            expectedSums[3 + groups[distances[row]]] += numbers[row];
            expectedCounts[3 + groups[distances[row]]]++;
        }

        long[] sums = new long[8];
        long[] counts = new long[8];
        long[] countsAlone = new long[8];
        RowLoops.add(periods, values, FROM, TO, groups, 3, sums, counts);
        RowLoops.add(periods, values, FROM, TO, groups, 3, null, countsAlone);

        assertThat(sums).isEqualTo(expectedSums);
        assertThat(counts).isEqualTo(expectedCounts);
        assertThat(countsAlone).isEqualTo(expectedCounts);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void writesTheGroupOfEachRow(int span, long greatest) {
        PeriodColumn periods = periods(span);
        int[] groups = new int[span];
        Arrays.setAll(groups, distance -> distance * 7 / span);
        int[] expected = new int[ROWS];
        for (int row = FROM; row < TO; row++) {
            expected[row - FROM + 11] = 1000 + groups[distances[row]];
        }

        int[] written = new int[ROWS];
        RowLoops.writeGroups(periods, FROM, TO, groups, 1000, written, 11);

        assertThat(written).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void findsSumAndExtremesOfARange(int span, long greatest) {
        for (long beside : new long[] {-greatest, greatest}) {
            ValueColumn values = values(greatest);
            numbers[FROM - 1] = beside;
            numbers[TO] = beside;
            values.set(FROM - 1, beside);
            values.set(TO, beside);
            long[] range = Arrays.copyOfRange(numbers, FROM, TO);

            assertThat(RowLoops.sum(values, FROM, TO))
                    .isEqualTo(Arrays.stream(range).sum());
            assertThat(RowLoops.min(values, FROM, TO))
                    .isEqualTo(Arrays.stream(range).min().orElseThrow());
            assertThat(RowLoops.max(values, FROM, TO))
                    .isEqualTo(Arrays.stream(range).max().orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void findsTheFirstRowThatIsNotBeforeAPeriod(int span, long greatest) {
        PeriodColumn periods = periods(span);

        for (int row = FROM; row < TO; row++) {
            assertThat(RowLoops.firstAt(periods, FROM, TO, distances[row])).isEqualTo(row);
            assertThat(RowLoops.firstAt(periods, FROM, TO, distances[row] + 1)).isEqualTo(row + 1);
        }
        assertThat(RowLoops.firstAt(periods, FROM, TO, 0)).isEqualTo(FROM);
        assertThat(RowLoops.firstAt(periods, FROM, TO, span)).isEqualTo(TO);
    }
}
