package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which characters may directly precede and follow a figure in running text. A character that
 * continues the figure makes it another one: it is read whole or not at all.
 */
final class QuantityEdges {
    private static final Numerals SIGNS = Numerals.STANDARD;
    private static final int MAX_EXTENT = 24;
    private static final int MAX_SYMBOL = 6;
    private static final String POINTS = ".．,·•‧・'’，。";
    private static final String FRACTIONS = "¼½¾²³⁰⁴⁵⁶⁷⁸⁹⁻";
    private static final String POWERS = "^";
    private static final char TOLERANCE = '±';
    private static final String TENS = "廿卅卌";

    /** Signs of a loss or a fall in tables: △500万元. */
    private static final String LOSSES = "△▲▽▼↑↓±";

    private QuantityEdges() {}

    /** Returns why the figure that was read is only a part of a longer one, or null. */
    static @Nullable DoubtReason reason(
            CharSequence text, int limit, UnitVocabulary vocabulary, QuantityScanner figure) {
        QuantityMatch.Spans spans = figure.spans;
        if (figure.unit.isRank()) {
            return null;
        }
        DoubtReason before = spans.start < spans.surfaceStart
                ? currency(text, vocabulary, figure)
                : before(text, vocabulary, figure);
        return before != null ? before : after(text, limit, vocabulary, figure);
    }

