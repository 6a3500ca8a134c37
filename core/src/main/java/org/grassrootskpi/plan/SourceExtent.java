package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.TimePeriodRange;

/**
 * The extent of the observations of one indicator, level and frequency: their periods, and the members of the extra dimensions.
 * It is all that a planner knows of the data.
 *
 * @param source what was observed
 * @param periods from the first period that has a row to the last one, of the source's frequency
 * @param combinations the combinations of the extra dimensions' members that have a row, each once, with one member for each
 *     dimension of the schema; a single empty one without extra dimensions
 * @param magnitude the greatest absolute value if the values are doubles, which bounds their error; 0 if they are exact
 */
public record SourceExtent(
        Source source, TimePeriodRange periods, ImmutableList<ImmutableList<String>> combinations, double magnitude) {
    /**
     * Creates the extent of data without extra dimensions.
     *
     * @param source what was observed
     * @param periods from the first period that has a row to the last one, of the source's frequency
     */
    public SourceExtent(Source source, TimePeriodRange periods) {
        this(source, periods, ImmutableList.of(ImmutableList.of()), 0);
    }

    /**
     * Creates an extent; refuses periods of another frequency.
     *
     * @param source what was observed
     * @param periods from the first period that has a row to the last one, of the source's frequency
     * @param combinations the combinations of the extra dimensions' members that have a row
     * @param magnitude the greatest absolute value where the values are doubles
     */
    public SourceExtent {
        if (periods.frequency() != source.frequency()) {
            throw new IllegalArgumentException(
                    "Expected " + source.frequency() + " periods of " + source + ", got " + periods);
        }
    }
}
