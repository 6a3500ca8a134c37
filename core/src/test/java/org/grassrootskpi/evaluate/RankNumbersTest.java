package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankNumbersTest {
    private static final int SIZE = 2_000;

    /** By the definition: one more than there are better ones among the peers. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 1, false",
        "1000000, 1, true",
        "1000000, 40, false",
        "50, 1, false",
        "50, 7, true",
        "3, 40, true"
    })
    void aRankIsOneMoreThanThereAreBetterPeers(int differentValues, int differentPeers, boolean ascending) {
        Random random = new Random(12);
        List<BigDecimal> values = new ArrayList<>();
        int[] peers = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(differentValues) - differentValues / 2, 2);
            // Every other value differs from its neighbour by less than doubles tell.
            values.add(random.nextInt(20) == 0 ? null : value.add(BigDecimal.valueOf(i % 2, 30)));
            peers[i] = random.nextInt(differentPeers + 1) - (random.nextInt(10) == 0 ? 2 : 0);
        }
        double[] numbers = values.stream()
                .mapToDouble(value -> value == null ? Double.NaN : value.doubleValue())
                .toArray();

        RankNumbers ranks = new RankNumbers(numbers, values::get, peers, ascending);

        double[] expected = IntStream.range(0, SIZE)
                .mapToDouble(i -> values.get(i) == null || peers[i] < 0
                        ? Double.NaN
                        : 1
                                + IntStream.range(0, SIZE)
                                        .filter(j -> peers[j] == peers[i] && values.get(j) != null)
                                        .filter(j -> values.get(j).compareTo(values.get(i)) * (ascending ? -1 : 1) > 0)
                                        .count())
                .toArray();
        assertThat(IntStream.range(0, SIZE).mapToDouble(ranks::rank).toArray()).isEqualTo(expected);
        assertThat(Arrays.stream(expected).filter(Double::isNaN).count()).isPositive();
    }

    /** The first are counted, later ones looked up, and equals are told apart in either way. */
    @Test
    void aRankIsTheSameHoweverManyAreAskedFor() {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            values.add(BigDecimal.valueOf(i / 2, 0).add(BigDecimal.valueOf(i % 2, 30)));
        }
        double[] expected = IntStream.range(0, 100).mapToDouble(i -> 100 - i).toArray();

        for (int i = 0; i < 100; i++) {
            assertThat(ranks(values).rank(i)).as("asked alone").isEqualTo(expected[i]);
        }
        RankNumbers backwards = ranks(values);
        assertThat(IntStream.range(0, 100)
                        .map(i -> 99 - i)
                        .mapToDouble(backwards::rank)
                        .toArray())
                .isEqualTo(IntStream.range(0, 100).mapToDouble(i -> 1 + i).toArray());
    }

    @Test
    void valuesAreComparedOnlyWhereOneOfTheRanksAskedForIsTied() {
        List<BigDecimal> values =
                Stream.of("5", "1", "2", "2", "4").map(BigDecimal::new).toList();
        AtomicInteger compared = new AtomicInteger();
        RankNumbers ranks = new RankNumbers(
                values.stream().mapToDouble(BigDecimal::doubleValue).toArray(),
                i -> {
                    compared.incrementAndGet();
                    return values.get(i);
                },
                new int[5],
                false);

        assertThat(new double[] {ranks.rank(0), ranks.rank(4), ranks.rank(1)}).containsExactly(1, 2, 5);
        assertThat(compared).hasValue(0);
        assertThat(new double[] {ranks.rank(2), ranks.rank(3)}).containsExactly(3, 3);
        assertThat(compared).hasValue(2);
    }

    @Test
    void afterTheFirstFewRanksAllAreSorted() {
        AtomicInteger compared = new AtomicInteger();
        double[] numbers =
                IntStream.range(0, 100).mapToDouble(i -> i < 2 ? 0 : i).toArray();
        RankNumbers ranks = new RankNumbers(
                numbers,
                i -> {
                    compared.incrementAndGet();
                    return BigDecimal.ZERO;
                },
                new int[100],
                false);

        assertThat(IntStream.range(2, 18).mapToDouble(ranks::rank).toArray())
                .isEqualTo(IntStream.range(2, 18).mapToDouble(i -> 100 - i).toArray());
        assertThat(compared).as("sixteen are counted, none of them tied").hasValue(0);
        assertThat(ranks.rank(50)).isEqualTo(50);
        assertThat(compared)
                .as("the seventeenth has all sorted, the two that are tied as well")
                .hasValue(2);
    }

    private static RankNumbers ranks(List<BigDecimal> values) {
        return new RankNumbers(
                values.stream().mapToDouble(BigDecimal::doubleValue).toArray(),
                values::get,
                new int[values.size()],
                false);
    }
}
