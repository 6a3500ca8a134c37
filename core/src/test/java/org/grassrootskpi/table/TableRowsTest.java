package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
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
    static final Catalog CATALOG = ObservationTableTest.village().catalog();
    static final RegionNumbering ORDER = RegionNumbering.of(CATALOG);
    static final int A = ORDER.numberOf("a");
    static final int B = ORDER.numberOf("b");
    static final int JANUARY = ObservationTableTest.code("2024-01");

    /** All rows of a table in the order of their keys, as text. */
    static List<String> rows(ObservationTable table) {
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
