package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.evaluate.Slots.A;
import static org.grassrootskpi.evaluate.Slots.B;
import static org.grassrootskpi.evaluate.Slots.ELSEWHERE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which groups a result has, in which order, and what is in them, as cells and as doubles. */
class ResultAssemblyTest {
    private static final Dimension TOWNSHIP = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension QUARTER = Dimension.period(Frequency.QUARTERLY);
    private static final Query BY_BOTH = Query.select("spent").groupBy(TOWNSHIP, QUARTER);
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);
    private static final Rollup SPENT = Slots.spent(Aggregate.SUM);

    private static final Consumer<Slots.Filled> DATA = filled ->
            filled.sum(A, 0, 6, "10.5").sum(A, 1, 2, "4").sum(B, 0, 3, "6").sum(ELSEWHERE, 1, 1, "7");

    /** A status that a table of sums alone does not have, so that groups are found one by one. */
    private static final Consumer<Slots.Filled> WITH_STATUS = DATA.andThen(
            filled -> filled.rows(ELSEWHERE, 0, rows -> rows.valueless(1).status(ObservationStatus.MISSING)));

    private static String row(ResultRow row, Query query) {
        List<String> parts = new ArrayList<>();
        row.region().map(Region::code).ifPresent(parts::add);
        if (row.region().isEmpty() && query.groupBy().contains(TOWNSHIP)) {
            parts.add("-");
        }
        row.period().ifPresent(period -> parts.add(period.toString().substring(5)));
        for (Dimension dimension : query.groupBy()) {
            if (dimension.isExtra()) {
                row.text(dimension.name()).ifPresent(parts::add);
            }
        }
        query.measures().forEach(measure -> parts.add(Formulas.text(row.cell(measure))));
        return String.join(" ", parts);
    }

    static List<String> rows(ResultTable table, Query query) {
        for (Measure measure : query.measures()) {
            assertThat(table.doubles(measure))
                    .isEqualTo(table.stream()
                            .mapToDouble(row -> row.cell(measure).doubleValue())
                            .toArray());
        }
        return table.stream().map(row -> row(row, query)).collect(Collectors.toList());
    }

    private static List<String> rows(Query query, Consumer<Slots.Filled> data) {
        return rows(new Slots(query).with(SPENT, data).table(SUM), query);
    }

    @Test
    void hasEachRegionAndPeriodButElsewhereOnlyWhereSomethingWasObserved() {
        for (Consumer<Slots.Filled> data : List.of(DATA, WITH_STATUS)) {
            assertThat(rows(BY_BOTH, data))
                    .containsExactly(
                            "a Q1 10.5 (6/6)",
                            "a Q2 4 (2/6)",
                            "b Q1 6 (3/3)",
                            "b Q2 no observation (0/3)",
                            "- Q2 7 (1/3)");
        }
    }

    @Test
    void hasTheGroupsWithAnObservationOnly() {
        for (Consumer<Slots.Filled> data : List.of(DATA, WITH_STATUS)) {
            assertThat(rows(BY_BOTH.observedOnly(), data))
                    .containsExactly("a Q1 10.5 (6/6)", "a Q2 4 (2/6)", "b Q1 6 (3/3)", "- Q2 7 (1/3)");
            assertThat(rows(BY_BOTH.observedOnly().limit(2), data)).containsExactly("a Q1 10.5 (6/6)", "a Q2 4 (2/6)");
        }
        assertThat(rows(BY_BOTH.observedOnly(), filled -> {})).isEmpty();
    }

    @Test
    void nestsGroupsInTheOrderOfTheDimensions() {
        Query periodFirst = Query.select("spent").groupBy(QUARTER, TOWNSHIP);

        assertThat(rows(periodFirst, DATA))
                .containsExactly(
                        "a Q1 10.5 (6/6)", "b Q1 6 (3/3)", "a Q2 4 (2/6)", "b Q2 no observation (0/3)", "- Q2 7 (1/3)");
        assertThat(rows(periodFirst.observedOnly(), DATA))
                .containsExactly("a Q1 10.5 (6/6)", "b Q1 6 (3/3)", "a Q2 4 (2/6)", "- Q2 7 (1/3)");
    }

    @Test
    void ordersRowsByMeasuresAndDimensionsWithAbsentValuesLast() {
        assertThat(rows(BY_BOTH.orderBy(Order.descending(Measure.value())), DATA))
                .containsExactly(
                        "a Q1 10.5 (6/6)", "- Q2 7 (1/3)", "b Q1 6 (3/3)", "a Q2 4 (2/6)", "b Q2 no observation (0/3)");
        assertThat(rows(BY_BOTH.orderBy(Order.ascending(Measure.value())).limit(3), DATA))
                .containsExactly("a Q2 4 (2/6)", "b Q1 6 (3/3)", "- Q2 7 (1/3)");
        assertThat(rows(BY_BOTH.orderBy(Order.descending(QUARTER), Order.descending(TOWNSHIP)), DATA))
                .containsExactly(
                        "- Q2 7 (1/3)", "b Q2 no observation (0/3)", "a Q2 4 (2/6)", "b Q1 6 (3/3)", "a Q1 10.5 (6/6)");
        assertThat(rows(BY_BOTH.orderBy(Order.ascending(QUARTER)).observedOnly(), DATA))
                .containsExactly("a Q1 10.5 (6/6)", "b Q1 6 (3/3)", "a Q2 4 (2/6)", "- Q2 7 (1/3)");
    }

    @Test
    void keepsRowsWhoseValueIsInARange() {
        Query between = BY_BOTH.having(Measure.value(), Range.closed(new BigDecimal("4"), new BigDecimal("7")));

        assertThat(rows(between, DATA)).containsExactly("a Q2 4 (2/6)", "b Q1 6 (3/3)", "- Q2 7 (1/3)");
        assertThat(rows(between.observedOnly(), DATA)).containsExactly("a Q2 4 (2/6)", "b Q1 6 (3/3)", "- Q2 7 (1/3)");
        assertThat(rows(between.having(Measure.value(), Range.lessThan(new BigDecimal("7"))), DATA))
                .containsExactly("a Q2 4 (2/6)", "b Q1 6 (3/3)");
        assertThat(rows(BY_BOTH.limit(0), DATA)).isEmpty();
        assertThat(rows(BY_BOTH.limit(9), DATA)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsSeveralMeasuresOfOneRow(boolean observedOnly) {
        Measure growth = Measure.periodOnPeriod();
        Measure mean = Measure.mean();
        Query query = BY_BOTH.measures(Measure.value(), mean, growth, Measure.count());
        query = observedOnly ? query.observedOnly() : query;
        ChangeFormula change = new ChangeFormula(SUM, BasePeriod.PREVIOUS_PERIOD, true, Optional.empty(), Unit.RATIO);
        Slots slots = new Slots(query).with(SPENT, DATA);

        List<String> rows = rows(
                slots.table(
                        SUM, Formulas.of(AggregateFunction.MEAN, 0), change, Formulas.of(AggregateFunction.COUNT, 0)),
                query);

        assertThat(rows.get(0)).isEqualTo("a Q1 10.5 (6/6) 1.75 (6/6) missing base (6/6) 6 (6/6)");
        assertThat(rows.get(1)).startsWith("a Q2 4 (2/6) 2 (2/6) -0.6190476190").endsWith(" 2 (2/6)");
        assertThat(rows).hasSize(observedOnly ? 4 : 5);
    }

    @Test
    void readsQuotientsAndNumbersOfTwoIndicators() {
        Query query =
                BY_BOTH.measures(Measure.value().as("ratio"), Measure.sum().as("other"));
        Rollup people = RollupFixture.of("people", CombinationGroups.NONE, Aggregate.SUM);
        AggregateFormula other = Formulas.of(AggregateFunction.SUM, 1);
        QuotientFormula ratio = new QuotientFormula(SUM, other, Optional.empty(), false, Unit.RATIO);
        QuotientFormula same =
                new QuotientFormula(SUM, Formulas.of(AggregateFunction.SUM, 2), Optional.empty(), false, Unit.RATIO);
        Slots slots = new Slots(query)
                .with(SPENT, DATA)
                .with(
                        people,
                        filled -> filled.sum(A, 0, 6, "3").sum(B, 0, 3, "0").sum(A, 1, 6, "-8"))
                .with(
                        SPENT,
                        filled -> filled.sum(A, 0, 6, "42").sum(B, 0, 3, "-1.5").sum(A, 1, 6, "0"));

        assertThat(rows(slots.table(ratio, other), query))
                .containsExactly(
                        "a Q1 3.5 (6/6) 3 (6/6)",
                        "a Q2 -0.5 (2/6), not paired -8 (6/6)",
                        "b Q1 zero denominator (3/3) 0 (3/3)",
                        "b Q2 no observation (0/3) no observation (0/3)",
                        "- Q2 missing denominator (0/3) no observation (0/3)");
        assertThat(rows(slots.table(same, SUM), query))
                .containsExactly(
                        "a Q1 0.25 (6/6) 10.5 (6/6)",
                        "a Q2 zero denominator (2/6) 4 (2/6)",
                        "b Q1 -4 (3/3) 6 (3/3)",
                        "b Q2 no observation (0/3) no observation (0/3)",
                        "- Q2 missing denominator (0/3) 7 (1/3)");
    }

    @Test
    void readsNumbersOfWindowsAndUnderAPolicyFromCells() {
        Query all = BY_BOTH.missing(MissingPolicy.requireAll());
        AggregateFormula soFar = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0);

        assertThat(rows(all, DATA))
                .containsExactly(
                        "a Q1 10.5 (6/6)",
                        "a Q2 incomplete (2/6)",
                        "b Q1 6 (3/3)",
                        "b Q2 no observation (0/3)",
                        "- Q2 incomplete (1/3)");
        assertThat(rows(all.observedOnly(), DATA)).hasSize(4).contains("a Q2 incomplete (2/6)");
        assertThat(rows(new Slots(BY_BOTH).with(SPENT, DATA).table(soFar), BY_BOTH))
                .containsExactly("a Q1 10.5 (6/6)", "a Q2 14.5 (8/12)", "b Q1 6 (3/3)", "b Q2 6 (3/6)", "- Q2 7 (1/6)");
        assertThat(rows(new Slots(BY_BOTH.observedOnly()).with(SPENT, DATA).table(soFar), BY_BOTH))
                .containsExactly("a Q1 10.5 (6/6)", "a Q2 14.5 (8/12)", "b Q1 6 (3/3)", "b Q2 6 (3/6)", "- Q2 7 (1/6)");
    }

    @Test
    void comparesPeriodsAsNumbers() {
        Query query = BY_BOTH;
        ChangeFormula growth = new ChangeFormula(SUM, BasePeriod.PREVIOUS_PERIOD, true, Optional.empty(), Unit.RATIO);
        Consumer<Slots.Filled> data = filled -> filled.sum(A, 0, 6, "8")
                .sum(A, 1, 6, "10")
                .sum(B, 0, 3, "-1")
                .sum(B, 1, 3, "5")
                .sum(ELSEWHERE, 0, 3, "0")
                .sum(ELSEWHERE, 1, 3, "5");

        List<String> rows = rows(new Slots(query).with(SPENT, data).table(growth), query);
        assertThat(rows.get(1)).isEqualTo("a Q2 0.25 (6/6)");
        assertThat(rows.get(3)).startsWith("b Q2 negative base");
        assertThat(rows.get(5)).startsWith("- Q2 zero base");
    }

    @Test
    void keepsLargeNumbersExactAsDecimalsAndNearAsDoubles() {
        String large = "90071992547409.93";
        Consumer<Slots.Filled> data = filled -> filled.sum(A, 0, 6, large)
                .sum(A, 1, 6, "-90071992547409.93")
                .sum(B, 0, 3, "90071992547409.92")
                .sum(B, 1, 3, "0.07");

        assertThat(rows(BY_BOTH, data))
                .containsExactly(
                        "a Q1 90071992547409.93 (6/6)",
                        "a Q2 -90071992547409.93 (6/6)",
                        "b Q1 90071992547409.92 (3/3)",
                        "b Q2 0.07 (3/3)");
        assertThat(rows(BY_BOTH.observedOnly(), data)).hasSize(4);
    }

    @Test
    void nestsSeveralSubjects() {
        Query query = Query.select("spent", "people").groupBy(TOWNSHIP, QUARTER);
        Rollup people = RollupFixture.of("people", CombinationGroups.NONE, Aggregate.SUM);
        AggregateFormula ofPeople = Formulas.of(AggregateFunction.SUM, 1);
        for (boolean observed : new boolean[] {false, true}) {
            Query asked = observed ? query.observedOnly() : query;
            ResultTable table = new Slots(asked)
                    .with(SPENT, filled -> filled.sum(A, 0, 6, "10.5").sum(B, 1, 3, "6"))
                    .with(people, filled -> filled.sum(B, 0, 3, "2"))
                    .table(Slots.grid("spent", "people"), ImmutableList.of(ImmutableList.of(SUM, ofPeople)));

            assertThat(rows(table, asked).stream().filter(row -> !row.contains("no observation")))
                    .containsExactly("a Q1 10.5 (6/6)", "b Q2 6 (3/3)", "b Q1 2 (3/3)");
            assertThat(table.stream()
                            .filter(row -> row.cell(Measure.value()).hasValue())
                            .map(row -> row.indicator().orElseThrow()))
                    .containsExactly("spent", "spent", "people");
            assertThat(table.rowCount()).isEqualTo(observed ? 3 : 8);
            assertThat(table.sources().stream().map(source -> source.indicator()))
                    .containsExactly("spent", "people");
        }
    }

    @Test
    void ranksTheRegionsOfAPeriod() {
        Query query = BY_BOTH;
        RankFormula rank = new RankFormula(SUM, new Peers.Regions(Optional.empty()), false, Unit.RANK);
        RankFormula within = new RankFormula(SUM, new Peers.Regions(Optional.of(RegionLevel.COUNTY)), true, Unit.RANK);
        RankFormula alone =
                new RankFormula(SUM, new Peers.Regions(Optional.of(RegionLevel.PROVINCE)), false, Unit.RANK);
        Consumer<Slots.Filled> data = filled ->
                filled.sum(A, 0, 6, "10").sum(B, 0, 3, "20").sum(B, 1, 3, "20").sum(ELSEWHERE, 0, 3, "30");

        assertThat(rows(new Slots(query).with(SPENT, data).table(rank), query))
                .containsExactly(
                        "a Q1 2 (6/6)",
                        "a Q2 no observation (0/6)",
                        "b Q1 1 (3/3)",
                        "b Q2 1 (3/3)",
                        "- Q1 no observation (3/3)");
        assertThat(rows(new Slots(query).with(SPENT, data).table(within), query))
                .contains("a Q1 1 (6/6)", "b Q1 2 (3/3)", "b Q2 1 (3/3)");
        assertThat(rows(new Slots(query).with(SPENT, data).table(alone), query).get(0))
                .startsWith("a Q1 missing base");
    }

    @Test
    void givesTheRowsOfOneGroupForAllRegionsAndTime() {
        assertThatThrownBy(() -> rows(BY_BOTH.orderBy(Order.ascending(Measure.count())), DATA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("count");
    }
}
