package org.grassrootskpi.report;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Region;

/** Finds the region that a figure is about: that of the report, or a part of it whose name begins its clause. */
final class RegionFinder {
    private static final int MIN_NAME = 2;

    private final String home;
    private final ImmutableMap<String, String> partsByName;

    RegionFinder(DraftRegion region) {
        this.home = region.code();
        Map<String, String> parts = new LinkedHashMap<>();
        String homeName = RegionNames.withoutLevel(region.home().name().zh());
        for (Region part : region.parts()) {
            String name = part.name().zh();
            parts.putIfAbsent(name, part.code());
            String plain = RegionNames.withoutLevel(name);
            if (region.knowsShortNames() && plain.length() >= MIN_NAME && !plain.equals(homeName)) {
                parts.putIfAbsent(plain, part.code());
            }
        }
        this.partsByName = ImmutableMap.copyOf(parts);
    }

    String home() {
        return home;
    }

    /** The part that the text begins with, unless its name is a part of the indicator's. */
    String of(String text, Indicator indicator) {
        return partNamed(text)
                .filter(part -> !indicator.name().zh().contains(part.getKey()))
                .map(Map.Entry::getValue)
                .orElse(home);
    }

    /** The part that the text begins with. */
    String of(String text) {
        return partNamed(text).map(Map.Entry::getValue).orElse(home);
    }

    private Optional<Map.Entry<String, String>> partNamed(String text) {
        return partsByName.entrySet().stream()
                .filter(part -> text.startsWith(part.getKey()))
                .findFirst();
    }
}
