package org.grassrootskpi.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a sentence before the one being read, from which it takes what its own words do not say. */
final class FiguresBefore {
    private static final String JOINED = "，,";

    private final String text;
    private final NounPhrases phrases;
    private final List<MentionBuilder> read;

    FiguresBefore(String text, NounPhrases phrases, List<MentionBuilder> read) {
        this.text = text;
        this.phrases = phrases;
        this.read = read;
    }

    /** The last figure in front of one, past those in brackets that are closed between them. */
    @Nullable MentionBuilder before(MentionBuilder figure) {
        int last = read.size() - 1;
        int open = last < 0 ? -1 : phrases.bracketBetween(read.get(last).to, figure.from);
        while (last >= 0 && open >= 0 && read.get(last).from > open) {
            last--;
        }
        return last < 0 ? null : read.get(last);
    }

    /** The subjects of as many levels before, of those since the last semicolon. */
    List<String> subjects(MentionBuilder list, int count) {
        List<String> subjects = new ArrayList<>();
        int from = list.from;
        for (int i = read.size() - 1; i >= 0 && subjects.size() < count; i--) {
            MentionBuilder figure = read.get(i);
            if (phrases.isParted(figure.to, from)) {
                break;
            }
            from = figure.from;
            if (subjects.isEmpty() || !subjects.get(0).equals(figure.subject)) {
                subjects.add(0, figure.subject);
            }
        }
        return subjects.size() == count ? subjects : List.of();
    }

    /** 0-17岁、60岁及以上户籍人口分别为A、B: people by their ages. */
    List<String> aged(String phrase, int count, CountedNouns nouns) {
        List<String> names = new ArrayList<>();
        for (int i = Math.max(0, read.size() - count); i < read.size(); i++) {
            MentionBuilder age = read.get(i);
            if (age.hasUnit(MentionBuilder.YEARS_OF_AGE)) {
                names.add(text.substring(age.from, nouns.boundEnd(age.to)) + phrase);
            }
        }
        return names.size() == count ? names : List.of();
    }

    /** The subject of the figure before one; that of the figure itself if it is the first. */
    String subjectBefore(MentionBuilder figure) {
        for (int at = 1; at < read.size(); at++) {
            if (read.get(at) == figure) {
                return read.get(at - 1).subject;
            }
        }
        return figure.subject;
    }

    /**
     * Returns whether a level is of something else than the figure before it: a count behind a rate (调处率100%，成功16起), a
     * length of time behind anything else, households and people of a place behind what the place has.
     */
    boolean isOther(MentionBuilder figure, MentionBuilder last) {
        String code = figure.quantity.unit().code();
        if (LengthsOfTime.isLength(code)) {
            return !LengthsOfTime.isLength(last.quantity.unit().code());
        }
        boolean people = (code.equals("count:户") || code.equals("count:人"))
                && last.quantity.unit().isCounting()
                && !last.hasUnit(MentionBuilder.YEARS_OF_AGE)
                && !last.hasUnit(code)
                && (JOINED.indexOf(text.charAt(figure.from - 1)) >= 0 || isWord(last.to, figure.from));
        return people || (figure.quantity.unit().isCounting() && last.isRatio() && last.role == FigureRole.LEVEL);
    }

    /** 158个|村民小组|1600户: whether what the figure before counts lies between two. */
    private boolean isWord(int from, int to) {
        return from < to && text.substring(from, to).chars().allMatch(Character::isIdeographic);
    }

    /** The last figure that is an amount and no change, share or rank of one; a figure itself if it is one or if there is none. */
    @Nullable MentionBuilder amount(@Nullable MentionBuilder last) {
        for (int i = placeOf(last); i >= 0; i--) {
            FigureRole role = read.get(i).role;
            if (role == FigureRole.LEVEL || role == FigureRole.TO) {
                return read.get(i);
            }
        }
        return last;
    }

    /** The last amount that can own others: not a rate, as 负债率 between 资产总额 and 营业收入. */
    MentionBuilder owning(MentionBuilder last) {
        for (int i = placeOf(last); i >= 0; i--) {
            MentionBuilder figure = read.get(i);
            boolean amount = figure.role == FigureRole.LEVEL || figure.role == FigureRole.TO;
            if (amount && !figure.isRatio()) {
                return figure;
            }
        }
        return last;
    }

    /** What changed by so much: the last figure that has the unit of the change, if the one before it has another. */
    @Nullable MentionBuilder changed(MentionBuilder change, MentionBuilder last) {
        boolean points = change.hasUnit("percentage-point");
        for (int i = placeOf(last); i >= 0; i--) {
            MentionBuilder figure = read.get(i);
            boolean elided = figure == last && figure.quantity.unit().isBareNumber();
            boolean same = points
                    ? figure.isRatio() && figure.role != FigureRole.CHANGE
                    : elided || figure.quantity.unit().hasSameBase(change.quantity.unit());
            if (same) {
                return figure;
            }
        }
        return null;
    }

    /** 床位|增加4.9万张: the subject of the last figure of the change's unit that is called so, with its owner; empty if none is. */
    String called(MentionBuilder change, String name) {
        for (int i = read.size() - 1; i >= 0; i--) {
            MentionBuilder figure = read.get(i);
            boolean same = change.isRatio() || figure.quantity.unit().hasSameBase(change.quantity.unit());
            if (same && figure.subject.length() > name.length() && figure.subject.endsWith(name)) {
                return figure.subject;
            }
        }
        return "";
    }

    /** The subject of the last figure of the same unit; empty if there is none. */
    String subjectOfUnit(MentionBuilder figure) {
        for (int i = read.size() - 1; i >= 0; i--) {
            if (read.get(i).hasUnit(figure.quantity.unit().code())
                    && !LengthsOfTime.isLength(figure.quantity.unit().code())) {
                return read.get(i).subject;
            }
        }
        return "";
    }

    /** Where a figure is among those read; -1 if it is none of them. */
    private int placeOf(@Nullable MentionBuilder figure) {
        int at = read.size() - 1;
        while (at >= 0 && read.get(at) != figure) {
            at--;
        }
        return at;
    }
}
