package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys have the order of the numbers, and of the ends of bounds, that they are made of. */
class RankKeysTest {
    static LongStream seeds() {
        return Seeds.of(RankKeysTest.class, 20);
    }

    private static Fraction over(long dividend, Fraction divisor) {
        return Fraction.of(dividend).dividedBy(divisor);
    }

    private static Score score(Random random, Fraction divisor) {
        int value = random.nextInt(12);
        return Score.of(Bounded.of(
                over(value, divisor),
                Qualifier.EXACT,
                random.nextInt(8) == 0 ? null : new End(over(value - random.nextInt(3), divisor), random.nextBoolean()),
                random.nextInt(8) == 0
                        ? null
                        : new End(over(value + random.nextInt(3), divisor), random.nextBoolean())));
    }

    /** Decimals, fractions over one denominator, those of many figures, and those whose denominators have nothing in common. */
    private static Score[] scores(Random random) {
        Fraction[] divisors = {
            Fraction.of(1), Fraction.of(103), Fraction.of("1E+25"), Fraction.of("123456789012345678907")
        };
        Fraction divisor = divisors[random.nextInt(divisors.length)];
        boolean haveNothingInCommon = random.nextInt(4) == 0;
        return IntStream.range(0, 20)
                .mapToObj(i -> score(
                        random,
                        haveNothingInCommon
                                ? Fraction.of(new BigDecimal("3E+2000").add(BigDecimal.valueOf(2L * i + 1)))
                                : divisor))
                .toArray(Score[]::new);
    }

    /** An end is before another one by where it is, and at one place by whether it lies inside or outside of it. */
    private static int compare(Score one, boolean isLower, Score other, boolean isOtherLower) {
        End end = (isLower ? one.exact().lower() : one.exact().upper()).orElse(null);
        End than = (isOtherLower ? other.exact().lower() : other.exact().upper()).orElse(null);
        if (end == null || than == null) {
            return Integer.compare(end == null ? (isLower ? -1 : 1) : 0, than == null ? (isOtherLower ? -1 : 1) : 0);
        }
        int order = end.at().compareTo(than.at());
        return order != 0
                ? order
                : Integer.compare(end.included() ? 0 : isLower ? 1 : -1, than.included() ? 0 : isOtherLower ? 1 : -1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void haveTheOrderOfTheNumbers(long seed) {
        Score[] scores = scores(new Random(seed));
        RankKeys keys = RankKeys.of(scores);
        RankKeys opposite = keys.negated();

        for (int i = 0; i < scores.length; i++) {
            Bounded own = scores[i].exact();
            assertThat(keys.isExact(i))
                    .isEqualTo(own.isExact()
                            && own.lower().orElseThrow().included()
                            && own.upper().orElseThrow().included());
            for (int j = 0; j < scores.length; j++) {
                assertThat(Long.compare(keys.values[i], keys.values[j]))
                        .isEqualTo(own.value().compareTo(scores[j].exact().value()));
                assertThat(Long.compare(keys.lower[i], keys.upper[j]))
                        .isEqualTo(compare(scores[i], true, scores[j], false));
                assertThat(Long.compare(keys.lower[i], keys.lower[j]))
                        .isEqualTo(compare(scores[i], true, scores[j], true));
                assertThat(Long.compare(keys.upper[i], keys.upper[j]))
                        .isEqualTo(compare(scores[i], false, scores[j], false));
                assertThat(Long.compare(opposite.lower[i], opposite.upper[j]))
                        .isEqualTo(compare(scores[j], true, scores[i], false));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000000000000000000000000", "1E+30"})
    void tellNumbersApartWhoseFirstDigitsAreEqual(String first) {
        BigDecimal from = new BigDecimal(first);
        Score[] scores = IntStream.of(3, 1, 2, 1)
                .mapToObj(last -> Score.of(from.add(BigDecimal.valueOf(last))))
                .toArray(Score[]::new);

        long[] values = RankKeys.of(scores).values;

        assertThat(values[1]).isEqualTo(values[3]).isLessThan(values[2]);
        assertThat(values[2]).isLessThan(values[0]);
    }

    /** Whatever lies between two whole numbers may be better than what lies between the same two. */
    @Test
    void letScoresBetweenTheSameNumbersChangePlaces() {
        Range<BigDecimal> bounds = Range.open(BigDecimal.ZERO, BigDecimal.ONE);
        Map<String, Score> scores =
                ImmutableMap.of("a", Score.of(BigDecimal.ONE, bounds), "b", Score.of(BigDecimal.ZERO, bounds));

        assertThat(Ranking.competition().rank(scores).places())
                .map(Ranks.Place::toString)
                .containsExactly("a 1 (1-2)", "b 2 (1-2)");
    }
}
