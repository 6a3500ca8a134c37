package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;

/**
 * How the observations of two totals find each other: a numerator and a denominator of the same region and period, or a value and
 * the one of the same region an earlier period. Where both totals are complete they are what they are; where one lacks an
 * observation, both are taken from the pairs alone.
 *
 * @param one the total whose periods are those of the group
 * @param other the total of the counterparts; the same for a comparison over time
 * @param rollups the numbers of the paired rollups, one for each indicator that is put together
 */
public record Pair(AggregateFormula one, AggregateFormula other, ImmutableList<Integer> rollups) {}
