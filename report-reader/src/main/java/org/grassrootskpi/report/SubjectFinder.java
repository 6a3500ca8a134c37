package org.grassrootskpi.report;

import org.grassrootskpi.report.ReaderVocabulary.Word;

/**
 * Finds what a figure is about: the noun phrase in front of it (规上工业总产值509.45亿元), else the one that it counts
 * (64家商户), else what the figure before it in the sentence was about (…，同比增长6.34%).
 */
final class SubjectFinder {
    private static final int MAX_LENGTH = 40;
    private static final int MAX_DATE = 16;
    private static final String DATE_SIGNS = "0123456789０１２３４５６７８９-–—－~～至截止";
    private static final String DATE_WORDS = "年月日份底末初";
    private static final int HEADS = WordKind.VERB.bit
            | WordKind.LEAD.bit
            | WordKind.FILLER.bit
            | WordKind.BASIS.bit
            | WordKind.OTHER_BASIS.bit
            | WordKind.TARGET.bit
            | WordKind.ENSURE.bit
            | WordKind.EACH.bit
            | WordKind.COMPLETE.bit
            | WordKind.PLAN.bit
            | WordKind.LAST_YEAR.bit
            | WordKind.THIS_YEAR.bit
            | WordKind.NEXT_YEAR.bit
            | WordKind.PART.bit;

    /** The words that end a noun phrase, because they say what became of it. */
    private static final int ENDS = WordKind.INCREASE.bit
            | WordKind.DECREASE.bit
            | WordKind.REACH.bit
            | WordKind.SHARE.bit
            | WordKind.EACH.bit
            | WordKind.AGAINST.bit
            | WordKind.STANDING.bit
            | WordKind.FROM.bit;

    private static final int TAILS = ENDS
            | WordKind.FILLER.bit
            | WordKind.BASIS.bit
            | WordKind.OTHER_BASIS.bit
            | WordKind.COMPLETE.bit
            | WordKind.PLAN.bit
            | WordKind.RATE.bit
            | WordKind.LEAD.bit
            | WordKind.HEDGE.bit;

    private final String text;
    private int lastStart;
    private int lastEnd;

    SubjectFinder(String text) {
        this.text = text;
    }

    void startSentence() {
        lastStart = 0;
        lastEnd = 0;
    }

    void find(ClauseTokens tokens, int index, MentionBuilder figure, int clauseStart, int clauseEnd) {
        if (figure.listed) {
            figure.subjectStart = lastStart;
            figure.subjectEnd = lastEnd;
            return;
        }
        int from = clauseStart;
        int first = 0;
        for (int i = index - 1; i >= 0; i--) {
            MentionBuilder before = tokens.figure(i);
            if (before != null) {
                from = before.to;
                first = i + 1;
                break;
            }
        }
        boolean behindFigure = first > 0;
        int to = figure.from;
        int last = index - 1;
        int tails = figure.hasUnit("rank") ? TAILS | WordKind.RANK.bit : TAILS;
        while (last >= first && isKind(tokens, last, tails) && isGap(tokens.end(last), to)) {
            to = tokens.start(last);
            last--;
        }
        from = start(tokens, first, last, from, to, behindFigure);
        to = end(tokens, first, last, from, to);
        while (from < to && isJunk(text.charAt(from))) {
            from++;
        }
        while (to > from && isJunk(text.charAt(to - 1))) {
            to--;
        }
        boolean counted = figure.quantity.unit().isCounting() && figure.comparison == null;
        if (from < to) {
            keep(figure, Math.max(from, to - MAX_LENGTH), to);
        } else if (!counted || !counted(tokens, index, figure, clauseEnd)) {
            figure.subjectStart = lastStart;
            figure.subjectEnd = lastEnd;
        }
    }

    /** Behind the words that lead in, and in what follows another figure behind the first verb. */
    private int start(ClauseTokens tokens, int first, int last, int from, int to, boolean behindFigure) {
        int start = behindDate(from, to);
        for (int i = first; i <= last; i++) {
            boolean joined = tokens.start(i) <= start || isGap(start, tokens.start(i));
            if (joined && tokens.is(i, WordKind.AGAINST)) {
                return to;
            }
            if (isKind(tokens, i, HEADS | ENDS) && (joined || (behindFigure && start == from))) {
                start = Math.max(start, behindDate(Math.min(to, tokens.end(i)), to));
            } else if (!joined && !behindFigure) {
                break;
            }
        }
        return start;
    }

    /** Returns where the first word of change or share ends the phrase. */
    private int end(ClauseTokens tokens, int first, int last, int from, int to) {
        for (int i = first; i <= last; i++) {
            if (isKind(tokens, i, ENDS)
                    && tokens.start(i) > from
                    && tokens.start(i) < to
                    && text.charAt(tokens.end(i)) != '、') {
                return tokens.start(i);
            }
        }
        return to;
    }

    /** 1-9月, 2024年: a date in front of the phrase. */
    private int behindDate(int from, int to) {
        int behind = from;
        boolean digits = false;
        for (int i = from; i < to && i - from < MAX_DATE; i++) {
            char c = text.charAt(i);
            if (digits && DATE_WORDS.indexOf(c) >= 0) {
                behind = i + 1;
            } else if (!isJunk(c) && DATE_SIGNS.indexOf(c) < 0) {
                break;
            }
            digits |= NumberSigns.isDigit(c);
        }
        return behind;
    }

    private boolean counted(ClauseTokens tokens, int index, MentionBuilder figure, int clauseEnd) {
        int end = Math.min(Math.min(clauseEnd, text.length()), figure.to + MAX_LENGTH / 2);
        for (int i = index + 1; i < tokens.size() && tokens.start(i) < end; i++) {
            if (tokens.figure(i) != null || isKind(tokens, i, HEADS)) {
                end = tokens.start(i);
            }
        }
        int start = figure.to;
        while (start < end && isJunk(text.charAt(start))) {
            start++;
        }
        int stop = start;
        while (stop < end && text.charAt(stop) != '、' && text.charAt(stop) != '（' && text.charAt(stop) != '(') {
            stop++;
        }
        if (start < stop) {
            keep(figure, start, stop);
        }
        return start < stop;
    }

    private void keep(MentionBuilder figure, int start, int end) {
        figure.subjectStart = start;
        figure.subjectEnd = end;
        lastStart = start;
        lastEnd = end;
    }

    private boolean isGap(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isJunk(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKind(ClauseTokens tokens, int index, int kinds) {
        Word word = tokens.word(index);
        return word != null && (word.kinds & kinds) != 0;
    }

    private static boolean isJunk(char c) {
        return " \t\u3000\u00A0、和及与,，:：;；(（)）的".indexOf(c) >= 0;
    }
}
