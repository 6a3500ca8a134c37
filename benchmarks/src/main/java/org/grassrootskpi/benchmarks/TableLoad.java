package org.grassrootskpi.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;

/** Builds our table from arrays of a million rows at a time, and measures what that takes without making the rows up. */
final class TableLoad {
    private static final int BATCH = 1 << 20;

    private final ObservationTableBuilder builder;
    private final int[] regionOfCommunity = new int[BenchmarkData.COMMUNITIES];
    private final int[] indicators = new int[BATCH];
    private final int[] regions = new int[BATCH];
    private final int[] periods = new int[BATCH];
    private final long[] scaled = new long[BATCH];
    private int size;
    private long nanos;

    TableLoad(Catalog catalog) {
        builder = ObservationTable.builder(catalog);
        RegionNumbering numbering = RegionNumbering.of(catalog);
        Arrays.setAll(regionOfCommunity, community -> numbering.numberOf(BenchmarkData.community(community)));
    }

    ObservationTable load(BenchmarkData data) {
        data.forEach(this::add);
        flush();
        long start = System.nanoTime();
        ObservationTable table = builder.build();
        nanos += System.nanoTime() - start;
        return table;
    }

    /** Describes the time that building the table took, and its size. */
    String report(ObservationTable table) {
        return String.format(
                Locale.ROOT,
                "table: %d rows built in %.2f s, %.1f million rows a second; %.2f bytes a row",
                table.rows(),
                nanos / 1e9,
                table.rows() * 1e3 / nanos,
                (double) table.bytes() / table.rows());
    }

    private void add(int indicator, int community, int month, long value) {
        indicators[size] = indicator;
        regions[size] = regionOfCommunity[community];
        periods[size] = BenchmarkData.periodCode(month);
        scaled[size] = value;
        if (++size == BATCH) {
            flush();
        }
    }

    private void flush() {
        int[][] keys = {Arrays.copyOf(indicators, size), Arrays.copyOf(regions, size), Arrays.copyOf(periods, size)};
        long[] values = Arrays.copyOf(scaled, size);
        long start = System.nanoTime();
        builder.addAll(keys[0], keys[1], keys[2], values);
        nanos += System.nanoTime() - start;
        size = 0;
    }
}
