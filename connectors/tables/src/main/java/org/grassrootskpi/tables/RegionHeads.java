package org.grassrootskpi.tables;

import com.google.common.base.Splitter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/**
 * Finds out whether the heads of values name regions although no catalogue says so, as 北京, 上海, 广东 beside a column of years do: no column
 * has regions, and each head, but those of totals, has a part that is the name of a nation or ends as names of regions do.
 */
final class RegionHeads {
    private static final int LEAST = 3;
    private static final int LONGEST_KIND = 2;

    private RegionHeads() {}

    /** Returns the regions that heads name, and asks about them; none if these are something else. */
    static KnownRegions of(List<Column> columns, List<String> questions) {
        Set<String> regions = new LinkedHashSet<>();
        for (Column column : columns) {
            if (column.role() == Role.REGION || column.role() == Role.REGION_NAME) {
                return KnownRegions.NONE;
            }
            List<String> parts = Splitter.on(Heads.BETWEEN).splitToList(column.name());
            if (column.role() == Role.VALUE && parts.stream().noneMatch(Words::isAggregate)) {
                Optional<String> region =
                        parts.stream().filter(RegionHeads::canBeRegion).findFirst();
                if (region.isEmpty()) {
                    return KnownRegions.NONE;
                }
                regions.add(region.get());
            }
        }
        if (regions.size() < LEAST) {
            return KnownRegions.NONE;
        }
        questions.add("region: no column has one; the heads "
                + regions.stream().limit(LEAST).collect(Collectors.joining(", "))
                + (regions.size() > LEAST ? " and " + (regions.size() - LEAST) + " more" : "")
                + " are taken for regions, by their names");
        return KnownRegions.named(regions);
    }

    private static boolean canBeRegion(String text) {
        // 城市, 镇 and 乡村 say what kind a region is of.
        return Nations.isName(text)
                || Words.level(text)
                        .filter(level -> text.length() > LONGEST_KIND || level.equals(RegionLevel.PROVINCE))
                        .isPresent();
    }
}
