package org.grassrootskpi.slots;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.SlotRows;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotColumnsTest {
    private static final ImmutableList<ObservationStatus> STATUSES = ImmutableList.copyOf(ObservationStatus.values());
    private static final Precision ABOUT = Precision.from(Quantity.parse("约3万元"));

    static LongStream seeds() {
        return Seeds.of(SlotColumnsTest.class, 20);
    }

    private static RollupResult result(Rollup rollup, Random random, BigDecimal unit) {
        RollupResult.Builder result = RollupResult.builder(rollup);
        int slots = rollup.combinations().groups().size() * 6;
        boolean weighted = rollup.aggregates().contains(Aggregate.WEIGHTED_SUM);
        for (int i = random.nextInt(20); i > 0; i--) {
            BigDecimal value = unit.multiply(BigDecimal.valueOf(random.nextInt(2000) - 500, 2));
            SlotRows rows = result.slot(random.nextInt(slots));
            rows = random.nextInt(4) == 0 ? rows.printed(ABOUT) : rows;
            rows = weighted && random.nextInt(4) == 0 ? rows.otherPrinted(ABOUT) : rows;
            ObservationStatus status =
                    random.nextBoolean() ? ObservationStatus.NORMAL : STATUSES.get(random.nextInt(STATUSES.size()));
            rows.status(status);
            if (!status.hasValue()) {
                rows.valueless(1);
            } else if (weighted) {
                rows.count(1).min(value).max(value).weighted(value, BigDecimal.ONE, BigDecimal.ONE);
            } else if (rollup.aggregates().contains(Aggregate.PAIRED_SUM)) {
                rows.count(1).sum(value).counterparts(BigDecimal.TEN);
            } else {
                rows.count(1).sum(value).min(value).max(value);
                if (unit.signum() > 0 && unit.precision() == 1) {
                    rows.value(value, 2);
                }
            }
        }
        return result.build();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysWhatTheSparseResultSaysOfEverySlot(long seed) {
        Random random = new Random(seed);
        for (BigDecimal unit : List.of(BigDecimal.ONE, new BigDecimal("1.0001"), new BigDecimal("1e20"))) {
            for (Rollup rollup : List.of(
                    RollupFixture.of("spent", RollupFixture.SEXES, Aggregate.SUM, Aggregate.MIN, Aggregate.MAX),
                    RollupFixture.with("spent", "people", Aggregate.WEIGHTED_SUM),
                    RollupFixture.with("spent", "people", Aggregate.PAIRED_SUM))) {
                assertSame(result(rollup, random, unit));
            }
        }
        assertSame(result(
                RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.VALUES, Aggregate.SKETCH),
                random,
                BigDecimal.ONE));
    }

    private static void assertSame(RollupResult sparse) {
        SlotColumns columns = SlotColumns.from(sparse);

        assertThat(columns.rollup()).isEqualTo(sparse.rollup());
        assertThat(columns.slots()).isEqualTo(sparse.slots());
        int size = sparse.rollup().combinations().groups().size() * 6;
        boolean sums = sparse.rollup().aggregates().contains(Aggregate.SUM)
                || sparse.rollup().aggregates().contains(Aggregate.PAIRED_SUM);
        for (int slot = 0; slot < size; slot++) {
            assertThat(columns.count(slot)).isEqualTo(sparse.count(slot));
            assertThat(columns.valueless(slot)).isEqualTo(sparse.valueless(slot));
            assertThat(columns.status(slot)).isEqualTo(sparse.status(slot));
            assertThat(columns.hasBreak(slot)).isEqualTo(sparse.hasBreak(slot));
            if (sums) {
                assertThat(columns.sum(slot)).isEqualByComparingTo(sparse.sum(slot));
            }
            if (sparse.rollup().aggregates().contains(Aggregate.MIN)) {
                assertThat(columns.min(slot)).isEqualByComparingTo(sparse.min(slot));
                assertThat(columns.max(slot)).isEqualByComparingTo(sparse.max(slot));
            }
            assertThat(columns.product(slot)).isEqualByComparingTo(sparse.product(slot));
            assertThat(columns.other(slot)).isEqualByComparingTo(sparse.other(slot));
            assertThat(columns.hasNegativeWeight(slot)).isEqualTo(sparse.hasNegativeWeight(slot));
            assertThat(columns.values(slot)).hasToString(sparse.values(slot).toString());
            assertThat(buckets(columns.sketch(slot))).isEqualTo(buckets(sparse.sketch(slot)));
            assertThat(columns.uncertainty(slot)).isEqualTo(sparse.uncertainty(slot));
            assertThat(columns.otherUncertainty(slot)).isEqualTo(sparse.otherUncertainty(slot));
        }
    }

    private static Map<BigDecimal, Long> buckets(@Nullable QuantileSketch sketch) {
        TreeMap<BigDecimal, Long> buckets = new TreeMap<>();
        if (sketch != null) {
            sketch.addTo(buckets);
        }
        return buckets;
    }

    @Test
    void keepsLongsWhereAllValuesFitAndDecimalsWhereOneDoesNot() {
        Rollup rollup = RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.SUM);
        RollupResult.Builder fits = RollupResult.builder(rollup);
        fits.slot(0, 0, ImmutableList.of()).count(1).sum(new BigDecimal("9999999999999999.99"));
        RollupResult.Builder tooLarge = RollupResult.builder(rollup).add(fits.build());
        tooLarge.slot(1, 0, ImmutableList.of()).count(1).sum(new BigDecimal("1e30"));
        RollupResult.Builder tooFine = RollupResult.builder(rollup).add(fits.build());
        tooFine.slot(1, 0, ImmutableList.of()).count(1).sum(new BigDecimal("0.001"));

        DecimalColumn longs =
                Objects.requireNonNull(SlotColumns.from(fits.build()).sums());
        assertThat(longs.isUnscaled()).isTrue();
        assertThat(longs.unscaled(0)).isEqualTo(999_999_999_999_999_999L);
        for (RollupResult.Builder wide : List.of(tooLarge, tooFine)) {
            DecimalColumn decimals =
                    Objects.requireNonNull(SlotColumns.from(wide.build()).sums());
            assertThat(decimals.isUnscaled()).isFalse();
            assertThat(decimals.get(0)).isEqualByComparingTo("9999999999999999.99");
        }
    }

    private static final Rollup SPENT = RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.SUM);

    @Test
    void listsTheSlotsThatHaveARowWithOrWithoutAValueOrAStatus() {
        ObservationStatus[] statuses = new ObservationStatus[6];
        statuses[3] = ObservationStatus.MISSING;
        statuses[4] = ObservationStatus.NORMAL;
        SlotColumns columns = SlotColumns.builder(SPENT, new long[] {0, 2, 0, 0, 0, 0})
                .valueless(new long[] {0, 0, 1, 0, 0, 0})
                .statuses(statuses)
                .build();

        assertThat(columns.slots()).containsExactly(1, 2, 3);
        assertThat(columns.count(1)).isEqualTo(2);
        assertThat(columns.valueless(2)).isEqualTo(1);
        assertThat(columns.status(3)).isEqualTo(ObservationStatus.MISSING);
        assertThat(columns.status(0)).isEqualTo(ObservationStatus.NORMAL);
        assertThat(SlotColumns.builder(SPENT, new long[] {0, 1}).build().slots())
                .as("no statuses, none without a value")
                .containsExactly(1);
        assertThat(columns).hasToString("6 positions of " + SPENT + ", 2 rows");
    }

    @Test
    void countsOneRowAtEachPositionThatIsNamedWithoutCounts() {
        SlotColumns columns = SlotColumns.builder(SPENT, SlotPositions.ofUnsafe(new int[] {1, 4}), null)
                .sums(DecimalColumn.ofUnsafe(new long[] {100, 250}, 2))
                .build();

        assertThat(columns.slots()).containsExactly(1, 4);
        assertThat(columns.countsUnsafe()).isNull();
        assertThat(columns.positions().size()).isEqualTo(2);
        assertThat(new long[] {columns.count(0), columns.count(1), columns.count(4)})
                .containsExactly(0, 1, 1);
        assertThat(columns.sum(4)).isEqualTo(new BigDecimal("2.50"));
        assertThat(columns.sum(0)).isEqualTo(BigDecimal.ZERO);
        assertThat(columns).hasToString("2 positions of " + SPENT + " rows");
    }

    @Test
    void saysWhichPropertiesRowsHaveBesidesTheirNumbers() {
        long[] counts = {1};
        SlotColumns plain = SlotColumns.builder(SPENT, counts).build();
        SlotColumns estimated = SlotColumns.builder(SPENT, counts)
                .statuses(new ObservationStatus[] {ObservationStatus.ESTIMATED})
                .build();
        SlotColumns imprecise = SlotColumns.builder(SPENT, counts)
                .uncertainties(() -> new SlotUncertainty[1])
                .build();
        SlotColumns partlyMissing =
                SlotColumns.builder(SPENT, counts).valueless(new long[] {1}).build();
        SlotColumns bySex = SlotColumns.builder(RollupFixture.of("spent", RollupFixture.SEXES, Aggregate.SUM), counts)
                .build();

        assertThat(List.of(plain, estimated, imprecise, partlyMissing, bySex))
                .extracting(SlotColumns::hasPlainCounts)
                .containsExactly(true, true, true, false, false);
        assertThat(List.of(plain, estimated, imprecise))
                .extracting(SlotColumns::hasStatuses)
                .containsExactly(false, true, false);
        assertThat(List.of(plain, estimated, imprecise))
                .extracting(SlotColumns::hasUncertainties)
                .containsExactly(false, false, true);
    }

    @Test
    void hasBreaksIfAnyPositionHasOne() {
        BitSet breaks = new BitSet();
        SlotColumns none =
                SlotColumns.builder(SPENT, new long[] {1, 1}).breaks(breaks).build();
        BitSet second = new BitSet();
        second.set(1);
        SlotColumns some =
                SlotColumns.builder(SPENT, new long[] {1, 1}).breaks(second).build();

        assertThat(SlotColumns.builder(SPENT, new long[] {1}).build().hasBreaks())
                .isFalse();
        assertThat(none.hasBreaks()).isFalse();
        assertThat(some.hasBreaks()).isTrue();
        assertThat(new boolean[] {some.hasBreak(0), some.hasBreak(1)}).containsExactly(false, true);
    }

    @Test
    void givesTheColumnsThatWereBuilt() {
        DecimalColumn least = DecimalColumn.ofUnsafe(new long[] {1}, 2);
        DecimalColumn greatest = DecimalColumn.ofUnsafe(new long[] {2}, 2);
        long[] counts = {1};
        SlotColumns columns = SlotColumns.builder(SPENT, counts)
                .minima(least)
                .maxima(greatest)
                .build();

        assertThat(columns.minima()).isSameAs(least);
        assertThat(columns.maxima()).isSameAs(greatest);
        assertThat(columns.countsUnsafe()).isSameAs(counts);
        assertThat(SlotColumns.from(columns)).isSameAs(columns);
    }

    @Test
    void leavesOutTheColumnsThatSayNothing() {
        RollupResult.Builder result = RollupResult.builder(SPENT);
        result.slot(2).count(1).sum(BigDecimal.ONE).status(ObservationStatus.NORMAL);

        SlotColumns columns = SlotColumns.from(result.build());

        assertThat(columns.hasPlainCounts()).isTrue();
        assertThat(columns.hasStatuses()).isFalse();
        assertThat(columns.hasUncertainties()).isFalse();
        assertThat(columns.hasBreaks()).isFalse();
        assertThat(columns.positions().slotsUnsafe()).containsExactly(2);
    }
}
