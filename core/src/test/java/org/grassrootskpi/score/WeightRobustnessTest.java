package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.base.Splitter;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.score.WeightRobustness.Neighbours;
import org.grassrootskpi.score.WeightRobustness.RankRange;
import org.junit.jupiter.api.Test;

class WeightRobustnessTest {
    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static WeightRobustness tai() {
        return WeightRobustness.of(Tai.card("EW").score(Tai.figures()));
    }

    @Test
    void findsTheToleranceOfNeighboursToSixDigits() {
        List<Neighbours> neighbours = tai().neighbours();
        List<NamedCsvRecord> rows = PublishedTable.rows("robust-tai-tolerance");

        assertThat(neighbours).hasSameSizeAs(rows).hasSize(22);
        for (int i = 0; i < rows.size(); i++) {
            Neighbours pair = neighbours.get(i);
            assertThat(List.of(pair.ahead(), pair.behind()))
                    .isEqualTo(
                            List.of(rows.get(i).getField("ahead"), rows.get(i).getField("behind")));
            // Differences are of scores from 0 to 100 here.
            assertThat(pair.difference().movePointLeft(2))
                    .isCloseTo(number(rows.get(i), "difference"), within(d("0.0000000006")));
            assertThat(pair.tolerance().orElseThrow())
                    .isCloseTo(number(rows.get(i), "tolerance"), within(d("0.0000006")));
        }
    }

    @Test
    void countsThePairsThatNoWeightsCanTurn() {
        WeightRobustness tai = tai();

        for (NamedCsvRecord row : PublishedTable.rows("robust-tai-pairs")) {
            assertThat(tai.robustPairs(number(row, "weight_tolerance")))
                    .as(row.toString())
                    .isEqualTo(Long.parseLong(row.getField("robust_pairs")));
        }
    }

    @Test
    void findsTheRangesOfPlacesByPairs() {
        Map<String, RankRange> ranges =
                tai().rankRanges(d("0.25")).stream().collect(Collectors.toMap(RankRange::member, Function.identity()));

        for (NamedCsvRecord row : PublishedTable.rows("robust-tai-rank-ranges")) {
            RankRange range = Objects.requireNonNull(ranges.get(row.getField("country")));
            assertThat(range)
                    .isEqualTo(new RankRange(
                            row.getField("country"),
                            Integer.parseInt(row.getField("best_by_pairs")),
                            Integer.parseInt(row.getField("worst_by_pairs"))));
            assertThat(range.best()).isLessThanOrEqualTo(Integer.parseInt(row.getField("best_exact")));
            assertThat(range.worst()).isGreaterThanOrEqualTo(Integer.parseInt(row.getField("worst_exact")));
        }
    }

    /** Exact fractions for two indicators, min-max of the five: each estimate lies within five standard errors. */
    @Test
    void estimatesTheAcceptabilityOfPlaces() {
        List<NamedCsvRecord> rows = PublishedTable.rows("smaa-two-indicators");
        List<List<BigDecimal>> scores = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            scores.add(new ArrayList<>(List.of(number(row, "exports"), number(row, "schooling"))));
        }
        for (int j = 0; j < 2; j++) {
            int column = j;
            List<Score> normalised = Normalisation.of(Normalisation.Kind.MIN_MAX)
                    .scores(scores.stream().map(row -> row.get(column)).toList());
            for (int i = 0; i < scores.size(); i++) {
                scores.get(i).set(j, normalised.get(i).value());
            }
        }
        List<String> countries =
                rows.stream().map(row -> row.getField("country")).toList();
        RankAcceptability drawn =
                WeightRobustness.of(countries, List.of(d("1"), d("1")), scores).rankAcceptability(20_000, 7);

