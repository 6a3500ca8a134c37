package org.grassrootskpi.check;

/**
 * How many names a text lists. Names are parted by 、 or stand in quotation marks of their own; 和, 及 and 与 may part two more
 * or belong to a name.
 *
 * @param least the fewest names that it can be
 * @param most the most
 * @param isOpen whether 等 leaves more unsaid
 * @param isQuoted whether each of them is in quotation marks
 */
record NameList(int least, int most, boolean isOpen, boolean isQuoted) {
    private static final String OPENING = "“‘（(《[";
    private static final String CLOSING = "”’）)》]";
    private static final String QUOTES = "“‘《";
    private static final String JOINING = "和及与";
    private static final String MORE = "等";

    static NameList of(String text) {
        String names = text.endsWith(MORE) ? text.substring(0, text.length() - 1) : text;
        int least = 0;
        int joined = 0;
        int depth = 0;
        int from = 0;
        boolean quoted = !names.isEmpty();
        for (int i = 0; i <= names.length(); i++) {
            char c = i < names.length() ? names.charAt(i) : '、';
            boolean side = c == '、' || (i > 0 && isAny(QUOTES, c) && isAny(CLOSING, names.charAt(i - 1)));
            if (depth == 0 && side && i > from) {
                least++;
                quoted &= isAny(QUOTES, names.charAt(from)) && isAny(CLOSING, names.charAt(i - 1));
                from = c == '、' ? i + 1 : i;
            }
            if (isAny(OPENING, c)) {
                depth++;
            } else if (isAny(CLOSING, c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && i > from && isAny(JOINING, c)) {
                joined++;
            }
        }
        return new NameList(least, least + joined, text.endsWith(MORE), quoted && joined == 0);
    }

    private static boolean isAny(String characters, char c) {
        return characters.indexOf(c) >= 0;
    }

    /** Returns whether there can be so many of them. */
    boolean fits(int number) {
        return isOpen ? least <= number : least <= number && number <= most;
    }

    /** The number of names in words. */
    String shown() {
        return (least == most ? Integer.toString(least) : least + ".." + most) + (isOpen ? "+" : "");
    }
}
