package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.jspecify.annotations.Nullable;

/** Names people who came to harm by their accident: 发生生产安全事故2起，死亡1人 and 火灾3起，造成2人受伤 are 生产安全事故死亡人数 and 火灾受伤人数. */
final class Casualties {
    private static final String PERSON = "count:人";
    private static final String NAMED_PERSON = "count:名";

    private final String text;
    private final MeaningWords words;
    private final NounPhrases phrases;

    Casualties(String text, MeaningWords words, NounPhrases phrases) {
        this.text = text;
        this.words = words;
        this.phrases = phrases;
    }

    /** Returns where the word ends that says what happened to those whom a figure counts: 23人|死亡; the end of the figure if none does. */
    int end(MentionBuilder figure, int limit) {
        Entry harm = behind(figure, limit);
        return harm == null ? figure.to : figure.to + harm.length();
    }

    private @Nullable Entry behind(MentionBuilder figure, int limit) {
        Entry harm = isPeople(figure) ? words.at(text, figure.to, limit, Kind.CASUALTY) : null;
        int end = harm == null ? figure.to : figure.to + harm.length();
        boolean goesOn = end < text.length() && Character.isIdeographic(text.charAt(end));
        return goesOn ? null : harm;
    }

    /** Returns the subject of a figure that counts casualties; empty if it does not, or if no accident is named before it. */
    String of(MentionBuilder figure, String phrase, @Nullable MentionBuilder last, int limit) {
        Entry behind = behind(figure, limit);
        Entry inFront = isPeople(figure) && behind == null ? words.endOf(phrase, Kind.CASUALTY) : null;
        Entry harm = behind != null ? behind : inFront;
        if (harm == null) {
            return "";
        }
        String rest = without(phrase, inFront);
        String cause = without(rest, words.endOf(rest, Kind.CAUSE));
        if (phrases.behindVerbs(cause) < cause.length()) {
            return isAccident(cause) ? cause + harm.value : "";
        }
        String accident = last == null ? "" : phrases.owner(last.subject);
        return isAccident(accident) ? accident + harm.value : "";
    }

    private boolean isAccident(String noun) {
        return words.endOf(noun, Kind.EVENT) != null;
    }

    private static boolean isPeople(MentionBuilder figure) {
        return figure.role == FigureRole.LEVEL && (figure.hasUnit(PERSON) || figure.hasUnit(NAMED_PERSON));
    }

    private static String without(String phrase, @Nullable Entry end) {
        return end == null ? phrase : phrase.substring(0, phrase.length() - end.length());
    }
}
