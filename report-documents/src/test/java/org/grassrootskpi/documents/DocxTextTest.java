package org.grassrootskpi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocxTextTest {
    private static final DocumentLimits LIMITS = new DocumentLimits(1 << 20, 1 << 16, 1000, 10, 40);

    private static String text(String body) {
        return DocxText.of(DocxFile.body(body), LIMITS);
    }

    @Test
    void aParagraphIsALineWhateverItsRuns() {
        String split = "<w:p><w:r><w:t>产值509</w:t></w:r><w:r><w:t>.45</w:t><w:t>亿元</w:t></w:r></w:p>";
        assertThat(text(split + DocxFile.paragraph("增长6%。"))).isEqualTo("产值509.45亿元\n增长6%。\n");
        assertThat(
                        text(
                                "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>1</w:t><w:noBreakHyphen/><w:t>6月</w:t></w:r></w:p>"))
                .isEqualTo("一\t二\n1-6月\n");
    }

    @Test
    void whatIsDeletedOrThereTwiceIsLeftOut() {
        String changed =
                "<w:p><w:del><w:r><w:delText>3家</w:delText></w:r></w:del><w:ins><w:r><w:t>5家</w:t></w:r></w:ins>"
                        + "<w:r><w:instrText>PAGE 9</w:instrText></w:r></w:p>";
        assertThat(text(changed)).isEqualTo("5家\n");
        String box = "<w:p><w:r><w:t>正文。</w:t></w:r><mc:AlternateContent><mc:Choice>" + DocxFile.paragraph("框内7家。")
                + "</mc:Choice><mc:Fallback>" + DocxFile.paragraph("框内7家。")
                + "</mc:Fallback></mc:AlternateContent></w:p>";
        assertThat(text(box)).isEqualTo("正文。\n框内7家。\n");
    }

    @Test
    void theCellsOfATableAreBetweenTabsWithEmptyOnesWhereOneSpansSeveral() {
        String table = "<w:tbl><w:tr>" + DocxFile.cell("<w:vMerge w:val=\"restart\"/>", "指标")
                + DocxFile.cell("<w:gridSpan w:val=\"2\"/>", "2023年") + DocxFile.cell("", "备注") + "</w:tr><w:tr>"
                + DocxFile.cell("<w:vMerge/>", "") + DocxFile.cell("", "数值") + DocxFile.cell("", "增长")
                + DocxFile.cell("", "") + "</w:tr></w:tbl>";
        assertThat(text(table + DocxFile.paragraph("完"))).isEqualTo("指标\t2023年\t\t备注\n\t数值\t增长\t\n\n完\n");
    }

    @Test
    void aTableInACellIsItsTextAndARowOfOneCellIsProse() {
        String inner = "<w:tbl><w:tr>" + DocxFile.cell("", "内一") + DocxFile.cell("", "内二") + "</w:tr></w:tbl>";
        String outer = "<w:tbl><w:tr><w:tc>" + inner + DocxFile.paragraph("外一") + "</w:tc>" + DocxFile.cell("", "外二")
                + "</w:tr></w:tbl>";
        assertThat(text(outer)).isEqualTo("内一内二外一\t外二\n\n");
        String frame = "<w:tbl><w:tr><w:tc>" + DocxFile.paragraph("第一段。") + DocxFile.paragraph("第二段。")
                + "</w:tc></w:tr></w:tbl>";
        assertThat(text(frame)).isEqualTo("第一段。\n第二段。\n\n");
    }

    @Test
    void paragraphsHaveTheNumbersThatWordGivesThem() {
        String numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"4\">"
                + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2 \"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
        String styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr>"
                + "<w:numId w:val=\"9\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"2\"><w:basedOn w:val=\"1\"/></w:style>"
                + "<w:style w:styleId=\"10\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";
        StringBuilder body =
                new StringBuilder("<w:p><w:pPr><w:pStyle w:val=\"10\"/></w:pPr><w:r><w:t>工作回顾 3</w:t></w:r></w:p>");
        for (int i = 0; i < 12; i++) {
            body.append("<w:p><w:pPr><w:pStyle w:val=\"2\"/></w:pPr><w:r><w:t>节</w:t></w:r></w:p>");
        }
        body.append(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"9\"/></w:numPr></w:pPr><w:r><w:t>小节</w:t></w:r></w:p>");
        byte[] docx = new DocxFile()
                .document(body.toString())
                .part(DocxPackage.NUMBERING, numbering)
                .part(DocxPackage.STYLES, styles)
                .bytes();
        assertThat(DocxText.of(docx, LIMITS).lines())
                .containsExactly(
                        "一、节", "二、节", "三、节", "四、节", "五、节", "六、节", "七、节", "八、节", "九、节", "十、节", "十一、节", "十二、节",
                        "十二.1 小节");
    }

    @Test
    void hostileFilesAreRefusedWithTheirPlace() {
        byte[] type = new DocxFile()
                .part(DocxPackage.BODY, "<!DOCTYPE d [<!ENTITY a \"" + "9".repeat(20) + "\">]><d><p>&a;</p></d>")
                .bytes();
        assertThatThrownBy(() -> DocxText.of(type, LIMITS))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("without a document type")
                .hasMessageContaining("word/document.xml, line 1");
        byte[] bomb = DocxFile.body(DocxFile.paragraph("5".repeat(1 << 17)));
        assertThatThrownBy(() -> DocxText.of(bomb, LIMITS))
                .hasMessage("Expected at most 65536 bytes in a part of a docx, found more at word/document.xml; cut the"
                        + " document into parts, or read it with higher DocumentLimits");
        byte[] stuffed = new DocxFile()
                .part("word/media/a.png", "5".repeat(1 << 17))
                .document("")
                .bytes();
        assertThatThrownBy(() -> DocxText.of(stuffed, LIMITS)).hasMessageContaining("found more at word/media/a.png");
        String deep = "<w:sdt>".repeat(50) + "</w:sdt>".repeat(50);
        assertThatThrownBy(() -> text(deep)).hasMessageContaining("Expected at most 40 elements inside each other");
        assertThatThrownBy(() -> text(DocxFile.paragraph("文".repeat(1001))))
                .hasMessageContaining("at most 1000 characters");
        assertThatThrownBy(() -> text("<w:p>")).hasMessageContaining("word/document.xml, line 1");
    }

    @Test
    void archivesThatAreNoDocxAreRefused() {
        assertThatThrownBy(() ->
                        DocxText.of(new DocxFile().part("content.xml", "<a/>").bytes(), LIMITS))
                .hasMessage(
                        "Expected a docx with word/document.xml, found a document of OpenDocument; save the report as docx");
        assertThatThrownBy(() -> DocxText.of(
                        new DocxFile().part("xl/workbook.xml", "<a/>").bytes(), LIMITS))
                .hasMessageContaining("found a workbook");
        assertThatThrownBy(() -> text("<w:p/>")).hasMessageContaining("The docx has no text");
        byte[] cut = Arrays.copyOf(DocxFile.body(DocxFile.paragraph("5家".repeat(200))), 60);
        assertThatThrownBy(() -> DocxText.of(cut, LIMITS)).isInstanceOf(UnreadableDocumentException.class);
    }
}
