package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two names that nobody can tell apart are told, with both and their difference, and are never two groups in silence. */
class LookAlikeNamesTest {
    private static final TableSchema SEX =
            TableSchema.builder().addDimensions("sex").build();
    private static final String HEADER = "indicator,region,period,value,sex\n";

    private static ObservationCsvResult read(TableSchema schema, String rows) {
        return CsvSamples.read(ObservationCsv.reader(CsvSamples.CATALOG, schema).lenient(), HEADER + rows);
    }

    // public bug report
    @ParameterizedTest
    @CsvSource({
        "f, \uFF46, U+FF46 FULLWIDTH LATIN SMALL LETTER F at position 0, has U+0066 LATIN SMALL LETTER F",
        "60, \uFF16\uFF10, U+FF16 FULLWIDTH DIGIT SIX at position 0, has U+0036 DIGIT SIX",
        "ma, m\u0430, U+0430 CYRILLIC SMALL LETTER A at position 1, has U+0061 LATIN SMALL LETTER A",
        "fi, \uFB01, U+FB01 LATIN SMALL LIGATURE FI at position 0, has U+0066 LATIN SMALL LETTER F",
        "\u00E9, e\u0301, U+0065 LATIN SMALL LETTER E at position 0, has U+00E9 LATIN SMALL LETTER E WITH ACUTE",
        "e\u0301, \u00E9, U+00E9 LATIN SMALL LETTER E WITH ACUTE at position 0, has U+0065 LATIN SMALL LETTER E",
        "f, 'f ', U+0020 SPACE at position 1, ends",
    })
    void aMemberThatLooksLikeAnotherIsALocatedProblem(String member, String other, String has, String there) {
        ObservationCsvResult result = read(
                SEX,
                "money,440307003,2023,5," + member + "\nmoney,440307003,2024,6,\"" + other
                        + "\"\nmoney,440307003,2022,7," + member + "\n");

        assertThat(result.problems())
                .containsExactly(new CsvProblem(
                        CsvProblem.Reason.LOOK_ALIKE,
                        "'" + other + "' looks like '" + member + "', which is there already: it has " + has
                                + ", where the other " + there + "; write both alike, or rename one of them",
                        org.grassrootskpi.model.SourceLocation.of("data.csv", 3, 25)));
        assertThat(result.table().rows()).isEqualTo(2);
    }

    @Test
    void aMemberThatOnlyLooksLikeTheDeclaredTotalIsNoPart() {
        TableSchema schema = TableSchema.builder()
                .addDimensions("sex")
                .total("sex", "合计")
                .ordinary("sex", "T")
                .build();

        ObservationCsvResult result =
                read(schema, "money,440307003,2023,5, 合计\nmoney,440307003,2023,5,\uFF34\nmoney,440307003,2023,5,合计\n");

        assertThat(result.problems().stream().map(problem -> problem.location().line() + " " + problem.reason()))
                .containsExactly("2 LOOK_ALIKE", "3 LOOK_ALIKE");
        assertThat(result.table().rows()).isEqualTo(1);
    }

    @Test
    void theSameMemberInTwoDimensionsIsNoLookAlike() {
        TableSchema two = TableSchema.builder().addDimensions("sex", "of").build();

        ObservationCsvResult result = CsvSamples.read(
                ObservationCsv.reader(CsvSamples.CATALOG, two),
                "indicator,region,period,value,sex,of\nmoney,440307003,2023,5,f,\uFF46\n");

        assertThat(result.table().rows()).isEqualTo(1);
    }

