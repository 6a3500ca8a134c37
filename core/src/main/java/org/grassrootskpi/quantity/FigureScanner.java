package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.grassrootskpi.quantity.QualifierWords.Place;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a figure: {@code qualifier? sign? number inside? scale? inside? unit 半? qualifier?}, with ranks (第9位),
 * rates (百分之九十五) and fractions (三分之一, 1/4) as numbers that bring their own unit.
 */
final class FigureScanner {
    private static final Numerals SIGNS = Numerals.STANDARD;
    private static final QualifierWords WORDS = QualifierWords.STANDARD;
    private static final boolean[] STARTS = starts();
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final char TENTHS = '成';
    private static final int MAX_SPACES = 8;

    private final CharSequence text;
    private final int limit;
    private final UnitVocabulary vocabulary;
    private final boolean whole;
    final NumberScanner number;
    final UnitScanner units;
    final QuantityMatch.Spans spans = new QuantityMatch.Spans();

    Qualifier qualifier = Qualifier.EXACT;
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal step = BigDecimal.ONE;
    Unit unit = Unit.COUNT;

    @Nullable Range<BigDecimal> bounds;

    /** Where the measure word is or should be, behind scales. */
    int wordStart;

    /** Where and for want of what {@link #figure} returned false. */
    int failedAt;

    String expected = "a number such as 12.5, 三百 or 近三倍";

    private boolean negative;
    private boolean halves;

    FigureScanner(CharSequence text, int limit, UnitVocabulary vocabulary, boolean whole) {
        this.text = text;
        this.limit = limit;
        this.vocabulary = vocabulary;
        this.whole = whole;
        this.number = new NumberScanner(text, limit, whole);
        this.units = new UnitScanner(text, limit, vocabulary);
    }

    private static boolean[] starts() {
        boolean[] starts = new boolean[Character.MAX_VALUE + 1];
        for (int c = 0; c < starts.length; c++) {
            starts[c] = SIGNS.mayStart((char) c) || WORDS.mayStartBefore((char) c);
        }
        return starts;
    }

    /** The figure that begins at an offset of a longer text, or null. */
    static @Nullable QuantityMatch scan(CharSequence text, int from, int to, UnitVocabulary vocabulary) {
        if (from >= to || !STARTS[text.charAt(from)]) {
            return null;
        }
        FigureScanner scanner = new FigureScanner(text, to, vocabulary, false);
        if (!scanner.figure(from) || !scanner.holds()) {
            return null;
        }
        String source = text.subSequence(from, scanner.spans.end).toString();
        return new QuantityMatch(scanner.quantity(source), scanner.spans);
    }

    boolean holds() {
        return Decimals.fits(baseValue()) && Decimals.fits(unit.toBase(step));
    }

    BigDecimal baseValue() {
        return unit.toBase(negative ? value.negate() : value);
    }

    Quantity quantity(String source) {
        return Quantity.read(source, baseValue(), unit, qualifier, unit.toBase(step), bounds);
    }

    boolean figure(int at) {
        spans.start = at;
        int i = prefix(at);
        i = sign(i);
        spans.numberStart = i;
        Numerals.Word word = SIGNS.at(Numerals.Kind.RANK, text, i, limit);
        if (word != null) {
            return rank(i + word.text.length(), word);
        }
        word = SIGNS.at(Numerals.Kind.RATE, text, i, limit);
        if (word != null) {
            return rate(i + word.text.length(), word);
        }
        word = SIGNS.at(Numerals.Kind.HALF, text, i, limit);
        if (word != null) {
            return half(i + word.text.length());
        }
        if (!number(i)) {
            return false;
        }
        boolean inside = WORDS.at(Place.INSIDE, text, number.end, limit) != null;
        if (number.bareScale && !whole && !inside && qualifier == Qualifier.EXACT) {
            return false;
        }
        if (fraction(number.end)) {
            return suffix(spans.numberEnd);
        }
        return unit(spans.numberEnd);
    }

