package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.text.CharacterSet;

/**
 * Finds tables in a text: lines that follow each other and have cells between tabs, between bars, or between two or more
 * blanks, with numbers behind the first cell.
 */
final class TableFinder {
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_ALIGNED = 30;
    private static final int MAX_VALUE = 24;
    private static final CharacterSet BARS = CharacterSet.of("|│┃｜");
    private static final CharacterSet BORDERS = CharacterSet.of("-=+:|│┃｜─━┼├┤┬┴┌┐└┘╋═║╔╗╚╝╠╣╦╩╬ \t\u3000");
    private static final CharacterSet SENTENCE_MARKS = CharacterSet.of("。；！？");

    private final String text;
    private final List<ReportTable> tables = new ArrayList<>();
    private final List<ImmutableList<TableCell>> rows = new ArrayList<>();
    private Form form = Form.NONE;
    private int start;
    private int end;
    private boolean aligned;

    private TableFinder(String text) {
        this.text = text;
    }

    /** What separates the cells of a line. */
    private enum Form {
        NONE,
        BORDER,
        BARS,
        TABS,
        BLANKS
    }

    static ImmutableList<ReportTable> find(String text) {
        TableFinder finder = new TableFinder(text);
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                to++;
            }
            finder.line(from, to);
            boolean both = to + 1 < text.length() && text.charAt(to) == '\r' && text.charAt(to + 1) == '\n';
            from = to + (both ? 2 : 1);
        }
        finder.close();
        return ImmutableList.copyOf(finder.tables);
    }

    private void line(int lineStart, int lineEnd) {
        int from = skip(lineStart, lineEnd);
        int to = lineEnd;
        while (to > from && isBlank(text.charAt(to - 1)) && text.charAt(to - 1) != '\t') {
            to--;
        }
        Form found = form(from, to);
        boolean border = found == Form.BORDER && (form == Form.NONE || form == Form.BARS);
        if (border) {
            end = form == Form.NONE ? end : lineEnd;
            return;
        }
        Form line = found == Form.BORDER ? Form.NONE : found;
        if (line != form) {
            close();
            form = line;
            start = lineStart;
        }
        if (line != Form.NONE) {
            rows.add(cells(line, line == Form.TABS ? lineStart : from, to));
            end = lineEnd;
        }
    }

    private Form form(int from, int to) {
        if (from == to) {
            return Form.NONE;
        }
        int bars = 0;
        boolean tabs = false;
        boolean gaps = false;
        boolean sentence = false;
        boolean border = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            border &= BORDERS.contains(c);
            bars += BARS.contains(c) ? 1 : 0;
            tabs |= c == '\t';
            gaps |= isBlank(c) && isBlank(text.charAt(i + 1 < to ? i + 1 : i - 1));
            sentence |= SENTENCE_MARKS.contains(c);
        }
        if (border && to - from > 2) {
            return Form.BORDER;
        }
        if (bars > 1) {
            return Form.BARS;
        }
        return tabs ? Form.TABS : gaps && !sentence ? Form.BLANKS : Form.NONE;
    }

    private ImmutableList<TableCell> cells(Form of, int from, int to) {
        ImmutableList.Builder<TableCell> cells = ImmutableList.builder();
        int column = 0;
        int at = from;
        if (of == Form.BARS && BARS.contains(text.charAt(from))) {
            at++;
        }
        while (at <= to && column < MAX_COLUMNS) {
            int close = at;
            while (close < to && !separates(of, close, to)) {
                close++;
            }
            int first = skip(at, close);
            int last = close;
            while (last > first && isBlank(text.charAt(last - 1))) {
                last--;
            }
            if (last > first) {
                cells.add(new TableCell(first, last, column));
            }
            column++;
            at = of == Form.BLANKS ? Math.max(skip(close, to), close + 1) : close + 1;
        }
        return cells.build();
    }

    private boolean separates(Form of, int at, int to) {
        char c = text.charAt(at);
        return switch (of) {
            // In Markdown a bar behind a backslash belongs to the cell.
            case BARS -> BARS.contains(c) && (at == 0 || text.charAt(at - 1) != '\\');
            case TABS -> c == '\t';
            default -> isBlank(c) && at + 1 < to && isBlank(text.charAt(at + 1));
        };
    }

    private void close() {
        if (form != Form.NONE && !rows.isEmpty()) {
            aligned = form == Form.BLANKS;
            List<ImmutableList<TableCell>> found = aligned ? AlignedColumns.of(text, rows) : List.copyOf(rows);
            if (isTable(found)) {
                tables.add(new ReportTable(text, start, end, found));
            }
        }
        rows.clear();
        form = Form.NONE;
    }

    /** Returns whether rows are a table: some with a number behind the first cell, and no prose aligned by chance. */
    private boolean isTable(List<ImmutableList<TableCell>> found) {
        int valued = 0;
        int longest = 0;
        int wide = 0;
        for (List<TableCell> row : found) {
            boolean value = false;
            for (TableCell cell : row) {
                value |= cell.column() > 0 && isValue(cell);
                longest = Math.max(longest, cell.end() - cell.start());
            }
            valued += value ? 1 : 0;
            wide = Math.max(wide, row.size());
        }
        if (aligned && (longest > MAX_ALIGNED || found.size() < 2 || 2 * valued < found.size())) {
            return false;
        }
        return valued > 0 && (found.size() > 1 || (wide > 2 && !aligned));
    }

    /** Returns whether a cell begins with a number and is short, and no time. */
    private boolean isValue(TableCell cell) {
        int at = cell.start();
        while (at < cell.end() && (NumberSigns.isSign(text.charAt(at)) || "<>≥≤第".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (cell.end() - cell.start() > MAX_VALUE || at == cell.end() || !NumberSigns.isDigit(text.charAt(at))) {
            return false;
        }
        String printed = text.substring(cell.start(), cell.end());
        TimeExpression time = new TimeExpressions(printed).at(0, printed.length(), true);
        return time == null;
    }

    private int skip(int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF';
    }
}
