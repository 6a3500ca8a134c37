package org.grassrootskpi.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/**
 * What becomes of each measure of each kind of indicator: the formulas, or the refusal with its way out, as the file of the same
 * name lists them. The tables in core's README are the rules.
 */
class PlanRulesTest {
    private static final TableFixture TABLE = new TableFixture()
            .sector("s", "")
            .sector("t", "s")
            .region("x", COUNTY, "")
            .region("a", TOWNSHIP, "x")
            .region("a1", COMMUNITY, "a")
            .region("a2", COMMUNITY, "a")
            .region("b", TOWNSHIP, "x")
            .region("b1", COMMUNITY, "b")
            .indicator("flow", IndicatorKind.FLOW, "count:件", 0)
            .indicator(TableFixture.indicator("part", "s", IndicatorKind.FLOW, "count:件", 0)
                    .partOf("flow")
                    .direction(Direction.LOWER)
                    .build())
            .indicator("money", IndicatorKind.FLOW, "CNY", 2)
            .indicator("stock", IndicatorKind.STOCK, "count:件", 0)
            .indicator("shared", IndicatorKind.SHARED_FLOW, "count:场", 0)
            .indicator(ratio("ratio").numerator("part").denominator("flow").build())
            .indicator(ratio("density").numerator("flow").denominator("stock").build())
            .indicator(ratio("weighted").weight("flow").build())
            .indicator(ratio("alone").build())
            .indicator(ratio("unfed").numerator("none").denominator("flow").build())
            .indicator("none", IndicatorKind.FLOW, "count:件", 0)
            .indicator(TableFixture.indicator("growth", "s", IndicatorKind.GROWTH, "ratio", 4)
                    .base("flow")
                    .build())
            .indicator(TableFixture.indicator("baseless", "s", IndicatorKind.GROWTH, "ratio", 4)
                    .build())
            .indicator(TableFixture.indicator("index", "s", IndicatorKind.INDEX, "ratio", 4)
                    .weight("flow")
                    .build())
            .indicator(TableFixture.indicator("weightless", "s", IndicatorKind.INDEX, "ratio", 4)
                    .build())
            .indicator("rank", IndicatorKind.RANK, "rank", 0)
            .indicator("rating", IndicatorKind.RATING, "ratio", 0)
            .indicator("distinct", IndicatorKind.DISTINCT, "count:人", 0)
            .indicator(TableFixture.indicator("sub", "t", IndicatorKind.FLOW, "count:件", 0)
                    .build());

    private static final Planner PLANNER = Planner.of(
            TABLE.catalog(),
            TableSchema.empty(),
            TABLE.catalog().indicators().stream()
                    .map(Indicator::id)
                    .filter(id -> !id.equals("none") && !id.equals("unfed"))
                    .map(id -> new SourceExtent(
                            Source.of(id, COMMUNITY, MONTHLY), TimePeriodRange.parse("2023-01..2024-12")))
                    .toList(),
            (source, regions, periods, members) -> 1);

    private static final ImmutableList<Measure> MEASURES = ImmutableList.of(
            Measure.value(),
            Measure.sum(),
            Measure.mean(),
            Measure.meanOfRates(),
            Measure.min(),
            Measure.max(),
            Measure.count(),
            Measure.coverage(),
            Measure.quantile(0.5),
            Measure.quantileSketch(0.9),
            Measure.yearToDate(),
            Measure.yearToDate(Measure.sum()),
            Measure.rolling(3),
            Measure.discrete(),
            Measure.discrete(Measure.mean()),
            Measure.share(),
            Measure.share(Measure.count()),
            Measure.share(Measure.mean()),
            Measure.share(Measure.coverage()),
            Measure.share(Measure.share()),
            Measure.shareOf(COUNTY, Measure.rolling(2)),
            Measure.shareOf(TOWNSHIP),
            Measure.rank(),
            Measure.rank(Measure.count()),
            Measure.rank(Measure.coverage()),
            Measure.rank(Measure.rank()),
            Measure.rankWithin(COUNTY),
            Measure.rankWithin(TOWNSHIP),
            Measure.difference(BasePeriod.PREVIOUS_PERIOD),
            Measure.difference(BasePeriod.YEAR_EARLIER, Measure.share()),
            Measure.difference(BasePeriod.YEAR_EARLIER, Measure.count()),
            Measure.yearOnYear(),
            Measure.periodOnPeriod(),
            Measure.yearOnYear(Measure.yearToDate()),
            Measure.periodOnPeriod(Measure.yearToDate()),
            Measure.yearOnYear(Measure.count()),
            Measure.yearOnYear(Measure.share()),
            Measure.contribution(BasePeriod.YEAR_EARLIER),
            Measure.contributionTo(COUNTY, BasePeriod.PREVIOUS_PERIOD));

