package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.Ranks.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {
    private static final LocalizedText NAME = LocalizedText.of("考核", "Assessment");

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static ScoreItem item(String id, String weight) {
        return ScoreItem.of(id, d(weight), ScoringFunction.asIs());
    }

    private static Scorecard nantong() {
        return Scorecard.of(NAME, item("system_40", "40"), item("site_40", "40"), item("duty_20", "20"));
    }

    private static MemberFigures nantongFigures() {
        MemberFigures.Builder figures = MemberFigures.builder();
        for (NamedCsvRecord row : PublishedTable.rows("cn-street-composite")) {
            for (String id : List.of("system_40", "site_40", "duty_20")) {
                figures.put(row.getField("subdistrict"), id, Quantity.parse(row.getField(id)));
            }
        }
        return figures.build();
    }

    @Test
    void reproducesTheCompositeOfNantong() {
        Scores scores = nantong().score(nantongFigures());
        List<String> differs = new ArrayList<>();
        for (NamedCsvRecord row : PublishedTable.rows("cn-street-composite")) {
            Score score = scores.member(row.getField("subdistrict")).score().orElseThrow();
            Range<BigDecimal> published = Quantity.parse(row.getField("total")).bounds();
            assertThat(score.bounds().isConnected(published)
                            && !score.bounds().intersection(published).isEmpty())
                    .as(row.toString())
                    .isTrue();
            if (score.value().setScale(2, RoundingMode.HALF_UP).compareTo(number(row, "total")) != 0) {
                differs.add(row.getField("subdistrict"));
            }
        }

        assertThat(differs).containsExactly("金沙街道");
        assertThat(scores.member("新开街道").score().map(Score::value)).contains(d("94.308"));
    }

    /** All published places lie within the bounds; two of them are the only ones that the printed scores leave open to each other. */
    @Test
    void leavesOpenThePlacesThatThePrintedScoresLeaveOpen() {
        Ranks ranks = nantong().score(nantongFigures()).ranks();
        List<String> differs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (NamedCsvRecord row : PublishedTable.rows("cn-street-composite")) {
            Place place = ranks.place(row.getField("subdistrict"));
            assertThat(number(row, "rank")).as(place.toString()).isBetween(place.best(), place.worst());
            if (place.rank().compareTo(number(row, "rank")) != 0) {
                differs.add(place.member());
            }
            if (!place.isDecided()) {
                open.add(place.toString());
            }
        }

        assertThat(differs).containsExactly("新开街道", "钟秀街道");
        assertThat(open).contains("新开街道 5 (4-5)", "钟秀街道 4 (4-5)");
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
    void refusesWeightsThatDoNotAddUp() {
        assertThatThrownBy(() -> Scorecard.of(NAME, item("a", "40"), item("b", "50")))
                .hasMessageContaining("BAD_WEIGHTS")
                .hasMessageContaining("add up to 90");
        assertThatThrownBy(() -> Scorecard.of(NAME, ScoreItem.group("g", d("100"), item("a", "0.3"), item("b", "0.6"))))
                .hasMessageContaining("'g' add up to 0.9");
        assertThatThrownBy(() -> Scorecard.of(NAME, item("a", "50"), item("a", "50")))
                .hasMessageContaining("id 'a'");
        assertThatThrownBy(() -> item("a", "0")).hasMessageContaining("BAD_WEIGHTS");
        assertThatThrownBy(() -> Scorecard.of(NAME)).hasMessageContaining("no items");
        assertThatThrownBy(() -> ScoreItem.builder().id("a").build()).hasMessageContaining("exactly one");
    }

    /** One third of 100 three times is 100, however the groups are nested. */
    @Test
    void losesNothingToThirds() {
        Scorecard card = Scorecard.builder()
                .name(NAME)
                .normalisesWeights(true)
                .addItems(ScoreItem.group("g", d("3"), item("a", "1"), item("b", "1"), item("c", "1")), item("d", "7"))
                .levels(Levels.from(List.of("不合格", "合格"), d("95")))
                .build();
        MemberScore member = card.score(figures("a=50个 b=100个 c=100个 d=100个")).member("m");

        assertThat(member.score().map(Score::value)).contains(d("95"));
        assertThat(member.level()).map(Object::toString).contains("合格");
    }

    private static MemberFigures figures(String text) {
        MemberFigures.Builder figures = MemberFigures.builder().member("m");
        for (String part : text.split(" ", -1)) {
            String[] state = part.split("=", -1);
            if (state[1].startsWith("NA:")) {
                figures.notApplicable("m", state[0], state[1].substring(3));
            } else if (!state[1].equals("?")) {
                figures.put("m", state[0], Quantity.parse(state[1]));
            }
        }
        return figures.build();
    }

    @ParameterizedTest
    @CsvSource({
        // policy, figures, score or reason, bounds, coverage
        "REFUSE, a=80个 b=60个 c=?, MISSING, , 0.8",
        "RENORMALISE, a=80个 b=60个 c=?, 72.5, [72.5..72.5], 0.8",
        "RENORMALISE, a=80个 b=? c=?, COVERAGE_TOO_LOW, , 0.5",
        "FLOOR, a=80个 b=60个 c=?, 70, [70..70], 0.8",
        "ZERO, a=80个 b=60个 c=?, 58, [58..58], 0.8",
        "BOUNDS, a=80个 b=60个 c=?, 72.5, [58..78], 0.8",
        "BOUNDS, a=? b=? c=?, MISSING, , 0",
        "ZERO, a=80个 b=60个 c=NA:无农田, 72.5, [72.5..72.5], 1",
        "REFUSE, a=80个 b=60个 c=NA:无农田, 72.5, [72.5..72.5], 1",
        "REFUSE, a=NA:x b=NA:x c=NA:x, MISSING, , 0",
        "REFUSE, a=80个 b=60个 c=近50个, 68, [58..68), 1",
    })
    void treatsWhatIsMissingByThePolicy(
            String policy, String given, String expected, String bounds, BigDecimal coverage) {
        MissingScores missing = switch (policy) {
            case "REFUSE" -> MissingScores.refuse();
            case "RENORMALISE" -> MissingScores.renormalise(d("0.8"));
            case "FLOOR" -> MissingScores.floor(d("60"));
            case "ZERO" -> MissingScores.zero();
            default -> MissingScores.bounds();
        };
        MemberScore member = Scorecard.of(NAME, item("a", "50"), item("b", "30"), item("c", "20"))
                .withMissing(missing)
                .score(figures(given))
                .member("m");

        assertThat(member.coverage()).isEqualByComparingTo(coverage);
        if (bounds == null) {
            assertThat(member.score()).isEmpty();
            assertThat(member.refusal().map(AssessmentRefusal::reason)).contains(Reason.valueOf(expected));
        } else {
            assertThat(member.score().orElseThrow().value()).isEqualByComparingTo(expected);
            assertThat(member.score().orElseThrow().bounds()).hasToString(bounds);
        }
    }

    /** The green development index of 2016 has three policies in one rule: by group, and not applicable beside missing. */
    @Test
    void spreadsWeightWithinItsGroupOnly() {
        Scorecard card = Scorecard.of(
                NAME,
                ScoreItem.builder()
                        .id("g")
                        .weight(d("60"))
                        .missing(MissingScores.floor(d("60")))
                        .addParts(item("a", "50"), item("b", "50"))
                        .build(),
                ScoreItem.group("h", d("40"), item("c", "25"), item("e", "75")));

        MemberScore member = card.score(figures("a=? b=80个 c=100个 e=NA:无海岸")).member("m");

        assertThat(member.score().map(Score::value)).contains(d("82"));
        assertThat(member.item("g").score().map(Score::value)).contains(d("70"));
        assertThat(member.item("c").share()).isEqualByComparingTo("0.4");
        assertThat(member.item("c").statedShare()).isEqualByComparingTo("0.1");
        assertThat(member.item("e").state()).isEqualTo(ItemScore.State.NOT_APPLICABLE);
        assertThat(member.item("e").reason()).contains("无海岸");
        assertThat(member.missing()).containsExactly("a");
        assertThat(member.coverage()).isEqualByComparingTo("0.7");
    }

    /** A group that refuses for itself may still count with the score that the policy of its own group gives. */
    @Test
    void countsARefusedGroupByThePolicyAboveIt() {
        Scorecard card = Scorecard.of(
                        NAME,
                        item("a", "50"),
                        ScoreItem.builder()
                                .id("g")
                                .weight(d("50"))
                                .missing(MissingScores.refuse())
                                .addParts(item("b", "50"), item("c", "50"))
                                .build())
                .withMissing(MissingScores.floor(d("60")));

        MemberScore member = card.score(figures("a=80个 b=90个 c=?")).member("m");

        assertThat(member.score().map(Score::value)).contains(d("70"));
        assertThat(member.item("g").state()).isEqualTo(ItemScore.State.MISSING);
        assertThat(member.item("b").share()).isZero();
        assertThat(member.coverage()).isEqualByComparingTo("0.75");
    }

    private static Scorecard adjusted() {
        return Scorecard.builder()
                .name(NAME)
                .addItems(item("a", "100"))
                .addAdjustments(
                        Adjustment.builder()
                                .id("award")
                                .kind(Adjustment.Kind.BONUS)
                                .points(d("2"))
                                .build(),
                        Adjustment.builder()
                                .id("complaint")
                                .kind(Adjustment.Kind.DEDUCTION)
                                .points(d("0.5"))
                                .limit(d("3"))
                                .build(),
                        Adjustment.builder()
                                .id("accident")
                                .kind(Adjustment.Kind.VETO)
                                .limit(d("59"))
                                .build(),
                        Adjustment.builder()
                                .id("required")
                                .kind(Adjustment.Kind.NOT_REACHED)
                                .build())
                .bonusCap(d("5"))
                .floor(d("0"))
                .decimals(1)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "90.04个, 0个, 0个, 0个, 90, decimals",
        "90个, 2个, 0个, 0个, 94, bonusCap",
        "90个, 9个, 3个, 0个, 93.5, bonusCap;deductions",
        "90个, 0个, 99个, 0个, 87, deductions",
        "1个, 0个, 99个, 0个, 0, deductions;floor",
        "90个, 9个, 0个, 1个, 59, bonusCap;accident",
        "50个, 0个, 0个, 1个, 50, ''",
    })
    void takesTheStepsInAFixedOrder(
            String base, String awards, String complaints, String accidents, BigDecimal score, String steps) {
        MemberScore member = adjusted()
                .score(figures("a=" + base + " award=" + awards + " complaint=" + complaints + " accident=" + accidents
                        + " required=0个"))
                .member("m");

        assertThat(member.score().orElseThrow().value()).isEqualByComparingTo(score);
        assertThat(String.join(
                        ";", member.steps().stream().map(MemberScore.Step::name).toList()))
                .isEqualTo(steps);
        assertThat(member.notReached()).isEmpty();
    }

    @Test
    void carriesVagueCasesThroughAndDemandsAZeroWhereThereAreNone() {
        MemberScore vague = adjusted()
                .score(figures("a=90个 award=0个 complaint=0个 accident=近2个 required=1个"))
                .member("m");

        assertThat(vague.score().orElseThrow().bounds()).isEqualTo(Range.closed(d("59"), d("90")));
        assertThat(vague.notReached()).containsExactly("required");
        MemberScore silent = adjusted().score(figures("a=90个")).member("m");
        assertThat(silent.refusal().map(AssessmentRefusal::suggestion)).contains("write 0 where there is no case");
    }

    @Test
    void addsUpPointsOfATotal() {
        Scorecard card = Scorecard.builder()
                .name(NAME)
                .aggregation(Aggregation.TOTAL)
                .addItems(
                        ScoreItem.builder()
                                .id("a")
                                .maximum(d("25"))
                                .scoring(ScoringFunction.asIs())
                                .build(),
                        ScoreItem.builder()
                                .id("b")
                                .maximum(d("75"))
                                .scoring(ScoringFunction.asIs())
                                .build())
                .build();

        assertThat(card.score(figures("a=20个 b=60个")).member("m").score().map(Score::value))
                .contains(d("80"));
        assertThat(card.score(figures("a=NA:x b=60个")).member("m").score().map(Score::value))
                .contains(d("80"));
        assertThat(card.withMissing(MissingScores.bounds())
                        .score(figures("a=? b=60个"))
                        .member("m")
                        .score()
                        .map(Score::toString))
                .contains("80 within [60..85]");
    }

    @Test
    void refusesFiguresThatFitNoItem() {
        assertThatThrownBy(() -> nantong().score(figures("a=90个"))).hasMessageContaining("UNKNOWN_ID");
        assertThatThrownBy(() -> nantong().score(figures("system_40=90%"))).hasMessageContaining("DIFFERENT_UNITS");
        Scorecard percent = Scorecard.of(
                NAME,
                ScoreItem.builder()
                        .id("a")
                        .unit(Unit.parse("%"))
                        .scoring(ScoringFunction.asIs())
                        .build());
        assertThat(percent.score(figures("a=近95%")).member("m").score().map(Score::toString))
                .contains("95 within [0..95)");
        assertThatThrownBy(() -> figures("a=90个 a=91个")).hasMessageContaining("stated twice");
        assertThatThrownBy(() -> figures("a=NA:")).hasMessageContaining("no reason");
        assertThatThrownBy(() -> MemberFigures.of(List.of("m"), List.of("a"), new BigDecimal[0][]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMeansOfWhatIsNotPositive() {
        Scorecard card = Scorecard.builder()
                .name(NAME)
                .aggregation(Aggregation.GEOMETRIC)
                .addItems(item("a", "50"), item("b", "50"))
                .build();

        assertThat(card.score(figures("a=0个 b=9个")).member("m").refusal().map(AssessmentRefusal::reason))
                .contains(Reason.NOT_POSITIVE);
        assertThat(card.score(figures("a=4个 b=9个"))
                        .member("m")
                        .score()
                        .orElseThrow()
                        .rounded(30)
                        .value())
                .isEqualByComparingTo("6");
        assertThat(card.score(figures("a=近4个 b=9个"))
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
