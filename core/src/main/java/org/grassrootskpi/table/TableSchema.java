package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import org.immutables.value.Value;

/**
 * What a table has beside indicator, region and period: extra dimensions such as a source or an age group, and which
 * indicators hold floating-point numbers.
 *
 * <p>The extra dimensions are part of a row's key: one indicator may have a value for each of their combinations in one
 * region and period. They are texts, stored as numbers from a dictionary.
 */
@Value.Immutable
public abstract class TableSchema {
    TableSchema() {}

    /**
     * The names of the extra dimensions.
     *
     * @return in the order in which rows give their values; not blank, no two alike
     */
    public abstract ImmutableList<String> dimensions();

    /**
     * The indicators whose values are imported as {@code double}; all others are exact decimals.
     *
     * <p>Their sums are compensated by Neumaier's variant of Kahan's algorithm (A. Neumaier, "Rundungsfehleranalyse einiger
     * Verfahren zur Summation endlicher Summen", 1974), over the rows in the table's order: within a rounding or two of the
     * sum of the doubles, and the same for any order of input and any number of threads, but not exact. A double has no
     * qualifier: figures that say 近 or 约 are refused, and belong to an indicator among the exact ones.
     *
     * @return ids of indicators
     */
    public abstract ImmutableSet<String> floatingPoint();

    /**
     * The schema without extra dimensions, all values exact.
     *
     * @return an empty schema
     */
    public static TableSchema empty() {
        return builder().build();
    }

    /**
     * Starts a schema.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Refuses blank and repeated names. */
    @Value.Check
    void check() {
        HashSet<String> seen = new HashSet<>();
        for (String name : dimensions()) {
            if (name.isBlank()) {
                throw new IllegalStateException("Expected a name for each dimension, got a blank one");
            }
            if (!seen.add(name)) {
                throw new IllegalStateException("Expected different dimensions, got '" + name + "' twice");
            }
        }
    }

    /** Builds a {@link TableSchema}. */
    public static final class Builder extends ImmutableTableSchema.Builder {
        Builder() {}
    }
}
