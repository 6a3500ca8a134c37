package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotColumnsBuilder;
import org.grassrootskpi.slots.SlotPositions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns of several roll-ups combined slot by slot: six slots of regions and quarters for each combination of members. */
class PackedPartsTest {
    private static final ImmutableList<String> MEN = ImmutableList.of("men");
    private static final ImmutableList<String> WOMEN = ImmutableList.of("women");
    private static final CombinationGroups WOMEN_FIRST = CombinationGroups.of(
            ImmutableList.of("sex"), ImmutableMap.of(WOMEN, ImmutableList.of(WOMEN), MEN, ImmutableList.of(MEN)));
    private static final CombinationGroups WOMEN_ALONE =
            CombinationGroups.of(ImmutableList.of("sex"), ImmutableMap.of(WOMEN, ImmutableList.of(WOMEN)));
    private static final CombinationGroups TOGETHER =
            CombinationGroups.of(ImmutableList.of(), ImmutableMap.of(ImmutableList.of(), ImmutableList.of(MEN, WOMEN)));
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static SlotColumnsBuilder empty(CombinationGroups combinations) {
        return SlotColumns.builder(
                RollupFixture.of("spent", combinations, Aggregate.SUM), SlotPositions.ofUnsafe(new int[0]), null);
    }

    /** A position for every slot, each value in as many rows as the count says. */
    private static SlotColumnsBuilder dense(CombinationGroups combinations, long[] counts, DecimalColumn values) {
        return with(SlotColumns.builder(RollupFixture.of("spent", combinations, Aggregate.SUM), counts), values);
    }

    static SlotColumnsBuilder some(CombinationGroups combinations, int[] slots, DecimalColumn values) {
        return with(
                SlotColumns.builder(
                        RollupFixture.of("spent", combinations, Aggregate.SUM), SlotPositions.ofUnsafe(slots), null),
                values);
    }

    private static SlotColumnsBuilder with(SlotColumnsBuilder columns, DecimalColumn values) {
        return columns.sums(values).minima(values).maxima(values);
    }

    static DecimalColumn longs(int scale, long... unscaled) {
        return DecimalColumn.ofUnsafe(unscaled, scale);
    }

    private static long[] ones(int size) {
        return IntStream.range(0, size).mapToLong(slot -> 1).toArray();
    }

    /** A roll-up without extra dimensions whose first slots have one row each. */
    static SlotColumns plain(int scale, long... unscaled) {
        return dense(
                        CombinationGroups.NONE,
                        IntStream.range(0, 6)
                                .mapToLong(slot -> slot < unscaled.length ? 1 : 0)
                                .toArray(),
                        longs(scale, Arrays.copyOf(unscaled, 6)))
                .build();
    }

    private static PackedParts parts(AggregateFormula formula, SlotColumns... columns) {
        return parts(1, formula, columns);
    }

    static PackedParts parts(int threads, AggregateFormula formula, SlotColumns... columns) {
        RollupResults results = new RollupResults(
                Query.select("spent"),
                Slots.grid("spent"),
                List.of(columns).stream().map(SlotColumns::rollup).collect(ImmutableList.toImmutableList()),
                List.of(columns));
        return new PackedParts(formula, results, threads);
    }

    private static PackedParts parts(AggregateFunction function, SlotColumns... columns) {
        Integer[] numbers = IntStream.range(0, columns.length).boxed().toArray(Integer[]::new);
        return parts(Formulas.of(function, numbers), columns);
    }

    /** What is in the slots: how many rows, and the value. */
    static List<String> slots(PackedParts.Columns columns) {
        List<String> slots = new ArrayList<>();
        DecimalColumn values = Objects.requireNonNull(columns.values);
        for (int position = 0; position < columns.positions.size(); position++) {
            long count = columns.counts == null ? 1 : columns.counts[position];
            slots.add(count == 0 ? "-" : count + ": " + values.get(position).toPlainString());
        }
        return slots;
    }

