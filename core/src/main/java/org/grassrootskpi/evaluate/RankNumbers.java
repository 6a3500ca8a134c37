package org.grassrootskpi.evaluate;

import com.google.common.base.Suppliers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The ranks of {@link Ranking} as numbers, without bounds and remarks: what a column of ranks is read for. Values are compared as
 * doubles, and as decimals only if two of them have one nearest double.
 *
 * <p>The first ranks that are asked for are counted, one by one, since a result often shows ten of very many; whoever asks for more has
 * all of them sorted. Thread-safe.
 */
final class RankNumbers {
    /** How many ranks are counted: about as many as cost as much as sorting does. */
    private static final int COUNTED = 16;

    private static final int TIED = -1;

    private final double[] numbers;
    private final int[] peers;
    private final IntFunction<BigDecimal> values;
    private final boolean ascending;
    private final AtomicInteger asked = new AtomicInteger();
    private final Supplier<double[]> sorted = Suppliers.memoize(this::sorted);

    /**
     * Ranks numbers.
     *
     * @param numbers the nearest doubles to the values, NaN for those without; modified
     * @param values the decimal of each number
     * @param peers for each number its group of peers; negative for one that is not ranked
     * @param ascending whether the least is the best
     */
    RankNumbers(double[] numbers, IntFunction<BigDecimal> values, int[] peers, boolean ascending) {
        this.numbers = numbers;
        this.peers = peers;
        this.values = values;
        this.ascending = ascending;
        for (int i = 0; i < numbers.length; i++) {
            // Adding zero turns -0.0 into 0.0, as which it is compared.
            numbers[i] = (ascending ? -numbers[i] : numbers[i]) + 0.0;
        }
    }

    /** Returns the rank of a number, NaN if it is not ranked. */
    double rank(int i) {
        if (!isRanked(i)) {
            return Double.NaN;
        }
        int better = asked.get() < COUNTED && asked.incrementAndGet() <= COUNTED ? better(i) : TIED;
        return better == TIED ? sorted.get()[i] : 1 + better;
    }

    private boolean isRanked(int i) {
        return peers[i] >= 0 && !Double.isNaN(numbers[i]);
    }

    /** Counts the peers whose number is greater, unless one is equal. */
    private int better(int i) {
        double own = numbers[i];
        int group = peers[i];
        int better = 0;
        int equal = 0;
        for (int other = 0; other < numbers.length; other++) {
            boolean isPeer = peers[other] == group;
            better += isPeer && numbers[other] > own ? 1 : 0;
            equal += isPeer && numbers[other] == own ? 1 : 0;
        }
        return equal > 1 ? TIED : better;
    }

    private double[] sorted() {
        double[] ranks = new double[numbers.length];
        Arrays.fill(ranks, Double.NaN);
        int[] positions =
                IntStream.range(0, numbers.length).filter(this::isRanked).toArray();
        for (List<Integer> tied : rank(positions, ranks).values()) {
            rankTied(tied, ranks);
        }
        return ranks;
    }

    /** Ranks numbers by how many of their peers are greater; returns those that are equal to others, each set apart. */
    private Map<Integer, List<Integer>> rank(int[] positions, double[] ranks) {
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
        int[] starts = ends.clone();
        for (int at = 0; at < positions.length; at++) {
            sorted[--starts[group[at]]] = numbers[positions[at]];
        }
        for (int g = 0; g < groups.size(); g++) {
            Arrays.sort(sorted, starts[g], ends[g]);
        }
        Map<Integer, List<Integer>> tied = new HashMap<>();
        for (int at = 0; at < positions.length; at++) {
            int position = positions[at];
            int start = starts[group[at]];
            int end = ends[group[at]];
            int found = Arrays.binarySearch(sorted, start, end, numbers[position]);
            boolean isTied = (found > start && sorted[found - 1] == sorted[found])
                    || (found + 1 < end && sorted[found + 1] == sorted[found]);
            int last = isTied ? last(sorted, found, end) : found;
            ranks[position] = end - last;
            if (isTied) {
                tied.computeIfAbsent(last, any -> new ArrayList<>()).add(position);
            }
        }
        return tied;
    }

    /** Returns the last index of a number that is found in a sorted range. */
    private static int last(double[] sorted, int found, int end) {
        int low = found;
        int high = end;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] == sorted[found]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Tells decimals apart that have one nearest double: each moves back by those of the set that are better. */
    private void rankTied(List<Integer> tied, double[] ranks) {
        Map<Integer, BigDecimal> decimals = new HashMap<>();
        tied.forEach(position -> decimals.put(position, values.apply(position)));
        Comparator<BigDecimal> best = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<Integer> order = new ArrayList<>(tied);
        order.sort(Comparator.comparing(decimals::get, best));
        int ahead = 0;
        for (int at = 0; at < order.size(); at++) {
            boolean isEqual = at > 0 && best.compare(decimals.get(order.get(at - 1)), decimals.get(order.get(at))) == 0;
            ahead = isEqual ? ahead : at;
            ranks[order.get(at)] += ahead;
        }
    }
}
