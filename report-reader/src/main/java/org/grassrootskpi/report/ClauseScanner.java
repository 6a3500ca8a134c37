package org.grassrootskpi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final String text;
    private final ReaderVocabulary vocabulary;
    private final MentionFilter filter;
    private final ClauseTokens tokens;
    private final List<QuantityDoubt> doubts = new ArrayList<>();
    private final Consumer<QuantityDoubt> doubted = this::doubt;
    private final UnitLender lender;
    private final PartedUnits partedUnits;
    private final UnreadableNumbers unreadable;
    private int skipTo;

    ClauseScanner(String text, ReaderVocabulary vocabulary, ClauseTokens tokens) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.filter = new MentionFilter(text, vocabulary);
        this.tokens = tokens;
        this.lender = new UnitLender(text, vocabulary, filter, tokens, doubts);
        this.partedUnits = new PartedUnits(text, vocabulary.units());
        this.unreadable = new UnreadableNumbers(text, vocabulary.units());
    }

    /** Reads from an offset to the end of the clause; returns where the last figure ends, perhaps behind that. */
    int scan(int from, int to) {
        tokens.clear();
        doubts.clear();
        int i = from;
        while (i < to) {
            i = step(i, to);
        }
        lender.lendUnits();
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
        if (!vocabulary.mayStart(c)) {
            return isLatinLetter(c) ? latinEnd(at, to) : at + 1;
        }
        QuantityDoubt broken = unreadable.at(at);
        if (broken != null) {
            doubts.add(broken);
            return broken.end();
        }
        Word word = vocabulary.wordAt(text, at, to);
        MentionBuilder figure = word != null && word.is(WordKind.DOUBLE) ? doubling(at, word) : figureAt(at);
        if (word != null && (figure == null || figure.end <= at + word.text.length())) {
            int end = at + word.text.length();
            if (!isInsideNoun(word, end)) {
                tokens.add(at, end, word, null);
            }
            return Math.max(end, skipTo);
        }
        if (figure != null) {
            tokens.add(figure.from, figure.to, null, figure);
            return Math.max(figure.to, skipTo);
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
        if (!vocabulary.units().mayStartFigure(text.charAt(at)) && !NumberSigns.isNumber(text.charAt(at))) {
            return null;
        }
        Optional<QuantityMatch> found = QuantityMatch.at(text, at, vocabulary.units(), doubted);
        if (found.isEmpty()) {
            skipTo = skipTo > at ? skipTo : NumberSigns.numberEnd(text, at);
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
        int parted = bare ? partedUnits.endAt(end) : -1;
        if (parted > end) {
            doubt(match, parted, DoubtReason.UNIT);
            return null;
        }
        int signs = NumberSigns.boundStart(text, match.start());
        MentionBuilder figure = new MentionBuilder(signs, match.surfaceStart(), end, match.end(), match.quantity());
        if (signs < match.start()) {
            figure.qualify(NumberSigns.bound(text.substring(signs, match.start())));
        }
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

    /** Finds the number behind a sign of a range, if there is one at an offset: 3℃ of -5至3℃, 5名 of 第3至5名. */
    private @Nullable QuantityMatch upper(int at) {
        if (at + 1 >= text.length() || NumberSigns.RANGE_SIGNS.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        int i = text.charAt(at + 1) == '第' ? at + 2 : at + 1;
        boolean number = i < text.length() && NumberSigns.isNumber(text.charAt(i));
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

    /** Reads 20-30个 and 15万至20万元 as one figure: the lower end, with the upper one as the end of its range. */
    private @Nullable MentionBuilder range(MentionBuilder lower, QuantityMatch match) {
        int i = lower.end;
        if (i >= text.length() || lower.suffixed || NumberSigns.RANGE_SIGNS.indexOf(text.charAt(i)) < 0) {
            return null;
        }
        boolean spoken = text.charAt(i) == '至' || text.charAt(i) == '到';
        if (spoken && tokens.lastBefore(tokens.size(), WordKind.FROM) >= 0) {
            return null;
        }
        i += i + 1 < text.length() && !spoken && text.charAt(i + 1) == text.charAt(i) ? 2 : 1;
        if (i >= text.length() || !NumberSigns.isNumber(text.charAt(i))) {
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
        if (verdict == MentionFilter.Verdict.NONE || filter.isShortYears(lower.from, match, upper)) {
            skipTo = upper.surfaceEnd();
            lower.bare = true;
            return null;
        }
        Quantity quantity = lower.bare ? lender.lend(lower, upper) : lower.quantity;
        if (verdict != MentionFilter.Verdict.FIGURE
                || quantity == null
                || !quantity.unit().hasSameBase(upper.quantity().unit())
                || quantity.value().compareTo(upper.quantity().value()) > 0) {
            return null;
        }
        MentionBuilder range = new MentionBuilder(lower.from, lower.start, upper.surfaceEnd(), upper.end(), quantity);
        range.rangeEnd = upper.quantity();
        range.unitStart = upper.unitStart();
        range.unitEnd = upper.unitEnd();
        range.qualify(upper.quantity().qualifier());
        return range;
    }

    /** 百分之五到六: the word of the rate is said once. */
    private @Nullable MentionBuilder rates(MentionBuilder lower, QuantityMatch match, QuantityMatch upper) {
        int rateEnd = match.numberStart() + RATE_LENGTH;
        if (text.charAt(rateEnd - 1) != RATE_END) {
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
        range.unitStart = upper.surfaceEnd();
        range.unitEnd = upper.surfaceEnd();
        return range;
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
