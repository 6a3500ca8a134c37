package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.ScoringFunction.Band;
import org.grassrootskpi.score.ScoringFunction.Kind;
import org.grassrootskpi.score.ScoringFunction.Piece;
import org.grassrootskpi.score.ScoringFunction.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of figures that are known within bounds: every score that the true figure may have, and no other. */
class ScoringBoundsTest {
    private static BigDecimal d(String number) {
        return new BigDecimal(number);
    }

    private static String score(ScoringFunction function, String figure) {
        return BoundedTexts.text(ScoringMath.score(function, BoundedTexts.parse(figure)));
    }

    /** Cut off towards zero: what lies below 2 is 1 at most, and what lies above -1 is 0. */
    @ParameterizedTest
    @CsvSource({
        "0, 1.5 in [1.2..2),      1",
        "0, 1.5 in [1.2..2],      1 in [1..2]",
        "0, 1.5 in (1..2),        1",
        "0, 1.5 in [0.5..1.7),    1 in [0..1]",
        "0, -1.5 in (-2..-1),     -1",
        "0, -1.5 in [-2..-1),     -1 in [-2..-1]",
        "0, -0.5 in (-1..0),      0",
        "0, 0.5 in (0..1),        0",
        "0, -0.5 in (-1..1),      0",
        "0, 0 in [-1..1],         0 in [-1..1]",
        "1, 1.55 in [1.52..2),    1.5 in [1.5..1.9]",
        "1, -1.55 in (-2..-1.5),  -1.5 in [-1.9..-1.5]",
        "0, 7 in (6..),           7 in [6..)",
        "0, 7 in (..8),           7 in (..7]",
    })
    void cutsFiguresOffWithTheirBounds(int places, String figure, String cut) {
        ScoringFunction function =
                ScoringFunction.builder().kind(Kind.AS_IS).cutTo(places).build();

        assertThat(score(function, figure)).isEqualTo(cut);
    }

    private static ScoringFunction table(String... pieces) {
        return ScoringFunction.table(List.of(pieces).stream()
                .map(piece ->
                        List.of(piece.split(",")).stream().map(BigDecimal::new).toList())
                .map(piece -> Piece.of(piece.get(0), piece.get(1), piece.get(2), piece.get(3)))
                .toList());
    }

    /** Where two pieces meet, the upper one begins; what lies below comes as near to the end of the lower one as one likes. */
    @ParameterizedTest
    @CsvSource({
        "0,                 0",
        "20,                0",
        "10,                20",
        "12 in [5..15],     16 in [10..100]",
        "12 in [10..15],    16 in [10..20]",
        "12 in (10..15],    16 in [10..20]",
        "5 in [2..8],       50 in [20..80]",
        "5 in [2..10),      50 in [20..100]",
        "15 in [12..18],    10 in [4..16]",
    })
    void aTableReachesTheTurnsBetweenTheBounds(String figure, String scores) {
        assertThat(score(table("0,10,0,100", "10,20,20,0"), figure)).isEqualTo(scores);
    }

    @ParameterizedTest
    @CsvSource({
        "7 in [5.5..8],  70 in [60..80]",
        "4 in [3..5.5],  40 in [30..50]",
        "7 in [4..8],    70 in [40..80]",
        "11 in [10.5..11.5], 120 in [110..130]",
        "11 in [9.5..11.5],  120 in [100..130]",
    })
    void aTableHasNoScoresInItsGaps(String figure, String scores) {
        assertThat(score(table("0,5,0,50", "6,9,60,90", "10,12,100,140"), figure))
                .isEqualTo(scores);
    }

