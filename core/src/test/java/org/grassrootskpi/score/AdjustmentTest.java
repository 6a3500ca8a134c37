package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.score.ScorecardTest.figures;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.ScoringFunction.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cases do to a score, and what is left of it where figures lack. */
class AdjustmentTest {
    private static final LocalizedText NAME = LocalizedText.of("考核", "Assessment");

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static ScoreItem item(String id, String weight) {
        return ScoreItem.of(id, d(weight), ScoringFunction.asIs());
    }

    private static Scorecard.Builder card(ScoreItem... items) {
        return Scorecard.builder().name(NAME).addItems(items);
    }

    private static Scorecard vetoed() {
        return card(item("a", "100"))
                .addAdjustments(Adjustment.builder()
                        .id("accident")
                        .kind(Adjustment.Kind.VETO)
                        .limit(d("59"))
                        .build())
                .build();
    }

    private static String score(Scorecard card, String figures) {
        return card.score(figures(figures)).member("m").score().orElseThrow().toString();
    }

    private static String refusal(Scorecard card, String figures) {
        return card.score(figures(figures))
                .member("m")
                .refusal()
                .map(AssessmentRefusal::describe)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"3元", "-1个", "50%"})
    void casesAreCounted(String cases) {
        assertThat(refusal(vetoed(), "a=90个 accident=" + cases))
                .isEqualTo("DIFFERENT_UNITS: the adjustment 'accident' of 'm' is " + Quantity.parse(cases)
                        + ", expected a number of cases; give a count of 0 or more");
    }

    @Test
    void casesThatDoNotApplyChangeNothing() {
        assertThat(score(vetoed(), "a=90个 accident=NA:新设")).isEqualTo("90");
        assertThat(score(vetoed(), "a=90个 accident=0个")).isEqualTo("90");
        assertThat(score(vetoed(), "a=90个 accident=1个")).isEqualTo("59");
        assertThat(refusal(vetoed(), "a=90个"))
                .isEqualTo("MISSING: 'm' has no figure of the adjustment 'accident'; write 0 where there is no case");
    }

    /** The number itself says whether there is a case, its bounds whether there may be one. */
    @Test
    void aCaseThatMayBeLeavesBothScoresOpen() {
        MemberFigures atLeastNone = MemberFigures.builder()
                .put("m", "a", Quantity.parse("90个"))
                .put(
                        "m",
                        "accident",
                        Quantity.of(BigDecimal.ZERO, Unit.COUNT, Qualifier.AT_LEAST, Range.atLeast(BigDecimal.ZERO)))
                .build();

        assertThat(score(vetoed(), "a=90个 accident=近2个")).isEqualTo("59 within [59..90]");
        assertThat(vetoed().score(atLeastNone).member("m").score().orElseThrow().toString())
                .isEqualTo("90 within [59..90]");
    }

    @Test
    void saysWhichFiguresLackOrWhyOneHasNoScore() {
        ScoreItem less = ScoreItem.of(
                "less",
                d("50"),
                ScoringFunction.builder()
                        .kind(Kind.RATIO)
                        .direction(Direction.LOWER)
                        .at(d("5"))
                        .build());
        Scorecard refuses = card(less, item("b", "30"), item("c", "20")).build();

        assertThat(refusal(refuses, "less=5个 b=? c=?"))
                .startsWith("MISSING: ")
                .contains("of 'm' lacks the figures of b, c; give them, or choose");
        assertThat(refusal(refuses, "less=0个 b=50个 c=?")).startsWith("ACTUAL_NOT_POSITIVE: ");
    }

    @Test
    void whatLacksIsWithinItsLeastAndItsMost() {
        Scorecard weighted =
                card(item("a", "40"), item("b", "30"), item("c", "30")).build().withMissing(MissingScores.bounds());
        Scorecard total = card(ofTotal("a", "20"), ofTotal("b", "30"), ofTotal("c", "50"))
                .aggregation(Aggregation.TOTAL)
                .build()
                .withMissing(MissingScores.bounds());

        assertThat(score(weighted, "a=NA:x b=? c=60个")).isEqualTo("60 within [30..80]");
        assertThat(score(weighted, "a=50个 b=50个 c=50个")).isEqualTo("50");
        assertThat(score(total, "a=NA:x b=? c=25个")).isEqualTo("50 within [31.25..68.75]");
        assertThat(refusal(weighted, "a=NA:x b=? c=?")).contains("has no figure at all");
    }

    private static ScoreItem ofTotal(String id, String maximum) {
        return ScoreItem.builder()
                .id(id)
                .maximum(d(maximum))
                .scoring(ScoringFunction.asIs())
                .build();
    }

    @Test
    void listsItemsWithTheirDepth() {
        Scorecard nested = card(
                        ScoreItem.group("g", d("60"), ScoreItem.group("h", d("100"), item("a", "100"))),
                        item("b", "40"))
                .build();

        assertThat(nested.score(figures("a=50个 b=100个")).member("m").items())
                .extracting(one -> one.item().id() + one.depth())
                .containsExactly("g0", "h1", "a2", "b0");
    }

    @Test
    void robustnessIsOfWeightedSumsWithinATolerance() {
        WeightRobustness robust = WeightRobustness.of(
                List.of("x", "y"), List.of(d("1"), d("1")), List.of(List.of(d("9"), d("1")), List.of(d("2"), d("2"))));
        Scorecard geometric = card(
                        ScoreItem.builder()
                                .id("g")
                                .weight(d("60"))
                                .aggregation(Aggregation.GEOMETRIC)
                                .addParts(item("a", "50"), item("c", "50"))
                                .build(),
                        item("b", "40"))
                .build();

        for (String tolerance : List.of("-0.1", "1.1")) {
            String message = "BAD_DEFINITION: expected a tolerance from 0 to 1, got " + tolerance;
            assertThatThrownBy(() -> robust.robustPairs(d(tolerance))).hasMessageStartingWith(message);
            assertThatThrownBy(() -> robust.rankRanges(d(tolerance))).hasMessageStartingWith(message);
        }
        assertThat(robust.robustPairs(d("0"))).isEqualTo(1);
        assertThat(robust.robustPairs(d("1"))).isZero();
        assertThatThrownBy(() -> WeightRobustness.of(geometric.score(figures("a=50个 b=50个 c=50个"))))
                .hasMessageStartingWith("BAD_DEFINITION: ")
                .hasMessageContaining("'g'");
    }
}
