package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.ScoringFunction.Band;
import org.grassrootskpi.score.ScoringFunction.Kind;
import org.grassrootskpi.score.ScoringFunction.Piece;
import org.grassrootskpi.score.ScoringFunction.Scale;
import org.grassrootskpi.score.ScoringFunction.Stepping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which attributes make a scoring function. */
class ScoringRulesTest {
    private static final ImmutableMap<String, BiConsumer<ScoringFunction.Builder, Optional<BigDecimal>>> ATTRIBUTES =
            ImmutableMap.<String, BiConsumer<ScoringFunction.Builder, Optional<BigDecimal>>>builder()
                    .put("lower", ScoringFunction.Builder::lower)
                    .put("upper", ScoringFunction.Builder::upper)
                    .put("lowerLimit", ScoringFunction.Builder::lowerLimit)
                    .put("upperLimit", ScoringFunction.Builder::upperLimit)
                    .put("at", ScoringFunction.Builder::at)
                    .put("score", ScoringFunction.Builder::score)
                    .put("points", ScoringFunction.Builder::points)
                    .put("per", ScoringFunction.Builder::per)
                    .buildOrThrow();

    private static BigDecimal d(String number) {
        return new BigDecimal(number);
    }

    private static Piece piece(String lower, String upper) {
        return Piece.of(d(lower), d(upper), d("0"), d("100"));
    }

    private static Band below(String upper) {
        return Band.builder().upper(d(upper)).score(d("0")).build();
    }

    private static Band from(String lower) {
        return Band.builder().lower(d(lower)).score(d("100")).build();
    }

    private static ImmutableSet<String> needed(Kind kind) {
        return switch (kind) {
            case GOALPOSTS -> ImmutableSet.of("lower", "upper");
            case INTERVAL -> ImmutableSet.of("lower", "upper", "lowerLimit", "upperLimit");
            case PER_STEP -> ImmutableSet.of("at", "score", "points", "per");
            case PASS, RATIO -> ImmutableSet.of("at");
            case AS_IS, TABLE, BANDS -> ImmutableSet.of();
        };
    }

    private static ScoringFunction.Builder valid(Kind kind) {
        ScoringFunction.Builder builder = ScoringFunction.builder().kind(kind);
        return switch (kind) {
            case AS_IS -> builder;
            case GOALPOSTS -> builder.lower(d("1")).upper(d("2"));
            case TABLE -> builder.addPieces(piece("0", "10"));
            case BANDS -> builder.addBands(below("5"), from("5"));
            case PER_STEP -> builder.at(d("90")).score(d("25")).points(d("1")).per(d("1"));
            case INTERVAL ->
                builder.lowerLimit(d("0")).lower(d("5")).upper(d("6")).upperLimit(d("10"));
            case PASS, RATIO -> builder.at(d("60"));
        };
    }

