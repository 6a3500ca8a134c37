package org.grassrootskpi.score;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * How robust the order of weighted sums is to the weights, in closed form and exactly.
 *
 * <p>The weights w are positive and divided by their sum. Within the tolerance d they can be anything from w (1 - d) to w (1 + d) as long as
 * their sum stays 1; d is from 0 to 1. With D the differences of the scores of two members, S the sum of w D (the difference of their
 * composites), and K the most that the sum of e D can fall for any change e of the weights with |e| &le; w and the sum 0, the least
 * difference within the tolerance is S - d K. So the order of two members holds until d reaches <b>d* = S / K</b>: "until a weight moves
 * by 18 % of itself". K is a fractional knapsack, filled in the order of D, without any optimiser (compare Salo and Punkka, European
 * Journal of Operational Research 213, 2011, on dominance and ranking intervals).
 *
 * <p>Scores count as they are; what their own bounds leave open is in {@link Ranks.Place}. Immutable and thread-safe.
 */
public final class WeightRobustness {
    /**
     * Two neighbours in the ranking.
     *
     * @param ahead the better one
     * @param behind the other one
     * @param difference the difference of their composites: 0 for a tie
     * @param tolerance d* of their order: 0 for a tie; empty where no weights can turn it
     */
    public record Neighbours(String ahead, String behind, BigDecimal difference, Optional<BigDecimal> tolerance) {}

    /**
     * The places that a member can have within a tolerance, from pairs: it may be that no weights reach the ends.
     *
     * @param member its name
     * @param best at best: 1 + those that are ahead of it for all weights
     * @param worst at worst: all but those that are behind it for all weights
     */
    public record RankRange(String member, int best, int worst) {}

    private final ImmutableList<String> members;
    private final ImmutableMap<String, Integer> indices;
    private final Fraction[] weights;
    private final Supplier<Fraction[][]> scores;
    private final Supplier<Optional<ScoreMatrix>> matrix;
    private final Supplier<Optional<WideScoreMatrix>> wide;

    private WeightRobustness(
            List<String> members,
            Fraction[] weights,
            Supplier<Fraction[][]> scores,
            Supplier<@Nullable ScoreMatrix> matrix,
            Supplier<@Nullable WideScoreMatrix> wide) {
        this.members = ImmutableList.copyOf(members);
        this.weights = weights;
        this.scores = Suppliers.memoize(scores::get);
        this.matrix = Suppliers.memoize(() -> Optional.ofNullable(matrix.get()));
        this.wide = Suppliers.memoize(() -> Optional.ofNullable(wide.get()));
        Map<String, Integer> first = new LinkedHashMap<>();
        IntStream.range(0, members.size()).forEach(i -> first.putIfAbsent(members.get(i), i));
        indices = ImmutableMap.copyOf(first);
    }

    private static WeightRobustness of(List<String> members, Fraction[] weights, Fraction[][] scores) {
        return new WeightRobustness(members, weights, () -> scores, () -> ScoreMatrix.of(weights, scores), () -> null);
    }

    /**
     * {@return the robustness of weighted sums}
     *
     * @param members names
     * @param weights positive; they are divided by their sum
     * @param scores a row for each member, with a score for each weight
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if a weight is not positive ({@link Reason#BAD_WEIGHTS}), or the
     *     numbers of rows and columns do not fit ({@link Reason#BAD_DEFINITION})
     */
    public static WeightRobustness of(List<String> members, List<BigDecimal> weights, List<List<BigDecimal>> scores) {
        ScoringRules.requireMatrix(members, weights, scores);
        Fraction sum = Means.sum(weights.stream().map(Fraction::of).toList());
        return of(
                members,
                weights.stream().map(w -> Fraction.of(w).dividedBy(sum)).toArray(Fraction[]::new),
                scores.stream()
                        .map(row -> row.stream().map(Fraction::of).toArray(Fraction[]::new))
                        .toArray(Fraction[][]::new));
    }

    /**
     * {@return the robustness of the order of a scorecard's items, before bonuses, deductions and rounding, to the weights of its
     * indicators in the whole}
     *
     * @param scores scores of a scorecard whose groups are all weighted sums; members without a score are left out
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if a group is no weighted sum, or a member's weights were spread because
     *     something is missing or does not apply ({@link Reason#BAD_DEFINITION})
     */
    public static WeightRobustness of(Scores scores) {
        List<MemberScore> scored =
                scores.members().stream().filter(m -> m.score().isPresent()).toList();
        List<String> names = new ArrayList<>();
        List<Fraction[]> rows = new ArrayList<>();
        Fraction[] shares = {};
        requireLinear(scores.card().aggregation(), "the scorecard");
        Optional<WeightRobustness> inColumns = inColumns(scores);
        if (inColumns.isPresent()) {
            return inColumns.get();
        }
        for (MemberScore member : scored) {
            List<ItemScore> indicators = new ArrayList<>();
            for (ItemScore item : member.items()) {
                if (item.item().isGroup()) {
                    requireLinear(item.item().aggregation(), "'" + item.item().id() + "'");
                } else {
                    indicators.add(item);
                }
            }
            shares = indicators.stream().map(ItemScore::factor).toArray(Fraction[]::new);
            if (indicators.stream().anyMatch(item -> item.state() != ItemScore.State.SCORED)) {
                throw ScoringRules.refused(
                        Reason.BAD_DEFINITION,
                        "'" + member.member() + "' lacks a figure, so that its weights are not those of the others",
                        "compare members that have all figures");
            }
            names.add(member.member());
            rows.add(indicators.stream()
                    .map(item -> item.score().orElseThrow().exact().value())
                    .toArray(Fraction[]::new));
        }
        return of(names, shares, rows.toArray(Fraction[][]::new));
    }

