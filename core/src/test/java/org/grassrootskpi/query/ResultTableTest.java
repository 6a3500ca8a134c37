package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
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

    @Test
    void printsAnAlignedTable() {
        assertThat(table().toString()).isEqualTo("""
                        indicator                   value
                        gdp, "real"  <30000000000.5 (3/4)
                        工业|产值    no observation (0/4)
                        """);
    }

    @Test
    void exportsCsvWithEverythingThatACellSays() {
        assertThat(table().toCsv())
                .isEqualTo(String.join(
                        "\r\n",
                        "indicator,value,value.unit,value.qualifier,value.present,value.expected,value.status,value.asOf,"
                                + "value.absence",
                        "\"gdp, \"\"real\"\"\",30000000000.5,CNY,BELOW,3,4,NORMAL,,",
                        "工业|产值,,CNY,,0,4,NORMAL,,no observation",
                        ""));
    }

    @Test
    void exportsMarkdownAndJson() {
        assertThat(table().toMarkdown()).isEqualTo("""
                        | indicator | value |
                        | --- | ---: |
                        | gdp, "real" | &lt;30000000000.5 (3/4) |
                        | 工业\\|产值 | no observation (0/4) |
                        """);
        assertThat(table().toJson().replaceAll("\\s", ""))
                .contains("\"value\":30000000000.5,\"qualifier\":\"BELOW\",\"bounds\":\"[0,30000000000.5)\"")
                .contains("{\"absence\":\"NO_OBSERVATION\",\"unit\":\"CNY\",\"present\":0,\"expected\":4");
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
