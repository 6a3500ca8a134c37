package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.INDEX;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.WEEKLY;

import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** Which data every engine must take where there is more than one kind, and what it must expect of it. */
abstract class SourceConformance extends Conformance {
    @Test
    void takesTheCoarsestSourceAndNeverMixesLevels() {
        TableFixture fixture = EngineConformance.fixture()
                .row("petitions", "a", "2024", "1000")
                .row("petitions", "b", "2024", "1");

        ResultTable year = ask(fixture, Query.select("petitions").during("2024").groupBy(region(TOWNSHIP)));
        ResultTable quarters =
                ask(fixture, Query.select("petitions").during("2024").groupBy(region(TOWNSHIP), period(QUARTERLY)));
        ResultTable demanded = ask(
                fixture,
                Query.select("petitions")
                        .during("2024")
                        .groupBy(region(TOWNSHIP))
                        .sourcedFrom(COMMUNITY, MONTHLY));

        assertThat(shown(year, "value")).containsExactly("1000 (1/1)", "1 (1/1)");
        assertThat(year.sources()).containsExactly(Source.of("petitions", TOWNSHIP, ANNUAL));
        assertThat(quarters.sources()).containsExactly(Source.of("petitions", COMMUNITY, MONTHLY));
        assertThat(shown(demanded, "value")).containsExactly("65 (4/24)", "40 (1/12)");
    }

    @Test
    void takesTheMostCompleteSourceRatherThanTheCoarsest() {
        TableFixture fixture = TableFixture.places()
                .indicator("visits", FLOW, "count:宗", 0)
                .row("visits", "b", "2024", "7")
                .row("visits", "a1", "2024", "100")
                .row("visits", "a2", "2024", "100")
                .row("visits", "b1", "2024", "200");
        Query query = Query.select("visits").during("2024");

        assertThat(shown(ask(fixture, query), "value")).containsExactly("400 (3/3)");
        assertThat(shown(ask(fixture, query.groupBy(region(TOWNSHIP))), "value"))
                .containsExactly("200 (2/2)", "200 (1/1)");
        assertThat(shown(ask(fixture, query.within("b")), "value")).containsExactly("7 (1/1)");
        assertThat(shown(ask(fixture, query.sourcedFrom(TOWNSHIP, ANNUAL)), "value"))
                .containsExactly("7 (1/2)");
    }

    @Test
    void doesNotTakeWithheldValuesForComplete() {
        TableFixture fixture = TableFixture.places()
                .indicator("visits", FLOW, "count:宗", 0)
                .missing("visits", "a", "2024", ObservationStatus.SUPPRESSED)
                .row("visits", "b", "2024", "7")
                .row("visits", "a1", "2024", "1")
                .row("visits", "a2", "2024", "2")
                .row("visits", "b1", "2024", "4");

        assertThat(shown(ask(fixture, Query.select("visits").during("2024")), "value"))
                .containsExactly("7 (3/3)");
        assertThat(ask(fixture, Query.select("visits").during("2024")).sources())
                .containsExactly(Source.of("visits", COMMUNITY, ANNUAL));
    }

    @Test
    void asksForTheCompletenessOfTheMembersAskedFor() {
        TableFixture fixture = TableFixture.places()
                .indicator("visits", FLOW, "count:宗", 0)
                .row("visits", "a", "2024", "9", "hotline")
                .row("visits", "a", "2024", "9", "office")
                .row("visits", "b", "2024", "9", "office")
                .row("visits", "a1", "2024", "1", "hotline")
                .row("visits", "a2", "2024", "2", "hotline")
                .row("visits", "b1", "2024", "4", "hotline");
        ObservationTable table =
                fixture.table(TableSchema.builder().addDimensions("channel").build());

        assertThat(shown(
                        engine(table)
                                .execute(Query.select("visits").during("2024").where("channel", "hotline")),
                        "value"))
                .containsExactly("7 (3/3)");
    }

    @Test
    void takesTheMonthsWhereTheYearLacksARegion() {
        TableFixture fixture =
                TableFixture.places().indicator("visits", FLOW, "count:宗", 0).row("visits", "a", "2024", "1");
        for (int month = 1; month <= 12; month++) {
            String period = "2024-" + (month < 10 ? "0" : "") + month;
            fixture.row("visits", "a", period, "1").row("visits", "b", period, "2");
        }

        ResultTable result = ask(fixture, Query.select("visits").during("2024").within("x"));

        assertThat(shown(result, "value")).containsExactly("36 (24/24)");
        assertThat(result.sources()).containsExactly(Source.of("visits", TOWNSHIP, MONTHLY));
    }

