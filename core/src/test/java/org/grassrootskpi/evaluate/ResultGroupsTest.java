package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.ResultAssemblyTest.rows;
import static org.grassrootskpi.evaluate.Slots.A;
import static org.grassrootskpi.evaluate.Slots.B;
import static org.grassrootskpi.evaluate.Slots.ELSEWHERE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/** The groups of a result without dimensions, and with extra ones. */
class ResultGroupsTest {
    private static final Dimension TOWNSHIP = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension QUARTER = Dimension.period(Frequency.QUARTERLY);
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);
    private static final Rollup SPENT = Slots.spent(Aggregate.SUM);

    @Test
    void combinesTheGroupsOfExtraDimensionsInTheirOrder() {
        Dimension sex = Dimension.extra("sex");
        Query bySex = Query.select("spent").groupBy(TOWNSHIP, sex, QUARTER);
        Rollup rollup = RollupFixture.of("spent", RollupFixture.SEXES, Aggregate.SUM);
        Consumer<Slots.Filled> data =
                filled -> filled.rows(A, 0, "women", rows -> rows.count(6).sum(BigDecimal.TEN))
                        .rows(A, 0, "men", rows -> rows.count(6).sum(BigDecimal.ONE))
                        .rows(B, 1, "women", rows -> rows.valueless(1).status(ObservationStatus.SUPPRESSED))
                        .rows(ELSEWHERE, 1, "men", rows -> rows.count(2).sum(BigDecimal.ONE));

        assertThat(rows(new Slots(bySex).with(rollup, data).table(SUM), bySex))
                .containsExactly(
                        "a Q1 men 1 (6/6)",
                        "a Q1 women 10 (6/6)",
                        "b Q2 women no observation (0/3) SUPPRESSED",
                        "- Q2 men 1 (2/3)");
        Query sexFirst = Query.select("spent").groupBy(sex, TOWNSHIP, QUARTER).observedOnly();
        assertThat(rows(new Slots(sexFirst).with(rollup, data).table(SUM), sexFirst))
                .containsExactly("a Q1 men 1 (6/6)", "- Q2 men 1 (2/3)", "a Q1 women 10 (6/6)");
        Query descending = bySex.orderBy(Order.descending(sex));
        assertThat(rows(new Slots(descending).with(rollup, data).table(SUM), descending))
                .containsExactly(
                        "a Q1 women 10 (6/6)",
                        "b Q2 women no observation (0/3) SUPPRESSED",
                        "a Q1 men 1 (6/6)",
                        "- Q2 men 1 (2/3)");
    }

    @Test
    void sortsExtraDimensionsThatAreApart() {
        Dimension sex = Dimension.extra("sex");
        Dimension age = Dimension.extra("age");
        ImmutableList<String> menOld = ImmutableList.of("men", "old");
        ImmutableList<String> menYoung = ImmutableList.of("men", "young");
        ImmutableList<String> womenOld = ImmutableList.of("women", "old");
        CombinationGroups groups = CombinationGroups.of(
                ImmutableList.of("sex", "age"),
                ImmutableMap.of(
                        menOld, ImmutableList.of(menOld),
                        menYoung, ImmutableList.of(menYoung),
                        womenOld, ImmutableList.of(womenOld)));
        Consumer<Slots.Filled> data = filled -> {
            for (ImmutableList<String> group : groups.groups()) {
                for (int quarter = 0; quarter < 2; quarter++) {
                    int number = quarter;
                    filled.rowsOf(A, quarter, group, rows -> rows.count(1).sum(BigDecimal.valueOf(number)));
                }
            }
        };
        Rollup rollup = RollupFixture.of("spent", groups, Aggregate.SUM);
        Query apart = Query.select("spent").groupBy(sex, QUARTER, age);
        Query together = Query.select("spent").groupBy(QUARTER, sex, age);

        assertThat(rows(new Slots(apart).with(rollup, data).table(SUM), apart))
                .containsExactly(
                        "Q1 men old 0 (1/6)",
                        "Q1 men young 0 (1/6)",
                        "Q2 men old 1 (1/6)",
                        "Q2 men young 1 (1/6)",
                        "Q1 women old 0 (1/6)",
                        "Q2 women old 1 (1/6)");
        assertThat(rows(new Slots(together).with(rollup, data).table(SUM), together))
                .containsExactly(
                        "Q1 men old 0 (1/6)",
                        "Q1 men young 0 (1/6)",
                        "Q1 women old 0 (1/6)",
                        "Q2 men old 1 (1/6)",
                        "Q2 men young 1 (1/6)",
                        "Q2 women old 1 (1/6)");
        Query byAge = together.orderBy(Order.descending(age));
        assertThat(rows(new Slots(byAge).with(rollup, data).table(SUM), byAge).get(0))
                .isEqualTo("Q1 men young 0 (1/6)");
    }

    @Test
    void hasOneRowWithoutAnyDimensionAndNoneOfNoPeriod() {
        Query all = Query.select("spent").measures(Measure.count(), Measure.sum());
        ResultGrid whole = new ResultGrid(
                Slots.grid("spent").subjects(),
                ImmutableList.of(new ResultGrid.RegionAxis(
                        Optional.empty(),
                        RegionGroups.whole(RollupFixture.REGIONS, new int[0]),
                        ImmutableIntArray.of(0))),
                Optional.empty(),
                new LevelIndex(RollupFixture.REGIONS));
        Rollup rollup = new Rollup(
                SPENT.indicator(),
                SPENT.source(),
                SPENT.other(),
                SPENT.otherIndicator(),
                SPENT.lag(),
                whole.regions(),
                PeriodGroups.whole(TimePeriodRange.parse("2024-01..2024-06")),
                SPENT.combinations(),
                SPENT.aggregates());
        ImmutableList<ImmutableList<Formula>> formulas =
                ImmutableList.of(ImmutableList.of(Formulas.of(AggregateFunction.COUNT, 0)), ImmutableList.of(SUM));

        assertThat(rows(
                        new Slots(all)
                                .with(rollup, filled -> filled.sum(0, 0, 3, "9"))
                                .table(whole, formulas),
                        all))
                .containsExactly("3 (3/24) 9 (3/24)");
        assertThat(rows(
                        new Slots(all.observedOnly())
                                .with(rollup, filled -> filled.sum(0, 0, 3, "9"))
                                .table(whole, formulas),
                        all))
                .containsExactly("3 (3/24) 9 (3/24)");
        assertThat(rows(new Slots(all.observedOnly()).with(rollup, filled -> {}).table(whole, formulas), all))
                .isEmpty();
        assertThat(rows(new Slots(all).with(rollup, filled -> {}).table(whole, formulas), all))
                .containsExactly("0 (0/24) no observation (0/24)");
        Query having = all.having(Measure.sum(), Range.atLeast(BigDecimal.TEN));
        assertThat(rows(
                        new Slots(having)
                                .with(rollup, filled -> filled.sum(0, 0, 30, "9"))
                                .table(whole, formulas),
                        all))
                .as("the sum is asked, not the count")
                .isEmpty();
        Query byPeriod = Query.select("spent").groupBy(QUARTER);
        assertThat(rows(
                        new Slots(byPeriod)
                                .with(rollup, filled -> filled.sum(0, 0, 3, "9"))
                                .table(whole, ImmutableList.of(ImmutableList.of(SUM))),
                        byPeriod))
                .as("there is no period")
                .isEmpty();
    }
}
