package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Pattern;
import org.grassrootskpi.text.CanonicalDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A unit as printed, such as {@code 亿元}: what it measures ({@link #code()} CNY) and how many base units it is (10^8).
 *
 * <p>The code is the base unit itself: {@code CNY}, {@code USD}, {@code m2}, {@code m3}, {@code m}, {@code kg},
 * {@code W}, {@code kWh}, {@code ratio} (a percentage is 1/100 of it), {@code percentage-point} (one 百分点 is 1/100 of
 * it, so that it lines up with the ratio it changes), {@code times} (倍), {@code rank}, {@code count} for a bare number,
 * and {@code count:<measure word>} for everything that is counted: {@code count:家} enterprises are not
 * {@code count:家次} visits. Units of one code convert into each other; units of different codes never do, and there is no
 * currency conversion.
 *
 * <p>Multipliers are exact fractions, because 亩 is 2000/3 m2. Two units are equal if code and multiplier are: the symbol
 * is only spelling, so 公顷 equals ha. Immutable and thread-safe.
 */
public final class Unit {
    /** The unit of a bare number: code {@code count}, no symbol. */
    public static final Unit COUNT = new Unit("", "count", BigInteger.ONE, BigInteger.ONE);

    /** The unit of shares and rates of change: code {@code ratio}; a percentage is 1/100 of it. */
    public static final Unit RATIO = ofCode("ratio");

    /** The unit of the difference of two ratios: code {@code percentage-point}; one 百分点 is 1/100 of it. */
    public static final Unit PERCENTAGE_POINT = ofCode("percentage-point");

    /** The unit of a multiple: code {@code times}. */
    public static final Unit TIMES = ofCode("times");

    /** The unit of a place in an order: code {@code rank}. */
    public static final Unit RANK = ofCode("rank");

    /** The yuan: code {@code CNY}. */
    public static final Unit CNY = ofCode("CNY");

    static final String COUNT_PREFIX = "count:";
    static final String RAW_PREFIX = "raw:";

    private static final Pattern CODE =
            Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,31}|count:[\\p{L}\\p{M}]{1,16}|raw:\\S{1,16}");
    private static final int MAX_SYMBOL = 32;

    private final String symbol;
    private final String code;
    private final BigDecimal numerator;
    private final BigDecimal denominator;

    /** The multiplier without zeros at its end, where it is a finite decimal, as it is for all units but those like 亩. */
    private final @Nullable BigDecimal multiplier;

    private Unit(String symbol, String code, BigInteger numerator, BigInteger denominator) {
        BigInteger gcd = numerator.gcd(denominator);
        this.symbol = symbol;
        this.code = code;
        this.numerator = new BigDecimal(numerator.divide(gcd));
        this.denominator = new BigDecimal(denominator.divide(gcd));
        BigDecimal exact = Decimals.exactQuotient(this.numerator, this.denominator);
        this.multiplier = exact == null ? null : exact.stripTrailingZeros();
    }

    /** A whole unit, a power of ten as large as another. */
    private Unit(String scale, Unit plain, long factor) {
        this.symbol = scale + plain.symbol;
        this.code = plain.code;
        this.numerator = plain.numerator.multiply(BigDecimal.valueOf(factor));
        this.denominator = plain.denominator;
        this.multiplier = numerator.stripTrailingZeros();
    }

    /**
     * Returns a unit of your own, to be added to a {@link UnitVocabulary}.
     *
     * @param symbol how it is printed: 1 to 32 characters that begin with no digit, sign or space
     * @param code what it measures: Latin letters, digits and hyphens, {@code count:} and a measure word, or
     *     {@code raw:} and the unit as printed
     * @param numerator base units in {@code denominator} of this unit, 1 or more
     * @param denominator 1 or more
     * @return the unit
     * @throws IllegalArgumentException if a part is not as described
     */
    public static Unit of(String symbol, String code, long numerator, long denominator) {
        requireSymbol(symbol);
        if (!isCode(code)) {
            throw new IllegalArgumentException("Expected a code like CNY, m2 or count:家, found \"" + code + "\"");
        }
        if (numerator < 1 || denominator < 1) {
            throw new IllegalArgumentException(
                    "Expected a positive multiplier, found " + numerator + "/" + denominator);
        }
        return new Unit(symbol, code, BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Returns a unit of your own that is a multiple of another one, or another name of it.
     *
     * @param symbol how it is printed: 1 to 32 characters that begin with no digit, sign or space
     * @param factor how many of the other unit one of this is
     * @param of the other unit
     * @return the unit, which measures what the other one measures
     * @throws IllegalArgumentException if the symbol is not as described
     */
    public static Unit of(String symbol, UnitFactor factor, Unit of) {
        requireSymbol(symbol);
        return new Unit(
                symbol,
                of.code,
                of.numerator().multiply(factor.numerator()),
                of.denominator().multiply(factor.denominator()));
    }

    private static void requireSymbol(String symbol) {
        if (symbol.isEmpty()
                || symbol.length() > MAX_SYMBOL
                || !isSymbolStart(symbol.charAt(0))
                || !symbol.equals(symbol.strip())) {
            throw new IllegalArgumentException("Expected a symbol of 1 to " + MAX_SYMBOL
                    + " characters that begins with no digit, sign or space, found \"" + symbol + "\"");
        }
    }

    private static boolean isSymbolStart(char first) {
        return Character.isLetter(first) || isCurrencySign(first) || "%％‰‱㎡㎢㎞°℃℉".indexOf(first) >= 0;
    }

    static boolean isCurrencySign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    static Unit ofCode(String code) {
        return new Unit(code, code, BigInteger.ONE, BigInteger.ONE);
    }

    /**
     * Reads a unit of {@link UnitVocabulary#standard()}: a symbol with or without scales in front ({@code 亿元},
     * {@code 万平方米}, {@code 家次}, {@code %}), a scale alone ({@code 万}: a bare number in ten thousands), or a code
     * ({@code CNY}, {@code count:家}; any measure word is accepted after {@code count:}). Reads {@link #toString()} back.
     *
     * @param text the unit, spaces around it are ignored
     * @return the unit
     * @throws QuantityFormatException if the text is no known unit
     */
    public static Unit parse(String text) {
        return UnitVocabulary.standard().parse(text);
    }

    /**
     * Reads a unit exactly as {@link #parse} does, under the name that web frameworks and other converters of request
     * parameters look for.
     *
     * @param text the unit, spaces around it are ignored
     * @return the unit
     * @throws QuantityFormatException if the text is no known unit
     */
    public static Unit valueOf(String text) {
        return parse(text);
    }

    /**
     * Returns the code of the base unit, which says what is measured.
     *
     * @return for example {@code CNY} for 亿元, {@code count:家次} for 家次
     */
    public String code() {
        return code;
    }

    /**
     * Returns the unit as printed.
     *
     * @return for example {@code 亿元}; empty for a bare number
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Returns the numerator of the multiplier to the base unit, in lowest terms.
     *
     * @return 1 or more
     */
    public BigInteger numerator() {
        return numerator.unscaledValue();
    }

    /**
     * Returns the denominator of the multiplier to the base unit, in lowest terms.
     *
     * @return 1 or more; 3 for 亩, which is 2000/3 m2
     */
    public BigInteger denominator() {
        return denominator.unscaledValue();
    }

    /**
     * Returns the unit of {@link Quantity#value()}.
     *
     * @return the unit of the same code with multiplier one and the code as its symbol
     */
    public Unit base() {
        return ofCode(code);
    }

    /**
     * Returns whether one of this unit is one base unit.
     *
     * @return true for 元, false for 亿元
     */
    public boolean isBase() {
        return numerator().equals(BigInteger.ONE) && denominator().equals(BigInteger.ONE);
    }

    /**
     * Returns whether figures in the two units may be added.
     *
     * @param other another unit
     * @return true if both have the same code
     */
    public boolean hasSameBase(Unit other) {
        return code.equals(other.code);
    }

    /**
     * Returns whether the unit counts whole things, so that a figure printed to the one is not rounded.
     *
     * @return true for {@code count}, {@code count:…} and {@code rank}
     */
    public boolean isCounting() {
        return isBareNumber() || code.startsWith(COUNT_PREFIX) || isRank();
    }

    /**
     * Returns whether the unit is that of a bare number, whatever its scale.
     *
     * @return true for the code {@code count}
     */
    public boolean isBareNumber() {
        return hasSameBase(COUNT);
    }

    /**
     * Returns whether the unit is that of ratios, whatever its scale.
     *
     * @return true for the code {@code ratio}, so for % and 成
     */
    public boolean isRatio() {
        return hasSameBase(RATIO);
    }

    /**
     * Returns whether the unit is that of differences of ratios, whatever its scale.
     *
     * @return true for the code {@code percentage-point}
     */
    public boolean isPercentagePoint() {
        return hasSameBase(PERCENTAGE_POINT);
    }

    /**
     * Returns whether the unit is that of places in an order.
     *
     * @return true for the code {@code rank}
     */
    public boolean isRank() {
        return hasSameBase(RANK);
    }

    /** Returns whether a number in this unit is a bare multiplier. */
    boolean isDimensionless() {
        return isRatio() || hasSameBase(TIMES);
    }

    /** The unit with a scale in front, a power of ten. */
    Unit scaled(String scale, long factor) {
        return denominator().equals(BigInteger.ONE)
                ? new Unit(scale, this, factor)
                : new Unit(scale + symbol, code, numerator().multiply(BigInteger.valueOf(factor)), denominator());
    }

    BigDecimal toBase(BigDecimal number) {
        return multiplier != null
                ? CanonicalDecimal.of(number.multiply(multiplier))
                : Decimals.divide(number.multiply(numerator), denominator, RoundingMode.HALF_EVEN);
    }

    BigDecimal fromBase(BigDecimal value) {
        return Decimals.divide(value.multiply(denominator), numerator, RoundingMode.HALF_EVEN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit that
                && code.equals(that.code)
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, numerator, denominator);
    }

    /** Returns the symbol; the code where there is no symbol. */
    @Override
    public String toString() {
        return symbol.isEmpty() ? code : symbol;
    }
}
