package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.Ranking.Ties;
import org.grassrootskpi.text.CanonicalDecimal;
import org.jspecify.annotations.Nullable;

/** Ranks scores with bounds in n log n steps. */
final class RankMath {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** A double is within a unit in its last place of a number, which is a thousandth of this at most. */
    private static final double TELLING = 1e-12;

    /** An end of bounds on the line: an open end lies just inside of its number, a missing one beyond all numbers. */
    private record Mark(@Nullable Fraction at, double near, int side) implements Comparable<Mark> {
        static Mark of(End end, int openSide) {
            return new Mark(end.at(), end.at().doubleValue(), end.included() ? 0 : openSide);
        }

        static Mark lower(Bounded score) {
            return score.lower().map(end -> of(end, 1)).orElse(new Mark(null, 0, -1));
        }

        static Mark upper(Bounded score) {
            return score.upper().map(end -> of(end, -1)).orElse(new Mark(null, 0, 1));
        }

        @Override
        public int compareTo(Mark other) {
            if (at == null || other.at == null) {
                return Integer.compare(at == null ? 2 * side : 0, other.at == null ? 2 * other.side : 0);
            }
            int order = compareNumbers(at, near, other.at, other.near);
            return order != 0 ? order : Integer.compare(side, other.side);
        }
    }

    private RankMath() {}

    /** Compares numbers by the doubles near them, and exactly where these are too near to each other to tell. */
    private static int compareNumbers(Fraction one, double nearOne, Fraction other, double nearOther) {
        double apart = Math.abs(nearOne - nearOther);
        return apart > TELLING * Math.max(Math.abs(nearOne), Math.abs(nearOther))
                ? Double.compare(nearOne, nearOther)
                : one.compareTo(other);
    }

    static Ranks rank(Ranking ranking, Map<String, Score> scores, Map<String, String> groups) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (String member : scores.keySet()) {
            members.computeIfAbsent(groups.getOrDefault(member, ""), name -> new ArrayList<>())
                    .add(member);
        }
        List<Ranks.Place> places = new ArrayList<>();
        members.forEach((group, names) -> places.addAll(group(ranking, group, names, scores)));
        return new Ranks(places);
    }

    private static List<Ranks.Place> group(
            Ranking ranking, String group, List<String> names, Map<String, Score> scores) {
        int n = names.size();
        Score[] compared = new Score[n];
        Bounded[] better = new Bounded[n];
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            Score score = Objects.requireNonNull(scores.get(names.get(i)));
            compared[i] = ranking.decimals().map(score::rounded).orElse(score);
            better[i] = ranking.direction() == Direction.HIGHER
                    ? compared[i].exact()
                    : compared[i].exact().negated();
            order[i] = i;
        }
        double[] near = new double[n];
        Arrays.setAll(near, i -> better[i].value().doubleValue());
        Comparator<Integer> bestFirst =
                (i, j) -> compareNumbers(better[j].value(), near[j], better[i].value(), near[i]);
        Arrays.parallelSort(order, bestFirst);
        boolean isExact = Arrays.stream(better).allMatch(Bounded::isExact);
        Limits limits = isExact ? null : new Limits(ranking.ties(), better);
        List<Ranks.Place> places = new ArrayList<>();
        int distinct = 0;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && bestFirst.compare(order[to], order[from]) == 0) {
                to++;
            }
            distinct++;
            BigDecimal rank = switch (ranking.ties()) {
                case COMPETITION -> BigDecimal.valueOf(from + 1L);
                case DENSE -> BigDecimal.valueOf(distinct);
                case AVERAGE -> half(from + 1L + to);
            };
            for (int at = from; at < to; at++) {
                int i = order[at];
                places.add(new Ranks.Place(
                        names.get(i),
                        group,
                        compared[i],
                        rank,
                        limits == null ? rank : limits.best(i),
                        limits == null ? rank : limits.worst(i),
                        to - from > 1));
            }
            from = to;
        }
        return places;
    }

    private static BigDecimal half(long sum) {
        return CanonicalDecimal.of(BigDecimal.valueOf(sum).divide(TWO));
    }

    /** The best and worst places that bounds allow. */
    private static final class Limits {
        private final Ties ties;
        private final Mark[] lower;
        private final Mark[] upper;
        private final Mark[] sortedLower;
        private final Mark[] sortedUpper;
        private final Bounded[] scores;

        Limits(Ties ties, Bounded[] scores) {
            this.ties = ties;
            this.scores = scores;
            lower = Arrays.stream(scores).map(Mark::lower).toArray(Mark[]::new);
            upper = Arrays.stream(scores).map(Mark::upper).toArray(Mark[]::new);
            sortedLower = lower.clone();
            sortedUpper = upper.clone();
            Arrays.parallelSort(sortedLower);
            Arrays.parallelSort(sortedUpper);
        }

        /** 1 + those that are better for sure; where places are not left out, 1 + the fewest different scores that these can have. */
        BigDecimal best(int i) {
            if (ties == Ties.DENSE) {
                return BigDecimal.valueOf(1 + fewestScoresAbove(i));
            }
            int above = sortedLower.length - countUpTo(sortedLower, upper[i]);
            int equal = ties == Ties.AVERAGE ? count(sortedLower, upper[i]) - (isPoint(i) ? 1 : 0) : 0;
            return half(2L * (1 + above) + equal);
        }

        /** 1 + those that may be better. */
        BigDecimal worst(int i) {
            int above = sortedUpper.length - countUpTo(sortedUpper, lower[i]) - (isPoint(i) ? 0 : 1);
            int equal = ties == Ties.AVERAGE ? count(sortedUpper, lower[i]) - (isPoint(i) ? 1 : 0) : 0;
            return half(2L * (1 + above) + equal);
        }

        private boolean isPoint(int i) {
            return scores[i].isExact();
        }

        private static int countUpTo(Mark[] sorted, Mark mark) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle].compareTo(mark) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static int count(Mark[] sorted, Mark mark) {
            int upTo = countUpTo(sorted, mark);
            int equal = 0;
            while (equal < upTo && sorted[upTo - 1 - equal].compareTo(mark) == 0) {
                equal++;
            }
            return equal;
        }

        /** Of bounds that have to be hit by points, as few points do as there are bounds that do not meet each other. */
        private int fewestScoresAbove(int i) {
            List<Integer> above = new ArrayList<>();
            for (int j = 0; j < scores.length; j++) {
                if (lower[j].compareTo(upper[i]) > 0) {
                    above.add(j);
                }
            }
            above.sort(Comparator.comparing(j -> upper[j]));
            int points = 0;
            @Nullable Mark last = null;
            for (int j : above) {
                if (last == null || lower[j].compareTo(last) > 0) {
                    points++;
                    last = upper[j];
                }
            }
            return points;
        }
    }
}
