package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which neighbours of a figure make it a part of another one; the place of the figure is marked by {@code @}. */
class QuantityEdgesTest {
    private static final UnitVocabulary UNITS = UnitVocabulary.standard();

    private static Optional<QuantityDoubt> doubt(String marked) {
        return QuantityDoubt.at(plain(marked).replace("@", ""), plain(marked).indexOf('@'), UNITS);
    }

    private static String plain(String text) {
        return text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\a", "\u0007");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // in front
                "共\u200E@300家|HIDDEN_CHARACTER|\u200E300家",
                "共\\a@300家|HIDDEN_CHARACTER|\\a300家",
                "共12\\n@300家|LINE_BREAK|12\\n300家",
                "共12\\r\\n@300家|LINE_BREAK|12\\r\\n300家",
                "甲12.5\\n@300家|LINE_BREAK|12.5\\n300家",
                "甲,12\\n@300家|LINE_BREAK|12\\n300家",
                "共12 @300家|DIGITS|12 300家",
                "12 @300家|DIGITS|12 300家",
                "\\n12 @300家|DIGITS|12 300家",
                "共12\u00A0@300家|DIGITS|12\u00A0300家",
                "12@三家|DIGITS|12三家",
                "廿@三家|DIGITS|三家",
                "共12,@45家|DIGITS|12,45家",
                "1,@45家|DIGITS|1,45家",
                "共12，,@45家|DIGITS|12，,45家",
                "共12。@45家|DIGITS|12。45家",
                "共3万@500家|SCALE|3万500家",
                "3万@500家|SCALE|3万500家",
                "三万@500家|SCALE|万500家",
                "共△@500万元|SIGN|500万元",
                "共▼@500万元|SIGN|500万元",
                "(-)@3.2%|SIGN|3.2%",
                "共（-）@3.2%|SIGN|3.2%",
                "共(+)@3.2%|SIGN|3.2%",
                "共（—）@3.2%|SIGN|3.2%",
                "共5l@9家|LETTER|5l9家",
                "5l@9家|LETTER|5l9家",
                "共5ab@9家|LETTER|5ab9家",
                "美元@3亿元|CURRENCY|3亿元",
                "美元@300|CURRENCY|300",
                "美元@约3亿元|CURRENCY|约3亿元",
                "共5点@2%|DIGITS|2%",
                "5点@2%|DIGITS|2%",
                // behind
                "共@300家\u200E后|HIDDEN_CHARACTER|300家\u200E",
                "共@5亩¼|DIGITS|5亩¼",
                "共@5亩½|DIGITS|5亩½",
                "共@5%±1|DIGITS|5%",
                "共@5元/甲|UNIT|5元/",
                "共@5元/q|UNIT|5元/",
                "共@3个亿|SCALE|3个亿",
                "共@3个亿。|SCALE|3个亿",
                "共@5.2个 百分点|UNIT|5.2个 ",
                "共@5套半旧设备|HALF|5套半",
                "共@500xy|LETTER|500xy",
                "共@500xy家|LETTER|500xy家",
                "共@3元5|UNIT|3元5",
                "共@3成5|UNIT|3成5",
                "共@2年6个月|UNIT|2年6个月",
                "共@2年59天|UNIT|2年59天",
                // an operator and a number behind
                "共@2/3月|UNIT|2/3月",
                "共@500元×每3个月|UNIT|500元×每3个月",
                "共@500元  ÷  3年|UNIT|500元  ÷  3年",
                "共@5亩x3米|UNIT|5亩x3米",
                "共@5亩X3米|UNIT|5亩X3米",
                "共@3人次 / 年|UNIT|3人次",
                "共@3人·次|UNIT|3人·次",
                "共@50%/60|UNIT|50%/60",
                "共@50%/60亿元|UNIT|50%/60亿元",
                "共@100MW/200MW|UNIT|100MW/200MW",
                "共@5元/6元|UNIT|5元/6元",
                "共3/@5家|UNIT|5家",
                "共@1.2亿元/3.5/2年|UNIT|1.2亿元/3.5/2年",
                "共@5元/亩/3年|UNIT|5元/亩/3年",
                "共@500元*3年|UNIT|500元*3年",
                "共@500元／3万家|UNIT|500元／3万家",
                // around a number that is none
                "共@三四十家|DIGITS|三四十家",
                "共@1.2.3亿元|DIGITS|1.2.3亿元",
                "@1.2.3亿元|DIGITS|1.2.3亿元",
                "共@1亿2千人|DIGITS|1亿2千人",
            })
    void aFigureIsDoubtedWhereItsNeighboursContinueIt(String text, DoubtReason reason, String whole) {
        QuantityDoubt doubt = doubt(text).orElseThrow();

        assertThat(doubt.reason()).isEqualTo(reason);
        assertThat(plain(text).replace("@", "").substring(doubt.start(), doubt.end()))
                .isEqualTo(plain(whole));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "共@300家企业|300家",
                "@300家|300家",
                "300家|300家",
                "12\\n@300家|300家",
                "甲\\n12\\n@300家|300家",
                "甲\\r\\n12\\r\\n@300家|300家",
                "1.2,-3\\n@300家|300家",
                "12\\r\\n@300家|300家",
                "共12\\t@300家|300家",
                "共甲\\n@300家|300家",
                "\\n@300家|300家",
                " @300家|300家",
                "甲 @300家|300家",
                "共甲。@300家|300家",
                "。@300家|300家",
                "万@500家|500家",
                "共万@500家|500家",
                "△@500万元|500万元",
                "\\n△@500万元|500万元",
                "甲。△@500万元|500万元",
                "甲；△@500万元|500万元",
                "甲;▲@500万元|500万元",
                "共)@3.2%|3.2%",
                "共(x)@3.2%|3.2%",
                "-)@3.2%|3.2%",
                "共[-)@3.2%|3.2%",
                "(-]@3.2%|3.2%",
                "AB@9家|9家",
                "共ABC@9家|9家",
                "共5abc@9家|9家",
                "a@9家|9家",
                "人民币@3亿元|3亿元",
                "美元@3家|3家",
                "下午5点@20分|20分",
                "共@300家\\u3000后|300家",
                "共@5元/|5元",
                "共@5元，|5元",
                "共@3个亿元项目|3个",
                "共@5%3|5%",
                "共@5个百分点3|5个百分点",
                "共@3元5家|3元",
                "共@3成5家|3成",
                "共@2年60天|2年",
                "共@2年3年|2年",
                "共@2家6个月|2家",
                "共@五百x|五百",
                "共@5个企业|5个",
                "共@2/3|2/3",
                "共@500元   ÷ 3年|500元",
                "共@5亩x甲|5亩",
                "共@5亩 x3米|5亩",
                "共@3人次 / 甲|3人次",
                "共@3人·|3人",
                "共@50%/60%|50%",
                "共@50个百分点/60个百分点|50个百分点",
                "共@100MW/200MWh|100MW",
                "/@5家|5家",
                "共甲/@5家|5家",
                "+@2亿元|2亿元",
                "共@5.2个\\t百分点|5.2个",
            })
    void aFigureIsReadWhereTheyDoNot(String text, String figure) {
        String plain = plain(text).replace("@", "");
        int at = Math.max(0, text.contains("@") ? plain(text).indexOf('@') : 0);

        assertThat(doubt(text.contains("@") ? text : "@" + text)).isEmpty();
        assertThat(Quantity.parsePrefix(plain, at, UNITS).map(match -> plain.substring(match.start(), match.end())))
                .contains(figure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "共@家", "共@三四", "@5", "共@，", "共@家三"})
    void whereNoFigureBeginsThereIsNothingToDoubt(String text) {
        assertThat(doubt(text)).isEmpty();
    }
}
