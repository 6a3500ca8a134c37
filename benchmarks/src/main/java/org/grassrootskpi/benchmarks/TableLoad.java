package org.grassrootskpi.benchmarks;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.RowAppender;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;

/** Builds our table: of plain rows from arrays of a million at a time, and measures what that takes without making the rows up. */
final class TableLoad {
    private static final int BATCH = 1 << 20;
    private static final int SOURCES = 4;

    private final BenchmarkData data;
    private final ObservationTableBuilder builder;
    private final int[] regionOfCommunity;
    private final int[] indicators = new int[BATCH];
    private final int[] regions = new int[BATCH];
    private final int[] periods = new int[BATCH];
    private final long[] scaled = new long[BATCH];
    private int size;
    private long nanos;

    /** Prepares to load data whose catalogue has been made. */
    TableLoad(BenchmarkData data, Catalog catalog) {
        this.data = data;
        this.builder = ObservationTable.builder(catalog, schema(data));
        this.regionOfCommunity = regions(data, RegionNumbering.of(catalog));
    }

    private static int[] regions(BenchmarkData data, RegionNumbering numbering) {
        int[] regions = new int[data.shape().communities()];
        Arrays.setAll(regions, community -> numbering.numberOf(BenchmarkData.community(community)));
        return regions;
    }

    private static TableSchema schema(BenchmarkData data) {
        return switch (data.set()) {
            case SOURCES ->
                TableSchema.builder().addDimensions(BenchmarkData.SOURCE).build();
            case DOUBLES ->
                TableSchema.builder()
                        .addAllFloatingPoint(IntStream.range(0, data.shape().indicators())
                                .mapToObj(BenchmarkData::indicator)
                                .toList())
                        .build();
            default -> TableSchema.empty();
        };
    }

    static String source(int number) {
        return "source" + number;
    }

    static ObservationTable load(BenchmarkData data) {
        return new TableLoad(data, data.toCatalog()).load();
    }

    ObservationTable load() {
        if (data.set() == DataSet.STATUS
                || data.set() == DataSet.QUALIFIED
                || data.set() == DataSet.SOURCES
                || data.set() == DataSet.DOUBLES) {
            data.forEach(marked());
        } else {
            data.forEach(this::add);
            flush();
        }
        long start = System.nanoTime();
        ObservationTable table = builder.build();
        nanos += System.nanoTime() - start;
        return table;
    }

    /** Returns the table of the targets of data. */
    static ObservationTable targets(BenchmarkData data, Catalog catalog) {
        ObservationTableBuilder builder = ObservationTable.builder(catalog);
        int[] regionOfCommunity = regions(data, RegionNumbering.of(catalog));
        RowAppender appender = builder.appender();
        data.forEachTarget((indicator, community, year, value) -> appender.row(
                        indicator,
                        regionOfCommunity[community],
                        TimePeriod.ofYear(BenchmarkData.FIRST_YEAR + year).toCode())
                .addUnscaled(value));
        return builder.build();
    }

    /** Adds rows one by one, with what they have besides their values. */
    private BenchmarkData.RowConsumer marked() {
        RowAppender appender = builder.appender();
        int[] combinations = data.set() == DataSet.SOURCES
                ? IntStream.range(0, SOURCES)
                        .map(source -> appender.combinationOf(List.of(source(source))))
                        .toArray()
                : new int[0];
        return (indicator, community, period, value) -> {
            appender.row(indicator, regionOfCommunity[community], data.periodCode(period));
            int mark = data.mark(indicator, community, period);
            switch (data.set()) {
                case STATUS ->
                    appender.status(mark == 1 ? ObservationStatus.PROVISIONAL : ObservationStatus.NORMAL)
                            .addUnscaled(value);
                case SOURCES -> appender.combination(combinations[mark]).addUnscaled(value);
                case DOUBLES -> appender.addDouble(value / 100.0);
                default -> {
                    if (mark == 1) {
                        appender.addFigure(about(value));
                    } else {
                        appender.addUnscaled(value);
                    }
                }
            }
        };
    }

    private static Quantity about(long value) {
        return Quantity.of(BigDecimal.valueOf(value, BenchmarkData.DECIMALS), Unit.CNY, Qualifier.ABOUT, Range.all());
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

    private void add(int indicator, int community, int period, long value) {
        indicators[size] = indicator;
        regions[size] = regionOfCommunity[community];
        periods[size] = data.periodCode(period);
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
