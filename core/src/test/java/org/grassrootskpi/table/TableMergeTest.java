package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which segments of a table are merged when rows are added. */
class TableMergeTest {
    static int[] months(int first, int count) {
        return IntStream.range(0, count).map(i -> first + i).toArray();
    }

    /** An append merges the segments that have at most twice the rows of what is newer. */
    @ParameterizedTest
    @CsvSource({"2, 1, '3'", "3, 1, '3 1'", "4, 2, '6'", "5, 2, '5 2'"})
    void smallSegmentsAreMergedAndLargeOnesKept(int old, int added, String segments) {
        ObservationTable table =
                months(ObservationTable.builder(TableRowsTest.CATALOG), 0, old).build();

        ObservationTable longer = months(table.toBuilder(), old, added).build();

        assertThat(longer.blocks().get(0).segments().stream().map(segment -> Integer.toString(segment.rows())))
                .containsExactly(segments.split(" "));
        assertThat(longer)
                .isEqualTo(months(ObservationTable.builder(TableRowsTest.CATALOG), 0, old + added)
                        .build());
    }

    static ObservationTableBuilder months(ObservationTableBuilder builder, int from, int count) {
        return builder.addAll(
                "visits",
                IntStream.range(0, count).map(i -> TableRowsTest.A).toArray(),
                months(TableRowsTest.JANUARY + from, count),
                LongStream.range(from, from + count).toArray());
    }

    /** The sizes of the segments after each of several appends; at the end each is more than twice as long as the next. */
    @ParameterizedTest
    @CsvSource({
        "'20 4 1', '20 4 1'",
        "'20 4 1 1', '20 6'",
        "'9 4 1 1', '15'",
        "'8 3 1 1 1', '13 1'",
        "'80 39 1 1', '80 39 2'"
    })
    void theNewestSegmentsAreMergedAsLongAsEachIsSmall(String appends, String segments) {
        ObservationTable table = ObservationTable.builder(TableRowsTest.CATALOG).build();
        for (String added : Splitter.on(' ').split(appends)) {
            table = months(table.toBuilder(), (int) table.rows(), Integer.parseInt(added))
                    .build();
        }

        assertThat(table.blocks().get(0).segments().stream().map(segment -> Integer.toString(segment.rows())))
                .containsExactly(segments.split(" "));
        assertThat(table)
                .isEqualTo(months(ObservationTable.builder(TableRowsTest.CATALOG), 0, (int) table.rows())
                        .build());
    }

