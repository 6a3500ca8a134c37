package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * Scores with bounds as longs that have the same order: the numbers themselves where all are decimals of few digits, else their places
 * among each other.
 */
final class RankKeys {
    private static final int MOST_DIGITS = 17;
    /** A double is within a unit in its last place of a number, which is a thousandth of this at most. */
    private static final double TELLING = 1e-12;

    /** The keys of the scores as they are, comparable with each other. */
    final long[] values;
    /** The keys of the lower ends, comparable with each other and with those of the upper ends; an open end lies just inside. */
    final long[] lower;
    /** The keys of the upper ends. */
    final long[] upper;

    private RankKeys(int size) {
        values = new long[size];
        lower = new long[size];
        upper = new long[size];
    }

    static RankKeys of(Bounded[] scores) {
        RankKeys keys = new RankKeys(scores.length);
        int scale = scale(scores);
        if (scale < 0 || !keys.takeDecimals(scores, scale)) {
            keys.takePlaces(scores);
        }
        return keys;
    }

    /** Returns how many decimals the numbers have at most, or -1 if some have too many. */
    private static int scale(Bounded[] scores) {
        int scale = 0;
        for (Bounded score : scores) {
            scale = Math.max(scale, scale(score.value()));
            End low = score.lower().orElse(null);
            End high = score.upper().orElse(null);
            scale = low == null ? scale : Math.max(scale, scale(low.at()));
            scale = high == null ? scale : Math.max(scale, scale(high.at()));
            if (scale > MOST_DIGITS) {
                return -1;
            }
        }
        return scale;
    }

    private static int scale(Fraction number) {
        return number.isDecimal() ? Math.max(0, number.toDecimal().scale()) : Integer.MAX_VALUE;
    }

    private boolean takeDecimals(Bounded[] scores, int scale) {
        for (int i = 0; i < scores.length; i++) {
            End low = scores[i].lower().orElse(null);
            End high = scores[i].upper().orElse(null);
            values[i] = unscaled(scores[i].value(), scale);
            long from = low == null ? 0 : unscaled(low.at(), scale);
            long to = high == null ? 0 : unscaled(high.at(), scale);
            if (values[i] == Long.MIN_VALUE || from == Long.MIN_VALUE || to == Long.MIN_VALUE) {
                return false;
            }
            lower[i] = low == null ? Long.MIN_VALUE : 2 * from + (low.included() ? 0 : 1);
            upper[i] = high == null ? Long.MAX_VALUE : 2 * to - (high.included() ? 0 : 1);
        }
        return true;
    }

    /** Returns a number times ten to the power of the scale, or the least long if it has too many digits. */
    private static long unscaled(Fraction number, int scale) {
        BigDecimal decimal = number.toDecimal();
        return decimal.precision() - decimal.scale() + scale > MOST_DIGITS
                ? Long.MIN_VALUE
                : decimal.setScale(scale).scaleByPowerOfTen(scale).longValue();
    }

    /** An end of bounds on the line, or a number itself; null beyond all numbers. */
    private record Mark(@Nullable Fraction at, double near, int side) implements Comparable<Mark> {
        static Mark of(Fraction at, int side) {
            return new Mark(at, at.doubleValue(), side);
        }

        static Mark lower(Bounded score) {
            return score.lower()
                    .map(end -> of(end.at(), end.included() ? 0 : 1))
                    .orElse(new Mark(null, 0, -1));
        }

        static Mark upper(Bounded score) {
            return score.upper()
                    .map(end -> of(end.at(), end.included() ? 0 : -1))
                    .orElse(new Mark(null, 0, 1));
        }

        /** Compares by the doubles near the numbers, and exactly where these are too near to each other to tell. */
        @Override
        public int compareTo(Mark other) {
            if (at == null || other.at == null) {
                return Integer.compare(at == null ? 2 * side : 0, other.at == null ? 2 * other.side : 0);
            }
            double apart = Math.abs(near - other.near);
            int order = apart > TELLING * Math.max(Math.abs(near), Math.abs(other.near))
                    ? Double.compare(near, other.near)
                    : at.compareTo(other.at);
            return order != 0 ? order : Integer.compare(side, other.side);
        }
    }

    private void takePlaces(Bounded[] scores) {
        place(Arrays.stream(scores).map(score -> Mark.of(score.value(), 0)).toArray(Mark[]::new), values, values);
        place(
                Stream.concat(
                                Arrays.stream(scores).map(Mark::lower),
                                Arrays.stream(scores).map(Mark::upper))
                        .toArray(Mark[]::new),
                lower,
                upper);
    }

    /** Numbers marks by their order, equal ones alike: the first half, and the rest. */
    private static void place(Mark[] marks, long[] first, long[] rest) {
        Integer[] order = new Integer[marks.length];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, (i, j) -> marks[i].compareTo(marks[j]));
        long place = 0;
        for (int at = 0; at < order.length; at++) {
            int mark = order[at];
            place = at > 0 && marks[order[at - 1]].compareTo(marks[mark]) != 0 ? place + 1 : place;
            if (mark < first.length) {
                first[mark] = place;
            } else {
                rest[mark - first.length] = place;
            }
        }
    }
}
