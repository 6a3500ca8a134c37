package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** A figure that no document states but that the stated ones imply, with the bounds that follow from theirs. */
@Value.Immutable
public interface DerivedFigure {
    /** The formulas by which figures are derived. */
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
        /** The share of an indicator in the one that contains it: part / whole. */
        SHARE_OF_WHOLE,
        /** The numerator of a ratio: ratio x denominator. */
        NUMERATOR,
        /** The denominator of a ratio: numerator / ratio. */
        DENOMINATOR,
        /** The remainder of a ratio's denominator: denominator - ratio x denominator, such as cases still open. */
        REMAINDER,
        /** A ratio: numerator / denominator. */
        RATIO,
        /** The value of a region: the sum of the regions that it consists of. */
        SUM_OF_REGIONS,
        /** A total by an {@link org.grassrootskpi.model.Identity}: the sum of its parts. */
        SUM_OF_PARTS,
        /** The one part of an {@link org.grassrootskpi.model.Identity} that is not stated: what the total leaves for it. */
        PART_OF_TOTAL
    }

    /**
     * Returns the formula by which it was derived.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Returns the indicator whose value, target, change or share this is.
     *
     * @return the id of an indicator; for {@link Kind#REMAINDER} the ratio's denominator
     */
    String indicator();

    /**
     * Returns the identity by which it was derived.
     *
     * @return the id of an identity; present for {@link Kind#SUM_OF_PARTS} and {@link Kind#PART_OF_TOTAL} alone
     */
    Optional<String> identity();

    /**
     * Returns the region that the figure is about.
     *
     * @return the code of a region
     */
    String region();

    /**
     * Returns the period that the figure is about.
     *
     * @return the period
     */
    TimePeriod period();

    /**
     * Returns the figure.
     *
     * @return the value with its bounds; what is counted is a whole number and its bounds are whole, and the parts of a
     *     whole are at most all of it
     */
    Quantity figure();

    /**
     * Returns the computation, with the figures as they are stated.
     *
     * @return such as {@code 98.6公顷 ÷ 341%}
     */
    String formula();

    /**
     * Returns the observations from which it follows.
     *
     * @return keys of observations, see {@link org.grassrootskpi.model.Observation#key()}
     */
    ImmutableList<String> sources();

    /**
     * Returns a builder.
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
