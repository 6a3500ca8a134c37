package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneRowPerGroupScanTest {
    private static final int JANUARY = ScanRows.JANUARY;
    private static final int MONTHS = 6;

    /** Two towns of three communities, each with half of the months. */
    private static ScanRows rows(long greatest) {
        Random random = new Random(greatest);
        ScanRows rows = new ScanRows(2, 3);
        for (int community = 0; community < 6; community++) {
            for (int month = community % 2; month < MONTHS; month += 2) {
                rows.add(community, JANUARY + month, random.nextLong() % greatest);
            }
        }
        return rows;
    }

    private static int[] array(int size, IntUnaryOperator groupOf) {
        int[] groups = new int[size];
        Arrays.setAll(groups, groupOf);
        return groups;
    }

    /** Groups each region and each month. */
    private static Scan each(SeriesBlock block) {
        return Scan.of(block, ScanAggregate.SUM)
                .groupRegions(array(100, region -> region), 100)
                .during(JANUARY, JANUARY + MONTHS - 1)
                .groupPeriods(array(MONTHS, month -> month), MONTHS);
    }

    private static boolean fits(IntUnaryOperator regionGroup, IntUnaryOperator periodGroup) {
        return OneRowPerGroupScan.fits(Scan.of(rows(1000).block(), ScanAggregate.SUM)
                .groupRegions(array(8, regionGroup), 10)
                .during(JANUARY, JANUARY + MONTHS - 1)
                .groupPeriods(array(MONTHS, periodGroup), 10));
    }

    @Test
    void fitsWhereGroupsAscendWithRegionsAndPeriods() {
        assertThat(fits(region -> region, month -> month)).isTrue();
        assertThat(fits(region -> region + 2, month -> month + 1)).isTrue();

        assertThat(fits(region -> region / 2, month -> month))
                .as("two regions in one group")
                .isFalse();
        assertThat(fits(region -> 7 - region, month -> month))
                .as("regions descend")
                .isFalse();
        assertThat(fits(region -> region == 2 ? -1 : region, month -> month))
                .as("a region left out")
                .isFalse();
        assertThat(fits(region -> region == 1 ? -1 : region, month -> month))
                .as("the first left out")
                .isFalse();
        assertThat(fits(region -> region, month -> month / 2))
                .as("two months in one group")
                .isFalse();
        assertThat(fits(region -> region, month -> Math.min(month, 4)))
                .as("the last two months in one group")
                .isFalse();
        assertThat(fits(region -> region, month -> 5 - month))
                .as("months descend")
                .isFalse();
        assertThat(fits(region -> region, month -> month == 3 ? -1 : month))
                .as("a month left out")
                .isFalse();
        assertThat(fits(region -> region, month -> month - 1))
                .as("the first month left out")
                .isFalse();
    }

    @Test
    void fitsWhereRegionsThatAreNotSelectedAreInNoOrder() {
        Scan scan = each(rows(1000).block());
        scan.groupRegions(array(8, region -> region < 5 ? 0 : region), 8).within(5, 8);

        assertThat(OneRowPerGroupScan.fits(scan)).isTrue();
        scan.within(2, 8);
        assertThat(OneRowPerGroupScan.fits(scan)).isFalse();
    }

    @Test
    void fitsExactValuesAlone() {
        ScanRows places = rows(1000);
        SeriesBlock doubles = ObservationTable.builder(
                        places.catalog(),
                        TableSchema.builder().addFloatingPoint("cases").build())
                .addAll("cases", new int[] {places.region(0)}, new int[] {JANUARY}, new double[] {1.5})
                .build()
                .blocks()
                .get(0);

        assertThat(OneRowPerGroupScan.fits(each(doubles))).isFalse();
    }

    @Test
    void fitsNoRowsWithAPrecisionOfTheirOwnUnlessTheyAreCounted() {
        SeriesBlock about = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("cases", IndicatorKind.FLOW, "count:宗", 0)
                .figure("cases", "t", "2020-01", "约30宗")
                .table()
                .blocks()
                .get(0);

        assertThat(OneRowPerGroupScan.fits(each(about))).isFalse();
        assertThat(OneRowPerGroupScan.fits(Scan.counting(about))).isTrue();
    }

    @Test
    void fitsRowsOfOneCombinationThatIsNotGrouped() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("cases", IndicatorKind.FLOW, "count:宗", 0)
                .row("cases", "t", "2020-01", "1", "web");
        TableSchema schema = TableSchema.builder().addDimensions("channel").build();

        Scan one = each(fixture.table(schema).blocks().get(0));
        assertThat(OneRowPerGroupScan.fits(one)).isTrue();
        assertThat(OneRowPerGroupScan.fits(one.groupCombinations(new int[] {0}, 1)))
                .isFalse();

        fixture.row("cases", "t", "2020-01", "2", "phone");
        assertThat(OneRowPerGroupScan.fits(each(fixture.table(schema).blocks().get(0))))
                .isFalse();
    }

    /** The selected rows in the order of their groups. */
    private static List<String> expected(ScanRows rows, Scan scan) {
        return rows.rows.stream()
                .filter(row -> row.region() >= scan.regionFrom && row.region() < scan.regionTo)
                .sorted(Comparator.comparingInt(ScanRows.Row::region).thenComparingInt(ScanRows.Row::period))
                .map(row -> row.region() * scan.periodGroups + row.period() - JANUARY + ": " + row.value() + " "
                        + row.status() + (row.status().hasValue() ? " 1" : " 0"))
                .toList();
    }

    private static List<String> found(OneRowPerGroupScan found) {
        List<String> texts = new ArrayList<>();
        for (int position = 0; position < found.groups.length; position++) {
            texts.add(found.groups[position] + ": " + found.values.unscaled(position) + " "
                    + (found.statuses == null ? ObservationStatus.NORMAL : found.statuses[position]) + " "
                    + (found.counts == null ? 1 : found.counts[position]));
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"1000, 0, 8", "1000, 3, 7", "1000000000000, 0, 8", "1000000000000, 3, 8", "1000, 4, 4"})
    void passesOnTheRowsOfOneSegment(long greatest, int fromRegion, int toRegion) {
        ScanRows rows = rows(greatest);
        Scan scan = each(rows.block()).within(fromRegion, toRegion);

        for (int threads : new int[] {1, 2}) {
            OneRowPerGroupScan run = OneRowPerGroupScan.run(scan, threads);
            assertThat(found(run)).isEqualTo(expected(rows, scan));
            assertThat(run.statuses).isNull();
            assertThat(run.counts).isNull();
        }
    }

    @Test
    void doesNotCopyTheValuesOfOneSegment() {
        ScanRows rows = rows(1000);
        Scan scan = each(rows.block());
        OneRowPerGroupScan run = OneRowPerGroupScan.run(scan, 1);

        Arrays.fill(scan.block.segments().get(0).values().intsUnsafe(), 77);

        assertThat(run.values.unscaled(0)).isEqualTo(77);
    }

    @ParameterizedTest
    @CsvSource({"9, 0, 8", "1, 0, 8", "17, 0, 8", "9, 3, 8", "9, 3, 5"})
    void mergesTheRowsOfSeveralSegments(int appendedFrom, int fromRegion, int toRegion) {
        ScanRows rows = rows(1000);
        // So that each segment has rows of most regions, in an order of its own.
        Collections.shuffle(rows.rows, new Random(3));
        List<SeriesBlock> blocks = rows.tableAppendedFrom(appendedFrom).blocks();
        Scan scan = each(blocks.get(0)).within(fromRegion, toRegion);

        for (int threads : new int[] {1, 2}) {
            OneRowPerGroupScan run = OneRowPerGroupScan.run(scan, threads);
            assertThat(found(run)).isEqualTo(expected(rows, scan));
            assertThat(run.statuses).isNull();
            assertThat(run.counts).isNull();
        }
    }

    @Test
    void mergesWithRowsThatHaveAStatus() {
        ScanRows rows = rows(1000)
                .add(0, JANUARY + 1, 40, ObservationStatus.PROVISIONAL)
                .add(3, JANUARY + 2, 50, ObservationStatus.BREAK);
        Scan scan = each(rows.block());
        OneRowPerGroupScan run = OneRowPerGroupScan.run(scan, 1);

        assertThat(scan.block.segments()).hasSize(2);
        assertThat(found(run)).isEqualTo(expected(rows, scan));
        assertThat(run.statuses).isNotNull();
        assertThat(run.counts).as("every row has a value").isNull();
    }

    @Test
    void countsNoValueOfRowsWithoutOne() {
        ScanRows rows = rows(1000)
                .add(0, JANUARY + 1, 40, ObservationStatus.PROVISIONAL)
                .add(3, JANUARY + 2, 0, ObservationStatus.MISSING)
                .add(5, JANUARY + 4, 0, ObservationStatus.SUPPRESSED);
        Scan scan = each(rows.block());

        assertThat(found(OneRowPerGroupScan.run(scan, 1))).isEqualTo(expected(rows, scan));
    }

    @Test
    void givesTheStatusesOfRowsOfWhichAllHaveOne() {
        ScanRows rows = new ScanRows(1, 2)
                .add(0, JANUARY, 5, ObservationStatus.ESTIMATED)
                .add(1, JANUARY, 0, ObservationStatus.MISSING)
                .add(1, JANUARY + 1, 6, ObservationStatus.BREAK);
        Scan scan = each(rows.block());

        assertThat(scan.block.segments()).hasSize(1);
        assertThat(found(OneRowPerGroupScan.run(scan, 1))).isEqualTo(expected(rows, scan));
    }

    @Test
    void writesTheGroupsOfManyRowsInChunks() {
        int communities = 200;
        int months = 200;
        ScanRows rows = new ScanRows(1, communities);
        for (int community = 0; community < communities; community++) {
            for (int month = 0; month < months; month++) {
                rows.add(community, JANUARY + month, community * 1000L + month);
            }
        }
        Scan scan = Scan.of(rows.block(), ScanAggregate.SUM)
                .groupRegions(array(communities + 1, region -> region), communities + 1)
                .during(JANUARY, JANUARY + months - 1)
                .groupPeriods(array(months, month -> month), months);

        assertThat(found(OneRowPerGroupScan.run(scan, 2))).isEqualTo(expected(rows, scan));
    }
}
