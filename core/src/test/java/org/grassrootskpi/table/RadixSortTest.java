package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RadixSortTest {
    @Test
    void sortsByAllBitsAndKeepsTheOrderOfEqualKeys() {
        long[] keys = {
            Long.MAX_VALUE, 5, 1L << 62, 5, 0, (1L << 11) - 1, 1L << 11, (1L << 22) + 5, 1L << 33, 1L << 44, 1L << 55, 5
        };
        int[] numbers = IntStream.range(0, keys.length).toArray();

        RadixSort sorted = RadixSort.sort(keys.clone(), numbers);

        assertThat(sorted.keys()).isEqualTo(LongStream.of(keys).sorted().toArray());
        assertThat(sorted.numbers()).containsExactly(4, 1, 3, 11, 5, 6, 7, 8, 9, 10, 2, 0);
    }

    @Test
    void skipsDigitsThatAllKeysShare() {
        long shared = 77L << 11 | 3L << 33;
        RadixSort sorted =
                RadixSort.sort(new long[] {shared + 2, shared + 1, shared + (1L << 22)}, new int[] {7, 8, 9});

        assertThat(sorted.keys()).containsExactly(shared + 1, shared + 2, shared + (1L << 22));
        assertThat(sorted.numbers()).containsExactly(8, 7, 9);
    }

    @Test
    void leavesSortedKeysWhereTheyAre() {
        long[] keys = {3, 3, 4};
        int[] numbers = {9, 8, 7};
        RadixSort sorted = RadixSort.sort(keys, numbers);

        assertThat(sorted.keys()).isSameAs(keys).containsExactly(3, 3, 4);
        assertThat(sorted.numbers()).isSameAs(numbers).containsExactly(9, 8, 7);
        assertThat(RadixSort.sort(new long[0], new int[0]).keys()).isEmpty();
    }

    @Test
    void sortsManyKeys() {
        long[] keys = new Random(3).longs(500, 0, Long.MAX_VALUE).toArray();
        RadixSort sorted = RadixSort.sort(keys.clone(), IntStream.range(0, 500).toArray());

        assertThat(sorted.keys()).isEqualTo(Arrays.stream(keys).sorted().toArray());
        assertThat(IntStream.of(sorted.numbers())
                        .mapToLong(number -> keys[number])
                        .toArray())
                .isEqualTo(sorted.keys());
    }
}
