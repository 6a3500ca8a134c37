package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.jspecify.annotations.Nullable;

/** Completes the names of parts and members of lists with what is said once, in front of them. */
final class PartNames {
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
        boolean joined = "、和与及".indexOf(text.charAt(Math.min(last.to, text.length() - 1))) >= 0;
        boolean level = figure.role == FigureRole.LEVEL && last.role == FigureRole.LEVEL && !figure.isRatio();
        if (joined && level && phrases.behindVerbs(phrase) == 0) {
            int verbs = phrases.behindVerbs(last.subject);
            return last.subject.substring(0, verbs) + of(phrase, last);
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
}
