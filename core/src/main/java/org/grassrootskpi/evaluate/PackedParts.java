package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotPositions;
import org.jspecify.annotations.Nullable;

/** The roll-ups that an aggregate combines, and what they have in common, which is found out in one pass over them. */
final class PackedParts {
    /** The greatest power of ten that fits a long. */
    private static final int MOST_DIGITS = 18;

    private final AggregateFormula aggregate;
    private final RollupResults results;
    private final ImmutableList<SlotColumns> columns;
    private final int combinations;
    private final int threads;
    private final boolean areInOrder;
    private final boolean haveSameSlots;
    private final boolean arePlain;
    private final boolean areExact;
    private final boolean haveValues;
    private final boolean areLongs;
    private final int scale;

    /** Columns of a roll-up or of several: counts are null for one row each, values where none are gathered. */
    static final class Columns {
        final SlotPositions positions;
        final long @Nullable [] counts;
        final @Nullable DecimalColumn values;

        Columns(SlotPositions positions, long @Nullable [] counts, @Nullable DecimalColumn values) {
            this.positions = positions;
            this.counts = counts;
            this.values = values;
        }
    }

    /**
     * Reads the roll-ups of an aggregate.
     *
     * @param threads how many threads combine them
     */
    PackedParts(AggregateFormula aggregate, RollupResults results, int threads) {
        this.aggregate = aggregate;
        this.results = results;
        this.combinations = results.combinations().size();
        this.threads = threads;
        int number = aggregate.rollups().size();
        ImmutableList.Builder<SlotColumns> all = ImmutableList.builderWithExpectedSize(number);
        boolean inOrder = true;
        boolean sameSlots = true;
        boolean plain = combinations == 1;
        boolean exact = areAlike(aggregate.halfSteps());
        boolean valued = true;
        boolean unscaled = true;
        int finest = 0;
        int coarsest = Integer.MAX_VALUE;
        int scaleOfRows = -1;
        Rollup first = results.rollup(aggregate.rollups().get(0));
        for (int part = 0; part < number; part++) {
            int rollup = aggregate.rollups().get(part);
            SlotColumns column = results.columns(rollup);
            all.add(column);
            inOrder &= isInOrder(rollup, column);
            sameSlots &= column.rollup().regions().size() == first.regions().size()
                    && column.rollup().periods().equals(first.periods());
            plain &= column.hasPlainCounts()
                    && (number == 1 || column.rollup().combinations().isSingle());
            DecimalColumn values = values(column);
            int ownScale = values == null ? 0 : scale(values);
            boolean hasRows = column.positions().size() > 0;
            exact &= !column.hasUncertainties() && (!hasRows || scaleOfRows < 0 || ownScale == scaleOfRows);
            scaleOfRows = hasRows ? ownScale : scaleOfRows;
            valued &= values != null || !hasRows;
            unscaled &= !hasRows || (values != null && values.isUnscaled());
            finest = Math.max(finest, ownScale);
            coarsest = values == null ? coarsest : Math.min(coarsest, ownScale);
        }
        columns = all.build();
        areInOrder = inOrder;
        haveSameSlots = sameSlots;
        arePlain = plain;
        areExact = exact;
        haveValues = valued && (areSummed() || isExtreme());
        areLongs = haveValues && unscaled && finest - coarsest <= MOST_DIGITS;
        scale = finest;
    }

