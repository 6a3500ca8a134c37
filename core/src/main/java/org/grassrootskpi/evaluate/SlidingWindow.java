package org.grassrootskpi.evaluate;

import java.util.concurrent.atomic.AtomicBoolean;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.slots.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The slots of an aggregate over a window, each with what the window that ends with it contains: made once, slot by slot, so that a
 * group reads one slot instead of as many as the window is long.
 *
 * <p>A sum or a count is that of all slots up to the end of the window, less that of all before it, which is exact for longs; an extreme
 * is looked up in each slot of the window.
 */
final class SlidingWindow {
    /** The most slots for each one that has a row: windows fill all slots of a region. */
    private static final long MOST_FILLED = 64;

    private static final int REGIONS_PER_JOB = 1 << 6;

    private final PackedSlots packed;
    private final int[] first;
    private final long[] counts;
    private final long @Nullable [] values;
    private final AtomicBoolean overflows = new AtomicBoolean();

    private SlidingWindow(PackedSlots packed, int[] first) {
        this.packed = packed;
        this.first = first;
        counts = new long[packed.regions() * first.length];
        values = packed.hasValues() ? new long[counts.length] : null;
    }

    /**
     * Returns the slots with their windows; null where there is no window, or its periods are not slots, or a sum overflows.
     *
     * @param threads how many threads add them up, each for some of the regions
     */
    static @Nullable PackedSlots over(PackedSlots packed, RollupResults results, int threads) {
        PeriodGroups periods = packed.periods();
        long slots = (long) packed.regions() * periods.size();
        if (packed.window().kind() == Window.Kind.PERIOD
                || !packed.isReadable()
                || !results.hasSlotOfEachGroup(periods)
                || slots > Math.max(1 << 20, MOST_FILLED * packed.positions().size())) {
            return null;
        }
        int[] first = new int[periods.size()];
        for (int slot = 0; slot < first.length; slot++) {
            int[] window = results.slots(periods, packed.window(), periods.period(slot));
            first[slot] = Math.max(0, window[0]);
            boolean slides = window[1] == slot && first[slot] <= slot && (slot == 0 || first[slot] >= first[slot - 1]);
            if (!slides) {
                return null;
            }
        }
        return new SlidingWindow(packed, first).slid(threads);
    }

    private @Nullable PackedSlots slid(int threads) {
        int jobs = (packed.regions() + REGIONS_PER_JOB - 1) / REGIONS_PER_JOB;
        Workers.run(threads, jobs, job -> {
            int from = job * REGIONS_PER_JOB;
            new Regions().slide(from, Math.min(packed.regions(), from + REGIONS_PER_JOB));
        });
        return overflows.get() ? null : packed.slid(counts, values, expectedPeriods());
    }

    private long[] expectedPeriods() {
        long[] expected = new long[first.length];
        for (int slot = 0; slot < first.length; slot++) {
            for (int of = first[slot]; of <= slot; of++) {
                expected[slot] += packed.periods().count(of);
            }
        }
        return expected;
    }

    /** The slots of some regions, one region after the other. */
    private final class Regions {
        private final long[] ownCounts = new long[first.length];
        private final long[] ownValues = new long[first.length];
        private final long[] countsBefore = new long[first.length + 1];
        private final long[] valuesBefore = new long[first.length + 1];

        /** Negative if a number was beyond the range of a long. */
        private long overflow;

        void slide(int from, int to) {
            boolean summed = switch (packed.function()) {
                case MIN, MAX -> false;
                default -> true;
            };
            for (int region = from; region < to; region++) {
                packed.read(region, ownCounts, ownValues);
                if (summed) {
                    sums(region);
                } else {
                    extremes(region);
                }
            }
            if (overflow < 0) {
                overflows.set(true);
            }
        }

        private void sums(int region) {
            long signs = 0;
            for (int slot = 0; slot < first.length; slot++) {
                long before = valuesBefore[slot];
                long own = ownValues[slot];
                long sum = before + own;
                signs |= (before ^ sum) & (own ^ sum);
                valuesBefore[slot + 1] = sum;
                countsBefore[slot + 1] = countsBefore[slot] + ownCounts[slot];
            }
            for (int slot = 0; slot < first.length; slot++) {
                long end = valuesBefore[slot + 1];
                long before = valuesBefore[first[slot]];
                long sum = end - before;
                signs |= (end ^ before) & (end ^ sum);
                set(region, slot, countsBefore[slot + 1] - countsBefore[first[slot]], sum);
            }
            overflow |= signs;
        }

        private void extremes(int region) {
            boolean least = packed.function() == AggregateFunction.MIN;
            for (int slot = 0; slot < first.length; slot++) {
                long count = 0;
                long extreme = 0;
                for (int of = first[slot]; of <= slot; of++) {
                    if (ownCounts[of] > 0) {
                        long value = ownValues[of];
                        extreme = count == 0 ? value : least ? Math.min(extreme, value) : Math.max(extreme, value);
                        count += ownCounts[of];
                    }
                }
                set(region, slot, count, extreme);
            }
        }

        private void set(int region, int slot, long count, long value) {
            counts[region * first.length + slot] = count;
            if (values != null) {
                values[region * first.length + slot] = value;
            }
        }
    }
}
