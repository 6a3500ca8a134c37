package org.grassrootskpi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDocumentTest {
    @Test
    void theFormatIsThatOfTheBytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.pdf");
        Files.writeString(file, "<p>产值5亿元。</p>", Charset.forName("GB18030"));
        ReportDocument html = ReportDocument.read(file);
        assertThat(html.format()).isEqualTo(DocumentFormat.TEXT);
        assertThat(html.report().text()).isEqualTo("<p>产值5亿元。</p>");
        ReportDocument docx = ReportDocument.decode(DocxFile.body(DocxFile.paragraph("产值5亿元。")));
        assertThat(docx.format()).isEqualTo(DocumentFormat.DOCX);
        assertThat(docx.report().text()).isEqualTo("产值5亿元。\n");
        ReportDocument pdf = ReportDocument.decode(pdf("GDP 5.2 kg", "", 1));
        assertThat(pdf.format()).isEqualTo(DocumentFormat.PDF);
        assertThat(pdf.report().text()).isEqualTo("GDP 5.2 kg\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D0CF11E0A1B11AE1 | Word 97 to 2003",
                "7B5C727466312073 | rich text",
                "89504E470D0A1A0A | a picture",
                "FFD8FFE000104A46 | a picture",
                "FFFE2C004E000000 | at byte",
                "504B030400000000 | archive",
                "255044462D312E37 | damaged",
            })
    void otherFilesAreRefusedWithTheWayOut(String hex, String found) {
        byte[] bytes = new BigInteger("00" + hex.strip(), 16).toByteArray();
        byte[] file = Arrays.copyOfRange(bytes, bytes.length - 8, bytes.length);
        assertThatThrownBy(() -> ReportDocument.decode(file))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining(found);
    }

    @Test
    void aProtectedAScannedAndALongPdfAreRefused() throws IOException {
        byte[] locked = pdf("GDP 5", "secret", 1);
        assertThatThrownBy(() -> ReportDocument.decode(locked))
                .hasMessage("The PDF is protected by a password; save it without one and read it again");
        byte[] blank = pdf("", "", 2);
        assertThatThrownBy(() -> ReportDocument.decode(blank)).hasMessageContaining("No page of the PDF has text");
        byte[] pages = pdf("GDP 5", "", 3);
        DocumentLimits two = new DocumentLimits(1 << 20, 1, 1000, 2, 10);
        assertThatThrownBy(() -> ReportDocument.decode(pages, two))
                .hasMessage(
                        "Expected at most 2 pages, found more at page 3; cut the document into parts, or read it with"
                                + " higher DocumentLimits");
        byte[] cut = Arrays.copyOf(pages, pages.length / 3);
        assertThatThrownBy(() -> ReportDocument.decode(cut)).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        DocumentLimits limits = new DocumentLimits(10, 1, 10, 1, 1);
        assertThatThrownBy(() -> ReportDocument.decode("12345678901".getBytes(StandardCharsets.UTF_8), limits))
                .hasMessageContaining("at most 10 bytes in a file");
        assertThatThrownBy(() -> new DocumentLimits(0, 1, 1, 1, 1)).hasMessageContaining("above 0, found 0 bytes");
    }

    private static byte[] pdf(String text, String password, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                if (!text.isEmpty()) {
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                        content.newLineAtOffset(72, 700);
                        content.showText(text);
                        content.endText();
                    }
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