    private static Indicator.Builder ratio(String id) {
        return TableFixture.indicator(id, "s", IndicatorKind.RATIO, "ratio", 4);
    }

    /** The plan, or the refusal. */
    private static String planned(Query query, Measure measure) {
        Plan plan;
        try {
            plan = PLANNER.plan(query);
        } catch (RefusedException refused) {
            return "refused: " + text(refused.refusals().get(0));
        }
        return plan.refusals().isEmpty()
                ? plan.toString().indent(2)
                : text(plan.refusals().get(0)).replace("'" + measure.name() + "'", "'%'");
    }

    private static String text(Refusal refusal) {
        return refusal.reason() + ": " + refusal.message() + " -> " + refusal.suggestion();
    }

    private static String all() {
        StringBuilder text = new StringBuilder();
        List<Query> groupings = List.of(
                Query.select("flow").during("2024").groupBy(Dimension.region(TOWNSHIP), Dimension.period(QUARTERLY)),
                Query.select("flow").during("2024").groupBy(Dimension.region(COMMUNITY), Dimension.period(MONTHLY)),
                Query.select("flow").during("2024-06").groupBy(Dimension.region(TOWNSHIP)),
                Query.select("flow").during("2024-01..2024-06"),
                Query.select("flow").groupBy(Dimension.period(YEAR_TO_DATE)),
                Query.select("flow").groupBy(Dimension.region(COUNTY), Dimension.period(ANNUAL)));
        for (Query grouping : groupings) {
            text.append("by ")
                    .append(grouping.groupBy())
                    .append(grouping.during().map(during -> " during " + during).orElse(""))
                    .append('\n');
            Map<String, String> firstOf = new HashMap<>();
            for (Indicator indicator : TABLE.catalog().indicators()) {
                Map<String, List<String>> groups = new LinkedHashMap<>();
                for (Measure measure : groupings.indexOf(grouping) == 0 ? MEASURES : MEASURES.subList(0, 16)) {
                    Query query = Query.select(indicator.id())
                            .groupBy(grouping.groupBy().toArray(Dimension[]::new))
                            .measures(measure);
                    String planned =
                            planned(grouping.during().map(query::during).orElse(query), measure);
                    String other = firstOf.putIfAbsent(
                            planned.replaceAll("\\b" + indicator.id() + "\\b", "*"), indicator.id());
                    if (other != null && !other.equals(indicator.id())) {
                        groups.computeIfAbsent("as for " + other, id -> new ArrayList<>())
                                .add(measure.name());
                    } else if (planned.startsWith("  ")) {
                        text.append(planned);
                    } else {
                        groups.computeIfAbsent(planned, id -> new ArrayList<>()).add(measure.name());
                    }
                }
                groups.forEach((outcome, measures) -> text.append(
                        ("  " + indicator.id() + ": " + String.join("; ", measures) + ": " + outcome + "\n")));
            }
        }
        return text.toString();
    }

    /** After an intended change, run with {@code -Drenew-rules=true} and read the difference. */
    @Test
    void listsWhatBecomesOfEachMeasureOfEachKind() throws IOException {
        if (Boolean.getBoolean("renew-rules")) {
            Files.writeString(Path.of("src/test/resources/org/grassrootskpi/plan/PlanRulesTest.txt"), all());
        }
        String expected;
        try (InputStream in = Objects.requireNonNull(PlanRulesTest.class.getResourceAsStream("PlanRulesTest.txt"))) {
            expected = new String(in.readAllBytes(), UTF_8);
        }

        assertThat(all()).isEqualTo(expected);
    }
}
