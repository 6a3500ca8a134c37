package org.grassrootskpi.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The period of each row of a segment: a distance from the segment's first period in one, two or four bytes.
 *
 * <p>All periods of a segment have one frequency, so that distances count periods. Immutable and thread-safe, as long as
 * nobody writes to the arrays that the {@code Unsafe} methods hand out.
 */
public final class PeriodColumn {
    private final int first;
    private final int last;
    private final byte @Nullable [] bytes;
    private final char @Nullable [] chars;
    private final int @Nullable [] ints;

    private PeriodColumn(int first, int last, byte @Nullable [] bytes, char @Nullable [] chars, int @Nullable [] ints) {
        this.first = first;
        this.last = last;
        this.bytes = bytes;
        this.chars = chars;
        this.ints = ints;
    }

    /**
     * Returns an empty column, as narrow as the codes allow, to be filled by {@link #set}.
     *
     * @param rows how many rows
     * @param first the least code
     * @param last the greatest code
     * @return the column
     */
    public static PeriodColumn allocate(int rows, int first, int last) {
        int distance = last - first;
        return distance < 1 << Byte.SIZE
                ? new PeriodColumn(first, last, new byte[rows], null, null)
                : distance < 1 << Character.SIZE
                        ? new PeriodColumn(first, last, null, new char[rows], null)
                        : new PeriodColumn(first, last, null, null, new int[rows]);
    }

    /**
     * Sets the period of a row, while the column is filled.
     *
     * @param row from 0
     * @param code between the least and the greatest one
     */
    public void set(int row, int code) {
        int distance = code - first;
        if (bytes != null) {
            bytes[row] = (byte) distance;
        } else if (chars != null) {
            chars[row] = (char) distance;
        } else if (ints != null) {
            ints[row] = distance;
        }
    }

    /**
     * Returns the number of rows.
     *
     * @return 1 or more
     */
    public int size() {
        return bytes != null ? bytes.length : chars != null ? chars.length : ints != null ? ints.length : 0;
    }

    /**
     * Returns the earliest period in this column, which the stored distances count from.
     *
     * @return a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     */
    public int first() {
        return first;
    }

    /**
     * Returns the latest period in this column.
     *
     * @return a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     */
    public int last() {
        return last;
    }

    /**
     * Returns the period of a row.
     *
     * @param row from 0, below {@link #size}
     * @return a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     */
    public int code(int row) {
        return first + distance(row);
    }

    /**
     * Returns the number of periods from the first to that of a row.
     *
     * @param row from 0, below {@link #size}
     * @return 0 or more
     */
    public int distance(int row) {
        return bytes != null ? bytes[row] & 0xFF : chars != null ? chars[row] : ints != null ? ints[row] : 0;
    }

    /**
     * Returns the distances where they fit one byte, not copied: writing to the array breaks the table.
     *
     * @return unsigned bytes, or null where they are stored wider
     */
    public byte @Nullable [] bytesUnsafe() {
        return bytes;
    }

    /**
     * Returns the distances where they fit two bytes, not copied: writing to the array breaks the table.
     *
     * @return the distances, or null where they are stored in another width
     */
    public char @Nullable [] charsUnsafe() {
        return chars;
    }

    /**
     * Returns the distances where they need four bytes, not copied: writing to the array breaks the table.
     *
     * @return the distances, or null where they are stored narrower
     */
    public int @Nullable [] intsUnsafe() {
        return ints;
    }

    long bytes() {
        return bytes != null ? bytes.length : chars != null ? 2L * chars.length : 4L * size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeriodColumn that
                && first == that.first
                && last == that.last
                && Arrays.equals(bytes, that.bytes)
                && Arrays.equals(chars, that.chars)
                && Arrays.equals(ints, that.ints);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * first + last) + size();
    }
}
