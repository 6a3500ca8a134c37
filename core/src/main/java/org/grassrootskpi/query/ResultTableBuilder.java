package org.grassrootskpi.query;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ResultTable}; the functions it is given are called when an element is read. */
public final class ResultTableBuilder {
    final int size;
    final ImmutableList.Builder<ResultColumn<?>> columns = ImmutableList.builder();
    ImmutableList<Refusal> refusals = ImmutableList.of();
    Supplier<ImmutableList<Source>> sources = ImmutableList::of;

    ResultTableBuilder(int size) {
        this.size = size;
    }

    /**
     * {@return this, with a column of texts}
     *
     * @param name the name of the dimension
     * @param elements the element of each row
     */
    public ResultTableBuilder texts(String name, IntFunction<String> elements) {
        columns.add(new ResultColumn<>(name, String.class, size, elements));
        return this;
    }

    /**
     * {@return this, with a column of regions}
     *
     * @param name the name of the dimension
     * @param elements the element of each row; null for what no region contains
     */
    public ResultTableBuilder regions(String name, IntFunction<@Nullable Region> elements) {
        columns.add(new ResultColumn<>(name, Region.class, size, elements));
        return this;
    }

    /**
     * {@return this, with a column of periods}
     *
     * @param name the name of the dimension
     * @param elements the element of each row
     */
    public ResultTableBuilder periods(String name, IntFunction<TimePeriod> elements) {
        columns.add(new ResultColumn<>(name, TimePeriod.class, size, elements));
        return this;
    }

    /**
     * {@return this, with a column of cells}
     *
     * @param name the name of the measure
     * @param elements the cell of each row
     */
    public ResultTableBuilder cells(String name, IntFunction<Cell> elements) {
        columns.add(new ResultColumn<>(name, Cell.class, size, elements));
        return this;
    }

    /**
     * {@return this, with a column of cells whose values can also be had without their remarks}
     *
     * @param name the name of the measure
     * @param elements the cell of each row
     * @param numbers the value of each cell as the nearest double, NaN where it has none
     */
    public ResultTableBuilder cells(String name, IntFunction<Cell> elements, IntToDoubleFunction numbers) {
        columns.add(new ResultColumn<>(name, Cell.class, size, elements, numbers, null));
        return this;
    }

    /**
     * {@return this, with a column of cells whose values can also be had without their remarks, and of which those that are plain can be
     * written without being made}
     *
     * @param name the name of the measure
     * @param elements the cell of each row
     * @param numbers the value of each cell as the nearest double, NaN where it has none
     * @param plain the numbers of the plain cells; what is written of them is what would be written of the cells
     */
    public ResultTableBuilder cells(
            String name, IntFunction<Cell> elements, IntToDoubleFunction numbers, PlainFigures plain) {
        columns.add(new ResultColumn<>(name, Cell.class, size, elements, numbers, plain));
        return this;
    }

    /**
     * {@return this, with what was refused}
     *
     * @param list the refusals
     */
    public ResultTableBuilder refusals(Iterable<Refusal> list) {
        refusals = ImmutableList.copyOf(list);
        return this;
    }

    /**
     * {@return this, with the data that was taken}
     *
     * @param list the sources
     */
    public ResultTableBuilder sources(Iterable<Source> list) {
        ImmutableList<Source> taken = ImmutableList.copyOf(list);
        sources = () -> taken;
        return this;
    }

    /**
     * {@return this, with the data that was taken, listed when it is asked for}
     *
     * @param list the sources; called at most once
     */
    public ResultTableBuilder sources(Supplier<ImmutableList<Source>> list) {
        sources = Suppliers.memoize(list::get);
        return this;
    }

    /** {@return the result} */
    public ResultTable build() {
        return new ResultTable(this);
    }
}
