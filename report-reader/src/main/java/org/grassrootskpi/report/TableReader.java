package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.grassrootskpi.quantity.DoubtReason;
import org.grassrootskpi.quantity.QuantityMatch;
import org.grassrootskpi.report.TableHead.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of a table: each cell with the head of its row and that of its column as subject, unit, period and role.
 * A number without a unit anywhere is a doubt.
 */
final class TableReader {
    /** A number in brackets: a loss in accounts, the part of a number elsewhere. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（]\\s*\\d[\\d,，.]*\\s*[)）]");

    private static final CharMatcher NOTES = CharMatcher.anyOf("*＊#＃↑↓▲▼ \u3000\u00A0①②③④⑤⑥⑦⑧⑨⑩");
    private static final int MAX_NUMBER = 24;
    private static final String NO_VALUE = "-—–－―/／…·";

    private final ReportTable table;
    private final TableUnits units;
    private final TableHeadParser parser;
    private final TableLayout layout;
    private final ImmutableList<String> common;
    private final TableTimes times;
    private final TableComparisons comparisons;
    private final Map<String, Integer> names = new HashMap<>();
    private final int columns;

    /** For each column the one with the names of its rows. */
    private final int[] block;

    /** What the names of the rows say, by row and by the column of the names. */
    private final TableHead[][] heads;

    /** The heads with what is measured: that of a row of changes is the row above. */
    private final TableHead[][] owners;

    /**
     * @param captions the lines above the table, the nearest first
     * @param times the time of the section and the captions
     */
    TableReader(ReportTable table, TableUnits units, List<String> captions, TableTimes times) {
        this.table = table;
        this.units = units;
        this.times = times;
        this.parser = new TableHeadParser(units);
        this.layout = new TableLayout(table, units, parser);
        this.comparisons = new TableComparisons(table, layout, times);
        this.common = commonUnits(captions);
        this.columns = table.columnCount();
        this.block = new int[columns];
        this.heads = new TableHead[table.rowCount()][columns];
        this.owners = new TableHead[table.rowCount()][columns];
        readRows();
    }

    /** A cell as it is read. */
    record Reading(
            @Nullable MentionBuilder figure, @Nullable DoubtReason doubt, boolean prose) {
        static final Reading NOTHING = new Reading(null, null, false);
    }

    /** The rows above the heads that have a single cell: a title, a date. */
    static ImmutableList<String> captionsOf(ReportTable table, TableUnits units) {
        return new TableLayout(table, units, new TableHeadParser(units)).captions();
    }

