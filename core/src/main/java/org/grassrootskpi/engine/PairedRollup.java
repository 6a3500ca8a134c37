package org.grassrootskpi.engine;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.Lag;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.jspecify.annotations.Nullable;

/**
 * Runs a roll-up over the rows of one source that have a counterpart in another, or in an earlier period of the same: each series is
 * traversed together with the series of counterparts of the same region and extra dimensions.
 */
final class PairedRollup {
    private final Scan scan;
    private final SeriesBlock values;
    private final SeriesBlock others;
    private final boolean weighted;
    private final boolean ofSameSource;
    private final int[] counterparts;
    private final int[] combinationOfOthers;
    private final long[] counts;
    private final long[] valueless;
    private final ObservationStatus[] statuses;
    private final PairedSums sums;
    private final PairedSums otherSums;
    private final @Nullable SlotUncertainties imprecisions;
    private final @Nullable SlotUncertainties otherImprecisions;
    private final BitSet breaks = new BitSet();
    private final boolean[] negative;
    private final @Nullable BigDecimal[] least;
    private final @Nullable BigDecimal[] greatest;

    /**
     * Prepares a roll-up.
     *
     * @param others the rows that are counterparts, or weights
     * @param lag how far back the counterparts of the same source lie; empty for those of the same period in another
     * @param weighted whether the counterparts are weights, by which values are multiplied before they are added
     */
    PairedRollup(Scan scan, SeriesBlock others, Optional<Lag> lag, boolean weighted) {
        this.scan = scan;
        this.values = scan.block;
        this.others = others;
        this.weighted = weighted;
        ofSameSource = lag.isPresent();
        counterparts = counterparts(scan, lag);
        combinationOfOthers = Combinations.matching(values, others);
        counts = new long[scan.groups()];
        valueless = new long[counts.length];
        statuses = new ObservationStatus[counts.length];
        Arrays.fill(statuses, ObservationStatus.NORMAL);
        sums = new PairedSums(counts.length, values.indicator().decimals());
        otherSums = new PairedSums(counts.length, others.indicator().decimals());
        imprecisions = weighted ? SlotUncertainties.withExtremes(values, counts.length) : SlotUncertainties.of(scan);
        otherImprecisions = SlotUncertainties.of(others, counts.length);
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
        for (int s = scan.firstSeries(); s < scan.endSeries(); s++) {
            int groupBase = scan.groupBaseOf(s);
            int ofOthers = groupBase < 0 ? -1 : othersOf(s);
            if (ofOthers >= 0) {
                series(s, ofOthers, groupBase);
            }
        }
        SlotColumns.Builder result = SlotColumns.builder(rollup, counts)
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
        if (imprecisions != null) {
            imprecisions.found(counts).ifPresent(result::uncertainties);
        }
        if (otherImprecisions != null) {
            otherImprecisions.found(counts).ifPresent(result::otherUncertainties);
        }
        return result.build();
    }

    /** Returns the series of counterparts of a series of values, or -1. */
    private int othersOf(int series) {
        if (ofSameSource) {
            return series;
        }
        int combination = combinationOfOthers[values.combination(series)];
        int end = others.firstSeries(values.region(series) + 1);
        for (int candidate = others.firstSeries(values.region(series)); candidate < end; candidate++) {
            if (others.combination(candidate) == combination) {
                return candidate;
            }
        }
        return -1;
    }

    private void series(int ofValues, int ofOthers, int groupBase) {
        int other = others.start(ofOthers);
        int end = others.start(ofOthers + 1);
        for (int row = values.start(ofValues); row < values.start(ofValues + 1); row++) {
            int code = values.periods().code(row);
            int period = scan.periodGroupOf(code);
            int counterpart = period < 0 ? -1 : counterparts[code - scan.periodFrom];
            if (counterpart < 0) {
                continue;
            }
            while (other < end && others.periods().code(other) < counterpart) {
                other++;
            }
            if (other < end && others.periods().code(other) == counterpart) {
                pair(groupBase + period, row, other);
            }
        }
    }

    private void pair(int group, int row, int otherRow) {
        ObservationStatus status = values.status(row).worst(others.status(otherRow));
        statuses[group] = statuses[group].worst(status);
        if (values.status(row) == ObservationStatus.BREAK || others.status(otherRow) == ObservationStatus.BREAK) {
            breaks.set(group);
        }
        if (!values.status(row).hasValue() || !others.status(otherRow).hasValue()) {
            valueless[group]++;
            return;
        }
        counts[group]++;
        if (weighted) {
            BigDecimal weight = GroupValues.value(others, otherRow);
            BigDecimal value = GroupValues.value(values, row);
            sums.add(group, value.multiply(weight));
            negative[group] |= weight.signum() < 0 || mayBeNegative(otherRow, weight);
            BigDecimal before = least[group];
            least[group] = before == null ? value : before.min(value);
            before = greatest[group];
            greatest[group] = before == null ? value : before.max(value);
        } else {
            sums.add(group, values, row);
        }
        otherSums.add(group, others, otherRow);
        if (imprecisions != null) {
            imprecisions.add(group, row);
        }
        if (otherImprecisions != null) {
            otherImprecisions.add(group, otherRow);
        }
    }

    /** Returns whether a weight that is not negative as printed may in truth be negative: 0.0 for -0.04, or 约3. */
    private boolean mayBeNegative(int row, BigDecimal weight) {
        PrecisionColumn stated = others.precisions();
        boolean isOpen = weight.signum() == 0 || (stated != null && stated.code(row) > 0);
        if (!isOpen || others.values().isFloatingPoint()) {
            return false;
        }
        Range<BigDecimal> bounds = others.precision(row).bounds(weight);
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

        void add(int group, SeriesBlock block, int row) {
            if (block.values().isFloatingPoint()) {
                add(group, GroupValues.value(block, row));
                return;
            }
            long value = block.values().unscaled(row);
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
