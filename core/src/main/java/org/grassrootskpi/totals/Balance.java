package org.grassrootskpi.totals;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.PlainFigure;
import org.grassrootskpi.query.ResultColumn;
import org.jspecify.annotations.Nullable;

/**
 * A total less the sum of its parts, by interval arithmetic: they agree if zero lies within its bounds. Cells that are plain are read as
 * whole numbers, others as figures. Mutable: it is filled again for each total.
 */
final class Balance {
    private static final int MOST_DECIMALS = 18;
    private static final long[] POWERS = powers();

    /** How a total stands to the sum of its parts. */
    enum Outcome {
        PASSED,
        FAILED,
        /** A value is missing, or nothing is known of the bounds. */
        IMPOSSIBLE
    }

    private final BigDecimal tolerance;
    private final PlainFigure plain = new PlainFigure();
    private long lower;
    private long upper;
    private int scale;

    /** Makes one for totals that may differ from their sums by a tolerance in the base unit, 0 or more. */
    Balance(BigDecimal tolerance) {
        this.tolerance = tolerance;
    }

    /** Compares a total with the sum of cells, of which those are added that the signs say; a row below zero is a missing one. */
    Outcome compare(ResultColumn<Cell> totals, int total, ResultColumn<Cell> cells, int[] rows, boolean[] isAdded) {
        if (total < 0) {
            return Outcome.IMPOSSIBLE;
        }
        lower = 0;
        upper = 0;
        scale = 0;
        boolean arePlain = addPlain(totals, total, true);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0) {
                return Outcome.IMPOSSIBLE;
            }
            arePlain = arePlain && addPlain(cells, rows[i], !isAdded[i]);
        }
        if (arePlain) {
            return judge(lower <= 0 && upper >= 0, BigDecimal.valueOf(lower > 0 ? lower : -upper, scale));
        }
        Quantity whole = figure(totals, total);
        Quantity sum = sum(cells, rows, isAdded);
        if (whole == null || sum == null || isUnknown(whole) || isUnknown(sum)) {
            return Outcome.IMPOSSIBLE;
        }
        Range<BigDecimal> difference = whole.minus(sum).bounds();
        BigDecimal distance = difference.hasLowerBound()
                        && difference.lowerEndpoint().signum() >= 0
                ? difference.lowerEndpoint()
                : difference.hasUpperBound() ? difference.upperEndpoint().negate() : BigDecimal.ZERO;
        return judge(difference.contains(BigDecimal.ZERO), distance);
    }

    private Outcome judge(boolean agrees, BigDecimal distance) {
        boolean isTolerated = agrees || (tolerance.signum() > 0 && distance.compareTo(tolerance) <= 0);
        return isTolerated ? Outcome.PASSED : Outcome.FAILED;
    }

    private static boolean isUnknown(Quantity figure) {
        return !figure.bounds().hasLowerBound() && !figure.bounds().hasUpperBound();
    }

    /** Adds a plain cell or takes it away; returns false if it is not plain, or too large for whole numbers. */
    private boolean addPlain(ResultColumn<Cell> cells, int row, boolean isAdded) {
        if (!cells.readPlain(row, plain) || plain.boundsScale() > MOST_DECIMALS) {
            return false;
        }
        try {
            long least = plain.lower();
            long most = plain.upper();
            int more = plain.boundsScale() - scale;
            if (more > 0) {
                lower = Math.multiplyExact(lower, POWERS[more]);
                upper = Math.multiplyExact(upper, POWERS[more]);
                scale += more;
            } else if (more < 0) {
                least = Math.multiplyExact(least, POWERS[-more]);
                most = Math.multiplyExact(most, POWERS[-more]);
            }
            lower = isAdded ? Math.addExact(lower, least) : Math.subtractExact(lower, most);
            upper = isAdded ? Math.addExact(upper, most) : Math.subtractExact(upper, least);
            return true;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /** Returns the sum of cells; null if one of them has no value. */
    static @Nullable Quantity sum(ResultColumn<Cell> cells, int[] rows, boolean[] isAdded) {
        Quantity sum = null;
        for (int i = 0; i < rows.length; i++) {
            Quantity part = figure(cells, rows[i]);
            if (part == null) {
                return null;
            }
            if (sum == null) {
                sum = isAdded[i] ? part : part.negated();
            } else {
                sum = isAdded[i] ? sum.plus(part) : sum.minus(part);
            }
        }
        return sum;
    }

    /** Returns the value of a cell with its bounds; null if it has none. */
    static @Nullable Quantity figure(ResultColumn<Cell> cells, int row) {
        Cell cell = cells.get(row);
        return cell == null ? null : cell.quantity().orElse(null);
    }

    private static long[] powers() {
        long[] powers = new long[MOST_DECIMALS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }
}
