package org.grassrootskpi.rollup;

/**
 * A problem in the rows of a store, of which a table would have refused those rows.
 *
 * @param reason what is wrong
 * @param message what was found, what was expected, and the way out
 * @param rows how many rows have the problem, 1 or more
 */
public record RowProblem(Reason reason, String message, long rows) {
    /** The kinds of problems, named like those of a CSV file; the list is closed. */
    public enum Reason {
        /** The catalogue has no such indicator. */
        UNKNOWN_INDICATOR,
        /** The catalogue has no such region. */
        UNKNOWN_REGION,
        /** The store keeps a level beside the region, and it is another one than the catalogue's. */
        WRONG_LEVEL,
        /** A period has another spelling than those of ISO 8601 and SDMX, or does not exist. */
        BAD_PERIOD,
        /** A status is none of {@link org.grassrootskpi.model.ObservationStatus}. */
        BAD_STATUS,
        /** The precision of a printed figure cannot be read. */
        BAD_PRECISION,
        /** A value has more decimals than the indicator. */
        TOO_MANY_DECIMALS,
        /** There is no value, and the status does not say why. */
        NO_VALUE,
        /** There is a value, and a status that says there is none. */
        CONTRADICTION,
        /** A row has no member of an extra dimension. */
        NO_MEMBER,
        /** The member of an extra dimension has an invisible character. */
        HIDDEN_CHARACTER,
        /** The member of an extra dimension looks like another one and is a different text. */
        LOOK_ALIKE,
        /** Several rows have one key. */
        DUPLICATE
    }

    /** {@return for example {@code Unknown region '4403O7' (did you mean '440307'?), 12 rows}} */
    @Override
    public String toString() {
        return message + ", " + rows + (rows == 1 ? " row" : " rows");
    }
}
