package org.grassrootskpi.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Counts the figures of each indicator that come out with other digits than they were printed with. Not thread-safe. */
final class ChangedFigures {
    private final Map<String, Counted> byIndicator = new LinkedHashMap<>();

    /** Those of one indicator. */
    private static final class Counted {
        private final ChangedFigure first;
        private final String place;
        private int count;

        Counted(ChangedFigure first, String place) {
            this.first = first;
            this.place = place;
        }
    }

    void add(String indicator, ChangedFigure figure, Grid grid, int row, int column) {
        byIndicator.computeIfAbsent(indicator, any -> new Counted(figure, grid.place(row, column))).count++;
    }

    /** Returns a question for each indicator that has some. */
    Stream<String> questions() {
        return byIndicator.entrySet().stream().map(of -> question(of.getKey(), of.getValue()));
    }

    private static String question(String indicator, Counted changed) {
        return "decimals: neither nine decimals nor 64 bits hold the values of '" + indicator
                + "', which are kept as doubles; "
                + (changed.count == 1 ? "1 of them comes" : changed.count + " of them come")
                + " out with other digits, the first, "
                + changed.first.printed().toPlainString() + ", as "
                + changed.first.kept().toPlainString() + " (" + changed.place
                + "); give \"decimals\" to keep digits exactly, and refuse values that do not fit";
    }
}
