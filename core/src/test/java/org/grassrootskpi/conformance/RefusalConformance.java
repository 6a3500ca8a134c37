package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.QUARTERLY;

import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

/** What every engine must refuse, before it reads a row, and how it says so. */
public abstract class RefusalConformance {
    /** The engine to be tested, over the observations of a table. */
    protected abstract Engine engine(ObservationTable table);

    private ResultTable ask(Village village, Query query) {
        return engine(village.table()).execute(query);
    }

    private static Village village() {
        return EngineConformance.village();
    }

    private static Village places() {
        return EngineConformance.places();
    }

    @Test
    void refusesWeeksForMonths() {
        Village village = places().indicator("weekly", FLOW, "count:宗", 0).row("weekly", "a1", "2024-W05", "1");

        ResultTable result =
                ask(village, Query.select("weekly").during("2024-01").groupBy(region(COMMUNITY)));

        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.PERIOD_FINER_THAN_DATA);
    }

    @Test
    void refusesMoreGroupsThanAnIntCounts() {
        Village village = new Village()
                .sector("s", "")
                .indicator("visits", FLOW, "count:宗", 0)
                .region("t", TOWNSHIP, "");
        for (int i = 0; i < 600; i++) {
            village.region("c" + i, COMMUNITY, "t");
        }
        Query query = Query.select("visits")
                .during("0001..9999")
                .groupBy(region(COMMUNITY), period(Frequency.DAILY))
                .measures(Measure.sum());

        assertThatThrownBy(() -> ask(village.row("visits", "c0", "2024-01-01", "1"), query))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("TOO_MANY_GROUPS")
                .hasMessageContaining("600 regions and 3652059 periods make 2191235400 groups");
    }

    @Test
    void refusesTheWholeQueryWhereNothingCanBeAnswered() {
        assertThatThrownBy(() -> ask(village(), Query.select("petitions").within("a3")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Unknown region 'a3' (did you mean");
        assertThatThrownBy(() -> ask(
                        village(),
                        Query.select("petitions").during("2024-01..2024-02").groupBy(period(QUARTERLY))))
                .hasMessageContaining("PERIOD_CUT");
        assertThatThrownBy(() ->
                        ask(village(), Query.select("petitions").within("a1").groupBy(region(TOWNSHIP))))
                .hasMessageContaining("REGION_CUT");
        assertThatThrownBy(() -> ask(
                        village(),
                        Query.select("closing-rate").measures(Measure.sum()).strict()))
                .hasMessageContaining("SUM_OF_RATIO");
    }

    @Test
    void refusesAMeasureWithoutSilencingTheOthers() {
        ResultTable result = ask(
                village(),
                Query.select("petitions", "place", "petitoins")
                        .during("2024-01")
                        .measures(Measure.value(), Measure.sum(), Measure.min()));

        assertThat(result.refusals())
                .extracting(Refusal::reason)
                .containsExactly(
                        Reason.NEVER_AGGREGATED,
                        Reason.UNKNOWN_INDICATOR,
                        Reason.SUM_OF_RANK,
                        Reason.UNKNOWN_INDICATOR,
                        Reason.UNKNOWN_INDICATOR);
        assertThat(result.row(0).cell("sum").get()).isEqualByComparingTo("80");
        assertThat(result.row(1).cell("min").get()).isEqualByComparingTo("1");
        assertThat(result.row(2).cell("sum").refusal().orElseThrow().message())
                .isEqualTo("Unknown indicator 'petitoins' (did you mean 'petitions'?)");
    }

    @Test
    void refusesATotalBesideItsPartsAndMixedUnits() {
        Village village = places().indicator("all", FLOW, "count:宗", 0)
                .indicator(Village.indicator("some", "s", FLOW, "count:宗", 0)
                        .partOf("all")
                        .build())
                .indicator("money", FLOW, "CNY", 0)
                .row("all", "a1", "2024-01", "3")
                .row("some", "a1", "2024-01", "2")
                .row("money", "a1", "2024-01", "1");

        assertThat(ask(village, Query.select("all", "some").groupBy(Dimension.sector()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.TOTAL_BESIDE_PARTS);
        assertThat(ask(village, Query.select("all", "money").groupBy(Dimension.sector()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.MIXED_UNITS);
        assertThatThrownBy(() -> ask(village, Query.select("all", "money").orderBy(Order.ascending(Measure.value()))))
                .hasMessageContaining("MIXED_UNITS");
    }

    @Test
    void answersOverAnEmptyTable() {
        ResultTable result = ask(places().indicator("petitions", FLOW, "count:宗", 0), Query.select("petitions"));

        assertThat(result.size()).isEqualTo(1);
        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.NO_DATA);
    }
}
