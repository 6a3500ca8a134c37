package org.grassrootskpi.assess;

import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.quantity.Quantity;
import org.immutables.value.Value;

/**
 * An interval within which all is well, and the outer limits at which nothing is left: unemployment from 3 to 6 %. All four are
 * lines and no rounded readings.
 */
@Value.Immutable
public interface TargetInterval {
    /**
     * {@return the value below which the attainment is zero, if the lower side is the wider one}
     */
    @Value.Parameter
    Quantity lowerLimit();

    /**
     * {@return the least value at which all is well, above the lower limit}
     */
    @Value.Parameter
    Quantity lower();

    /**
     * {@return the greatest value at which all is well}
     */
    @Value.Parameter
    Quantity upper();

    /**
     * {@return the value above which the attainment is zero, if the upper side is the wider one}
     */
    @Value.Parameter
    Quantity upperLimit();

    /**
     * {@return an interval}
     *
     * @param lowerLimit M, below m
     * @param lower m
     * @param upper n, m or more
     * @param upperLimit N, above n
     * @throws AssessmentRefusedException if they are not in this order or measure different things
     */
    static TargetInterval of(Quantity lowerLimit, Quantity lower, Quantity upper, Quantity upperLimit) {
        return ImmutableTargetInterval.of(lowerLimit, lower, upper, upperLimit);
    }

    /** Refuses ends that are not in order. */
    @Value.Check
    default void check() {
        AttainmentMath.requireSameBase("interval", lowerLimit(), lower());
        AttainmentMath.requireSameBase("interval", lower(), upper());
        AttainmentMath.requireSameBase("interval", upper(), upperLimit());
        if (lowerLimit().compareValueTo(lower()) >= 0
                || lower().compareValueTo(upper()) > 0
                || upper().compareValueTo(upperLimit()) >= 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "expected lower limit < lower <= upper < upper limit, got " + lowerLimit() + ", " + lower() + ", "
                            + upper() + ", " + upperLimit(),
                    "put them in this order");
        }
    }

    /** Builds a {@link TargetInterval}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableTargetInterval.Builder {
        Builder() {}
    }

    /**
     * Starts an interval.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }
}
