package org.grassrootskpi.quantity;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.text.CanonicalDecimal;

/**
 * The precision of a printed figure: its qualifier, the step of its last printed place, and how far the true figure may
 * lie below and above the value. {@code 509.45亿元} is EXACT, printed to 1000000, from 500000 below to less than 500000
 * above.
 *
 * <p>A table stores it once for all rows that share it. Immutable and thread-safe.
 *
 * @param qualifier how the figure relates to the true one
 * @param resolution the step of the last printed place in the base unit, zero or more
 * @param below how far the true figure may be below the value; empty if nothing is known. Negative if it must be above
 * @param belowIncluded whether it may be exactly that far below
 * @param above how far the true figure may be above the value; empty if nothing is known. Negative if it must be below
 * @param aboveIncluded whether it may be exactly that far above
 */
public record Precision(
        Qualifier qualifier,
        BigDecimal resolution,
        Optional<BigDecimal> below,
        boolean belowIncluded,
        Optional<BigDecimal> above,
        boolean aboveIncluded) {

    /**
     * Returns the precision of a figure.
     *
     * @param figure any figure
     * @return what its qualifier, resolution and bounds say
     */
    public static Precision from(Quantity figure) {
        Range<BigDecimal> bounds = figure.bounds();
        boolean lower = bounds.hasLowerBound();
        boolean upper = bounds.hasUpperBound();
        return new Precision(
                figure.qualifier(),
                CanonicalDecimal.of(figure.resolution()),
                lower
                        ? Optional.of(CanonicalDecimal.of(figure.value().subtract(bounds.lowerEndpoint())))
                        : Optional.empty(),
                lower && bounds.lowerBoundType() == BoundType.CLOSED,
                upper
                        ? Optional.of(CanonicalDecimal.of(bounds.upperEndpoint().subtract(figure.value())))
                        : Optional.empty(),
                upper && bounds.upperBoundType() == BoundType.CLOSED);
    }

    /**
     * Returns all values that the true figure can have.
     *
     * @param value the printed value in the base unit
     * @return an interval, open at a side where nothing is known
     */
    public Range<BigDecimal> bounds(BigDecimal value) {
        Range<BigDecimal> lower = below.map(by -> Range.downTo(value.subtract(by), type(belowIncluded)))
                .orElseGet(Range::all);
        Range<BigDecimal> upper =
                above.map(by -> Range.upTo(value.add(by), type(aboveIncluded))).orElseGet(Range::all);
        return lower.intersection(upper);
    }

    private static BoundType type(boolean included) {
        return included ? BoundType.CLOSED : BoundType.OPEN;
    }
}
