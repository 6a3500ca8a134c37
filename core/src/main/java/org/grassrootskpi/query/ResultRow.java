package org.grassrootskpi.query;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** One row of a result: a group and its cells. A view of the table, immutable. */
public final class ResultRow {
    private final ResultTable table;
    private final int number;

    ResultRow(ResultTable table, int number) {
        this.table = table;
        this.number = number;
    }

    /** {@return the number of the row, from 0} */
    public int number() {
        return number;
    }

    /**
     * {@return the cell of a measure}
     *
     * @param measure a measure of the query
     * @throws org.grassrootskpi.model.UnknownIdException if the query has no such measure
     */
    public Cell cell(Measure measure) {
        return cell(measure.name());
    }

    /**
     * {@return the cell of a measure}
     *
     * @param measure the name of its column
     * @throws org.grassrootskpi.model.UnknownIdException if the query has no such measure
     */
    public Cell cell(String measure) {
        return Objects.requireNonNull(table.column(measure, Cell.class).get(number));
    }

    /** {@return the indicator's id; empty where the query combines indicators} */
    public Optional<String> indicator() {
        return text("indicator");
    }

    /** {@return the sector's id; empty where the query is not grouped by sector} */
    public Optional<String> sector() {
        return text("sector").or(() -> text("topSector"));
    }

    /**
     * {@return the region, or a group of regions by its code and name; empty where the query is not grouped by region, and
     * for what no region of the level contains}
     */
    public Optional<Region> region() {
        return get("region", Region.class);
    }

    /** {@return the period; empty where the query is not grouped by period} */
    public Optional<TimePeriod> period() {
        return get("period", TimePeriod.class);
    }

    /**
     * {@return the value of an extra dimension; empty where the query is not grouped by it}
     *
     * @param dimension its name
     */
    public Optional<String> text(String dimension) {
        return get(dimension, String.class);
    }

    /** {@return this row as it is among the {@code rows} of {@link ResultTable#toJson}, as a map} */
    public Map<String, @Nullable Object> toMap() {
        return ResultTree.of(this, table);
    }

    private <T> Optional<T> get(String name, Class<T> type) {
        return table.find(name).filter(column -> column.type() == type).map(column -> type.cast(column.get(number)));
    }

    private String shown(@Nullable Object element) {
        return element instanceof Cell cell
                ? CellText.of(cell, period().orElse(null)).toString()
                : CellText.ofKey(element);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultRow that
                && table.columns().size() == that.table.columns().size()
                && table.elements(number).equals(that.table.elements(that.number));
    }

    @Override
    public int hashCode() {
        return table.elements(number).hashCode();
    }

    /** {@return the elements with their columns' names} */
    @Override
    public String toString() {
        return table.columns().stream()
                .map(column -> column.name() + '=' + shown(column.get(number)))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
