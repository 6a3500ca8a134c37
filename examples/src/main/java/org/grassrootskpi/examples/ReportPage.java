package org.grassrootskpi.examples;

import com.google.common.base.Splitter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.grassrootskpi.text.TextWidth;

/**
 * A page of titles, lines and tables, as text that fits a terminal or as Markdown. Where the figures are invented, each title says so.
 */
final class ReportPage {
    private static final int NARROWEST = 8;
    private static final String BETWEEN = "  ";
    private static final Pattern NUMBER = Pattern.compile("[-+<>≈≥≤]?\\s?\\d.*|");

    private final PrintWriter out;
    private final Labels labels;
    private final boolean isMarkdown;
    private final int width;
    private final boolean isSimulated;

    ReportPage(PrintWriter out, Labels labels, boolean isMarkdown, int width, boolean isSimulated) {
        this.out = out;
        this.labels = labels;
        this.isMarkdown = isMarkdown;
        this.width = width;
        this.isSimulated = isSimulated;
    }

    Labels labels() {
        return labels;
    }

    boolean isMarkdown() {
        return isMarkdown;
    }

    /** Prints the title of the whole page. */
    void heading(String text) {
        lines(isMarkdown ? "# " + text : text);
        if (isMarkdown) {
            out.println();
        }
    }

    /** Prints the title of a part, which is followed by one table or list. */
    void title(String text) {
        out.println();
        lines(isMarkdown ? "## " + text : text);
        if (isSimulated) {
            out.println((isMarkdown ? "\n" : "") + labels.of("simulated"));
        }
        out.println(isMarkdown ? "" : "-".repeat(width));
    }

    /** Prints a paragraph. */
    void lines(String text) {
        if (isMarkdown) {
            out.println(text);
        } else {
            TextWidth.wrap(text, width).forEach(out::println);
        }
    }

    /** Prints a paragraph behind an indentation, of which only the first line has a head. */
    void indented(String head, int indent, String text) {
        String before = TextWidth.padRight(head, indent);
        for (String line : TextWidth.wrap(text, width - indent)) {
            out.println((before + line).stripTrailing());
            before = " ".repeat(indent);
        }
    }

    /**
     * Prints a table.
     *
     * @param header the names of the columns, which are wrapped where the table is too wide
     * @param rows a cell for each column
     * @param texts the columns that are wrapped where the table is too wide even so, the widest first
     */
    void table(List<String> header, List<List<String>> rows, int... texts) {
        if (isMarkdown) {
            markdown(header);
            markdown(header.stream().map(name -> "---").toList());
            rows.forEach(this::markdown);
            return;
        }
        int[] wide = new int[header.size()];
        boolean[] isNumber = new boolean[header.size()];
        for (int i = 0; i < wide.length; i++) {
            int column = i;
            wide[i] = Math.max(TextWidth.of(header.get(i)), widest(rows, i));
            isNumber[i] = rows.stream()
                    .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
        }
        for (int i = 0; i < wide.length && excess(wide) > 0; i++) {
            wide[i] = Math.max(longestWord(header.get(i)), widest(rows, i));
        }
        while (excess(wide) > 0) {
            int widest = texts[0];
            for (int text : texts) {
                widest = wide[text] > wide[widest] ? text : widest;
            }
            if (wide[widest] <= NARROWEST) {
                break;
            }
            wide[widest]--;
        }
        row(header, wide, isNumber);
        rows.forEach(row -> row(row, wide, isNumber));
    }

    private int excess(int[] wide) {
        return IntStream.of(wide).sum() + BETWEEN.length() * (wide.length - 1) - width;
    }

    private static int widest(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> TextWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }

    private static int longestWord(String text) {
        return Splitter.on(' ')
                .splitToStream(text)
                .mapToInt(TextWidth::of)
                .max()
                .orElse(0);
    }

    private void row(List<String> cells, int[] wide, boolean[] isNumber) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < wide.length; i++) {
            wrapped.add(TextWidth.wrap(cells.get(i), Math.max(1, wide[i])));
        }
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < Math.max(1, lines); line++) {
            List<String> printed = new ArrayList<>();
            for (int i = 0; i < wide.length; i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                printed.add(isNumber[i] ? TextWidth.padLeft(cell, wide[i]) : TextWidth.padRight(cell, wide[i]));
            }
            out.println(TextWidth.shorten(String.join(BETWEEN, printed).stripTrailing(), width));
        }
    }

    private void markdown(List<String> cells) {
        out.println("| "
                + String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |");
    }

    /** Prints a line of a list. */
    void bullet(String text) {
        if (isMarkdown) {
            out.println("- " + text);
        } else {
            indented("", 2, text);
        }
    }
}
