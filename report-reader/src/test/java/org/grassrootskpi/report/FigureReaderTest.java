package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.junit.jupiter.api.Test;

class FigureReaderTest {
    private static List<FigureMention> read(String text) {
        return FigureReader.read(WorkReport.parse(text));
    }

    @Test
    void aChangeIsSaidOfTheSubjectBeforeIt() {
        assertThat(read("全年完成规上工业总产值316.2亿元，同比增长7.4%，总量居全区第二。"))
                .extracting(figure -> figure.subject() + " " + figure.phrase() + " " + figure.role())
                .containsExactly("规上工业总产值 316.2亿元 LEVEL", "规上工业总产值 同比增长7.4% CHANGE", "规上工业总产值 第二 RANK");
    }

    @Test
    void aNounBehindTheFigureIsItsSubjectIfNoneStandsBeforeIt() {
        assertThat(read("帮助64家商户解决难题27个。")).extracting(FigureMention::subject).containsExactly("商户", "解决难题");
    }

    @Test
    void aRankTellsItsScope() {
        FigureMention rank = read("营商环境排名全省第5位。").get(0);
        assertThat(rank.scope()).contains("全省");
        assertThat(rank.comparison()).contains(ReportedComparison.RANK);
        assertThat(rank.quantity()).isEqualTo(Quantity.parse("第5位"));
    }

    @Test
    void oldAndNewLevelOfAChangeAreTold() {
        assertThat(read("城镇化率由52.3%提高到58.6%，床位增至860张。"))
                .extracting(FigureMention::role)
                .containsExactly(FigureRole.FROM, FigureRole.TO, FigureRole.TO);
    }

    @Test
    void aRangeIsOneFigureWithBothEnds() {
        FigureMention range = read("户均增收3至5万元。").get(0);
        assertThat(range.surface()).isEqualTo("3至5万元");
        assertThat(range.quantity().value()).isEqualByComparingTo("30000");
        assertThat(range.rangeEnd()).contains(Quantity.parse("5万元"));
        assertThat(range.subject()).isEqualTo("户均增收");
        assertThat(range.role()).isEqualTo(FigureRole.LEVEL);
    }

    @Test
    void aThresholdIsNoLevel() {
        assertThat(read("引进10亿元以上项目2个。"))
                .extracting(FigureMention::role)
                .containsExactly(FigureRole.THRESHOLD, FigureRole.LEVEL);
    }

    @Test
    void aSuffixQualifiesTheWholeList() {
        assertThat(read("入园率、巩固率分别达到95%、98%以上。"))
                .extracting(figure -> figure.surface() + figure.quantity().qualifier())
                .containsExactly("95%ABOVE", "98%ABOVE");
    }

    @Test
    void theUnitOfTheLastMemberIsThatOfTheList() {
        assertThat(read("分别提高20.9、36.2、54个百分点。"))
                .extracting(figure -> figure.quantity().value().toPlainString())
                .containsExactly("0.209", "0.362", "0.54");
    }

    @Test
    void timesInTheTextGoBeforeTheYearOfTheSection() {
        String text = """
                一、2024年工作总结
                去年完成3项。上半年完成4项。1-9月完成5项。完成6项。2020年完成7项。
                二、2025年工作计划
                完成8项。
                """;
        assertThat(read(text))
                .extracting(figure -> figure.period().orElseThrow().toString())
                .containsExactly("2023", "2023-H1", "2023-01..2023-09", "2023", "2020", "2025");
    }

    @Test
    void aTextMayEndWithAStretchOfYears() {
        assertThat(FigureReader.read(WorkReport.parse("全县公路总里程37公里，近五年")))
                .extracting(FigureMention::subject)
                .containsExactly("公路总里程");
        assertThat(FigureReader.read(WorkReport.parse("近五年来"))).isEmpty();
    }

    @Test
    void figuresOfAPlanAreTargets() {
        assertThat(read("二、2025年工作计划\n新建学校3所。\n三、2024年计划完成情况\n新建学校4所。"))
                .extracting(FigureMention::standing)
                .containsExactly(FigureStanding.TARGET, FigureStanding.DONE);
    }

    @Test
    void whatOnlyLooksLikeAFigureIsLeftOut() {
        assertThat(read("2024年12月31日，第三批“1+6+2+1”专项行动，PM2.5、5G、105国道、12345热线、四上企业、十佳、一批、"
                        + "第七届、三年行动、15分钟生活圈、《百年大计》、二十届三中全会、三次产业、每千人、8.9:51.2:39.9。"))
                .isEmpty();
    }

    @Test
    void aVocabularyOfOnesOwnNeedsNoCode() throws IOException {
        WorkReport report = WorkReport.parse("开行摆渡车86梯次，同比猛进12%，“三横”外另有一横四纵，四纵五类。");
        ReaderVocabulary vocabulary = ReaderVocabulary.standard()
                .plusUnits(UnitVocabulary.read(new StringReader("梯次\tcount:梯次\t1\n"), "units"))
                .plusWords(new StringReader("# ours\n猛进\tincrease\n五类\topaque\n"), "words");
        assertThat(FigureReader.read(report, vocabulary))
                .extracting(figure -> figure.quantity().unit().code() + figure.comparison())
                .containsExactly("count:梯次Optional.empty", "ratioOptional[YOY_INCREASE]");
    }

    @Test
    void aWrongLineOfAVocabularyIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> ReaderVocabulary.standard().plusWords(new StringReader("增\tup\n"), "our.tsv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("our.tsv, line 1")
                .hasMessageContaining("increase");
        assertThatThrownBy(
                        () -> ReaderVocabulary.standard().plusMeasureWords(new StringReader("\n级\tnever\n"), "m.tsv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m.tsv, line 2");
    }
}
