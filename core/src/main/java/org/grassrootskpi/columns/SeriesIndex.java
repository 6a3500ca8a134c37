package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;

/** The first row of each series of a segment, the first series of each combination, and the keys of the series. */
public final class SeriesIndex {
    final int[] regions;
    final int[] combinationStarts;
    final ImmutableList<ImmutableList<String>> combinationValues;
    final int[] starts;
    final int longest;

    public SeriesIndex(
            int[] regions,
            int[] combinationStarts,
            ImmutableList<ImmutableList<String>> combinationValues,
            int[] starts,
            int longest) {
        this.regions = regions;
        this.combinationStarts = combinationStarts;
        this.combinationValues = combinationValues;
        this.starts = starts;
        this.longest = longest;
    }
}
