package org.grassrootskpi.engine;

import org.grassrootskpi.table.PeriodColumn;
import org.grassrootskpi.table.SeriesBlock;
import org.jspecify.annotations.Nullable;

/**
 * Sums and counts by the periods of the data, kept aside until a block group is done and only then folded into the groups
 * that were asked for.
 *
 * <p>A series has at most one row of each period, so the additions of a series do not wait for each other, which they
 * would if they went straight to the total of a year. Sum and count share a long: the count has the lowest bits. Before
 * there can be too many series for either part the totals are brought to their groups.
 */
final class PeriodSums {
    private static final int COUNT_BITS = 20;
    private static final int MAX_CELLS = 1 << 18;
    private static final int FEWEST_SERIES = 1 << 10;

    private final Scan scan;
    private final Accumulators found;
    private final int firstCode;
    private final int span;
    private final int slots;
    private final int room;
    private long @Nullable [] totals;
    private int blockPlace = -1;
    private int series;

    PeriodSums(Scan scan, Accumulators found) {
        this.scan = scan;
        this.found = found;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        long magnitude = 1;
        for (SeriesBlock block : scan.blocks) {
            first = Math.min(first, block.periods().first());
            last = Math.max(last, block.periods().last());
            magnitude = Math.max(
                    magnitude, magnitude(block.values().min(), block.values().max()));
        }
        firstCode = first;
        long distances = scan.blocks.isEmpty() ? 0 : (long) last - first + 1;
        long regions = Math.min(scan.regionGroups, Math.max(1, found.size / Math.max(1, scan.periodGroups)));
        long cells = regions * scan.combinationGroups * distances;
        span = cells > MAX_CELLS ? 0 : (int) distances;
        slots = span == 0 ? 0 : (int) (cells / distances);
        long most = magnitude < 0 ? 0 : (1L << (Long.SIZE - 1 - COUNT_BITS)) / magnitude - 1;
        room = (int) Math.min((1L << COUNT_BITS) - 1, most);
    }

    private static long magnitude(long min, long max) {
        // Stays negative for Long.MIN_VALUE, which has no room at all.
        return Math.abs(min) < 0 ? Long.MIN_VALUE : Math.max(Math.abs(min), Math.abs(max));
    }

    /** Whether the rows of a task are worth the detour. */
    boolean accept(ScanTask task) {
        return span > 0 && room >= FEWEST_SERIES && task.rows() / 2 >= (long) slots * span;
    }

    /** Makes ready for a block group whose first group has a given place. */
    void begin(int placeOfBlockGroup) {
        if (placeOfBlockGroup != blockPlace) {
            flush();
            blockPlace = placeOfBlockGroup;
        }
        if (totals == null) {
            totals = new long[slots * span];
        }
    }

    /** Adds all rows of neighbouring series of one group. */
    void addSeries(SeriesBlock block, int from, int to, int place) {
        for (int s = from, next; s < to; s = next) {
            next = Math.min(to, s + room);
            add(block, block.start(s), block.start(next), next - s, place);
        }
    }

    /** Adds neighbouring rows of a number of series, at most as many as there is room for. */
    void add(SeriesBlock block, int from, int to, int ofSeries, int place) {
        if (series + ofSeries > room) {
            flush();
        }
        series += ofSeries;
        PeriodColumn periods = block.periods();
        int relative = place - blockPlace;
        int perRegion = scan.periodGroups * scan.combinationGroups;
        int slot = relative / perRegion * scan.combinationGroups + relative % perRegion;
        if (totals != null) {
            int base = slot * span + periods.first() - firstCode;
            RowLoops.addByPeriod(periods, block.values(), from, to, totals, base, COUNT_BITS);
        }
    }

    /** Brings all totals to their groups. */
    void flush() {
        if (totals == null || series == 0) {
            return;
        }
        for (int slot = 0; slot < slots; slot++) {
            int place = blockPlace
                    + slot / scan.combinationGroups * scan.periodGroups * scan.combinationGroups
                    + slot % scan.combinationGroups;
            for (int distance = 0; distance < span; distance++) {
                long total = totals[slot * span + distance];
                if (total != 0) {
                    int group = scan.periodGroupOf(firstCode + distance);
                    if (group >= 0) {
                        int count = (int) total & (1 << COUNT_BITS) - 1;
                        found.addSum(place + group * scan.combinationGroups, count, total >> COUNT_BITS);
                    }
                    totals[slot * span + distance] = 0;
                }
            }
        }
        series = 0;
    }
}
