package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    private static final String JSON = """
        {"a": {"b": [1, {"c": "x"}, [2, 3]]},
         "d": true,
         "e": {}}
        """;

    @ParameterizedTest
    @CsvSource({
        "'', 1:1",
        "a, 1:7",
        "a.b, 1:13",
        "a.b[0], 1:14",
        "a.b[1], 1:17",
        "a.b[1].c, 1:23",
        "a.b[2], 1:29",
        "a.b[2][1], 1:33",
        "d, 2:7",
        "e, 3:7",
        "e.f, 3:7",
        "e.f.g[3], 3:7",
        "a.b[7], 1:13",
        "a.b[1].z, 1:17",
        "z, 1:1"
    })
    void valuesHaveTheirPlaceAndMissingOnesThatOfWhatIsAroundThem(String path, String place) {
        assertThat(new JsonText("f.json", JSON).locate(Set.of(path)).get(path)).hasToString("f.json:" + place);
    }

    @Test
    void manyPlacesAreFoundAtOnce() {
        assertThat(new JsonText("f.json", JSON)
                        .locate(Set.of("a.b[1].c", "d", "z")).entrySet().stream()
                                .map(Object::toString)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("a.b[1].c=f.json:1:23", "d=f.json:2:7", "z=f.json:1:1");
    }

    @Test
    void ofABrokenTextWhatIsBeforeTheFaultIsFound() {
        assertThat(new JsonText("f.json", "{\"a\": [1, x], \"b\": 2}")
                        .locate(Set.of("a[0]"))
                        .get("a[0]"))
                .hasToString("f.json:1:8");
        assertThat(new JsonText("f.json", "{\"a\": [1, x], \"b\": 2}")
                        .locate(Set.of("b"))
                        .get("b"))
                .hasToString("f.json:1:1");
        assertThat(new JsonText("f.json", "").locate(Set.of("b")).get("b")).hasToString("f.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|: null is not allowed; omit the property",
                "{'a': null, 'b': [1, null]}|a: null is not allowed; omit the property;"
                        + " b[1]: null is not allowed; omit the property",
                "{'a': {'b': null}}|a.b: null is not allowed; omit the property",
                "[[null]]|[0][0]: null is not allowed; omit the property",
                "{'a': 'x\\u200b'}|a: holds U+200B ZERO WIDTH SPACE at position 1, which nobody sees: remove it",
                "{'a': ['x', '\\u202e']}|a[1]: holds U+202E RIGHT-TO-LEFT OVERRIDE at position 0, which nobody sees:"
                        + " remove it",
                "{'quote': 'x\\u200b\\u202e'}|''",
                "{'quote': '\\ud83d\\ude00\\u200b\\ud800'}|quote: holds U+D800 HIGH SURROGATES D800 at position 3,"
                        + " which nobody sees: remove it",
                "{'quote': ['\\ud800']}|quote[0]: holds U+D800 HIGH SURROGATES D800 at position 0, which nobody sees:"
                        + " remove it",
                "{'a': 1, 'b': true, 'c': 'text'}|''",
            })
    void nullsAndHiddenCharactersAreReportedExceptInQuotes(String json, String problems) throws Exception {
        JsonNode root = new JsonText("f.json", json.replace('\'', '"')).parse();
        List<String> found = new ArrayList<>();
        JsonText.check(root, (path, message) -> found.add(path + ": " + message));

        assertThat(String.join("; ", found)).isEqualTo(problems.equals("''") ? "" : problems);
    }

    @Test
    void nothingIsNoValue() throws IOException, JsonText.TooLargeException {
        assertThat(new JsonText("f.json", "").parse().isMissingNode()).isTrue();
    }
}
