package org.grassrootskpi.documents;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.grassrootskpi.documents.PageLines.Line;

/** The text of a PDF, page by page, with the lines of a paragraph joined and a blanks between the cells of a table, aligned. */
final class PdfText {
    /** Characters that a full line may lack at the right: a mark or a word that did not fit. */
    private static final float FULL = 2.2f;

    /** The same before a word or a number that cannot be broken; the line does not end a sentence then. */
    private static final float MAX_ROOM = 6;

    private static final float INDENT = 1.2f;
    private static final float MIN_WIDTH = 12;

    private final String text;
    private final ImmutableList<String> warnings;

    private PdfText(String text, ImmutableList<String> warnings) {
        this.text = text;
        this.warnings = warnings;
    }

    String text() {
        return text;
    }

    ImmutableList<String> warnings() {
        return warnings;
    }

    static PdfText of(byte[] bytes, DocumentLimits limits) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return of(document, limits);
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocumentException(
                    "page 1", "The PDF is protected by a password; save it without one and read it again", e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnreadableDocumentException unreadable) {
                throw unreadable;
            }
            throw new UnreadableDocumentException(
                    "byte 0", "Expected a whole PDF, found a damaged one; print it to a PDF again", e);
        }
    }

    private static PdfText of(PDDocument document, DocumentLimits limits) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages > limits.pages()) {
            throw limits.exceeded("page " + (limits.pages() + 1), "pages", limits.pages());
        }
        StringBuilder text = new StringBuilder();
        ImmutableList.Builder<String> warnings = ImmutableList.builder();
        boolean printed = false;
        for (int page = 1; page <= pages; page++) {
            String of = text(lines(document, page));
            boolean empty = of.isBlank();
            printed |= !empty;
            if (empty && document.getPage(page - 1).getResources() != null && hasPictures(document, page)) {
                warnings.add("page " + page
                        + " has no text: it is a picture; recognise its text first, or enter its figures by hand");
            }
            text.append(of);
            if (page < pages) {
                text.append('\f');
            }
            if (text.length() > limits.characters()) {
                throw limits.exceeded("page " + page, "characters", limits.characters());
            }
        }
        if (!printed) {
            throw new UnreadableDocumentException(
                    "page 1",
                    "No page of the PDF has text, from page 1 on: it is scanned, or empty; recognise its text first");
        }
        return new PdfText(text.toString(), warnings.build());
    }

    private static boolean hasPictures(PDDocument document, int page) {
        return document.getPage(page - 1)
                .getResources()
                .getXObjectNames()
                .iterator()
                .hasNext();
    }

    private static boolean isEnd(String line) {
        return "。！？!?；;：:".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static List<Line> lines(PDDocument document, int page) throws IOException {
        PageLines lines = new PageLines();
        lines.setStartPage(page);
        lines.setEndPage(page);
        lines.writeText(document, Writer.nullWriter());
        return lines.lines();
    }

    /** The lines of a page as text; one that fills its width goes on in the next, unless that is indented. */
    private static String text(List<Line> lines) {
        double left = lines.stream()
                .filter(line -> !line.isRow())
                .mapToDouble(Line::start)
                .min()
                .orElse(0);
        double right = lines.stream()
                .filter(line -> !line.isRow())
                .mapToDouble(Line::end)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            text.append(line.text());
            Line next = i + 1 < lines.size() ? lines.get(i + 1) : null;
            double room = (right - line.end()) / line.size();
            boolean full = room < FULL || (room < MAX_ROOM && !isEnd(line.text()));
            boolean goesOn = next != null
                    && full
                    && !line.isRow()
                    && !next.isRow()
                    && next.start() - left < INDENT * next.size()
                    && Math.abs(next.size() - line.size()) < 1
                    && line.end() - line.start() > MIN_WIDTH * line.size();
            if (!goesOn) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
