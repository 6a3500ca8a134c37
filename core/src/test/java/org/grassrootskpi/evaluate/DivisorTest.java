package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DivisorTest {
    private static void check(int number, int divisor) {
        Divisor by = new Divisor(divisor);

        assertThat(by.quotient(number)).as("%s / %s", number, divisor).isEqualTo(number / divisor);
        assertThat(by.remainder(number)).as("%s %% %s", number, divisor).isEqualTo(number % divisor);
    }

    @Test
    void dividesNearEachMultiple() {
        IntStream.of(
                        1,
                        2,
                        3,
                        5,
                        7,
                        12,
                        16,
                        641,
                        1096,
                        65_535,
                        65_536,
                        65_537,
                        1_000_003,
                        1 << 30,
                        (1 << 30) + 1,
                        Integer.MAX_VALUE)
                .forEach(divisor -> {
                    for (long times : new long[] {0, 1, 2, 3, 1000, Integer.MAX_VALUE / divisor}) {
                        for (long number = times * divisor - 1; number <= times * divisor + 1; number++) {
                            if (number >= 0 && number <= Integer.MAX_VALUE) {
                                check((int) number, divisor);
                            }
                        }
                    }
                    check(Integer.MAX_VALUE, divisor);
                });
    }

    @Test
    void dividesAnyNumbers() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            check(
                    random.nextInt() >>> (1 + random.nextInt(30)),
                    Math.max(1, random.nextInt() >>> (1 + random.nextInt(30))));
        }
    }
}
