package org.grassrootskpi.evaluate;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Folds the slots of one aggregate of one group. Used once, by one thread. */
final class SlotFold {
    private final RollupResults results;
    private final AggregateFormula formula;
    private final boolean hasRegion;
    private final boolean isOpen;
    private long count;

    /** The number of expected rows or, if that is unknown, its known lower bound. */
    private long expected;

    private @Nullable TimePeriod last;
    private ObservationStatus status = ObservationStatus.NORMAL;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private @Nullable Range<BigDecimal> minBounds;
    private @Nullable Range<BigDecimal> maxBounds;
    private BigDecimal slack = BigDecimal.ZERO;
    private BigDecimal widest = BigDecimal.ZERO;
    private @Nullable Quantity offset;
    private boolean exactWeights = true;
    private boolean negativeWeights;
    private Qualifier vague = Qualifier.EXACT;
    private final List<QuantileSketch> sketches = new ArrayList<>();
    private final List<ValueCounts> values = new ArrayList<>();

    SlotFold(
            RollupResults results,
            @Nullable PackedSlots packed,
            AggregateFormula formula,
            int region,
            int period,
            int combination) {
        this.results = results;
        this.formula = formula;
        int regionSlot = results.slot(formula.regionAxis(), region);
        hasRegion = regionSlot >= 0;
        if (packed != null && hasRegion) {
            takeIn(packed, regionSlot, period);
        }
        for (int i = 0; packed == null && hasRegion && i < formula.rollups().size(); i++) {
            takeIn(i, regionSlot, period, combination);
        }
        isOpen = formula.isUnobserved() || results.isOpen(formula, combination);
        if (packed != null && isOpen) {
            expected = Math.max(expected, count);
        }
    }

    /** The number of observations. */
    long count() {
        return count;
    }

    /** True if there is any row, even one without a value. */
    boolean hasRow() {
        return count > 0 || status != ObservationStatus.NORMAL;
    }

    private void takeIn(PackedSlots packed, int region, int period) {
        int[] slots = results.slots(packed.periods(), packed.window(), period);
        BigDecimal halfStep = formula.halfSteps().get(0);
        for (int slot = Math.min(slots[1], packed.periods().size() - 1); slot >= Math.max(0, slots[0]); slot--) {
            expected += packed.expected(region, slot);
            int position = packed.position(region, slot);
            long rows = packed.count(position);
            if (rows > 0) {
                count += rows;
                BigDecimal value = packed.value(position);
                if (formula.function() == AggregateFunction.MIN || formula.function() == AggregateFunction.MAX) {
                    addExtreme(value, halfStep, null, formula.function() == AggregateFunction.MIN);
                } else {
                    sum = sum.signum() == 0 ? value : sum.add(value);
                }
            }
        }
        slack = halfStep.signum() == 0 ? slack : halfStep.multiply(BigDecimal.valueOf(count));
        if (!packed.statuses().areNormal()) {
            takeInStatuses(
                    packed.statuses(),
                    region,
                    packed.periods(),
                    results.slots(packed.periods(), formula.window(), period));
        }
    }

    /** Takes the statuses of packed slots into account, those before a window's last included. */
    private void takeInStatuses(WorstStatuses statuses, int region, PeriodGroups periods, int[] slots) {
        int first = Math.max(0, slots[0]);
        int last = Math.min(slots[1], periods.size() - 1);
        status = status.worst(statuses.worst(region * periods.size() + first, region * periods.size() + last));
    }

    private void takeIn(int part, int region, int period, int combination) {
        int number = formula.rollups().get(part);
        Rollup rollup = results.rollup(number);
        SlotColumns result = results.columns(number);
        int known = results.combination(number, combination);
        int[] slots = results.slots(rollup.periods(), formula.window(), period);
        long regions = results.expectedRegions(number, region);
        long due = formula.lastPeriodOnly() ? regions : 0;
        long rows = 0;
        boolean taken = false;
        ObservationStatus worst = ObservationStatus.NORMAL;
        for (int slot = Math.min(slots[1], rollup.periods().size() - 1); slot >= Math.max(0, slots[0]); slot--) {
            due += formula.lastPeriodOnly() ? 0 : regions * rollup.periods().count(slot);
            if (known < 0) {
                continue;
            }
            int at = (known * rollup.regions().size() + region)
                            * rollup.periods().size()
                    + slot;
            worst = worst.worst(result.status(at));
            if (formula.lastPeriodOnly()) {
                if (!taken && result.count(at) > 0) {
                    taken = true;
                    rows = result.count(at) + result.valueless(at);
                    takeLast(
                            part, result, at, TimePeriod.ofCode(rollup.periods().period(slot)));
                }
            } else {
                rows += result.count(at) + result.valueless(at);
                status = status.worst(result.status(at));
                add(part, result, at);
            }
        }
        expected += results.isOpen(number, combination) ? Math.max(due, rows) : due;
        if (formula.lastPeriodOnly() && !taken && last == null) {
            status = status.worst(worst);
        }
    }

