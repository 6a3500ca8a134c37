package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
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
}
