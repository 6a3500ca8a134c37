package org.grassrootskpi.text;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Characters that a person does not see where they are printed, or that make a terminal do something: control characters,
 * marks that turn the direction of writing, line separators, tags, blanks without width, and halves of surrogate pairs.
 */
public final class HiddenCharacters {
    private HiddenCharacters() {}

    /**
     * Returns whether printing a character does more than to add to a line: it moves the cursor, starts an escape
     * sequence, turns the direction of writing, ends a line, or cannot be encoded.
     *
     * @param codePoint any code point, also that of half a surrogate pair
     * @return false for line feed and tabulator, which every text has
     */
    public static boolean isControl(int codePoint) {
        return switch (codePoint) {
            case '\n', '\t' -> false;
            case 0x061C, 0x200E, 0x200F -> true;
            default ->
                Character.getType(codePoint) == Character.CONTROL
                        || Character.getType(codePoint) == Character.SURROGATE
                        || (codePoint >= 0x2028 && codePoint <= 0x202E)
                        || (codePoint >= 0x2066 && codePoint <= 0x2069)
                        || (codePoint >= 0xE0000 && codePoint <= 0xE007F);
        };
    }

    /**
     * Returns whether a character has no place in a name: {@link #isControl} says so, it takes no room, or it is no
     * character of Unicode (U+FFFE, U+FFFF), which XML cannot hold. What joins
     * letters in some scripts and in pictures (U+200C, U+200D) is none of these.
     *
     * @param codePoint any code point
     * @return whether it hides
     */
    public static boolean isHidden(int codePoint) {
        return isControl(codePoint)
                || codePoint == 0x200B
                || codePoint == 0xFEFF
                || codePoint == 0xFFFE
                || codePoint == 0xFFFF
                || (codePoint >= 0x2060 && codePoint <= 0x2064);
    }

    /**
     * Returns the first hidden character of a text. The carriage return of a line end is none.
     *
     * @param text any text
     * @return its index in UTF-16 units; empty if all can be seen
     */
    public static OptionalInt first(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isHidden(text.codePointAt(i)) && !text.startsWith("\r\n", i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Returns the name of a character in messages.
     *
     * @param codePoint any code point
     * @return for example {@code U+0430 CYRILLIC SMALL LETTER A}
     */
    public static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return String.format(Locale.ROOT, "U+%04X", codePoint) + (name == null ? "" : " " + name);
    }

    /**
     * Returns a character as Java and JSON write it, so that JSON stays the same when it is written so.
     *
     * @param codePoint any code point
     * @return for example <code>&#92;u001B</code>; two of these beyond U+FFFF
     */
    public static String escaped(int codePoint) {
        StringBuilder text = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            text.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
        return text.toString();
    }
}
