package org.grassrootskpi.score;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Fraction;

/**
 * Which choice of a method moves the ranks most: the variance of an output, such as {@link RankStatistics#meanShift}, divided among the
 * choices ("factors") that were drawn at random: weights, means, normalisations.
 *
 * <p>The runs are those of Saltelli: two independent samples A and B of all factors, and for each factor the sample A with the column of
 * that factor taken from B. First order is mean(B (AB - A)) / V (Saltelli and others, Computer Physics Communications 181, 2010), total
 * order is mean((A - AB)^2) / (2 V) (Jansen, Computer Physics Communications 117, 1999), with V the sample variance (n - 1) of A and B
 * together. Both are estimates: with few runs they can lie outside 0 to 1.
 */
public final class SobolIndices {
    /**
     * The parts of one factor.
     *
     * @param first the part of the variance that the factor explains by itself
     * @param total the part in which it has a share, with all others together
     */
    public record Index(BigDecimal first, BigDecimal total) {}

    private SobolIndices() {}

    /**
     * {@return the parts of each factor, in the order given}
     *
     * @param a the outputs of the runs of the sample A, at least one
     * @param b those of the sample B, as many
     * @param exchanged for each factor the outputs of the runs of A with its column taken from B, as many
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if there is no run ({@link Reason#MISSING}), the numbers of runs differ
     *     ({@link Reason#BAD_DEFINITION}), or all outputs of A and B are equal, so that there is no variance to divide
     *     ({@link Reason#ZERO_RANGE})
     */
    public static ImmutableMap<String, Index> of(
            List<BigDecimal> a, List<BigDecimal> b, Map<String, List<BigDecimal>> exchanged) {
        if (a.isEmpty()) {
            throw ScoringRules.refused(Reason.MISSING, "there are no runs", "give at least one");
        }
        requireRuns("B", b, a.size());
        exchanged.forEach((factor, runs) -> requireRuns(factor, runs, a.size()));
        List<Fraction> both = new ArrayList<>();
        a.forEach(y -> both.add(Fraction.of(y)));
        b.forEach(y -> both.add(Fraction.of(y)));
        Fraction mean = Means.sum(both).dividedBy(Fraction.of(both.size()));
        Fraction variance = Means.sum(
                        both.stream().map(y -> square(y.minus(mean))).toList())
                .dividedBy(Fraction.of(both.size() - 1L));
        if (variance.signum() == 0) {
            throw ScoringRules.refused(
                    Reason.ZERO_RANGE, "all runs have the same output " + a.get(0), "vary what the output depends on");
        }
        ImmutableMap.Builder<String, Index> indices = ImmutableMap.builder();
        exchanged.forEach((factor, runs) -> indices.put(factor, index(a, b, runs, variance)));
        return indices.build();
    }

    private static Index index(List<BigDecimal> a, List<BigDecimal> b, List<BigDecimal> runs, Fraction variance) {
        Fraction first = Fraction.ZERO;
        Fraction total = Fraction.ZERO;
        for (int i = 0; i < runs.size(); i++) {
            Fraction change = Fraction.of(runs.get(i)).minus(Fraction.of(a.get(i)));
            first = first.plus(Fraction.of(b.get(i)).times(change));
            total = total.plus(square(change));
        }
        Fraction runsTimesVariance = variance.times(Fraction.of(runs.size()));
        return new Index(
                first.dividedBy(runsTimesVariance).toDecimal(),
                total.dividedBy(runsTimesVariance.times(Fraction.of(2))).toDecimal());
    }

    private static Fraction square(Fraction value) {
        return value.times(value);
    }

    private static void requireRuns(String sample, List<BigDecimal> runs, int expected) {
        if (runs.size() != expected) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    "expected " + expected + " runs of '" + sample + "' as of A, got " + runs.size(),
                    "give the outputs of all runs");
        }
    }
}
