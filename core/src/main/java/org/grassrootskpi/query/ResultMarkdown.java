package org.grassrootskpi.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A result as a table in Markdown, with its refusals and its sources as a list below. */
final class ResultMarkdown {
    private ResultMarkdown() {}

    static String of(ResultTable table) {
        List<ShownColumn> columns = ShownColumn.of(table, table.rowCount(), true);
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(ShownColumn::head).toList());
        text.append('|');
        columns.forEach(column -> text.append(column.isNumber() ? " ---: |" : " --- |"));
        text.append('\n');
        for (int row = 0; row < table.rowCount(); row++) {
            int number = row;
            line(text, columns.stream().map(column -> cell(column, number)).toList());
        }
        String notes = Stream.concat(
                        table.refusals().stream().map(refusal -> "refused " + refusal),
                        table.sources().stream().map(source -> "source " + source))
                .map(note -> "- " + escaped(note) + '\n')
                .collect(Collectors.joining());
        return notes.isEmpty()
                ? text.toString()
                : text.append('\n').append(notes).toString();
    }

    private static String cell(ShownColumn column, int row) {
        String figure = column.figures().get(row);
        String note = column.isNumber() ? column.notes().get(row) : "";
        return note.isEmpty() ? figure : figure + ' ' + note;
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(escaped(cell)).append(" |"));
        text.append('\n');
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("~", "\\~")
                .replace("*", "\\*")
                .replace("<", "&lt;")
                .replace('\r', ' ')
                .replace('\n', ' ');
    }
}
