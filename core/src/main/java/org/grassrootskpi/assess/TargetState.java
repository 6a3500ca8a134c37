package org.grassrootskpi.assess;

import org.grassrootskpi.model.Target;
import org.immutables.value.Value;

/** A target as it stands at a date. */
@Value.Immutable
public interface TargetState {
    /**
     * The target.
     *
     * @return as the catalogue has it
     */
    @Value.Parameter
    Target target();

    /**
     * How it stands.
     *
     * @return the progress
     */
    @Value.Parameter
    Progress progress();
}
