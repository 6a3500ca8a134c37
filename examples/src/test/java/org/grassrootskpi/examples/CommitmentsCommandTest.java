package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.grassrootskpi.text.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code commitments} on the simulated subdistrict and on the report of Pinghu. */
class CommitmentsCommandTest {
    private static final String SIMULATED = "Simulated data: the figures are invented.";

    @Test
    void printsWhatBecameOfEachCommitmentByUnit() {
        MainRun run = MainRun.of("commitments", "--sample", "--width", "80");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "Commitments as of 2025-09-30: 32",
                        "城市建设办 (6)",
                        "2025-H1     overdue by 92 days: Complete the pocket park by the end of June",
                        "            under way, 95.0 %, as of 2025-09, reported by 城市建设办",
                        "            Reason: Long rain; the paving is done again.",
                        "2025        reached (2025-09-12): Repair Changqiao Road within the year",
                        "            done, as of 2025-09, verified by 城市建设办",
                        "            Evidence: 长桥路竣工验收单.pdf",
                        "            under way, > 71.4 %, 超300亿元 of 420亿元, as of 2025-YTD09",
                        "            CONTRADICTED by its own figures")
                .allMatch(line -> TextWidth.of(line) <= 80);
    }

    /** The date decides what is known: in July the deadline of the market was moved, in June it was not yet. */
    @Test
    void saysWhatWasKnownAtTheDate() {
        assertThat(MainRun.of("commitments", "--sample", "--unit", "城市建设办", "--as-of", "2025-06-29")
                        .out())
                .contains("2025-H1     not yet due: Renovate the produce market");
        assertThat(MainRun.of("commitments", "--sample", "--unit", "城市建设办", "--as-of", "2025-07-02")
                        .out())
                .contains("2025-11     not yet due: Renovate the produce market", "first deadline 2025-H1");
    }

    @ParameterizedTest
    @CsvSource({
        "--status, MERGED, patrols",
        "--status, done, road piles",
        "--status, NOT_REPORTED, brand",
        "--progress, OVERDUE, park",
        "--progress, NOT_JUDGED, brand",
    })
    void listsOnlyWhatIsAskedFor(String option, String value, String ids) throws IOException {
        JsonNode ledger = json("commitments", "--sample", option, value, "--format", "json");

        assertThat(StreamSupport.stream(ledger.get("commitments").spliterator(), false)
                        .map(node -> node.get("id").asText()))
                .containsExactlyElementsOf(Splitter.on(' ').split(ids));
    }

    @Test
    void printsJsonWithBoundsAndWhatShowsIt() throws IOException {
        JsonNode ledger = json("commitments", "--sample", "--unit", "经济发展办", "--format", "json");

        assertThat(ledger.get("simulated").asBoolean()).isTrue();
        assertThat(ledger.get("commitments").get(0).get("completion").toString())
                .isEqualTo(
                        "{\"value\":\"0.7142857142857142857142857142857143\",\"unit\":\"ratio\",\"qualifier\":\"ABOVE\","
                                + "\"lower\":\"0.7142857142857142857142857142857142\"}");
        assertThat(ledger.get("commitments").get(0).get("responsible").toString())
                .isEqualTo("{\"unit\":\"经济发展办\",\"supporting\":[],\"leader\":\"分管领导丁\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown"})
    void saysOnEveryTableThatItIsSimulated(String format) {
        String out = MainRun.of("commitments", "--sample", "--format", format).out();

        assertThat(Splitter.on(SIMULATED).splitToList(out)).hasSize(5);
    }

    @Test
    void saysInEachRecordOfCsvThatItIsSimulated() {
        List<String> lines = MainRun.of("commitments", "--sample", "--format", "csv")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(33);
        assertThat(lines.subList(1, 33)).allMatch(line -> line.endsWith(",true"));
    }

    @Test
    void listsTheRealCatalogueWithoutInventingAnything() {
        MainRun run = MainRun.of("commitments", "--lang", "zh");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("承诺事项台账，截至 2025-07-01，共 175 项")
                .contains("（未列责任单位）（175）")
                .doesNotContain("模拟", "推进中", "逾期");
    }

    @Test
    void refusesAUnitOrAStatusThatIsNotThere() {
        MainRun unit = MainRun.of("commitments", "--sample", "--unit", "城建办");
        MainRun status = MainRun.of("commitments", "--status", "LATE");

        assertThat(unit.status()).isEqualTo(1);
        assertThat(unit.err()).contains("there is no unit '城建办': expected one of 公共服务办, 城市建设办");
        assertThat(status.status()).isEqualTo(2);
        assertThat(status.err()).contains("NOT_REPORTED").doesNotContain("Exception");
        assertThat(MainRun.of("commitments", "--unit", "城建办").err()).contains("the catalogue names none");
    }

    private static JsonNode json(String... args) throws IOException {
        return new ObjectMapper().readTree(MainRun.of(args).out());
    }
}
