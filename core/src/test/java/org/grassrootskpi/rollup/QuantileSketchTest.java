package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Below 128 each number is a bucket; the 128 buckets from 2^k to 2^(k+1) are 2^(k-7) wide, and their middle is given. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "127, 127",
        "128, 128",
        "255, 255",
        "256, 256.5",
        "257, 256.5",
        "258, 258.5",
        "511, 510.5",
        "512, 513.5",
        "515, 513.5",
        "516, 517.5",
        "1000, 1001.5",
        "1003, 1001.5",
        "1004, 1005.5",
        "65536, 65791.5",
        "9223372036854775807, 9205357638345293823.5",
        "-1, -1",
        "-127, -127",
        "-128, -128",
        "-256, -256",
        "-257, -257.5",
        "-258, -257.5",
        "-259, -259.5",
        "-1001, -1002.5",
        "-1004, -1002.5",
        "-1005, -1006.5",
        "-9223372036854775808, -9205357638345293824.5"
    })
    void representsANumberByTheMiddleOfItsBucket(long number, BigDecimal middle) {
        QuantileSketch whole = new QuantileSketch(0);
        whole.add(number);
        QuantileSketch cents = new QuantileSketch(2);
        cents.add(number);

        assertThat(whole.quantile(HALF))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(middle));
        assertThat(cents.quantile(HALF))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(middle.movePointLeft(2)));
    }

    @Test
    void countsWhatWasAddedSeveralTimesAndMerged() {
        QuantileSketch sketch = new QuantileSketch(1);
        sketch.add(15, 3);
        sketch.add(-20, 2);
        sketch.add(7, 0);
        QuantileSketch copy = sketch.copy();
        QuantileSketch other = new QuantileSketch(1);
        other.add(15);
        other.add(1000, 4);
        sketch.merge(other);

        TreeMap<BigDecimal, Long> counts = new TreeMap<>();
        sketch.addTo(counts);
        assertThat(counts)
                .isEqualTo(Map.of(new BigDecimal("-2.0"), 2L, new BigDecimal("1.5"), 4L, new BigDecimal("100.15"), 4L));
        assertThat(sketch.count()).isEqualTo(10);
        assertThat(copy.count()).as("not what was added later").isEqualTo(5);
        assertThat(copy.quantile(BigDecimal.ONE)).contains(new BigDecimal("1.5"));
        assertThat(other.count()).isEqualTo(5);
        copy.addTo(counts);
        assertThat(counts)
                .as("added to what the map holds")
                .containsEntry(new BigDecimal("1.5"), 7L)
                .containsEntry(new BigDecimal("-2.0"), 4L);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 1",
        "0.1, 10, 1",
        "0.11, 10, 2",
        "0.5, 10, 5",
        "0.501, 10, 6",
        "1, 10, 10",
        "0.5, 1, 1",
        "0.5, 3, 2"
    })
    void ranksAQuantileByTheNumbersThatAreNotAboveIt(BigDecimal probability, long count, long rank) {
        assertThat(QuantileSketch.rank(probability, count)).isEqualTo(rank);
    }

    @Test
    void takesTheSmallestCountedNumberThatIsNotLessThanAPart() {
        TreeMap<BigDecimal, Long> counts = new TreeMap<>(Map.of(BigDecimal.ONE, 3L, BigDecimal.TEN, 1L));

        assertThat(QuantileSketch.quantile(counts, new BigDecimal("0.75"))).contains(BigDecimal.ONE);
        assertThat(QuantileSketch.quantile(counts, new BigDecimal("0.76"))).contains(BigDecimal.TEN);
        assertThat(QuantileSketch.quantile(new TreeMap<>(), HALF)).isEmpty();
    }
}
