package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;

/** The first row of each series of a segment, the first series of each combination, and the keys of the series. */
public final class SeriesIndex {
    final int[] regions;
    final int[] combinationStarts;
    final ImmutableList<ImmutableList<String>> combinationValues;
    final int[] starts;
    final int longest;

    /**
     * Creates an index of arrays that nobody changes any more.
     *
     * @param regions the region of each series
     * @param combinationStarts the first series of each combination, and the end
     * @param combinationValues the members of each combination
     * @param starts the first row of each series, and the end
     * @param longest how many rows the longest series has
     */
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
