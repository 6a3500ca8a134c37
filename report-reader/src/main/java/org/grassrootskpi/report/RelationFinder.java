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
    private static final int MAX_BASE = 18;

    private static final String AVERAGE = "平均";

    private final String text;
    private final ReaderVocabulary vocabulary;
    private final MeaningWords words;
    private final TextWords here;
    private final NounPhrases phrases;
    private final ChangeBases bases;

    /** The plan whose amount was read last. */
    private String plan = "";

    RelationFinder(String text, ReaderVocabulary vocabulary, MeaningWords words, TextWords here, NounPhrases phrases) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.words = words;
        this.here = here;
        this.phrases = phrases;
        this.bases = new ChangeBases(text, words, here, phrases);
    }

    /** Returns whether a phrase names a share, as 比重 does. */
    boolean isRatioNoun(String phrase) {
        return words.is(phrase, Kind.RATIO_NOUN);
    }

    /** Returns what a phrase behind 较 names. */
    @Nullable String base(String printed) {
        return bases.base(printed);
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
        Relation aside = aside(figure, from, to);
        if (aside != null) {
            return aside;
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
        int base = bases.baseStart(from, to);
        boolean more = base >= 0 && has(base, to, Kind.MORE);
        boolean rise = figure.role == FigureRole.LEVEL && (more || rises(figure, end, to));
        if (figure.comparison == ReportedComparison.MULTIPLE_INCREASE
                || (figure.hasUnit("times") && !isRatioName(from, end))) {
            return bases.change(FigureRole.MULTIPLE, from, base, end, to);
        }
        if (figure.role == FigureRole.CHANGE || rise) {
            return bases.change(FigureRole.CHANGE, from, base, end, to);
        }
        Relation level = bases.change(figure.role, from, base, end, to);
        FigureRole role = figure.role == FigureRole.LEVEL ? step(end, to) : figure.role;
        return new Relation(role, level.subjectEnd(), null, isPlanned(end, to));
    }

    /** 按2018年平均汇率计算|为 says how, and 恢复到2019年的|83% which share of an earlier level something is; null if neither is said. */
    private @Nullable Relation aside(MentionBuilder figure, int from, int to) {
        if (!here.mayHold(from, to, Kind.METHOD) && !here.mayHold(from, to, Kind.RESUME)) {
            return null;
        }
        for (int i = from; i < to; i++) {
            Entry word = here.at(i, to);
            if (word != null && word.is(Kind.METHOD) && text.charAt(phrases.behindLead(from, i)) == '按') {
                return new Relation(FigureRole.LEVEL, from, null, false);
            }
            if (word != null && word.is(Kind.RESUME) && figure.isRatio() && text.charAt(figure.from - 1) == '的') {
                String level = bases.base(text.substring(i + word.length(), to - 1));
                return level == null
                        ? null
                        : new Relation(FigureRole.SHARE, phrases.withoutTail(from, i), level, false);
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return null;
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
        if (!here.mayHold(from, to, Kind.GAP)) {
            return null;
        }
        boolean isShare = figure.isRatio() || figure.hasUnit("percentage-point");
        for (int i = to - 1; i >= from && to - i < MAX_BASE; i--) {
            Entry word = here.at(i, to, Kind.GAP);
            if (word == null) {
                continue;
            }
            String field = plan(i + word.length(), to);
            if (word.length() == 1 && !isPlan(field)) {
                continue;
            }
            if (!isShare && !isPlan(field) && !field.contains(AVERAGE)) {
                return null;
            }
            Entry norm = field.isEmpty() ? null : words.endOf(field, Kind.NORM);
            boolean limit = norm != null && !field.contains(AVERAGE);
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
        return text.substring(from, phrases.withoutOf(from, to)).strip();
    }

    private static boolean isCopula(Word word) {
        return word.text.equals("为") || word.text.equals("达") || word.text.equals("达到");
    }

    private Relation share(int from, int to) {
        int open = to - 1;
        while (open >= from && (text.charAt(open) != '占' || isNoun(open, to))) {
            open--;
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

    /**
     * 带动农户增收|3000元: behind a verb of earning that is what was done; -1 if it is the change of a revenue (税收增收2亿元) or
     * there is none.
     */
    private int earnedEnd(int from, int end, int to) {
        for (int i = end; i < to; i++) {
            Entry verb = here.at(i, to, Kind.EARN);
            if (verb != null) {
                boolean named = end > from && words.nounEndAt(text, from, end) != null;
                boolean compared = bases.baseStart(from, to) >= 0 || bases.named(end, to) != null;
                return named || compared || end == phrases.behindLead(from, end) ? -1 : i + verb.length();
            }
        }
        return -1;
    }

    private boolean rises(MentionBuilder figure, int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = here.wordAt(i, to);
            if (word != null && (word.is(WordKind.INCREASE) || word.is(WordKind.DECREASE))) {
                return !reaches(i + word.text.length(), to);
            }
            Entry entry = here.at(i, to);
            if (entry != null && entry.is(Kind.RISE)) {
                return figure.isRatio() || !entry.value.equals(ChangeBases.RATIO);
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
