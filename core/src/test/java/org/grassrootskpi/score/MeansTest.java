package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Means of scores with bounds, and the moments of numbers. */
class MeansTest {
    private static final List<Fraction> EVEN = List.of(Fraction.ONE, Fraction.ONE);

    private static Fraction f(String number) {
        return Fraction.of(number);
    }

    private static Bounded score(String value, @Nullable End lower, @Nullable End upper) {
        return Bounded.of(f(value), Qualifier.EXACT, lower, upper);
    }

    private static End in(String at) {
        return new End(f(at), true);
    }

    private static End out(String at) {
        return new End(f(at), false);
    }

    /** The geometric mean of 4 and 9 is 6, the harmonic mean of 3 and 6 is 4: no rounding is in between. */
    @Test
    void exactScoresHaveTheMeanOfTheDefinition() {
        assertThat(Means.of(Aggregation.GEOMETRIC, List.of(Bounded.of(f("4")), Bounded.of(f("9"))), EVEN)
                        .value())
                .isEqualTo(f("6"));
        assertThat(Means.of(Aggregation.HARMONIC, List.of(Bounded.of(f("3")), Bounded.of(f("6"))), EVEN))
                .isEqualTo(Bounded.of(f("4")));
    }

    /** An end of the mean is included if the ends of all scores are. */
    @Test
    void endsOfAHarmonicMeanAreIncludedWhereAllEndsAre() {
        Bounded closed = Means.of(
                Aggregation.HARMONIC, List.of(score("3.5", in("3"), in("4")), score("7", in("6"), in("12"))), EVEN);
        Bounded mixed = Means.of(
                Aggregation.HARMONIC, List.of(score("3.5", in("3"), out("4")), score("7", out("6"), in("12"))), EVEN);

        assertThat(closed.lower()).isEqualTo(Optional.of(in("4")));
        assertThat(closed.upper()).isEqualTo(Optional.of(in("6")));
        assertThat(mixed.lower()).isEqualTo(Optional.of(out("4")));
        assertThat(mixed.upper()).isEqualTo(Optional.of(out("6")));
    }

    /** Where a root has no end, its bounds enclose it and are included whatever the scores' ends are. */
    @Test
    void endsOfAGeometricMeanAreIncludedWhereTheyAreRounded() {
        Bounded mean = Means.of(
                Aggregation.GEOMETRIC,
                List.of(score("1.5", out("1"), out("2")), score("1.5", out("1"), out("3"))),
                EVEN);

        assertThat(mean.lower()).isEqualTo(Optional.of(out("1")));
        assertThat(mean.upper().orElseThrow().included()).isTrue();
        assertThat(mean.upper().orElseThrow().at().toDecimal().doubleValue()).isCloseTo(Math.sqrt(6), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"GEOMETRIC", "HARMONIC"})
    void aScoreThatMayBeNothingMakesTheMeanOneThatMayBeNothing(Aggregation aggregation) {
        Bounded whole = score("2", in("2"), in("2"));

        assertThat(Means.of(aggregation, List.of(score("1", in("0"), in("2")), whole), EVEN)
                        .lower())
                .isEqualTo(Optional.of(in("0")));
        assertThat(Means.of(aggregation, List.of(score("1", null, in("2")), whole), EVEN)
                        .lower())
                .isEqualTo(Optional.of(in("0")));
        assertThat(Means.of(aggregation, List.of(score("1", in("1"), null), whole), EVEN)
                        .upper())
                .isEmpty();
    }

    /** Mean 2, variance of the sample 2, so that the penalty is 1. */
    @Test
    void thePenaltyIsTheVarianceOverTheMean() {
        List<Bounded> scores = List.of(Bounded.of(f("1")), Bounded.of(f("3")));

        assertThat(Means.of(Aggregation.AMPI_MINUS, scores, EVEN).value()).isEqualTo(f("1"));
        assertThat(Means.of(Aggregation.AMPI_PLUS, scores, EVEN).value()).isEqualTo(f("3"));
        assertThatThrownBy(
                        () -> Means.of(Aggregation.AMPI_MINUS, List.of(Bounded.of(f("1")), Bounded.of(f("-1"))), EVEN))
                .isInstanceOf(AssessmentRefusedException.class)
                .hasMessageContaining("the penalty divides by the mean, which is 0");
    }

    /** Whatever the scores are within their bounds, the mean with its penalty lies within its own. */
    @Test
    void theBoundsOfAPenalisedMeanEncloseIt() {
        Bounded mean = Means.of(
                Aggregation.AMPI_MINUS, List.of(score("2", in("1"), in("3")), score("4", in("3"), in("6"))), EVEN);

        for (String low : List.of("1", "2", "3")) {
            for (String high : List.of("3", "4.5", "6")) {
                Fraction exact = Means.of(
                                Aggregation.AMPI_MINUS, List.of(Bounded.of(f(low)), Bounded.of(f(high))), EVEN)
                        .value();
                assertThat(mean.lower().orElseThrow().at().compareTo(exact)).isLessThanOrEqualTo(0);
                assertThat(mean.upper().orElseThrow().at().compareTo(exact)).isGreaterThanOrEqualTo(0);
            }
        }
    }

    /** Of 1, 2, 6 and 10, 20, 30: deviations -2, -1, 3 and -10, 0, 10, products 20 + 0 + 30, over 2. */
    @Test
    void covarianceHasTheDivisorOfASample() {
        double[] x = {1, 2, 6};
        double[] y = {10, 20, 30};

        assertThat(Moments.covariance(x, y)).isEqualTo(25);
        assertThat(Moments.covariance(x, x)).isEqualTo(7);
        assertThat(Moments.correlation(x, y)).isCloseTo(25 / Math.sqrt(700), within(1e-15));
    }
}
