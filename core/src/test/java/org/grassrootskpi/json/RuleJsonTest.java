package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.ByteSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.Escalation;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.assess.Schedule;
import org.grassrootskpi.assess.TargetInterval;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.progress.ProgressRule;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.Adjustment;
import org.grassrootskpi.score.Aggregation;
import org.grassrootskpi.score.MissingScores;
import org.grassrootskpi.score.Normalisation;
import org.grassrootskpi.score.Ranking;
import org.grassrootskpi.score.ScoreItem;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.ScoringFunction;
import org.grassrootskpi.score.ScoringFunction.Piece;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleJsonTest {
    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    static Stream<Object> rules() {
        return Stream.of(
                AttainmentRule.ratio(Direction.LOWER),
                AttainmentRule.fromBaseline(Quantity.parse("近3亿元")),
                AttainmentRule.within(TargetInterval.of(
                        Quantity.parse("1%"), Quantity.parse("3%"), Quantity.parse("6%"), Quantity.parse("10%"))),
                PlanPath.months().rounded(0),
                PlanPath.shares(d("0.1"), d("0.2"), d("0.3"), d("0.4")),
                PlanPath.milestones(PlanPath.Step.of(TimePeriod.parse("2024-06"), d("1"))),
                Schedule.of(TimePeriod.parse("2024"), PlanPath.like(List.of(d("59"), d("100")))),
                Levels.from(List.of("红", "黄", "绿"), d("-10"), d("0")).in(Unit.parse("个百分点")),
                Escalation.of(Escalation.Rule.repeated("黄", 2, "红"), Escalation.Rule.recovered("红", "绿", "黄")),
                Normalisation.of(Normalisation.Kind.Z_SCORE),
                ScoringFunction.table(List.of(Piece.of(d("1.7"), d("9.5"), d("12"), d("16")))),
                ProgressRule.builder().dueSoonDays(14).build(),
                card());
    }

    private static Scorecard card() {
        return Scorecard.builder()
                .name(LocalizedText.of("街道考核", "Assessment of subdistricts"))
                .source("某通知 附件1")
                .addItems(
                        ScoreItem.group(
                                "work",
                                d("80"),
                                ScoreItem.of("a", d("0.25"), ScoringFunction.efficacy(d("6"), d("12"))),
                                ScoreItem.builder()
                                        .id("b")
                                        .weight(d("0.75"))
                                        .unit(Unit.parse("%"))
                                        .scoring(ScoringFunction.goalposts(d("60"), d("100"), Direction.HIGHER)
                                                .clamped())
                                        .build()),
                        ScoreItem.of("c", d("20"), Normalisation.of(Normalisation.Kind.MIN_MAX)))
                .aggregation(Aggregation.ARITHMETIC)
                .missing(MissingScores.renormalise(d("0.8")))
                .addAdjustments(Adjustment.builder()
                        .id("bonus")
                        .kind(Adjustment.Kind.BONUS)
                        .points(d("0.5"))
                        .limit(d("5"))
                        .build())
                .decimals(2)
                .levels(Levels.from(List.of("合格", "优秀"), d("85")))
                .ranking(Ranking.competition().rounded(2))
                .build();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void readsBackWhatItWrites(Object rule) {
        Class<?> type = JsonTree.types().stream()
                .filter(candidate -> candidate.isInstance(rule))
                .findFirst()
                .orElseThrow();
        String json = RuleJson.toJson(rule);

        assertThat((Object) read(json, type)).isEqualTo(rule);
        assertThat(RuleJson.toJson(read(json, type))).isEqualTo(json);
    }

    private static <T> T read(String json, Class<T> type) {
        return RuleJson.read("rule.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8)), type);
    }

    @Test
    void readsAShortRuleByItsDefaults(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("rule.json");
        Files.writeString(file, """
                {
                  "$schema": "x",
                  "name": {"zh": "考核", "en": "Assessment"},
                  "items": [
                    {"id": "a", "weight": 40, "scoring": {"kind": "AS_IS"}},
                    {"id": "b", "weight": 60.0, "scoring": {"kind": "PER_STEP", "at": 90, "score": 25, "points": 1, "per": 1}}
                  ]
                }
                """);

        assertThat(RuleJson.readFile(file, Scorecard.class))
                .isEqualTo(Scorecard.of(
                        LocalizedText.of("考核", "Assessment"),
                        ScoreItem.of("a", d("40"), ScoringFunction.asIs()),
                        ScoreItem.of(
                                "b",
                                d("60"),
                                ScoringFunction.builder()
                                        .kind(ScoringFunction.Kind.PER_STEP)
                                        .at(d("90"))
                                        .score(d("25"))
                                        .points(d("1"))
                                        .per(d("1"))
                                        .build())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"levels\": [{\"name\": \"绿\", \"upper\": 0}, {\"name\": \"黄\", \"lower\": 10}]}|[0, 10) has no"
                        + " level",
                "{\"levels\": [{\"name\": \"绿\", \"uper\": 0}]}|did you mean 'upper'",
                "{\"levels\": [{\"name\": \"绿\", \"upper\": \"0\"}]}|levels[0].upper",
                "{\"levels\": [{\"upper\": 0}]}|lacks the required name",
                "{\"levels\": null}|null is not allowed",
                "{\"levels\": [], \"levels\": []}|not well-formed",
                "{\"levels\": [{\"name\": \"绿\", \"upper\": 1e999}]}|at most 60 digits",
                "[]|expected an object",
                "{|not well-formed",
            })
    void saysWhatIsWrongAndWhere(String json, String message) {
        assertThatThrownBy(() -> read(json, Levels.class))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("rule.json")
                .hasMessageContaining(message);
    }

    @Test
    void reportsAllProblemsOfAFileAtOnce() {
        String json = """
                {
                  "name": {"zh": "考核", "en": "Assessment"},
                  "items": [
                    {"id": "a", "weight": "40", "scoring": {"kind": "AS_IS"}},
                    {"id": "b", "weight": 60, "scoring": {"kind": "AS_WAS"}}
                  ]
                }
                """;

        assertThatThrownBy(() -> read(json, Scorecard.class))
                .hasMessageContaining("rule.json:4:")
                .hasMessageContaining("items[0].weight")
                .hasMessageContaining("rule.json:5:")
                .hasMessageContaining("items[1].scoring.kind");
        assertThatThrownBy(() -> read("{}", String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWeightsThatDoNotAddUpByTheirReason() {
        String json = RuleJson.toJson(card()).replace("\"weight\": 80", "\"weight\": 70");

        assertThatThrownBy(() -> read(json, Scorecard.class))
                .hasMessageContaining("BAD_WEIGHTS")
                .hasMessageContaining("90");
    }
}
