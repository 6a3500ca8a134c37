package org.grassrootskpi.check;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Finds the one slip of the pen that would have made a printed figure of a right one. */
final class Slips {
    private static final int LEAST_DIGITS = 3;
    private static final int SCALE = 4;
    private static final int[] POINTS = {1, -1, 2, -2, 3, -3};

    private Slips() {}

    static Optional<Slip> of(Printed figure, Range<BigDecimal> right) {
        BigDecimal value = figure.value();
        if (figure.isChange() && value.signum() != 0 && right.contains(value.negate())) {
            return Optional.of(Slip.SIGN);
        }
        boolean scaled = PrintedForm.unit(figure).matches("[万亿].*");
        for (int exponent : new int[] {SCALE, -SCALE}) {
            if (scaled && meets(figure, value.scaleByPowerOfTen(exponent), right)) {
                return Optional.of(Slip.SCALE);
            }
        }
        String digits = PrintedForm.digits(figure);
        if (isSwap(figure, digits, right)) {
            return Optional.of(Slip.DIGITS_SWAPPED);
        }
        for (int exponent : POINTS) {
            if (value.signum() != 0 && right.contains(value.scaleByPowerOfTen(exponent))) {
                return Optional.of(Slip.POINT_MOVED);
            }
        }
        long significant = digits.chars().filter(c -> c != '.').count();
        return significant >= LEAST_DIGITS && isOneDigit(figure, digits, right)
                ? Optional.of(Slip.DIGIT_CHANGED)
                : Optional.empty();
    }

    /** Another scale is printed as finely, so its rounding moves with it. */
    private static boolean meets(Printed figure, BigDecimal moved, Range<BigDecimal> right) {
        if (figure.value().signum() == 0) {
            return false;
        }
        BigDecimal half = figure.quantity()
                .resolution()
                .multiply(moved)
                .divide(figure.value().multiply(BigDecimal.valueOf(2)), MathContext.DECIMAL64)
                .abs();
        Range<BigDecimal> printed = Range.closed(moved.subtract(half), moved.add(half));
        return printed.isConnected(right) && !printed.intersection(right).isEmpty();
    }

    private static boolean isSwap(Printed figure, String digits, Range<BigDecimal> right) {
        for (int i = 0; i < digits.length(); i++) {
            int j = i + 1 < digits.length() && digits.charAt(i + 1) == '.' ? i + 2 : i + 1;
            if (j < digits.length() && digits.charAt(i) != '.' && digits.charAt(i) != digits.charAt(j)) {
                StringBuilder swapped = new StringBuilder(digits);
                swapped.setCharAt(i, digits.charAt(j));
                swapped.setCharAt(j, digits.charAt(i));
                if (fits(figure, digits, swapped.toString(), right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneDigit(Printed figure, String digits, Range<BigDecimal> right) {
        for (int i = 0; i < digits.length(); i++) {
            for (char c = '0'; c <= '9' && digits.charAt(i) != '.'; c++) {
                StringBuilder changed = new StringBuilder(digits);
                changed.setCharAt(i, c);
                if (c != digits.charAt(i) && fits(figure, digits, changed.toString(), right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(Printed figure, String digits, String changed, Range<BigDecimal> right) {
        BigDecimal printed = new BigDecimal(digits);
        if (printed.signum() == 0) {
            return false;
        }
        BigDecimal value = figure.value().multiply(new BigDecimal(changed)).divide(printed, MathContext.DECIMAL128);
        BigDecimal half = figure.quantity().resolution().divide(BigDecimal.valueOf(2));
        Range<BigDecimal> around = Range.closed(value.subtract(half), value.add(half));
        return around.isConnected(right) && !around.intersection(right).isEmpty();
    }
}
