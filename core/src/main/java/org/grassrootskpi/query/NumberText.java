package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.text.CanonicalDecimal;
import org.grassrootskpi.text.DigitGroups;

/**
 * Writes numbers for people: grouped by thousands, and without the digits that mean nothing.
 *
 * <p>A value of at most {@value #STATED_DECIMALS} decimals is a figure as stated, or a sum of such, and keeps all of
 * them; any other is a quotient and is rounded to {@value #SIGNIFICANT} significant digits. A value with bounds on both
 * sides ends at the first decimal that they leave uncertain. Digits before the decimal point always stay. A value that
 * the true one is above is rounded down, one that it is below is rounded up, so that what is printed is as true as the
 * value.
 */
final class NumberText {
    private static final int STATED_DECIMALS = 6;
    private static final int SIGNIFICANT = 6;
    private static final int MOST_DIGITS = 30;
    private static final int MOST_ZEROS = 12;
    private static final ImmutableList<RoundingMode> NEAREST = ImmutableList.of(RoundingMode.HALF_EVEN);
    private static final ImmutableList<RoundingMode> NEAREST_FIRST =
            ImmutableList.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING);
    private static final BigDecimal ROUNDING_ERROR = new BigDecimal("1E-12");

    private NumberText() {}

    /**
     * Writes the value of a cell.
     *
     * @param shift how many places the decimal point moves to the right: 2 for percent, else 0
     */
    static String of(Cell cell, int shift) {
        BigDecimal value = cell.get();
        Range<BigDecimal> bounds = cell.bounds();
        RoundingMode rounding = switch (cell.qualifier()) {
            case EXACT, ABOUT -> RoundingMode.HALF_EVEN;
            case BELOW, AT_MOST -> RoundingMode.CEILING;
            case ABOVE, AT_LEAST -> RoundingMode.FLOOR;
        };
        int decimals = decimals(value);
        if (rounding == RoundingMode.HALF_EVEN && isFinite(bounds) && !isRoundingError(value, bounds)) {
            return grouped(within(bounds, value, Math.min(decimals, firstOpenDecimal(value, bounds))), shift);
        }
        return grouped(value.setScale(decimals, rounding), shift);
    }

    /**
     * Returns the nearest number of the fewest decimals that the bounds hold; next to one of their ends, it may be the
     * second nearest.
     */
    private static BigDecimal within(Range<BigDecimal> bounds, BigDecimal value, int least) {
        int usual = decimals(value);
        for (int decimals = least; decimals < value.scale(); decimals++) {
            for (RoundingMode rounding : decimals < usual ? NEAREST : NEAREST_FIRST) {
                BigDecimal rounded = value.setScale(decimals, rounding);
                if (bounds.contains(rounded)) {
                    return rounded;
                }
            }
        }
        return value.setScale(Math.max(least, value.scale()), RoundingMode.UNNECESSARY);
    }

    /**
     * Writes the bounds of a cell as an interval, rounded outwards: {@code [985,500..986,500)}.
     *
     * @return empty where the value is alone within its bounds, but for the error of a rounded quotient
     */
    static Optional<String> bounds(Cell cell, int shift) {
        Range<BigDecimal> bounds = cell.bounds();
        if (cell.isExact() || isRoundingError(cell.get(), bounds)) {
            return Optional.empty();
        }
        String lower = !bounds.hasLowerBound()
                ? "(-∞"
                : (Bounds.isLowerIncluded(bounds) ? "[" : "(")
                        + outwards(bounds.lowerEndpoint(), RoundingMode.FLOOR, shift);
        String upper = !bounds.hasUpperBound()
                ? "∞)"
                : outwards(bounds.upperEndpoint(), RoundingMode.CEILING, shift)
                        + (Bounds.isUpperIncluded(bounds) ? "]" : ")");
        return Optional.of(lower + ".." + upper);
    }

    private static String outwards(BigDecimal bound, RoundingMode rounding, int shift) {
        return grouped(bound.setScale(decimals(bound), rounding), shift);
    }

    private static int decimals(BigDecimal value) {
        return value.scale() <= STATED_DECIMALS
                ? Math.max(0, value.scale())
                : Math.max(0, SIGNIFICANT - (value.precision() - value.scale()));
    }

    private static int firstOpenDecimal(BigDecimal value, Range<BigDecimal> bounds) {
        BigDecimal open = bounds.upperEndpoint().subtract(value).max(value.subtract(bounds.lowerEndpoint()));
        return open.signum() <= 0 ? value.scale() : Math.max(0, open.scale() - open.precision() + 1);
    }

    private static boolean isFinite(Range<BigDecimal> bounds) {
        return bounds.hasLowerBound() && bounds.hasUpperBound();
    }

    private static boolean isRoundingError(BigDecimal value, Range<BigDecimal> bounds) {
        return isFinite(bounds)
                && bounds.upperEndpoint()
                                .subtract(bounds.lowerEndpoint())
                                .compareTo(value.abs().multiply(ROUNDING_ERROR))
                        <= 0;
    }

    private static String grouped(BigDecimal number, int shift) {
        BigDecimal shown = CanonicalDecimal.of(number.movePointRight(shift));
        int whole = shown.precision() - shown.scale();
        if (shown.signum() != 0 && (whole > MOST_DIGITS || whole < -MOST_ZEROS)) {
            BigDecimal digits = shown.round(new MathContext(SIGNIFICANT)).stripTrailingZeros();
            return digits.movePointLeft(digits.precision() - digits.scale() - 1).toPlainString() + "×10^"
                    + (digits.precision() - digits.scale() - 1);
        }
        return (shown.signum() < 0 ? "-" : "") + DigitGroups.of(shown.abs().toPlainString());
    }
}
