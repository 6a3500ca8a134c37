package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

class CombinationGroupsTest {
    private static final ImmutableList<String> AGE = ImmutableList.of("age");
    private static final ImmutableList<String> ALL = ImmutableList.of("all", "x");
    private static final ImmutableList<String> OLD = ImmutableList.of("old", "x");

    private static CombinationGroups groups(
            ImmutableMap<ImmutableList<String>, ImmutableList<ImmutableList<String>>> combinations) {
        return CombinationGroups.of(AGE, combinations);
    }

    @Test
    void readsLikeGroupsOfTheSameCombinationsInAnyOrder() {
        CombinationGroups one = groups(ImmutableMap.of(
                ImmutableList.of("all"), ImmutableList.of(ALL), ImmutableList.of("old"), ImmutableList.of(OLD)));
        CombinationGroups other = groups(ImmutableMap.of(
                ImmutableList.of("old"), ImmutableList.of(OLD), ImmutableList.of("all"), ImmutableList.of(ALL)));

        assertThat(one.readsLike(other)).isTrue();
    }

    @Test
    void doesNotReadLikeGroupsOfOtherCombinationsOrWithOthersTogether() {
        CombinationGroups apart = groups(ImmutableMap.of(
                ImmutableList.of("all"), ImmutableList.of(ALL), ImmutableList.of("old"), ImmutableList.of(OLD)));
        CombinationGroups fewer = groups(ImmutableMap.of(ImmutableList.of("all"), ImmutableList.of(ALL)));
        CombinationGroups together = groups(ImmutableMap.of(ImmutableList.of("all"), ImmutableList.of(ALL, OLD)));

        assertThat(apart.readsLike(fewer)).isFalse();
        assertThat(fewer.readsLike(apart)).isFalse();
        assertThat(apart.readsLike(together)).isFalse();
    }
}
