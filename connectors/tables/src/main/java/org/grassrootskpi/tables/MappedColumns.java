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
 * @param indicator the column of the indicator, or -1
 * @param status the column of the status, or -1
 * @param multiplier the column of the power of ten, or -1
 */
record MappedColumns(
        ImmutableList<Integer> dimensions,
        ImmutableList<Integer> periods,
        ImmutableList<Integer> values,
        int indicator,
        int status,
        int multiplier) {
    static MappedColumns of(TableMapping mapping, TableSchema schema) {
        return new MappedColumns(
                schema.dimensions().stream()
                        .map(dimension -> dimension(mapping.columns(), dimension))
                        .collect(ImmutableList.toImmutableList()),
                all(mapping.columns(), Role.PERIOD),
                all(mapping.columns(), Role.VALUE),
                first(mapping.columns(), Role.INDICATOR),
                first(mapping.columns(), Role.STATUS),
                first(mapping.columns(), Role.MULTIPLIER));
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