    private static boolean areAlike(ImmutableList<BigDecimal> halfSteps) {
        BigDecimal first = halfSteps.get(0);
        for (BigDecimal other : halfSteps) {
            if (other.compareTo(first) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many roll-ups there are. */
    int number() {
        return columns.size();
    }

    ImmutableList<SlotColumns> results() {
        return columns;
    }

    SlotColumns column(int part) {
        return columns.get(part);
    }

    private Rollup rollup(int part) {
        return columns.get(part).rollup();
    }

    private int regions() {
        return rollup(0).regions().size();
    }

    /** Returns whether all have the same slots of regions and periods, and an int counts those of the query. */
    boolean haveSameSlots() {
        PeriodGroups periods = rollup(0).periods();
        return haveSameSlots && (long) combinations * regions() * periods.size() <= Integer.MAX_VALUE;
    }

    /** Returns whether rows are not kept apart by extra dimensions, nor, if there are several, combined over their members. */
    boolean arePlain() {
        return arePlain;
    }

    /** Returns whether all rows are as precise as their indicator, and all indicators have the same decimals. */
    boolean areExact() {
        return areExact;
    }

    /** Returns whether each roll-up that has rows has values to be added, or of which the least or the greatest is kept. */
    boolean haveValues() {
        return haveValues;
    }

    /** Returns whether all values are longs that can be brought to the greatest scale. */
    boolean areLongs() {
        return areLongs;
    }

    /** Returns the greatest number of decimals. */
    int scale() {
        return scale;
    }

    static int scale(DecimalColumn values) {
        return values.isUnscaled() ? values.scale() : 0;
    }

    /** Returns whether the groups of all roll-ups are the combinations of the query. */
    boolean areInOrder() {
        return areInOrder;
    }

    /** Returns for each region slot how many regions of the sources' levels are in it. */
    long[] expectedRegions() {
        ImmutableList<Integer> rollups = aggregate.rollups();
        long[] first = results.expectedRegions(rollups.get(0));
        if (rollups.size() == 1) {
            return first;
        }
        long[] sum = new long[first.length];
        for (int part = 0, next; part < rollups.size(); part = next) {
            // Roll-ups of one level and the same regions share theirs.
            long[] one = results.expectedRegions(rollups.get(part));
            next = part + 1;
            while (next < rollups.size() && results.expectedRegions(rollups.get(next)) == one) {
                next++;
            }
            for (int region = 0; region < sum.length; region++) {
                sum[region] += one[region] * (next - part);
            }
        }
        return sum;
    }

    @Nullable DecimalColumn values(SlotColumns part) {
        return switch (aggregate.function()) {
            case SUM, MEAN -> part.sums();
            case MIN -> part.minima();
            case MAX -> part.maxima();
            default -> null;
        };
    }

    private boolean isExtreme() {
        return aggregate.function() == AggregateFunction.MIN || aggregate.function() == AggregateFunction.MAX;
    }

    /** Returns whether values are added. */
    boolean areSummed() {
        return aggregate.function() == AggregateFunction.SUM || aggregate.function() == AggregateFunction.MEAN;
    }

    /**
     * Combines the columns.
     *
     * @param known the counts if they are known already
     */
    Columns combined(long @Nullable [] known) {
        SlotColumns first = columns.get(0);
        return columns.size() == 1 && areInOrder
                ? new Columns(first.positions(), first.countsUnsafe(), values(first))
                : new SlotCombiner(this, aggregate.function(), threads).combined(known);
    }

    /** Returns the number of slots of the query. */
    int size() {
        return combinations * regions() * rollup(0).periods().size();
    }

    /** Returns the values of the roll-ups in a slot of the query, of those that have any. */
    List<ValueCounts> valuesOf(int slot) {
        int perCombination = regions() * rollup(0).periods().size();
        int combination = slot / perCombination;
        List<ValueCounts> values = new ArrayList<>(columns.size());
        for (int part = 0; part < columns.size(); part++) {
            int own = results.combination(aggregate.rollups().get(part), combination);
            ValueCounts ofPart = own < 0
                    ? ValueCounts.none()
                    : columns.get(part).values((own - combination) * perCombination + slot);
            if (ofPart.size() > 0) {
                values.add(ofPart);
            }
        }
        return values;
    }

    /** Returns whether the groups of a roll-up are the combinations of the query. */
    private boolean isInOrder(int rollup, SlotColumns column) {
        if (column.rollup().combinations().groups().size() != combinations) {
            return false;
        }
        for (int combination = 0; combination < combinations; combination++) {
            if (results.combination(rollup, combination) != combination) {
                return false;
            }
        }
        return true;
    }

    /** Adds positions of a part to slots of the query. */
    @FunctionalInterface
    interface Adder {
        void add(SlotColumns part, int position, int slot);
    }

    /** Passes on each position of a part that has a row, with its slot of the query, of a range of slots. */
    void forEach(int part, int fromSlot, int toSlot, Adder adder) {
        SlotColumns column = columns.get(part);
        int perCombination = regions() * rollup(0).periods().size();
        if (areInOrder) {
            int end = column.positions().from(toSlot);
            for (int position = column.positions().from(fromSlot); position < end; position++) {
                if (column.countAt(position) > 0) {
                    adder.add(column, position, column.positions().slot(position));
                }
            }
            return;
        }
        for (int combination = 0; combination < combinations; combination++) {
            int own = results.combination(aggregate.rollups().get(part), combination);
            int from = own < 0 ? 0 : column.positions().from(own * perCombination);
            int to = own < 0 ? 0 : column.positions().from((own + 1) * perCombination);
            for (int position = from; position < to; position++) {
                if (column.countAt(position) > 0) {
                    int slot = column.positions().slot(position) - own * perCombination;
                    adder.add(column, position, combination * perCombination + slot);
                }
            }
        }
    }

    /** Returns whether a part has a count for each slot of the query. */
    boolean isDense(int part) {
        return columns.get(part).positions().hasAll() && columns.get(part).countsUnsafe() != null && areInOrder;
    }
}
