package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCountsTest {
    private static final ValueCounts LISTED =
            ValueCounts.of(new BigDecimal("3"), new BigDecimal("1"), new BigDecimal("1"));
    private static final ValueCounts COUNTED =
            ValueCounts.of(new TreeMap<>(Map.of(new BigDecimal("1"), 2L, new BigDecimal("3"), 1L)));

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1", "0.66, 1", "0.67, 3", "1, 3"})
    void findsTheSameQuantileOfListedAndCountedValues(BigDecimal probability, BigDecimal quantile) {
        assertThat(ValueCounts.quantile(List.of(LISTED), probability)).isEqualTo(quantile);
        assertThat(ValueCounts.quantile(List.of(COUNTED), probability)).isEqualTo(quantile);
        assertThat(ValueCounts.quantile(List.of(COUNTED, ValueCounts.none(), LISTED), probability))
                .isEqualTo(quantile);
    }

    @Test
    void saysHowOftenEachOccurs() {
        assertThat(LISTED.size()).isEqualTo(3);
        assertThat(LISTED.times(1)).isEqualTo(1);
        assertThat(COUNTED.size()).isEqualTo(2);
        assertThat(COUNTED.value(0)).isEqualTo(new BigDecimal("1"));
        assertThat(COUNTED.times(0)).isEqualTo(2);
        assertThat(ValueCounts.none().size()).isZero();
        assertThat(COUNTED).hasToString("[1, 3] x [2, 1]");
    }

    @Test
    void doesNotChangeWithTheArrayThatItIsOf() {
        BigDecimal[] values = {BigDecimal.ONE};
        ValueCounts counts = ValueCounts.of(values);
        values[0] = BigDecimal.TEN;

        assertThat(counts.value(0)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void refusesAValueThatDoesNotOccur() {
        assertThatThrownBy(() -> ValueCounts.of(Map.of(BigDecimal.TEN, 0L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected each value once or more, got 10 0 times");
    }

    @Test
    void saysItsValuesAndAddsThemToACount() {
        TreeMap<BigDecimal, Long> counts = new TreeMap<>(Map.of(BigDecimal.ONE, 5L));
        LISTED.addTo(counts);
        COUNTED.addTo(counts);

        assertThat(counts).isEqualTo(Map.of(BigDecimal.ONE, 9L, new BigDecimal("3"), 2L));
        assertThat(LISTED).hasToString("[3, 1, 1]");
        assertThat(LISTED.value(0)).isEqualTo(new BigDecimal("3"));
        assertThatThrownBy(() -> ValueCounts.of(Map.of(BigDecimal.TEN, -1L)))
                .hasMessage("Expected each value once or more, got 10 -1 times");
        assertThat(ValueCounts.of(Map.of(BigDecimal.TEN, 1L)).times(0)).isEqualTo(1);
    }
}
