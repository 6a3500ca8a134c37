package org.grassrootskpi.examples;

import java.util.Locale;

/** The forms in which the findings of a check are printed. */
enum CheckFormat {
    /** Paragraphs for a person. */
    TEXT,
    /** Everything. */
    JSON,
    /** The Static Analysis Results Interchange Format, version 2.1.0. */
    SARIF,
    /** A copy of the docx with a comment on the sentence of each finding. */
    DOCX;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