    private static void assertRefused(ScoringFunction.Builder builder, Kind kind, String rule) {
        assertThatThrownBy(builder::build)
                .as(rule)
                .isInstanceOf(AssessmentRefusedException.class)
                .hasMessage("BAD_DEFINITION: a function of kind " + kind + " is incomplete or contradictory; " + rule);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesExactlyTheAttributesOfItsKind(Kind kind) {
        assertThatCode(() -> valid(kind).build()).doesNotThrowAnyException();
        ATTRIBUTES.forEach((name, set) -> {
            ScoringFunction.Builder builder = valid(kind);
            boolean isNeeded = needed(kind).contains(name);
            set.accept(builder, isNeeded ? Optional.empty() : Optional.of(d("3")));

            assertRefused(builder, kind, name + (isNeeded ? " is needed" : " does not belong to it"));
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesPiecesBandsScalesAndSteppingsOfItsKindAlone(Kind kind) {
        if (kind != Kind.TABLE) {
            assertRefused(valid(kind).addPieces(piece("0", "1")), kind, "pieces belong to a TABLE, which needs them");
        }
        if (kind != Kind.BANDS) {
            assertRefused(valid(kind).addBands(from("0")), kind, "bands belong to BANDS, which need them");
        }
        if (kind != Kind.GOALPOSTS) {
            assertRefused(valid(kind).scale(Scale.LOG), kind, "only GOALPOSTS have a scale");
        }
        if (kind != Kind.PER_STEP) {
            assertRefused(valid(kind).stepping(Stepping.FULL_STEPS), kind, "only PER_STEP has a stepping");
        }
        assertThatThrownBy(() -> valid(kind).direction(Direction.TARGET).build())
                .hasMessageStartingWith("NO_DIRECTION: a function got the direction TARGET");
    }

    @Test
    void needsThePiecesAndBandsOfItsKind() {
        assertRefused(
                ScoringFunction.builder().kind(Kind.TABLE), Kind.TABLE, "pieces belong to a TABLE, which needs them");
        assertRefused(ScoringFunction.builder().kind(Kind.BANDS), Kind.BANDS, "bands belong to BANDS, which need them");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesDecimalsAndLimitsThatAreNone(Kind kind) {
        assertThatCode(() -> valid(kind).cutTo(0).decimals(0).build()).doesNotThrowAnyException();
        assertThatCode(() -> valid(kind).floor(d("5")).cap(d("5.0")).build()).doesNotThrowAnyException();
        assertRefused(valid(kind).cutTo(-1), kind, "decimals are 0 or more");
        assertRefused(valid(kind).decimals(-1), kind, "decimals are 0 or more");
        assertRefused(valid(kind).floor(d("5")).cap(d("4")), kind, "the floor is at most the cap");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void aStepIsLongerThanNothing(String per) {
        assertRefused(valid(Kind.PER_STEP).per(d(per)), Kind.PER_STEP, "the length of a step is more than 0");
    }

    @Test
    void goalpostsLieApartInOrder() {
        assertThatThrownBy(() -> valid(Kind.GOALPOSTS).upper(d("1.0")).build())
                .hasMessage("ZERO_RANGE: both goalposts are 1, so that nothing lies between them;"
                        + " give goalposts that differ");
        assertRefused(
                valid(Kind.GOALPOSTS).upper(d("0")),
                Kind.GOALPOSTS,
                "the lower goalpost is below the upper one; where less is better say direction LOWER");
        assertThatThrownBy(() ->
                        valid(Kind.GOALPOSTS).scale(Scale.LOG).lower(d("0")).build())
                .hasMessage("NOT_POSITIVE: the lower goalpost 0 has no logarithm;"
                        + " give positive goalposts, or the scale LINEAR");
        assertThatCode(() -> valid(Kind.GOALPOSTS).lower(d("0")).build()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 6, 10, true",
        "0, 5, 5, 10, true",
        "5, 5, 6, 10, false",
        "0, 6, 5, 10, false",
        "0, 5, 10, 10, false",
        "0, 5, 11, 10, false",
    })
    void anIntervalLiesWithinItsLimits(String lowerLimit, String lower, String upper, String upperLimit, boolean fits) {
        ScoringFunction.Builder builder = ScoringFunction.builder()
                .kind(Kind.INTERVAL)
                .lowerLimit(d(lowerLimit))
                .lower(d(lower))
                .upper(d(upper))
                .upperLimit(d(upperLimit));

        if (fits) {
            assertThat(builder.build().kind()).isEqualTo(Kind.INTERVAL);
        } else {
            assertRefused(builder, Kind.INTERVAL, "lower limit < lower <= upper < upper limit");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, ZERO_TARGET", "-1, NEGATIVE_TARGET"})
    void aTargetThatIsDividedByIsPositive(String target, String reason) {
        assertThatThrownBy(() -> valid(Kind.RATIO).at(d(target)).build())
                .hasMessage(reason + ": no part of the target " + target
                        + " can be reached; use GOALPOSTS from a baseline, or PASS");
        assertThatCode(() -> valid(Kind.PASS).at(d(target)).build()).doesNotThrowAnyException();
    }

    @Test
    void piecesRiseAndDoNotOverlap() {
        String rule = "pieces rise and do not overlap";

        assertThatCode(() -> valid(Kind.TABLE)
                        .addPieces(piece("10", "20"), piece("21", "30"))
                        .build())
                .as("they may meet, and lie apart")
                .doesNotThrowAnyException();
        assertRefused(valid(Kind.TABLE).addPieces(piece("9", "20")), Kind.TABLE, rule);
        assertRefused(valid(Kind.TABLE).addPieces(piece("11", "11")), Kind.TABLE, rule);
        assertRefused(valid(Kind.TABLE).addPieces(piece("12", "11")), Kind.TABLE, rule);
    }

    @Test
    void bandsCoverTheLine() {
        assertThatThrownBy(() -> ScoringFunction.builder()
                        .kind(Kind.BANDS)
                        .addBands(below("5"), from("6"))
                        .build())
                .hasMessage("LEVELS_DO_NOT_PARTITION: [5, 6) has no level; let a level reach there, or add one");
        assertThatThrownBy(() -> ScoringFunction.builder()
                        .kind(Kind.BANDS)
                        .addBands(below("6"), from("5"))
                        .build())
                .hasMessageContaining("'0 points (1)'")
                .hasMessageContaining("'100 points (2)'");
        assertThatCode(() -> ScoringFunction.builder()
                        .kind(Kind.BANDS)
                        .addBands(
                                below("5"),
                                Band.builder()
                                        .lower(d("5"))
                                        .upper(d("6"))
                                        .score(d("0"))
                                        .build(),
                                from("6"))
                        .build())
                .as("two may have the same score")
                .doesNotThrowAnyException();
    }
}