    @Test
    void combinesMembersByTheirNameInWhateverOrderTheyAre() {
        SlotColumns sorted = dense(
                        RollupFixture.SEXES,
                        new long[] {1, 1, 0, 1, 1, 2, 3, 0, 1, 0, 0, 1},
                        longs(0, 1, 2, 0, 4, 5, 6, 7, 0, 9, 0, 0, 12))
                .build();
        SlotColumns reversed = dense(
                        WOMEN_FIRST,
                        new long[] {1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 2, 2},
                        longs(0, 10, 20, 30, 88, 88, 60, 88, 80, 90, 88, 110, 120))
                .build();
        SlotColumns women =
                some(WOMEN_ALONE, new int[] {0, 3, 5}, longs(0, 100, 400, 600)).build();

        assertThat(slots(parts(AggregateFunction.SUM, sorted, reversed, women).combined(null)))
                .containsExactly(
                        "1: 1", "2: 82", "1: 90", "1: 4", "3: 115", "4: 126", "5: 117", "1: 20", "2: 39", "1: 400", "-",
                        "3: 672");
        assertThat(slots(parts(AggregateFunction.MIN, sorted, reversed, women).combined(null)))
                .containsExactly(
                        "1: 1", "2: 2", "1: 90", "1: 4", "3: 5", "4: 6", "5: 7", "1: 20", "2: 9", "1: 400", "-",
                        "3: 12");
        assertThat(slots(parts(AggregateFunction.MAX, sorted, reversed, women).combined(null)))
                .containsExactly(
                        "1: 1", "2: 80", "1: 90", "1: 4", "3: 110", "4: 120", "5: 100", "1: 20", "2: 30", "1: 400", "-",
                        "3: 600");
    }

    @Test
    void bringsTheMembersOfOneRollupIntoTheirOrder() {
        SlotColumns reversed = dense(WOMEN_FIRST, ones(12), longs(0, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6))
                .build();

        PackedParts.Columns columns = parts(AggregateFunction.SUM, reversed).combined(null);

        assertThat(slots(columns))
                .containsExactly(
                        "1: 1", "1: 2", "1: 3", "1: 4", "1: 5", "1: 6", "1: 7", "1: 8", "1: 9", "1: 10", "1: 11",
                        "1: 12");
    }

    /** A result of few slots is not spread over all of them. */
    @Test
    void takesOneRollupInOrderAsItIs() {
        SlotColumns one =
                some(RollupFixture.SEXES, new int[] {3, 11}, longs(2, 150, 250)).build();

        PackedParts.Columns columns = parts(AggregateFunction.SUM, one).combined(null);

        assertThat(columns.positions).isSameAs(one.positions());
        assertThat(columns.counts).isNull();
        assertThat(columns.values).isSameAs(one.sums());
    }

    @Test
    void givesTheValuesOfAMemberFromEachRollupThatHasIt() {
        SlotColumnsBuilder reversed = dense(WOMEN_FIRST, ones(12), longs(0, new long[12]))
                .values(position -> ValueCounts.of(BigDecimal.valueOf(position)));
        SlotColumnsBuilder women = some(WOMEN_ALONE, new int[] {1, 2}, longs(0, 0, 0))
                .values(position -> ValueCounts.of(BigDecimal.valueOf(100 + position)));
        PackedParts parts = parts(AggregateFunction.QUANTILE, reversed.build(), women.build());

        assertThat(parts.size()).isEqualTo(12);
        assertThat(values(parts, 0)).as("men, a, Q1").containsExactly(6);
        assertThat(values(parts, 5)).as("men, elsewhere, Q2").containsExactly(11);
        assertThat(values(parts, 6)).as("women, a, Q1").containsExactly(0);
        assertThat(values(parts, 7)).as("women, a, Q2").containsExactly(1, 100);
        assertThat(values(parts, 8)).as("women, b, Q1").containsExactly(2, 101);
        assertThat(values(parts, 11)).as("women, elsewhere, Q2").containsExactly(5);
    }

    private static List<Integer> values(PackedParts parts, int slot) {
        return parts.valuesOf(slot).stream()
                .map(values -> values.value(0).intValueExact())
                .toList();
    }

