package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the figures of whole documents mean, as a person annotated them, and where lines are broken as on a page. */
class MeaningTest {
    private static final Splitter FIELDS = Splitter.on('|');
    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
    private static final int COLUMNS = 32;

    static Stream<String> documents() {
        return Stream.of(
                "province",
                "town",
                "bulletin",
                "hotline",
                "plan",
                "budget",
                "street",
                "quarter",
                "city",
                "profile",
                "brigade",
                "region",
                "county",
                "office",
                "since",
                "service",
                "treasury",
                "mixed",
                "safety",
                "stretch",
                "doubts",
                "neighbours");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyAnnotatedFigureMeansWhatItSays(String name) throws IOException {
        Document document = Document.of(name);
        assertThat(document.meanings(document.text)).isEqualTo(document.lines);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linesBrokenToFitAPageChangeNoMeaning(String name) throws IOException {
        Document document = Document.of(name);
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (int i = 0; i < document.text.length(); i++) {
            char c = document.text.charAt(i);
            if (column == COLUMNS && c != '\n') {
                wrapped.append('\n');
                column = 0;
            }
            wrapped.append(c);
            column = c == '\n' ? 0 : column + 1;
        }
        assertThat(document.meanings(wrapped.toString())).isEqualTo(document.lines);
    }

    /** A text, and a line for each annotated figure: surface, subject, period, role, standing, what it is against, doubts. */
    private record Document(String text, List<String> lines) {
        static Document of(String name) throws IOException {
            String file = Resources.toString(
                    Resources.getResource(MeaningTest.class, "meaning/" + name + ".txt"), StandardCharsets.UTF_8);
            String document = file.substring(file.indexOf('\n') + 1);
            int end = document.indexOf("==\n");
            return new Document(document.substring(0, end), LINES.splitToList(document.substring(end + 3)));
        }

        /** The figures that are annotated, in order; others of the text are passed over. */
        List<String> meanings(String of) {
            List<String> found = new ArrayList<>();
            int next = 0;
            for (FigureMention figure : FigureReader.read(WorkReport.parse(of))) {
                String surface = figure.surface().replace("\n", "");
                if (next < lines.size()
                        && FIELDS.splitToList(lines.get(next)).get(0).equals(surface)) {
                    found.add(describe(figure, surface));
                    next++;
                }
            }
            return found;
        }
    }

    /** What is annotated without a doubt has none, but for a time that is not known. */
    private static String doubts(FigureMention figure) {
        return figure.doubts().stream()
                .filter(doubt -> doubt != MeaningDoubt.NO_PERIOD)
                .map(doubt -> "|" + doubt.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String describe(FigureMention figure, String surface) {
        return String.join(
                "|",
                surface,
                figure.subject(),
                figure.period().map(FigurePeriod::toString).orElse(""),
                figure.role().name().toLowerCase(Locale.ROOT),
                figure.standing().name().toLowerCase(Locale.ROOT),
                figure.against().orElse("") + doubts(figure));
    }
}
