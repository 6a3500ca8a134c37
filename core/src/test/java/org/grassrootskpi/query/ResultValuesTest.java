package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Cells, rows, columns and tables as values. */
class ResultValuesTest {
    private static final Region REGION =
            new TableFixture().region("x", RegionLevel.COUNTY, "").catalog().region("x");

    private static CellBuilder builder(String value) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT);
    }

    private static Cell cell(String value) {
        return builder(value).contributors(1, 2).build();
    }

    @Test
    void cellsAreEqualByAllTheySay() {
        Refusal refusal = Refusal.of(Refusal.Reason.NO_DATA, "nothing", "add some");
        Range<BigDecimal> range = Range.closed(BigDecimal.ONE, BigDecimal.TEN);
        List<Cell> cells = List.of(
                cell("5"),
                cell("6"),
                Cell.builder(new BigDecimal("5"), Unit.RATIO).contributors(1, 2).build(),
                Cell.builder(Absence.NO_OBSERVATION, Unit.COUNT)
                        .contributors(1, 2)
                        .build(),
                Cell.builder(Absence.INCOMPLETE, Unit.COUNT).contributors(1, 2).build(),
                Cell.refused(refusal, Unit.COUNT),
                Cell.refused(refusal.about("a", "b"), Unit.COUNT),
                builder("5")
                        .contributors(1, 2)
                        .precision(Qualifier.ABOUT, range)
                        .build(),
                builder("5")
                        .contributors(1, 2)
                        .precision(Qualifier.EXACT, range)
                        .build(),
                builder("5")
                        .contributors(1, 2)
                        .precision(Qualifier.EXACT, Range.atLeast(BigDecimal.ONE))
                        .build(),
                builder("5").contributors(2, 2).build(),
                builder("5").contributors(1, 3).build(),
                builder("5").contributors(1, -1).build(),
                builder("5").contributorsAtLeast(1, 2).build(),
                builder("5")
                        .contributors(1, 2)
                        .status(ObservationStatus.ESTIMATED)
                        .build(),
                builder("5")
                        .contributors(1, 2)
                        .asOf(Optional.of(TimePeriod.parse("2024")))
                        .build(),
                builder("5").contributors(1, 2).unpaired(1).build(),
                builder("5").contributors(1, 2).unpaired(2).build(),
                builder("5").contributors(1, 2).remark(Remark.NOT_PAIRED).build());
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < cells.size(); j++) {
                assertThat(cells.get(i).equals(cells.get(j))).as(i + ", " + j).isEqualTo(i == j);
            }
            assertThat(cells.get(i)).isNotEqualTo(null);
        }
        assertThat(cell("5")).isEqualTo(cell("5.0")).hasSameHashCodeAs(cell("5.0"));
        assertThat(cell("5").hashCode()).isNotEqualTo(cell("6").hashCode());
    }

    @Test
    void aCellKnowsHowManyObservationsShouldHaveGoneIn() {
        Cell unknown = builder("5").contributors(3, -7).build();
        Cell atLeast = builder("5").contributorsAtLeast(3, 4).build();

        assertThat(cell("5").expected()).hasValue(2);
        assertThat(cell("5").expectedAtLeast()).isEqualTo(2);
        assertThat(unknown.expected()).isEmpty();
        assertThat(unknown.expectedAtLeast()).as("those that are present").isEqualTo(3);
        assertThat(unknown).hasToString("5 (3)");
        assertThat(atLeast.expected()).isEmpty();
        assertThat(atLeast.expectedAtLeast()).isEqualTo(4);
        assertThat(atLeast).hasToString("5 (3/4+)");
        assertThat(builder("5").contributors(0, 0).build().expected()).hasValue(0);
        assertThat(builder("5").contributorsOf(cell("5"), true).build()).hasToString("5 (1/2+)");
        assertThat(builder("5").contributorsOf(cell("5"), false).build()).hasToString("5 (1/2)");
        assertThat(builder("5").contributorsOf(atLeast).build()).hasToString("5 (3/4+)");
        assertThat(builder("5").contributorsOf(unknown, true).build()).hasToString("5 (3)");
        assertThat(builder("5")
                        .contributorsOf(builder("1").contributors(0, 0).build(), true)
                        .build())
                .hasToString("5 (0/0+)");
    }

    @Test
    void aCellSaysAllThatItIs() {
        Cell cell = builder("5")
                .contributors(1, 2)
                .precision(Qualifier.BELOW, Range.closedOpen(BigDecimal.ZERO, new BigDecimal("5")))
                .status(ObservationStatus.ESTIMATED)
                .asOf(Optional.of(TimePeriod.parse("2024-05")))
                .build();
        Cell none = Cell.builder(Absence.MISSING_BASE, Unit.RATIO).build();

        assertThat(cell.hasValue()).isTrue();
        assertThat(cell.value()).contains(new BigDecimal("5"));
        assertThat(cell.doubleValue()).isEqualTo(5);
        assertThat(cell.unit()).isEqualTo(Unit.COUNT);
        assertThat(cell.qualifier()).isEqualTo(Qualifier.BELOW);
        assertThat(cell.present()).isEqualTo(1);
        assertThat(cell.status()).isEqualTo(ObservationStatus.ESTIMATED);
        assertThat(cell.asOf()).contains(TimePeriod.parse("2024-05"));
        assertThat(cell.absence()).isEmpty();
        assertThat(cell.refusal()).isEmpty();
        assertThat(cell.quantity())
                .contains(Quantity.of(new BigDecimal("5"), Unit.COUNT, Qualifier.BELOW, cell.bounds()));
        assertThat(cell).hasToString("<5 (1/2) as of 2024-05 ESTIMATED");
        assertThat(none.hasValue()).isFalse();
        assertThat(none.value()).isEmpty();
        assertThat(none.doubleValue()).isNaN();
        assertThat(none.bounds()).isEqualTo(Range.all());
        assertThat(none.isExact()).isFalse();
        assertThat(none.quantity()).isEmpty();
        assertThat(none.absence()).contains(Absence.MISSING_BASE);
        assertThat(none).hasToString("missing base (0)");
        assertThatThrownBy(none::get).isInstanceOf(IllegalStateException.class);
        assertThat(cell("5").bounds()).isEqualTo(Range.singleton(new BigDecimal("5")));
        assertThat(cell("5").isExact()).isTrue();
    }

    @Test
    void aCellWithAnotherRemarkIsElseTheSame() {
        Cell cell = builder("5")
                .contributors(1, 2)
                .precision(Qualifier.ABOUT, Range.closed(BigDecimal.ONE, BigDecimal.TEN))
                .status(ObservationStatus.ESTIMATED)
                .asOf(Optional.of(TimePeriod.parse("2024-05")))
                .unpaired(2)
                .build();
        Cell remarked = cell.withRemark(Remark.ACROSS_BREAK);

        assertThat(remarked)
                .isEqualTo(builder("5")
                        .contributors(1, 2)
                        .precision(Qualifier.ABOUT, Range.closed(BigDecimal.ONE, BigDecimal.TEN))
                        .status(ObservationStatus.ESTIMATED)
                        .asOf(Optional.of(TimePeriod.parse("2024-05")))
                        .unpaired(2)
                        .remark(Remark.ACROSS_BREAK)
                        .build());
        assertThat(remarked.withRemark(Remark.ACROSS_BREAK)).isSameAs(remarked);
        assertThat(cell.remarks()).containsExactly(Remark.UNPAIRED);
        assertThat(builder("5").unpaired(2).unpaired(0).build().remarks()).isEmpty();
        assertThatThrownBy(() -> cell("5").withRemark(Remark.UNPAIRED)).isInstanceOf(IllegalArgumentException.class);
        Refusal refusal = Refusal.of(Refusal.Reason.NO_DATA, "nothing", "add some");
        assertThat(Cell.refused(refusal, Unit.COUNT)
                        .withRemark(Remark.NOT_PAIRED)
                        .refusal())
                .contains(refusal);
    }

    @Test
    void boundsThatAreTheValueOrOfNoValueSayNothing() {
        BigDecimal five = new BigDecimal("5");

        assertThat(builder("5")
                        .precision(Qualifier.EXACT, Range.singleton(five))
                        .build()
                        .isExact())
                .isTrue();
        for (Range<BigDecimal> wide : List.of(
                Range.closed(five, BigDecimal.TEN),
                Range.closed(BigDecimal.ONE, five),
                Range.atLeast(five),
                Range.atMost(five))) {
            assertThat(builder("5").precision(Qualifier.EXACT, wide).build().isExact())
                    .as(wide.toString())
                    .isFalse();
        }
        assertThat(Cell.builder(Absence.INCOMPLETE, Unit.COUNT)
                        .precision(Qualifier.ABOUT, Range.atLeast(five))
                        .build()
                        .qualifier())
                .isEqualTo(Qualifier.EXACT);
        for (Range<BigDecimal> without : List.of(Range.atLeast(BigDecimal.TEN), Range.atMost(BigDecimal.ONE))) {
            assertThatThrownBy(() ->
                            builder("5").precision(Qualifier.EXACT, without).build())
                    .hasMessage("Expected bounds that contain the value 5, got " + without);
        }
    }

    private static ResultTable table(UnaryOperator<ResultTableBuilder> more) {
        List<String> ids = List.of("a", "b");
        List<String> values = List.of("1.5", "2");
        return more.apply(ResultTable.builder(2)
                        .texts("indicator", ids::get)
                        .regions("region", row -> row == 0 ? REGION : null)
                        .periods("period", row -> TimePeriod.parse("2024-0" + (row + 1)))
                        .cells("value", row -> cell(values.get(row)), row -> row + 0.5))
                .build();
    }

    private static ResultTable table() {
        return table(builder -> builder);
    }

    @Test
    void aTableGivesRowsAndColumns() {
        ResultTable table = table();

        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.rows()).hasSize(2).containsExactly(table.row(0), table.row(1));
        assertThat(table.stream()).containsExactly(table.row(0), table.row(1));
        assertThat(table.columns().stream().map(ResultColumn::toString))
                .containsExactly("indicator: String", "region: Region", "period: TimePeriod", "value: Cell");
        assertThat(table.column("indicator", String.class).toList()).containsExactly("a", "b");
        assertThat(table.column("region", Region.class).toList()).containsExactly(REGION, null);
        assertThat(table.cells(Measure.value()).get(1)).isEqualTo(cell("2"));
        assertThat(table.cells(Measure.value()).size()).isEqualTo(2);
        assertThat(table.cells(Measure.value()).type()).isEqualTo(Cell.class);
        assertThat(table.doubles(Measure.value())).as("as they are given").containsExactly(0.5, 1.5);
        assertThat(table.toArrays("value")).isEqualTo(new double[][] {{0.5, 1.5}});
        assertThat(table.toArrays("value", "value")).hasDimensions(2, 2);
        assertThat(table.toArrays()).isEqualTo(new double[][] {{0.5, 1.5}});
        assertThat(table.decimals("value"))
                .containsExactly(Optional.of(new BigDecimal("1.5")), Optional.of(new BigDecimal("2")));
        for (int outside : new int[] {-1, 2}) {
            assertThatThrownBy(() -> table.row(outside)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> table.cells(Measure.value()).get(outside))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> table.cells(Measure.value()).doubleAt(outside))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> table.column("value", String.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessage("Column 'value' holds Cell elements, not String");
    }

    @Test
    void aRowGivesItsElements() {
        ResultRow first = table().row(0);
        ResultRow second = table().row(1);

        assertThat(first.number()).isZero();
        assertThat(second.number()).isEqualTo(1);
        assertThat(first.indicator()).contains("a");
        assertThat(first.region()).contains(REGION);
        assertThat(second.region()).isEmpty();
        assertThat(second.period()).contains(TimePeriod.parse("2024-02"));
        assertThat(second.cell(Measure.value())).isEqualTo(cell("2"));
        assertThat(first.sector()).isEmpty();
        assertThat(first.text("value")).as("no text").isEmpty();
        assertThat(first)
                .hasToString("[indicator=a, region=x 村x, period=2024-01, value=1.5 (1/2)]")
                .isNotEqualTo(second)
                .isNotEqualTo(null);
        assertThat(second).hasToString("[indicator=b, region=(elsewhere), period=2024-02, value=2 (1/2)]");
        assertThat(first).isEqualTo(table().row(0)).hasSameHashCodeAs(table().row(0));
        assertThat(first.hashCode()).isNotEqualTo(second.hashCode());
        assertThat(table(builder -> builder.cells("more", row -> cell("1"))).row(0))
                .isNotEqualTo(first);
        assertThat(ResultTable.builder(1)
                        .texts("sector", row -> "s")
                        .build()
                        .row(0)
                        .sector())
                .contains("s");
        assertThat(ResultTable.builder(1)
                        .texts("topSector", row -> "t")
                        .build()
                        .row(0)
                        .sector())
                .contains("t");
    }

    @Test
    void tablesAreEqualByColumnsRowsRefusalsAndSources() {
        Refusal refusal = Refusal.of(Refusal.Reason.NO_DATA, "nothing", "add some");
        Source source = Source.of("a", RegionLevel.COUNTY, Frequency.MONTHLY);
        List<ResultTable> tables = List.of(
                table(),
                table(builder -> builder.refusals(List.of(refusal))),
                table(builder -> builder.sources(List.of(source))),
                table(builder -> builder.cells("more", row -> cell("1"))),
                table(builder -> builder.cells("more", row -> cell("2"))),
                ResultTable.builder(0).build(),
                ResultTable.builder(1).build());
        for (int one = 0; one < tables.size(); one++) {
            for (int other = 0; other < tables.size(); other++) {
                assertThat(tables.get(one).equals(tables.get(other))).isEqualTo(one == other);
            }
        }
        assertThat(table()).isEqualTo(table()).hasSameHashCodeAs(table()).isNotEqualTo("x");
        assertThat(table().hashCode()).isNotEqualTo(tables.get(1).hashCode());
        assertThat(tables.get(1).refusals()).containsExactly(refusal);
        assertThat(tables.get(2).sources()).containsExactly(source);
        assertThat(table(builder -> builder.sources(() -> ImmutableList.of(source))))
                .as("listed when they are asked for")
                .isEqualTo(tables.get(2))
                .hasSameHashCodeAs(tables.get(2));
    }
}
