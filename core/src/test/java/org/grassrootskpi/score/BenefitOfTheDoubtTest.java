package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.grassrootskpi.assess.PublishedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.assess.PublishedTable;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

/**
 * Weights that each member chooses for itself ("benefit of the doubt", OECD/JRC Handbook, table 19), with the scores of this package and a
 * solver of linear programmes beside it: how to compute what the package leaves out.
 */
class BenefitOfTheDoubtTest {
    private static final double LEAST_SHARE = 0.10;
    private static final double MOST_SHARE = 0.15;

    @Test
    void reproducesTheScoresAndPlacesOfTheHandbook() {
        List<NamedCsvRecord> published = PublishedTable.rows("tai-benefit-of-the-doubt");
        double[][] indicators = minMax();
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (int i = 0; i < indicators.length; i++) {
            scores.put(published.get(i).getField("country"), BigDecimal.valueOf(best(indicators, indicators[i])));
        }

        Ranks ranks = Ranking.competition().rounded(9).rankValues(scores);
        Map<String, BigDecimal> printed = new LinkedHashMap<>();
        published.forEach(row -> printed.put(row.getField("country"), number(row, "score")));
        assertThat(scores).hasSize(23);
        scores.forEach((country, score) ->
                assertThat(score).as(country).isCloseTo(printed.get(country), within(new BigDecimal("0.007"))));
        for (NamedCsvRecord row : PublishedTable.rows("tai-ranks")) {
            String country = row.getField("country");
            assertThat(ranks.place(country).rank()).as(country).isEqualByComparingTo(number(row, "BOD"));
        }
    }

    /** Min-max of the sample, a row for each country. */
    private static double[][] minMax() {
        List<NamedCsvRecord> rows = PublishedTable.rows("tai-raw");
        double[][] scores = new double[rows.size()][Tai.INDICATORS.size()];
        for (int j = 0; j < Tai.INDICATORS.size(); j++) {
            String id = Tai.INDICATORS.get(j);
            List<Score> column = Normalisation.of(Normalisation.Kind.MIN_MAX)
                    .scores(rows.stream().map(row -> number(row, id)).toList());
            for (int i = 0; i < rows.size(); i++) {
                scores[i][j] = column.get(i).value().doubleValue() / 100;
            }
        }
        return scores;
    }

    /** The largest w I of a member such that no member has more than 1, each weight being between 10 and 15 % of all. */
    private static double best(double[][] all, double[] own) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (double[] member : all) {
            constraints.add(new LinearConstraint(member, Relationship.LEQ, 1));
        }
        for (int j = 0; j < own.length; j++) {
            constraints.add(new LinearConstraint(minusShare(own.length, j, LEAST_SHARE), Relationship.GEQ, 0));
            constraints.add(new LinearConstraint(minusShare(own.length, j, MOST_SHARE), Relationship.LEQ, 0));
        }
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(own, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    /** The coefficients of w_j - share * (w_1 + ... + w_n). */
    private static double[] minusShare(int size, int j, double share) {
        double[] coefficients = new double[size];
        Arrays.fill(coefficients, -share);
        coefficients[j] += 1;
        return coefficients;
    }
}
