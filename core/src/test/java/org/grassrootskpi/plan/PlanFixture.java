package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.time.Frequency.MONTHLY;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;

/** Planners over a small catalogue, and what they say. */
final class PlanFixture {
    static final TableFixture TABLE = new TableFixture()
            .sector("s", "")
            .sector("t", "s")
            .region("x", COUNTY, "")
            .region("a", TOWNSHIP, "x")
            .region("a1", COMMUNITY, "a")
            .region("a2", COMMUNITY, "a")
            .region("b", TOWNSHIP, "x")
            .region("b1", COMMUNITY, "b")
            .indicator("cases", IndicatorKind.FLOW, "count:件", 0)
            .indicator("money", IndicatorKind.FLOW, "CNY", 2)
            .indicator("beds", IndicatorKind.STOCK, "count:张", 0)
            .indicator(TableFixture.indicator("sub", "t", IndicatorKind.FLOW, "count:件", 0)
                    .partOf("cases")
                    .build());

    static SourceExtent extent(String indicator, RegionLevel level, Frequency frequency, String periods) {
        return new SourceExtent(Source.of(indicator, level, frequency), TimePeriodRange.parse(periods));
    }

    static SourceExtent months(String indicator) {
        return extent(indicator, COMMUNITY, MONTHLY, "2023-01..2024-12");
    }

    static Planner planner(SourceCounts counts, SourceExtent... extents) {
        return Planner.of(TABLE.catalog(), TableSchema.empty(), ImmutableList.copyOf(extents), counts);
    }

    static Planner planner(SourceExtent... extents) {
        return planner((source, regions, periods, members) -> 1, extents);
    }

    static List<String> rollups(Planner planner, Query query) {
        return planner.plan(query).rollups().stream().map(Rollup::toString).toList();
    }

    static String only(Planner planner, Query query) {
        List<String> rollups = rollups(planner, query);
        assertThat(rollups).hasSize(1);
        return rollups.get(0);
    }

    /** The reason, the message and the way out. */
    static String refusal(Planner planner, Query query) {
        try {
            Refusal refusal = planner.plan(query).refusals().get(0);
            return "in its column " + refusal.reason() + ": " + refusal.message() + " -> " + refusal.suggestion();
        } catch (RefusedException refused) {
            Refusal refusal = refused.refusals().get(0);
            return refusal.reason() + ": " + refusal.message() + " -> " + refusal.suggestion();
        }
    }

    private PlanFixture() {}
}
