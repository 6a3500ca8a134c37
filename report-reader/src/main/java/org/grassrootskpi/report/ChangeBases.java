package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/** Finds what a change is measured against: 较 base 增长, 与 base 相比增长, 同比, and what a verb of change itself says (短收). */
final class ChangeBases {
    /** The value of a verb of change that says nothing of a base. */
    static final String RATIO = "ratio";

    private static final String MORE = "的";
    private static final String COMPARED = "相比";
    private static final String WITH = "与同和较";
    private static final int MAX_BASE = 18;
    private static final int MAX_VERB = 6;
    private static final String NO_BASE_AFTER = "重例率增降";
    private static final String NO_BASE_BEFORE = "同环占对相可均";

    private final String text;
    private final MeaningWords words;
    private final TextWords here;
    private final NounPhrases phrases;

    ChangeBases(String text, MeaningWords words, TextWords here, NounPhrases phrases) {
        this.text = text;
        this.words = words;
        this.here = here;
        this.phrases = phrases;
    }

    /** Returns a change with its base, which begins at an offset or is -1, from the piece of text in front of it. */
    Relation change(FigureRole role, int from, int open, int end, int to) {
        if (open < 0) {
            return new Relation(role, end, named(end, to), false);
        }
        int baseEnd = changeStart(open + 1, to);
        return new Relation(role, phrases.withoutTail(from, open), base(text.substring(open + 1, baseEnd)), false);
    }

    /** The first word of change behind a base, or where the phrase of the base ends. */
    private int changeStart(int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            boolean change = word != null && (word.is(WordKind.INCREASE) || word.is(WordKind.DECREASE));
            if (change || here.at(i, to, Kind.RISE) != null || here.at(i, to, Kind.MORE) != null) {
                return i;
            }
        }
        return phrases.withoutOf(from, to);
    }

    /** The 较 or 比 of what the change is measured against, or -1. */
    int baseStart(int from, int end) {
        int compared = end - COMPARED.length();
        while (compared > from && !text.startsWith(COMPARED, compared)) {
            compared--;
        }
        for (int i = compared - 1; i >= from && compared - i < MAX_BASE; i--) {
            if (WITH.indexOf(text.charAt(i)) >= 0 && !isNoun(i, end) && !text.startsWith("期", i + 1)) {
                return i;
            }
        }
        for (int i = end - 2; i >= from && end - i < MAX_BASE + MAX_VERB; i--) {
            char c = text.charAt(i);
            char before = i > from ? text.charAt(i - 1) : ' ';
            boolean opens = c == '较' || (c == '比' && NO_BASE_AFTER.indexOf(text.charAt(i + 1)) < 0);
            if (opens && !isNoun(i, end) && NO_BASE_BEFORE.indexOf(before) < 0 && !(c == '较' && before == '比')) {
                return i;
            }
        }
        return -1;
    }

    /** Returns what a phrase behind 较 names. */
    @Nullable String base(String printed) {
        String phrase = printed.replace("相比", "").strip();
        phrase = phrase.endsWith("比") ? phrase.substring(0, phrase.length() - 1) : phrase;
        if (phrase.endsWith(MORE)) {
            phrase = phrase.substring(0, phrase.length() - 1);
        }
        for (int i = 0; i < phrase.length(); i++) {
            if (words.at(phrase, i, phrase.length(), Kind.LAST_YEAR) != null) {
                return Relation.PREVIOUS_YEAR;
            }
        }
        boolean year = phrase.length() == 5 && phrase.endsWith("年") && NumberSigns.isDigit(phrase.charAt(0));
        return phrase.isEmpty() ? null : year ? phrase.substring(0, 4) : phrase;
    }

    /** The base that a word between a subject and its figure implies; null if none does. */
    @Nullable String named(int from, int to) {
        for (int i = from; i < to; i++) {
            Entry rise = here.at(i, to, Kind.RISE);
            if (rise != null && !rise.value.isEmpty() && !rise.value.equals(RATIO)) {
                return rise.value;
            }
            Word word = here.wordAt(i, to);
            if (word != null && word.is(WordKind.OTHER_BASIS)) {
                return word.text;
            }
            if (word != null && word.is(WordKind.BASIS)) {
                return Relation.PREVIOUS_YEAR;
            }
            i += word == null ? 0 : word.text.length() - 1;
        }
        return null;
    }

    private boolean isNoun(int at, int to) {
        Entry word = here.at(at, to);
        return word != null && word.is(Kind.NOUN);
    }
}