    private int prefix(int at) {
        int i = at;
        QualifierWords.Word word = WORDS.at(Place.BEFORE, text, i, limit);
        if (word != null) {
            qualifier = word.qualifier;
            i = skipSpaces(i + word.text.length());
        }
        spans.surfaceStart = i;
        word = WORDS.at(Place.BEFORE_SCALE, text, i, limit);
        if (word != null && number.scale(i + word.text.length()) && merge(word.qualifier)) {
            return i + word.text.length();
        }
        return i;
    }

    private int sign(int at) {
        Numerals.Word minus = SIGNS.at(Numerals.Kind.MINUS, text, at, limit);
        Numerals.Word sign = minus != null ? minus : SIGNS.at(Numerals.Kind.PLUS, text, at, limit);
        if (sign == null || joins(at)) {
            return at;
        }
        negative = minus != null;
        return at + sign.text.length();
    }

    /** Whether a sign here joins two things (20-30个, 1+8) instead of standing before a number. */
    private boolean joins(int at) {
        if (whole || at == 0 || at != spans.start) {
            return false;
        }
        char before = text.charAt(at - 1);
        return UnitScanner.isLatin(before) || before == '%' || STARTS[before];
    }

    private boolean number(int at) {
        if (!number.scan(at)) {
            return fail(at, number.problem.isEmpty() ? expected : number.problem);
        }
        value = number.value;
        step = number.step;
        spans.numberEnd = number.end;
        if (number.continues()) {
            return fail(number.end, "the end of the number, a scale (十 百 千 万 亿) or a unit");
        }
        return true;
    }

    private boolean rank(int at, Numerals.Word word) {
        spans.numberStart = at;
        if (!number(at)) {
            return false;
        }
        if (number.step.compareTo(BigDecimal.ONE) < 0 || negative || value.signum() == 0) {
            return fail(at, "a rank: a whole number from 1");
        }
        step = BigDecimal.ONE;
        unit = standard(word.value);
        spans.unitStart = number.end;
        int i = number.end;
        Numerals.Word place = SIGNS.at(Numerals.Kind.PLACE, text, i, limit);
        if (place != null) {
            i += place.text.length();
        }
        spans.unitEnd = i;
        spans.surfaceEnd = i;
        spans.end = i;
        return true;
    }

    private boolean rate(int at, Numerals.Word word) {
        if (!number(at)) {
            return false;
        }
        unit = standard(word.value);
        int i = inside(number.end);
        spans.unitStart = i;
        spans.unitEnd = i;
        return i >= 0 && suffix(i);
    }

    private boolean half(int at) {
        UnitVocabulary.Entry entry = vocabulary.entryAt(text, at, limit);
        if (entry == null || !entry.halves) {
            return fail(at, "a unit that has halves, such as 年 or 小时");
        }
        value = HALF;
        step = TENTH;
        unit = entry.unit;
        spans.numberEnd = at;
        spans.unitStart = at;
        spans.unitEnd = at + unit.symbol().length();
        return suffix(spans.unitEnd);
    }

    /** A fraction (三分之一, 1/4) says no place that it was rounded to: its step is zero. */
    private boolean fraction(int at) {
        Numerals.Word word = SIGNS.at(Numerals.Kind.FRACTION, text, at, limit);
        boolean slash = at < limit && text.charAt(at) == '/' && !number.chinese && number.digitAt(at + 1);
        if ((word == null && !slash) || number.value.scale() > 0 || number.value.signum() == 0 || number.bareScale) {
            return false;
        }
        BigDecimal first = number.value;
        int from = at + (word == null ? 1 : word.text.length());
        if (!number.scan(from) || number.value.scale() > 0 || number.continues()) {
            value = first;
            return false;
        }
        BigDecimal numerator = word == null ? first : number.value;
        BigDecimal denominator = word == null ? number.value : first;
        if (denominator.signum() == 0) {
            return false;
        }
        value = Decimals.divide(numerator, denominator, RoundingMode.HALF_EVEN);
        step = BigDecimal.ZERO;
        unit = standard("ratio");
        BigDecimal low = Decimals.divide(numerator, denominator, RoundingMode.FLOOR);
        BigDecimal high = Decimals.divide(numerator, denominator, RoundingMode.CEILING);
        bounds = negative ? Range.closed(high.negate(), low.negate()) : Range.closed(low, high);
        spans.numberEnd = number.end;
        spans.unitStart = number.end;
        spans.unitEnd = number.end;
        return true;
    }

