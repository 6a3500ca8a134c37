package org.grassrootskpi.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of the body of a docx: a line for each paragraph with its number, and one for each row of a table, cells between
 * tabs. What was deleted, notes, headers, footers and tables of contents are left out.
 */
final class DocxText {
    private static final int MAX_SPAN = 60;

    private final XmlPart part;
    private final ParagraphNumbers numbers;
    private final DocumentLimits limits;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private final List<String> boxes = new ArrayList<>();

    /** The row of the outermost table that is being read: for each cell its paragraphs. */
    private final List<List<String>> row = new ArrayList<>();

    private int tables;
    private int span;
    private boolean continued;

    private DocxText(XmlPart part, ParagraphNumbers numbers, DocumentLimits limits) {
        this.part = part;
        this.numbers = numbers;
        this.limits = limits;
    }

    /** A paragraph while it is being read: text boxes have paragraphs inside one. */
    private static final class Paragraph {
        final StringBuilder text = new StringBuilder();
        String style = "";

        @Nullable String list;

        int level;
    }

    static String of(byte[] bytes, DocumentLimits limits) {
        DocxPackage docx = DocxPackage.of(bytes, limits);
        ParagraphNumbers numbers = new ParagraphNumbers(docx, limits);
        try (XmlPart part = new XmlPart(DocxPackage.BODY, docx.part(DocxPackage.BODY), limits)) {
            return new DocxText(part, numbers, limits).read();
        }
    }

    private String read() {
        while (part.next()) {
            if (part.starts()) {
                start(part.element());
            } else if (part.ends()) {
                end(part.element());
            }
            if (out.length() > limits.characters()) {
                throw limits.exceeded(DocxPackage.BODY, "characters", limits.characters());
            }
        }
        if (out.toString().isBlank()) {
            throw new UnreadableDocumentException(
                    DocxPackage.BODY,
                    "The docx has no text in " + DocxPackage.BODY
                            + ": it is empty, or a picture; recognise its text first");
        }
        return out.toString();
    }

    private void start(String element) {
        Paragraph paragraph = open.peek();
        switch (element) {
            // The same once more for old programs; what was deleted or moved away; the codes of fields.
            case "Fallback", "del", "moveFrom", "instrText", "delText" -> part.skip();
            case "tbl" -> tables++;
            case "tc", "gridSpan", "vMerge" -> {
                if (tables == 1) {
                    cell(element);
                }
            }
            case "p" -> open.push(new Paragraph());
            case "t" -> text();
            default -> {
                if (paragraph != null) {
                    inside(paragraph, element);
                }
            }
        }
    }

    private void cell(String element) {
        switch (element) {
            case "tc" -> {
                span = 1;
                continued = false;
                row.add(new ArrayList<>());
            }
            case "gridSpan" -> span = Math.min(MAX_SPAN, part.number("val", 1));
            default -> continued = !"restart".equals(part.attribute("val"));
        }
    }

    private void inside(Paragraph paragraph, String element) {
        switch (element) {
            case "pStyle" -> paragraph.style = String.valueOf(part.attribute("val"));
            case "numId" -> paragraph.list = part.attribute("val");
            case "ilvl" -> paragraph.level = part.number("val", 0);
            case "tab" -> {
                // Those of w:tabs are stops, not characters.
                if (part.attribute("val") == null) {
                    paragraph.text.append(tables > 0 ? ' ' : '\t');
                }
            }
            case "br", "cr" -> paragraph.text.append(tables > 0 ? "" : "\n");
            case "noBreakHyphen" -> paragraph.text.append('-');
            default -> {}
        }
    }

    private void text() {
        Paragraph paragraph = open.peek();
        while (part.next() && !part.ends()) {
            if (part.starts()) {
                part.skip();
            } else if (paragraph != null) {
                paragraph.text.append(part.text());
            }
        }
    }

    private void end(String element) {
        switch (element) {
            case "p" -> paragraph();
            case "tc" -> {
                if (tables == 1) {
                    if (continued) {
                        row.get(row.size() - 1).clear();
                    }
                    for (int i = 1; i < span; i++) {
                        row.add(new ArrayList<>());
                    }
                    span = 1;
                }
            }
            case "tr" -> {
                if (tables == 1) {
                    row();
                }
            }
            case "tbl" -> {
                tables--;
                if (tables == 0) {
                    out.append('\n');
                }
            }
            default -> {}
        }
    }

    private void paragraph() {
        if (open.isEmpty()) {
            return;
        }
        Paragraph paragraph = open.pop();
        if (numbers.isContents(paragraph.style)) {
            return;
        }
        String text = paragraph.text.toString();
        String number = text.isBlank() ? "" : numbers.next(paragraph.style, paragraph.list, paragraph.level);
        if (!open.isEmpty()) {
            boxes.add(number + text);
            return;
        }
        line(number + text);
        boxes.forEach(this::line);
        boxes.clear();
    }

    private void line(String text) {
        if (tables > 0 && !row.isEmpty()) {
            row.get(row.size() - 1).add(text);
        } else {
            out.append(text).append('\n');
        }
    }

    /** Writes a row; one with a single cell is prose that a table frames. */
    private void row() {
        long cells = row.stream().filter(cell -> !cell.isEmpty()).count();
        if (row.size() == 1 || (cells == 1 && row.get(0).size() > 1)) {
            row.forEach(cell -> cell.forEach(text -> out.append(text).append('\n')));
        } else {
            String separator = "";
            for (List<String> cell : row) {
                out.append(separator)
                        .append(String.join("", cell).replace('\n', ' ').replace('\t', ' '));
                separator = "\t";
            }
            out.append('\n');
        }
        row.clear();
    }
}
