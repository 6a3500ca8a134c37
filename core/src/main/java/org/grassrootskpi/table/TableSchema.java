package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.HashSet;
import org.grassrootskpi.text.DistinctNames;
import org.immutables.value.Value;

/**
 * The parts of a table besides indicator, region and period: extra dimensions such as a source or an age group, which
 * of their members are totals, and which indicators hold floating-point numbers.
 *
 * <pre>{@code
 * TableSchema.builder().addDimensions("school_type").total("school_type", "Total").build();
 * }</pre>
 *
 * <p>The extra dimensions are part of a row's key: one indicator may have a value for each of their combinations in one
 * region and period. They are texts, stored as numbers from a dictionary.
 */
@Value.Immutable
public abstract class TableSchema {
    private static final ImmutableSet<String> RESERVED =
            ImmutableSet.of("indicator", "sector", "topSector", "region", "period");

    TableSchema() {}

    /**
     * Returns the names of the extra dimensions.
     *
     * <p>Two members of one dimension must not look alike, such as {@code A} and the full-width {@code Ａ}, {@code é}
     * composed and in two parts, or {@code f} and {@code f} with a blank behind it: a table refuses the second, because
     * they would be two groups that look the same.
     *
     * @return in the order in which rows give their values; not blank, no two alike, none of them {@code indicator},
     *     {@code sector}, {@code topSector}, {@code region} or {@code period}
     */
    public abstract ImmutableList<String> dimensions();

    /**
     * Returns the member of a dimension that is the total of its other members, such as {@code Total} or {@code 合计}.
     *
     * <p>A total is never added to its parts. A query that neither groups by the dimension nor limits it is answered by
     * the total, wherever the data has it; the parts are summed only where no row of the data has it. "The data" is one
     * {@linkplain org.grassrootskpi.query.ResultTable#sources() source} and one member of each dimension that the query
     * groups by, never a single region or period: there, a total that was not observed is missing, whatever its parts
     * say, and the coverage shows it. Grouped by the dimension, a result has a row for the total and one for each part.
     *
     * @return for some dimensions their total
     */
    public abstract ImmutableMap<String, String> totals();

    /**
     * Returns the members of each dimension that look like a total and are none.
     *
     * <p>Members such as {@code Total}, {@code T} and {@code 小计} (the file {@code totals.tsv} lists them) are not
     * silently added to others: a query that would do so is refused until the schema declares them as a total or as
     * ordinary.
     *
     * @return for some dimensions such members
     */
    public abstract ImmutableSetMultimap<String, String> ordinaryMembers();

    /**
     * Returns the indicators whose values are imported as {@code double}; all others are exact decimals.
     *
     * <p>Their sums are exact sums of the doubles, rounded once to the nearest double, and so the same for any order of
     * input and any number of threads. But a double is not
     * the decimal that it was read from: each is taken to be off by up to a power of ten that is
     * between 2^-50 and ten times 2^-50 of the greatest of the indicator, and a sum by as much for each of its rows, so
     * that {@link org.grassrootskpi.query.Cell#isExact} is false and the bounds hold the true sum. A double has no
     * qualifier: figures that say 近 or 约 are refused, and belong to an indicator among the exact ones.
     *
     * @return ids of indicators
     */
    public abstract ImmutableSet<String> floatingPoint();

    /**
     * Returns the schema without extra dimensions, all values exact.
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

    /**
     * Returns whether a member looks like the total of the others, and neither as such nor as ordinary is declared.
     *
     * @param dimension the name of a dimension
     * @param member any member of it
     * @return true where it must not be added to other members
     */
    public boolean isSuspectedTotal(String dimension, String member) {
        return !member.equals(totals().get(dimension))
                && !ordinaryMembers().containsEntry(dimension, member)
                && TotalWords.STANDARD.fit(member);
    }

    /**
     * Returns the members of a dimension that the schema names, as its total or as ordinary.
     *
     * @param dimension the name of a dimension
     * @return perhaps none; the data may have others
     */
    public ImmutableSet<String> declaredMembers(String dimension) {
        ImmutableSet.Builder<String> members = ImmutableSet.builder();
        if (totals().containsKey(dimension)) {
            members.add(totals().get(dimension));
        }
        return members.addAll(ordinaryMembers().get(dimension)).build();
    }

    /** Refuses names that are blank, repeated or reserved, and totals of no dimension. */
    @Value.Check
    void check() {
        HashSet<String> seen = new HashSet<>();
        DistinctNames distinct = new DistinctNames();
        for (String name : dimensions()) {
            if (name.isBlank()) {
                throw new IllegalStateException("Expected a name for each dimension, got a blank one");
            }
            if (RESERVED.contains(name)) {
                throw new IllegalStateException(
                        "Expected a name that is no column of every result, got '" + name + "'");
            }
            if (!seen.add(name)) {
                throw new IllegalStateException("Expected different dimensions, got '" + name + "' twice");
            }
            distinct.add(name).ifPresent(other -> {
                throw new IllegalStateException(
                        "Expected dimensions that look different: " + DistinctNames.message(name, other));
            });
            requireDistinctMembers(name);
        }
        Sets.union(totals().keySet(), ordinaryMembers().keySet()).forEach(name -> {
            if (!seen.contains(name)) {
                throw new IllegalStateException(
                        "Expected a dimension among " + dimensions() + ", got '" + name + "'; add it by addDimensions");
            }
        });
        totals().forEach((name, total) -> {
            if (ordinaryMembers().containsEntry(name, total)) {
                throw new IllegalStateException("Expected '" + total + "' of '" + name
                        + "' as a total or as an ordinary member, got it as both");
            }
        });
    }

    private void requireDistinctMembers(String dimension) {
        DistinctNames distinct = new DistinctNames();
        for (String member : declaredMembers(dimension)) {
            distinct.add(member).ifPresent(other -> {
                throw new IllegalStateException("Expected members of '" + dimension + "' that look different: "
                        + DistinctNames.message(member, other));
            });
        }
    }

    /** Builds a {@link TableSchema}. */
    public static final class Builder extends ImmutableTableSchema.Builder {
        Builder() {}

        /**
         * Declares which member of a dimension is the total of its other members; see {@link TableSchema#totals}.
         *
         * @param dimension the name of a dimension
         * @param member its total; at most one for each dimension
         * @return this
         */
        public Builder total(String dimension, String member) {
            return putTotal(dimension, member);
        }

        /**
         * Declares that a member of a dimension is no total, whatever it looks like; see
         * {@link TableSchema#ordinaryMembers}.
         *
         * @param dimension the name of a dimension
         * @param member a member of it
         * @return this
         */
        public Builder ordinary(String dimension, String member) {
            return putOrdinaryMember(dimension, member);
        }
    }
}
