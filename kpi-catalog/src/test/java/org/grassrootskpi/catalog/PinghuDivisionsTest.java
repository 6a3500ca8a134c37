package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.junit.jupiter.api.Test;

class PinghuDivisionsTest {
    @Test
    void itsRegionsAreDivisionsOfTheCountryButForItsCommunities() {
        Map<RegionLevel, Long> levels = PinghuCatalog.load().regions().stream()
                .collect(Collectors.groupingBy(Region::level, Collectors.counting()));
        Map<String, Region> ours = Divisions.load().regions("440307003").stream()
                .collect(Collectors.toMap(Region::code, Function.identity()));

        assertThat(levels).containsEntry(RegionLevel.COMMUNITY, 12L);
        for (Region region : PinghuCatalog.load().regions()) {
            if (region.level().equals(RegionLevel.COMMUNITY)) {
                assertThat(region.parent()).contains("440307003");
                assertThat(ours).doesNotContainKey(region.code());
            } else {
                Region same = Region.builder()
                        .from(region)
                        .name(LocalizedText.of(region.name().zh(), region.name().zh()))
                        .build();
                assertThat(ours).containsEntry(region.code(), same);
            }
        }
    }
}
