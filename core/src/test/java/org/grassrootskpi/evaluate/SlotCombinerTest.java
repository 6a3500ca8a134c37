package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.PackedPartsTest.longs;
import static org.grassrootskpi.evaluate.PackedPartsTest.parts;
import static org.grassrootskpi.evaluate.PackedPartsTest.plain;
import static org.grassrootskpi.evaluate.PackedPartsTest.slots;
import static org.grassrootskpi.evaluate.PackedPartsTest.some;

import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.slots.SlotColumns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roll-ups of six slots that are so many that threads share them. */
class SlotCombinerTest {
    /** Each has a row in the first slot, every other one in the second as well. */
    private static SlotColumns[] many(int size, IntToLongFunction value) {
        return IntStream.range(0, size)
                .mapToObj(part -> part % 2 == 0
                        ? plain(2, value.applyAsLong(part), value.applyAsLong(part))
                        : some(CombinationGroups.NONE, new int[] {0}, longs(2, value.applyAsLong(part)))
                                .build())
                .toArray(SlotColumns[]::new);
    }

    private static PackedParts.Columns combined(int threads, AggregateFunction function, SlotColumns... columns) {
        Integer[] numbers = IntStream.range(0, columns.length).boxed().toArray(Integer[]::new);
        return parts(threads, Formulas.of(function, numbers), columns).combined(null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void sharesManyRollupsAmongThreads(int threads) {
        SlotColumns[] columns = many(1001, part -> 100L * ((part + 701) % 1001) - 300);

        assertThat(slots(combined(threads, AggregateFunction.SUM, columns)))
                .containsExactly("1001: 497497.00", "501: 248847.00", "-", "-", "-", "-");
        assertThat(slots(combined(threads, AggregateFunction.MIN, columns))).startsWith("1001: -3.00", "501: -3.00");
        assertThat(slots(combined(threads, AggregateFunction.MAX, columns))).startsWith("1001: 997.00", "501: 996.00");
    }

    /** What a job adds up fits a long, what two of them do not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void sharesManyRollupsWhoseSumIsBeyondALong(int threads) {
        SlotColumns[] columns = many(512, part -> 20_000_000_000_000_000L);

        PackedParts.Columns sums = combined(threads, AggregateFunction.SUM, columns);

        assertThat(Objects.requireNonNull(sums.values).isUnscaled()).isFalse();
        assertThat(slots(sums)).startsWith("512: 102400000000000000.00", "256: 51200000000000000.00");
    }
}
