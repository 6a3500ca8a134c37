package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.BasePeriod.PREVIOUS_PERIOD;
import static org.grassrootskpi.query.BasePeriod.YEAR_EARLIER;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** How every engine must take parts of wholes and places among regions: shares, contributions and ranks. */
abstract class PartConformance extends Conformance {
    @Test
    void givesContributionsOfStocksThatAddUpToTheGrowthOfTheWhole() {
        TableFixture fixture = ComparisonConformance.parts()
                .row("people", "a1", "2023-12", "60")
                .row("people", "a2", "2023-12", "40")
                .row("people", "b1", "2023-12", "100")
                .row("people", "a1", "2024-12", "70")
                .row("people", "a2", "2024-12", "50")
                .row("people", "b1", "2024-12", "90");
        Query query = Query.select("people").during("2024");

        assertThat(shown(
                        fixture,
                        query.groupBy(region(TOWNSHIP)).measures(Measure.contributionTo(COUNTY, YEAR_EARLIER))))
                .containsExactly("0.1 (2/2) as of 2024-12", "-0.05 (1/1) as of 2024-12");
        assertThat(shown(fixture, query.groupBy(region(COUNTY)).measures(Measure.yearOnYear())))
                .containsExactly("0.05 (3/3) as of 2024-12");
    }

    @Test
    void measuresContributionsOfWhoReportedBothAgainstAWholeOfWhoDid() {
        TableFixture fixture = ComparisonConformance.parts()
                .row("received", "a1", "2023", "100")
                .row("received", "a1", "2024", "120")
                .row("received", "a2", "2024", "999")
                .row("received", "b1", "2023", "100")
                .row("received", "b1", "2024", "90");
        Query query = Query.select("received").during("2024");

        assertThat(shown(
                        fixture,
                        query.groupBy(region(TOWNSHIP)).measures(Measure.contributionTo(COUNTY, YEAR_EARLIER))))
                .containsExactly("0.1 (1/2), 1 unpaired", "-0.05 (2/3), 1 unpaired");
        assertThat(shown(fixture, query.groupBy(region(COUNTY)).measures(Measure.yearOnYear())))
                .containsExactly("0.05 (2/3), 1 unpaired");
    }

    @Test
    void ranksStocksOfOneMomentOnly() {
        TableFixture fixture = ComparisonConformance.parts()
                .row("people", "a1", "2024-06", "500")
                .row("people", "a2", "2024-12", "40")
                .row("people", "b1", "2024-12", "100");
        Query query = Query.select("people").during("2024").groupBy(region(COMMUNITY));

        assertThat(shown(fixture, query.measures(Measure.rank())))
                .containsExactly(
                        "different periods (1/1) as of 2024-06", "2 (1/1) as of 2024-12", "1 (1/1) as of 2024-12");
        assertThat(shown(fixture, query.measures(Measure.share())).get(0))
                .isEqualTo("different periods (1/2) as of 2024-06");
    }

    @Test
    void doesNotRankRegionsOfNoRegionAmongEachOther() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("x", COUNTY, "")
                .region("a", TOWNSHIP, "x")
                .region("a1", COMMUNITY, "a")
                .region("c1", COMMUNITY, "x")
                .region("c2", COMMUNITY, "x")
                .indicator("received", FLOW, "count:宗", 0)
                .row("received", "a1", "2024", "1")
                .row("received", "c1", "2024", "2")
                .row("received", "c2", "2024", "3");
        Query query = Query.select("received").during("2024").groupBy(region(COMMUNITY));

