package org.grassrootskpi.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewTableTest {
    private static final CatalogUpdate UPDATE = ExpectedUpdate.of("report-2025").update;
    private static final ReviewTable TABLE = ReviewTable.of(UPDATE, Language.EN);
    private static final String HOTEL = "outcome:industry.2025.wanfeng-hotel";

    private static UnaryOperator<String> change(UnaryOperator<String> change) {
        return change;
    }

    private static String decided(String decision) {
        return TABLE.toTsv()
                .lines()
                .map(line -> line.startsWith("row\t") ? line : line.replaceFirst("\t\t", "\t" + decision + "\t"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void eachEntryIsARowWithItsSentenceAndNoDecision() {
        assertThat(TABLE.head())
                .containsExactly("row", "decision", "kind", "name", "proposal", "question", "sentence", "place", "why");
        assertThat(TABLE.rows())
                .hasSameSizeAs(UPDATE.entries())
                .allSatisfy(row -> assertThat(row.get(1)).isEmpty());
        assertThat(TABLE.rows().stream().filter(row -> row.get(0).equals(HOTEL)))
                .containsExactly(ImmutableList.of(
                        HOTEL,
                        "",
                        "OUTCOME",
                        ExpectedUpdate.PINGHU
                                .target("industry.2025.wanfeng-hotel")
                                .name()
                                .en(),
                        "DONE reached 2025-09-28",
                        "",
                        "万枫酒店于9月28日正式开业，填补了片区高端酒店空白",
                        "一、(一) line 4",
                        "the sentence names the commitment, and says “开业”"));
    }

    /** What editors and spreadsheets do to a file that is saved. */
    static Stream<Arguments> saved() {
        return Stream.of(
                Arguments.of("as it was", change(text -> text)),
                Arguments.of("crlf", change(text -> text.replace("\n", "\r\n"))),
                Arguments.of("old mac", change(text -> text.replace("\n", "\r"))),
                Arguments.of("byte order mark", change(text -> "\uFEFF" + text)),
                Arguments.of(
                        "quoted",
                        change(text -> text.lines()
                                .map(line -> Arrays.stream(line.split("\t", -1))
                                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                        .collect(Collectors.joining("\t")))
                                .collect(Collectors.joining("\n")))),
                Arguments.of(
                        "commas",
                        change(text -> text.lines()
                                .map(line -> Arrays.stream(line.split("\t", -1))
                                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\r\n")))),
                Arguments.of("blank lines", change(text -> "\n" + text + "\n\n\t\t\n")),
                Arguments.of("upper case", change(text -> text.replace("\tyes\t", "\tYES \t"))),
                Arguments.of(
                        "chinese",
                        change(text -> text.replace("\tyes\t", "\t是\t")
                                .replace("row\tdecision", "编号\t决定")
                                .replace("\tproposal\t", "\t拟登记\t"))),
                Arguments.of("sorted", change(text -> {
                    List<String> lines = text.lines().toList();
                    return lines.get(0) + "\n" + lines.stream().skip(1).sorted().collect(Collectors.joining("\n"));
                })),
                Arguments.of(
                        "one more column",
                        change(text ->
                                text.lines().map(line -> line + "\tmy note").collect(Collectors.joining("\n")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("saved")
    void decisionsSurviveHowATableIsSaved(String name, UnaryOperator<String> saved) {
        ReviewTable.Decisions decisions = TABLE.read("review.tsv", saved.apply(decided("yes")));

        assertThat(decisions.accepted())
                .isEqualTo(UPDATE.entries().stream().map(UpdateEntry::id).collect(ImmutableSet.toImmutableSet()));
        assertThat(decisions.rejected()).isEmpty();
        assertThat(decisions.open()).isEmpty();
    }

    @Test
    void nothingIsAcceptedWithoutAYes() {
        ReviewTable.Decisions undecided = TABLE.read("review.tsv", TABLE.toTsv());

        assertThat(undecided.accepted()).isEmpty();
        assertThat(undecided.open()).hasSameSizeAs(UPDATE.entries());
        assertThat(UPDATE.accept(undecided.accepted())).isSameAs(ExpectedUpdate.PINGHU);
        assertThat(TABLE.read("review.tsv", decided("no")).rejected()).hasSameSizeAs(UPDATE.entries());
    }

    /** What people do to a table that it must not survive. */
    static Stream<Arguments> damaged() {
        return Stream.of(
                Arguments.of(
                        "maybe",
                        change(text -> text.replaceFirst(HOTEL + "\tyes", HOTEL + "\tmaybe")),
                        "expected the decision yes (是), no (否) or nothing, got 'maybe' for row '" + HOTEL + "'"),
                Arguments.of(
                        "renamed",
                        change(text -> text.replace(HOTEL, HOTEL + "l")),
                        "Unknown row '" + HOTEL + "l' (did you mean '" + HOTEL + "'?)"),
                Arguments.of(
                        "row missing",
                        change(text -> text.lines()
                                .filter(line -> !line.startsWith(HOTEL))
                                .collect(Collectors.joining("\n"))),
                        "1 of " + UPDATE.entries().size() + " rows are missing: " + HOTEL
                                + "; put them back with the decision no, or write the table anew"),
                Arguments.of(
                        "row twice",
                        change(text -> text + "\n"
                                + text.lines()
                                        .filter(line -> line.startsWith(HOTEL))
                                        .findFirst()
                                        .orElseThrow()),
                        "row '" + HOTEL + "' is in line"),
                Arguments.of(
                        "no decisions",
                        change(text -> text.replace("row\tdecision", "row\tnotes")),
                        "expected a column 'decision' (决定) in the first row"),
                Arguments.of(
                        "proposal changed",
                        change(text -> text.replace("DONE reached 2025-09-28", "DONE reached 2025-06")),
                        "the proposal of row '" + HOTEL
                                + "' was changed from 'DONE reached 2025-09-28' to 'DONE reached 2025-06': only decisions are read"),
                Arguments.of("empty", change(text -> ""), "expected the review table of this report, got an empty one"),
                Arguments.of(
                        "something else",
                        change(text -> "indicator,2024\noutput,5"),
                        "expected a column 'row' (编号) in the first row, got indicator, 2024"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void aTableThatCannotBeReadForSureIsRefusedWithThePlace(
            String name, UnaryOperator<String> damaged, String message) {
        String table = damaged.apply(decided("yes"));

        assertThatThrownBy(() -> TABLE.read("review.tsv", table))
                .isInstanceOf(ReviewException.class)
                .hasMessageStartingWith("review.tsv:")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsAcceptedIsAFileThatMakesAValidCatalogueWithTheOthers() {
        ReviewTable.Decisions decisions = TABLE.read("review.tsv", decided("yes"));
        Catalog grown = UPDATE.accept(decisions.accepted());
        String added = CatalogJson.toJsonAdditions(ExpectedUpdate.PINGHU, grown);

        assertThat(CatalogJson.read(ImmutableMap.of(
                        "base.json",
                        bytes(CatalogJson.toJson(ExpectedUpdate.PINGHU)),
                        "report-2025.json",
                        bytes(added))))
                .isEqualTo(grown);
        assertThat(grown.outcomes()).hasSameSizeAs(ids("outcome"));
        assertThat(grown.milestones()).hasSameSizeAs(ids("milestone"));
        assertThat(grown.projects()).isEqualTo(ExpectedUpdate.PINGHU.projects());
        assertThat(grown.documents()).hasSize(2);
    }

    private static List<String> ids(String kind) {
        return UPDATE.entries().stream()
                .map(UpdateEntry::id)
                .filter(id -> id.startsWith(kind.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static ByteSource bytes(String text) {
        return ByteSource.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
