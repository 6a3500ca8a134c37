package org.grassrootskpi.report;

import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the words in front of a figure: {@code subject basis? verb reach? filler* figure}.
 *
 * <p>From the figure the words are followed to the left as long as they touch: a verb of change makes it a change, a verb
 * and 到 its result, a plan a completion. If none of them is met, a word of share further left in the clause counts.
 */
final class MentionGrammar {
    private final String text;
    private final ClauseTokens tokens;

    MentionGrammar(String text, ClauseTokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    void relate() {
        MentionBuilder previous = null;
        for (int i = 0; i < tokens.size(); i++) {
            MentionBuilder figure = tokens.figure(i);
            if (figure == null) {
                continue;
            }
            relate(i, figure, previous);
            previous = figure;
        }
    }

    private void relate(int index, MentionBuilder figure, @Nullable MentionBuilder previous) {
        qualify(index, figure);
        if (previous != null && figure.listed && figure.quantity.unit().hasSameBase(previous.quantity.unit())) {
            inherit(figure, previous);
            return;
        }
        if (figure.comparison != null) {
            return;
        }
        if (previous != null && figure.isRatio() && isOfPlan(index, previous)) {
            compare(figure, ReportedComparison.COMPLETION, figure.from);
            return;
        }
        lead(index, figure);
        if (figure.comparison == null && figure.role == FigureRole.LEVEL) {
            follow(index, figure);
        }
        if (figure.hasUnit("rank")) {
            figure.comparison = ReportedComparison.RANK;
            int scope = scope(index);
            Word word = scope < 0 ? null : tokens.word(scope);
            figure.scope = word == null ? null : word.value;
        }
        if (figure.role == FigureRole.TO && previous != null && tokens.lastInClause(index, WordKind.FROM) >= 0) {
            if (previous.quantity.unit().hasSameBase(figure.quantity.unit()) && previous.role != FigureRole.CHANGE) {
                previous.role = FigureRole.FROM;
                if (previous.comparison != ReportedComparison.RANK) {
                    previous.comparison = null;
                }
                if (figure.comparison == ReportedComparison.SHARE) {
                    figure.comparison = null;
                }
            }
        }
        if (figure.comparison == null && figure.role == FigureRole.LEVEL && previous != null) {
            parallel(index, figure, previous);
        }
        if (figure.role == FigureRole.LEVEL) {
            limit(figure);
        }
    }

    /** 完成年初预算6亿元的|40%: the amount of the plan is printed between its name and the share that is done. */
    private boolean isOfPlan(int index, MentionBuilder amount) {
        int at = index - 1;
        while (at >= 0 && tokens.is(at, WordKind.FILLER)) {
            at--;
        }
        boolean of = at > 0 && tokens.figure(at) == amount && text.charAt(amount.to) == '的';
        return of && tokens.is(at - 1, WordKind.PLAN) && isGap(tokens.end(at - 1), amount.from);
    }

    private int scope(int index) {
        for (int i = index - 1; i >= 0 && i > index - 6; i--) {
            Word word = tokens.word(i);
            if (word != null && word.is(WordKind.RANK) && !word.value.isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private void inherit(MentionBuilder figure, MentionBuilder previous) {
        figure.comparison = previous.comparison;
        if (figure.role == FigureRole.LEVEL) {
            figure.role = previous.role;
        }
        figure.phraseStart = previous.phraseStart;
        figure.scope = previous.scope;
        if (previous.eachQualified) {
            figure.qualify(previous.quantity.qualifier());
            figure.eachQualified = true;
        }
    }

    private void qualify(int index, MentionBuilder figure) {
        if (figure.suffixed
                && figure.quantity.qualifier() == Qualifier.ABOVE
                && tokens.lastInClause(index, WordKind.ENSURE) >= 0) {
            figure.quantity = figure.quantity.withQualifier(Qualifier.AT_LEAST);
        }
        int per = tokens.lastBefore(index, WordKind.PER);
        Word word = per < 0 ? null : tokens.word(per);
        if (word != null) {
            figure.qualify(word.qualifier());
        }
        int hedge = tokens.is(index - 1, WordKind.FILLER) ? tokens.lastInClause(index, WordKind.HEDGE) : -1;
        word = hedge < 0 || figure.from - tokens.end(hedge) > MAX_PARALLEL ? null : tokens.word(hedge);
        if (word != null) {
            figure.qualify(word.qualifier());
        }
        figure.eachQualified = figure.from < figure.start && touching(index, figure.from, WordKind.EACH);
    }

    private boolean touching(int index, int edge, WordKind kind) {
        return tokens.is(index - 1, kind) && isGap(tokens.end(index - 1), edge);
    }

    /** Follows the words that touch the figure to the left. */
    private void lead(int index, MentionBuilder figure) {
        int edge = figure.from;
        boolean reach = false;
        boolean of = false;
        int basis = -1;
        for (int i = index - 1; i >= 0 && tokens.figure(i) == null && isGap(tokens.end(i), edge); i--) {
            Word word = tokens.word(i);
            if (word == null) {
                return;
            }
            if (word.is(WordKind.INCREASE) || word.is(WordKind.DECREASE)) {
                change(i, figure, word.is(WordKind.INCREASE), reach);
                return;
            }
            if (word.is(WordKind.RATE) && figure.isRatio()) {
                compare(figure, ReportedComparison.COMPLETION, tokens.start(i));
                return;
            }
            if (word.is(WordKind.PLAN) && figure.isRatio() && (of || completes(i))) {
                compare(figure, ReportedComparison.COMPLETION, tokens.start(i));
                return;
            }
            if (word.is(WordKind.FROM)) {
                figure.role = FigureRole.FROM;
                return;
            }
            if (word.is(WordKind.SHARE) && figure.isRatio()) {
                share(i, figure);
                return;
            }
            if (word.is(WordKind.COMPLETE) && figure.isRatio()) {
                compare(figure, ReportedComparison.COMPLETION, tokens.start(i));
                return;
            }
            if (word.is(WordKind.REACH)) {
                reach = true;
            } else if (!passes(word, figure)) {
                break;
            }
            of |= word.text.equals("的");
            basis = basis < 0 && word.is(WordKind.BASIS) ? i : basis;
            edge = tokens.start(i);
        }
        if (reach) {
            figure.role = FigureRole.TO;
        } else if (figure.isRatio() && basis >= 0 && (basis == index - 1 || isSigned(figure))) {
            compare(figure, ReportedComparison.YOY_INCREASE, tokens.start(basis));
            figure.role = FigureRole.CHANGE;
            return;
        }
        if (figure.isRatio()) {
            farther(index, figure, of);
        }
    }

    /** Reads 同比分别-6.8%、2.1%: without a verb, only a sign distinguishes a growth from a level. */
    private boolean isSigned(MentionBuilder figure) {
        return !Character.isLetterOrDigit(text.charAt(figure.start));
    }

    private static boolean passes(Word word, MentionBuilder figure) {
        return word.is(WordKind.FILLER)
                || word.is(WordKind.EACH)
                || word.is(WordKind.BASIS)
                || word.is(WordKind.PLAN)
                || (word.is(WordKind.RANK) && figure.hasUnit("rank"));
    }

    private void farther(int index, MentionBuilder figure, boolean of) {
        int complete = of ? tokens.lastBefore(index, WordKind.COMPLETE) : -1;
        if (complete >= 0) {
            compare(figure, ReportedComparison.COMPLETION, tokens.start(complete));
            return;
        }
        int share = tokens.lastBefore(index, WordKind.SHARE);
        if (share >= 0) {
            int plan = tokens.lastBefore(index, WordKind.PLAN);
            if (plan > share && of) {
                compare(figure, ReportedComparison.COMPLETION, tokens.start(share));
            } else {
                share(share, figure);
            }
        }
    }

    private void share(int at, MentionBuilder figure) {
        Word word = tokens.word(at);
        compare(figure, ReportedComparison.SHARE, tokens.start(at));
        if (word != null) {
            figure.qualify(word.qualifier());
        }
    }

    private boolean completes(int plan) {
        return tokens.lastBefore(plan, WordKind.COMPLETE) >= 0 || tokens.lastBefore(plan, WordKind.SHARE) >= 0;
    }

    private void change(int at, MentionBuilder figure, boolean increase, boolean reach) {
        if (reach) {
            if (figure.role == FigureRole.LEVEL) {
                figure.role = FigureRole.TO;
            }
            int share = figure.isRatio() ? tokens.lastBefore(at, WordKind.SHARE) : -1;
            if (share >= 0) {
                share(share, figure);
            }
            return;
        }
        int phrase = at;
        while (phrase > 0
                && (tokens.is(phrase - 1, WordKind.BASIS) || tokens.is(phrase - 1, WordKind.EACH))
                && isGap(tokens.end(phrase - 1), tokens.start(phrase))) {
            phrase--;
        }
        if (figure.role == FigureRole.LEVEL) {
            figure.role = FigureRole.CHANGE;
        }
        boolean elsewhere = tokens.lastBefore(at, WordKind.OTHER_BASIS) >= 0;
        if (elsewhere) {
            return;
        }
        if (figure.hasUnit("times")) {
            compare(
                    figure,
                    increase ? ReportedComparison.MULTIPLE_INCREASE : ReportedComparison.YOY_DECREASE,
                    tokens.start(phrase));
        } else if (figure.isRatio() || figure.hasUnit("percentage-point") || !increase || isAgainst(at)) {
            compare(
                    figure,
                    increase ? ReportedComparison.YOY_INCREASE : ReportedComparison.YOY_DECREASE,
                    tokens.start(phrase));
        } else if (figure.role == FigureRole.CHANGE) {
            figure.role = FigureRole.LEVEL;
        }
    }

    private boolean isAgainst(int at) {
        return tokens.lastBefore(at, WordKind.BASIS) >= 0;
    }

    /** 5%的增长, 5%左右的增速: the word of change may follow. */
    private void follow(int index, MentionBuilder figure) {
        if (!figure.isRatio()) {
            return;
        }
        int i = index + 1;
        int edge = figure.to;
        if (i < tokens.size() && tokens.is(i, WordKind.FILLER) && tokens.start(i) == edge) {
            edge = tokens.end(i);
            i++;
        }
        boolean increase = tokens.is(i, WordKind.INCREASE);
        if ((increase || tokens.is(i, WordKind.DECREASE)) && tokens.start(i) == edge) {
            int next = i + 1;
            boolean leadsOn = next < tokens.size()
                    && isGap(tokens.end(i), tokens.start(next))
                    && (tokens.is(next, WordKind.REACH) || tokens.figure(next) != null);
            if (!leadsOn) {
                compare(
                        figure,
                        increase ? ReportedComparison.YOY_INCREASE : ReportedComparison.YOY_DECREASE,
                        figure.from);
                figure.role = FigureRole.CHANGE;
            }
        }
    }

    /** 城镇居民收入增长6.1%、农村居民7.4%: the second verb goes without saying. */
    private void parallel(int index, MentionBuilder figure, MentionBuilder previous) {
        boolean change = previous.comparison == ReportedComparison.YOY_INCREASE
                || previous.comparison == ReportedComparison.YOY_DECREASE;
        int gap = figure.from - previous.to;
        if (change && figure.isRatio() && previous.isRatio() && gap > 1 && gap <= MAX_PARALLEL) {
            char first = text.charAt(previous.to);
            boolean joined = first == '、' || first == '和';
            boolean plain = text.charAt(figure.from - 1) != '率' && tokens.figure(index - 1) != null;
            if (joined && plain) {
                inherit(figure, previous);
            }
        }
    }

    private static final int MAX_PARALLEL = 12;

    private void limit(MentionBuilder figure) {
        boolean limit = figure.suffixed && figure.quantity.qualifier() != Qualifier.ABOUT;
        char after = figure.to < text.length() ? text.charAt(figure.to) : ' ';
        if (limit && Character.isLetterOrDigit(after) && after != '的' && after != '和' && after != '与') {
            figure.role = FigureRole.THRESHOLD;
        }
    }

    private void compare(MentionBuilder figure, ReportedComparison comparison, int phraseStart) {
        figure.comparison = comparison;
        figure.phraseStart = phraseStart;
    }

    private boolean isGap(int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '(' || c == '（') {
                int close = closing(i, to);
                if (close < 0) {
                    return false;
                }
                i = close;
            } else if (c != ' ' && c != '\u3000' && c != '\u00A0' && c != '“' && c != '”') {
                return false;
            }
            i++;
        }
        return true;
    }

    private int closing(int from, int to) {
        for (int i = from + 1; i < to && i - from < MAX_PARALLEL; i++) {
            if (text.charAt(i) == ')' || text.charAt(i) == '）') {
                return i;
            }
        }
        return -1;
    }
}
