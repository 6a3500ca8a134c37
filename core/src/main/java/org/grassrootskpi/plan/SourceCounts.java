package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.TimePeriodRange;

/**
 * Counts the rows with a value that a source has for a query, by which a planner chooses among several sources of one indicator.
 *
 * <p>It is called only if an indicator was observed at several levels or frequencies that could all answer a query.
 */
@FunctionalInterface
public interface SourceCounts {
    /**
     * Counts rows with a value.
     *
     * @param source the observations to count
     * @param regions codes of the regions in or below which rows count, none of them within another; none for all
     * @param periods the periods of the source's frequency that count
     * @param members for some extra dimensions the members that count
     * @return 0 or more
     */
    long values(
            Source source,
            List<String> regions,
            TimePeriodRange periods,
            ImmutableMap<String, ImmutableList<String>> members);
}
