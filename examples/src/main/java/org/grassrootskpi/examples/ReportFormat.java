package org.grassrootskpi.examples;

import java.util.Locale;

/** The forms in which a report is printed. */
enum ReportFormat {
    /** Aligned tables for a terminal. */
    TEXT,
    /** Tables of Markdown. */
    MARKDOWN,
    /** One table, a row for each item. */
    CSV,
    /** Everything. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
