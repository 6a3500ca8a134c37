package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.INDEX;
import static org.grassrootskpi.model.IndicatorKind.RANK;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.WEEKLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** How every engine must aggregate over regions, periods and indicators, and order what comes out. */
abstract class EngineConformance extends Conformance {
    /** A county X of two townships, A of communities a1 and a2, B of b1; monthly petitions, closed ones, beds. */
    static TableFixture fixture() {
        return TableFixture.places()
                .indicator("petitions", FLOW, "count:宗", 0)
                .indicator("closed", FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("closing-rate", "s", RATIO, "ratio", 4)
                        .numerator("closed")
                        .denominator("petitions")
                        .build())
                .indicator("beds", STOCK, "count:张", 0)
                .indicator("place", RANK, "rank", 0)
                .row("petitions", "a1", "2024-01", "10")
                .row("petitions", "a1", "2024-02", "20")
                .row("petitions", "a1", "2024-04", "5")
                .row("petitions", "a2", "2024-01", "30")
                .row("petitions", "b1", "2024-01", "40")
                .row("petitions", "a1", "2023-01", "8")
                .row("petitions", "a1", "2023-02", "0")
                .row("closed", "a1", "2024-01", "9")
                .row("closed", "a1", "2024-02", "15")
                .row("closed", "a2", "2024-01", "30")
                .row("beds", "a1", "2024-01", "100")
                .row("beds", "a1", "2024-02", "110")
                .row("beds", "a2", "2024-01", "50")
                .row("place", "a1", "2024-01", "2")
                .row("place", "a2", "2024-01", "1");
    }

    @Test
    void putsEachIndicatorTogetherByItsOwnRule() {
        ResultTable result = ask(
                fixture(),
                Query.select("petitions", "closing-rate", "beds")
                        .during("2024")
                        .groupBy(region(TOWNSHIP), period(QUARTERLY))
                        .measures(Measure.value(), Measure.sum()));

        assertThat(shown(result, "value").subList(0, 8))
                .containsExactly(
                        "60 (3/6)",
                        "5 (1/6)",
                        "no observation (0/6)",
                        "no observation (0/6)",
                        "40 (1/3)",
                        "no observation (0/3)",
                        "no observation (0/3)",
                        "no observation (0/3)");
        assertThat(result.row(8).cell("value").toString()).isEqualTo("0.9 (3/6)");
        assertThat(result.row(16).cell("value").toString()).isEqualTo("110 (1/2) as of 2024-02");
        assertThat(result.refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.SUM_OF_RATIO, Reason.SUM_OF_STOCK_OVER_TIME);
        assertThat(result.sources())
                .containsExactly(
                        Source.of("petitions", COMMUNITY, MONTHLY),
                        Source.of("closed", COMMUNITY, MONTHLY),
                        Source.of("beds", COMMUNITY, MONTHLY));
        assertThat(result.row(8).cell("sum").refusal().orElseThrow().indicator())
                .contains("closing-rate");
    }

    @Test
    void printsAnAlignedTableWithNamesOfDoubleWidth() {
        ResultTable result = ask(
                fixture(),
                Query.select("petitions")
                        .within("a")
                        .during("2024-01..2024-02")
                        .groupBy(region(COMMUNITY))
                        .measures(Measure.value(), Measure.coverage()));

        assertThat(result.toString()).isEqualTo("""
                        indicator  region   value (宗)  coverage (%)
                        petitions  a1 村a1    30           100
                        petitions  a2 村a2    30 (1/2)      50 (1/2)
                        source COMMUNITY, MONTHLY: petitions
                        """);
    }

    @Test
    void comparesByTheCalendar() {
        ResultTable result = ask(
                fixture(),
                Query.select("petitions")
                        .within("a1")
                        .during("2024-01..2024-04")
                        .groupBy(period(MONTHLY))
                        .measures(
                                Measure.yearOnYear(),
                                Measure.periodOnPeriod(),
                                Measure.difference(BasePeriod.PREVIOUS_PERIOD)));

        assertThat(shown(result, "yearOnYear"))
                .containsExactly("0.25 (1/1)", "zero base (1/1)", "no observation (0/1)", "missing base (0/1)");
        assertThat(shown(result, "periodOnPeriod"))
                .containsExactly("missing base (0/1)", "1 (1/1)", "no observation (0/1)", "missing base (0/1)");
        assertThat(shown(result, "difference(previousPeriod)"))
                .containsExactly("missing base (0/1)", "10 (1/1)", "no observation (0/1)", "missing base (0/1)");
    }

