package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Formulas.asOf;
import static org.grassrootskpi.evaluate.Formulas.cell;
import static org.grassrootskpi.evaluate.Formulas.code;
import static org.grassrootskpi.evaluate.Formulas.text;
import static org.grassrootskpi.evaluate.Slots.A;
import static org.grassrootskpi.evaluate.Slots.B;
import static org.grassrootskpi.evaluate.Slots.Q1;
import static org.grassrootskpi.evaluate.Slots.Q2;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/** What lies between two groups that are compared: breaks of the series, and unlike moments. */
class ComparedGroupsTest {
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);

    private static Rollup by(String groups, Frequency rows) {
        Rollup spent = Slots.spent(Aggregate.SUM);
        return new Rollup(
                spent.indicator(),
                spent.source(),
                spent.other(),
                spent.otherIndicator(),
                spent.lag(),
                spent.regions(),
                PeriodGroups.of(TimePeriodRange.parse(groups), rows),
                spent.combinations(),
                spent.aggregates());
    }

    private static Consumer<Slots.Filled> breakAt(int region, int slot) {
        return filled -> filled.rows(region, slot, rows -> rows.count(1).status(ObservationStatus.BREAK))
                .sum(A, 0, 1, "1");
    }

    private static boolean hasBreak(Rollup rollup, AggregateFormula formula, int slot, String base, String period) {
        Slots slots = new Slots().with(rollup, breakAt(B, slot));
        return slots.evaluation(formula)
                .hasBreak(
                        formula, new Compared.Groups(B, code(period), code(base), 0), cell("1", 1, 1), cell("1", 1, 1));
    }

    /** Slots 0 to 3 are the quarters of 2024. */
    @Test
    void aBreakCountsAfterTheBaseOrInABaseOfSeveralPeriods() {
        Rollup quarters = by("2024-Q1..2024-Q4", Frequency.MONTHLY);
        Rollup single = by("2024-Q1..2024-Q4", Frequency.QUARTERLY);

        assertThat(hasBreak(quarters, SUM, 1, "2024-Q2", "2024-Q3"))
                .as("a base of three months")
                .isTrue();
        assertThat(hasBreak(quarters, SUM, 2, "2024-Q2", "2024-Q3")).isTrue();
        assertThat(hasBreak(quarters, SUM, 0, "2024-Q2", "2024-Q3"))
                .as("before")
                .isFalse();
        assertThat(hasBreak(quarters, SUM, 3, "2024-Q2", "2024-Q3")).as("after").isFalse();
        assertThat(hasBreak(quarters, SUM, 2, "2024-Q2", "2024-Q4"))
                .as("between")
                .isTrue();
        assertThat(hasBreak(single, SUM, 1, "2024-Q2", "2024-Q3"))
                .as("a base of one quarter")
                .isFalse();
        assertThat(hasBreak(single, SUM, 2, "2024-Q2", "2024-Q3")).isTrue();
        assertThat(hasBreak(single, SUM, 0, "2023-Q4", "2024-Q1"))
                .as("a base outside of the slots")
                .isTrue();
        assertThat(hasBreak(single, SUM, 3, "2024-Q4", "2025-Q1"))
                .as("in the base alone")
                .isFalse();
        assertThat(hasBreak(single, SUM, 3, "2024-Q3", "2025-Q1")).isTrue();
        AggregateFormula two = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.rolling(2), false, 0);
        assertThat(hasBreak(single, two, 1, "2024-Q2", "2024-Q3"))
                .as("in a base of two quarters")
                .isTrue();
        assertThat(hasBreak(single, two, 0, "2024-Q2", "2024-Q3")).isTrue();
    }

    @Test
    void aBreakOfAnotherRegionOrIndicatorDoesNotCount() {
        Rollup quarters = by("2024-Q1..2024-Q4", Frequency.MONTHLY);
        AggregateFormula both = Formulas.of(AggregateFunction.SUM, 0, 1);
        Compared.Groups ofA = new Compared.Groups(A, code("2024-Q3"), code("2024-Q2"), 0);
        Compared.Groups ofB = new Compared.Groups(B, code("2024-Q3"), code("2024-Q2"), 0);
        Cell some = cell("1", 1, 1);
        Slots slots =
                new Slots().with(quarters, filled -> filled.sum(B, 2, 1, "1")).with(quarters, breakAt(B, 2));

        assertThat(slots.evaluation(both).hasBreak(both, ofB, some, some)).isTrue();
        assertThat(slots.evaluation(both).hasBreak(both, ofA, some, some)).isFalse();
        assertThat(slots.evaluation(SUM).hasBreak(SUM, ofB, some, some)).isFalse();
    }

    @Test
    void aBreakOfAStockCountsAfterTheMomentOfTheBase() {
        Rollup months = by("2024-01..2024-12", Frequency.MONTHLY);
        AggregateFormula stock = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.PERIOD, true, 0);
        Compared.Groups groups = new Compared.Groups(B, Q2, Q1, 0);
        for (int month = 0; month < 12; month++) {
            Slots slots = new Slots().with(months, breakAt(B, month));
            assertThat(slots.evaluation(stock).hasBreak(stock, groups, asOf("2", "2024-05"), asOf("1", "2024-02")))
                    .as("month " + (month + 1))
                    .isEqualTo(month >= 2 && month <= 4);
        }
    }

    @Test
    void momentsAreLikeIfTheyHaveThePlaceInTheirGroups() {
        Evaluation evaluation =
                new Slots().with(Slots.spent(Aggregate.SUM), filled -> {}).evaluation(SUM);

        assertThat(evaluation.isLikeMoment(asOf("1", "2024-05"), asOf("1", "2024-02"), BasePeriod.PREVIOUS_PERIOD))
                .isTrue();
        assertThat(evaluation.isLikeMoment(asOf("1", "2024-05"), asOf("1", "2024-03"), BasePeriod.PREVIOUS_PERIOD))
                .isFalse();
        assertThat(evaluation.isLikeMoment(asOf("1", "2024-05"), asOf("1", "2023-05"), BasePeriod.YEAR_EARLIER))
                .isTrue();
        assertThat(evaluation.isLikeMoment(asOf("1", "2024-05"), cell("1", 1, 1), BasePeriod.YEAR_EARLIER))
                .as("one of no moment")
                .isTrue();
        assertThat(evaluation.isLikeMoment(cell("1", 1, 1), asOf("1", "2024-05"), BasePeriod.YEAR_EARLIER))
                .isTrue();
        assertThat(evaluation.earlier(code("2024-Q1"), BasePeriod.YEAR_EARLIER)).isEqualTo(code("2023-Q1"));
        assertThat(evaluation.earlier(code("2024-Q1"), BasePeriod.PREVIOUS_PERIOD))
                .isEqualTo(code("2023-Q4"));
        assertThat(evaluation.earlier(code("2024-02-29"), BasePeriod.YEAR_EARLIER))
                .isEqualTo(-1);
        assertThat(evaluation.earlier(code("0001"), BasePeriod.PREVIOUS_PERIOD)).isEqualTo(-1);
    }

    @Test
    void aChangeOverTheFirstPeriodOfTheCalendarHasNoBase() {
        ChangeFormula change = new ChangeFormula(SUM, BasePeriod.PREVIOUS_PERIOD, false, Optional.empty(), Unit.COUNT);
        Slots slots = new Slots()
                .with(
                        Slots.spent(Aggregate.SUM),
                        filled -> filled.sum(B, 0, 3, "3").sum(B, 1, 3, "5"));

        assertThat(text(change.cell(slots.evaluation(change), B, Q2, 0))).isEqualTo("2 (3/3)");
    }

    @Test
    void groupsOfSeveralMembersAreOpenAndThoseOfOneAreNot() {
        CombinationGroups mixed = CombinationGroups.of(
                ImmutableList.of("sex"),
                ImmutableMap.of(
                        ImmutableList.of("all"),
                        ImmutableList.of(ImmutableList.of("all", "x"), ImmutableList.of("all", "y")),
                        ImmutableList.of("men"),
                        ImmutableList.of(ImmutableList.of("men", "x"))));
        Rollup rollup = RollupFixture.of("spent", mixed, Aggregate.SUM);
        Query query = Query.select("spent").groupBy(Dimension.extra("sex"));
        Slots slots = new Slots(query)
                .with(
                        rollup,
                        filled -> filled.rows(
                                        B,
                                        0,
                                        "all",
                                        rows -> rows.count(2).valueless(3).sum(BigDecimal.TEN))
                                .rows(B, 0, "men", rows -> rows.count(2).sum(BigDecimal.ONE)));
        Evaluation evaluation = slots.evaluation(SUM);

        assertThat(evaluation.combinations()).hasToString("[[all], [men]]");
        assertThat(text(evaluation.aggregate(SUM, B, Q1, 0)))
                .as("five rows of three")
                .isEqualTo("10 (2/5+)");
        assertThat(text(evaluation.aggregate(SUM, B, Q2, 0))).isEqualTo("no observation (0/3+)");
        assertThat(text(evaluation.aggregate(SUM, B, Q1, 1))).isEqualTo("1 (2/3)");
    }
}
