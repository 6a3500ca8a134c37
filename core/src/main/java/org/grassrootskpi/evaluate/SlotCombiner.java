package org.grassrootskpi.evaluate;

import com.google.common.math.LongMath;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotPositions;
import org.grassrootskpi.slots.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Combines the columns of several roll-ups slot by slot: the counts, and the values as longs of the greatest scale where they suffice,
 * else as decimals. Threads share the slots where there are many, else the roll-ups, in jobs that do not depend on how many they are.
 */
final class SlotCombiner {
    /** So few that what is added up of a range stays in a processor's cache while one roll-up after the other is added. */
    private static final int SLOTS_PER_RANGE = 1 << 12;

    private static final int PARTS_PER_JOB = 1 << 8;

    private final PackedParts parts;
    private final AggregateFunction function;
    private final int threads;
    private final int size;
    private final AtomicBoolean overflows = new AtomicBoolean();

    SlotCombiner(PackedParts parts, AggregateFunction function, int threads) {
        this.parts = parts;
        this.function = function;
        this.threads = threads;
        size = parts.size();
    }

    /**
     * Combines the columns.
     *
     * @param known the counts if they are known already
     */
    PackedParts.Columns combined(long @Nullable [] known) {
        boolean areLongs = parts.areLongs();
        Slots slots = slots(known == null, areLongs);
        long[] counts = known == null ? slots.counts : known;
        DecimalColumn values = null;
        if (parts.haveValues()) {
            values = slots.values == null || overflows.get()
                    ? decimals()
                    : DecimalColumn.ofUnsafe(slots.values, parts.scale());
        }
        return new PackedParts.Columns(SlotPositions.all(size), counts, values);
    }

    private Slots slots(boolean counted, boolean valued) {
        if (size > SLOTS_PER_RANGE) {
            Slots all = new Slots(counted, valued);
            forEachRange((from, to) -> all.range(from, to).addParts(0, parts.number()));
            return all;
        }
        Slots[] some = new Slots[(parts.number() - 1) / PARTS_PER_JOB + 1];
        Workers.run(threads, some.length, job -> {
            some[job] = new Slots(counted, valued);
            some[job].addParts(job * PARTS_PER_JOB, Math.min(parts.number(), (job + 1) * PARTS_PER_JOB));
        });
        for (Slots others : Arrays.asList(some).subList(1, some.length)) {
            some[0].addSlots(others);
        }
        return some[0];
    }

    /** Takes a range of the slots. */
    @FunctionalInterface
    private interface RangeConsumer {
        void accept(int from, int to);
    }

    /** Passes on all slots, in ranges that are looked after at the same time; in one where members are in another order. */
    private void forEachRange(RangeConsumer range) {
        int ranges = size == 0 ? 0 : parts.areInOrder() ? (size - 1) / SLOTS_PER_RANGE + 1 : 1;
        Workers.run(
                threads,
                ranges,
                number -> range.accept(
                        (int) ((long) size * number / ranges), (int) ((long) size * (number + 1) / ranges)));
    }

    /** What is combined of a range of slots: longs are added, or the least or the greatest is kept. */
    private final class Slots {
        final long @Nullable [] counts;
        final long @Nullable [] values;
        private final int from;
        private final int to;

        /** Negative if a number was beyond the range of a long. */
        private long overflow;

        Slots(boolean counted, boolean valued) {
            this(counted ? new long[size] : null, valued ? new long[size] : null, 0, size);
            if (values != null && !parts.areSummed()) {
                Arrays.fill(values, function == AggregateFunction.MIN ? Long.MAX_VALUE : Long.MIN_VALUE);
            }
        }

        private Slots(long @Nullable [] counts, long @Nullable [] values, int from, int to) {
            this.counts = counts;
            this.values = values;
            this.from = from;
            this.to = to;
        }

        Slots range(int first, int end) {
            return new Slots(counts, values, first, end);
        }

        void addParts(int first, int end) {
            for (int part = first; part < end; part++) {
                SlotColumns column = parts.column(part);
                long[] dense = parts.isDense(part) ? column.countsUnsafe() : null;
                if (counts != null) {
                    addCounts(counts, part, dense);
                }
                DecimalColumn ofPart = values == null ? null : parts.values(column);
                if (ofPart != null) {
                    addValues(part, ofPart, dense);
                }
            }
            noteOverflow();
        }

        private void addCounts(long[] to, int part, long @Nullable [] dense) {
            if (dense == null) {
                parts.forEach(part, from, this.to, (column, position, slot) -> to[slot] += column.countAt(position));
            } else {
                for (int slot = from; slot < this.to; slot++) {
                    to[slot] += dense[slot];
                }
            }
        }

        private void addValues(int part, DecimalColumn ofPart, long @Nullable [] counts) {
            long factor = LongMath.pow(10, parts.scale() - PackedParts.scale(ofPart));
            long[] dense = factor == 1 && counts != null ? ofPart.longsUnsafe() : null;
            if (dense != null && counts != null) {
                addAll(dense, counts);
            } else {
                parts.forEach(part, from, to, (column, position, slot) -> add(slot, ofPart.unscaled(position), factor));
            }
        }

        /** Adds what was combined of other roll-ups in the same slots. */
        void addSlots(Slots others) {
            for (int slot = from; counts != null && others.counts != null && slot < to; slot++) {
                counts[slot] += others.counts[slot];
            }
            for (int slot = from; others.values != null && slot < to; slot++) {
                add(slot, others.values[slot], 1);
            }
            noteOverflow();
        }

        private void noteOverflow() {
            if (overflow < 0) {
                overflows.set(true);
            }
        }

        /** Adds one for each slot; the sum of a slot without rows is zero, and its extremes are not read. */
        private void addAll(long[] others, long[] ofRows) {
            long[] all = this.values;
            if (all == null) {
                return;
            }
            switch (function) {
                case MIN -> {
                    for (int slot = from; slot < to; slot++) {
                        all[slot] = ofRows[slot] > 0 ? Math.min(all[slot], others[slot]) : all[slot];
                    }
                }
                case MAX -> {
                    for (int slot = from; slot < to; slot++) {
                        all[slot] = ofRows[slot] > 0 ? Math.max(all[slot], others[slot]) : all[slot];
                    }
                }
                default -> {
                    long signs = 0;
                    for (int slot = from; slot < to; slot++) {
                        long a = all[slot];
                        long b = others[slot];
                        all[slot] = a + b;
                        signs |= (a ^ (a + b)) & (b ^ (a + b));
                    }
                    overflow |= signs;
                }
            }
        }

        private void add(int slot, long value, long factor) {
            long[] all = this.values;
            if (all == null) {
                return;
            }
            long scaled = value * factor;
            overflow |= factor != 1 && Math.multiplyHigh(value, factor) != scaled >> 63 ? -1 : 0;
            long a = all[slot];
            if (parts.areSummed()) {
                all[slot] = a + scaled;
                overflow |= (a ^ (a + scaled)) & (scaled ^ (a + scaled));
            } else {
                all[slot] = function == AggregateFunction.MIN ? Math.min(a, scaled) : Math.max(a, scaled);
            }
        }
    }

    private DecimalColumn decimals() {
        SlotDecimals decimals = new SlotDecimals(function, size);
        forEachRange((from, to) -> {
            for (int part = 0; part < parts.number(); part++) {
                DecimalColumn values = parts.values(parts.column(part));
                if (values != null) {
                    parts.forEach(part, from, to, (column, position, slot) -> decimals.add(slot, values, position));
                }
            }
            decimals.finish(from, to);
        });
        return decimals.column();
    }
}
