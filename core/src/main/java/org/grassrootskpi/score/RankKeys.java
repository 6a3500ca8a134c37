package org.grassrootskpi.score;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * Scores with bounds as longs that have the same order: from whole numbers over one denominator where they have one, else their
 * places among each other.
 */
final class RankKeys {
    /** A number of so many bits has room for the side at which an end of bounds lies. */
    private static final int BITS = 60;

    /** A double is within a unit in its last place of a number, which is a thousandth of this at most. */
    private static final double TELLING = 1e-12;

    /** The keys of the scores as they are, comparable with each other. */
    final long[] values;
    /** The keys of the lower ends, comparable with each other and with those of the upper ends; an open end lies just inside. */
    final long[] lower;
    /** The keys of the upper ends. */
    final long[] upper;

    private RankKeys(long[] values, long[] lower, long[] upper) {
        this.values = values;
        this.lower = lower;
        this.upper = upper;
    }

    static RankKeys of(Score[] scores) {
        RankKeys keys = of(WholeScores.of(scores));
        return keys != null
                ? keys
                : ofPlaces(Arrays.stream(scores).map(Score::exact).toArray(Bounded[]::new));
    }

    /** Returns the keys of the opposite numbers. */
    RankKeys negated() {
        return new RankKeys(
                Arrays.stream(values).map(key -> -key).toArray(),
                Arrays.stream(upper).map(key -> -key).toArray(),
                Arrays.stream(lower).map(key -> -key).toArray());
    }

    /** Returns whether the bounds of a score are one number. */
    boolean isExact(int score) {
        return lower[score] == upper[score];
    }

    /** Returns keys from the first bits of whole numbers; null where these do not tell all of them from each other. */
    private static @Nullable RankKeys of(@Nullable WholeScores whole) {
        if (whole == null) {
            return null;
        }
        int size = whole.values.length;
        int length = Stream.of(whole.values, whole.lower, whole.upper)
                .flatMap(Arrays::stream)
                .mapToInt(number -> number == null ? 0 : number.bitLength())
                .max()
                .orElse(0);
        int rest = Math.max(0, length - BITS);
        FirstBits ofValues = new FirstBits(rest, size);
        FirstBits ofEnds = new FirstBits(rest, 2 * size);
        RankKeys keys = new RankKeys(new long[size], new long[size], new long[size]);
        for (int i = 0; i < size; i++) {
            keys.values[i] = ofValues.of(whole.values[i]);
            BigInteger low = whole.lower[i];
            BigInteger high = whole.upper[i];
            keys.lower[i] = low == null ? -Long.MAX_VALUE : 4 * ofEnds.of(low) + (whole.lowerIncluded[i] ? 0 : 1);
            keys.upper[i] = high == null ? Long.MAX_VALUE : 4 * ofEnds.of(high) - (whole.upperIncluded[i] ? 0 : 1);
        }
        return ofValues.areTelling && ofEnds.areTelling ? keys : null;
    }

    /** The first bits of whole numbers, and whether no two different ones have the same. */
    private static final class FirstBits {
        private final int rest;
        private final Map<Long, BigInteger> numbers;
        private boolean areTelling = true;

        FirstBits(int rest, int size) {
            this.rest = rest;
            numbers = new HashMap<>(rest == 0 ? 0 : 2 * size);
        }

        long of(BigInteger number) {
            if (rest == 0) {
                return number.longValue();
            }
            long bits = number.shiftRight(rest).longValue();
            BigInteger other = numbers.putIfAbsent(bits, number);
            areTelling &= other == null || other.equals(number);
            return bits;
        }
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

    private static RankKeys ofPlaces(Bounded[] scores) {
        int size = scores.length;
        long[] ends = places(Stream.concat(
                        Arrays.stream(scores).map(Mark::lower),
                        Arrays.stream(scores).map(Mark::upper))
                .toArray(Mark[]::new));
        return new RankKeys(
                places(Arrays.stream(scores)
                        .map(score -> Mark.of(score.value(), 0))
                        .toArray(Mark[]::new)),
                Arrays.copyOf(ends, size),
                Arrays.copyOfRange(ends, size, 2 * size));
    }

    /** Numbers marks by their order, equal ones alike. */
    private static long[] places(Mark[] marks) {
        int[] order = IntStream.range(0, marks.length)
                .boxed()
                .sorted((i, j) -> marks[i].compareTo(marks[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] places = new long[marks.length];
        long place = 0;
        for (int at = 0; at < order.length; at++) {
            place = at > 0 && marks[order[at - 1]].compareTo(marks[order[at]]) != 0 ? place + 1 : place;
            places[order[at]] = place;
        }
        return places;
    }
}
