package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments in a copy of a docx, written by one library and read by another. */
class CheckReportCommentsTest {
    private static final List<String> REPORT =
            List.of("青石镇2024年工作总结", "各项工作顺利。全年受理诉求9600件，办结9350件，办结率94.7%。群众满意。", "挖掘项目28个，投资28亿元。");

    @TempDir
    private Path folder;

    private Path report;
    private Path copy;

    @BeforeEach
    void writeAReport() throws IOException {
        report = folder.resolve("report.docx");
        copy = folder.resolve("copy.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(report)) {
            for (String paragraph : REPORT) {
                XWPFParagraph written = document.createParagraph();
                int half = paragraph.length() / 2;
                written.createRun().setText(paragraph.substring(0, half));
                written.createRun().setText(paragraph.substring(half));
            }
            document.write(out);
        }
    }

    private MainRun check(String... more) {
        String[] first = {"check-report", report.toString(), "--format", "docx"};
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return MainRun.of(all);
    }

    @Test
    void eachFindingIsACommentOnItsSentence() throws IOException {
        byte[] before = Files.readAllBytes(report);

        MainRun run = check("--out", copy.toString(), "--lang", "zh");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllBytes(report)).isEqualTo(before);
        try (InputStream in = Files.newInputStream(copy);
                XWPFDocument read = new XWPFDocument(in)) {
            assertThat(read.getParagraphs()).extracting(XWPFParagraph::getText).isEqualTo(REPORT);
            XWPFComment[] comments = read.getComments();
            assertThat(comments).extracting(XWPFComment::getAuthor).containsExactly("check-report", "check-report");
            assertThat(comments[0].getText())
                    .contains("错误：比率与分子分母不符（rate.parts）")
                    .contains("9350件 ÷ 9600件 = 97.40% ≠ 94.7%")
                    .contains("94.7% 改为 97.4%");
            assertThat(comments[1].getText()).contains("twin.numerals");
            assertThat(commented(read, 1)).isEqualTo("全年受理诉求9600件，办结9350件，办结率94.7%");
            assertThat(commented(read, 2)).isEqualTo("挖掘项目28个，投资28亿元");
        }
    }

    /** The words between the marks of a comment. */
    private static String commented(XWPFDocument document, int paragraph) {
        String xml = document.getParagraphs().get(paragraph).getCTP().xmlText();
        String marked = xml.substring(xml.indexOf("<w:commentRangeStart"), xml.indexOf("<w:commentRangeEnd"));
        return marked.replaceAll("<[^>]*>", "");
    }

    @Test
    void equalSentencesHaveTheirOwnComments() throws IOException {
        List<String> paragraphs = List.of("青石镇2024年工作总结", "挖掘项目28个，投资28亿元。", "各项工作顺利。", "挖掘项目28个，投资28亿元。");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(report)) {
            paragraphs.forEach(text -> document.createParagraph().createRun().setText(text));
            document.write(out);
        }

        check("--out", copy.toString(), "--rule", "twin.numerals");

        try (InputStream in = Files.newInputStream(copy);
                XWPFDocument read = new XWPFDocument(in)) {
            assertThat(read.getComments()).hasSize(2);
            assertThat(commented(read, 1)).isEqualTo("挖掘项目28个，投资28亿元");
            assertThat(commented(read, 3)).isEqualTo("挖掘项目28个，投资28亿元");
        }
    }

    @Test
    void theReportItselfIsNotReplaced() throws IOException {
        byte[] before = Files.readAllBytes(report);

        assertThat(check("--out", report.toString(), "--overwrite").err()).contains("is the report itself");
        assertThat(Files.readAllBytes(report)).isEqualTo(before);
    }

    @Test
    void aCopyThatIsThereStaysUnlessItMayBeReplaced() throws IOException {
        Files.writeString(copy, "mine", StandardCharsets.UTF_8);

        assertThat(check("--out", copy.toString()).err()).contains("is there already");
        assertThat(copy).content(StandardCharsets.UTF_8).isEqualTo("mine");
        assertThat(check("--out", copy.toString(), "--overwrite").status()).isEqualTo(1);
        assertThat(Files.size(copy)).isGreaterThan(1000);
    }

    @Test
    void theFormAndThePathGoTogether() throws IOException {
        Path text = Files.writeString(folder.resolve("report.txt"), String.join("\n", REPORT), StandardCharsets.UTF_8);

        assertThat(check().status()).isEqualTo(2);
        assertThat(MainRun.of("check-report", report.toString(), "--out", copy.toString())
                        .status())
                .isEqualTo(2);
        assertThat(MainRun.of("check-report", text.toString(), "--format", "docx", "--out", copy.toString())
                        .err())
                .contains("is no docx");
    }
}
