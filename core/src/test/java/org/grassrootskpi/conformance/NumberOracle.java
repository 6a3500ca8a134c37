package org.grassrootskpi.conformance;

import java.util.Objects;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultColumn;
import org.grassrootskpi.query.ResultTable;
import org.jspecify.annotations.Nullable;

/** Numbers that are read without making cells are the cells' values. */
final class NumberOracle {
    private NumberOracle() {}

    /** Returns the first number that is not its cell's value, or null if all are. */
    static @Nullable String difference(Query query, ResultTable result) {
        for (Measure measure : query.measures()) {
            ResultColumn<Cell> column = result.cells(measure);
            for (int row = 0; row < result.rowCount(); row++) {
                Cell cell = Objects.requireNonNull(column.get(row));
                // Adding zero turns -0.0 into 0.0.
                if (Double.compare(column.doubleAt(row) + 0.0, cell.doubleValue() + 0.0) != 0) {
                    return measure + " in row " + row + " is " + column.doubleAt(row) + " as a number, but " + cell;
                }
            }
        }
        return null;
    }
}
