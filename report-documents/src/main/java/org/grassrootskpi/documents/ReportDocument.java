package org.grassrootskpi.documents;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.grassrootskpi.report.UndecodableTextException;
import org.grassrootskpi.report.WorkReport;

/**
 * A report in a file: text, HTML, docx or PDF. What it is is detected from its bytes, not from its name.
 *
 * <p>The text of a docx is that of its body, with the numbers that Word gives to paragraphs; that of a PDF is the text of its
 * pages, lines broken and page numbers included, as the reader of reports expects them. Cells of tables are between tabs.
 * Offsets count in this text; for text and HTML it is the text of the file. Immutable and thread-safe.
 *
 * <pre>{@code
 * WorkReport report = ReportDocument.read(Path.of("report.docx")).report();
 * }</pre>
 */
public final class ReportDocument {
    private final DocumentFormat format;
    private final WorkReport report;
    private final ImmutableList<String> warnings;

    ReportDocument(DocumentFormat format, WorkReport report, ImmutableList<String> warnings) {
        this.format = format;
        this.report = report;
        this.warnings = warnings;
    }

    /**
     * Reads a file, within the {@linkplain DocumentLimits#STANDARD standard} limits.
     *
     * @param file its path
     * @return the document
     * @throws UnreadableDocumentException if it is no text, HTML, docx or PDF, is protected, damaged, without text or too large
     * @throws IOException if the file cannot be read
     */
    public static ReportDocument read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int limit = DocumentLimits.STANDARD.fileBytes();
            return decode(in.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1), DocumentLimits.STANDARD);
        }
    }

    /**
     * Reads the bytes of a file, within the {@linkplain DocumentLimits#STANDARD standard} limits.
     *
     * @param bytes the whole file
     * @return the document
     * @throws UnreadableDocumentException if it is no text, HTML, docx or PDF, is protected, damaged, without text or too large
     */
    public static ReportDocument decode(byte[] bytes) {
        return decode(bytes, DocumentLimits.STANDARD);
    }

    /**
     * Reads the bytes of a file.
     *
     * @param bytes the whole file
     * @param limits how much of it is read
     * @return the document
     * @throws UnreadableDocumentException if it is no text, HTML, docx or PDF, is protected, damaged, without text or too large
     */
    public static ReportDocument decode(byte[] bytes, DocumentLimits limits) {
        if (bytes.length > limits.fileBytes()) {
            throw limits.exceeded("byte " + limits.fileBytes(), "bytes in a file", limits.fileBytes());
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return new ReportDocument(
                    DocumentFormat.DOCX, WorkReport.parse(DocxText.of(bytes, limits)), ImmutableList.of());
        }
        if (pdfStart(bytes) >= 0) {
            PdfText pdf = PdfText.of(bytes, limits);
            return new ReportDocument(DocumentFormat.PDF, WorkReport.parse(pdf.text()), pdf.warnings());
        }
        refuseOthers(bytes);
        try {
            return new ReportDocument(DocumentFormat.TEXT, WorkReport.decode(bytes), ImmutableList.of());
        } catch (UndecodableTextException e) {
            throw new UnreadableDocumentException("byte " + e.offset(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuseOthers(byte[] bytes) {
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw other(
                    "a file of Word 97 to 2003, or a protected one of a later Word",
                    "save it, without a password, as docx");
        }
        if (startsWith(bytes, '{', '\\', 'r', 't', 'f')) {
            throw other("rich text", "save it as docx");
        }
        boolean picture = startsWith(bytes, 0x89, 'P', 'N', 'G') || startsWith(bytes, 0xFF, 0xD8, 0xFF);
        if (picture) {
            throw other("a picture", "recognise its text first");
        }
    }

    private static UnreadableDocumentException other(String found, String wayOut) {
        return new UnreadableDocumentException(
                "byte 0", "Expected text, HTML, docx or PDF, found " + found + "; " + wayOut);
    }

    /** Where a PDF begins: readers allow other bytes in front of it. */
    private static int pdfStart(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        int at = head.indexOf("%PDF-");
        return at >= 0 && head.substring(0, at).isBlank() ? at : at > 0 && hasNul(bytes, at) ? at : at == 0 ? 0 : -1;
    }

    private static boolean hasNul(byte[] bytes, int to) {
        for (byte b : Arrays.copyOf(bytes, to)) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the format of the file.
     *
     * @return as its bytes say
     */
    public DocumentFormat format() {
        return format;
    }

    /**
     * Returns the document as a report.
     *
     * @return with all of its text
     */
    public WorkReport report() {
        return report;
    }

    /**
     * Returns what of the document is not in the report: pages of a PDF that are pictures.
     *
     * @return sentences, each with its place; empty if all of it is
     */
    public ImmutableList<String> warnings() {
        return warnings;
    }
}
