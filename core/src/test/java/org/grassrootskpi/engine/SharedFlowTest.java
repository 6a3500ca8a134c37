package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.query.Dimension.sector;

import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

/** Roads opened, of which two communities may share one: added over the months of a community, never over communities. */
class SharedFlowTest {
    private static final Query ROADS = Query.select("roads").during("2024-01..2024-03");

    private static ResultTable ask(Query query) {
        return Engine.local(new TableFixture()
                        .sector("s", "")
                        .region("town", TOWNSHIP, "")
                        .region("east", COMMUNITY, "town")
                        .region("west", COMMUNITY, "town")
                        .indicator("roads", IndicatorKind.SHARED_FLOW, "count:条", 0)
                        .row("roads", "east", "2024-01", "1")
                        .row("roads", "east", "2024-03", "2")
                        .row("roads", "west", "2024-01", "1")
                        .table())
                .execute(query);
    }

    private static List<String> shown(ResultTable result, String measure) {
        return result.stream().map(row -> row.cell(measure).toString()).toList();
    }

    @Test
    void theMonthsOfOneCommunityAddUp() {
        ResultTable result = ask(ROADS.groupBy(region(COMMUNITY)).measures(Measure.value(), Measure.sum()));

        assertThat(result.refusals()).isEmpty();
        assertThat(shown(result, "value")).containsExactly("3 (2/3)", "1 (1/3)");
        assertThat(shown(result, "sum")).isEqualTo(shown(result, "value"));
    }

    @Test
    void theMonthsOfAQuarterAddUpAndAYearToDateToo() {
        assertThat(shown(ask(ROADS.groupBy(region(COMMUNITY), period(Frequency.QUARTERLY))), "value"))
                .containsExactly("3 (2/3)", "1 (1/3)");
        assertThat(shown(
                        ask(ROADS.groupBy(region(COMMUNITY), period(Frequency.MONTHLY))
                                .measures(Measure.yearToDate())),
                        "yearToDate"))
                .containsExactly("1 (1/1)", "1 (1/2)", "3 (2/3)", "1 (1/1)", "1 (1/2)", "1 (1/3)");
    }

    @Test
    void communitiesDoNotAddUp() {
        for (Query query : List.of(ROADS, ROADS.groupBy(region(TOWNSHIP)), ROADS.groupBy(sector()))) {
            assertThat(ask(query.measures(Measure.value(), Measure.sum())).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.SUM_OF_SHARED_FLOW, Reason.SUM_OF_SHARED_FLOW);
        }
        assertThat(ask(ROADS).refusals().get(0).message())
                .isEqualTo(
                        "'roads' is a SHARED_FLOW: several regions may share one, which their sum would count again");
        assertThat(ask(ROADS).refusals().get(0).suggestion())
                .isEqualTo("group by region(COMMUNITY), over whatever time, or ask for Measure.min() or Measure.max()");
    }

    @Test
    void aShareOfTheWholeMeansNothing() {
        assertThat(ask(ROADS.groupBy(region(COMMUNITY)).measures(Measure.share()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.NOT_COMPARABLE);
    }
}
