package org.grassrootskpi.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One key of the order of a result's rows: {@code Order.descending(Measure.value())}.
 *
 * <p>Dimensions are ordered by their nature: indicators and sectors as selected, regions as in the catalogue's tree,
 * periods in time, other dimensions by their text. Cells without a value come last, whichever the direction. Immutable.
 */
public final class Order {
    private final String column;
    private final boolean descending;

    private Order(String column, boolean descending) {
        this.column = column;
        this.descending = descending;
    }

    /**
     * {@return from the smallest value to the largest}
     *
     * @param measure a measure of the query
     */
    public static Order ascending(Measure measure) {
        return new Order(measure.name(), false);
    }

    /**
     * {@return from the largest value to the smallest}
     *
     * @param measure a measure of the query
     */
    public static Order descending(Measure measure) {
        return new Order(measure.name(), true);
    }

    /**
     * {@return in the natural order of a dimension}
     *
     * @param dimension a dimension of the query
     */
    public static Order ascending(Dimension dimension) {
        return new Order(dimension.name(), false);
    }

    /**
     * {@return against the natural order of a dimension, such as the latest period first}
     *
     * @param dimension a dimension of the query
     */
    public static Order descending(Dimension dimension) {
        return new Order(dimension.name(), true);
    }

    /** {@return the name of the column to order by} */
    public String column() {
        return column;
    }

    /** {@return whether the largest comes first} */
    public boolean isDescending() {
        return descending;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Order that && column.equals(that.column) && descending == that.descending;
    }

    @Override
    public int hashCode() {
        return Objects.hash(column, descending);
    }

    /** {@return such as {@code value descending}} */
    @Override
    public String toString() {
        return column + (descending ? " descending" : " ascending");
    }
}
