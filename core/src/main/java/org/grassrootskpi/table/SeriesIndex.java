package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Where the series of a block begin, and what each of them is of. */
record SeriesIndex(
        int[] regions,
        int @Nullable [] combinations,
        ImmutableList<ImmutableList<String>> combinationValues,
        int[] starts,
        int longest) {}
