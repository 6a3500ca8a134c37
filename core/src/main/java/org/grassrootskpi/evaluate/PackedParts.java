package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotPositions;
import org.grassrootskpi.slots.Workers;
import org.jspecify.annotations.Nullable;

/** The roll-ups that an aggregate combines, and their columns combined slot by slot. */
final class PackedParts {
    /** The greatest power of ten that fits a long. */
    private static final int MOST_DIGITS = 18;

    /** So few that what is added up of a range stays in a processor's cache while one roll-up after the other is added. */
    private static final int SLOTS_PER_RANGE = 1 << 12;

    private final AggregateFormula aggregate;
    private final RollupResults results;
    private final ImmutableList<SlotColumns> columns;
    private final int combinations;
    private final int threads;
    private final boolean areInOrder;

    /** Columns of a roll-up or of several: counts are null for one row each, values where none are gathered. */
    static final class Columns {
        final SlotPositions positions;
        final long @Nullable [] counts;
        final @Nullable DecimalColumn values;

        private Columns(SlotPositions positions, long @Nullable [] counts, @Nullable DecimalColumn values) {
            this.positions = positions;
            this.counts = counts;
            this.values = values;
        }
    }

    /**
     * Reads the roll-ups of an aggregate.
     *
     * @param threads how many threads combine them
     */
    PackedParts(AggregateFormula aggregate, RollupResults results, int threads) {
        this.aggregate = aggregate;
        this.results = results;
        this.columns = aggregate.rollups().stream().map(results::columns).collect(ImmutableList.toImmutableList());
        this.combinations = results.combinations().size();
        this.threads = threads;
        this.areInOrder = IntStream.range(0, columns.size()).allMatch(this::isInOrder);
    }

    ImmutableList<SlotColumns> results() {
        return columns;
    }

    private Rollup rollup(int part) {
        return columns.get(part).rollup();
    }

    private int regions() {
        return rollup(0).regions().size();
    }

    /** Returns whether all have the same slots of regions and periods, and an int counts those of the query. */
    boolean haveSameSlots() {
        PeriodGroups periods = rollup(0).periods();
        long size = (long) combinations * regions() * periods.size();
        return size <= Integer.MAX_VALUE
                && columns.stream()
                        .allMatch(part -> part.rollup().regions().size() == regions()
                                && part.rollup().periods().equals(periods));
    }

    /** Returns whether rows are not kept apart by extra dimensions, nor, if there are several, combined over their members. */
    boolean arePlain() {
        return combinations == 1
                && columns.stream()
                        .allMatch(part -> part.hasPlainCounts()
                                && (columns.size() == 1
                                        || part.rollup().combinations().isSingle()));
    }

    /** Returns whether all rows are as precise as their indicator, and all indicators have the same decimals. */
    boolean areExact() {
        BigDecimal halfStep = aggregate.halfSteps().get(0);
        boolean alike = aggregate.halfSteps().stream().allMatch(other -> other.compareTo(halfStep) == 0);
        long scales = columns.stream()
                .filter(part -> !isEmpty(part))
                .mapToInt(this::scale)
                .distinct()
                .count();
        return alike && scales <= 1 && columns.stream().noneMatch(SlotColumns::hasUncertainties);
    }

    private int scale(SlotColumns part) {
        DecimalColumn values = values(part);
        return values == null || !values.isUnscaled() ? 0 : values.scale();
    }

    /** Returns for each region slot how many regions of the sources' levels are in it. */
    long[] expectedRegions() {
        long[] sum = results.expectedRegions(aggregate.rollups().get(0));
        for (int part = 1; part < columns.size(); part++) {
            long[] one = results.expectedRegions(aggregate.rollups().get(part));
            sum = part == 1 ? sum.clone() : sum;
            for (int region = 0; region < sum.length; region++) {
                sum[region] += one[region];
            }
        }
        return sum;
    }

    private @Nullable DecimalColumn values(SlotColumns part) {
        return switch (aggregate.function()) {
            case SUM, MEAN -> part.sums();
            case MIN -> part.minima();
            case MAX -> part.maxima();
            default -> null;
        };
    }

    private boolean hasValues() {
        return isSummed()
                || aggregate.function() == AggregateFunction.MIN
                || aggregate.function() == AggregateFunction.MAX;
    }

