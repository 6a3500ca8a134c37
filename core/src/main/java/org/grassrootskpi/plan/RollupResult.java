package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.function.IntFunction;
import org.grassrootskpi.model.ObservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a rollup has gathered: for each slot the number of rows with a value, their worst status, and the aggregates asked for.
 *
 * <p>Slots are numbered {@code (c * R + r) * P + p}: group {@code c} of the {@linkplain Rollup#combinations
 * combinations of extra dimensions}, region {@code r} of R, period {@code p} of P. An engine fills a {@link Builder}; arrays are not copied and must
 * not be written to afterwards. Then immutable.
 */
public final class RollupResult {
    private final ImmutableList<ImmutableList<String>> combinations;
    private final SlotIndex index;
    private final long @Nullable [] counts;
    private final ObservationStatus @Nullable [] statuses;
    private final long @Nullable [] valueless;
    private final @Nullable DecimalColumn sums;
    private final @Nullable DecimalColumn minima;
    private final @Nullable DecimalColumn maxima;
    private final @Nullable DecimalColumn products;
    private final @Nullable DecimalColumn weights;
    private final boolean @Nullable [] negativeWeights;
    private final @Nullable DecimalColumn others;
    private final @Nullable BitSet breaks;
    private final @Nullable IntFunction<BigDecimal[]> values;
    private final QuantileSketch @Nullable [] sketches;
    private final Imprecision @Nullable [] imprecisions;
    private final Imprecision @Nullable [] otherImprecisions;

    private RollupResult(Builder builder) {
        combinations = builder.combinations;
        index = builder.index;
        counts = builder.counts;
        statuses = builder.statuses;
        valueless = builder.valueless;
        sums = builder.sums;
        minima = builder.minima;
        maxima = builder.maxima;
        products = builder.products;
        weights = builder.weights;
        negativeWeights = builder.negativeWeights;
        others = builder.others;
        breaks = builder.breaks;
        values = builder.values;
        sketches = builder.sketches;
        imprecisions = builder.imprecisions;
        otherImprecisions = builder.otherImprecisions;
    }

    /**
     * Starts a result.
     *
     * @param combinations the {@linkplain CombinationGroups#groups() groups} that occur, each once; a single empty one where
     *     the query keeps no members apart
     * @param counts for each slot the number of rows with a value
     * @return a builder
     */
    public static Builder builder(ImmutableList<ImmutableList<String>> combinations, long[] counts) {
        return new Builder(combinations, SlotIndex.all(counts.length), counts);
    }

    /**
     * Starts a result in which every slot with a row has exactly one, with a value and nothing said of it.
     *
     * @param index the slots that have a row; columns have an element for each of its places
     * @return a builder of a result without extra dimensions
     */
    public static Builder builder(SlotIndex index) {
        return new Builder(ImmutableList.of(ImmutableList.of()), index, null);
    }

    SlotIndex index() {
        return index;
    }

    /** Whether nothing was said of any row: no status, no imprecision, no extra dimension. */
    boolean isPlain() {
        return statuses == null && imprecisions == null && combinations.size() == 1;
    }

    /** The count at each place; null for one at each. */
    long @Nullable [] counts() {
        return counts;
    }

    ImmutableList<ImmutableList<String>> combinations() {
        return combinations;
    }

    @Nullable DecimalColumn column(Formula.Function function) {
        return switch (function) {
            case SUM, MEAN -> sums;
            case MIN -> minima;
            case MAX -> maxima;
            default -> null;
        };
    }

    long count(int slot) {
        int place = index.place(slot);
        return place == index.places() ? 0 : counts == null ? 1 : counts[place];
    }

    ObservationStatus status(int slot) {
        return statuses == null || statuses[slot] == null ? ObservationStatus.NORMAL : statuses[slot];
    }

    /** How many rows have no value. */
    long valueless(int slot) {
        return valueless == null ? 0 : valueless[slot];
    }

    BigDecimal sum(int slot) {
        return sums == null ? BigDecimal.ZERO : sums.get(index.place(slot));
    }

    BigDecimal min(int slot) {
        return minima == null ? BigDecimal.ZERO : minima.get(index.place(slot));
    }

    BigDecimal max(int slot) {
        return maxima == null ? BigDecimal.ZERO : maxima.get(index.place(slot));
    }

    BigDecimal product(int slot) {
        return products == null ? BigDecimal.ZERO : products.get(index.place(slot));
    }

    BigDecimal weight(int slot) {
        return weights == null ? BigDecimal.ZERO : weights.get(index.place(slot));
    }

    /** Whether a weight of the slot is or may be below zero, so that the mean may lie outside of the values. */
    boolean hasNegativeWeight(int slot) {
        return negativeWeights != null && negativeWeights[slot];
    }

    /** The sum of the counterparts. */
    BigDecimal other(int slot) {
        return others == null ? BigDecimal.ZERO : others.get(index.place(slot));
    }

    boolean hasBreak(int slot) {
        return breaks != null && breaks.get(slot);
    }

    boolean hasBreaks() {
        return breaks != null && !breaks.isEmpty();
    }

    BigDecimal[] values(int slot) {
        return values == null ? new BigDecimal[0] : values.apply(slot);
    }

