package org.grassrootskpi.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check of a report found, on the page and in its JSON. */
class FindingsTest {
    private static final TimePeriod JUNE = TimePeriod.ofMonth(2025, 6);
    private static final String RATE = "受理诉求9600件，办结9350件，办结率94.7%";

    static final CheckedReport REPORT = new CheckedReport(
            "report.txt",
            9,
            5,
            2,
            ImmutableList.of(
                    new CheckedReport.Finding(
                            CheckedReport.Level.ERROR,
                            "rate.parts",
                            LocalizedText.of("比率与其两部分不符", "A rate does not fit its two parts"),
                            ImmutableList.of(
                                    CheckedReport.Passage.of(RATE, "94.7%", 3, 20),
                                    CheckedReport.Passage.of(RATE, "9350件", 3, 11)),
                            "9350件 ÷ 9600件 = 97.40% ≠ 94.7%",
                            ImmutableList.of(
                                    CheckedReport.Remedy.of("9350件", "9087件–9095件"),
                                    new CheckedReport.Remedy(
                                            "94.7%",
                                            "97.4%", Optional.of(LocalizedText.of("数字颠倒", "digits swapped"))))),
                    finding(
                            CheckedReport.Level.QUESTION,
                            "history.base",
                            CheckedReport.Passage.of(RATE, "9600件", 3, 5),
                            new CheckedReport.Passage(Optional.of("2023.txt"), "上年受理诉求9500件", "9500件", 7, 7)),
                    finding(
                            CheckedReport.Level.WARNING,
                            "history.plan",
                            CheckedReport.Passage.of("新增就业1.2万人", "1.2万人", 12, 5),
                            new CheckedReport.Passage(Optional.of("catalogue"), "新增就业1万人", "1万人", 0, 0))));

    private static CheckedReport.Finding finding(
            CheckedReport.Level level, String rule, CheckedReport.Passage... passages) {
        return new CheckedReport.Finding(
                level,
                rule,
                LocalizedText.of("规则" + rule, "Rule " + rule),
                ImmutableList.copyOf(passages),
                passages[0].surface() + " ≠ " + passages[1].surface(),
                ImmutableList.of());
    }

    private static Page page(CheckedReport report) {
        return Page.builder(Catalog.builder().build(), JUNE).checked(report).build();
    }

    @Test
    void eachSentenceHasItsFindingsBesideIt() {
        String row = row(page(REPORT).toHtml(), 1);

        assertThat(zh(row))
                .isEqualTo("3 受理诉求[9600件]，办结[9350件]，办结率[94.7%]"
                        + " 错误：比率与其两部分不符（rate.parts，第 3 行第 20 字） 9350件 ÷ 9600件 = 97.40% ≠ 94.7%"
                        + " 以下任改一处即相符： 9350件 → 9087件–9095件 94.7% → 97.4%（数字颠倒）"
                        + " 提问：规则history.base（history.base，第 3 行第 5 字） 9600件 ≠ 9500件"
                        + " 对照 2023.txt 第 7 行： 上年受理诉求9500件");
        assertThat(zh(row(page(REPORT).toHtml(), 2)))
                .isEqualTo("12 新增就业[1.2万人] 警告：规则history.plan（history.plan，第 12 行第 5 字） 1.2万人 ≠ 1万人"
                        + " 对照 catalogue： 新增就业1万人");
    }

