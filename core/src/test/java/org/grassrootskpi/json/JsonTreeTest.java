package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
    @Test
    void aFigureIsItsTextAndWhatCanBeComputedFromIt() {
        Map<String, Object> tree = treeOf(Quantity.parse("近300亿元"));

        assertThat(tree.keySet()).containsExactly("text", "value", "qualifier", "bounds", "unit", "resolution");
        assertThat(tree)
                .containsEntry("text", "近300亿元")
                .containsEntry("value", new BigDecimal("30000000000"))
                .containsEntry("qualifier", "BELOW")
                .containsEntry("unit", "CNY")
                .containsEntry("resolution", new BigDecimal("100000000"));
    }

    @Test
    void aFigureIsReadFromItsTextAndWhateverSaysTheSame() {
        Quantity figure = Quantity.parse("近300亿元");
        Map<String, Object> tree = new LinkedHashMap<>(treeOf(figure));

        assertThat(JsonTree.read("近300亿元", Quantity.class)).isEqualTo(figure);
        assertThat(JsonTree.read(Map.of("text", "近300亿元"), Quantity.class)).isEqualTo(figure);
        assertThat(JsonTree.read(tree, Quantity.class)).isEqualTo(figure);
        tree.put("value", 3e10);
        tree.put("resolution", 100_000_000);
        assertThat(JsonTree.read(tree, Quantity.class)).isEqualTo(figure);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> treeOf(Object value) {
        return (Map<String, Object>) JsonTree.of(value);
    }

    @Test
    void aFigureThatSaysTwoThingsIsRefused() {
        Map<String, Object> tree = treeOf(Quantity.parse("近300亿元"));
        for (String property : List.of("value", "qualifier", "bounds", "unit", "resolution")) {
            for (Object wrong : List.of(7, "x", Map.of(), Map.of("lower", 1), List.of())) {
                Map<String, Object> other = new LinkedHashMap<>(tree);
                other.put(property, wrong);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> JsonTree.read(other, Quantity.class))
                        .withMessage("Expected " + property + " " + tree.get(property)
                                + ", as the text '近300亿元' says, or the text alone, got " + wrong);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(Map.of("text", "5元", "colour", 1), Quantity.class))
                .withMessage("Expected colour null, as the text '5元' says, or the text alone, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(Map.of("value", 5), Quantity.class))
                .withMessage("Expected a figure's text, or an object with it such as {\"text\": \"近300亿元\"}, got"
                        + " {value=5}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(5, Quantity.class))
                .withMessage("Expected a text such as \"近300亿元\", got 5");
    }

    @Test
    void boundsThatDifferInOneEndAreNotTheSame() {
        Map<String, Object> tree = treeOf(Quantity.parse("近300亿元"));
        @SuppressWarnings("unchecked")
        Map<String, Object> bounds = (Map<String, Object>) Objects.requireNonNull(tree.get("bounds"));
        for (String end : bounds.keySet()) {
            Map<String, Object> other = new LinkedHashMap<>(bounds);
            other.put(end, "x");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JsonTree.read(Map.of("text", "近300亿元", "bounds", other), Quantity.class))
                    .withMessageStartingWith("Expected bounds ");
        }
        assertThat(JsonTree.read(Map.of("text", "近300亿元", "bounds", bounds), Quantity.class)
                        .bounds())
                .isEqualTo(Quantity.parse("近300亿元").bounds());
    }

    @Test
    void unitsAndPeriodsAreTexts() {
        assertThat(JsonTree.of(Unit.parse("亿元"))).isEqualTo("亿元");
        assertThat(JsonTree.read("亿元", Unit.class)).isEqualTo(Unit.parse("亿元"));
        assertThat(JsonTree.of(TimePeriod.parse("2024年"))).isEqualTo("2024");
        assertThat(JsonTree.read("2024年", TimePeriod.class)).isEqualTo(TimePeriod.parse("2024"));
        TimePeriodRange range = TimePeriodRange.parse("2024-01..2024-06");
        assertThat(JsonTree.of(range)).isEqualTo("2024-01..2024-06");
        assertThat(JsonTree.read("2024-01..2024-06", TimePeriodRange.class)).isEqualTo(range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(2024, TimePeriod.class))
                .withMessage("Expected a text such as \"2024-Q3\", got 2024");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(List.of(), Unit.class))
                .withMessage("Expected a text such as \"亿元\", got []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(true, TimePeriodRange.class))
                .withMessage("Expected a text such as \"2024-01..2024-06\", got true");
    }

    @Test
    void elementsAreReadAsStrictlyAsInFiles() {
        Map<String, Object> tree =
                Map.of("code", "1", "name", Map.of("zh", "甲", "en", "A"), "level", "TOWNSHIP", "parent", "0");

        Region region = JsonTree.read(tree, Region.class);
        assertThat(region.name()).isEqualTo(LocalizedText.of("甲", "A"));
        assertThat(JsonTree.of(region)).isEqualTo(tree);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read("x\u200B", Region.class))
                .withMessage(
                        "Region: holds U+200B ZERO WIDTH SPACE at position 1, which nobody sees: remove it; Region:"
                                + " expected an object");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(
                        Map.of("code", "1\u200B", "name", Map.of("zh", "甲", "en", "A"), "level", "TOWNSHIP"),
                        Region.class))
                .withMessage("Region.code: holds U+200B ZERO WIDTH SPACE at position 1, which nobody sees: remove it");
    }

    @Test
    void catalogsAreMapsOfTheirParts() {
        Catalog catalog = Catalog.builder()
                .addSectors(Sector.builder()
                        .id("s")
                        .name(LocalizedText.of("甲", "A"))
                        .build())
                .build();

        assertThat(JsonTree.of(catalog))
                .isEqualTo(Map.of("sectors", List.of(Map.of("id", "s", "name", Map.of("zh", "甲", "en", "A")))));
        assertThat(JsonTree.read(JsonTree.of(catalog), Catalog.class)).isEqualTo(catalog);
    }

    @Test
    void answersAreWrittenOnly() {
        Cell cell = Cell.builder(new BigDecimal("5"), Unit.parse("元"))
                .precision(Qualifier.EXACT, Range.singleton(new BigDecimal("5")))
                .build();

        assertThat(JsonTree.of(cell)).isEqualTo(cell.toMap());
        assertThat(JsonTree.isReadable(Cell.class)).isFalse();
        assertThat(JsonTree.isReadable(Quantity.class)).isTrue();
        assertThat(JsonTree.isReadable(String.class)).isFalse();
        assertThat(JsonTree.types()).contains(Cell.class, Quantity.class).doesNotContain(String.class);
        String unknown = "Expected one of the types that JsonTree writes or reads, see JsonTree.types() and"
                + " isReadable(), got ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.of("text"))
                .withMessage(unknown + "java.lang.String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(cell.toMap(), Cell.class))
                .withMessage(unknown + "org.grassrootskpi.query.Cell");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read("x", String.class))
                .withMessage(unknown + "java.lang.String");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2024-Q3", "2024-07", "2024W30", "2024-W30"})
    void filesHavePeriodsInTheSpellingsOfIsoAndSdmx(String period) throws Exception {
        assertThat(StrictMapper.INSTANCE.readValue("\"" + period + "\"", TimePeriod.class))
                .isEqualTo(TimePeriod.parse(period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024年", "2024Q3", "2024年7月"})
    void filesHaveNoOtherPeriods(String period) {
        assertThatThrownBy(() -> StrictMapper.INSTANCE.readValue("\"" + period + "\"", TimePeriod.class))
                .hasMessageStartingWith("Expected a period in the spelling of ISO 8601 or SDMX, got '" + period
                        + "'; write '" + TimePeriod.parse(period) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.50", "-0.25", "1e3", "1e59", "1e-60", "123456789012345678901234567890.5"})
    void decimalsHaveAllTheirDigitsInOneForm(String number) throws Exception {
        BigDecimal read = StrictMapper.INSTANCE.readValue(number, BigDecimal.class);

        assertThat(read).isEqualByComparingTo(number);
        assertThat(read.scale())
                .isEqualTo(
                        Math.max(0, new BigDecimal(number).stripTrailingZeros().scale()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e61", "1e-61", "1234567890123456789012345678901234567890123456789012345678901"})
    void decimalsHaveUpTo60Digits(String number) {
        assertThatThrownBy(() -> StrictMapper.INSTANCE.readValue(number, BigDecimal.class))
                .hasMessageStartingWith("expected a number of at most 60 digits before or after the point");
    }
}
