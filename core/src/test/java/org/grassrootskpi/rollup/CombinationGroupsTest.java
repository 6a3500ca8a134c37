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

    private static final CombinationGroups APART = groups(ImmutableMap.of(
            ImmutableList.of("all"), ImmutableList.of(ALL), ImmutableList.of("old"), ImmutableList.of(OLD)));
    private static final CombinationGroups TOGETHER =
            groups(ImmutableMap.of(ImmutableList.of("all"), ImmutableList.of(ALL, OLD)));

    @Test
    void numbersTheGroupsOfTheCombinationsThatAreRead() {
        assertThat(APART.groups()).containsExactly(ImmutableList.of("all"), ImmutableList.of("old"));
        assertThat(APART.dimensions()).isEqualTo(AGE);
        assertThat(APART.groupByCombination()).isEqualTo(ImmutableMap.of(ALL, 0, OLD, 1));
        assertThat(TOGETHER.groupByCombination()).isEqualTo(ImmutableMap.of(ALL, 0, OLD, 0));
        assertThat(APART.groupOf(OLD)).isEqualTo(1);
        assertThat(APART.groupOf(ImmutableList.of("young", "x"))).isEqualTo(-1);
        assertThat(CombinationGroups.NONE.groupOf(ImmutableList.of())).isZero();
    }

    @Test
    void isPlainWithoutExtraDimensionsAndSingleWithOneCombinationPerGroup() {
        ImmutableList<String> all = ImmutableList.of("all");
        ImmutableList<String> old = ImmutableList.of("old");
        CombinationGroups mixed = groups(
                ImmutableMap.of(all, ImmutableList.of(ALL, OLD), old, ImmutableList.of(ImmutableList.of("old", "y"))));

        assertThat(CombinationGroups.NONE.isPlain()).isTrue();
        assertThat(APART.isPlain()).isFalse();
        assertThat(APART.isSingle()).isTrue();
        assertThat(TOGETHER.isSingle()).isFalse();
        assertThat(CombinationGroups.NONE.isSingle()).isTrue();
        assertThat(APART.isSingle(all)).isTrue();
        assertThat(mixed.isSingle(all)).isFalse();
        assertThat(mixed.isSingle(old)).isTrue();
        assertThat(mixed.isSingle(ImmutableList.of("none"))).isTrue();
    }

    @Test
    void isEqualByGroupsCombinationsAndDimensions() {
        CombinationGroups same = groups(ImmutableMap.of(
                ImmutableList.of("all"), ImmutableList.of(ALL), ImmutableList.of("old"), ImmutableList.of(OLD)));
        CombinationGroups renamed = CombinationGroups.of(
                ImmutableList.of("sex"),
                ImmutableMap.of(
                        ImmutableList.of("all"),
                        ImmutableList.of(ALL),
                        ImmutableList.of("old"),
                        ImmutableList.of(OLD)));
        CombinationGroups otherGroups = groups(ImmutableMap.of(
                ImmutableList.of("every"), ImmutableList.of(ALL), ImmutableList.of("old"), ImmutableList.of(OLD)));

        assertThat(APART)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(renamed)
                .isNotEqualTo(otherGroups)
                .isNotEqualTo(TOGETHER)
                .isNotEqualTo(null);
        assertThat(APART.hashCode()).isNotEqualTo(renamed.hashCode());
        assertThat(APART).hasToString("2 combinations by age");
        assertThat(CombinationGroups.NONE).hasToString("1 combination in one group");
    }
}
