package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.evaluate.ResultGrid.RegionAxis;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.rollup.RegionGroups;
import org.junit.jupiter.api.Test;

class LevelIndexTest {
    private static final RegionNumbering REGIONS = RegionNumbering.of(new TableFixture()
            .region("x", RegionLevel.COUNTY, "")
            .region("a", RegionLevel.TOWNSHIP, "x")
            .region("a1", RegionLevel.COMMUNITY, "a")
            .region("empty", RegionLevel.TOWNSHIP, "x")
            .region("c1", RegionLevel.COMMUNITY, "x")
            .catalog());

    private static String[] expected(RegionLevel level) {
        return IntStream.of(new LevelIndex(REGIONS).positions(level))
                .mapToObj(number -> REGIONS.region(number).code())
                .toArray(String[]::new);
    }

    @Test
    void expectsTheRegionsOfALevelAndThoseAboveThatHaveNoParts() {
        assertThat(expected(RegionLevel.COMMUNITY)).containsExactly("a1", "empty", "c1");
        assertThat(expected(RegionLevel.TOWNSHIP)).containsExactly("a", "empty");
        assertThat(expected(RegionLevel.COUNTY)).containsExactly("x");
    }

    @Test
    void countsTheExpectedRegionsOfEachGroup() {
        LevelIndex levels = new LevelIndex(REGIONS);
        RegionGroups townships = levels.groups(RegionLevel.TOWNSHIP);

        assertThat(levels.expected(townships, RegionLevel.COMMUNITY))
                .as("a1 in a, the township without parts, c1 in none")
                .containsExactly(1, 1, 1);
        assertThat(levels.expected(townships, RegionLevel.TOWNSHIP)).containsExactly(1, 1, 0);
        assertThat(levels.expected(levels.groups(RegionLevel.COUNTY), RegionLevel.COMMUNITY))
                .containsExactly(3);
    }

    @Test
    void findsTheRegionsAboveGroups() {
        LevelIndex levels = new LevelIndex(REGIONS);
        RegionGroups communities = levels.groups(RegionLevel.COMMUNITY);

        RegionAxis townships = levels.parents(communities, RegionLevel.TOWNSHIP);
        assertThat(townships.level()).contains(RegionLevel.TOWNSHIP);
        assertThat(townships.groups()).isEqualTo(RegionGroups.of(REGIONS, new int[] {REGIONS.numberOf("a")}));
        assertThat(townships.slots().asList()).as("a1 in a, c1 in no township").containsExactly(0, -1);
        assertThat(levels.parents(communities, RegionLevel.COUNTY).slots().asList())
                .containsExactly(0, 0);
        assertThat(levels.parentLevels(communities)).containsExactly(RegionLevel.TOWNSHIP, RegionLevel.COUNTY);
        assertThat(levels.parentLevels(levels.groups(RegionLevel.TOWNSHIP))).containsExactly(RegionLevel.COUNTY);
        assertThat(levels.parentLevels(levels.groups(RegionLevel.COUNTY))).isEmpty();
    }

    @Test
    void laysOutWholeLevelsOnceAndPartsOfThemForEachQuery() {
        LevelIndex levels = new LevelIndex(REGIONS);
        RegionGroups whole = levels.groups(RegionLevel.COMMUNITY);
        RegionGroups part = RegionGroups.byLevel(REGIONS, new int[] {REGIONS.numberOf("a")}, RegionLevel.COMMUNITY);

        assertThat(levels.groups(RegionLevel.COMMUNITY)).isSameAs(whole);
        assertThat(levels.expected(whole, RegionLevel.COMMUNITY))
                .isSameAs(levels.expected(whole, RegionLevel.COMMUNITY));
        assertThat(levels.parents(whole, RegionLevel.COUNTY)).isSameAs(levels.parents(whole, RegionLevel.COUNTY));
        assertThat(levels.parentLevels(whole)).isSameAs(levels.parentLevels(whole));
        assertThat(levels.expected(part, RegionLevel.COMMUNITY))
                .isNotSameAs(levels.expected(part, RegionLevel.COMMUNITY))
                .containsExactly(1);
        assertThat(levels.parents(part, RegionLevel.COUNTY))
                .isNotSameAs(levels.parents(part, RegionLevel.COUNTY))
                .isEqualTo(levels.parents(part, RegionLevel.COUNTY));
    }
}
