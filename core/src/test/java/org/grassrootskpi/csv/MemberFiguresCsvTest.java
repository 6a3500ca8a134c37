package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.Adjustment;
import org.grassrootskpi.score.ScoreItem;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.ScoringFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberFiguresCsvTest {
    private static final Scorecard CARD = Scorecard.builder()
            .name(LocalizedText.of("考核", "Assessment"))
            .addItems(
                    ScoreItem.builder()
                            .id("rate")
                            .weight(new BigDecimal("40"))
                            .unit(Unit.parse("%"))
                            .scoring(ScoringFunction.asIs())
                            .build(),
                    ScoreItem.group(
                            "g", new BigDecimal("60"), ScoreItem.of("site", BigDecimal.ONE, ScoringFunction.asIs())))
            .addAdjustments(Adjustment.builder()
                    .id("cases")
                    .kind(Adjustment.Kind.DEDUCTION)
                    .build())
            .build();

    private static MemberFiguresCsv.Table read(String csv) throws IOException {
        return MemberFiguresCsv.read("data.csv", ByteSource.wrap(csv.getBytes(StandardCharsets.UTF_8)), CARD);
    }

    @Test
    void readsNumbersFiguresAndWhatIsMissingOrDoesNotApply() throws IOException {
        MemberFiguresCsv.Table table =
                read("member,group,rate,site,cases\n甲,城区,95.5,近94,0\n乙,,超60%,NA: 无场地,2\n丙,山区,,88,\n");

        assertThat(table.figures().members()).containsExactly("甲", "乙", "丙");
        assertThat(table.groups()).isEqualTo(Map.of("甲", "城区", "丙", "山区"));
        assertThat(table.figures().figure("甲", "rate")).contains(Quantity.parse("95.5%"));
        assertThat(table.figures().figure("甲", "site")).contains(Quantity.parse("近94"));
        assertThat(table.figures().figure("乙", "rate")).contains(Quantity.parse("超60%"));
        assertThat(table.figures().notApplicable("乙", "site")).contains("无场地");
        assertThat(table.figures().figure("丙", "rate")).isEmpty();
        assertThat(table.figures().notApplicable("丙", "rate")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "member,rte|data.csv:1:8: Unknown column 'rte' (did you mean 'rate'?); expected any of member, group, rate,"
                        + " site, cases",
                "rate|data.csv:1:1: Expected the column member, which names the row",
                "member,rate,rate|data.csv:1:13: Expected the column 'rate' once",
                "member,rate;甲|data.csv:2:1: Expected 2 fields as in the header, got 1",
                "member,rate;甲,1,2|data.csv:2:1: Expected 2 fields as in the header, got 3",
                "member,rate;甲,1;甲,2|data.csv:3:1: There is a row of '甲' already",
                "member,rate;,1|data.csv:2:1: Expected the name of a member",
                "member,rate;甲,NA:|data.csv:2:3: Expected the reason why 'rate' does not apply, as in NA: no farmland",
                "member,rate;甲,\"1|data.csv:2:3: Expected closed quotes around the whole field",
                "member,\"rate|data.csv:1:8: Expected closed quotes around the whole field",
                "``|data.csv:1:1: Expected a header with the column member, got nothing",
            })
    void saysWhatIsWrongAndWhere(String csv, String problem) {
        assertThatThrownBy(() -> read(csv.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        CsvException.class,
                        refused ->
                                assertThat(refused.problems()).singleElement().hasToString(problem));
    }

    @Test
    void saysAllThatIsWrong() {
        String longLine = "甲,1" + " ".repeat(ObservationCsvReader.MAX_LINE_BYTES);

        assertThatThrownBy(() -> read("member,rte,group,rate\n甲,1,城区,abc\n乙,2,,NA：\n丙,3\n" + longLine))
                .isInstanceOfSatisfying(CsvException.class, refused -> {
                    assertThat(refused.problemCount()).isEqualTo(5);
                    assertThat(refused.problems())
                            .extracting(problem -> problem.reason() + " " + problem.location())
                            .containsExactly(
                                    "UNKNOWN_COLUMN data.csv:1:8",
                                    "BAD_VALUE data.csv:2:8",
                                    "NO_VALUE data.csv:3:6",
                                    "FIELD_COUNT data.csv:4:1",
                                    "TOO_LONG data.csv:5:1");
                });
    }

    @Test
    void aBareNumberIsInTheUnitOfItsItemAndAnyOtherInItsOwn() throws IOException {
        MemberFiguresCsv.Table table = read("\uFEFFcases, rate ,site,member\n3, 5 ,7,甲\n2件,0.05,NA：\u2003无 ,乙\n");

        assertThat(table.figures().figure("甲", "cases")).contains(Quantity.parse("3"));
        assertThat(table.figures().figure("甲", "rate")).contains(Quantity.parse("5%"));
        assertThat(table.figures().figure("甲", "site")).contains(Quantity.parse("7"));
        assertThat(table.figures().figure("乙", "cases")).contains(Quantity.parse("2件"));
        assertThat(table.figures().figure("乙", "rate")).contains(Quantity.parse("0.05%"));
        assertThat(table.figures().notApplicable("乙", "site")).contains("无");
        assertThat(table.groups()).isEmpty();
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> MemberFiguresCsv.read(
                        "data.csv", ByteSource.wrap(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a'}), CARD))
                .isInstanceOfSatisfying(
                        CsvException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.location()).hasToString("data.csv:1:1")));
    }
}
