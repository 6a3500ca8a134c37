package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows come out of a table, by each way in. */
class TableRowsTest {
    private static final Catalog CATALOG = ObservationTableTest.village().catalog();
    private static final RegionNumbering ORDER = RegionNumbering.of(CATALOG);
    private static final int A = ORDER.numberOf("a");
    private static final int B = ORDER.numberOf("b");
    private static final int JANUARY = ObservationTableTest.code("2024-01");

    /** All rows of a table in the order of their keys, as text. */
    private static List<String> rows(ObservationTable table) {
        List<String> rows = new ArrayList<>();
        for (SeriesBlock block : table.blocks()) {
            RowCursor cursor = new RowCursor(block);
            while (cursor.next()) {
                Segment segment = cursor.segment();
                int row = cursor.row();
                ObservationStatus status = segment.status(row);
                String value = !status.hasValue()
                        ? ""
                        : segment.values().isFloatingPoint()
                                ? "=" + segment.values().asDouble(row)
                                : "=" + segment.values().unscaled(row);
                String bounds = segment.isPlain()
                                || !status.hasValue()
                                || segment.values().isFloatingPoint()
                        ? ""
                        : " " + segment.precision(row).qualifier();
                rows.add(block.indicator().id()
                        + String.join("/", block.combinationValues().get(cursor.combination()))
                        + ":"
                        + ORDER.region(cursor.region()).code()
                        + ":"
                        + TimePeriod.ofCode(cursor.period())
                        + value
                        + bounds
                        + (status == ObservationStatus.NORMAL ? "" : " " + status));
            }
        }
        return rows;
    }

    @Test
    void anAppenderAddsRowsWithTheirRemarks() {
        ObservationTableBuilder builder = ObservationTable.builder(
                CATALOG,
                TableSchema.builder()
                        .addDimensions("sex")
                        .addFloatingPoint("money")
                        .build());
        RowAppender rows = builder.appender();
        int f = rows.combinationOf(List.of("f"));
        int m = rows.combinationOf(List.of("m"));
        rows.row(0, A, JANUARY).combination(m).addUnscaled(5);
        rows.row(0, A, JANUARY)
                .combination(f)
                .status(ObservationStatus.PROVISIONAL)
                .addFigure(Quantity.parse("近300家次"));
        rows.row(0, B, JANUARY)
                .combination(f)
                .status(ObservationStatus.NOT_COLLECTED)
                .addMissing();
        rows.row(0, B, JANUARY + 1)
                .combination(f)
                .status(ObservationStatus.NORMAL)
                .addUnscaled(7);
        rows.row(1, A, JANUARY).combination(f).addDouble(-0.0);
        rows.row(1, B, JANUARY).combination(f).addFigure(Quantity.parse("0.25 CNY"));

        assertThat(rows.combinationOf(List.of("f"))).isEqualTo(f);
        assertThat(rows(builder.build()))
                .containsExactly(
                        "visitsf:b:2024-01 NOT_COLLECTED",
                        "visitsf:b:2024-02=7",
                        "visitsf:a:2024-01=300 BELOW PROVISIONAL",
                        "visitsm:a:2024-01=5",
                        "moneyf:b:2024-01=0.25",
                        "moneyf:a:2024-01=0.0");
    }

