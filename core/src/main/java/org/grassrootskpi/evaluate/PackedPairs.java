package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the pairs of all slots, of all roll-ups of a pair of totals: combined once, for reading quotients and growths without
 * making cells. Immutable.
 */
final class PackedPairs {
    /** The count of a slot whose sums a double does not hold exactly. */
    private static final long UNSURE = -1;

    private final PeriodGroups periods;
    private final long[] counts;
    private final long[] ones;
    private final long[] others;

    private PackedPairs(PeriodGroups periods, int size) {
        this.periods = periods;
        counts = new long[size];
        ones = new long[size];
        others = new long[size];
    }

    /** Combines the sums; null if they are no sums by period, are kept apart by extra dimensions, or are not alike. */
    static @Nullable PackedPairs of(Pair pair, ImmutableList<SlotColumns> results) {
        boolean areSums = pair.one().function() == AggregateFunction.SUM
                && pair.other().function() == AggregateFunction.SUM
                && pair.one().window().kind() == Window.Kind.PERIOD;
        if (!areSums || results.isEmpty()) {
            return null;
        }
        PeriodGroups periods = results.get(0).rollup().periods();
        int regions = results.get(0).rollup().regions().size();
        PackedPairs packed = new PackedPairs(periods, regions * periods.size());
        int scale = -1;
        for (SlotColumns result : results) {
            DecimalColumn sums = result.sums();
            DecimalColumn counterparts = result.others();
            boolean isEmpty = result.positions().size() == 0;
            boolean isAlike = result.rollup().combinations().groups().size() == 1
                    && result.rollup().regions().size() == regions
                    && result.rollup().periods().equals(periods);
            if (!isAlike) {
                return null;
            }
            if (isEmpty) {
                continue;
            }
            if (sums == null || counterparts == null || !sums.isUnscaled() || !counterparts.isUnscaled()) {
                return null;
            }
            scale = scale < 0 ? sums.scale() : scale;
            if (sums.scale() != scale || counterparts.scale() != scale) {
                return null;
            }
            packed.add(result, sums, counterparts);
        }
        return packed;
    }

    private void add(SlotColumns result, DecimalColumn sums, DecimalColumn counterparts) {
        for (int position = 0; position < result.positions().size(); position++) {
            long pairs = result.countAt(position);
            if (pairs > 0) {
                int slot = result.positions().slot(position);
                long one = sums.unscaled(position);
                long other = counterparts.unscaled(position);
                boolean isSure = counts[slot] != UNSURE && PackedSlots.isExact(one) && PackedSlots.isExact(other);
                // Numbers below 2^53 in magnitude cannot leave the range of a long by one addition.
                ones[slot] += isSure ? one : 0;
                others[slot] += isSure ? other : 0;
                isSure &= PackedSlots.isExact(ones[slot]) && PackedSlots.isExact(others[slot]);
                counts[slot] = isSure ? counts[slot] + pairs : UNSURE;
            }
        }
    }

    /** Returns the slot of a region slot and a period's code, or -1 if there is none. */
    int slot(int regionSlot, int period) {
        int own = period == 0 && periods.size() == 1 ? 0 : periods.slotOfGroup(period);
        return regionSlot < 0 || own < 0 ? -1 : regionSlot * periods.size() + own;
    }

    /** Returns the nearest double to the quotient, NaN if there is none; empty if unsure. */
    OptionalDouble quotient(int slot) {
        if (counts[slot] == UNSURE) {
            return OptionalDouble.empty();
        }
        boolean isNone = counts[slot] == 0 || others[slot] == 0;
        return OptionalDouble.of(isNone ? Double.NaN : (double) ones[slot] / others[slot]);
    }

    /** Returns the nearest double to the relative change, as {@link #quotient} does. */
    OptionalDouble growth(int slot) {
        long change = ones[slot] - others[slot];
        if (counts[slot] == UNSURE || !PackedSlots.isExact(change)) {
            return OptionalDouble.empty();
        }
        boolean isNone = counts[slot] == 0 || others[slot] <= 0;
        return OptionalDouble.of(isNone ? Double.NaN : (double) change / others[slot]);
    }
}