    @Test
    void arePlainWhereCountsSayHowCompleteASlotIs() {
        SlotColumns plain = plain(2, 1);
        SlotColumns together = dense(TOGETHER, ones(6), longs(2, new long[6])).build();
        SlotColumns sexes =
                dense(RollupFixture.SEXES, ones(12), longs(2, new long[12])).build();
        SlotColumns women = dense(WOMEN_ALONE, ones(6), longs(2, new long[6])).build();
        SlotColumns valueless = dense(CombinationGroups.NONE, ones(6), longs(2, new long[6]))
                .valueless(ones(6))
                .build();

        assertThat(parts(AggregateFunction.SUM, plain).arePlain()).isTrue();
        assertThat(parts(AggregateFunction.SUM, plain, plain).arePlain()).isTrue();
        assertThat(parts(AggregateFunction.SUM, women).arePlain()).isTrue();
        assertThat(parts(AggregateFunction.SUM, together).arePlain())
                .as("of one roll-up")
                .isTrue();
        assertThat(parts(AggregateFunction.SUM, plain, together).arePlain())
                .as("two are over members")
                .isFalse();
        assertThat(parts(AggregateFunction.SUM, sexes).arePlain()).isFalse();
        assertThat(parts(AggregateFunction.SUM, valueless).arePlain()).isFalse();
        assertThat(parts(AggregateFunction.SUM, plain, valueless).arePlain()).isFalse();
    }

    private static AggregateFormula sumOf(String... halfSteps) {
        AggregateFormula sum = Formulas.of(AggregateFunction.SUM, 0, 1);
        return new AggregateFormula(
                sum.rollups(),
                sum.regionAxis(),
                sum.function(),
                sum.probability(),
                sum.window(),
                sum.lastPeriodOnly(),
                List.of(halfSteps).stream().map(BigDecimal::new).collect(ImmutableList.toImmutableList()),
                sum.isUnobserved(),
                sum.unit());
    }

    @Test
    void areExactWhereEveryRowIsAsPreciseAsTheOthers() {
        SlotColumns cents = plain(2, 1);
        SlotColumns whole = plain(0, 1);
        SlotColumns nothing = empty(CombinationGroups.NONE).build();
        SlotUncertainty[] about = new SlotUncertainty[6];
        about[0] = new SlotUncertainty(1, Quantity.parse("约3人"), Range.closed(HALF, HALF), Range.closed(HALF, HALF));
        SlotColumns uncertain = dense(CombinationGroups.NONE, ones(6), longs(2, new long[6]))
                .uncertainties(() -> about)
                .build();

        assertThat(parts(sumOf("0.5", "0.50"), cents, cents).areExact()).isTrue();
        assertThat(parts(sumOf("0.5", "0.05"), cents, cents).areExact()).isFalse();
        assertThat(parts(sumOf("0.5", "0.5"), cents, whole).areExact()).isFalse();
        assertThat(parts(sumOf("0.5", "0.5"), cents, uncertain).areExact()).isFalse();
        assertThat(parts(sumOf("0.5", "0.5"), cents, nothing).areExact())
                .as("one has no rows")
                .isTrue();
        assertThat(parts(sumOf("0.5", "0.5"), nothing, nothing).areExact()).isTrue();
    }

    @Test
    void haveValuesIfEachRollupWithRowsHasThem() {
        SlotColumns cents = plain(2, 150);
        SlotColumns nothing = empty(CombinationGroups.NONE).build();
        SlotColumns counted = SlotColumns.builder(
                        RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.SUM), ones(6))
                .build();

