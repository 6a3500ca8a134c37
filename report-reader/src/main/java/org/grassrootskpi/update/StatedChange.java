package org.grassrootskpi.update;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;

/**
 * A stated change against the value of the year before as it was printed then: it contradicts where no values within the
 * bounds of both make it.
 */
final class StatedChange {
    private static final MathContext ENOUGH = new MathContext(20, RoundingMode.HALF_EVEN);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Quantity now;
    private final Quantity before;

    StatedChange(Quantity now, Quantity before) {
        this.now = now;
        this.before = before;
    }

    /** The change that both values make, in per cent. */
    Optional<String> percent() {
        return before.value().signum() <= 0
                ? Optional.empty()
                : Optional.of(signed(now.value()
                                .divide(before.value(), ENOUGH)
                                .subtract(BigDecimal.ONE)
                                .multiply(HUNDRED))
                        + "%");
    }

    /** The difference of both values; in percentage points for ratios. */
    String difference() {
        BigDecimal less = now.value().subtract(before.value());
        return now.unit().isRatio() ? signed(less.multiply(HUNDRED)) + "pp" : signed(less);
    }

    private static String signed(BigDecimal value) {
        String plain =
                value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        return value.signum() > 0 ? "+" + plain : plain;
    }

    /** Whether a stated rate of growth, with its sign, cannot be true. */
    boolean excludesRate(Quantity rate) {
        Range<BigDecimal> base = before.bounds();
        Range<BigDecimal> level = now.bounds();
        boolean bounded = base.hasLowerBound()
                && base.hasUpperBound()
                && level.hasLowerBound()
                && level.hasUpperBound()
                && base.lowerEndpoint().signum() > 0
                && level.lowerEndpoint().signum() >= 0;
        if (!bounded) {
            return excludesByOneSide(rate, base, level);
        }
        BigDecimal least =
                level.lowerEndpoint().divide(base.upperEndpoint(), ENOUGH).subtract(BigDecimal.ONE);
        BigDecimal most =
                level.upperEndpoint().divide(base.lowerEndpoint(), ENOUGH).subtract(BigDecimal.ONE);
        return !rate.bounds().isConnected(Range.closed(least, most));
    }

    /** 近800 is below 800: what has grown from it has grown by more than from 800. */
    private static boolean excludesByOneSide(Quantity rate, Range<BigDecimal> base, Range<BigDecimal> level) {
        if (base.hasUpperBound() && base.upperEndpoint().signum() > 0 && level.hasLowerBound()) {
            BigDecimal least =
                    level.lowerEndpoint().divide(base.upperEndpoint(), ENOUGH).subtract(BigDecimal.ONE);
            return !rate.bounds().isConnected(Range.atLeast(least));
        }
        return false;
    }

    /** Whether a stated difference, with its sign, cannot be true. */
    boolean excludesDifference(Quantity difference) {
        Quantity less = now.minus(before);
        return !difference.bounds().isConnected(less.bounds());
    }
}
