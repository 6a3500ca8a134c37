package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * The scores of many members column by column, for scorecards that are weighted sums of straight lines and of members that have all
 * figures: the numbers that {@link TreeMath} finds with fractions, from whole numbers over one denominator.
 */
final class ScoreColumns {
    private static final int MOST_BITS = 61;
    /** Where there is no room for more bits of a factor, its limbs are too many. */
    private static final int FEWEST_BITS = 16;

    private final List<Leaf> leaves;
    private final byte[] states;
    /** Scores are decimals of so many places, divided by {@link #rest}. */
    private final int places;

    private final BigInteger rest;
    private final Sums values;
    private final Sums lower;
    private final Sums upper;

    /**
     * An indicator and its part in the whole.
     *
     * @param scores its scores
     * @param factor by how much the whole rises with a point of it
     */
    record Leaf(LinearScore scores, Fraction factor) {
        /** Returns the score of a plain member as a fraction. */
        Fraction score(int member) {
            return Fraction.of(scores.values[member]).dividedBy(Fraction.of(scores.denominator));
        }

        Fraction perUnit() {
            return factor.dividedBy(Fraction.of(scores.denominator));
        }
    }

    private ScoreColumns(List<Leaf> leaves, int members) {
        this.leaves = leaves;
        states = new byte[members];
        for (int member = 0; member < members; member++) {
            byte state = FigureColumn.PLAIN | FigureColumn.LOWER_INCLUDED | FigureColumn.UPPER_INCLUDED;
            for (Leaf leaf : leaves) {
                byte own = leaf.scores.states[member];
                state = own == 0 ? 0 : (byte) (state & own);
                if (state == 0) {
                    break;
                }
            }
            states[member] = state;
        }
        BigInteger least = WholeNumbers.commonDenominator(
                leaves.stream().map(Leaf::perUnit).toList());
        rest = WholeNumbers.withoutTens(least);
        places = WholeNumbers.places(least.divide(rest));
        BigInteger denominator = rest.multiply(BigInteger.TEN.pow(places));
        BigInteger[] factors = leaves.stream()
                .map(leaf -> WholeNumbers.times(leaf.perUnit(), denominator))
                .toArray(BigInteger[]::new);
        List<Sums> sums = IntStream.range(0, 3)
                .parallel()
                .mapToObj(kind -> Sums.of(
                        leaves.stream()
                                .map(leaf -> kind == 0
                                        ? leaf.scores.values
                                        : kind == 1 ? leaf.scores.lower : leaf.scores.upper)
                                .toList(),
                        factors,
                        members))
                .toList();
        values = sums.get(0);
        lower = sums.get(1);
        upper = sums.get(2);
    }

