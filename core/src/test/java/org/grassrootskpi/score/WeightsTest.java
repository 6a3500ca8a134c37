package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Weights from judgements of pairs and from the data. */
class WeightsTest {
    private static final double[][] CONTRADICTORY = {{1, 9, 1 / 9.0}, {1 / 9.0, 1, 9}, {9, 1 / 9.0, 1}};

    private static double[][] equal(int items) {
        double[][] judgements = new double[items][items];
        for (double[] row : judgements) {
            Arrays.fill(row, 1);
        }
        return judgements;
    }

    private static void assertNoMatrix(double[][] judgements) {
        assertThatThrownBy(() -> PairwiseWeights.of(judgements))
                .hasMessage(
                        "BAD_DEFINITION: the judgements of pairs are no square matrix of up to 15 items with positive"
                                + " numbers and their reciprocals; give 1 in the diagonal, and 1 / x where the mirror image is x");
    }

    @Test
    void judgementsAreASquareOfReciprocals() {
        assertThat(PairwiseWeights.of(equal(15)).weights()).hasSize(15);
        assertNoMatrix(equal(16));
        assertNoMatrix(new double[0][]);
        assertNoMatrix(new double[][] {{2}});
        assertNoMatrix(new double[][] {{1, 2}});
        assertNoMatrix(new double[][] {{1, 3}, {0.3, 1}});
        assertNoMatrix(new double[][] {{-1, -3}, {-1 / 3.0, -1}});
        assertThat(PairwiseWeights.of(new double[][] {{1, 3}, {0.33, 1}}).weights())
                .as("a third with two digits")
                .hasSize(2);
    }

    /** The reciprocal of 300 with two digits would be nothing. */
    @Test
    void aJudgementIsMoreThanNothing() {
        assertNoMatrix(new double[][] {{1, 0}, {300, 1}});
        assertNoMatrix(new double[][] {{1, 300}, {0, 1}});
        assertNoMatrix(new double[][] {{1, -0.001}, {300, 1}});
        assertNoMatrix(new double[][] {{1, Double.NaN}, {Double.NaN, 1}});
    }

    @Test
    void judgementsThatContradictEachOtherAreRefusedAboveALimit() {
        double ratio = PairwiseWeights.accepting(10, CONTRADICTORY).consistencyRatio();

        assertThat(ratio).isCloseTo((9 + 1 + 1 / 9.0 - 3) / 2 / 0.58, Offset.offset(1e-9));
        assertThat(PairwiseWeights.accepting(ratio, CONTRADICTORY).weights())
                .allSatisfy(weight -> assertThat(weight).isCloseTo(1 / 3.0, Offset.offset(1e-9)));
        assertThatThrownBy(() -> PairwiseWeights.of(CONTRADICTORY))
                .hasMessageStartingWith(
                        "INCONSISTENT_JUDGEMENTS: the judgements have a consistency ratio of 6.13, above 0.1;");
    }

    @Test
    void aColumnThatSaysNothingHasNoEntropyWeight() {
        assertThat(DataWeights.entropy(new double[][] {{0, 1}, {1, 1}}))
                .satisfiesExactly(
                        one -> assertThat(one).isCloseTo(1, Offset.offset(1e-12)),
                        other -> assertThat(other).isCloseTo(0, Offset.offset(1e-12)));
        assertThatThrownBy(() -> DataWeights.entropy(new double[][] {{1, 0}, {1, 0}}))
                .hasMessageStartingWith("NOT_POSITIVE: the entropy of column 2 needs");
        assertThatThrownBy(() -> DataWeights.entropy(new double[][] {{1, -1}, {1, 3}}))
                .hasMessageStartingWith("NOT_POSITIVE: the entropy of column 2 needs");
    }

    @Test
    void weightsFromDataNeedAWholeTable() {
        for (double[][] table : new double[][][] {{}, {{1, 2}}, {{}, {}}, {{1, 2}, {1}}}) {
            assertThatThrownBy(() -> DataWeights.critic(table)).hasMessageStartingWith("BAD_DEFINITION: ");
            assertThatThrownBy(() -> DataWeights.entropy(table)).hasMessageStartingWith("BAD_DEFINITION: ");
        }
        assertThatThrownBy(() -> DataWeights.critic(new double[][] {{1, 2}, {3, 2}}))
                .hasMessage("ZERO_RANGE: all figures of column 2 are the same; leave it out");
        assertThat(DataWeights.critic(new double[][] {{-5, 1}, {5, -1}}))
                .as("opposite columns say as much as each other")
                .satisfiesExactly(
                        one -> assertThat(one).isCloseTo(0.5, Offset.offset(1e-12)),
                        other -> assertThat(other).isCloseTo(0.5, Offset.offset(1e-12)));
    }
}
