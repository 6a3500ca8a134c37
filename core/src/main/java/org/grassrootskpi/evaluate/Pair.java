package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;

/**
 * Describes how the observations of two totals are paired: a numerator and a denominator of the same region and period, or a value
 * and the one of the same region in an earlier period. Two complete totals are compared as they are; if one lacks an observation,
 * both are computed from the pairs alone.
 *
 * @param one the total whose periods are those of the group
 * @param other the total of the counterparts; the same for a comparison over time
 * @param alongside further totals that are combined with the two: an observation that these lack is left out of all of them
 * @param rollups the numbers of the paired roll-ups, one for each indicator that is combined
 */
public record Pair(
        AggregateFormula one,
        AggregateFormula other,
        ImmutableList<AggregateFormula> alongside,
        ImmutableList<Integer> rollups) {
    /** Pairs two totals alone. */
    public Pair(AggregateFormula one, AggregateFormula other, ImmutableList<Integer> rollups) {
        this(one, other, ImmutableList.of(), rollups);
    }
}
