package org.grassrootskpi.query;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a measure is not computed, and what to ask instead: a {@link Reason}, a message and a suggestion.
 *
 * <p>Refusals follow from the query and from which data there is; they are decided before a row is read. Values that the
 * rows themselves lack are an {@link Absence}. Immutable.
 */
public final class Refusal {
    /** The closed list of reasons. */
    public enum Reason {
        /** The catalogue has no such indicator. */
        UNKNOWN_INDICATOR,
        /** The catalogue has no such sector. */
        UNKNOWN_SECTOR,
        /** The catalogue has no such region. */
        UNKNOWN_REGION,
        /** The catalogue has no such level of regions. */
        UNKNOWN_LEVEL,
        /** The table declares no such dimension. */
        UNKNOWN_DIMENSION,
        /** No observation of the table has such a value of an extra dimension. */
        UNKNOWN_MEMBER,
        /** The query orders by, or filters on, a column that it does not have. */
        UNKNOWN_COLUMN,
        /** The table has no observation of the indicator at all. */
        NO_DATA,
        /** All data is of coarser regions than asked for. */
        REGION_FINER_THAN_DATA,
        /** All data is of longer periods than asked for, or of periods that do not fit into those asked for. */
        PERIOD_FINER_THAN_DATA,
        /** The table has no data of the level and frequency that the query requires. */
        NO_SUCH_SOURCE,
        /** The query is limited to a region below the level of its groups: a group would show a part as the whole. */
        REGION_CUT,
        /** Groups of regions that have a region in common are asked for as rows of one result. */
        OVERLAPPING_GROUPS,
        /** The query's range ends in the middle of a group's period: the group would show a part as the whole. */
        PERIOD_CUT,
        /** A sum of shares or percentages. */
        SUM_OF_RATIO,
        /** A sum of growth rates. */
        SUM_OF_GROWTH,
        /** A sum of index numbers. */
        SUM_OF_INDEX,
        /** A sum of places in an order. */
        SUM_OF_RANK,
        /** A sum of grades. */
        SUM_OF_RATING,
        /** A sum over regions of a flow that they may share, which counts the shared one for each of them. */
        SUM_OF_SHARED_FLOW,
        /** A sum of counts of different things, which may overlap. */
        SUM_OF_DISTINCT,
        /** A sum of what is there at several moments, which counts it once for each. */
        SUM_OF_STOCK_OVER_TIME,
        /** A ratio with neither parts nor weight that have data, so that it cannot be rolled up. */
        RATIO_WITHOUT_PARTS,
        /** A growth whose base has no data, so that it cannot be rolled up. */
        GROWTH_WITHOUT_BASE,
        /** An index without a weight that has data, so that it cannot be rolled up. */
        INDEX_WITHOUT_WEIGHT,
        /** A rank, a rating or a count of different things: none of them is ever rolled up. */
        NEVER_AGGREGATED,
        /** An unweighted mean of rates under a name that does not say so, or of ranks and grades under any name. */
        MEAN_OF_RATES,
        /** Indicators of different units in one group. */
        MIXED_UNITS,
        /** The query orders values of different units among each other. */
        ORDER_OF_MIXED_UNITS,
        /** Indicators of different kinds in one group. */
        MIXED_KINDS,
        /**
         * An indicator in one group with the indicator that already contains it; or members of an extra dimension in one
         * group with their total, or with a member that looks like a total and that the schema does not declare.
         */
        TOTAL_BESIDE_PARTS,
        /** The query demands completeness where it is not known how many observations there should be. */
        UNKNOWN_COMPLETENESS,
        /** A measure that compares regions, in a query that is not grouped by region. */
        NEEDS_REGION,
        /** A measure that compares periods, in a query that is not grouped by period. */
        NEEDS_PERIOD,
        /** A measure over the groups of a dimension, in a query that is not grouped by it. */
        NEEDS_DIMENSION,
        /** A share, growth, difference, rank, attainment or gap of something that has none. */
        NOT_COMPARABLE,
        /** There are no targets of the indicator that fit the groups, or the engine has no table of targets. */
        NO_TARGET,
        /** The inverse of a cumulative series, of data that is not cumulative. */
        NOT_CUMULATIVE,
        /** More groups than a result has numbers for. */
        TOO_MANY_GROUPS;

        /**
         * {@return whether it concerns the query as a whole}
         *
         * <p>Such a refusal is thrown as a {@link RefusedException}, from a query that is not strict, too: an unknown
         * region, sector, dimension, member or column, a cut region or period, an order of mixed units, too many
         * groups. All other reasons are of one indicator and measure: they are in its cells and in {@link
         * ResultTable#refusals()}, and thrown only from a strict query.
         */
        public boolean refusesWholeQuery() {
            return switch (this) {
                case UNKNOWN_SECTOR,
                        UNKNOWN_REGION,
                        UNKNOWN_LEVEL,
                        UNKNOWN_DIMENSION,
                        UNKNOWN_MEMBER,
                        UNKNOWN_COLUMN,
                        REGION_CUT,
                        OVERLAPPING_GROUPS,
                        PERIOD_CUT,
                        ORDER_OF_MIXED_UNITS,
                        TOO_MANY_GROUPS -> true;
                default -> false;
            };
        }
    }

    private final Reason reason;
    private final String message;
    private final String suggestion;
    private final @Nullable String indicator;
    private final @Nullable String measure;

    private Refusal(
            Reason reason, String message, String suggestion, @Nullable String indicator, @Nullable String measure) {
        this.reason = reason;
        this.message = message;
        this.suggestion = suggestion;
        this.indicator = indicator;
        this.measure = measure;
    }

    /**
     * Returns the refusal of a whole query.
     *
     * @param reason why
     * @param message what was asked and why it cannot be answered
     * @param suggestion what to ask instead
     * @return the refusal, of no indicator and no measure in particular
     */
    public static Refusal of(Reason reason, String message, String suggestion) {
        return new Refusal(reason, message, suggestion, null, null);
    }

    /**
     * {@return the refusal of one column for one indicator or sector}
     *
     * @param indicator the id of the indicator or sector
     * @param measure the name of the measure's column
     */
    public Refusal about(String indicator, String measure) {
        return new Refusal(reason, message, suggestion, indicator, measure);
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return what was asked and why it cannot be answered, in one sentence} */
    public String message() {
        return message;
    }

    /** {@return what to ask instead, in one sentence} */
    public String suggestion() {
        return suggestion;
    }

    /** {@return the id of the indicator, or of the sector where indicators are combined; empty for a whole query} */
    public Optional<String> indicator() {
        return Optional.ofNullable(indicator);
    }

    /** {@return the name of the measure's column; empty for a whole query} */
    public Optional<String> measure() {
        return Optional.ofNullable(measure);
    }

    /** {@return this refusal as it is in {@link ResultTable#toJson}, as a map} */
    public Map<String, @Nullable Object> toMap() {
        return ResultTree.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Refusal that
                && reason == that.reason
                && message.equals(that.message)
                && suggestion.equals(that.suggestion)
                && Objects.equals(indicator, that.indicator)
                && Objects.equals(measure, that.measure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, message, suggestion, indicator, measure);
    }

    /** {@return such as {@code sum of city.rank: SUM_OF_RANK: ... (suggestion)}} */
    @Override
    public String toString() {
        String where = indicator == null || measure == null ? "" : measure + " of " + indicator + ": ";
        return where + reason + ": " + message + "; " + suggestion;
    }
}
