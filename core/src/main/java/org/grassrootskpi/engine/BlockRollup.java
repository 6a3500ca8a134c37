package org.grassrootskpi.engine;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotColumnsBuilder;
import org.grassrootskpi.slots.SlotPositions;
import org.grassrootskpi.table.ObservationTable;
import org.jspecify.annotations.Nullable;

/** Runs a roll-up over the block that holds its source: builds the scan and converts its groups to the plan's result. */
final class BlockRollup {
    private static final int FEWEST_SPARSE = 1 << 12;
    private static final int[] ALL = {};

    private final ObservationTable table;
    private final Rollup rollup;
    private final SeriesBlock block;
    private final Scan scan;
    private final ImmutableList<ImmutableList<String>> combinations;

    private BlockRollup(ObservationTable table, Rollup rollup, SeriesBlock block) {
        this.table = table;
        this.rollup = rollup;
        this.block = block;
        scan = rollup.aggregates().isEmpty() ? Scan.counting(block, aggregates()) : Scan.of(block, aggregates());
        RegionGroups groups = rollup.regions();
        int ranges = groups.ranges();
        int firstRegion = ranges == 0 ? 0 : groups.start(0);
        int endRegion = ranges == 0 ? 0 : groups.end(ranges - 1);
        if (firstRegion > 0 || endRegion < groups.numbering().size()) {
            scan.within(firstRegion, endRegion);
        }
        if (ranges != 1 || groups.size() != 1) {
            scan.groupRegions(groups.slotsUnsafe(), groups.size());
        }
        scan.during(
                rollup.periods().rows().from().toCode(),
                rollup.periods().rows().to().toCode());
        if (rollup.periods().size() > 1) {
            scan.groupPeriods(rollup.periods().slots(), rollup.periods().size());
        }
        combinations = rollup.combinations().groups();
        int[] groupOf = rollup.combinations().isPlain() ? ALL : Combinations.groupsOf(block, rollup.combinations());
        if (combinations.size() != 1
                || (groupOf.length > 0 && IntStream.of(groupOf).anyMatch(group -> group != 0))) {
            scan.groupCombinations(groupOf, combinations.size());
        }
    }

    /** Runs a roll-up; a source that the table does not have gives a result without rows. */
    static RollupResult run(ObservationTable table, Rollup rollup, int threads) {
        return block(table, rollup.source())
                .<RollupResult>map(block -> new BlockRollup(table, rollup, block).run(threads))
                .orElseGet(() -> RollupResult.builder(rollup).build());
    }

    private static Optional<SeriesBlock> block(ObservationTable table, Source source) {
        return table.block(source.indicator(), source.level(), source.frequency());
    }

    private ScanAggregate[] aggregates() {
        ImmutableList.Builder<ScanAggregate> aggregates = ImmutableList.builder();
        for (Aggregate aggregate : rollup.aggregates()) {
            switch (aggregate) {
                case SUM -> aggregates.add(ScanAggregate.SUM);
                case MIN -> aggregates.add(ScanAggregate.MIN);
                case MAX -> aggregates.add(ScanAggregate.MAX);
                case VALUES, SKETCH, WEIGHTED_SUM, PAIRED_SUM -> {}
            }
        }
        boolean hasStatus = false;
        for (Segment segment : block.segments()) {
            hasStatus |= segment.statusesUnsafe() != null;
        }
        if (hasStatus) {
            aggregates.add(ScanAggregate.STATUS);
        }
        if (hasStatus && !rollup.combinations().isSingle()) {
            aggregates.add(ScanAggregate.VALUELESS);
        }
        return aggregates.build().toArray(ScanAggregate[]::new);
    }

