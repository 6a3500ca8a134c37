package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.assess.PublishedTable;
import org.junit.jupiter.api.Test;

class SobolIndicesTest {
    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static List<BigDecimal> runs(String block) {
        return PublishedTable.rows("sobol-sample").stream()
                .filter(row -> row.getField("block").equals(block))
                .map(row -> number(row, "y"))
                .toList();
    }

    @Test
    void reproducesThePartsOfFourChoicesToTwelveDigits() {
        List<NamedCsvRecord> expected = PublishedTable.rows("sobol-expected");
        ImmutableMap.Builder<String, List<BigDecimal>> exchanged = ImmutableMap.builder();
        expected.forEach(row -> exchanged.put(row.getField("factor"), runs(row.getField("block"))));

        ImmutableMap<String, SobolIndices.Index> indices =
                SobolIndices.of(runs("A"), runs("B"), exchanged.buildOrThrow());

        assertThat(indices.keySet()).containsExactly("Winmax", "Normalisation", "Weights", "Aggregation");
        for (NamedCsvRecord row : expected) {
            SobolIndices.Index index = Objects.requireNonNull(indices.get(row.getField("factor")));
            assertThat(index.first()).isCloseTo(number(row, "first_order"), within(d("5E-13")));
            assertThat(index.total()).isCloseTo(number(row, "total_order"), within(d("5E-13")));
        }
    }

    /** y = 3 x over all pairs of 0 and 1 for x and an idle z: x has all of the variance, z none. */
    @Test
    void givesAllToTheFactorThatAllDependsOn() {
        List<BigDecimal> a = List.of(d("0"), d("0"), d("3"), d("3"));
        List<BigDecimal> b = List.of(d("0"), d("3"), d("0"), d("3"));

        Map<String, SobolIndices.Index> indices = SobolIndices.of(a, b, ImmutableMap.of("x", b, "z", a));

        // V = 18/7 of the eight outputs; mean(b (b - a)) = 9/4; mean((a - b)^2) = 9/2.
        assertThat(indices)
                .isEqualTo(Map.of(
                        "x", new SobolIndices.Index(d("0.875"), d("0.875")),
                        "z", new SobolIndices.Index(d("0"), d("0"))));
    }

    @Test
    void refusesWhatHasNoVariance() {
        List<BigDecimal> two = List.of(d("1"), d("2"));

        assertThatThrownBy(() -> SobolIndices.of(List.of(), List.of(), Map.of()))
                .hasMessageContaining("MISSING");
        assertThatThrownBy(() -> SobolIndices.of(two, List.of(d("1")), Map.of()))
                .hasMessageContaining("expected 2 runs of 'B' as of A, got 1");
        assertThatThrownBy(() -> SobolIndices.of(two, two, Map.of("weights", List.of())))
                .hasMessageContaining("expected 2 runs of 'weights' as of A, got 0");
        assertThatThrownBy(() -> SobolIndices.of(List.of(d("1")), List.of(d("1.0")), Map.of()))
                .hasMessageContaining("ZERO_RANGE");
    }
}
