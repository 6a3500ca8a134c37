package org.grassrootskpi.text;

/** The traditional characters of {@code traditional.tsv} and the simplified ones that they are read as. */
public final class Traditional {
    private static final char[] SIMPLIFIED = simplified();

    private static final CharacterSet TRADITIONAL = CharacterSet.where(c -> SIMPLIFIED[c] != c);

    private Traditional() {}

    private static char[] simplified() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        for (DefinitionLines.Line line : DefinitionLines.ofResource(
                Traditional.class.getResourceAsStream("traditional.tsv"), "traditional.tsv")) {
            String traditional = line.field(0, "traditional characters");
            String plain = line.field(1, "as many simplified ones");
            if (traditional.length() != plain.length()) {
                throw line.refused("as many simplified as traditional characters", plain);
            }
            for (int i = 0; i < plain.length(); i++) {
                table[traditional.charAt(i)] = plain.charAt(i);
            }
        }
        return table;
    }

    /**
     * Returns the simplified form of a character.
     *
     * @param c any UTF-16 unit
     * @return 万 for 萬; the character itself where it has none
     */
    public static char simplified(char c) {
        return TRADITIONAL.contains(c) ? SIMPLIFIED[c] : c;
    }

    /**
     * Returns a text with each character in its simplified form.
     *
     * @param text any text
     * @return 万亿 for 萬億
     */
    public static String simplified(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            simplified.append(simplified(text.charAt(i)));
        }
        return simplified.toString();
    }
}
