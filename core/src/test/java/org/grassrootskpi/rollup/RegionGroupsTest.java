package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.rollup.RollupFixture.REGIONS;
import static org.grassrootskpi.rollup.RollupFixture.TOWNSHIPS;

import com.google.common.collect.ImmutableMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionNumbering;
import org.junit.jupiter.api.Test;

class RegionGroupsTest {
    private static int[] numbers(String... codes) {
        return Stream.of(codes).mapToInt(REGIONS::numberOf).toArray();
    }

    @Test
    void hasASlotForEachRegionOfALevelAndALastOneForWhatIsInNone() {
        assertThat(TOWNSHIPS.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(TOWNSHIPS::region)
                        .map(region -> region.map(Region::code).orElse("-")))
                .containsExactly("a", "b", "-");
        assertThat(TOWNSHIPS.slotByCode(COMMUNITY)).isEqualTo(ImmutableMap.of("a1", 0, "a2", 0, "b1", 1, "c1", 2));
        assertThat(TOWNSHIPS.slotByCode(TOWNSHIP)).isEqualTo(ImmutableMap.of("a", 0, "b", 1));
        assertThat(TOWNSHIPS.slotByCode(COUNTY)).isEmpty();
        assertThat(TOWNSHIPS).hasToString("3 regions");
    }

    @Test
    void hasNoSlotForWhatIsInNoneWhereThereIsNothing() {
        RegionGroups ofA = RegionGroups.byLevel(REGIONS, numbers("a"), COMMUNITY);

        assertThat(ofA.slotByCode(COMMUNITY)).isEqualTo(ImmutableMap.of("a1", 0, "a2", 1));
        assertThat(ofA).isEqualTo(RegionGroups.of(REGIONS, numbers("a1", "a2"))).hasSameHashCodeAs(ofA);
        assertThat(ofA).isNotEqualTo(TOWNSHIPS);
    }

    @Test
    void takesAllRegionsBelowTheRootsAsOneGroup() {
        RegionGroups two = RegionGroups.whole(REGIONS, numbers("a", "b"));

        assertThat(two.slotByCode(COMMUNITY)).isEqualTo(ImmutableMap.of("a1", 0, "a2", 0, "b1", 0));
        assertThat(two.region(0)).isEmpty();
        assertThat(two).hasToString("one group of 2 regions with their parts");
        assertThat(RegionGroups.whole(REGIONS, numbers("b"))).hasToString("one group of b");
        assertThat(RegionGroups.whole(REGIONS, new int[0]).slotByCode(COMMUNITY))
                .hasSize(4);
    }

    @Test
    void findsTheSlotOfARegionByItsNumber() {
        assertThat(REGIONS.regions().stream().map(region -> TOWNSHIPS.slotOf(REGIONS.numberOf(region.code()))))
                .as("x, a, a1, a2, b, b1, c1")
                .containsExactly(-1, 0, 0, 0, 1, 1, 2);
        assertThat(TOWNSHIPS.slotsUnsafe()).containsExactly(-1, 0, 0, 0, 1, 1, 2);
        assertThat(TOWNSHIPS.slotsUnsafe()).as("laid out once").isSameAs(TOWNSHIPS.slotsUnsafe());
        assertThat(RegionGroups.whole(REGIONS, numbers("a1", "b")).slotsUnsafe())
                .containsExactly(-1, -1, 0, -1, 0, 0, -1);
    }

    @Test
    void countsTheRegionsOfALevelInEachSlot() {
        assertThat(TOWNSHIPS.count(numbers("a1", "a2", "b1", "c1"))).containsExactly(2, 1, 1);
        assertThat(TOWNSHIPS.count(numbers("x"))).containsExactly(0, 0, 0);
        assertThat(TOWNSHIPS.isSingle(TOWNSHIP)).isTrue();
        assertThat(TOWNSHIPS.isSingle(COMMUNITY)).isFalse();
    }

    @Test
    void readsRangesOfTheNumberingInOrder() {
        assertThat(TOWNSHIPS.numbering()).isSameAs(REGIONS);
        assertThat(TOWNSHIPS.ranges()).isEqualTo(3);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(range ->
                                TOWNSHIPS.start(range) + ".." + TOWNSHIPS.end(range) + " in " + TOWNSHIPS.slot(range)))
                .containsExactly("1..4 in 0", "4..6 in 1", "6..7 in 2");
        assertThat(TOWNSHIPS.regionOrNull(2)).isNull();
        assertThat(TOWNSHIPS.regionOrNull(1)).isEqualTo(REGIONS.region(4));
    }

    @Test
    void takesEveryRegionWhereNoRootIsNamed() {
        RegionGroups all = RegionGroups.whole(REGIONS, new int[0]);

        assertThat(new int[] {all.size(), all.ranges(), all.start(0), all.end(0), all.slot(0)})
                .containsExactly(1, 1, 0, 7, 0);
        assertThat(all.region(0)).isEmpty();
        assertThat(all).hasToString("one group of 1 regions with their parts");
        assertThat(all.isSingle(COUNTY)).isFalse();
        assertThat(RegionGroups.whole(REGIONS, numbers("b")).region(0)).contains(REGIONS.region(4));
        assertThat(RegionGroups.whole(REGIONS, numbers("b")).slotByCode(COMMUNITY))
                .isEqualTo(ImmutableMap.of("b1", 0));
    }

    @Test
    void hasNoSlotAndNoRangeInACatalogueWithoutRegions() {
        RegionNumbering none =
                RegionNumbering.of(new TableFixture().sector("s", "").catalog());
        RegionGroups groups = RegionGroups.byLevel(none, new int[0], TOWNSHIP);

        assertThat(RegionGroups.whole(none, new int[0]).ranges()).isZero();
        assertThat(groups.size()).isZero();
        assertThat(groups.isSingle(TOWNSHIP)).isFalse();
        assertThat(groups.slotOf(0)).isEqualTo(-1);
        assertThat(groups.count(new int[0])).isEmpty();
        assertThat(groups).hasToString("0 regions").hasSameHashCodeAs(RegionGroups.of(none, new int[0]));
    }

    @Test
    void groupsTheRegionsOfALevelBelowSeveralRoots() {
        RegionGroups groups = RegionGroups.byLevel(REGIONS, numbers("a", "c1"), COMMUNITY);

        assertThat(groups.slotByCode(COMMUNITY)).isEqualTo(ImmutableMap.of("a1", 0, "a2", 1, "c1", 2));
        assertThat(groups.isSingle(COMMUNITY)).isTrue();
        assertThat(groups.slotOf(REGIONS.numberOf("b1"))).isEqualTo(-1);
        assertThat(groups.count(numbers("a1", "a2", "b1", "c1"))).containsExactly(1, 1, 1);
    }

    @Test
    void isEqualByItsRegionsRangesAndSlots() {
        RegionGroups together = RegionGroups.whole(REGIONS, numbers("a", "b"));

        assertThat(together)
                .isEqualTo(RegionGroups.whole(REGIONS, numbers("a", "b")))
                .isNotEqualTo(RegionGroups.of(REGIONS, numbers("a", "b")))
                .isNotEqualTo(RegionGroups.whole(REGIONS, numbers("a", "b1")))
                .isNotEqualTo(RegionGroups.whole(REGIONS, numbers("a1", "b")))
                .isNotEqualTo(null);
        assertThat(together.hashCode())
                .isNotEqualTo(RegionGroups.whole(REGIONS, numbers("a")).hashCode());
        assertThat(RegionGroups.of(REGIONS, numbers("a"))).isNotEqualTo(RegionGroups.of(REGIONS, numbers("b")));
    }
}
