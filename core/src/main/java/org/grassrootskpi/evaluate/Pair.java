package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.evaluate.Formula.Function;
import org.grassrootskpi.evaluate.Formula.Leaf;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * How the observations of two totals find each other: a numerator and a denominator of the same region and period, or a value and
 * the one of the same region an earlier period. Where both totals are complete they are what they are; where one lacks an
 * observation, both are taken from the pairs alone.
 *
 * @param one the total whose periods are those of the group
 * @param other the total of the counterparts; the same for a comparison over time
 * @param rollups the numbers of the paired rollups, one for each indicator that is put together
 */
public record Pair(Leaf one, Leaf other, ImmutableList<Integer> rollups) {
    /** Two cells that can be compared. */
    record Cells(Cell one, Cell other) {}

    /** Whether the totals of some group may lack an observation that the other has; if not, nothing has to be paired. */
    boolean isNeeded(Evaluation evaluation) {
        return !(isWhole(one, evaluation) && isWhole(other, evaluation));
    }

    /** Whether each group of an aggregate has either all observations or none. */
    private static boolean isWhole(Leaf leaf, Evaluation evaluation) {
        Rollup first = evaluation.rollup(leaf.rollups().get(0));
        boolean emptyAllowed = leaf.window().kind() == Window.Kind.PERIOD && isOfOneSlot(leaf, evaluation);
        for (int number : leaf.rollups()) {
            Rollup rollup = evaluation.rollup(number);
            boolean alike = rollup.combinations().groups().size() == 1
                    && rollup.combinations().isSingle()
                    && rollup.periods().equals(first.periods());
            if (!alike) {
                return false;
            }
        }
        int periods = first.periods().size();
        for (int region = 0; region < first.regions().size(); region++) {
            for (int period = 0; period < periods; period++) {
                long rows = 0;
                long expected = 0;
                for (int number : leaf.rollups()) {
                    rows += evaluation.result(number).count(region * periods + period);
                    expected += evaluation.expectedRegions(number, region)
                            * (leaf.lastOnly() ? 1 : first.periods().count(period));
                }
                if (rows != expected && !(emptyAllowed && rows == 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOfOneSlot(Leaf leaf, Evaluation evaluation) {
        return leaf.lastOnly()
                || evaluation.rollup(leaf.rollups().get(0)).periods().groups().isEmpty()
                || evaluation.hasSlotsOfGroups(
                        evaluation.rollup(leaf.rollups().get(0)).periods());
    }

    /** The cells of a group that can be compared, by the totals of all its observations. */
    Cells of(Evaluation evaluation, int region, int period, int combination, Cell ofAll, Cell otherOfAll) {
        if (!isObserved(ofAll) || !isObserved(otherOfAll) || (isComplete(ofAll) && isComplete(otherOfAll))) {
            return new Cells(ofAll, otherOfAll);
        }
        Sums sums = new Sums();
        int regionSlot = evaluation.slot(one.scope(), region);
        for (int part = 0; part < rollups.size(); part++) {
            sums.add(evaluation, part, regionSlot, period, combination, ofAll.asOf());
        }
        long unpaired = ofAll.present() + otherOfAll.present() - 2 * sums.count;
        if (sums.count == 0) {
            Cell none = like(Cell.builder(Absence.UNPAIRED, ofAll.unit()), ofAll, 0, unpaired);
            return new Cells(none, none);
        }
        boolean tooFew = !ofAll.hasValue()
                || !otherOfAll.hasValue()
                || (ofAll.expected().isPresent()
                        && !evaluation
                                .policy()
                                .accepts(sums.count, ofAll.expected().getAsLong()));
        if (tooFew) {
            Cell incomplete = like(Cell.builder(Absence.INCOMPLETE, ofAll.unit()), ofAll, sums.count, unpaired);
            return new Cells(incomplete, incomplete);
        }
        return new Cells(
                like(sums.cell(one, sums.first, sums.slack, sums.offset), ofAll, sums.count, unpaired),
                like(
                        sums.cell(other, sums.second, sums.otherSlack, sums.otherOffset),
                        otherOfAll,
                        sums.count,
                        unpaired));
    }

    /** Whether there is a total, or one that is only less complete than the query demands: its pairs are counted all the same. */
    static boolean isObserved(Cell cell) {
        return cell.hasValue() || cell.absence().equals(Optional.of(Absence.INCOMPLETE));
    }

    static boolean isComplete(Cell cell) {
        return cell.expected().isPresent() && cell.expected().getAsLong() == cell.present();
    }

    /** Whether one of two cells is known to lack an observation. */
    static boolean isIncomplete(Cell one, Cell other) {
        return (one.expected().isPresent() && !isComplete(one))
                || (other.expected().isPresent() && !isComplete(other));
    }

    private static Cell like(Cell.Builder cell, Cell ofAll, long pairs, long unpaired) {
        Cell.Builder of = ofAll.expected().isPresent()
                ? cell.contributors(pairs, ofAll.expected().getAsLong())
                : cell.contributorsAtLeast(pairs, ofAll.expectedAtLeast());
        return of.status(ofAll.status()).asOf(ofAll.asOf()).unpaired(unpaired).build();
    }

    /** What the pairs of one group add up to. */
    private final class Sums {
        private long count;
        private BigDecimal first = BigDecimal.ZERO;
        private BigDecimal second = BigDecimal.ZERO;
        private BigDecimal slack = BigDecimal.ZERO;
        private BigDecimal otherSlack = BigDecimal.ZERO;
        private @Nullable Quantity offset;
        private @Nullable Quantity otherOffset;

        void add(
                Evaluation evaluation,
                int part,
                int regionSlot,
                int group,
                int combination,
                Optional<TimePeriod> asOf) {
            Evaluation.Paired found = evaluation.paired(rollups.get(part));
            PeriodGroups periods = found.rollup().periods();
            int known = found.combination(combination);
            if (regionSlot < 0 || known < 0) {
                return;
            }
            int[] slots = asOf.map(moment -> slotOf(periods, moment))
                    .orElseGet(() -> evaluation.slots(periods, one.window(), group));
            for (int slot = Math.max(0, slots[0]); slot <= Math.min(slots[1], periods.size() - 1); slot++) {
                add(
                        part,
                        found.result(),
                        (known * found.rollup().regions().size() + regionSlot) * periods.size() + slot);
            }
        }

        /** The slot of the period that ends with a moment; none where it does not. */
        private static int[] slotOf(PeriodGroups periods, TimePeriod moment) {
            TimePeriod period =
                    TimePeriod.containing(moment.lastDay(), periods.rows().frequency());
            int slot = period.lastDay().equals(moment.lastDay()) ? periods.slotOf(period.toCode()) : -1;
            return new int[] {slot, slot};
        }

        private void add(int part, SlotColumns result, int slot) {
            long pairs = slot < 0 ? 0 : result.count(slot);
            if (pairs == 0) {
                return;
            }
            count += pairs;
            first = first.add(result.sum(slot));
            second = second.add(result.other(slot));
            SlotUncertainty imprecision = result.uncertainty(slot);
            slack = slack.add(halfSteps(one, part, pairs, imprecision));
            offset = plus(offset, imprecision);
            imprecision = result.otherUncertainty(slot);
            otherSlack = otherSlack.add(halfSteps(other, part, pairs, imprecision));
            otherOffset = plus(otherOffset, imprecision);
        }

        private static BigDecimal halfSteps(Leaf leaf, int part, long pairs, @Nullable SlotUncertainty imprecision) {
            long plain = imprecision == null ? pairs : pairs - imprecision.rows();
            return leaf.halfSteps().get(part).multiply(BigDecimal.valueOf(plain));
        }

        private static @Nullable Quantity plus(@Nullable Quantity offset, @Nullable SlotUncertainty imprecision) {
            if (imprecision == null) {
                return offset;
            }
            return offset == null ? imprecision.offset() : offset.plus(imprecision.offset());
        }

        private Cell.Builder cell(Leaf leaf, BigDecimal sum, BigDecimal around, @Nullable Quantity stated) {
            BigDecimal rows = leaf.function() == Function.MEAN ? BigDecimal.valueOf(count) : BigDecimal.ONE;
            return CellMath.mean(sum, rows, around, stated, leaf.unit());
        }
    }
}
