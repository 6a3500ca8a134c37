package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/** Delimits the noun phrases around a figure, by the words of {@code meaning.tsv}; offsets are those of the text. */
final class NounPhrases {
    private static final CharacterSet MARKS = CharacterSet.of(",，;；:：。！？!?\n\r");
    private static final CharacterSet JUNK = CharacterSet.of(" \t\u3000\u00A0、,，:：;；。");
    private static final CharacterSet OPENING = CharacterSet.of("(（");
    private static final CharacterSet CLOSING = CharacterSet.of(")）");
    private static final String JOINS = "、和及与";
    private static final int MAX_BRACKET = 40;
    private static final int MAX_PHRASE = 60;
    private static final String HAS = "有";
    private static final CharacterSet AGENTS = CharacterSet.of("队伍局线台心门关统司院站处所市县区镇省我道乡社");
    private static final String NOUN_ENDINGS = "率额量值数";
    private static final int MAX_TIME = 10;
    private static final String SPAN_UNITS = "年月周天日时";
    private static final CharacterSet TIME_ENDS = CharacterSet.of("年月末底份");

    private final String text;
    private final MeaningWords words;
    private final TextWords here;
    private final TimeExpressions times;
    private final LeadingWords leads;

    NounPhrases(String text, MeaningWords words, TextWords here, TimeExpressions times) {
        this.text = text;
        this.words = words;
        this.here = here;
        this.times = times;
        this.leads = new LeadingWords(text, words, here, times);
    }

    /**
     * Returns where the piece of a clause begins that ends at an offset. A bracket that closes in it belongs to it, if no other
     * member of a list follows the bracket: 职工40人（退休9人）、|协管员.
     */
    int pieceStart(int floor, int to) {
        int from = Math.max(floor, to - MAX_PHRASE);
        int i = to;
        while (i > from) {
            char c = text.charAt(i - 1);
            if (CLOSING.contains(c)) {
                int open = opening(i - 1);
                if (open >= 0 && open < floor && i < to && text.charAt(i) == '、') {
                    return i;
                }
                i = open < 0 ? i - 1 : open;
                from = open < 0 ? from : Math.max(0, Math.min(from, open - MAX_BRACKET));
                continue;
            }
            if (OPENING.contains(c) || isMark(i - 1)) {
                return i;
            }
            i--;
        }
        return Math.max(i, from);
    }

    boolean isMark(int at) {
        char c = text.charAt(at);
        boolean inside = (c == ',' || c == '：' || c == ':') && at > 0 && at + 1 < text.length();
        return MARKS.contains(c)
                && !(inside && NumberSigns.isDigit(text.charAt(at - 1)) && NumberSigns.isDigit(text.charAt(at + 1)));
    }

