package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
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
}
