package org.grassrootskpi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.quantity.DoubtReason;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityDoubt;
import org.grassrootskpi.quantity.QuantityMatch;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/** Cuts a clause into words and figures, skipping names in quotation marks and book titles. */
final class ClauseScanner {
    private static final Unit TIMES = Unit.parse("倍");
    private static final int MAX_QUOTED_NAME = 30;
    private static final int MAX_TITLE = 60;
    private static final int MAX_DOUBLINGS = 10;
    private static final String DOUBLING = "番";
    private static final char RATE_END = '之';
    private static final int RATE_LENGTH = 3;
    private static final String NOUN_ENDINGS = "率额量值";

    /** What may stand between a noun and the number whose unit it names. */
    private static final int LEADING = WordKind.INCREASE.bit
            | WordKind.DECREASE.bit
            | WordKind.REACH.bit
            | WordKind.FROM.bit
            | WordKind.FILLER.bit
            | WordKind.BASIS.bit
            | WordKind.OTHER_BASIS.bit
            | WordKind.EACH.bit
            | WordKind.TARGET.bit
            | WordKind.ENSURE.bit
            | WordKind.HEDGE.bit
            | WordKind.LEAD.bit
            | WordKind.COMPLETE.bit;

    private static final String PAUSE = "、";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String LIST_SIGNS = "、和与及或以／/ ";

    private final String text;
    private final ReaderVocabulary vocabulary;
    private final MentionFilter filter;
    private final PeriodFinder periods;
    private final ClauseTokens tokens;
    private final List<QuantityDoubt> doubts = new ArrayList<>();
    private int skipTo;

