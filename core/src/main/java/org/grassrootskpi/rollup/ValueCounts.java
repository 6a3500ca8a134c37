package org.grassrootskpi.rollup;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values, and how often each occurs, in any order. Immutable. */
public final class ValueCounts {
    private static final ValueCounts NONE = new ValueCounts(new BigDecimal[0], null);

    private final BigDecimal @Nullable [] decimals;
    private final long @Nullable [] times;
    private final long @Nullable [] unscaled;
    private final int from;
    private final int size;
    private final int scale;

    private ValueCounts(BigDecimal[] decimals, long @Nullable [] times) {
        this.decimals = decimals;
        this.times = times;
        unscaled = null;
        from = 0;
        size = decimals.length;
        scale = 0;
    }

    private ValueCounts(long[] unscaled, int from, int size, int scale) {
        this.unscaled = unscaled;
        this.from = from;
        this.size = size;
        this.scale = scale;
        decimals = null;
        times = null;
    }

    /** {@return no values} */
    public static ValueCounts none() {
        return NONE;
    }

    /**
     * {@return values that occur once each; one that is listed several times occurs as often}
     *
     * @param values copied
     */
    public static ValueCounts of(BigDecimal... values) {
        return new ValueCounts(values.clone(), null);
    }

    /**
     * {@return values by how often they occur}
     *
     * @param times a number of 1 or more for each value
     * @throws IllegalArgumentException if a value occurs less than once
     */
    public static ValueCounts of(Map<BigDecimal, Long> times) {
        BigDecimal[] values = new BigDecimal[times.size()];
        long[] counts = new long[values.length];
        int i = 0;
        for (Map.Entry<BigDecimal, Long> value : times.entrySet()) {
            if (value.getValue() < 1) {
                throw new IllegalArgumentException(
                        "Expected each value once or more, got " + value.getKey() + " " + value.getValue() + " times");
            }
            values[i] = value.getKey();
            counts[i++] = value.getValue();
        }
        return new ValueCounts(values, counts);
    }

    /**
     * {@return values that occur once each, from a part of an array that is not copied and must not be written to afterwards}
     *
     * @param unscaled values times ten to the power of the scale
     * @param from where the first of them is
     * @param size how many there are
     * @param scale how many decimals they have, 0 or more
     */
    public static ValueCounts ofUnsafe(long[] unscaled, int from, int size, int scale) {
        Objects.checkFromIndexSize(from, size, unscaled.length);
        return new ValueCounts(unscaled, from, size, scale);
    }

    /** {@return how many entries there are; not more than values} */
    public int size() {
        return size;
    }

    /**
     * {@return the value of an entry}
     *
     * @param entry from 0, below {@link #size}
     */
    public BigDecimal value(int entry) {
        if (decimals != null) {
            return decimals[entry];
        }
        Objects.checkIndex(entry, size);
        return BigDecimal.valueOf(Objects.requireNonNull(unscaled)[from + entry], scale);
    }

    /**
     * {@return how often the value of an entry occurs in it, 1 or more}
     *
     * @param entry from 0, below {@link #size}
     */
    public long times(int entry) {
        return times == null ? 1 : times[entry];
    }

    /**
     * {@return the least value of several lists that is not less than a part of them all}
     *
     * @param lists at least one value
     * @param probability the part, from 0 to 1
     */
    public static BigDecimal quantile(List<ValueCounts> lists, BigDecimal probability) {
        return quantiles(lists, ImmutableList.of(probability)).get(0);
    }

    /**
     * {@return the same for several parts, each in its place}
     *
     * @param lists at least one value
     * @param probabilities the parts, from 0 to 1, ascending
     */
    public static ImmutableList<BigDecimal> quantiles(List<ValueCounts> lists, List<BigDecimal> probabilities) {
        long[] unscaled = new long[probabilities.size()];
        int scale = unscaledQuantiles(lists, probabilities, (index, value) -> unscaled[index] = value);
        if (scale >= 0) {
            return Arrays.stream(unscaled)
                    .mapToObj(value -> BigDecimal.valueOf(value, scale))
                    .collect(ImmutableList.toImmutableList());
        }
        if (lists.stream().allMatch(list -> list.times == null)) {
            BigDecimal[] all = lists.stream()
                    .flatMap(list -> IntStream.range(0, list.size).mapToObj(list::value))
                    .toArray(BigDecimal[]::new);
            Arrays.sort(all);
            return probabilities.stream()
                    .map(probability -> all[(int) QuantileSketch.rank(probability, all.length) - 1])
                    .collect(ImmutableList.toImmutableList());
        }
        TreeMap<BigDecimal, Long> counts = new TreeMap<>();
        lists.forEach(list -> list.addTo(counts));
        return probabilities.stream()
                .map(probability -> QuantileSketch.quantile(counts, probability).orElseThrow())
                .collect(ImmutableList.toImmutableList());
    }

    /** Receives a quantile. */
    @FunctionalInterface
    public interface UnscaledQuantiles {
        /**
         * Takes a quantile.
         *
         * @param index the place of its probability
         * @param unscaled its value times ten to the power of the scale
         */
        void set(int index, long unscaled);
    }

    /**
     * Finds the same quantiles as {@link #quantiles} where all values are held as longs of one scale.
     *
     * @param lists at least one value
     * @param probabilities the parts, from 0 to 1, ascending
     * @param quantiles receives the quantile of each part
     * @return the scale of the values, or -1, with no quantiles, where values are held otherwise
     */
    public static int unscaledQuantiles(
            List<ValueCounts> lists, List<BigDecimal> probabilities, UnscaledQuantiles quantiles) {
        int scale = lists.get(0).scale;
        int count = 0;
        for (ValueCounts list : lists) {
            if (list.unscaled == null || list.scale != scale) {
                return -1;
            }
            count = Math.addExact(count, list.size);
        }
        long[] all = new long[count];
        int end = 0;
        for (ValueCounts list : lists) {
            System.arraycopy(Objects.requireNonNull(list.unscaled), list.from, all, end, list.size);
            end += list.size;
        }
        int start = 0;
        for (int index = 0; index < probabilities.size(); index++) {
            int k = (int) QuantileSketch.rank(probabilities.get(index), count) - 1;
            quantiles.set(index, Selection.smallest(all, start, k));
            start = k;
        }
        return scale;
    }

    /** Counts all values in a map. */
    void addTo(SortedMap<BigDecimal, Long> counts) {
        for (int entry = 0; entry < size; entry++) {
            counts.merge(value(entry), times(entry), Long::sum);
        }
    }

    @Override
    public String toString() {
        String values = IntStream.range(0, size).mapToObj(this::value).toList().toString();
        return times == null ? values : values + " x " + Arrays.toString(times);
    }
}
