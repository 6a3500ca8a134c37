package org.grassrootskpi.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fifths of the regions by the values of an indicator: 0 for the lowest, 4 for the highest; equal values are in one,
 * and where all are equal, in the middle. */
final class Heat {
    static final int STEPS = 5;

    private final Map<String, Integer> steps = new HashMap<>();

    Heat(List<PageData.RegionCell> cells, String indicator) {
        List<Double> values = cells.stream()
                .filter(cell -> cell.indicator().equals(indicator))
                .flatMap(cell -> cell.figure().stream())
                .map(Figure::number)
                .sorted()
                .toList();
        boolean isAlike = values.stream().distinct().count() < 2;
        for (PageData.RegionCell cell : cells) {
            if (cell.indicator().equals(indicator) && cell.figure().isPresent()) {
                int below = values.indexOf(cell.figure().get().number());
                steps.put(cell.region(), isAlike ? STEPS / 2 : below * STEPS / values.size());
            }
        }
    }

    /** Returns the class of a region's cell. */
    String style(String region) {
        return steps.containsKey(region) ? "h" + steps.get(region) : "none";
    }
}
