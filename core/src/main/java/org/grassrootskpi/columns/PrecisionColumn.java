package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grassrootskpi.quantity.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The precision of the figure of each row, as a number of a dictionary: 0 for a figure that is exact to the indicator's
 * own decimals, 1 and up for other precisions. One byte a row, or two or four where there are more than 255 different
 * ones.
 *
 * <p>Immutable and thread-safe.
 */
public final class PrecisionColumn {
    private final ImmutableList<Precision> stated;
    private final byte @Nullable [] bytes;
    private final int @Nullable [] ints;

    private PrecisionColumn(ImmutableList<Precision> stated, byte @Nullable [] bytes, int @Nullable [] ints) {
        this.stated = stated;
        this.bytes = bytes;
        this.ints = ints;
    }

    /**
     * Returns the column of a segment's sorted rows; numbers are given in their order, whatever the order of input was.
     *
     * @param codes for each row a position in the dictionary plus one, 0 for the implied precision of the indicator's decimals
     * @param dictionary the precisions
     * @return null where all rows have the implied one
     */
    public static @Nullable PrecisionColumn of(int[] codes, ImmutableList<Precision> dictionary) {
        Map<Integer, Integer> renumbered = new LinkedHashMap<>();
        ImmutableList.Builder<Precision> used = ImmutableList.builder();
        int[] ints = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            int code = codes[row];
            if (code != 0) {
                Integer known = renumbered.get(code);
                if (known == null) {
                    known = renumbered.size() + 1;
                    renumbered.put(code, known);
                    used.add(dictionary.get(code - 1));
                }
                ints[row] = known;
            }
        }
        if (renumbered.isEmpty()) {
            return null;
        }
        if (renumbered.size() >= 1 << Byte.SIZE) {
            return new PrecisionColumn(used.build(), null, ints);
        }
        byte[] bytes = new byte[ints.length];
        for (int row = 0; row < ints.length; row++) {
            bytes[row] = (byte) ints[row];
        }
        return new PrecisionColumn(used.build(), bytes, null);
    }

    /**
     * Returns the number of a row's precision.
     *
     * @param row from 0
     * @return 0 for the indicator's own decimals, else one more than the position in {@link #dictionary}
     */
    public int code(int row) {
        return bytes != null ? bytes[row] & 0xFF : ints != null ? ints[row] : 0;
    }

    /**
     * Returns the dictionary number of a row.
     *
     * @param row from 0
     * @return null where nothing was said: the figure is exact to the indicator's own decimals
     */
    public @Nullable Precision stated(int row) {
        int code = code(row);
        return code == 0 ? null : stated.get(code - 1);
    }

    /**
     * Returns the different things that were said.
     *
     * @return code {@code c} at position {@code c - 1}
     */
    public ImmutableList<Precision> dictionary() {
        return stated;
    }

    long bytes() {
        return bytes != null ? bytes.length : ints != null ? 4L * ints.length : 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PrecisionColumn that
                && stated.equals(that.stated)
                && Arrays.equals(bytes, that.bytes)
                && Arrays.equals(ints, that.ints);
    }

    @Override
    public int hashCode() {
        return stated.hashCode();
    }
}
