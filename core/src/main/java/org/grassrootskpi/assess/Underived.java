package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** A figure that would follow from stated ones, but that cannot be computed, and why. */
@Value.Immutable
public interface Underived {
    /**
     * How it would follow.
     *
     * @return the kind
     */
    @Value.Parameter
    DerivedFigure.Kind kind();

    /**
     * The indicator that the figure would be of.
     *
     * @return the id of an indicator
     */
    @Value.Parameter
    String indicator();

    /**
     * Where.
     *
     * @return the code of a region
     */
    @Value.Parameter
    String region();

    /**
     * When.
     *
     * @return the period
     */
    @Value.Parameter
    TimePeriod period();

    /**
     * Why it cannot be computed.
     *
     * @return one sentence, such as that the divisor may be zero
     */
    @Value.Parameter
    String reason();

    /**
     * What it would follow from.
     *
     * @return keys of observations, see {@link org.grassrootskpi.model.Observation#key()}
     */
    @Value.Parameter
    ImmutableList<String> sources();
}
