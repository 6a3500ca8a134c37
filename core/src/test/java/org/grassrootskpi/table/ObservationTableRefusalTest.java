package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.UnitMismatchException;
import org.junit.jupiter.api.Test;

/** What a table refuses: figures, members and arrays that do not fit its catalogue and schema. */
class ObservationTableRefusalTest {
    private static final Catalog CATALOG = ObservationTableTest.village().catalog();
    private static final RegionNumbering ORDER = RegionNumbering.of(CATALOG);

    @Test
    void whatDoesNotFitTheIndicatorIsRefused() {
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG);

        assertThatThrownBy(() -> builder.add(ObservationTableTest.observation("visits", "a", "2024", "5元")))
                .isInstanceOf(UnitMismatchException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(ObservationTableTest.observation("money", "a", "2024", "1.005 CNY")))
                .withMessageContaining("at most 2 decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder.add(ObservationTableTest.observation("money", "a", "2024", "92233720368547758.08 CNY")))
                .withMessageContaining("below 2^63");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder.add(ObservationTableTest.observation("money", "a", "2024", "1.00 CNY"), "extra"))
                .withMessageContaining("dimensions");
        assertThatThrownBy(() -> builder.add(ObservationTableTest.observation("visit", "a", "2024", "5家次")))
                .isInstanceOf(UnknownIdException.class)
                .hasMessageContaining("visits");
        assertThat(builder.build().rows()).isZero();
    }

    @Test
    void aFigureBesideAStatusThatHasNoneIsRefused() {
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG);
        Observation withheld = ObservationTableTest.observation("visits", "a", "2024", "5家次");

        for (ObservationStatus status : ObservationStatus.values()) {
            Observation.Builder contradiction =
                    Observation.builder().from(withheld).status(status);
            if (!status.hasValue()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> builder.add(contradiction.build()))
                        .withMessage("visits:a:2024: expected no figure with the status " + status
                                + ", got '5家次'; leave the figure out, or choose a status that has a value");
            }
        }
        assertThat(builder.build().rows()).isZero();
    }

    @Test
    void anAppenderTakesAValueExactlyWhereTheStatusHasOne() {
        RowAppender rows = ObservationTable.builder(CATALOG).appender();
        int region = ORDER.numberOf("a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.row(0, region, ObservationTableTest.code("2024"))
                        .status(ObservationStatus.SUPPRESSED)
                        .addUnscaled(5))
                .withMessage(
                        "Expected addMissing() for a row of status SUPPRESSED, got a value; say another status(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.row(0, region, ObservationTableTest.code("2024"))
                        .status(ObservationStatus.NOT_SIGNIFICANT)
                        .addMissing())
                .withMessage(
                        "Expected a value of a row of status NOT_SIGNIFICANT, got addMissing(); say another status(...)");
    }

    @Test
    void badArraysAreRefusedWithTheirRow() {
        int[] one = {ORDER.numberOf("a")};
        int[] period = {ObservationTableTest.code("2024")};
        long[] value = {1};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTable.builder(CATALOG).addAll("visits", new int[2], period, value))
                .withMessageContaining("one length");
        for (int region : new int[] {-1, ORDER.size()}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> ObservationTable.builder(CATALOG).addAll("visits", new int[] {region}, period, value))
                    .withMessageContaining("Row 0")
                    .withMessageContaining(Integer.toString(region));
        }
        for (int code : new int[] {-1, 0, 202401, ObservationTableTest.code("9999") + 1, 19 << 24}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ObservationTable.builder(CATALOG).addAll("visits", one, new int[] {code}, value))
                    .withMessageContaining("Period.toCode()");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTable.builder(CATALOG).addAll(new int[] {3}, one, period, value))
                .withMessageContaining("position");
    }

    @Test
    void membersThatCannotBeToldApartByEyeAreRefused() {
        TableSchema schema = TableSchema.builder().addDimensions("source").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTableTest.village()
                        .row("visits", "a", "2024-01", "1", "web\u200B")
                        .table(schema))
                .withMessage("Expected a member without hidden characters, found U+200B ZERO WIDTH SPACE at position 3;"
                        + " remove it");
    }

    @Test
    void arraysWithoutTheMembersOfExtraDimensionsAreRefused() {
        TableSchema schema = TableSchema.builder()
                .addDimensions("source")
                .addFloatingPoint("money")
                .build();
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG, schema);
        int[] one = {ORDER.numberOf("a")};
        int[] period = {ObservationTableTest.code("2024")};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll("visits", one, period, new long[] {1}))
                .withMessageContaining("[source]")
                .withMessageContaining("combinationOf(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll(new int[] {0}, one, period, new long[] {1}))
                .withMessageContaining("[source]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll("money", one, period, new double[] {1}))
                .withMessageContaining("[source]");
        assertThat(builder.build().rows()).isZero();
    }

    @Test
    void anAppenderNeedsACombinationExactlyWhereThereAreExtraDimensions() {
        RowAppender rows = ObservationTable.builder(
                        CATALOG, TableSchema.builder().addDimensions("source").build())
                .appender();
        int region = ORDER.numberOf("a");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        rows.row(0, region, ObservationTableTest.code("2024")).addUnscaled(5))
                .withMessage("Expected a number of combinationOf(...) below 0 in combination(...), got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.row(0, region, ObservationTableTest.code("2024"))
                        .combination(7)
                        .addUnscaled(5))
                .withMessageContaining("got 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.combinationOf(List.of("a", "b")))
                .withMessage("Expected a value for each of the dimensions [source], got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTable.builder(CATALOG)
                        .appender()
                        .row(0, region, ObservationTableTest.code("2024"))
                        .combination(1)
                        .addUnscaled(5))
                .withMessageContaining("got 1");
    }

    @Test
    void noWayInTakesAQualifierIntoAColumnOfDoubles() {
        TableSchema schema = TableSchema.builder().addFloatingPoint("visits").build();
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG, schema);
        int region = ORDER.numberOf("a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(ObservationTableTest.observation("visits", "a", "2024", "近300家次")))
                .withMessageStartingWith("visits:a:2024: expected an exact figure for a column of doubles");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.appender()
                        .row(0, region, ObservationTableTest.code("2024"))
                        .addFigure(Quantity.parse("近300家次")))
                .withMessageStartingWith("expected an exact figure for a column of doubles, got 近300家次")
                .withMessageContaining("floatingPoint()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addAll(
                        new int[] {0}, new int[] {region}, new int[] {ObservationTableTest.code("2024")}, new long[] {
                            300
                        }))
                .withMessageContaining("holds doubles");
        assertThat(builder.build().rows()).isZero();
    }

    @Test
    void aSchemaDeclaresTotalsOfItsOwnDimensionsOnly() {
        assertThatThrownBy(() -> TableSchema.builder().total("source", "T").build())
                .hasMessageContaining("got 'source'; add it by addDimensions");
        assertThatThrownBy(() -> TableSchema.builder()
                        .addDimensions("source")
                        .total("source", "T")
                        .ordinary("source", "T")
                        .build())
                .hasMessageContaining("got it as both");
        assertThatThrownBy(() -> TableSchema.builder().addDimensions("region").build())
                .hasMessageContaining("got 'region'");
    }
}
