package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockRollupTest {
    private static final TableSchema CHANNELS =
            TableSchema.builder().addDimensions("channel").build();
    private static final ImmutableList<String> WEB = ImmutableList.of("web");
    private static final ImmutableList<String> PHONE = ImmutableList.of("phone");
    private static final CombinationGroups BY_CHANNEL =
            CombinationGroups.of(ImmutableList.of("channel"), ImmutableMap.of(WEB, ImmutableList.of(WEB)));
    private static final CombinationGroups WEB_ALONE =
            CombinationGroups.of(ImmutableList.of(), ImmutableMap.of(ImmutableList.of(), ImmutableList.of(WEB)));
    private static final CombinationGroups ANY_CHANNEL =
            CombinationGroups.of(ImmutableList.of(), ImmutableMap.of(ImmutableList.of(), ImmutableList.of(WEB, PHONE)));

    private static SlotColumns run(
            ObservationTable table,
            RegionGroups regions,
            PeriodGroups periods,
            CombinationGroups combinations,
            Aggregate... aggregates) {
        Rollup rollup = new Rollup(
                table.catalog().indicator("cases"),
                Source.of("cases", COMMUNITY, Frequency.MONTHLY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                regions,
                periods,
                combinations,
                ImmutableSet.copyOf(aggregates));
        return (SlotColumns) BlockRollup.run(table, rollup, 1);
    }

    private static PeriodGroups months(int months) {
        TimePeriod first = TimePeriod.ofCode(ScanRows.JANUARY);
        return PeriodGroups.of(TimePeriodRange.of(first, first.plus(months - 1)), Frequency.MONTHLY);
    }

    private static RegionGroups communities(ObservationTable table) {
        return RegionGroups.byLevel(table.regions(), new int[0], COMMUNITY);
    }

    /** So many communities and months that the fewest slots are reached that are not all stored; a third of them have a row. */
    private static final int SIDE = 64;

    private static ScanRows sparse() {
        ScanRows rows = new ScanRows(4, SIDE / 4);
        for (int community = 0; community < SIDE; community++) {
            for (int month = community % 3; month < SIDE; month += 3) {
                rows.add(community, ScanRows.JANUARY + month, 1000L * community - 37L * month);
            }
        }
        return rows;
    }

    private static SlotColumns ofSparse(ScanRows rows, Aggregate... aggregates) {
        ObservationTable table = rows.table();
        return run(table, communities(table), months(SIDE), CombinationGroups.NONE, aggregates);
    }

    /** The rows by their slots: a month of each community in turn. */
    private static Map<Integer, ScanRows.Row> bySlot(ScanRows rows) {
        Map<Integer, ScanRows.Row> bySlot = new TreeMap<>();
        for (ScanRows.Row row : rows.rows) {
            for (int community = 0; community < SIDE; community++) {
                if (rows.region(community) == row.region()) {
                    bySlot.put(community * SIDE + row.period() - ScanRows.JANUARY, row);
                }
            }
        }
        return bySlot;
    }

    @Test
    void storesOnlyRowsWhereEachHasASlotOfManyForItself() {
        ScanRows rows = sparse();
        SlotColumns result = ofSparse(rows, Aggregate.SUM, Aggregate.MIN, Aggregate.MAX);

        int[] slots = bySlot(rows).keySet().stream().mapToInt(slot -> slot).toArray();
        assertThat(result.positions().slotsUnsafe()).isEqualTo(slots);
        assertThat(result.slots()).isEqualTo(slots);
        bySlot(rows).forEach((slot, row) -> {
            BigDecimal value = BigDecimal.valueOf(row.value());
            assertThat(result.count(slot)).isEqualTo(1);
            assertThat(result.sum(slot)).isEqualTo(value);
            assertThat(result.min(slot)).isEqualTo(value);
            assertThat(result.max(slot)).isEqualTo(value);
        });
        assertThat(result.hasStatuses()).isFalse();
        assertThat(result.countsUnsafe()).isNull();
    }

    @Test
    void storesAllOfFewerSlots() {
        ObservationTable table = sparse().table();
        SlotColumns result = run(table, communities(table), months(SIDE - 1), CombinationGroups.NONE, Aggregate.SUM);

        assertThat(result.positions().hasAll()).isTrue();
        assertThat(result.positions().size()).isEqualTo(SIDE * (SIDE - 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Aggregate.class,
            names = {"SUM", "MIN", "MAX"})
    void hasOnlyWhatIsAskedFor(Aggregate aggregate) {
        ScanRows rows = sparse();
        ObservationTable table = rows.table();
        PeriodGroups few = months(4);
        for (SlotColumns result : ImmutableList.of(
                ofSparse(rows, aggregate), run(table, communities(table), few, CombinationGroups.NONE, aggregate))) {
            assertThat(result.sums() != null).isEqualTo(aggregate == Aggregate.SUM);
            assertThat(result.minima() != null).isEqualTo(aggregate == Aggregate.MIN);
            assertThat(result.maxima() != null).isEqualTo(aggregate == Aggregate.MAX);
            assertThat(result.values(0).size()).isZero();
            assertThat(result.sketch(0)).isNull();
        }
    }

    @Test
    void saysTheStatusOfEachRowThatHasASlotForItself() {
        ScanRows rows = sparse().add(0, ScanRows.JANUARY + 1, 5, ObservationStatus.BREAK)
                .add(1, ScanRows.JANUARY, 0, ObservationStatus.MISSING)
                .add(63, ScanRows.JANUARY + 62, 6, ObservationStatus.PROVISIONAL);
        SlotColumns result = ofSparse(rows, Aggregate.SUM);

        assertThat(result.positions().hasAll()).isFalse();
        Map<Integer, ScanRows.Row> bySlot = bySlot(rows);
        for (int slot = 0; slot < SIDE * SIDE; slot++) {
            ScanRows.Row row = bySlot.get(slot);
            ObservationStatus status = row == null ? ObservationStatus.NORMAL : row.status();
            assertThat(result.status(slot)).isEqualTo(status);
            assertThat(result.hasBreak(slot)).isEqualTo(status == ObservationStatus.BREAK);
            assertThat(result.count(slot)).isEqualTo(row == null || !status.hasValue() ? 0 : 1);
        }
    }

    @Test
    void givesTheValuesOfManySlots() {
        ScanRows rows = sparse();
        SlotColumns result = ofSparse(rows, Aggregate.VALUES);

        bySlot(rows).forEach((slot, row) -> {
            ValueCounts values = result.values(slot);
            assertThat(values.size()).isEqualTo(1);
            assertThat(values.value(0)).isEqualTo(BigDecimal.valueOf(row.value()));
        });
    }

    @Test
    void givesTheSketchesOfManySlots() {
        ScanRows rows = sparse();
        SlotColumns result = ofSparse(rows, Aggregate.SKETCH);

        Map<Integer, ScanRows.Row> bySlot = bySlot(rows);
        for (int slot = 0; slot < SIDE * SIDE; slot++) {
            ScanRows.Row row = bySlot.get(slot);
            QuantileSketch sketch = result.sketch(slot);
            if (row == null) {
                assertThat(sketch).isNull();
            } else {
                QuantileSketch own = new QuantileSketch(0);
                own.add(row.value());
                assertThat(requireNonNull(sketch).quantile(BigDecimal.ONE)).isEqualTo(own.quantile(BigDecimal.ONE));
            }
        }
    }

    /** All communities and months have two rows, of two channels, or one. */
    private static ObservationTable channels(String... channels) {
        TableFixture fixture = new TableFixture().sector("s", "").indicator("cases", IndicatorKind.FLOW, "count:宗", 0);
        for (int community = 0; community < SIDE; community++) {
            fixture.region("c" + (100 + community), COMMUNITY, "");
            for (String channel : channels) {
                fixture.row("cases", "c" + (100 + community), "2020-01", "" + community, channel);
            }
        }
        return fixture.table(CHANNELS);
    }

    @Test
    void storesAllSlotsWhereRowsAreGroupedByAMember() {
        ObservationTable table = channels("web");
        RegionGroups communities = communities(table);

        SlotColumns grouped = run(table, communities, months(SIDE), BY_CHANNEL, Aggregate.SUM);
        assertThat(grouped.positions().hasAll()).isTrue();

        SlotColumns alone = run(table, communities, months(SIDE), WEB_ALONE, Aggregate.SUM);
        assertThat(alone.positions().slotsUnsafe()).hasSize(SIDE);
        for (int slot = 0; slot < SIDE * SIDE; slot++) {
            assertThat(alone.sum(slot)).isEqualTo(grouped.sum(slot));
        }
    }

    @Test
    void readsTheCombinationsOfItsGroupsAlone() {
        ObservationTable table = channels("web", "phone");
        RegionGroups all = RegionGroups.whole(table.regions(), new int[0]);

        SlotColumns web = run(table, all, months(1), WEB_ALONE, Aggregate.SUM);
        assertThat(web.sum(0)).isEqualTo(BigDecimal.valueOf(2016));
        assertThat(web.count(0)).isEqualTo(64);

        SlotColumns both = run(table, all, months(1), ANY_CHANNEL, Aggregate.SUM);
        assertThat(both.sum(0)).isEqualTo(BigDecimal.valueOf(4032));
        assertThat(both.count(0)).isEqualTo(128);
        assertThat(both.hasPlainCounts()).as("no row is without a value").isTrue();
        assertThat(both.hasStatuses()).isFalse();
    }

    @Test
    void readsOneGroupOfRegionsThatAreNoNeighbours() {
        ScanRows rows = new ScanRows(3, 1)
                .add(0, ScanRows.JANUARY, 1)
                .add(1, ScanRows.JANUARY, 10)
                .add(2, ScanRows.JANUARY, 100);
        ObservationTable table = rows.table();
        RegionNumbering numbering = table.regions();
        int[] ends = {numbering.numberOf("t00"), numbering.numberOf("t02")};

        assertThat(run(table, RegionGroups.whole(numbering, ends), months(1), CombinationGroups.NONE, Aggregate.SUM)
                        .sum(0))
                .isEqualTo(BigDecimal.valueOf(101));
        assertThat(run(table, RegionGroups.of(numbering, ends), months(1), CombinationGroups.NONE, Aggregate.SUM)
                        .sum(1))
                .isEqualTo(BigDecimal.valueOf(100));
        assertThat(run(
                                table,
                                RegionGroups.byLevel(numbering, new int[] {ends[1]}, TOWNSHIP),
                                months(1),
                                CombinationGroups.NONE,
                                Aggregate.SUM)
                        .sum(0))
                .isEqualTo(BigDecimal.valueOf(100));
    }

    @Test
    void hasNoRowOfASourceThatTheTableLacks() {
        ObservationTable table = sparse().table();
        Rollup annual = new Rollup(
                table.catalog().indicator("cases"),
                Source.of("cases", COMMUNITY, Frequency.ANNUAL),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                communities(table),
                PeriodGroups.of(TimePeriodRange.parse("2020..2021"), Frequency.ANNUAL),
                CombinationGroups.NONE,
                ImmutableSet.of(Aggregate.SUM));

        assertThat(BlockRollup.run(table, annual, 1).slots()).isEmpty();
    }

    private static TableFixture figures() {
        return new TableFixture()
                .sector("s", "")
                .region("t", TOWNSHIP, "")
                .region("a", COMMUNITY, "t")
                .region("b", COMMUNITY, "t")
                .region("c", COMMUNITY, "t")
                .indicator("cases", IndicatorKind.FLOW, "count:宗", 0);
    }

    private static SlotColumns total(ObservationTable table, Aggregate... aggregates) {
        return run(
                table, RegionGroups.whole(table.regions(), new int[0]), months(1), CombinationGroups.NONE, aggregates);
    }

    @Test
    void knowsTheExtremesOfRowsOfWhichSomeHaveAPrecisionOfTheirOwn() {
        ObservationTable table = figures()
                .figure("cases", "a", "2020-01", "至少50宗")
                .figure("cases", "b", "2020-01", "40宗")
                .figure("cases", "c", "2020-01", "70宗")
                .table();
        SlotColumns result = total(table, Aggregate.SUM, Aggregate.MIN, Aggregate.MAX);
        SlotUncertainty uncertainty = requireNonNull(result.uncertainty(0));

        assertThat(result.min(0)).isEqualTo(BigDecimal.valueOf(40));
        assertThat(result.max(0)).isEqualTo(BigDecimal.valueOf(70));
        assertThat(uncertainty.rows()).isEqualTo(1);
        assertThat(uncertainty.min()).isEqualTo(Range.closed(BigDecimal.valueOf(40), BigDecimal.valueOf(40)));
        assertThat(uncertainty.max()).isEqualTo(Range.atLeast(BigDecimal.valueOf(70)));
        assertThat(requireNonNull(total(table, Aggregate.SUM).uncertainty(0)).min())
                .isNull();
    }

    @Test
    void takesThePrintedFiguresIntoTheExtremesThemselves() {
        SlotColumns result = total(
                figures()
                        .figure("cases", "a", "2020-01", "约30宗")
                        .figure("cases", "b", "2020-01", "约90宗")
                        .figure("cases", "c", "2020-01", "70宗")
                        .table(),
                Aggregate.MIN,
                Aggregate.MAX);

        assertThat(result.min(0)).isEqualTo(BigDecimal.valueOf(30));
        assertThat(result.max(0)).isEqualTo(BigDecimal.valueOf(90));
    }
}
