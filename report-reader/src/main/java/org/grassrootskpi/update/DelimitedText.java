package org.grassrootskpi.update;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table as a text editor or a spreadsheet saves it: fields between tabs, or commas or semicolons where the head
 * has no tab; a field in quotation marks may hold them all, and line breaks. A byte order mark and any line ends are taken.
 */
final class DelimitedText {
    private DelimitedText() {}

    static List<List<String>> rows(String text) {
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char delimiter = delimiter(rest);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < rest.length() && rest.charAt(i + 1) == '"';
                quoted = c != '"' || doubled;
                if (quoted) {
                    field.append(c);
                }
                i += doubled ? 1 : 0;
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == delimiter || c == '\n' || c == '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c != delimiter) {
                    i += c == '\r' && i + 1 < rest.length() && rest.charAt(i + 1) == '\n' ? 1 : 0;
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        if (!field.isEmpty() || !row.isEmpty()) {
            row.add(field.toString());
            rows.add(row);
        }
        return rows;
    }

    private static char delimiter(String text) {
        String head = text.lines().findFirst().orElse("");
        return head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : head.indexOf(',') >= 0 ? ',' : '\t';
    }
}
