package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.score.EffectiveWeights.Effect;
import org.grassrootskpi.score.Explanation.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final LocalizedText NAME = LocalizedText.of("考核", "Assessment");

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static ScoreItem item(String id, int weight) {
        return ScoreItem.of(id, BigDecimal.valueOf(weight), ScoringFunction.asIs());
    }

    private static Scorecard card(int a, int b, int c) {
        return Scorecard.of(
                        NAME,
                        item("a", a),
                        ScoreItem.group("g", BigDecimal.valueOf(100L - a), item("b", b), item("c", c)))
                .withMissing(MissingScores.renormalise(d("0.001")));
    }

    private static MemberScore member(Scorecard card, String... figures) {
        MemberFigures.Builder builder = MemberFigures.builder().member("m");
        List<String> ids = List.of("a", "b", "c");
        for (int i = 0; i < figures.length; i++) {
            if (!figures[i].isEmpty()) {
                builder.put("m", ids.get(i), Quantity.parse(figures[i]));
            }
        }
        return card.score(builder.build()).member("m");
    }

    @Test
    void listsWherePointsAreLost() {
        List<Part> parts = Explanation.parts(member(card(40, 50, 50), "90个", "50个", "100个"));

        assertThat(parts)
                .map(part -> part.item() + " " + part.contribution() + " " + part.lost())
                .containsExactly("b 15 15", "a 36 4", "c 30 0");
    }

    @Test
    void saysHowMuchWeightWasMovedByWhatIsMissing() {
        List<Part> parts = Explanation.parts(member(card(40, 50, 50), "90个", "50个", ""));

        assertThat(parts)
                .map(part -> part.item() + " " + part.contribution() + " " + part.moved())
                .containsExactly("b 30 0.3", "a 36 0");
    }

    @Test
    void saysWhatIsNeeded() {
        MemberScore member = member(card(40, 50, 50), "90个", "50个", "100个");

        assertThat(Explanation.needed(member, "b", d("90"))).isEqualByComparingTo("30");
        assertThat(Explanation.needed(member, "b", d("80"))).isZero();
        assertThatThrownBy(() -> Explanation.needed(member, "a", d("90")))
                .hasMessageContaining("OUT_OF_REACH")
                .hasMessageContaining("10 are left");
        assertThatThrownBy(() -> Explanation.needed(member, "x", d("90"))).hasMessageContaining("UNKNOWN_ID");
        assertThatThrownBy(() -> Explanation.parts(member(card(40, 50, 50), "", "", "")))
                .hasMessageContaining("COVERAGE");
    }

    /** Bennet's split adds up to the change exactly, also where weights change or a figure is missing at one date. */
    @Property
    void splitsAChangeExactly(
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 0, max = 100) Integer> values,
            @ForAll @IntRange(min = 1, max = 99) int weight,
            @ForAll @IntRange(min = 1, max = 99) int inner,
            @ForAll @IntRange(min = 0, max = 3) int missing) {
        String[] then = new String[3];
        String[] now = new String[3];
        for (int i = 0; i < 3; i++) {
            then[i] = values.get(i) + "个";
            now[i] = i + 1 == missing ? "" : values.get(3 + i) + "个";
        }
        MemberScore before = member(card(40, 50, 50), then);
        MemberScore after = member(card(weight, inner, 100 - inner), now);
        BigDecimal sum = Explanation.change(before, after).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal change = after.base()
                .orElseThrow()
                .value()
                .subtract(before.base().orElseThrow().value());

        assertThat(sum.subtract(change).abs()).isLessThan(d("1E-28"));
    }

    /** HDI of 2022 of two countries: the split of the difference of their geometric means adds up. */
    @Test
    void splitsTheChangeOfAGeometricMean() {
        Map<String, BigDecimal> weights = Map.of("life", d("1"), "education", d("1"), "income", d("1"));
        Map<String, BigDecimal> before = Map.of("life", d("0.8"), "education", d("0.5"), "income", d("0.6"));
        Map<String, BigDecimal> after = Map.of("life", d("0.9"), "education", d("0.7"), "income", d("0.6"));
        Map<String, Double> change = Explanation.geometricChange(weights, before, after);

        assertThat(change.values().stream().mapToDouble(x -> x).sum())
                .isCloseTo(Math.cbrt(0.9 * 0.7 * 0.6) - Math.cbrt(0.8 * 0.5 * 0.6), within(1e-14));
        assertThat(change.get("income")).isZero();
        assertThatThrownBy(() -> Explanation.geometricChange(weights, before, Map.of()))
                .hasMessageContaining("MISSING");
    }

    @Test
    void leavesOutEachItem() {
        MemberFigures figures = MemberFigures.of(List.of("x", "y"), List.of("a", "b", "c"), new BigDecimal[][] {
            {d("90"), d("10"), d("50")}, {d("20"), d("90"), d("50")}
        });
        List<LeaveOneOut.Without> without = LeaveOneOut.of(card(60, 50, 50), figures);

        assertThat(without)
                .map(w -> w.item() + " " + w.scores().member("x").score().orElseThrow() + " " + w.meanShift())
                .containsExactly("a 30 1", "g 90 0", "b 74 0", "c 58 0");
        assertThatThrownBy(() -> LeaveOneOut.without(card(60, 50, 50), "x")).hasMessageContaining("UNKNOWN_ID");
    }

    @Test
    void reproducesTheStatisticsOfHundredRankings() {
        Map<String, NamedCsvRecord> expected = new LinkedHashMap<>();
        PublishedTable.rows("uncertainty-expected").forEach(row -> expected.put(row.getField("unit"), row));
        List<NamedCsvRecord> runs = PublishedTable.rows("uncertainty-ranks");

        assertThat(runs).hasSize(51);
        for (NamedCsvRecord row : runs) {
            List<BigDecimal> ranks = IntStream.rangeClosed(1, 100)
                    .mapToObj(run -> PublishedTable.number(row, "r" + run))
                    .toList();
            NamedCsvRecord published = Objects.requireNonNull(expected.get(row.getField("unit")));
            assertThat(RankStatistics.mean(ranks))
                    .isCloseTo(PublishedTable.number(published, "mean"), within(d("1E-12")));
            assertThat(RankStatistics.quantile(ranks, d("0.5")))
                    .isCloseTo(PublishedTable.number(published, "median"), within(d("1E-12")));
            assertThat(RankStatistics.quantile(ranks, d("0.05")))
                    .isCloseTo(PublishedTable.number(published, "q05"), within(d("1E-12")));
            assertThat(RankStatistics.quantile(ranks, d("0.95")))
                    .isCloseTo(PublishedTable.number(published, "q95"), within(d("1E-12")));
        }
        assertThat(RankStatistics.quantile(List.of(d("7")), d("1"))).isEqualByComparingTo("7");
        assertThatThrownBy(() -> RankStatistics.mean(List.of())).hasMessageContaining("MISSING");
        assertThatThrownBy(() -> RankStatistics.quantile(List.of(d("7")), d("1.1")))
                .hasMessageContaining("0 to 1");
    }

    /** Equal spreads and no correlation: each indicator decides by the square of its weight. */
    @Test
    void showsWhatIndicatorsDecide() {
        MemberFigures figures =
                MemberFigures.of(List.of("p", "q", "r", "s"), List.of("a", "b", "c"), new BigDecimal[][] {
                    {d("0"), d("0"), d("0")},
                    {d("0"), d("1"), d("1")},
                    {d("1"), d("0"), d("0")},
                    {d("1"), d("1"), d("1")}
                });
        List<Effect> effects = EffectiveWeights.of(card(60, 50, 50).score(figures));

        assertThat(effects.stream().mapToDouble(Effect::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(effects.get(0).share()).isCloseTo(0.36 / 0.52, within(1e-12));
        assertThat(effects.get(0).correlation()).isCloseTo(0.6 / Math.sqrt(0.52), within(1e-12));
        assertThat(effects.get(0).weight()).isCloseTo(0.6, within(1e-12));
        assertThatThrownBy(() -> EffectiveWeights.of(card(60, 50, 50)
                        .score(MemberFigures.of(
                                List.of("p"), List.of("a", "b", "c"), new BigDecimal[][] {{d("0"), d("0"), d("0")}}))))
                .hasMessageContaining("ZERO_RANGE");
    }

    private static double[][] matrix(String name, String method) {
        List<double[]> rows = new ArrayList<>();
        for (NamedCsvRecord row : PublishedTable.rows("mcdm-cases")) {
            if (row.getField("case").equals(name)
                    && row.getField("method").equals(method)
                    && row.getField("row").startsWith("row")) {
                rows.add(numbers(row));
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] numbers(NamedCsvRecord row) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(i -> row.findField("c" + i).orElse(""))
                .filter(text -> !text.isEmpty())
                .mapToDouble(ExplanationTest::number)
                .toArray();
    }

    private static double number(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }

    private static void assertPublished(List<Double> weights, String name, String method) {
        NamedCsvRecord row = PublishedTable.rows("mcdm-cases").stream()
                .filter(r -> r.getField("case").equals(name)
                        && r.getField("method").equals(method)
                        && r.getField("row").equals("expected"))
                .findFirst()
                .orElseThrow();
        double[] expected = numbers(row);
        int digits = Integer.parseInt(row.getField("digits"));
        assertThat(weights).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(BigDecimal.valueOf(weights.get(i)).setScale(digits, RoundingMode.HALF_UP))
                    .as(name + " " + i)
                    .isCloseTo(BigDecimal.valueOf(expected[i]), within(BigDecimal.ONE.movePointLeft(digits)));
        }
    }

    @ParameterizedTest
    @CsvSource({"elsayed2017", "xu2004", "zavadskas2016", "ersoy2021", "lee2018", "jmcdm"})
    void reproducesPublishedEntropyWeights(String name) {
        assertPublished(DataWeights.entropy(matrix(name, "ENTROPY")), name, "ENTROPY");
    }

    @Test
    void reproducesPublishedCriticWeights() {
        assertPublished(DataWeights.critic(matrix("tus2019", "CRITIC_NO_DIRECTION")), "tus2019", "CRITIC_NO_DIRECTION");
        assertThatThrownBy(() -> DataWeights.critic(new double[][] {{1}, {1}})).hasMessageContaining("ZERO_RANGE");
        assertThatThrownBy(() -> DataWeights.entropy(new double[][] {{-1}, {1}}))
                .hasMessageContaining("NOT_POSITIVE");
        assertThatThrownBy(() -> DataWeights.entropy(new double[][] {{1}})).hasMessageContaining("BAD_DEFINITION");
    }

    @Test
    void reproducesPublishedJudgementsAndRefusesThemAsInconsistent() {
        double[][] judgements = matrix("wang2011", "AHP_EIGENVECTOR");
        PairwiseWeights accepted = PairwiseWeights.accepting(0.3, judgements);

        assertPublished(accepted.weights(), "wang2011", "AHP_EIGENVECTOR");
        assertThat(accepted.consistencyRatio()).isCloseTo(0.229, within(0.001));
        assertThatThrownBy(() -> PairwiseWeights.of(judgements))
                .hasMessageContaining("INCONSISTENT_JUDGEMENTS")
                .hasMessageContaining("0.229");
        assertThatThrownBy(() -> PairwiseWeights.of(new double[][] {{1, 2}, {2, 1}}))
                .hasMessageContaining("BAD_DEFINITION");
        assertThat(PairwiseWeights.of(new double[][] {{1, 3}, {1 / 3.0, 1}})
                        .weights()
                        .get(0))
                .isCloseTo(0.75, within(1e-12));
        assertThat(PairwiseWeights.of(new double[][] {{1}}).weights()).containsExactly(1.0);
    }
}
