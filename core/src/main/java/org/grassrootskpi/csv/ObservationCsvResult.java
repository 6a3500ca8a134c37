package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationVintages;

/**
 * The result of reading a CSV file: the good rows, and the problems of the others.
 *
 * @param vintages the good rows by their vintages, most often of none; empty where the header is wrong
 * @param rowsRead how many rows the file has, bad ones included, without the header and empty lines
 * @param problems in the order of the file, at most {@link ObservationCsvReader#MAX_PROBLEMS} of them; a row may have
 *     several
 * @param problemCount how many problems the file has
 */
public record ObservationCsvResult(
        ObservationVintages vintages, long rowsRead, ImmutableList<CsvProblem> problems, long problemCount) {
    /**
     * Returns the good rows as one table.
     *
     * @return all of them, or, where a key has several vintages, the one that the catalogue prefers
     */
    public ObservationTable table() {
        return vintages.preferred();
    }

    /** {@return such as {@code 240 rows in 2 blocks, of 243 rows read; 3 problems, the first: ...}} */
    @Override
    public String toString() {
        return table() + ", of " + rowsRead + " rows read; " + problemCount
                + (problemCount == 1 ? " problem" : " problems")
                + (problems.isEmpty() ? "" : ", the first: " + problems.get(0));
    }
}
