package org.grassrootskpi.tables;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells of one column, each as a long: a {@link PlainNumber}, or the place of its text among the column's. Two cells of a column have
 * the same text if they are the same long. A row without the column has an empty cell. Immutable.
 */
final class Cells {
    /** A cell with nothing in it. */
    static final long EMPTY = 0;

    private final long[] cells;
    private final String[] texts;
    /** For each text the first row that has it; of one that no row has, the number of rows. */
    private final int[] firstRows;

    private final boolean hasNumbers;

    private Cells(long[] cells, String[] texts) {
        this.cells = cells;
        this.texts = texts;
        firstRows = new int[texts.length];
        Arrays.fill(firstRows, cells.length);
        long signs = 0;
        int unseen = texts.length;
        for (int row = 0; row < cells.length && (unseen > 0 || signs >= 0); row++) {
            long cell = cells[row];
            signs |= cell;
            if (cell >= 0 && firstRows[(int) cell] == cells.length) {
                firstRows[(int) cell] = row;
                unseen--;
            }
        }
        hasNumbers = signs < 0;
    }

    /** Returns so many empty cells. */
    static Cells empty(int height) {
        return new Cells(new long[height], new String[] {""});
    }

    /** Takes over what builders collected of the rows one after the other; one is null where none of its rows has the column. */
    static Cells joined(List<Builder> parts, ImmutableIntArray heights) {
        Builder texts = new Builder();
        long[] cells = new long[heights.stream().sum()];
        int at = 0;
        for (int part = 0; part < heights.length(); part++) {
            Builder of = parts.get(part);
            long[] places = of.placesIn(texts);
            for (int i = 0; i < of.size; i++) {
                long cell = of.cells[i];
                cells[at + i] = cell < 0 ? cell : places[(int) cell];
            }
            at += heights.get(part);
        }
        return new Cells(cells, Arrays.copyOf(texts.texts, texts.numbers.size()));
    }

    /** Returns the cell of a row. */
    long at(int row) {
        return cells[row];
    }

    /** Returns how many texts are no plain numbers; their places are below that. */
    int textCount() {
        return texts.length;
    }

    /** Returns each text of the cells that are no plain numbers, once, and the empty one. */
    Stream<String> texts() {
        return Arrays.stream(texts);
    }

    /**
     * Returns the rows among others that are the first of these with their cell, from above: one for each different cell.
     *
     * @param first the first of the rows
     * @param last the last one
     */
    int[] firstRows(int first, int last) {
        if (hasNumbers) {
            Numbers numbers = new Numbers();
            return IntStream.rangeClosed(first, last)
                    .filter(row -> {
                        int known = numbers.size();
                        return numbers.of(cells[row]) == known;
                    })
                    .toArray();
        }
        return IntStream.of(firstRows)
                .map(row -> row < first ? next(row, first, last) : row)
                .filter(row -> row <= last)
                .sorted()
                .toArray();
    }

    /** Returns the first row among others with the cell of a row before them; one behind them if none has it. */
    private int next(int before, int first, int last) {
        int row = first;
        while (row <= last && cells[row] != cells[before]) {
            row++;
        }
        return row;
    }

    /** Returns the text of a row's cell. */
    String text(int row) {
        long cell = cells[row];
        return cell < 0 ? PlainNumber.text(cell) : texts[(int) cell];
    }

    /** Collects cells from above. Not thread-safe. */
    static final class Builder {
        private static final int LONGEST_SHORT = Long.BYTES;
        private static final char LAST_OF_ASCII = 127;
        private static final long SPREAD = 0x9E3779B97F4A7C15L;

        private long[] cells = new long[64];
        private int size;
        private String[] texts = new String[16];
        /** For each text its cell: its place, or the cell of what is visible of it. */
        private long[] visible = new long[texts.length];
        /** The places of texts by their keys. */
        private final Numbers numbers = new Numbers();

        Builder() {
            place(new char[0], 0, 0);
        }

        /** Adds empty cells until there are so many cells. */
        void fill(int height) {
            if (height > cells.length) {
                cells = Arrays.copyOf(cells, Math.max(height, 2 * cells.length));
            }
            size = Math.max(size, height);
        }

        void add(String text) {
            add(text.toCharArray(), 0, text.length());
        }

        void add(char[] text, int start, int end) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, 2 * size);
            }
            cells[size++] = cell(text, start, end);
        }

        private long cell(char[] text, int start, int end) {
            if (start == end) {
                return EMPTY;
            }
            long number = PlainNumber.of(text, start, end);
            return number == PlainNumber.NONE ? place(text, start, end) : number;
        }

        private long place(char[] text, int start, int end) {
            long key = key(text, start, end);
            for (; ; key = key * SPREAD | Long.MIN_VALUE) {
                int known = numbers.size();
                int place = numbers.of(key);
                if (place == known) {
                    return put(place, new String(text, start, end - start));
                }
                // A key that is not negative is that of one text alone.
                if (key >= 0 || isSame(texts[place], text, start, end)) {
                    return visible[place];
                }
            }
        }

        /** Returns the characters of a short text, or a negative hash of a longer one and of one that is not in ASCII. */
        private static long key(char[] text, int start, int end) {
            long key = 0;
            int all = 0;
            for (int i = start; i < end; i++) {
                key = key << Byte.SIZE | text[i];
                all |= text[i];
            }
            if (end - start <= LONGEST_SHORT && all <= LAST_OF_ASCII && (start == end || text[start] != 0)) {
                return key;
            }
            long hash = 0;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + text[i];
            }
            return hash | Long.MIN_VALUE;
        }

        private long put(int place, String text) {
            if (place == texts.length) {
                texts = Arrays.copyOf(texts, 2 * place);
                visible = Arrays.copyOf(visible, 2 * place);
            }
            texts[place] = text;
            String seen = Grid.visible(text);
            long cell = seen.equals(text) ? place : cell(seen.toCharArray(), 0, seen.length());
            visible[place] = cell;
            return cell;
        }

        private static boolean isSame(String text, char[] other, int start, int end) {
            if (text.length() != end - start) {
                return false;
            }
            for (int i = start; i < end; i++) {
                if (text.charAt(i - start) != other[i]) {
                    return false;
                }
            }
            return true;
        }

        /** Adds the texts to those of another builder, and returns the place there of each. */
        private long[] placesIn(Builder other) {
            long[] places = new long[numbers.size()];
            for (int place = 1; place < places.length; place++) {
                char[] text = texts[place].toCharArray();
                places[place] = other.place(text, 0, text.length);
            }
            return places;
        }
    }
}
