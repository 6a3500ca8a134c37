package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.ValueColumn;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The scan in which every row is a separate group, in the order of the table: nothing is added, rows are passed on. Rows of one
 * segment are not even copied; those of several are merged.
 */
final class OneRowPerGroupScan {
    private static final int ROWS_PER_CHUNK = 1 << 16;

    /** The group of each selected row, ascending. */
    final int[] groups;

    /** The value of each of these rows, which is the sum, the least and the greatest of its group at once. */
    final DecimalColumn values;

    /** The status of each of these rows; null if all are normal. */
    final ObservationStatus @Nullable [] statuses;

    /** How many values each of these rows has, one or none; null if all have one. */
    final long @Nullable [] counts;

    private OneRowPerGroupScan(
            int[] groups, DecimalColumn values, ObservationStatus @Nullable [] statuses, long @Nullable [] counts) {
        this.groups = groups;
        this.values = values;
        this.statuses = statuses;
        this.counts = counts;
    }

    /** Returns whether groups ascend strictly with the rows, and no row has an explicit precision. */
    static boolean fits(Scan scan) {
        return scan.precisions.isEmpty()
                && !scan.block.isFloatingPoint()
                && scan.combinationGroup == null
                && scan.block.combinationValues().size() == 1
                && periodsAscend(scan)
                && scan.stretches().stream().allMatch(stretch -> regionsAscend(scan, stretch));
    }

    private static boolean periodsAscend(Scan scan) {
        int group = -1;
        for (int code = scan.block.firstPeriod(); code <= scan.block.lastPeriod(); code++) {
            int next = scan.periodGroupOf(code);
            if (next <= group) {
                return false;
            }
            group = next;
        }
        return true;
    }

    private static boolean regionsAscend(Scan scan, Stretch stretch) {
        int group = -1;
        for (int s = stretch.from(); s < stretch.to(); s++) {
            int next = scan.groupBaseOf(stretch, s);
            if (next <= group) {
                return false;
            }
            group = next;
        }
        return true;
    }

    static OneRowPerGroupScan run(Scan scan, int threads) {
        List<SegmentRows> selected = scan.stretches().stream()
                .map(stretch -> new SegmentRows(scan, stretch, threads))
                .collect(ImmutableList.toImmutableList());
        int decimals = scan.block.indicator().decimals();
        if (selected.size() != 1 || selected.get(0).segment.statusesUnsafe() != null) {
            return merged(selected, decimals);
        }
        SegmentRows only = selected.get(0);
        ValueColumn values = only.segment.values();
        int[] ints = values.intsUnsafe();
        return new OneRowPerGroupScan(
                only.groups,
                ints != null
                        ? DecimalColumn.ofUnsafe(ints, only.firstRow, decimals)
                        : DecimalColumn.ofUnsafe(Objects.requireNonNull(values.longsUnsafe()), only.firstRow, decimals),
                null,
                null);
    }

    /** Merges the rows of several segments in the order of their groups. */
    private static OneRowPerGroupScan merged(List<SegmentRows> selected, int decimals) {
        int size = selected.stream().mapToInt(rows -> rows.groups.length).sum();
        boolean hasStatus = selected.stream().anyMatch(rows -> rows.segment.statusesUnsafe() != null);
        int[] groups = new int[size];
        long[] values = new long[size];
        ObservationStatus[] statuses = hasStatus ? new ObservationStatus[size] : null;
        long[] counts = null;
        int[] next = new int[selected.size()];
        for (int at = 0; at < size; at++) {
            int least = -1;
            int group = Integer.MAX_VALUE;
            for (int i = 0; i < next.length; i++) {
                int[] ofSegment = selected.get(i).groups;
                if (next[i] < ofSegment.length && ofSegment[next[i]] <= group) {
                    least = i;
                    group = ofSegment[next[i]];
                }
            }
            SegmentRows rows = selected.get(least);
            int row = rows.firstRow + next[least]++;
            groups[at] = group;
            values[at] = rows.segment.values().unscaled(row);
            if (statuses != null) {
                statuses[at] = rows.segment.status(row);
                if (counts == null && !statuses[at].hasValue()) {
                    counts = new long[size];
                    Arrays.fill(counts, 0, at, 1);
                }
                if (counts != null) {
                    counts[at] = statuses[at].hasValue() ? 1 : 0;
                }
            }
        }
        return new OneRowPerGroupScan(groups, DecimalColumn.ofUnsafe(values, decimals), statuses, counts);
    }

    /** The selected rows of a segment and their groups. */
    private static final class SegmentRows {
        private final Scan scan;
        private final Stretch stretch;
        private final int[] ofPeriod;
        final Segment segment;
        final int firstRow;
        final int[] groups;

        SegmentRows(Scan scan, Stretch stretch, int threads) {
            this.scan = scan;
            this.stretch = stretch;
            segment = stretch.segment();
            firstRow = segment.start(stretch.from());
            groups = new int[stretch.rows()];
            ofPeriod = scan.groupsByDistance(segment);
            int chunks = threads == 1 ? 1 : groups.length / ROWS_PER_CHUNK + 1;
            Workers.run(threads, chunks, chunk -> write(stretch.part(chunk, chunks)));
        }

        private void write(Stretch part) {
            for (int s = part.from(); s < part.to(); s++) {
                RowLoops.writeGroups(
                        segment.periods(),
                        segment.start(s),
                        segment.start(s + 1),
                        ofPeriod,
                        scan.groupBaseOf(stretch, s),
                        groups,
                        segment.start(s) - firstRow);
            }
        }
    }
}
