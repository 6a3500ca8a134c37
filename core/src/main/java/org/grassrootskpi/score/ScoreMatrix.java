package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * Scores and weights as whole numbers over a denominator each, where they and all sums of their products are longs: what {@link
 * WeightRobustness} computes of fractions, for many members. Sums and differences of whole numbers are exact.
 */
final class ScoreMatrix {
    private static final int MOST_BITS = 61;

    private final long[][] scores;
    private final long[] weights;
    private final BigInteger denominator;

    private ScoreMatrix(long[][] scores, long[] weights, BigInteger denominator) {
        this.scores = scores;
        this.weights = weights;
        this.denominator = denominator;
    }

    /** Returns the matrix of exact scores, a row for each member; null where numbers are too long. */
    static @Nullable ScoreMatrix of(Fraction[] weights, Fraction[][] scores) {
        BigInteger ofScores = BigInteger.ONE;
        for (Fraction[] row : scores) {
            for (Fraction score : row) {
                BigInteger own = score.denominator();
                if (ofScores.mod(own).signum() != 0) {
                    ofScores = ofScores.divide(ofScores.gcd(own)).multiply(own);
                    if (ofScores.bitLength() > MOST_BITS) {
                        return null;
                    }
                }
            }
        }
        long[][] whole = new long[scores.length][];
        for (int row = 0; row < whole.length; row++) {
            whole[row] = new long[weights.length];
            for (int column = 0; column < weights.length; column++) {
                Long own = WholeNumbers.toLong(scores[row][column], ofScores);
                if (own == null) {
                    return null;
                }
                whole[row][column] = own;
            }
        }
        return of(weights, whole, ofScores);
    }

    /** Returns the matrix of the columns of a scorecard; null where numbers are too long. */
    static @Nullable ScoreMatrix of(Fraction[] weights, List<ScoreColumns.Leaf> leaves, int[] members) {
        BigInteger common = BigInteger.ONE;
        for (ScoreColumns.Leaf leaf : leaves) {
            BigInteger own = BigInteger.valueOf(leaf.scores().denominator);
            common = common.divide(common.gcd(own)).multiply(own);
        }
        long[][] whole = new long[members.length][leaves.size()];
        for (int column = 0; column < leaves.size(); column++) {
            LinearScore scores = leaves.get(column).scores();
            BigInteger factor = common.divide(BigInteger.valueOf(scores.denominator));
            long most = Arrays.stream(members)
                    .mapToLong(member -> Math.abs(scores.values[member]))
                    .max()
                    .orElse(0);
            if (factor.multiply(BigInteger.valueOf(most)).bitLength() > MOST_BITS) {
                return null;
            }
            for (int row = 0; row < members.length; row++) {
                whole[row][column] = factor.longValueExact() * scores.values[members[row]];
            }
        }
        return of(weights, whole, common);
    }

    private static @Nullable ScoreMatrix of(Fraction[] weights, long[][] scores, BigInteger ofScores) {
        BigInteger ofWeights = WholeNumbers.commonDenominator(Arrays.asList(weights));
        BigInteger sum = BigInteger.ZERO;
        long[] whole = new long[weights.length];
        for (int i = 0; i < whole.length; i++) {
            Long own = WholeNumbers.toLong(weights[i], ofWeights);
            if (own == null) {
                return null;
            }
            whole[i] = own;
            sum = sum.add(BigInteger.valueOf(own).abs());
        }
        long most = Arrays.stream(scores)
                .flatMapToLong(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        // K adds up to three products of a difference, which is twice a score at most.
        BigInteger reach = sum.multiply(BigInteger.valueOf(most)).multiply(BigInteger.valueOf(8));
        return reach.bitLength() > MOST_BITS ? null : new ScoreMatrix(scores, whole, ofScores.multiply(ofWeights));
    }

    /** Returns the members in the order of their composites, best first; those that tie as they came. */
    int[] order() {
        long[] composites = composites();
        return IntStream.range(0, composites.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer member) -> composites[member])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private long[] composites() {
        long[] composites = new long[scores.length];
        Arrays.setAll(composites, member -> sum(scores[member]));
        return composites;
    }

    private long sum(long[] values) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    /** The difference S of two composites and the most K that it can fall, as multiples of one fraction. */
    record Lead(long difference, long fall) {}

    /** Returns by how much a member is ahead of another. */
    Lead lead(int ahead, int behind) {
        int items = weights.length;
        long[] differences = new long[items];
        long[] ofDifferences = new long[items];
        long left = 0;
        long least = 0;
        for (int i = 0; i < items; i++) {
            long difference = scores[ahead][i] - scores[behind][i];
            long weight = weights[i];
            left += weight;
            least -= weight * difference;
            // Sorted as it is filled: items are few.
            int at = i;
            while (at > 0 && differences[at - 1] > difference) {
                differences[at] = differences[at - 1];
                ofDifferences[at] = ofDifferences[at - 1];
                at--;
            }
            differences[at] = difference;
            ofDifferences[at] = weight;
        }
        long composite = -least;
        for (int i = 0; i < items && left > 0; i++) {
            long rise = Math.min(left, 2 * ofDifferences[i]);
            least += rise * differences[i];
            left -= rise;
        }
        return new Lead(composite, -least);
    }

    /** Returns a multiple of the fraction that composites are multiples of. */
    Fraction composite(long multiple) {
        return Fraction.of(multiple).dividedBy(Fraction.of(new BigDecimal(denominator)));
    }
}