    private static @Nullable DoubtReason before(CharSequence text, UnitVocabulary vocabulary, QuantityScanner figure) {
        int at = figure.spans.start;
        if (at == 0) {
            return null;
        }
        char before = text.charAt(at - 1);
        if (!isDigit(text.charAt(at))) {
            boolean goesOn = isDigit(before) || TENS.indexOf(before) >= 0;
            return isNumeral(text.charAt(at)) && goesOn ? DoubtReason.DIGITS : null;
        }
        if (isHidden(before)) {
            return DoubtReason.HIDDEN_CHARACTER;
        }
        int digit = behindDigit(text, at, before);
        if (digit == '\n') {
            return DoubtReason.LINE_BREAK;
        }
        if (digit == ' '
                || isDigit(before)
                || isSpokenPoint(text, at, figure)
                || POWERS.indexOf(before) >= 0
                || goesOn(text, at)) {
            return DoubtReason.DIGITS;
        }
        if (isScale(before) && at > 1 && isNumeral(text.charAt(at - 2))) {
            return DoubtReason.SCALE;
        }
        if (Unit.isCurrencySign(before)) {
            return DoubtReason.CURRENCY;
        }
        if (isLoss(text, at)) {
            return DoubtReason.SIGN;
        }
        if (JoinedNumber.isBehind(text, at)) {
            return before == '+' || before == '＋' ? DoubtReason.DIGITS : DoubtReason.UNIT;
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

    /** Recognises 美元约3亿元: a currency that the number does not touch. */
    private static @Nullable DoubtReason currency(
            CharSequence text, UnitVocabulary vocabulary, QuantityScanner figure) {
        boolean money = figure.unit.hasSameBase(Unit.CNY) || figure.unit.isBareNumber();
        UnitVocabulary.Entry front =
                money && figure.front == null ? vocabulary.frontEndingAt(text, figure.spans.start) : null;
        return front == null || front.unit.hasSameBase(figure.unit) ? null : DoubtReason.CURRENCY;
    }

    /**
     * Returns the blank or the line break between the figure and a digit that has no unit, or 0; a line of digits alone
     * is a cell.
     */
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
            CharSequence text, int limit, UnitVocabulary vocabulary, QuantityScanner figure) {
        QuantityMatch.Spans spans = figure.spans;
        int end = spans.end;
        if (end >= limit || end > spans.surfaceEnd) {
            return null;
        }
        char after = text.charAt(end);
        if (isHidden(after)) {
            return DoubtReason.HIDDEN_CHARACTER;
        }
        if (FRACTIONS.indexOf(after) >= 0 || after == TOLERANCE) {
            return DoubtReason.DIGITS;
        }
        boolean slash = after == '/' || after == '／';
        if (figure.units.open || (slash && end + 1 < limit && Character.isLetter(text.charAt(end + 1)))) {
            return DoubtReason.UNIT;
        }
        if (isScaledPiece(text, limit, figure)) {
            return DoubtReason.SCALE;
        }
        if (isUnitApart(text, limit, vocabulary, figure)) {
            return DoubtReason.UNIT;
        }
        if (JoinedNumber.follows(text, limit, vocabulary, figure)) {
            return DoubtReason.UNIT;
        }
        boolean half = SIGNS.at(Numerals.Kind.HALF, text, end, limit) != null;
        if (half && SIGNS.at(Numerals.Kind.WHOLE, text, end, limit) == null) {
            return DoubtReason.HALF;
        }
        boolean bare = figure.unit.isBareNumber() || spans.unitEnd <= spans.numberEnd;
        if (bare && isScale(after)) {
            return DoubtReason.SCALE;
        }
        if (bare) {
            return isLatinLetter(after) && !figure.number.chinese ? DoubtReason.LETTER : null;
        }
        return isNumeral(after) && continuesUnit(text, end, limit, vocabulary, figure) ? DoubtReason.UNIT : null;
    }

    /** Recognises 3元5, 1米75, 2年6个月: a number behind the unit that continues the same figure. */
    private static boolean continuesUnit(
            CharSequence text, int at, int limit, UnitVocabulary vocabulary, QuantityScanner figure) {
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
        if (entry.unit.isRatio() && entry.halves) {
            return behind == null;
        }
        boolean ratio = entry.unit.isRatio() || entry.unit.isPercentagePoint();
        return !ratio && (behind == null || behind.unit.hasSameBase(entry.unit));
    }

    /** Returns the doubt about a number that can be read in several ways, with a unit after it: 三四十家, 1亿2千人, 1.2.3亿元. */
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

    /** Returns the doubt about a figure that was read in part, as far as it reaches to both sides. */
    static QuantityDoubt doubt(
            CharSequence text, int limit, UnitVocabulary vocabulary, DoubtReason reason, QuantityMatch part) {
        int start = part.start();
        while (start > 0 && part.start() - start < MAX_EXTENT && belongs(text.charAt(start - 1))) {
            start--;
        }
        while (start < part.start() && (POINTS.indexOf(text.charAt(start)) >= 0 || isBlank(text.charAt(start)))) {
            start++;
        }
        int end = part.end();
        boolean behind = reason != DoubtReason.CURRENCY && (start == part.start() || reason == DoubtReason.UNIT);
        int joined = reason == DoubtReason.UNIT ? JoinedNumber.end(text, limit, part.end()) : part.end();
        end = Math.max(end, joined);
        while (behind
                && joined == part.end()
                && end < limit
                && end - part.end() < MAX_EXTENT
                && runsOn(text.charAt(end), reason)) {
            end++;
        }
        Unit unit = part.quantity().unit();
        boolean open = end > part.end() || part.unitStart() == part.unitEnd();
        UnitVocabulary.Entry behindNumber = open ? vocabulary.entryAt(text, end, limit) : null;
        if (behindNumber != null) {
            end += behindNumber.unit.symbol().length();
            boolean bare = unit.isBareNumber() || part.unitStart() == part.unitEnd();
            unit = bare ? behindNumber.unit : unit;
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
                || isBlank(c)
                || Unit.isCurrencySign(c);
    }

    private static boolean isBlank(char c) {
        return c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    static boolean isHidden(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(c));
    }

    /** Returns whether a point or a separator, or two of them by mistake, join the digit here to one in front. */
    private static boolean goesOn(CharSequence text, int at) {
        int i = at - 1;
        while (i > 0 && at - i < 3 && POINTS.indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i < at - 1 && i >= 0 && (isDigit(text.charAt(i)) || isHidden(text.charAt(i)));
    }

    /** Recognises 5点2%: a point that is spoken, where no time of day is meant. */
    private static boolean isSpokenPoint(CharSequence text, int at, QuantityScanner figure) {
        return SIGNS.at(Numerals.Kind.POINT, text, at - 1, at) != null
                && at > 1
                && isDigit(text.charAt(at - 2))
                && !figure.unit.isCounting();
    }

    /** Recognises 3个亿, where the clause ends; 3个亿元项目 are three. */
    private static boolean isScaledPiece(CharSequence text, int limit, QuantityScanner figure) {
        int end = figure.spans.end;
        return SIGNS.at(Numerals.Kind.PIECE, text, figure.wordStart, limit) != null
                && figure.spans.unitEnd == end
                && end == figure.wordStart + 1
                && isScale(text.charAt(end))
                && (end + 1 >= limit || !Character.isLetterOrDigit(text.charAt(end + 1)));
    }

    /** Recognises 个 百分点, 千瓦 时: blanks in a unit, whose beginning is another one. */
    private static boolean isUnitApart(
            CharSequence text, int limit, UnitVocabulary vocabulary, QuantityScanner figure) {
        UnitVocabulary.Entry entry = vocabulary.entryAt(text, figure.wordStart, limit);
        if (entry == null || figure.spans.unitEnd <= figure.spans.numberEnd) {
            return false;
        }
        int length = entry.unit.symbol().length();
        if (!hasSpace(text, figure.wordStart + length, limit)) {
            return false;
        }
        StringBuilder joined = new StringBuilder(entry.unit.symbol());
        int blank = 0;
        for (int i = figure.wordStart + length; i < limit && joined.length() < length + MAX_SYMBOL; i++) {
            boolean space = QuantityScanner.isSpace(text.charAt(i)) && text.charAt(i) != '\t';
            blank = space && blank == 0 ? joined.length() : blank;
            if (!space) {
                joined.append(text.charAt(i));
            }
        }
        UnitVocabulary.Entry whole = blank == 0 ? null : vocabulary.entryAt(joined, 0, joined.length());
        return whole != null && whole.unit.symbol().length() > blank;
    }

    /** Returns whether a blank stands so near behind an offset that it may be one in a unit. */
    private static boolean hasSpace(CharSequence text, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + MAX_SYMBOL); i++) {
            if (QuantityScanner.isSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a mark of a loss is in front, which is not the mark of an item of a list, or a sign in brackets:
     * 增长(-)3.2%.
     */
    private static boolean isLoss(CharSequence text, int at) {
        char before = text.charAt(at - 1);
        if (LOSSES.indexOf(before) >= 0) {
            return at > 1 && "\n\r。；;".indexOf(text.charAt(at - 2)) < 0;
        }
        if ((before != ')' && before != '）') || at < 3 || "(（".indexOf(text.charAt(at - 3)) < 0) {
            return false;
        }
        return SIGNS.at(Numerals.Kind.MINUS, text, at - 2, at - 1) != null
                || SIGNS.at(Numerals.Kind.DASH, text, at - 2, at - 1) != null
                || SIGNS.at(Numerals.Kind.PLUS, text, at - 2, at - 1) != null;
    }

    static boolean isNumeral(char c) {
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
