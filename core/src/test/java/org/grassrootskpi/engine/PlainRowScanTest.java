package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of grouping rows without a remark, with each kind of table, against loops over the rows. */
class PlainRowScanTest {
    private static final int TOWNS = 3;
    private static final int COMMUNITIES = 4;
    private static final int MONTHS = 30;
    private static final int JANUARY = ScanRows.JANUARY;
    private static final ScanAggregate[][] AGGREGATES = {
        {},
        {ScanAggregate.SUM},
        {ScanAggregate.MIN},
        {ScanAggregate.MAX},
        {ScanAggregate.SUM, ScanAggregate.MIN},
        {ScanAggregate.SUM, ScanAggregate.MIN, ScanAggregate.MAX}
    };

    /** Rows from April 2020 on, all of them positive, so that a zero is no extreme. */
    private static ScanRows rows(long greatest, double density) {
        Random random = new Random(Double.hashCode(density) + greatest);
        ScanRows rows = new ScanRows(TOWNS, COMMUNITIES);
        for (int community = 0; community < TOWNS * COMMUNITIES; community++) {
            for (int month = 3; month < 3 + MONTHS; month++) {
                // The second town says nothing in 2021.
                boolean isSilent = community / COMMUNITIES == 1 && month >= 12 && month < 24;
                if (!isSilent && random.nextDouble() < density) {
                    rows.add(community, JANUARY + month, greatest - (random.nextLong() >>> 1) % (greatest / 2));
                }
            }
        }
        return rows;
    }

    /** With everything that a segment keeps of its rows, with less and less of it, and with sums that leave a long. */
    static Stream<ScanRows> tables() {
        return Stream.of(
                rows(1000, 1),
                rows(1000, 0.5),
                rows(1000, 0.1),
                rows(1L << 40, 1),
                rows(1L << 40, 0.1),
                rows(1L << 57, 1),
                rows(1L << 57, 0.1),
                rows(Long.MAX_VALUE, 1),
                rows(Long.MAX_VALUE, 0.1));
    }

    private static int[] array(int size, IntUnaryOperator groupOf) {
        int[] groups = new int[size];
        Arrays.setAll(groups, groupOf);
        return groups;
    }

    /** Every way of grouping months: some of them leave months out, or all. */
    private static void byMonths(int way, Scan scan) {
        int first = JANUARY + 3;
        int last = first + MONTHS - 1;
        int end = JANUARY + 47;
        switch (way) {
            case 0 -> {}
            case 1 -> scan.during(first, last);
            case 2 -> scan.during(first + 5, last - 4);
            case 3 -> scan.during(first + 7, first + 7);
            case 4 -> scan.during(JANUARY - 24, JANUARY - 12);
            case 5 -> scan.during(last + 3, last + 12);
            case 6 -> scan.during(JANUARY, end).groupPeriods(array(48, month -> month / 12), 4);
            case 7 -> scan.during(JANUARY, end).groupPeriods(array(48, month -> month), 48);
            case 8 -> scan.during(JANUARY, end).groupPeriods(array(48, month -> month / 12 == 1 ? 1 : -1), 2);
            case 9 -> scan.during(JANUARY, end).groupPeriods(array(48, month -> 1), 2);
            case 10 -> scan.during(first + 5, last - 4).groupPeriods(array(MONTHS - 9, month -> 1), 2);
            case 11 -> scan.during(first + 5, last - 4).groupPeriods(array(MONTHS - 9, month -> month / 4), 6);
            case 12 -> scan.during(first + 5, last - 4).groupPeriods(array(MONTHS - 9, month -> month % 3 - 1), 2);
            case 13 -> scan.during(first, last).groupPeriods(array(MONTHS, month -> month < MONTHS - 1 ? 0 : 1), 2);
            default -> scan.during(first, last).groupPeriods(array(MONTHS, month -> month == 9 ? -1 : month / 10), 3);
        }
    }

