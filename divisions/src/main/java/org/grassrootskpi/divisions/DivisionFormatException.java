package org.grassrootskpi.divisions;

/** Thrown when a list of divisions cannot be read; says at which line, what was expected there and what was found. */
public final class DivisionFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Counted from 1. */
    private final int line;

    DivisionFormatException(int line, String expected, String actual) {
        super("Malformed list of divisions, line " + line + ": expected " + expected + ", got " + actual);
        this.line = line;
    }

    /**
     * Returns the line at which the list is wrong.
     *
     * @return the number of the line, counted from 1; one more than there are lines if the list ends too early
     */
    public int line() {
        return line;
    }
}
