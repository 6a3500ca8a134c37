package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences of provinces, cities, counties and towns, each with all the figures that stand in it and no other. */
class SentencesTest {
    private static final Splitter TABS = Splitter.on('\t');

    static Stream<String> sentences() throws IOException {
        List<String> lines = Resources.readLines(
                Resources.getResource(SentencesTest.class, "sentences.tsv"), StandardCharsets.UTF_8);
        return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void exactlyTheFiguresOfTheSentenceAreFound(String line) {
        List<String> columns = TABS.splitToList(line);
        List<String> found = FigureReader.read(WorkReport.parse(columns.get(0))).stream()
                .map(SentencesTest::describe)
                .toList();
        assertThat(found).isEqualTo(columns.subList(1, columns.size()));
    }

    private static String describe(FigureMention figure) {
        return String.join(
                "|",
                figure.surface(),
                figure.quantity().value().toPlainString(),
                figure.quantity().unit().code(),
                figure.quantity().qualifier().name().toLowerCase(Locale.ROOT),
                figure.comparison()
                        .map(comparison -> comparison.name().toLowerCase(Locale.ROOT))
                        .orElse("-"));
    }
}
