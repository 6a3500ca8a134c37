package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands speak in the terms of the catalogue, which its tests hold against the same list. */
class LabelsTest {
    private static final Path LABELS = Path.of("src/main/resources/org/grassrootskpi/examples");
    private static final Path WORDINGS =
            Path.of("../kpi-catalog/src/test/resources/org/grassrootskpi/catalog/wording.tsv");

    private static Properties labels(String file) throws IOException {
        Properties labels = new Properties();
        try (Reader reader = Files.newBufferedReader(LABELS.resolve(file))) {
            labels.load(reader);
        }
        return labels;
    }

    @ParameterizedTest
    @CsvSource({"en, labels.properties", "zh, labels_zh.properties"})
    void useTheTermsOfOfficialStatistics(String language, String file) throws IOException {
        List<Pattern> others = Files.readAllLines(WORDINGS).stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].equals(language))
                .map(fields -> Pattern.compile(fields[1]))
                .toList();

        assertThat(others).isNotEmpty();
        for (Map.Entry<Object, Object> label : labels(file).entrySet()) {
            assertThat(others)
                    .as("%s = %s", label.getKey(), label.getValue())
                    .noneMatch(
                            other -> other.matcher(label.getValue().toString()).find());
        }
    }
}
