package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.grassrootskpi.quantity.QualifierWords.Place;
import org.grassrootskpi.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a figure: {@code qualifier? currency? sign? number inside? scale? (inside scale)? inside? unit 半?
 * (number unit)* qualifier?}, with ranks (第9位), rates (百分之九十五) and fractions (三分之一, 1/4) as numbers that bring their
 * own unit. {@link QuantityEdges} decides which characters may adjoin a figure.
 */
final class QuantityScanner {
    private static final Numerals SIGNS = Numerals.STANDARD;
    private static final QualifierWords WORDS = QualifierWords.STANDARD;
    /** The characters with which a number, or a word in front of it, begins. */
    private static final CharacterSet NUMBERS =
            CharacterSet.where(c -> SIGNS.mayStart((char) c) || WORDS.mayStartBefore((char) c));

    private static final int MAX_SPACES = 8;

    private final CharSequence text;
    private final int limit;
    final UnitVocabulary vocabulary;
    final boolean whole;
    final NumberScanner number;
    final UnitScanner units;
    final QuantityMatch.Spans spans = new QuantityMatch.Spans();
    private final UnitlessFigures own;

    Qualifier qualifier = Qualifier.EXACT;
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal step = BigDecimal.ONE;
    Unit unit = Unit.COUNT;

    /** The value and the step in the base unit, once {@link #holds()} was asked. */
    BigDecimal baseValue = BigDecimal.ZERO;

    BigDecimal baseStep = BigDecimal.ONE;

    @Nullable Range<BigDecimal> bounds;

    /** The offset of the measure word, or where it should be, after scales. */
    int wordStart;

    /** The position of the failure after {@link #figure} returned false; {@link #expected} is what was missing. */
    int failedAt;

    String expected = "a number such as 12.5, 三百 or 近三倍";

    /** The sign, if it is written as a word that implies a unit: 零下. */
    Numerals.@Nullable Word sign;

    UnitVocabulary.@Nullable Entry front;
    boolean negative;
    boolean halves;

    /** Whether the number is a fraction with a slash: 1/4. */
    boolean divided;

    private boolean several;
    private @Nullable DoubtReason conflict;

    /** The amount by which a round figure can exceed the number, in its unit: 100 of 1300多; null if no word says so. */
    @Nullable BigDecimal spread;

    QuantityScanner(CharSequence text, int limit, UnitVocabulary vocabulary, boolean whole) {
        this.text = text;
        this.limit = limit;
        this.vocabulary = vocabulary;
        this.whole = whole;
        this.number = new NumberScanner(text, limit, whole);
        this.units = new UnitScanner(text, limit, vocabulary);
        this.own = new UnitlessFigures(text, limit, this);
    }

    /**
     * Returns the figure that begins at an offset of a longer text, or null; passes on why one that begins there cannot be
     * read whole.
     */
    static @Nullable QuantityMatch scan(
            CharSequence text, int from, int to, UnitVocabulary vocabulary, Consumer<? super QuantityDoubt> doubted) {
        if (from >= to || !vocabulary.mayStartFigure(text, from, to)) {
            return null;
        }
        QuantityScanner scanner = new QuantityScanner(text, to, vocabulary, false);
        boolean begun = scanner.figure(from) && scanner.holds();
        DoubtReason reason = begun ? scanner.edges() : null;
        if (begun && reason == null) {
            return scanner.match(from);
        }
        QuantityDoubt doubt = reason == null
                ? QuantityEdges.torn(text, from, to, vocabulary)
                : QuantityEdges.doubt(text, to, vocabulary, reason, scanner.match(from));
        if (doubt != null) {
            doubted.accept(doubt);
        }
        return null;
    }

    private QuantityMatch match(int from) {
        return new QuantityMatch(quantity(text.subSequence(from, spans.end).toString()), spans);
    }

    private @Nullable DoubtReason edges() {
        if (conflict != null) {
            return conflict;
        }
        return QuantityEdges.reason(text, limit, vocabulary, this);
    }

    /** Converts the figure that was read to its base unit; returns whether a quantity can hold it. */
    boolean holds() {
        baseValue = unit.toBase(negative ? value.negate() : value);
        baseStep = unit.toBase(step);
        return Decimals.fits(baseValue) && Decimals.fits(baseStep);
    }

    Quantity quantity(String source) {
        // Thirty and some below zero (负三十多) is less than -30.
        Qualifier known = negative && spread != null ? qualifier.negated() : qualifier;
        return Quantity.read(source, baseValue, unit, known, baseStep, bounds());
    }

    /**
     * Returns the bounds that a word gives it: 六千余 lies between 6000 and 7000, 超三分之一 above the end that rounding left.
     */
    @Nullable Range<BigDecimal> bounds() {
        if (spread != null) {
            return RoundFigures.bounds(value, spread, qualifier, unit, negative);
        }
        if (bounds == null || qualifier == Qualifier.EXACT) {
            return bounds;
        }
        boolean up = qualifier == Qualifier.ABOVE || qualifier == Qualifier.AT_LEAST;
        return Intervals.implied(up ? bounds.lowerEndpoint() : bounds.upperEndpoint(), unit, qualifier, step);
    }

    boolean figure(int at) {
        spans.start = at;
        spans.surfaceStart = at;
        spans.numberStart = at;
        // No word and no sign begins with a digit.
        return number.digitAt(at) ? measured(at) : worded(at);
    }

