package org.grassrootskpi.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known name a mistyped one was meant to be. */
public final class Spelling {
    private static final int LONGEST = 64;

    private Spelling() {}

    /**
     * Returns the known name that looks alike, or else the one with the smallest edit distance.
     *
     * @param wrong the name that is not known
     * @param known the names that are
     * @return one that looks alike, see {@link LookAlikes}; else the nearest that keeps at least half of the longer
     *     one's characters, the first in natural order among equals; empty where none does, or the wrong one has more
     *     than 64 characters
     */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        if (wrong.isEmpty() || wrong.length() > LONGEST) {
            return Optional.empty();
        }
        String form = LookAlikes.form(wrong);
        Optional<String> alike = known.stream()
                .filter(name -> LookAlikes.form(name).equals(form))
                .min(Comparator.naturalOrder());
        if (alike.isPresent()) {
            return alike;
        }
        return known.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> 2 * distance(wrong, name) <= Math.max(wrong.length(), name.length()))
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Returns the hint at {@link #nearest} that a message gives after the wrong name.
     *
     * @param wrong the name that is not known
     * @param nearest the name that was found
     * @return for example {@code (did you mean 'event.handled'?)}; of one that looks alike, by which character they
     *     differ; nothing where none was found
     */
    public static String hint(String wrong, Optional<String> nearest) {
        return nearest.map(name -> LookAlikes.areAlike(wrong, name)
                        ? " (it looks like '" + name + "', but " + LookAlikes.difference(wrong, name) + ")"
                        : " (did you mean '" + name + "'?)")
                .orElse("");
    }

    /**
     * Returns the least number of insertions, deletions, replacements and swaps of neighbours that turn one text into
     * the other (optimal string alignment, a restricted Damerau-Levenshtein distance).
     */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