    /** Returns the same of scores in columns, if all members have all figures. */
    private static Optional<WeightRobustness> inColumns(Scores scores) {
        ScoreColumns columns = scores.columns();
        int size = scores.members().size();
        if (columns == null || !IntStream.range(0, size).allMatch(columns::isPlain)) {
            return Optional.empty();
        }
        List<ScoreColumns.Leaf> leaves = columns.leaves();
        Fraction[] factors = leaves.stream().map(ScoreColumns.Leaf::factor).toArray(Fraction[]::new);
        int[] all = IntStream.range(0, size).toArray();
        return Optional.of(new WeightRobustness(
                scores.members().stream().map(MemberScore::member).toList(),
                factors,
                () -> Arrays.stream(all)
                        .mapToObj(member ->
                                leaves.stream().map(leaf -> leaf.score(member)).toArray(Fraction[]::new))
                        .toArray(Fraction[][]::new),
                () -> ScoreMatrix.of(factors, leaves, all),
                () -> WideScoreMatrix.of(factors, leaves, size)));
    }

    private static void requireLinear(Aggregation aggregation, String group) {
        if (!aggregation.isLinear()) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    group + " is a " + aggregation + " mean, which is no weighted sum",
                    "compare ranks by other means: LeaveOneOut, RankStatistics");
        }
    }

    /** {@return the names of the members} */
    public ImmutableList<String> members() {
        return members;
    }

    /**
     * {@return d*: the tolerance up to which one member stays ahead of another; 0 or less where it is not ahead; empty where it is ahead
     * whatever the weights are within every tolerance}
     *
     * @param ahead the name of the one
     * @param behind the name of the other
     */
    public Optional<BigDecimal> tolerance(String ahead, String behind) {
        return tolerance(index(ahead), index(behind)).map(Fraction::toDecimal);
    }

    private Optional<Fraction> tolerance(int a, int b) {
        Fraction[] differences = differences(a, b);
        return tolerance(composite(differences), fall(differences));
    }

    private static Optional<Fraction> tolerance(Fraction composite, Fraction fall) {
        return fall.signum() == 0 && composite.signum() > 0
                ? Optional.empty()
                : Optional.of(fall.signum() == 0 ? Fraction.ZERO : composite.dividedBy(fall));
    }

    /**
     * {@return whether one member is ahead of another for all weights within a tolerance}
     *
     * @param ahead the name of the one
     * @param behind the name of the other
     * @param tolerance d, from 0 to 1
     */
    public boolean dominates(String ahead, String behind, BigDecimal tolerance) {
        requireTolerance(tolerance);
        return dominates(index(ahead), index(behind), Fraction.of(tolerance));
    }

    private boolean dominates(int a, int b, Fraction tolerance) {
        Fraction[] differences = differences(a, b);
        return composite(differences).compareTo(fall(differences).times(tolerance)) > 0;
    }

    private static void requireTolerance(BigDecimal tolerance) {
        if (tolerance.signum() < 0 || tolerance.compareTo(BigDecimal.ONE) > 0) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    "expected a tolerance from 0 to 1, got " + tolerance,
                    "give 0.1 for weights that may be a tenth of themselves more or less");
        }
    }

    /**
     * {@return how many pairs of members have an order that no weights within a tolerance can turn}
     *
     * @param tolerance d, from 0 to 1
     */
    public long robustPairs(BigDecimal tolerance) {
        requireTolerance(tolerance);
        Fraction d = Fraction.of(tolerance);
        long pairs = 0;
        for (int a = 0; a < members.size(); a++) {
            for (int b = a + 1; b < members.size(); b++) {
                pairs += dominates(a, b, d) || dominates(b, a, d) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** {@return the neighbours in the ranking, best first, each with the tolerance of its order} */
    public ImmutableList<Neighbours> neighbours() {
        Optional<ScoreMatrix> inColumns = matrix.get();
        return inColumns.isPresent()
                ? neighbours(inColumns.get())
                : wide.get().map(this::neighbours).orElseGet(this::neighboursOfFractions);
    }

    private ImmutableList<Neighbours> neighbours(WideScoreMatrix ofScores) {
        int[] order = ofScores.order();
        Neighbours[] neighbours = new Neighbours[Math.max(0, order.length - 1)];
        IntStream.range(0, neighbours.length).parallel().forEach(i -> {
            WideScoreMatrix.Lead lead = ofScores.lead(order[i], order[i + 1]);
            neighbours[i] = new Neighbours(
                    members.get(order[i]),
                    members.get(order[i + 1]),
                    ofScores.composite(lead.difference()).toDecimal(),
                    tolerance(lead.difference(), lead.fall()).map(Fraction::toDecimal));
        });
        return ImmutableList.copyOf(neighbours);
    }

    private ImmutableList<Neighbours> neighbours(ScoreMatrix ofScores) {
        int[] order = ofScores.order();
        Neighbours[] neighbours = new Neighbours[Math.max(0, order.length - 1)];
        IntStream.range(0, neighbours.length).parallel().forEach(i -> {
            ScoreMatrix.Lead lead = ofScores.lead(order[i], order[i + 1]);
            neighbours[i] = new Neighbours(
                    members.get(order[i]),
                    members.get(order[i + 1]),
                    ofScores.composite(lead.difference()).toDecimal(),
                    tolerance(Fraction.of(lead.difference()), Fraction.of(lead.fall()))
                            .map(Fraction::toDecimal));
        });
        return ImmutableList.copyOf(neighbours);
    }

    /** Finds the neighbours with fractions, however long their numbers are. */
    ImmutableList<Neighbours> neighboursOfFractions() {
        Fraction[] composites = new Fraction[members.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < composites.length; i++) {
            composites[i] = composite(scores.get()[i]);
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> composites[i]).reversed());
        ImmutableList.Builder<Neighbours> neighbours = ImmutableList.builder();
        for (int i = 1; i < order.size(); i++) {
            int a = order.get(i - 1);
            int b = order.get(i);
            neighbours.add(new Neighbours(
                    members.get(a),
                    members.get(b),
                    composites[a].minus(composites[b]).toDecimal(),
                    tolerance(a, b).map(Fraction::toDecimal)));
        }
        return neighbours.build();
    }

    /**
     * {@return the places that each member can have within a tolerance, by pairs; they enclose the extreme places, and may be wider}
     *
     * @param tolerance d, from 0 to 1
     */
    public ImmutableList<RankRange> rankRanges(BigDecimal tolerance) {
        requireTolerance(tolerance);
        Fraction d = Fraction.of(tolerance);
        int n = members.size();
        int[] ahead = new int[n];
        int[] behind = new int[n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (a != b && dominates(a, b, d)) {
                    behind[a]++;
                    ahead[b]++;
                }
            }
        }
        ImmutableList.Builder<RankRange> ranges = ImmutableList.builder();
        for (int i = 0; i < n; i++) {
            ranges.add(new RankRange(members.get(i), 1 + ahead[i], n - behind[i]));
        }
        return ranges.build();
    }

    /**
     * {@return how often each member has each place when all weights are equally likely (rank acceptability of SMAA-2, Lahdelma and
     * Salminen, Operations Research 49, 2001)}
     *
     * @param draws the number of weights that are drawn from the uniform distribution on the simplex, at least 1
     * @param seed the seed of the generator, {@link SplittableRandom}: the same seed gives the same answer
     */
    public RankAcceptability rankAcceptability(int draws, long seed) {
        Fraction[][] rows = scores.get();
        double[][] values = new double[members.size()][weights.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                values[i][j] = rows[i][j].doubleValue();
            }
        }
        return RankAcceptability.draw(members, values, draws, seed);
    }

    private int index(String member) {
        Integer index = indices.get(member);
        if (index == null) {
            throw ScoringRules.refused(
                    Reason.UNKNOWN_ID, "there is no member '" + member + "'", "use one of " + members);
        }
        return index;
    }

    private Fraction[] differences(int a, int b) {
        Fraction[] ofA = scores.get()[a];
        Fraction[] ofB = scores.get()[b];
        Fraction[] differences = new Fraction[weights.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = ofA[i].minus(ofB[i]);
        }
        return differences;
    }

    private Fraction composite(Fraction[] values) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < values.length; i++) {
            sum = sum.plus(weights[i].times(values[i]));
        }
        return sum;
    }

    /** Returns K: all weights fall by themselves, and what that leaves goes to the smallest differences, twice a weight to each at most. */
    private Fraction fall(Fraction[] differences) {
        List<Integer> order = new ArrayList<>();
        Fraction left = Fraction.ZERO;
        Fraction least = Fraction.ZERO;
        for (int i = 0; i < differences.length; i++) {
            order.add(i);
            left = left.plus(weights[i]);
            least = least.minus(weights[i].times(differences[i]));
        }
        order.sort(Comparator.comparing(i -> differences[i]));
        for (int i : order) {
            Fraction rise = left.min(weights[i].plus(weights[i]));
            least = least.plus(rise.times(differences[i]));
            left = left.minus(rise);
        }
        return least.negated();
    }
}
