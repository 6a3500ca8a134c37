package org.grassrootskpi.report;

import java.util.Locale;

/** The kinds of words in {@code words.tsv}; the file describes each kind. */
enum WordKind {
    OPAQUE,
    INCREASE,
    DECREASE,
    REACH,
    FROM,
    FILLER,
    BASIS,
    OTHER_BASIS,
    AGAINST,
    COMPLETE,
    PLAN,
    RATE,
    SHARE,
    RANK,
    STANDING,
    EACH,
    PER,
    HEDGE,
    DOUBLE,
    TARGET,
    ENSURE,
    VERB,
    LEAD,
    TAIL,
    ELIDED,
    LAST_YEAR,
    THIS_YEAR,
    NEXT_YEAR,
    PART,
    CUT;

    static final String NAMES = names();

    /** A set of kinds is an int, because it is looked at for every word of a report. */
    @SuppressWarnings("EnumOrdinal") // never stored
    final int bit = 1 << ordinal();

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (WordKind kind : values()) {
            names.append(names.length() == 0 ? "" : ", ").append(kind.word());
        }
        return names.toString();
    }
}
