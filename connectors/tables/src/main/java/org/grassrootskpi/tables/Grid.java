package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
 * @param cells the cells of each column
 * @param widths how many cells each row has
 * @param lines for each row the line or the row of the file at which it begins, or the number of its item in a file of JSON
 * @param columns what the columns hold, where the file itself says it; empty for most
 * @param wholes by the head of a column, the regions and members that are made of others, as far as the file says it
 */
record Grid(
        String name,
        @Nullable String charset,
        @Nullable String delimiter,
        @Nullable String sheet,
        ImmutableList<Cells> cells,
        ImmutableIntArray widths,
        ImmutableIntArray lines,
        ImmutableList<Column> columns,
        ImmutableSetMultimap<String, String> wholes) {
    private static final int NOTE_COLUMNS = 2;
    private static final int MOST_NOTES = 200;
    /** A name whose characters are spread to the width of others, such as 北　京. */
    private static final Pattern SPREAD_NAME = Pattern.compile("\\p{IsHan}(?:[ \\u3000]+\\p{IsHan})+");

    private static final Pattern BLANKS = Pattern.compile("[ \\u3000]+");
    private static final Pattern CODE_AND_LABEL = Pattern.compile("([A-Z][A-Z0-9_]*): (.+)");

    /** A grid of a file that says nothing of its columns. */
    Grid(
            String name,
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String sheet,
            ImmutableList<Cells> cells,
            ImmutableIntArray widths,
            ImmutableIntArray lines) {
        this(name, charset, delimiter, sheet, cells, widths, lines, ImmutableList.of(), ImmutableSetMultimap.of());
    }

    /** Returns a grid of rows, which may be of different lengths. */
    static Grid of(
            String name,
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String sheet,
            List<String[]> rows,
            ImmutableIntArray lines) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        ImmutableList.Builder<Cells> columns = ImmutableList.builder();
        for (int column = 0; column < width; column++) {
            Cells.Builder cells = new Cells.Builder();
            for (String[] row : rows) {
                cells.add(column < row.length ? row[column] : "");
            }
            columns.add(Cells.joined(List.of(cells), ImmutableIntArray.of(rows.size())));
        }
        int[] widths = rows.stream().mapToInt(row -> row.length).toArray();
        return new Grid(name, charset, delimiter, sheet, columns.build(), ImmutableIntArray.copyOf(widths), lines);
    }

    /** Returns this with what the file says of its columns. */
    Grid with(ImmutableList<Column> said, ImmutableSetMultimap<String, String> madeOfOthers) {
        return new Grid(name, charset, delimiter, sheet, cells, widths, lines, said, madeOfOthers);
    }

    /** Returns a text without characters that nobody sees, by which two cells would differ that look alike. */
    static String visible(String text) {
        if (isPlain(text)) {
            return text;
        }
        if (SPREAD_NAME.matcher(text).matches()) {
            return BLANKS.matcher(text).replaceAll("");
        }
        if (HiddenCharacters.first(text).isEmpty()) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .filter(character -> !HiddenCharacters.isHidden(character))
                .forEach(visible::appendCodePoint);
        return visible.toString().strip();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    String cell(int row, int column) {
        return column < cells.size() ? cells.get(column).text(row) : "";
    }

    /** Returns a cell as {@link Cells} have it, by which two of a column can be compared. */
    long at(int row, int column) {
        return column < cells.size() ? cells.get(column).at(row) : Cells.EMPTY;
    }

    /** Returns a column; one that no row has is empty. */
    Cells column(int column) {
        return column < cells.size() ? cells.get(column) : Cells.empty(height());
    }

    /** Returns the texts of a row, as many as it has. */
    ImmutableList<String> row(int row) {
        return IntStream.range(0, widths.get(row))
                .mapToObj(column -> cell(row, column))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns how many rows there are. */
    int height() {
        return lines.length();
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
        int last = height() - 1;
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

    /** Returns whether all cells of a row are empty. */
    boolean isEmpty(int row) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column).at(row) != Cells.EMPTY) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many cells of a row are not empty. */
    int filled(int row) {
        int filled = 0;
        for (int column = 0; column < cells.size(); column++) {
            filled += cells.get(column).at(row) == Cells.EMPTY ? 0 : 1;
        }
        return filled;
    }

    int width() {
        return cells.size();
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
        if (height() == 0) {
            return this;
        }
        boolean[] isParted = new boolean[widths.get(0)];
        int count = 0;
        for (int column = 0; column < isParted.length; column++) {
            isParted[column] = CODE_AND_LABEL.matcher(cell(0, column)).matches();
            count += isParted[column] ? 1 : 0;
        }
        if (count < 2) {
            return this;
        }
        List<String[]> parted = new ArrayList<>();
        for (int row = 0; row < height(); row++) {
            List<String> all = new ArrayList<>();
            for (int column = 0; column < widths.get(row); column++) {
                String cell = cell(row, column);
                int end = column < isParted.length && isParted[column] ? cell.indexOf(": ") : -1;
                all.add(end < 0 ? cell : cell.substring(0, end));
                if (column < isParted.length && isParted[column]) {
                    all.add(end < 0 ? "" : cell.substring(end + 2));
                }
            }
            parted.add(all.toArray(String[]::new));
        }
        return Grid.of(name, charset, delimiter, sheet, parted, lines);
    }

    /**
     * Returns a grid whose first column, with a head such as {@code freq,age,geo\TIME_PERIOD}, is parted at its commas: the form in
     * which Eurostat publishes tables of tab-separated values.
     */
    Grid withPartedKeys() {
        if (height() == 0 || widths.get(0) == 0 || !cell(0, 0).contains("\\")) {
            return this;
        }
        String head = cell(0, 0);
        int parts = head.substring(0, head.indexOf('\\')).split(",", -1).length;
        List<String[]> parted = new ArrayList<>();
        for (int row = 0; row < height(); row++) {
            String key = row == 0 ? head.substring(0, head.indexOf('\\')) : cell(row, 0);
            List<String> all = new ArrayList<>(List.of(key.split(",", -1)));
            while (all.size() < parts) {
                all.add("");
            }
            for (int column = 1; column < widths.get(row); column++) {
                all.add(cell(row, column));
            }
            parted.add(all.stream().map(String::strip).toArray(String[]::new));
        }
        return Grid.of(name, charset, delimiter, sheet, parted, lines);
    }
}
