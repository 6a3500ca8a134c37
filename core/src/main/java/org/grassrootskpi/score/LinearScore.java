package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.ScoringFunction.Kind;
import org.grassrootskpi.score.ScoringFunction.Scale;
import org.grassrootskpi.score.ScoringFunction.Stepping;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one item by a function that is a straight line with a cap, a floor and rounding: whole numbers over one denominator.
 * What {@link ScoringMath} computes with fractions, in the same order.
 */
final class LinearScore {
    private static final long MOST = 1L << 60;

    private final FigureColumn figures;
    private final long slope;
    private final long offset;
    private final @Nullable Long cap;
    private final @Nullable Long floor;
    private final long line;
    private final int[] roundings;
    /** By what the scores are to be divided. */
    final long denominator;

    final long[] values;
    final long[] lower;
    final long[] upper;
    final byte[] states;

    private LinearScore(
            FigureColumn figures,
            long slope,
            long offset,
            @Nullable Long cap,
            @Nullable Long floor,
            long line,
            int[] roundings) {
        this.figures = figures;
        this.slope = slope;
        this.offset = offset;
        this.cap = cap;
        this.floor = floor;
        this.line = line;
        this.roundings = roundings;
        denominator = roundings.length == 0 ? line : power(roundings[roundings.length - 1]);
        int members = figures.values.length;
        values = new long[members];
        lower = new long[members];
        upper = new long[members];
        states = new byte[members];
        for (int member = 0; member < members; member++) {
            if (figures.isPlain(member)) {
                score(member);
            }
        }
    }

    /** Returns the scores of an item; null if its function is no straight line, or the numbers are too long. */
    static @Nullable LinearScore of(ScoreItem item, FigureColumn figures) {
        ScoringFunction f = item.scoring().orElse(null);
        if (f == null || !isLinear(f)) {
            return null;
        }
        Fraction unit = item.unit()
                .map(wanted -> Fraction.of(new BigDecimal(wanted.denominator()))
                        .dividedBy(Fraction.of(new BigDecimal(wanted.numerator()))))
                .orElse(Fraction.ONE);
        Fraction start = raw(f, Fraction.ZERO);
        Fraction rise = raw(f, Fraction.ONE).minus(start).times(unit);
        Fraction perUnscaled = rise.times(Fraction.of(BigDecimal.ONE.movePointLeft(figures.scale)));
        List<Fraction> all = List.of(
                perUnscaled,
                start,
                f.cap().map(Fraction::of).orElse(Fraction.ZERO),
                f.floor().map(Fraction::of).orElse(Fraction.ZERO));
        BigInteger common = WholeNumbers.commonDenominator(all);
        @Nullable Long slope = WholeNumbers.toLong(perUnscaled, common);
        @Nullable Long offset = WholeNumbers.toLong(start, common);
        @Nullable Long cap = f.cap()
                .map(limit -> WholeNumbers.toLong(Fraction.of(limit), common))
                .orElse(null);
        @Nullable Long floor = f.floor()
                .map(limit -> WholeNumbers.toLong(Fraction.of(limit), common))
                .orElse(null);
        boolean fits = slope != null
                && offset != null
                && (cap != null || f.cap().isEmpty())
                && (floor != null || f.floor().isEmpty())
                && common.bitLength() < 60;
        if (!fits || slope == null || offset == null || slope == 0) {
            return null;
        }
        int[] roundings = Stream.of(f.decimals(), item.decimals())
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        BigInteger reach = BigInteger.valueOf(slope)
                .abs()
                .multiply(BigInteger.valueOf(figures.magnitude))
                .add(BigInteger.valueOf(offset).abs());
        for (int decimals : roundings) {
            if (decimals > 9) {
                return null;
            }
            reach = reach.multiply(BigInteger.valueOf(2 * power(decimals)));
        }
        return reach.compareTo(BigInteger.valueOf(MOST)) >= 0
                ? null
                : new LinearScore(figures, slope, offset, cap, floor, common.longValueExact(), roundings);
    }

    private static boolean isLinear(ScoringFunction f) {
        return f.cutTo().isEmpty()
                && switch (f.kind()) {
                    case AS_IS -> true;
                    case GOALPOSTS -> f.scale() == Scale.LINEAR;
                    case PER_STEP -> f.stepping() == Stepping.PRO_RATA;
                    case RATIO ->
                        f.direction() == Direction.HIGHER
                                && f.at().orElseThrow().signum() > 0;
                    default -> false;
                };
    }

    /** Returns the score of a number before cap, floor and rounding. */
    private static Fraction raw(ScoringFunction f, Fraction x) {
        ScoringFunction.Builder bare = ScoringFunction.builder().kind(f.kind()).direction(f.direction());
        if (f.kind() == Kind.AS_IS) {
            return x;
        }
        ScoringFunction line = bare.lower(f.lower())
                .upper(f.upper())
                .low(f.low())
                .high(f.high())
                .at(f.at())
                .score(f.score())
                .points(f.points())
                .per(f.per())
                .build();
        return ScoringMath.score(line, Bounded.of(x)).value();
    }

    private void score(int member) {
        boolean falls = slope < 0;
        long value = slope * figures.values[member] + offset;
        long low = slope * (falls ? figures.upper : figures.lower)[member] + offset;
        long high = slope * (falls ? figures.lower : figures.upper)[member] + offset;
        byte state = figures.states[member];
        boolean lowIn = (state & (falls ? FigureColumn.UPPER_INCLUDED : FigureColumn.LOWER_INCLUDED)) != 0;
        boolean highIn = (state & (falls ? FigureColumn.LOWER_INCLUDED : FigureColumn.UPPER_INCLUDED)) != 0;
        if (cap != null && high > cap) {
            boolean surely = low >= cap;
            value = surely ? cap : Math.min(value, cap);
            low = surely ? cap : low;
            lowIn |= surely;
            high = cap;
            highIn = true;
        }
        if (floor != null && low < floor) {
            boolean surely = high <= floor;
            value = surely ? floor : Math.max(value, floor);
            high = surely ? floor : high;
            highIn |= surely;
            low = floor;
            lowIn = true;
        }
        long over = line;
        for (int decimals : roundings) {
            long places = power(decimals);
            value = rounded(value * places, over, false);
            low = rounded(low * places, over, !lowIn && low < 0);
            high = rounded(high * places, over, !highIn && high > 0);
            lowIn = true;
            highIn = true;
            over = places;
        }
        values[member] = value;
        lower[member] = low;
        upper[member] = high;
        states[member] = (byte) (FigureColumn.PLAIN
                | (lowIn ? FigureColumn.LOWER_INCLUDED : 0)
                | (highIn ? FigureColumn.UPPER_INCLUDED : 0));
    }

    /** Divides and rounds to the nearest whole number, a half away from zero or towards it. */
    private static long rounded(long dividend, long divisor, boolean halfDown) {
        long magnitude = Math.abs(dividend);
        long quotient = magnitude / divisor;
        long twice = 2 * (magnitude - quotient * divisor);
        long whole = twice > divisor || (twice == divisor && !halfDown) ? quotient + 1 : quotient;
        return dividend < 0 ? -whole : whole;
    }

    private static long power(int decimals) {
        return BigInteger.TEN.pow(decimals).longValueExact();
    }
}