    /** Every way of grouping regions, of which there are a town and four communities in turn. */
    private static void byRegions(int way, ScanRows rows, Scan scan) {
        int size = rows.numbering().size();
        int perTown = COMMUNITIES + 1;
        switch (way) {
            case 0 -> {}
            case 1 -> scan.groupRegions(array(size, region -> region / perTown), TOWNS);
            case 2 -> scan.groupRegions(array(size, region -> region), size);
            case 3 -> scan.groupRegions(array(size, region -> region < 3 ? 0 : region < size - 2 ? 1 : 2), 3);
            case 4 -> scan.groupRegions(array(size, region -> region / perTown == 1 ? -1 : region % 2), 2);
            case 5 -> scan.within(3, size - 2);
            default -> scan.groupRegions(array(size, region -> region / perTown == 2 ? 1 : 0), 2);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void findsWhatTheRowsHave(ScanRows rows) {
        SeriesBlock block = rows.block();
        for (ScanAggregate[] aggregates : AGGREGATES) {
            for (int way = 0; way < 7; way++) {
                for (int ofMonths = 0; ofMonths < 15; ofMonths++) {
                    Scan scan = Scan.of(block, aggregates);
                    byMonths(ofMonths, scan);
                    byRegions(way, rows, scan);
                    assertThat(ScanRows.found(scan, scan.run(1)))
                            .as("%s, regions %s, months %s", scan.aggregates, way, ofMonths)
                            .isEqualTo(rows.expected(scan));
                }
            }
        }
    }

    private static Segment segment(Scan scan) {
        return scan.block.segments().get(0);
    }

    /** One group: neither rows nor subtotals are read where the segment keeps the sum and the extremes of each series. */
    @ParameterizedTest
    @MethodSource("tablesOfWholeSeries")
    void readsSumsAndExtremesOfWholeSeriesOffTheirStatistics(ScanRows rows) {
        for (ScanAggregate[] aggregates : AGGREGATES) {
            for (int way = 0; way < 7; way++) {
                Scan scan = Scan.of(rows.block(), aggregates);
                byMonths(way % 2, scan);
                byRegions(way, rows, scan);
                ScanRows.forgetRows(segment(scan));
                ScanRows.forgetSubtotals(segment(scan));

                assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
            }
        }
    }

    /** The sums of all communities of a town fit a long in each, but those of the whole table in the first alone. */
    static Stream<ScanRows> tablesOfWholeSeries() {
        return Stream.of(rows(1000, 1), rows(1L << 54, 1));
    }

    /** The sums of a town fit a long, that of the table does not: they are read off the statistics by town. */
    @Test
    void readsSumsOffStatisticsWhereTheyFitALong() {
        ScanRows rows = rows(1L << 56, 1);
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM);
        byRegions(1, rows, scan);
        assertThat(scan.block.sumFitsLong()).isFalse();
        ScanRows.forgetRows(segment(scan));

        assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
    }

    @Test
    void readsSumsOfWholeTownsOffTheirSubtotals() {
        ScanRows rows = rows(1000, 1);
        for (int way : new int[] {0, 1, 6}) {
            Scan scan = Scan.of(rows.block(), ScanAggregate.SUM)
                    .during(JANUARY, JANUARY + 47)
                    .groupPeriods(array(48, month -> month / 5), 10);
            byRegions(way, rows, scan);
            ScanRows.forgetRows(segment(scan));

            assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
        }
    }

    @Test
    void readsOnlyTheRowsOfTownsThatAreCut() {
        ScanRows rows = rows(1000, 1);
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM)
                .during(JANUARY, JANUARY + 47)
                .groupPeriods(array(48, month -> month / 5), 10);
        byRegions(5, rows, scan);
        Segment segment = segment(scan);
        int[] values = segment.values().intsUnsafe();
        Arrays.fill(values, segment.start(COMMUNITIES), segment.start(2 * COMMUNITIES), 0);

        assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
    }

    /** Sums come from the subtotals, extremes from the statistics of years, and counts from either. */
    @Test
    void readsTheExtremesOfWholeTownsAndYearsOffTheirStatistics() {
        ScanRows rows = rows(1000, 1);
        for (ScanAggregate[] aggregates : AGGREGATES) {
            for (int way : new int[] {0, 1, 6}) {
                Scan scan = Scan.of(rows.block(), aggregates)
                        .during(JANUARY, JANUARY + 47)
                        .groupPeriods(array(48, month -> month / 12), 4);
                byRegions(way, rows, scan);
                ScanRows.forgetRows(segment(scan));

                assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
            }
        }
    }

