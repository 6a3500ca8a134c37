package org.grassrootskpi.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One exact decimal for each slot of a rollup: {@code long}s of one scale where they suffice, decimals of any size where they
 * do not.
 */
public final class DecimalColumn {
    private final long @Nullable [] unscaled;
    private final int scale;
    private final BigDecimal @Nullable [] decimals;

    private DecimalColumn(long @Nullable [] unscaled, int scale, BigDecimal @Nullable [] decimals) {
        this.unscaled = unscaled;
        this.scale = scale;
        this.decimals = decimals;
    }

    /**
     * {@return a column over an array, which is not copied and must not be written to afterwards}
     *
     * @param unscaled the values times ten to the power of the scale
     * @param scale how many decimals, 0 or more
     */
    public static DecimalColumn ofUnsafe(long[] unscaled, int scale) {
        return new DecimalColumn(unscaled, scale, null);
    }

    /**
     * {@return a column over an array, which is not copied and must not be written to afterwards}
     *
     * @param decimals the values; an element may be null where the slot has no row
     */
    public static DecimalColumn ofUnsafe(BigDecimal[] decimals) {
        return new DecimalColumn(null, 0, decimals);
    }

    /** The values as longs of one {@link #scale}, or null where they need more room; not copied. */
    long @Nullable [] unscaled() {
        return unscaled;
    }

    int scale() {
        return scale;
    }

    /**
     * {@return the value of a slot that has a row}
     *
     * @param slot from 0
     */
    public BigDecimal get(int slot) {
        if (unscaled != null) {
            return BigDecimal.valueOf(unscaled[slot], scale);
        }
        return decimals == null || decimals[slot] == null ? BigDecimal.ZERO : decimals[slot];
    }
}