    int opening(int close) {
        for (int i = close - 1; i >= 0 && close - i < MAX_BRACKET; i--) {
            if (OPENING.contains(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns where a phrase ends without the words that stand between it and its figure. */
    int withoutTail(int from, int to) {
        int end = to;
        while (end > from) {
            char c = text.charAt(end - 1);
            if (JUNK.contains(c) || OPENING.contains(c)) {
                end--;
                continue;
            }
            int time = timeStart(from, end);
            if (time < end) {
                end = time;
                continue;
            }
            Entry word = words.tailAt(text, from, end);
            boolean isGauge = word != null && word.is(Kind.NOUN) && word.is(Kind.HEAD);
            if (word == null || isGauge || !word.is(Kind.TAIL, Kind.RISE)) {
                break;
            }
            end -= word.length();
        }
        return end;
    }

    /** Returns where a phrase ends without the 的 and the words of degree that lead from it to a figure. */
    int withoutOf(int from, int to) {
        int end = to;
        while (end > from && "的约近为达 ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Returns where a time begins that ends at an offset: 由|2020年; the offset itself if none does. */
    private int timeStart(int from, int end) {
        if (!TIME_ENDS.contains(text.charAt(end - 1))) {
            return end;
        }
        if (text.startsWith("平均", end)) {
            int start = end - 1;
            while (start > from && NumberSigns.isNumber(text.charAt(start - 1))) {
                start--;
            }
            return start == end - 1 ? end : start;
        }
        for (int i = Math.max(from, end - MAX_TIME); i < end - 1; i++) {
            boolean digits = NumberSigns.isDigit(text.charAt(i));
            TimeExpression time = digits ? times.at(i, end, false) : null;
            if (time != null && time.end() == end) {
                return i;
            }
        }
        return end;
    }

    /** Returns where a phrase begins without the words that lead in to it. */
    int behindLead(int from, int to) {
        return leads.end(from, to);
    }

    /** Returns where the subject begins in a phrase: behind who did it, and behind a clause that describes it. */
    int subjectStart(int from, int to, boolean bounded) {
        int start = behindLead(from, to);
        int described = -1;
        boolean verb = false;
        for (int i = start; i < to; i++) {
            TimeExpression time = NumberSigns.isDigit(text.charAt(i)) ? times.at(i, to, false) : null;
            if (time != null && i > start && time.hasYear() && to - time.end() > 3) {
                start = behindLead(time.end(), to);
                i = Math.max(i, start - 1);
                verb = false;
                continue;
            }
            Entry word = here.at(i, to);
            if (word == null) {
                if (text.charAt(i) == '的' && verb && i + 1 < to && !bounded) {
                    described = i + 1;
                }
                continue;
            }
            int end = i + word.length();
            boolean agent = i > start && AGENTS.contains(text.charAt(i - 1));
            if (word.is(Kind.MANY) && end < to && (agent || isVerb(end, to))) {
                start = behindLead(end, to);
                i = Math.max(i, start - 1);
                verb = false;
                described = -1;
                continue;
            }
            boolean named = word.text.equals("为") && text.substring(start, i).contains("的");
            boolean gained = (word.value.equals("gain") && i > start) || (word.text.equals(HAS) && agent);
            if (word.is(Kind.LIGHT) && (named || gained || word.text.endsWith("是")) && end < to) {
                start = behindLead(end, to);
                i = Math.max(i, start - 1);
                continue;
            }
            verb |= acts(word, i, text) && i > start;
            verb |= word.is(Kind.LIGHT) && word.length() > 1;
            if (word.text.equals("的") && verb && end < to && !bounded) {
                described = end;
            }
            i = end - 1;
        }
        int rest = described > 0 ? behindLead(described, to) : start;
        return enumerated(rest > start && isHead(text.substring(rest, to)) ? start : rest, to);
    }

    /** 增值税、企业所得税|两大税种: behind a list that a numeral sums up. */
    private int enumerated(int from, int to) {
        boolean list = false;
        for (int i = from; i + 1 < to; i++) {
            char c = text.charAt(i);
            list |= c == '、';
            if (list && NumberSigns.isNumber(c) && "大类项种个".indexOf(text.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return from;
    }

    boolean isVerb(int at, int to) {
        Entry word = here.at(at, to);
        return word != null && !word.is(Kind.NOUN) && (word.is(Kind.LIGHT) || acts(word, at, text));
    }

    /** Returns whether a word is a verb here: not in 回复率. */
    static boolean acts(Entry word, int at, CharSequence in) {
        int end = at + word.length();
        return word.is(Kind.ACT) && (end >= in.length() || NOUN_ENDINGS.indexOf(in.charAt(end)) < 0);
    }

    /** Returns where the verbs end that a phrase begins with. */
    int behindVerbs(String phrase) {
        int at = 0;
        while (at < phrase.length()) {
            Entry word = words.at(phrase, at, phrase.length());
            boolean verb = word != null && (acts(word, at, phrase) || word.is(Kind.LIGHT, Kind.ADVERB));
            boolean joins = at > 0 && JOINS.indexOf(phrase.charAt(at)) >= 0 && at + 1 < phrase.length();
            Entry next = joins ? words.at(phrase, at + 1, phrase.length()) : null;
            if (next != null && !next.is(Kind.NOUN) && acts(next, at + 1, phrase)) {
                at++;
                continue;
            }
            if (word == null || word.is(Kind.NOUN) || !verb) {
                break;
            }
            at += word.length();
        }
        return at;
    }

    /** Returns where the word begins that says what the subject of a piece became: 工业总量|成为全区第四个; the end if there is none. */
    int becoming(int from, int to) {
        if (!here.mayHold(from, to, Kind.BECOME)) {
            return to;
        }
        for (int i = from; i < to; i++) {
            Entry word = here.at(i, to);
            if (word != null && word.is(Kind.BECOME)) {
                return i;
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return to;
    }

    /** 182个社区和|356个院落: whether a phrase only joins what the figure before it counts to the next figure. */
    boolean isJoined(String phrase) {
        return phrase.length() > 1 && "和与及".indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
    }

    /** Returns whether a semicolon stands between two offsets. */
    boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '；' || text.charAt(i) == ';') {
                return true;
            }
        }
        return false;
    }

    /** Returns where the bracket opens that is closed between two offsets, outside of it; -1 if none is. */
    int bracketBetween(int from, int to) {
        for (int i = from; i < to && !OPENING.contains(text.charAt(i)); i++) {
            if (CLOSING.contains(text.charAt(i))) {
                return opening(i);
            }
        }
        return -1;
    }

    /** Returns whether a phrase is what something comes to be counted per: 村, 千人. */
    boolean isUnit(String phrase) {
        boolean verb = words.is(phrase, Kind.RISE) || words.is(phrase, Kind.EARN) || words.is(phrase, Kind.ACT);
        return !phrase.isEmpty() && !verb && phrase.length() <= 2 && lastNoun(phrase) == null;
    }

    /** Returns whether a piece begins as an item of a list: 一是. */
    boolean isItem(int from, int to) {
        int at = from;
        while (at < to && JUNK.contains(text.charAt(at))) {
            at++;
        }
        return at + 1 < to && NumberSigns.small(text, at, at + 1) > 0 && text.charAt(at + 1) == '是';
    }

    /** Returns whether a phrase ends as a share does: 占全市的比重. */
    boolean isShare(String phrase) {
        return words.endOf(phrase, Kind.RATIO_NOUN) != null;
    }

    /** Returns whether a subject is money that is collected: 税收收入. */
    boolean isRevenue(String subject) {
        Entry noun = lastNoun(subject);
        return noun != null && (noun.text.endsWith("收入") || noun.text.endsWith("税收") || noun.text.endsWith("税"));
    }

    /** 5年|内. */
    boolean isSpan(int at) {
        return at > 0 && at < text.length() && text.charAt(at) == '内' && SPAN_UNITS.indexOf(text.charAt(at - 1)) >= 0;
    }

    /** A noun without which its owner would be taken for something else. */
    boolean isHead(String phrase) {
        return words.is(phrase, Kind.HEAD);
    }

    /** Returns a subject without the noun of measure at its end: 规模以上工业 of 规模以上工业总产值. */
    String owner(String subject) {
        Entry head = words.nounEndAt(subject, 0, subject.length());
        boolean whole = head == null || head.is(Kind.COUNTED) || head.length() == subject.length();
        return whole || head == null ? subject : subject.substring(0, subject.length() - head.length());
    }

    @Nullable Entry lastNoun(String phrase) {
        return words.nounEndAt(phrase, 0, phrase.length());
    }
}
