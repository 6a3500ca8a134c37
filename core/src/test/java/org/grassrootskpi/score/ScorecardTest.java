package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.Range;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
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

    static MemberFigures figures(String text) {
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
}
