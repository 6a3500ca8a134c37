package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command never ends because one figure cannot be derived. */
class OddCatalogueTest {
    private static final String CATALOGUE = """
            {
              "documents": [{"id": "d", "title": {"zh": "报告", "en": "Report"}, "period": "2024",
                              "publisher": {"zh": "某街道办事处", "en": "Office"}}],
              "regions": [{"code": "r", "name": {"zh": "某街道", "en": "R"}, "level": "TOWNSHIP"}],
              "sectors": [{"id": "s", "name": {"zh": "产业", "en": "Industry"}}],
              "indicators": [
                {"id": "i", "name": {"zh": "投资", "en": "Investment"}, "sector": "s", "kind": "FLOW", "unit": "元",
                 "decimals": 2, "direction": "HIGHER", "definition": {"zh": "投资", "en": "Investment"}}
              ],
              "observations": [
                {"indicator": "i", "region": "r", "period": "2024", "figure": "%s",
                 %s
                 "citation": {"document": "d", "section": "1", "quote": "%s"}}
              ],
              "programmes": [
                {"id": "p", "name": {"zh": "行动", "en": "Action"}, "sector": "s",
                 "citations": [{"document": "d", "section": "first", "quote": "行动"}]}
              ]
            }
            """;

    @TempDir
    private Path folder;

    private String beside;

    @BeforeEach
    void startWithout() {
        beside = "";
    }

    // public bug report
    @ParameterizedTest
    @CsvSource({
        "300亿元,   COMPLETION, 近100%",
        "近300亿元, COMPLETION, 近100%",
        "近300亿元, COMPLETION, 约100%",
        "300亿元,   COMPLETION, 超100%",
        "-3亿元,    COMPLETION, 近100%",
        "0元,       COMPLETION, 近100%",
        "300亿元,   COMPLETION, 0.0001%",
        "300亿元,   COMPLETION, 0.4%",
        "300亿元,   GROWTH,     -100%",
        "300亿元,   GROWTH,     -100.0%",
        "300亿元,   GROWTH,     -250%",
        "-3亿元,    GROWTH,     +341%",
        "0元,       GROWTH,     -100%",
        "300亿元,   GROWTH,     近300%",
        "近300亿元, GROWTH,     -99.99%",
    })
    void everyCommandEndsWell(String figure, String kind, String share) throws IOException {
        beside = kind.equals("COMPLETION")
                ? "\"completion\": {\"value\": \"" + share + "\", \"quote\": \"" + share + "\"},"
                : "\"yearOnYear\": {\"value\": \"" + share + "\", \"basis\": \"STATED\", \"quote\": \"" + share
                        + "\"},";
        Files.writeString(folder.resolve("x.json"), CATALOGUE.formatted(figure, beside, figure));

        for (String command : List.of(
                "validate",
                "overview",
                "overview --notes",
                "overview --json",
                "overview --lang zh",
                "facts",
                "projects",
                "reconcile")) {
            String[] args = (command + (command.equals("validate") ? " " : " --catalog ") + folder).split(" ");
            assertThat(MainRun.of(args)).as(command).satisfies(run -> {
                assertThat(run.err()).isEmpty();
                assertThat(run.status()).isZero();
                assertThat(run.out()).isNotEmpty();
            });
        }
    }
}
