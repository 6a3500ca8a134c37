package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.plan.Aggregate;
import org.grassrootskpi.plan.DecimalColumn;
import org.grassrootskpi.plan.RegionGroups;
import org.grassrootskpi.plan.Rollup;
import org.grassrootskpi.plan.RollupResult;
import org.grassrootskpi.plan.SlotIndex;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.SeriesBlock;

/** A roll-up by the kernels: sums, minima and maxima of exact values, without extra dimensions kept apart. */
final class KernelRollup {
    private static final int FEWEST_SPARSE = 1 << 12;
    private static final Set<Aggregate> KNOWN = ImmutableSet.of(Aggregate.SUM, Aggregate.MIN, Aggregate.MAX);

    private final Rollup rollup;
    private final SeriesBlock block;
    private final boolean statuses;
    private final RegionSlots slots;

    KernelRollup(ObservationTable table, Rollup rollup, RegionSlots slots) {
        this.slots = slots;
        this.rollup = rollup;
        this.block = RowRollup.block(table, rollup.source()).orElseThrow();
        this.statuses = block.statusesUnsafe() != null;
    }

    static boolean accepts(ObservationTable table, Rollup rollup) {
        Optional<SeriesBlock> block = RowRollup.block(table, rollup.source());
        return block.isPresent()
                && !block.get().values().isFloatingPoint()
                && block.get().precisions() == null
                && rollup.weight().isEmpty()
                && rollup.dimensions().isEmpty()
                && rollup.where().isEmpty()
                && KNOWN.containsAll(rollup.aggregates());
    }

    RollupResult run(int threads) {
        Scan scan = Scan.of(List.of(block), tallies());
        RegionGroups regions = rollup.regions();
        int first = regions.ranges() == 0 ? 0 : regions.start(0);
        int end = regions.ranges() == 0 ? 0 : regions.end(regions.ranges() - 1);
        scan.within(first, end);
        if (regions.ranges() > 1 || regions.size() > 1) {
            scan.groupRegions(slots.of(regions), regions.size());
        }
        scan.during(
                rollup.periods().rows().from().toCode(),
                rollup.periods().rows().to().toCode());
        if (rollup.periods().size() > 1) {
            scan.groupPeriods(rollup.periods().slots(), rollup.periods().size());
        }
        if (scan.groups() >= FEWEST_SPARSE && FullGrain.fits(scan)) {
            return ofRows(FullGrain.run(scan, threads));
        }
        // A result has every slot, so that nothing is gained by keeping only those with rows.
        return result(scan.run(threads, Ints.checkedCast(scan.groups())));
    }

    /** The result in which each row has a slot of its own. */
    private RollupResult ofRows(GrainGroups rows) {
        int[] slots = new int[rows.size()];
        Arrays.setAll(slots, place -> (int) rows.id(place));
        DecimalColumn values =
                DecimalColumn.ofUnsafe(rows.values, block.indicator().decimals());
        RollupResult.Builder result = RollupResult.builder(SlotIndex.ofUnsafe(slots));
        if (wants(Aggregate.SUM)) {
            result.sums(values);
        }
        if (wants(Aggregate.MIN)) {
            result.minima(values);
        }
        if (wants(Aggregate.MAX)) {
            result.maxima(values);
        }
        return result.build();
    }

    private Tally[] tallies() {
        List<Tally> tallies = new ArrayList<>();
        for (Aggregate aggregate : rollup.aggregates()) {
            tallies.add(
                    switch (aggregate) {
                        case SUM -> Tally.SUM;
                        case MIN -> Tally.MIN;
                        case MAX -> Tally.MAX;
                        default -> throw new IllegalArgumentException("No kernel for " + aggregate);
                    });
        }
        if (statuses) {
            tallies.add(Tally.STATUS);
        }
        return tallies.toArray(Tally[]::new);
    }

    private RollupResult result(Groups groups) {
        RollupResult.Builder result =
                RollupResult.builder(ImmutableList.of(ImmutableList.of()), groups.denseUnsafe(null));
        if (statuses) {
            ObservationStatus[] worst = new ObservationStatus[groups.size()];
            Arrays.setAll(worst, slot -> groups.worstStatus(slot).worst(groups.worstWithoutValue(slot)));
            result.statuses(worst);
        }
        if (wants(Aggregate.SUM)) {
            result.sums(groups.isWide() ? wideSums(groups) : column(groups, Tally.SUM));
        }
        if (wants(Aggregate.MIN)) {
            result.minima(column(groups, Tally.MIN));
        }
        if (wants(Aggregate.MAX)) {
            result.maxima(column(groups, Tally.MAX));
        }
        return result.build();
    }

    private boolean wants(Aggregate aggregate) {
        return rollup.aggregates().contains(aggregate);
    }

    private DecimalColumn column(Groups groups, Tally tally) {
        return DecimalColumn.ofUnsafe(
                groups.denseUnsafe(tally), block.indicator().decimals());
    }

    private DecimalColumn wideSums(Groups groups) {
        BigDecimal[] sums = new BigDecimal[groups.size()];
        Arrays.setAll(
                sums, slot -> new BigDecimal(groups.sum(slot), block.indicator().decimals()));
        return DecimalColumn.ofUnsafe(sums);
    }
}
