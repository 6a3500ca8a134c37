package org.grassrootskpi.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.report.UndecodableTextException;
import org.grassrootskpi.report.WorkReport;

/**
 * No text makes the reader throw; what it finds stands where it says, and nothing beside it continues it. The seeds are read as ordinary tests; {@code
 * JAZZER_FUZZ=1 mvn -Pfuzz -pl fuzz -am test} searches on from them.
 */
class ReportReaderFuzzTest {
    /** Executions of one search; the seeds alone are read in a plain test run. */
    private static final long EXECUTIONS = 6_000_000;

    /** Bytes choose words of the genre, so that most inputs hold something to read; 255 begins a raw character. */
    private static final String[] WORDS = {
        "，",
        "。",
        "、",
        "；",
        "\n",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "第",
        "三",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "两",
        "一",
        "半",
        "零",
        "1",
        "2",
        "3.5",
        "20",
        "1,234",
        "０",
        "９",
        "％",
        "%",
        "‰",
        "个百分点",
        "元",
        "亿元",
        "亩",
        "公顷",
        "吨",
        "千瓦",
        "家",
        "个",
        "人次",
        "成",
        "倍",
        "番",
        "翻",
        "翻番",
        "余",
        "多",
        "近",
        "超",
        "约",
        "不足",
        "不低于",
        "以上",
        "左右",
        "以内",
        "确保",
        "同比",
        "增长",
        "下降",
        "提高到",
        "由",
        "从",
        "到",
        "至",
        "-",
        "—",
        "～",
        "+",
        "×",
        "/",
        ":",
        "占",
        "占比",
        "完成",
        "年度任务",
        "的",
        "完成率",
        "居",
        "全区",
        "位",
        "名",
        "分别",
        "为",
        "每",
        "千人",
        "百分之",
        "分之",
        "点",
        "年",
        "月",
        "日",
        "2024年",
        "一、",
        "(一)",
        "1.",
        "PM2.5",
        "5G",
        "GDP",
        "人口",
        "数",
        "几",
        "上",
        "过",
        "三年行动",
        "生活圈",
        "增加值",
        "环比",
        "和",
        " ",
        "\t",
        "\r\n",
        "\uD840\uDC00",
        "\uD840",
        "\uFEFF",
        "\u0000",
        "半年",
        "去年",
        "负",
        "–",
        "来",
        "港币",
        "US$",
        "角",
        "分",
        "·",
        "每",
        "小时",
        "個",
        "億",
        "l",
        "O",
        "\u200B",
        "\u202E",
        "'",
        " 583"
    };

    @FuzzTest(maxDuration = "12h", maxExecutions = EXECUTIONS)
    void everyTextIsRead(byte[] input) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < input.length; i++) {
            int choice = input[i] & 0xFF;
            if (choice == 0xFF && i + 2 < input.length) {
                text.append((char) ((input[i + 1] & 0xFF) << 8 | (input[i + 2] & 0xFF)));
                i += 2;
            } else {
                text.append(WORDS[choice % WORDS.length]);
            }
        }
        ReadFigures.check(WorkReport.parse(text.toString()));
    }

    @FuzzTest(maxDuration = "12h", maxExecutions = EXECUTIONS)
    void everyFileIsReadOrRefusedWithItsPlace(byte[] input) {
        try {
            ReadFigures.check(WorkReport.decode(input));
        } catch (UndecodableTextException e) {
            if (e.offset() < 0 || e.offset() >= input.length) {
                throw new AssertionError("an offset outside the file: " + e.offset(), e);
            }
        }
        ReadFigures.check(WorkReport.parse(new String(input, StandardCharsets.UTF_16)));
    }
}
