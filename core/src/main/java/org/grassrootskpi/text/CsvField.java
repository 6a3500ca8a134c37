package org.grassrootskpi.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.collect.Iterables;

/** A field of CSV as RFC 4180 writes it. */
public final class CsvField {
    private static final CharMatcher QUOTED = CharMatcher.anyOf(",\"\r\n");
    private static final Joiner COMMA = Joiner.on(',');

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

    /**
     * Joins fields into a record.
     *
     * @param fields the texts, not quoted yet
     * @return the record without the end of its line
     */
    public static String record(Iterable<String> fields) {
        return COMMA.join(Iterables.transform(fields, CsvField::quoted));
    }
}
