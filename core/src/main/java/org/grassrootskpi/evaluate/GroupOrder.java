package org.grassrootskpi.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.grassrootskpi.slots.Workers;
import org.jspecify.annotations.Nullable;

/**
 * An order of groups, which are given by their positions from 0: by one key after the other, then by position. What a key compares
 * is computed once for each group that may be among the first, and what only tells equals apart, not before it is needed.
 */
final class GroupOrder {
    private static final int SMALL = 1 << 6;

    /** The fewest positions that are worth a thread. */
    private static final int FEWEST = 1 << 12;

    private final List<Key> keys;

    GroupOrder(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * What groups are ordered by: doubles, and decimals where they are equal; what has no value comes last, in either direction.
     *
     * @param numbers the nearest double to the value of a position, NaN where there is none
     * @param values the value of a position that has one; null where doubles say all
     * @param isDescending whether the greatest comes first
     */
    record Key(IntToDoubleFunction numbers, @Nullable IntFunction<BigDecimal> values, boolean isDescending) {
        /** Returns a number that is the less, the earlier a position comes. */
        double number(int position) {
            double number = numbers.applyAsDouble(position);
            // Adding zero turns -0.0 into 0.0, as which it is compared.
            return (isDescending ? -number : number) + 0.0;
        }
    }

    /** Orders by numbers that doubles hold exactly, of which every position has one. */
    static Key byNumber(IntToDoubleFunction numbers, boolean isDescending) {
        return new Key(numbers, null, isDescending);
    }

    /** Orders by decimals, of which the nearest doubles decide unless they are equal. */
    static Key byValue(IntToDoubleFunction numbers, IntFunction<BigDecimal> values, boolean isDescending) {
        return new Key(numbers, values, isDescending);
    }

    /** A position, and what the keys compare of it. */
    private final class Row implements Comparable<Row> {
        private final int position;
        private final double leading;
        private final double[] further = new double[keys.size() - 1];
        private @Nullable BigDecimal @Nullable [] values;

        Row(int position, double leading) {
            this.position = position;
            this.leading = leading;
            Arrays.setAll(further, key -> keys.get(key + 1).number(position));
        }

        @Override
        public int compareTo(Row other) {
            int order = Double.compare(leading, other.leading);
            for (int key = 0; order == 0 && key < keys.size(); key++) {
                order = key == 0 ? 0 : Double.compare(further[key - 1], other.further[key - 1]);
                order = order == 0 ? tied(key, other) : order;
            }
            return order == 0 ? Integer.compare(position, other.position) : order;
        }

        /** Compares the decimals of a key whose doubles are equal. */
        private int tied(int key, Row other) {
            IntFunction<BigDecimal> decimals = keys.get(key).values();
            if (decimals == null || Double.isNaN(key == 0 ? leading : further[key - 1])) {
                return 0;
            }
            int order = value(key, decimals).compareTo(other.value(key, decimals));
            return keys.get(key).isDescending() ? -order : order;
        }

        private BigDecimal value(int key, IntFunction<BigDecimal> decimals) {
            if (values == null) {
                values = new @Nullable BigDecimal[keys.size()];
            }
            BigDecimal known = values[key];
            if (known == null) {
                known = decimals.apply(position);
                values[key] = known;
            }
            return known;
        }
    }

    /**
     * Returns the first positions in this order: sorts only those that come before the last that would be kept so far, so that few
     * of many cost little more than one comparison each.
     *
     * @param size how many positions there are
     * @param limit how many are returned at most
     * @param threads how many threads look for them, each among some of the positions
     */
    int[] first(int size, int limit, int threads) {
        int kept = Math.min(size, limit);
        if (kept == 0) {
            return new int[0];
        }
        int ranges = Math.max(1, Math.min(threads, size / FEWEST));
        Row[][] best = new Row[ranges][];
        Workers.run(threads, ranges, range -> {
            int from = (int) ((long) size * range / ranges);
            best[range] = firstOf(from, (int) ((long) size * (range + 1) / ranges) - from, kept);
        });
        Stream<Row> rows = Arrays.stream(best).flatMap(Arrays::stream);
        return (ranges == 1 ? rows : rows.sorted())
                .limit(kept)
                .mapToInt(row -> row.position)
                .toArray();
    }

    /** Returns the first of a range of positions, in order; a few more may follow. */
    private Row[] firstOf(int from, int size, int kept) {
        Row[] best = new Row[(int) Math.min(size, Math.max(4L * kept, SMALL))];
        Key leading = keys.get(0);
        int count = 0;
        boolean isCut = false;
        double last = 0;
        for (int position = from; position < from + size; position++) {
            double number = leading.number(position);
            if (isCut && !(number <= last)) {
                continue;
            }
            if (count == best.length) {
                Arrays.sort(best);
                count = kept;
                last = best[kept - 1].leading;
                isCut = !Double.isNaN(last);
            }
            best[count++] = new Row(position, number);
        }
        Arrays.sort(best, 0, count);
        return Arrays.copyOf(best, count);
    }
}
