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
    private static final ImmutableList<String> DEEDS = ImmutableList.of("完成", "启动", "推进", "实施");
    private static final ImmutableList<String> BOUNDS = ImmutableList.of("及", "以上", "以下", "的");

    private final String text;
    private final MeaningWords words;
    private final TextWords here;
    private final NounPhrases phrases;

    CountedNouns(String text, MeaningWords words, TextWords here, NounPhrases phrases) {
        this.text = text;
        this.words = words;
        this.here = here;
        this.phrases = phrases;
    }

    /**
     * The noun that a figure counts.
     *
     * @param noun its subject; empty if it counts none
     * @param end where the noun ends in the text; 0 if the text goes on behind the figure
     */
    record Counted(String noun, int end) {
        static final Counted NOTHING = new Counted("", 0);
    }

    /** Returns the noun that a figure counts, or whose value it is: 41个|重点项目, 总投资2.6亿元的|酒店项目. */
    Counted of(MentionBuilder figure, String phrase, int limit) {
        if (figure.to < limit
                && text.charAt(figure.to) == '“'
                && figure.quantity.unit().isCounting()) {
            return new Counted(text.substring(figure.to, end(figure.to, limit)), 0);
        }
        String head = phrase.substring(phrases.behindVerbs(phrase));
        boolean owned = phrases.isHead(head) && figure.to < limit && text.charAt(figure.to) == '的';
        if (owned) {
            int end = end(figure.to + 1, limit);
            String owner = text.substring(figure.to + 1, Math.max(figure.to + 1, end));
            return new Counted(owner.isEmpty() ? "" : owner + head, end);
        }
        boolean etc = phrase.endsWith("等");
        int verbs = phrases.behindVerbs(phrase);
        boolean of = figure.from > 0
                && text.charAt(figure.from - 1) == '的'
                && figure.quantity.unit().isCounting();
        boolean open = phrase.isEmpty() || etc || of || verbs == phrase.length() || isPlace(phrase);
        boolean unnamed = !open
                && figure.role == FigureRole.LEVEL
                && figure.quantity.unit().isCounting()
                && isUnnamed(phrase);
        boolean ratio = figure.isRatio() || figure.hasUnit("percentage-point") || figure.hasUnit("rank");
        if ((!open && !unnamed) || ratio || figure.suffixed) {
            return Counted.NOTHING;
        }
        if (phrases.isSpan(figure.to)) {
            return Counted.NOTHING;
        }
        int from = figure.to;
        while (from < limit && text.charAt(from) == ' ') {
            from++;
        }
        int end = end(from, limit);
        end = behindDeed(figure.from, end, limit);
        String noun = text.substring(from, Math.max(from, end)).strip();
        Entry last = end == limit ? phrases.lastNoun(noun) : null;
        if (last != null && last.is(Kind.HEAD)) {
            noun = noun.substring(0, noun.length() - last.length());
            end -= last.length();
        }
        int behind = noun.isEmpty() ? 0 : end;
        boolean thing = noun.length() > 1 || words.is(noun, Kind.COUNTED);
        if (unnamed) {
            Entry verb = words.endOf(phrase, Kind.ACT);
            boolean known = words.endOf(noun, Kind.COUNTED) != null;
            return known || (verb != null && noun.length() > 1)
                    ? new Counted((verb == null ? "" : verb.text) + noun, behind)
                    : Counted.NOTHING;
        }
        if (!thing || phrases.isHead(noun)) {
            return new Counted("", behind);
        }
        return new Counted(verbs == phrase.length() ? phrase + noun : noun, behind);
    }

    /** 完成3个老旧小区|改造: behind the verb, if what was done ends with it. */
    private int behindDeed(int figure, int end, int limit) {
        Entry deed = end < limit ? here.at(end, limit) : null;
        int close = deed == null ? end : end + deed.length();
        boolean whole = deed != null && NounPhrases.acts(deed, end, text) && (close == limit || phrases.isMark(close));
        return whole && DEEDS.stream().anyMatch(verb -> text.startsWith(verb, figure - verb.length())) ? close : end;
    }

    /** 沿江路段增设|350个停车泊位: no noun ends the phrase that could be counted. */
    private boolean isUnnamed(String phrase) {
        return words.endOf(phrase, Kind.COUNTED) == null && phrases.lastNoun(phrase) == null;
    }

    private static boolean isPlace(String phrase) {
        return phrase.length() >= 2
                && phrase.length() <= 6
                && "省市县区镇乡村州旗".indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
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
                boolean named = isNamed(i + word.length(), to);
                boolean adverb = i > from && word.is(Kind.STOP, Kind.ADVERB) && phrases.isVerb(i + word.length(), to);
                if (light
                        || ends
                        || adverb
                        || tail
                        || (NounPhrases.acts(word, i, text) && (headed || i == from) && !named)) {
                    break;
                }
            }
            i += word.length();
        }
        return i;
    }

    /** 新签约|项目, 老旧小区改造|项目: a noun behind a verb, which tells its kind; but not 小区改造道路3公里. */
    private boolean isNamed(int at, int to) {
        Entry noun = at < to ? here.at(at, to, Kind.COUNTED) : null;
        int end = noun == null ? at : at + noun.length();
        return noun != null && (end == text.length() || !NumberSigns.isNumber(text.charAt(end)));
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
