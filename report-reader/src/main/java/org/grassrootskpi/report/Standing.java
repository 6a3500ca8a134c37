package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.model.Target;

/**
 * Whether a figure says what was done, what is expected of a period that is not over, or what is planned.
 *
 * @param isForecast true for an expected value
 * @param strength the firmness of a plan; empty where nothing is planned
 */
record Standing(boolean isForecast, Optional<Target.Strength> strength) {
    static final Standing DONE = new Standing(false, Optional.empty());
    static final Standing FORECAST = new Standing(true, Optional.empty());

    static Standing planned(Target.Strength strength) {
        return new Standing(false, Optional.of(strength));
    }

    boolean isTarget() {
        return strength.isPresent();
    }
}
