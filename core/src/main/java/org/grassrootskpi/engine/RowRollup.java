package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.Optional;
import org.grassrootskpi.plan.RegionGroups;
import org.grassrootskpi.plan.Rollup;
import org.grassrootskpi.plan.RollupResult;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.SeriesBlock;
import org.jspecify.annotations.Nullable;

/**
 * A roll-up row by row in decimals of any size: it can do all that a plan may ask for, on one thread. What is asked for most
 * is done faster by {@link KernelRollup}.
 */
final class RowRollup {
    private final ObservationTable table;
    private final Rollup rollup;

    RowRollup(ObservationTable table, Rollup rollup) {
        this.table = table;
        this.rollup = rollup;
    }

    static Optional<SeriesBlock> block(ObservationTable table, Source source) {
        return table.block(source.indicator(), source.level(), source.frequency());
    }

    RollupResult run() {
        Optional<SeriesBlock> block = block(table, rollup.source());
        if (block.isEmpty()) {
            return RollupResult.builder(ImmutableList.of(), new long[0]).build();
        }
        Combinations combinations = Combinations.of(table.schema(), block.get(), rollup);
        RegionGroups regions = rollup.regions();
        int perCombination = Math.multiplyExact(regions.size(), rollup.periods().size());
        RowTallies tallies = new RowTallies(
                block.get(),
                rollup,
                Ints.checkedCast((long) perCombination * combinations.groups().size()));
        WeightRows weights = rollup.weight()
                .flatMap(source -> block(table, source))
                .map(weight -> new WeightRows(block.get(), weight))
                .orElse(null);
        for (int range = 0; range < regions.ranges(); range++) {
            int end = block.get().firstSeries(regions.end(range));
            for (int series = block.get().firstSeries(regions.start(range)); series < end; series++) {
                int combination = combinations.groupOf(block.get().combination(series));
                if (combination >= 0) {
                    int first = combination * perCombination
                            + regions.slot(range) * rollup.periods().size();
                    series(tallies, block.get(), series, first, weights);
                }
            }
        }
        return tallies.result(combinations.groups());
    }

    private void series(
            RowTallies tallies, SeriesBlock block, int series, int firstSlot, @Nullable WeightRows weights) {
        for (int row = block.start(series); row < block.start(series + 1); row++) {
            int period = rollup.periods().slotOf(block.periods().code(row));
            if (period < 0) {
                continue;
            }
            int slot = firstSlot + period;
            if (rollup.weight().isEmpty()) {
                tallies.add(slot, row);
            } else if (weights != null) {
                int weight = weights.rowOf(series, block.periods().code(row));
                if (weight >= 0) {
                    tallies.addWeighted(slot, row, weights.block(), weight);
                }
            }
        }
    }
}
