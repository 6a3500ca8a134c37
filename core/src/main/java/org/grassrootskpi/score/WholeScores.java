package org.grassrootskpi.score;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/** Scores as whole numbers over one denominator, to be compared; no end where the bounds have none. */
final class WholeScores {
    private static final int MOST_BITS = 4096;

    final BigInteger[] values;
    final @Nullable BigInteger[] lower;
    final @Nullable BigInteger[] upper;
    final boolean[] lowerIncluded;
    final boolean[] upperIncluded;

    WholeScores(int size) {
        values = new BigInteger[size];
        lower = new @Nullable BigInteger[size];
        upper = new @Nullable BigInteger[size];
        lowerIncluded = new boolean[size];
        upperIncluded = new boolean[size];
    }

    /** Returns null where no denominator of a reasonable length is common to all. */
    static @Nullable WholeScores of(Score[] scores) {
        ScoreColumns columns = scores.length == 0 ? null : scores[0].columns();
        if (columns != null && Arrays.stream(scores).allMatch(score -> score.columns() == columns)) {
            return columns.whole(Arrays.stream(scores).mapToInt(Score::member).toArray());
        }
        int places = 0;
        Set<BigInteger> denominators = new HashSet<>();
        BigInteger common = BigInteger.ONE;
        for (Score score : scores) {
            Bounded exact = score.exact();
            for (Fraction number : new @Nullable Fraction[] {exact.value(), at(exact.lower()), at(exact.upper())}) {
                places = Math.max(places, number == null ? 0 : number.places());
                if (number != null && !number.isDecimal() && denominators.add(number.divisor())) {
                    common = common.divide(common.gcd(number.divisor())).multiply(number.divisor());
                }
            }
            if (common.bitLength() + places > MOST_BITS) {
                return null;
            }
        }
        WholeScores whole = new WholeScores(scores.length);
        for (int i = 0; i < scores.length; i++) {
            Bounded exact = scores[i].exact();
            whole.values[i] = exact.value().toWhole(places, common);
            End low = exact.lower().orElse(null);
            End high = exact.upper().orElse(null);
            whole.lower[i] = low == null ? null : low.at().toWhole(places, common);
            whole.upper[i] = high == null ? null : high.at().toWhole(places, common);
            whole.lowerIncluded[i] = low != null && low.included();
            whole.upperIncluded[i] = high != null && high.included();
        }
        return whole;
    }

    private static @Nullable Fraction at(Optional<End> end) {
        return end.map(End::at).orElse(null);
    }
}
