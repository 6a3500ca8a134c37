package org.grassrootskpi.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        Map<Double, Integer> below = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            below.putIfAbsent(values.get(i), i);
        }
        boolean isAlike = below.size() < 2;
        for (PageData.RegionCell cell : cells) {
            if (cell.indicator().equals(indicator) && cell.figure().isPresent()) {
                int first = Objects.requireNonNull(below.get(cell.figure().get().number()));
                steps.put(cell.region(), isAlike ? STEPS / 2 : first * STEPS / values.size());
            }
        }
    }

    /** Returns the class of a region's cell. */
    String style(String region) {
        return steps.containsKey(region) ? "h" + steps.get(region) : "none";
    }
}
