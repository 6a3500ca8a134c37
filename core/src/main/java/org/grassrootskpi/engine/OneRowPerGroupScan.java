package org.grassrootskpi.engine;

import org.grassrootskpi.columns.SeriesBlock;

/** The scan in which every row is a separate group, in the order of the table: nothing is added, rows are passed on. */
final class OneRowPerGroupScan {
    private static final int ROWS_PER_CHUNK = 1 << 16;

    /** The group of each selected row, ascending. */
    final int[] groups;

    /** The first of these rows, each of whose values is the sum, the least and the greatest of its group at once. */
    final int firstRow;

    private final Scan scan;

    private OneRowPerGroupScan(Scan scan) {
        this.scan = scan;
        firstRow = scan.block.start(scan.firstSeries());
        int rows = scan.block.start(scan.endSeries()) - firstRow;
        groups = new int[rows];
    }

    /** Returns whether groups ascend strictly with the rows, and no row has a status or an explicit precision. */
    static boolean fits(Scan scan) {
        SeriesBlock block = scan.block;
        return block.isPlain()
                && !block.values().isFloatingPoint()
                && scan.combinationGroup == null
                && periodsAscend(scan)
                && regionsAscend(scan);
    }

    private static boolean periodsAscend(Scan scan) {
        int group = -1;
        for (int code = scan.block.periods().first();
                code <= scan.block.periods().last();
                code++) {
            int next = scan.periodGroupOf(code);
            if (next <= group) {
                return false;
            }
            group = next;
        }
        return true;
    }

    private static boolean regionsAscend(Scan scan) {
        int group = -1;
        for (int s = scan.firstSeries(), end = scan.endSeries(); s < end; s++) {
            int next = scan.groupBaseOf(s);
            if (next <= group) {
                return false;
            }
            group = next;
        }
        return true;
    }

    static OneRowPerGroupScan run(Scan scan, int threads) {
        OneRowPerGroupScan scanned = new OneRowPerGroupScan(scan);
        int from = scan.firstSeries();
        int series = scan.endSeries() - from;
        int chunks = threads == 1 ? 1 : scanned.groups.length / ROWS_PER_CHUNK + 1;
        Workers.run(threads, chunks, chunk -> {
            int begin = from + (int) ((long) series * chunk / chunks);
            scanned.take(begin, from + (int) ((long) series * (chunk + 1) / chunks));
        });
        return scanned;
    }

    private void take(int fromSeries, int toSeries) {
        SeriesBlock block = scan.block;
        int[] ofPeriod = groupsOfPeriods();
        for (int s = fromSeries; s < toSeries; s++) {
            RowLoops.writeGroups(
                    block.periods(),
                    block.start(s),
                    block.start(s + 1),
                    ofPeriod,
                    scan.groupBaseOf(s),
                    groups,
                    block.start(s) - firstRow);
        }
    }

    /** Returns the group of each period, by its distance from the block's first. */
    private int[] groupsOfPeriods() {
        int first = scan.block.periods().first();
        int[] ofPeriod = new int[scan.block.periods().last() - first + 1];
        for (int distance = 0; distance < ofPeriod.length; distance++) {
            ofPeriod[distance] = scan.periodGroupOf(first + distance);
        }
        return ofPeriod;
    }
}
