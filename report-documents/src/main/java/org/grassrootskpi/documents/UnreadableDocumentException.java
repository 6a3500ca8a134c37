package org.grassrootskpi.documents;

/** A file is none that can be read as a report. The message says what was found where, and the way out. */
public final class UnreadableDocumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Where in the file the fault is. */
    private final String place;

    UnreadableDocumentException(String place, String message) {
        super(message);
        this.place = place;
    }

    UnreadableDocumentException(String place, String message, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /**
     * Returns where in the file the fault is.
     *
     * @return for example {@code page 3}, {@code word/document.xml, line 1} or {@code byte 17}
     */
    public String place() {
        return place;
    }
}
