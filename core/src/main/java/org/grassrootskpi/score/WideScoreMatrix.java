package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.grassrootskpi.exact.Fraction;

/** What {@link ScoreMatrix} is where the numbers need more bits than longs have: the columns of a scorecard, each with a factor. */
final class WideScoreMatrix {
    private final List<long[]> columns;
    private final BigInteger[] factors;
    private final BigInteger[] weights;
    private final BigInteger denominator;
    private final int members;

    private WideScoreMatrix(
            List<long[]> columns, BigInteger[] factors, BigInteger[] weights, BigInteger denominator, int members) {
        this.columns = columns;
        this.factors = factors;
        this.weights = weights;
        this.denominator = denominator;
        this.members = members;
    }

    static WideScoreMatrix of(Fraction[] weights, List<ScoreColumns.Leaf> leaves, int members) {
        BigInteger common = WholeNumbers.commonDenominator(leaves.stream()
                .map(leaf -> Fraction.ONE.dividedBy(Fraction.of(leaf.scores().denominator)))
                .toList());
        BigInteger ofWeights = WholeNumbers.commonDenominator(Arrays.asList(weights));
        return new WideScoreMatrix(
                leaves.stream().map(leaf -> leaf.scores().values).toList(),
                leaves.stream()
                        .map(leaf -> common.divide(BigInteger.valueOf(leaf.scores().denominator)))
                        .toArray(BigInteger[]::new),
                Arrays.stream(weights)
                        .map(weight -> WholeNumbers.times(weight, ofWeights))
                        .toArray(BigInteger[]::new),
                common.multiply(ofWeights),
                members);
    }

    /** Returns the members in the order of their composites, best first; those that tie as they came. */
    int[] order() {
        BigInteger[] perUnit = new BigInteger[weights.length];
        Arrays.setAll(perUnit, i -> weights[i].multiply(factors[i]));
        BigInteger[] composites = new BigInteger[members];
        IntStream.range(0, members).parallel().forEach(member -> {
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < perUnit.length; i++) {
                sum = sum.add(perUnit[i].multiply(BigInteger.valueOf(columns.get(i)[member])));
            }
            composites[member] = sum;
        });
        return IntStream.range(0, members)
                .boxed()
                .sorted(Comparator.comparing((Integer member) -> composites[member])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The difference S of two composites and the most K that it can fall, as multiples of one fraction. */
    record Lead(Fraction difference, Fraction fall) {}

    private record Part(BigInteger difference, BigInteger weight) {}

    /** Returns by how much a member is ahead of another. */
    Lead lead(int ahead, int behind) {
        Part[] parts = new Part[weights.length];
        BigInteger left = BigInteger.ZERO;
        BigInteger composite = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            long[] column = columns.get(i);
            BigInteger difference = factors[i].multiply(BigInteger.valueOf(column[ahead] - column[behind]));
            parts[i] = new Part(difference, weights[i]);
            left = left.add(weights[i]);
            composite = composite.add(weights[i].multiply(difference));
        }
        Arrays.sort(parts, Comparator.comparing(Part::difference));
        BigInteger least = composite.negate();
        for (int i = 0; i < parts.length && left.signum() > 0; i++) {
            BigInteger rise = left.min(parts[i].weight.shiftLeft(1));
            least = least.add(rise.multiply(parts[i].difference));
            left = left.subtract(rise);
        }
        return new Lead(whole(composite), whole(least.negate()));
    }

    /** Returns a multiple of the fraction that composites are multiples of. */
    Fraction composite(Fraction multiple) {
        return multiple.dividedBy(whole(denominator));
    }

    private static Fraction whole(BigInteger number) {
        return Fraction.of(new BigDecimal(number));
    }
}
