package org.grassrootskpi.query;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result: its name, the type of what it holds, and one element for each row.
 *
 * <p>Columns of measures hold {@link Cell}s, those of regions {@link org.grassrootskpi.model.Region}s, those of periods
 * {@link org.grassrootskpi.time.TimePeriod}s, all others texts. An element is null only in a column of regions: for
 * a group that belongs to no region of the level. Immutable and thread-safe.
 *
 * @param <T> the type of its elements
 */
public final class ResultColumn<T> {
    private final String name;
    private final Class<T> type;
    private final int size;
    private final IntFunction<? extends @Nullable T> elements;
    private final @Nullable IntToDoubleFunction numbers;
    private final @Nullable PlainFigures plain;

    ResultColumn(String name, Class<T> type, int size, IntFunction<? extends @Nullable T> elements) {
        this(name, type, size, elements, null, null);
    }

    ResultColumn(
            String name,
            Class<T> type,
            int size,
            IntFunction<? extends @Nullable T> elements,
            @Nullable IntToDoubleFunction numbers,
            @Nullable PlainFigures plain) {
        this.name = name;
        this.type = type;
        this.size = size;
        this.elements = elements;
        this.numbers = numbers;
        this.plain = plain;
    }

    /** {@return the name of the dimension or of the measure} */
    public String name() {
        return name;
    }

    /** {@return the type of its elements} */
    public Class<T> type() {
        return type;
    }

    /** {@return how many rows there are} */
    public int size() {
        return size;
    }

    /**
     * {@return the element of a row}
     *
     * @param row from 0, below {@link #size}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public @Nullable T get(int row) {
        return elements.apply(Objects.checkIndex(row, size));
    }

    /**
     * Returns the value of a cell alone, without its remarks: faster than making the cell, for reading many.
     *
     * @param row from 0, below {@link #size}
     * @return the nearest double, NaN where there is no value
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws ClassCastException if this is no column of cells
     */
    public double doubleAt(int row) {
        if (numbers != null) {
            return numbers.applyAsDouble(Objects.checkIndex(row, size));
        }
        return ((Cell) Objects.requireNonNull(get(row))).doubleValue();
    }

    /**
     * Reads the cell of a row without making it, if it is plain: for reading many.
     *
     * @param row from 0, below {@link #size}
     * @param into is filled with its numbers
     * @return whether it is plain; if not, ask {@link #get}, and what was filled in means nothing
     */
    public boolean readPlain(int row, PlainFigure into) {
        return plain != null && plain.read(row, into);
    }

    /** {@return the elements of all rows, as a view} */
    public List<@Nullable T> toList() {
        return new AbstractList<>() {
            @Override
            public @Nullable T get(int index) {
                return ResultColumn.this.get(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** {@return such as {@code region: Region}} */
    @Override
    public String toString() {
        return name + ": " + type.getSimpleName();
    }
}