    private boolean unit(int at) {
        int i = inside(at);
        if (i < 0) {
            return false;
        }
        int from = skipSpaces(i);
        UnitVocabulary.Entry entry = units.entryAt(from);
        int scaleFrom = from;
        int scaleTo = from;
        long factor = 1;
        if (entry == null && !number.complete && number.scale(from)) {
            factor = number.scaleFactor();
            scaleTo = number.scaleEnd();
            i = inside(scaleTo);
            if (i < 0) {
                return false;
            }
            from = skipSpaces(i);
            entry = units.entryAt(from);
        }
        Unit plain = entry == null ? units.codeAt(from) : entry.unit;
        if (plain != null) {
            i = from + plain.symbol().length();
        } else {
            plain = Unit.COUNT;
            if (number.digitAt(i) || (number.chinese && number.continues())) {
                return fail(i, "a unit");
            }
        }
        unit = factor == 1
                ? plain
                : plain.scaled(text.subSequence(scaleFrom, scaleTo).toString(), BigInteger.valueOf(factor));
        spans.unitStart = factor > 1 || !plain.symbol().isEmpty() ? scaleFrom : i;
        spans.unitEnd = i;
        wordStart = from;
        halves = entry != null && entry.halves;
        return suffix(halved(i));
    }

    /** 三年半, 九成五: a half, or the tenths of a unit of tenths. */
    private int halved(int at) {
        Numerals.Word half = SIGNS.at(Numerals.Kind.HALF, text, at, limit);
        if (halves && half == null && tenths(at)) {
            spans.unitEnd = at + 1;
            return spans.unitEnd;
        }
        if (!halves || half == null || step.compareTo(BigDecimal.ONE) != 0) {
            return at;
        }
        value = value.add(HALF);
        step = TENTH;
        spans.unitEnd = at + half.text.length();
        return spans.unitEnd;
    }

    private boolean tenths(int at) {
        int digit = at < limit ? SIGNS.chineseDigit(text.charAt(at)) : Numerals.NONE;
        boolean applies =
                digit > 0 && number.chinese && text.charAt(at - 1) == TENTHS && step.compareTo(BigDecimal.ONE) == 0;
        if (applies) {
            value = value.add(TENTH.multiply(BigDecimal.valueOf(digit)));
            step = TENTH;
        }
        return applies;
    }

    /** Reads 余 or 多 if it stands there; -1 if it contradicts the word in front. */
    private int inside(int at) {
        QualifierWords.Word word = WORDS.at(Place.INSIDE, text, at, limit);
        if (word == null) {
            return at;
        }
        if (!merge(word.qualifier)) {
            fail(at, "no second qualifier that contradicts the first");
            return -1;
        }
        return at + word.text.length();
    }

    private boolean suffix(int at) {
        spans.surfaceEnd = at;
        spans.end = at;
        QualifierWords.Word word = WORDS.at(Place.AFTER, text, at, limit);
        if (word == null && halves) {
            word = WORDS.at(Place.AFTER_WHOLE, text, at, limit);
        }
        if (word == null) {
            return true;
        }
        if (merge(word.qualifier)) {
            spans.end = at + word.text.length();
            return true;
        }
        return !whole || fail(at, "no second qualifier that contradicts the first");
    }

    /** 至少500个以上 is at least 500; other pairs must agree. */
    private boolean merge(Qualifier other) {
        if (qualifier == Qualifier.EXACT || qualifier == other) {
            qualifier = other;
            return true;
        }
        return qualifier == Qualifier.AT_LEAST && other == Qualifier.ABOVE;
    }

    private static Unit standard(String symbol) {
        UnitVocabulary.Entry entry = UnitVocabulary.standard().entryAt(symbol, 0, symbol.length());
        return entry == null ? Unit.ofCode(symbol) : entry.unit;
    }

    int skipSpaces(int at) {
        int i = at;
        while (i < limit && i - at < MAX_SPACES && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0';
    }

    private boolean fail(int at, String what) {
        failedAt = at;
        expected = what;
        return false;
    }
}
