package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** The first row of each series of a block, and the key of the series. */
public final class SeriesIndex {
    final int[] regions;
    final int @Nullable [] combinations;
    final ImmutableList<ImmutableList<String>> combinationValues;
    final int[] starts;
    final int longest;

    public SeriesIndex(
            int[] regions,
            int @Nullable [] combinations,
            ImmutableList<ImmutableList<String>> combinationValues,
            int[] starts,
            int longest) {
        this.regions = regions;
        this.combinations = combinations;
        this.combinationValues = combinationValues;
        this.starts = starts;
        this.longest = longest;
    }
}