    @Test
    void membersAreRefusedHoweverTheyAreAdded() {
        ObservationTable table = read(SEX, "money,440307003,2023,5,f\n").table();

        assertThatThrownBy(() -> table.toBuilder().appender().combinationOf(List.of("\uFF46")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected members of 'sex' that look different: '\uFF46' looks like 'f', which is there"
                        + " already: it has U+FF46 FULLWIDTH LATIN SMALL LETTER F at position 0, where the other has"
                        + " U+0066 LATIN SMALL LETTER F; write both alike, or rename one of them");
        assertThat(table.toBuilder().appender().combinationOf(List.of("f"))).isZero();
    }

    @Test
    void dimensionsAndDeclaredMembersAreToldApart() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        TableSchema.builder().addDimensions("sex", "s\u0435x").build())
                .withMessageStartingWith("Expected dimensions that look different: 's\u0435x' looks like 'sex'");
        assertThatIllegalStateException()
                .isThrownBy(() -> TableSchema.builder()
                        .addDimensions("sex")
                        .total("sex", "T")
                        .ordinary("sex", "\uFF34")
                        .build())
                .withMessageStartingWith("Expected members of 'sex' that look different: '\uFF34' looks like 'T'");
    }

    // public bug report
    @ParameterizedTest
    @CsvSource({
        "m\u043Eney, 440307003, 1, 'Unknown indicator ''m\u043Eney'' (it looks like ''money'', but it has U+043E CYRILLIC"
                + " SMALL LETTER O at position 1, where the other has U+006F LATIN SMALL LETTER O)'",
        "money, \uFF14\uFF14\uFF10307003, 7, 'Unknown region ''\uFF14\uFF14\uFF10307003'' (it looks like ''440307003'',"
                + " but it has U+FF14 FULLWIDTH DIGIT FOUR at position 0, where the other has U+0034 DIGIT FOUR)'",
    })
    void anIdThatLooksLikeAKnownOneIsUnknownAndSaysSo(String indicator, String region, int column, String message) {
        ObservationCsvResult result = CsvSamples.read(
                CsvSamples.reader().lenient(),
                "indicator,region,period,value\n" + indicator + "," + region + ",2024,5\n");

        assertThat(result.problems()).singleElement().hasToString("data.csv:2:" + column + ": " + message);
    }

    // public bug report
    @ParameterizedTest
    @CsvSource({
        "sectors, id, a1, \u04301, U+0430 CYRILLIC SMALL LETTER A at position 0, U+0061 LATIN SMALL LETTER A",
        "sectors, id, a1, a\uFF11, U+FF11 FULLWIDTH DIGIT ONE at position 1, U+0031 DIGIT ONE",
        "sectors, id, fi, \uFB01, U+FB01 LATIN SMALL LIGATURE FI at position 0, U+0066 LATIN SMALL LETTER F",
        "sectors, id, \u00E9, e\u0301, U+0065 LATIN SMALL LETTER E at position 0, U+00E9 LATIN SMALL LETTER E WITH ACUTE",
        "regions, code, A1, \uFF211, U+FF21 FULLWIDTH LATIN CAPITAL LETTER A at position 0,"
                + " U+0041 LATIN CAPITAL LETTER A",
    })
    void anIdThatLooksLikeAnotherIsALocatedProblem(
            String list, String property, String id, String other, String has, String there) {
        String name = "\"name\": {\"zh\": \"甲\", \"en\": \"A\"}"
                + (list.equals("regions") ? ", \"level\": \"TOWNSHIP\"" : "");
        String element = "{\"" + property + "\": \"%s\", " + name + "}";
        String json = "{\"" + list + "\": [\n" + element.formatted(id) + ",\n" + element.formatted(other) + "]}";

        assertThatThrownBy(() -> CatalogJson.read(
                        ImmutableMap.of("x.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOfSatisfying(
                        CatalogException.class,
                        e -> assertThat(e.problems().stream().map(Problem::describe))
                                .last()
                                .isEqualTo("x.json:3:1 (" + list + "[1]): the id '" + other + "' looks like '" + id
                                        + "', which is there already: it has " + has + ", where the other has " + there
                                        + "; write both alike, or rename one of them (first at x.json:2:1)"));
    }
}
