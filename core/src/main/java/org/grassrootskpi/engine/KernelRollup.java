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
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.SeriesBlock;

/** A roll-up by the kernels: sums, minima and maxima of exact values, without extra dimensions kept apart. */
final class KernelRollup {
    private static final Set<Aggregate> KNOWN = ImmutableSet.of(Aggregate.SUM, Aggregate.MIN, Aggregate.MAX);

    private final Rollup rollup;
    private final SeriesBlock block;
    private final boolean statuses;

    KernelRollup(ObservationTable table, Rollup rollup) {
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
            int[] groupOfRegion = new int[regions.order().size()];
            Arrays.fill(groupOfRegion, -1);
            for (int range = 0; range < regions.ranges(); range++) {
                Arrays.fill(groupOfRegion, regions.start(range), regions.end(range), regions.slot(range));
            }
            scan.groupRegions(groupOfRegion, regions.size());
        }
        scan.during(
                rollup.periods().rows().from().toCode(),
                rollup.periods().rows().to().toCode());
        if (rollup.periods().size() > 1) {
            scan.groupPeriods(rollup.periods().slots(), rollup.periods().size());
        }
        return result(scan.run(threads), Ints.checkedCast(scan.groups()));
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

    private RollupResult result(Groups groups, int slots) {
        long[] counts = new long[slots];
        ObservationStatus[] worst = new ObservationStatus[slots];
        boolean narrow = true;
        for (int place = 0; place < groups.size(); place++) {
            int slot = Ints.checkedCast(groups.id(place));
            counts[slot] = groups.count(place);
            if (statuses) {
                worst[slot] = groups.worstStatus(place).worst(groups.worstWithoutValue(place));
            }
            narrow &= !wants(Aggregate.SUM) || groups.isLongSum(place);
        }
        RollupResult.Builder result = RollupResult.builder(ImmutableList.of(ImmutableList.of()), counts);
        if (statuses) {
            result.statuses(worst);
        }
        if (wants(Aggregate.SUM)) {
            result.sums(narrow ? longSums(groups, slots) : wideSums(groups, slots));
        }
        if (wants(Aggregate.MIN)) {
            result.minima(column(groups, slots, true));
        }
        if (wants(Aggregate.MAX)) {
            result.maxima(column(groups, slots, false));
        }
        return result.build();
    }

    private boolean wants(Aggregate aggregate) {
        return rollup.aggregates().contains(aggregate);
    }

    private DecimalColumn longSums(Groups groups, int slots) {
        long[] sums = new long[slots];
        for (int place = 0; place < groups.size(); place++) {
            sums[(int) groups.id(place)] = groups.longSum(place);
        }
        return DecimalColumn.ofUnsafe(sums, block.indicator().decimals());
    }

    private DecimalColumn wideSums(Groups groups, int slots) {
        BigDecimal[] sums = new BigDecimal[slots];
        for (int place = 0; place < groups.size(); place++) {
            sums[(int) groups.id(place)] =
                    new BigDecimal(groups.sum(place), block.indicator().decimals());
        }
        return DecimalColumn.ofUnsafe(sums);
    }

    private DecimalColumn column(Groups groups, int slots, boolean least) {
        long[] values = new long[slots];
        for (int place = 0; place < groups.size(); place++) {
            values[(int) groups.id(place)] = least ? groups.min(place) : groups.max(place);
        }
        return DecimalColumn.ofUnsafe(values, block.indicator().decimals());
    }
}
