package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotColumnsBuilder;
import org.grassrootskpi.slots.SlotPositions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from slots that were combined for all groups is what folding the roll-ups of each group gives. */
class PackedAgreementTest {
    private static final int REGIONS = 3;
    private static final int PERIODS = 2;
    private static final Aggregate[] AGGREGATES = {Aggregate.SUM, Aggregate.MIN, Aggregate.MAX, Aggregate.VALUES};

    static LongStream seeds() {
        return Seeds.of(PackedAgreementTest.class, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void packedSlotsSayWhatFoldedOnesSay(long seed) {
        Random random = new Random(seed);
        int parts = 1 + random.nextInt(3);
        boolean byMember = random.nextInt(3) == 0;
        boolean alike = random.nextBoolean();
        List<RollupResult> results = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            CombinationGroups combinations = byMember ? RollupFixture.SEXES : CombinationGroups.NONE;
            results.add(columns(random, RollupFixture.of("spent", combinations, AGGREGATES), alike));
        }
        Query query = Query.select("spent");
        ImmutableList<Rollup> rollups =
                results.stream().map(RollupResult::rollup).collect(ImmutableList.toImmutableList());
        Integer[] numbers = IntStream.range(0, parts).boxed().toArray(Integer[]::new);
        RollupResults folded = new RollupResults(query, Slots.grid("spent"), rollups, results);
        for (AggregateFunction function : List.of(
                AggregateFunction.SUM,
                AggregateFunction.MEAN,
                AggregateFunction.MIN,
                AggregateFunction.MAX,
                AggregateFunction.COUNT,
                AggregateFunction.QUANTILE)) {
            Window window = List.of(Window.PERIOD, Window.YEAR_TO_DATE).get(random.nextInt(2));
            AggregateFormula formula = Formulas.of(function, BigDecimal.ZERO, window, false, numbers);
            Slots slots = new Slots(query);
            results.forEach(slots::with);
            // Others of the same roll-ups and window come before, as they do where several measures are asked.
            Evaluation evaluation = slots.evaluation(
                    Formulas.of(AggregateFunction.COUNT, BigDecimal.ZERO, window, false, numbers),
                    Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, window, false, numbers),
                    formula);
            for (int combination = 0; combination < folded.combinations().size(); combination++) {
                for (int slot = 0; slot < REGIONS * PERIODS; slot++) {
                    int period = Formulas.code(slot % PERIODS == 0 ? "2024-Q1" : "2024-Q2");
                    check(evaluation, folded, formula, slot / PERIODS, period, combination);
                }
            }
        }
    }

    private static void check(
            Evaluation evaluation,
            RollupResults results,
            AggregateFormula formula,
            int region,
            int period,
            int combination) {
        SlotFold fold = new SlotFold(results, null, formula, region, period, combination);
        Cell cell = fold.cell();
        String group = formula + " of " + region + ", " + period + ", " + combination;

        assertThat(Formulas.text(evaluation.aggregate(formula, region, period, combination)))
                .as(group)
                .isEqualTo(Formulas.text(cell));
        assertThat(evaluation.present(formula, region, period, combination))
                .as(group)
                .isEqualTo(fold.count());
        assertThat(evaluation.hasRow(formula, region, period, combination))
                .as(group)
                .isEqualTo(fold.hasRow());
        OptionalDouble number = evaluation.number(formula, region, period, combination);
        boolean isAsked = formula.window().kind() == Window.Kind.PERIOD
                && formula.function() != AggregateFunction.MEAN
                && formula.function() != AggregateFunction.QUANTILE;
        if (isAsked) {
            assertThat(number).as(group).isPresent();
        }
        number.ifPresent(
                known -> assertThat(Double.valueOf(known)).as(group).isEqualTo(Double.valueOf(cell.doubleValue())));
        evaluation
                .coverage(formula, region, period, combination)
                .ifPresent(known -> assertThat(Double.valueOf(known))
                        .as(group)
                        .isEqualTo((double) cell.present() / cell.expected().orElseThrow()));
    }

    /** A result of some or all slots, in one of the forms that engines give. */
    private static SlotColumns columns(Random random, Rollup rollup, boolean alike) {
        int all = rollup.combinations().groups().size() * REGIONS * PERIODS;
        boolean isDense = random.nextBoolean();
        int[] present = isDense
                ? IntStream.range(0, all).toArray()
                : IntStream.range(0, all).filter(slot -> random.nextInt(3) > 0).toArray();
        int size = present.length;
        boolean hasCounts = isDense || random.nextBoolean();
        long[] counts = random.longs(size, 0, 4).toArray();
        int scale = alike ? 2 : random.nextInt(3);
        boolean isDecimal = !alike && random.nextInt(3) == 0;
        long[] least = random.longs(size, -50, 50).toArray();
        long[] sums = IntStream.range(0, size)
                .mapToLong(at -> least[at] * (hasCounts ? counts[at] : 1))
                .toArray();
        SlotColumnsBuilder columns = SlotColumns.builder(
                        rollup,
                        isDense ? SlotPositions.all(size) : SlotPositions.ofUnsafe(present),
                        hasCounts ? counts : null)
                .sums(column(sums, scale, isDecimal))
                .minima(column(least, scale, isDecimal))
                .maxima(column(least, scale, isDecimal))
                .values(position -> ValueCounts.of(IntStream.range(0, hasCounts ? (int) counts[position] : 1)
                        .mapToObj(i -> BigDecimal.valueOf(least[position], scale))
                        .toArray(BigDecimal[]::new)));
        if (random.nextInt(3) == 0) {
            SlotUncertainty[] uncertainties = new SlotUncertainty[size];
            for (int at = 0; at < size; at++) {
                if ((hasCounts ? counts[at] : 1) > 0 && random.nextBoolean()) {
                    Range<BigDecimal> bounds = Range.atLeast(BigDecimal.valueOf(least[at], scale));
                    uncertainties[at] = new SlotUncertainty(
                            1,
                            Quantity.of(BigDecimal.ZERO, Unit.RATIO, Qualifier.ABOVE, Range.atLeast(BigDecimal.ZERO)),
                            bounds,
                            bounds);
                }
            }
            columns.uncertainties(() -> uncertainties);
        }
        if (random.nextInt(3) == 0) {
            ObservationStatus[] statuses = new ObservationStatus[size];
            for (int at = 0; at < size; at++) {
                statuses[at] = random.nextInt(3) == 0 ? ObservationStatus.PROVISIONAL : ObservationStatus.NORMAL;
            }
            columns.statuses(statuses);
        }
        return columns.build();
    }

    private static DecimalColumn column(long[] unscaled, int scale, boolean isDecimal) {
        return isDecimal
                ? DecimalColumn.ofUnsafe(LongStream.of(unscaled)
                        .mapToObj(value -> BigDecimal.valueOf(value, scale))
                        .toArray(BigDecimal[]::new))
                : DecimalColumn.ofUnsafe(unscaled, scale);
    }
}
