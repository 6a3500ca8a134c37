package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class RowByRowScanTest {
    private static final int JANUARY = ScanRows.JANUARY;
    private static final int MONTHS = 6;

    @Test
    void addsRowsThatHaveAStatus() {
        ScanRows rows = new ScanRows(1, 3)
                .add(0, JANUARY, 5, ObservationStatus.PROVISIONAL)
                .add(0, JANUARY + 1, 0, ObservationStatus.MISSING)
                .add(0, JANUARY + 2, 9, ObservationStatus.BREAK)
                .add(1, JANUARY, 100, ObservationStatus.ESTIMATED)
                .add(2, JANUARY + 1, -3, ObservationStatus.ESTIMATED)
                .add(2, JANUARY + 3, 0, ObservationStatus.SUPPRESSED);
        for (int[] regionGroup : new int[][] {{0, 0, 0, 0}, {0, 0, 1, 2}, {0, 2, -1, 0}}) {
            for (int[] periodGroup : new int[][] {{0, 0, 0, 0}, {0, 1, 2, 3}, {1, -1, 0, 0}, {-1, 2, -1, 0}}) {
                Scan scan = Scan.of(rows.block(), ScanAggregate.values())
                        .groupRegions(regionGroup, 3)
                        .during(JANUARY, JANUARY + 3)
                        .groupPeriods(periodGroup, 4);
                assertThat(ScanRows.found(scan, scan.run(1))).isEqualTo(rows.expected(scan));
            }
        }
    }

    /** Two communities whose values need two limbs; the second lacks a month. */
    private static final double[][] VALUES = {
        {Math.scalb(1.0, 60), 1.5, 0.25, -3, 7, 0.5}, {2, -Math.scalb(1.0, 61), 0.125, Double.NaN, 1e5, 1}
    };

    private static SeriesBlock doubles() {
        ScanRows places = new ScanRows(1, 2);
        ObservationTableBuilder table = ObservationTable.builder(
                places.catalog(),
                TableSchema.builder().addFloatingPoint("cases").build());
        for (int community = 0; community < 2; community++) {
            for (int month = 0; month < MONTHS; month++) {
                if (!Double.isNaN(VALUES[community][month])) {
                    table.addAll(
                            "cases", new int[] {places.region(community)}, new int[] {JANUARY + month}, new double[] {
                                VALUES[community][month]
                            });
                }
            }
        }
        return table.build().blocks().get(0);
    }

    /** The sums of the values of each group of months, rounded once. */
    private static List<Double> expected(int groups, int[] periodGroup) {
        BigDecimal[] sums = new BigDecimal[groups];
        Arrays.fill(sums, BigDecimal.ZERO);
        for (double[] values : VALUES) {
            for (int month = 0; month < MONTHS; month++) {
                if (periodGroup[month] >= 0 && !Double.isNaN(values[month])) {
                    sums[periodGroup[month]] = sums[periodGroup[month]].add(new BigDecimal(values[month]));
                }
            }
        }
        return Arrays.stream(sums).map(BigDecimal::doubleValue).toList();
    }

    private static List<Double> sums(Accumulators found) {
        DecimalColumn sums = requireNonNull(requireNonNull(found.doubles).sums());
        return Arrays.stream(requireNonNull(sums.doublesUnsafe())).boxed().toList();
    }

    @Test
    void addsDoublesOfEachPeriod() {
        for (int[] periodGroup :
                new int[][] {{0, 0, 0, 0, 0, 0}, {0, 1, 2, 3, 3, 0}, {1, 1, -1, 2, 0, 0}, {-1, 2, -1, 1, 1, -1}}) {
            Scan scan = Scan.of(doubles(), ScanAggregate.SUM)
                    .during(JANUARY, JANUARY + MONTHS - 1)
                    .groupPeriods(periodGroup, 4);
            assertThat(sums(scan.run(1))).isEqualTo(expected(4, periodGroup));
        }
    }

    /** The groups of periods are asked for once where no row is left out: what becomes of the array makes no difference. */
    @Test
    void addsDoublesInALoopThatAsksForNoGroup() {
        int[] periodGroup = {0, 1, 2, 2, 1, 0};
        Scan scan = Scan.of(doubles(), ScanAggregate.SUM)
                .during(JANUARY, JANUARY + MONTHS - 1)
                .groupPeriods(periodGroup.clone(), 4);
        Accumulators found = new Accumulators(scan);
        RowByRowScan rowScan = new RowByRowScan(scan, scan.block.segments().get(0), found);

        Arrays.fill(scan.periodGroup, 3);
        scan.stretches().forEach(rowScan::take);

        assertThat(found.count).containsExactly(4, 4, 3, 0);
        assertThat(sums(found)).isEqualTo(expected(4, periodGroup));
    }

    @Test
    void leavesOutDoublesWhoseStatusHasNoValue() {
        ScanRows places = new ScanRows(1, 1);
        ObservationTableBuilder table = ObservationTable.builder(
                places.catalog(),
                TableSchema.builder().addFloatingPoint("cases").build());
        String[] figures = {"1152921504606846976", "", "1", "3"};
        ObservationStatus[] statuses = {
            ObservationStatus.ESTIMATED, ObservationStatus.MISSING, ObservationStatus.BREAK, ObservationStatus.ESTIMATED
        };
        for (int month = 0; month < figures.length; month++) {
            Observation.Builder row = Observation.builder()
                    .indicator("cases")
                    .region("t00-000")
                    .period(TimePeriod.ofCode(JANUARY + month))
                    .status(statuses[month])
                    .citation(Citation.of("report", "1", "x"));
            if (!figures[month].isEmpty()) {
                row.figure(Quantity.of(
                        new BigDecimal(figures[month]),
                        places.catalog().indicator("cases").unit()));
            }
            table.add(row.build());
        }
        Scan scan = Scan.of(
                table.build().blocks().get(0), ScanAggregate.SUM, ScanAggregate.STATUS, ScanAggregate.VALUELESS);
        Accumulators found = scan.run(1);

        assertThat(requireNonNull(found.doubles).addsAll()).isTrue();
        assertThat(found.count).containsExactly(3);
        assertThat(found.valueless).containsExactly(1);
        assertThat(found.worstStatuses()).containsExactly(ObservationStatus.MISSING);
        assertThat(sums(found)).containsExactly(Math.scalb(1.0, 60));
    }

    /** Rows with a precision of their own are kept apart from those that have only a status. */
    @Test
    void gathersRowsWithAPrecisionOfTheirOwn() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("cases", IndicatorKind.FLOW, "count:宗", 0)
                .figure("cases", "t", "2020-01", "约30宗")
                .figure("cases", "t", "2020-02", "超50宗")
                .figure("cases", "t", "2020-03", "约20宗");
        fixture.row(new TableFixture.Row(
                "cases",
                "t",
                TimePeriod.parse("2020-04"),
                Optional.of(Quantity.parse("7宗")),
                ObservationStatus.PROVISIONAL,
                List.of()));
        Scan scan =
                Scan.of(fixture.table().blocks().get(0), ScanAggregate.SUM, ScanAggregate.MIN, ScanAggregate.STATUS);
        Accumulators found = scan.run(1);
        List<String> stated = new ArrayList<>();
        requireNonNull(found.stated)
                .forEach((group, precision, rows, least, greatest) ->
                        stated.add(group + "/" + precision + ": " + rows + ", " + least + ".." + greatest));

        assertThat(stated).containsExactly("0/0: 2, 20..30", "0/1: 1, 50..50");
        assertThat(found.count).containsExactly(4);
        assertThat(found.sum).containsExactly(107);
        assertThat(found.min).as("of the row without a precision of its own").containsExactly(7);
        assertThat(found.worstStatuses()).containsExactly(ObservationStatus.PROVISIONAL);
    }
}
