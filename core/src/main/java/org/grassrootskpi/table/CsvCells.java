package org.grassrootskpi.table;

import org.grassrootskpi.text.SpreadsheetCells;

/** The treatment of texts in CSV that is written. */
public enum CsvCells {
    /** As they are, for programs: what is written can be read back. */
    PLAIN,

    /**
     * For spreadsheets: a text that begins as a formula does (with {@code =}, {@code +}, {@code -} or {@code @}, also in
     * full width, a tabulator or a carriage return) and is no number is put behind an apostrophe, so that the spreadsheet
     * shows it and does not run it. Another program reads the apostrophe as a character.
     */
    GUARDED;

    /**
     * Returns the content of a cell, before it is quoted.
     *
     * @param text any text
     * @return the text, or the text behind an apostrophe
     */
    public String of(String text) {
        return this == GUARDED ? SpreadsheetCells.guarded(text) : text;
    }
}