    ClauseScanner(String text, ReaderVocabulary vocabulary, PeriodFinder periods, ClauseTokens tokens) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.filter = new MentionFilter(text, vocabulary);
        this.periods = periods;
        this.tokens = tokens;
    }

    /** Reads from an offset to the end of the clause; returns where the last figure ends, perhaps behind that. */
    int scan(int from, int to) {
        tokens.clear();
        doubts.clear();
        int i = from;
        while (i < to) {
            i = step(i, to);
        }
        lendUnits();
        tokens.dropBare();
        return i;
    }

    /** The figures of the clause read last that cannot be read whole. */
    List<QuantityDoubt> doubts() {
        return doubts;
    }

    private int step(int at, int to) {
        skipTo = at;
        char c = text.charAt(at);
        int close = closing(c);
        if (close != 0) {
            return Math.max(at + 1, closed(at, close, to));
        }
        Word word = vocabulary.wordAt(text, at, to);
        MentionBuilder figure = word != null && word.is(WordKind.DOUBLE) ? doubling(at, word) : figureAt(at);
        if (word != null && (figure == null || figure.end <= at + word.text.length())) {
            int end = at + word.text.length();
            if (!isInsideNoun(word, end)) {
                tokens.add(at, end, word, null);
                periods.word(word);
            }
            return Math.max(end, skipTo);
        }
        if (figure != null) {
            tokens.add(figure.from, figure.to, null, figure);
            return figure.to;
        }
        return Math.max(skipTo, isLatinLetter(c) ? latinEnd(at, to) : at + 1);
    }

    /** 成功率, 投入量: a noun that begins like a verb. */
    private boolean isInsideNoun(Word word, int end) {
        boolean verb = word.is(WordKind.VERB) || word.is(WordKind.INCREASE) || word.is(WordKind.DECREASE);
        return verb && end < text.length() && NOUN_ENDINGS.indexOf(text.charAt(end)) >= 0;
    }

    /** Past a Latin word; what digits follow it are left to be judged on their own (GDP96亿元, but not 5G). */
    private int latinEnd(int at, int to) {
        int i = at + 1;
        while (i < to && isLatinLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int closing(char c) {
        return switch (c) {
            case '“' -> '”';
            case '‘' -> '’';
            case '《' -> '》';
            case '「' -> '」';
            case '『' -> '』';
            case '〔' -> '〕';
            case '"' -> '"';
            default -> 0;
        };
    }

    /** Behind a quoted name or a title; at its opening mark if what is quoted is a sentence or does not end. */
    private int closed(int at, int close, int to) {
        int limit = Math.min(text.length(), at + 1 + (close == '》' ? MAX_TITLE : MAX_QUOTED_NAME));
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == close) {
                return i + 1;
            }
            if (c == '\n' || c == '。' || (close != '》' && i >= to)) {
                return at;
            }
        }
        return at;
    }

    /** 翻番 is twice as much, 翻两番 four times. */
    private @Nullable MentionBuilder doubling(int at, Word word) {
        int i = at + word.text.length();
        if (text.startsWith("了", i)) {
            i++;
        }
        if (text.startsWith(DOUBLING, i)) {
            return multiple(new MentionBuilder(at, at, i + 1, i + 1, Quantity.of(2, TIMES)));
        }
        QuantityMatch match = Quantity.parsePrefix(text, i, vocabulary.units()).orElse(null);
        if (match == null || !match.quantity().unit().symbol().equals(DOUBLING)) {
            return null;
        }
        int times = match.quantity().value().intValue();
        if (times < 1 || times > MAX_DOUBLINGS) {
            return null;
        }
        if (match.quantity().value().scale() > 0) {
            doubts.add(QuantityDoubt.of(at, match.end(), DoubtReason.HALF, TIMES));
            skipTo = match.end();
            return null;
        }
        Quantity quantity =
                Quantity.of(1L << times, TIMES).withQualifier(match.quantity().qualifier());
        return multiple(new MentionBuilder(at, at, match.surfaceEnd(), match.end(), quantity));
    }

    private void doubt(QuantityDoubt doubt) {
        if (filter.isFigure(doubt, tokens)) {
            doubts.add(doubt);
            skipTo = doubt.end();
        }
    }

    private static MentionBuilder multiple(MentionBuilder figure) {
        figure.comparison = ReportedComparison.MULTIPLE_INCREASE;
        figure.role = FigureRole.CHANGE;
        return figure;
    }

    private @Nullable MentionBuilder figureAt(int at) {
        skipTo = at;
        Optional<QuantityMatch> found = Quantity.parsePrefix(text, at, vocabulary.units());
        if (found.isEmpty()) {
            skipTo = filter.numberEnd(at);
            QuantityDoubt.at(text, at, vocabulary.units()).ifPresent(this::doubt);
            return null;
        }
        QuantityMatch match = found.get();
        MentionFilter.Verdict verdict = filter.judge(match, tokens);
        DoubtReason reason = reason(verdict);
        if (reason != null) {
            QuantityMatch upper = upper(match.end());
            doubt(match, upper == null ? match.end() : upper.end(), reason);
            return null;
        }
        if (verdict == MentionFilter.Verdict.NONE) {
            periods.number(match, text);
            QuantityMatch upper = match.quantity().unit().isRank() ? upper(match.surfaceEnd()) : null;
            skipTo = Math.max(at + 1, upper == null ? match.surfaceEnd() : upper.end());
            return null;
        }
        if (verdict == MentionFilter.Verdict.RETRY) {
            return null;
        }
        boolean bare = verdict == MentionFilter.Verdict.BARE;
        if (bare && !match.quantity().unit().isBareNumber()) {
            return number(match);
        }
        int end = match.surfaceEnd();
        int parted = bare ? filter.partedUnitEnd(end) : -1;
        if (parted > end) {
            doubt(match, parted, DoubtReason.UNIT);
            return null;
        }
        MentionBuilder figure =
                new MentionBuilder(match.start(), match.surfaceStart(), end, match.end(), match.quantity());
        figure.bare = bare;
        figure.unitStart = match.unitStart();
        figure.unitEnd = match.unitEnd();
        MentionBuilder range = range(figure, match);
        return range == null ? figure : range;
    }

    private static @Nullable DoubtReason reason(MentionFilter.Verdict verdict) {
        return switch (verdict) {
            case SIGN -> DoubtReason.SIGN;
            case UNIT -> DoubtReason.UNIT;
            case DIGITS -> DoubtReason.DIGITS;
            default -> null;
        };
    }

    private void doubt(QuantityMatch match, int end, DoubtReason reason) {
        doubts.add(QuantityDoubt.of(match.start(), end, reason, match.quantity().unit()));
        skipTo = end;
    }

    /** The number behind a sign of a range, if one stands at an offset: 3℃ of -5至3℃, 5名 of 第3至5名. */
    private @Nullable QuantityMatch upper(int at) {
        if (at + 1 >= text.length() || MentionFilter.RANGE_SIGNS.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        int i = text.charAt(at + 1) == '第' ? at + 2 : at + 1;
        boolean number = i < text.length() && filter.isNumber(text.charAt(i));
        return number ? Quantity.parsePrefix(text, i, vocabulary.units()).orElse(null) : null;
    }

    /** The number alone, where a word cuts off the unit: 12 of 12部门. */
    private @Nullable MentionBuilder number(QuantityMatch match) {
        int end = filter.symbolStart(match);
        String printed = text.substring(match.surfaceStart(), end);
        return Quantity.parsePrefix(printed, 0, vocabulary.units())
                .map(number -> {
                    Quantity quantity =
                            number.quantity().withQualifier(match.quantity().qualifier());
                    MentionBuilder figure = new MentionBuilder(match.start(), match.surfaceStart(), end, end, quantity);
                    figure.bare = true;
                    return figure;
                })
                .orElse(null);
    }

    /** 20-30个 and 15万至20万元 are one figure: the lower end, with the upper one beside it. */
    private @Nullable MentionBuilder range(MentionBuilder lower, QuantityMatch match) {
        int i = lower.end;
        if (i >= text.length() || lower.suffixed || MentionFilter.RANGE_SIGNS.indexOf(text.charAt(i)) < 0) {
            return null;
        }
        boolean spoken = text.charAt(i) == '至' || text.charAt(i) == '到';
        if (spoken && tokens.lastBefore(tokens.size(), WordKind.FROM) >= 0) {
            return null;
        }
        i += i + 1 < text.length() && !spoken && text.charAt(i + 1) == text.charAt(i) ? 2 : 1;
        if (i >= text.length() || !filter.isNumber(text.charAt(i))) {
            return null;
        }
        Optional<QuantityMatch> found = Quantity.parsePrefix(text, i, vocabulary.units());
        if (found.isEmpty()) {
            return null;
        }
        QuantityMatch upper = found.get();
        MentionFilter.Verdict verdict = filter.judge(upper, tokens);
        if (verdict == MentionFilter.Verdict.BARE && match.unitStart() == match.unitEnd() && !lower.bare) {
            return rates(lower, match, upper);
        }
        if (verdict == MentionFilter.Verdict.NONE) {
            periods.range(match, upper, text);
            skipTo = upper.surfaceEnd();
            lower.bare = true;
            return null;
        }
        Quantity quantity = lower.bare ? lend(lower, upper) : lower.quantity;
        if (verdict != MentionFilter.Verdict.FIGURE
                || quantity == null
                || !quantity.unit().hasSameBase(upper.quantity().unit())
                || quantity.value().compareTo(upper.quantity().value()) > 0) {
            return null;
        }
        MentionBuilder range = new MentionBuilder(lower.from, lower.start, upper.surfaceEnd(), upper.end(), quantity);
        range.rangeEnd = upper.quantity();
        range.role = FigureRole.RANGE_END;
        range.unitStart = upper.unitStart();
        range.unitEnd = upper.unitEnd();
        range.qualify(upper.quantity().qualifier());
        return range;
    }

    /** 百分之五到六: the word of the rate is said once. */
    private @Nullable MentionBuilder rates(MentionBuilder lower, QuantityMatch match, QuantityMatch upper) {
        int rateEnd = text.indexOf(RATE_END, match.numberStart()) + 1;
        if (rateEnd != match.numberStart() + RATE_LENGTH) {
            return null;
        }
        String rate = text.substring(match.numberStart(), rateEnd);
        String whole = rate + text.substring(upper.surfaceStart(), upper.surfaceEnd());
        Quantity end = Quantity.parsePrefix(whole, 0, vocabulary.units())
                .filter(found -> found.end() == whole.length())
                .map(QuantityMatch::quantity)
                .orElse(null);
        if (end == null || lower.quantity.value().compareTo(end.value()) > 0) {
            return null;
        }
        MentionBuilder range =
                new MentionBuilder(lower.from, lower.start, upper.surfaceEnd(), upper.end(), lower.quantity);
        range.rangeEnd = end;
        range.role = FigureRole.RANGE_END;
        range.unitStart = upper.surfaceEnd();
        range.unitEnd = upper.surfaceEnd();
        return range;
    }

    private @Nullable Quantity lend(MentionBuilder number, QuantityMatch lender) {
        return lend(
                number,
                scale(number, lender.numberStart(), lender.numberEnd())
                        + text.substring(lender.unitStart(), lender.unitEnd()));
    }

    /** The scale that a numeral lends with its unit: 三至五万元 is from 30,000. */
    private String scale(MentionBuilder number, int from, int to) {
        boolean digit = number.end - number.start == 1
                && filter.isNumber(text.charAt(number.start))
                && !MentionFilter.isDigit(text.charAt(number.start))
                && !filter.isScale(text.charAt(number.start));
        int i = to;
        while (i > from && filter.isScale(text.charAt(i - 1))) {
            i--;
        }
        return digit && i == from + 1 && i < to && !MentionFilter.isDigit(text.charAt(from))
                ? text.substring(i, to)
                : "";
    }

    /** The number read with another's unit; a number that has a scale of its own takes the unit without its scale. */
    private @Nullable Quantity lend(MentionBuilder number, String unit) {
        String printed = text.substring(number.start, number.end);
        int from = 0;
        if (!number.quantity.unit().symbol().isEmpty() || filter.endsInScale(printed)) {
            while (from < unit.length() && filter.isScale(unit.charAt(from))) {
                from++;
            }
        }
        String whole = printed + unit.substring(from);
        return Quantity.parsePrefix(whole, 0, vocabulary.units())
                .filter(match -> match.end() == whole.length())
                .map(match -> match.quantity().withQualifier(number.quantity.qualifier()))
                .orElse(null);
    }

    /** Gives the members of a list the unit of the last one, and numbers with a scale the unit that is not printed. */
    private void lendUnits() {
        MentionBuilder behind = null;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            MentionBuilder figure = tokens.figure(i);
            if (figure == null) {
                continue;
            }
            MentionBuilder next = behind;
            behind = figure;
            boolean list = next != null && isListGap(figure.to, next.from);
            boolean begun = i > 0 && tokens.figure(i - 1) != null && isListGap(tokens.end(i - 1), figure.from);
            if (next != null && list && !begun && isGuess(i, figure, next)) {
                doubts.add(QuantityDoubt.of(figure.from, next.to, DoubtReason.DIGITS, next.quantity.unit()));
                figure.bare = true;
                next.bare = true;
                behind = null;
                continue;
            }
            if (next != null && list) {
                next.listed = true;
                if (figure.bare && !next.bare && filter.isNumber(text.charAt(figure.start))) {
                    lendFrom(figure, next);
                }
            }
            if (figure.bare) {
                lendElided(figure, i);
            }
            if (next != null && list && !figure.bare && next.suffixed && sameUnit(figure, next)) {
                figure.qualify(next.quantity.qualifier());
                figure.suffixed = true;
            }
        }
    }

    /** 三、四百家, 3、4个: two digits in a row guess at one number, unless it is said that they belong to several things. */
    private boolean isGuess(int index, MentionBuilder figure, MentionBuilder next) {
        boolean guess = figure.bare
                && endsInPlace(figure)
                && text.substring(figure.to, next.from).equals(PAUSE)
                && digit(figure.end - 1) > 0
                && digit(next.start) == digit(figure.end - 1) + 1
                && next.end > next.start + 1
                && !MentionFilter.isDigit(text.charAt(next.start + 1))
                && ".．点".indexOf(text.charAt(next.start + 1)) < 0;
        return guess && !isEach(index);
    }

    /** One digit, or one behind a scale: 三, 十七, 1万5. */
    private boolean endsInPlace(MentionBuilder figure) {
        return figure.end - figure.start == 1 || MentionFilter.isScaleOrChinese(text.charAt(figure.end - 2));
    }

    private boolean isEach(int index) {
        for (int i = index - 1; i >= 0; i--) {
            Word word = tokens.word(i);
            if (word != null && (word.is(WordKind.EACH) || word.text.startsWith("分别") || word.text.startsWith("依次"))) {
                return true;
            }
        }
        return false;
    }

    private int digit(int at) {
        char c = text.charAt(at) == '两' ? '二' : text.charAt(at);
        return Math.max(Character.digit(c, 10), DIGITS.indexOf(c));
    }

    private static boolean sameUnit(MentionBuilder one, MentionBuilder other) {
        return one.quantity.unit().hasSameBase(other.quantity.unit());
    }

    private void lendFrom(MentionBuilder number, MentionBuilder lender) {
        String scale = scale(number, lender.start, lender.unitStart);
        Quantity lent = lend(number, scale + text.substring(lender.unitStart, lender.unitEnd));
        if (lent != null && lent.unit().hasSameBase(lender.quantity.unit())) {
            number.quantity = lent;
            number.unitStart = lender.unitStart;
            number.unitEnd = lender.unitEnd;
            number.bare = false;
        }
    }

    private void lendElided(MentionBuilder number, int index) {
        if (!filter.mayStandWithoutUnit(number)) {
            return;
        }
        int noun = tokens.lastInClause(index, WordKind.ELIDED);
        Word word = noun < 0 || !leadsTo(noun, index) ? null : tokens.word(noun);
        number.bare = word != null && !filter.isClosed(number);
        if (number.bare) {
            doubts.add(QuantityDoubt.of(number.from, number.to, DoubtReason.UNIT, number.quantity.unit()));
        } else if (word != null) {
            String whole = text.substring(number.start, number.end) + word.value;
            Quantity.parsePrefix(whole, 0, vocabulary.units())
                    .filter(match -> match.end() == whole.length())
                    .ifPresent(match -> number.quantity = match.quantity().withQualifier(number.quantity.qualifier()));
        }
    }

    /** Whether nothing between a noun and a number is about something else: 投资拉动新增就业岗位3.5万 is no money. */
    private boolean leadsTo(int noun, int index) {
        int edge = tokens.end(noun);
        for (int i = noun + 1; i <= index; i++) {
            Word word = tokens.word(i);
            boolean passes = i == index || (word != null ? (word.kinds & LEADING) != 0 : tokens.figure(i) != null);
            if (!passes || hasLetter(edge, tokens.start(i))) {
                return false;
            }
            edge = tokens.end(i);
        }
        return true;
    }

    private boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isListGap(int from, int to) {
        if (to <= from || to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (LIST_SIGNS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