    @Test
    void plainAndRemarkedRowsAreMergedApart() {
        ObservationTable table =
                months(ObservationTable.builder(TableRowsTest.CATALOG), 0, 3).build();

        ObservationTable noted = table.toBuilder()
                .add(ObservationTableTest.observation("visits", "b", "2024-01", "近300家次"))
                .build();
        ObservationTable twice = noted.toBuilder()
                .add(ObservationTableTest.observation("visits", "b", "2024-02", "近400家次"))
                .build();
        ObservationTable plain = months(twice.toBuilder(), 3, 2).build();

        assertThat(noted.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(3, 1);
        assertThat(twice.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(3, 2);
        assertThat(plain.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(5, 2);
        assertThat(plain.blocks().get(0).segments())
                .extracting(Segment::isPlain)
                .containsExactly(true, false);
        assertThat(TableRowsTest.rows(plain))
                .containsExactly(
                        "visits:b:2024-01=300 BELOW",
                        "visits:b:2024-02=400 BELOW",
                        "visits:a:2024-01=0",
                        "visits:a:2024-02=1",
                        "visits:a:2024-03=2",
                        "visits:a:2024-04=3",
                        "visits:a:2024-05=4");
    }

    private static ObservationTableBuilder noted(ObservationTableBuilder builder, int from, int count) {
        RowAppender rows = builder.appender();
        for (int month = from; month < from + count; month++) {
            rows.row(0, TableRowsTest.B, TableRowsTest.JANUARY + month)
                    .addFigure(Quantity.parse("近" + (month + 1) * 100 + "家次"));
        }
        return builder;
    }

    @Test
    void segmentsAreComparedWithNewRowsOfTheirKind() {
        ObservationTable plain =
                months(ObservationTable.builder(TableRowsTest.CATALOG), 0, 3).build();
        assertThat(noted(months(plain.toBuilder(), 3, 1), 0, 1)
                        .build()
                        .blocks()
                        .get(0)
                        .segments())
                .extracting(Segment::rows)
                .containsExactly(3, 1, 1);

        ObservationTable table = noted(months(ObservationTable.builder(TableRowsTest.CATALOG), 0, 9), 0, 4)
                .build();
        table = noted(table.toBuilder(), 4, 1).build();
        assertThat(table.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(9, 4, 1);
        table = noted(table.toBuilder(), 5, 1).build();
        assertThat(table.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(9, 6);
        assertThat(table)
                .isEqualTo(noted(months(ObservationTable.builder(TableRowsTest.CATALOG), 0, 9), 0, 6)
                        .build());
    }

    @Test
    void statusesOfMergedSegmentsAreKept() {
        ObservationTable table = ObservationTableTest.village()
                .row("visits", "a", "2024-01", "1")
                .missing("visits", "a", "2024-02", ObservationStatus.SUPPRESSED)
                .missing("visits", "a", "2024-03", ObservationStatus.NOT_COLLECTED)
                .table();
        ObservationTableBuilder builder = table.toBuilder();
        builder.appender()
                .row(0, TableRowsTest.A, TableRowsTest.JANUARY + 3)
                .status(ObservationStatus.NOT_COLLECTED)
                .addMissing();
        ObservationTable longer = builder.build();

        assertThat(longer.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(1, 3);
        assertThat(TableRowsTest.rows(longer))
                .containsExactly(
                        "visits:a:2024-01=1",
                        "visits:a:2024-02 SUPPRESSED",
                        "visits:a:2024-03 NOT_COLLECTED",
                        "visits:a:2024-04 NOT_COLLECTED");
    }

    @Test
    void combinationsOfMergedSegmentsAreKept() {
        TableSchema schema = TableSchema.builder().addDimensions("sex").build();
        ObservationTable table =
                ObservationTable.builder(TableRowsTest.CATALOG, schema).build();
        int month = 0;
        for (List<String> members :
                List.of(List.of("f", "f", "f", "m", "m", "m"), List.of("m", "f"), List.of("f", "m"))) {
            ObservationTableBuilder builder = table.toBuilder();
            for (String member : members) {
                RowAppender rows = builder.appender();
                rows.row(0, TableRowsTest.A, TableRowsTest.JANUARY + month)
                        .combination(rows.combinationOf(List.of(member)))
                        .addUnscaled(month);
                month++;
            }
            table = builder.build();
        }

        assertThat(TableRowsTest.rows(table))
                .containsExactly(
                        "visitsf:a:2024-01=0",
                        "visitsf:a:2024-02=1",
                        "visitsf:a:2024-03=2",
                        "visitsf:a:2024-08=7",
                        "visitsf:a:2024-09=8",
                        "visitsm:a:2024-04=3",
                        "visitsm:a:2024-05=4",
                        "visitsm:a:2024-06=5",
                        "visitsm:a:2024-07=6",
                        "visitsm:a:2024-10=9");
        assertThat(table.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(10);
    }

    @Test
    void doublesMayHaveAStatus() {
        ObservationTableBuilder builder = ObservationTable.builder(
                TableRowsTest.CATALOG,
                TableSchema.builder().addFloatingPoint("money").build());
        builder.appender().row(1, TableRowsTest.A, TableRowsTest.JANUARY).addDouble(1.5);
        builder.appender()
                .row(1, TableRowsTest.A, TableRowsTest.JANUARY + 1)
                .status(ObservationStatus.ESTIMATED)
                .addDouble(2.5);
        SeriesBlock block = builder.build().blocks().get(0);

        assertThat(block.segments())
                .extracting(segment -> segment.values().size())
                .containsExactly(1, 1);
        assertThat(block.segments().get(1).values().asDouble(0)).isEqualTo(2.5);
        assertThat(block.segments().get(1).status(0)).isEqualTo(ObservationStatus.ESTIMATED);
    }
}