        assertThat(slots(parts(AggregateFunction.SUM, nothing, cents).combined(null)))
                .startsWith("1: 1.50", "-");
        assertThat(slots(parts(AggregateFunction.MAX, cents, nothing).combined(null)))
                .startsWith("1: 1.50", "-");
        assertThat(parts(AggregateFunction.SUM, cents, counted).combined(null).values)
                .isNull();
        assertThat(parts(AggregateFunction.COUNT, nothing, nothing).combined(null).values)
                .isNull();
        assertThat(parts(AggregateFunction.COUNT, cents, cents).combined(null).counts)
                .containsExactly(2, 0, 0, 0, 0, 0);
    }

    /** Longs of the greatest scale, as long as each of them holds its number. */
    @ParameterizedTest
    @CsvSource({
        "0,  1,  18, 5,  true,  1.000000000000000005",
        "0,  9,  18, 0,  true,  9.000000000000000000",
        "0, -9,  18, 1,  true,  -8.999999999999999999",
        "0,  10, 18, 1,  false, 10.000000000000000001",
        "0, -10, 18, 1,  false, -9.999999999999999999",
        "0,  9,  18, 999999999999999999,  false, 9.999999999999999999",
        "0, -9,  18, -999999999999999999, false, -9.999999999999999999",
        "0,  1,  19, 1,  false, 1.0000000000000000001",
        "1,  15, 2,  -7, true,  1.43",
        "2,  7,  0,  -1, true,  -0.93",
    })
    void addsValuesOfDifferentScales(
            int scale, long unscaled, int otherScale, long other, boolean fit, BigDecimal sum) {
        for (boolean isSwapped : new boolean[] {false, true}) {
            SlotColumns one = plain(scale, unscaled);
            SlotColumns two = plain(otherScale, other);
            DecimalColumn values = Objects.requireNonNull(
                    (isSwapped ? parts(AggregateFunction.SUM, two, one) : parts(AggregateFunction.SUM, one, two))
                            .combined(null)
                            .values);

            assertThat(values.get(0)).isEqualByComparingTo(sum);
            assertThat(values.isUnscaled()).isEqualTo(fit);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807,  0,                    true",
        "9223372036854775806,  1,                    true",
        "9223372036854775807,  1,                    false",
        "-9223372036854775808, 0,                    true",
        "-9223372036854775808, -1,                   false",
        "-9223372036854775808, 9223372036854775807,  true",
        "-1,                   1,                    true",
        "-1,                   2,                    true",
        "-3,                   2,                    true",
        "-3,                   -4,                   true",
        "5,                    6,                    true",
    })
    void addsLongsAsFarAsTheyReach(long one, long other, boolean fit) {
        BigDecimal sum = BigDecimal.valueOf(one, 2).add(BigDecimal.valueOf(other, 2));
        for (boolean isDense : new boolean[] {true, false}) {
            for (boolean isSwapped : new boolean[] {false, true}) {
                SlotColumns first = column(isDense, isSwapped ? other : one);
                SlotColumns second = column(isDense, isSwapped ? one : other);
                DecimalColumn values = Objects.requireNonNull(
                        parts(AggregateFunction.SUM, first, second).combined(null).values);

                assertThat(values.get(0)).isEqualByComparingTo(sum);
                assertThat(values.isUnscaled()).isEqualTo(fit);
            }
        }
    }

    private static SlotColumns column(boolean isDense, long cents) {
        return isDense
                ? plain(2, cents)
                : some(CombinationGroups.NONE, new int[] {0}, longs(2, cents)).build();
    }

    /** The sum of two of these is beyond a long; neither of them is. */
    @ParameterizedTest
    @EnumSource(
            value = AggregateFunction.class,
            names = {"MIN", "MAX"})
    void extremesOfLargeNumbersAreLongs(AggregateFunction function) {
        for (boolean isDense : new boolean[] {true, false}) {
            SlotColumns[] columns = {column(isDense, Long.MAX_VALUE), column(isDense, Long.MAX_VALUE - 1)};
            DecimalColumn values =
                    Objects.requireNonNull(parts(function, columns).combined(null).values);

            assertThat(values.isUnscaled()).isTrue();
            assertThat(values.unscaled(0))
                    .isEqualTo(function == AggregateFunction.MIN ? Long.MAX_VALUE - 1 : Long.MAX_VALUE);
        }
    }

    @Test
    void sharesCountsThatAreKnown() {
        long[] known = {2, 0, 0, 0, 0, 0};

        assertThat(parts(AggregateFunction.SUM, plain(2, 1), plain(2, 1)).combined(known).counts)
                .isSameAs(known);
        assertThat(Collections.frequency(
                        slots(parts(AggregateFunction.SUM, plain(2, 1), plain(2, 1))
                                .combined(known)),
                        "-"))
                .isEqualTo(5);
    }
}