    /** Reads a figure that begins with a word, a sign or a numeral. */
    private boolean worded(int at) {
        int i = front(prefix(at));
        i = sign(i);
        if (front == null) {
            i = front(i);
        }
        spans.numberStart = i;
        Numerals.Word word = SIGNS.at(Numerals.Kind.RANK, text, i, limit);
        if (word != null) {
            return own.rank(i + word.text.length(), word);
        }
        word = SIGNS.at(Numerals.Kind.RATE, text, i, limit);
        if (word != null) {
            return own.rate(i + word.text.length(), word);
        }
        word = own.shareAt(i);
        if (word != null) {
            return own.share(i, word);
        }
        word = SIGNS.at(Numerals.Kind.HALF, text, i, limit);
        if (word != null) {
            return own.half(i + word.text.length());
        }
        return measured(i);
    }

    /** Reads a number and the unit behind it. */
    private boolean measured(int at) {
        if (!number(at)) {
            return false;
        }
        boolean unsaid = number.bareScale && !whole && qualifier == Qualifier.EXACT && front == null;
        if (unsaid && WORDS.at(Place.INSIDE, text, number.end, limit) == null) {
            return false;
        }
        if (own.fraction(number.end)) {
            return suffix(spans.numberEnd);
        }
        return new ScaledUnit(text, limit, this).read(spans.numberEnd);
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
            several = word.qualifier == Qualifier.ABOUT;
            return i + word.text.length();
        }
        return i;
    }

    /** Reads a currency in front of the number: US$300万, 港币2.5亿元. */
    private int front(int at) {
        front = vocabulary.frontAt(text, at, limit);
        return front == null ? at : skipSpaces(at + front.unit.symbol().length());
    }

    private int sign(int at) {
        Numerals.Word minus = SIGNS.at(Numerals.Kind.MINUS, text, at, limit);
        if (minus == null) {
            minus = SIGNS.at(Numerals.Kind.DASH, text, at, limit);
        }
        sign = minus != null ? minus : SIGNS.at(Numerals.Kind.PLUS, text, at, limit);
        if (sign == null || joins(at)) {
            sign = null;
            return at;
        }
        negative = minus != null;
        return at + sign.text.length();
    }

    /** Returns whether a sign here joins two things (20-30个, 1+8, ——) instead of standing before a number. */
    private boolean joins(int at) {
        if (whole || at == 0 || at != spans.start) {
            return false;
        }
        char before = text.charAt(at - 1);
        boolean word = Character.isLetter(text.charAt(at));
        return UnitScanner.isLatin(before)
                || before == '%'
                || (!word && NUMBERS.contains(before))
                || SIGNS.at(Numerals.Kind.DASH, text, at - 1, at) != null;
    }

    boolean number(int at) {
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

    /** Reads 余, 多 or 来 if it is there; -1 if it contradicts the word in front. */
    int inside(int at) {
        QualifierWords.Word word = WORDS.at(Place.INSIDE, text, at, limit);
        if (word == null) {
            return at;
        }
        int end = at + word.text.length();
        boolean leadsOn = units.entryAt(end) != null || number.scale(end);
        if (word.qualifier == Qualifier.ABOUT && !leadsOn) {
            return at;
        }
        if (!merge(word.qualifier)) {
            fail(at, "no second qualifier that contradicts the first");
            return -1;
        }
        if (word.qualifier == Qualifier.ABOVE) {
            spread = RoundFigures.place(number.value, number.step);
        }
        return end;
    }

    boolean suffix(int at) {
        spans.surfaceEnd = at;
        spans.end = at;
        QualifierWords.Word word = WORDS.at(Place.AFTER, text, at, limit);
        boolean over = word == null && halves && SIGNS.at(Numerals.Kind.WHOLE, text, at, limit) == null;
        if (over) {
            word = WORDS.at(Place.AFTER_WHOLE, text, at, limit);
            over = word != null;
        }
        if (word == null && unit.isRatio() && closesClause(at + 1)) {
            word = WORDS.at(Place.AFTER_SHARE, text, at, limit);
        }
        if (several) {
            spread = value.multiply(BigDecimal.valueOf(9));
        }
        if (word == null) {
            return true;
        }
        if (merge(word.qualifier)) {
            spread = over ? step : spread;
            spans.end = at + word.text.length();
            return true;
        }
        return !whole || fail(at, "no second qualifier that contradicts the first");
    }

    private boolean closesClause(int at) {
        return at >= limit || !Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '的';
    }

    /** Makes the figure more than its number by less than an amount; false if a word in front says something else. */
    boolean exceeds(BigDecimal by) {
        spread = by;
        return merge(Qualifier.ABOVE);
    }

    /** Makes the figure a doubt; false where a doubt is an error. */
    boolean contradicts(DoubtReason reason) {
        conflict = reason;
        return !whole;
    }

    /** Combines two qualifiers: 至少500个以上 is at least 500; other pairs must agree. */
    boolean merge(Qualifier other) {
        if (qualifier == Qualifier.EXACT || qualifier == other) {
            qualifier = other;
            return true;
        }
        return qualifier == Qualifier.AT_LEAST && other == Qualifier.ABOVE;
    }

    static Unit standard(String symbol) {
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

    boolean fail(int at, String what) {
        failedAt = at;
        expected = what;
        return false;
    }
}
