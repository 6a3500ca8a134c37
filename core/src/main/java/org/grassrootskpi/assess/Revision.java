package org.grassrootskpi.assess;

import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.immutables.value.Value;

/**
 * One of several values of a key, and what it changed of the value that was known before it. Differences are those of the printed figures,
 * with the bounds that follow from theirs.
 */
@Value.Immutable
public interface Revision {
    /**
     * Returns the value, with its vintage and its source.
     *
     * @return an observation
     */
    @Value.Parameter
    Observation value();

    /**
     * Returns the value of the same key that was known before.
     *
     * @return empty for the first one
     */
    @Value.Parameter
    Optional<Observation> before();

    /**
     * Returns what was added to the value before, or taken from it.
     *
     * @return value - before, of ratios in percentage points; empty for the first value, and where one of both has no figure
     */
    default Optional<Quantity> difference() {
        return value().figure()
                .flatMap(now -> beforeFigure().map(base -> {
                    Quantity difference = now.minus(base);
                    return now.unit().isRatio()
                            ? Quantity.of(
                                    difference.value(),
                                    Unit.PERCENTAGE_POINT,
                                    difference.qualifier(),
                                    difference.bounds())
                            : difference;
                }));
    }

    /**
     * Returns the difference in relation to the value before.
     *
     * @return value / before - 1 as a ratio; empty where {@link #difference()} is, for ratios, and where the value before may be
     *     zero or less
     */
    default Optional<Quantity> relative() {
        return value().figure()
                .flatMap(now -> beforeFigure()
                        .filter(base -> !now.unit().isRatio()
                                && base.value().signum() > 0
                                && base.bounds().hasLowerBound()
                                && base.bounds().lowerEndpoint().signum() > 0)
                        .map(base -> now.dividedBy(base).minus(Quantity.ofExact(BigDecimal.ONE, Unit.RATIO))));
    }

    /**
     * Returns whether both values may be the same figure, rounded or qualified in two ways (509.4亿元 and 509.45亿元).
     *
     * @return false for the first value, and where one of both has no figure
     */
    default boolean isWithinRounding() {
        return value().figure()
                .flatMap(now -> beforeFigure()
                        .map(base -> now.bounds().isConnected(base.bounds())
                                && !now.bounds().intersection(base.bounds()).isEmpty()))
                .orElse(false);
    }

    /**
     * Returns what a value changed of another one.
     *
     * @param value the later value
     * @param before the value of the same key that was known before
     * @return both
     */
    static Revision of(Observation value, Observation before) {
        return ImmutableRevision.of(value, Optional.of(before));
    }

    private Optional<Quantity> beforeFigure() {
        return before().flatMap(Observation::figure);
    }
}