    @Test
    void expectsARegionWithoutPartsThatLiesAboveTheDatasLevel() {
        TableFixture fixture = TableFixture.places()
                .region("c", TOWNSHIP, "x")
                .indicator("visits", FLOW, "count:宗", 0)
                .row("visits", "a1", "2024", "1")
                .row("visits", "a2", "2024", "2")
                .row("visits", "b1", "2024", "4");
        Query query = Query.select("visits").during("2024");

        assertThat(shown(ask(fixture, query.measures(Measure.value(), Measure.coverage())), "coverage"))
                .containsExactly("0.75 (3/4)");
        assertThat(shown(ask(fixture, query.missing(MissingPolicy.requireAll())), "value"))
                .containsExactly("incomplete (3/4)");
        assertThat(shown(ask(fixture, query.groupBy(region(TOWNSHIP))), "value"))
                .containsExactly("3 (2/2)", "4 (1/1)", "no observation (0/1)");
        assertThat(shown(ask(fixture, query.groupBy(region(COMMUNITY))), "value"))
                .containsExactly("1 (1/1)", "2 (1/1)", "4 (1/1)");
    }

    @Test
    void givesEachWeekToTheYearOfItsThursday() {
        TableFixture fixture = TableFixture.places()
                .indicator("weekly", FLOW, "count:宗", 0)
                .row("weekly", "a1", "2024-W52", "1")
                .row("weekly", "a1", "2025-W01", "2")
                .row("weekly", "a1", "2025-W02", "4")
                .row("weekly", "a1", "2020-W53", "8");
        Query query =
                Query.select("weekly").within("a1").groupBy(period(WEEKLY)).observedOnly();

        assertThat(shown(ask(fixture, query.during("2024")), "value")).containsExactly("1 (1/1)");
        assertThat(shown(ask(fixture, query.during("2025")), "value")).containsExactly("2 (1/1)", "4 (1/1)");
        assertThat(shown(ask(fixture, query.during("2024-12")), "value")).containsExactly("1 (1/1)");
        assertThat(shown(ask(fixture, query.during("2020")), "value")).containsExactly("8 (1/1)");
        assertThat(shown(ask(fixture, query.during("2021")), "value")).isEmpty();
        assertThat(shown(ask(fixture, query.during("2025-01")), "value")).containsExactly("2 (1/1)", "4 (1/1)");
        assertThat(ask(fixture, query.during("2025-Q1")).row(0).period().orElseThrow())
                .isEqualTo(org.grassrootskpi.time.TimePeriod.parse("2025-W01"));
    }

    @Test
    void expectsAllIndicatorsOverOneTime() {
        TableFixture fixture = TableFixture.places()
                .indicator("g", FLOW, "count:宗", 0)
                .indicator("f", FLOW, "count:宗", 0)
                .row("g", "a1", "2024", "5")
                .row("f", "a1", "2020", "1")
                .row("f", "a1", "2024", "1");
        Query both = Query.select("g", "f").within("a1");

        assertThat(shown(ask(fixture, Query.select("g").within("a1")), "value")).containsExactly("5 (1/1)");
        assertThat(shown(ask(fixture, both), "value")).containsExactly("5 (1/5)", "2 (2/5)");
        assertThat(shown(ask(fixture, both.during("2024")), "value")).containsExactly("5 (1/1)", "1 (1/1)");
    }

    @Test
    void takesInTheTimeOfTheDataThatAnswersWhereNoneIsNamed() {
        // By township and month the index has no weight, and January lies within no year.
        TableFixture fixture = TableFixture.places()
                .indicator("people", FLOW, "count:人", 0)
                .indicator(TableFixture.indicator("mood", "s", INDEX, "ratio", 1)
                        .weight("people")
                        .build())
                .row("mood", "a", "2024-01", "0.1")
                .row("mood", "a1", "2023", "0.5")
                .row("mood", "a2", "2023", "0.9")
                .row("people", "a1", "2023", "100")
                .row("people", "a2", "2023", "300");

        ResultTable result = ask(fixture, Query.select("mood").groupBy(region(TOWNSHIP)));

        assertThat(shown(result, "value")).containsExactly("0.8 (2/2)", "no observation (0/1)");
    }
}