    private boolean isSummed() {
        return aggregate.function() == AggregateFunction.SUM || aggregate.function() == AggregateFunction.MEAN;
    }

    /**
     * Combines the columns.
     *
     * @param known the counts if they are known already
     */
    Columns combined(long @Nullable [] known) {
        SlotColumns first = columns.get(0);
        if (columns.size() == 1 && areInOrder) {
            return new Columns(first.positions(), first.countsUnsafe(), values(first));
        }
        int size = size();
        long[] counts = known == null ? counts(size) : known;
        boolean hasValues = hasValues() && columns.stream().allMatch(part -> values(part) != null || isEmpty(part));
        return new Columns(SlotPositions.all(size), counts, hasValues ? values(size) : null);
    }

    /** Returns the number of slots of the query. */
    int size() {
        return combinations * regions() * rollup(0).periods().size();
    }

    /** Returns the values of the roll-ups in a slot of the query, of those that have any. */
    List<ValueCounts> valuesOf(int slot) {
        int perCombination = regions() * rollup(0).periods().size();
        int combination = slot / perCombination;
        List<ValueCounts> values = new ArrayList<>(columns.size());
        for (int part = 0; part < columns.size(); part++) {
            int own = results.combination(aggregate.rollups().get(part), combination);
            ValueCounts ofPart = own < 0
                    ? ValueCounts.none()
                    : columns.get(part).values((own - combination) * perCombination + slot);
            if (ofPart.size() > 0) {
                values.add(ofPart);
            }
        }
        return values;
    }

    /** Returns whether the groups of a roll-up are the combinations of the query. */
    private boolean isInOrder(int part) {
        if (rollup(part).combinations().groups().size() != combinations) {
            return false;
        }
        for (int combination = 0; combination < combinations; combination++) {
            if (results.combination(aggregate.rollups().get(part), combination) != combination) {
                return false;
            }
        }
        return true;
    }

    /** Adds positions of a part to slots of the query. */
    @FunctionalInterface
    private interface Adder {
        void add(SlotColumns part, int position, int slot);
    }

    /** Takes a range of the query's slots. */
    @FunctionalInterface
    private interface RangeConsumer {
        void accept(int from, int to);
    }

    /** Passes on all slots of the query, in ranges that are looked after at the same time; in one where members are in another order. */
    private void forEachRange(int size, RangeConsumer range) {
        int step = areInOrder ? SLOTS_PER_RANGE : Integer.MAX_VALUE;
        Workers.run(threads, size == 0 ? 0 : (size - 1) / step + 1, number -> {
            int from = number * step;
            range.accept(from, from + Math.min(step, size - from));
        });
    }

    /** Passes on each position of a part that has a row, with its slot of the query, of a range of slots. */
    private void forEach(int part, int fromSlot, int toSlot, Adder adder) {
        SlotColumns column = columns.get(part);
        int perCombination = regions() * rollup(0).periods().size();
        if (areInOrder) {
            int end = column.positions().from(toSlot);
            for (int position = column.positions().from(fromSlot); position < end; position++) {
                if (column.countAt(position) > 0) {
                    adder.add(column, position, column.positions().slot(position));
                }
            }
            return;
        }
        for (int combination = 0; combination < combinations; combination++) {
            int own = results.combination(aggregate.rollups().get(part), combination);
            int from = own < 0 ? 0 : column.positions().from(own * perCombination);
            int to = own < 0 ? 0 : column.positions().from((own + 1) * perCombination);
            for (int position = from; position < to; position++) {
                if (column.countAt(position) > 0) {
                    int slot = column.positions().slot(position) - own * perCombination;
                    adder.add(column, position, combination * perCombination + slot);
                }
            }
        }
    }

    private boolean isDense(int part) {
        return columns.get(part).positions().hasAll() && columns.get(part).countsUnsafe() != null && areInOrder;
    }

    private long[] counts(int size) {
        long[] counts = new long[size];
        forEachRange(size, (from, to) -> {
            for (int part = 0; part < columns.size(); part++) {
                long[] dense = isDense(part) ? columns.get(part).countsUnsafe() : null;
                if (dense == null) {
                    forEach(part, from, to, (column, position, slot) -> counts[slot] += column.countAt(position));
                } else {
                    for (int slot = from; slot < to; slot++) {
                        counts[slot] += dense[slot];
                    }
                }
            }
        });
        return counts;
    }

