package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.rollup.Lag;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotColumnsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Runs a roll-up over the rows of one source that have a counterpart in another, or in an earlier period of the same: each series is
 * traversed together with the series of counterparts of the same region and extra dimensions. A row's counterpart is in one
 * segment of the others, so that all pairs of segments together give each pair of rows once.
 */
final class PairedRollup {
    private final Scan scan;
    private final SeriesBlock values;
    private final SeriesBlock others;
    private final ImmutableList<SeriesBlock> required;
    private final boolean weighted;
    private final int[] counterparts;
    private final long[] counts;
    private final long[] valueless;
    private final ObservationStatus[] statuses;
    private final PairedSums sums;
    private final PairedSums otherSums;
    private final ImmutableList<Precision> otherPrecisions;
    private final StatedRows stated;
    private final StatedRows otherStated;
    private final long[] plainMin;
    private final long[] plainMax;
    private final BitSet breaks = new BitSet();
    private final boolean[] negative;
    private final @Nullable BigDecimal[] least;
    private final @Nullable BigDecimal[] greatest;

    /**
     * Prepares a roll-up.
     *
     * @param others the rows that are counterparts, or weights
     * @param required further rows, of which each pair needs one with a value
     * @param lag how far back the counterparts of the same source lie; empty for those of the same period in another
     * @param weighted whether the counterparts are weights, by which values are multiplied before they are added
     */
    PairedRollup(
            Scan scan, SeriesBlock others, ImmutableList<SeriesBlock> required, Optional<Lag> lag, boolean weighted) {
        this.scan = scan;
        this.values = scan.block;
        this.others = others;
        this.required = required;
        this.weighted = weighted;
        counterparts = counterparts(scan, lag);
        counts = new long[scan.groups()];
        valueless = new long[counts.length];
        statuses = new ObservationStatus[counts.length];
        Arrays.fill(statuses, ObservationStatus.NORMAL);
        sums = new PairedSums(counts.length, values.indicator().decimals());
        otherSums = new PairedSums(counts.length, others.indicator().decimals());
        otherPrecisions = SlotUncertainties.precisionsOf(others);
        stated = new StatedRows(scan.precisions.size());
        otherStated = new StatedRows(otherPrecisions.size());
        plainMin = new long[weighted ? counts.length : 0];
        plainMax = new long[plainMin.length];
        Arrays.fill(plainMin, Long.MAX_VALUE);
        Arrays.fill(plainMax, Long.MIN_VALUE);
        negative = new boolean[weighted ? counts.length : 0];
        least = new BigDecimal[negative.length];
        greatest = new BigDecimal[negative.length];
    }

    /** Returns the code of the counterpart of each period that is read. */
    private static int[] counterparts(Scan scan, Optional<Lag> lag) {
        int[] codes = new int[scan.periodTo - scan.periodFrom + 1];
        Arrays.setAll(codes, i -> {
            int code = scan.periodFrom + i;
            return lag.map(l -> l.counterpart(code)).orElse(code);
        });
        return codes;
    }

    SlotColumns run(Rollup rollup) {
        for (Stretch stretch : scan.stretches()) {
            for (Segment segment : others.segments()) {
                new SegmentPair(stretch, segment).run();
            }
        }
        SlotColumnsBuilder result = SlotColumns.builder(rollup, counts)
                .statuses(statuses)
                .valueless(valueless)
                .breaks(breaks);
        if (weighted) {
            result.weighted(sums.column(), otherSums.column(), negative)
                    .minima(column(least))
                    .maxima(column(greatest));
        } else {
            result.paired(sums.column(), otherSums.column());
        }
        if (!stated.isEmpty()) {
            @Nullable SlotUncertainty[] ofValues = new SlotUncertainties(
                            values, scan.precisions, weighted ? plainMin : null, weighted ? plainMax : null)
                    .of(stated, counts);
            result.uncertainties(() -> ofValues);
        }
        if (!otherStated.isEmpty()) {
            result.otherUncertainties(
                    new SlotUncertainties(others, otherPrecisions, null, null).of(otherStated, counts));
        }
        return result.build();
    }

