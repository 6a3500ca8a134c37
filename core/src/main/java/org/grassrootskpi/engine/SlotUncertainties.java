package org.grassrootskpi.engine;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.jspecify.annotations.Nullable;

/**
 * The uncertainty of each group's figures, in a block of which some rows were printed with a qualifier or to another place
 * than the indicator's decimals. Most rows were not, and are passed over.
 */
final class SlotUncertainties {
    private final SeriesBlock block;
    private final PrecisionColumn precisions;
    private final Quantity[] offsets;
    private final boolean least;
    private final boolean greatest;
    private final @Nullable SlotUncertainty[] found;

    /** The least and the greatest of the values without an explicit precision, where they are wanted. */
    private final long[] plainMin;

    private final long[] plainMax;

    private SlotUncertainties(
            SeriesBlock block, PrecisionColumn precisions, int groups, boolean least, boolean greatest) {
        this.block = block;
        this.precisions = precisions;
        offsets =
                precisions.dictionary().stream().map(SlotUncertainties::offset).toArray(Quantity[]::new);
        this.least = least;
        this.greatest = greatest;
        found = new SlotUncertainty[groups];
        plainMin = new long[least ? found.length : 0];
        plainMax = new long[greatest ? found.length : 0];
        Arrays.fill(plainMin, Long.MAX_VALUE);
        Arrays.fill(plainMax, Long.MIN_VALUE);
    }

    /** Returns a figure of value zero with the qualifier and the bounds of a precision. */
    private static Quantity offset(Precision precision) {
        return Quantity.of(BigDecimal.ZERO, Unit.RATIO, precision.qualifier(), precision.bounds(BigDecimal.ZERO));
    }

    /** Creates an instance to which rows of a scan's block are added; null if none of them has an explicit precision. */
    static @Nullable SlotUncertainties of(Scan scan) {
        PrecisionColumn precisions = scan.block.precisions();
        return precisions == null
                ? null
                : new SlotUncertainties(
                        scan.block,
                        precisions,
                        scan.groups(),
                        scan.aggregates.contains(ScanAggregate.MIN),
                        scan.aggregates.contains(ScanAggregate.MAX));
    }

    /** Creates an instance for the sums of groups of rows of a block; null if none of them has an explicit precision. */
    static @Nullable SlotUncertainties of(SeriesBlock block, int groups) {
        PrecisionColumn precisions = block.precisions();
        return precisions == null ? null : new SlotUncertainties(block, precisions, groups, false, false);
    }

    /** Creates an instance for sums, minima and maxima of groups of rows; null if none of them has an explicit precision. */
    static @Nullable SlotUncertainties withExtremes(SeriesBlock block, int groups) {
        PrecisionColumn precisions = block.precisions();
        return precisions == null ? null : new SlotUncertainties(block, precisions, groups, true, true);
    }

    /**
     * Returns the uncertainty of each group, or null for groups without any; empty if no added row has an explicit precision.
     *
     * @param counts how many rows each group has
     */
    Optional<@Nullable SlotUncertainty[]> found(long[] counts) {
        boolean any = false;
        for (int group = 0; group < found.length; group++) {
            SlotUncertainty stated = found[group];
            if (stated != null) {
                any = true;
                found[group] = stated.rows() < counts[group] ? withPlain(stated, group) : stated;
            }
        }
        return any ? Optional.of(found) : Optional.empty();
    }

    /** Adds a row with a value. */
    void add(int group, int row) {
        int code = precisions.code(row);
        if (code > 0) {
            Range<BigDecimal> bounds = precisions
                    .dictionary()
                    .get(code - 1)
                    .bounds(value(block.values().unscaled(row)));
            SlotUncertainty one =
                    new SlotUncertainty(1, offsets[code - 1], least ? bounds : null, greatest ? bounds : null);
            SlotUncertainty before = found[group];
            found[group] = before == null ? one : before.plus(one);
        } else {
            if (least) {
                plainMin[group] = Math.min(plainMin[group], block.values().unscaled(row));
            }
            if (greatest) {
                plainMax[group] = Math.max(plainMax[group], block.values().unscaled(row));
            }
        }
    }

    private SlotUncertainty withPlain(SlotUncertainty stated, int group) {
        return new SlotUncertainty(
                stated.rows(),
                stated.offset(),
                least ? SlotUncertainty.least(stated.min(), bounds(plainMin[group])) : null,
                greatest ? SlotUncertainty.greatest(stated.max(), bounds(plainMax[group])) : null);
    }

    private Range<BigDecimal> bounds(long unscaled) {
        return SeriesBlock.ownPrecision(block.indicator(), unscaled).bounds(value(unscaled));
    }

    private BigDecimal value(long unscaled) {
        return BigDecimal.valueOf(unscaled, block.indicator().decimals());
    }
}