    private DecimalColumn values(int size) {
        DecimalColumn longs =
                columns.stream().allMatch(part -> isEmpty(part) || isUnscaled(values(part))) ? longs(size) : null;
        return longs == null ? decimals(size) : longs;
    }

    private static boolean isEmpty(SlotColumns part) {
        return part.positions().size() == 0;
    }

    private static boolean isUnscaled(@Nullable DecimalColumn values) {
        return values != null && values.isUnscaled();
    }

    /** Returns the values as longs of the greatest scale; null if a long does not hold them. */
    private @Nullable DecimalColumn longs(int size) {
        int scale = columns.stream().mapToInt(this::scale).max().orElse(0);
        boolean isTooFine =
                columns.stream().anyMatch(part -> values(part) != null && scale - scale(part) > MOST_DIGITS);
        if (isTooFine) {
            return null;
        }
        long[] values = new long[size];
        AtomicBoolean overflows = new AtomicBoolean();
        forEachRange(size, (from, to) -> {
            Longs longs = new Longs(values, from, to);
            for (int part = 0; part < columns.size(); part++) {
                longs.add(part, scale);
            }
            if (longs.overflow < 0) {
                overflows.set(true);
            }
        });
        return overflows.get() ? null : DecimalColumn.ofUnsafe(values, scale);
    }

    /** Longs of a range of slots that are added, or of which the least or the greatest is kept. */
    private final class Longs {
        private final AggregateFunction function = aggregate.function();
        private final long[] values;
        private final int from;
        private final int to;

        /** Negative if a number was beyond the range of a long. */
        private long overflow;

        Longs(long[] values, int from, int to) {
            this.values = values;
            this.from = from;
            this.to = to;
            if (!isSummed()) {
                Arrays.fill(values, from, to, function == AggregateFunction.MIN ? Long.MAX_VALUE : Long.MIN_VALUE);
            }
        }

        void add(int part, int scale) {
            DecimalColumn ofPart = values(columns.get(part));
            if (ofPart == null) {
                return;
            }
            long factor = LongMath.pow(10, scale - scale(columns.get(part)));
            long[] dense = factor == 1 && isDense(part) ? ofPart.longsUnsafe() : null;
            long[] counts = columns.get(part).countsUnsafe();
            if (dense != null && counts != null) {
                addAll(dense, counts);
            } else {
                forEach(part, from, to, (column, position, slot) -> add(slot, ofPart.unscaled(position), factor));
            }
        }

        /** Adds one for each slot; the sum of a slot without rows is zero, and its extremes are not read. */
        void addAll(long[] others, long[] counts) {
            switch (function) {
                case MIN -> {
                    for (int slot = from; slot < to; slot++) {
                        values[slot] = counts[slot] > 0 ? Math.min(values[slot], others[slot]) : values[slot];
                    }
                }
                case MAX -> {
                    for (int slot = from; slot < to; slot++) {
                        values[slot] = counts[slot] > 0 ? Math.max(values[slot], others[slot]) : values[slot];
                    }
                }
                default -> {
                    long signs = 0;
                    for (int slot = from; slot < to; slot++) {
                        long a = values[slot];
                        long b = others[slot];
                        values[slot] = a + b;
                        signs |= (a ^ (a + b)) & (b ^ (a + b));
                    }
                    overflow |= signs;
                }
            }
        }

        void add(int slot, long value, long factor) {
            long scaled = value * factor;
            overflow |= factor != 1 && Math.multiplyHigh(value, factor) != scaled >> 63 ? -1 : 0;
            long a = values[slot];
            if (isSummed()) {
                values[slot] = a + scaled;
                overflow |= (a ^ (a + scaled)) & (scaled ^ (a + scaled));
            } else {
                values[slot] = function == AggregateFunction.MIN ? Math.min(a, scaled) : Math.max(a, scaled);
            }
        }
    }

    private DecimalColumn decimals(int size) {
        SlotDecimals decimals = new SlotDecimals(aggregate.function(), size);
        forEachRange(size, (from, to) -> {
            for (int part = 0; part < columns.size(); part++) {
                DecimalColumn values = values(columns.get(part));
                if (values != null) {
                    forEach(part, from, to, (column, position, slot) -> decimals.add(slot, values, position));
                }
            }
            decimals.finish(from, to);
        });
        return decimals.column();
    }
}
