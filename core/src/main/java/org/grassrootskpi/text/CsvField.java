package org.grassrootskpi.text;

import com.google.common.base.CharMatcher;

/** A field of CSV as RFC 4180 writes it. */
public final class CsvField {
    private static final CharMatcher QUOTED = CharMatcher.anyOf(",\"\r\n");

    private CsvField() {}

    /**
     * Quotes a text where it must be.
     *
     * @param text any text
     * @return the text, or the text in double quotes with those in it doubled
     */
    public static String quoted(String text) {
        return QUOTED.matchesNoneOf(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
