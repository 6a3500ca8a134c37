package org.grassrootskpi.pages;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fifths of the regions by the values of an indicator: 0 for the lowest, 4 for the highest; equal values are in one, and where all
 * are equal, in the middle. A region is compared with those of its own level: a district has always more than its communities.
 */
final class Heat {
    static final int STEPS = 5;

    private final Map<String, Integer> steps = new HashMap<>();

    Heat(PageData.RegionFigures figures, String indicator) {
        Map<String, String> levels = new HashMap<>();
        figures.regions().forEach(region -> levels.put(region.code(), region.level()));
        ListMultimap<String, PageData.RegionCell> byLevel =
                MultimapBuilder.hashKeys().arrayListValues().build();
        figures.cells().stream()
                .filter(cell -> cell.indicator().equals(indicator))
                .filter(cell -> cell.figure().isPresent())
                .forEach(cell -> byLevel.put(Objects.requireNonNull(levels.get(cell.region())), cell));
        byLevel.asMap().values().forEach(cells -> compare(List.copyOf(cells)));
    }

    private void compare(List<PageData.RegionCell> cells) {
        List<Double> values = cells.stream().map(Heat::value).sorted().toList();
        Map<Double, Integer> below = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            below.putIfAbsent(values.get(i), i);
        }
        boolean isAlike = below.size() < 2;
        for (PageData.RegionCell cell : cells) {
            int first = Objects.requireNonNull(below.get(value(cell)));
            steps.put(cell.region(), isAlike ? STEPS / 2 : first * STEPS / values.size());
        }
    }

    private static double value(PageData.RegionCell cell) {
        return cell.figure().orElseThrow().number();
    }

    /** Returns the class of a region's cell. */
    String style(String region) {
        return steps.containsKey(region) ? "h" + steps.get(region) : "none";
    }
}
