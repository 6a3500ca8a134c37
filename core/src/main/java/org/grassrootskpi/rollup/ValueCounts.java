package org.grassrootskpi.rollup;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values, and how often each occurs, in any order. Immutable. */
public final class ValueCounts {
    private static final ValueCounts NONE = new ValueCounts(new BigDecimal[0], null);

    private final BigDecimal[] values;
    private final long @Nullable [] times;

    private ValueCounts(BigDecimal[] values, long @Nullable [] times) {
        this.values = values;
        this.times = times;
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

    /** {@return how many entries there are; not more than values} */
    public int size() {
        return values.length;
    }

    /**
     * {@return the value of an entry}
     *
     * @param entry from 0, below {@link #size}
     */
    public BigDecimal value(int entry) {
        return values[entry];
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
        if (lists.stream().allMatch(list -> list.times == null)) {
            BigDecimal[] all =
                    lists.stream().flatMap(list -> Arrays.stream(list.values)).toArray(BigDecimal[]::new);
            Arrays.sort(all);
            return all[(int) QuantileSketch.rank(probability, all.length) - 1];
        }
        TreeMap<BigDecimal, Long> counts = new TreeMap<>();
        lists.forEach(list -> list.addTo(counts));
        return QuantileSketch.quantile(counts, probability).orElseThrow();
    }

    /** Counts all values in a map. */
    void addTo(SortedMap<BigDecimal, Long> counts) {
        for (int entry = 0; entry < values.length; entry++) {
            counts.merge(values[entry], times(entry), Long::sum);
        }
    }

    @Override
    public String toString() {
        return times == null ? Arrays.toString(values) : Arrays.toString(values) + " x " + Arrays.toString(times);
    }
}
