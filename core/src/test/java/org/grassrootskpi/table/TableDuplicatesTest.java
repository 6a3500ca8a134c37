package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a second row of one key, by each policy. */
class TableDuplicatesTest {
    /** TableRowsTest.A table of so many months of member m, to which two rows of member f are added and one of m is repeated. */
    private static ObservationTableBuilder withDuplicates(int months, DuplicatePolicy policy) {
        TableSchema schema = TableSchema.builder().addDimensions("sex").build();
        ObservationTableBuilder builder = ObservationTable.builder(TableRowsTest.CATALOG, schema);
        RowAppender rows = builder.appender();
        for (int month = 0; month < months; month++) {
            rows.row(0, TableRowsTest.A, TableRowsTest.JANUARY + month)
                    .combination(rows.combinationOf(List.of("m")))
                    .addUnscaled(month);
        }
        ObservationTableBuilder more = builder.build().toBuilder().onDuplicates(policy);
        RowAppender newer = more.appender();
        newer.row(0, TableRowsTest.A, TableRowsTest.JANUARY + 2)
                .combination(newer.combinationOf(List.of("f")))
                .origin(7)
                .addUnscaled(20);
        newer.row(0, TableRowsTest.A, TableRowsTest.JANUARY + 3)
                .combination(newer.combinationOf(List.of("m")))
                .origin(8)
                .addUnscaled(30);
        newer.row(0, TableRowsTest.A, TableRowsTest.JANUARY + 2)
                .combination(newer.combinationOf(List.of("f")))
                .origin(9)
                .addUnscaled(21);
        return more;
    }

    private static List<String> rowsWith(int months, String f, String april) {
        List<String> rows = new ArrayList<>(List.of("visitsf:a:2024-03=" + f));
        for (int month = 0; month < months; month++) {
            rows.add("visitsm:a:" + TimePeriod.ofCode(TableRowsTest.JANUARY + month) + "="
                    + (month == 3 ? april : month));
        }
        return rows;
    }

    /** Of a few months, which are merged with the new rows, and of many, which are kept beside them. */
    @ParameterizedTest
    @ValueSource(ints = {5, 12})
    void aRevisionReplacesTheOldRow(int months) {
        assertThat(TableRowsTest.rows(
                        withDuplicates(months, DuplicatePolicy.KEEP_LAST).build()))
                .isEqualTo(rowsWith(months, "21", "30"));
    }

    @Test
    void aSegmentWithoutARevisedRowIsKept() {
        ObservationTable table = TableMergeTest.months(ObservationTable.builder(TableRowsTest.CATALOG), 0, 9)
                .build();

        SeriesBlock other = TableMergeTest.months(table.toBuilder().onDuplicates(DuplicatePolicy.KEEP_LAST), 9, 1)
                .build()
                .blocks()
                .get(0);
        SeriesBlock same = TableMergeTest.months(table.toBuilder().onDuplicates(DuplicatePolicy.KEEP_LAST), 0, 1)
                .build()
                .blocks()
                .get(0);

        assertThat(other.segments()).extracting(Segment::rows).containsExactly(9, 1);
        assertThat(same.segments()).extracting(Segment::rows).containsExactly(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12})
    void theFirstRowStaysWhereItIsAskedFor(int months) {
        List<DuplicateRow> refused = new ArrayList<>();

        assertThat(TableRowsTest.rows(
                        withDuplicates(months, DuplicatePolicy.KEEP_FIRST).build()))
                .isEqualTo(rowsWith(months, "20", "3"));
        assertThat(TableRowsTest.rows(
                        withDuplicates(months, DuplicatePolicy.REFUSE).build(10, refused::add)))
                .isEqualTo(rowsWith(months, "20", "3"));
        assertThat(refused)
                .containsExactly(
                        new DuplicateRow("visits:a:2024-03[f]", 7, 9), new DuplicateRow("visits:a:2024-04[m]", 0, 8));
        assertThatThrownBy(() -> withDuplicates(months, DuplicatePolicy.REFUSE).build())
                .isInstanceOf(DuplicateRowException.class)
                .hasMessage(
                        "Expected one row for each indicator, region, period and combination of extra dimensions, got"
                                + " more for 2 keys: visits:a:2024-03[f], visits:a:2024-04[m]; remove the duplicates, or choose"
                                + " DuplicatePolicy.KEEP_FIRST or KEEP_LAST");
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "10, ''", "11, ', ...'"})
    void tenDuplicateKeysAreNamed(int keys, String more) {
        ObservationTableBuilder builder = ObservationTable.builder(TableRowsTest.CATALOG);
        TableMergeTest.months(TableMergeTest.months(builder, 0, keys), 0, keys);
        List<DuplicateRow> refused = new ArrayList<>();
        String named = String.join(
                ", ",
                IntStream.range(0, Math.min(10, keys))
                        .mapToObj(i -> "visits:a:" + TimePeriod.ofCode(TableRowsTest.JANUARY + i))
                        .toList());

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        DuplicateRowException.class,
                        duplicates -> assertThat(duplicates.keys()).hasSize(Math.min(10, keys)))
                .hasMessageContaining(
                        "got more for " + keys + (keys == 1 ? " key: " : " keys: ") + named + more + "; remove");
        TableMergeTest.months(TableMergeTest.months(builder, 0, keys), 0, keys).build(3, refused::add);
        assertThat(refused).hasSize(Math.min(3, keys));
    }
}
