package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Fraction;

/**
 * Members compared pair by pair: by which share of the weights one is ahead of another, however far. A large lead in one indicator makes up
 * for nothing, so that this is the counterpart of a weighted sum: where both give the same order, the order does not rest on such a lead.
 *
 * <p>The share of a before b is the sum of the weights of the indicators in which a is better and half of those in which both are equal
 * (outranking matrix of the OECD/JRC Handbook, equation 32). Scores count as they are, without their bounds. Immutable and thread-safe.
 *
 * <pre>{@code
 * Outranking pairs = Outranking.of(List.of("甲", "乙"), List.of(new BigDecimal("40"), new BigDecimal("60")), scores);
 * pairs.share("甲", "乙");             // 0.4: ahead in the first indicator alone
 * pairs.copeland("乙");               // 1: pairs won minus pairs lost
 * pairs.support(List.of("乙", "甲"));   // 0.6: what speaks for this order
 * }</pre>
 */
public final class Outranking {
    private static final Fraction HALF = Fraction.of(new BigDecimal("0.5"));

    private final ImmutableMap<String, Integer> indices;
    private final ImmutableList<Fraction> shares;
    private final ImmutableList<ImmutableList<BigDecimal>> scores;

    private Outranking(
            ImmutableMap<String, Integer> indices, List<Fraction> shares, List<ImmutableList<BigDecimal>> scores) {
        this.indices = indices;
        this.shares = ImmutableList.copyOf(shares);
        this.scores = ImmutableList.copyOf(scores);
    }

    /**
     * {@return the comparison of members}
     *
     * @param members names, each once
     * @param weights positive; they are divided by their sum
     * @param scores a row for each member, with a score for each weight; more is better
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if a weight is not positive ({@link Reason#BAD_WEIGHTS}), or a name is
     *     there twice, or the numbers of rows and columns do not fit ({@link Reason#BAD_DEFINITION})
     */
    public static Outranking of(List<String> members, List<BigDecimal> weights, List<List<BigDecimal>> scores) {
        ScoringRules.requireMatrix(members, weights, scores);
        if (new HashSet<>(members).size() < members.size()) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION, "a member is there twice in " + members, "give each member one row");
        }
        Fraction sum = Means.sum(weights.stream().map(Fraction::of).toList());
        return new Outranking(
                Maps.uniqueIndex(IntStream.range(0, members.size()).iterator(), members::get),
                weights.stream().map(w -> Fraction.of(w).dividedBy(sum)).toList(),
                scores.stream().map(ImmutableList::copyOf).toList());
    }

    /** {@return the names of the members} */
    public ImmutableList<String> members() {
        return indices.keySet().asList();
    }

    /**
     * {@return the share of the weights by which one member is ahead of another, ties by half: from 0 to 1; both shares of a pair sum to 1}
     *
     * @param ahead the one
     * @param behind the other
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if one is no member ({@link Reason#UNKNOWN_ID}), or both are the same
     *     ({@link Reason#BAD_DEFINITION})
     */
    public BigDecimal share(String ahead, String behind) {
        int a = index(ahead);
        int b = index(behind);
        if (a == b) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION, "'" + ahead + "' is compared with itself", "give two members");
        }
        return share(a, b).toDecimal();
    }

    /**
     * {@return whether one member is at least as good in every indicator, and better in one: then no positive weights put it behind}
     *
     * @param ahead the one
     * @param behind the other
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if one is no member ({@link Reason#UNKNOWN_ID})
     */
    public boolean dominates(String ahead, String behind) {
        List<BigDecimal> a = scores.get(index(ahead));
        List<BigDecimal> b = scores.get(index(behind));
        return IntStream.range(0, a.size()).allMatch(i -> a.get(i).compareTo(b.get(i)) >= 0)
                && IntStream.range(0, a.size()).anyMatch(i -> a.get(i).compareTo(b.get(i)) > 0);
    }

    /**
     * {@return the score of Copeland: the pairs that a member wins, with a share above one half, minus those that it loses}
     *
     * @param member its name
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if it is no member ({@link Reason#UNKNOWN_ID})
     */
    public int copeland(String member) {
        int a = index(member);
        return IntStream.range(0, scores.size())
                .filter(b -> b != a)
                .map(b -> share(a, b).compareTo(HALF))
                .map(Integer::signum)
                .sum();
    }

    /**
     * {@return what speaks for an order: the sum of the shares of all its pairs, each before all those behind it; the order with the largest
     * is that of Kemeny and Young}
     *
     * @param order all members, best first
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if these are not all members, each once ({@link Reason#BAD_DEFINITION})
     */
    public BigDecimal support(List<String> order) {
        if (order.size() != indices.size() || !new HashSet<>(order).equals(indices.keySet())) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    "expected an order of " + members() + ", got " + order,
                    "name every member once, best first");
        }
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                sum = sum.plus(share(index(order.get(i)), index(order.get(j))));
            }
        }
        return sum.toDecimal();
    }

    private Fraction share(int a, int b) {
        Fraction share = Fraction.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            int order = scores.get(a).get(i).compareTo(scores.get(b).get(i));
            if (order >= 0) {
                share = share.plus(order > 0 ? shares.get(i) : shares.get(i).times(HALF));
            }
        }
        return share;
    }

    private int index(String member) {
        Integer index = indices.get(member);
        if (index == null) {
            throw ScoringRules.refused(
                    Reason.UNKNOWN_ID, "there is no member '" + member + "'", "use one of " + members());
        }
        return index;
    }
}
