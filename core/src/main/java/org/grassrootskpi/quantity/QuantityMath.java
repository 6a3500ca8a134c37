package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums, shares and quotients of two quantities: their values, qualifiers, resolutions and bounds. */
final class QuantityMath {
    private QuantityMath() {}

    static Quantity sum(Quantity of, Quantity other) {
        requireSameBase("add", of.unit(), other.unit());
        return Quantity.computed(
                of.value().add(other.value()),
                of.unit().equals(other.unit()) ? of.unit() : of.unit().base(),
                of.qualifier().plus(other.qualifier()),
                of.resolution().min(other.resolution()),
                Intervals.plus(of.bounds(), other.bounds()));
    }

    static Quantity product(Quantity of, BigDecimal factor) {
        Decimals.checked(factor);
        Qualifier product = switch (factor.signum()) {
            case 0 -> Qualifier.EXACT;
            case 1 -> of.qualifier();
            default -> of.qualifier().negated();
        };
        return Quantity.computed(
                of.value().multiply(factor),
                of.unit(),
                product,
                of.resolution().multiply(factor.abs()),
                Intervals.times(of.bounds(), factor));
    }

    static Quantity share(Quantity of, Quantity share) {
        if (!share.unit().isDimensionless()) {
            throw new UnitMismatchException("multiply", of.unit(), share.unit(), "multiply by a ratio or a multiple");
        }
        Range<BigDecimal> by = share.bounds();
        if (!by.hasLowerBound() || by.lowerEndpoint().signum() < 0) {
            throw new ArithmeticException(
                    "Cannot take " + share + " as a share: it may be negative, its bounds are " + by);
        }
        return Quantity.computed(
                of.value().multiply(share.value()),
                of.unit(),
                of.qualifier()
                        .plus(
                                of.value().signum() >= 0
                                        ? share.qualifier()
                                        : share.qualifier().negated()),
                of.resolution().multiply(share.resolution()),
                Intervals.timesShare(of.bounds(), by));
    }

    static Quantity quotient(Quantity of, Quantity divisor) {
        boolean sameBase = of.unit().hasSameBase(divisor.unit());
        if (!sameBase && !divisor.unit().isDimensionless()) {
            throw new UnitMismatchException(
                    "divide", of.unit(), divisor.unit(), "divide by the same base unit, a ratio or a multiple");
        }
        Range<BigDecimal> by = divisor.bounds();
        if (divisor.value().signum() == 0) {
            throw new ArithmeticException("Cannot divide by " + divisor + ": it may be zero, its bounds are " + by);
        }
        BigDecimal quotient = Decimals.divide(of.value(), divisor.value(), RoundingMode.HALF_EVEN);
        Qualifier above =
                divisor.value().signum() > 0 ? of.qualifier() : of.qualifier().negated();
        Qualifier below = of.value().signum() >= 0 ? divisor.qualifier().negated() : divisor.qualifier();
        return Quantity.computed(
                quotient,
                sameBase ? Unit.RATIO : of.unit(),
                above.plus(below),
                BigDecimal.ONE.movePointLeft(quotient.scale()),
                Intervals.dividedBy(of.bounds(), by));
    }

    static void requireSameBase(String action, Unit left, Unit right) {
        if (!left.hasSameBase(right)) {
            throw new UnitMismatchException(action, left, right, "keep them apart, or convert one by a rate you state");
        }
    }
}
