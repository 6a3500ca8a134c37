package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/** Decides whether a subject that a figure has from elsewhere, or that is cut, is one that a person should look at. */
final class SubjectDoubts {
    private static final CharacterSet OPENING = CharacterSet.of("“（(《");
    private static final CharacterSet CLOSING = CharacterSet.of("”）)》");

    private final String text;
    private final TextWords here;
    private final NounPhrases phrases;
    private final FiguresBefore figures;
    private final TopicsBefore topics;

    SubjectDoubts(String text, TextWords here, NounPhrases phrases, FiguresBefore figures, TopicsBefore topics) {
        this.text = text;
        this.here = here;
        this.phrases = phrases;
        this.figures = figures;
        this.topics = topics;
    }

    /**
     * Returns whether a figure without words of its own is taken to be of something that it need not be of: what a sentence before
     * is about, or what a clause before counts in another unit.
     *
     * @param inherited what it is taken to be of
     * @param level true if it is an amount, and no change, share or rank of one
     * @param part true behind 其中
     */
    boolean isBorrowed(
            MentionBuilder figure, String inherited, boolean level, boolean part, @Nullable MentionBuilder last) {
        if (last == null) {
            return topics.loose().isEmpty();
        }
        boolean told = figures.subjectOfUnit(figure).equals(inherited) || touches(figure, last);
        boolean other = isOther(figure, last) && !told && !(part && figure.role == FigureRole.THRESHOLD);
        return level && (other || countsMore(figure));
    }

    /**
     * 接警出动|火灾: whether a verb alone takes for its object what a sentence before is about, although nothing was done with it
     * there, as in 受理诉求.
     */
    boolean isObject(String phrase, String subject) {
        boolean verb = subject.length() > phrase.length() && phrases.behindVerbs(phrase) == phrase.length();
        return verb && phrases.behindVerbs(topics.nearestTopic()) == 0;
    }

    /** 医疗机构86个，其中医院34个、床位|900张: has the part in front of it for its owner, which can be the whole as well. */
    static boolean isOfPart(MentionBuilder figure, String phrase, String subject, @Nullable MentionBuilder last) {
        boolean owned = subject.length() > phrase.length() && subject.endsWith(phrase);
        boolean counts = figure.quantity.unit().isCounting();
        return owned
                && counts
                && last != null
                && last.part
                && !last.hasUnit(figure.quantity.unit().code());
    }

    /** 13起|现行命案: what it counts is behind it, and was not understood. */
    private boolean countsMore(MentionBuilder figure) {
        int at = figure.to;
        boolean goesOn = at < text.length() && Character.isIdeographic(text.charAt(at)) && text.charAt(at) != '的';
        if (!goesOn || !figure.quantity.unit().isCounting()) {
            return false;
        }
        Entry word = here.at(at, text.length());
        return word == null || word.is(Kind.NOUN, Kind.COUNTED) || (word.length() == 1 && !word.is(Kind.STOP));
    }

    /** Of another unit than the figure before it, which is an amount as well. */
    private static boolean isOther(MentionBuilder figure, MentionBuilder last) {
        boolean amount = last.role == FigureRole.LEVEL || last.role == FigureRole.TO;
        boolean same = figure.quantity.unit().hasSameBase(last.quantity.unit()) || (isMoney(figure) && isMoney(last));
        return amount && !same;
    }

    /** A currency of ISO 4217. */
    private static boolean isMoney(MentionBuilder figure) {
        String code = figure.quantity.unit().code();
        return code.length() == 3 && CharMatcher.inRange('A', 'Z').matchesAllOf(code);
    }

    /** 612户|2156人, 84批、213人次, 12个断面水质达标率|100%: told without a break, which is of one thing. */
    private boolean touches(MentionBuilder figure, MentionBuilder last) {
        for (int i = last.to; i < figure.from; i++) {
            if (phrases.isMark(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a quotation or a bracket of a subject is cut: 事故起数同比“双. */
    static boolean isCut(String subject) {
        int open = 0;
        for (int i = 0; i < subject.length(); i++) {
            char c = subject.charAt(i);
            open += OPENING.contains(c) ? 1 : 0;
            open -= CLOSING.contains(c) ? 1 : 0;
            if (open < 0) {
                return true;
            }
        }
        return open != 0;
    }
}
