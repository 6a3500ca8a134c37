package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** A figure that no document states but that the stated ones imply, with the bounds that they leave open. */
@Value.Immutable
public interface DerivedFigure {
    /** How it follows. */
    enum Kind {
        /** The target of an indicator: value / completion. */
        IMPLIED_TARGET,
        /** The value of the year before: value / (1 + change). */
        PREVIOUS_YEAR,
        /**
         * The change against the year before: value / value a year earlier - 1; of a rate value - value a year earlier, in
         * percentage points.
         */
        CHANGE,
        /** What share an indicator is of the one that contains it: part / whole. */
        SHARE_OF_WHOLE,
        /** The part above the line of a ratio: ratio x denominator. */
        NUMERATOR,
        /** The part below the line of a ratio: numerator / ratio. */
        DENOMINATOR,
        /** What is left below the line of a ratio: denominator - ratio x denominator, such as cases still open. */
        REMAINDER,
        /** A ratio: numerator / denominator. */
        RATIO,
        /** The value of a region: the sum of the regions that it consists of. */
        SUM_OF_REGIONS
    }

    /**
     * How it follows.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * The indicator that the figure is a value, a target, a change or a share of.
     *
     * @return the id of an indicator; for {@link Kind#REMAINDER} the ratio's denominator
     */
    String indicator();

    /**
     * Where.
     *
     * @return the code of a region
     */
    String region();

    /**
     * When.
     *
     * @return the period
     */
    TimePeriod period();

    /**
     * The figure.
     *
     * @return the value with its bounds; what is counted is a whole number and its bounds are whole, and the parts of a
     *     whole are at most all of it
     */
    Quantity figure();

    /**
     * What it follows from.
     *
     * @return keys of observations, see {@link org.grassrootskpi.model.Observation#key()}
     */
    ImmutableList<String> sources();

    /**
     * Starts a derived figure.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DerivedFigure}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableDerivedFigure.Builder {
        Builder() {}
    }
}
