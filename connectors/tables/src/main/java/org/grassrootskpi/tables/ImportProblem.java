package org.grassrootskpi.tables;

/**
 * A problem of a table.
 *
 * @param place the file, with line and column or the cell
 * @param message what was expected, what was found, and the way out
 */
public record ImportProblem(String place, String message) {
    /** {@return for example {@code gdp.csv:7, column 3: Expected a number, got '12..5'}} */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
