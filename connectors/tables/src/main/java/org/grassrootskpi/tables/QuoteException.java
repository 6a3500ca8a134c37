package org.grassrootskpi.tables;

/** Says that a cell in quotes does not end as it must, and in which line it begins. */
final class QuoteException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    QuoteException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Returns the line in which the quote opens, from 1. */
    int line() {
        return line;
    }
}
