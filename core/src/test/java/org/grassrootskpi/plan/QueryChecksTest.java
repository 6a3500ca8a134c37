package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.plan.PlanFixture.TABLE;
import static org.grassrootskpi.plan.PlanFixture.extent;
import static org.grassrootskpi.plan.PlanFixture.months;
import static org.grassrootskpi.plan.PlanFixture.planner;
import static org.grassrootskpi.plan.PlanFixture.refusal;
import static org.grassrootskpi.time.Frequency.DAILY;
import static org.grassrootskpi.time.Frequency.MONTHLY;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** Which queries are refused as a whole. */
class QueryChecksTest {
    @Test
    void refusesUnknownNamesWithAWayOut() {
        Planner planner = planner(months("cases"), months("money"));
        Query all = Query.select("cases");

        assertThat(refusal(planner, all.within("y")))
                .startsWith("UNKNOWN_REGION: ")
                .endsWith("name a region of the catalogue");
        assertThat(refusal(planner, Query.selectSector("u")))
                .startsWith("UNKNOWN_SECTOR: ")
                .endsWith("name a sector of the catalogue");
        assertThat(refusal(planner, all.groupBy(Dimension.extra("sex"))))
                .startsWith("UNKNOWN_DIMENSION: ")
                .endsWith("the table declares []");
        assertThat(refusal(planner, all.where("sex", "men"))).startsWith("UNKNOWN_DIMENSION: ");
        assertThat(refusal(planner, Query.select("case")))
                .startsWith("in its column UNKNOWN_INDICATOR: ")
                .endsWith("select 'cases'");
        assertThat(refusal(planner, Query.select("zzzzzzzzz"))).endsWith("select an indicator of the catalogue");
        assertThat(refusal(planner, all.orderBy(Order.ascending(Measure.count()))))
                .startsWith("UNKNOWN_COLUMN: ")
                .endsWith("name one of indicator, value, or add the measure to measures(...)");
        assertThat(refusal(planner, all.having(Measure.count(), Range.atLeast(BigDecimal.ONE))))
                .startsWith("UNKNOWN_COLUMN: ")
                .endsWith("name one of value, or add the measure to measures(...)");
        assertThat(planner.plan(all.orderBy(Order.ascending(Dimension.indicator())))
                        .refusals())
                .isEmpty();
    }

    @Test
    void refusesToOrderValuesOfSeveralUnits() {
        Planner planner = planner(months("cases"), months("money"), months("sub"));
        Query both = Query.select("cases", "money");
        Order byValue = Order.descending(Measure.value());

        assertThat(refusal(planner, both.orderBy(byValue)))
                .isEqualTo("ORDER_OF_MIXED_UNITS: 'value' orders values in count:件 and CNY among each other -> order by"
                        + " Order.ascending(Dimension.indicator()) first, or select indicators of one unit");
        assertThat(planner.plan(both.orderBy(Order.ascending(Dimension.indicator()), byValue))
                        .refusals())
                .isEmpty();
        assertThat(refusal(planner, both.orderBy(byValue, Order.ascending(Dimension.indicator()))))
                .startsWith("ORDER_OF_MIXED_UNITS");
        assertThat(planner.plan(Query.select("cases", "sub").orderBy(byValue)).refusals())
                .isEmpty();
        for (Measure pure : List.of(Measure.count(), Measure.coverage())) {
            assertThat(planner.plan(both.measures(pure).orderBy(Order.ascending(pure)))
                            .refusals())
                    .isEmpty();
        }
        assertThat(refusal(
                        planner,
                        both.during("2024")
                                .groupBy(Dimension.period(MONTHLY))
                                .measures(Measure.yearToDate())
                                .orderBy(Order.ascending(Measure.yearToDate()))))
                .startsWith("ORDER_OF_MIXED_UNITS");
    }

    @Test
    void refusesMoreGroupsThanCanBeCounted() {
        Query many = Query.select("cases", "money", "sub", "beds")
                .during("0001-01-01..9999-12-31")
                .groupBy(Dimension.region(COMMUNITY), Dimension.period(DAILY));
        SourceExtent[] days = Stream.of("cases", "money", "sub", "beds")
                .map(id -> extent(id, COMMUNITY, DAILY, "2024-01-01..2024-12-31"))
                .toArray(SourceExtent[]::new);

        assertThat(planner(days).plan(many).refusals())
                .as("43.8 million groups")
                .isEmpty();
        TableFixture wide = new TableFixture().sector("s", "").region("x", COUNTY, "");
        for (int i = 0; i < 600; i++) {
            wide.region("c" + i, COMMUNITY, "x");
        }
        wide.indicator("cases", IndicatorKind.FLOW, "count:件", 0);
        Planner planner = Planner.of(
                wide.catalog(),
                TableSchema.empty(),
                ImmutableList.of(extent("cases", COMMUNITY, DAILY, "2024-01-01..2024-12-31")),
                (source, regions, periods, members) -> 1);
        Query all = Query.select("cases")
                .during("0001-01-01..9999-12-31")
                .groupBy(Dimension.region(COMMUNITY), Dimension.period(DAILY));
        assertThat(refusal(planner, all))
                .isEqualTo(
                        "TOO_MANY_GROUPS: 1 subjects, 600 regions and 3652059 periods make 2191235400 groups, more than"
                                + " 2147483647 -> limit the query by within(), during() and where(), or group by a coarser level"
                                + " or frequency");
    }

    @Test
    void refusesDoublesAndPeriodsOfAnotherFrequency() {
        assertThatThrownBy(() -> Planner.of(
                        TABLE.catalog(),
                        TableSchema.builder().addFloatingPoint("cases").build(),
                        ImmutableList.of(),
                        (source, regions, periods, members) -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected decimals, got doubles of [cases]");
        assertThatThrownBy(() -> extent("cases", COMMUNITY, MONTHLY, "2023..2024"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected MONTHLY periods of cases from COMMUNITY, MONTHLY, got 2023..2024");
        Plan plan = planner(months("cases")).plan(Query.select("cases"));
        assertThatThrownBy(() -> plan.finish(List.of(), rollups -> List.of()))
                .hasMessage("Expected a result for each of 1 rollups, got 0");
        assertThatThrownBy(() -> plan.finish(List.of(), rollups -> List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected one thread or more, got 0");
        assertThat(plan.query()).isEqualTo(Query.select("cases"));
    }
}
