package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words between a subject and its figure by a few patterns: 占 whole 的 (比重为), 完成 plan 的, 较 base 增长,
 * 高于 average, 居 field; the words are in {@code meaning.tsv} and {@code words.tsv}.
 */
final class RelationFinder {
    private static final String MORE = "的";
    private static final int MAX_BASE = 18;
    private static final int MAX_VERB = 6;
    private static final String NO_BASE_AFTER = "重例率";
    private static final String NO_BASE_BEFORE = "同环占对相可均";

    private final String text;
    private final ReaderVocabulary vocabulary;
    private final MeaningWords words;
    private final TextWords here;
    private final NounPhrases phrases;

    /** The plan whose amount was read last. */
    private String plan = "";

    RelationFinder(String text, ReaderVocabulary vocabulary, MeaningWords words, TextWords here, NounPhrases phrases) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.words = words;
        this.here = here;
        this.phrases = phrases;
    }

    /** Returns the relation of a figure to the piece of text in front of it. */
    Relation of(MentionBuilder figure, int from) {
        int to = figure.from;
        if (figure.hasUnit("rank")) {
            return rank(figure, from, to);
        }
        Relation gap = gap(figure, from, to);
        if (gap != null) {
            return gap;
        }
        if (figure.comparison == ReportedComparison.COMPLETION) {
            return completion(from, to);
        }
        Relation amount = amount(figure, from, to);
        if (amount != null) {
            return amount;
        }
        if (figure.comparison == ReportedComparison.SHARE) {
            return share(from, to);
        }
        int end = phrases.withoutTail(from, to);
        int earned =
                figure.role == FigureRole.CHANGE || figure.role == FigureRole.LEVEL ? earnedEnd(from, end, to) : -1;
        if (earned > 0 && !figure.isRatio()) {
            return new Relation(FigureRole.LEVEL, earned, null, false);
        }
        if (figure.role == FigureRole.CHANGE && figure.hasUnit("percentage-point") && has(from, end, Kind.PULL)) {
            return new Relation(FigureRole.LEVEL, to, null, false);
        }
        boolean rise = figure.role == FigureRole.LEVEL && rises(end, to);
        if (figure.comparison == ReportedComparison.MULTIPLE_INCREASE
                || (figure.hasUnit("times") && !isRatioName(from, end))) {
            return change(FigureRole.MULTIPLE, from, end, to);
        }
        if (figure.role == FigureRole.CHANGE || rise) {
            return change(FigureRole.CHANGE, from, end, to);
        }
        Relation level = change(figure.role, from, end, to);
        FigureRole role = figure.role == FigureRole.LEVEL ? step(end, to) : figure.role;
        return new Relation(role, level.subjectEnd(), null, isPlanned(end, to));
    }

    private Relation rank(MentionBuilder figure, int from, int to) {
        int open = -1;
        int openEnd = -1;
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            if (word != null && word.is(WordKind.STANDING)) {
                open = i;
                openEnd = i + word.text.length();
            }
            i += word == null ? 0 : word.text.length() - 1;
        }
        String field = open < 0 ? "" : trimmed(openEnd, to);
        int end = open < 0 ? to : open;
        if (field.isEmpty() && figure.scope != null) {
            field = figure.scope;
            int before = phrases.withoutTail(from, end);
            end = text.startsWith(field, before - field.length()) && before - field.length() >= from
                    ? before - field.length()
                    : before;
        }
        return new Relation(
                FigureRole.RANK, phrases.withoutTail(from, Math.max(from, end)), field.isEmpty() ? null : field, false);
    }

    /** 高于全省平均2个百分点 is a distance, 低于最低标准99% a limit. */
    private @Nullable Relation gap(MentionBuilder figure, int from, int to) {
        boolean isShare = figure.isRatio() || figure.hasUnit("percentage-point");
        for (int i = to - 1; i >= from && to - i < MAX_BASE; i--) {
            Entry word = here.at(i, to, Kind.GAP);
            if (word == null) {
                continue;
            }
            String field = plan(i + word.length(), to);
            if (!isShare && !isPlan(field)) {
                return null;
            }
            Entry norm = field.isEmpty() ? null : words.endOf(field, Kind.NORM);
            boolean limit = norm != null && !field.contains("平均");
            int end = phrases.withoutTail(from, i);
            if (limit && figure.isRatio()) {
                return new Relation(FigureRole.THRESHOLD, end, null, false);
            }
            if (field.length() > 1 && !Character.isDigit(field.charAt(0))) {
                return new Relation(FigureRole.CHANGE, end, field, false);
            }
        }
        return null;
    }

    /** 城乡居民收入比2.31倍 is a level, whose unit is a multiple. */
    private boolean isRatioName(int from, int end) {
        return end > from && text.charAt(end - 1) == '比';
    }

    private boolean isPlan(String field) {
        for (int i = 0; i < field.length(); i++) {
            Word word = vocabulary.wordAt(field, i, field.length());
            if (word != null && (word.is(WordKind.PLAN) || word.is(WordKind.TARGET))) {
                return true;
            }
            i += word == null ? 0 : word.text.length() - 1;
        }
        return false;
    }

    private Relation completion(int from, int to) {
        if (plan(from, to).isEmpty()) {
            return new Relation(FigureRole.COMPLETION, from, plan.isEmpty() ? null : plan, false);
        }
        int open = planOpener(from, to);
        if (open < 0) {
            return new Relation(FigureRole.COMPLETION, phrases.withoutTail(from, to), null, false);
        }
        String of = plan(open + wordLength(open, to), to);
        return new Relation(FigureRole.COMPLETION, phrases.withoutTail(from, open), of.isEmpty() ? null : of, false);
    }

    /** 完成年初预算|6亿元|的40%: the amount of a plan, of which a share is done. */
    private @Nullable Relation amount(MentionBuilder figure, int from, int to) {
        boolean of = !figure.isRatio() && figure.to < text.length() && text.charAt(figure.to) == '的';
        int open = of ? planOpener(from, to) : -1;
        if (open < 0) {
            return null;
        }
        plan = plan(open + wordLength(open, to), to);
        return new Relation(FigureRole.LEVEL, phrases.withoutTail(from, open), null, true);
    }

    private int wordLength(int at, int to) {
        Word word = here.wordAt(at, to);
        return word == null ? 1 : word.text.length();
    }

    /** Where the word begins that leads to the name of a plan: 完成|年初预算, 占|全年任务; -1 if there is none. */
    private int planOpener(int from, int to) {
        int open = -1;
        int candidate = -1;
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            if (word == null) {
                continue;
            }
            boolean opens = word.is(WordKind.COMPLETE) || word.is(WordKind.SHARE) || isCopula(word);
            if (word.is(WordKind.PLAN) || word.is(WordKind.TARGET)) {
                open = candidate;
            } else if (opens) {
                candidate = i;
            }
            i += word.text.length() - 1;
        }
        return open;
    }

    private String plan(int from, int to) {
        int end = to;
        while (end > from && "的约近为达 ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(from, end).strip();
    }

    private static boolean isCopula(Word word) {
        return word.text.equals("为") || word.text.equals("达") || word.text.equals("达到");
    }

    private Relation share(int from, int to) {
        int open = text.lastIndexOf('占', to - 1);
        while (open >= from && isNoun(open, to)) {
            open = text.lastIndexOf('占', open - 1);
        }
        if (open < from) {
            int end = phrases.withoutTail(from, to);
            int start = phrases.behindLead(from, end);
            Entry noun = here.at(start, end, Kind.RATIO_NOUN);
            boolean alone = noun != null && start + noun.length() == end;
            return new Relation(FigureRole.SHARE, alone ? from : end, null, false);
        }
        int end = phrases.withoutTail(open + 1, to);
        for (int i = Math.max(open + 1, end - 6); i < end; i++) {
            Entry noun = here.at(i, end, Kind.RATIO_NOUN);
            if (noun != null && i + noun.length() == end) {
                end = phrases.withoutTail(open + 1, i);
                break;
            }
        }
        String whole = trimmed(open + 1, Math.max(open + 1, end));
        return new Relation(FigureRole.SHARE, phrases.withoutTail(from, open), whole.isEmpty() ? null : whole, false);
    }

    private boolean isNoun(int at, int to) {
        Entry word = here.at(at, to);
        return word != null && word.is(Kind.NOUN);
    }

    private Relation change(FigureRole role, int from, int end, int to) {
        int open = baseStart(from, to);
        if (open < 0) {
            return new Relation(role, end, named(text.substring(end, to)), false);
        }
        int baseEnd = changeStart(open + 1, to);
        return new Relation(role, phrases.withoutTail(from, open), base(text.substring(open + 1, baseEnd)), false);
    }

    /** The first word of change behind a base, or where the phrase of the base ends. */
    private int changeStart(int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            boolean change = word != null && (word.is(WordKind.INCREASE) || word.is(WordKind.DECREASE));
            if (change || here.at(i, to, Kind.RISE) != null) {
                return i;
            }
        }
        return from + plan(from, to).length();
    }

    /** The 较 or 比 of what the change is measured against, or -1. */
    private int baseStart(int from, int end) {
        for (int i = end - 2; i >= from && end - i < MAX_BASE + MAX_VERB; i--) {
            char c = text.charAt(i);
            char before = i > from ? text.charAt(i - 1) : ' ';
            boolean opens = c == '较' || (c == '比' && NO_BASE_AFTER.indexOf(text.charAt(i + 1)) < 0);
            if (opens && !isNoun(i, end) && NO_BASE_BEFORE.indexOf(before) < 0 && !(c == '较' && before == '比')) {
                return i;
            }
        }
        return -1;
    }

    /** Returns what a phrase behind 较 names. */
    @Nullable String base(String printed) {
        String phrase = printed.replace("相比", "").strip();
        phrase = phrase.endsWith("比") ? phrase.substring(0, phrase.length() - 1) : phrase;
        if (phrase.endsWith(MORE)) {
            phrase = phrase.substring(0, phrase.length() - 1);
        }
        for (int i = 0; i < phrase.length(); i++) {
            if (words.at(phrase, i, phrase.length(), Kind.LAST_YEAR) != null) {
                return Relation.PREVIOUS_YEAR;
            }
        }
        boolean year = phrase.length() == 5 && phrase.endsWith("年") && NumberSigns.isDigit(phrase.charAt(0));
        return phrase.isEmpty() ? null : year ? phrase.substring(0, 4) : phrase;
    }

    private @Nullable String named(String between) {
        for (int i = 0; i < between.length(); i++) {
            Word word = vocabulary.wordAt(between, i, between.length());
            if (word != null && word.is(WordKind.OTHER_BASIS)) {
                return word.text;
            }
            if (word != null && word.is(WordKind.BASIS)) {
                return Relation.PREVIOUS_YEAR;
            }
            i += word == null ? 0 : word.text.length() - 1;
        }
        return null;
    }

    /**
     * 带动农户增收|3000元: behind a verb of earning that is what was done; -1 if it is the change of a revenue (税收增收2亿元) or
     * there is none.
     */
    private int earnedEnd(int from, int end, int to) {
        for (int i = end; i < to; i++) {
            Entry verb = here.at(i, to, Kind.EARN);
            if (verb != null) {
                boolean named = end > from && words.nounEndAt(text, from, end) != null;
                boolean compared = baseStart(from, to) >= 0 || named(text.substring(end, to)) != null;
                return named || compared || end == phrases.behindLead(from, end) ? -1 : i + verb.length();
            }
        }
        return -1;
    }

    private boolean rises(int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            if (word != null && (word.is(WordKind.INCREASE) || word.is(WordKind.DECREASE))) {
                return !reaches(i + word.text.length(), to);
            }
            Entry entry = here.at(i, to);
            if (entry != null && entry.is(Kind.RISE)) {
                return true;
            }
            int length = Math.max(word == null ? 1 : word.text.length(), entry == null ? 1 : entry.length());
            i += length - 1;
        }
        return false;
    }

    private boolean has(int from, int to, Kind kind) {
        for (int i = from; i < to; i++) {
            if (here.at(i, to, kind) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            if (word != null && word.is(WordKind.REACH)) {
                return true;
            }
        }
        return false;
    }

    /** 由2020年的 leads to an old level, 增加到2025年的 to a new one. */
    private FigureRole step(int from, int to) {
        boolean moved = false;
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            if (word == null) {
                continue;
            }
            if (word.is(WordKind.FROM)) {
                return FigureRole.FROM;
            }
            if (word.is(WordKind.REACH) && (moved || word.text.length() > 1)) {
                return FigureRole.TO;
            }
            moved |= word.is(WordKind.INCREASE) || word.is(WordKind.DECREASE);
            i += word.text.length() - 1;
        }
        return FigureRole.LEVEL;
    }

    private boolean isPlanned(int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            if (word != null && word.is(WordKind.PLAN)) {
                return true;
            }
            Entry entry = here.at(i, to);
            if (entry != null && entry.text.startsWith("预期")) {
                return true;
            }
            i += word == null ? 0 : word.text.length() - 1;
        }
        return false;
    }

    /** A stretch without blanks and the 的 at its end. */
    private String trimmed(int from, int to) {
        int end = phrases.withoutTail(from, to);
        String phrase = text.substring(from, Math.max(from, end)).strip();
        return !phrase.isEmpty() && "约由从".indexOf(phrase.charAt(0)) >= 0 ? phrase.substring(1) : phrase;
    }
}
