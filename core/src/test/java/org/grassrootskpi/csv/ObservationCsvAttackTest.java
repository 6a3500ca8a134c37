package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/**
 * CSV that was made to do harm, as a stream that is never in memory: small ones always, as large as somebody reported them
 * under {@code -Dgrassroots.attacks=full}.
 */
class ObservationCsvAttackTest {
    private static final boolean FULL = "full".equals(System.getProperty("grassroots.attacks"));
    private static final String HEADER = "indicator,region,period,value\n";
    private static final String CATALOGUE = """
            {
              "regions": [{"code": "r", "name": {"zh": "某街道", "en": "R"}, "level": "TOWNSHIP"}],
              "sectors": [{"id": "s", "name": {"zh": "产业", "en": "Industry"}}],
              "indicators": [
                {"id": "i", "name": {"zh": "投资", "en": "Investment"}, "sector": "s", "kind": "FLOW", "unit": "元",
                 "decimals": 2, "direction": "HIGHER", "definition": {"zh": "投资", "en": "Investment"}}
              ]
            }
            """;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text, another again and again, and a third. */
    private static InputStream stream(String first, String repeated, long times, String last) {
        String block = repeated.repeat(1 + 65_536 / repeated.length());
        long blocks = times * repeated.length() / block.length();
        return new SequenceInputStream(Collections.enumeration(new java.util.AbstractCollection<InputStream>() {
            @Override
            public java.util.Iterator<InputStream> iterator() {
                return Iterators.concat(
                        Iterators.singletonIterator(bytes(first)),
                        Iterators.limit(Iterators.transform(Iterators.cycle(0), any -> bytes(block)), (int) blocks),
                        Iterators.singletonIterator(bytes(last)));
            }

            @Override
            public int size() {
                return (int) blocks + 2;
            }
        }));
    }

    private static Catalog catalog() {
        return CatalogJson.read(java.util.Map.of(
                "x.json", com.google.common.io.ByteSource.wrap(CATALOGUE.getBytes(StandardCharsets.UTF_8))));
    }

    private static ObservationCsvReader reader() {
        return ObservationCsv.reader(catalog()).lenient();
    }

    private static String firstProblem(ObservationCsvResult result) {
        return result.problems().get(0).toString();
    }

    @Test
    void aLineWithoutEndIsOneProblemAndTheNextLineIsRead() throws IOException {
        long length = FULL ? 1L << 30 : 1L << 24;

        ObservationCsvResult result = reader().read(stream(HEADER, "x", length, "\ni,r,2024,5\n"), "a.csv");

        assertThat(result.problems())
                .singleElement()
                .hasToString("a.csv:2: Expected lines of at most 65536 bytes, got a longer one");
        assertThat(result.table().rows()).isEqualTo(1);
    }

    @Test
    void aMillionColumnsAreOneProblem() throws IOException {
        ObservationCsvResult result = reader().read(stream("indicator", ",region", 1_000_000, "\n"), "a.csv");

        assertThat(result.problems())
                .singleElement()
                .hasToString("a.csv:1: Expected lines of at most 65536 bytes, got a longer one");
    }

    @Test
    void aQuoteThatIsNeverClosedIsOneProblemOfItsLine() throws IOException {
        ObservationCsvResult result = reader().read(stream(HEADER + "\"", "x\ni,r,2024,5\n", 20_000, ""), "a.csv");

        assertThat(firstProblem(result)).startsWith("a.csv:2:1: Expected a field that is quoted as a whole");
    }

    @Test
    void tenMillionProblemsAreCountedAndTheFirstThousandDescribed() throws IOException {
        int rows = FULL ? 10_000_000 : 200_000;
        String line = "i,r,2024,x\n";

        ObservationCsvResult result = reader().read(stream(HEADER, line, rows, ""), "a.csv");

        assertThat(result.problemCount()).isEqualTo(result.rowsRead()).isGreaterThan(rows / 2);
        assertThat(result.problems()).hasSize(1000);
    }

    @Test
    void hugeNumbersAreRefusedBeforeTheyAreMade() throws IOException {
        String digits = "9".repeat(16_000);
        ObservationCsvResult result = reader().read(
                        bytes(HEADER + "i,r,2021,1E999999999\ni,r,2022," + digits + "\ni,r,2023,1" + "0".repeat(16_000)
                                + "\ni,r,2024,0." + digits + "\ni,r,2025," + "9".repeat(20_000) + "\ni,r,2026,1."
                                + "0".repeat(16_000) + "\n"),
                        "a.csv");

        assertThat(result.problems().stream().map(problem -> problem.location().line() + " " + problem.reason()))
                .containsExactly(
                        "2 BAD_VALUE", "3 OUT_OF_RANGE", "4 OUT_OF_RANGE", "5 TOO_MANY_DECIMALS", "6 TOO_LONG");
        assertThat(result.table().rows()).isEqualTo(1);
    }

    @Test
    void aMemberWithAHiddenCharacterIsNoSecondMember() throws IOException {
        ObservationCsvResult result = ObservationCsv.reader(
                        catalog(), TableSchema.builder().addDimensions("sex").build())
                .lenient()
                .read(bytes("indicator,region,period,value,sex\ni,r,2024,5,f\ni,r,2024,6,f\u200B\n"), "a.csv");

        assertThat(result.problems())
                .singleElement()
                .hasToString("a.csv:3:12: Expected a value without hidden characters, found U+200B ZERO WIDTH SPACE"
                        + " at position 1; remove it");
        assertThat(result.table().rows()).isEqualTo(1);
    }

    @Test
    void aStrictReaderTellsTheFirstTwenty() {
        assertThatThrownBy(() -> ObservationCsv.reader(Catalog.builder().build())
                        .read(stream(HEADER, "i,r,2024,5\n", 100_000, ""), "a.csv"))
                .isInstanceOf(CsvException.class)
                .message()
                .hasLineCount(22);
    }
}
