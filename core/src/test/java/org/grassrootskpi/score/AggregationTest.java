package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.Range;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Composite indices: published ones, and the laws of means. */
class AggregationTest {
    private static final LocalizedText NAME = LocalizedText.of("考核", "Assessment");

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static ScoreItem item(String id, String weight) {
        return ScoreItem.of(id, d(weight), ScoringFunction.asIs());
    }

    @Test
    void reproducesTheHumanDevelopmentIndexToThreeDigits() {
        Map<String, Score> scores = HumanDevelopment.scores();

        assertThat(PublishedTable.rows("hdi-2022"))
                .hasSize(193)
                .allSatisfy(row -> assertThat(Objects.requireNonNull(scores.get(row.getField("iso3")))
                                .value()
                                .setScale(3, RoundingMode.HALF_UP))
                        .isEqualByComparingTo(number(row, "hdi")));
    }

    /** Women and men of HDR 2023/24 to nine digits, which needs the cap of the life index. */
    @Test
    void reproducesTheIndicesOfWomenAndMenToNineDigits() {
        List<NamedCsvRecord> rows = PublishedTable.rows("gdi-2022");
        Map<String, Score> women = HumanDevelopment.scores(
                HumanDevelopment.card("22.5", "87.5"), rows, List.of("le_f", "eys_f", "mys_f", "gni_f"));
        Map<String, Score> men = HumanDevelopment.scores(
                HumanDevelopment.card("17.5", "82.5"), rows, List.of("le_m", "eys_m", "mys_m", "gni_m"));

        assertThat(rows).hasSize(182).allSatisfy(row -> {
            Score her = Objects.requireNonNull(women.get(row.getField("iso3")));
            Score his = Objects.requireNonNull(men.get(row.getField("iso3")));
            assertThat(her.value()).isCloseTo(number(row, "hdi_f"), within(d("0.000000001")));
            assertThat(his.value()).isCloseTo(number(row, "hdi_m"), within(d("0.000000001")));
            assertThat(her.value().divide(his.value(), 3, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(number(row, "gdi"));
        });
    }

    @ParameterizedTest
    @CsvSource({"EW, 23, EW", "BAP, 23, BAP", "FA_FROM_TABLE_17, 23, FA", "FA, 19, FA", "AHP, 20, AHP"})
    void reproducesTheRanksOfTheHandbook(String method, int equal, String column) {
        Ranks ranks = Tai.card(method).score(Tai.figures()).ranks();

        assertThat(PublishedTable.rows("tai-ranks").stream()
                        .filter(row ->
                                ranks.place(row.getField("country")).rank().compareTo(number(row, column)) == 0))
                .hasSize(equal);
    }

    /** The geometric ranks of the handbook are those of the raw values. */
    @Test
    void reproducesTheGeometricRanksOfTheHandbook() {
        Scorecard.Builder card = Scorecard.builder()
                .name(NAME)
                .aggregation(Aggregation.GEOMETRIC)
                .normalisesWeights(true);
        Tai.INDICATORS.forEach(id -> card.addItems(item(id, "1")));
        Scores scores = card.build().score(Tai.figures());
        long refused =
                scores.members().stream().filter(m -> m.score().isEmpty()).count();
        Ranks ranks = scores.ranks();

        assertThat(refused).isZero();
        assertThat(PublishedTable.rows("tai-ranks").stream()
                        .filter(row ->
                                ranks.place(row.getField("country")).rank().compareTo(number(row, "GME")) == 0))
                .hasSize(23);
    }

    @Test
    void refusesMeansOfWhatIsNotPositive() {
        Scorecard card = Scorecard.builder()
                .name(NAME)
                .aggregation(Aggregation.GEOMETRIC)
                .addItems(item("a", "50"), item("b", "50"))
                .build();

        assertThat(card.score(ScorecardTest.figures("a=0个 b=9个"))
                        .member("m")
                        .refusal()
                        .map(AssessmentRefusal::reason))
                .contains(Reason.NOT_POSITIVE);
        assertThat(card.score(ScorecardTest.figures("a=4个 b=9个"))
                        .member("m")
                        .score()
                        .orElseThrow()
                        .rounded(30)
                        .value())
                .isEqualByComparingTo("6");
        assertThat(card.score(ScorecardTest.figures("a=近4个 b=9个"))
                        .member("m")
                        .score()
                        .orElseThrow()
                        .rounded(9)
                        .bounds())
                .isEqualTo(Range.closed(d("0"), d("6")));
    }

    /** Renormalised is what it would be if the missing figures were the mean of the others of their group. */
    @Property
    void renormalisingIsFillingInTheMeanOfTheGroup(
            @ForAll @Size(min = 3, max = 3) List<@IntRange(min = 0, max = 100) Integer> values,
            @ForAll @IntRange(min = 0, max = 2) int missing) {
        List<String> ids = List.of("a", "b", "c");
        List<String> weights = List.of("50", "30", "20");
        Scorecard card = Scorecard.of(NAME, item("a", "50"), item("b", "30"), item("c", "20"))
                .withMissing(MissingScores.renormalise(d("0.1")));
        MemberFigures.Builder some = MemberFigures.builder();
        List<Score> present = new ArrayList<>();
        List<BigDecimal> presentWeights = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if (i != missing) {
                some.put("m", ids.get(i), Quantity.of(values.get(i), Unit.COUNT));
                present.add(Score.of(BigDecimal.valueOf(values.get(i))));
                presentWeights.add(d(weights.get(i)));
            }
        }
        Score mean = Aggregation.ARITHMETIC.of(present, presentWeights);

        assertThat(card.score(some.build()).member("m").score()).contains(mean);
        List<Score> filled = new ArrayList<>(present);
        List<BigDecimal> all = new ArrayList<>(presentWeights);
        filled.add(mean);
        all.add(d(weights.get(missing)));
        assertThat(Aggregation.ARITHMETIC.of(filled, all)).isEqualTo(mean);
    }

    /** No figure that gets better lowers the score, and for every member of the bounds the score lies within its bounds. */
    @Property
    void risesWithEveryFigureAndHoldsForEveryMemberOfTheBounds(
            @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 1, max = 99) Integer> values,
            @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 0, max = 9) Integer> widths,
            @ForAll Aggregation aggregation,
            @ForAll @IntRange(min = 0, max = 3) int raised) {
        List<Score> scores = new ArrayList<>();
        List<Score> members = new ArrayList<>();
        List<Score> better = new ArrayList<>();
        List<BigDecimal> weights = List.of(d("40"), d("30"), d("20"), d("10"));
        for (int i = 0; i < 4; i++) {
            BigDecimal value = BigDecimal.valueOf(values.get(i) + 10L);
            BigDecimal width = BigDecimal.valueOf(widths.get(i));
            scores.add(Score.of(value, Range.closed(value.subtract(width), value.add(width))));
            BigDecimal one = value.subtract(width)
                    .add(width.multiply(d("0.2")).multiply(BigDecimal.valueOf(values.get(i) % 11)));
            members.add(Score.of(one));
            better.add(Score.of(i == raised ? one.add(BigDecimal.ONE) : one));
        }
        Score whole = aggregation.of(scores, weights);
        Score one = aggregation.of(members, weights);

        assertThat(whole.bounds().encloses(one.bounds()) || whole.bounds().contains(one.value()))
                .as(whole + " " + one)
                .isTrue();
        if (aggregation != Aggregation.AMPI_MINUS && aggregation != Aggregation.AMPI_PLUS) {
            assertThat(aggregation.of(better, weights).value()).isGreaterThan(one.value());
        }
    }

    /** AMPI by hand: 100 and 120, equal weights: mean 110, sample variance 200, so 110 -+ 200/110. */
    @Test
    void penalisesWhatIsUneven() {
        List<Score> scores = List.of(Score.of("100"), Score.of("120"));
        List<BigDecimal> equal = List.of(d("1"), d("1"));

        assertThat(Aggregation.AMPI_MINUS.of(scores, equal).rounded(4).value()).isEqualByComparingTo("108.1818");
        assertThat(Aggregation.AMPI_PLUS.of(scores, equal).rounded(4).value()).isEqualByComparingTo("111.8182");
        assertThat(Aggregation.HARMONIC.of(scores, equal).rounded(4).value()).isEqualByComparingTo("109.0909");
        assertThat(Aggregation.imbalance(scores, equal).rounded(4).value()).isEqualByComparingTo("0.4555");
        assertThat(Aggregation.imbalance(List.of(Score.of("7"), Score.of("7")), equal)
                        .isExact())
                .isTrue();
        assertThat(Optional.of(Aggregation.imbalance(List.of(Score.of("7"), Score.of("7")), equal)
                        .value()))
                .contains(BigDecimal.ZERO);
    }
}
