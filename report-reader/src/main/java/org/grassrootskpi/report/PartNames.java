package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.jspecify.annotations.Nullable;

/** Completes the names of parts and members of lists with what is said once, in front of them. */
final class PartNames {
    /** The value of a verb that leaves both what is in front of it and what is behind it. */
    private static final String INSIDE = "inside";

    private static final String TOTAL = "总";

    private final String text;
    private final MeaningWords words;
    private final NounPhrases phrases;

    PartNames(String text, MeaningWords words, NounPhrases phrases) {
        this.text = text;
        this.words = words;
        this.phrases = phrases;
    }

    /** 城镇人口 among 常住人口 is 城镇常住人口. */
    String of(String phrase, @Nullable MentionBuilder last) {
        Entry group = last == null ? null : words.at(phrase, 0, phrase.length(), Kind.GROUP);
        if (group == null || last == null) {
            return phrase;
        }
        if (group.length() == phrase.length()) {
            String whole = last.subject.substring(phrases.behindVerbs(last.subject));
            return phrase + ungrouped(whole);
        }
        String noun = phrase.substring(group.length());
        Entry bare = phrases.lastNoun(noun);
        if (bare == null || bare.length() < noun.length()) {
            return phrase;
        }
        int at = last.subject.lastIndexOf(noun);
        boolean ends = at > 0 && at + noun.length() == last.subject.length();
        return group.text + ungrouped(ends ? last.subject.substring(0, at) : "") + noun;
    }

    /** 总人口中，|男性: a group with the whole that is named before it. */
    String within(String phrase, String whole) {
        boolean group = !whole.isEmpty() && words.is(phrase, Kind.GROUP);
        return group ? phrase + members(whole) : phrase;
    }

    /** 人口 of 总人口. */
    String members(String whole) {
        String noun = ungrouped(whole);
        return noun.length() > 2 && noun.startsWith(TOTAL) ? noun.substring(TOTAL.length()) : noun;
    }

    /**
     * Returns a member with the noun of measure of its whole, if it is as much of the same and has none: 稻谷22万吨 among
     * 粮食产量80万吨 is 稻谷产量.
     *
     * @param part true if it is said to be a part; otherwise it must be joined to the whole, or be a mass or an area as that is
     */
    String measured(String name, MentionBuilder figure, @Nullable MentionBuilder whole, boolean part) {
        boolean amount = !figure.quantity.unit().isCounting() && !figure.isRatio() && figure.role == FigureRole.LEVEL;
        boolean same = whole != null
                && whole.role == FigureRole.LEVEL
                && whole.quantity.unit().hasSameBase(figure.quantity.unit());
        boolean goesOn = part || figure.listed || whole == null || isJoined(whole) || figure.isStuff();
        goesOn |= whole != null && !whole.wholeNoun.isEmpty();
        if (whole == null
                || !amount
                || !same
                || !goesOn
                || phrases.lastNoun(name) != null
                || words.endOf(name, Kind.ACT) != null
                || phrases.behindVerbs(name) > 0) {
            return name;
        }
        Entry noun = phrases.lastNoun(whole.subject);
        if (noun == null || noun.length() < 2) {
            return name;
        }
        figure.wholeNoun = noun.text;
        return name + noun.text;
    }

    /** 公立医院|86%, a part of 医院病床使用率79%: whether a part is a rate without the noun of its whole. */
    boolean isRated(String name, MentionBuilder figure, MentionBuilder whole) {
        boolean rates = figure.isRatio() && whole.isRatio();
        boolean levels = figure.role == FigureRole.LEVEL && whole.role == FigureRole.LEVEL;
        return figure.part && rates && levels && phrases.lastNoun(name) == null && phrases.behindVerbs(name) == 0;
    }

    /** A part with the rate of its whole, behind what both are called: 公立医院病床使用率. */
    String rated(String name, MentionBuilder figure, MentionBuilder whole) {
        int at = name.length() < 2 ? -1 : whole.subject.indexOf(name.substring(name.length() - 2));
        boolean chained = !whole.wholeNoun.isEmpty();
        String rate = chained ? whole.wholeNoun : at < 0 ? whole.subject : whole.subject.substring(at + 2);
        figure.wholeNoun = rate;
        return name + rate;
    }