    /** Adds slots of the last period only; a later one replaces what was added before. */
    private void takeLast(int part, SlotColumns result, int slot, TimePeriod period) {
        int order = last == null ? 1 : period.lastDay().compareTo(last.lastDay());
        if (order < 0) {
            return;
        }
        if (order > 0) {
            count = 0;
            sum = BigDecimal.ZERO;
            slack = BigDecimal.ZERO;
            offset = null;
            status = ObservationStatus.NORMAL;
            last = period;
        }
        status = status.worst(result.status(slot));
        add(part, result, slot);
    }

    private void add(int part, SlotColumns result, int slot) {
        long rows = result.count(slot);
        if (rows == 0) {
            return;
        }
        count += rows;
        BigDecimal halfStep = formula.halfSteps().get(part);
        SlotUncertainty imprecision = result.uncertainty(slot);
        switch (formula.function()) {
            case SUM, MEAN -> sum = sum.add(result.sum(slot));
            case WEIGHTED_MEAN -> {
                sum = sum.add(result.product(slot));
                weight = weight.add(result.other(slot));
                SlotUncertainty ofWeights = result.otherUncertainty(slot);
                exactWeights &= ofWeights == null;
                negativeWeights |= result.hasNegativeWeight(slot);
                if (ofWeights != null && ofWeights.offset().qualifier() != Qualifier.EXACT) {
                    vague = Qualifier.ABOUT;
                }
                addExtreme(result.min(slot), halfStep, imprecision == null ? null : imprecision.min(), true);
                addExtreme(result.max(slot), halfStep, imprecision == null ? null : imprecision.max(), false);
            }
            case MIN, MAX -> addExtremes(result, slot, halfStep, imprecision);
            case QUANTILE -> {
                values.add(result.values(slot));
                widest = widest.max(halfStep);
            }
            case QUANTILE_SKETCH -> {
                QuantileSketch sketch = result.sketch(slot);
                if (sketch != null) {
                    sketches.add(sketch);
                }
            }
            case COUNT -> {}
        }
        long plain = rows;
        if (imprecision != null) {
            plain -= imprecision.rows();
            offset = offset == null ? imprecision.offset() : offset.plus(imprecision.offset());
        }
        slack = slack.add(halfStep.multiply(BigDecimal.valueOf(plain)));
    }

    private void addExtremes(SlotColumns result, int slot, BigDecimal halfStep, @Nullable SlotUncertainty imprecision) {
        if (formula.function() == AggregateFunction.MIN) {
            addExtreme(result.min(slot), halfStep, imprecision == null ? null : imprecision.min(), true);
        } else {
            addExtreme(result.max(slot), halfStep, imprecision == null ? null : imprecision.max(), false);
        }
    }

    private void addExtreme(BigDecimal value, BigDecimal halfStep, @Nullable Range<BigDecimal> stated, boolean least) {
        Range<BigDecimal> bounds = stated == null ? around(value, halfStep) : stated;
        if (least) {
            min = min == null ? value : min.min(value);
            minBounds = SlotUncertainty.least(minBounds, bounds);
        } else {
            max = max == null ? value : max.max(value);
            maxBounds = SlotUncertainty.greatest(maxBounds, bounds);
        }
    }

    private static Range<BigDecimal> around(BigDecimal value, BigDecimal halfStep) {
        return Range.closed(value.subtract(halfStep), value.add(halfStep));
    }

    /** Returns the cell, by the query's policy on missing observations. */
    Cell cell() {
        if (formula.function() == AggregateFunction.COUNT && hasRegion) {
            return finish(Cell.builder(BigDecimal.valueOf(count), formula.unit()));
        }
        if (count == 0) {
            return finish(Cell.builder(Absence.NO_OBSERVATION, formula.unit()));
        }
        if (!isOpen && !results.policy().accepts(count, expected)) {
            return finish(Cell.builder(Absence.INCOMPLETE, formula.unit()));
        }
        return finish(value());
    }

