package org.grassrootskpi.evaluate;

import java.math.BigDecimal;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.text.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The decimals of slots where longs of one scale do not suffice: they are added, or the least or the greatest of them is kept.
 *
 * <p>Most sums of doubles are whole numbers of ten-thousandths. These are added as longs, and only the others as decimals.
 */
final class SlotDecimals {
    private final AggregateFunction function;
    private final @Nullable BigDecimal[] decimals;
    private final long[] tenThousandths;

    SlotDecimals(AggregateFunction function, int size) {
        this.function = function;
        decimals = new @Nullable BigDecimal[size];
        tenThousandths = new long[isSummed() ? size : 0];
    }

    private boolean isSummed() {
        return function != AggregateFunction.MIN && function != AggregateFunction.MAX;
    }

    /** Adds the value at a position of a column to a slot. */
    void add(int slot, DecimalColumn values, int position) {
        double[] doubles = values.doublesUnsafe();
        long few = doubles == null || !isSummed()
                ? ShortestDecimal.NOT_WHOLE
                : ShortestDecimal.tenThousandths(doubles[position]);
        if (few == ShortestDecimal.NOT_WHOLE) {
            add(slot, values.get(position));
            return;
        }
        long known = tenThousandths[slot];
        long sum = known + few;
        boolean overflows = ((known ^ sum) & (few ^ sum)) < 0;
        if (overflows) {
            add(slot, decimal(known));
        }
        tenThousandths[slot] = overflows ? few : sum;
    }

    private static BigDecimal decimal(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, ShortestDecimal.TEN_THOUSANDTHS);
    }

    private void add(int slot, BigDecimal value) {
        BigDecimal known = decimals[slot];
        decimals[slot] = known == null ? value : combined(known, value);
    }

    private BigDecimal combined(BigDecimal a, BigDecimal b) {
        return switch (function) {
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            default -> a.add(b);
        };
    }

    /** Brings both kinds of numbers of a range of slots together, when all have been added. */
    void finish(int from, int to) {
        for (int slot = from; isSummed() && slot < to; slot++) {
            if (tenThousandths[slot] != 0) {
                add(slot, decimal(tenThousandths[slot]));
            }
        }
    }

    DecimalColumn column() {
        return DecimalColumn.ofUnsafe(decimals);
    }
}
