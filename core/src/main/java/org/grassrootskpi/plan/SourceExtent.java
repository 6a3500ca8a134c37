package org.grassrootskpi.plan;

import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.PeriodRange;

/**
 * That there are observations of one indicator, level and frequency, and from when to when: all that a planner knows of the
 * data.
 *
 * @param source what was observed
 * @param periods from the first period that has a row to the last one, of the source's frequency
 */
public record SourceExtent(Source source, PeriodRange periods) {
    /**
     * Refuses periods of another frequency.
     *
     * @param source what was observed
     * @param periods from the first period that has a row to the last one, of the source's frequency
     */
    public SourceExtent {
        if (periods.frequency() != source.frequency()) {
            throw new IllegalArgumentException(
                    "Expected " + source.frequency() + " periods of " + source + ", got " + periods);
        }
    }
}
