package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.text.HiddenCharacters;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a file as texts, row by row, however it was stored.
 *
 * @param name the name of the file
 * @param charset of a text file
 * @param delimiter of a text file
 * @param sheet of a workbook
 * @param rows the cells; rows may be of different lengths
 * @param lines for each row the line or the row of the file at which it begins, or the number of its item in a file of JSON
 * @param columns what the columns hold, where the file itself says it; empty for most
 * @param wholes by the head of a column, the regions and members that are made of others, as far as the file says it
 */
record Grid(
        String name,
        @Nullable String charset,
        @Nullable String delimiter,
        @Nullable String sheet,
        List<String[]> rows,
        ImmutableIntArray lines,
        ImmutableList<Column> columns,
        ImmutableSetMultimap<String, String> wholes) {

    /** A grid of a file that says nothing of its columns. */
    Grid(
            String name,
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String sheet,
            List<String[]> rows,
            ImmutableIntArray lines) {
        this(name, charset, delimiter, sheet, rows, lines, ImmutableList.of(), ImmutableSetMultimap.of());
    }

    private static final int NOTE_COLUMNS = 2;
    private static final int MOST_NOTES = 200;
    private static final Pattern CODE_AND_LABEL = Pattern.compile("([A-Z][A-Z0-9_]*): (.+)");

    /** Returns a text without characters that nobody sees, by which two cells would differ that look alike. */
    static String visible(String text) {
        if (HiddenCharacters.first(text).isEmpty()) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .filter(character -> !HiddenCharacters.isHidden(character))
                .forEach(visible::appendCodePoint);
        return visible.toString().strip();
    }

    String cell(int row, int column) {
        String[] cells = rows.get(row);
        return column < cells.length ? cells[column] : "";
    }

    /** Returns the first row that begins at a line of the file or behind it. */
    int rowOf(int line) {
        int row = 0;
        while (row < lines.length() - 1 && lines.get(row) < line) {
            row++;
        }
        return row;
    }

    /** Returns the last row with observations of a mapping. */
    int lastRow(int line, int firstRow) {
        if (line > 0) {
            return rowOf(line);
        }
        int last = rows.size() - 1;
        while (last > firstRow && filled(last) < 2) {
            last--;
        }
        return beforeNotes(last, firstRow);
    }

    /** Returns the last row before a list of notes in two columns, which stands below a wider table and an empty line. */
    private int beforeNotes(int last, int firstRow) {
        if (last <= firstRow || filled(last) > NOTE_COLUMNS) {
            return last;
        }
        for (int row = last; row > firstRow && row > last - MOST_NOTES && filled(row) <= NOTE_COLUMNS; row--) {
            if (lines.get(row) - lines.get(row - 1) > 1 && filled(row - 1) > NOTE_COLUMNS) {
                return row - 1;
            }
        }
        return last;
    }

    /** Returns how many cells of a row are not empty. */
    int filled(int row) {
        int filled = 0;
        for (String cell : rows.get(row)) {
            filled += cell.isEmpty() ? 0 : 1;
        }
        return filled;
    }

    int width() {
        return rows.stream().mapToInt(row -> row.length).max().orElse(0);
    }

    /** Returns where a cell is: {@code data.csv:7, column 3}, or {@code data.xlsx, Sheet1!C7}. */
    String place(int row, int column) {
        return sheet == null
                ? placeOfRow(row) + ", column " + (column + 1)
                : name + ", " + sheet + "!" + letters(column) + lines.get(row);
    }

    /** Returns where a row is: {@code data.csv:7}, or {@code data.json, item 7}. */
    String placeOfRow(int row) {
        return name + (charset == null && sheet == null ? ", item " : ":") + lines.get(row);
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /**
     * Returns a grid whose columns with heads such as {@code SEX: Sex} and cells such as {@code F: Female} are parted into codes and labels:
     * the form in which SDMX-CSV has both.
     */
    Grid withPartedLabels() {
        if (rows.isEmpty()) {
            return this;
        }
        boolean[] isParted = new boolean[rows.get(0).length];
        int count = 0;
        for (int column = 0; column < isParted.length; column++) {
            isParted[column] = CODE_AND_LABEL.matcher(rows.get(0)[column]).matches();
            count += isParted[column] ? 1 : 0;
        }
        if (count < 2) {
            return this;
        }
        List<String[]> parted = new ArrayList<>();
        for (String[] cells : rows) {
            List<String> all = new ArrayList<>();
            for (int column = 0; column < cells.length; column++) {
                int end = column < isParted.length && isParted[column] ? cells[column].indexOf(": ") : -1;
                all.add(end < 0 ? cells[column] : cells[column].substring(0, end));
                if (column < isParted.length && isParted[column]) {
                    all.add(end < 0 ? "" : cells[column].substring(end + 2));
                }
            }
            parted.add(all.toArray(String[]::new));
        }
        return new Grid(name, charset, delimiter, sheet, parted, lines);
    }

    /**
     * Returns a grid whose first column, with a head such as {@code freq,age,geo\TIME_PERIOD}, is parted at its commas: the form in
     * which Eurostat publishes tables of tab-separated values.
     */
    Grid withPartedKeys() {
        if (rows.isEmpty() || rows.get(0).length == 0 || !rows.get(0)[0].contains("\\")) {
            return this;
        }
        String head = rows.get(0)[0];
        int parts = head.substring(0, head.indexOf('\\')).split(",", -1).length;
        List<String[]> parted = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row);
            String key = row == 0 ? head.substring(0, head.indexOf('\\')) : cells.length == 0 ? "" : cells[0];
            List<String> all = new ArrayList<>(List.of(key.split(",", -1)));
            while (all.size() < parts) {
                all.add("");
            }
            for (int column = 1; column < cells.length; column++) {
                all.add(cells[column]);
            }
            parted.add(all.stream().map(String::strip).toArray(String[]::new));
        }
        return new Grid(name, charset, delimiter, sheet, ImmutableList.copyOf(parted), lines);
    }
}
