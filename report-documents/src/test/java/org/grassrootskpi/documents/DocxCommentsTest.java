package org.grassrootskpi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class DocxCommentsTest {
    private static final String TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

    private static byte[] docx(String body) {
        return new DocxFile()
                .part("[Content_Types].xml", TYPES)
                .document(body)
                .part("word/media/image1.png", "not a picture")
                .bytes();
    }

    private static String part(byte[] docx, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] commented(byte[] docx, String... passages) {
        List<DocxComment> comments = new ArrayList<>();
        for (String passage : passages) {
            comments.add(new DocxComment(passage, ImmutableList.of("第一行 ", "second & <line>")));
        }
        byte[] before = docx.clone();
        byte[] copy = DocxComments.add(docx, "check", comments);
        assertThat(docx).isEqualTo(before);
        assertThat(DocxText.of(copy, DocumentLimits.STANDARD)).isEqualTo(DocxText.of(docx, DocumentLimits.STANDARD));
        return copy;
    }

    /** The body without the parts of elements that say nothing here. */
    private static String body(byte[] docx) {
        String xml = part(docx, DocxPackage.BODY);
        return xml.substring(xml.indexOf("<w:body>") + 8, xml.indexOf("</w:body>"))
                .replace(" xml:space=\"preserve\"", "");
    }

    private static String start(int id) {
        return "<w:commentRangeStart w:id=\"" + id + "\"/>";
    }

    private static String end(int id) {
        return "<w:commentRangeEnd w:id=\"" + id + "\"/><w:r><w:commentReference w:id=\"" + id + "\"/></w:r>";
    }

    private static String run(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    @Test
    void aPassageInTheMiddleOfARunIsCutOut() {
        byte[] copy = commented(docx(DocxFile.paragraph("前面。办结率94.7%。后面。")), "办结率94.7%");

        assertThat(body(copy))
                .isEqualTo("<w:p>" + run("前面。") + start(0) + run("办结率94.7%") + end(0) + run("。后面。") + "</w:p>");
    }

    @Test
    void theFormOfACutRunIsKeptOnBothSides() {
        String bold = "<w:r><w:rPr><w:b/></w:rPr>";
        byte[] copy = commented(docx("<w:p>" + bold + "<w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t></w:r></w:p>"), "乙丙");

        assertThat(body(copy))
                .isEqualTo("<w:p>" + bold + "<w:t>甲</w:t></w:r>" + start(0) + bold
                        + "<w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>" + end(0) + bold
                        + "<w:t>丁</w:t></w:r></w:p>");
    }

    @Test
    void aPassageGoesOnOverRunsParagraphsAndBlanks() {
        byte[] copy = commented(
                docx("<w:p>" + run("产值 509") + run(".45") + "</w:p><w:p>" + run("亿元。完") + "</w:p>"), "产值509.45亿元");

        assertThat(body(copy))
                .isEqualTo("<w:p>" + start(0) + run("产值 509") + run(".45") + "</w:p><w:p>" + run("亿元") + end(0)
                        + run("。完") + "</w:p>");
    }

    @Test
    void theSameWordsAreLookedForBehindThePassageBefore() {
        byte[] docx = docx(DocxFile.paragraph("甲3家") + DocxFile.paragraph("乙") + DocxFile.paragraph("甲3家"));

        assertThat(body(commented(docx, "乙", "甲3家")))
                .isEqualTo("<w:p>" + run("甲3家") + "</w:p><w:p>" + start(0) + run("乙") + end(0) + "</w:p><w:p>"
                        + start(1) + run("甲3家") + end(1) + "</w:p>");
    }

    @Test
    void onePassageHasSeveralComments() {
        byte[] docx = docx(DocxFile.paragraph("甲3家") + DocxFile.paragraph("甲3家"));

        assertThat(body(commented(docx, "甲3家", "甲3家")))
                .isEqualTo("<w:p>" + start(0) + start(1) + run("甲3家") + end(1) + end(0) + "</w:p><w:p>" + run("甲3家")
                        + "</w:p>");
    }

    @Test
    void ofPassagesWithTheSameWordsTheOneAtTheOffsetIsMeant() {
        byte[] docx = docx(DocxFile.paragraph("甲3家") + DocxFile.paragraph("𠮷乙，甲3家") + DocxFile.paragraph("甲3家"));
        String text = DocxText.of(docx, DocumentLimits.STANDARD);
        // The third one first: its 3 is the last one of the text.
        int third = text.codePointCount(0, text.lastIndexOf('3'));
        int second = text.codePointCount(0, text.indexOf("甲3家", text.indexOf('乙')));
        byte[] copy = DocxComments.add(
                docx,
                "check",
                List.of(
                        new DocxComment("甲3家", third, ImmutableList.of("c")),
                        new DocxComment("甲3家", 0, ImmutableList.of("a")),
                        new DocxComment("甲3家", second, ImmutableList.of("b")),
                        new DocxComment("甲3家", 1000, ImmutableList.of("behind the end"))));

        assertThat(body(copy).replace(start(3), "").replace(end(3), "").replace("&#134071;", "𠮷"))
                .isEqualTo("<w:p>" + start(1) + run("甲3家") + end(1) + "</w:p><w:p>" + run("𠮷乙，") + start(2)
                        + run("甲3家") + end(2) + "</w:p><w:p>" + start(0) + run("甲3家") + end(0) + "</w:p>");
    }

    /** The number is not in the document, and the words behind it are there once more without one. */
    @Test
    void ofPassagesBehindANumberTheOneAtTheOffsetIsMeant() {
        String numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                + run("办结9家") + "</w:p>";
        byte[] docx = new DocxFile()
                .part("[Content_Types].xml", TYPES)
                .document(DocxFile.paragraph("办结9家") + numbered)
                .part(
                        DocxPackage.NUMBERING,
                        "<w:numbering xmlns:w=\"" + DocxXml.WORD
                                + "\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
                                + "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
                                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>")
                .bytes();
        String text = DocxText.of(docx, DocumentLimits.STANDARD);
        assertThat(text).isEqualTo("办结9家\n1.办结9家\n");
        byte[] copy = DocxComments.add(
                docx, "check", List.of(new DocxComment("1.办结9家", text.lastIndexOf('9'), ImmutableList.of("a"))));

        assertThat(body(copy)).startsWith("<w:p>" + run("办结9家") + "</w:p>").contains(start(0) + run("办结9家") + end(0));
    }

    @Test
    void aTableOfContentsHasNoPassages() {
        String contents = "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>" + run("办结9家") + "</w:p>";
        byte[] copy = commented(docx(contents + DocxFile.paragraph("办结9家")), "办结9家");

        assertThat(body(copy)).endsWith("<w:p>" + start(0) + run("办结9家") + end(0) + "</w:p>");
    }

    @Test
    void aNumberThatWordGivesIsNoPartOfThePassage() {
        byte[] copy = commented(docx(DocxFile.paragraph("办结9家。")), "（一）办结9家");

        assertThat(body(copy)).isEqualTo("<w:p>" + start(0) + run("办结9家") + end(0) + run("。") + "</w:p>");
    }

    @Test
    void whatIsNotThereIsCommentedOnAtTheBeginning() {
        byte[] copy = commented(docx(DocxFile.paragraph("办结9家。")), "完全不同的一句话而且很长很长");

        assertThat(body(copy)).isEqualTo("<w:p>" + start(0) + run("办") + end(0) + run("结9家。") + "</w:p>");
    }

    @Test
    void theCommentsAreAPartOfTheirOwn() {
        byte[] copy = commented(docx(DocxFile.paragraph("办结9家。")), "办结9家");

        assertThat(part(copy, "word/comments.xml"))
                .contains("<w:comment w:author=\"check\" w:id=\"0\">")
                .contains("<w:t xml:space=\"preserve\">第一行 </w:t>")
                .contains("second &amp; &lt;line&gt;");
        assertThat(part(copy, "word/_rels/document.xml.rels")).contains("Target=\"comments.xml\"");
        assertThat(part(copy, "[Content_Types].xml")).contains("PartName=\"/word/comments.xml\"");
        assertThat(part(copy, "word/media/image1.png")).isEqualTo("not a picture");
    }

    @Test
    void commentsThatAreThereStay() {
        byte[] once = commented(docx(DocxFile.paragraph("办结9家。")), "办结9家");
        byte[] twice = commented(once, "办结9家");

        assertThat(part(twice, "word/comments.xml"))
                .containsOnlyOnce("w:id=\"0\"")
                .containsOnlyOnce("w:id=\"1\"");
        assertThat(part(twice, "[Content_Types].xml")).isEqualTo(part(once, "[Content_Types].xml"));
    }

    @Test
    void aFileThatIsNoDocxIsRefused() {
        assertThatThrownBy(() -> DocxComments.add("text".getBytes(StandardCharsets.UTF_8), "check", List.of()))
                .isInstanceOf(UnreadableDocumentException.class);
        byte[] docx = docx(DocxFile.paragraph("办结9家。"));
        assertThatThrownBy(() -> DocxComments.add(Arrays.copyOf(docx, docx.length / 2), "check", List.of()))
                .isInstanceOf(UnreadableDocumentException.class);
        byte[] doctype = new DocxFile()
                .part(DocxPackage.BODY, "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document xmlns:w=\"w\">&b;</w:document>")
                .bytes();
        assertThatThrownBy(() -> DocxComments.add(doctype, "check", List.of()))
                .isInstanceOf(UnreadableDocumentException.class);
    }
}
