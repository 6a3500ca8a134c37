package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;

import java.util.List;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** How every engine must answer for indicators that follow from others by a formula; the numbers are computed by hand. */
abstract class FormulaConformance extends Conformance {
    private static Indicator derived(String id, IndicatorKind kind, String unit, String formula) {
        return TableFixture.indicator(id, "s", kind, unit, 4)
                .formula(IndicatorFormula.parse(formula))
                .build();
    }

    /** Births, deaths, arrivals and departures of communities a1, a2 (in a) and b1 (in b), and residents. */
    private static TableFixture people() {
        return TableFixture.places()
                .indicator("births", FLOW, "count:人", 0)
                .indicator("deaths", FLOW, "count:人", 0)
                .indicator("moved", FLOW, "count:人", 0)
                .indicator("residents", STOCK, "count:人", 0)
                .indicator("income", FLOW, "CNY", 2)
                .indicator(derived("growth", FLOW, "count:人", "births - deaths + moved"))
                .indicator(derived("rate", RATIO, "ratio", "(births - deaths) / residents"))
                .indicator(derived("calm", RATIO, "ratio", "1 - deaths / residents"))
                .indicator(derived("per.thousand", RATIO, "raw:人/千人", "1000 * births / residents"))
                .indicator(derived("net.rate", RATIO, "ratio", "growth / residents"))
                .indicator(TableFixture.indicator("half", "s", RATIO, "ratio", 4)
                        .numerator("growth")
                        .denominator("births")
                        .build());
    }

