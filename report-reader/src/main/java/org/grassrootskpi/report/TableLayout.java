package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.report.TableHead.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which rows and columns of a table are heads: the rows above the first number, a column of names, a column of
 * units, a column that counts the rows.
 */
final class TableLayout {
    private static final int MAX_HEAD_ROWS = 5;
    private static final String ORDINALS = "甲乙丙丁戊己ABCDE";

    private final ReportTable table;
    private final TableHeadParser parser;
    private final TableUnits units;
    private final List<String> captions = new ArrayList<>();
    private final TableHead[] columns;
    private final boolean[] named;
    private final boolean[] measures;
    private final boolean[] passed;
    private int body;

    TableLayout(ReportTable table, TableUnits units, TableHeadParser parser) {
        this.table = table;
        this.units = units;
        this.parser = parser;
        this.columns = new TableHead[table.columnCount()];
        this.named = new boolean[columns.length];
        this.measures = new boolean[columns.length];
        this.passed = new boolean[columns.length];
        findBody();
        for (int column = 0; column < columns.length; column++) {
            columns[column] = head(column);
        }
        for (int column = 0; column < columns.length; column++) {
            classify(column);
        }
        keepOneName();
        keepNamesOfFigures();
    }

    /** Words behind the last figures are no names, nor are sentences. */
    private void keepNamesOfFigures() {
        boolean figures = false;
        boolean before = false;
        int first = 0;
        while (first < columns.length && (named[first] || passed[first])) {
            before |= named[first];
            first++;
        }
        for (int column = columns.length - 1; column >= first; column--) {
            figures |= !named[column] && !passed[column];
            if (named[column] && before && (!figures || isProse(column))) {
                named[column] = false;
                passed[column] = true;
            }
            figures &= !named[column];
        }
    }

    /** The first row with figures. */
    int body() {
        return body;
    }

    /** The rows above the heads that have a single cell: a title, 单位：万元. */
    ImmutableList<String> captions() {
        return ImmutableList.copyOf(captions);
    }

    TableHead column(int column) {
        return columns[column];
    }

    boolean isHeadless() {
        return body == 0;
    }

    /** Whether a column has names of rows. */
    boolean isName(int column) {
        return named[column];
    }

    /** Whether the numbers of a column are no figures. */
    boolean isPassed(int column) {
        return passed[column];
    }

    /** The columns of names that head a column: the nearest ones to its left, else the first to its right. */
    int[] namesOf(int column) {
        int last = column - 1;
        while (last >= 0 && !named[last]) {
            last--;
        }
        if (last < 0) {
            int next = column + 1;
            while (next < columns.length && !named[next]) {
                next++;
            }
            return next < columns.length ? new int[] {next} : new int[0];
        }
        int first = last;
        while (first > 0 && (named[first - 1] || (passed[first - 1] && first > 1 && named[first - 2]))) {
            first--;
        }
        int[] names = new int[last - first + 1];
        int count = 0;
        for (int i = first; i <= last; i++) {
            if (named[i]) {
                names[count++] = i;
            }
        }
        return Arrays.copyOf(names, count);
    }

    /** The unit that a column of units gives the figures of a row; null if there is none. */
    @Nullable String unitIn(int row, int column) {
        for (int distance = 1; distance < columns.length; distance++) {
            for (int at : new int[] {column - distance, column + distance}) {
                if (at >= 0 && at < columns.length && measures[at]) {
                    return units.unit(table.text(row, at));
                }
            }
        }
        return null;
    }

    private void findBody() {
        int row = 0;
        while (row < table.rowCount() && row < MAX_HEAD_ROWS && !hasNumbers(row)) {
            row++;
        }
        while (row < table.rowCount() && isNumbering(row)) {
            row++;
        }
        if (row == table.rowCount()) {
            row = 0;
        }
        body = row;
        for (int head = 0; head < body && table.row(head).size() == 1 && columns.length > 2; head++) {
            captions.add(table.text(table.row(head).get(0)));
        }
    }

    private boolean hasNumbers(int row) {
        boolean years = table.row(row).size() > 1;
        boolean numbers = false;
        for (TableCell cell : table.row(row)) {
            String printed = table.text(cell);
            boolean number = cell.column() > 0 && isNumber(printed);
            numbers |= number;
            years &= !number || printed.matches("(?:19|20)\\d\\d");
        }
        return numbers && !years && !isNumbering(row);
    }

