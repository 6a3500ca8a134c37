package org.grassrootskpi.report;

/** Thrown when a file is neither UTF-8 nor GB18030; the message says where it stops being text. */
public final class UndecodableTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** From 0. */
    private final long offset;

    UndecodableTextException(long offset, String message) {
        super(message);
        this.offset = offset;
    }

    /**
     * Returns where the text stops being readable.
     *
     * @return the offset of the first bad byte, from 0
     */
    public long offset() {
        return offset;
    }
}
