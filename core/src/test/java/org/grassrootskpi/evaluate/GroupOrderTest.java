package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupOrderTest {
    private static final int SIZE = 10_000;

    @ParameterizedTest
    @CsvSource({"false,0", "false,1", "true,10", "false,3000", "true,9999", "false,10000", "true,20000"})
    void theFirstAreThoseOfAFullStableSort(boolean descending, int limit) {
        Random random = new Random(12);
        // Many ties, and values without which a row comes last in either direction.
        List<BigDecimal> values = random.ints(SIZE, -500, 500)
                .mapToObj(value -> value == -500 ? null : BigDecimal.valueOf(value, 1))
                .collect(Collectors.toCollection(ArrayList::new));
        Comparator<BigDecimal> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();

        assertThat(order(values, descending).first(SIZE, limit))
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

        assertThat(order(values, false).first(5, 5)).containsExactly(1, 4, 3, 0, 2);
        assertThat(order(values, true).first(5, 5)).containsExactly(0, 3, 1, 4, 2);
    }

    @Test
    void aNumberIsComputedOnceForEachPositionAndAValueOnlyBetweenEquals() {
        AtomicIntegerArray numbers = new AtomicIntegerArray(SIZE);
        AtomicIntegerArray values = new AtomicIntegerArray(SIZE);
        GroupOrder.Key key = GroupOrder.byValue(
                SIZE,
                position -> {
                    numbers.incrementAndGet(position);
                    return position == 7 ? 8 : position * 31 % SIZE;
                },
                position -> {
                    values.incrementAndGet(position);
                    return BigDecimal.valueOf(position);
                },
                true);

        new GroupOrder(List.of(key)).first(SIZE, SIZE);

        assertThat(IntStream.range(0, SIZE).map(numbers::get)).containsOnly(1);
        assertThat(IntStream.range(0, SIZE).map(values::get).sum()).isEqualTo(2);
    }

    private static GroupOrder order(List<BigDecimal> values, boolean descending) {
        return new GroupOrder(List.of(GroupOrder.byValue(
                values.size(),
                position -> values.get(position) == null
                        ? Double.NaN
                        : values.get(position).doubleValue(),
                values::get,
                descending)));
    }
}
