package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;

/** Delimits the nouns behind figures that count them; offsets are those of the text. */
final class CountedNouns {
    private static final int MAX_BEHIND = 30;
    private static final String BRACKETS = "(（)）";
    private static final String QUOTES = "“\"《";
    private static final String CLOSING_QUOTES = "”\"》";
    private static final ImmutableList<String> BOUNDS = ImmutableList.of("及", "以上", "以下", "的");

    private final String text;
    private final TextWords here;
    private final NounPhrases phrases;

    CountedNouns(String text, TextWords here, NounPhrases phrases) {
        this.text = text;
        this.here = here;
        this.phrases = phrases;
    }

    /** Returns where the counted noun ends that begins behind a figure; the offset itself if none does. */
    int end(int from, int limit) {
        int to = Math.min(limit, from + MAX_BEHIND);
        if (from >= to) {
            return from;
        }
        if (QUOTES.indexOf(text.charAt(from)) >= 0) {
            int close = closingQuote(from, to);
            return close < 0 ? from : close;
        }
        if (!Character.isLetter(text.charAt(from)) || text.charAt(from) == '的') {
            return from;
        }
        boolean headed = false;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (phrases.isMark(i) || c == '、' || BRACKETS.indexOf(c) >= 0 || NumberSigns.isDigit(c)) {
                break;
            }
            Entry word = here.at(i, to);
            if (word == null) {
                if (c == '中' && i > from && endsField(i + 1, to)) {
                    break;
                }
                i++;
                continue;
            }
            if (word.is(Kind.COUNTED)) {
                headed = true;
            } else if (!word.is(Kind.NOUN)) {
                boolean light = word.is(Kind.LIGHT) && word.length() > 1;
                boolean ends = word.is(Kind.STOP) && (word.length() > 1 || headed || i == from);
                boolean tail = word.is(Kind.TAIL) && (i == from || (headed && word.length() > 1));
                boolean adverb = i > from && word.is(Kind.STOP, Kind.ADVERB) && phrases.isVerb(i + word.length(), to);
                if (light || ends || adverb || tail || (NounPhrases.acts(word, i, text) && (headed || i == from))) {
                    break;
                }
            }
            i += word.length();
        }
        return i;
    }

    /** 12个街道中|排名第4, 35个行业中，: behind those among which something is. */
    private boolean endsField(int from, int to) {
        Entry next = from < to ? here.at(from, to) : null;
        return from >= to || !Character.isLetter(text.charAt(from)) || (next != null && next.is(Kind.TAIL));
    }

    /** Returns where the words end that bound an age: 60岁|及以上. */
    int boundEnd(int from) {
        int end = from;
        for (String word : BOUNDS) {
            end += text.startsWith(word, end) ? word.length() : 0;
        }
        return end;
    }

    /** 0-17岁、60岁及以上|户籍人口: the people whose ages a list parts. */
    String aged(int from, int limit) {
        int start = boundEnd(from);
        return text.substring(start, phrases.withoutTail(start, Math.max(start, end(start, limit))));
    }

    private int closingQuote(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (CLOSING_QUOTES.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
