package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.IndicatorKind.DISTINCT;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.GROWTH;
import static org.grassrootskpi.model.IndicatorKind.INDEX;
import static org.grassrootskpi.model.IndicatorKind.RANK;
import static org.grassrootskpi.model.IndicatorKind.RATING;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.SHARED_FLOW;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.QUARTERLY;

import java.util.List;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every engine must refuse, before it reads a row, and how it says so. */
abstract class RefusalConformance extends Conformance {
    private static TableFixture fixture() {
        return EngineConformance.fixture();
    }

    @Test
    void refusesWeeksForMonths() {
        TableFixture fixture =
                TableFixture.places().indicator("weekly", FLOW, "count:宗", 0).row("weekly", "a1", "2024-W05", "1");

        ResultTable result =
                ask(fixture, Query.select("weekly").during("2024-01").groupBy(region(COMMUNITY)));

        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.PERIOD_FINER_THAN_DATA);
    }

    @Test
    void refusesMoreGroupsThanAnIntCounts() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .indicator("visits", FLOW, "count:宗", 0)
                .region("t", TOWNSHIP, "");
        for (int i = 0; i < 600; i++) {
            fixture.region("c" + i, COMMUNITY, "t");
        }
        Query query = Query.select("visits")
                .during("0001..9999")
                .groupBy(region(COMMUNITY), period(Frequency.DAILY))
                .measures(Measure.sum());

        assertThatThrownBy(() -> ask(fixture.row("visits", "c0", "2024-01-01", "1"), query))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("TOO_MANY_GROUPS")
                .hasMessageContaining("600 regions and 3652059 periods make 2191235400 groups");
    }

    @Test
    void refusesTheWholeQueryWhereNothingCanBeAnswered() {
        assertThatThrownBy(() -> ask(fixture(), Query.select("petitions").within("a3")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Unknown region 'a3' (did you mean");
        assertThatThrownBy(() -> ask(
                        fixture(),
                        Query.select("petitions").during("2024-01..2024-02").groupBy(period(QUARTERLY))))
                .hasMessageContaining("PERIOD_CUT");
        assertThatThrownBy(() ->
                        ask(fixture(), Query.select("petitions").within("a1").groupBy(region(TOWNSHIP))))
                .hasMessageContaining("REGION_CUT");
        assertThatThrownBy(() -> ask(
                        fixture(),
                        Query.select("closing-rate").measures(Measure.sum()).strict()))
                .hasMessageContaining("SUM_OF_RATIO");
    }

    @Test
    void refusesAMeasureWithoutSilencingTheOthers() {
        ResultTable result = ask(
                fixture(),
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
        TableFixture fixture = TableFixture.places()
                .indicator("all", FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("some", "s", FLOW, "count:宗", 0)
                        .partOf("all")
                        .build())
                .indicator("money", FLOW, "CNY", 0)
                .row("all", "a1", "2024-01", "3")
                .row("some", "a1", "2024-01", "2")
                .row("money", "a1", "2024-01", "1");

        assertThat(ask(fixture, Query.select("all", "some").groupBy(Dimension.sector()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.TOTAL_BESIDE_PARTS);
        assertThat(ask(fixture, Query.select("all", "money").groupBy(Dimension.sector()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.MIXED_UNITS);
        assertThatThrownBy(() -> ask(fixture, Query.select("all", "money").orderBy(Order.ascending(Measure.value()))))
                .hasMessageContaining("ORDER_OF_MIXED_UNITS");
    }

    /** A table of everything that a refusal may be about, with an extra dimension. */
    private static TableFixture everything() {
        TableFixture fixture = TableFixture.places()
                .sector("t", "")
                .group("near", "a")
                .group("far", "a1", "b")
                .indicator("flow", FLOW, "count:宗", 0)
                .indicator("stock", STOCK, "count:宗", 0)
                .indicator("money", FLOW, "CNY", 0)
                .indicator("unobserved", FLOW, "count:宗", 0)
                .indicator("yearly", FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("part", "s", FLOW, "count:宗", 0)
                        .partOf("flow")
                        .build())
                .indicator("ratio", RATIO, "ratio", 4)
                .indicator("growth", GROWTH, "ratio", 4)
                .indicator("index", INDEX, "ratio", 4)
                .indicator("rank", RANK, "rank", 0)
                .indicator("rating", RATING, "count", 0)
                .indicator("distinct", DISTINCT, "count:宗", 0)
                .indicator("shared", SHARED_FLOW, "count:宗", 0)
                .row("yearly", "a", "2024", "9", "all");
        for (String id : List.of(
                "flow", "stock", "money", "part", "ratio", "growth", "index", "rank", "rating", "distinct", "shared")) {
            for (String region : List.of("a1", "b1")) {
                fixture.row(id, region, "2024-01", "1", "all").row(id, region, "2024-02", "1", "all");
            }
        }
        return fixture.row("money", "a1", "2024-01", "1", "T").row("stock", "a1", "2024-01", "1", "some");
    }

    private static Query of(String indicator, Measure... measures) {
        return Query.select(indicator)
                .during("2024")
                .measures(measures.length == 0 ? new Measure[] {Measure.value()} : measures);
    }

    /** For each reason a query that is refused for it and for nothing else. */
    private static Query refusedFor(Reason reason) {
        Query flow = of("flow");
        return switch (reason) {
            case UNKNOWN_INDICATOR -> of("flaw");
            case UNKNOWN_SECTOR -> Query.selectSector("r");
            case UNKNOWN_REGION -> flow.within("z");
            case UNKNOWN_LEVEL -> flow.groupBy(region(RegionLevel.of("WARD")));
            case UNKNOWN_DIMENSION -> flow.where("age", "old");
            case UNKNOWN_MEMBER -> flow.where("type", "most");
            case UNKNOWN_COLUMN -> flow.orderBy(Order.ascending(Measure.sum()));
            case NO_DATA -> of("unobserved");
            case REGION_FINER_THAN_DATA -> of("yearly").groupBy(region(COMMUNITY));
            case PERIOD_FINER_THAN_DATA -> of("yearly").groupBy(period(QUARTERLY));
            case NO_SUCH_SOURCE -> flow.sourcedFrom(TOWNSHIP, Frequency.DAILY);
            case REGION_CUT -> flow.within("a1").groupBy(region(TOWNSHIP));
            case OVERLAPPING_GROUPS -> flow.groupBy(Dimension.regionGroups("near", "far"));
            case PERIOD_CUT -> Query.select("flow").during("2024-01..2024-02").groupBy(period(QUARTERLY));
            case SUM_OF_RATIO -> of("ratio", Measure.sum());
            case SUM_OF_GROWTH -> of("growth", Measure.sum());
            case SUM_OF_INDEX -> of("index", Measure.sum());
            case SUM_OF_RANK -> of("rank", Measure.sum());
            case SUM_OF_RATING -> of("rating", Measure.sum());
            case SUM_OF_DISTINCT -> of("distinct", Measure.sum());
            case SUM_OF_SHARED_FLOW -> of("shared", Measure.sum());
            case SUM_OF_STOCK_OVER_TIME -> of("stock", Measure.sum());
            case RATIO_WITHOUT_PARTS -> of("ratio");
            case GROWTH_WITHOUT_BASE -> of("growth");
            case INDEX_WITHOUT_WEIGHT -> of("index");
            case NEVER_AGGREGATED -> of("rank");
            case MEAN_OF_RATES -> of("ratio", Measure.mean());
            case MIXED_UNITS -> Query.select("flow", "money").groupBy(Dimension.sector());
            case ORDER_OF_MIXED_UNITS -> Query.select("flow", "money").orderBy(Order.ascending(Measure.value()));
            case MIXED_KINDS -> Query.select("flow", "stock").groupBy(Dimension.sector());
            case TOTAL_BESIDE_PARTS -> of("money");
            case UNKNOWN_COMPLETENESS -> of("stock").missing(MissingPolicy.requireAll());
            case NEEDS_REGION -> of("flow", Measure.share());
            case NEEDS_PERIOD -> Query.select("flow").during("2024-01..2024-02").measures(Measure.yearOnYear());
            case NEEDS_DIMENSION -> of("flow", Measure.shareOver(Dimension.extra("type")));
            case NOT_COMPARABLE ->
                of("rating", Measure.yearOnYear()).groupBy(region(COMMUNITY), period(Frequency.MONTHLY));
            case NO_TARGET -> of("flow", Measure.target());
            case NOT_CUMULATIVE -> of("flow", Measure.discrete());
            case TOO_MANY_GROUPS ->
                Query.select("daily").during("0001..9999").groupBy(region(COMMUNITY), period(Frequency.DAILY));
        };
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void refusesForEveryReasonTheWayThatItSays(Reason reason) {
        TableFixture fixture = everything();
        if (reason == Reason.TOO_MANY_GROUPS) {
            for (int i = 0; i < 600; i++) {
                fixture.region("c" + i, COMMUNITY, "b");
            }
            fixture.indicator("daily", FLOW, "count:宗", 0).row("daily", "a1", "2024-01-01", "1", "all");
        }
        Engine engine = engine(fixture.table(TableSchema.builder()
                .addDimensions("type")
                .ordinary("type", "all")
                .build()));
        Query query = refusedFor(reason);

        RefusedException whole = null;
        List<Refusal> listed = List.of();
        try {
            listed = engine.execute(query).refusals();
        } catch (RefusedException e) {
            whole = e;
        }

        if (reason.refusesWholeQuery()) {
            assertThat(whole).isNotNull();
            assertThat(whole.refusals()).extracting(Refusal::reason).containsExactly(reason);
            assertThat(whole.refusals().get(0).indicator()).isEmpty();
        } else {
            assertThat(whole).isNull();
            assertThat(listed).extracting(Refusal::reason).containsOnly(reason);
            assertThat(listed)
                    .allSatisfy(refusal -> assertThat(refusal.measure()).isPresent());
        }
        assertThatThrownBy(() -> engine.execute(query.strict()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        strict -> assertThat(strict.refusals())
                                .extracting(Refusal::reason)
                                .containsOnly(reason))
                .hasMessageContaining(reason + ": ");
    }

    @Test
    void answersOverAnEmptyTable() {
        ResultTable result =
                ask(TableFixture.places().indicator("petitions", FLOW, "count:宗", 0), Query.select("petitions"));

        assertThat(result.rowCount()).isEqualTo(1);
        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.NO_DATA);
    }
}
