package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may stand directly before the first and behind the last character of a figure in running text. A character that
 * continues the figure makes it another one: it is read whole or not at all.
 */
final class FigureEdges {
    private static final Numerals SIGNS = Numerals.STANDARD;
    private static final int MAX_EXTENT = 24;
    private static final String POINTS = ".．,·•‧・'’，。";
    private static final String FRACTIONS = "¼½¾²³";

    private FigureEdges() {}

    /** Why the figure that was read is only a part of a longer one, or null. */
    static @Nullable DoubtReason reason(CharSequence text, int limit, UnitVocabulary vocabulary, FigureScanner figure) {
        QuantityMatch.Spans spans = figure.spans;
        if (figure.unit.code().equals("rank")) {
            return null;
        }
        DoubtReason before = spans.start < spans.surfaceStart
                ? currency(text, vocabulary, figure)
                : before(text, vocabulary, figure);
        return before != null ? before : after(text, limit, vocabulary, figure);
    }

    private static @Nullable DoubtReason before(CharSequence text, UnitVocabulary vocabulary, FigureScanner figure) {
        int at = figure.spans.start;
        if (at == 0) {
            return null;
        }
        char before = text.charAt(at - 1);
        if (!isDigit(text.charAt(at))) {
            return isNumeral(text.charAt(at)) && isDigit(before) ? DoubtReason.DIGITS : null;
        }
        if (isHidden(before)) {
            return DoubtReason.HIDDEN_CHARACTER;
        }
        int digit = behindDigit(text, at, before);
        if (digit == '\n') {
            return DoubtReason.LINE_BREAK;
        }
        if (digit == ' ' || isDigit(before) || (POINTS.indexOf(before) >= 0 && at > 1 && goesOn(text.charAt(at - 2)))) {
            return DoubtReason.DIGITS;
        }
        if (isScale(before) && at > 1 && isNumeral(text.charAt(at - 2))) {
            return DoubtReason.SCALE;
        }
        if (Unit.isCurrencySign(before)) {
            return DoubtReason.CURRENCY;
        }
        if (isLatinLetter(before)) {
            int i = at - 1;
            while (i > 0 && at - i < 3 && isLatinLetter(text.charAt(i))) {
                i--;
            }
            return isDigit(text.charAt(i)) ? DoubtReason.LETTER : null;
        }
        return currency(text, vocabulary, figure);
    }

    /** 美元约3亿元: a currency that the number does not touch. */
    private static @Nullable DoubtReason currency(CharSequence text, UnitVocabulary vocabulary, FigureScanner figure) {
        boolean money = figure.unit.code().equals("CNY") || figure.unit.code().equals("count");
        UnitVocabulary.Entry front =
                money && figure.front == null ? vocabulary.frontEndingAt(text, figure.spans.start) : null;
        return front == null || front.unit.hasSameBase(figure.unit) ? null : DoubtReason.CURRENCY;
    }

