package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.text.CanonicalDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure as reported: {@code 近300亿元} is the value 30000000000, in CNY, {@link Qualifier#BELOW}, printed to 100 million.
 *
 * <p>A quantity is a number with a unit and with what is known about the true figure; it is no amount of
 * money for book-keeping, no range (20-30个) and no date. Values are exact decimals, because a figure of 509.45 billion
 * must keep its last digit in a sum; only where a value has no finite decimal (one third, 亩 in square metres)
 * it is rounded to 34 digits, half even.
 *
 * <h2>Bounds of the true figure</h2>
 *
 * {@link #bounds()} holds all values, in the base unit, that the printed form allows:
 *
 * <ul>
 *   <li>{@code EXACT}: the figures that round (half up in magnitude) to the printed one: {@code 509.45亿元} is [509.445,
 *       509.455) 亿元, {@code -5%} is (-5.5 %, -4.5 %], {@code 0%} is open at both ends. A counted figure printed to the one
 *       ({@code 2678家次}) is that single number; one printed more coarsely ({@code 9.3万宗}) or with decimals (an average,
 *       {@code 82.58岁}) rounds like any other. A fraction (三分之一) is taken at its word.
 *   <li>{@code BELOW}: less than the figure and, if the figure is positive, zero or more: 近 and 不足 imply a
 *       magnitude of that sign. The word does not say how near it is.
 *   <li>{@code ABOVE}, {@code AT_LEAST}, {@code AT_MOST}: one open side. A limit (不超过5%) says nothing of the other side.
 *       A word in place of the next digit closes it: 六千余 lies within (6000, 7000), 三十多 within (30, 40), 三年多 within
 *       (3, 4).
 *   <li>{@code ABOUT}: no bounds, because the word gives none; but 数百 and 几百 are from 100 to less than 1000.
 * </ul>
 *
 * <p>Arithmetic works on these intervals: the bounds of {@code a.plus(b)} contain the sum of any member of a's and any
 * member of b's.
 *
 * <p>Equality is by meaning: value, base unit, qualifier, resolution and bounds. The text and the scale of the unit are
 * spelling, but the printed place counts: {@code 1.0万元} (to a thousand) is not {@code 10000元} (to the one). There is no
 * natural order, because figures that share a value may differ in the rest; see {@link #compareValueTo}. Immutable and
 * thread-safe.
 */
public final class Quantity {

    private @Nullable String text;
    private final BigDecimal value;
    private final Unit unit;
    private final Qualifier qualifier;
    private final BigDecimal resolution;
    private final @Nullable Range<BigDecimal> statedBounds;

    private Quantity(
            @Nullable String text,
            BigDecimal value,
            Unit unit,
            Qualifier qualifier,
            BigDecimal resolution,
            @Nullable Range<BigDecimal> bounds) {
        this.value = Decimals.checked(value);
        this.unit = unit;
        this.qualifier = qualifier;
        this.resolution = Decimals.checked(resolution);
        boolean implied =
                bounds == null || bounds.equals(Intervals.implied(this.value, unit, qualifier, this.resolution));
        this.statedBounds = implied ? null : bounds;
        this.text = text;
    }

    /** Returns a quantity that was read: all parts in base units, the text as found. */
    static Quantity read(
            String text,
            BigDecimal value,
            Unit unit,
            Qualifier qualifier,
            BigDecimal resolution,
            @Nullable Range<BigDecimal> bounds) {
        return new Quantity(text, value, unit, qualifier, resolution, bounds);
    }

    static Quantity computed(
            BigDecimal value, Unit unit, Qualifier qualifier, BigDecimal resolution, Range<BigDecimal> bounds) {
        return new Quantity(null, value, unit, qualifier, resolution, bounds);
    }

    /**
     * Reads a figure with the {@linkplain UnitVocabulary#standard() standard} units.
     *
     * @param text a Chinese or plain figure such as {@code 近300亿元}, {@code 六千余次}, {@code 1,234.50 CNY}, {@code 12.5%},
     *     {@code 第9位}, at most 1000 characters; spaces around it are ignored
     * @return the quantity, whose {@link #toString()} is the text without the spaces around it
     * @throws QuantityFormatException if the text is no figure, with the position and what was expected there
     */
    public static Quantity parse(String text) {
        return parse(text, UnitVocabulary.standard());
    }

    /**
     * Reads a figure exactly as {@link #parse(String)} does, under the name that web frameworks and other converters of
     * request parameters look for.
     *
     * @param text a figure
     * @return the quantity
     * @throws QuantityFormatException if the text is no figure, with the position and what was expected there
     */
    public static Quantity valueOf(String text) {
        return parse(text);
    }

    /**
     * Reads a figure with units of your own.
     *
     * @param text a figure, see {@link #parse(String)}
     * @param vocabulary the units to know
     * @return the quantity
     * @throws QuantityFormatException if the text is no figure, with the position and what was expected there
     */
    public static Quantity parse(String text, UnitVocabulary vocabulary) {
        return QuantityParser.parse(text, vocabulary);
    }

    /**
     * Reads the figure that begins at an offset of a longer text, as far as it reaches. Nothing is allocated where no
     * figure can begin, so this may be called at every offset. A scale without number (万) counts only after a
     * qualifier (超万个), a sign only if no digit, numeral, Latin letter or % is before it (20-30个), and ， separates
     * thousands only between full-width digits; whether a number is a date, a name or a slogan is the caller's to
     * decide. A figure that the text around it continues is not found; see {@link QuantityDoubt#at}.
     *
     * @param text any text
     * @param start where the figure, its qualifier included, must begin: 0 to the text's length
     * @param vocabulary the units to know
     * @return the figure and the places of its parts, or empty if none begins there
     * @throws IndexOutOfBoundsException if the start is outside the text
     */
    public static Optional<QuantityMatch> parsePrefix(CharSequence text, int start, UnitVocabulary vocabulary) {
        return QuantityMatch.at(text, start, vocabulary, doubt -> {});
    }

    /**
     * Returns a figure printed with the digits of a number.
     *
     * @param number how many units; its scale is the printed place, so 509.450 is a finer figure than 509.45, and a
     *     negative scale counts as zero
     * @param unit the unit, scaled or not
     * @return the {@link Qualifier#EXACT} quantity that {@link #parse} would read from the number and the symbol
     * @throws ArithmeticException if the value has more than 60 digits before or after the point in the base unit
     */
    public static Quantity of(BigDecimal number, Unit unit) {
        if (!Decimals.fits(number)) {
            Decimals.checked(number);
        }
        BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, number.scale()));
        return new Quantity(null, unit.toBase(number), unit, Qualifier.EXACT, unit.toBase(step), null);
    }

    /**
     * Returns a figure printed as a whole number.
     *
     * @param number how many units
     * @param unit the unit, scaled or not
     * @return the {@link Qualifier#EXACT} quantity
     */
    public static Quantity of(long number, Unit unit) {
        return of(BigDecimal.valueOf(number), unit);
    }

    /**
     * Returns a number that was not rounded at all, such as the 1 of {@code 1 + growth}: its bounds are the number
     * itself.
     *
     * @param number how many units
     * @param unit the unit, scaled or not
     * @return the quantity
     * @throws ArithmeticException if the value has more than 60 digits before or after the point in the base unit
     */
    public static Quantity ofExact(BigDecimal number, Unit unit) {
        Quantity printed = of(number, unit);
        return computed(printed.value, unit, Qualifier.EXACT, printed.resolution, Range.singleton(printed.value));
    }

    /**
     * Returns a figure that was computed elsewhere, with all that is known about the true one.
     *
     * @param value the value in the base unit
     * @param unit the unit to print it in, scaled or not
     * @param qualifier how the value relates to the true one
     * @param bounds all values that the true one can have, in the base unit; the value lies within them or at one of
     *     their ends
     * @return the quantity, whose resolution is the last place of the value
     * @throws ArithmeticException if the value has more than 60 digits before or after the point
     * @throws IllegalArgumentException if the value lies outside the bounds
     */
    public static Quantity of(BigDecimal value, Unit unit, Qualifier qualifier, Range<BigDecimal> bounds) {
        if ((bounds.hasLowerBound() && value.compareTo(bounds.lowerEndpoint()) < 0)
                || (bounds.hasUpperBound() && value.compareTo(bounds.upperEndpoint()) > 0)) {
            throw new IllegalArgumentException("Expected bounds that contain the value " + value + ", got " + bounds);
        }
        BigDecimal step = BigDecimal.ONE.movePointLeft(
                Math.max(0, CanonicalDecimal.of(value).scale()));
        return computed(value, unit, qualifier, step, bounds);
    }

    /**
     * Returns the figure in the base unit.
     *
     * @return 50945000000 for 509.45亿元, 0.125 for 12.5%; never in exponent form, without trailing zeros
     */
    public BigDecimal value() {
        return value;
    }

    /**
     * Returns the unit that the figure is printed in.
     *
     * @return for example 亿元
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Returns how the figure relates to the true one.
     *
     * @return the qualifier, {@link Qualifier#EXACT} if no word says otherwise
     */
    public Qualifier qualifier() {
        return qualifier;
    }

    /**
     * Returns the step of the last printed place, in the base unit: 1000000 for 509.45亿元, 0.01 for 341%, 1 for 2678家次.
     * Of a Chinese numeral it is the last place that is named (六千: 1000), where tens count as printed to the one (二十:
     * 1). Of a sum it is the finer one of the summands, because the sum is printed with all its digits: how well it is
     * known is given by {@link #bounds()}.
     *
     * @return zero (no place: a fraction) or more
     */
    public BigDecimal resolution() {
        return resolution;
    }

    /**
     * Returns all values that the true figure can have, in the base unit; see the class description.
     *
     * @return an interval, open at a side where nothing is known
     */
    public Range<BigDecimal> bounds() {
        return statedBounds != null ? statedBounds : Intervals.implied(value, unit, qualifier, resolution);
    }

    /**
     * Returns the values that the true figure has in all likelihood, for statements about likelihood, never
     * for certain ones: 近300亿元 is certainly from nothing to 30 billion, and by the standard policy likely from 27 to
     * 30 billion.
     *
     * @param policy how far the words reach
     * @return a part of {@link #bounds()}; the bounds themselves where the word says no more
     */
    public Range<BigDecimal> likelyBounds(LikelyBoundsPolicy policy) {
        return policy.apply(value, qualifier, bounds());
    }

    /**
     * Returns the figure in another unit of the same base.
     *
     * @param other the unit to convert to
     * @return the number of such units, rounded to 34 digits if it has no finite decimal
     * @throws UnitMismatchException if the other unit measures something else
     */
    public BigDecimal in(Unit other) {
        QuantityMath.requireSameBase("convert", this.unit, other);
        return other.fromBase(value);
    }

    /**
     * Returns the sum, exact in value and with bounds that contain every sum of members of both bounds.
     *
     * @param other a quantity of the same base unit
     * @return the sum, in this unit if both have it, else in the base unit
     * @throws UnitMismatchException if the other measures something else
     * @throws ArithmeticException if the result has more than 60 digits before or after the point
     */
    public Quantity plus(Quantity other) {
        return QuantityMath.sum(this, other);
    }

    /**
     * Returns the difference; see {@link #plus}.
     *
     * @param other a quantity of the same base unit
     * @return this plus the negated other
     * @throws UnitMismatchException if the other measures something else
     * @throws ArithmeticException if the result has more than 60 digits before or after the point
     */
    public Quantity minus(Quantity other) {
        QuantityMath.requireSameBase("subtract", unit, other.unit);
        return plus(other.negated());
    }

    /**
     * Returns the same figure with the opposite sign; bounds and qualifier are mirrored.
     *
     * @return minus this
     */
    public Quantity negated() {
        return times(BigDecimal.ONE.negate());
    }

    /**
     * Returns a multiple.
     *
     * @param factor an exact number
     * @return this times the factor, in this unit
     * @throws ArithmeticException if the result has more than 60 digits before or after the point
     */
    public Quantity times(BigDecimal factor) {
        return QuantityMath.product(this, factor);
    }

    /**
     * Returns a share of this: 96.9% of 9.3万宗.
     *
     * @param share a bare ratio or multiple (%, 成, 倍) that cannot be negative
     * @return this times the share, in this unit, with bounds that contain every product of members of both bounds
     * @throws UnitMismatchException if the share is neither a ratio nor a multiple
     * @throws ArithmeticException if the share's bounds reach below zero, or the result has more than 60 digits
     */
    public Quantity times(Quantity share) {
        return QuantityMath.share(this, share);
    }

    /**
     * Returns the quotient: what a completion of 341 % of 98.6公顷 implies as the target, or what part one figure is of
     * another.
     *
     * @param divisor a quantity of the same base unit, or a bare ratio or multiple (%, 成, 倍)
     * @return a ratio if both have the same base, else in this unit; rounded to 34 digits where it has no finite
     *     decimal, its bounds rounded outwards. The true divisor is taken not to be zero: 204.92 divided by 近300 is
     *     more than 68.3 %, and nothing is known of a quotient whose divisor can have either sign
     * @throws UnitMismatchException if the divisor is neither of the same base nor a ratio or multiple
     * @throws ArithmeticException if the divisor's value is zero, or the result has more than 60 digits
     */
    public Quantity dividedBy(Quantity divisor) {
        return QuantityMath.quotient(this, divisor);
    }

    /**
     * Returns the same number with another qualifier and the bounds that go with it.
     *
     * @param other the new qualifier
     * @return this if it has that qualifier already
     */
    public Quantity withQualifier(Qualifier other) {
        return other == qualifier ? this : new Quantity(null, value, unit, other, resolution, null);
    }

    /**
     * Compares the values alone: 近300亿元 and 300亿元 compare as equal.
     *
     * @param other a quantity of the same base unit
     * @return negative, zero or positive as this value is less than, equal to or greater than the other
     * @throws UnitMismatchException if the other measures something else
     */
    public int compareValueTo(Quantity other) {
        QuantityMath.requireSameBase("compare", unit, other.unit);
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity that
                && value.equals(that.value)
                && unit.hasSameBase(that.unit)
                && qualifier == that.qualifier
                && resolution.equals(that.resolution)
                && Objects.equals(statedBounds, that.statedBounds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, unit.code(), qualifier, resolution, statedBounds);
    }

    /**
     * Returns the figure as it was read. A computed quantity prints a form that {@link #parse} reads back to an equal
     * quantity, with the step of its last place and its bounds where the number does not imply them, all in the printed
     * unit: {@code 714.37亿元 [714.36, 714.38)}.
     */
    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            // Computed when first asked for: most results of arithmetic are never printed. Every thread computes the
            // same text.
            known = QuantityText.of(value, unit, qualifier, resolution, statedBounds);
            text = known;
        }
        return known;
    }
}
