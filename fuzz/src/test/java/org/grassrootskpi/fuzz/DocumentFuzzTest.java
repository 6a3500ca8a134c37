package org.grassrootskpi.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.grassrootskpi.documents.ReportDocument;
import org.grassrootskpi.documents.UnreadableDocumentException;
import org.grassrootskpi.report.WorkReport;

/** Tables, HTML and files of word processors that nobody wrote: read, or refused in one sentence with a place. */
class DocumentFuzzTest {
    private static final long EXECUTIONS = 6_000_000;

    private static final String[] CELLS = {
        "\t",
        "\n",
        "\n\n",
        "|",
        "| --- |",
        "|---|---|",
        "\\|",
        "   ",
        "  ",
        "\u3000",
        "指标",
        "单位",
        "单位：亿元",
        "单位：%",
        "2023年",
        "2024年",
        "2024年1-6月",
        "增长（%）",
        "比上年增长%",
        "占比",
        "合计",
        "其中",
        "其中：女性",
        "完成率",
        "全年",
        "万元",
        "亿元",
        "人",
        "个",
        "%",
        "12",
        "3.5",
        "1,234",
        "-6.2",
        "(3.1)",
        "（2.0）",
        "—",
        "…",
        "近300",
        "1.",
        "一、",
        "序号",
        "备注",
        "地区生产总值",
        "常住人口",
        "社区",
        "#",
        "。",
        "，",
        "表1",
        "续表",
        "12.5%",
        "3亿元",
        "0",
        "00",
        "2024"
    };

    private static final String[] TAGS = {
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<th>",
        "</th>",
        "<td colspan=2>",
        "<td rowspan=\"3\">",
        "<p>",
        "</p>",
        "<br>",
        "<br/>",
        "<b>",
        "</b>",
        "<sup>1</sup>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "&nbsp;",
        "&#160;",
        "&amp;",
        "&lt;",
        "&#x4EBF;",
        "&#1114112;",
        "&",
        "<",
        ">",
        "\"",
        "<a href='x'>",
        "</a>",
        "<html>",
        "<head>",
        "<title>",
        "</title>",
        "<h1>",
        "</h1>",
        "<li>",
        "<div",
        "\n",
        "全年完成投资",
        "3.5",
        "亿元",
        "增长",
        "6.2%",
        "，",
        "。",
        "12",
        "万人",
        "<td",
        "colspan=99999999"
    };

    private static final String[] XML = {
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>",
        "<w:tcPr><w:vMerge/></w:tcPr>",
        "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>",
        "<w:br/>",
        "<w:tab/>",
        "<w:del>",
        "</w:del>",
        "<w:ins>",
        "</w:ins>",
        "&amp;",
        "&lt;",
        "&#x4EBF;",
        "<w:gridSpan w:val=\"x\"/>",
        "<w:numPr/>",
        "<mc:AlternateContent>",
        "</mc:AlternateContent>",
        "<mc:Fallback>",
        "</mc:Fallback>",
        "全年完成投资",
        "3.5亿元",
        "增长6.2%",
        "，",
        "。",
        "指标",
        "2024年",
        "12",
        "万人",
        "<!-- x -->",
        "<![CDATA[7]]>",
        "\n"
    };

    private static String text(byte[] input, String[] words) {
        StringBuilder text = new StringBuilder();
        for (byte choice : input) {
            text.append(words[(choice & 0xFF) % words.length]);
        }
        return text.toString();
    }

    @FuzzTest(maxDuration = "12h", maxExecutions = EXECUTIONS)
    void everyTableIsRead(byte[] input) {
        ReadFigures.check(WorkReport.parse(text(input, CELLS)));
    }

    @FuzzTest(maxDuration = "12h", maxExecutions = EXECUTIONS)
    void everyPageIsRead(byte[] input) {
        decode(text(input, TAGS).getBytes(StandardCharsets.UTF_8));
        decode(("<!DOCTYPE html><html><body>" + text(input, TAGS) + "</body></html>").getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "12h", maxExecutions = EXECUTIONS)
    void everyDocumentIsRead(byte[] input) {
        decode(docx("<w:p><w:r><w:t>" + text(input, XML) + "</w:t></w:r></w:p>"));
        decode(docx(text(input, XML)));
    }

    @FuzzTest(maxDuration = "12h", maxExecutions = EXECUTIONS)
    void everyFileIsReadOrRefused(byte[] input) {
        decode(input);
        byte[] pdf = new byte[input.length + 9];
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, pdf, 0, 9);
        System.arraycopy(input, 0, pdf, 9, input.length);
        decode(pdf);
    }

    private static void decode(byte[] file) {
        try {
            ReadFigures.checkPlaces(ReportDocument.decode(file).report());
        } catch (UnreadableDocumentException e) {
            if (e.getMessage() == null || e.place().isEmpty()) {
                throw new AssertionError("a refusal without a place", e);
            }
        }
    }

    private static byte[] docx(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            String document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                    + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body
                    + "</w:body></w:document>";
            zip.write(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
