package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

class RollupTest {
    private static final Rollup SPENT = RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.SUM);

    @Test
    void isLikeARollUpOfAnotherIndicator() {
        Rollup people = RollupFixture.of("people", CombinationGroups.NONE, Aggregate.SUM);

        assertThat(SPENT.isLike(people)).isTrue();
        assertThat(SPENT.shape()).isEqualTo(people.shape()).hasSameHashCodeAs(people.shape());
    }

    @Test
    void isNotLikeARollUpThatGathersOrGroupsOtherThings() {
        assertThat(SPENT.isLike(RollupFixture.of("spent", CombinationGroups.NONE, Aggregate.SUM, Aggregate.MIN)))
                .isFalse();
        assertThat(SPENT.isLike(RollupFixture.of("spent", RollupFixture.SEXES, Aggregate.SUM)))
                .isFalse();
    }

    @Test
    void isLikeAnotherOfTheSameWeightsOrEachOfItself() {
        Rollup spentByPeople = RollupFixture.with("spent", "people", Aggregate.PAIRED_SUM);
        Rollup peopleByPeople = RollupFixture.with("people", "people", Aggregate.PAIRED_SUM);
        Rollup spentBySpent = RollupFixture.with("spent", "spent", Aggregate.PAIRED_SUM);

        assertThat(peopleByPeople.isLike(spentBySpent))
                .as("each is paired with itself")
                .isTrue();
        assertThat(spentByPeople.isLike(peopleByPeople)).isFalse();
        assertThat(peopleByPeople.isLike(spentByPeople)).isFalse();
    }

    @Test
    void namesTheSlotOfEachRegionOfItsSource() {
        assertThat(SPENT.slotByRegion()).isEqualTo(ImmutableMap.of("a1", 0, "a2", 0, "b1", 1, "c1", 2));
        assertThat(SPENT).hasToString("spent from COMMUNITY, MONTHLY: 3 regions, 2024-01..2024-06 by QUARTERLY, [SUM]");
    }

    private static Rollup lagged(Rollup of, Lag lag) {
        return new Rollup(
                of.indicator(),
                of.source(),
                of.other(),
                of.otherIndicator(),
                Optional.of(lag),
                of.regions(),
                of.periods(),
                of.combinations(),
                of.aggregates());
    }

    @Test
    void saysWhatItReadsWeighsAndPairs() {
        String groups = ": 3 regions, 2024-01..2024-06 by QUARTERLY, ";

        assertThat(RollupFixture.with("spent", "people", Aggregate.WEIGHTED_SUM))
                .hasToString("spent from COMMUNITY, MONTHLY weighted by people" + groups + "[WEIGHTED_SUM]");
        assertThat(RollupFixture.with("spent", "people", Aggregate.PAIRED_SUM))
                .hasToString("spent from COMMUNITY, MONTHLY paired with people" + groups + "[PAIRED_SUM]");
        assertThat(lagged(
                        RollupFixture.with("spent", "spent", Aggregate.PAIRED_SUM),
                        new Lag(BasePeriod.YEAR_EARLIER, Frequency.QUARTERLY, false)))
                .hasToString(
                        "spent from COMMUNITY, MONTHLY paired with spent of YEAR_EARLIER" + groups + "[PAIRED_SUM]");
        assertThat(RollupFixture.of("spent", RollupFixture.SEXES, Aggregate.SUM))
                .hasToString("spent from COMMUNITY, MONTHLY: 3 regions, 2024-01..2024-06 by QUARTERLY, "
                        + "2 combinations by sex, [SUM]");
    }

    @Test
    void isNotLikeARollUpOfAnotherLag() {
        Rollup pairs = RollupFixture.with("spent", "spent", Aggregate.PAIRED_SUM);
        Rollup year = lagged(pairs, new Lag(BasePeriod.YEAR_EARLIER, Frequency.QUARTERLY, false));

        assertThat(year.isLike(pairs)).isFalse();
        assertThat(year.isLike(lagged(pairs, new Lag(BasePeriod.PREVIOUS_PERIOD, Frequency.QUARTERLY, false))))
                .isFalse();
        assertThat(year.isLike(lagged(pairs, new Lag(BasePeriod.YEAR_EARLIER, Frequency.QUARTERLY, false))))
                .isTrue();
        assertThat(pairs.shape().isOfItself()).isTrue();
        assertThat(pairs.shape().other()).isEmpty();
        assertThat(RollupFixture.with("spent", "people", Aggregate.PAIRED_SUM)
                        .shape()
                        .other())
                .isPresent();
    }
}
