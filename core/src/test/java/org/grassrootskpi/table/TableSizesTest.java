package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Tables whose columns are wide, whose series are many or long. */
class TableSizesTest {
    @Test
    void manyRowsKeepTheirValuesWhereverAWideOneIs() {
        int count = 300;
        int first = ObservationTableTest.code("1990-01");
        for (int wide : new int[] {0, 63, 64, 130, 299}) {
            long[] values = LongStream.range(0, count)
                    .map(i -> i == wide ? Long.MAX_VALUE - i : -i)
                    .toArray();
            ObservationTable table = ObservationTable.builder(TableRowsTest.CATALOG)
                    .addAll(
                            "visits",
                            IntStream.range(0, count).map(i -> TableRowsTest.A).toArray(),
                            IntStream.range(0, count).map(i -> first + i).toArray(),
                            values)
                    .build();
            Segment segment = table.blocks().get(0).segments().get(0);

            assertThat(IntStream.range(0, count)
                            .mapToLong(segment.values()::unscaled)
                            .toArray())
                    .as("a wide value in row %s", wide)
                    .isEqualTo(values);
            ObservationTable longer = table.toBuilder()
                    .addAll(
                            "visits",
                            IntStream.range(0, count).map(i -> TableRowsTest.B).toArray(),
                            TableMergeTest.months(first, count),
                            values)
                    .build();
            assertThat(TableRowsTest.rows(longer))
                    .hasSize(2 * count)
                    .contains("visits:a:1990-01=" + values[0], "visits:b:1990-02=" + values[1]);
        }
    }

    @Test
    void manyRemarksKeepTheirRows() {
        TableFixture village = ObservationTableTest.village();
        List<String> expected = new ArrayList<>();
        for (int month = 0; month < 200; month++) {
            String period = TimePeriod.ofCode(TableRowsTest.JANUARY + month).toString();
            if (month % 70 == 65) {
                village.missing("visits", "a", period, ObservationStatus.SUPPRESSED);
                expected.add("visits:a:" + period + " SUPPRESSED");
            } else if (month % 70 == 66) {
                village.figure("visits", "a", period, "近300家次");
                expected.add("visits:a:" + period + "=300 BELOW");
            } else {
                village.row("visits", "a", period, Integer.toString(month));
                expected.add("visits:a:" + period + "=" + month);
            }
        }

        SeriesBlock block = village.table().blocks().get(0);
        assertThat(TableRowsTest.rows(village.table())).containsExactlyElementsOf(expected);
        assertThat(block.segments()).extracting(Segment::rows).containsExactly(196, 4);
    }

    @Test
    void manySeriesAndCombinationsHaveTheirPlace() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .indicator("visits", IndicatorKind.FLOW, "count:家次", 0)
                .region("t", RegionLevel.TOWNSHIP, "");
        for (int region = 0; region < 5; region++) {
            fixture.region("r" + region, RegionLevel.COMMUNITY, "t");
        }
        for (int member = 0; member < 500; member++) {
            for (int region = 0; region < 5; region++) {
                fixture.row(
                        "visits", "r" + region, "2024", Integer.toString(member * 5 + region), "m" + (1000 + member));
            }
        }
        Segment segment = fixture.table(
                        TableSchema.builder().addDimensions("age").build())
                .blocks()
                .get(0)
                .segments()
                .get(0);

        assertThat(segment.series()).isEqualTo(2500);
        assertThat(segment.combinationValues()).hasSize(500);
        assertThat(IntStream.range(0, 2500)
                        .mapToLong(segment.values()::unscaled)
                        .toArray())
                .isEqualTo(LongStream.range(0, 2500).toArray());
        assertThat(IntStream.rangeClosed(0, 2500).map(segment::start).toArray())
                .isEqualTo(IntStream.rangeClosed(0, 2500).toArray());
        assertThat(IntStream.rangeClosed(0, 500).map(segment::combinationStart).toArray())
                .isEqualTo(IntStream.rangeClosed(0, 500).map(c -> 5 * c).toArray());
        assertThat(segment.region(2499)).isEqualTo(5);
        assertThat(segment.longest()).isEqualTo(1);
    }

    @Test
    void theLongestSeriesMayBeTheFirstOrTheLast() {
        for (String region : List.of("a", "b")) {
            Segment segment = ObservationTableTest.village()
                    .row("visits", region, "2022", "1")
                    .row("visits", region, "2023", "1")
                    .row("visits", region, "2024", "1")
                    .row("visits", "c", "2024", "1")
                    .row("visits", region.equals("a") ? "b" : "a", "2024", "1")
                    .table()
                    .blocks()
                    .get(0)
                    .segments()
                    .get(0);

            assertThat(segment.longest()).isEqualTo(3);
        }
        assertThat(ObservationTableTest.village()
                        .row("visits", "c", "2023", "1")
                        .row("visits", "c", "2024", "1")
                        .row("visits", "a", "2024", "1")
                        .table()
                        .blocks()
                        .get(0)
                        .segments()
                        .get(0)
                        .longest())
                .isEqualTo(2);
    }
}
