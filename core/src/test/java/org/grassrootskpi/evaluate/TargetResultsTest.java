package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Formulas.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Targets of six slots, a Q1, a Q2, b Q1, b Q2, elsewhere Q1, elsewhere Q2, and the values that they are targets of. */
class TargetResultsTest {
    private static final ImmutableList<String> ALL = ImmutableList.of();
    private static final ImmutableList<String> MEN = ImmutableList.of("men");
    private static final ImmutableList<String> WOMEN = ImmutableList.of("women");
    private static final TimePeriod Q1 = TimePeriod.parse("2024-Q1");
    private static final TimePeriod Q2 = TimePeriod.parse("2024-Q2");
    private static final RegionGroups COUNTIES =
            RegionGroups.byLevel(RollupFixture.REGIONS, new int[0], RegionLevel.COUNTY);
    private static final Rollup PLANNED = Slots.spent(Aggregate.SUM);
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);

    private static Rollup counts(CombinationGroups combinations) {
        return RollupFixture.of("spent", combinations);
    }

    private static RollupResult counted(CombinationGroups combinations, long... counts) {
        return SlotColumns.builder(counts(combinations), counts).build();
    }

    private static TargetGaps gaps(RollupResult observed, RollupResult planned, RegionGroups groups) {
        return TargetGaps.of(new TargetCheck(observed.rollup(), planned.rollup()), observed, planned, groups);
    }

    @Test
    void aGapIsWhereThereIsAValueAndNoTarget() {
        TargetGaps gaps = gaps(
                counted(CombinationGroups.NONE, 1, 0, 0, 2, 1, 1),
                counted(CombinationGroups.NONE, 1, 0, 1, 0, 0, 0),
                RollupFixture.TOWNSHIPS);

        assertThat(gaps.isIn(Slots.A, ALL, Q1)).as("both").isFalse();
        assertThat(gaps.isIn(Slots.A, ALL, Q2)).as("neither").isFalse();
        assertThat(gaps.isIn(Slots.A, ALL, null)).isFalse();
        assertThat(gaps.isIn(Slots.B, ALL, Q1)).as("a target alone").isFalse();
        assertThat(gaps.isIn(Slots.B, ALL, Q2)).as("a value alone").isTrue();
        assertThat(gaps.isIn(Slots.B, ALL, null)).as("any period").isTrue();
        assertThat(gaps.isIn(Slots.B, ALL, TimePeriod.parse("2024-H1"))).isTrue();
        assertThat(gaps.isIn(Slots.B, ALL, TimePeriod.parse("2023-Q4"))).isFalse();
        assertThat(gaps.isIn(Slots.B, ALL, TimePeriod.parse("2024-Q3"))).isFalse();
        assertThat(gaps.isIn(Slots.ELSEWHERE, ALL, Q1))
                .as("what is in no region")
                .isFalse();
    }

    @Test
    void aGapOfARegionIsOneOfTheRegionThatContainsIt() {
        TargetGaps gaps = gaps(
                counted(CombinationGroups.NONE, 1, 0, 0, 1, 0, 0),
                counted(CombinationGroups.NONE, 0, 0, 0, 1, 0, 0),
                COUNTIES);

        assertThat(gaps.isIn(0, ALL, Q1)).isTrue();
        assertThat(gaps.isIn(0, ALL, Q2)).isFalse();
        assertThat(gaps.isIn(1, ALL, Q1)).isFalse();
    }

    @Test
    void aGapIsThatOfAMember() {
        CombinationGroups reversed = CombinationGroups.of(
                ImmutableList.of("sex"), ImmutableMap.of(WOMEN, ImmutableList.of(WOMEN), MEN, ImmutableList.of(MEN)));
        CombinationGroups men =
                CombinationGroups.of(ImmutableList.of("sex"), ImmutableMap.of(MEN, ImmutableList.of(MEN)));
        RollupResult observed = counted(RollupFixture.SEXES, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0);
        TargetGaps gaps =
                gaps(observed, counted(reversed, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0), RollupFixture.TOWNSHIPS);
        TargetGaps ofMen = gaps(observed, counted(men, 1, 1, 0, 1, 0, 0), RollupFixture.TOWNSHIPS);

        assertThat(gaps.isIn(Slots.A, MEN, null)).isFalse();
        assertThat(gaps.isIn(Slots.B, MEN, Q1)).isFalse();
        assertThat(gaps.isIn(Slots.B, MEN, Q2)).isTrue();
        assertThat(gaps.isIn(Slots.A, WOMEN, Q1)).isFalse();
        assertThat(gaps.isIn(Slots.A, WOMEN, Q2)).isTrue();
        assertThat(gaps.isIn(Slots.B, WOMEN, null)).isFalse();
        assertThat(ofMen.isIn(Slots.A, MEN, null)).isFalse();
        assertThat(ofMen.isIn(Slots.B, MEN, null)).isFalse();
        assertThat(ofMen.isIn(Slots.A, WOMEN, Q1)).as("has no plan").isTrue();
        assertThat(ofMen.isIn(Slots.B, WOMEN, Q2)).isFalse();
    }

    /** Targets of which a has 6 of 6 in the first quarter and 2 in the second, and b none in the second. */
    private static TargetResults results(
            Query query,
            ImmutableList<ImmutableList<String>> combinations,
            RollupResult observed,
            RollupResult planned) {
        RollupResult targets = SlotColumns.builder(PLANNED, new long[] {6, 2, 3, 0, 1, 0})
                .sums(DecimalColumn.ofUnsafe(new long[] {600, 200, 300, 0, 100, 0}, 2))
                .build();
        Recipe recipe = new Recipe(
                query,
                Slots.grid("spent"),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(new Recipe(
                        query,
                        Slots.grid("spent"),
                        ImmutableList.of(PLANNED),
                        ImmutableList.of(),
                        ImmutableList.of(ImmutableList.of(SUM)),
                        ImmutableList.of())),
                ImmutableList.of(new TargetCheck(observed.rollup(), planned.rollup())));
        return TargetResults.of(
                recipe,
                combinations,
                further -> List.of(observed),
                of -> of.equals(ImmutableList.of(PLANNED)) ? List.of(targets) : List.of(planned),
                1);
    }

    private static TargetResults results(Query query) {
        return results(
                query,
                ImmutableList.of(ALL),
                counted(CombinationGroups.NONE, 1, 0, 1, 0, 0, 0),
                counted(CombinationGroups.NONE, 1, 0, 0, 0, 0, 0));
    }

    private static String cell(TargetResults results, PlannedTarget target, int region, int period) {
        return text(results.cell(target, region, period, 0));
    }

    @Test
    void aTargetIsThatOfItsGroup() {
        TargetResults results = results(Query.select("spent"));
        PlannedTarget target = new PlannedTarget(SUM, 0, false, -1, false);

        assertThat(cell(results, target, Slots.A, Slots.Q1)).isEqualTo("6 (6/6)");
        assertThat(cell(results, target, Slots.A, Slots.Q2)).isEqualTo("2 (2/6)");
        assertThat(cell(results, target, Slots.B, Slots.Q1)).isEqualTo("3 (3/3)");
        assertThat(cell(results, target, Slots.B, Slots.Q2)).isEqualTo("no target (0/3)");
        assertThat(cell(results, target, Slots.A, 0)).as("all periods").isEqualTo("8 (8/12)");
    }

    @Test
    void aTargetThatMustBeWholeIsNoneBeforeItIs() {
        TargetResults results = results(Query.select("spent"));
        PlannedTarget whole = new PlannedTarget(SUM, 0, false, -1, true);

        assertThat(cell(results, whole, Slots.A, Slots.Q1)).isEqualTo("6 (6/6)");
        assertThat(cell(results, whole, Slots.A, Slots.Q2)).isEqualTo("targets incomplete (2/6)");
        assertThat(cell(results, whole, Slots.B, Slots.Q2)).isEqualTo("no target (0/3)");
    }

    @Test
    void aTargetWithAGapBelowItIsIncomplete() {
        TargetResults results = results(Query.select("spent"));
        PlannedTarget checked = new PlannedTarget(SUM, 0, false, 0, false);

        assertThat(cell(results, checked, Slots.A, Slots.Q1)).isEqualTo("6 (6/6)");
        assertThat(cell(results, checked, Slots.A, Slots.Q2)).isEqualTo("2 (2/6)");
        assertThat(cell(results, checked, Slots.B, Slots.Q1)).isEqualTo("targets incomplete (3/3)");
        assertThat(cell(results, checked, Slots.B, 0)).isEqualTo("targets incomplete (3/6)");
        assertThat(cell(results, checked, Slots.A, 0)).isEqualTo("8 (8/12)");
    }

    @Test
    void aTargetThatAPolicyRefusesSaysWhyItself() {
        TargetResults results = results(Query.select("spent").missing(MissingPolicy.requireAll()));

        assertThat(cell(results, new PlannedTarget(SUM, 0, false, -1, true), Slots.A, Slots.Q2))
                .isEqualTo("incomplete (2/6)");
    }

    @Test
    void aMemberThatIsNotPlannedHasNoTarget() {
        TargetResults results = results(
                Query.select("spent"),
                ImmutableList.of(MEN),
                counted(RollupFixture.SEXES, new long[12]),
                counted(RollupFixture.SEXES, new long[12]));

        assertThat(cell(results, new PlannedTarget(SUM, 0, false, -1, false), Slots.A, Slots.Q1))
                .isEqualTo("no target (0)");
    }
}
