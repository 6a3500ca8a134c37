package org.grassrootskpi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grassrootskpi.report.WorkReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Pinghu report, alone and against values that its office and a paper printed. Skipped where the report is not beside the project. */
class PinghuCheckTest {
    private static final Path FOLDER = Path.of(System.getProperty("shared", "../../shared"), "report");

    private static WorkReport report;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the report is not beside the project");
        try (Stream<Path> files = Files.list(FOLDER)) {
            Path text = files.filter(file -> file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();
            report = WorkReport.decode(Files.readAllBytes(text));
        }
    }

    private static List<String> said(ReportCheck check) {
        return check.check(report).findings().stream()
                .map(finding -> finding.level() + " " + finding.rule().id() + " " + finding.sum())
                .toList();
    }

    @Test
    void asksAboutTheNumeralsThatOccurTwiceAndWhatWasDoneAlready() {
        assertThat(said(ReportCheck.standard()))
                .containsExactly(
                        "QUESTION twin.numerals 28个, 28亿元",
                        "QUESTION twin.numerals 12个, 12亿元",
                        "QUESTION plan.state 空中的士低空经济运营基地: 投入使用 → 打造",
                        "QUESTION plan.state 罗山公园群三期: 动工 → 征转",
                        "QUESTION plan.state 机荷高速改扩建: 签约 → 谈判");
    }

    @Test
    void countsWhatItCouldCheck() {
        Map<String, CheckCount> counts = new TreeMap<>();
        ReportCheck.standard().check(report).counts().forEach((rule, count) -> {
            if (count.made() + count.impossible() > 0) {
                counts.put(rule.id(), count);
            }
        });

        assertThat(counts)
                .isEqualTo(Map.ofEntries(
                        Map.entry("completion.round", new CheckCount(2, 2, 0)),
                        Map.entry("completion.target", new CheckCount(0, 0, 3)),
                        Map.entry("growth.base", new CheckCount(0, 0, 3)),
                        Map.entry("growth.multiple", new CheckCount(0, 0, 1)),
                        Map.entry("limit.peers", new CheckCount(0, 0, 4)),
                        Map.entry("limit.percent", new CheckCount(6, 6, 0)),
                        Map.entry("names.count", new CheckCount(6, 6, 0)),
                        Map.entry("numbering.count", new CheckCount(1, 1, 0)),
                        Map.entry("numbering.sequence", new CheckCount(12, 12, 0)),
                        Map.entry("part.whole", new CheckCount(1, 1, 0)),
                        Map.entry("parts.sum", new CheckCount(0, 0, 1)),
                        Map.entry("plan.state", new CheckCount(3, 0, 0)),
                        Map.entry("rate.parts", new CheckCount(0, 0, 6)),
                        Map.entry("twin.numerals", new CheckCount(12, 10, 0))));
    }

    /** The half-year figures of the office and those of a paper, in words of our own. */
    @Test
    void findsTheFallTheMissAndTheMismatchAgainstOtherSources() {
        WorkReport half = WorkReport.parse("""
                2024年上半年工作总结
                一、2024年上半年工作总结
                固定资产投资88.3亿元，完成年度目标的29.43%；其中工业投资57.74亿元，完成年度目标的26.24%。引进项目23个，意向投资总额30亿元。
                """);
        WorkReport paper = WorkReport.parse("""
                2024年工作总结
                一、2024年工作总结
                规上工业总产值509.44亿元，同比增长6.28%。
                """);

        assertThat(said(ReportCheck.standard().withPrevious("half", half).withPrevious("paper", paper)))
                .containsExactly(
                        "QUESTION history.value 509.44亿元 ≠ 509.45亿元",
                        "WARNING history.target 57.74亿元 ÷ 26.24% = 220.046亿元 > 204.92亿元",
                        "WARNING history.flow 30亿元 > 28亿元",
                        "QUESTION twin.numerals 28个, 28亿元",
                        "QUESTION twin.numerals 12个, 12亿元",
                        "QUESTION plan.state 空中的士低空经济运营基地: 投入使用 → 打造",
                        "QUESTION plan.state 罗山公园群三期: 动工 → 征转",
                        "QUESTION plan.state 机荷高速改扩建: 签约 → 谈判");
    }
}
