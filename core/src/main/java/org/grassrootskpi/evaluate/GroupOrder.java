package org.grassrootskpi.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An order of groups, which are given by their positions from 0: by one key after the other, then by position. What a key compares
 * is computed once for each group, and what only tells equals apart, not before it is needed.
 */
final class GroupOrder {
    private static final int SMALL = 1 << 6;

    private final List<Key> keys;

    GroupOrder(List<Key> keys) {
        this.keys = keys;
    }

    /** Compares two positions. */
    @FunctionalInterface
    interface Key {
        int compare(int one, int other);

        /** Returns the same key from the last to the first. */
        default Key reversed() {
            return (one, other) -> compare(other, one);
        }
    }

    /**
     * Orders decimals, of which the nearest doubles decide unless they are equal; what has no value comes last, in either direction.
     *
     * @param numbers the nearest double to the value of a position, NaN where there is none
     * @param values the value of a position that has one
     */
    static Key byValue(int size, IntToDoubleFunction numbers, IntFunction<BigDecimal> values, boolean isDescending) {
        double[] nearest = new double[size];
        // Adding zero turns -0.0 into 0.0, as which it is compared.
        Arrays.setAll(nearest, position -> numbers.applyAsDouble(position) + 0.0);
        @Nullable BigDecimal[] exact = new @Nullable BigDecimal[size];
        IntFunction<BigDecimal> value = position -> {
            BigDecimal known = exact[position];
            if (known == null) {
                known = values.apply(position);
                exact[position] = known;
            }
            return known;
        };
        return (one, other) -> {
            double a = nearest[one];
            double b = nearest[other];
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
            }
            int order = Double.compare(a, b);
            if (order == 0) {
                order = value.apply(one).compareTo(value.apply(other));
            }
            return isDescending ? -order : order;
        };
    }

    /**
     * Returns the first positions in this order: sorts only those that come before the last that would be kept so far, so that few
     * of many cost little more than one comparison each.
     *
     * @param size how many positions there are
     * @param limit how many are returned at most
     */
    int[] first(int size, int limit) {
        int kept = Math.min(size, limit);
        if (kept == 0) {
            return new int[0];
        }
        Integer[] best = new Integer[(int) Math.min(size, Math.max(4L * kept, SMALL))];
        int count = 0;
        boolean isCut = false;
        for (int position = 0; position < size; position++) {
            if (isCut && compare(position, best[kept - 1]) > 0) {
                continue;
            }
            if (count == best.length) {
                Arrays.sort(best, this::compare);
                count = kept;
                isCut = true;
                if (compare(position, best[kept - 1]) > 0) {
                    continue;
                }
            }
            best[count++] = position;
        }
        Arrays.sort(best, 0, count, this::compare);
        return Arrays.stream(best, 0, kept).mapToInt(Integer::intValue).toArray();
    }

    private int compare(int one, int other) {
        for (Key key : keys) {
            int order = key.compare(one, other);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one, other);
    }
}
