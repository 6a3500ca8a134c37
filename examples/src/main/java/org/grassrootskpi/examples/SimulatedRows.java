package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.grassrootskpi.divisions.Division;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.time.TimePeriod;

/**
 * Simulated observations of every township of the country: twelve months of as many indicators as it takes, the last of them with fewer
 * rows. A value follows from the number of its row, so that an engine can make it up by itself.
 */
final class SimulatedRows {
    static final int YEAR = 2024;

    private static final int MONTHS = 12;
    private static final int DECIMALS = 2;
    private static final long FACTOR = 2_654_435_761L;
    private static final long VALUES = 1_000_000;
    private static final int BATCH = 1 << 16;

    private final long rows;
    private final ImmutableList<Division> divisions;
    private final ImmutableList<Division> townships;

    SimulatedRows(long rows) {
        this.rows = rows;
        divisions = Divisions.load().all();
        townships = divisions.stream()
                .filter(division -> division.level().equals(RegionLevel.TOWNSHIP))
                .collect(ImmutableList.toImmutableList());
    }

    long rows() {
        return rows;
    }

    int townships() {
        return townships.size();
    }

    int indicators() {
        return Math.toIntExact((rows - 1) / townships.size() / MONTHS + 1);
    }

    static String indicator(int number) {
        return String.format(Locale.ROOT, "k%04d", number);
    }

    List<String> indicatorIds() {
        return IntStream.range(0, indicators())
                .mapToObj(SimulatedRows::indicator)
                .toList();
    }

    Catalog catalog() {
        Catalog.Builder catalog = Catalog.builder()
                .addSectors(Sector.builder()
                        .id("simulated")
                        .name(LocalizedText.of("模拟", "Simulated"))
                        .build());
        divisions.forEach(division -> catalog.addRegions(division.toRegion()));
        for (String id : indicatorIds()) {
            LocalizedText name = LocalizedText.of("模拟指标" + id, "Simulated indicator " + id);
            catalog.addIndicators(Indicator.builder()
                    .id(id)
                    .name(name)
                    .sector("simulated")
                    .kind(IndicatorKind.FLOW)
                    .unit(Unit.CNY)
                    .decimals(DECIMALS)
                    .direction(Direction.NEUTRAL)
                    .definition(name)
                    .build());
        }
        return catalog.build();
    }

    /** Makes the rows up as a table. */
    ObservationTable table(Catalog catalog) {
        RegionNumbering numbering = RegionNumbering.of(catalog);
        int[] regions = townships.stream()
                .mapToInt(township -> numbering.numberOf(township.code()))
                .toArray();
        int january = TimePeriod.ofMonth(YEAR, 1).toCode();
        ObservationTableBuilder table = ObservationTable.builder(catalog);
        for (long from = 0; from < rows; from += BATCH) {
            int size = (int) Math.min(BATCH, rows - from);
            int[] indicators = new int[size];
            int[] places = new int[size];
            int[] periods = new int[size];
            long[] values = new long[size];
            for (int i = 0; i < size; i++) {
                long row = from + i;
                indicators[i] = (int) (row / MONTHS / regions.length);
                places[i] = regions[(int) (row / MONTHS % regions.length)];
                periods[i] = january + (int) (row % MONTHS);
                values[i] = row * FACTOR % VALUES;
            }
            table.addAll(indicators, places, periods, values);
        }
        return table.build();
    }

    /** Lets DuckDB write the rows as Parquet, in texts and decimals, beside the file and then in its place. */
    void write(Connection connection, Path file) throws SQLException, IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table township (number integer, code varchar)");
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "township")) {
                for (int number = 0; number < townships.size(); number++) {
                    appender.beginRow();
                    appender.append(number);
                    appender.append(townships.get(number).code());
                    appender.endRow();
                }
            }
            statement.execute("copy (select format('k{:04d}', r.range // " + MONTHS + " // " + townships.size()
                    + ") as indicator, t.code as region, format('" + YEAR + "-{:02d}', r.range % " + MONTHS
                    + " + 1) as period, (r.range * " + FACTOR + " % " + VALUES
                    + ")::decimal(18, 0) * 0.01::decimal(3, 2) as value from range(" + rows
                    + ") r join township t on t.number = r.range // " + MONTHS + " % " + townships.size() + ") to '"
                    + unfinished.toString().replace("'", "''") + "' (format parquet)");
            statement.execute("drop table township");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
