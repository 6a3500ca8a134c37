package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lead of one member over another, in both matrices, against its definition: weights may change to anything from nothing to twice
 * themselves while their sum stays, and the lead falls most where the first items in some order get twice theirs.
 */
class ScoreMatrixTest {
    private static Fraction over(long dividend, long divisor) {
        return Fraction.of(dividend).dividedBy(Fraction.of(divisor));
    }

    private static Fraction sum(List<Fraction> numbers) {
        return numbers.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Fraction composite(Fraction[] weights, Fraction[] scores) {
        return sum(IntStream.range(0, weights.length)
                .mapToObj(i -> weights[i].times(scores[i]))
                .toList());
    }

    /** Returns the most by which the lead can fall, trying all orders in which items are given twice their weight. */
    private static Fraction fall(Fraction[] weights, Fraction[] ahead, Fraction[] behind) {
        Fraction[] differences = new Fraction[weights.length];
        Arrays.setAll(differences, i -> ahead[i].minus(behind[i]));
        Fraction lead = composite(weights, differences);
        Fraction least = lead;
        for (List<Integer> order : Collections2.permutations(
                IntStream.range(0, weights.length).boxed().toList())) {
            Fraction left = sum(List.of(weights));
            Fraction changed = Fraction.ZERO;
            for (int item : order) {
                Fraction own = left.min(weights[item].times(Fraction.of(2)));
                changed = changed.plus(own.times(differences[item]));
                left = left.minus(own);
            }
            least = least.min(changed);
        }
        return lead.minus(least);
    }

    private static int[] order(Fraction[] weights, Fraction[][] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> composite(weights, scores[row]))
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Fraction[] weights(Random random, int items) {
        Fraction[] weights = new Fraction[items];
        Arrays.setAll(weights, i -> over(1 + random.nextInt(9), 1 + random.nextInt(6)));
        return weights;
    }

    private static Fraction[][] scores(Random random, int members, int items) {
        Fraction[][] scores = new Fraction[members][items];
        for (Fraction[] row : scores) {
            Arrays.setAll(row, i -> over(random.nextInt(13) - 6, 1 + random.nextInt(7)));
        }
        return scores;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void leadsAreThoseOfTheDefinition(int items) {
        Random random = new Random(items);
        for (int round = 0; round < 40; round++) {
            Fraction[] weights = weights(random, items);
            Fraction[][] scores = scores(random, 5, items);
            ScoreMatrix matrix = Objects.requireNonNull(ScoreMatrix.of(weights, scores));

            assertThat(matrix.order()).isEqualTo(order(weights, scores));
            for (int a = 0; a < scores.length; a++) {
                for (int b = 0; b < scores.length; b++) {
                    ScoreMatrix.Lead lead = matrix.lead(a, b);
                    assertThat(matrix.composite(lead.difference()))
                            .isEqualTo(composite(weights, scores[a]).minus(composite(weights, scores[b])));
                    assertThat(matrix.composite(lead.fall())).isEqualTo(fall(weights, scores[a], scores[b]));
                }
            }
        }
    }

    /** With a weight of one, eight times the largest score has to fit into 61 bits. */
    @ParameterizedTest
    @CsvSource({
        "288230376151711743, true",
        "288230376151711744, false",
        "-288230376151711743, true",
        "-288230376151711744, false"
    })
    void thereIsNoMatrixOfNumbersThatAreTooLong(long score, boolean fits) {
        Fraction[] one = {Fraction.ONE};

        assertThat(ScoreMatrix.of(one, new Fraction[][] {{Fraction.of(score)}}) != null)
                .isEqualTo(fits);
    }

    @Test
    void thereIsNoMatrixOfDenominatorsWithoutAShortMultiple() {
        Fraction[] one = {Fraction.ONE};
        Fraction longest = over(1, (1L << 61) - 1);
        Fraction tooLong = Fraction.ONE.dividedBy(
                Fraction.of(new BigDecimal(BigInteger.TWO.pow(61).add(BigInteger.ONE))));

        assertThat(ScoreMatrix.of(one, new Fraction[][] {{longest}})).isNotNull();
        assertThat(ScoreMatrix.of(one, new Fraction[][] {{tooLong}})).isNull();
        assertThat(ScoreMatrix.of(one, new Fraction[][] {{longest}, {Fraction.ONE}}))
                .isNull();
        assertThat(ScoreMatrix.of(
                        new Fraction[] {tooLong, Fraction.ONE}, new Fraction[][] {{Fraction.ONE, Fraction.ONE}}))
                .isNull();
    }

    private static List<ScoreColumns.Leaf> leaves(Fraction[] weights, BigDecimal[][] scores) {
        List<ScoreColumns.Leaf> leaves = new ArrayList<>();
        for (int item = 0; item < weights.length; item++) {
            Map<String, Map<String, Quantity>> figures = new HashMap<>();
            List<String> members = new ArrayList<>();
            for (int row = 0; row < scores.length; row++) {
                members.add("m" + row);
                figures.put("m" + row, Map.of("item", Quantity.ofExact(scores[row][item], Unit.COUNT)));
            }
            LinearScore scored = Objects.requireNonNull(LinearScore.of(
                    ScoreItem.of("item", BigDecimal.ONE, ScoringFunction.asIs()),
                    FigureColumn.of("item", members, figures)));
            leaves.add(new ScoreColumns.Leaf(scored, weights[item]));
        }
        return leaves;
    }

    /** Items have different numbers of decimals, so that each column has a denominator of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void columnsGiveTheSameLeadsInBothMatrices(int items) {
        Random random = new Random(100 + items);
        for (int round = 0; round < 20; round++) {
            Fraction[] weights = weights(random, items);
            BigDecimal[][] scores = new BigDecimal[5][items];
            for (BigDecimal[] row : scores) {
                Arrays.setAll(row, i -> BigDecimal.valueOf(random.nextInt(400) - 200, i));
            }
            Fraction[][] exact = Arrays.stream(scores)
                    .map(row -> Arrays.stream(row).map(Fraction::of).toArray(Fraction[]::new))
                    .toArray(Fraction[][]::new);
            List<ScoreColumns.Leaf> leaves = leaves(weights, scores);
            ScoreMatrix matrix = Objects.requireNonNull(ScoreMatrix.of(weights, leaves, new int[] {0, 1, 2, 3, 4}));
            WideScoreMatrix wide = WideScoreMatrix.of(weights, leaves, 5);

            assertThat(matrix.order()).isEqualTo(order(weights, exact));
            assertThat(wide.order()).isEqualTo(order(weights, exact));
            for (int a = 0; a < scores.length; a++) {
                for (int b = 0; b < scores.length; b++) {
                    Fraction difference = composite(weights, exact[a]).minus(composite(weights, exact[b]));
                    Fraction fall = fall(weights, exact[a], exact[b]);
                    assertThat(matrix.composite(matrix.lead(a, b).difference())).isEqualTo(difference);
                    assertThat(matrix.composite(matrix.lead(a, b).fall())).isEqualTo(fall);
                    assertThat(wide.composite(wide.lead(a, b).difference())).isEqualTo(difference);
                    assertThat(wide.composite(wide.lead(a, b).fall())).isEqualTo(fall);
                }
            }
        }
    }

    /** Fifteen digits beside a denominator of nine decimals need more than longs have; the wide matrix has room for them. */
    @Test
    void longColumnsHaveTheWideMatrixAlone() {
        Fraction[] weights = {over(1, 3), over(2, 3)};
        BigDecimal[][] scores = {
            {new BigDecimal("999999999999999"), new BigDecimal("0.000000001")},
            {new BigDecimal("999999999999998"), new BigDecimal("0.000000002")}
        };
        List<ScoreColumns.Leaf> leaves = leaves(weights, scores);
        WideScoreMatrix wide = WideScoreMatrix.of(weights, leaves, 2);

        assertThat(ScoreMatrix.of(weights, leaves, new int[] {0, 1})).isNull();
        assertThat(wide.order()).containsExactly(0, 1);
        // A third of one, less two thirds of 10^-9; at worst the second item alone counts.
        assertThat(wide.composite(wide.lead(0, 1).difference()))
                .isEqualTo(over(1, 3).minus(over(2, 3_000_000_000L)));
        assertThat(wide.composite(wide.lead(0, 1).fall()))
                .isEqualTo(over(1, 3).minus(over(2, 3_000_000_000L)).plus(over(1, 1_000_000_000L)));
    }
}
