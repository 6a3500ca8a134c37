package org.grassrootskpi.text;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.Arrays;

/** Text of rows that grows in one array, with numbers written digit by digit. Not thread-safe. */
public final class RowText {
    private static final int PIECE = 8192;
    private static final int LONGEST_NUMBER = 24;

    private char[] chars = new char[2 * PIECE];
    private int length;

    /** Creates an empty text. */
    public RowText() {}

    /** {@return how many characters there are} */
    public int length() {
        return length;
    }

    /** Removes everything. */
    public void clear() {
        length = 0;
    }

    /**
     * {@return this, with a character added}
     *
     * @param character any
     */
    public RowText add(char character) {
        if (length == chars.length) {
            grow(1);
        }
        chars[length++] = character;
        return this;
    }

    /**
     * {@return this, with a text added}
     *
     * @param text any, added as it is
     */
    public RowText add(String text) {
        int size = text.length();
        if (length + size > chars.length) {
            grow(size);
        }
        text.getChars(0, size, chars, length);
        length += size;
        return this;
    }

    /**
     * {@return this, with characters added}
     *
     * @param text any, added as they are
     */
    public RowText add(char[] text) {
        if (length + text.length > chars.length) {
            grow(text.length);
        }
        System.arraycopy(text, 0, chars, length, text.length);
        length += text.length;
        return this;
    }

    /** Removes the last character. */
    public void dropLast() {
        length--;
    }

    /**
     * Adds a number with a fixed number of decimals.
     *
     * @param unscaled the number times ten to the power of the scale
     * @param scale how many decimals, 0 or more
     * @return this
     */
    public RowText add(long unscaled, int scale) {
        if (unscaled == Long.MIN_VALUE) {
            return add(BigDecimal.valueOf(unscaled, scale).toPlainString());
        }
        if (length + LONGEST_NUMBER + scale > chars.length) {
            grow(LONGEST_NUMBER + scale);
        }
        if (unscaled < 0) {
            chars[length++] = '-';
        }
        long rest = Math.abs(unscaled);
        int digits = Math.max(digits(rest), scale + 1);
        int end = length + digits + (scale > 0 ? 1 : 0);
        int at = end;
        for (int i = 0; i < scale; i++) {
            long tenth = rest / 10;
            chars[--at] = (char) ('0' + (int) (rest - tenth * 10));
            rest = tenth;
        }
        if (scale > 0) {
            chars[--at] = '.';
        }
        while (at > length) {
            long tenth = rest / 10;
            chars[--at] = (char) ('0' + (int) (rest - tenth * 10));
            rest = tenth;
        }
        length = end;
        return this;
    }

    /**
     * {@return this, with the same number added, without zeros at the end of its decimals}
     *
     * @param unscaled the number times ten to the power of the scale
     * @param scale how many decimals, 0 or more
     */
    public RowText addCanonical(long unscaled, int scale) {
        long number = unscaled;
        int decimals = scale;
        while (decimals > 0 && number % 10 == 0) {
            number /= 10;
            decimals--;
        }
        return add(number, decimals);
    }

    private static int digits(long number) {
        int digits = 1;
        for (long limit = 10; digits < 19 && number >= limit; limit *= 10) {
            digits++;
        }
        return digits;
    }

    private void grow(int more) {
        chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + more));
    }

    /**
     * Writes everything, in pieces of some thousand characters.
     *
     * @param out receives the text
     * @throws IOException if it cannot be written
     */
    public void writeTo(Appendable out) throws IOException {
        for (int from = 0; from < length; from += PIECE) {
            int size = Math.min(PIECE, length - from);
            if (out instanceof Writer writer) {
                writer.write(chars, from, size);
            } else if (out instanceof StringBuilder text) {
                text.append(chars, from, size);
            } else {
                out.append(CharBuffer.wrap(chars, from, size));
            }
        }
    }
}
