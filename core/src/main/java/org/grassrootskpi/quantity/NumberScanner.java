package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads one unsigned number at an offset, in digits ({@code 1,234.50}, {@code 1亿2000万}) or as a Chinese numeral
 * ({@code 一百零五}, {@code 三点五}, {@code 万}). After {@link #scan} returned true the fields hold what was read.
 */
final class NumberScanner {
    /** Digits that one number may be written with; more are no figure of any report. */
    static final int MAX_DIGITS = 160;

    /** Digits that a long holds, whatever they are. */
    private static final int MAX_LONG = 18;

    private static final Numerals SIGNS = Numerals.STANDARD;
    private static final long WAN = 10_000;
    private static final long YI = 100_000_000;

    private final CharSequence text;
    private final int limit;
    private final boolean whole;

    /** The number read. */
    BigDecimal value = BigDecimal.ZERO;

    /** The step of the last written place. */
    BigDecimal step = BigDecimal.ONE;

    /** Where the number ends. */
    int end;

    /** Whether the number is a scale alone: the 万 of 超万个. */
    boolean bareScale;

    /** Whether it was written in Chinese. */
    boolean chinese;

    /** Whether all scales that belong to the number have been read with it. */
    boolean complete;

    /** Whether its last term needs a larger scale behind it: 1亿2千 of 1亿2千多万. */
    boolean loose;

    /** The last term of a number in several: 2000 of 1亿2千. */
    BigDecimal last = BigDecimal.ZERO;

    /** Where and why {@link #scan} returned false; nothing if there is simply no number. */
    String problem = "";

    private int scaleEnd;
    private long scaleFactor;
    private long section;
    private long sectionStep;

    NumberScanner(CharSequence text, int limit, boolean whole) {
        this.text = text;
        this.limit = limit;
        this.whole = whole;
    }

    boolean scan(int at) {
        bareScale = false;
        chinese = false;
        complete = false;
        loose = false;
        problem = "";
        if (at >= limit) {
            return false;
        }
        if (digitAt(at)) {
            if (compound(at)) {
                return true;
            }
            loose = false;
            return digits(at);
        }
        chinese = true;
        return numeral(at) || bare(at);
    }

    boolean digitAt(int i) {
        return i < limit && Numerals.digit(text.charAt(i)) != Numerals.NONE;
    }

    private int chineseDigitAt(int i) {
        return i < limit ? SIGNS.chineseDigit(text.charAt(i)) : Numerals.NONE;
    }

    private int exponentAt(int i) {
        return i < limit ? SIGNS.scaleExponent(text.charAt(i)) : Numerals.NONE;
    }

    /**
     * Returns whether a sign of the same script follows, so that what was read is only a part of a number (三四个, 1.2.3).
     */
    boolean continues() {
        if (digitAt(end) || (chinese && chineseDigitAt(end) != Numerals.NONE)) {
            return true;
        }
        return !chinese && pointAt(end) && digitAt(end + 1);
    }

    private boolean pointAt(int i) {
        return i < limit && (text.charAt(i) == '.' || text.charAt(i) == '．');
    }

    private int run(int at) {
        int i = at;
        while (digitAt(i) && i - at <= MAX_DIGITS) {
            i++;
        }
        return i;
    }

    private boolean digits(int at) {
        StringBuilder plain = new StringBuilder();
        int i = run(at);
        append(plain, at, i);
        if (i - at <= 3) {
            while (plain.length() <= MAX_DIGITS && separatorAt(i) && run(i + 1) - i == 4) {
                append(plain, i + 1, i + 4);
                i += 4;
            }
        }
        int decimals = 0;
        if (pointAt(i) && digitAt(i + 1)) {
            int from = i + 1;
            i = run(from);
            decimals = i - from;
            append(plain, from, i);
        }
        if (plain.length() > MAX_DIGITS) {
            problem = "a number of at most " + MAX_DIGITS + " digits";
            return false;
        }
        value = plain.length() <= MAX_LONG
                ? BigDecimal.valueOf(Long.parseLong(plain, 0, plain.length(), 10), decimals)
                : new BigDecimal(new BigInteger(plain.toString()), decimals);
        step = BigDecimal.valueOf(1, decimals);
        end = i;
        return true;
    }

    private void append(StringBuilder plain, int from, int to) {
        for (int i = from; i < to; i++) {
            plain.append((char) ('0' + Numerals.digit(text.charAt(i))));
        }
    }

    private long whole(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + Numerals.digit(text.charAt(i));
        }
        return number;
    }

    /**
     * Returns whether there is a separator: in running text ， is punctuation, unless the digits around it are
     * full-width as well.
     */
    private boolean separatorAt(int i) {
        if (i >= limit) {
            return false;
        }
        char c = text.charAt(i);
        return c == ',' || (c == '，' && (whole || text.charAt(i - 1) >= '０'));
    }

    /**
     * Reads digits with a scale and then more of the number: 1亿2000万, 3万5千, 3万两千, 3万零5百. A last digit without scale is
     * of the next one below (13万2 is 132,000). What can be read in two ways (1亿2千, 13万25) is none of them.
     */
    private boolean compound(int at) {
        long total = 0;
        long previous = Long.MAX_VALUE;
        int i = at;
        int terms = 0;
        boolean scaled = true;
        loose = false;
        while (scaled && !loose && (digitAt(i) || (terms > 0 && (chineseTermAt(i) || isZeroTerm(i))))) {
            boolean zero = terms > 0 && isZeroTerm(i);
            i += zero ? 1 : 0;
            boolean digits = digitAt(i);
            int to = digits ? run(i) : section(i, 0);
            if (to - i > 12) {
                return false;
            }
            long term = digits ? whole(i, to) : section;
            long below = digits ? 1 : sectionStep;
            scaled = scale(to);
            long factor = scaled ? scaleFactor : 1;
            if (terms == 0 && (!scaled || term > 9_999_999_999_999_999L / factor)) {
                return false;
            }
            if (terms > 0 && digits && !scaled && !zero && !fillsPlaces(term, to - i, previous)) {
                return false;
            }
            if (terms > 0 && digits && !scaled && !zero && to - i == 1) {
                factor = previous / 10;
            }
            if (terms > 0 && (term >= previous / factor || factor >= previous)) {
                return false;
            }
            loose = terms > 0 && scaled && previous >= YI && factor < WAN;
            last = BigDecimal.valueOf(term * factor);
            total += term * factor;
            previous = factor * below;
            i = scaled ? scaleEnd : to;
            terms++;
        }
        if (terms < 2) {
            return false;
        }
        value = BigDecimal.valueOf(total);
        step = BigDecimal.valueOf(previous);
        end = i;
        complete = true;
        return true;
    }

    /** Recognises 3万零5百, 1千零5: a zero for the places that are not named. */
    private boolean isZeroTerm(int i) {
        return chineseDigitAt(i) == 0 && (digitAt(i + 1) || chineseTermAt(i + 1));
    }

    private boolean chineseTermAt(int i) {
        int exponent = exponentAt(i + 1);
        return chineseDigitAt(i) > 0 && exponent != Numerals.NONE && exponent < 4;
    }

    /** Returns whether digits without scale behind a scale can be meant in one way only: 3万5000, 3万500, 5百20, and 3万5. */
    private static boolean fillsPlaces(long term, int digits, long scale) {
        long places = 0;
        for (long power = scale; power > 1; power /= 10) {
            places++;
        }
        return (digits == 1 && term > 0 && scale > 10) || digits == places || (scale == WAN && digits == 3);
    }

    /** Reads a sequence of scales such as 万, 千万, 万亿 into {@link #scaleEnd()} and {@link #scaleFactor()}. */
    boolean scale(int at) {
        long factor = 1;
        int i = at;
        int exponent = exponentAt(i);
        if (exponent != Numerals.NONE && exponent < 4) {
            factor *= power(exponent);
            exponent = exponentAt(++i);
        }
        if (exponent == 4) {
            factor *= power(exponent);
            exponent = exponentAt(++i);
        }
        if (exponent == 8) {
            factor *= power(exponent);
            i++;
        }
        scaleEnd = i;
        scaleFactor = factor;
        return i > at;
    }

    int scaleEnd() {
        return scaleEnd;
    }

    long scaleFactor() {
        return scaleFactor;
    }

    private boolean bare(int at) {
        if (!scale(at)) {
            return false;
        }
        bareScale = true;
        complete = true;
        value = BigDecimal.valueOf(scaleFactor);
        step = value;
        end = scaleEnd;
        return true;
    }

    private boolean numeral(int at) {
        int i = belowYi(at, 0);
        if (i == at) {
            return false;
        }
        long total = section;
        long lastStep = sectionStep;
        if (exponentAt(i) == 8) {
            total *= YI;
            lastStep *= YI;
            i++;
            int low = belowYi(i, YI);
            if (low > i) {
                total += section;
                lastStep = sectionStep;
                i = low;
            }
        }
        value = BigDecimal.valueOf(total);
        step = BigDecimal.valueOf(lastStep);
        end = i;
        decimals(i);
        return true;
    }

    /** Reads a numeral below a hundred million into {@link #section}; returns its end, or {@code at} if there is none. */
    private int belowYi(int at, long above) {
        int i = section(at, above);
        if (i > at && exponentAt(i) == 4) {
            long high = section * WAN;
            long highStep = sectionStep * WAN;
            i++;
            int low = section(i, WAN);
            boolean more = low > i;
            section = more ? high + section : high;
            sectionStep = more ? sectionStep : highStep;
            return low;
        }
        return i;
    }

    private void decimals(int at) {
        Numerals.Word point = SIGNS.at(Numerals.Kind.POINT, text, at, limit);
        if (point == null) {
            return;
        }
        int from = at + point.text.length();
        int i = from;
        long fraction = 0;
        while (chineseDigitAt(i) != Numerals.NONE && i - from < 15) {
            fraction = fraction * 10 + chineseDigitAt(i++);
        }
        if (i > from) {
            value = value.add(BigDecimal.valueOf(fraction, i - from));
            step = BigDecimal.ONE.movePointLeft(i - from);
            end = i;
        }
    }

    /**
     * Reads a numeral below ten thousand; returns its end, or {@code at} if there is none. Tens count as printed to the
     * one, as 二十 is said where 20 is written; 六百 is printed to the hundred.
     *
     * @param above the scale just read before (三万五 is 35 thousand), 0 at the beginning
     */
    private int section(int at, long above) {
        int i = at;
        long sum = 0;
        long place = 10_000;
        sectionStep = 1;
        boolean any = false;
        while (i < limit) {
            int start = i;
            boolean zero = false;
            if ((any || above > 0) && chineseDigitAt(i) == 0) {
                zero = true;
                i++;
            }
            int digit = chineseDigitAt(i);
            int exponent = exponentAt(digit == Numerals.NONE ? i : i + 1);
            boolean scaled = exponent != Numerals.NONE && exponent < 4 && power(exponent) < place;
            if (scaled && (digit > 0 || (digit == Numerals.NONE && exponent == 1 && (!any || zero)))) {
                place = power(exponent);
                sum += place * Math.max(digit, 1);
                sectionStep = place == 10 ? 1 : place;
                i += digit == Numerals.NONE ? 1 : 2;
                any = true;
            } else if (digit >= 0 && (digit > 0 || (!any && above == 0)) && place > 1) {
                long unsaid = any ? place / 10 : above / 10;
                boolean shortened = !zero && unsaid > 1 && (any || above > 0) && exponentAt(i + 1) == Numerals.NONE;
                sum += digit * (shortened ? unsaid : 1);
                sectionStep = shortened ? unsaid : 1;
                return end(i + 1, sum);
            } else {
                return end(start, sum);
            }
        }
        return end(i, sum);
    }

    private int end(int at, long sum) {
        section = sum;
        return at;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