        assertThat(shown(fixture, query.measures(Measure.rankWithin(TOWNSHIP))))
                .containsExactly("1 (1/1)", "missing base (1/1)", "missing base (1/1)");
        assertThat(shown(fixture, query.measures(Measure.rankWithin(COUNTY))))
                .containsExactly("3 (1/1)", "2 (1/1)", "1 (1/1)");
    }

    @Test
    void ranksWhatIsVagueBetweenItsBestAndItsWorstPlace() {
        TableFixture fixture = ComparisonConformance.parts()
                .indicator("output", FLOW, "CNY", 0)
                .figure("output", "a1", "2024", "近300元")
                .figure("output", "a2", "2024", "290元")
                .figure("output", "b1", "2024", "400元");
        List<Cell> places = ask(
                        fixture,
                        Query.select("output")
                                .during("2024")
                                .groupBy(region(COMMUNITY))
                                .measures(Measure.rank()))
                .stream()
                .map(row -> row.cell("rank"))
                .toList();

        assertThat(places).extracting(cell -> cell.get().intValueExact()).containsExactly(2, 3, 1);
        assertThat(places).extracting(Cell::bounds).containsExactly(between(2, 3), between(2, 3), between(1, 1));
        assertThat(places.get(2).isExact()).isTrue();
    }

    private static Range<BigDecimal> between(int best, int worst) {
        return best == worst
                ? Range.singleton(BigDecimal.valueOf(best))
                : Range.closed(BigDecimal.valueOf(best), BigDecimal.valueOf(worst));
    }

    @Test
    void refusesPartsAndPlacesOfWhatAddsUpToNothing() {
        TableFixture fixture =
                ComparisonConformance.parts().row("received", "a1", "2023", "1").row("received", "a1", "2024", "1");
        for (Measure measure : List.of(
                Measure.share(Measure.rank(Measure.count())),
                Measure.share(Measure.yearOnYear(Measure.count())),
                Measure.shareOf(COUNTY, Measure.difference(YEAR_EARLIER, Measure.count())),
                Measure.contribution(YEAR_EARLIER, Measure.rank(Measure.count())),
                Measure.share(Measure.share(Measure.count())),
                Measure.share(Measure.rank()),
                Measure.rank(Measure.rank()))) {
            ResultTable result = ask(
                    fixture,
                    Query.select("received")
                            .during("2024")
                            .groupBy(region(COMMUNITY), period(ANNUAL))
                            .measures(measure));

            assertThat(result.refusals())
                    .as(measure.toString())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.NOT_COMPARABLE);
        }
    }

    @Test
    void ranksTheChangeOfRanks() {
        TableFixture fixture = ComparisonConformance.parts();
        for (int month = 1; month <= 3; month++) {
            fixture.row("received", "a1", TimePeriod.ofMonth(2024, month).toString(), Integer.toString(10 * month));
            fixture.row(
                    "received", "a2", TimePeriod.ofMonth(2024, month).toString(), Integer.toString(40 - 10 * month));
        }
        Query query = Query.select("received")
                .during("2024-01..2024-03")
                .groupBy(region(COMMUNITY), period(MONTHLY))
                .measures(Measure.rank(Measure.difference(PREVIOUS_PERIOD, Measure.rank())));

        assertThat(shown(fixture, query).subList(0, 6))
                .containsExactly(
                        "missing base (0/1)", "2 (1/1)", "2 (1/1)", "missing base (0/1)", "1 (1/1)", "1 (1/1)");
    }

    @Test
    void givesAnOnlyChildTheWholeExactly() {
        TableFixture fixture = ComparisonConformance.parts()
                .indicator("output", FLOW, "CNY", 0)
                .figure("output", "a1", "2024", "约100元")
                .figure("output", "b1", "2024", "近300元");
        Query query = Query.select("output").during("2024").groupBy(region(COMMUNITY));
        List<Cell> shares = ask(fixture, query.measures(Measure.share())).stream()
                .map(row -> row.cell("share"))
                .toList();

        assertThat(shares.get(0).isExact()).isTrue();
        assertThat(shares.get(2)).hasToString("1 (1/1)");
        assertThat(shares.get(2).isExact()).isTrue();
    }

    @Test
    void knowsAShareAsAPartOfItsWhole() {
        TableFixture fixture = ComparisonConformance.parts()
                .figure("received", "a1", "2024", "近300宗")
                .figure("received", "a2", "2024", "100宗");
        Cell share = ask(
                        fixture,
                        Query.select("received")
                                .during("2024")
                                .groupBy(region(COMMUNITY))
                                .measures(Measure.share()))
                .row(0)
                .cell("share");

        assertThat(share.get()).isEqualByComparingTo("0.75");
        assertThat(share.qualifier()).isEqualTo(Qualifier.BELOW);
        assertThat(share.bounds().lowerEndpoint()).isEqualByComparingTo("0");
        assertThat(share.bounds().upperEndpoint()).isEqualByComparingTo("0.75");
    }

    /** Each side of such a share is rounded to 34 digits by itself, so that the rest is known to as many digits only. */
    @Test
    void boundsSharesOfQuotientsWithoutAFiniteDecimal() {
        for (String formula : List.of("received / 3", "received / 7")) {
            for (int part = 1; part <= 60; part++) {
                TableFixture fixture = ComparisonConformance.parts()
                        .indicator(TableFixture.indicator("each", "s", FLOW, "count:宗", 4)
                                .formula(IndicatorFormula.parse(formula))
                                .build())
                        .row("received", "a1", "2024", Integer.toString(part))
                        .row("received", "a2", "2024", "2");
                Query query = Query.select("each").during("2024").within("a1").groupBy(region(COMMUNITY));
                Cell share =
                        ask(fixture, query.measures(Measure.share())).row(0).cell("share");
                BigDecimal whole = BigDecimal.valueOf(part + 2L);

                assertThat(share.bounds().lowerEndpoint().multiply(whole))
                        .isLessThanOrEqualTo(BigDecimal.valueOf(part));
                assertThat(share.bounds().upperEndpoint().multiply(whole))
                        .isGreaterThanOrEqualTo(BigDecimal.valueOf(part));
                assertThat(share.bounds()
                                .upperEndpoint()
                                .subtract(share.bounds().lowerEndpoint()))
                        .isLessThan(new BigDecimal("1e-31"));
            }
        }
    }

    @Test
    void boundsAShareOfAFigureOfItsOwnThatTheWholeDoesNotContain() {
        TableFixture fixture = ComparisonConformance.parts()
                .indicator(TableFixture.indicator("each", "s", FLOW, "count:宗", 4)
                        .formula(IndicatorFormula.parse("received / 3"))
                        .build())
                .row("each", "a1", "2024", "2.0000")
                .row("received", "a2", "2024", "12");
        Query query = Query.select("each").during("2024").groupBy(region(COMMUNITY));
        Cell share =
                ask(fixture, query.measures(Measure.shareOf(TOWNSHIP))).row(0).cell("shareOf(TOWNSHIP)");

        assertThat(share.toString()).isEqualTo("0.5 (1/2), as observed");
        assertThat(share.bounds()).isEqualTo(Range.closed(new BigDecimal("0.4999875"), new BigDecimal("0.5000125")));
    }
}
