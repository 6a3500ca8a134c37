package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;

/** A quantity put into a sentence is read back; a text that nobody wrote is read as well. */
class RenderedFigureTest {
    private static final String[] FRONTS = {
        "全年完成固定资产投资", "，其中技改投入达到", "。累计清理河道", "；主要产品产量", "（面积", "截至年底，总量为", "𠮷祥村共有耕地", "2024年，"
    };
    private static final String[] BACKS = {"。", "，群众普遍满意。", "；", "、其他工作有序推进", "）", "\n", " ", ""};
    private static final String[] UNITS = {
        "亿元", "万元", "元", "亩", "万亩", "公顷", "平方公里", "万平方米", "公里", "吨", "万吨", "亿千瓦时", "万千瓦", "%", "个百分点", "家", "万人次", "个",
        "宗", "场", "台", "万美元", "岁"
    };

    @Property(tries = 3000)
    void aQuantityInASentenceIsReadBack(
            @ForAll("numbers") BigDecimal number,
            @ForAll("units") String unit,
            @ForAll Qualifier qualifier,
            @ForAll("fronts") String front,
            @ForAll("backs") String back) {
        Quantity quantity = Quantity.of(number, Unit.parse(unit)).withQualifier(qualifier);
        String sentence = front + quantity + back;
        String surface = number.toPlainString() + unit;
        assertThat(FigureReader.read(WorkReport.parse(sentence)))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.quantity()).isEqualTo(quantity);
                    assertThat(figure.surface()).isEqualTo(surface);
                    assertThat(figure.start())
                            .isEqualTo(sentence.codePointCount(0, sentence.indexOf(surface, front.length())));
                });
    }

    @Property(tries = 3000)
    void anyTextIsReadAndItsFiguresStandWhereTheySay(@ForAll @StringLength(max = 120) String text) {
        check(text);
    }

    @Property(tries = 3000)
    void anyMixtureOfTheGenresSignsIsRead(@ForAll("mixtures") String text) {
        check(text);
    }

    private static void check(String text) {
        int last = 0;
        for (FigureMention figure : FigureReader.read(WorkReport.parse(text))) {
            assertThat(figure.start()).isGreaterThanOrEqualTo(last);
            assertThat(text.startsWith(figure.surface(), text.offsetByCodePoints(0, figure.start())))
                    .isTrue();
            last = figure.end();
        }
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 999_999),
                        Arbitraries.integers().between(0, 2))
                .as(BigDecimal::valueOf)
                .filter(number -> number.scale() == 0 || number.compareTo(BigDecimal.ONE) > 0);
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(UNITS);
    }

    @Provide
    Arbitrary<String> fronts() {
        return Arbitraries.of(FRONTS);
    }

    @Provide
    Arbitrary<String> backs() {
        return Arbitraries.of(BACKS);
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(
                        "，",
                        "。",
                        "、",
                        "“",
                        "”",
                        "《",
                        "》",
                        "(",
                        "）",
                        "第",
                        "三",
                        "十",
                        "百",
                        "万",
                        "亿",
                        "两",
                        "一",
                        "1",
                        "23",
                        "4.5",
                        "１",
                        "％",
                        "个百分点",
                        "元",
                        "亩",
                        "家",
                        "成",
                        "倍",
                        "番",
                        "翻",
                        "余",
                        "多",
                        "近",
                        "超",
                        "约",
                        "不低于",
                        "以上",
                        "同比",
                        "增长",
                        "下降",
                        "到",
                        "至",
                        "由",
                        "-",
                        "—",
                        "+",
                        "/",
                        ":",
                        "占",
                        "完成",
                        "任务",
                        "的",
                        "居",
                        "全区",
                        "位",
                        "分别",
                        "每",
                        "百分之",
                        "分之",
                        "点",
                        "年",
                        "月",
                        "数",
                        "几",
                        "上",
                        "过",
                        "\n",
                        " ",
                        "\uD840\uDC0B",
                        "\uD840",
                        "\u0000")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
