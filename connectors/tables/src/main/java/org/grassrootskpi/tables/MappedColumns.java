package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/**
 * The numbers of the columns in which the parts of an observation lie.
 *
 * @param dimensions for each dimension of the schema its column
 * @param periods the columns of the period; two where years and months lie apart
 * @param values the columns of values
 * @param indicator the columns of the indicator; each says a part of it
 * @param statuses the columns of statuses
 * @param isStatusOfRow whether a single column of statuses is about all values of a row
 * @param qualifier the column that says how a value relates to the true one, or -1
 * @param unit the column of units, or -1
 * @param multiplier the column of the power of ten, or -1
 */
record MappedColumns(
        ImmutableList<Integer> dimensions,
        ImmutableList<Integer> periods,
        ImmutableList<Integer> values,
        Joined indicator,
        ImmutableList<Integer> statuses,
        boolean isStatusOfRow,
        int qualifier,
        int unit,
        int multiplier) {
    /**
     * Columns that say one thing together.
     *
     * @param columns their numbers, from left to right
     */
    record Joined(ImmutableList<Integer> columns) {
        static Joined of(List<Column> columns, Role role) {
            return new Joined(all(columns, role));
        }

        boolean isEmpty() {
            return columns.isEmpty();
        }

        /** Returns the text of a row: that of each column that holds something; empty if none does. */
        String text(Grid grid, int row) {
            if (columns.size() == 1) {
                return grid.cell(row, columns.get(0));
            }
            StringBuilder text = new StringBuilder();
            for (int column : columns) {
                String cell = grid.cell(row, column);
                text.append(text.isEmpty() || cell.isEmpty() ? "" : Heads.BETWEEN)
                        .append(cell);
            }
            return text.toString();
        }

        /** Returns these with columns of names in place of columns of codes beside them. */
        Joined withNames(List<Column> all) {
            ImmutableList<Integer> names = all(all, Role.INDICATOR_NAME);
            if (names.isEmpty() || columns.isEmpty()) {
                return this;
            }
            return new Joined(ImmutableList.<Integer>builder()
                    .addAll(names)
                    .addAll(columns.subList(Math.min(names.size(), columns.size()), columns.size()))
                    .build());
        }
    }

    static MappedColumns of(TableMapping mapping, TableSchema schema) {
        return new MappedColumns(
                schema.dimensions().stream()
                        .map(dimension -> dimension(mapping.columns(), dimension))
                        .collect(ImmutableList.toImmutableList()),
                all(mapping.columns(), Role.PERIOD),
                all(mapping.columns(), Role.VALUE),
                Joined.of(mapping.columns(), Role.INDICATOR),
                all(mapping.columns(), Role.STATUS),
                isStatusOfRow(mapping.columns()),
                first(mapping.columns(), Role.QUALIFIER),
                first(mapping.columns(), Role.UNIT),
                first(mapping.columns(), Role.MULTIPLIER));
    }

    /** Returns the column with the status of the values of another: where there are several, the one right behind it; or -1. */
    int status(int value) {
        if (isStatusOfRow) {
            return statuses.get(0);
        }
        return statuses.contains(value + 1) ? value + 1 : -1;
    }

    /** A column of statuses whose head names a year is about the values of that year alone. */
    private static boolean isStatusOfRow(List<Column> columns) {
        ImmutableList<Integer> statuses = all(columns, Role.STATUS);
        return statuses.size() == 1
                && Heads.withoutYear(columns.get(statuses.get(0)).name())
                        .equals(columns.get(statuses.get(0)).name());
    }

    private static int dimension(List<Column> columns, String dimension) {
        for (int column = 0; column < columns.size(); column++) {
            if (dimension.equals(columns.get(column).dimension())) {
                return column;
            }
        }
        throw new IllegalStateException("No column of the dimension " + dimension);
    }

    private static ImmutableList<Integer> all(List<Column> columns, Role role) {
        List<Integer> numbers = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == role) {
                numbers.add(column);
            }
        }
        return ImmutableList.copyOf(numbers);
    }

    private static int first(List<Column> columns, Role role) {
        ImmutableList<Integer> all = all(columns, role);
        return all.isEmpty() ? -1 : all.get(0);
    }
}
