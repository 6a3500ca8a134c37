package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
    static Stream<Arguments> numbers() {
        Random random = new Random(12);
        return Stream.of(
                Arguments.of("ascending", (LongUnaryOperator) i -> i),
                Arguments.of("descending", (LongUnaryOperator) i -> -i),
                Arguments.of("equal", (LongUnaryOperator) i -> 5),
                Arguments.of("two values", (LongUnaryOperator) i -> i % 2),
                Arguments.of("organ pipes", (LongUnaryOperator) i -> Math.min(i, 1000 - i)),
                Arguments.of("saw", (LongUnaryOperator) i -> i % 37),
                Arguments.of("extremes", (LongUnaryOperator) i -> i % 3 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE),
                Arguments.of("random", (LongUnaryOperator) i -> random.nextLong()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void everyRankIsThatOfASort(String name, LongUnaryOperator at) {
        for (int size : new int[] {1, 2, 3, 31, 32, 33, 100, 1000}) {
            long[] numbers = LongStream.range(0, size).map(at).toArray();
            long[] sorted = numbers.clone();
            Arrays.sort(sorted);
            for (int k = 0; k < size; k += Math.max(1, size / 50)) {
                assertThat(Selection.smallest(numbers.clone(), 0, k))
                        .as("%s, %d of %d", name, k, size)
                        .isEqualTo(sorted[k]);
            }
        }
    }
}
