package org.grassrootskpi.engine;

import java.util.Arrays;
import java.util.Objects;
import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.ValueColumn;
import org.grassrootskpi.model.ObservationStatus;
import org.jspecify.annotations.Nullable;

/** Scans rows one by one: those that have a remark, and doubles, whose sums a loop adds. */
final class RowByRowScan {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Scan scan;
    private final Segment segment;
    private final Accumulators found;
    private final PeriodColumn periods;
    private final ValueColumn values;
    private final byte @Nullable [] statuses;
    private final @Nullable PrecisionColumn precisions;

    /** The number that the first precision of the segment has in the scan. */
    private final int firstPrecision;

    /** The group of each period by its distance if rows of doubles can be added in a loop, else null. */
    private final int @Nullable [] groups;

    /** Adds them where there are many; null if they are not added in a loop. */
    private final @Nullable PeriodDoubles sums;

    RowByRowScan(Scan scan, Segment segment, Accumulators found) {
        this.scan = scan;
        this.segment = segment;
        this.found = found;
        periods = segment.periods();
        values = segment.values();
        statuses = segment.statusesUnsafe();
        precisions = segment.precisions();
        firstPrecision = SlotUncertainties.firstOf(scan.block, segment);
        int[] byDistance = scan.groupsByDistance(segment);
        boolean isLoop = segment.isPlain()
                && found.doubles != null
                && found.doubles.addsAll()
                && Arrays.stream(byDistance).noneMatch(group -> group < 0);
        groups = isLoop ? byDistance : null;
        sums = isLoop && found.doubles != null
                ? new PeriodDoubles(found.doubles, found.count, new PeriodParts(scan, segment))
                : null;
    }

    void take(Stretch stretch) {
        for (int s = stretch.from(), next; s < stretch.to(); s = next) {
            int groupBase = scan.groupBaseOf(stretch, s);
            next = sums == null ? s + 1 : scan.sameGroupUntil(stretch, s);
            if (groupBase >= 0 && sums != null) {
                addAll(sums, s, next, groupBase);
            } else if (groupBase >= 0) {
                rows(segment.start(s), segment.start(s + 1), groupBase);
            }
        }
    }

    /** Adds neighbouring series of one group, as many at a time as there is room for. */
    private void addAll(PeriodDoubles ofPeriods, int fromSeries, int toSeries, int groupBase) {
        double[] doubles = Objects.requireNonNull(values.doublesUnsafe());
        int room = Objects.requireNonNull(found.doubles).room();
        for (int s = fromSeries, next; s < toSeries; s = next) {
            int from = segment.start(s);
            next = s + 1;
            while (next < toSeries && segment.start(next + 1) - from <= room) {
                next++;
            }
            int to = segment.start(next);
            if (ofPeriods.accept(to - from)) {
                ofPeriods.add(doubles, periods, from, to, groupBase);
            } else {
                found.doubles.addAll(
                        doubles, periods, from, to, Objects.requireNonNull(groups), groupBase, found.count);
            }
        }
    }

    private void rows(int from, int to, int groupBase) {
        for (int row = from; row < to; row++) {
            int period = scan.periodGroupOf(periods.code(row));
            if (period >= 0) {
                row(row, groupBase + period);
            }
        }
    }

    private void row(int row, int group) {
        if (statuses != null) {
            found.addStatus(group, statuses[row]);
            if (!STATUSES[statuses[row]].hasValue()) {
                found.addValueless(group);
                return;
            }
        }
        int code = precisions == null ? 0 : precisions.code(row);
        if (found.doubles != null) {
            found.count[group]++;
            found.doubles.add(group, values.asDouble(row));
        } else if (code > 0 && found.stated != null) {
            found.addSum(group, 1, values.unscaled(row));
            found.stated.add(group, firstPrecision + code - 1, values.unscaled(row));
        } else {
            found.add(group, values.unscaled(row));
        }
    }
}
