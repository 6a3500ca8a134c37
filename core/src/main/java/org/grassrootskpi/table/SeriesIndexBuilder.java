package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.grassrootskpi.columns.SeriesIndex;

/** Collects where the series of a segment begin, in the order of its rows. */
final class SeriesIndexBuilder {
    private static final int FIRST_SERIES = 1 << 10;

    private final int rows;
    private int[] starts;
    private int[] regions;
    private int[] combinations = new int[1];
    private int[] combinationStarts = new int[2];
    private int series;
    private int used;
    private int longest;

    SeriesIndexBuilder(int rows) {
        this.rows = rows;
        starts = new int[Math.min(rows, FIRST_SERIES) + 1];
        regions = new int[starts.length];
    }

    /** Begins a series at a row: rows, combinations and, within a combination, regions come in ascending order. */
    void begin(int row, int region, int combination) {
        if (series + 1 >= starts.length) {
            int grown = Math.min(rows, 2 * starts.length) + 1;
            starts = Arrays.copyOf(starts, grown);
            regions = Arrays.copyOf(regions, grown);
        }
        if (used == 0 || combinations[used - 1] != combination) {
            if (used == combinations.length) {
                combinations = Arrays.copyOf(combinations, 2 * used);
                combinationStarts = Arrays.copyOf(combinationStarts, 2 * used + 1);
            }
            combinations[used] = combination;
            combinationStarts[used++] = series;
        }
        longest = series == 0 ? 0 : Math.max(longest, row - starts[series - 1]);
        starts[series] = row;
        regions[series++] = region;
    }

    /** Returns the index; a combination is looked up by the number with which its series were begun. */
    SeriesIndex build(IntFunction<ImmutableList<String>> combinationOf) {
        longest = Math.max(longest, rows - starts[series - 1]);
        starts = Arrays.copyOf(starts, series + 1);
        starts[series] = rows;
        combinationStarts = Arrays.copyOf(combinationStarts, used + 1);
        combinationStarts[used] = series;
        return new SeriesIndex(
                Arrays.copyOf(regions, series),
                combinationStarts,
                Arrays.stream(combinations, 0, used).mapToObj(combinationOf).collect(ImmutableList.toImmutableList()),
                starts,
                longest);
    }
}
