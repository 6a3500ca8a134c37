package org.grassrootskpi.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.ValueColumn;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.text.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/** The single values of each group, as decimals of any size or counted in the buckets of a sketch. */
final class GroupValues {
    private GroupValues() {}

    /** Returns all values of each group; those of a group are adjacent. */
    static IntFunction<ValueCounts> values(Scan scan, Accumulators found, int threads) {
        int[] ends = new int[found.count.length];
        int end = 0;
        for (int group = 0; group < ends.length; group++) {
            ends[group] = end;
            end = Math.addExact(end, Math.toIntExact(found.count[group]));
        }
        if (scan.block.isFloatingPoint()) {
            BigDecimal[] decimals = new BigDecimal[end];
            scan.forEachValue(threads, (group, segment, row) -> decimals[ends[group]++] = value(segment, row));
            return group ->
                    ValueCounts.of(Arrays.copyOfRange(decimals, ends[group] - (int) found.count[group], ends[group]));
        }
        long[] unscaled = new long[end];
        int scale = scan.block.indicator().decimals();
        scan.forEachSeries(threads, (segment, from, to, periodGroups, groupBase) -> {
            if (segment.statusesUnsafe() == null) {
                RowLoops.gather(segment, from, to, periodGroups, groupBase, ends, unscaled);
                return;
            }
            for (int row = from; row < to; row++) {
                int period = periodGroups[segment.periods().distance(row)];
                if (period >= 0 && segment.status(row).hasValue()) {
                    unscaled[ends[groupBase + period]++] = segment.values().unscaled(row);
                }
            }
        });
        return group -> {
            int count = (int) found.count[group];
            return ValueCounts.ofUnsafe(unscaled, ends[group] - count, count, scale);
        };
    }

    /** Returns a sketch for each group that has a value. */
    static @Nullable QuantileSketch[] sketches(Scan scan, Accumulators found, int threads) {
        @Nullable QuantileSketch[] sketches = new QuantileSketch[found.count.length];
        int decimals = scan.block.indicator().decimals();
        scan.forEachValue(threads, (group, segment, row) -> {
            QuantileSketch sketch = sketches[group];
            if (sketch == null) {
                sketch = new QuantileSketch(decimals);
                sketches[group] = sketch;
            }
            sketch.add(unscaled(segment.values(), row, decimals));
        });
        return sketches;
    }

    /** Returns the sum of each group's values as decimals. */
    static BigDecimal[] sums(Scan scan, int threads) {
        BigDecimal[] sums = new BigDecimal[scan.groups()];
        Arrays.fill(sums, BigDecimal.ZERO);
        scan.forEachValue(threads, (group, segment, row) -> sums[group] = sums[group].add(value(segment, row)));
        return sums;
    }

    /** Returns the value of a row; of a double the shortest decimal that has it as its nearest double. */
    static BigDecimal value(Segment segment, int row) {
        return segment.values().isFloatingPoint()
                ? ShortestDecimal.of(segment.values().asDouble(row))
                : BigDecimal.valueOf(
                        segment.values().unscaled(row), segment.indicator().decimals());
    }

    private static long unscaled(ValueColumn values, int row, int decimals) {
        if (!values.isFloatingPoint()) {
            return values.unscaled(row);
        }
        BigInteger rounded = ShortestDecimal.of(values.asDouble(row))
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .unscaledValue();
        return rounded.bitLength() < Long.SIZE
                ? rounded.longValue()
                : rounded.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
