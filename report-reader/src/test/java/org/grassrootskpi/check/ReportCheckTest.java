package org.grassrootskpi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.report.WorkReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCheckTest {
    private static final String WRONG = "受理诉求9600件,办结9350件,办结率94.7%。";

    @Test
    void tellsWhereAndWhatWouldMakeItRight() {
        WorkReport report = WorkReport.parse("一、总结\n𠀀村来信。全年受理诉求9600件,办结9350件,办结率94.7%。");

        CheckResult result = ReportCheck.standard().check(report);

        CheckRule rule = CheckRule.of("rate.parts");
        String sentence = "全年受理诉求9600件,办结9350件,办结率94.7%";
        Place rate = new Place("", "94.7%", 33, 38, 2, 29, sentence);
        Place part = new Place("", "9350件", 24, 29, 2, 20, sentence);
        Place whole = new Place("", "9600件", 16, 21, 2, 12, sentence);
        assertThat(result.findings())
                .containsExactly(new Finding(
                        rule,
                        CheckLevel.ERROR,
                        ImmutableList.of(rate, part, whole),
                        "9350件 ÷ 9600件 = 97.40% ≠ 94.7%",
                        new BigDecimal("0.5"),
                        ImmutableList.of(
                                new Remedy(part, "9087件–9095件", Optional.empty()),
                                new Remedy(whole, "9869件–9878件", Optional.empty()),
                                new Remedy(rate, "97.4%", Optional.of(Slip.DIGITS_SWAPPED)))));
        assertThat(result.counts().get(rule)).isEqualTo(new CheckCount(1, 0, 0));
        assertThat(result.total()).isEqualTo(new CheckCount(2, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "'税收由上年的4.5亿元增加到4.85亿元,下降7.8%。', SIGN",
        "'工业产值由上年的30.05亿元增加到23.6亿元,增长8.5%。', DIGITS_SWAPPED",
        "'工业产值由上年的30.05万元增加到32.6亿元,增长8.5%。', SCALE",
        "'党员1250人,其中女党员42人,占33.6%。', POINT_MOVED",
        "'工业产值由上年的30.05亿元增加到32.6亿元,增长14.9%。', ",
    })
    void namesTheSlipThatExplainsAFigure(String sentence, Slip slip) {
        List<Finding> findings =
                ReportCheck.standard().check(WorkReport.parse(sentence)).findings();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).remedies().stream()
                        .flatMap(remedy -> remedy.slip().stream())
                        .filter(named -> named != Slip.DIGIT_CHANGED)
                        .distinct())
                .containsExactlyElementsOf(slip == null ? List.of() : List.of(slip));
    }

    @Test
    void appliesTheRulesThatItIsGiven() {
        WorkReport report = WorkReport.parse(WRONG);
        CheckRule rule = CheckRule.of("rate.parts");

        assertThat(ReportCheck.of(CheckRule.of("growth.base")).check(report).findings())
                .isEmpty();
        assertThat(ReportCheck.standard()
                        .with(rule.switched(false))
                        .check(report)
                        .findings())
                .isEmpty();
        assertThat(levels(ReportCheck.of(rule.withLevel(CheckLevel.QUESTION)), report))
                .containsExactly(CheckLevel.QUESTION);
        assertThat(levels(ReportCheck.of(rule.withTolerance(new BigDecimal("30"))), report))
                .containsExactly(CheckLevel.WARNING);
        assertThat(ReportCheck.of(rule, rule.switched(false)).rules()).containsExactly(rule.switched(false));
    }

    private static List<CheckLevel> levels(ReportCheck check, WorkReport report) {
        return check.check(report).findings().stream().map(Finding::level).toList();
    }

    @Test
    void refusesUnknownRulesAndNegativeTolerances() {
        assertThatThrownBy(() -> CheckRule.of("growth.bass"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown rule 'growth.bass': expected one of growth.base, growth.amount");
        assertThatThrownBy(() -> CheckRule.of("growth.base").withTolerance(BigDecimal.ONE.negate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a tolerance of 0 or more steps, got -1");
    }

    @Test
    void everyRuleIsDocumentedInBothLanguages() {
        assertThat(CheckRule.standard()).allSatisfy(rule -> {
            assertThat(rule.title().zh()).containsPattern("\\p{IsHan}");
            assertThat(rule.documentation().zh()).endsWith("。");
            assertThat(rule.documentation().en()).matches("[^.].*[.?]");
            assertThat(CheckRule.of(rule.id())).isEqualTo(rule);
        });
    }

    @Test
    void checksATextWithoutFigures() {
        CheckResult result = ReportCheck.standard().check(WorkReport.parse(""));

        assertThat(result.findings()).isEmpty();
        assertThat(result.total()).isEqualTo(new CheckCount(0, 0, 0));
        assertThat(result).hasToString("0 findings of 0 checks; 0 not possible");
    }
}
