package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Region;

/** Which region a figure is about: that of the report, or a part of it whose name begins its clause. */
final class RegionFinder {
    private static final ImmutableList<String> LEVELS =
            ImmutableList.of("社区", "街道", "居委会", "村委会", "村", "镇", "乡", "县", "区", "市", "省");
    private static final int MIN_NAME = 2;

    /** The region of a catalogue that has none. */
    static final String NONE = "draft";

    private final String home;
    private final ImmutableMap<String, String> partsByName;

    RegionFinder(Catalog catalog) {
        this.home = home(catalog);
        Map<String, String> parts = new LinkedHashMap<>();
        String homeName = catalog.regions().stream()
                .filter(region -> region.code().equals(home))
                .map(region -> withoutLevel(region.name().zh()))
                .findFirst()
                .orElse("");
        for (Region region : catalog.regions()) {
            String name = withoutLevel(region.name().zh());
            boolean part = region.parent().equals(Optional.of(home));
            if (part && name.length() >= MIN_NAME && !name.equals(homeName)) {
                parts.put(name, region.code());
            }
        }
        this.partsByName = ImmutableMap.copyOf(parts);
    }

    /** The region that most observations are about, else the first. */
    private static String home(Catalog catalog) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        catalog.observations().forEach(observation -> counts.merge(observation.region(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(() -> catalog.regions().stream().map(Region::code).findFirst())
                .orElse(NONE);
    }

    private static String withoutLevel(String name) {
        for (String level : LEVELS) {
            if (name.endsWith(level)) {
                return name.substring(0, name.length() - level.length());
            }
        }
        return name;
    }

    String home() {
        return home;
    }

    /** The part that the text begins with, unless its name is a part of the indicator's. */
    String of(String text, Indicator indicator) {
        return partsByName.entrySet().stream()
                .filter(part ->
                        text.startsWith(part.getKey()) && !indicator.name().zh().contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(home);
    }
}
