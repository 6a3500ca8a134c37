package org.grassrootskpi.exact;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitMismatchException;
import org.jspecify.annotations.Nullable;

/**
 * A number, how it relates to the true one, and all values that the true one can have. The result of an operation contains the
 * results of all members of its operands. Immutable and thread-safe.
 */
public final class Bounded {
    /**
     * A finite end of bounds.
     *
     * @param at where it is
     * @param included whether it belongs to them
     */
    public record End(Fraction at, boolean included) {}

    private final Fraction value;
    private final Qualifier qualifier;
    private final @Nullable End lower;
    private final @Nullable End upper;

    private Bounded(Fraction value, Qualifier qualifier, @Nullable End lower, @Nullable End upper) {
        this.value = value;
        this.qualifier = qualifier;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * {@return a number that is known exactly}
     *
     * @param value the number
     */
    public static Bounded of(Fraction value) {
        End end = new End(value, true);
        return new Bounded(value, Qualifier.EXACT, end, end);
    }

    /**
     * {@return a number with all values that the true one can have}
     *
     * @param value the number, within the bounds or at an end of them
     * @param qualifier how it relates to the true one
     * @param lower the lower end; null where there is none
     * @param upper the upper end; null where there is none
     */
    public static Bounded of(Fraction value, Qualifier qualifier, @Nullable End lower, @Nullable End upper) {
        return new Bounded(value, qualifier, lower, upper);
    }

    /**
     * {@return a number between two others that are possible as well}
     *
     * @param value the number
     * @param lower the least value, at most the number
     * @param upper the greatest value, at least the number
     */
    public static Bounded of(Fraction value, Fraction lower, Fraction upper) {
        return new Bounded(value, Qualifier.EXACT, new End(lower, true), new End(upper, true));
    }

    /**
     * {@return a figure in its base unit}
     *
     * @param quantity the figure
     */
    public static Bounded from(Quantity quantity) {
        return of(quantity.value(), quantity.qualifier(), quantity.bounds());
    }

    /**
     * {@return a decimal with bounds}
     *
     * @param value the number
     * @param qualifier how it relates to the true one
     * @param bounds all values that the true one can have
     */
    public static Bounded of(BigDecimal value, Qualifier qualifier, Range<BigDecimal> bounds) {
        return new Bounded(
                Fraction.of(value),
                qualifier,
                bounds.hasLowerBound()
                        ? new End(Fraction.of(bounds.lowerEndpoint()), bounds.lowerBoundType() == BoundType.CLOSED)
                        : null,
                bounds.hasUpperBound()
                        ? new End(Fraction.of(bounds.upperEndpoint()), bounds.upperBoundType() == BoundType.CLOSED)
                        : null);
    }

    /**
     * {@return a figure in a unit, exactly}
     *
     * @param quantity the figure
     * @param unit a unit of the same base
     * @throws UnitMismatchException if the unit measures something else
     */
    public static Bounded in(Unit unit, Quantity quantity) {
        quantity.in(unit); // refuses another base
        return from(quantity)
                .times(Fraction.of(new BigDecimal(unit.denominator()))
                        .dividedBy(Fraction.of(new BigDecimal(unit.numerator()))));
    }

    /** {@return the number} */
    public Fraction value() {
        return value;
    }

    /** {@return how the number relates to the true one} */
    public Qualifier qualifier() {
        return qualifier;
    }

    /** {@return the lower end of the bounds; empty where there is none} */
    public Optional<End> lower() {
        return Optional.ofNullable(lower);
    }

    /** {@return the upper end of the bounds; empty where there is none} */
    public Optional<End> upper() {
        return Optional.ofNullable(upper);
    }

    /** {@return whether the number is the true one} */
    public boolean isExact() {
        return lower != null && upper != null && lower.at.compareTo(upper.at) == 0;
    }

    /**
     * {@return whether every possible value is at least the line}
     *
     * @param line a number
     */
    public boolean isSurelyAtLeast(Fraction line) {
        return lower != null && lower.at.compareTo(line) >= 0;
    }

    /**
     * {@return whether every possible value is above the line}
     *
     * @param line a number
     */
    public boolean isSurelyAbove(Fraction line) {
        return lower != null && lower.at.compareTo(line) >= (lower.included ? 1 : 0);
    }

    /**
     * {@return whether every possible value is at most the line}
     *
     * @param line a number
     */
    public boolean isSurelyAtMost(Fraction line) {
        return upper != null && upper.at.compareTo(line) <= 0;
    }

    /**
     * {@return whether every possible value is below the line}
     *
     * @param line a number
     */
    public boolean isSurelyBelow(Fraction line) {
        return upper != null && upper.at.compareTo(line) <= (upper.included ? -1 : 0);
    }

    /**
     * {@return the sum}
     *
     * @param other a summand
     */
    public Bounded plus(Bounded other) {
        return new Bounded(
                value.plus(other.value),
                qualifier.plus(other.qualifier),
                plus(lower, other.lower),
                plus(upper, other.upper));
    }

    private static @Nullable End plus(@Nullable End a, @Nullable End b) {
        return a == null || b == null ? null : new End(a.at.plus(b.at), a.included && b.included);
    }

    /**
     * {@return the difference}
     *
     * @param other what is taken away
     */
    public Bounded minus(Bounded other) {
        return plus(other.negated());
    }

    /** {@return the number with the opposite sign} */
    public Bounded negated() {
        return new Bounded(value.negated(), qualifier.negated(), negated(upper), negated(lower));
    }

    private static @Nullable End negated(@Nullable End end) {
        return end == null ? null : new End(end.at.negated(), end.included);
    }

    /**
     * {@return a multiple}
     *
     * @param factor an exact number
     */
    public Bounded times(Fraction factor) {
        if (factor.signum() == 0) {
            return of(Fraction.ZERO);
        }
        if (factor.signum() < 0) {
            return negated().times(factor.negated());
        }
        return new Bounded(value.times(factor), qualifier, times(lower, factor), times(upper, factor));
    }

    private static @Nullable End times(@Nullable End end, Fraction factor) {
        return end == null ? null : new End(end.at.times(factor), end.included);
    }

    /**
     * {@return the quotient; the true divisor is taken not to be zero}
     *
     * @param divisor a positive number
     * @throws ArithmeticException if the divisor is not positive
     */
    public Bounded dividedBy(Bounded divisor) {
        if (divisor.value.signum() <= 0) {
            throw new ArithmeticException("Expected a positive divisor, got " + divisor);
        }
        Fraction quotient = value.dividedBy(divisor.value);
        Qualifier below = value.signum() >= 0 ? divisor.qualifier.negated() : divisor.qualifier;
        boolean isPositive = divisor.isSurelyAtLeast(Fraction.ZERO);
        return new Bounded(
                quotient,
                qualifier.plus(below),
                isPositive ? divided(lower, divisor, true) : null,
                isPositive ? divided(upper, divisor, false) : null);
    }

    private static @Nullable End divided(@Nullable End end, Bounded divisor, boolean isLower) {
        if (end == null || end.at.signum() == 0) {
            return end;
        }
        boolean towardsZero = isLower == end.at.signum() > 0;
        End by = towardsZero ? divisor.upper : divisor.lower;
        if (by == null || by.at.signum() == 0) {
            return towardsZero ? new End(Fraction.ZERO, false) : null;
        }
        return new End(end.at.dividedBy(by.at), end.included && by.included);
    }

    /**
     * {@return the number, or the limit where it is less}
     *
     * @param limit the least result
     */
    public Bounded atLeast(Fraction limit) {
        return negated().atMost(limit.negated()).negated();
    }

    /**
     * {@return the number, or the limit where it is more}
     *
     * @param limit the greatest result
     */
    public Bounded atMost(Fraction limit) {
        if (isSurelyAtMost(limit)) {
            return this;
        }
        if (isSurelyAtLeast(limit)) {
            return of(limit);
        }
        return new Bounded(value.min(limit), qualifier, lower, new End(limit, true));
    }

    /**
     * {@return the number rounded half up in magnitude, and what its bounds round to}
     *
     * @param decimals decimals after the point, 0 or more
     */
    public Bounded rounded(int decimals) {
        return new Bounded(
                value.rounded(decimals, RoundingMode.HALF_UP),
                qualifier,
                lower == null ? null : rounded(lower, decimals, lower.at.signum() < 0),
                upper == null ? null : rounded(upper, decimals, upper.at.signum() > 0));
    }

    /** An open end in the middle between two results rounds as the values beside it do. */
    private static End rounded(End end, int decimals, boolean towardsZero) {
        RoundingMode mode = !end.included && towardsZero ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
        return new End(end.at.rounded(decimals, mode), true);
    }

    /**
     * {@return the possible values as decimals, rounded outwards where an end has no finite one}
     */
    public Range<BigDecimal> bounds() {
        if (lower != null && upper != null) {
            BigDecimal from = lower.at.toDecimal(RoundingMode.FLOOR);
            BigDecimal to = upper.at.toDecimal(RoundingMode.CEILING);
            boolean isPoint = from.compareTo(to) == 0;
            return Range.range(
                    from,
                    isPoint || lower.included ? BoundType.CLOSED : BoundType.OPEN,
                    to,
                    isPoint || upper.included ? BoundType.CLOSED : BoundType.OPEN);
        }
        if (lower != null) {
            return Range.downTo(
                    lower.at.toDecimal(RoundingMode.FLOOR), lower.included ? BoundType.CLOSED : BoundType.OPEN);
        }
        return upper == null
                ? Range.all()
                : Range.upTo(
                        upper.at.toDecimal(RoundingMode.CEILING), upper.included ? BoundType.CLOSED : BoundType.OPEN);
    }

    /**
     * {@return the number as a figure}
     *
     * @param unit the unit to print it in, scaled or not; the number is in its base unit
     */
    public Quantity toQuantity(Unit unit) {
        return Quantity.of(value.toDecimal(), unit, qualifier, bounds());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bounded that
                && value.equals(that.value)
                && qualifier == that.qualifier
                && Objects.equals(lower, that.lower)
                && Objects.equals(upper, that.upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, qualifier, lower, upper);
    }

    @Override
    public String toString() {
        return value + " within " + bounds();
    }
}