    private CellBuilder value() {
        Unit unit = formula.unit();
        return switch (formula.function()) {
            case SUM, COUNT -> CellMath.mean(sum, BigDecimal.ONE, slack, offset, unit);
            case MEAN -> CellMath.mean(sum, BigDecimal.valueOf(count), slack, offset, unit);
            case WEIGHTED_MEAN -> weight.signum() == 0 ? Cell.builder(Absence.ZERO_DENOMINATOR, unit) : weightedMean();
            case MIN -> within(Cell.builder(present(min), unit), minBounds);
            case MAX -> within(Cell.builder(present(max), unit), maxBounds);
            case QUANTILE -> quantile(ValueCounts.quantile(values, formula.probability()));
            case QUANTILE_SKETCH -> {
                BigDecimal quantile =
                        QuantileSketch.quantile(sketches, formula.probability()).orElseThrow();
                yield Cell.builder(quantile, unit).precision(Qualifier.ABOUT, Range.all());
            }
        };
    }

    private static BigDecimal present(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /**
     * Bounds a weighted mean. With exact weights that are not negative, it is off by no more than its values; a single value is the
     * mean, whatever its weight. With vague weights that are not negative, it lies between the least and the greatest possible value;
     * with weights that may be negative, it is unbounded.
     */
    private CellBuilder weightedMean() {
        CellBuilder cell = CellMath.rounded(sum, weight, formula.unit());
        Range<BigDecimal> rounding = CellMath.quotient(sum, weight);
        Quantity stated = offset;
        if (count == 1 && stated != null) {
            return CellMath.within(
                    cell,
                    stated.qualifier(),
                    rounding,
                    () -> Quantity.ofExact(sum.divide(weight), Unit.RATIO).plus(stated));
        }
        BigDecimal halfStep = formula.halfSteps().get(0);
        if (count == 1
                || (stated == null
                        && exactWeights
                        && !negativeWeights
                        && formula.halfSteps().get(1).signum() == 0)) {
            return cell.precision(
                    Qualifier.EXACT,
                    Range.closed(
                            rounding.lowerEndpoint().subtract(halfStep),
                            rounding.upperEndpoint().add(halfStep)));
        }
        boolean plain = stated == null || stated.qualifier() == Qualifier.EXACT;
        return cell.precision(
                plain ? vague : Qualifier.ABOUT,
                negativeWeights ? Range.all() : CellMath.widened(amongValues(), rounding));
    }

    /** Returns the range from the least to the greatest possible value. */
    private Range<BigDecimal> amongValues() {
        Range<BigDecimal> lowest = Objects.requireNonNull(minBounds);
        Range<BigDecimal> highest = Objects.requireNonNull(maxBounds);
        return SlotUncertainty.between(
                lowest.hasLowerBound() ? lowest.lowerEndpoint() : null,
                highest.hasUpperBound() ? highest.upperEndpoint() : null);
    }

    private CellBuilder within(CellBuilder cell, @Nullable Range<BigDecimal> bounds) {
        if (bounds == null) {
            return cell;
        }
        return cell.precision(offset == null ? Qualifier.EXACT : offset.qualifier(), bounds);
    }

    /**
     * Bounds a quantile. If each figure is off by at most half a step, the k-th in order is off by no more. If one of them has an
     * explicit precision, the bounds are not computed; the result is only marked as uncertain.
     */
    private CellBuilder quantile(BigDecimal value) {
        CellBuilder cell = Cell.builder(value, formula.unit());
        boolean rounded = offset == null && widest.signum() > 0;
        return rounded ? cell.precision(Qualifier.EXACT, around(value, widest)) : open(cell);
    }

    /** Marks the result as uncertain, without bounds. */
    private CellBuilder open(CellBuilder cell) {
        return offset == null && slack.signum() == 0 ? cell : cell.precision(Qualifier.ABOUT, Range.all());
    }

    private Cell finish(CellBuilder cell) {
        return (isOpen ? cell.contributorsAtLeast(count, expected) : cell.contributors(count, expected))
                .status(status)
                .asOf(Optional.ofNullable(last))
                .build();
    }
}
