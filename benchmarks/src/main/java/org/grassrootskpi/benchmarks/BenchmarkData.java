package org.grassrootskpi.benchmarks;

import com.google.common.base.Strings;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/**
 * The data of all benchmarks: 100 indicators, 10,000 communities under 500 parents, 120 months; a number of the 120
 * million cells, drawn evenly with a fixed seed, each with a value of up to 10,000.00.
 *
 * <p>The last ten indicators are the numerators and denominators of five ratios. Nothing is kept in memory: rows are made
 * up again, the same ones, each time they are asked for.
 */
final class BenchmarkData {
    static final int INDICATORS = 100;
    static final int RATIOS = 5;
    static final int PARENTS = 500;
    static final int COMMUNITIES = 10_000;
    static final int CHILDREN = COMMUNITIES / PARENTS;
    static final int FIRST_YEAR = 2015;
    static final int YEARS = 10;
    static final int MONTHS = 12 * YEARS;
    static final long CELLS = (long) INDICATORS * COMMUNITIES * MONTHS;
    static final int DECIMALS = 2;
    static final String SECTOR = "all";

    private static final int MAX_SCALED = 1_000_000;
    private static final TimePeriod FIRST = TimePeriod.ofMonth(FIRST_YEAR, 1);

    private final long rows;
    private final boolean sorted;

    /** So many rows, given in sorted or in shuffled order. */
    BenchmarkData(long rows, boolean sorted) {
        if (rows < 1 || rows > CELLS) {
            throw new IllegalArgumentException("Expected 1 to " + CELLS + " rows, got " + rows);
        }
        this.rows = rows;
        this.sorted = sorted;
    }

    long rows() {
        return rows;
    }

    /** Takes the rows that are given, one after the other. */
    @FunctionalInterface
    interface RowConsumer {
        /** Takes a row: positions from 0 of indicator, community and month, and the value in hundredths. */
        void accept(int indicator, int community, int month, long scaled);
    }

    void forEach(RowConsumer consumer) {
        CellSequence cells = new CellSequence(CELLS);
        if (!sorted) {
            for (long i = 0; i < rows; i++) {
                give(cells.next(), consumer);
            }
            return;
        }
        for (long i = 0; i < rows; i++) {
            cells.next();
        }
        for (long cell = 0; cell < CELLS; cell++) {
            if (cells.hasGiven(cell)) {
                give(cell, consumer);
            }
        }
    }

    private static void give(long cell, RowConsumer consumer) {
        int month = (int) (cell % MONTHS);
        int community = (int) (cell / MONTHS % COMMUNITIES);
        int indicator = (int) (cell / MONTHS / COMMUNITIES);
        consumer.accept(indicator, community, month, Math.floorMod(CellSequence.spread(cell), MAX_SCALED));
    }

    static String indicator(int number) {
        return padded("i", 2, number);
    }

    private static String padded(String prefix, int digits, int number) {
        return prefix + Strings.padStart(Integer.toString(number), digits, '0');
    }

    static String ratio(int number) {
        return "r" + number;
    }

    static String parent(int number) {
        return padded("P", 3, number);
    }

    static String community(int number) {
        return padded("C", 5, number);
    }

    static int parentOf(int community) {
        return community / CHILDREN;
    }

    static int periodCode(int month) {
        return FIRST.toCode() + month;
    }

    static TimePeriod month(int month) {
        return FIRST.plus(month);
    }

    /** The catalogue: ratio {@code k} has the indicators {@code 90 + 2k} and {@code 91 + 2k} as its parts. */
    static Catalog catalog() {
        Catalog.Builder catalog = Catalog.builder()
                .addSectors(Sector.builder()
                        .id(SECTOR)
                        .name(LocalizedText.of("全部", "All"))
                        .build())
                .addRegions(region("TOP", RegionLevel.COUNTY).build());
        for (int parent = 0; parent < PARENTS; parent++) {
            catalog.addRegions(
                    region(parent(parent), RegionLevel.TOWNSHIP).parent("TOP").build());
        }
        for (int community = 0; community < COMMUNITIES; community++) {
            catalog.addRegions(region(community(community), RegionLevel.COMMUNITY)
                    .parent(parent(parentOf(community)))
                    .build());
        }
        for (int i = 0; i < INDICATORS; i++) {
            catalog.addIndicators(
                    indicator(indicator(i), IndicatorKind.FLOW, "CNY", DECIMALS).build());
        }
        for (int i = 0; i < RATIOS; i++) {
            catalog.addIndicators(indicator(ratio(i), IndicatorKind.RATIO, "ratio", 4)
                    .numerator(indicator(INDICATORS - 2 * RATIOS + 2 * i))
                    .denominator(indicator(INDICATORS - 2 * RATIOS + 2 * i + 1))
                    .build());
        }
        return catalog.build();
    }

    private static Region.Builder region(String code, RegionLevel level) {
        return Region.builder().code(code).name(LocalizedText.of(code, code)).level(level);
    }

    private static Indicator.Builder indicator(String id, IndicatorKind kind, String unit, int decimals) {
        return Indicator.builder()
                .id(id)
                .name(LocalizedText.of(id, id))
                .sector(SECTOR)
                .kind(kind)
                .unit(Unit.parse(unit))
                .decimals(decimals)
                .direction(Direction.NEUTRAL)
                .definition(LocalizedText.of(id, id));
    }
}
