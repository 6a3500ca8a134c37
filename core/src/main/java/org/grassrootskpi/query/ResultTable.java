package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.table.CsvCells;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query: one row for each group, with a column for each dimension and each measure.
 *
 * <p>It also says what was refused ({@link #refusals}) and which data was used ({@link #sources}). {@link #toText} and
 * {@link #toMarkdown} print tables for people, with rounded figures; {@link #toCsv} and {@link #toJson} export every
 * property of every cell for programs. Immutable and thread-safe.
 */
public final class ResultTable {
    private final int size;
    private final ImmutableList<ResultColumn<?>> columns;
    private final ImmutableMap<String, ResultColumn<?>> byName;
    private final ImmutableList<Refusal> refusals;
    private final Supplier<ImmutableList<Source>> sources;

    ResultTable(ResultTableBuilder builder) {
        size = builder.size;
        columns = builder.columns.build();
        byName = Maps.uniqueIndex(columns, ResultColumn::name);
        refusals = builder.refusals;
        sources = builder.sources;
    }

    /**
     * {@return a builder without columns; called by engines}
     *
     * @param size the number of rows, 0 or more
     */
    public static ResultTableBuilder builder(int size) {
        return new ResultTableBuilder(size);
    }

    /** {@return the number of rows} */
    public int rowCount() {
        return size;
    }

    /** {@return the columns: the dimensions, then the measures, in the order of the query} */
    public ImmutableList<ResultColumn<?>> columns() {
        return columns;
    }

    /** {@return the measures that were refused, for which indicator or sector, and why; empty if all is well} */
    public ImmutableList<Refusal> refusals() {
        return refusals;
    }

    /** {@return which level and frequency the data of each indicator was taken from} */
    public ImmutableList<Source> sources() {
        return sources.get();
    }

    /**
     * {@return a row}
     *
     * @param number from 0, below {@link #rowCount}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public ResultRow row(int number) {
        return new ResultRow(this, Objects.checkIndex(number, size));
    }

    /** {@return the rows in order, as a view} */
    public List<ResultRow> rows() {
        return new AbstractList<>() {
            @Override
            public ResultRow get(int index) {
                return row(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** {@return the rows in order} */
    public Stream<ResultRow> stream() {
        return IntStream.range(0, size).mapToObj(this::row);
    }

    /**
     * {@return a column}
     *
     * @param name its name
     * @param type the type of its elements: {@code Cell}, {@code Region}, {@code TimePeriod} or {@code String}
     * @param <T> the type of its elements
     * @throws UnknownIdException if there is no column of that name
     * @throws ClassCastException if its elements are of another type
     */
    public <T> ResultColumn<T> column(String name, Class<T> type) {
        ResultColumn<?> column = find(name).orElseThrow(() -> new UnknownIdException("column", name, byName.keySet()));
        if (column.type() != type) {
            throw new ClassCastException("Column '" + name + "' holds "
                    + column.type().getSimpleName() + " elements, not " + type.getSimpleName());
        }
        @SuppressWarnings("unchecked") // The type has just been compared.
        ResultColumn<T> typed = (ResultColumn<T>) column;
        return typed;
    }

    /**
     * {@return the values of a measure for numeric work, NaN where there is none; a new array}
     *
     * @param measure the name of the measure's column
     * @throws UnknownIdException if there is no such column
     */
    public double[] doubles(String measure) {
        ResultColumn<Cell> column = column(measure, Cell.class);
        double[] values = new double[size];
        Arrays.setAll(values, column::doubleAt);
        return values;
    }

    /**
     * {@return the values of a measure for numeric work, NaN where there is none; a new array}
     *
     * @param measure a measure of the query
     * @throws UnknownIdException if the query has no such measure
     */
    public double[] doubles(Measure measure) {
        return doubles(measure.name());
    }

    /**
     * {@return the cells of a measure, one for each row}
     *
     * @param measure a measure of the query
     * @throws UnknownIdException if the query has no such measure
     */
    public ResultColumn<Cell> cells(Measure measure) {
        return column(measure.name(), Cell.class);
    }

    /**
     * {@return the values of several measures for numeric work: an array for each measure with one element for each
     * row, NaN where there is no value}
     *
     * @param measures the names of the measures' columns; all measures if none is named
     * @throws UnknownIdException if there is no such column
     */
    public double[][] toArrays(String... measures) {
        var cells = columns.stream().filter(c -> c.type() == Cell.class).map(ResultColumn::name);
        return (measures.length > 0 ? Arrays.stream(measures) : cells)
                .map(this::doubles)
                .toArray(double[][]::new);
    }

    /**
     * {@return the exact values of a measure, empty where there is none}
     *
     * @param measure the name of the measure's column
     * @throws UnknownIdException if there is no such column
     */
    public ImmutableList<Optional<BigDecimal>> decimals(String measure) {
        ImmutableList.Builder<Optional<BigDecimal>> values = ImmutableList.builderWithExpectedSize(size);
        ResultColumn<Cell> column = column(measure, Cell.class);
        for (int row = 0; row < size; row++) {
            values.add(Objects.requireNonNull(column.get(row)).value());
        }
        return values.build();
    }

    /**
     * Writes the rows as CSV (RFC 4180, UTF-8 text, lines end in {@code \r\n}).
     *
     * <p>A column of regions is followed by {@code .name}, their names. A measure's column holds the exact value with
     * all its digits, empty where there is none, and is followed by {@code .unit}, {@code .qualifier}, {@code .lower},
     * {@code .lowerIncluded}, {@code .upper} and {@code .upperIncluded} (the bounds; empty where there is none on that
     * side), {@code .present}, {@code .expected} and {@code .expectedAtLeast} contributors, {@code .status}, {@code
     * .asOf}, {@code .unpaired}, {@code .remarks} (names of {@link Remark}, separated by blanks), {@code .absence} and
     * {@code .refusal}. Values and bounds are in the base unit: 0.05 {@code ratio} is 5 %, and 0.05 {@code
     * ratio-difference}, the unit of a difference of two ratios, is 5 percentage points. The {@link #refusals} and
     * {@link #sources} of the result as a whole are in {@link #toJson} and {@link #toMarkdown}.
     *
     * @return a header and a line for each row
     */
    public String toCsv() {
        return toCsv(CsvCells.PLAIN);
    }

    /**
     * {@return the rows as {@link #toCsv()} writes them, for programs or for spreadsheets}
     *
     * @param cells what is done with texts that a spreadsheet would take for formulas, such as the members of an extra
     *     dimension and the names of regions
     */
    public String toCsv(CsvCells cells) {
        StringBuilder text = new StringBuilder();
        try {
            writeCsv(text, cells);
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder does not fail", e);
        }
        return text.toString();
    }

    /**
     * Writes the rows as {@link #toCsv()} does, a line at a time: for results that are too large for one text.
     *
     * @param out to which is written, such as a buffered writer; it is neither flushed nor closed
     * @throws IOException if it cannot be written to
     */
    public void writeCsv(Appendable out) throws IOException {
        writeCsv(out, CsvCells.PLAIN);
    }

    /**
     * Writes the rows as {@link #toCsv(CsvCells)} does, a line at a time: for results that are too large for one text.
     *
     * @param out to which is written, such as a buffered writer; it is neither flushed nor closed
     * @param cells what is done with texts that a spreadsheet would take for formulas
     * @throws IOException if it cannot be written to
     */
    public void writeCsv(Appendable out, CsvCells cells) throws IOException {
        ResultCsv.write(this, cells, out);
    }

    /**
     * {@return what {@link #toJson} writes, as maps, lists, texts, numbers and booleans, for programs that write JSON
     * themselves}
     *
     * <p>Numbers are {@code BigDecimal}s and {@code Long}s; the rows are made when they are asked for.
     */
    public Map<String, @Nullable Object> toMap() {
        return ResultTree.of(this);
    }

    /**
     * {@return this result as JSON: an object with the arrays {@code rows}, {@code refusals} and {@code sources}}
     *
     * <p>A row has a property for each column: a text for a dimension, with {@code region.name} next to that of a
     * region, null where no region contains the group; an object for a measure, with {@code value}, {@code qualifier}
     * and {@code bounds} ({@code lower}, {@code lowerIncluded}, {@code upper}, {@code upperIncluded}; a side without
     * bound is left out, and all of it where the value is exact), or {@code absence} and {@code refusal}; and with
     * {@code unit}, {@code present}, {@code expected} (or {@code expectedAtLeast} where the number is not known),
     * {@code status}, {@code asOf}, {@code unpaired} and the array {@code remarks}. Numbers have all their digits;
     * units are those of {@link #toCsv}.
     */
    public String toJson() {
        StringBuilder text = new StringBuilder();
        try {
            writeJson(text);
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder does not fail", e);
        }
        return text.toString();
    }

    /**
     * Writes this result as {@link #toJson} does, a row at a time: for results that are too large for one text.
     *
     * @param out to which is written, such as a buffered writer; it is neither flushed nor closed
     * @throws IOException if it cannot be written to
     */
    public void writeJson(Appendable out) throws IOException {
        ResultJson.write(this, out);
    }

    /**
     * {@return all rows as a table in Markdown, with figures as in {@link #toText}, bounds next to vague ones, and the
     * refusals and sources as a list below}
     */
    public String toMarkdown() {
        return ResultMarkdown.of(this);
    }

    /**
     * Prints an aligned table of the first 100 rows for a terminal, in which a Chinese character takes two columns;
     * below it the refusals and the sources.
     *
     * <p>Figures are grouped by thousands and have their unit in the head of the column, or next to them where units
     * differ; ratios are in percent and their differences in percentage points ({@code pp}). A figure as stated, or a
     * sum of such, keeps its digits; a quotient is rounded to six significant digits, and to the first decimal that its
     * bounds leave uncertain. A figure is preceded by its qualifier: {@code <} (近), {@code >} (超), {@code ~} (约),
     * {@code ≥}, {@code ≤}. It is followed, in parentheses, by the contributors where some are missing ({@code 3/5+}
     * where at least five are expected), the status unless it is normal, the period of a stock where it ends before
     * that of its row, and the remarks. A group of what no region contains is {@code (elsewhere)}.
     *
     * @param width the columns that the lines may take, 20 or more; where the measures do not fit side by side, they
     *     follow in blocks, and the texts of the dimensions are shortened. A figure is never cut, even where it alone
     *     is wider
     * @return the table, with a line break at its end
     * @throws IllegalArgumentException if the width is less than 20
     */
    public String toText(int width) {
        if (width < ResultText.NARROWEST) {
            throw new IllegalArgumentException(
                    "Expected a width of " + ResultText.NARROWEST + " or more columns, got " + width);
        }
        return ResultText.of(this, width);
    }

    Optional<ResultColumn<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<@Nullable Object> elements(int row) {
        List<@Nullable Object> elements = new ArrayList<>(columns.size());
        columns.forEach(column -> elements.add(column.get(row)));
        return elements;
    }

    private List<String> heads() {
        return columns.stream().map(ResultColumn::toString).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultTable that
                && heads().equals(that.heads())
                && rows().equals(that.rows())
                && refusals.equals(that.refusals)
                && sources().equals(that.sources());
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, byName.keySet(), refusals, sources());
    }

    /** {@return the table of {@link #toText}, as wide as it needs} */
    @Override
    public String toString() {
        return ResultText.of(this, Integer.MAX_VALUE);
    }
}
