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
            value = {
                "member,rte|data.csv:1:8: Unknown column 'rte' (did you mean 'rate'?)",
                "rate|Expected the column member",
                "member,rate,rate|Expected the column 'rate' once",
                "member,rate;甲|Expected 2 fields",
                "member,rate;甲,1;甲,2|data.csv:3:1: There is a row of '甲' already",
                "member,rate;,1|Expected the name",
                "member,rate;甲,abc|data.csv:2:3:",
                "member,rate;甲,NA:|Expected the reason",
                "''|Expected a header",
            })
    void saysWhatIsWrongAndWhere(String csv, String message) {
        assertThatThrownBy(() -> read(csv.replace(';', '\n')))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> MemberFiguresCsv.read(
                        "data.csv", ByteSource.wrap(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a'}), CARD))
                .isInstanceOf(CsvException.class);
    }
}
