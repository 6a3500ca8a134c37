package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.Normalisation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Normalised figures of which some are known within bounds: a member is at its best where all others are at their worst. */
class SampleBoundsTest {
    private static Normalisation rule(Kind kind, Direction direction) {
        Normalisation.Builder builder = Normalisation.builder().kind(kind).direction(direction);
        return (kind == Kind.ABOVE_BELOW_MEAN ? builder.threshold(new BigDecimal("0.2")) : builder).build();
    }

    private static List<String> scores(Kind kind, String... figures) {
        return SampleMath.scores(
                        rule(kind, Direction.HIGHER),
                        List.of(figures).stream().map(BoundedTexts::parse).toList())
                .stream()
                .map(BoundedTexts::text)
                .toList();
    }

    /** Nobody knows how much the last one has above 6. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RANK                | 1                   | 2 in [1..2]           | 3
            PERCENTILE_RANK     | 100/3               | 200/3 in [100/3..200/3] | 100
            RATIO_TO_MEAN       | 0.5 in [0..0.5]     | 1 in [0..1]           | 1.5 in [1.5..3]
            RATIO_TO_BEST       | 1/3 in [0..1/3]     | 2/3 in [0..2/3]       | 1
            RATIO_TO_WORST      | 1                   | 2 in [1..2]           | 3 in [3..)
            DIFFERENCE_TO_MEAN  | -0.5 in [-1..-0.5]  | 0 in [-1..0]          | 0.5 in [0.5..2]
            DIFFERENCE_TO_WORST | 0                   | 1 in [0..1]           | 2 in [2..)
            ABOVE_BELOW_MEAN    | -1                  | 0 in [-1..0]          | 1
            MIN_MAX             | 0                   | 50 in [0..50]         | 100
            """)
    void isBoundedByWhatTheOthersMayHave(Kind kind, String first, String second, String third) {
        assertThat(scores(kind, "2", "4", "6 in (6..)")).containsExactly(first, second, third);
    }

    /** Of 2, 5 and something from 3 to 8, of which 5 is the most likely. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RANK                | 1                   | 2 in [2..3]         | 2 in [2..3]
            RATIO_TO_MEAN       | 0.5 in [0.4..0.6]   | 1.25 in [1..1.5]    | 1.25 in [0.9..1.6]
            RATIO_TO_BEST       | 0.4 in [0.25..0.4]  | 1 in [0.625..1]     | 1 in [0.6..1]
            RATIO_TO_WORST      | 1                   | 2.5                 | 2.5 in [1.5..4]
            DIFFERENCE_TO_MEAN  | -0.5 in [-0.6..-0.4] | 0.25 in [0..0.5]   | 0.25 in [-0.1..0.6]
            DIFFERENCE_TO_WORST | 0                   | 1.5                 | 1.5 in [0.5..3]
            ABOVE_BELOW_MEAN    | -1                  | 1 in [0..1]         | 1 in [0..1]
            MIN_MAX             | 0                   | 100 in [50..100]    | 100 in [100/3..100]
            """)
    void isBoundedByTheEndsOfAll(Kind kind, String first, String second, String third) {
        assertThat(scores(kind, "2", "5", "5 in [3..8]")).containsExactly(first, second, third);
    }

    /** A multiple of what may be zero or less is anything. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RATIO_TO_MEAN       | 0.25 in [0..4.5/7]  | 1 in [6/7..3]       | 1.75 in [1.5..3]
            RATIO_TO_BEST       | 1/7 in [0..3/7]     | 4/7 in [4/7..1]     | 1
            RANK                | 1                   | 2                   | 3
            MIN_MAX             | 0                   | 50 in [25..62.5]    | 100
            """)
    void isAnythingWhereAMultipleIsNone(Kind kind, String first, String second, String third) {
        List<String> scores = scores(kind, "1 in [-1..3]", "4", "7");

        assertThat(scores).containsExactly(first, second, third);
    }

    @Test
    void aDeviationIsNoFartherThanSamuelsonSays() {
        List<Bounded> scores = SampleMath.scores(
                rule(Kind.Z_SCORE, Direction.HIGHER),
                List.of(BoundedTexts.parse("1"), BoundedTexts.parse("2"), BoundedTexts.parse("3 in [2..9]")));

        for (Bounded score : scores) {
            assertThat(score.upper().orElseThrow().at().doubleValue()).isCloseTo(2 / Math.sqrt(3), within(1e-15));
            assertThat(score.lower().orElseThrow().at().doubleValue()).isCloseTo(-2 / Math.sqrt(3), within(1e-15));
        }
        assertThat(scores.get(1).value().signum()).isZero();
    }

    @Test
    void figuresThatMayAllBeTheSameHaveNoRange() {
        assertThatThrownBy(() -> scores(Kind.MIN_MAX, "2", "2 in [1..3]")).hasMessageStartingWith("ZERO_RANGE: ");
        assertThatThrownBy(() -> scores(Kind.Z_SCORE, "2")).hasMessageStartingWith("ZERO_RANGE: ");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void multiplesAreOfPositiveFiguresAndDifferencesOfAny(Kind kind) {
        switch (kind) {
            case MIN_MAX, RANK, PERCENTILE_RANK, Z_SCORE ->
                assertThat(scores(kind, "-1", "0", "4")).hasSize(3);
            default ->
                assertThatThrownBy(() -> scores(kind, "0", "4"))
                        .hasMessageStartingWith("NOT_POSITIVE: " + kind + " compares figures as multiples");
        }
    }

    @Test
    void lessIsBetterTurnsTheOrderAround() {
        List<Bounded> figures = List.of(BoundedTexts.parse("2"), BoundedTexts.parse("4"), BoundedTexts.parse("5"));

        assertThat(SampleMath.scores(rule(Kind.RATIO_TO_BEST, Direction.LOWER), figures).stream()
                        .map(BoundedTexts::text))
                .containsExactly("1", "0.5", "0.4");
        assertThat(SampleMath.scores(rule(Kind.RANK, Direction.LOWER), figures).stream()
                        .map(BoundedTexts::text))
                .containsExactly("3", "2", "1");
        assertThat(SampleMath.scores(rule(Kind.RANK, Direction.LOWER), List.of()))
                .isEmpty();
    }
}
