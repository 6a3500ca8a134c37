package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.Ranking.Ties;
import org.grassrootskpi.text.CanonicalDecimal;

/** Ranks scores with bounds in n log n steps. */
final class RankMath {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private RankMath() {}

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
        for (int i = 0; i < n; i++) {
            Score score = Objects.requireNonNull(scores.get(names.get(i)));
            compared[i] = ranking.decimals().map(score::rounded).orElse(score);
        }
        RankKeys ascending = RankKeys.of(compared);
        RankKeys keys = ranking.direction() == Direction.HIGHER ? ascending : ascending.negated();
        int[] order = bestFirst(keys.values);
        boolean isExact = IntStream.range(0, n).allMatch(keys::isExact);
        Limits limits = isExact ? null : new Limits(ranking.ties(), keys);
        List<Ranks.Place> places = new ArrayList<>();
        int distinct = 0;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && keys.values[order[to]] == keys.values[order[from]]) {
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

    /** Returns the numbers of keys, the greatest first, equal ones in their order. */
    private static int[] bestFirst(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int[] taken = new int[keys.length];
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int first = keys.length - Limits.countUpTo(sorted, keys[i]);
            order[first + taken[first]++] = i;
        }
        return order;
    }

    private static BigDecimal half(long sum) {
        return sum % 2 == 0
                ? BigDecimal.valueOf(sum / 2)
                : CanonicalDecimal.of(BigDecimal.valueOf(sum).divide(TWO));
    }

    /** The best and worst places that bounds allow. */
    private static final class Limits {
        private final Ties ties;
        private final long[] lower;
        private final long[] upper;
        private final long[] sortedLower;
        private final long[] sortedUpper;
        private final RankKeys keys;

        Limits(Ties ties, RankKeys keys) {
            this.ties = ties;
            this.keys = keys;
            lower = keys.lower;
            upper = keys.upper;
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
            int equal = ties == Ties.AVERAGE ? count(sortedLower, upper[i]) - (keys.isExact(i) ? 1 : 0) : 0;
            return half(2L * (1 + above) + equal);
        }

        /** 1 + those that may be better. */
        BigDecimal worst(int i) {
            int above = sortedUpper.length - countUpTo(sortedUpper, lower[i]) - (keys.isExact(i) ? 0 : 1);
            int equal = ties == Ties.AVERAGE ? count(sortedUpper, lower[i]) - (keys.isExact(i) ? 1 : 0) : 0;
            return half(2L * (1 + above) + equal);
        }

        private static int countUpTo(long[] sorted, long mark) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] <= mark) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static int count(long[] sorted, long mark) {
            int upTo = countUpTo(sorted, mark);
            int equal = 0;
            while (equal < upTo && sorted[upTo - 1 - equal] == mark) {
                equal++;
            }
            return equal;
        }

        /** Of bounds that have to be hit by points, as few points do as there are bounds that do not meet each other. */
        private int fewestScoresAbove(int i) {
            List<Integer> above = new ArrayList<>();
            for (int j = 0; j < lower.length; j++) {
                if (lower[j] > upper[i]) {
                    above.add(j);
                }
            }
            above.sort(Comparator.comparingLong(j -> upper[j]));
            int points = 0;
            long last = Long.MIN_VALUE;
            for (int j : above) {
                if (points == 0 || lower[j] > last) {
                    points++;
                    last = upper[j];
                }
            }
            return points;
        }
    }
}