    @Test
    void everyRowNeedsItsOwnBeginning() {
        RowAppender rows = ObservationTable.builder(CATALOG).appender();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.addUnscaled(5))
                .withMessage("Row 0: expected a position in Catalog.indicators() below 3, got -1");
        rows.row(0, A, JANUARY).addUnscaled(5);
        assertThatIllegalArgumentException().isThrownBy(() -> rows.addUnscaled(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.row(0, A, JANUARY).combination(-2).addUnscaled(5))
                .withMessage("Expected a number of combinationOf(...) below 1 in combination(...), got -2");
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807家次, 9223372036854775807",
        "-9223372036854775808家次, -9223372036854775808",
        "1200家次, 1200"
    })
    void aFigureMayBeAsLargeAsALong(String figure, long value) {
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG);
        builder.appender().row(0, A, JANUARY).addFigure(Quantity.parse(figure));

        assertThat(builder.build().blocks().get(0).segments().get(0).values().unscaled(0))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808家次, 'expected a number below 2^63 at 0 decimals, got 9223372036854775808; declare fewer decimals"
                + " or a larger unit'",
        "0.5家次, 'expected at most 0 decimals in count:家次, got 0.5'"
    })
    void aFigureThatDoesNotFitIsRefused(String figure, String message) {
        RowAppender rows = ObservationTable.builder(CATALOG).appender().row(0, A, JANUARY);

        assertThatThrownBy(() -> rows.addFigure(Quantity.parse(figure)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(message);
    }

    @Test
    void arraysAreAddedInAnyOrder() {
        TableSchema schema = TableSchema.builder().addFloatingPoint("money").build();
        ObservationTable table = ObservationTable.builder(CATALOG, schema)
                .addAll("visits", new int[] {A, B}, new int[] {JANUARY + 1, JANUARY}, new long[] {1, 2})
                .addAll(new int[] {0, 2}, new int[] {A, B}, new int[] {JANUARY, JANUARY}, new long[] {3, 4})
                .addAll("money", new int[] {A, B, A}, new int[] {JANUARY, JANUARY, JANUARY + 1}, new double[] {
                    0.5, -1e300, -0.0
                })
                .build();

        assertThat(table.blocks("money").get(0).segments().get(0).values().raw(2))
                .as("minus zero is zero")
                .isZero();
        assertThat(rows(table))
                .containsExactly(
                        "visits:b:2024-01=2",
                        "visits:a:2024-01=3",
                        "visits:a:2024-02=1",
                        "money:b:2024-01=-1.0E300",
                        "money:a:2024-01=0.5",
                        "money:a:2024-02=0.0",
                        "grade:b:2024-01=4");
        assertThat(table.bytes())
                .isEqualTo(table.blocks().stream().mapToLong(SeriesBlock::bytes).sum())
                .isPositive();
        assertThat(table).hasToString("7 rows in 3 blocks");
    }

    @Test
    void badArraysAreRefusedByTheirRowAndTheRowsBeforeItHaveBeenAdded() {
        ObservationTableBuilder builder = ObservationTable.builder(
                CATALOG, TableSchema.builder().addFloatingPoint("money").build());
        int[] two = {A, B};
        int[] periods = {JANUARY, JANUARY};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll("visits", two, new int[] {JANUARY, -1}, new long[] {1, 2}))
                .withMessage("Row 1: expected a code of TimePeriod.toCode(), got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll("visits", new int[] {B, 5}, periods, new long[] {1, 2}))
                .withMessage("Row 1: expected a number of RegionNumbering below 5, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll(new int[] {2, -1}, two, periods, new long[] {1, 2}))
                .withMessage("Row 1: expected a position in Catalog.indicators() below 3, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll(new int[] {2, 3}, new int[] {B, A}, periods, new long[] {1, 2}))
                .withMessage("Row 1: expected a position in Catalog.indicators() below 3, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll(new int[] {0, 1}, two, new int[] {JANUARY + 1, JANUARY}, new long[2]))
                .withMessage(
                        "Indicator 'money' holds doubles by TableSchema.floatingPoint(): expected an array of doubles");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll("money", two, periods, new double[] {1, Double.NEGATIVE_INFINITY}))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll(new int[2], new int[1], periods, new long[2]))
                .withMessage("Expected arrays of one length, got 2, 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll(new int[2], two, periods, new long[3]))
                .withMessage("Expected arrays of one length, got 2, 3 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll("money", two, periods, new double[1]))
                .withMessage("Expected arrays of one length, got 2, 2 and 1");
        assertThat(rows(builder.onDuplicates(DuplicatePolicy.KEEP_FIRST).build()))
                .containsExactly(
                        "visits:b:2024-01=1",
                        "visits:a:2024-01=1",
                        "visits:a:2024-02=0",
                        "money:a:2024-01=1.0",
                        "grade:b:2024-01=1",
                        "grade:a:2024-01=1");
    }

    @Test
    void manyRowsKeepTheirValuesWhereverAWideOneIs() {
        int count = 300;
        int first = ObservationTableTest.code("1990-01");
        for (int wide : new int[] {0, 63, 64, 130, 299}) {
            long[] values = LongStream.range(0, count)
                    .map(i -> i == wide ? Long.MAX_VALUE - i : -i)
                    .toArray();
            ObservationTable table = ObservationTable.builder(CATALOG)
                    .addAll(
                            "visits",
                            IntStream.range(0, count).map(i -> A).toArray(),
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
                    .addAll("visits", IntStream.range(0, count).map(i -> B).toArray(), months(first, count), values)
                    .build();
            assertThat(rows(longer))
                    .hasSize(2 * count)
                    .contains("visits:a:1990-01=" + values[0], "visits:b:1990-02=" + values[1]);
        }
    }

    private static int[] months(int first, int count) {
        return IntStream.range(0, count).map(i -> first + i).toArray();
    }

    @Test
    void manyRemarksKeepTheirRows() {
        TableFixture village = ObservationTableTest.village();
        List<String> expected = new ArrayList<>();
        for (int month = 0; month < 200; month++) {
            String period = TimePeriod.ofCode(JANUARY + month).toString();
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
        assertThat(rows(village.table())).containsExactlyElementsOf(expected);
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

    /** An append merges the segments that have at most twice the rows of what is newer. */
    @ParameterizedTest
    @CsvSource({"2, 1, '3'", "3, 1, '3 1'", "4, 2, '6'", "5, 2, '5 2'"})
    void smallSegmentsAreMergedAndLargeOnesKept(int old, int added, String segments) {
        ObservationTable table =
                months(ObservationTable.builder(CATALOG), 0, old).build();

        ObservationTable longer = months(table.toBuilder(), old, added).build();

        assertThat(longer.blocks().get(0).segments().stream().map(segment -> Integer.toString(segment.rows())))
                .containsExactly(segments.split(" "));
        assertThat(longer)
                .isEqualTo(months(ObservationTable.builder(CATALOG), 0, old + added)
                        .build());
    }

    private static ObservationTableBuilder months(ObservationTableBuilder builder, int from, int count) {
        return builder.addAll(
                "visits",
                IntStream.range(0, count).map(i -> A).toArray(),
                months(JANUARY + from, count),
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
        ObservationTable table = ObservationTable.builder(CATALOG).build();
        for (String added : Splitter.on(' ').split(appends)) {
            table = months(table.toBuilder(), (int) table.rows(), Integer.parseInt(added))
                    .build();
        }

        assertThat(table.blocks().get(0).segments().stream().map(segment -> Integer.toString(segment.rows())))
                .containsExactly(segments.split(" "));
        assertThat(table)
                .isEqualTo(months(ObservationTable.builder(CATALOG), 0, (int) table.rows())
                        .build());
    }

    @Test
    void plainAndRemarkedRowsAreMergedApart() {
        ObservationTable table = months(ObservationTable.builder(CATALOG), 0, 3).build();

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
        assertThat(rows(plain))
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
            rows.row(0, B, JANUARY + month).addFigure(Quantity.parse("近" + (month + 1) * 100 + "家次"));
        }
        return builder;
    }

    @Test
    void segmentsAreComparedWithNewRowsOfTheirKind() {
        ObservationTable plain = months(ObservationTable.builder(CATALOG), 0, 3).build();
        assertThat(noted(months(plain.toBuilder(), 3, 1), 0, 1)
                        .build()
                        .blocks()
                        .get(0)
                        .segments())
                .extracting(Segment::rows)
                .containsExactly(3, 1, 1);

        ObservationTable table =
                noted(months(ObservationTable.builder(CATALOG), 0, 9), 0, 4).build();
        table = noted(table.toBuilder(), 4, 1).build();
        assertThat(table.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(9, 4, 1);
        table = noted(table.toBuilder(), 5, 1).build();
        assertThat(table.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(9, 6);
        assertThat(table)
                .isEqualTo(noted(months(ObservationTable.builder(CATALOG), 0, 9), 0, 6)
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
                .row(0, A, JANUARY + 3)
                .status(ObservationStatus.NOT_COLLECTED)
                .addMissing();
        ObservationTable longer = builder.build();

        assertThat(longer.blocks().get(0).segments()).extracting(Segment::rows).containsExactly(1, 3);
        assertThat(rows(longer))
                .containsExactly(
                        "visits:a:2024-01=1",
                        "visits:a:2024-02 SUPPRESSED",
                        "visits:a:2024-03 NOT_COLLECTED",
                        "visits:a:2024-04 NOT_COLLECTED");
    }

    @Test
    void combinationsOfMergedSegmentsAreKept() {
        TableSchema schema = TableSchema.builder().addDimensions("sex").build();
        ObservationTable table = ObservationTable.builder(CATALOG, schema).build();
        int month = 0;
        for (List<String> members :
                List.of(List.of("f", "f", "f", "m", "m", "m"), List.of("m", "f"), List.of("f", "m"))) {
            ObservationTableBuilder builder = table.toBuilder();
            for (String member : members) {
                RowAppender rows = builder.appender();
                rows.row(0, A, JANUARY + month)
                        .combination(rows.combinationOf(List.of(member)))
                        .addUnscaled(month);
                month++;
            }
            table = builder.build();
        }

        assertThat(rows(table))
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
                CATALOG, TableSchema.builder().addFloatingPoint("money").build());
        builder.appender().row(1, A, JANUARY).addDouble(1.5);
        builder.appender()
                .row(1, A, JANUARY + 1)
                .status(ObservationStatus.ESTIMATED)
                .addDouble(2.5);
        SeriesBlock block = builder.build().blocks().get(0);

        assertThat(block.segments())
                .extracting(segment -> segment.values().size())
                .containsExactly(1, 1);
        assertThat(block.segments().get(1).values().asDouble(0)).isEqualTo(2.5);
        assertThat(block.segments().get(1).status(0)).isEqualTo(ObservationStatus.ESTIMATED);
    }

    /** A table of so many months of member m, to which two rows of member f are added and one of m is repeated. */
    private static ObservationTableBuilder withDuplicates(int months, DuplicatePolicy policy) {
        TableSchema schema = TableSchema.builder().addDimensions("sex").build();
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG, schema);
        RowAppender rows = builder.appender();
        for (int month = 0; month < months; month++) {
            rows.row(0, A, JANUARY + month)
                    .combination(rows.combinationOf(List.of("m")))
                    .addUnscaled(month);
        }
        ObservationTableBuilder more = builder.build().toBuilder().onDuplicates(policy);
        RowAppender newer = more.appender();
        newer.row(0, A, JANUARY + 2)
                .combination(newer.combinationOf(List.of("f")))
                .origin(7)
                .addUnscaled(20);
        newer.row(0, A, JANUARY + 3)
                .combination(newer.combinationOf(List.of("m")))
                .origin(8)
                .addUnscaled(30);
        newer.row(0, A, JANUARY + 2)
                .combination(newer.combinationOf(List.of("f")))
                .origin(9)
                .addUnscaled(21);
        return more;
    }

    private static List<String> rowsWith(int months, String f, String april) {
        List<String> rows = new ArrayList<>(List.of("visitsf:a:2024-03=" + f));
        for (int month = 0; month < months; month++) {
            rows.add("visitsm:a:" + TimePeriod.ofCode(JANUARY + month) + "=" + (month == 3 ? april : month));
        }
        return rows;
    }

    /** Of a few months, which are merged with the new rows, and of many, which are kept beside them. */
    @ParameterizedTest
    @ValueSource(ints = {5, 12})
    void aRevisionReplacesTheOldRow(int months) {
        assertThat(rows(withDuplicates(months, DuplicatePolicy.KEEP_LAST).build()))
                .isEqualTo(rowsWith(months, "21", "30"));
    }

    @Test
    void aSegmentWithoutARevisedRowIsKept() {
        ObservationTable table = months(ObservationTable.builder(CATALOG), 0, 9).build();

        SeriesBlock other = months(table.toBuilder().onDuplicates(DuplicatePolicy.KEEP_LAST), 9, 1)
                .build()
                .blocks()
                .get(0);
        SeriesBlock same = months(table.toBuilder().onDuplicates(DuplicatePolicy.KEEP_LAST), 0, 1)
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

        assertThat(rows(withDuplicates(months, DuplicatePolicy.KEEP_FIRST).build()))
                .isEqualTo(rowsWith(months, "20", "3"));
        assertThat(rows(withDuplicates(months, DuplicatePolicy.REFUSE).build(10, refused::add)))
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
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG);
        months(months(builder, 0, keys), 0, keys);
        List<DuplicateRow> refused = new ArrayList<>();
        String named = String.join(
                ", ",
                IntStream.range(0, Math.min(10, keys))
                        .mapToObj(i -> "visits:a:" + TimePeriod.ofCode(JANUARY + i))
                        .toList());

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        DuplicateRowException.class,
                        duplicates -> assertThat(duplicates.keys()).hasSize(Math.min(10, keys)))
                .hasMessageContaining(
                        "got more for " + keys + (keys == 1 ? " key: " : " keys: ") + named + more + "; remove");
        months(months(builder, 0, keys), 0, keys).build(3, refused::add);
        assertThat(refused).hasSize(Math.min(3, keys));
    }

    @Test
    void blocksAreFoundByIndicatorLevelAndFrequency() {
        ObservationTable table = ObservationTableTest.village()
                .row("visits", "a", "2024-01", "1")
                .row("visits", "a", "2024", "1")
                .row("visits", "t", "2024", "1")
                .row("money", "a", "2024", "1")
                .table();

        assertThat(table.blocks("visits")).isEqualTo(table.blocks().subList(0, 3));
        assertThat(table.blocks("grade")).isEmpty();
        assertThat(table.block("visits", RegionLevel.COMMUNITY, Frequency.ANNUAL))
                .contains(table.blocks().get(1));
        assertThat(table.block("visits", RegionLevel.TOWNSHIP, Frequency.MONTHLY))
                .isEmpty();
        assertThat(table.block("money", RegionLevel.TOWNSHIP, Frequency.ANNUAL)).isEmpty();
        assertThat(table.schema()).isEqualTo(TableSchema.empty());
        assertThat(table.catalog()).isEqualTo(CATALOG);
        assertThat(table.regions().size()).isEqualTo(5);
    }

    @Test
    void tablesOfOtherRowsCataloguesOrSchemasAreNotEqual() {
        TableFixture village = ObservationTableTest.village().row("visits", "a", "2024", "1");
        ObservationTable table = village.table();

        assertThat(table).isEqualTo(village.table()).hasSameHashCodeAs(village.table());
        assertThat(table)
                .isNotEqualTo(village.table(
                        TableSchema.builder().addFloatingPoint("money").build()));
        assertThat(table)
                .isNotEqualTo(ObservationTableTest.village()
                        .row("visits", "a", "2024", "2")
                        .table());
        assertThat(table)
                .isNotEqualTo(ObservationTableTest.village()
                        .region("z", RegionLevel.COMMUNITY, "t")
                        .row("visits", "a", "2024", "1")
                        .table());
        assertThat(table).isNotEqualTo("table");
        assertThat(table.hashCode())
                .isNotEqualTo(ObservationTable.builder(CATALOG).build().hashCode());
    }

    @Test
    void theObservationsOfACatalogueAreATable() {
        Catalog catalog = Catalog.builder()
                .from(CATALOG)
                .addObservations(ObservationTableTest.observation("visits", "a", "2024", "5家次"))
                .addObservations(ObservationTableTest.observation("money", "a", "2024", "0.07 CNY"))
                .build();

        assertThat(rows(ObservationTable.of(catalog))).containsExactly("visits:a:2024=5", "money:a:2024=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2024-H1", "2024-Q1", "2024-01", "2024-W01", "9999", "9999-12", "9999-W51"})
    void periodsOfEveryFrequencyHaveTheirBlock(String period) {
        ObservationTable table = ObservationTable.builder(CATALOG)
                .addAll("visits", new int[] {A}, new int[] {ObservationTableTest.code(period)}, new long[] {1})
                .build();

        assertThat(table.blocks().get(0).frequency())
                .isEqualTo(TimePeriod.parse(period).frequency());
        assertThat(rows(table)).containsExactly("visits:a:" + TimePeriod.parse(period) + "=1");
    }

    @Test
    void membersThatLookAlikeAreRefusedAlsoInALaterAppend() {
        TableSchema schema = TableSchema.builder().addDimensions("sex").build();
        ObservationTable table = ObservationTableTest.village()
                .row("visits", "a", "2024", "1", "f")
                .table(schema);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.toBuilder().appender().combinationOf(List.of("\uFF46")))
                .withMessage("Expected members of 'sex' that look different: '\uFF46' looks like 'f', which is there"
                        + " already: it has U+FF46 FULLWIDTH LATIN SMALL LETTER F at position 0, where the other has"
                        + " U+0066 LATIN SMALL LETTER F; write both alike, or rename one of them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTable.builder(
                                CATALOG,
                                TableSchema.builder()
                                        .addDimensions("sex")
                                        .total("sex", "T")
                                        .build())
                        .appender()
                        .combinationOf(List.of("\uFF34")))
                .withMessageContaining("looks like 'T'");
        assertThat(ImmutableList.copyOf(table.blocks().get(0).combinationValues()))
                .containsExactly(ImmutableList.of("f"));
    }

    @Test
    void doublesTakeFiguresOfTheirUnit() {
        ObservationTableBuilder builder = ObservationTable.builder(
                CATALOG, TableSchema.builder().addFloatingPoint("money").build());
        builder.add(ObservationTableTest.observation("money", "a", "2024", "2.50万元"));

        assertThat(builder.build().blocks().get(0).segments().get(0).values().asDouble(0))
                .isEqualTo(new BigDecimal("25000").doubleValue());
    }

    @Test
    void cellsForSpreadsheetsAreGuarded() {
        assertThat(CsvCells.PLAIN.of("=1+1")).isEqualTo("=1+1");
        assertThat(CsvCells.GUARDED.of("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvCells.GUARDED.of("-1")).isEqualTo("-1");
    }
}