        for (NamedCsvRecord row : rows) {
            for (int rank = 1; rank <= 5; rank++) {
                double exact = fraction(row.getField("b" + rank));
                double error = Math.sqrt(exact * (1 - exact) / 20_000);
                assertThat(drawn.share(row.getField("country"), rank))
                        .as(row.getField("country") + " " + rank)
                        .isCloseTo(exact, within(5 * error + 1e-12));
            }
        }
        assertThat(drawn.draws()).isEqualTo(20_000);
        assertThat(drawn.standardError("Japan", 1)).isCloseTo(0.0033, within(0.0002));
        assertThatThrownBy(() -> drawn.share("Japan", 6)).hasMessageContaining("UNKNOWN_ID");
    }

    private static double fraction(String text) {
        List<String> parts = Splitter.on('/').splitToList(text);
        double above = Double.parseDouble(parts.get(0));
        return parts.size() == 1 ? above : above / Double.parseDouble(parts.get(1));
    }

    /** Rows and columns of the acceptability add up to 1 where nobody ties; the same seed gives the same answer. */
    @Test
    void addsUpAndRepeatsItself() {
        RankAcceptability once = tai().rankAcceptability(500, 3);
        RankAcceptability again = tai().rankAcceptability(500, 3);
        double ofFirstPlace = 0;
        for (String member : tai().members()) {
            double ofMember = 0;
            for (int rank = 1; rank <= 23; rank++) {
                ofMember += once.share(member, rank);
                assertThat(once.share(member, rank)).isEqualTo(again.share(member, rank));
            }
            assertThat(ofMember).isCloseTo(1, within(1e-9));
            ofFirstPlace += once.share(member, 1);
        }

        assertThat(ofFirstPlace).isCloseTo(1, within(1e-9));
    }

    /** Two members by hand: weights 0.5 and 0.5, D = 3 and -1: S = 1, K = 2, so the order turns at half of the weights. */
    @Test
    void agreesWithPaperAndPencil() {
        WeightRobustness two = WeightRobustness.of(
                List.of("a", "b", "c"),
                List.of(d("1"), d("1")),
                List.of(List.of(d("6"), d("2")), List.of(d("3"), d("3")), List.of(d("2"), d("2"))));

        assertThat(two.tolerance("a", "b")).contains(d("0.5"));
        assertThat(two.tolerance("b", "a")).contains(d("-0.5"));
        assertThat(two.tolerance("b", "c")).isEmpty();
        assertThat(two.dominates("a", "b", d("0.49"))).isTrue();
        assertThat(two.dominates("a", "b", d("0.5"))).isFalse();
        assertThat(two.tolerance("a", "a")).contains(BigDecimal.ZERO);
        assertThatThrownBy(() -> two.dominates("a", "b", d("1.1"))).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> two.tolerance("a", "x")).hasMessageContaining("UNKNOWN_ID");
        assertThatThrownBy(() -> WeightRobustness.of(List.of("a"), List.of(d("0")), List.of(List.of(d("1")))))
                .hasMessageContaining("BAD_WEIGHTS");
        assertThatThrownBy(() -> WeightRobustness.of(List.of("a"), List.of(d("1")), List.of()))
                .hasMessageContaining("BAD_DEFINITION");
    }

    @Test
    void refusesWhatIsNoWeightedSum() {
        assertThatThrownBy(() -> WeightRobustness.of(
                        HumanDevelopment.CARD.score(MemberFigures.builder().build())))
                .hasMessageContaining("GEOMETRIC");
        Scorecard card = Scorecard.of(
                        LocalizedText.of("考核", "Assessment"),
                        ScoreItem.of("a", d("50"), ScoringFunction.asIs()),
                        ScoreItem.of("b", d("50"), ScoringFunction.asIs()))
                .withMissing(MissingScores.renormalise(d("0.5")));
        BigDecimal[][] values = {{d("1"), null}};
        assertThatThrownBy(() ->
                        WeightRobustness.of(card.score(MemberFigures.of(List.of("m"), List.of("a", "b"), values))))
                .hasMessageContaining("lacks a figure");
    }

    /**
     * The closed form against weights at the corners of the tolerance: no corner turns an order below d*, and some corner does so above it.
     * Corners of pairs: one weight up as another goes down.
     */
    @Property
    void isTurnedByNoWeightsBelowTheTolerance(
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 0, max = 20) Integer> values,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        List<List<BigDecimal>> scores = List.of(
                values.subList(0, 3).stream().map(BigDecimal::valueOf).toList(),
                values.subList(3, 6).stream().map(BigDecimal::valueOf).toList());
        WeightRobustness robust = WeightRobustness.of(List.of("a", "b"), List.of(d("5"), d("3"), d("2")), scores);
        double tolerance = percent / 100.0;
        double[] weights = {0.5, 0.3, 0.2};
        boolean isTurned = false;
        // All corners of the box that the sum 1 leaves: two weights at ends, the third one takes the rest.
        for (int free = 0; free < 3; free++) {
            for (int ends = 0; ends < 4; ends++) {
                double[] changed = new double[3];
                double rest = 1;
                int bit = 0;
                for (int i = 0; i < 3; i++) {
                    if (i != free) {
                        changed[i] = weights[i] * (((ends >> bit++) & 1) == 0 ? 1 - tolerance : 1 + tolerance);
                        rest -= changed[i];
                    }
                }
                changed[free] = rest;
                if (Math.abs(rest - weights[free]) <= weights[free] * tolerance + 1e-12) {
                    double difference = 0;
                    for (int i = 0; i < 3; i++) {
                        difference += changed[i] * (values.get(i) - values.get(3 + i));
                    }
                    isTurned |= difference <= 1e-12;
                }
            }
        }

        assertThat(robust.dominates("a", "b", BigDecimal.valueOf(percent, 2))).isEqualTo(!isTurned);
        Optional<BigDecimal> star = robust.tolerance("a", "b");
        if (star.isPresent() && star.get().compareTo(BigDecimal.valueOf(percent, 2)) != 0) {
            assertThat(star.get().doubleValue() > tolerance).isEqualTo(!isTurned);
        }
    }
}