    private SlotColumns run(int threads) {
        if (rollup.other().isPresent()) {
            ImmutableList<SeriesBlock> required = rollup.required().stream()
                    .flatMap(source -> block(table, source).stream())
                    .collect(ImmutableList.toImmutableList());
            return block(table, rollup.other().get())
                    .filter(others -> required.size() == rollup.required().size())
                    .map(others -> new PairedRollup(scan, others, required, rollup.lag(), wants(Aggregate.WEIGHTED_SUM))
                            .run(rollup))
                    .orElseGet(() ->
                            SlotColumns.builder(rollup, new long[scan.groups()]).build());
        }
        boolean spread = wants(Aggregate.VALUES) || wants(Aggregate.SKETCH);
        if (scan.groups() >= FEWEST_SPARSE && !spread && keepsNone() && OneRowPerGroupScan.fits(scan)) {
            return ofRows(OneRowPerGroupScan.run(scan, threads));
        }
        return ofGroups(scan.run(threads), threads);
    }

    /** Returns whether rows are not grouped by members of extra dimensions. */
    private boolean keepsNone() {
        return combinations.size() == 1 && combinations.get(0).isEmpty();
    }

    /** Returns the result in which each row has its own slot. */
    private SlotColumns ofRows(OneRowPerGroupScan rows) {
        SlotColumnsBuilder result = SlotColumns.builder(rollup, SlotPositions.ofUnsafe(rows.groups), rows.counts);
        if (rows.statuses != null) {
            BitSet breaks = new BitSet();
            for (int position = 0; position < rows.statuses.length; position++) {
                breaks.set(position, rows.statuses[position] == ObservationStatus.BREAK);
            }
            result.statuses(rows.statuses).breaks(breaks);
        }
        if (wants(Aggregate.SUM)) {
            result.sums(rows.values);
        }
        if (wants(Aggregate.MIN)) {
            result.minima(rows.values);
        }
        if (wants(Aggregate.MAX)) {
            result.maxima(rows.values);
        }
        return result.build();
    }

    private SlotColumns ofGroups(Accumulators found, int threads) {
        SlotColumnsBuilder result = SlotColumns.builder(rollup, found.count);
        StatedRows stated = found.stated;
        if (stated != null && !stated.isEmpty()) {
            SlotUncertainties uncertainties =
                    new SlotUncertainties(block, scan.precisions, copy(found.min), copy(found.max));
            result.uncertainties(Suppliers.memoize(() -> uncertainties.of(stated, found.count)));
            stated.forEach((group, precision, rows, least, greatest) -> found.addExtremes(group, least, greatest));
        }
        if (found.hasStatuses()) {
            result.statuses(found.worstStatuses()).breaks(found.breaks());
        }
        if (found.valueless != null) {
            result.valueless(found.valueless);
        }
        if (wants(Aggregate.SUM)) {
            result.sums(sums(found, threads));
        }
        if (wants(Aggregate.MIN)) {
            result.minima(found.doubles == null ? column(found.min) : found.doubles.minima());
        }
        if (wants(Aggregate.MAX)) {
            result.maxima(found.doubles == null ? column(found.max) : found.doubles.maxima());
        }
        if (wants(Aggregate.VALUES)) {
            result.values(GroupValues.values(scan, found, threads));
        }
        if (wants(Aggregate.SKETCH)) {
            result.sketches(GroupValues.sketches(scan, found, threads));
        }
        return result.build();
    }

    private static long @Nullable [] copy(long @Nullable [] array) {
        return array == null ? null : array.clone();
    }

    private boolean wants(Aggregate aggregate) {
        return rollup.aggregates().contains(aggregate);
    }

    private DecimalColumn sums(Accumulators found, int threads) {
        if (found.doubles != null) {
            DecimalColumn sums = found.doubles.sums();
            // Doubles whose sum exceeds the range of a double are added as decimals, which have no such limit.
            return sums != null ? sums : DecimalColumn.ofUnsafe(GroupValues.sums(scan, threads));
        }
        if (found.sumHigh == null) {
            return column(found.sum);
        }
        BigDecimal[] sums = new BigDecimal[found.count.length];
        Arrays.setAll(
                sums,
                group -> new BigDecimal(found.sum(group), block.indicator().decimals()));
        return DecimalColumn.ofUnsafe(sums);
    }

    private DecimalColumn column(long @Nullable [] unscaled) {
        return DecimalColumn.ofUnsafe(
                unscaled == null ? new long[0] : unscaled, block.indicator().decimals());
    }
}
