package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileSketchTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static LongStream seeds() {
        return Seeds.of(QuantileSketchTest.class, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysWithinItsErrorOverTheWholeRangeOfALong(long seed) {
        Random random = new Random(seed);
        long[] numbers = new long[1 + random.nextInt(300)];
        QuantileSketch sketch = new QuantileSketch(2);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextLong() >> random.nextInt(64);
            sketch.add(numbers[i]);
        }
        Arrays.sort(numbers);
        for (String p : new String[] {"0", "0.1", "0.5", "0.99", "1"}) {
            BigDecimal probability = new BigDecimal(p);
            BigDecimal exact =
                    BigDecimal.valueOf(numbers[(int) QuantileSketch.rank(probability, numbers.length) - 1], 2);

            BigDecimal error =
                    sketch.quantile(probability).orElseThrow().subtract(exact).abs();

            assertThat(error.multiply(BigDecimal.valueOf(256))).isLessThanOrEqualTo(exact.abs());
        }
    }

    @Test
    void doesNotDependOnHowNumbersWereSplit() {
        QuantileSketch whole = new QuantileSketch(0);
        QuantileSketch left = new QuantileSketch(0);
        QuantileSketch right = new QuantileSketch(0);
        for (long number = -5000; number < 9000; number += 7) {
            whole.add(number);
            (number % 2 == 0 ? left : right).add(number);
        }
        right.merge(left);

        assertThat(right.count()).isEqualTo(whole.count());
        assertThat(right.quantile(HALF)).isEqualTo(whole.quantile(HALF));
    }

    @Test
    void holdsTheEndsOfTheRange() {
        QuantileSketch sketch = new QuantileSketch(0);
        sketch.add(Long.MIN_VALUE);
        sketch.add(Long.MAX_VALUE);

        assertThat(sketch.quantile(BigDecimal.ZERO).orElseThrow().doubleValue()).isBetween(-9.26e18, -9.18e18);
        assertThat(sketch.quantile(BigDecimal.ONE).orElseThrow().doubleValue()).isBetween(9.18e18, 9.26e18);
    }

    @Test
    void hasNoQuantileOfNothingAndMergesOnlyItsOwnScale() {
        assertThat(new QuantileSketch(0).quantile(HALF)).isEmpty();
        assertThatThrownBy(() -> new QuantileSketch(0).merge(new QuantileSketch(2)))
                .hasMessage("Expected a sketch of 0 decimals, got one of 2");
    }
}
