package org.grassrootskpi.rollup;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The uncertainty of a slot in which some figures have an explicit precision: printed to another place than their indicator's, or
 * with a qualifier. Immutable.
 *
 * @param rows the number of rows with a value and an explicit precision
 * @param offset how far their true sum may be from the sum of their values: of value zero, with the qualifier and the bounds
 *     that follow from them
 * @param min where the true minimum of all rows of the slot lies; null unless the roll-up gathers {@link Aggregate#MIN} or {@link Aggregate#WEIGHTED_SUM}
 * @param max where the true maximum of all rows of the slot lies; null unless the roll-up gathers {@link Aggregate#MAX} or {@link Aggregate#WEIGHTED_SUM}
 */
public record SlotUncertainty(
        long rows,
        Quantity offset,
        @Nullable Range<BigDecimal> min,
        @Nullable Range<BigDecimal> max) {
    /**
     * {@return the uncertainty of both slots combined}
     *
     * @param other of another slot
     */
    public SlotUncertainty plus(SlotUncertainty other) {
        return new SlotUncertainty(
                rows + other.rows, offset.plus(other.offset), least(min, other.min), greatest(max, other.max));
    }

    /**
     * {@return where the lesser of two figures lies; ends belong to it}
     *
     * @param one where the one lies, or null
     * @param other where the other lies, or null
     */
    public static @Nullable Range<BigDecimal> least(
            @Nullable Range<BigDecimal> one, @Nullable Range<BigDecimal> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        BigDecimal lower = one.hasLowerBound() && other.hasLowerBound()
                ? one.lowerEndpoint().min(other.lowerEndpoint())
                : null;
        BigDecimal upper = !one.hasUpperBound()
                ? upper(other)
                : !other.hasUpperBound() ? upper(one) : one.upperEndpoint().min(other.upperEndpoint());
        return between(lower, upper);
    }

    /**
     * {@return where the greater of two figures lies; ends belong to it}
     *
     * @param one where the one lies, or null
     * @param other where the other lies, or null
     */
    public static @Nullable Range<BigDecimal> greatest(
            @Nullable Range<BigDecimal> one, @Nullable Range<BigDecimal> other) {
        Range<BigDecimal> mirrored = least(one == null ? null : mirrored(one), other == null ? null : mirrored(other));
        return mirrored == null ? null : mirrored(mirrored);
    }

    private static @Nullable BigDecimal upper(Range<BigDecimal> range) {
        return range.hasUpperBound() ? range.upperEndpoint() : null;
    }

    private static Range<BigDecimal> mirrored(Range<BigDecimal> range) {
        return between(
                range.hasUpperBound() ? range.upperEndpoint().negate() : null,
                range.hasLowerBound() ? range.lowerEndpoint().negate() : null);
    }

    /**
     * {@return the numbers between two ends, which belong to them}
     *
     * @param lower the lower end, or null if there is none
     * @param upper the upper end, or null if there is none
     */
    public static Range<BigDecimal> between(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        if (lower == null) {
            return upper == null ? Range.all() : Range.upTo(upper, BoundType.CLOSED);
        }
        return upper == null ? Range.downTo(lower, BoundType.CLOSED) : Range.closed(lower, upper);
    }
}
