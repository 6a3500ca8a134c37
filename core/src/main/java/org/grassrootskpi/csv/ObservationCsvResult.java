package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.table.ObservationTable;

/**
 * The result of reading a CSV file: a table of the good rows, and the problems of the others.
 *
 * @param table the good rows; empty where the header is wrong
 * @param rowsRead how many rows the file has, bad ones included, without the header and empty lines
 * @param problems in the order of the file, at most {@link ObservationCsvReader#MAX_PROBLEMS} of them; a row may have
 *     several
 * @param problemCount how many problems the file has
 */
public record ObservationCsvResult(
        ObservationTable table, long rowsRead, ImmutableList<CsvProblem> problems, long problemCount) {
    /** {@return such as {@code 240 rows in 2 blocks, of 243 rows read; 3 problems, the first: ...}} */
    @Override
    public String toString() {
        return table + ", of " + rowsRead + " rows read; " + problemCount
                + (problemCount == 1 ? " problem" : " problems")
                + (problems.isEmpty() ? "" : ", the first: " + problems.get(0));
    }
}
