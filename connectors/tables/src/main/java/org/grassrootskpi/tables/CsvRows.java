package org.grassrootskpi.tables;

import com.google.common.primitives.ImmutableIntArray;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a range of a text file: their cells without blanks around them, column by column. Not thread-safe. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows> {
    private static final char LAST_OF_ASCII = 127;

    private final List<Cells.Builder> columns = new ArrayList<>();
    private final ImmutableIntArray.Builder widths = ImmutableIntArray.builder();
    private final ImmutableIntArray.Builder lines = ImmutableIntArray.builder();
    private int height;
    private int width;
    private long line;
    /** How many ends of lines are in the cells of the row, as far as they were read. */
    private int endsInRow;

    private long lastQuote;
    private boolean isQuoted;
    private boolean isOpen;

    @Override
    protected void handleBegin(long startingLineNumber) {
        width = 0;
        line = startingLineNumber;
        endsInRow = 0;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        int start = offset;
        int end = offset + length;
        isQuoted = quoted;
        isOpen = quoted && length > 0 && buffer[end - 1] == '\n';
        if (quoted) {
            lastQuote = line + endsInRow;
            for (int i = start; i < end; i++) {
                endsInRow += buffer[i] == '\n' ? 1 : 0;
            }
        }
        while (start < end && isBlank(buffer[start])) {
            start++;
        }
        while (end > start && isBlank(buffer[end - 1])) {
            end--;
        }
        // Blanks in front of a quote make it a part of the text.
        if (!quoted && end - start > 1 && buffer[start] == '"' && buffer[end - 1] == '"') {
            start++;
            end--;
        }
        if (width == columns.size()) {
            columns.add(new Cells.Builder());
            columns.get(width).fill(height);
        }
        columns.get(width).add(buffer, start, end);
        width++;
    }

    private static boolean isBlank(char character) {
        return character <= ' '
                ? Character.isWhitespace(character)
                : character > LAST_OF_ASCII && (Character.isWhitespace(character) || character == '\u00a0');
    }

    /** Adds a row; an empty line is none. */
    @Override
    protected @Nullable CsvRows buildRecord() {
        if (width == 0) {
            return null;
        }
        height++;
        widths.add(width);
        lines.add((int) line);
        for (int column = width; column < columns.size(); column++) {
            columns.get(column).fill(height);
        }
        return this;
    }

    /** Returns whether the last cell is in quotes. */
    boolean isQuoted() {
        return isQuoted;
    }

    /** Returns whether the range could end within quotes: it does, or the last cell ends with the end of a line. */
    boolean isOpen() {
        return isOpen;
    }

    /** Returns what was collected of a column; nothing where no row has it. */
    Cells.Builder column(int column) {
        return column < columns.size() ? columns.get(column) : new Cells.Builder();
    }

    int width() {
        return columns.size();
    }

    int height() {
        return height;
    }

    /** Returns how many cells each row has. */
    ImmutableIntArray widths() {
        return widths.build();
    }

    /** Returns the line of the range at which each row begins. */
    ImmutableIntArray lines() {
        return lines.build();
    }

    /** Returns the line of the range in which the last cell in quotes begins. */
    int lastQuote() {
        return (int) lastQuote;
    }

    /** Returns the line of the range in which a cell begins that cannot be read: the one behind the last cell. */
    int unreadable() {
        return (int) line + endsInRow;
    }

    /** Returns how many lines the range has: it was read to its end, where another row would begin. */
    int lineCount() {
        return (int) line - 1;
    }
}
