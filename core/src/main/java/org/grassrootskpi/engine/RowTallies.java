package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.plan.Aggregate;
import org.grassrootskpi.plan.DecimalColumn;
import org.grassrootskpi.plan.Imprecision;
import org.grassrootskpi.plan.QuantileSketch;
import org.grassrootskpi.plan.Rollup;
import org.grassrootskpi.plan.RollupResult;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.Precision;
import org.grassrootskpi.table.SeriesBlock;
import org.jspecify.annotations.Nullable;

/** The running results of a roll-up's slots, in decimals of any size. */
final class RowTallies {
    private static final Unit RATIO = Unit.parse("ratio");

    private final SeriesBlock block;
    private final Rollup rollup;
    private final int decimals;
    private final long[] counts;
    private final @Nullable ObservationStatus[] statuses;
    private final BigDecimal @Nullable [] sums;
    private final BigDecimal @Nullable [] minima;
    private final BigDecimal @Nullable [] maxima;
    private final BigDecimal @Nullable [] weights;
    private final List<@Nullable List<BigDecimal>> values = new ArrayList<>();
    private final QuantileSketch @Nullable [] sketches;
    private final Imprecision @Nullable [] imprecisions;

    RowTallies(SeriesBlock block, Rollup rollup, int slots) {
        this.block = block;
        this.rollup = rollup;
        this.decimals = block.indicator().decimals();
        counts = new long[slots];
        statuses = new ObservationStatus[slots];
        sums = wants(Aggregate.SUM) || wants(Aggregate.WEIGHTED_SUM) ? new BigDecimal[slots] : null;
        minima = wants(Aggregate.MIN) ? new BigDecimal[slots] : null;
        maxima = wants(Aggregate.MAX) ? new BigDecimal[slots] : null;
        weights = wants(Aggregate.WEIGHTED_SUM) ? new BigDecimal[slots] : null;
        sketches = wants(Aggregate.SKETCH) ? new QuantileSketch[slots] : null;
        imprecisions = block.precisions() == null ? null : new Imprecision[slots];
        if (wants(Aggregate.VALUES)) {
            for (int slot = 0; slot < slots; slot++) {
                values.add(null);
            }
        }
    }

    private boolean wants(Aggregate aggregate) {
        return rollup.aggregates().contains(aggregate);
    }

    private static BigDecimal value(SeriesBlock block, int row) {
        return block.values().isFloatingPoint()
                ? BigDecimal.valueOf(block.values().asDouble(row))
                : BigDecimal.valueOf(
                        block.values().scaled(row), block.indicator().decimals());
    }

    void add(int slot, int row) {
        if (!addStatus(slot, block.status(row))) {
            return;
        }
        BigDecimal value = value(block, row);
        counts[slot]++;
        addTo(sums, slot, value);
        if (minima != null) {
            minima[slot] = minima[slot] == null ? value : minima[slot].min(value);
        }
        if (maxima != null) {
            maxima[slot] = maxima[slot] == null ? value : maxima[slot].max(value);
        }
        if (!values.isEmpty()) {
            List<BigDecimal> of = Objects.requireNonNullElseGet(values.get(slot), ArrayList::new);
            of.add(value);
            values.set(slot, of);
        }
        if (sketches != null) {
            sketches[slot] = Objects.requireNonNullElseGet(sketches[slot], () -> new QuantileSketch(decimals));
            sketches[slot].add(scaled(value));
        }
        addImprecision(slot, row, value);
    }

    /** A row of which both the value and the weight are there. */
    void addWeighted(int slot, int row, SeriesBlock weightBlock, int weightRow) {
        boolean both =
                block.status(row).hasValue() && weightBlock.status(weightRow).hasValue();
        addStatus(slot, block.status(row).worst(weightBlock.status(weightRow)));
        if (both) {
            BigDecimal value = value(block, row);
            BigDecimal weight = value(weightBlock, weightRow);
            counts[slot]++;
            addTo(sums, slot, value.multiply(weight));
            addTo(weights, slot, weight);
            addImprecision(slot, row, value);
        }
    }

    private boolean addStatus(int slot, ObservationStatus status) {
        if (status != ObservationStatus.NORMAL) {
            statuses[slot] = status.worst(Objects.requireNonNullElse(statuses[slot], status));
        }
        return status.hasValue();
    }

    private static void addTo(BigDecimal @Nullable [] sums, int slot, BigDecimal value) {
        if (sums != null) {
            sums[slot] = sums[slot] == null ? value : sums[slot].add(value);
        }
    }

    private long scaled(BigDecimal value) {
        BigInteger unscaled = value.setScale(decimals, RoundingMode.HALF_EVEN).unscaledValue();
        return unscaled.bitLength() < Long.SIZE
                ? unscaled.longValue()
                : unscaled.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private void addImprecision(int slot, int row, BigDecimal value) {
        if (imprecisions == null || block.precisions() == null) {
            return;
        }
        Precision stated = block.precisions().stated(row);
        Precision precision = block.precision(row);
        Range<BigDecimal> bounds = precision.bounds(value);
        Quantity offset = stated == null
                ? Quantity.exactly(BigDecimal.ZERO, RATIO)
                : Quantity.withBounds(BigDecimal.ZERO, RATIO, precision.qualifier(), precision.bounds(BigDecimal.ZERO));
        Imprecision one = new Imprecision(
                stated == null ? 0 : 1,
                offset,
                wants(Aggregate.MIN) ? bounds : null,
                wants(Aggregate.MAX) ? bounds : null);
        imprecisions[slot] = imprecisions[slot] == null ? one : imprecisions[slot].plus(one);
    }

    RollupResult result(ImmutableList<ImmutableList<String>> combinations) {
        RollupResult.Builder result = RollupResult.builder(combinations, counts).statuses(statuses);
        if (sums != null && weights != null) {
            result.weighted(DecimalColumn.ofUnsafe(sums), DecimalColumn.ofUnsafe(weights));
        } else if (sums != null) {
            result.sums(DecimalColumn.ofUnsafe(sums));
        }
        if (minima != null) {
            result.minima(DecimalColumn.ofUnsafe(minima));
        }
        if (maxima != null) {
            result.maxima(DecimalColumn.ofUnsafe(maxima));
        }
        if (!values.isEmpty()) {
            result.values(slot -> Objects.requireNonNullElseGet(values.get(slot), List::<BigDecimal>of)
                    .toArray(BigDecimal[]::new));
        }
        if (sketches != null) {
            result.sketches(sketches);
        }
        if (imprecisions != null) {
            result.imprecisions(imprecisions);
        }
        return result.build();
    }
}
