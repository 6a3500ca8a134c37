package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
}
