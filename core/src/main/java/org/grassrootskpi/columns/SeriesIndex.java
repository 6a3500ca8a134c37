package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Where the series of a block begin, and what each of them is of. */
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
