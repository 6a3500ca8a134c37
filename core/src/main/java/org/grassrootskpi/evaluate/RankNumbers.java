package org.grassrootskpi.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The ranks of {@link Ranking} as numbers, without bounds and remarks: what a column of ranks is read for. Values are compared as
 * doubles, and as decimals only if two of them have one nearest double. Immutable.
 */
final class RankNumbers {
    private final double[] ranks;

    /**
     * Ranks numbers.
     *
     * @param numbers the nearest doubles to the values, NaN for those without; modified
     * @param values the decimal of each number
     * @param peers for each number its group of peers; negative for one that is not ranked
     * @param ascending whether the least is the best
     */
    RankNumbers(double[] numbers, IntFunction<BigDecimal> values, int[] peers, boolean ascending) {
        ranks = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            // Adding zero turns -0.0 into 0.0, as which it is compared.
            numbers[i] = (ascending ? -numbers[i] : numbers[i]) + 0.0;
            ranks[i] = Double.NaN;
        }
        int[] positions = IntStream.range(0, numbers.length)
                .filter(i -> peers[i] >= 0 && !Double.isNaN(numbers[i]))
                .toArray();
        if (!rankApart(numbers, peers, positions)) {
            rankWithTies(numbers, values, peers, positions, ascending);
        }
    }

    double rank(int i) {
        return ranks[i];
    }

    /** Ranks numbers of which no two peers are equal; returns false if two are. */
    private boolean rankApart(double[] numbers, int[] peers, int[] positions) {
        // The numbers of each group of peers in a range of their own: the groups are numbered, and their sizes summed.
        Map<Integer, Integer> groups = new HashMap<>();
        int[] group = new int[positions.length];
        int[] ends = new int[positions.length];
        for (int at = 0; at < positions.length; at++) {
            boolean asBefore = at > 0 && peers[positions[at]] == peers[positions[at - 1]];
            group[at] = asBefore ? group[at - 1] : groups.computeIfAbsent(peers[positions[at]], p -> groups.size());
            ends[group[at]]++;
        }
        for (int g = 1; g < groups.size(); g++) {
            ends[g] += ends[g - 1];
        }
        double[] sorted = new double[positions.length];
        int[] next = ends.clone();
        for (int at = 0; at < positions.length; at++) {
            sorted[--next[group[at]]] = numbers[positions[at]];
        }
        for (int g = 0; g < groups.size(); g++) {
            Arrays.sort(sorted, next[g], ends[g]);
            for (int at = next[g] + 1; at < ends[g]; at++) {
                if (sorted[at] == sorted[at - 1]) {
                    return false;
                }
            }
        }
        for (int at = 0; at < positions.length; at++) {
            int found = Arrays.binarySearch(sorted, next[group[at]], ends[group[at]], numbers[positions[at]]);
            ranks[positions[at]] = ends[group[at]] - found;
        }
        return true;
    }

    private void rankWithTies(
            double[] numbers, IntFunction<BigDecimal> values, int[] peers, int[] positions, boolean ascending) {
        GroupOrder.Key byPeer = (one, other) -> Integer.compare(peers[positions[one]], peers[positions[other]]);
        // The numbers are negated where the least is the best, their decimals are not.
        GroupOrder.Key byValue = GroupOrder.byValue(
                positions.length,
                at -> numbers[positions[at]],
                at -> ascending ? values.apply(positions[at]).negate() : values.apply(positions[at]),
                true);
        int[] order = new GroupOrder(List.of(byPeer, byValue)).first(positions.length, positions.length);
        int first = 0;
        for (int at = 0; at < order.length; at++) {
            boolean opens = at == 0 || byPeer.compare(order[at - 1], order[at]) != 0;
            first = opens ? at : first;
            boolean ties = !opens && byValue.compare(order[at - 1], order[at]) == 0;
            ranks[positions[order[at]]] = ties ? ranks[positions[order[at - 1]]] : at - first + 1.0;
        }
    }
}
