package org.grassrootskpi.text;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/**
 * A text as it is read: without the characters that only its way to paper or screen put there, and with its torn
 * numbers mended where they can be read in one way only. Zero-width characters and soft hyphens are left out; lines
 * that were broken to fit a page are joined; 28 583万元 is 28583万元, 5l9.45亿元 is 519.45亿元. What could be read in two ways
 * stays as it is. Every character keeps its offset in the original. Takes time in proportion to the length of the text.
 * Immutable and thread-safe.
 */
public final class ReadableText {
    private final String text;

    /** Offsets into the original of the characters that are left out, in order. */
    private final ImmutableIntArray removed;

    private ReadableText(String text, ImmutableIntArray removed) {
        this.text = text;
        this.removed = removed;
    }

    /**
     * Returns a text of several lines.
     *
     * @param original the text as printed
     * @return the text as read, its wrapped lines joined
     */
    public static ReadableText ofLines(String original) {
        return of(original, WrappedLines.joints(original), false);
    }

    /**
     * Returns a text that is one figure.
     *
     * @param original the figure as printed
     * @return the figure as read
     */
    public static ReadableText ofFigure(String original) {
        return of(original, ImmutableIntArray.of(), true);
    }

    private static ReadableText of(String original, ImmutableIntArray joints, boolean whole) {
        ReadableText seen = without(original, invisible(original, joints));
        TornNumbers numbers = new TornNumbers(seen.text, whole);
        numbers.mend();
        ReadableText mended = without(numbers.text(), numbers.removed());
        if (seen.removed.isEmpty() || mended.removed.isEmpty()) {
            return new ReadableText(mended.text, seen.removed.isEmpty() ? mended.removed : seen.removed);
        }
        int[] all = new int[seen.removed.length() + mended.removed.length()];
        for (int i = 0; i < all.length; i++) {
            int own = i - seen.removed.length();
            all[i] = own < 0 ? seen.removed.get(i) : seen.origin(mended.removed.get(own));
        }
        Arrays.sort(all);
        return new ReadableText(mended.text, ImmutableIntArray.copyOf(all));
    }

    private static ImmutableIntArray invisible(String original, ImmutableIntArray joints) {
        ImmutableIntArray.Builder removed = ImmutableIntArray.builder();
        int joint = 0;
        for (int i = 0; i < original.length(); i++) {
            boolean joined = joint < joints.length() && joints.get(joint) == i;
            joint += joined ? 1 : 0;
            if (joined || isInvisible(original.charAt(i))) {
                removed.add(i);
            }
        }
        return removed.build();
    }

    /**
     * Returns whether a character is a zero-width space or joiner, byte order mark or soft hyphen; none of them changes
     * the order.
     */
    private static boolean isInvisible(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF';
    }

    private static ReadableText without(String original, ImmutableIntArray removed) {
        if (removed.isEmpty()) {
            return new ReadableText(original, removed);
        }
        StringBuilder kept = new StringBuilder(original.length());
        int from = 0;
        for (int i = 0; i < removed.length(); i++) {
            kept.append(original, from, removed.get(i));
            from = removed.get(i) + 1;
        }
        return new ReadableText(kept.append(original, from, original.length()).toString(), removed);
    }

    /**
     * Returns the text as read.
     *
     * @return the original where nothing had to be changed
     */
    public String text() {
        return text;
    }

    /**
     * Returns the offset of a character in the original.
     *
     * @param offset a UTF-16 offset into {@link #text()}, its length included
     * @return a UTF-16 offset into the original
     */
    public int origin(int offset) {
        int low = 0;
        int high = removed.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (removed.get(middle) - middle <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset + low;
    }

    /**
     * Returns the end of a stretch in the original.
     *
     * @param end an exclusive end in {@link #text()}
     * @return the exclusive end in the original, without what was left out behind it
     */
    public int originEnd(int end) {
        return end == 0 ? 0 : origin(end - 1) + 1;
    }
}
