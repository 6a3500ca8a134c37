package org.grassrootskpi.query;

import java.lang.Character.UnicodeScript;

/** How many columns of a monospaced font a text takes: East Asian wide characters take two, combining ones none. */
final class TextWidth {
    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        boolean halfWidth = c >= 0xFF61 && c <= 0xFFDC;
        boolean fullWidthForms =
                (c >= 0x3000 && c <= 0x303E) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6);
        if (halfWidth || c < 0x1100) {
            return false;
        }
        return fullWidthForms
                || switch (UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
                    default -> c >= 0x1F300 && c <= 0x1FAFF;
                };
    }
}