    private ImmutableList<String> commonUnits(List<String> captions) {
        for (int row = 0; row < layout.body(); row++) {
            for (TableCell cell : table.row(row)) {
                ImmutableList<String> found = units.named(table.text(cell));
                boolean own = layout.captions().contains(table.text(cell))
                        || table.text(cell).startsWith("单位");
                if (!found.isEmpty() && own) {
                    return found;
                }
            }
        }
        for (String caption : captions) {
            ImmutableList<String> found = units.named(caption);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return ImmutableList.of();
    }

    private void readRows() {
        for (int column = 0; column < columns; column++) {
            int[] names = layout.namesOf(column);
            block[column] = names.length == 0 ? 0 : names[names.length - 1];
            boolean read = names.length == 0 || heads[layout.body()][block[column]] != null;
            if (!read && !layout.isName(column)) {
                readRows(names, block[column]);
            }
        }
        for (TableHead[] row : heads) {
            for (int column = 0; column < columns; column++) {
                row[column] = row[column] == null ? TableHead.NOTHING : row[column];
            }
        }
        for (int row = 0; row < owners.length; row++) {
            for (int column = 0; column < columns; column++) {
                owners[row][column] = owners[row][column] == null ? TableHead.NOTHING : owners[row][column];
            }
        }
    }

    private void readRows(int[] nameColumns, int of) {
        String[] group = new String[columns];
        TableHead owner = TableHead.NOTHING;
        for (int row = layout.body(); row < table.rowCount(); row++) {
            TableHead head = TableHead.NOTHING;
            for (int column : nameColumns) {
                String own = table.text(row, column);
                String printed = own.isEmpty() && hasNameBehind(row, column) ? group[column] : own;
                if (printed != null && !printed.isEmpty()) {
                    group[column] = printed;
                    TableHead read = parser.read(printed, true);
                    head = read.noun().isEmpty() ? read.below(head) : innermost(head, read);
                }
            }
            heads[row][of] = head;
            boolean compares = head.noun().isEmpty() && head.kind().isComparison();
            owners[row][of] = compares ? owner : head;
            owner = compares ? owner : head;
            names.merge(head.noun(), 1, Integer::sum);
        }
    }

    /** The name of a row, below the group that it belongs to; the group is kept for names that are there twice. */
    private static TableHead innermost(TableHead group, TableHead read) {
        TableHead whole = read.below(
                new TableHead(group.kind(), "", group.unit(), group.against(), group.time(), group.earlier(), false));
        boolean own = group.noun().isEmpty() || read.noun().startsWith(group.noun());
        return own || !read.total()
                ? whole
                : new TableHead(
                        whole.kind(),
                        group.noun(),
                        whole.unit(),
                        whole.against(),
                        whole.time(),
                        whole.earlier(),
                        read.total());
    }

    private boolean hasNameBehind(int row, int column) {
        for (int next = column + 1; next < table.columnCount() && layout.isName(next); next++) {
            if (!table.text(row, next).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private int firstFigure(int row) {
        for (TableCell cell : table.row(row)) {
            if (!layout.isName(cell.column()) && !layout.isPassed(cell.column())) {
                return cell.column();
            }
        }
        return table.columnCount();
    }

    /** Whether a row has only one cell, which heads the rows below it. */
    private boolean isGroup(int row) {
        return table.row(row).size() == 1;
    }

    /** Reads a cell. */
    Reading read(int row, TableCell cell) {
        int column = cell.column();
        if (row < layout.body() || layout.isName(column)) {
            return Reading.NOTHING;
        }
        String printed = table.text(cell);
        if (layout.isPassed(column) || isGroup(row)) {
            Kind kind = layout.column(column).kind();
            boolean words = kind.isFigure() || kind == Kind.REMARK || printed.length() > MAX_NUMBER;
            return new Reading(null, null, words && !TableLayout.isNumber(printed));
        }
        if (NO_VALUE.indexOf(printed.charAt(0)) >= 0
                && CharMatcher.anyOf(NO_VALUE).matchesAllOf(printed)) {
            return Reading.NOTHING;
        }
        TableHead head = head(row, column);
        int length = NOTES.trimTrailingFrom(printed).length();
        String number = printed.substring(0, length);
        if (IN_BRACKETS.matcher(number).matches()) {
            return new Reading(null, DoubtReason.SIGN, false);
        }
        boolean words = !TableLayout.isNumber(printed) || length > MAX_NUMBER;
        QuantityMatch own = length > MAX_NUMBER ? null : quantity(number, "", head);
        if (own == null && words) {
            return new Reading(null, null, true);
        }
        if (!head.kind().isFigure()) {
            return Reading.NOTHING;
        }
        String unit = own == null ? unit(row, column, head) : null;
        own = unit == null ? own : quantity(number, unit, head);
        if (own == null) {
            boolean unknown = !isPlain(number) || unit != null;
            return new Reading(null, unknown ? DoubtReason.UNIT : DoubtReason.NO_UNIT, false);
        }
        return new Reading(figure(cell, number, own, row, head), null, false);
    }

    private static boolean isPlain(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (Character.isLetter(number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable QuantityMatch quantity(String number, String unit, TableHead head) {
        boolean plus = "+＋".indexOf(number.charAt(0)) >= 0;
        String printed = plus ? number.substring(1) : number;
        if (head.kind() == Kind.RANK && !unit.isEmpty()) {
            return units.quantity("第" + printed, unit).orElse(null);
        }
        boolean bare = isPlain(printed) && "%％‰".indexOf(printed.charAt(printed.length() - 1)) < 0;
        return unit.isEmpty() && bare ? null : units.quantity(printed, unit).orElse(null);
    }

    private @Nullable String unit(int row, int column, TableHead head) {
        TableHead own = layout.column(column);
        boolean compares = own.kind().isComparison();
        if (own.unit() != null) {
            return own.unit();
        }
        TableHead line = heads[row][block[column]];
        String inRow = line.unit() != null ? line.unit() : layout.unitIn(row, column);
        if (!compares) {
            if (inRow != null || head.kind().isComparison()) {
                return inRow != null ? inRow : commonUnit(true);
            }
            return commonUnit(false);
        }
        return commonUnit(true);
    }

    /** The unit above the table: that of percentages for comparisons, the only other one for levels. */
    private @Nullable String commonUnit(boolean ratio) {
        List<String> fitting = common.stream()
                .filter(unit -> ratio == (unit.equals("%") || unit.equals("％") || unit.equals("个百分点")))
                .toList();
        boolean only = fitting.isEmpty() && !ratio && common.size() == 1;
        return fitting.size() == 1 ? fitting.get(0) : only ? common.get(0) : null;
    }

    /** What row and column say together. */
    private TableHead head(int row, int column) {
        TableHead line = heads[row][block[column]];
        TableHead own = layout.column(column);
        boolean plain = own.kind() == Kind.LEVEL
                || (own.kind() == Kind.TARGET && line.kind().isComparison());
        Kind kind = plain && line.kind().isFigure() ? line.kind() : own.kind();
        return new TableHead(
                kind,
                subject(row, column),
                null,
                own.against() != null ? own.against() : line.against(),
                own.time() == null ? line.time() : own.time(),
                own.earlier() || line.earlier(),
                line.total());
    }

    private String subject(int row, int column) {
        TableHead line = owners[row][block[column]];
        String noun = layout.column(column).noun();
        if (noun.isEmpty() && layout.column(column).kind().isComparison()) {
            noun = nounToTheLeft(column);
        }
        String name = line.total() && !noun.isEmpty() ? "" : line.noun();
        boolean twice = names.getOrDefault(line.noun(), 0) > 1 && noun.isEmpty() && !line.total();
        String group = twice ? group(row, column) : "";
        return noun.startsWith(name) ? group + noun : group + name + noun;
    }

    /** The name of the group of rows with one cell, or of the outer column, that a row belongs to. */
    private String group(int row, int column) {
        int[] names = layout.namesOf(column);
        for (int at = row; at >= layout.body(); at--) {
            boolean outer = names.length > 1 && !table.text(at, names[0]).isEmpty();
            if (outer || (at < row && isGroup(at))) {
                String printed = outer
                        ? table.text(at, names[0])
                        : table.text(table.row(at).get(0));
                String noun = parser.read(printed, true).noun();
                return noun.equals(heads[row][block[column]].noun()) ? "" : noun;
            }
        }
        return "";
    }

    private String nounToTheLeft(int column) {
        for (int at = column - 1; at >= 0 && !layout.isName(at); at--) {
            if (!layout.isPassed(at) && !layout.column(at).noun().isEmpty()) {
                return layout.column(at).noun();
            }
        }
        return "";
    }

    private MentionBuilder figure(TableCell cell, String number, QuantityMatch match, int row, TableHead head) {
        int column = cell.column();
        int end = cell.start() + number.length();
        boolean whole = match.end() == number.length();
        int first = whole ? cell.start() + match.surfaceStart() : cell.start();
        int last = whole ? cell.start() + match.surfaceEnd() : end;
        MentionBuilder figure = new MentionBuilder(cell.start(), first, last, end, match.quantity());
        figure.subject = head.noun();
        figure.period = period(row, column, head);
        boolean target = head.kind() == Kind.TARGET || isTarget(row, column, figure.period);
        figure.standing = target ? FigureStanding.TARGET : FigureStanding.DONE;
        comparisons.compare(figure, head, column);
        if (figure.subject.isEmpty()) {
            figure.doubts.add(MeaningDoubt.NO_SUBJECT);
        }
        if (figure.period == null) {
            figure.doubts.add(MeaningDoubt.NO_PERIOD);
        }
        if (layout.isHeadless() && isLaterNumber(row, column) && figure.comparison == null) {
            figure.doubts.add(MeaningDoubt.NO_HEAD);
        }
        return figure;
    }

    /** The time of a cell; a comparison has that of the level it follows, the last one if these have several. */
    private @Nullable FigurePeriod period(int row, int column, TableHead head) {
        TableHead own = layout.column(column);
        FigurePeriod period = times.of(own, heads[row][block[column]], head);
        boolean follows = own.kind().isComparison() && own.time() == null;
        int at = column - 1;
        while (follows
                && at >= 0
                && (layout.isPassed(at) || layout.column(at).kind().isComparison())) {
            at--;
        }
        FigurePeriod last = null;
        while (follows
                && at >= 0
                && !layout.isName(at)
                && !layout.column(at).kind().isComparison()) {
            TableHead level = layout.column(at);
            boolean done = level.kind() == Kind.LEVEL && !layout.isPassed(at);
            if (done && level.time() == null && !level.earlier()) {
                return period;
            }
            FigurePeriod of = done ? times.of(level, heads[row][block[column]], head(row, at)) : null;
            boolean later = of != null
                    && (last == null || of.to().lastDay().isAfter(last.to().lastDay()));
            last = later ? of : last;
            at--;
        }
        return last == null ? period : last;
    }

    private boolean isTarget(int row, int column, @Nullable FigurePeriod period) {
        boolean timed = layout.column(column).time() != null || heads[row][block[column]].time() != null;
        return layout.column(column).kind() == Kind.TARGET || times.isPlanned(period, timed);
    }

    /** Whether a figure in a cell of words is planned. */
    boolean isTarget(int row, TableCell cell) {
        return isTarget(row, cell.column(), periodOf(row, cell));
    }

    private boolean isLaterNumber(int row, int column) {
        return column > firstFigure(row);
    }

    /** What is measured in a cell of words, for figures in it that do not say. */
    String subjectOf(int row, TableCell cell) {
        return subject(row, cell.column());
    }

    @Nullable FigurePeriod periodOf(int row, TableCell cell) {
        return period(row, cell.column(), head(row, cell.column()));
    }
}