    @Test
    void readsExtremesOfYearsThatAreLeftOutInPartOffTheRows() {
        ScanRows rows = rows(1000, 1);
        Scan scan = Scan.of(rows.block(), ScanAggregate.MIN, ScanAggregate.MAX)
                .during(JANUARY, JANUARY + 47)
                .groupPeriods(array(48, month -> month == 16 ? -1 : month / 12), 4);
        assertThat(YearExtremes.of(scan, segment(scan), new Accumulators(scan))).isNull();
        assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
    }

    /** The groups of periods are asked for once: what becomes of the array afterwards makes no difference. */
    @ParameterizedTest
    @MethodSource("groupsOfMonths")
    void asksForTheGroupOfEachPeriodOnceAndNotForEachRow(int firstMonth, int[] groups) {
        for (boolean isDense : new boolean[] {true, false}) {
            ScanRows rows = rows(1000, isDense ? 0.9 : 0.6);
            Scan scan = Scan.of(rows.block(), ScanAggregate.SUM)
                    .during(JANUARY + firstMonth, JANUARY + firstMonth + groups.length - 1)
                    .groupPeriods(groups.clone(), 4);
            byRegions(2, rows, scan);
            SortedMap<Integer, String> expected = rows.expected(scan);
            Accumulators found = new Accumulators(scan);
            PlainRowScan rowScan = new PlainRowScan(scan, segment(scan), found);

            Arrays.fill(scan.periodGroup, 3);
            scan.stretches().forEach(rowScan::take);

            assertThat(ScanRows.found(scan, found)).isEqualTo(expected);
        }
    }

    static Stream<Arguments> groupsOfMonths() {
        return Stream.of(
                // All months, each in a group, and a part of them in one group or several.
                Arguments.of(0, array(48, month -> month / 12 % 3)),
                Arguments.of(6, array(9, month -> 0)),
                Arguments.of(6, array(1, month -> 0)),
                Arguments.of(6, array(9, month -> month / 4)));
    }

    /** More rows than months, some of which are left out: these are added up by month, and then by group. */
    @Test
    void addsManyRowsByPeriodEvenWhereSomeAreLeftOut() {
        ScanRows rows = rows(1000, 0.6);
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM)
                .during(JANUARY, JANUARY + 47)
                .groupPeriods(array(48, month -> month % 12 == 5 ? -1 : month / 12), 4);
        byRegions(3, rows, scan);
        SortedMap<Integer, String> expected = rows.expected(scan);
        Accumulators found = new Accumulators(scan);
        PlainRowScan rowScan = new PlainRowScan(scan, segment(scan), found);

        Arrays.fill(scan.periodGroup, 3);
        scan.stretches().forEach(rowScan::take);

        assertThat(ScanRows.found(scan, found)).isEqualTo(expected);
    }

    /** A community without a row in the months that are asked for, whose segment has narrower values than the other. */
    @Test
    void takesNoExtremeOfASeriesWithoutRows() {
        for (long sign : new long[] {1, -1}) {
            ScanRows rows = new ScanRows(1, 2)
                    .add(0, JANUARY, 1)
                    .add(1, JANUARY, 2)
                    .add(1, JANUARY + 5, 3)
                    .add(1, JANUARY + 6, 3)
                    .add(1, JANUARY + 7, 3)
                    .add(1, JANUARY + 8, 3)
                    .add(0, JANUARY + 5, sign * 5_000_000_000L);
            Scan scan = Scan.of(rows.tableAppendedFrom(6).blocks().get(0), ScanAggregate.MIN, ScanAggregate.MAX)
                    .during(JANUARY + 5, JANUARY + 8);
            byRegionsOfOneTown(scan);

            assertThat(scan.block.segments()).hasSize(2);
            assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
        }
    }

    private static void byRegionsOfOneTown(Scan scan) {
        scan.groupRegions(new int[] {0, 0, 1}, 2);
    }
}
