package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodSumsTest {
    private static final int FIRST_DAY = TimePeriod.ofDay(2010, 1, 1).toCode();
    private static final long GREATEST = Integer.MAX_VALUE;

    /** Days of some communities of one town, all with one value. */
    private static ScanRows days(long value, int... daysOfCommunities) {
        ScanRows rows = new ScanRows(1, daysOfCommunities.length);
        for (int community = 0; community < daysOfCommunities.length; community++) {
            for (int day = 0; day < daysOfCommunities[community]; day++) {
                rows.add(community, FIRST_DAY + day, value);
            }
        }
        return rows;
    }

    private static boolean accepts(Segment segment, Scan scan, int from, int to) {
        return new PeriodSums(segment, new PeriodParts(scan, segment)).accept(from, to);
    }

    private static boolean accepts(ScanRows rows, int from, int to) {
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM);
        return accepts(scan.block.segments().get(0), scan, from, to);
    }

    @Test
    void acceptsAsManyRowsAsThereArePeriods() {
        ScanRows rows = days(1, 10, 5, 4, 1);

        assertThat(accepts(rows, 0, 1)).as("10 rows").isTrue();
        assertThat(accepts(rows, 1, 3)).as("9 rows").isFalse();
        assertThat(accepts(rows, 1, 4))
                .as("10 rows of the second series and behind")
                .isTrue();
        assertThat(accepts(rows, 2, 4)).as("5 rows").isFalse();
        assertThat(accepts(rows, 2, 2)).as("none").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4096, true", "4097, false"})
    void acceptsNoMorePeriodsThanAreWorthATotalEach(int days, boolean expected) {
        assertThat(accepts(days(1, days), 0, 1)).isEqualTo(expected);
    }

    /** So great that 4096 of them share a total, or one less. */
    @ParameterizedTest
    @CsvSource({"2147483647, true", "2147483648, false"})
    void acceptsValuesOfWhichEnoughShareATotal(long value, boolean expected) {
        assertThat(accepts(days(value, 10), 0, 1)).isEqualTo(expected);
    }

    /** All days are in one group, in which 4096 rows of these values have room at a time, and no more. */
    @ParameterizedTest
    @CsvSource({"0, 3", "1, 4", "0, 4", "2, 4", "3, 4", "0, 2"})
    void addsNoMoreRowsAtATimeThanATotalHasRoomFor(int from, int to) {
        int[] daysOfCommunities = {2048, 2048, 1500, 2500, 2048};
        ScanRows rows = days(GREATEST, daysOfCommunities);
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM);
        Segment segment = scan.block.segments().get(0);
        Accumulators found = new Accumulators(scan);

        new PeriodSums(segment, new PeriodParts(scan, segment)).add(from, to, 0, found);

        long expected = Arrays.stream(daysOfCommunities, from, to).sum();
        assertThat(found.count).containsExactly(expected);
        assertThat(found.sum).containsExactly(expected * GREATEST);
    }

    /** Three periods of groups 1, none, and 0, of two groups behind the base. */
    @Test
    void addsThePeriodsOfEachGroupBehindTheBase() {
        ScanRows rows = new ScanRows(1, 2);
        for (int month = 0; month < 3; month++) {
            rows.add(0, ScanRows.JANUARY + month, 1L << month).add(1, ScanRows.JANUARY + month, 100L << month);
        }
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM)
                .during(ScanRows.JANUARY, ScanRows.JANUARY + 2)
                .groupPeriods(new int[] {1, -1, 0}, 2)
                .groupRegions(new int[] {0, 1, 1}, 2);
        Segment segment = scan.block.segments().get(0);
        Accumulators found = new Accumulators(scan);

        new PeriodSums(segment, new PeriodParts(scan, segment)).add(0, 2, 2, found);

        assertThat(found.count).containsExactly(0, 0, 2, 2);
        assertThat(found.sum).containsExactly(0, 0, 404, 101);
    }

    /** A group for each month, of four groups behind the base: in order and not, with and without a gap. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 2, '101, 202, 404, 0'",
        "1, 2, 3, '0, 101, 202, 404'",
        "0, 2, 3, '101, 0, 202, 404'",
        "0, 2, 1, '101, 404, 202, 0'",
        "-1, 0, 1, '202, 404, 0, 0'",
        "0, 1, -1, '101, 202, 0, 0'",
    })
    void addsEachPeriodToAGroupOfItsOwn(int first, int second, int third, String expected) {
        ScanRows rows = new ScanRows(1, 2);
        for (int month = 0; month < 3; month++) {
            rows.add(0, ScanRows.JANUARY + month, 1L << month).add(1, ScanRows.JANUARY + month, 100L << month);
        }
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM)
                .during(ScanRows.JANUARY, ScanRows.JANUARY + 2)
                .groupPeriods(new int[] {first, second, third}, 4)
                .groupRegions(new int[] {0, 1, 1}, 2);
        Segment segment = scan.block.segments().get(0);
        Accumulators found = new Accumulators(scan);

        new PeriodSums(segment, new PeriodParts(scan, segment)).add(0, 2, 4, found);

        long[] sums = Arrays.stream(expected.split(", ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        assertThat(Arrays.copyOf(found.count, 4)).containsOnly(0);
        assertThat(Arrays.copyOfRange(found.count, 4, 8))
                .containsExactly(
                        Arrays.stream(sums).map(sum -> sum == 0 ? 0 : 2).toArray());
        assertThat(Arrays.copyOfRange(found.sum, 4, 8)).containsExactly(sums);
    }

    @Test
    void countsWhereSumsAreNotWanted() {
        ScanRows rows = days(7, 10, 10);
        Scan scan = Scan.of(rows.block());
        Segment segment = scan.block.segments().get(0);
        Accumulators found = new Accumulators(scan);

        new PeriodSums(segment, new PeriodParts(scan, segment)).add(0, 2, 0, found);

        assertThat(found.count).containsExactly(20);
        assertThat(found.sum).isNull();
    }
}
