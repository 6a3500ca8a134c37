package org.grassrootskpi.assess;

import org.grassrootskpi.quantity.Quantity;
import org.immutables.value.Value;

/** A stated figure and a derived one that cannot both be true: their bounds do not meet. */
@Value.Immutable
public interface Contradiction {
    /**
     * Returns the figure that follows from others.
     *
     * @return the derived figure
     */
    @Value.Parameter
    DerivedFigure derived();

    /**
     * Returns the figure that is stated instead.
     *
     * @return the stated figure; for a share of a whole, the one whole that it may not exceed
     */
    @Value.Parameter
    Quantity stated();

    /**
     * Returns where it is stated.
     *
     * @return the key of an observation or the id of a target
     */
    @Value.Parameter
    String source();

    /**
     * Returns a description on one line.
     *
     * @return both figures with their bounds and sources
     */
    default String describe() {
        return source() + " states " + stated() + ", within " + stated().bounds() + "; "
                + derived().kind() + " of "
                + derived().indicator()
                + derived().identity().map(id -> " (" + id + ")").orElse("") + " from "
                + String.join(", ", derived().sources()) + " is "
                + Digits.rounded(derived().figure().value()) + " "
                + derived().figure().unit().code() + " (" + derived().formula() + "), within "
                + Digits.outwards(derived().figure().bounds());
    }
}
