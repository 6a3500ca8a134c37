package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A figure of a report is read whole, or it is a doubt with its reason. Source of the kinds: public bug reports. */
class WholeFiguresTest {
    private static final Splitter TABS = Splitter.on('\t').omitEmptyStrings();

    static Stream<String> sentences() throws IOException {
        return Resources.readLines(
                        Resources.getResource(WholeFiguresTest.class, "whole-figures.tsv"), StandardCharsets.UTF_8)
                .stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aFigureIsReadWholeOrDoubted(String line) {
        List<String> columns = TABS.splitToList(line);
        WorkReport report = WorkReport.parse(unescaped(columns.get(0)));
        List<String> found = new ArrayList<>();

        FigureReader.read(
                report,
                ReaderVocabulary.standard(),
                figure -> found.add(describe(figure)),
                doubt -> found.add("?" + doubt.text() + "|" + doubt.reason()));

        assertThat(found)
                .isEqualTo(columns.subList(1, columns.size()).stream()
                        .map(WholeFiguresTest::unescaped)
                        .toList());
    }

    private static String describe(FigureMention figure) {
        return String.join(
                "|",
                figure.surface(),
                figure.quantity().value().toPlainString(),
                figure.quantity().unit().code(),
                figure.quantity().qualifier().name(),
                figure.quantity().bounds().toString(),
                figure.comparison().map(Enum::name).orElse("-"));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\u200B", "\u200B")
                .replace("\\u00A0", "\u00A0")
                .replace("\\u2009", "\u2009")
                .replace("\\u00AD", "\u00AD")
                .replace("\\u202E", "\u202E");
    }

    @Test
    void aDoubtSaysWhatStandsWhereAndWhyItIsNotRead() {
        assertThat(FigureReader.doubts(WorkReport.parse("一、总结\n完成产值509,45亿元，安置3家。")))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.start()).isEqualTo(9);
                    assertThat(doubt.end()).isEqualTo(17);
                    assertThat(doubt.section().number()).isEqualTo("一、");
                    assertThat(doubt)
                            .hasToString(
                                    "\"509,45亿元\" at character 9 is not read: the number goes on in a way that can be"
                                            + " read as more than one number; correct the text or enter the figure by hand");
                });
    }

    @ParameterizedTest
    @CsvSource({"24", "32", "36", "40"})
    void aPageThatIsWrappedReadsLikeOneThatIsNot(int columns) {
        String text = "二、2024年工作总结\n全镇规上工业总产值完成509.45亿元，同比增长6.34%，其中新材料产业产值128.6亿元，占比25.2%；"
                + "固定资产投资完成204.92亿元，增长12.5%，工业投资增长8.1%。新增市场主体1386户，新建改建道路12.6公里，"
                + "城镇居民人均可支配收入达到48652元，增长5.6%，农村居民人均可支配收入达到27318元，增长7.2%。\n"
                + "三、2025年工作安排\n新建公园绿地3.5公顷，改造老旧小区12个。\n";
        List<String> plain = FigureReader.read(WorkReport.parse(text)).stream()
                .map(figure -> describe(figure) + figure.subject() + figure.period())
                .toList();

        List<String> wrapped = FigureReader.read(WorkReport.parse(wrapped(text, columns))).stream()
                .map(figure -> describe(figure).replace("\n", "") + figure.subject() + figure.period())
                .toList();

        assertThat(wrapped).isEqualTo(plain);
    }

    private static String wrapped(String text, int columns) {
        StringBuilder lines = new StringBuilder();
        for (String line : Splitter.on('\n').split(text)) {
            for (int i = 0; i < line.length(); i += columns) {
                lines.append(line, i, Math.min(line.length(), i + columns)).append('\n');
            }
        }
        return lines.toString();
    }
}