    /** 滨海大道|完成|投资额: a phrase without the verb between an owner and what it has, and without the place that is meant anyway. */
    String withoutLight(String phrase) {
        for (int i = 1; i < phrase.length(); i++) {
            Entry word = words.at(phrase, i, phrase.length(), Kind.LIGHT);
            boolean named = word != null && (isByMeans(phrase.substring(0, i)) || phrases.isHead(phrase.substring(i)));
            if (word != null && !named && word.value.equals(INSIDE) && i + word.length() < phrase.length()) {
                String noun = phrase.substring(i + word.length());
                return words.is(noun, Kind.PLACE) ? noun : phrase.substring(0, i) + noun;
            }
        }
        return phrase;
    }

    /** 通过互联网|实现零售额 says by what it is done. */
    private boolean isByMeans(String front) {
        for (int i = 0; i < front.length(); i++) {
            Entry word = words.at(front, i, front.length());
            if (word != null && word.is(Kind.OBJECT) && word.length() > 1) {
                return true;
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return false;
    }

    /** 对欧盟、美国|分别|进出口: a phrase without the word that tells its names apart. */
    String unspread(String phrase) {
        for (int i = 1; i < phrase.length(); i++) {
            Entry word = words.at(phrase, i, phrase.length(), Kind.SPREAD);
            if (word != null) {
                return phrase.substring(0, i) + phrase.substring(i + word.length());
            }
        }
        return phrase;
    }

    /** Returns whether a figure is a member of the list of a part before it: of its unit, or a count as that is, joined to it. */
    boolean goesOn(MentionBuilder figure, MentionBuilder last) {
        boolean counts =
                figure.quantity.unit().isCounting() && last.quantity.unit().isCounting();
        return last.quantity.unit().hasSameBase(figure.quantity.unit()) || (counts && isJoined(last));
    }

    private boolean isJoined(MentionBuilder last) {
        return "、和与及".indexOf(text.charAt(Math.min(last.to, text.length() - 1))) >= 0;
    }

    private String ungrouped(String subject) {
        Entry group = words.at(subject, 0, subject.length(), Kind.GROUP);
        return group == null ? subject : subject.substring(group.length());
    }

    /**
     * A member of a list with what is said once: the verb of 新建学校3所、医院2所, the noun of 城镇居民收入增长6.1%、农村居民7.4%.
     */
    String continued(String phrase, MentionBuilder figure, @Nullable MentionBuilder last) {
        if (last == null) {
            return phrase;
        }
        boolean joined = isJoined(last);
        boolean level = figure.role == FigureRole.LEVEL && last.role == FigureRole.LEVEL && !figure.isRatio();
        if (joined && level && phrases.behindVerbs(phrase) == 0) {
            int verbs = phrases.behindVerbs(last.subject);
            String verb = verbs < last.subject.length() ? last.subject.substring(0, verbs) : "";
            return verb + of(phrase, last);
        }
        if (figure.role == FigureRole.SHARE || phrase.length() < 3 || phrases.lastNoun(phrase) != null) {
            return of(phrase, last);
        }
        String anchor = phrase.substring(phrase.length() - 2);
        int at = last.subject.indexOf(anchor);
        String rest = at < 0 ? "" : last.subject.substring(at + 2);
        boolean shares = !rest.isEmpty() && words.at(rest, 0, rest.length(), Kind.SHARED) != null;
        boolean money = !figure.quantity.unit().isCounting();
        return shares && (joined || money || figure.role == FigureRole.CHANGE) ? phrase + rest : of(phrase, last);
    }

    /** 支出 behind 政府性基金收入 is 政府性基金支出; empty if it is not the other side of a budget. */
    static String counterpart(String phrase, String other) {
        boolean side = phrase.equals("支出") || phrase.equals("收入");
        boolean budget = side && (other.endsWith("收入") || other.endsWith("支出")) && other.length() > 4;
        return budget ? other.substring(0, other.length() - 2) + phrase : "";
    }

    /** The thing that a class is one of: 诉求 of 受理群众诉求. */
    String thing(String subject) {
        String noun = subject.substring(phrases.behindVerbs(subject));
        Entry end = noun.isEmpty() ? null : words.endOf(noun, Kind.COUNTED);
        Entry first = end == null && !noun.isEmpty() ? words.at(noun, 0, noun.length(), Kind.COUNTED) : null;
        end = first == null ? end : first;
        return end == null ? (noun.length() <= 4 ? noun : "") : end.text;
    }
}
