package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every figure of a table means, and which numbers of it are left in doubt. */
class TableMeaningTest {
    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();

    @ParameterizedTest
    @ValueSource(strings = {"tabs", "markdown", "html", "aligned", "years", "odd-cells"})
    void everyFigureHasTheMeaningOfItsRowAndItsColumn(String name) throws IOException {
        String file = Resources.toString(
                Resources.getResource(TableMeaningTest.class, "tables/" + name + ".txt"), StandardCharsets.UTF_8);
        String document = file.substring(file.indexOf('\n') + 1);
        int end = document.indexOf("==\n");
        assertThat(read(document.substring(0, end))).isEqualTo(LINES.splitToList(document.substring(end + 3)));
    }

    /** A line for each figure, and one for each doubt, in the order of the text. */
    private static List<String> read(String text) {
        record Line(int start, String text) {}
        List<Line> lines = new ArrayList<>();
        FigureReader.read(
                WorkReport.parse(text),
                ReaderVocabulary.standard(),
                figure -> {
                    assertThat(text.substring(figure.start(), figure.end())).isEqualTo(figure.surface());
                    lines.add(new Line(figure.start(), describe(figure)));
                },
                doubt -> lines.add(new Line(doubt.start(), "?" + doubt.text())));
        return lines.stream()
                .sorted(Comparator.comparingInt(Line::start))
                .map(Line::text)
                .toList();
    }

    private static String describe(FigureMention figure) {
        return String.join(
                "|",
                figure.surface(),
                figure.quantity().value().toPlainString() + " "
                        + figure.quantity().unit().code(),
                figure.subject(),
                figure.period().map(FigurePeriod::toString).orElse(""),
                figure.role().name().toLowerCase(Locale.ROOT),
                figure.standing().name().toLowerCase(Locale.ROOT),
                figure.against().orElse(""));
    }
}
