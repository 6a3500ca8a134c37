package org.grassrootskpi.evaluate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotPositions;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pairs of six slots: a Q1, a Q2, b Q1, b Q2, elsewhere Q1, elsewhere Q2. */
class PackedPairsTest {
    private static final Rollup PAIRED = RollupFixture.with("spent", "spent", Aggregate.PAIRED_SUM);
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);
    private static final long LIMIT = 1L << 53;
    private static final long[] ONCE = {1, 1, 1, 1, 1, 1};

    private static SlotColumns pairs(Rollup rollup, long[] counts, DecimalColumn ones, DecimalColumn others) {
        return SlotColumns.builder(rollup, counts).paired(ones, others).build();
    }

    private static SlotColumns pairs(long[] counts, long[] ones, long[] others) {
        return pairs(PAIRED, counts, DecimalColumn.ofUnsafe(ones, 2), DecimalColumn.ofUnsafe(others, 2));
    }

    private static @Nullable PackedPairs packed(AggregateFormula one, AggregateFormula other, SlotColumns... results) {
        return PackedPairs.of(new Pair(one, other, ImmutableList.of(0)), ImmutableList.copyOf(results));
    }

    private static PackedPairs packed(SlotColumns... results) {
        return requireNonNull(packed(SUM, SUM, results));
    }

    @Test
    void dividesTheSumsOfAllPairs() {
        PackedPairs pairs = packed(
                pairs(new long[] {1, 1, 0, 1, 2, 1}, new long[] {100, 200, 9, 5, 7, 3}, new long[] {400, 0, 9, -5, 2, 1
                }),
                pairs(new long[] {1, 0, 0, 1, 1, 1}, new long[] {50, 1, 9, 5, 1, 3}, new long[] {200, 1, 9, -5, 2, -1
                }));

        assertThat(pairs.quotient(0)).hasValue(0.25);
        assertThat(pairs.quotient(1).orElseThrow()).as("by zero").isNaN();
        assertThat(pairs.quotient(2).orElseThrow()).as("no pair").isNaN();
        assertThat(pairs.quotient(3)).hasValue(-1);
        assertThat(pairs.quotient(4)).hasValue(2);
        assertThat(pairs.quotient(5).orElseThrow()).as("by nothing left").isNaN();
        assertThat(pairs.growth(0)).hasValue(-0.75);
        assertThat(pairs.growth(1).orElseThrow()).as("from nothing").isNaN();
        assertThat(pairs.growth(2).orElseThrow()).isNaN();
        assertThat(pairs.growth(3).orElseThrow()).as("from a loss").isNaN();
        assertThat(pairs.growth(4)).hasValue(1);
    }

    @Test
    void isUnsureWhereADoubleDoesNotHoldASum() {
        long[] small = {1, 1, 1, 1, 1, 1};
        PackedPairs pairs = packed(
                pairs(ONCE, new long[] {LIMIT, LIMIT + 1, 1, LIMIT, 1, -LIMIT}, new long[] {
                    1, 1, LIMIT + 1, 1, LIMIT, LIMIT
                }),
                pairs(new long[] {0, 0, 0, 1, 1, 0}, small, small),
                pairs(new long[] {0, 1, 1, 1, 1, 0}, small, small));

        assertThat(pairs.quotient(0)).hasValue(LIMIT);
        for (int slot = 1; slot <= 4; slot++) {
            assertThat(pairs.quotient(slot)).as("quotient of slot %s", slot).isEmpty();
            assertThat(pairs.growth(slot)).as("growth of slot %s", slot).isEmpty();
        }
        assertThat(pairs.quotient(5)).hasValue(-1);
        assertThat(pairs.growth(5)).as("a change beyond 2^53").isEqualTo(OptionalDouble.empty());
    }

    @Test
    void findsTheSlotOfARegionAndAPeriod() {
        PackedPairs pairs = packed(pairs(ONCE, new long[6], new long[6]));
        Rollup whole = periods(PeriodGroups.whole(TimePeriodRange.parse("2024-Q1..2024-Q2")));
        PackedPairs one = packed(pairs(
                whole,
                new long[] {1, 1, 1},
                DecimalColumn.ofUnsafe(new long[3], 2),
                DecimalColumn.ofUnsafe(new long[3], 2)));

        assertThat(pairs.slot(Slots.A, Slots.Q1)).isZero();
        assertThat(pairs.slot(Slots.A, Slots.Q2)).isEqualTo(1);
        assertThat(pairs.slot(Slots.ELSEWHERE, Slots.Q2)).isEqualTo(5);
        assertThat(pairs.slot(-1, Slots.Q1)).isEqualTo(-1);
        assertThat(pairs.slot(Slots.A, Formulas.code("2024-Q3"))).isEqualTo(-1);
        assertThat(pairs.slot(Slots.A, 0)).isEqualTo(-1);
        assertThat(one.slot(Slots.B, 0)).isEqualTo(1);
    }

    private static Rollup periods(PeriodGroups periods) {
        return rollup(PAIRED.regions(), periods, PAIRED.combinations());
    }

    private static Rollup rollup(RegionGroups regions, PeriodGroups periods, CombinationGroups combinations) {
        return new Rollup(
                PAIRED.indicator(),
                PAIRED.source(),
                PAIRED.other(),
                PAIRED.otherIndicator(),
                Optional.empty(),
                regions,
                periods,
                combinations,
                ImmutableSet.copyOf(PAIRED.aggregates()));
    }

    @Test
    void onlySumsByPeriodArePacked() {
        SlotColumns columns = pairs(ONCE, new long[6], new long[6]);
        AggregateFormula mean = Formulas.of(AggregateFunction.MEAN, 0);
        AggregateFormula soFar = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0);

        assertThat(packed(SUM, SUM, columns)).isNotNull();
        assertThat(packed(mean, SUM, columns)).isNull();
        assertThat(packed(SUM, mean, columns)).isNull();
        assertThat(packed(soFar, soFar, columns)).isNull();
        assertThat(packed(SUM, SUM)).isNull();
    }

    @Test
    void onlyResultsThatAreAlikeArePacked() {
        SlotColumns columns = pairs(ONCE, ONCE, ONCE);
        DecimalColumn cents = DecimalColumn.ofUnsafe(ONCE, 2);
        DecimalColumn whole = DecimalColumn.ofUnsafe(ONCE, 0);
        DecimalColumn decimals = DecimalColumn.ofUnsafe(new BigDecimal[] {
            BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE
        });
        Rollup months = periods(PeriodGroups.of(TimePeriodRange.parse("2024-Q2..2024-Q3"), Frequency.MONTHLY));
        Rollup sexes = rollup(PAIRED.regions(), PAIRED.periods(), RollupFixture.SEXES);
        Rollup communities = rollup(
                RegionGroups.byLevel(RollupFixture.REGIONS, new int[0], RegionLevel.COMMUNITY),
                PAIRED.periods(),
                PAIRED.combinations());
        SlotColumns nothing = SlotColumns.builder(PAIRED, SlotPositions.ofUnsafe(new int[0]), null)
                .build();
        long[] twelve = new long[12];

        assertThat(packed(SUM, SUM, columns, pairs(PAIRED, ONCE, whole, whole))).isNull();
        assertThat(packed(SUM, SUM, columns, pairs(PAIRED, ONCE, cents, whole))).isNull();
        assertThat(packed(SUM, SUM, columns, pairs(PAIRED, ONCE, decimals, cents)))
                .isNull();
        assertThat(packed(SUM, SUM, columns, pairs(PAIRED, ONCE, cents, decimals)))
                .isNull();
        assertThat(packed(SUM, SUM, columns, pairs(months, ONCE, cents, cents))).isNull();
        assertThat(packed(
                        SUM,
                        SUM,
                        pairs(sexes, twelve, DecimalColumn.ofUnsafe(twelve, 2), DecimalColumn.ofUnsafe(twelve, 2))))
                .isNull();
        assertThat(packed(
                        SUM,
                        SUM,
                        columns,
                        pairs(
                                communities,
                                new long[communities.regions().size() * 2],
                                DecimalColumn.ofUnsafe(
                                        new long[communities.regions().size() * 2], 2),
                                DecimalColumn.ofUnsafe(
                                        new long[communities.regions().size() * 2], 2))))
                .isNull();
        assertThat(packed(SUM, SUM, SlotColumns.builder(PAIRED, ONCE).build())).isNull();
        assertThat(packed(nothing, columns).quotient(3)).hasValue(1);
        assertThat(packed(nothing).quotient(3).orElseThrow()).isNaN();
    }
}
