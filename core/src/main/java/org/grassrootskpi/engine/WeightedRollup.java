package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Arrays;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.plan.DecimalColumn;
import org.grassrootskpi.plan.RollupResult;
import org.grassrootskpi.table.SeriesBlock;
import org.jspecify.annotations.Nullable;

/**
 * A roll-up of values times weights, over the rows that have both: each series is walked beside the series of weights of the
 * same region and extra dimensions.
 */
final class WeightedRollup {
    private final Scan scan;
    private final SeriesBlock values;
    private final SeriesBlock weights;
    private final int[] combinationOfWeights;
    private final long[] counts;
    private final long[] valueless;
    private final ObservationStatus[] statuses;
    private final BigDecimal[] products;
    private final BigDecimal[] sumsOfWeights;
    private final @Nullable Imprecisions imprecisions;

    WeightedRollup(Scan scan, SeriesBlock weights) {
        this.scan = scan;
        this.values = scan.block;
        this.weights = weights;
        combinationOfWeights = Combinations.matching(values, weights);
        counts = new long[scan.groups()];
        valueless = new long[counts.length];
        statuses = new ObservationStatus[counts.length];
        products = new BigDecimal[counts.length];
        sumsOfWeights = new BigDecimal[counts.length];
        Arrays.fill(statuses, ObservationStatus.NORMAL);
        Arrays.fill(products, BigDecimal.ZERO);
        Arrays.fill(sumsOfWeights, BigDecimal.ZERO);
        imprecisions = Imprecisions.of(scan);
    }

    RollupResult run(ImmutableList<ImmutableList<String>> combinations) {
        for (int s = scan.firstSeries(); s < scan.endSeries(); s++) {
            int place = scan.placeOf(s);
            int ofWeights = place < 0 ? -1 : weightsOf(s);
            if (ofWeights >= 0) {
                series(s, ofWeights, place);
            }
        }
        RollupResult.Builder result = RollupResult.builder(combinations, counts)
                .statuses(statuses)
                .valueless(valueless)
                .weighted(DecimalColumn.ofUnsafe(products), DecimalColumn.ofUnsafe(sumsOfWeights));
        if (imprecisions != null) {
            imprecisions.found(counts).ifPresent(result::imprecisions);
        }
        return result.build();
    }

    /** The series of weights that belongs to a series of values, or -1. */
    private int weightsOf(int series) {
        int combination = combinationOfWeights[values.combination(series)];
        int end = weights.firstSeries(values.region(series) + 1);
        for (int candidate = weights.firstSeries(values.region(series)); candidate < end; candidate++) {
            if (weights.combination(candidate) == combination) {
                return candidate;
            }
        }
        return -1;
    }

    private void series(int ofValues, int ofWeights, int place) {
        int weight = weights.start(ofWeights);
        int end = weights.start(ofWeights + 1);
        for (int row = values.start(ofValues); row < values.start(ofValues + 1); row++) {
            int code = values.periods().code(row);
            while (weight < end && weights.periods().code(weight) < code) {
                weight++;
            }
            int period = scan.periodGroupOf(code);
            if (period >= 0 && weight < end && weights.periods().code(weight) == code) {
                row(place + period, row, weight);
            }
        }
    }

    private void row(int group, int row, int weightRow) {
        ObservationStatus status = values.status(row).worst(weights.status(weightRow));
        statuses[group] = statuses[group].worst(status);
        if (values.status(row).hasValue() && weights.status(weightRow).hasValue()) {
            BigDecimal weight = GroupValues.value(weights, weightRow);
            counts[group]++;
            products[group] = products[group].add(GroupValues.value(values, row).multiply(weight));
            sumsOfWeights[group] = sumsOfWeights[group].add(weight);
            if (imprecisions != null) {
                imprecisions.add(group, row);
            }
        } else {
            valueless[group]++;
        }
    }
}
