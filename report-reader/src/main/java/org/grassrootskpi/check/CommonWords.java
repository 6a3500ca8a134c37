package org.grassrootskpi.check;

/** The longest stretch that two texts have in common. */
final class CommonWords {
    private static final int LONGEST = 60;

    private CommonWords() {}

    /**
     * A stretch of two texts.
     *
     * @param text what they have in common
     * @param first where it begins in the first
     * @param second where it begins in the second
     */
    record Stretch(String text, int first, int second) {}

    /** The longest common stretch of the first sixty characters of each; of several the first. */
    static Stretch of(String first, String second) {
        int rows = Math.min(first.length(), LONGEST);
        int columns = Math.min(second.length(), LONGEST);
        int[] above = new int[columns + 1];
        Stretch longest = new Stretch("", 0, 0);
        for (int i = 1; i <= rows; i++) {
            int[] row = new int[columns + 1];
            for (int k = 1; k <= columns; k++) {
                row[k] = first.charAt(i - 1) == second.charAt(k - 1) ? above[k - 1] + 1 : 0;
                if (row[k] > longest.text().length()) {
                    longest = new Stretch(first.substring(i - row[k], i), i - row[k], k - row[k]);
                }
            }
            above = row;
        }
        return longest;
    }
}
