package org.grassrootskpi.publish;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.text.CsvField;
import org.grassrootskpi.text.TextWidth;

/**
 * A result as an office prints it: names in place of ids, display units, rounded figures with their qualifiers, members of a dimension
 * side by side, and notes for all that a reader must not overlook. Immutable and thread-safe.
 *
 * <pre>{@code
 * PublicationTable table = PublicationTable.of(result, catalog, TableFormat.of(Language.ZH).withUnits("亿元").withAcross("period"));
 * System.out.println(table.toMarkdown());
 * }</pre>
 */
public final class PublicationTable {
    private static final String GAP = "  ";

    private final ImmutableList<String> head;
    private final ImmutableList<ImmutableList<PublicationCell>> rows;
    private final ImmutableList<String> notes;

    PublicationTable(
            ImmutableList<String> head,
            ImmutableList<ImmutableList<PublicationCell>> rows,
            ImmutableList<String> notes) {
        this.head = head;
        this.rows = rows;
        this.notes = notes;
    }

    /**
     * {@return a result as a table for readers}
     *
     * @param result any result
     * @param catalog has the names of its indicators, sectors and regions
     * @param format how it is printed
     * @throws IllegalArgumentException if the format puts a column side by side that the result does not have, or two rows would fall
     *     into one
     */
    public static PublicationTable of(ResultTable result, Catalog catalog, TableFormat format) {
        return new PublicationLayout(result, catalog, format).table();
    }

    /** {@return the heads of the columns} */
    public ImmutableList<String> head() {
        return head;
    }

    /** {@return the rows, each with a cell for each column} */
    public ImmutableList<ImmutableList<PublicationCell>> rows() {
        return rows;
    }

    /**
     * {@return what stands below the table: the unit where all figures have one, numbered notes, what was refused}
     */
    public ImmutableList<String> notes() {
        return notes;
    }

    /** {@return the table as GitHub-flavoured Markdown, figures to the right} */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        markdownLine(text, head);
        text.append('|');
        for (int column = 0; column < head.size(); column++) {
            text.append(isFigures(column) ? " ---: |" : " --- |");
        }
        text.append('\n');
        rows.forEach(row ->
                markdownLine(text, row.stream().map(PublicationCell::toString).toList()));
        notes.forEach(note -> text.append("\n").append(escaped(note)).append("\n"));
        return text.toString();
    }

    private boolean isFigures(int column) {
        return rows.stream().anyMatch(row -> row.get(column).isFigure());
    }

    private static void markdownLine(StringBuilder text, List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(escaped(cell)).append(" |"));
        text.append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("[", "\\[")
                .replace("<", "&lt;")
                .replace('\n', ' ');
    }

    /** {@return the table as CSV, as RFC 4180 says, lines ending with CR LF: what is printed, without notes and groups of thousands} */
    public String toCsv() {
        return toCsv(CsvCells.PLAIN);
    }

    /**
     * {@return the table as {@link #toCsv()} has it, for programs or for spreadsheets}
     *
     * @param cells what is done with texts that a spreadsheet would take for formulas
     */
    public String toCsv(CsvCells cells) {
        StringBuilder text = new StringBuilder();
        text.append(CsvField.record(head.stream().map(cells::of).toList())).append("\r\n");
        for (List<PublicationCell> row : rows) {
            text.append(CsvField.record(row.stream()
                            .map(cell ->
                                    cell.number().map(BigDecimal::toPlainString).orElseGet(() -> cells.of(cell.text())))
                            .toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** {@return the table as aligned text, figures to the right, the notes below} */
    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(head);
        rows.forEach(
                row -> lines.add(row.stream().map(PublicationCell::toString).toList()));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder printed = new StringBuilder();
            for (int column = 0; column < head.size(); column++) {
                int at = column;
                int width = lines.stream()
                        .mapToInt(one -> TextWidth.of(one.get(at)))
                        .max()
                        .orElse(0);
                printed.append(column == 0 ? "" : GAP)
                        .append(
                                isFigures(column)
                                        ? TextWidth.padLeft(line.get(column), width)
                                        : TextWidth.padRight(line.get(column), width));
            }
            text.append(printed.toString().stripTrailing()).append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }
}