    @Test
    void aTableEndsAtItsEnds() {
        ScoringFunction table = table("0,10,0,100", "10,20,20,0");

        assertThatThrownBy(() -> score(table, "-0.1"))
                .hasMessageStartingWith("OUT_OF_REACH: the figure -0.1 lies outside the table from 0 to 20;");
        assertThatThrownBy(() -> score(table, "20.1"))
                .hasMessageStartingWith("OUT_OF_REACH: the figure 20.1 lies outside the table from 0 to 20;");
        assertThat(score(table.within(d("0"), d("100")), "20.1")).isEqualTo("0");
        assertThat(score(table, "15 in (..18]")).isEqualTo("10 in [0..100]");
        assertThat(score(table, "15 in [12..)")).isEqualTo("10 in [0..16]");
    }

    private static ScoringFunction bands(boolean isUpperIncluded) {
        Band.Builder lower = Band.builder().upper(d("10")).upperIncluded(isUpperIncluded);
        Band.Builder upper = Band.builder().lower(d("10")).lowerIncluded(!isUpperIncluded);
        return ScoringFunction.builder()
                .kind(Kind.BANDS)
                .addBands(lower.score(d("1")).build(), upper.score(d("2")).build())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  5,             1",
        "true,  10,            1",
        "true,  10.1,          2",
        "true,  12 in [10..12], 2 in [1..2]",
        "true,  12 in (10..12], 2",
        "true,  9 in [8..10],   1",
        "false, 5,             1",
        "false, 10,            2",
        "false, 9 in [8..10),   1",
        "false, 9 in [8..10],   1 in [1..2]",
        "false, 12 in [10..12], 2",
    })
    void bandsBeginAndEndAsTheySay(boolean isUpperIncluded, String figure, String scores) {
        assertThat(score(bands(isUpperIncluded), figure)).isEqualTo(scores);
    }

    @ParameterizedTest
    @CsvSource({
        "5,              100",
        "6,              100",
        "2,              40",
        "0,              0",
        "-1,             0",
        "8,              60",
        "11,             0",
        "1.5 in [1..2],  30 in [20..40]",
        "8 in [7..9],    60 in [40..80]",
        "4 in [3..5],    80 in [60..100]",
        "4 in [3..5),    80 in [60..100)",
        "5 in [3..8],    100 in [60..100]",
        "7 in [6..7],    80 in [80..100]",
    })
    void anIntervalHasFullMarksWithinIt(String figure, String scores) {
        ScoringFunction interval = ScoringFunction.builder()
                .kind(Kind.INTERVAL)
                .lowerLimit(d("0"))
                .lower(d("5"))
                .upper(d("6"))
                .upperLimit(d("10"))
                .build();

        assertThat(score(interval, figure)).isEqualTo(scores);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 10,             100",
        "HIGHER, 9.9,            0",
        "HIGHER, 10 in [9..12],  100 in [0..100]",
        "HIGHER, 9 in [8..10],   0 in [0..100]",
        "HIGHER, 9 in [8..10),   0",
        "HIGHER, 11 in [10..12], 100",
        "LOWER,  10,             100",
        "LOWER,  10.1,           0",
        "LOWER,  10 in [9..12],  100 in [0..100]",
        "LOWER,  9 in [8..11],   100 in [0..100]",
        "LOWER,  11 in [9..12],  0 in [0..100]",
        "LOWER,  11 in (10..12], 0",
        "LOWER,  9 in [8..10],   100",
    })
    void aLineIsPassedOrNot(Direction direction, String figure, String scores) {
        ScoringFunction pass = ScoringFunction.builder()
                .kind(Kind.PASS)
                .direction(direction)
                .at(d("10"))
                .build();

        assertThat(score(pass, figure)).isEqualTo(scores);
    }

    @Test
    void whatIsNotPositiveHasNoLogarithm() {
        ScoringFunction log = ScoringFunction.builder()
                .kind(Kind.GOALPOSTS)
                .scale(Scale.LOG)
                .lower(d("1"))
                .upper(d("100"))
                .build();

        assertThatThrownBy(() -> score(log, "0"))
                .hasMessageStartingWith("NOT_POSITIVE: the figure 0 has no logarithm;");
        assertThat(log.score(d("10")).value()).isEqualByComparingTo("50");
    }
}
