package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    @Test
    void scoresAreEqualWhereValueAndBoundsAre() {
        Score score = Score.of(d("94.31"), Range.closed(d("94.305"), d("94.315")));

        assertThat(score)
                .isEqualTo(Score.of(d("94.310"), Range.closed(d("94.305"), d("94.315"))))
                .hasSameHashCodeAs(Score.of(d("94.310"), Range.closed(d("94.305"), d("94.315"))))
                .isNotEqualTo(Score.of("94.31"))
                .isNotEqualTo(Score.of(d("94.31"), Range.closed(d("94.305"), d("94.32"))))
                .isNotEqualTo(d("94.31"));
        assertThat(Score.of("94.31").hashCode()).isNotEqualTo(Score.of("94.32").hashCode());
    }

    @Test
    void aScoreSaysItsBoundsWhereTheyAreNotItself() {
        assertThat(Score.of("94.310")).hasToString("94.31");
        assertThat(Score.of(d("94.31"), Range.closed(d("94.305"), d("94.315"))))
                .hasToString("94.31 within [94.305..94.315]");
    }

    @Test
    void boundsHaveToContainTheScore() {
        assertThatThrownBy(() -> Score.of(d("1"), Range.closed(d("2"), d("3"))))
                .hasMessage("Expected bounds that contain the score 1, got [2..3]");
        assertThatThrownBy(() -> Score.of(d("4"), Range.closed(d("2"), d("3"))))
                .hasMessage("Expected bounds that contain the score 4, got [2..3]");
        assertThat(Score.of(d("2"), Range.open(d("2"), d("3"))).isExact()).isFalse();
    }

    private static MemberScore scored(String figure) {
        Scorecard card = Scorecard.builder()
                .name(LocalizedText.of("考核", "Assessment"))
                .normalisesWeights(true)
                .addItems(ScoreItem.of("a", BigDecimal.ONE, ScoringFunction.asIs()))
                .addItems(ScoreItem.of("b", BigDecimal.ONE, ScoringFunction.asIs()))
                .build();
        MemberFigures.Builder figures = MemberFigures.builder().put("x", "a", Quantity.ofExact(d("7"), Unit.COUNT));
        return card.score(
                        figure.isEmpty()
                                ? figures.missing("x", "b").build()
                                : figures.put("x", "b", Quantity.ofExact(d(figure), Unit.COUNT))
                                        .build())
                .members()
                .get(0);
    }

    @Test
    void itemsSayTheirFiguresAndScores() {
        MemberScore whole = scored("9");

        assertThat(whole).hasToString("x 8");
        assertThat(whole.item("a")).hasToString("a 7");
        assertThat(whole.item("b").figure()).contains(Quantity.ofExact(d("9"), Unit.COUNT));
        assertThatThrownBy(() -> whole.item("c"))
                .isInstanceOf(AssessmentRefusedException.class)
                .hasMessageContaining("there is no item 'c'")
                .hasMessageContaining("use one of [a, b]");
        assertThat(scored("").item("b")).hasToString("b MISSING");
        assertThat(scored("").item("b").figure()).isEmpty();
        assertThat(scored("").missing()).containsExactly("b");
    }
}