    @Nullable QuantileSketch sketch(int slot) {
        return sketches == null ? null : sketches[slot];
    }

    @Nullable Imprecision imprecision(int slot) {
        return imprecisions == null ? null : imprecisions[slot];
    }

    @Nullable Imprecision otherImprecision(int slot) {
        return otherImprecisions == null ? null : otherImprecisions[slot];
    }

    /** Gathers the columns of a {@link RollupResult}; only those asked for by the rollup are needed. */
    public static final class Builder {
        private final ImmutableList<ImmutableList<String>> combinations;
        private final SlotIndex index;
        private final long @Nullable [] counts;
        private ObservationStatus @Nullable [] statuses;
        private long @Nullable [] valueless;
        private @Nullable DecimalColumn sums;
        private @Nullable DecimalColumn minima;
        private @Nullable DecimalColumn maxima;
        private @Nullable DecimalColumn products;
        private @Nullable DecimalColumn weights;
        private boolean @Nullable [] negativeWeights;
        private @Nullable DecimalColumn others;
        private @Nullable BitSet breaks;
        private @Nullable IntFunction<BigDecimal[]> values;
        private QuantileSketch @Nullable [] sketches;
        private Imprecision @Nullable [] imprecisions;
        private Imprecision @Nullable [] otherImprecisions;

        private Builder(ImmutableList<ImmutableList<String>> combinations, SlotIndex index, long @Nullable [] counts) {
            this.combinations = combinations;
            this.index = index;
            this.counts = counts;
        }

        /**
         * {@return this, with the worst status of the rows of each slot, those without a value included}
         *
         * @param ofSlots for each slot; an element may be null where all is {@link ObservationStatus#NORMAL}
         */
        public Builder statuses(ObservationStatus[] ofSlots) {
            statuses = ofSlots;
            return this;
        }

        /**
         * {@return this, with the number of rows without a value}
         *
         * <p>Needed where {@link Rollup#combinations} are not single, since there nothing else says how many rows there
         * should be; and only if some row has no value.
         *
         * @param ofSlots for each slot
         */
        public Builder valueless(long[] ofSlots) {
            valueless = ofSlots;
            return this;
        }

        /**
         * {@return this, with the sums}
         *
         * @param column a sum for each slot, zero where a slot has no row
         */
        public Builder sums(DecimalColumn column) {
            sums = column;
            return this;
        }

        /**
         * {@return this, with the least values}
         *
         * @param column a value for each slot
         */
        public Builder minima(DecimalColumn column) {
            minima = column;
            return this;
        }

        /**
         * {@return this, with the greatest values}
         *
         * @param column a value for each slot
         */
        public Builder maxima(DecimalColumn column) {
            maxima = column;
            return this;
        }

        /**
         * {@return this, with the sums for weighted means, which need the least and the greatest values too; all of them, and the
         * counts, are then of the rows that have a weight}
         *
         * @param valueTimesWeight the sum of the products for each slot
         * @param weight the sum of the weights for each slot
         * @param negative for each slot whether one of its weights is or may be below zero
         */
        public Builder weighted(DecimalColumn valueTimesWeight, DecimalColumn weight, boolean[] negative) {
            products = valueTimesWeight;
            weights = weight;
            negativeWeights = negative;
            return this;
        }

        /**
         * {@return this, with the sums of pairs; the counts are then those of the rows that have a counterpart}
         *
         * @param ofValues the sum of the values for each slot
         * @param ofCounterparts the sum of their counterparts for each slot
         */
        public Builder paired(DecimalColumn ofValues, DecimalColumn ofCounterparts) {
            sums = ofValues;
            others = ofCounterparts;
            return this;
        }

        /**
         * {@return this, with the slots that have a row of status {@link ObservationStatus#BREAK}, which a worse status of another
         * row hides from {@link #statuses}}
         *
         * @param slots their numbers
         */
        public Builder breaks(BitSet slots) {
            breaks = slots;
            return this;
        }

        /**
         * {@return this, with all values of each slot}
         *
         * @param ofSlot the values of a slot in any order, not empty where the slot has a row; a new array at each call
         */
        public Builder values(IntFunction<BigDecimal[]> ofSlot) {
            values = ofSlot;
            return this;
        }

        /**
         * {@return this, with the sketches}
         *
         * @param ofSlots a sketch for each slot; an element may be null where the slot has no row
         */
        public Builder sketches(QuantileSketch[] ofSlots) {
            sketches = ofSlots;
            return this;
        }

        /**
         * {@return this, with what the figures leave open}
         *
         * @param ofSlots for each slot, null where nothing was said of any row
         */
        public Builder imprecisions(Imprecision[] ofSlots) {
            imprecisions = ofSlots;
            return this;
        }

        /**
         * {@return this, with what the counterparts or weights leave open}
         *
         * @param ofSlots for each slot, null where nothing was said of any row
         */
        public Builder otherImprecisions(Imprecision[] ofSlots) {
            otherImprecisions = ofSlots;
            return this;
        }

        /** {@return the result} */
        public RollupResult build() {
            return new RollupResult(this);
        }
    }
}
