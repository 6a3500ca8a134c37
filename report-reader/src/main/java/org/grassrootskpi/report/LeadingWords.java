package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.text.CharacterSet;

/** Finds where a phrase begins behind the words that lead in to it: times, numbers of items, prepositions with their nouns, adverbs. */
final class LeadingWords {
    private static final CharacterSet JUNK = CharacterSet.of(" \t\u3000\u00A0、,，:：;；。—―–-─·•●◆◇★☆■□▲△※)）”");
    private static final CharacterSet OPENING = CharacterSet.of("(（");
    private static final String CLOSING = ")）";
    private static final int MAX_OBJECT = 14;

    private final String text;
    private final MeaningWords words;
    private final TextWords here;
    private final TimeExpressions times;

    LeadingWords(String text, MeaningWords words, TextWords here, TimeExpressions times) {
        this.text = text;
        this.words = words;
        this.here = here;
        this.times = times;
    }

    /** Returns where a phrase begins without the words that lead in to it. */
    int end(int from, int to) {
        int start = from;
        while (start < to) {
            int next = leadEnd(start, to);
            if (next == start) {
                break;
            }
            start = next;
        }
        return Math.min(start, to);
    }

    private int leadEnd(int at, int to) {
        char c = text.charAt(at);
        if (JUNK.contains(c)) {
            return at + 1;
        }
        int item = itemEnd(at, to);
        if (item > at) {
            return item;
        }
        Entry word = here.at(at, to);
        if (TimeExpressions.mayStartWith(c) && (word == null || !word.is(Kind.NOUN))) {
            TimeExpression time = times.at(at, to, false);
            if (time != null) {
                return time.end();
            }
        }
        if (word == null || word.is(Kind.NOUN) || word.is(Kind.ACT)) {
            return at;
        }
        int end = at + word.length();
        if (word.is(Kind.EXCEPT)) {
            return exceptEnd(end, to, at);
        }
        int object = word.is(Kind.OBJECT) ? objectEnd(end, to, at) : at;
        if (object > at) {
            return object;
        }
        if (word.is(Kind.LIGHT) && words.is(text.substring(at, to), Kind.HEAD)) {
            return at;
        }
        boolean drops = word.is(Kind.LEAD, Kind.LIGHT) || (word.is(Kind.ADVERB) && isAdverb(word, end, to));
        return drops ? end : at;
    }

    /** 剔除留抵退税因素后|: behind what a change leaves out. */
    private int exceptEnd(int from, int to, int otherwise) {
        for (int i = from; i < to; i++) {
            Entry word = here.at(i, to, Kind.EXCEPT_END);
            if (word != null) {
                return i + word.length();
            }
        }
        return otherwise;
    }

    /** 积极|引进; 基本农田 is a noun and 精准招商 a name. */
    private boolean isAdverb(Entry word, int end, int to) {
        if (end >= to || word.is(Kind.MANY)) {
            return true;
        }
        Entry next = here.at(end, to);
        boolean verb = next != null
                && !next.is(Kind.NOUN)
                && (next.is(Kind.ACT, Kind.LIGHT) || next.is(Kind.ADVERB, Kind.LEAD));
        return verb
                && next != null
                && !(next.is(Kind.ACT) && next.length() == 2 && end + 2 == to && word.length() == 2);
    }

    /** （1）, 1., 一是: the number of an item. */
    private int itemEnd(int at, int to) {
        char c = text.charAt(at);
        boolean bracket = OPENING.contains(c);
        if (!bracket && !NumberSigns.isDigit(c)) {
            return at;
        }
        int i = bracket ? at + 1 : at;
        int from = i;
        while (i < to && i - from < 3 && NumberSigns.isNumber(text.charAt(i))) {
            i++;
        }
        boolean closes =
                i < to && (bracket ? CLOSING.indexOf(text.charAt(i)) >= 0 : ".．、".indexOf(text.charAt(i)) >= 0);
        return i > from && closes ? i + 1 : at;
    }

    /** 为群众|办理: behind the noun of a preposition, if a verb follows. */
    private int objectEnd(int from, int to, int otherwise) {
        int limit = Math.min(to, from + MAX_OBJECT);
        for (int i = from + 1; i < limit; i++) {
            Entry word = here.at(i, to);
            boolean light = word != null && word.is(Kind.LIGHT) && !word.is(Kind.ADVERB);
            if (word != null && word.length() > 1 && (light || NounPhrases.acts(word, i, text))) {
                return i;
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return otherwise;
    }
}