    /** The series of a stretch and those of a segment that has counterparts of some of their rows. */
    private final class SegmentPair {
        private final Stretch stretch;
        private final Segment ofValues;
        private final Segment ofOthers;
        private final int[] combinationOfOthers;
        private final RequiredRows further;
        private final int firstPrecision;
        private final int firstOtherPrecision;

        SegmentPair(Stretch stretch, Segment ofOthers) {
            this.stretch = stretch;
            this.ofValues = stretch.segment();
            this.ofOthers = ofOthers;
            combinationOfOthers = Combinations.matching(ofValues, ofOthers);
            further = new RequiredRows(ofValues, required);
            firstPrecision = SlotUncertainties.firstOf(values, ofValues);
            firstOtherPrecision = SlotUncertainties.firstOf(others, ofOthers);
        }

        void run() {
            int combination = 0;
            for (int s = stretch.from(); s < stretch.to(); s++) {
                while (s >= ofValues.combinationStart(combination + 1)) {
                    combination++;
                }
                int groupBase = scan.groupBaseOf(stretch, s);
                int counterpart = groupBase < 0 ? -1 : othersOf(s, combinationOfOthers[combination]);
                if (counterpart >= 0) {
                    series(s, counterpart, groupBase, combination);
                }
            }
        }

        /** Returns the series of counterparts of a series of values, or -1. */
        private int othersOf(int series, int combination) {
            if (ofValues == ofOthers) {
                return series;
            }
            if (combination < 0) {
                return -1;
            }
            int candidate = ofOthers.firstSeries(combination, ofValues.region(series));
            boolean isFound = candidate < ofOthers.combinationStart(combination + 1)
                    && ofOthers.region(candidate) == ofValues.region(series);
            return isFound ? candidate : -1;
        }

        private void series(int ofValue, int ofOther, int groupBase, int combination) {
            int last = ofValues.start(ofValue + 1);
            int other = ofOthers.start(ofOther);
            int end = ofOthers.start(ofOther + 1);
            int before = Integer.MAX_VALUE;
            for (int row = firstAt(ofValues, ofValue, scan.periodFrom); row < last; row++) {
                int code = ofValues.periods().code(row);
                if (code > scan.periodTo) {
                    return;
                }
                int period = scan.periodGroupOf(code);
                int counterpart = period < 0 ? -1 : counterparts[code - scan.periodFrom];
                if (counterpart < 0) {
                    continue;
                }
                if (counterpart < before) {
                    // At first, and where each year begins anew at the same base year.
                    other = firstAt(ofOthers, ofOther, counterpart);
                }
                before = counterpart;
                while (other < end && ofOthers.periods().code(other) < counterpart) {
                    other++;
                }
                if (other < end
                        && ofOthers.periods().code(other) == counterpart
                        && further.haveValues(combination, ofValues.region(ofValue), code)) {
                    pair(groupBase + period, row, other);
                }
            }
        }

        /** Returns the first row of a series whose period is not before a given one. */
        private static int firstAt(Segment segment, int series, int code) {
            return RowLoops.firstAt(
                    segment.periods(),
                    segment.start(series),
                    segment.start(series + 1),
                    code - segment.periods().first());
        }

        private void pair(int group, int row, int otherRow) {
            ObservationStatus status = ofValues.status(row);
            ObservationStatus otherStatus = ofOthers.status(otherRow);
            statuses[group] = statuses[group].worst(status.worst(otherStatus));
            if (status == ObservationStatus.BREAK || otherStatus == ObservationStatus.BREAK) {
                breaks.set(group);
            }
            if (!status.hasValue() || !otherStatus.hasValue()) {
                valueless[group]++;
                return;
            }
            counts[group]++;
            if (weighted) {
                weigh(group, row, otherRow);
            } else {
                sums.add(group, ofValues, row);
            }
            otherSums.add(group, ofOthers, otherRow);
            addStated(group, row, otherRow);
        }

