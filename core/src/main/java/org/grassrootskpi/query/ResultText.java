package org.grassrootskpi.query;

import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.text.TextWidth;

/** A result as an aligned table: figures to the right, notes to the left of what follows, refusals and sources below. */
final class ResultText {
    static final int NARROWEST = 20;

    private static final int MAX_ROWS = 100;
    private static final int MAX_SOURCES = 3;
    private static final int NARROWEST_KEY = 6;
    private static final String GAP = "  ";

    private final ResultTable table;
    private final int width;
    private final int rows;
    private final List<Block> keys = new ArrayList<>();
    private final List<Block> measures = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private ResultText(ResultTable table, int width) {
        this.table = table;
        this.width = width;
        rows = Math.min(table.rowCount(), MAX_ROWS);
        for (ShownColumn column : ShownColumn.of(table, rows, false)) {
            (column.isNumber() ? measures : keys).add(new Block(column));
        }
    }

    static String of(ResultTable table, int width) {
        return new ResultText(table, width).print();
    }

    private String print() {
        int widestMeasure = measures.stream().mapToInt(Block::width).max().orElse(-GAP.length());
        narrowKeys(width - widestMeasure - GAP.length());
        int next = 0;
        do {
            List<Block> line = new ArrayList<>(keys);
            while (next < measures.size() && (line.size() == keys.size() || fits(line, measures.get(next)))) {
                line.add(measures.get(next++));
            }
            text.append(text.length() == 0 ? "" : "\n");
            print(line);
        } while (next < measures.size());
        if (table.rowCount() > rows) {
            text.append("... ").append(table.rowCount() - rows).append(" more rows\n");
        }
        notes(table).forEach(this::wrapped);
        return text.toString();
    }

    /** Shortens the widest keys until all of them fit, or none can become narrower. */
    private void narrowKeys(int available) {
        while (total(keys) > available) {
            int widest = 0;
            for (int k = 1; k < keys.size(); k++) {
                widest = keys.get(k).width() > keys.get(widest).width() ? k : widest;
            }
            if (keys.isEmpty() || keys.get(widest).width() <= NARROWEST_KEY) {
                return;
            }
            keys.set(widest, keys.get(widest).narrower());
        }
    }

    private static int total(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.width() + GAP.length()).sum() - GAP.length();
    }

    private boolean fits(List<Block> line, Block next) {
        return total(line) + GAP.length() + next.width() <= width;
    }

    private void print(List<Block> blocks) {
        for (int row = -1; row < rows; row++) {
            for (int b = 0; b < blocks.size(); b++) {
                text.append(b == 0 ? "" : GAP).append(blocks.get(b).line(row));
            }
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            text.setLength(end);
            text.append('\n');
        }
    }

    private void wrapped(String note) {
        TextWidth.wrap(note, width).forEach(line -> text.append(line).append('\n'));
    }

    /**
     * Returns a line for each refusal, and one for each level and frequency with the first few indicators taken from
     * there.
     */
    static List<String> notes(ResultTable table) {
        List<String> notes = new ArrayList<>();
        table.refusals().forEach(refusal -> notes.add("refused " + refusal));
        ListMultimap<String, String> indicators = LinkedListMultimap.create();
        table.sources()
                .forEach(source -> indicators.put(source.level() + ", " + source.frequency(), source.indicator()));
        Multimaps.asMap(indicators)
                .forEach((place, ids) -> notes.add("source " + place + ": "
                        + String.join(", ", ids.subList(0, Math.min(ids.size(), MAX_SOURCES)))
                        + (ids.size() > MAX_SOURCES ? " and " + (ids.size() - MAX_SOURCES) + " more" : "")));
        return notes;
    }

    /** A column and the room that it takes. */
    private record Block(ShownColumn column, int figureWidth, int noteWidth) {
        Block(ShownColumn column) {
            this(column, figureWidth(column), widest(column.notes()));
        }

        private static int figureWidth(ShownColumn column) {
            int notes = widest(column.notes());
            int room = notes == 0 ? 0 : notes + 1;
            return Math.max(widest(column.figures()), TextWidth.of(column.head()) - room);
        }

        private static int widest(List<String> texts) {
            return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
        }

        int width() {
            return figureWidth + (noteWidth == 0 ? 0 : noteWidth + 1);
        }

        Block narrower() {
            return new Block(column, figureWidth - 1, noteWidth);
        }

        /** Returns one line; -1 is the head. */
        String line(int row) {
            if (row < 0) {
                boolean overFigures = column.isNumber() && TextWidth.of(column.head()) <= figureWidth;
                String head = TextWidth.shorten(column.head(), width());
                return TextWidth.padRight(overFigures ? TextWidth.padLeft(head, figureWidth) : head, width());
            }
            String figure = column.figures().get(row);
            if (!column.isNumber()) {
                return TextWidth.padRight(TextWidth.shorten(figure, figureWidth), figureWidth);
            }
            String padded = TextWidth.padLeft(figure, figureWidth);
            return noteWidth == 0
                    ? padded
                    : TextWidth.padRight(padded + ' ' + column.notes().get(row), width());
        }
    }
}
