package org.grassrootskpi.rollup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rows of one slot say, added one by one. The indicator {@code spent} has two decimals, {@code people} none. */
class SlotRowsTest {
    private static final Rollup EXTREMES =
            RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.SUM, Aggregate.MIN, Aggregate.MAX);
    private static final Rollup WEIGHTED = RollupFixture.with("spent", "people", Aggregate.WEIGHTED_SUM);

    /** The true figure is 5 above it to 5 below it, both excluded below. */
    private static final Precision TENS = Precision.from(Quantity.of(
            BigDecimal.ZERO, Unit.RATIO, Qualifier.EXACT, Range.closed(new BigDecimal("-5"), new BigDecimal("5"))));

    private static final Precision ABOVE =
            Precision.from(Quantity.of(BigDecimal.ZERO, Unit.RATIO, Qualifier.ABOVE, Range.atLeast(BigDecimal.ZERO)));

    private static RollupResult result(Rollup rollup, UnaryOperator<SlotRows> rows) {
        RollupResult.Builder result = RollupResult.builder(rollup);
        SlotRows added = rows.apply(result.slot(1));
        assertThat(added).isNotNull();
        return result.build();
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    private static Range<BigDecimal> closed(String from, String to) {
        return Range.closed(decimal(from), decimal(to));
    }

    private static @Nullable Range<BigDecimal> closure(@Nullable Range<BigDecimal> range) {
        return range == null
                ? null
                : SlotUncertainty.between(
                        range.hasLowerBound() ? range.lowerEndpoint() : null,
                        range.hasUpperBound() ? range.upperEndpoint() : null);
    }

    @Test
    void addsUpCountsSumsAndCounterparts() {
        RollupResult result = result(
                EXTREMES,
                rows -> rows.count(2)
                        .count(3)
                        .valueless(1)
                        .valueless(2)
                        .sum(decimal("1.50"))
                        .sum(decimal("-4"))
                        .counterparts(decimal("7"))
                        .counterparts(decimal("0.5")));

        assertThat(result.count(1)).isEqualTo(5);
        assertThat(result.valueless(1)).isEqualTo(3);
        assertThat(result.sum(1)).isEqualTo(decimal("-2.50"));
        assertThat(result.other(1)).isEqualTo(decimal("7.5"));
        assertThat(result.slots()).containsExactly(1);
        assertThat(result).hasToString("1 slots of " + EXTREMES);
    }

    @Test
    void keepsTheWorstStatusAndABreakThatItHides() {
        RollupResult broken = result(
                EXTREMES,
                rows -> rows.status(ObservationStatus.BREAK)
                        .status(ObservationStatus.MISSING)
                        .status(ObservationStatus.ESTIMATED));
        RollupResult whole =
                result(EXTREMES, rows -> rows.status(ObservationStatus.MISSING).status(ObservationStatus.NORMAL));

        assertThat(broken.status(1)).isEqualTo(ObservationStatus.MISSING);
        assertThat(broken.hasBreak(1)).isTrue();
        assertThat(whole.status(1)).isEqualTo(ObservationStatus.MISSING);
        assertThat(whole.hasBreak(1)).isFalse();
    }

    @Test
    void keepsTheLeastAndTheGreatestOfPlainFiguresWithoutBounds() {
        RollupResult result = result(
                EXTREMES,
                rows -> rows.count(3)
                        .min(decimal("2"))
                        .min(decimal("-1"))
                        .min(decimal("5"))
                        .max(decimal("2"))
                        .max(decimal("9"))
                        .max(decimal("5")));

        assertThat(result.min(1)).isEqualTo(decimal("-1"));
        assertThat(result.max(1)).isEqualTo(decimal("9"));
        assertThat(result.uncertainty(1)).isNull();
        assertThat(result.otherUncertainty(1)).isNull();
    }

    @Test
    void boundsTheExtremesOfPrintedAndPlainFigures() {
        RollupResult result = result(EXTREMES, rows -> {
            rows.count(2).min(decimal("3")).max(decimal("8"));
            rows.min(decimal("4")).max(decimal("7"));
            rows.printed(TENS)
                    .count(2)
                    .min(decimal("20"))
                    .min(decimal("10"))
                    .max(decimal("10"))
                    .max(decimal("20"));
            return rows;
        });

        SlotUncertainty uncertainty = requireNonNull(result.uncertainty(1));
        assertThat(result.count(1)).isEqualTo(4);
        assertThat(result.min(1)).isEqualTo(decimal("3"));
        assertThat(result.max(1)).isEqualTo(decimal("20"));
        assertThat(uncertainty.rows()).isEqualTo(2);
        assertThat(uncertainty.offset().bounds())
                .as("two figures, each 5 up or down")
                .isEqualTo(closed("-10", "10"));
        assertThat(uncertainty.min())
                .as("3 is printed to 0.01; 10 is 5 at least")
                .isEqualTo(closed("2.995", "3.005"));
        assertThat(uncertainty.max()).as("20 is 15 at least and 25 at most").isEqualTo(closed("15", "25"));
    }

    @Test
    void sumsOffsetsByTheirNumberAndQualifier() {
        RollupResult result = result(EXTREMES, rows -> {
            rows.printed(TENS).count(3);
            rows.printed(ABOVE).count(1);
            return rows;
        });
        SlotUncertainty uncertainty = requireNonNull(result.uncertainty(1));

        assertThat(uncertainty.rows()).isEqualTo(4);
        assertThat(uncertainty.offset().qualifier()).isEqualTo(Qualifier.ABOVE);
        assertThat(uncertainty.offset().bounds()).isEqualTo(Range.atLeast(decimal("-15")));
        assertThat(uncertainty.min()).isNull();
        assertThat(uncertainty.max()).isNull();
    }

    @Test
    void keepsTheUncertaintyOfWeightsApart() {
        RollupResult result = result(WEIGHTED, rows -> {
            rows.otherPrinted(TENS)
                    .count(2)
                    .min(decimal("1"))
                    .max(decimal("2"))
                    .weighted(decimal("30"), decimal("20"), decimal("10"));
            rows.count(1).min(decimal("4")).max(decimal("4")).weighted(decimal("8"), decimal("2"), decimal("2"));
            return rows;
        });

        assertThat(result.product(1)).isEqualTo(decimal("38"));
        assertThat(result.other(1)).isEqualTo(decimal("22"));
        assertThat(result.min(1)).isEqualTo(decimal("1"));
        assertThat(result.max(1)).isEqualTo(decimal("4"));
        assertThat(result.hasNegativeWeight(1)).isFalse();
        assertThat(result.uncertainty(1)).isNull();
        SlotUncertainty ofWeights = requireNonNull(result.otherUncertainty(1));
        assertThat(ofWeights.rows()).isEqualTo(2);
        assertThat(ofWeights.offset().bounds()).isEqualTo(closed("-10", "10"));
    }

    @Test
    void keepsThePrecisionOfValuesBesideThatOfWeights() {
        RollupResult result = result(WEIGHTED, rows -> {
            rows.printed(TENS).otherPrinted(ABOVE).count(1);
            rows.otherPrinted(ABOVE).printed(TENS).count(1);
            return rows;
        });

        assertThat(result.count(1)).isEqualTo(2);
        assertThat(requireNonNull(result.uncertainty(1)).offset().bounds()).isEqualTo(closed("-10", "10"));
        assertThat(requireNonNull(result.otherUncertainty(1)).offset().bounds()).isEqualTo(Range.atLeast(decimal("0")));
    }

    /** A weight may be negative if its figure is, or if it may be by its precision: people are counted, money is rounded. */
    @Test
    void knowsWhetherAWeightMayBeNegative() {
        assertThat(negative(null, "1")).isFalse();
        assertThat(negative(null, "0")).as("counted").isFalse();
        assertThat(negative(null, "0.00"))
                .as("people with decimals may be -0.005")
                .isTrue();
        assertThat(negative(null, "-2")).isTrue();
        Rollup byMoney = RollupFixture.with("people", "spent", Aggregate.WEIGHTED_SUM);
        assertThat(result(byMoney, rows -> rows.weighted(BigDecimal.ONE, BigDecimal.ONE, decimal("0")))
                        .hasNegativeWeight(1))
                .as("0.00 may be -0.005")
                .isTrue();
        assertThat(result(byMoney, rows -> rows.weighted(BigDecimal.ONE, BigDecimal.ONE, decimal("0.01")))
                        .hasNegativeWeight(1))
                .isFalse();
        assertThat(negative(TENS, "5")).as("may be 0").isFalse();
        assertThat(negative(TENS, "4")).as("may be -1").isTrue();
        assertThat(negative(
                        Precision.from(
                                Quantity.of(BigDecimal.TEN, Unit.RATIO, Qualifier.BELOW, Range.atMost(BigDecimal.TEN))),
                        "10"))
                .as("nothing is known below")
                .isTrue();
    }

    private static boolean negative(@Nullable Precision precision, String least) {
        return result(
                        WEIGHTED,
                        rows -> (precision == null ? rows : rows.otherPrinted(precision))
                                .count(1)
                                .weighted(BigDecimal.ONE, BigDecimal.TEN, decimal(least)))
                .hasNegativeWeight(1);
    }

    @Test
    void onceAWeightMayBeNegativeMoreWeightsDoNotChangeThat() {
        RollupResult result = result(
                WEIGHTED,
                rows -> rows.weighted(BigDecimal.ONE, BigDecimal.ONE, decimal("-1"))
                        .weighted(BigDecimal.ONE, BigDecimal.ONE, decimal("10")));

        assertThat(result.hasNegativeWeight(1)).isTrue();
        assertThat(result.merge(result).hasNegativeWeight(1)).isTrue();
    }

    @Test
    void keepsValuesOrBucketsAsTheRollUpRequests() {
        UnaryOperator<SlotRows> add = rows ->
                rows.value(decimal("1.5"), 2).value(decimal("20.125"), 1).value(decimal("1.5"), 1);
        RollupResult values = result(RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.VALUES), add);
        RollupResult sketch = result(RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.SKETCH), add);

        assertThat(values.values(1)).hasToString("[1.5, 20.125] x [3, 1]");
        assertThat(values.sketch(1)).isNull();
        assertThat(sketch.values(1).size()).isZero();
        TreeMap<BigDecimal, Long> buckets = new TreeMap<>();
        requireNonNull(sketch.sketch(1)).addTo(buckets);
        assertThat(buckets)
                .as("150 has a bucket of its own; 20.125 is 2012 hundredths, in a bucket from 2008 to 2015")
                .isEqualTo(Map.of(decimal("1.50"), 3L, decimal("20.115"), 1L));
        assertThat(values.merge(values).values(1)).hasToString("[1.5, 20.125] x [6, 2]");
        assertThat(requireNonNull(sketch.merge(sketch).sketch(1)).count()).isEqualTo(8);
        assertThat(values.values(0).size()).isZero();
    }

    @Test
    void mergesExtremesOfPrintedAndPlainFigures() {
        RollupResult plain = result(
                EXTREMES,
                rows -> rows.count(1).sum(decimal("3")).min(decimal("3")).max(decimal("3")));
        RollupResult printed = result(EXTREMES, rows -> {
            rows.printed(TENS).count(1).sum(decimal("20")).min(decimal("20")).max(decimal("20"));
            return rows;
        });
        RollupResult empty = result(EXTREMES, rows -> rows.valueless(1).status(ObservationStatus.SUPPRESSED));

        for (RollupResult merged : List.of(
                plain.merge(printed).merge(empty),
                empty.merge(printed).merge(plain),
                printed.merge(plain.merge(empty)))) {
            assertThat(merged.count(1)).isEqualTo(2);
            assertThat(merged.valueless(1)).isEqualTo(1);
            assertThat(merged.sum(1)).isEqualByComparingTo("23");
            assertThat(merged.min(1)).isEqualTo(decimal("3"));
            assertThat(merged.max(1)).isEqualTo(decimal("20"));
            assertThat(merged.status(1)).isEqualTo(ObservationStatus.SUPPRESSED);
            assertThat(requireNonNull(merged.uncertainty(1)).rows()).isEqualTo(1);
            assertThat(closure(requireNonNull(merged.uncertainty(1)).min())).isEqualTo(closed("2.995", "3.005"));
            assertThat(closure(requireNonNull(merged.uncertainty(1)).max())).isEqualTo(closed("15", "25"));
        }
        assertThat(plain.merge(plain).uncertainty(1)).isNull();
        assertThat(plain.merge(empty).min(1)).isEqualTo(decimal("3"));
    }

    @Test
    void mergesTheUncertaintyOfWeights() {
        UnaryOperator<SlotRows> add = rows -> rows.otherPrinted(TENS)
                .count(1)
                .status(ObservationStatus.BREAK)
                .min(decimal("1"))
                .max(decimal("2"))
                .weighted(decimal("30"), decimal("20"), decimal("20"));
        RollupResult merged = result(WEIGHTED, add)
                .merge(result(WEIGHTED, add))
                .merge(result(
                        WEIGHTED,
                        r -> r.count(1)
                                .min(decimal("7"))
                                .max(decimal("0"))
                                .weighted(decimal("1"), decimal("1"), decimal("1"))));

        assertThat(requireNonNull(merged.otherUncertainty(1)).rows()).isEqualTo(2);
        assertThat(requireNonNull(merged.otherUncertainty(1)).offset().bounds()).isEqualTo(closed("-10", "10"));
        assertThat(merged.product(1)).isEqualTo(decimal("61"));
        assertThat(merged.other(1)).isEqualTo(decimal("41"));
        assertThat(merged.min(1)).isEqualTo(decimal("1"));
        assertThat(merged.max(1)).isEqualTo(decimal("2"));
        assertThat(merged.hasBreak(1)).isTrue();
        assertThat(merged.hasNegativeWeight(1)).isFalse();
    }

    @Test
    void givesNothingOfASlotWithoutRows() {
        RollupResult result = result(
                WEIGHTED,
                rows -> rows.count(1)
                        .min(decimal("1"))
                        .max(decimal("1"))
                        .status(ObservationStatus.BREAK)
                        .weighted(decimal("1"), decimal("1"), decimal("-1")));

        assertThat(result.slots()).containsExactly(1);
        for (int empty : new int[] {0, 2}) {
            assertThat(result.count(empty)).isZero();
            assertThat(result.valueless(empty)).isZero();
            assertThat(result.hasBreak(empty)).isFalse();
            assertThat(result.hasNegativeWeight(empty)).isFalse();
            for (BigDecimal value : List.of(
                    result.sum(empty),
                    result.min(empty),
                    result.max(empty),
                    result.product(empty),
                    result.other(empty))) {
                assertThat(value).isEqualTo(BigDecimal.ZERO);
            }
            assertThat(result.otherUncertainty(empty)).isNull();
        }
    }

    @Test
    void countsABuiltResultThatIsNotChangedByFurtherRows() {
        RollupResult.Builder builder = RollupResult.builder(
                RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.VALUES, Aggregate.SKETCH));
        builder.slot(1).count(1).value(decimal("1.00"), 1);
        RollupResult before = builder.build();
        builder.slot(1)
                .count(1)
                .value(decimal("1.00"), 1)
                .status(ObservationStatus.BREAK)
                .valueless(4)
                .sum(BigDecimal.TEN);

        assertThat(before.values(1)).hasToString("[1.00] x [1]");
        assertThat(requireNonNull(before.sketch(1)).count()).isEqualTo(1);
        assertThat(before.hasBreak(1)).isFalse();
        assertThat(before.valueless(1)).isZero();
        assertThat(before.sum(1)).isZero();
        assertThat(builder.build().values(1)).hasToString("[1.00] x [2]");
    }

    @Test
    void refusesSlotsOutsideOfTheRollUp() {
        RollupResult.Builder builder = RollupResult.builder(EXTREMES);

        assertThat(builder.slot(5)).isNotNull();
        assertThat(builder.slot(2, 1, List.of())).isNotNull();
        assertThatThrownBy(() -> builder.slot(6)).hasMessage("Expected a slot of a roll-up from 0, below 6, got 6");
        assertThatThrownBy(() -> builder.slot(-1)).hasMessage("Expected a slot of a roll-up from 0, below 6, got -1");
        assertThatThrownBy(() -> builder.slot(0, 2, List.of()))
                .hasMessage("Expected a slot of a period from 0, below 2, got 2");
    }

    @Test
    void numbersASlotByItsCombinationRegionAndPeriod() {
        RollupResult.Builder builder =
                RollupResult.builder(RollupFixture.of("spent", RollupFixture.SEXES, Aggregate.SUM));
        builder.slot(0, 0, List.of("men")).count(1);
        builder.slot(0, 1, List.of("men")).count(2);
        builder.slot(2, 0, List.of("men")).count(3);
        builder.slot(1, 1, List.of("women")).count(4);
        RollupResult result = builder.build();

        assertThat(result.slots()).containsExactly(0, 1, 4, 9);
        assertThat(new long[] {result.count(0), result.count(1), result.count(4), result.count(9)})
                .containsExactly(1, 2, 3, 4);
    }
}