    private static TableFixture all(TableFixture fixture, String region, String period, String... values) {
        String[] ids = {"births", "deaths", "moved", "residents"};
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                fixture.row(ids[i], region, period, values[i]);
            }
        }
        return fixture;
    }

    private List<String> values(TableFixture fixture, Query query) {
        return ask(fixture, query).stream()
                .flatMap(row -> query.measures().stream().map(row::cell))
                .map(cell -> cell.refusal()
                        .map(refusal -> refusal.reason().toString())
                        .orElseGet(cell::toString))
                .toList();
    }

    @Test
    void addsTheTotalsOfItsPartsUpAndTakesAway() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024", "10", "4", "1", "100");
        all(fixture, "a2", "2024", "20", "6", "-3", "300");
        all(fixture, "b1", "2024", "5", "9", "2", "50");
        Query query = Query.select("growth", "rate", "calm", "per.thousand", "net.rate", "half")
                .during("2024")
                .groupBy(region(TOWNSHIP))
                .measures(Measure.value());

        assertThat(values(fixture, query))
                .containsExactly(
                        "18 (2/2)",
                        "-2 (1/1)",
                        "0.05 (2/2) as of 2024",
                        "-0.08 (1/1) as of 2024",
                        "0.975 (2/2) as of 2024",
                        "0.82 (1/1) as of 2024",
                        "75 (2/2) as of 2024",
                        "100 (1/1) as of 2024",
                        "0.045 (2/2) as of 2024",
                        "-0.04 (1/1) as of 2024",
                        "0.6 (2/2)",
                        "-0.4 (1/1)");
    }

    @Test
    void takesTheRegionsAndPeriodsThatReportedAllParts() {
        // a1 lacks deaths in February, a2 what moved in January, b1 births throughout: two complete rows of six are
        // left.
        TableFixture fixture = people();
        all(fixture, "a1", "2024-01", "10", "4", "1");
        all(fixture, "a1", "2024-02", "100", "", "1");
        all(fixture, "a2", "2024-01", "1000", "3", "");
        all(fixture, "a2", "2024-02", "20", "6", "2");
        all(fixture, "b1", "2024-01", "", "7", "5");
        all(fixture, "b1", "2024-02", "", "7", "5");
        Query query = Query.select("growth").during("2024-01..2024-02").measures(Measure.value(), Measure.coverage());

        // 10 - 4 + 1 and 20 - 6 + 2; 4 + 5 + 5 observations, less three for each complete row.
        assertThat(values(fixture, query))
                .containsExactly("23 (2/6), 8 unpaired", "0." + "3".repeat(34) + " (2/6), 8 unpaired");
        assertThat(values(fixture, query.groupBy(period(MONTHLY)).measures(Measure.value())))
                .containsExactly("7 (1/3), 4 unpaired", "16 (1/3), 4 unpaired");
        assertThat(values(fixture, query.groupBy(region(COMMUNITY)).measures(Measure.value())))
                .containsExactly("7 (1/2), 2 unpaired", "16 (1/2), 2 unpaired", "missing part (0/2)");
    }

    @Test
    void demandsCompleteRowsWhereThePolicyDoes() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024", "10", "4", "1");
        all(fixture, "a2", "2024", "10", "4");
        all(fixture, "b1", "2024", "10", "4", "1");
        Query query = Query.select("growth").during("2024");

        assertThat(values(fixture, query)).containsExactly("14 (2/3), 2 unpaired");
        assertThat(values(fixture, query.missing(MissingPolicy.requireAll())))
                .containsExactly("incomplete (2/3), 2 unpaired");
        assertThat(values(fixture, query.missing(MissingPolicy.requireAtLeast(0.5))))
                .containsExactly("14 (2/3), 2 unpaired");
    }

    @Test
    void doesNotTakeARowWithoutValueForOne() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024", "10", "4", "1");
        all(fixture, "a2", "2024", "10", "4");
        fixture.missing("moved", "a2", "2024", ObservationStatus.SUPPRESSED);
        all(fixture, "b1", "2024", "10", "4", "1");

        assertThat(values(fixture, Query.select("growth").during("2024")))
                .containsExactly("14 (2/3) SUPPRESSED, 2 unpaired");
    }

    @Test
    void saysThatNoRowIsComplete() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024", "10", "4", "");
        all(fixture, "a2", "2024", "10", "", "1");
        all(fixture, "b1", "2024", "", "4", "1");

        assertThat(values(fixture, Query.select("growth").during("2024")))
                .containsExactly("nothing paired (0/3), 6 unpaired");
    }

    @Test
    void dividesAFlowByTheStockOfTheLastPeriod() {
        TableFixture fixture = people();
        for (String community : List.of("a1", "a2", "b1")) {
            all(fixture, community, "2023", "4", "2", "0", "90");
            all(fixture, community, "2024", "6", "2", "0", "100");
        }

        assertThat(values(fixture, Query.select("rate").during("2023..2024").groupBy(period(ANNUAL))))
                .containsExactly("0.0" + "2".repeat(34) + " (3/3) as of 2023", "0.04 (3/3) as of 2024");
        // 4 + 6 - 2 - 2 of each community by the 100 of 2024.
        assertThat(values(fixture, Query.select("rate").during("2023..2024")))
                .containsExactly("0.06 (6/6) as of 2024, over several periods");
    }

    @Test
    void refusesToDivideByZeroAndKeepsWhatIsUnknownUnknown() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024", "10", "4", "1", "0");
        all(fixture, "a2", "2024", "", "", "", "7");
        Query query = Query.select("rate").during("2024").groupBy(region(COMMUNITY));

        assertThat(values(fixture, query))
                .containsExactly(
                        "zero denominator (1/1) as of 2024", "missing part (0/1) as of 2024", "no observation (0/1)");
    }

    @Test
    void boundsWhatItsPartsLeaveOpen() {
        TableFixture fixture = TableFixture.places()
                .indicator("wages", FLOW, "CNY", 0)
                .indicator("taxes", FLOW, "CNY", 0)
                .indicator("residents", STOCK, "count:人", 0)
                .indicator(derived("net", FLOW, "CNY", "wages - taxes"))
                .indicator(derived("net.per.head", RATIO, "CNY", "(wages - taxes) / residents"))
                .figure("wages", "a1", "2024", "近100元")
                .figure("taxes", "a1", "2024", "20元")
                .row("residents", "a1", "2024", "10");
        Query query = Query.select("net", "net.per.head").within("a1").during("2024");

        // Wages in [0, 100), taxes in [19.5, 20.5].
        assertThat(ask(fixture, query).stream()
                        .map(row -> row.cell(Measure.value()).bounds().toString()))
                .containsExactly("[-20.5..80.5)", "[-2.05..8.05)");
        assertThat(values(fixture, query)).containsExactly("<80 (1/1)", "<8 (1/1) as of 2024");
    }

    @Test
    void sharesRanksAndComparesWhatFollowsFromAFormula() {
        TableFixture fixture = people();
        all(fixture, "a1", "2023", "5", "4", "1");
        all(fixture, "a2", "2023", "9", "2", "1");
        all(fixture, "a1", "2024", "10", "4", "0");
        all(fixture, "a2", "2024", "20", "6", "4");
        Query query = Query.select("growth")
                .within("a")
                .during("2024")
                .groupBy(region(COMMUNITY))
                .measures(Measure.value(), Measure.share(), Measure.rank(), Measure.yearOnYear(), Measure.sum());

        assertThat(values(fixture, query))
                .containsExactly(
                        "6 (1/1)",
                        "0.25 (1/1)",
                        "2 (1/1)",
                        "2 (1/1)",
                        "6 (1/1)", //
                        "18 (1/1)",
                        "0.75 (1/1)",
                        "1 (1/1)",
                        "1.25 (1/1)",
                        "18 (1/1)");
    }

    @Test
    void runsOverAYearToDate() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024-01", "10", "4", "1");
        all(fixture, "a1", "2024-02", "10", "5", "2");
        Query query = Query.select("growth")
                .within("a1")
                .during("2024-02")
                .groupBy(period(MONTHLY))
                .measures(Measure.yearToDate(), Measure.rolling(2));

        assertThat(values(fixture, query)).containsExactly("14 (2/2)", "14 (2/2)");
    }

    @Test
    void takesTheObservedFigureWherePartsDoNotAnswer() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024", "10", "4", "1");
        all(fixture, "a2", "2024", "10", "4", "");
        fixture.row("growth", "a2", "2024", "8");
        Query query = Query.select("growth").within("a").during("2024").groupBy(region(COMMUNITY));

        assertThat(values(fixture, query)).containsExactly("7 (1/1)", "8 (1/1), as observed");
    }

    @Test
    void refusesWhatNeedsObservationsOfItself() {
        TableFixture fixture = people();
        all(fixture, "a1", "2024", "10", "4", "1", "100");
        Query query = Query.select("growth")
                .during("2024")
                .measures(Measure.mean(), Measure.max(), Measure.quantile(0.5), Measure.count());

        assertThat(ask(fixture, query).refusals().get(0).toString())
                .contains("'growth' follows from births - deaths + moved")
                .contains("Measure.value()");
        assertThat(values(fixture, query)).containsExactly("NO_DATA", "NO_DATA", "NO_DATA", "NO_DATA");
        assertThat(values(
                        people().row("births", "a1", "2024", "1"),
                        Query.select("growth").during("2024")))
                .containsExactly("NO_DATA");
    }

    @Test
    void combinesOfMembersTheSameOnes() {
        TableSchema schema = TableSchema.builder().addDimensions("sex").build();
        TableFixture fixture = people();
        for (String id : List.of("births", "deaths", "moved")) {
            fixture.row(id, "a1", "2024", "10", "f").row(id, "a1", "2024", "1", "m");
        }
        fixture.row("births", "a2", "2024", "70", "f").row("deaths", "a2", "2024", "3", "m");
        Query query = Query.select("growth").within("a").during("2024");

        assertThat(ask(fixture, schema, query).stream()
                        .map(row -> row.cell(Measure.value()).toString()))
                .containsExactly("11 (2/3+), 2 unpaired");
        assertThat(ask(fixture, schema, query.where("sex", "f")).stream()
                        .map(row -> row.cell(Measure.value()).toString()))
                .containsExactly("10 (1/2), 1 unpaired");
    }
}
