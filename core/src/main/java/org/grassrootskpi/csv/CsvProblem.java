package org.grassrootskpi.csv;

import org.grassrootskpi.model.SourceLocation;

/**
 * A problem in a CSV file: what is wrong, where, and what would have been right.
 *
 * @param reason what is wrong
 * @param message what was found, what was expected, and the way out
 * @param location file, line and column, the column in UTF-16 units; that of the field, or of the row if the problem is
 *     not in a single field
 */
public record CsvProblem(Reason reason, String message, SourceLocation location) {
    /** The kinds of problems; the list is closed. */
    public enum Reason {
        /** There is no header line. */
        NO_HEADER,
        /** The header names a column that is not known. */
        UNKNOWN_COLUMN,
        /** The header lacks a column. */
        MISSING_COLUMN,
        /** The header names a column twice. */
        REPEATED_COLUMN,
        /** A row has fewer or more fields than the header. */
        FIELD_COUNT,
        /** A quoted field is not closed, or there is text before or after its quotes. */
        QUOTES,
        /** A line or a field is longer than is read. */
        TOO_LONG,
        /** A field is not UTF-8. */
        ENCODING,
        /** The value of an extra dimension has an invisible character. */
        HIDDEN_CHARACTER,
        /** The value of an extra dimension looks like another one and is a different text. */
        LOOK_ALIKE,
        /** The catalogue has no such indicator. */
        UNKNOWN_INDICATOR,
        /** The catalogue has no such region. */
        UNKNOWN_REGION,
        /** A period has another spelling than those of ISO 8601 and SDMX, or does not exist. */
        BAD_PERIOD,
        /** A status is none of {@link org.grassrootskpi.model.ObservationStatus}. */
        BAD_STATUS,
        /** The day on which a value became known, or its maturity, is misspelt, or there is one without the other. */
        BAD_VINTAGE,
        /** A value is neither a plain decimal nor a figure as reports print them. */
        BAD_VALUE,
        /** A value has more decimals than the indicator. */
        TOO_MANY_DECIMALS,
        /** A value is too large to be stored at the indicator's decimals. */
        OUT_OF_RANGE,
        /** A figure is in another unit than the indicator. */
        UNIT_MISMATCH,
        /** There is no value, and the status does not say why. */
        NO_VALUE,
        /** There is a value, and a status that says there is none. */
        CONTRADICTION,
        /** An earlier row has the same key. */
        DUPLICATE
    }

    /** {@return for example {@code data.csv:7:11: Unknown region '4403O7' (did you mean '440307'?)}} */
    @Override
    public String toString() {
        return location + ": " + message;
    }
}
