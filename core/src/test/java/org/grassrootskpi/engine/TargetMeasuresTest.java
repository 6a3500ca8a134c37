package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds, statuses, missing values and refusals of the measures of targets; the figures are worked out by hand. */
class TargetMeasuresTest {
    private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);
    private static final Dimension TOWNSHIP = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension MONTH = Dimension.period(Frequency.MONTHLY);
    private static final TableSchema BY_TYPE =
            TableSchema.builder().addDimensions("type").build();

    private final TableFixture done = places();
    private final TableFixture planned = places();

    private static TableFixture places() {
        TableFixture places = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("a", RegionLevel.COMMUNITY, "t")
                .region("b", RegionLevel.COMMUNITY, "t");
        add(places, "flow", IndicatorKind.FLOW, "count:宗", 0, Direction.HIGHER);
        add(places, "fewer", IndicatorKind.FLOW, "count:宗", 0, Direction.LOWER);
        add(places, "any", IndicatorKind.FLOW, "count:宗", 0, Direction.NEUTRAL);
        add(places, "money", IndicatorKind.FLOW, "CNY", 0, Direction.HIGHER);
        add(places, "stock", IndicatorKind.STOCK, "count:宗", 0, Direction.HIGHER);
        add(places, "growth", IndicatorKind.GROWTH, "ratio", 4, Direction.HIGHER);
        add(places, "rating", IndicatorKind.RATING, "ratio", 0, Direction.HIGHER);
        add(places, "seen", IndicatorKind.RATIO, "ratio", 4, Direction.HIGHER);
        return places.indicator(TableFixture.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                .direction(Direction.HIGHER)
                .numerator("flow")
                .denominator("any")
                .build());
    }

    private static void add(
            TableFixture places, String id, IndicatorKind kind, String unit, int decimals, Direction direction) {
        places.indicator(TableFixture.indicator(id, "s", kind, unit, decimals)
                .direction(direction)
                .build());
    }

    private ResultTable ask(Query query) {
        return ask(query, TableSchema.empty(), TableSchema.empty());
    }

    private ResultTable ask(Query query, TableSchema schema, TableSchema ofTargets) {
        Catalog catalog = done.catalog();
        return Engine.local(TableFixture.table(catalog, schema, done.rows()))
                .withTargets(TableFixture.table(catalog, ofTargets, planned.rows()))
                .execute(query);
    }

    private Cell cell(Query query, Measure measure) {
        ResultTable table = ask(query.measures(measure));
        assertThat(table.refusals()).isEmpty();
        return table.row(table.rowCount() - 1).cell(measure);
    }

    private Refusal refusal(Query query, Measure measure) {
        List<Refusal> refusals = ask(query.measures(measure)).refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }

    private static Query of(String indicator, String region, String period) {
        return Query.select(indicator).within(region).during(period);
    }

    @ParameterizedTest
    @CsvSource({
        // value, target, attainment, least, greatest
        "超500宗, 560宗, 0.8928571428571428571428571428571429, 0.8928, ∞",
        "近500宗, 400宗, 1.25, 0, 1.25",
        "540宗, 近600宗, 0.9, 0.9, ∞",
        "600宗, 超600宗, 1, 1, 1",
        "11.5亿元, 12.0亿元, 0.9583333333333333333333333333333333, 0.9541666, 0.9625",
        "11.5亿元, 近12亿元, 0.9583333333333333333333333333333333, 0.9541666, ∞",
    })
    void carriesWhatAFigureLeavesOpen(String value, String target, String expected, String least, String greatest) {
        String indicator = value.contains("元") ? "money" : "flow";
        done.figure(indicator, "a", "2025", value);
        planned.figure(indicator, "a", "2025", target);

        Cell cell = cell(of(indicator, "a", "2025"), Measure.attainment());

        assertThat(cell.get()).isEqualByComparingTo(expected);
        assertThat(cell.bounds().lowerEndpoint())
                .isBetween(new BigDecimal(least), new BigDecimal(least).add(new BigDecimal("0.0001")));
        assertThat(cell.bounds().hasUpperBound()).isEqualTo(!greatest.equals("∞"));
        if (cell.bounds().hasUpperBound()) {
            assertThat(cell.bounds().upperEndpoint()).isEqualByComparingTo(greatest);
        }
    }

    @Test
    void saysHowAFigureRelatesToItsTarget() {
        done.figure("flow", "a", "2025", "超500宗");
        planned.figure("flow", "a", "2025", "500宗");

        assertThat(cell(of("flow", "a", "2025"), Measure.attainment()).qualifier())
                .isEqualTo(Qualifier.ABOVE);
        assertThat(cell(of("flow", "a", "2025"), Measure.gapToTarget()).bounds().lowerEndpoint())
                .isEqualByComparingTo("0");
    }

    @Test
    void comparesAnIncompleteValueWithTheWholeTargetAndSaysSo() {
        done.row("flow", "a", "2025-01", "10").row("flow", "a", "2025-03", "20");
        planned.row("flow", "a", "2025", "120");
        Query march = of("flow", "a", "2025-03");

        Cell cell = cell(march, Measure.attainment());

        assertThat(cell.get()).isEqualByComparingTo("0.25");
        assertThat(cell.present()).isEqualTo(2);
        assertThat(cell.expected()).hasValue(3);
        assertThat(cell.remarks()).containsExactly(Remark.NOT_PAIRED);
        assertThat(cell(march.missing(MissingPolicy.requireAll()), Measure.attainment())
                        .absence())
                .contains(Absence.INCOMPLETE);
        assertThat(cell(march, Measure.gapToSchedule()).get()).isEqualByComparingTo("0");
        assertThat(cell(march, Measure.gapToTarget()).get()).isEqualByComparingTo("-90");
    }

    @Test
    void takesATargetWithoutFigureForNoneAndKeepsTheStatusOfAValue() {
        done.row(new TableFixture.Row(
                        "flow",
                        "a",
                        TimePeriod.parse("2025"),
                        Optional.of(Quantity.parse("5宗")),
                        ObservationStatus.ESTIMATED,
                        List.of()))
                .row("flow", "b", "2025", "5");
        planned.row("flow", "a", "2025", "10").missing("flow", "b", "2025", ObservationStatus.MISSING);

        assertThat(cell(of("flow", "a", "2025"), Measure.attainment()).status()).isEqualTo(ObservationStatus.ESTIMATED);
        assertThat(cell(of("flow", "b", "2025"), Measure.attainment()).absence())
                .contains(Absence.NO_TARGET);
        assertThat(cell(of("flow", "t", "2025"), Measure.attainment()).absence())
                .contains(Absence.INCOMPLETE_TARGETS);
    }

    @Test
    void takesTheTargetOfARegionItselfBeforeThoseOfItsParts() {
        done.row("flow", "a", "2025", "30").row("flow", "b", "2025", "30");
        planned.row("flow", "t", "2025", "100").row("flow", "a", "2025", "40").row("flow", "b", "2025", "40");

        assertThat(cell(of("flow", "t", "2025"), Measure.target()).get()).isEqualByComparingTo("100");
        assertThat(cell(of("flow", "a", "2025"), Measure.target()).get()).isEqualByComparingTo("40");
    }

    @Test
    void needsNoTargetForARegionWithoutValue() {
        done.row("flow", "a", "2025", "30");
        planned.row("flow", "a", "2025", "40");

        assertThat(cell(of("flow", "t", "2025"), Measure.attainment()).get()).isEqualByComparingTo("0.75");
    }

    @Test
    void needsTheTargetsOfAllPartsOfAYearForItsSchedule() {
        done.row("flow", "a", "2025-01", "30");
        planned.row("flow", "a", "2025-01", "40").row("flow", "a", "2025-02", "40");

        assertThat(cell(of("flow", "a", "2025-01"), Measure.attainment()).get()).isEqualByComparingTo("0.75");
        assertThat(cell(of("flow", "a", "2025-01"), Measure.gapToSchedule()).absence())
                .contains(Absence.INCOMPLETE_TARGETS);
        for (int month = 3; month <= 12; month++) {
            planned.row("flow", "a", TimePeriod.ofMonth(2025, month).toString(), "8");
        }
        // 30 of 160, less a twelfth.
        assertThat(cell(of("flow", "a", "2025-01"), Measure.gapToSchedule()).get())
                .isEqualByComparingTo("0.1041666666666666666666666666666667");
    }

    @ParameterizedTest
    @CsvSource({
        "any, ATTAINMENT, NOT_COMPARABLE, better neither way",
        "growth, ATTAINMENT, NOT_COMPARABLE, is a GROWTH",
        "growth, GAP_TO_SCHEDULE, NOT_COMPARABLE, not half done",
        "growth, ATTAINMENT_FROM_BASELINE, NOT_COMPARABLE, is a GROWTH",
        "rating, GAP_TO_TARGET, NOT_COMPARABLE, is a RATING",
        "rate, GAP_TO_SCHEDULE, NOT_COMPARABLE, not half done",
        "fewer, ATTAINMENT, NOT_COMPARABLE, a part of a year always has less",
        "fewer, GAP_TO_SCHEDULE, NOT_COMPARABLE, not half done",
        "flow, ATTAINMENT_FROM_BASELINE, NOT_COMPARABLE, says nothing beside the year before",
        "money, ATTAINMENT, NO_TARGET, there is no observation of 'money'",
    })
    void refusesWhatSaysNothing(String indicator, Measure.Kind kind, Reason reason, String message) {
        for (String id : List.of("any", "growth", "rating", "fewer", "flow", "rate", "money")) {
            done.row(id, "a", "2025-06", "1");
            if (!id.equals("money")) {
                planned.row(id, "a", "2025", "1");
            }
        }
        Measure measure = switch (kind) {
            case ATTAINMENT -> Measure.attainment();
            case ATTAINMENT_FROM_BASELINE -> Measure.attainmentFromBaseline();
            case GAP_TO_TARGET -> Measure.gapToTarget();
            default -> Measure.gapToSchedule();
        };

        Refusal refusal = refusal(of(indicator, "a", "2025-06"), measure);

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.message()).contains(message);
        assertThat(refusal.suggestion()).isNotBlank();
    }

    @Test
    void refusesASectorAndAScheduleWithoutPeriods() {
        done.row("flow", "a", "2024", "1").row("flow", "a", "2025", "1").row("money", "a", "2025", "1");
        planned.row("flow", "a", "2024", "2").row("flow", "a", "2025", "3").row("money", "a", "2025", "1");

        assertThat(refusal(Query.select("flow", "any").during("2025").groupBy(Dimension.sector()), Measure.attainment())
                        .reason())
                .isEqualTo(Reason.NO_TARGET);
        assertThat(refusal(of("flow", "a", "2024..2025"), Measure.gapToSchedule())
                        .reason())
                .isEqualTo(Reason.NEEDS_PERIOD);
        assertThat(cell(of("flow", "a", "2024..2025"), Measure.attainment()).get())
                .isEqualByComparingTo("0.4");
    }

    @Test
    void asksForATableOfTargets() {
        done.row("flow", "a", "2025", "1");
        Query query = of("flow", "a", "2025").measures(Measure.value(), Measure.attainment());

        ResultTable table = Engine.local(done.table()).execute(query);

        assertThat(table.row(0).cell(Measure.value()).get()).isEqualByComparingTo("1");
        assertThat(table.refusals())
                .extracting(Refusal::toString)
                .containsExactly("attainment of flow: NO_TARGET: the engine has no table of targets;"
                        + " give it one: Engine.local(observations).withTargets(targets)");
    }

    @Test
    void refusesTargetsOfAnotherCatalogue() {
        ObservationTable others = new TableFixture().sector("s", "").table();
        LocalEngine engine = Engine.local(done.table());

        assertThatThrownBy(() -> engine.withTargets(others)).hasMessageContaining("another");
    }

    @Test
    void ranksByWhatIsReachedWhateverTheDirection() {
        done.row("fewer", "a", "2025", "8").row("fewer", "b", "2025", "20");
        planned.row("fewer", "a", "2025", "4").row("fewer", "b", "2025", "30");
        Query query = Query.select("fewer").during("2025").groupBy(COMMUNITY);

        ResultTable table = ask(query.measures(Measure.attainment(), Measure.rank(Measure.attainment()))
                .orderBy(Order.descending(Measure.attainment())));

        assertThat(table.stream()
                        .map(row -> row.region().orElseThrow().code() + " "
                                + row.cell(Measure.attainment()).get() + " "
                                + row.cell(Measure.rank(Measure.attainment())).get()))
                .containsExactly("b 1.5 1", "a 0.5 2");
    }

    @Test
    void comparesAttainmentsOverTime() {
        done.row("flow", "a", "2025-01", "10").row("flow", "a", "2025-02", "20").row("flow", "a", "2025-03", "30");
        planned.row("flow", "a", "2025", "100");
        Measure added = Measure.difference(BasePeriod.PREVIOUS_PERIOD, Measure.attainment());

        assertThat(cell(of("flow", "a", "2025-03"), added).get()).isEqualByComparingTo("0.3");
        assertThat(added).hasToString("difference(previousPeriod, attainment)");
    }

    @Test
    void comparesARateFromTheBeginningOfTheYearInPoints() {
        done.row("flow", "a", "2025-01", "1")
                .row("any", "a", "2025-01", "10")
                .row("flow", "a", "2025-02", "9")
                .row("any", "a", "2025-02", "10");
        planned.row("rate", "a", "2025", "0.8");

        Query february = of("rate", "a", "2025-02");
        assertThat(cell(february, Measure.gapToTarget()).get()).isEqualByComparingTo("-0.3");
        assertThat(cell(february, Measure.gapToTarget()).unit()).isEqualTo(Unit.PERCENTAGE_POINT);
        assertThat(cell(february, Measure.attainment()).get()).isEqualByComparingTo("0.625");
    }

    @Test
    void comparesARateThatIsOnlyObservedAsOfThePeriod() {
        done.row("seen", "a", "2025-01", "0.5").row("seen", "a", "2025-02", "0.6");
        planned.row("seen", "a", "2025", "0.8");

        assertThat(cell(of("seen", "a", "2025-02"), Measure.attainment()).get()).isEqualByComparingTo("0.75");
    }

    @Test
    void measuresFromABaselineThroughZeroAndBelow() {
        done.row("stock", "a", "2024-12", "40").row("stock", "a", "2025-06", "10");
        planned.row("stock", "a", "2025", "0");
        Query june = of("stock", "a", "2025-06");

        assertThat(cell(june, Measure.attainment()).absence()).contains(Absence.ZERO_TARGET);
        assertThat(cell(june, Measure.attainmentFromBaseline()).get()).isEqualByComparingTo("0.75");
        assertThat(cell(june, Measure.gapToSchedule()).get()).isEqualByComparingTo("0.25");
        planned.rows().clear();
        planned.row("stock", "a", "2025", "-20");
        assertThat(cell(june, Measure.attainment()).absence()).contains(Absence.NEGATIVE_TARGET);
        assertThat(cell(june, Measure.attainmentFromBaseline()).get()).isEqualByComparingTo("0.5");
    }

    @Test
    void takesTheYearBeforeAsTheBaselineOfAFlowOfAYear() {
        done.row("flow", "a", "2024", "100").row("flow", "a", "2025", "110");
        planned.row("flow", "a", "2025", "150");

        assertThat(cell(of("flow", "a", "2025"), Measure.attainmentFromBaseline())
                        .get())
                .isEqualByComparingTo("0.2");
    }

    @Test
    void followsOtherPaths() {
        done.row("flow", "a", "2025-03", "40");
        planned.row("flow", "a", "2025", "100");
        Measure seasonal = Measure.gapToSchedule(PlanPath.shares(
                new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.3"), new BigDecimal("0.4")));
        Measure days = Measure.gapToSchedule(PlanPath.days());

        assertThat(cell(of("flow", "a", "2025-03"), seasonal).get()).isEqualByComparingTo("0.3");
        // 90 of 365 days.
        assertThat(cell(of("flow", "a", "2025-03"), days).get())
                .isEqualByComparingTo("0.1534246575342465753424657534246575");
        assertThat(seasonal).hasToString("gapToSchedule(shares, 0.1, 0.2, 0.3, 0.4)");
        assertThat(days).hasToString("gapToSchedule(days)").isNotEqualTo(Measure.gapToSchedule());
        assertThat(Measure.gapToSchedule()).hasToString("gapToSchedule");
    }

    @Test
    void refusesAPathThatDoesNotFitItsDates() {
        done.row("flow", "a", "2025-03", "40");
        planned.row("flow", "a", "2025", "100");
        Measure thirds = Measure.gapToSchedule(PlanPath.shares(
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                new BigDecimal("0.2")));

        assertThat(refusal(of("flow", "a", "2025-03"), thirds).reason()).isEqualTo(Reason.NOT_COMPARABLE);
    }

    @Test
    void countsWeeksAndYearsToDateFromTheBeginningOfTheYear() {
        done.row("flow", "a", "2025-W01", "10").row("flow", "a", "2025-W02", "20");
        done.row("money", "a", "2025-YTD03", "40");
        planned.row("flow", "a", "2025", "100").row("money", "a", "2025", "100");

        assertThat(cell(of("flow", "a", "2025-W02"), Measure.attainment()).get())
                .isEqualByComparingTo("0.3");
        assertThat(cell(of("money", "a", "2025-YTD03"), Measure.gapToSchedule()).get())
                .isEqualByComparingTo("0.15");
    }

    @Test
    void keepsTargetsOfMembersApart() {
        done.row("flow", "a", "2025", "10", "x").row("flow", "a", "2025", "20", "y");
        planned.row("flow", "a", "2025", "20", "x").row("flow", "a", "2025", "30", "z");
        Query query = of("flow", "a", "2025").measures(Measure.attainment());

        ResultTable byType = ask(query.groupBy(Dimension.extra("type")), BY_TYPE, BY_TYPE);
        ResultTable ofType = ask(query.where("type", "x"), BY_TYPE, BY_TYPE);
        ResultTable together = ask(query, BY_TYPE, BY_TYPE);

        assertThat(byType.stream()
                        .map(row -> row.cell(Measure.attainment()))
                        .map(cell -> cell.value()
                                .map(BigDecimal::toPlainString)
                                .orElseGet(() -> cell.absence().orElseThrow().name())))
                .containsExactly("0.5", "NO_TARGET");
        assertThat(ofType.row(0).cell(Measure.attainment()).get()).isEqualByComparingTo("0.5");
        assertThat(together.refusals()).extracting(Refusal::reason).containsExactly(Reason.NO_TARGET);
    }

    @Test
    void comparesAllMembersWithATargetThatHasNone() {
        done.row("flow", "a", "2025", "10", "x").row("flow", "a", "2025", "20", "y");
        planned.row("flow", "a", "2025", "40");
        Query query = of("flow", "a", "2025").measures(Measure.attainment());

        assertThat(ask(query, BY_TYPE, TableSchema.empty())
                        .row(0)
                        .cell(Measure.attainment())
                        .get())
                .isEqualByComparingTo("0.75");
        assertThat(ask(query.where("type", "x"), BY_TYPE, TableSchema.empty()).refusals())
                .extracting(Refusal::message)
                .first()
                .asString()
                .contains("'type', by which targets are not set");
    }

    @Test
    void leavesOutGroupsWithoutObservationAndKeepsThoseWithoutTarget() {
        done.row("flow", "a", "2025", "10");
        planned.row("flow", "b", "2025", "20");
        Query query = Query.select("flow").during("2025").groupBy(COMMUNITY).measures(Measure.target());

        assertThat(ask(query.observedOnly()).stream()
                        .map(row -> row.region().orElseThrow().code() + " "
                                + row.cell(Measure.target()).absence().orElseThrow()))
                .containsExactly("a no target");
        assertThat(ask(query).rowCount()).isEqualTo(2);
    }

    @Test
    void showsTargetsWithoutAnyObservation() {
        planned.row("flow", "a", "2025", "20");

        assertThat(cell(of("flow", "t", "2025"), Measure.target()).absence()).contains(Absence.INCOMPLETE_TARGETS);
        assertThat(cell(of("flow", "a", "2025"), Measure.target()).get()).isEqualByComparingTo("20");
    }

    @Test
    void readsTheTargetsOfACatalogue() {
        Catalog catalog = Catalog.builder()
                .from(done.catalog())
                .addTargets(target("yearly", "2025", "100宗"), target("daily", "2024-06-30", "30宗"))
                .build();

        ObservationTable targets = ObservationTable.ofTargets(catalog);

        assertThat(targets.rows()).isEqualTo(2);
        ResultTable shown = Engine.local(targets)
                .execute(Query.select("flow").groupBy(MONTH).during("2024-06").observedOnly());
        assertThat(shown.row(0).cell(Measure.value()).get()).isEqualByComparingTo("30");
    }

    private static Target target(String id, String deadline, String figure) {
        return Target.builder()
                .id(id)
                .name(TableFixture.text(id))
                .sector("s")
                .region("t")
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse(deadline))
                .indicator("flow")
                .figure(Quantity.parse(figure))
                .citation(Citation.of("report", "1", "x"))
                .build();
    }

    @Test
    void planNamesWhatIsReadOfTargets() {
        done.row("flow", "a", "2025", "10");
        planned.row("flow", "a", "2025", "20");
        Catalog catalog = done.catalog();
        Planner planner = Planner.of(TableFixture.table(catalog, TableSchema.empty(), done.rows()))
                .withTargets(Planner.of(TableFixture.table(catalog, TableSchema.empty(), planned.rows())));
        Query query = Query.select("flow").during("2025").groupBy(TOWNSHIP).measures(Measure.attainment());

        assertThat(planner.plan(query)).asString().contains("targets 0: flow from COMMUNITY, ANNUAL");
        assertThatThrownBy(() -> planner.plan(query).finish(List.of(), rollups -> List.of()))
                .hasMessageContaining("targets");
    }
}
