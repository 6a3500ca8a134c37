package org.grassrootskpi.quantity;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.text.CanonicalDecimal;

/** Interval arithmetic: the result of an operation contains the results of all members of its operands. */
final class Intervals {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Intervals() {}

    /** Returns the bounds of the true figure that follow from the printed form alone; see {@link Quantity#bounds()}. */
    static Range<BigDecimal> implied(BigDecimal value, Unit unit, Qualifier qualifier, BigDecimal resolution) {
        return switch (qualifier) {
            case BELOW -> value.signum() > 0 ? Range.closedOpen(BigDecimal.ZERO, value) : Range.lessThan(value);
            case ABOVE -> Range.greaterThan(value);
            case AT_LEAST -> Range.atLeast(value);
            case AT_MOST -> Range.atMost(value);
            case ABOUT -> Range.all();
            case EXACT -> rounded(value, unit, resolution);
        };
    }

    private static Range<BigDecimal> rounded(BigDecimal value, Unit unit, BigDecimal resolution) {
        if (resolution.signum() == 0 || (unit.isCounting() && resolution.compareTo(BigDecimal.ONE) == 0)) {
            return Range.singleton(value);
        }
        BigDecimal half = CanonicalDecimal.of(resolution.divide(TWO));
        BigDecimal lower = CanonicalDecimal.of(value.subtract(half));
        BigDecimal upper = CanonicalDecimal.of(value.add(half));
        return Range.range(
                lower,
                value.signum() > 0 ? BoundType.CLOSED : BoundType.OPEN,
                upper,
                value.signum() < 0 ? BoundType.CLOSED : BoundType.OPEN);
    }

    static Range<BigDecimal> plus(Range<BigDecimal> a, Range<BigDecimal> b) {
        Optional<End> lower = a.hasLowerBound() && b.hasLowerBound()
                ? Optional.of(End.lower(a).plus(End.lower(b)))
                : Optional.empty();
        Optional<End> upper = a.hasUpperBound() && b.hasUpperBound()
                ? Optional.of(End.upper(a).plus(End.upper(b)))
                : Optional.empty();
        return of(lower, upper);
    }

    static Range<BigDecimal> negated(Range<BigDecimal> a) {
        return times(a, BigDecimal.ONE.negate());
    }

    static Range<BigDecimal> times(Range<BigDecimal> a, BigDecimal factor) {
        if (factor.signum() == 0) {
            return Range.singleton(BigDecimal.ZERO);
        }
        Optional<End> lower = lowerOf(a).map(end -> end.times(factor));
        Optional<End> upper = upperOf(a).map(end -> end.times(factor));
        return factor.signum() > 0 ? of(lower, upper) : of(upper, lower);
    }

    /** Returns all {@code x * y} where no {@code y} is negative. */
    static Range<BigDecimal> timesShare(Range<BigDecimal> a, Range<BigDecimal> share) {
        Optional<End> least = lowerOf(share);
        Optional<End> most = upperOf(share);
        Range<BigDecimal> products = of(
                lowerOf(a).flatMap(end -> end.times(end.value.signum() >= 0 ? least : most)),
                upperOf(a).flatMap(end -> end.times(end.value.signum() >= 0 ? most : least)));
        // An open end at zero is reached all the same where the share may be nothing.
        return share.contains(BigDecimal.ZERO) ? products.span(Range.singleton(BigDecimal.ZERO)) : products;
    }

    /**
     * Returns all {@code x / y} where {@code y} is not zero; an interval with both signs in it says nothing of a
     * quotient.
     */
    static Range<BigDecimal> dividedBy(Range<BigDecimal> a, Range<BigDecimal> b) {
        boolean negative = !b.hasLowerBound() || b.lowerEndpoint().signum() < 0;
        boolean positive = !b.hasUpperBound() || b.upperEndpoint().signum() > 0;
        if (negative && positive) {
            return Range.all();
        }
        if (b.hasUpperBound() && b.upperEndpoint().signum() <= 0) {
            return dividedBy(negated(a), negated(b));
        }
        Optional<End> least = lowerOf(b);
        Optional<End> most = upperOf(b);
        Optional<End> lower = lowerOf(a)
                .flatMap(end -> end.value.signum() >= 0
                        ? Optional.of(shrunk(end, most, RoundingMode.FLOOR))
                        : grown(end, least, RoundingMode.FLOOR));
        Optional<End> upper = upperOf(a)
                .flatMap(end -> end.value.signum() <= 0
                        ? Optional.of(shrunk(end, most, RoundingMode.CEILING))
                        : grown(end, least, RoundingMode.CEILING));
        return of(lower, upper);
    }

    /** Returns the end divided by the largest divisor, which brings it as near to zero as it gets. */
    private static End shrunk(End end, Optional<End> divisor, RoundingMode outwards) {
        if (end.value.signum() == 0) {
            return end;
        }
        return divisor.map(by -> end.dividedBy(by, outwards)).orElse(new End(BigDecimal.ZERO, false));
    }

    /** Returns the end divided by the smallest divisor, which takes it as far from zero as it gets. */
    private static Optional<End> grown(End end, Optional<End> divisor, RoundingMode outwards) {
        return divisor.filter(by -> by.value.signum() > 0).map(by -> end.dividedBy(by, outwards));
    }

    static Optional<End> lowerOf(Range<BigDecimal> range) {
        return range.hasLowerBound() ? Optional.of(End.lower(range)) : Optional.empty();
    }

    static Optional<End> upperOf(Range<BigDecimal> range) {
        return range.hasUpperBound() ? Optional.of(End.upper(range)) : Optional.empty();
    }

    static Range<BigDecimal> of(Optional<End> lower, Optional<End> upper) {
        if (lower.isPresent() && upper.isPresent()) {
            return Range.range(
                    lower.get().value,
                    lower.get().type(),
                    upper.get().value,
                    upper.get().type());
        }
        if (lower.isPresent()) {
            return Range.downTo(lower.get().value, lower.get().type());
        }
        return upper.map(end -> Range.upTo(end.value, end.type())).orElseGet(Range::all);
    }

    /** A finite end of an interval, and whether it belongs to it. */
    static final class End {
        final BigDecimal value;
        final boolean included;

        End(BigDecimal value, boolean included) {
            this.value = value;
            this.included = included;
        }

        static End lower(Range<BigDecimal> range) {
            return new End(range.lowerEndpoint(), range.lowerBoundType() == BoundType.CLOSED);
        }

        static End upper(Range<BigDecimal> range) {
            return new End(range.upperEndpoint(), range.upperBoundType() == BoundType.CLOSED);
        }

        BoundType type() {
            return included ? BoundType.CLOSED : BoundType.OPEN;
        }

        End plus(End other) {
            return new End(Decimals.checked(value.add(other.value)), included && other.included);
        }

        End times(BigDecimal factor) {
            return new End(Decimals.checked(value.multiply(factor)), included);
        }

        /** Multiplies two ends: zero times anything is zero; anything else times no end is no end. */
        Optional<End> times(Optional<End> factor) {
            if (value.signum() == 0) {
                return Optional.of(this);
            }
            return factor.map(by -> new End(Decimals.checked(value.multiply(by.value)), included && by.included));
        }

        End dividedBy(End divisor, RoundingMode outwards) {
            return new End(
                    Decimals.checked(Decimals.divide(value, divisor.value, outwards)), included && divisor.included);
        }
    }
}
