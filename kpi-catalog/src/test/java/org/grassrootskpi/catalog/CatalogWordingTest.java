package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of the catalogue are those of official statistics, in both languages. */
class CatalogWordingTest {

    private record Wording(String language, Pattern pattern, String instead) {}

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = CatalogWordingTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<Wording> wordings() throws IOException {
        return lines("wording.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Wording(fields[0], Pattern.compile(fields[1]), fields[2]))
                .toList();
    }

    private static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (String folder : List.of("pinghu/", "common/")) {
            lines(folder + "files.txt").forEach(file -> files.add(folder + file));
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void usesTheTermsOfOfficialStatistics(String file) throws IOException {
        List<String> found = new ArrayList<>();
        try (InputStream in = CatalogWordingTest.class.getResourceAsStream(file)) {
            collect(new ObjectMapper().readTree(in), wordings(), found);
        }

        assertThat(found).isEmpty();
    }

    /** Every text in two languages is an object with the properties zh and en. */
    private static void collect(JsonNode node, List<Wording> wordings, List<String> found) {
        for (Wording wording : wordings) {
            String text = node.path(wording.language()).asText("");
            if (wording.pattern().matcher(text).find()) {
                found.add("'" + text + "': instead of " + wording.pattern() + " write " + wording.instead());
            }
        }
        node.forEach(child -> collect(child, wordings, found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Not told whether it is open.", "Gross output of above-scale industry"})
    void knowsTheWordingsOfOldInEnglish(String text) throws IOException {
        assertThat(wordings())
                .anyMatch(wording -> wording.language().equals("en")
                        && wording.pattern().matcher(text).find());
    }

    @Test
    void knowsHalfWidthPunctuationInChinese() throws IOException {
        List<String> halfWidth = List.of("完成,推进", "荣誉: 三项", "完成率 341%,推算", "(未公布)");

        assertThat(halfWidth)
                .allSatisfy(text -> assertThat(wordings())
                        .anyMatch(wording -> wording.language().equals("zh")
                                && wording.pattern().matcher(text).find()));
    }
}
