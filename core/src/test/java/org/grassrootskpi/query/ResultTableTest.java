package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final Unit CNY = Unit.parse("CNY");

    private static ResultTable table() {
        List<Cell> cells = List.of(
                Cell.builder(new BigDecimal("30000000000.50"), CNY)
                        .precision(Qualifier.BELOW, Range.closedOpen(BigDecimal.ZERO, new BigDecimal("30000000000.5")))
                        .contributors(3, 4)
                        .build(),
                Cell.builder(Absence.NO_OBSERVATION, CNY).contributors(0, 4).build());
        List<String> names = List.of("gdp, \"real\"", "工业|产值");
        return ResultTable.builder(2)
                .texts("indicator", names::get)
                .cells("value", cells::get)
                .build();
    }

    private static ResultTable wideTable() {
        List<Cell> values = List.of(
                Cell.builder(new BigDecimal("23439"), Unit.parse("宗"))
                        .contributors(11, 12)
                        .build(),
                Cell.builder(new BigDecimal("0.968685"), Unit.RATIO)
                        .contributors(12, 12)
                        .status(ObservationStatus.PROVISIONAL)
                        .build());
        List<Cell> changes = List.of(
                Cell.builder(new BigDecimal("0.0563"), Unit.RATIO)
                        .contributors(11, 12)
                        .build(),
                Cell.builder(Absence.MISSING_BASE, Unit.RATIO)
                        .contributors(0, 12)
                        .build());
        List<Cell> stocks = List.of(
                Cell.builder(new BigDecimal("1500"), Unit.parse("m2"))
                        .contributors(1, 1)
                        .asOf(Optional.of(TimePeriod.parse("2024-06")))
                        .build(),
                Cell.builder(new BigDecimal("1800"), Unit.parse("m2"))
                        .contributors(1, 1)
                        .asOf(Optional.of(TimePeriod.parse("2024-12")))
                        .build());
        return ResultTable.builder(2)
                .texts("indicator", List.of("safety.petitions.handled", "land.handover.floor-area")::get)
                .periods("period", row -> TimePeriod.parse("2024"))
                .cells("value", values::get)
                .cells("yearOnYear", changes::get)
                .cells("stock", stocks::get)
                .sources(List.of(Source.of("safety.petitions.handled", RegionLevel.COMMUNITY, Frequency.MONTHLY)))
                .build();
    }

    @Test
    void printsAnAlignedTable() {
        assertThat(table().toString()).isEqualTo("""
                        indicator          value (CNY)
                        gdp, "real"  <30,000,000,000.5 (3/4)
                        工业|产值       no observation (0/4)
                        """);
    }

    @Test
    void printsUnitsStatusesAndMomentsBesideTheFigures() {
        assertThat(wideTable().toString()).isEqualTo("""
                indicator                 period      value                yearOnYear (%)        stock (m2)
                safety.petitions.handled  2024    23,439 宗 (11/12)                5.63 (11/12)  1,500 (as of 2024-06)
                land.handover.floor-area  2024    96.8685 % (provisional)  missing base (0/12)   1,800
                source COMMUNITY, MONTHLY: safety.petitions.handled
                """);
    }

    @Test
    void fitsATableIntoAWidth() {
        assertThat(wideTable().toText(48)).isEqualTo("""
                indicator        period      value
                safety.petitio…  2024    23,439 宗 (11/12)
                land.handover.…  2024    96.8685 % (provisional)

                indicator        period  yearOnYear (%)
                safety.petitio…  2024            5.63 (11/12)
                land.handover.…  2024    missing base (0/12)

                indicator        period  stock (m2)
                safety.petitio…  2024    1,500 (as of 2024-06)
                land.handover.…  2024    1,800
                source COMMUNITY, MONTHLY:
                safety.petitions.handled
                """);
    }

    @Test
    void takesAnyWidthFromTwentyOn() {
        assertThat(wideTable().toText(20)).contains("96.8685 %");
        assertThatThrownBy(() -> wideTable().toText(19))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a width of 20 or more columns, got 19");
    }

    @Test
    void exportsMarkdownWithUnitsBoundsRefusalsAndSources() {
        Refusal refusal = Refusal.of(Refusal.Reason.SUM_OF_RATIO, "shares of *different* totals", "ask for value()")
                .about("rate", "sum");
        ResultTable table = ResultTable.builder(1)
                .texts("indicator", row -> "工业|产值")
                .cells("value", row -> table().row(0).cell("value"))
                .cells("sum", row -> Cell.refused(refusal, Unit.RATIO))
                .refusals(List.of(refusal))
                .sources(List.of(Source.of("rate", RegionLevel.COMMUNITY, Frequency.MONTHLY)))
                .build();

        assertThat(table.toMarkdown()).isEqualTo("""
                        | indicator | value (CNY) | sum |
                        | --- | ---: | ---: |
                        | 工业\\|产值 | &lt;30,000,000,000.5 [0..30,000,000,000.5) (3/4) | refused: SUM_OF_RATIO |

                        - refused sum of rate: SUM_OF_RATIO: shares of \\*different\\* totals; ask for value()
                        - source rate from COMMUNITY, MONTHLY
                        """);
    }

    @Test
    void givesColumnsForNumericWork() {
        assertThat(table().doubles("value")).containsExactly(30000000000.5, Double.NaN);
        assertThat(table().toArrays()).hasDimensions(1, 2);
        assertThat(table().decimals("value").get(1)).isEmpty();
        assertThatThrownBy(() -> table().doubles("valeu"))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage("Unknown column 'valeu' (did you mean 'value'?)");
        assertThatThrownBy(() -> table().column("indicator", Cell.class)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void saysWhyThereIsNoValue() {
        Cell cell = table().row(1).cell("value");

        assertThat(cell.doubleValue()).isNaN();
        assertThatThrownBy(cell::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("no observation");
    }
}
