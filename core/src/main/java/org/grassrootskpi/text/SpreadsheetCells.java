package org.grassrootskpi.text;

import java.util.regex.Pattern;

/** Texts that a spreadsheet opens as texts, and never as formulas that it runs. */
public final class SpreadsheetCells {
    private static final String STARTERS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d[\\d,]*)?\\.?\\d+([eE][+-]?\\d+)?\\s*[%\u2030]?");

    private SpreadsheetCells() {}

    /**
     * Returns the text of a cell. One that begins as a formula does (with {@code =}, {@code +}, {@code -} or {@code @},
     * also in full width, a tabulator or a carriage return) and is no number is put behind an apostrophe, which a
     * spreadsheet takes for the mark of a text. Other programs read the apostrophe as a character, so this is a choice
     * of whoever writes.
     *
     * @param text the text of one cell, not quoted yet
     * @return the same text, or the text behind an apostrophe
     */
    public static String guarded(String text) {
        boolean isFormula = !text.isEmpty()
                && STARTERS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return isFormula ? "'" + text : text;
    }
}