    /** A blank or a line break between the figure and a digit that has no unit; a line of digits alone is a cell. */
    private static int behindDigit(CharSequence text, int at, char before) {
        if (before != '\n' && (before == '\t' || !Character.isSpaceChar(before))) {
            return 0;
        }
        int i = at - 2;
        if (before == '\n' && i >= 0 && text.charAt(i) == '\r') {
            i--;
        }
        if (i < 0 || !isDigit(text.charAt(i))) {
            return 0;
        }
        int from = i;
        while (i >= 0 && from - i < MAX_EXTENT && (isDigit(text.charAt(i)) || ".,-".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        boolean cell = i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
        return before == '\n' && cell ? 0 : before == '\n' ? '\n' : ' ';
    }

    private static @Nullable DoubtReason after(
            CharSequence text, int limit, UnitVocabulary vocabulary, FigureScanner figure) {
        QuantityMatch.Spans spans = figure.spans;
        int end = spans.end;
        if (end >= limit || end > spans.surfaceEnd) {
            return null;
        }
        char after = text.charAt(end);
        if (isHidden(after)) {
            return DoubtReason.HIDDEN_CHARACTER;
        }
        if (FRACTIONS.indexOf(after) >= 0) {
            return DoubtReason.DIGITS;
        }
        boolean slash = after == '/' || after == '／';
        if (figure.units.open || (slash && end + 1 < limit && Character.isLetter(text.charAt(end + 1)))) {
            return DoubtReason.UNIT;
        }
        boolean half = SIGNS.at(Numerals.Kind.HALF, text, end, limit) != null;
        if (half && SIGNS.at(Numerals.Kind.WHOLE, text, end, limit) == null) {
            return DoubtReason.HALF;
        }
        boolean bare = figure.unit.code().equals(Unit.COUNT.code()) || spans.unitEnd <= spans.numberEnd;
        if (bare && isScale(after)) {
            return DoubtReason.SCALE;
        }
        if (bare) {
            return isLatinLetter(after) && !figure.number.chinese ? DoubtReason.LETTER : null;
        }
        return isNumeral(after) && continuesUnit(text, end, limit, vocabulary, figure) ? DoubtReason.UNIT : null;
    }

    /** 3元5, 1米75, 2年6个月: a number behind the unit that says more of the same thing. */
    private static boolean continuesUnit(
            CharSequence text, int at, int limit, UnitVocabulary vocabulary, FigureScanner figure) {
        UnitVocabulary.Entry entry = new UnitScanner(text, limit, vocabulary).entryAt(figure.wordStart);
        NumberScanner next = new NumberScanner(text, limit, false);
        if (entry == null || !next.scan(at) || next.bareScale) {
            return false;
        }
        UnitVocabulary.Entry behind = vocabulary.entryAt(text, next.end, limit);
        if (entry.unit.isCounting()) {
            return entry.halves
                    && behind != null
                    && behind.halves
                    && behind.unit.isCounting()
                    && next.value.compareTo(BigDecimal.valueOf(60)) < 0
                    && !behind.unit.hasSameBase(entry.unit);
        }
        boolean ratio = entry.unit.code().equals("ratio") || entry.unit.code().equals("percentage-point");
        return !ratio && (behind == null || behind.unit.hasSameBase(entry.unit));
    }

    /** A number that can be read in several ways, with a unit behind it: 三四十家, 1亿2千人, 1.2.3亿元. */
    static @Nullable QuantityDoubt torn(CharSequence text, int from, int limit, UnitVocabulary vocabulary) {
        int i = from;
        while (i < limit && i - from < MAX_EXTENT && (isNumeral(text.charAt(i)) || joinsDigits(text, i, limit))) {
            i++;
        }
        if (i - from < 2) {
            return null;
        }
        UnitVocabulary.Entry entry = vocabulary.entryAt(text, i, limit);
        if (entry == null) {
            return null;
        }
        int end = i + entry.unit.symbol().length();
        return new QuantityDoubt(from, end, DoubtReason.DIGITS, entry.unit, Optional.empty());
    }

    private static boolean joinsDigits(CharSequence text, int i, int limit) {
        return (text.charAt(i) == '.' || text.charAt(i) == ',')
                && i > 0
                && i + 1 < limit
                && isDigit(text.charAt(i - 1))
                && isDigit(text.charAt(i + 1));
    }

    /** The doubt about a figure that was read in part, as far as it reaches to both sides. */
    static QuantityDoubt doubt(
            CharSequence text, int limit, UnitVocabulary vocabulary, DoubtReason reason, QuantityMatch part) {
        int start = part.start();
        while (start > 0 && part.start() - start < MAX_EXTENT && belongs(text.charAt(start - 1))) {
            start--;
        }
        int end = part.end();
        boolean behind = reason != DoubtReason.CURRENCY && (start == part.start() || reason == DoubtReason.UNIT);
        while (behind && end < limit && end - part.end() < MAX_EXTENT && runsOn(text.charAt(end), reason)) {
            end++;
        }
        Unit unit = part.quantity().unit();
        UnitVocabulary.Entry behindNumber = end > part.end() ? vocabulary.entryAt(text, end, limit) : null;
        if (behindNumber != null) {
            end += behindNumber.unit.symbol().length();
            unit = unit.code().equals(Unit.COUNT.code()) ? behindNumber.unit : unit;
        }
        return new QuantityDoubt(start, end, reason, unit, Optional.of(part));
    }

    private static boolean runsOn(char c, DoubtReason reason) {
        return isNumeral(c)
                || isHidden(c)
                || FRACTIONS.indexOf(c) >= 0
                || SIGNS.at(Numerals.Kind.HALF, String.valueOf(c), 0, 1) != null
                || (reason == DoubtReason.UNIT && "/／(（·•)）".indexOf(c) >= 0)
                || (reason == DoubtReason.LETTER && isLatinLetter(c));
    }

    private static boolean belongs(char c) {
        return isDigit(c)
                || isScale(c)
                || isLatinLetter(c)
                || POINTS.indexOf(c) >= 0
                || isHidden(c)
                || c == '\n'
                || c == '\r'
                || Character.isSpaceChar(c)
                || Unit.isCurrencySign(c);
    }

    static boolean isHidden(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(c));
    }

    private static boolean goesOn(char c) {
        return isDigit(c) || isHidden(c);
    }

    private static boolean isNumeral(char c) {
        return isDigit(c) || SIGNS.chineseDigit(c) != Numerals.NONE || isScale(c);
    }

    private static boolean isDigit(char c) {
        return Numerals.digit(c) != Numerals.NONE;
    }

    private static boolean isScale(char c) {
        return SIGNS.scaleExponent(c) != Numerals.NONE;
    }

    private static boolean isLatinLetter(char c) {
        return UnitScanner.isLatin(c) && !isDigit(c);
    }
}
