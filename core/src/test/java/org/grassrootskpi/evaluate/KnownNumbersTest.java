package org.grassrootskpi.evaluate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Slots.A;
import static org.grassrootskpi.evaluate.Slots.B;
import static org.grassrootskpi.evaluate.Slots.ELSEWHERE;
import static org.grassrootskpi.evaluate.Slots.Q1;
import static org.grassrootskpi.evaluate.Slots.Q2;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.junit.jupiter.api.Test;

/** Which numbers are known without a cell, and which are not: those are computed as decimals then. */
class KnownNumbersTest {
    private static final Rollup SPENT = Slots.spent(Aggregate.SUM);
    private static final Rollup PAIRED = RollupFixture.with("spent", "spent", Aggregate.PAIRED_SUM);
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);
    private static final AggregateFormula OTHER = Formulas.of(AggregateFunction.SUM, 1);
    private static final AggregateFormula MEAN = Formulas.of(AggregateFunction.MEAN, 0);
    private static final AggregateFormula STOCK =
            Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.PERIOD, true, 0);
    private static final AggregateFormula UNOBSERVED = new AggregateFormula(
            ImmutableList.of(0),
            0,
            AggregateFunction.SUM,
            BigDecimal.ZERO,
            Window.PERIOD,
            false,
            ImmutableList.of(BigDecimal.ZERO),
            true,
            Unit.COUNT);
    private static final Formula COVERAGE = new CoverageFormula(SUM, Unit.RATIO);
    private static final Optional<Pair> NONE = Optional.empty();
    private static final Pair RATIO_PAIR = new Pair(SUM, OTHER, ImmutableList.of(0));
    private static final Pair CHANGE_PAIR = new Pair(SUM, SUM, ImmutableList.of(0));
    private static final Formula RATIO = new QuotientFormula(SUM, OTHER, Optional.of(RATIO_PAIR), false, Unit.RATIO);

    /** a is complete in both quarters, b in the first alone, elsewhere never. */
    private static void spent(Slots.Filled filled) {
        filled.sum(A, 0, 6, "60.00").sum(A, 1, 6, "90.00");
        filled.sum(B, 0, 3, "30.00").sum(B, 1, 2, "12.00");
        filled.sum(ELSEWHERE, 1, 2, "8.00");
    }

    private static void other(Slots.Filled filled) {
        filled.sum(A, 0, 6, "40.00").sum(A, 1, 6, "40.00").sum(B, 0, 2, "20.00").sum(B, 1, 3, "0.00");
    }

    private static Slots slots(Consumer<Slots.Filled> pairs) {
        return new Slots()
                .with(SPENT, KnownNumbersTest::spent)
                .with(SPENT, KnownNumbersTest::other)
                .withPairs(PAIRED, pairs);
    }

    /** Pairs whose sums are none of the totals. */
    private static void pairs(Slots.Filled filled) {
        filled.pairs(A, 0, 5, "7.00", "1.00").pairs(A, 1, 5, "7.00", "1.00");
        filled.pairs(B, 0, 2, "10.00", "4.00").pairs(B, 1, 2, "9.00", "6.00");
        filled.pairs(ELSEWHERE, 0, 1, "5.00", "1.00").pairs(ELSEWHERE, 1, 1, "5.00", "1.00");
    }

    @Test
    void dividesTotalsThatAreComparedAsTheyAre() {
        Evaluation evaluation = slots(filled -> {}).evaluation(SUM, OTHER, MEAN, STOCK);

        assertThat(evaluation.quotient(SUM, OTHER, NONE, A, Q1)).hasValue(1.5);
        assertThat(evaluation.quotient(SUM, OTHER, NONE, A, Q2)).hasValue(2.25);
        assertThat(evaluation.quotient(SUM, OTHER, NONE, B, Q2)).as("by zero").hasValue(Double.NaN);
        assertThat(evaluation.quotient(SUM, OTHER, NONE, ELSEWHERE, Q2))
                .as("by nothing")
                .hasValue(Double.NaN);
        assertThat(evaluation.quotient(SUM, OTHER, Optional.of(RATIO_PAIR), B, Q1))
                .as("pairs that were not read")
                .hasValue(1.5);
    }

    @Test
    void isUnsureOfWhatHasNoSums() {
        Evaluation evaluation = slots(filled -> {}).evaluation(SUM, OTHER, MEAN, STOCK, COVERAGE);

        assertThat(evaluation.quotient(COVERAGE, OTHER, NONE, A, Q1)).isEmpty();
        assertThat(evaluation.quotient(SUM, COVERAGE, NONE, A, Q1)).isEmpty();
        assertThat(evaluation.quotient(STOCK, OTHER, NONE, A, Q1)).isEmpty();
        assertThat(evaluation.quotient(SUM, STOCK, NONE, A, Q1)).isEmpty();
        assertThat(evaluation.quotient(MEAN, OTHER, NONE, A, Q1)).isEmpty();
        assertThat(evaluation.growth(COVERAGE, NONE, A, Q1, Q2)).isEmpty();
        assertThat(evaluation.growth(STOCK, NONE, A, Q1, Q2)).isEmpty();
        assertThat(evaluation.growth(SUM, NONE, A, Formulas.code("2023-Q1"), Q2))
                .isEmpty();
        assertThat(evaluation.growth(SUM, NONE, A, Q1, Formulas.code("2024-Q3")))
                .isEmpty();
    }

    @Test
    void knowsNothingWherePartsMustBeComplete() {
        Slots strict = new Slots(Query.select("spent").missing(MissingPolicy.requireAll()))
                .with(SPENT, KnownNumbersTest::spent)
                .with(SPENT, KnownNumbersTest::other);
        Evaluation evaluation = strict.evaluation(SUM, OTHER);

        assertThat(evaluation.quotient(SUM, OTHER, NONE, A, Q1)).isEmpty();
        assertThat(evaluation.number(SUM, A, Q1, 0)).isEmpty();
        assertThat(evaluation.numbers(SUM)).isNull();
        assertThat(evaluation.coverage(SUM, A, Q1, 0)).hasValue(1);
    }

    @Test
    void dividesPairsWhereOneSideLacksSomething() {
        Evaluation evaluation = slots(KnownNumbersTest::pairs).evaluation(RATIO);

        assertThat(evaluation.quotient(SUM, OTHER, Optional.of(RATIO_PAIR), A, Q1))
                .as("both are complete")
                .hasValue(1.5);
        assertThat(evaluation.quotient(SUM, OTHER, Optional.of(RATIO_PAIR), B, Q1))
                .as("of the pairs")
                .hasValue(2.5);
        assertThat(evaluation.quotient(SUM, OTHER, Optional.of(RATIO_PAIR), B, Q2))
                .hasValue(1.5);
        assertThat(evaluation.quotient(SUM, OTHER, Optional.of(RATIO_PAIR), ELSEWHERE, Q1))
                .as("neither has a row")
                .hasValue(Double.NaN);
        assertThat(evaluation.quotient(SUM, OTHER, Optional.of(RATIO_PAIR), ELSEWHERE, Q2))
                .as("one has no row")
                .hasValue(Double.NaN);
        assertThat(evaluation.quotient(OTHER, SUM, Optional.of(RATIO_PAIR), ELSEWHERE, Q2))
                .as("one has no row")
                .hasValue(Double.NaN);
        assertThat(evaluation.quotient(SUM, OTHER, NONE, B, Q1))
                .as("without a pair")
                .hasValue(1.5);
    }

    @Test
    void changesAreThoseOfTotalsOrOfPairs() {
        Formula change = new QuotientFormula(SUM, SUM, Optional.of(CHANGE_PAIR), false, Unit.RATIO);
        Evaluation asTheyAre = slots(filled -> {}).evaluation(SUM);
        Evaluation paired = slots(KnownNumbersTest::pairs).evaluation(change);
        Optional<Pair> pair = Optional.of(CHANGE_PAIR);

        assertThat(asTheyAre.growth(SUM, NONE, A, Q1, Q2)).hasValue(0.5);
        assertThat(asTheyAre.growth(SUM, NONE, B, Q1, Q2)).hasValue(-0.6);
        assertThat(asTheyAre.growth(SUM, NONE, ELSEWHERE, Q1, Q2)).hasValue(Double.NaN);
        assertThat(asTheyAre.growth(SUM, pair, B, Q1, Q2))
                .as("pairs that were not read")
                .hasValue(-0.6);
        assertThat(paired.growth(SUM, pair, A, Q1, Q2)).as("both are complete").hasValue(0.5);
        assertThat(paired.growth(SUM, pair, B, Q1, Q2)).as("9 after 6").hasValue(0.5);
        assertThat(paired.growth(SUM, pair, B, Q2, Q1)).as("10 after 4").hasValue(1.5);
        assertThat(paired.growth(SUM, pair, ELSEWHERE, Q1, Q2))
                .as("from no row")
                .hasValue(Double.NaN);
        assertThat(paired.growth(SUM, pair, ELSEWHERE, Q2, Q1)).as("to no row").hasValue(Double.NaN);
        assertThat(paired.growth(SUM, NONE, B, Q1, Q2)).hasValue(-0.6);
    }

    @Test
    void coverageIsThatOfCountsWhereItIsKnownWhatIsExpected() {
        AggregateFormula window = Formulas.of(AggregateFunction.MIN, BigDecimal.ZERO, Window.rolling(2), false, 0);
        Evaluation evaluation =
                slots(filled -> {}).evaluation(SUM, MEAN, STOCK, UNOBSERVED, Formulas.of(AggregateFunction.COUNT, 0));

        assertThat(evaluation.coverage(SUM, A, Q1, 0)).hasValue(1);
        assertThat(evaluation.coverage(SUM, B, Q2, 0)).hasValue(2.0 / 3);
        assertThat(evaluation.coverage(MEAN, B, Q2, 0)).hasValue(2.0 / 3);
        assertThat(evaluation.coverage(SUM, ELSEWHERE, Q1, 0)).hasValue(0);
        assertThat(evaluation.coverage(STOCK, A, Q1, 0)).isEmpty();
        assertThat(evaluation.coverage(UNOBSERVED, A, Q1, 0)).isEmpty();
        assertThat(evaluation.coverage(window, A, Q1, 0))
                .as("not of this recipe")
                .isEmpty();
        assertThat(evaluation.coverage(SUM, A, Formulas.code("2025-Q1"), 0)).isEmpty();
        assertThat(evaluation.coverages(SUM)).isSameAs(evaluation.packed(SUM));
        assertThat(evaluation.coverages(STOCK)).isNull();
        assertThat(evaluation.coverages(UNOBSERVED)).isNull();
    }

    private static PlanPath.Share due(long part, long whole) {
        return new PlanPath.Share(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    private static OptionalDouble attained(PackedSlots of, int at, PackedSlots targets, int by, PlanPath.Share due) {
        return of.attained(at, targets, by, due);
    }

    @Test
    void whatIsAttainedIsTheQuotientLessWhatIsDue() {
        Slots dense = new Slots()
                .with(SlotColumns.builder(SPENT, new long[] {6, 6, 3, 2, 0, 2})
                        .sums(DecimalColumn.ofUnsafe(new long[] {6000, 9000, 3000, 1200, 0, 800}, 2))
                        .build())
                .with(SlotColumns.builder(SPENT, new long[] {6, 6, 2, 3, 0, 0})
                        .sums(DecimalColumn.ofUnsafe(new long[] {4000, 4000, 2000, 0, 0, 0}, 2))
                        .build());
        Evaluation evaluation = dense.evaluation(SUM, OTHER, MEAN, STOCK);
        PackedSlots sums = requireNonNull(evaluation.packed(SUM));
        PackedSlots targets = requireNonNull(evaluation.packed(OTHER));
        PackedSlots means = requireNonNull(evaluation.packed(MEAN));

        assertThat(attained(sums, 0, targets, 0, due(0, 1))).as("60 of 40").hasValue(1.5);
        assertThat(attained(sums, 0, targets, 0, due(1, 2))).hasValue(1);
        assertThat(attained(sums, 0, targets, 0, due(3, 4))).hasValue(0.75);
        assertThat(attained(sums, 2, targets, 2, due(1, 1))).as("30 of 20").hasValue(0.5);
        assertThat(attained(sums, 3, targets, 3, due(1, 2))).as("of zero").hasValue(Double.NaN);
        assertThat(attained(sums, 4, targets, 0, due(1, 2))).as("no value").hasValue(Double.NaN);
        assertThat(attained(sums, 0, targets, 4, due(1, 2))).as("no target").hasValue(Double.NaN);
        assertThat(attained(means, 0, targets, 0, due(1, 2))).as("a mean").isEmpty();
        assertThat(attained(sums, 0, means, 0, due(1, 2))).as("a mean").isEmpty();
        assertThat(attained(sums, 0, targets, 0, due(1, (1 << 20) - 1))).hasValueCloseTo(1.5, Offset.offset(1e-5));
        assertThat(attained(sums, 0, targets, 0, due(1, 1 << 20)))
                .as("too fine a share")
                .isEmpty();
    }

    private static OptionalDouble attained(String sum, String target, PlanPath.Share due) {
        Slots slots = new Slots()
                .with(SPENT, filled -> filled.sum(A, 0, 1, sum))
                .with(SPENT, filled -> filled.sum(A, 0, 1, target));
        Evaluation evaluation = slots.evaluation(SUM, OTHER);
        return requireNonNull(evaluation.packed(SUM)).attained(0, requireNonNull(evaluation.packed(OTHER)), 0, due);
    }

    @Test
    void isUnsureWhereProductsLeaveTheWholeNumbersOfADouble() {
        // 2^53 hundredths, halved and divided by the whole.
        assertThat(attained("45035996273704.96", "1.00", due(0, 1))).hasValue(45035996273704.96);
        assertThat(attained("45035996273704.97", "1.00", due(0, 1))).isEmpty();
        assertThat(attained("-45035996273704.96", "1.00", due(0, 1))).hasValue(-45035996273704.96);
        assertThat(attained("-45035996273704.97", "1.00", due(0, 1))).isEmpty();
        assertThat(attained("1.00", "45035996273704.97", due(0, 1))).isEmpty();
        assertThat(attained("22517998136852.48", "1.00", due(1, 2))).isPresent();
        assertThat(attained("22517998136852.49", "1.00", due(1, 2))).isEmpty();
        assertThat(attained("1.00", "22517998136852.48", due(1, 2))).isPresent();
        assertThat(attained("1.00", "22517998136852.49", due(1, 2))).isEmpty();
        assertThat(attained("1.00", "-1.00", due(1, 2))).hasValue(Double.NaN);
    }
}
