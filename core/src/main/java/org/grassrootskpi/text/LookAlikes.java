package org.grassrootskpi.text;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Texts that differ for a program and not for the eye: full-width and ordinary letters, ligatures, accents that are
 * composed or not, letters of other scripts with the same form, other blanks and dashes, characters without width. The
 * forms of one letter that Unicode calls compatible (such as ① and 1) count as alike too; capital and small letters do
 * not, nor do simplified and traditional characters, nor l and 1 or O and 0.
 *
 * <p>The form that alike texts share is made of Unicode's compatibility decomposition (NFKD) and the pairs of
 * {@code look-alikes.tsv}, as in Unicode Technical Standard 39, section 4, but with fewer pairs.
 */
public final class LookAlikes {
    private static final Map<Integer, Integer> FORMS = forms();
    private static final CharMatcher PLAIN = CharMatcher.inRange('!', '~');

    private LookAlikes() {}

    private static Map<Integer, Integer> forms() {
        Map<Integer, Integer> forms = new HashMap<>();
        for (DefinitionLines.Line line : DefinitionLines.ofResource(
                LookAlikes.class.getResourceAsStream("look-alikes.tsv"), "look-alikes.tsv")) {
            int[] from = line.field(0, "characters").codePoints().toArray();
            int[] to = line.field(1, "as many that they look like").codePoints().toArray();
            if (from.length != to.length) {
                throw line.refused("as many characters in both columns", from.length + " and " + to.length);
            }
            for (int i = 0; i < from.length; i++) {
                forms.put(from[i], to[i]);
            }
        }
        return forms;
    }

    /**
     * Returns whether two texts look alike.
     *
     * @param one any text
     * @param other any text
     * @return true also for equal texts
     */
    public static boolean areAlike(String one, String other) {
        return one.equals(other) || form(one).equals(form(other));
    }

    /** Returns the form that texts share which look alike; a text of ASCII without blanks is its own. */
    static String form(String text) {
        if (PLAIN.matchesAllOf(text)) {
            return text;
        }
        StringBuilder form = new StringBuilder(text.length());
        boolean blank = false;
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); i += Character.charCount(parts.codePointAt(i))) {
            int part = parts.codePointAt(i);
            if (Character.isWhitespace(part) || Character.isSpaceChar(part)) {
                blank = true;
            } else if (!isWithoutWidth(part)) {
                if (blank && form.length() > 0) {
                    form.append(' ');
                }
                blank = false;
                form.appendCodePoint(FORMS.getOrDefault(part, part));
            }
        }
        return form.toString();
    }

    /** Returns whether a character is hidden, a joiner, a soft hyphen or a variation selector. */
    private static boolean isWithoutWidth(int codePoint) {
        return HiddenCharacters.isHidden(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || codePoint == 0x034F
                || (codePoint >= 0x115F && codePoint <= 0x1160)
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /**
     * Returns a description of how a text differs from one that it looks like.
     *
     * @param text a text
     * @param other another text
     * @return for example {@code it has U+0430 CYRILLIC SMALL LETTER A at position 0, where the other has U+0061 LATIN
     *     SMALL LETTER A}; positions are in UTF-16 units
     */
    public static String difference(String text, String other) {
        int at = 0;
        while (at < text.length() && at < other.length() && text.codePointAt(at) == other.codePointAt(at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return "it " + (at < text.length() ? "has " + HiddenCharacters.name(text.codePointAt(at)) : "ends")
                + " at position " + at + ", where the other "
                + (at < other.length() ? "has " + HiddenCharacters.name(other.codePointAt(at)) : "ends");
    }
}