    /** The row in Chinese, with what is marked in brackets and blanks between its parts. */
    private static String zh(String row) {
        return row.replaceAll("<span class=\"en\".*?</span>", "")
                .replaceAll("<mark>(.*?)</mark>", "[$1]")
                .replaceAll("</?(td|p|ul|li|div|q)[^>]*>", " ")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String row(String html, int number) {
        String table = html.substring(html.indexOf("id=\"table-check\""));
        return Splitter.on("\n<tr")
                .splitToList(table.substring(0, table.indexOf("</tbody>")))
                .get(number + 1)
                .replaceFirst("[^>]*>", "");
    }

    @Test
    void aLevelHasAWordAndAShape() {
        String html = page(REPORT).toHtml();

        assertThat(row(html, 1)).contains("<rect class=\"red\"").contains("<circle class=\"other\"");
        assertThat(row(html, 2)).contains("<path class=\"yellow\"");
    }

    @ParameterizedTest
    @CsvSource({
        "增长9.5%，上年增长19.5%, 9.5%, 增长9.5%，上年增长19.5%",
        "第一批28个，第二批28个, 28个, 第一批28个，第二批28个",
        "共28个, 29个, 共28个",
        "共28个, '', 共28个",
        "𠀀镇28个, 28个, 𠀀镇[28个]"
    })
    void whatIsMarkedIsOnlyWhatIsSurelyMeant(String sentence, String surface, String shown) {
        CheckedReport.Passage passage = CheckedReport.Passage.of(sentence, surface, 1, 1);
        String html = page(new CheckedReport(
                        "a", 1, 0, 0, ImmutableList.of(finding(CheckedReport.Level.ERROR, "r", passage, passage))))
                .toHtml();

        assertThat(zh(row(html, 1))).startsWith("1 " + shown + " 错误");
    }

    @Test
    void nothingFoundSaysHowMuchWasChecked() {
        String html = page(new CheckedReport("report.txt", 4, 4, 3, ImmutableList.of()))
                .toHtml();

        assertThat(html)
                .contains("report.txt：核对 4 处，相符 4 处；另有 3 处因报告所写不足而无法核对。")
                .contains("Nothing was found.")
                .doesNotContain("id=\"table-check\"");
        assertThat(Page.of(Catalog.builder().build(), JUNE).toHtml()).doesNotContain("id=\"check\"");
    }

    @Test
    void theJsonFitsItsSchemaAndHasEachFinding() throws IOException {
        JsonNode json = new ObjectMapper().readTree(page(REPORT).toJson());

        assertThat(PageTest.problems(json)).isEmpty();
        assertThat(json.at("/check/report").asText()).isEqualTo("report.txt");
        assertThat(json.at("/check/findings/1").toPrettyString().replace("\r", ""))
                .isEqualTo("""
                {
                  "level" : "QUESTION",
                  "rule" : "history.base",
                  "title" : {
                    "zh" : "规则history.base",
                    "en" : "Rule history.base"
                  },
                  "passages" : [ {
                    "sentence" : "受理诉求9600件，办结9350件，办结率94.7%",
                    "surface" : "9600件",
                    "line" : 3,
                    "column" : 5
                  }, {
                    "source" : "2023.txt",
                    "sentence" : "上年受理诉求9500件",
                    "surface" : "9500件",
                    "line" : 7,
                    "column" : 7
                  } ],
                  "sum" : "9600件 ≠ 9500件",
                  "remedies" : [ ]
                }""");
        assertThat(json.at("/check/findings/0/remedies/1").toString())
                .isEqualTo(
                        "{\"surface\":\"94.7%\",\"value\":\"97.4%\",\"slip\":{\"zh\":\"数字颠倒\",\"en\":\"digits swapped\"}}");
    }

    @Test
    void whatAReportSaysIsNeverMarkup() {
        String html =
                page(evil("<img src=x onerror=alert(1)>\"'&</script><!--")).toHtml();

        assertThat(html).doesNotContain("<img", "<!--");
        assertThat(Splitter.on("</script>").splitToList(html)).hasSize(2);
    }

    /** A report in which every text is the same. */
    static CheckedReport evil(String text) {
        LocalizedText both = LocalizedText.of(text, text);
        return new CheckedReport(
                text,
                1,
                0,
                0,
                ImmutableList.of(new CheckedReport.Finding(
                        CheckedReport.Level.ERROR,
                        text,
                        both,
                        ImmutableList.of(
                                CheckedReport.Passage.of(text, text, 1, 1),
                                new CheckedReport.Passage(Optional.of(text), text, text, 1, 1)),
                        text,
                        ImmutableList.of(new CheckedReport.Remedy(text, text, Optional.of(both))))));
    }

    @Test
    void countsThatCannotBeAndAFindingAboutNothingAreRefused() {
        assertThatThrownBy(() -> new CheckedReport("a", 1, 2, 0, ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 0 or more checks, of which some passed, got 1 made, 2 passed, 0 impossible");
        assertThatThrownBy(() -> new CheckedReport.Finding(
                        CheckedReport.Level.ERROR,
                        "rate.parts",
                        LocalizedText.of("率", "Rate"),
                        ImmutableList.of(),
                        "",
                        ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a passage that the finding of rate.parts is about, got none");
    }
}
