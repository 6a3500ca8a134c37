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
 * The rows of one {@link DataSet}: a number of its cells, drawn evenly with a fixed seed, each with a value of up to
 * 10,000.00. Nothing is kept in memory: rows are made up again, the same ones, each time they are asked for.
 *
 * <p>The constants are of {@link DataSet#PLAIN} data, of which the last ten indicators are the numerators and denominators of
 * five ratios.
 */
final class BenchmarkData {
    static final int INDICATORS = 100;
    static final int RATIOS = 5;
    static final int COMMUNITIES = 10_000;
    static final int CHILDREN = DataSet.CHILDREN;
    static final int PARENTS = COMMUNITIES / CHILDREN;
    static final int FIRST_YEAR = DataSet.FIRST_YEAR;
    static final int YEARS = 10;
    static final int DECIMALS = 2;
    static final int WITH_TARGETS = 10;
    static final String SECTOR = "all";
    static final String SOURCE = "source";

    private static final int MAX_SCALED = 1_000_000;
    private static final DataSet.Shape PLAIN = DataSet.PLAIN.shape(1);

    private final DataSet set;
    private final DataSet.Shape shape;
    private final long rows;
    private final boolean sorted;

    /** So many plain rows, given in sorted or in shuffled order. */
    BenchmarkData(long rows, boolean sorted) {
        this(DataSet.PLAIN, rows, sorted);
        if (rows < 1 || rows > shape.cells()) {
            throw new IllegalArgumentException("Expected 1 to " + shape.cells() + " rows, got " + rows);
        }
    }

    /** About so many rows of a data set, given in sorted or in shuffled order. */
    BenchmarkData(DataSet set, long rows, boolean sorted) {
        this.set = set;
        this.shape = set.shape(rows);
        this.rows = set.rows(rows);
        this.sorted = sorted;
    }

    DataSet set() {
        return set;
    }

    DataSet.Shape shape() {
        return shape;
    }

    long rows() {
        return rows;
    }

    /** Takes the rows that are given, one after the other. */
    @FunctionalInterface
    interface RowConsumer {
        /** Takes a row: positions from 0 of indicator, community and period, and the value in hundredths. */
        void accept(int indicator, int community, int period, long scaled);
    }

    void forEach(RowConsumer consumer) {
        long cellCount = shape.cells();
        CellSequence cells = new CellSequence(cellCount);
        if (!sorted) {
            for (long i = 0; i < rows; i++) {
                give(cells.next(), consumer);
            }
            return;
        }
        for (long i = 0; i < rows; i++) {
            cells.next();
        }
        for (long cell = 0; cell < cellCount; cell++) {
            if (cells.hasGiven(cell)) {
                give(cell, consumer);
            }
        }
    }

    private void give(long cell, RowConsumer consumer) {
        int period = (int) (cell % shape.periods());
        int community = (int) (cell / shape.periods() % shape.communities());
        int indicator = (int) (cell / shape.periods() / shape.communities());
        consumer.accept(indicator, community, period, value(cell));
    }

    private static long value(long cell) {
        return Math.floorMod(CellSequence.spread(cell), MAX_SCALED);
    }

    /**
     * Gives the rows of the period after the last one.
     *
     * @param all as dense as the others, of all communities; else one row of each indicator
     */
    void forEachNew(boolean all, RowConsumer consumer) {
        long limit = all ? (long) (rows / (double) shape.cells() * (1L << 32)) : 0;
        for (int indicator = 0; indicator < shape.indicators(); indicator++) {
            for (int community = 0; community < shape.communities(); community++) {
                long cell = shape.cells() + (long) indicator * shape.communities() + community;
                boolean given = all ? CellSequence.spread(~cell) >>> 32 < limit : community == 0;
                if (given) {
                    consumer.accept(indicator, community, shape.periods(), value(cell));
                }
            }
        }
    }

    /** Gives the targets: of the first ten indicators, all communities and all years, by their positions. */
    void forEachTarget(RowConsumer consumer) {
        for (int indicator = 0; indicator < Math.min(WITH_TARGETS, shape.indicators()); indicator++) {
            for (int community = 0; community < shape.communities(); community++) {
                for (int year = 0; year < YEARS; year++) {
                    long number = ((long) indicator * shape.communities() + community) * YEARS + year;
                    consumer.accept(indicator, community, year, 1 + value(~number));
                }
            }
        }
    }

    /** What a row has besides its value, see {@link DataSet#mark}. */
    int mark(int indicator, int community, int period) {
        return set.mark(((long) indicator * shape.communities() + community) * shape.periods() + period);
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

    static String sector(int number) {
        return padded("s", 2, number);
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

    int periodCode(int period) {
        return shape.first().toCode() + period;
    }

    static TimePeriod month(int month) {
        return PLAIN.first().plus(month);
    }

    /** The catalogue; of plain data, ratio {@code k} has the indicators {@code 90 + 2k} and {@code 91 + 2k} as its parts. */
    Catalog toCatalog() {
        Catalog.Builder catalog = Catalog.builder()
                .addSectors(sector(SECTOR).build())
                .addRegions(region("TOP", RegionLevel.COUNTY).build());
        for (int sector = 0; shape.sectors() > 1 && sector < shape.sectors(); sector++) {
            catalog.addSectors(sector(sector(sector)).parent(SECTOR).build());
        }
        for (int parent = 0; parent < shape.parents(); parent++) {
            catalog.addRegions(
                    region(parent(parent), RegionLevel.TOWNSHIP).parent("TOP").build());
        }
        for (int community = 0; community < shape.communities(); community++) {
            catalog.addRegions(region(community(community), RegionLevel.COMMUNITY)
                    .parent(parent(parentOf(community)))
                    .build());
        }
        for (int i = 0; i < shape.indicators(); i++) {
            catalog.addIndicators(indicator(indicator(i), IndicatorKind.FLOW, "CNY", DECIMALS)
                    .sector(shape.sectors() > 1 ? sector(i % shape.sectors()) : SECTOR)
                    .build());
        }
        for (int i = 0; shape.indicators() == INDICATORS && i < RATIOS; i++) {
            catalog.addIndicators(indicator(ratio(i), IndicatorKind.RATIO, "ratio", 4)
                    .sector(SECTOR)
                    .numerator(indicator(INDICATORS - 2 * RATIOS + 2 * i))
                    .denominator(indicator(INDICATORS - 2 * RATIOS + 2 * i + 1))
                    .build());
        }
        return catalog.build();
    }

    private static Sector.Builder sector(String id) {
        return Sector.builder().id(id).name(LocalizedText.of(id, id));
    }

    private static Region.Builder region(String code, RegionLevel level) {
        return Region.builder().code(code).name(LocalizedText.of(code, code)).level(level);
    }

    private Indicator.Builder indicator(String id, IndicatorKind kind, String unit, int decimals) {
        return Indicator.builder()
                .id(id)
                .name(LocalizedText.of(id, id))
                .kind(kind)
                .unit(Unit.parse(unit))
                .decimals(decimals)
                .direction(set == DataSet.TARGETS ? Direction.HIGHER : Direction.NEUTRAL)
                .definition(LocalizedText.of(id, id));
    }
}
