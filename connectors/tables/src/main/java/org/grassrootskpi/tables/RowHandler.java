package org.grassrootskpi.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the rows of a text file: cells without blanks around them, each text of a column one object as long as it comes back soon. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<String[]> {
    private static final int REMEMBERED = 256;

    private final List<String[]> remembered = new ArrayList<>();
    private String[] cells = new String[16];
    private int count;
    private long line;

    @Override
    protected void handleBegin(long startingLineNumber) {
        count = 0;
        line = startingLineNumber;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        int start = offset;
        int end = offset + length;
        while (start < end && isBlank(buffer[start])) {
            start++;
        }
        while (end > start && isBlank(buffer[end - 1])) {
            end--;
        }
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count] = text(count, buffer, start, end);
        count++;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || character == '\u00a0';
    }

    private String text(int column, char[] buffer, int start, int end) {
        if (start == end) {
            return "";
        }
        while (remembered.size() <= column) {
            remembered.add(new String[REMEMBERED]);
        }
        int hash = 0;
        boolean isPlain = true;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + buffer[i];
            isPlain &= buffer[i] >= ' ' && buffer[i] <= '~';
        }
        String[] texts = remembered.get(column);
        int place = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (REMEMBERED - 1);
        String before = texts[place];
        if (before != null && isSame(before, buffer, start, end)) {
            return before;
        }
        String cell = new String(buffer, start, end - start);
        String text = isPlain ? cell : Grid.visible(cell);
        texts[place] = text;
        return text;
    }

    private static boolean isSame(String text, char[] buffer, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i - start) != buffer[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected String[] buildRecord() {
        return Arrays.copyOf(cells, count);
    }

    /** Returns the line at which the last row begins. */
    int line() {
        return (int) line;
    }
}