    @Test
    void hasNoYearEarlierForALeapDayOrWeek53() {
        TableFixture fixture = TableFixture.places()
                .indicator("daily", FLOW, "count:宗", 0)
                .indicator("weekly", FLOW, "count:宗", 0)
                .row("daily", "a1", "2023-02-28", "4")
                .row("daily", "a1", "2024-02-28", "5")
                .row("daily", "a1", "2024-02-29", "6")
                .row("weekly", "a1", "2019-W52", "2")
                .row("weekly", "a1", "2020-W52", "3")
                .row("weekly", "a1", "2020-W53", "4");

        ResultTable days = ask(
                fixture,
                Query.select("daily")
                        .during("2024-02-28..2024-02-29")
                        .groupBy(period(org.grassrootskpi.time.Frequency.DAILY))
                        .within("a1")
                        .measures(Measure.yearOnYear()));
        ResultTable weeks = ask(
                fixture,
                Query.select("weekly")
                        .during("2020-W52..2020-W53")
                        .groupBy(period(WEEKLY))
                        .within("a1")
                        .measures(Measure.yearOnYear()));

        assertThat(shown(days, "yearOnYear")).containsExactly("0.25 (1/1)", "no counterpart (1/1)");
        assertThat(shown(weeks, "yearOnYear")).containsExactly("0.5 (1/1)", "no counterpart (1/1)");
    }

    @Test
    void turnsMonthsIntoYearsToDateAndBack() {
        TableFixture fixture = TableFixture.places()
                .indicator("months", FLOW, "count:宗", 0)
                .indicator("cumulative", FLOW, "count:宗", 0)
                .row("months", "a1", "2024-01", "1")
                .row("months", "a1", "2024-02", "2")
                .row("months", "a1", "2024-03", "3")
                .row("cumulative", "a1", "2024-YTD01", "1")
                .row("cumulative", "a1", "2024-YTD02", "3")
                .row("cumulative", "a1", "2024-YTD03", "6");

        Query base = Query.select("months").within("a1").during("2024-01..2024-03");
        assertThat(shown(ask(fixture, base.groupBy(period(MONTHLY)).measures(Measure.yearToDate())), "yearToDate"))
                .containsExactly("1 (1/1)", "3 (2/2)", "6 (3/3)");
        assertThat(shown(ask(fixture, base.groupBy(period(YEAR_TO_DATE))), "value"))
                .containsExactly("1 (1/1)", "3 (2/2)", "6 (3/3)");
        Query cumulative = Query.select("cumulative")
                .within("a1")
                .during("2024-01..2024-03")
                .groupBy(period(YEAR_TO_DATE));
        assertThat(shown(ask(fixture, cumulative.measures(Measure.discrete())), "discrete"))
                .containsExactly("1 (1/1)", "2 (1/1)", "3 (1/1)");
        assertThat(shown(ask(fixture, base.groupBy(period(MONTHLY)).measures(Measure.rolling(2))), "rolling(2)"))
                .containsExactly("1 (1/2)", "3 (2/2)", "5 (2/2)");
    }

    @Test
    void sharesAndRanksAreOfTheRegionsAbove() {
        ResultTable result = ask(
                fixture(),
                Query.select("petitions")
                        .during("2024-01")
                        .groupBy(region(COMMUNITY))
                        .measures(
                                Measure.share(),
                                Measure.shareOf(COUNTY),
                                Measure.rank(),
                                Measure.rankWithin(TOWNSHIP),
                                Measure.contribution(BasePeriod.PREVIOUS_PERIOD)));

        assertThat(shown(result, "share")).containsExactly("0.25 (1/1)", "0.75 (1/1)", "1 (1/1)");
        assertThat(shown(result, "shareOf(COUNTY)")).containsExactly("0.125 (1/1)", "0.375 (1/1)", "0.5 (1/1)");
        assertThat(shown(result, "rank")).containsExactly("3 (1/1)", "2 (1/1)", "1 (1/1)");
        assertThat(shown(result, "rankWithin(TOWNSHIP)")).containsExactly("2 (1/1)", "1 (1/1)", "1 (1/1)");
        assertThat(shown(result, "contribution(previousPeriod)"))
                .allSatisfy(cell -> assertThat(cell).startsWith("missing base"));
    }

