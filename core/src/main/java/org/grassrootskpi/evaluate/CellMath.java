package org.grassrootskpi.evaluate;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;
import org.grassrootskpi.query.Remark;
import org.jspecify.annotations.Nullable;

/** Arithmetic on cells: values, bounds, contributors and statuses. */
final class CellMath {
    /** Quotients without a finite decimal keep the 34 digits of IEEE 754 decimal128. */
    static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private static final MathContext DOWN = new MathContext(DIGITS.getPrecision(), RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(DIGITS.getPrecision(), RoundingMode.CEILING);

    private CellMath() {}

    static Cell quotient(Cell numerator, Cell denominator, Unit unit) {
        if (!numerator.hasValue() || !denominator.hasValue()) {
            Cell absent = numerator.hasValue() ? denominator : numerator;
            Absence why = absent.absence().orElse(Absence.NO_OBSERVATION);
            if (numerator.hasValue() && why == Absence.NO_OBSERVATION) {
                why = Absence.MISSING_DENOMINATOR;
            } else if (denominator.hasValue() && why == Absence.NO_OBSERVATION) {
                why = Absence.MISSING_NUMERATOR;
            }
            return absent(why, numerator, denominator, unit);
        }
        if (!isOfOneMoment(numerator, denominator)) {
            return absent(Absence.DIFFERENT_PERIODS, numerator, denominator, unit);
        }
        if (denominator.get().signum() == 0) {
            return absent(Absence.ZERO_DENOMINATOR, numerator, denominator, unit);
        }
        return divided(numerator, denominator, unit);
    }

    /** The share in a whole that contains the part. */
    static Cell share(Cell part, Cell whole, Unit unit) {
        Absence why = unusable(part, whole);
        if (why != null) {
            return absent(why, part, part.hasValue() ? whole : part, unit);
        }
        Cell independent = divided(part, whole, unit);
        // A figure of its own, which stands in for what lacks the data that it follows from, is in no whole that
        // follows from such data.
        boolean isOutside =
                part.remarks().contains(Remark.AS_OBSERVED) && !whole.remarks().contains(Remark.AS_OBSERVED);
        return independent.isExact() || isOutside ? independent : Parts.share(part, whole, unit);
    }

    /** The share in a total that was observed for itself: by who reported, it may be of less than the part. */
    static Cell shareOfTotal(Cell part, Cell total, Unit unit) {
        Absence why = unusable(part, total);
        if (why != null || part.present() > total.present()) {
            return absent(why == null ? Absence.UNPAIRED : why, part, part.hasValue() ? total : part, unit);
        }
        Cell share = divided(part, total, unit);
        return isIncomplete(part, total) ? share.withRemark(Remark.NOT_PAIRED) : share;
    }

    private static @Nullable Absence unusable(Cell part, Cell whole) {
        if (!part.hasValue()) {
            return part.absence().orElseThrow();
        }
        Absence why = unusable(whole);
        return why == null && !isOfOneMoment(part, whole) ? Absence.DIFFERENT_PERIODS : why;
    }

    /**
     * The part of a change in the whole that it belongs to.
     *
     * @param change the change of the part
     * @param now the part after the change
     * @param before the part before it
     * @param wholeNow the whole after the change
     * @param wholeBefore the whole before it
     */
    static Cell contribution(Cell change, Cell now, Cell before, Cell wholeNow, Cell wholeBefore, Unit unit) {
        if (!change.hasValue()) {
            return absent(change.absence().orElseThrow(), change, change, unit);
        }
        Absence why = wholeNow.hasValue() ? unusable(wholeBefore) : missingBase(wholeNow);
        if (why != null) {
            return absent(why, change, wholeBefore, unit);
        }
        if (!isOfOneMoment(now, wholeNow) || !isOfOneMoment(before, wholeBefore)) {
            return absent(Absence.DIFFERENT_PERIODS, change, wholeBefore, unit);
        }
        return divided(change, wholeBefore, unit);
    }

    /** Returns whether two stocks are of one moment, or one of the two is none. */
    static boolean isOfOneMoment(Cell one, Cell other) {
        return one.asOf().isEmpty()
                || other.asOf().isEmpty()
                || one.asOf().get().lastDay().equals(other.asOf().get().lastDay());
    }

    /** Returns whether there is a total, even one that is less complete than the query demands: its pairs are counted all the same. */
    static boolean isObserved(Cell cell) {
        return cell.hasValue() || cell.absence().equals(Optional.of(Absence.INCOMPLETE));
    }

    static boolean isComplete(Cell cell) {
        return cell.expected().isPresent() && cell.expected().getAsLong() == cell.present();
    }

    /** Returns whether one of two cells is known to lack an observation. */
    static boolean isIncomplete(Cell one, Cell other) {
        return (one.expected().isPresent() && !isComplete(one))
                || (other.expected().isPresent() && !isComplete(other));
    }

    static Cell growth(Cell now, Cell before, Unit unit) {
        if (!now.hasValue()) {
            return absent(now.absence().orElseThrow(), now, now, unit);
        }
        Absence why = unusable(before);
        if (why != null) {
            return absent(why, now, before, unit);
        }
        BigDecimal change = now.get().subtract(before.get());
        CellBuilder cell = both(Cell.builder(change.divide(before.get(), DIGITS), unit), now, before);
        Range<BigDecimal> rounding = quotient(change, before.get());
        if (now.isExact() && before.isExact()) {
            return cell.precision(Qualifier.EXACT, rounding).build();
        }
        return within(
                        cell,
                        quotientQualifier(now, before),
                        rounding,
                        () -> ratio(now, before).minus(Quantity.ofExact(BigDecimal.ONE, Unit.RATIO)))
                .build();
    }

    /** Returns the value of {@link #growth} or {@link #difference} alone, NaN where there is none. */
    static double change(Cell now, Cell before, boolean relative) {
        if (!now.hasValue() || !before.hasValue() || (relative && unusable(before) != null)) {
            return Double.NaN;
        }
        BigDecimal change = now.get().subtract(before.get());
        return (relative ? change.divide(before.get(), DIGITS) : change).doubleValue();
    }

    static Cell difference(Cell now, Cell before, Unit unit) {
        if (!now.hasValue()) {
            return absent(now.absence().orElseThrow(), now, now, unit);
        }
        if (!before.hasValue()) {
            return absent(missingBase(before), now, before, unit);
        }
        BigDecimal change = now.get().subtract(before.get());
        CellBuilder cell = both(Cell.builder(change, unit), now, before);
        if (!now.isExact() || !before.isExact()) {
            within(
                    cell,
                    now.qualifier().plus(before.qualifier().negated()),
                    Range.singleton(change),
                    () -> asRatio(now).minus(asRatio(before)));
        }
        return cell.build();
    }

    static Cell coverage(Cell of, Unit unit) {
        if (of.refusal().isPresent()) {
            return Cell.refused(of.refusal().get(), unit);
        }
        long expected = of.expected().orElse(0);
        CellBuilder cell = expected == 0
                ? Cell.builder(of.expected().isEmpty() ? Absence.UNKNOWN_EXPECTED : Absence.NOTHING_EXPECTED, unit)
                : rounded(BigDecimal.valueOf(of.present()), BigDecimal.valueOf(expected), unit);
        return both(cell, of, of).build();
    }

    static Cell withoutCounterpart(Cell now, Unit unit) {
        return absent(now.hasValue() ? Absence.NO_COUNTERPART : now.absence().orElseThrow(), now, now, unit);
    }

    static Cell absent(Absence why, Cell one, Cell other, Unit unit) {
        return both(Cell.builder(why, unit), one, other).build();
    }

    static Cell divided(Cell above, Cell below, Unit unit) {
        CellBuilder cell = both(rounded(above.get(), below.get(), unit), above, below);
        if (!above.isExact() || !below.isExact()) {
            within(
                    cell,
                    quotientQualifier(above, below),
                    quotient(above.get(), below.get()),
                    () -> ratio(above, below));
        }
        return cell.build();
    }

    /** Divides two exact numbers: if the quotient has to be rounded, the bounds are the decimals around it. */
    static CellBuilder rounded(BigDecimal dividend, BigDecimal divisor, Unit unit) {
        return Cell.builder(dividend.divide(divisor, DIGITS), unit)
                .precision(Qualifier.EXACT, quotient(dividend, divisor));
    }

    /**
     * Divides a sum by a number of rows, with bounds.
     *
     * @param rows how many rows; 1 for the sum itself
     * @param slack how far the rounding of figures may have taken the sum from the true one
     * @param stated how far it may be off besides, by figures that say so of themselves
     */
    static CellBuilder mean(BigDecimal sum, BigDecimal rows, BigDecimal slack, @Nullable Quantity stated, Unit unit) {
        boolean whole = rows.compareTo(BigDecimal.ONE) == 0;
        CellBuilder cell = whole ? Cell.builder(sum, unit) : rounded(sum, rows, unit);
        if (stated == null && slack.signum() == 0) {
            return cell;
        }
        Range<BigDecimal> around = Range.closed(sum.subtract(slack), sum.add(slack));
        if (stated == null && whole) {
            return cell.precision(Qualifier.EXACT, around);
        }
        return within(cell, stated == null ? Qualifier.EXACT : stated.qualifier(), quotient(sum, rows), () -> {
            Quantity plain = Quantity.of(sum, Unit.RATIO, Qualifier.EXACT, around);
            Quantity all = stated == null ? plain : plain.plus(stated);
            return whole ? all : all.dividedBy(Quantity.ofExact(rows, Unit.RATIO));
        });
    }

    /** Returns the decimals of 34 digits that are next to a quotient, or the quotient alone if it has no more digits. */
    static Range<BigDecimal> quotient(BigDecimal dividend, BigDecimal divisor) {
        return Range.closed(dividend.divide(divisor, DOWN), dividend.divide(divisor, UP));
    }

    /** Returns the same of a fraction. */
    static Range<BigDecimal> around(Fraction quotient) {
        return Range.closed(quotient.toDecimal(DOWN), quotient.toDecimal(UP));
    }

    /**
     * Gives a cell the qualifier and the bounds that follow from figures, widened to hold what its value was rounded from: the
     * whole line, where the bounds have more digits than a quantity holds.
     *
     * @param qualifier of the result, by the qualifiers of the figures
     * @param rounding where the value lies before it is rounded
     */
    static CellBuilder within(
            CellBuilder cell, Qualifier qualifier, Range<BigDecimal> rounding, Supplier<Quantity> figure) {
        Range<BigDecimal> bounds;
        try {
            bounds = figure.get().bounds();
        } catch (ArithmeticException tooManyDigits) {
            bounds = Range.all();
        }
        return cell.precision(qualifier, widened(bounds, rounding));
    }

    static Range<BigDecimal> widened(Range<BigDecimal> bounds, Range<BigDecimal> rounding) {
        Range<BigDecimal> wide = bounds;
        if (wide.hasLowerBound() && wide.lowerEndpoint().compareTo(rounding.lowerEndpoint()) > 0) {
            wide = wide.span(Range.singleton(rounding.lowerEndpoint()));
        }
        if (wide.hasUpperBound() && wide.upperEndpoint().compareTo(rounding.upperEndpoint()) < 0) {
            wide = wide.span(Range.singleton(rounding.upperEndpoint()));
        }
        return wide;
    }

    /** Divides two figures, with bounds; unbounded if the divisor may have either sign. */
    private static Quantity ratio(Cell above, Cell below) {
        return asRatio(above).dividedBy(asRatio(below));
    }

    static Qualifier quotientQualifier(Cell above, Cell below) {
        Qualifier of =
                below.get().signum() > 0 ? above.qualifier() : above.qualifier().negated();
        Qualifier by = above.get().signum() >= 0 ? below.qualifier().negated() : below.qualifier();
        return of.plus(by);
    }

    /** Returns the figure as a bare number, since intervals do not depend on units. */
    private static Quantity asRatio(Cell cell) {
        return Quantity.of(cell.get(), Unit.RATIO, cell.qualifier(), cell.bounds());
    }

    private static @Nullable Absence unusable(Cell base) {
        if (!base.hasValue()) {
            return missingBase(base);
        }
        return base.get().signum() == 0 ? Absence.ZERO_BASE : base.get().signum() < 0 ? Absence.NEGATIVE_BASE : null;
    }

    /** Returns why there is no base: it is less complete than requested, or missing. */
    private static Absence missingBase(Cell base) {
        return base.absence().filter(why -> why == Absence.INCOMPLETE).orElse(Absence.MISSING_BASE);
    }

    /**
     * Combines the contributors of the less complete of two, the worse status, and the period of either. If the expected number of
     * one of them is unknown, that of the result is unknown.
     */
    static CellBuilder both(CellBuilder cell, Cell one, Cell other) {
        Cell less = isLessComplete(other, one) ? other : one;
        one.remarks().stream().filter(remark -> remark != Remark.UNPAIRED).forEach(cell::remark);
        other.remarks().stream().filter(remark -> remark != Remark.UNPAIRED).forEach(cell::remark);
        return cell.unpaired(Math.max(one.unpaired(), other.unpaired()))
                .contributorsOf(less, isOpen(one) || isOpen(other))
                .status(one.status().worst(other.status()))
                .asOf(one.asOf().or(other::asOf));
    }

    private static boolean isOpen(Cell cell) {
        return cell.expected().isEmpty();
    }

    private static boolean isLessComplete(Cell candidate, Cell current) {
        BigDecimal left =
                BigDecimal.valueOf(candidate.present()).multiply(BigDecimal.valueOf(current.expectedAtLeast()));
        BigDecimal right =
                BigDecimal.valueOf(current.present()).multiply(BigDecimal.valueOf(candidate.expectedAtLeast()));
        return left.compareTo(right) < 0;
    }
}
