package org.grassrootskpi.plan;

import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The regions and slots over which an aggregate is computed.
 *
 * @param from the first group's period that is needed; null where there are no periods
 */
record AggregationFrame(
        Window window, int regionAxis, @Nullable TimePeriod from) {
    AggregationFrame with(Window other) {
        return new AggregationFrame(other, regionAxis, from);
    }

    AggregationFrame in(int otherAxis) {
        return new AggregationFrame(window, otherAxis, from);
    }

    AggregationFrame from(TimePeriod earlier) {
        return new AggregationFrame(window, regionAxis, earlier);
    }
}