        private void weigh(int group, int row, int otherRow) {
            BigDecimal weight = GroupValues.value(ofOthers, otherRow);
            BigDecimal value = GroupValues.value(ofValues, row);
            sums.add(group, value.multiply(weight));
            negative[group] |= weight.signum() < 0 || mayBeNegative(ofOthers, otherRow, weight);
            BigDecimal before = least[group];
            least[group] = before == null ? value : before.min(value);
            before = greatest[group];
            greatest[group] = before == null ? value : before.max(value);
        }

        private void addStated(int group, int row, int otherRow) {
            int code = codeOf(ofValues, row);
            if (code > 0) {
                stated.add(group, firstPrecision + code - 1, ofValues.values().unscaled(row));
            } else if (weighted && !ofValues.values().isFloatingPoint()) {
                plainMin[group] = Math.min(plainMin[group], ofValues.values().unscaled(row));
                plainMax[group] = Math.max(plainMax[group], ofValues.values().unscaled(row));
            }
            int otherCode = codeOf(ofOthers, otherRow);
            if (otherCode > 0) {
                otherStated.add(
                        group,
                        firstOtherPrecision + otherCode - 1,
                        ofOthers.values().unscaled(otherRow));
            }
        }
    }

    private static int codeOf(Segment segment, int row) {
        PrecisionColumn stated = segment.precisions();
        return stated == null ? 0 : stated.code(row);
    }

    /** Returns whether a weight that is not negative as printed may in truth be negative: 0.0 for -0.04, or 约3. */
    private static boolean mayBeNegative(Segment weights, int row, BigDecimal weight) {
        PrecisionColumn stated = weights.precisions();
        boolean isOpen = weight.signum() == 0 || (stated != null && stated.code(row) > 0);
        if (!isOpen || weights.values().isFloatingPoint()) {
            return false;
        }
        Range<BigDecimal> bounds = weights.precision(row).bounds(weight);
        return !bounds.hasLowerBound() || bounds.lowerEndpoint().signum() < 0;
    }

    private static DecimalColumn column(@Nullable BigDecimal[] numbers) {
        BigDecimal[] known = new BigDecimal[numbers.length];
        for (int group = 0; group < known.length; group++) {
            BigDecimal number = numbers[group];
            known[group] = number == null ? BigDecimal.ZERO : number;
        }
        return DecimalColumn.ofUnsafe(known);
    }

    /** Exact sums of groups: longs while they fit, decimals otherwise. */
    private static final class PairedSums {
        private final int decimals;
        private final long[] longs;
        private final @Nullable BigDecimal[] rest;
        private boolean hasRest;

        PairedSums(int groups, int decimals) {
            this.decimals = decimals;
            longs = new long[groups];
            rest = new BigDecimal[groups];
        }

        void add(int group, Segment segment, int row) {
            if (segment.values().isFloatingPoint()) {
                add(group, GroupValues.value(segment, row));
                return;
            }
            long value = segment.values().unscaled(row);
            long sum = longs[group] + value;
            if (((longs[group] ^ sum) & (value ^ sum)) < 0) {
                add(group, BigDecimal.valueOf(longs[group], decimals));
                sum = value;
            }
            longs[group] = sum;
        }

        void add(int group, BigDecimal value) {
            hasRest = true;
            BigDecimal before = rest[group];
            rest[group] = before == null ? value : before.add(value);
        }

        DecimalColumn column() {
            if (!hasRest) {
                return DecimalColumn.ofUnsafe(longs, decimals);
            }
            BigDecimal[] sums = new BigDecimal[longs.length];
            for (int group = 0; group < sums.length; group++) {
                BigDecimal sum = BigDecimal.valueOf(longs[group], decimals);
                BigDecimal more = rest[group];
                sums[group] = more == null ? sum : sum.add(more);
            }
            return DecimalColumn.ofUnsafe(sums);
        }
    }
}
