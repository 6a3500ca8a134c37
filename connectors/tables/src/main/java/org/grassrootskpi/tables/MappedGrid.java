package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.tables.TableMapping.Column;

/** The grid of another file of the same kind as the one that a mapping was made for: its columns in the order of the mapping. */
final class MappedGrid {
    private MappedGrid() {}

    /** Finds each column of a mapping by its head; refuses a file that lacks one, or has one that the mapping does not know. */
    static Grid of(Grid grid, TableMapping mapping) {
        int headRow = grid.rowOf(mapping.headRow());
        int firstRow = headRow + mapping.headRows();
        if (firstRow >= grid.height()) {
            throw new ImportException(List.of(new ImportProblem(
                    grid.name(), "Expected rows below the head in line " + mapping.headRow() + ", found none")));
        }
        List<String> heads = Heads.of(grid, headRow, firstRow);
        List<Integer> order = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        Set<String> unknown = new HashSet<>(heads);
        for (Column column : mapping.columns()) {
            order.add(heads.indexOf(column.name()));
            unknown.remove(column.name());
            if (!heads.contains(column.name())) {
                absent.add(column.name());
            }
        }
        if (!absent.isEmpty() || !unknown.isEmpty()) {
            throw new ImportException(List.of(new ImportProblem(
                    grid.place(headRow, 0),
                    "Expected the columns of the mapping, got others; in the mapping alone: " + absent
                            + ", in the file alone: " + unknown
                            + "; add those to the mapping, with the role IGNORED if they are not to be read")));
        }
        int[] widths = new int[grid.height()];
        Arrays.fill(widths, order.size());
        return new Grid(
                grid.name(),
                grid.charset(),
                grid.delimiter(),
                grid.sheet(),
                order.stream().map(grid.cells()::get).collect(ImmutableList.toImmutableList()),
                ImmutableIntArray.copyOf(widths),
                grid.lines());
    }
}