    /** Returns the columns of a scorecard; null if it is another kind of rule. */
    static @Nullable ScoreColumns of(Scorecard card, MemberFigures figures) {
        boolean isPlain = card.adjustments().isEmpty() && card.aggregation().isLinear();
        List<Part> parts = new ArrayList<>();
        if (!isPlain || !add(card.items(), card.aggregation(), Fraction.ONE, parts)) {
            return null;
        }
        @Nullable LinearScore[] scores = new LinearScore[parts.size()];
        IntStream.range(0, scores.length).parallel().forEach(number -> {
            ScoreItem item = parts.get(number).item;
            FigureColumn column = figures.column(item.id());
            scores[number] = column == null ? null : LinearScore.of(item, column);
        });
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            LinearScore own = scores[i];
            if (own == null) {
                return null;
            }
            leaves.add(new Leaf(own, parts.get(i).factor));
        }
        return new ScoreColumns(leaves, figures.members().size());
    }

    private record Part(ScoreItem item, Fraction factor) {}

    private static boolean add(List<ScoreItem> items, Aggregation aggregation, Fraction factor, List<Part> parts) {
        boolean isTotal = aggregation == Aggregation.TOTAL;
        Fraction all =
                Means.sum(items.stream().map(item -> Fraction.of(item.weight())).toList());
        for (ScoreItem item : items) {
            Fraction own =
                    isTotal ? factor : factor.times(Fraction.of(item.weight())).dividedBy(all);
            if (!item.isGroup()) {
                parts.add(new Part(item, own));
            } else if (!item.aggregation().isLinear()
                    || item.decimals().isPresent()
                    || !add(item.parts(), item.aggregation(), own, parts)) {
                return false;
            }
        }
        return true;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Returns whether a member has all figures, none of them with a word such as 近. */
    boolean isPlain(int member) {
        return states[member] != 0;
    }

    /** Returns the score of a plain member before any step. */
    Bounded score(int member) {
        Fraction value = score(values, member);
        Fraction low = score(lower, member);
        Fraction high = score(upper, member);
        byte state = states[member];
        return Bounded.of(
                value,
                Qualifier.EXACT,
                new End(low, (state & FigureColumn.LOWER_INCLUDED) != 0),
                new End(high, (state & FigureColumn.UPPER_INCLUDED) != 0));
    }

    /** Returns the scores of plain members as whole numbers over the denominator that they have in common. */
    WholeScores whole(int[] members) {
        WholeScores whole = new WholeScores(members.length);
        for (int i = 0; i < members.length; i++) {
            int member = members[i];
            whole.values[i] = values.get(member);
            whole.lower[i] = lower.get(member);
            whole.upper[i] = upper.get(member);
            whole.lowerIncluded[i] = (states[member] & FigureColumn.LOWER_INCLUDED) != 0;
            whole.upperIncluded[i] = (states[member] & FigureColumn.UPPER_INCLUDED) != 0;
        }
        return whole;
    }

    private Fraction score(Sums sums, int member) {
        Fraction decimal = Fraction.of(new BigDecimal(sums.get(member), places));
        return rest.equals(BigInteger.ONE) ? decimal : decimal.dividedBy(Fraction.of(new BigDecimal(rest)));
    }

    /** Weighted sums of columns, in limbs that longs have room for. */
    private static final class Sums {
        /** Limbs with the least first, each so many bits above the one before. */
        private final List<long[]> limbs;

        private final int bits;
        private final BigInteger @Nullable [] whole;

        private Sums(List<long[]> limbs, int bits, BigInteger @Nullable [] whole) {
            this.limbs = limbs;
            this.bits = bits;
            this.whole = whole;
        }

        static Sums of(List<long[]> columns, BigInteger[] factors, int members) {
            BigInteger reach = BigInteger.ZERO;
            BigInteger figures = BigInteger.ZERO;
            for (int i = 0; i < factors.length; i++) {
                long most = 0;
                for (long score : columns.get(i)) {
                    most = Math.max(most, Math.abs(score));
                }
                figures = figures.add(BigInteger.valueOf(most));
                reach = reach.add(factors[i].abs().multiply(BigInteger.valueOf(most)));
            }
            int bits = MOST_BITS - figures.bitLength();
            if (reach.bitLength() <= MOST_BITS) {
                return new Sums(List.of(sums(columns, factors, members)), 0, null);
            }
            if (bits < FEWEST_BITS) {
                return new Sums(List.of(), 0, whole(columns, factors, members));
            }
            List<long[]> limbs = new ArrayList<>();
            int length = Stream.of(factors)
                    .mapToInt(factor -> factor.abs().bitLength())
                    .max()
                    .orElse(0);
            for (int from = 0; from < length; from += bits) {
                limbs.add(sums(columns, limb(factors, from, bits), members));
            }
            return new Sums(limbs, bits, null);
        }

        /** Returns some bits of factors, with their signs. */
        private static BigInteger[] limb(BigInteger[] factors, int from, int bits) {
            BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            return Stream.of(factors)
                    .map(factor ->
                            factor.abs().shiftRight(from).and(mask).multiply(BigInteger.valueOf(factor.signum())))
                    .toArray(BigInteger[]::new);
        }

        private static long[] sums(List<long[]> columns, BigInteger[] factors, int members) {
            long[] sums = new long[members];
            for (int i = 0; i < factors.length; i++) {
                long[] column = columns.get(i);
                long factor = factors[i].bitLength() <= MOST_BITS ? factors[i].longValueExact() : 0;
                for (int member = 0; member < members; member++) {
                    sums[member] += factor * column[member];
                }
            }
            return sums;
        }

        private static BigInteger[] whole(List<long[]> columns, BigInteger[] factors, int members) {
            BigInteger[] sums = new BigInteger[members];
            IntStream.range(0, members).parallel().forEach(member -> {
                BigInteger sum = BigInteger.ZERO;
                for (int i = 0; i < factors.length; i++) {
                    sum = sum.add(factors[i].multiply(BigInteger.valueOf(columns.get(i)[member])));
                }
                sums[member] = sum;
            });
            return sums;
        }

        BigInteger get(int member) {
            if (whole != null) {
                return whole[member];
            }
            BigInteger sum = BigInteger.ZERO;
            for (int limb = limbs.size() - 1; limb >= 0; limb--) {
                BigInteger own = BigInteger.valueOf(limbs.get(limb)[member]);
                sum = sum.signum() == 0 ? own : sum.shiftLeft(bits).add(own);
            }
            return sum;
        }
    }
}
