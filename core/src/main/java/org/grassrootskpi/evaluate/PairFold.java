package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Folds the roll-ups of pairs to the cells of a group. Thread-safe. */
final class PairFold {
    private final RollupResults results;
    private final ImmutableMap<Integer, PairedResult> read;
    private final IdentityHashMap<Pair, PackedPairs> packed = new IdentityHashMap<>();

    /** The result of a roll-up of pairs, and for each combination of the query its number in it. */
    private record PairedResult(Rollup rollup, SlotColumns result, ImmutableIntArray combinations) {
        int combination(int combination) {
            return combination < combinations.length() ? combinations.get(combination) : -1;
        }
    }

    private PairFold(RollupResults results, ImmutableMap<Integer, PairedResult> read) {
        this.results = results;
        this.read = read;
    }

    /**
     * Reads the pairs that are needed.
     *
     * @param pairs those that formulas name
     * @param rollups the roll-ups of pairs, by number
     * @param further runs roll-ups
     */
    static PairFold of(
            RollupResults results,
            List<Pair> pairs,
            List<Rollup> rollups,
            Function<ImmutableList<Rollup>, List<RollupResult>> further) {
        ImmutableList<Integer> needed = pairs.stream()
                .filter(pair -> isNeeded(pair, results))
                .flatMap(pair -> pair.rollups().stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
        ImmutableMap.Builder<Integer, PairedResult> read = ImmutableMap.builder();
        if (!needed.isEmpty()) {
            ImmutableList<Rollup> ofPairs = needed.stream().map(rollups::get).collect(ImmutableList.toImmutableList());
            List<RollupResult> found = further.apply(ofPairs);
            for (int i = 0; i < needed.size(); i++) {
                read.put(
                        needed.get(i),
                        new PairedResult(
                                ofPairs.get(i),
                                SlotColumns.from(found.get(i)),
                                ImmutableIntArray.copyOf(results.positions(ofPairs.get(i)))));
            }
        }
        PairFold fold = new PairFold(results, read.buildOrThrow());
        pairs.forEach(fold::pack);
        return fold;
    }

    private void pack(Pair pair) {
        if (!hasRead(pair) || packed.containsKey(pair)) {
            return;
        }
        ImmutableList.Builder<SlotColumns> found = ImmutableList.builder();
        for (int number : pair.rollups()) {
            PairedResult result = read.get(number);
            if (result == null || result.combination(0) != 0) {
                return;
            }
            found.add(result.result());
        }
        PackedPairs sums = PackedPairs.of(pair, found.build());
        if (sums != null) {
            packed.put(pair, sums);
        }
    }

    /** Returns whether the totals of some group may lack an observation that the other has; if not, nothing has to be paired. */
    private static boolean isNeeded(Pair pair, RollupResults results) {
        return !(isWhole(pair.one(), results)
                && isWhole(pair.other(), results)
                && pair.alongside().stream().allMatch(total -> isWhole(total, results)));
    }

    /** Returns whether each group of an aggregate has either all observations or none. */
    private static boolean isWhole(AggregateFormula leaf, RollupResults results) {
        Rollup first = results.rollup(leaf.rollups().get(0));
        boolean emptyAllowed = leaf.window().kind() == Window.Kind.PERIOD && isOfOneSlot(leaf, results);
        for (int number : leaf.rollups()) {
            Rollup rollup = results.rollup(number);
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
                    rows += results.columns(number).count(region * periods + period);
                    expected += results.expectedRegions(number, region)
                            * (leaf.lastPeriodOnly() ? 1 : first.periods().count(period));
                }
                if (rows != expected && !(emptyAllowed && rows == 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOfOneSlot(AggregateFormula leaf, RollupResults results) {
        return leaf.lastPeriodOnly()
                || results.rollup(leaf.rollups().get(0)).periods().groups().isEmpty()
                || results.hasSlotsOfGroups(
                        results.rollup(leaf.rollups().get(0)).periods());
    }

    /** Returns whether the observations of two totals were paired. */
    boolean hasRead(Pair pair) {
        // No stream: this is asked for each number of a result.
        for (int number : pair.rollups()) {
            if (read.containsKey(number)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the nearest double to the quotient of the pairs of a group, NaN if there is none; empty if unsure. */
    OptionalDouble quotient(Pair pair, int region, int period) {
        PackedPairs sums = packed.get(pair);
        int slot = sums == null ? -1 : sums.slot(results.slot(pair.one().regionAxis(), region), period);
        return sums == null || slot < 0 ? OptionalDouble.empty() : sums.quotient(slot);
    }

    /** Returns the nearest double to the relative change of the pairs of a group, as {@link #quotient} does. */
    OptionalDouble growth(Pair pair, int region, int period) {
        PackedPairs sums = packed.get(pair);
        int slot = sums == null ? -1 : sums.slot(results.slot(pair.one().regionAxis(), region), period);
        return sums == null || slot < 0 ? OptionalDouble.empty() : sums.growth(slot);
    }

    /** Returns the cells of a group that can be compared, by the totals of all its observations. */
    PairedCells cells(Pair pair, int region, int period, int combination, Cell ofAll, Cell otherOfAll) {
        if (!CellMath.isObserved(ofAll)
                || !CellMath.isObserved(otherOfAll)
                || (CellMath.isComplete(ofAll) && CellMath.isComplete(otherOfAll))) {
            return new PairedCells(ofAll, otherOfAll);
        }
        Sums sums = new Sums(pair);
        int regionSlot = results.slot(pair.one().regionAxis(), region);
        for (int part = 0; part < pair.rollups().size(); part++) {
            sums.add(part, regionSlot, period, combination, ofAll.asOf());
        }
        long unpaired = ofAll.present() + otherOfAll.present() - 2 * sums.count;
        if (sums.count == 0) {
            Cell none = like(Cell.builder(Absence.UNPAIRED, ofAll.unit()), ofAll, 0, unpaired);
            return new PairedCells(none, none);
        }
        boolean tooFew = !ofAll.hasValue()
                || !otherOfAll.hasValue()
                || (ofAll.expected().isPresent()
                        && !results.policy()
                                .accepts(sums.count, ofAll.expected().getAsLong()));
        if (tooFew) {
            Cell incomplete = like(Cell.builder(Absence.INCOMPLETE, ofAll.unit()), ofAll, sums.count, unpaired);
            return new PairedCells(incomplete, incomplete);
        }
        return new PairedCells(
                like(sums.cell(pair.one(), sums.first, sums.slack, sums.offset), ofAll, sums.count, unpaired),
                like(
                        sums.cell(pair.other(), sums.second, sums.otherSlack, sums.otherOffset),
                        otherOfAll,
                        sums.count,
                        unpaired));
    }

    /**
     * Returns the cells of a group's totals of the observations that all of them have, by the totals of all observations.
     *
     * @param pairs the first total with each of the others, in their order
     */
    ImmutableList<Cell> cells(
            ImmutableList<Pair> pairs, int region, int period, int combination, ImmutableList<Cell> ofAll) {
        if (!ofAll.stream().allMatch(CellMath::isObserved) || ofAll.stream().allMatch(CellMath::isComplete)) {
            return ofAll;
        }
        Cell first = ofAll.get(0);
        List<Sums> sums = new ArrayList<>();
        for (Pair pair : pairs) {
            Sums found = new Sums(pair);
            found.add(0, results.slot(pair.one().regionAxis(), region), period, combination, first.asOf());
            sums.add(found);
        }
        long count = sums.get(0).count;
        long unpaired = ofAll.stream().mapToLong(Cell::present).sum() - ofAll.size() * count;
        boolean tooFew = !ofAll.stream().allMatch(Cell::hasValue)
                || (first.expected().isPresent()
                        && !results.policy().accepts(count, first.expected().getAsLong()));
        ImmutableList.Builder<Cell> cells = ImmutableList.builder();
        for (int i = 0; i < ofAll.size(); i++) {
            Sums of = sums.get(Math.max(0, i - 1));
            CellBuilder cell;
            if (count == 0 || tooFew) {
                cell = Cell.builder(
                        count == 0 ? Absence.UNPAIRED : Absence.INCOMPLETE,
                        ofAll.get(i).unit());
            } else if (i == 0) {
                cell = of.cell(of.pair.one(), of.first, of.slack, of.offset);
            } else {
                cell = of.cell(of.pair.other(), of.second, of.otherSlack, of.otherOffset);
            }
            cells.add(like(cell, ofAll.get(i), count, unpaired));
        }
        return cells.build();
    }

    private static Cell like(CellBuilder cell, Cell ofAll, long pairs, long unpaired) {
        CellBuilder of = ofAll.expected().isPresent()
                ? cell.contributors(pairs, ofAll.expected().getAsLong())
                : cell.contributorsAtLeast(pairs, ofAll.expectedAtLeast());
        return of.status(ofAll.status()).asOf(ofAll.asOf()).unpaired(unpaired).build();
    }

    /** The totals of the pairs of one group. */
    private final class Sums {
        private final Pair pair;
        private long count;
        private BigDecimal first = BigDecimal.ZERO;
        private BigDecimal second = BigDecimal.ZERO;
        private BigDecimal slack = BigDecimal.ZERO;
        private BigDecimal otherSlack = BigDecimal.ZERO;
        private @Nullable Quantity offset;
        private @Nullable Quantity otherOffset;

        Sums(Pair pair) {
            this.pair = pair;
        }

        void add(int part, int regionSlot, int group, int combination, Optional<TimePeriod> asOf) {
            PairedResult found = Objects.requireNonNull(read.get(pair.rollups().get(part)), "read without its pairs");
            PeriodGroups periods = found.rollup().periods();
            int known = found.combination(combination);
            if (regionSlot < 0 || known < 0) {
                return;
            }
            int[] slots = asOf.map(moment -> slotOf(periods, moment))
                    .orElseGet(() -> results.slots(periods, pair.one().window(), group));
            for (int slot = Math.max(0, slots[0]); slot <= Math.min(slots[1], periods.size() - 1); slot++) {
                add(
                        part,
                        found.result(),
                        (known * found.rollup().regions().size() + regionSlot) * periods.size() + slot);
            }
        }

        /** Returns the slot of the period that ends with a moment, if there is one. */
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
            slack = slack.add(halfSteps(pair.one(), part, pairs, imprecision));
            offset = plus(offset, imprecision);
            imprecision = result.otherUncertainty(slot);
            otherSlack = otherSlack.add(halfSteps(pair.other(), part, pairs, imprecision));
            otherOffset = plus(otherOffset, imprecision);
        }

        private static BigDecimal halfSteps(
                AggregateFormula leaf, int part, long pairs, @Nullable SlotUncertainty imprecision) {
            long plain = imprecision == null ? pairs : pairs - imprecision.rows();
            return leaf.halfSteps().get(part).multiply(BigDecimal.valueOf(plain));
        }

        private static @Nullable Quantity plus(@Nullable Quantity offset, @Nullable SlotUncertainty imprecision) {
            if (imprecision == null) {
                return offset;
            }
            return offset == null ? imprecision.offset() : offset.plus(imprecision.offset());
        }

        private CellBuilder cell(AggregateFormula leaf, BigDecimal sum, BigDecimal around, @Nullable Quantity stated) {
            BigDecimal rows = leaf.function() == AggregateFunction.MEAN ? BigDecimal.valueOf(count) : BigDecimal.ONE;
            return CellMath.mean(sum, rows, around, stated, leaf.unit());
        }
    }
}