    @Test
    void sumsBeyondTheRangeOfALong() {
        TableFixture fixture = TableFixture.places()
                .indicator("output", FLOW, "CNY", 0)
                .row("output", "a1", "2024-01", Long.toString(Long.MAX_VALUE))
                .row("output", "a2", "2024-01", Long.toString(Long.MAX_VALUE))
                .row("output", "b1", "2024-01", "-1");

        ResultTable result = ask(
                fixture, Query.select("output").measures(Measure.sum(), Measure.min(), Measure.max(), Measure.mean()));

        assertThat(result.row(0).cell("sum").get()).isEqualTo(new BigDecimal("18446744073709551613"));
        assertThat(result.row(0).cell("min").get()).isEqualTo(new BigDecimal("-1"));
        assertThat(result.row(0).cell("max").get()).isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE));
        assertThat(result.row(0).cell("mean").get()).isEqualTo(new BigDecimal("6148914691236517204.333333333333333"));
    }

    @Test
    void weightsByTheGreatestLongs() {
        TableFixture fixture = TableFixture.places()
                .indicator("people", FLOW, "count:人", 0)
                .indicator(TableFixture.indicator("price", "s", INDEX, "CNY", 0)
                        .weight("people")
                        .build())
                .row("people", "a1", "2024", Long.toString(Long.MAX_VALUE))
                .row("people", "a2", "2024", Long.toString(Long.MAX_VALUE))
                .row("people", "b1", "2024", Long.toString(Long.MAX_VALUE))
                .row("price", "a1", "2024", Long.toString(Long.MAX_VALUE))
                .row("price", "a2", "2024", Long.toString(Long.MAX_VALUE - 3))
                .row("price", "b1", "2024", Long.toString(Long.MAX_VALUE - 6));

        ResultTable result = ask(fixture, Query.select("price").during("2024").measures(Measure.value()));

        // The three products add up to more than 2^127; equal weights leave the plain mean.
        assertThat(result.row(0).cell("value").get()).isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE - 3));
        assertThat(result.row(0).cell("value").present()).isEqualTo(3);
    }

    @Test
    void appliesThePolicyOnWhatIsMissing() {
        Query query = Query.select("petitions").during("2024-Q1").groupBy(region(COMMUNITY));

        assertThat(shown(ask(fixture(), query.missing(MissingPolicy.requireAtLeast(0.5))), "value"))
                .containsExactly("30 (2/3)", "incomplete (1/3)", "incomplete (1/3)");
        assertThat(shown(ask(fixture(), query.missing(MissingPolicy.requireAll())), "value"))
                .containsExactly("incomplete (2/3)", "incomplete (1/3)", "incomplete (1/3)");
    }

    @Test
    void ordersFiltersAndLimits() {
        Query query = Query.select("petitions").during("2024").groupBy(region(COMMUNITY), period(MONTHLY));

        ResultTable top =
                ask(fixture(), query.orderBy(Order.descending(Measure.value())).limit(2));
        ResultTable some =
                ask(fixture(), query.having(Measure.value(), Range.closed(BigDecimal.TEN, BigDecimal.valueOf(20))));

        assertThat(shown(top, "value")).containsExactly("40 (1/1)", "30 (1/1)");
        assertThat(shown(some, "value")).containsExactly("10 (1/1)", "20 (1/1)");
        assertThat(ask(fixture(), query.observedOnly()).rowCount()).isEqualTo(5);
    }

    @Test
    void groupsByExtraDimensions() {
        ObservationTable table = TableFixture.places()
                .indicator("petitions", FLOW, "count:宗", 0)
                .row("petitions", "a1", "2024-01", "1", "hotline")
                .row("petitions", "a1", "2024-01", "2", "office")
                .row("petitions", "a2", "2024-01", "4", "office")
                .table(TableSchema.builder().addDimensions("channel").build());

        ResultTable grouped = engine(table).execute(Query.select("petitions").groupBy(Dimension.extra("channel")));
        ResultTable limited = engine(table).execute(Query.select("petitions").where("channel", "office"));

        assertThat(shown(grouped, "value")).containsExactly("1 (1/3)", "6 (2/3)");
        assertThat(grouped.row(0).text("channel")).contains("hotline");
        assertThat(shown(limited, "value")).containsExactly("6 (2/3)");
    }

    @Test
    void takesAStockAsOfItsLastPeriodAndMissesWhoReportedOnlyBefore() {
        TableFixture fixture = TableFixture.places()
                .indicator("beds", STOCK, "count:张", 0)
                .row("beds", "a1", "2024-01", "100")
                .row("beds", "a1", "2024-02", "110")
                .row("beds", "a2", "2024-01", "50")
                .row("beds", "b1", "2024-02", "7")
                .missing("beds", "a2", "2024-02", ObservationStatus.NOT_COLLECTED)
                .missing("beds", "a1", "2024-03", ObservationStatus.NOT_COLLECTED);

        Cell quarter =
                ask(fixture, Query.select("beds").during("2024-Q1")).row(0).cell("value");

        // Neither the 50 of January, nor March, in which nobody reported.
        assertThat(quarter.toString()).isEqualTo("117 (2/3) as of 2024-02 NOT_COLLECTED");
        assertThat(shown(
                        ask(fixture, Query.select("beds").during("2024-Q1").missing(MissingPolicy.requireAll())),
                        "value"))
                .containsExactly("incomplete (2/3) as of 2024-02 NOT_COLLECTED");
    }

    @Test
    void comparesStocksOnlyOfTheSamePeriod() {
        ResultTable result = ask(
                fixture(),
                Query.select("beds")
                        .within("a")
                        .during("2024-Q1")
                        .groupBy(region(COMMUNITY))
                        .measures(Measure.value(), Measure.share()));

        assertThat(shown(result, "value")).containsExactly("110 (1/1) as of 2024-02", "50 (1/1) as of 2024-01");
        assertThat(shown(result, "share"))
                .containsExactly("1 (1/2) as of 2024-02", "different periods (1/2) as of 2024-01");
    }

    @Test
    void weightsAMeanWhereAWeightIsDeclaredAndTakesAnUnweightedOneOnlyByName() {
        TableFixture fixture = TableFixture.places()
                .indicator("people", FLOW, "count:人", 0)
                .indicator(TableFixture.indicator("satisfied", "s", RATIO, "ratio", 2)
                        .weight("people")
                        .build())
                .row("people", "a1", "2024", "300")
                .row("people", "a2", "2024", "100")
                .row("satisfied", "a1", "2024", "0.9")
                .row("satisfied", "a2", "2024", "0.5")
                .row("satisfied", "b1", "2024", "0.1");

        ResultTable result = ask(
                fixture,
                Query.select("satisfied")
                        .during("2024")
                        .groupBy(region(TOWNSHIP))
                        .measures(Measure.value(), Measure.meanOfRates(), Measure.mean()));

        assertThat(shown(result, "value")).containsExactly("0.8 (2/2)", "no observation (0/1)");
        assertThat(shown(result, "meanOfRates")).containsExactly("0.7 (2/2)", "0.1 (1/1)");
        assertThat(result.refusals())
                .extracting(Refusal::reason, refusal -> refusal.suggestion().contains("meanOfRates"))
                .containsExactly(org.assertj.core.api.Assertions.tuple(Reason.MEAN_OF_RATES, true));
    }

    @Test
    void takesADimensionThatEndsLikeASectorForWhatItIs() {
        TableFixture fixture = TableFixture.places()
                .indicator("excluded", FLOW, "count:人", 0)
                .indicator("spent", FLOW, "CNY", 0)
                .row("excluded", "a1", "2024", "1", "private")
                .row("spent", "a1", "2024", "2", "private");
        Query query = Query.select("excluded", "spent").during("2024").groupBy(Dimension.extra("school-sector"));

        assertThatThrownBy(() -> ask(
                        fixture,
                        TableSchema.builder().addDimensions("school-sector").build(),
                        query.orderBy(
                                Order.ascending(Dimension.extra("school-sector")), Order.ascending(Measure.value()))))
                .hasMessageContaining("ORDER_OF_MIXED_UNITS");
        assertThat(Dimension.extra("school-sector").kind()).isEqualTo(Dimension.Kind.EXTRA);
    }

    @Test
    void answersMeasuresThatNeedTheSameObservations() {
        TableFixture fixture =
                TableFixture.places().indicator("beds", STOCK, "count:张", 0).row("beds", "a1", "2024-Q1", "7");
        Query query = Query.select("beds")
                .during("2024-Q1")
                .within("a1")
                .groupBy(period(QUARTERLY))
                .measures(Measure.value(), Measure.rolling(1, Measure.mean()));

        assertThat(ask(fixture, query).row(0).toString()).contains("value=7", "rolling(1, mean)=7");
    }
}
