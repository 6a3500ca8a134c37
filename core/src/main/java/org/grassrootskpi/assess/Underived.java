package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** A figure that would follow from stated ones but cannot be computed, with the reason. */
@Value.Immutable
public interface Underived {
    /**
     * Returns the formula by which it would be derived.
     *
     * @return the kind
     */
    @Value.Parameter
    DerivedFigure.Kind kind();

    /**
     * Returns the indicator whose figure this would be.
     *
     * @return the id of an indicator
     */
    @Value.Parameter
    String indicator();

    /**
     * Returns the region that the figure would be about.
     *
     * @return the code of a region
     */
    @Value.Parameter
    String region();

    /**
     * Returns the period that the figure would be about.
     *
     * @return the period
     */
    @Value.Parameter
    TimePeriod period();

    /**
     * Returns the reason why it cannot be computed.
     *
     * @return one sentence, such as that the divisor may be zero
     */
    @Value.Parameter
    String reason();

    /**
     * Returns the observations from which it would follow.
     *
     * @return keys of observations, see {@link org.grassrootskpi.model.Observation#key()}
     */
    @Value.Parameter
    ImmutableList<String> sources();
}
