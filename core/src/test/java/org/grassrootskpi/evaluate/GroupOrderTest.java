package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupOrderTest {
    private static final int SIZE = 10_000;

    @ParameterizedTest
    @CsvSource({
        "false,0,1",
        "false,1,1",
        "true,10,2",
        "false,3000,1",
        "true,9999,2",
        "false,10000,1",
        "true,20000,3",
        "false,9800,1"
    })
    void theFirstAreThoseOfAFullStableSort(boolean descending, int limit, int threads) {
        Random random = new Random(12);
        // Many ties, and values without which a row comes last in either direction.
        List<BigDecimal> values = random.ints(SIZE, -500, 500)
                .mapToObj(value -> value == -500 ? null : BigDecimal.valueOf(value, 1))
                .collect(Collectors.toCollection(ArrayList::new));
        Comparator<BigDecimal> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();

        assertThat(order(values, descending).first(SIZE, limit, threads))
                .containsExactly(IntStream.range(0, SIZE)
                        .boxed()
                        .sorted(Comparator.comparing(values::get, Comparator.nullsLast(order)))
                        .limit(limit)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    @Test
    void decimalsWithOneNearestDoubleAreToldApart() {
        List<BigDecimal> values = Arrays.asList(
                new BigDecimal("0.10000000000000000002"),
                new BigDecimal("0.1"),
                null,
                new BigDecimal("0.10000000000000000001"),
                new BigDecimal("0.10"));

        assertThat(order(values, false).first(5, 5, 1)).containsExactly(1, 4, 3, 0, 2);
        assertThat(order(values, true).first(5, 5, 1)).containsExactly(0, 3, 1, 4, 2);
    }

    @Test
    void aNumberIsComputedOnceForEachPositionAndAValueOnlyBetweenEquals() {
        AtomicIntegerArray numbers = new AtomicIntegerArray(SIZE);
        AtomicIntegerArray values = new AtomicIntegerArray(SIZE);
        GroupOrder.Key key = GroupOrder.byValue(
                position -> {
                    numbers.incrementAndGet(position);
                    return position == 7 ? 8 : position * 31 % SIZE;
                },
                position -> {
                    values.incrementAndGet(position);
                    return BigDecimal.valueOf(position);
                },
                true);

        new GroupOrder(List.of(key)).first(SIZE, SIZE, 2);

        assertThat(IntStream.range(0, SIZE).map(numbers::get)).containsOnly(1);
        assertThat(IntStream.range(0, SIZE).map(values::get).sum()).isEqualTo(2);
    }

    @Test
    void laterKeysAreAskedOnlyOfThoseThatMayBeAmongTheFirst() {
        AtomicInteger asked = new AtomicInteger();
        GroupOrder order = new GroupOrder(List.of(
                GroupOrder.byNumber(position -> position, false),
                GroupOrder.byNumber(
                        position -> {
                            asked.incrementAndGet();
                            return 0;
                        },
                        false)));

        assertThat(order.first(SIZE, 3, 1)).containsExactly(0, 1, 2);
        assertThat(asked).as("the first buffer, and one that is behind it").hasValue(65);
    }

    @ParameterizedTest
    @CsvSource({"false,false,10", "true,false,10", "false,true,500", "true,true,10000"})
    void equalsOfOneKeyAreOrderedByTheNextAndThenByPosition(boolean descending, boolean thenDescending, int limit) {
        // Decimals that only their last places tell apart, beside some without a value.
        IntFunction<BigDecimal> values = position -> BigDecimal.valueOf(position % 3, 30);
        IntToDoubleFunction numbers = position -> position % 7 == 0 ? Double.NaN : 0;
        GroupOrder order = new GroupOrder(List.of(
                GroupOrder.byNumber(position -> -(position % 5), descending),
                GroupOrder.byValue(numbers, values, thenDescending),
                GroupOrder.byNumber(position -> position % 2, true)));

        Comparator<Integer> first = Comparator.comparingInt(position -> -(position % 5));
        Comparator<Integer> decimals = Comparator.comparing(values::apply);
        Comparator<Integer> second = Comparator.<Integer, Boolean>comparing(position -> position % 7 == 0)
                .thenComparing((one, other) -> one % 7 == 0
                        ? 0
                        : thenDescending ? decimals.compare(other, one) : decimals.compare(one, other));
        assertThat(order.first(SIZE, limit, 2))
                .containsExactly(IntStream.range(0, SIZE)
                        .boxed()
                        .sorted((descending ? first.reversed() : first)
                                .thenComparing(second)
                                .thenComparing(position -> -(position % 2)))
                        .limit(limit)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    @Test
    void aNegativeZeroIsAZero() {
        GroupOrder ascending =
                new GroupOrder(List.of(GroupOrder.byNumber(position -> position == 1 ? -0.0 : 0.0, false)));
        GroupOrder descending =
                new GroupOrder(List.of(GroupOrder.byNumber(position -> position == 0 ? -0.0 : 0.0, true)));

        assertThat(ascending.first(3, 3, 1)).containsExactly(0, 1, 2);
        assertThat(descending.first(3, 3, 1)).containsExactly(0, 1, 2);
    }

    private static GroupOrder order(List<BigDecimal> values, boolean descending) {
        return new GroupOrder(List.of(GroupOrder.byValue(
                position -> values.get(position) == null
                        ? Double.NaN
                        : values.get(position).doubleValue(),
                values::get,
                descending)));
    }
}
