package org.grassrootskpi.plan;

import java.util.Optional;
import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The regions, slots and members over which an aggregate is computed.
 *
 * @param overall the extra dimension of which all members are taken together, though the query groups by it
 * @param from the first group's period that is needed; null where there are no periods
 */
record AggregationFrame(
        Window window,
        int regionAxis,
        Optional<String> overall,
        @Nullable TimePeriod from) {
    AggregationFrame with(Window other) {
        return new AggregationFrame(other, regionAxis, overall, from);
    }

    AggregationFrame in(int otherAxis) {
        return new AggregationFrame(window, otherAxis, overall, from);
    }

    AggregationFrame overall(String dimension) {
        return new AggregationFrame(window, regionAxis, Optional.of(dimension), from);
    }

    AggregationFrame from(TimePeriod earlier) {
        return new AggregationFrame(window, regionAxis, overall, earlier);
    }
}
