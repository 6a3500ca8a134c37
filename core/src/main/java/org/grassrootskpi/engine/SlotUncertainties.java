package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.jspecify.annotations.Nullable;

/**
 * The uncertainty of each group's figures, where some rows were printed with a qualifier or to another place than the
 * indicator's decimals.
 */
final class SlotUncertainties {
    private final SeriesBlock block;
    private final ImmutableList<Precision> precisions;
    private final long @Nullable [] plainMin;
    private final long @Nullable [] plainMax;
    private final Map<Long, Quantity> offsets = new HashMap<>();
    private final Map<Integer, Precision> ofOwn = new HashMap<>();

    /**
     * Prepares the uncertainties of a block's groups.
     *
     * @param precisions the precisions by the numbers that {@link StatedRows} have
     * @param plainMin the least value of each group's rows without an explicit precision; null if minima are not wanted
     * @param plainMax the greatest value of each group's rows without an explicit precision; null if maxima are not wanted
     */
    SlotUncertainties(
            SeriesBlock block,
            ImmutableList<Precision> precisions,
            long @Nullable [] plainMin,
            long @Nullable [] plainMax) {
        this.block = block;
        this.precisions = precisions;
        this.plainMin = plainMin;
        this.plainMax = plainMax;
    }

    /** Returns the explicit precisions of the rows of each segment of a block, one segment behind the other. */
    static ImmutableList<Precision> precisionsOf(SeriesBlock block) {
        ImmutableList<Precision> all = ImmutableList.of();
        for (Segment segment : block.segments()) {
            PrecisionColumn stated = segment.precisions();
            if (stated != null) {
                all = all.isEmpty()
                        ? stated.dictionary()
                        : ImmutableList.<Precision>builder()
                                .addAll(all)
                                .addAll(stated.dictionary())
                                .build();
            }
        }
        return all;
    }

    /** Returns the position of the first precision of a segment in {@link #precisionsOf} its block. */
    static int firstOf(SeriesBlock block, Segment segment) {
        int first = 0;
        for (Segment before : block.segments()) {
            if (before == segment) {
                break;
            }
            first += before.precisions() == null
                    ? 0
                    : before.precisions().dictionary().size();
        }
        return first;
    }

    /**
     * Returns the uncertainty of each group, or null for groups without any.
     *
     * @param rows the rows that have an explicit precision
     * @param counts how many rows each group has
     */
    @Nullable SlotUncertainty[] of(StatedRows rows, long[] counts) {
        @Nullable SlotUncertainty[] found = new @Nullable SlotUncertainty[counts.length];
        rows.forEach((group, precision, count, least, greatest) -> {
            SlotUncertainty more = of(precision, count, least, greatest);
            SlotUncertainty before = found[group];
            found[group] = before == null ? more : before.plus(more);
        });
        for (int group = 0; group < found.length; group++) {
            SlotUncertainty stated = found[group];
            if (stated != null && stated.rows() < counts[group]) {
                found[group] = withPlain(stated, group);
            }
        }
        return found;
    }

    /** Returns the uncertainty of a number of rows of one precision, which all have the same offset. */
    private SlotUncertainty of(int precision, long count, long least, long greatest) {
        Precision stated = precisions.get(precision);
        Range<BigDecimal> min = plainMin == null ? null : stated.bounds(value(least));
        Range<BigDecimal> max = plainMax == null ? null : stated.bounds(value(greatest));
        boolean one = count == 1;
        return new SlotUncertainty(
                count,
                offset(precision, count),
                one ? min : SlotUncertainty.least(min, min),
                one ? max : SlotUncertainty.greatest(max, max));
    }

    /** Returns the sum of a number of figures of value zero with the qualifier and the bounds of a precision. */
    private Quantity offset(int precision, long count) {
        long key = count * precisions.size() + precision;
        Quantity known = offsets.get(key);
        if (known == null) {
            if (count == 1) {
                Precision of = precisions.get(precision);
                known = Quantity.of(BigDecimal.ZERO, Unit.RATIO, of.qualifier(), of.bounds(BigDecimal.ZERO));
            } else {
                known = offset(precision, count / 2).plus(offset(precision, count - count / 2));
            }
            offsets.put(key, known);
        }
        return known;
    }

    private SlotUncertainty withPlain(SlotUncertainty stated, int group) {
        return new SlotUncertainty(
                stated.rows(),
                stated.offset(),
                plainMin == null ? null : SlotUncertainty.least(stated.min(), bounds(plainMin[group])),
                plainMax == null ? null : SlotUncertainty.greatest(stated.max(), bounds(plainMax[group])));
    }

    private Range<BigDecimal> bounds(long unscaled) {
        // Only the sign of a figure makes a difference to how far from it the true one may be.
        int sign = Long.signum(unscaled);
        return ofOwn.computeIfAbsent(sign, s -> block.ownPrecision(unscaled)).bounds(value(unscaled));
    }

    private BigDecimal value(long unscaled) {
        return BigDecimal.valueOf(unscaled, block.indicator().decimals());
    }
}
