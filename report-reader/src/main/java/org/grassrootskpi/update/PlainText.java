package org.grassrootskpi.update;

import com.google.common.base.CharMatcher;

/** Texts without what is printed in one way here and in another there: quotation marks, blanks, wide brackets. */
final class PlainText {
    private static final CharMatcher LEFT_OUT =
            CharMatcher.anyOf("“”\"‘’'《》〈〉「」·").or(CharMatcher.whitespace()).precomputed();

    private PlainText() {}

    static String of(String text) {
        return alike(LEFT_OUT.removeFrom(text));
    }

    /** The stretch as printed of which a stretch of the plain text is made. */
    static String printed(String text, int from, int to) {
        int plain = 0;
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            if (!LEFT_OUT.matches(text.charAt(i))) {
                start = plain == from ? i : start;
                plain++;
                if (plain == to) {
                    return text.substring(Math.max(0, start), i + 1);
                }
            }
        }
        return text;
    }

    private static String alike(String text) {
        return text.replace('（', '(').replace('）', ')').replace(',', '，').replace(':', '：');
    }
}
