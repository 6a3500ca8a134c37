package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class WorkReportTest {
    private static final String REPORT = """
            东风镇2024年工作报告
            一、2024年工作总结
            (一)这一年，产业提速。全年产值1,200亿元；
            1.工业
            稳中有进。
            （二）民生改善
            二、2025年工作计划
            力争增长6%。
            """;

    private final WorkReport report = WorkReport.parse(REPORT);

    @Test
    void headingsMakeATreeOfSections() {
        assertThat(report.sections())
                .extracting(section -> section.level() + " " + section.path() + "|" + section.title())
                .containsExactly(
                        "0 |", "1 一、|2024年工作总结", "2 一、(一)|这一年，产业提速", "3 一、(一)1.|工业", "2 一、（二）|民生改善", "1 二、|2025年工作计划");
    }

    @Test
    void aSectionEndsWhereTheNextOfItsLevelBegins() {
        Section summary = report.sections().get(1);
        assertThat(REPORT.substring(summary.start(), summary.end()))
                .startsWith("一、2024年")
                .endsWith("（二）民生改善\n");
    }

    @Test
    void theYearOfAHeadingHoldsForTheSectionsBelowIt() {
        assertThat(report.sections().get(3).period()).contains(TimePeriod.ofYear(2024));
        assertThat(report.sections().get(5).period()).contains(TimePeriod.ofYear(2025));
        assertThat(report.period()).contains(TimePeriod.ofYear(2024));
        assertThat(WorkReport.parse("全年平稳。").period()).isEmpty();
    }

    @Test
    void clausesEndAtMarksButNotInsideNumbers() {
        assertThat(report.clauses()).extracting(Clause::text).contains("这一年", "产业提速", "全年产值1,200亿元", "稳中有进");
        assertThat(WorkReport.parse("增长5%,其中比例2.05:1").clauses())
                .extracting(Clause::text)
                .containsExactly("增长5%", "其中比例2.05:1");
    }

    @Test
    void aClauseWithoutAnyMarkEndsAfterItsLongestLength() {
        WorkReport endless = WorkReport.parse("稳".repeat(1200));
        assertThat(endless.clauses())
                .extracting(clause -> clause.text().length())
                .containsExactly(500, 500, 200);
        assertThat(String.join("", endless.clauses().stream().map(Clause::text).toList()))
                .isEqualTo(endless.text());
    }

    @Test
    void offsetsCountCharactersBeyondTheBasicPlaneOnce() {
        WorkReport village = WorkReport.parse("𠮷祥村有农户120户");
        FigureMention figure = FigureReader.read(village).get(0);
        assertThat(figure.start()).isEqualTo(6);
        assertThat(figure.end()).isEqualTo(10);
        assertThat(figure.clause().end()).isEqualTo(10);
    }

    @Test
    void anEmptyTextIsAReportWithoutParagraphs() {
        WorkReport empty = WorkReport.parse(" \n\n");
        assertThat(empty.paragraphs()).isEmpty();
        assertThat(empty.sections()).hasSize(1);
        assertThat(FigureReader.read(empty)).isEmpty();
    }

    @Test
    void paragraphsKnowTheirSectionAndTheirClauses() {
        Paragraph last = report.paragraphs().get(report.paragraphs().size() - 1);
        assertThat(last.section().path()).isEqualTo("二、");
        assertThat(last.clauses()).extracting(Clause::text).containsExactly("力争增长6%");
    }

    @Test
    void utf8WithOrWithoutMarkAndGb18030AreOneText() {
        byte[] plain = REPORT.getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + REPORT).getBytes(StandardCharsets.UTF_8);
        byte[] gb = REPORT.getBytes(Charset.forName("GB18030"));
        assertThat(WorkReport.decode(plain).text()).isEqualTo(REPORT);
        assertThat(WorkReport.decode(marked).text()).isEqualTo(REPORT);
        assertThat(WorkReport.decode(gb).text()).isEqualTo(REPORT);
    }

    @Test
    void otherBytesAreRefusedAtTheFirstBadOne() {
        byte[] damaged = "全年完成产值".getBytes(StandardCharsets.UTF_8);
        damaged[6] = (byte) 0xFF;
        refused(damaged, 6);
        refused(new byte[] {'o', 'k', (byte) 0xFF, (byte) 0xFE}, 2);
        refused("平稳".getBytes(StandardCharsets.UTF_16), 0);
        refused(new byte[] {'a', 0, 'b'}, 1);
        byte[] cut = "产值".getBytes(StandardCharsets.UTF_8);
        refused(Arrays.copyOf(cut, 5), 3);
        byte[] gb = "稳中求进工作总基调".getBytes(Charset.forName("GB18030"));
        gb[8] = (byte) 0xFF;
        refused(gb, 8);
    }

    private static void refused(byte[] bytes, long offset) {
        assertThatThrownBy(() -> WorkReport.decode(bytes))
                .isInstanceOfSatisfying(
                        UndecodableTextException.class,
                        e -> assertThat(e.offset()).isEqualTo(offset))
                .hasMessageContaining("byte " + offset);
    }

    @Test
    void theSectionBeforeTheFirstHeadingHasNoParent() {
        assertThat(report.sections().get(0).parent()).isEqualTo(Optional.empty());
    }
}
