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
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.PublishedTable;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.score.ScoringFunction.Band;
import org.grassrootskpi.score.ScoringFunction.Kind;
import org.grassrootskpi.score.ScoringFunction.Piece;
import org.grassrootskpi.score.ScoringFunction.Scale;
import org.grassrootskpi.score.ScoringFunction.Stepping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringFunctionTest {
    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static ScoringFunction.Builder perStep(String at, String score, String points, String per) {
        return ScoringFunction.builder()
                .kind(Kind.PER_STEP)
                .at(d(at))
                .score(d(score))
                .points(d(points))
                .per(d(per));
    }

    private static Range<BigDecimal> bounds(ScoringFunction function, String figure) {
        return ScoringMath.score(function, Bounded.from(Quantity.parse(figure))).bounds();
    }

    @Test
    void reproducesTheStepScoringOfACarMaker() {
        for (NamedCsvRecord row : PublishedTable.rows("cn-step-score-faw")) {
            ScoringFunction rule = perStep("100", "100", "5", "5")
                    .direction(Direction.valueOf(row.getField("direction")))
                    .floor(BigDecimal.ZERO)
                    .cap(d("120"))
                    .build();

            assertThat(rule.score(number(row, "actual_to_target_percent")).value())
                    .as(row.toString())
                    .isEqualByComparingTo(number(row, "score"));
        }
    }

    @Test
    void reproducesTheDeductionsOfTheMayorsHotline() {
        for (NamedCsvRecord row : PublishedTable.rows("cn-deduction-hotline")) {
            ScoringFunction rule = perStep("90", "25", "1", "1")
                    .floor(BigDecimal.ZERO)
                    .cap(d("25"))
                    .build();

            assertThat(rule.score(number(row, "rate_percent")).value()).isEqualByComparingTo(number(row, "score"));
        }
    }

    @Test
    void readsTheStepsOfADistrictHotlineAsHalfOpen() {
        ScoringFunction.Builder rule = ScoringFunction.builder().kind(Kind.BANDS);
        for (NamedCsvRecord row : PublishedTable.rows("cn-step-table-hotline")) {
            Band.Builder band = Band.builder().score(number(row, "points"));
            if (!row.getField("from_percent").isEmpty()) {
                band.lower(number(row, "from_percent"));
            }
            if (!row.getField("to_percent_exclusive").isEmpty()) {
                band.upper(number(row, "to_percent_exclusive"));
            }
            rule.addBands(band.build());
        }
        ScoringFunction steps = rule.build();

        assertThat(List.of("90", "89.9", "80", "79", "70", "69", "60", "59", "0"))
                .extracting(x -> steps.score(d(x)).value().intValueExact())
                .containsExactly(10, 8, 8, 6, 6, 4, 4, 2, 2);
        assertThat(bounds(steps, "近90个")).isEqualTo(Range.closed(d("2"), d("10")));
        assertThat(bounds(steps, "89.5个")).isEqualTo(Range.singleton(d("8")));
        assertThat(bounds(steps, "超70个")).isEqualTo(Range.closed(d("6"), d("10")));
    }

    @Test
    void reproducesTheEfficacyCoefficientAndItsTiers() {
        NamedCsvRecord d = PublishedTable.rows("cn-efficacy-coefficient").get(0);
        NamedCsvRecord tier = PublishedTable.rows("cn-efficacy-coefficient").get(1);

        assertThat(ScoringFunction.efficacy(number(d, "lower_standard"), number(d, "upper_standard"))
                        .score(number(d, "actual"))
                        .value()
                        .setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("58.73");
        ScoringFunction tiers = ScoringFunction.table(List.of(Piece.of(
                number(tier, "lower_standard"),
                number(tier, "upper_standard"),
                number(tier, "lower_score"),
                number(tier, "upper_score"))));
        assertThat(tiers.score(number(tier, "actual")).value().setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("15.23");
    }

    private static ScoringFunction airQuality() {
        List<Piece> pieces = PublishedTable.rows("aqi-pm25-breakpoints").stream()
                .map(row -> Piece.of(
                        number(row, "from"), number(row, "to"), number(row, "index_from"), number(row, "index_to")))
                .toList();
        return ScoringFunction.builder()
                .kind(Kind.TABLE)
                .pieces(pieces)
                .cutTo(1)
                .decimals(0)
                .build();
    }

    @Test
    void reproducesTheAirQualityIndex() {
        List<NamedCsvRecord> rows = PublishedTable.rows("aqi-pm25");

        assertThat(rows).hasSize(120);
        for (NamedCsvRecord row : rows) {
            assertThat(airQuality().score(number(row, "concentration")).value())
                    .as(row.toString())
                    .isEqualByComparingTo(number(row, "aqi"));
        }
        assertThat(airQuality().score(d("9.09")).value()).isEqualByComparingTo("50");
        assertThat(airQuality().score(d("9.1")).value()).isEqualByComparingTo("51");
        assertThat(bounds(airQuality(), "9.05个")).isEqualTo(Range.singleton(d("50")));
        assertThat(bounds(airQuality(), "9.1个")).isEqualTo(Range.closed(d("50"), d("51")));
    }

    @ParameterizedTest
    @CsvSource({
        // efficacy-like goalposts 10 to 20, floor 0, cap 100: figure, score, bounds
        "15个, 50, [50..50]",
        "25个, 100, [100..100]",
        "5个, 0, [0..0]",
        "近15个, 50, [0..50)",
        "超15个, 50, (50..100]",
        "约15个, 50, [0..100]",
        "15.0个, 50, [49.5..50.5)",
        "超25个, 100, [100..100]",
    })
    void carriesBoundsThroughGoalposts(String figure, BigDecimal score, String expected) {
        ScoringFunction rule =
                ScoringFunction.goalposts(d("10"), d("20"), Direction.HIGHER).clamped();
        Bounded result = ScoringMath.score(rule, Bounded.from(Quantity.parse(figure)));

        assertThat(result.value().toDecimal()).isEqualByComparingTo(score);
        assertThat(result.bounds()).hasToString(expected);
    }

    @Test
    void turnsTheGoalpostsWhereLessIsBetter() {
        ScoringFunction rule = ScoringFunction.goalposts(d("10"), d("20"), Direction.LOWER);

        assertThat(rule.score(d("12")).value()).isEqualByComparingTo("80");
        assertThat(bounds(rule, "近12个")).isEqualTo(Range.openClosed(d("80"), d("200")));
    }

    /** Schooling of the income index: ln(x/100)/ln(750) of HDR 2023/24. */
    @Test
    void takesLogarithmsBetweenGoalposts() {
        ScoringFunction income = ScoringFunction.builder()
                .kind(Kind.GOALPOSTS)
                .scale(Scale.LOG)
                .lower(d("100"))
                .upper(d("75000"))
                .high(BigDecimal.ONE)
                .build()
                .clamped();

        assertThat(income.score(d("69432.78669")).value().doubleValue())
                .isCloseTo(Math.log(694.3278669) / Math.log(750), within(1e-15));
        assertThat(income.score(d("100")).bounds().contains(BigDecimal.ZERO)).isTrue();
        assertThat(income.score(d("1")).value()).isEqualByComparingTo("0");
        assertThat(income.score(d("80000")).value()).isEqualByComparingTo("1");
        Range<BigDecimal> near = bounds(income, "近1000个");
        assertThat(near.lowerEndpoint()).isEqualByComparingTo("0");
        assertThat(near.upperEndpoint().doubleValue()).isCloseTo(Math.log(10) / Math.log(750), within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"PRO_RATA, 87.5, 22.5", "FULL_STEPS, 87.5, 23", "STARTED_STEPS, 87.5, 22", "STARTED_STEPS, 88, 23"})
    void countsStepsAsTheRuleSays(Stepping stepping, BigDecimal rate, BigDecimal score) {
        ScoringFunction rule =
                perStep("90", "25", "1", "1").stepping(stepping).cap(d("25")).build();

        assertThat(rule.score(rate).value()).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"0, 25", "3, 100", "4.5, 100", "6, 100", "7, 75", "9, 25", "12, 0"})
    void scoresAnInterval(BigDecimal x, BigDecimal score) {
        ScoringFunction rule = interval();

        assertThat(rule.score(x).value()).isEqualByComparingTo(score);
    }

    private static ScoringFunction interval() {
        return ScoringFunction.builder()
                .kind(Kind.INTERVAL)
                .lowerLimit(d("1"))
                .lower(d("3"))
                .upper(d("6"))
                .upperLimit(d("10"))
                .build();
    }

    @Test
    void seesThePlateauOfAnInterval() {
        assertThat(bounds(interval(), "近9个")).isEqualTo(Range.closed(d("25"), d("100")));
        assertThat(bounds(interval(), "2.5个")).isEqualTo(Range.closedOpen(d("86.25"), d("88.75")));
    }

    @Test
    void scoresPassOrFailAndRatios() {
        ScoringFunction pass =
                ScoringFunction.builder().kind(Kind.PASS).at(d("60")).build();
        ScoringFunction ratio = ScoringFunction.builder()
                .kind(Kind.RATIO)
                .at(d("40"))
                .direction(Direction.LOWER)
                .cap(d("120"))
                .build();

        assertThat(pass.score(d("60")).value()).isEqualByComparingTo("100");
        assertThat(pass.score(d("59.9")).value()).isEqualByComparingTo("0");
        assertThat(bounds(pass, "超50个")).isEqualTo(Range.closed(d("0"), d("100")));
        assertThat(ratio.score(d("50")).value()).isEqualByComparingTo("80");
        assertThat(ratio.score(d("20")).value()).isEqualByComparingTo("120");
        assertRefused(Reason.ACTUAL_NOT_POSITIVE, () -> ratio.score(d("0")));
    }

    @Test
    void refusesWhatIsNoFunctionOrHasNoScore() {
        assertRefused(Reason.ZERO_RANGE, () -> ScoringFunction.goalposts(d("3"), d("3"), Direction.HIGHER));
        assertRefused(Reason.BAD_DEFINITION, () -> ScoringFunction.goalposts(d("4"), d("3"), Direction.HIGHER));
        assertRefused(Reason.NO_DIRECTION, () -> ScoringFunction.goalposts(d("1"), d("3"), Direction.TARGET));
        assertRefused(
                Reason.NOT_POSITIVE,
                () -> ScoringFunction.builder()
                        .kind(Kind.GOALPOSTS)
                        .scale(Scale.LOG)
                        .lower(d("0"))
                        .upper(d("3"))
                        .build());
        assertRefused(
                Reason.BAD_DEFINITION,
                () -> ScoringFunction.builder().kind(Kind.PASS).build());
        assertRefused(
                Reason.BAD_DEFINITION,
                () -> ScoringFunction.builder().kind(Kind.AS_IS).at(d("1")).build());
        assertRefused(Reason.BAD_DEFINITION, () -> perStep("1", "1", "1", "0").build());
        assertRefused(
                Reason.ZERO_TARGET,
                () -> ScoringFunction.builder().kind(Kind.RATIO).at(d("0")).build());
        assertRefused(Reason.BAD_DEFINITION, () -> ScoringFunction.asIs().within(d("2"), d("1")));
        assertRefused(
                Reason.LEVELS_DO_NOT_PARTITION,
                () -> ScoringFunction.builder()
                        .kind(Kind.BANDS)
                        .addBands(Band.builder().score(d("1")).lower(d("3")).build())
                        .build());
        assertRefused(Reason.OUT_OF_REACH, () -> airQuality().score(d("300")));
        ScoringFunction uncut = ScoringFunction.builder()
                .from(airQuality())
                .cutTo(Optional.empty())
                .build();
        assertRefused(Reason.OUT_OF_REACH, () -> uncut.score(d("9.05")));
    }

    private static void assertRefused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AssessmentRefusedException.class, e -> {
            assertThat(e.refusal().reason()).isEqualTo(reason);
            assertThat(e.refusal().suggestion()).isNotBlank();
        });
    }

    private static Map<String, ScoringFunction> functions() {
        return Map.of(
                "goalposts",
                        ScoringFunction.goalposts(d("10"), d("20"), Direction.LOWER)
                                .clamped(),
                "interval", interval(),
                "steps",
                        perStep("12", "50", "3", "2")
                                .stepping(Stepping.FULL_STEPS)
                                .floor(d("0"))
                                .build(),
                "started",
                        perStep("12", "50", "3", "2")
                                .stepping(Stepping.STARTED_STEPS)
                                .build(),
                "pass", ScoringFunction.builder().kind(Kind.PASS).at(d("7.5")).build(),
                "table",
                        ScoringFunction.builder()
                                .kind(Kind.TABLE)
                                .addPieces(Piece.of(d("0"), d("5"), d("0"), d("40")))
                                .addPieces(Piece.of(d("5"), d("9"), d("60"), d("30")))
                                .addPieces(Piece.of(d("9"), d("15"), d("30"), d("100")))
                                .floor(d("0"))
                                .cap(d("100"))
                                .build(),
                "rounded",
                        ScoringFunction.builder()
                                .from(interval())
                                .cutTo(0)
                                .decimals(1)
                                .build());
    }

    /** For every member of the bounds of a figure the score lies within the bounds of the score. */
    @Property
    void holdsForEveryMemberOfTheBounds(
            @ForAll @IntRange(min = -40, max = 220) int tenths,
            @ForAll @IntRange(min = 0, max = 60) int below,
            @ForAll @IntRange(min = 0, max = 60) int above,
            @ForAll @IntRange(min = 0, max = 10) int step) {
        Fraction low = Fraction.of(BigDecimal.valueOf(tenths - below, 1));
        Fraction high = Fraction.of(BigDecimal.valueOf(tenths + above, 1));
        Bounded figure = Bounded.of(Fraction.of(BigDecimal.valueOf(tenths, 1)), low, high);
        BigDecimal member = low.plus(high.minus(low).times(Fraction.of(step)).dividedBy(Fraction.of(10)))
                .toDecimal();
        List<String> wrong = new ArrayList<>();
        functions().forEach((name, function) -> {
            Range<BigDecimal> possible = ScoringMath.score(function, figure).bounds();
            if (!possible.contains(function.score(member).value())) {
                wrong.add(name + " of " + member + " is " + function.score(member) + ", not within " + possible);
            }
        });

        assertThat(wrong).isEmpty();
    }
}
