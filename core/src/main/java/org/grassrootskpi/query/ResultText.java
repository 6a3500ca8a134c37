package org.grassrootskpi.query;

import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.model.Region;
import org.jspecify.annotations.Nullable;

/** A result as an aligned table: numbers to the right, contributors where some are missing, notes below. */
final class ResultText {
    private static final int MAX_ROWS = 100;
    private static final int MAX_SOURCES = 3;

    private ResultText() {}

    static String of(ResultTable table) {
        int rows = Math.min(table.size(), MAX_ROWS);
        StringBuilder text = new StringBuilder();
        List<List<String>> columns = new ArrayList<>();
        int[] widths = new int[table.columns().size()];
        for (ResultColumn<?> column : table.columns()) {
            List<String> cells = new ArrayList<>();
            cells.add(column.name());
            for (int row = 0; row < rows; row++) {
                cells.add(shown(column.get(row)));
            }
            widths[columns.size()] =
                    cells.stream().mapToInt(TextWidth::of).max().orElse(0);
            columns.add(cells);
        }
        for (int line = 0; line <= rows; line++) {
            for (int c = 0; c < columns.size(); c++) {
                boolean number = table.columns().get(c).type() == Cell.class;
                String cell = columns.get(c).get(line);
                text.append(c == 0 ? "" : "  ")
                        .append(number ? TextWidth.padLeft(cell, widths[c]) : TextWidth.padRight(cell, widths[c]));
            }
            trimEnd(text).append('\n');
        }
        if (table.size() > rows) {
            text.append("... ").append(table.size() - rows).append(" more rows\n");
        }
        table.refusals()
                .forEach(refusal -> text.append("refused ").append(refusal).append('\n'));
        sources(table, text);
        return text.toString();
    }

    /** A line for each level and frequency, with the first few indicators that were taken from there. */
    private static void sources(ResultTable table, StringBuilder text) {
        ListMultimap<String, String> indicators = LinkedListMultimap.create();
        table.sources()
                .forEach(source -> indicators.put(source.level() + ", " + source.frequency(), source.indicator()));
        Multimaps.asMap(indicators).forEach((place, ids) -> {
            text.append("source ").append(place).append(": ");
            text.append(String.join(", ", ids.subList(0, Math.min(ids.size(), MAX_SOURCES))));
            text.append(ids.size() > MAX_SOURCES ? " and " + (ids.size() - MAX_SOURCES) + " more\n" : "\n");
        });
    }

    /** A cell to six decimals with what a reader must not overlook; a region by code and name. */
    static String shown(@Nullable Object element) {
        if (element instanceof Cell cell) {
            boolean partial = cell.present() < cell.expectedAtLeast();
            boolean refused = cell.refusal().isPresent();
            return CellText.rounded(cell)
                    + (partial && !refused
                            ? " (" + cell.present() + "/" + cell.expectedAtLeast()
                                    + (cell.expected().isPresent() ? ")" : "+)")
                            : "")
                    + cell.asOf().map(period -> " @" + period).orElse("");
        }
        if (element instanceof Region region) {
            return region.code() + ' ' + region.name().zh();
        }
        return element == null ? "-" : element.toString();
    }

    private static StringBuilder trimEnd(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        return text;
    }
}