    /** A row that only counts the columns: 甲 乙 1 2 3. */
    private boolean isNumbering(int row) {
        int next = 1;
        int cells = 0;
        for (TableCell cell : table.row(row)) {
            String printed = table.text(cell);
            boolean ordinal = printed.length() == 1 && ORDINALS.indexOf(printed.charAt(0)) >= 0;
            if (!ordinal && !printed.equals(Integer.toString(next))) {
                return false;
            }
            next += ordinal ? 0 : 1;
            cells++;
        }
        return cells > 2 && next > 2;
    }

    static boolean isNumber(String printed) {
        int at = 0;
        while (at < printed.length()
                && (NumberSigns.isSign(printed.charAt(at)) || "<>≥≤第".indexOf(printed.charAt(at)) >= 0)) {
            at++;
        }
        boolean digit = at < printed.length() && NumberSigns.isDigit(printed.charAt(at));
        if (!digit) {
            return false;
        }
        TimeExpression time = new TimeExpressions(printed).at(0, printed.length(), true);
        return time == null;
    }

    private TableHead head(int column) {
        TableHead head = TableHead.NOTHING;
        for (int row = captions.size(); row < body; row++) {
            if (isNumbering(row)) {
                continue;
            }
            String printed = table.text(row, column);
            boolean lower = row + 1 < body && !table.text(row + 1, column).isEmpty();
            if (printed.isEmpty() && lower && column > 0) {
                printed = left(row, column);
            }
            if (!printed.isEmpty()) {
                head = parser.read(printed, false).below(head);
            }
        }
        return head;
    }

    /** The head of merged cells, of which only the first has text. */
    private String left(int row, int column) {
        int at = column;
        while (at > 0 && table.text(row, at).isEmpty()) {
            at--;
        }
        boolean merged =
                table.text(row, at).isEmpty() || table.text(row + 1, at).isEmpty();
        return merged ? "" : table.text(row, at);
    }

    private void classify(int column) {
        Kind kind = columns[column].kind();
        int numbers = 0;
        int texts = 0;
        int printedUnits = 0;
        int counted = 0;
        for (int row = body; row < table.rowCount(); row++) {
            String printed = table.text(row, column);
            if (printed.isEmpty()) {
                continue;
            }
            boolean number = isNumber(printed);
            numbers += number ? 1 : 0;
            texts += number ? 0 : 1;
            printedUnits += !number && units.unit(printed) != null ? 1 : 0;
            counted += number && printed.equals(Integer.toString(counted + 1)) ? 1 : 0;
        }
        boolean first = column == 0 || (column == 1 && passed[0]);
        boolean counts = first
                && numbers > 1
                && counted == numbers
                && columns[column].noun().isEmpty();
        passed[column] = !kind.isFigure() || counts;
        measures[column] = (kind == Kind.UNIT && printedUnits > 0)
                || (!first && kind == Kind.LEVEL && texts > 0 && numbers == 0 && 2 * printedUnits > texts);
        // What stands under a time is no name, whatever it is.
        boolean timed = columns[column].time() != null;
        named[column] = !timed && !passed[column] && !measures[column] && texts > 0 && texts >= numbers;
        if (kind == Kind.UNIT && printedUnits == 0) {
            named[column] = texts > 0;
        }
        passed[column] |= measures[column];
    }

    /** A column of sentences, behind the names. */
    private boolean isProse(int column) {
        int sentences = 0;
        int texts = 0;
        for (int row = body; row < table.rowCount(); row++) {
            String printed = table.text(row, column);
            texts += printed.isEmpty() ? 0 : 1;
            sentences += printed.length() > 12 && printed.matches(".*[，；。：].*") ? 1 : 0;
        }
        return 2 * sentences > texts;
    }

    /** A table whose names are all numbers or times has those of its first column. */
    private void keepOneName() {
        for (int column = 0; column < columns.length; column++) {
            if (named[column]) {
                return;
            }
        }
        for (int column = 0; column < columns.length; column++) {
            boolean figures = columns[column].unit() == null && columns[column].kind() == Kind.LEVEL;
            if (!passed[column] && figures && columns.length > 1) {
                named[column] = isYears(column);
                return;
            }
        }
    }

    private boolean isYears(int column) {
        Map<String, Integer> seen = new HashMap<>();
        for (int row = body; row < table.rowCount(); row++) {
            String printed = table.text(row, column);
            if (!printed.matches("(?:19|20)\\d\\d") || seen.put(printed, row) != null) {
                return false;
            }
        }
        return true;
    }
}
