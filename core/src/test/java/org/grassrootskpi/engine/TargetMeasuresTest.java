package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Absence;
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
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds, statuses, missing values and refusals of the measures of targets; the figures are worked out by hand. */
class TargetMeasuresTest extends TargetQuestions {
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

    @ParameterizedTest
    @CsvSource({
        // value of January to March, target, attainment, gap to the schedule
        "30, 120, 0.25, 0",
        "40, 120, 0.3333333333333333333333333333333333, 8.33333333333333333333333333333333E-2",
        "-30, 120, -0.25, -0.5",
        "0, 7, 0, -0.25",
        "1, 3, 0.3333333333333333333333333333333333, 8.33333333333333333333333333333333E-2",
        "9007199254740993, 9007199254740992, 1.000000000000000111022302462515654, 0.750000000000000111022302462515654",
        "9007199254740991, 9007199254740993, 0.9999999999999997779553950749687412, 0.7499999999999997779553950749687412",
        "187649984473770, 375299968947541, 0.4999999999999986677323704498109682, 0.2499999999999986677323704498109682",
    })
    void readsTheSameNumbersHoweverLargeTheyAre(String value, String target, String part, String gap) {
        done.row("flow", "a", "2025-01", "0").row("flow", "a", "2025-02", "0").row("flow", "a", "2025-03", value);
        planned.row("flow", "a", "2025", target);
        Query march = of("flow", "a", "2025-03").groupBy(MONTH);

        assertThat(cell(march, Measure.attainment()).get().setScale(30, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(new BigDecimal(part).setScale(30, RoundingMode.HALF_EVEN));
        assertThat(cell(march, Measure.gapToSchedule()).get().setScale(30, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(new BigDecimal(gap).setScale(30, RoundingMode.HALF_EVEN));
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
