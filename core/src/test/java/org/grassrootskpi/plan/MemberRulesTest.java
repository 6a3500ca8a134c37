package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.plan.PlanFixture.TABLE;
import static org.grassrootskpi.plan.PlanFixture.refusal;
import static org.grassrootskpi.time.Frequency.MONTHLY;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/** Which members of extra dimensions are read together. */
class MemberRulesTest {
    private static final TableSchema SEX = TableSchema.builder()
            .addDimensions("sex", "age")
            .total("age", "all")
            .build();

    private static Planner members(String... combinations) {
        ImmutableList<ImmutableList<String>> all = Stream.of(combinations)
                .map(text -> ImmutableList.copyOf(text.split(" ")))
                .collect(ImmutableList.toImmutableList());
        return Planner.of(
                TABLE.catalog(),
                SEX,
                ImmutableList.of(new SourceExtent(
                        Source.of("cases", COMMUNITY, MONTHLY), TimePeriodRange.parse("2024-01..2024-12"), all, 0)),
                (source, regions, periods, members) -> 1);
    }

    private static ImmutableMap<ImmutableList<String>, Integer> read(Planner planner, Query query) {
        return planner.plan(query).rollups().get(0).combinations().groupByCombination();
    }

    @Test
    void readsADeclaredTotalInsteadOfItsParts() {
        Planner planner = members("men all", "men old", "women all", "women old", "women young");
        Query all = Query.select("cases").during("2024");
        ImmutableList<String> men = ImmutableList.of("men", "all");
        ImmutableList<String> women = ImmutableList.of("women", "all");

        assertThat(read(planner, all)).isEqualTo(ImmutableMap.of(men, 0, women, 0));
        assertThat(read(planner, all.groupBy(Dimension.extra("sex")))).isEqualTo(ImmutableMap.of(men, 0, women, 1));
        assertThat(read(planner, all.where("age", "old", "young")))
                .isEqualTo(ImmutableMap.of(
                        ImmutableList.of("men", "old"), 0,
                        ImmutableList.of("women", "old"), 0,
                        ImmutableList.of("women", "young"), 0));
        assertThat(read(planner, all.groupBy(Dimension.extra("age"))))
                .as("the total is a group of its own")
                .isEqualTo(ImmutableMap.of(
                        men,
                        0,
                        women,
                        0,
                        ImmutableList.of("men", "old"),
                        1,
                        ImmutableList.of("women", "old"),
                        1,
                        ImmutableList.of("women", "young"),
                        2));
        assertThat(read(planner, all.where("sex", "men").where("age", "old")))
                .isEqualTo(ImmutableMap.of(ImmutableList.of("men", "old"), 0));
        assertThat(refusal(planner, all.where("age", "all", "old")))
                .isEqualTo("in its column TOTAL_BESIDE_PARTS: 'all' is the total of 'age': its 'cases' contains that of"
                        + " the other members of [all, old] -> leave it out of where(...), or name nothing else there,"
                        + " or group by Dimension.extra(\"age\")");
        assertThat(planner.plan(all.where("age", "all", "old").groupBy(Dimension.extra("age")))
                        .refusals())
                .isEmpty();
        assertThat(planner.plan(all.where("age", "all")).refusals()).isEmpty();
        assertThat(refusal(planner, all.where("age", "odl")))
                .startsWith("UNKNOWN_MEMBER: ")
                .endsWith("name one of the 3 members of 'age' that have observations");
    }

    @Test
    void refusesToAddWhatLooksLikeATotal() {
        Query all = Query.select("cases").during("2024");

        assertThat(refusal(members("合计 all", "men all"), all))
                .startsWith(
                        "in its column TOTAL_BESIDE_PARTS: '合计' looks like the total of 'sex', and 'cases' would add"
                                + " it to 1 other member -> declare it by TableSchema.builder().total(\"sex\", \"合计\")");
        assertThat(refusal(members("合计 all", "men all", "women all"), all)).contains("add it to 2 other members");
        assertThat(members("合计 all").plan(all).refusals()).isEmpty();
        assertThat(members("合计 all", "men all")
                        .plan(all.groupBy(Dimension.extra("sex")))
                        .refusals())
                .isEmpty();
    }

    @Test
    void refusesToDemandCompletenessOfSeveralMembers() {
        Query all = Query.select("cases").during("2024").missing(MissingPolicy.requireAll());

        assertThat(refusal(members("men all", "women all"), all))
                .isEqualTo("in its column UNKNOWN_COMPLETENESS: the query demands " + MissingPolicy.requireAll()
                        + ", but how many members of [sex, age] each region should have of 'cases' is not known -> group"
                        + " by each of these dimensions, limit each to one member by where(...), declare its total in"
                        + " the schema, or leave out missing(...)");
        assertThat(members("men all", "women all")
                        .plan(all.groupBy(Dimension.extra("sex")))
                        .refusals())
                .isEmpty();
        assertThat(members("men all", "women all")
                        .plan(all.measures(Measure.count()))
                        .refusals())
                .isEmpty();
    }
}
