package org.grassrootskpi.columns;

import java.util.Arrays;
import org.grassrootskpi.model.RegionNumbering;

/** Neighbouring series of one combination whose regions have the same parent: each such stretch is a <dfn>run</dfn>. Immutable. */
public final class SiblingRuns {
    private final int[] starts;

    private SiblingRuns(int[] starts) {
        this.starts = starts;
    }

    static SiblingRuns of(RegionNumbering numbering, SeriesIndex index) {
        int[] regions = index.regions;
        int[] starts = new int[regions.length + 1];
        int runs = 0;
        int combination = 0;
        for (int s = 0; s < regions.length; s++) {
            boolean isOther = s == index.combinationStarts[combination];
            if (isOther || numbering.parent(regions[s]) != numbering.parent(regions[s - 1])) {
                starts[runs++] = s;
                combination += isOther ? 1 : 0;
            }
        }
        starts[runs] = regions.length;
        return new SiblingRuns(Arrays.copyOf(starts, runs + 1));
    }

    /**
     * Returns the number of runs.
     *
     * @return 1 or more
     */
    public int size() {
        return starts.length - 1;
    }

    /**
     * Returns the first series of a run.
     *
     * @param run from 0 to {@link #size}, inclusive: the last one gives the number of series
     * @return the series
     */
    public int start(int run) {
        return starts[run];
    }

    /**
     * Returns the first run that begins at a series or behind it.
     *
     * @param series from 0 to the number of series
     * @return from 0 to {@link #size}
     */
    public int firstRun(int series) {
        int at = Arrays.binarySearch(starts, series);
        return at < 0 ? -at - 1 : at;
    }

    long bytes() {
        return 4L * starts.length;
    }
}
