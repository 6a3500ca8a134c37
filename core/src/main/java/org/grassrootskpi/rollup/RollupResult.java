package org.grassrootskpi.rollup;

import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.model.ObservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link Rollup}: for each slot the number of rows with a value, the worst status, and the requested
 * aggregates.
 *
 * <p>Slots are numbered {@code (c * R + r) * P + p}: group c of the roll-up's {@linkplain Rollup#combinations combinations of extra
 * dimensions}, region slot r of R, period slot p of P. Most of them may be empty; a result holds those that have a row. What is
 * asked of an empty slot, or was not asked for by the roll-up, is zero or null.
 *
 * <pre>{@code
 * RollupResult.Builder result = RollupResult.builder(rollup);
 * result.slot(region, period, List.of()).count(3).sum(new BigDecimal("12.50"));
 * result.slot(region, period, List.of()).count(1).sum(BigDecimal.ONE).status(ObservationStatus.PROVISIONAL);
 * RollupResult both = result.build().merge(another);
 * }</pre>
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface RollupResult {
    /**
     * Starts a result without rows, to which slots are added in any order.
     *
     * @param rollup what the result answers
     * @return a builder
     */
    static Builder builder(Rollup rollup) {
        return new Builder(rollup);
    }

    /** {@return the roll-up that this answers} */
    Rollup rollup();

    /** {@return the numbers of the slots that have a row, ascending; a new array} */
    int[] slots();

    /**
     * {@return how many rows with a value a slot has; of a weighted or paired roll-up those with a weight or counterpart}
     *
     * @param slot its number
     */
    long count(int slot);

    /**
     * {@return how many rows without a value a slot has}
     *
     * @param slot its number
     */
    long valueless(int slot);

    /**
     * {@return the worst status of the rows of a slot, those without a value included}
     *
     * @param slot its number
     */
    ObservationStatus status(int slot);

    /**
     * {@return whether a row of a slot has the status {@link ObservationStatus#BREAK}, which a worse one may hide}
     *
     * @param slot its number
     */
    boolean hasBreak(int slot);

    /**
     * {@return the exact sum; for {@link Aggregate#SUM} and {@link Aggregate#PAIRED_SUM}}
     *
     * @param slot its number
     */
    BigDecimal sum(int slot);

    /**
     * {@return the least value; for {@link Aggregate#MIN} and {@link Aggregate#WEIGHTED_SUM}}
     *
     * @param slot its number
     */
    BigDecimal min(int slot);

    /**
     * {@return the greatest value; for {@link Aggregate#MAX} and {@link Aggregate#WEIGHTED_SUM}}
     *
     * @param slot its number
     */
    BigDecimal max(int slot);

    /**
     * {@return the exact sum of values times weights; for {@link Aggregate#WEIGHTED_SUM}}
     *
     * @param slot its number
     */
    BigDecimal product(int slot);

    /**
     * {@return the exact sum of the weights, or of the counterparts; for {@link Aggregate#WEIGHTED_SUM} and {@link
     * Aggregate#PAIRED_SUM}}
     *
     * @param slot its number
     */
    BigDecimal other(int slot);

    /**
     * {@return whether a weight of a slot is or may be below zero, so that the mean may lie outside of the values}
     *
     * @param slot its number
     */
    boolean hasNegativeWeight(int slot);

    /**
     * {@return all values of a slot; for {@link Aggregate#VALUES}}
     *
     * @param slot its number
     */
    ValueCounts values(int slot);

    /**
     * {@return the values of a slot in buckets; for {@link Aggregate#SKETCH}; null for an empty slot}
     *
     * @param slot its number
     */
    @Nullable QuantileSketch sketch(int slot);

    /**
     * {@return the uncertainty of a slot; null if none of its rows has an explicit precision}
     *
     * @param slot its number
     */
    @Nullable SlotUncertainty uncertainty(int slot);

    /**
     * {@return the uncertainty of the weights or counterparts of a slot; null if none of them has an explicit precision}
     *
     * @param slot its number
     */
    @Nullable SlotUncertainty otherUncertainty(int slot);

    /**
     * {@return the result over the rows of both; associative and commutative}
     *
     * @param other a result of the same roll-up over other rows
     * @throws IllegalArgumentException if it is of another roll-up
     */
    default RollupResult merge(RollupResult other) {
        return builder(rollup()).add(this).add(other).build();
    }

    /** Builds a result slot by slot; repeated additions to one slot are combined. Not thread-safe. */
    final class Builder {
        private final SlotStates states;

        private Builder(Rollup rollup) {
            states = new SlotStates(rollup);
        }

        /**
         * {@return a slot, to add rows to whose precision is that of their indicator}
         *
         * @param region the slot of the region, from {@link Rollup#slotByRegion}
         * @param period the slot of the period, from {@link PeriodGroups#slotByPeriod}
         * @param members the members of the group, one of {@link CombinationGroups#groups}; empty where there are none
         * @throws IllegalArgumentException if the roll-up has no such slot
         */
        public SlotRows slot(int region, int period, List<String> members) {
            return states.rows(states.number(region, period, members));
        }

        /**
         * {@return a slot, to add rows to whose precision is that of their indicator}
         *
         * @param number its number
         * @throws IllegalArgumentException if the roll-up has no such slot
         */
        public SlotRows slot(int number) {
            return states.rows(number);
        }

        /**
         * {@return this, with all rows of a result}
         *
         * @param result one of the same roll-up
         * @throws IllegalArgumentException if it is of another roll-up
         */
        public Builder add(RollupResult result) {
            states.add(result);
            return this;
        }

        /** {@return the result; the builder may be used further without changing it} */
        public RollupResult build() {
            return states.build();
        }
    }
}
