package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentRuleTest {
    private static final AttainmentRule HIGHER = AttainmentRule.ratio(Direction.HIGHER);
    private static final AttainmentRule LOWER = AttainmentRule.ratio(Direction.LOWER);

    private static Quantity q(String figure) {
        return Quantity.parse(figure);
    }

    private static BigDecimal percent(Attainment attainment, int decimals) {
        return attainment.part().orElseThrow().in(Unit.parse("%")).setScale(decimals, RoundingMode.HALF_UP);
    }

    @ParameterizedTest
    @CsvSource({
        // figure, target, more or less is better, answer
        "560个, 560个, HIGHER, REACHED",
        "559个, 560个, HIGHER, NOT_REACHED",
        "超500个, 560个, HIGHER, UNDECIDED",
        "超560个, 560个, HIGHER, REACHED",
        "近560个, 560个, HIGHER, NOT_REACHED",
        "约560个, 560个, HIGHER, UNDECIDED",
        "不低于560个, 超560个, HIGHER, UNDECIDED",
        "560个, 超560个, HIGHER, NOT_REACHED",
        "561个, 超560个, HIGHER, REACHED",
        "560个, 不低于560个, HIGHER, REACHED",
        "300个, 近300个, HIGHER, REACHED",
        "290个, 近300个, HIGHER, UNDECIDED",
        "-1个, 近300个, HIGHER, NOT_REACHED",
        "12.0亿元, 12亿元, HIGHER, UNDECIDED",
        "12.1亿元, 12亿元, HIGHER, REACHED",
        "0起, 0起, LOWER, REACHED",
        "1起, 0起, LOWER, NOT_REACHED",
        "5%, 不超过5%, LOWER, UNDECIDED",
        "4.9%, 不超过5%, LOWER, REACHED",
        "5.1%, 不超过5%, LOWER, NOT_REACHED",
        "不超过5%, 不超过5%, LOWER, REACHED",
        "5起, 不足5起, LOWER, NOT_REACHED",
        "4起, 不足5起, LOWER, REACHED",
    })
    void judgesATargetByWhatIsKnownOfTheFigure(
            String figure, String target, Direction direction, AttainmentState expected) {
        assertThat(AttainmentRule.ratio(direction).assess(q(figure), q(target)).state())
                .isEqualTo(expected);
        assertThat(AttainmentRule.limit(direction).assess(q(figure), q(target)).state())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // form, figure, target, baseline, part as bounds
        "HIGHER, 3起, 4起, , [0.75..0.75]",
        "HIGHER, 5起, 4起, , [1.25..1.25]",
        "HIGHER, -1起, 4起, , [-0.25..-0.25]",
        "LOWER, 4起, 3起, , [0.75..0.75]",
        "LOWER, 2起, 3起, , [1.5..1.5]",
        "LINEAR, 0起, 3起, , [2..2]",
        "LINEAR, 6起, 4起, , [0.5..0.5]",
        "LINEAR, 12起, 4起, , [-1..-1]",
        "BASELINE, 5起, 0起, 10起, [0.5..0.5]",
        "BASELINE, 12起, 0起, 10起, [-0.2..-0.2]",
        "BASELINE, -5个, -10个, 0个, [0.5..0.5]",
        "HIGHER, 超500个, 1000个, , (0.5..+∞)",
        "HIGHER, 近500个, 1000个, , [0..0.5)",
        "LOWER, 近500个, 1000个, , (2..+∞)",
        "HIGHER, 三十多个, 60个, , (0.5..0.66667)",
        "BASELINE, 近500个, 1000个, 0个, [0..0.5)",
        "BASELINE, 超8个, 5个, 10个, (-∞..0.4)",
        "BASELINE, 7个, 5个, 超10个, (0.6..1)",
    })
    void computesThePartWithItsBounds(String form, String figure, String target, String baseline, String expected) {
        AttainmentRule rule = switch (form) {
            case "HIGHER" -> HIGHER;
            case "LOWER" -> LOWER;
            case "LINEAR" -> AttainmentRule.linear();
            default -> AttainmentRule.fromBaseline(q(baseline));
        };

        assertThat(Digits.outwards(
                        rule.assess(q(figure), q(target)).part().orElseThrow().bounds()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 3起, 0起, ZERO_TARGET",
        "HIGHER, 3个, -4个, NEGATIVE_TARGET",
        "LOWER, 0起, 3起, ACTUAL_NOT_POSITIVE",
        "LOWER, 0起, 0起, ZERO_TARGET",
        "LINEAR, 3起, 0起, ZERO_TARGET",
        "BASELINE, 3起, 4起, MISSING_BASELINE",
        "FROM4, 3起, 4起, BASELINE_IS_TARGET",
        "LIMIT, 3起, 4起, NO_RATIO",
    })
    void refusesAPartThatSaysNothingAndStillJudges(String form, String figure, String target, Reason reason) {
        AttainmentRule rule = switch (form) {
            case "HIGHER" -> HIGHER;
            case "LOWER" -> LOWER;
            case "LINEAR" -> AttainmentRule.linear();
            case "BASELINE" -> AttainmentRule.fromBaseline();
            case "LIMIT" -> AttainmentRule.limit(Direction.LOWER);
            default -> AttainmentRule.fromBaseline(q("4起"));
        };

        Attainment attainment = rule.assess(q(figure), q(target));

        assertThat(attainment.part()).isEmpty();
        assertThat(attainment.refusal().map(AssessmentRefusal::reason)).contains(reason);
        assertThat(attainment.refusal().orElseThrow().suggestion()).isNotBlank();
        assertThat(attainment.state()).isNotNull();
    }

    @Test
    void keepsTheRawPartBesideTheCap() {
        Attainment attainment = HIGHER.assess(q("13起"), q("10起"));

        assertThat(attainment.part().map(Quantity::value)).contains(new BigDecimal("1.3"));
        assertThat(attainment.cappedAt(new BigDecimal("1.2")).map(Quantity::value))
                .contains(new BigDecimal("1.2"));
        assertThat(HIGHER.assess(q("超5起"), q("10起")).cappedAt(BigDecimal.ONE).map(Quantity::bounds))
                .contains(Range.openClosed(new BigDecimal("0.5"), BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({
        // unemployment from 3 to 6 % (NBS 2008), with the limits 0 and 10
        "2.0%, UNDECIDED?, 0.75",
        "3.50%, REACHED, 1",
        "4.5%, REACHED, 1",
        "7%, NOT_REACHED, 0.75",
        "8.00%, NOT_REACHED, 0.5",
        "12.00%, NOT_REACHED, 0",
        "0.0%, NOT_REACHED, 0.25",
    })
    void judgesAnInterval(String figure, String state, BigDecimal part) {
        AttainmentRule rule = AttainmentRule.within(TargetInterval.of(q("0%"), q("3%"), q("6%"), q("10%")));

        Attainment attainment = rule.assess(q(figure), q("0%"));

        assertThat(attainment.part().map(Quantity::value)).contains(part.stripTrailingZeros());
        assertThat(attainment.state().name()).isEqualTo(state.equals("UNDECIDED?") ? "NOT_REACHED" : state);
    }

    @Test
    void leavesTheEdgeOfAnIntervalOpenToWhatIsRounded() {
        AttainmentRule rule = AttainmentRule.within(TargetInterval.of(q("0%"), q("3%"), q("6%"), q("10%")));

        Attainment attainment = rule.assess(q("6%"), q("0%"));

        assertThat(attainment.state()).isEqualTo(AttainmentState.UNDECIDED);
        assertThat(attainment.part().map(Quantity::bounds))
                .contains(Range.openClosed(new BigDecimal("0.875"), BigDecimal.ONE));
    }

    @Test
    void comparesGrowthInPoints() {
        Indicator growth = indicator(IndicatorKind.GROWTH, Direction.HIGHER);

        Attainment attainment = AttainmentRule.forIndicator(growth).assess(q("6.1%"), q("5.5%"));

        assertThat(attainment.part()).isEmpty();
        assertThat(attainment.gap().in(Unit.parse("个百分点"))).isEqualByComparingTo("0.6");
        assertThat(attainment.gap()).hasToString("0.6个百分点");
    }

    private static Indicator indicator(IndicatorKind kind, Direction direction) {
        return Indicator.builder()
                .id("a.b")
                .name(LocalizedText.of("甲", "A"))
                .sector("a")
                .kind(kind)
                .unit(Unit.parse("%"))
                .decimals(1)
                .definition(LocalizedText.of("甲", "A"))
                .direction(direction)
                .build();
    }

    @Test
    void refusesWhatHasNoDirection() {
        assertThatThrownBy(() -> AttainmentRule.forIndicator(indicator(IndicatorKind.FLOW, Direction.NEUTRAL)))
                .isInstanceOfSatisfying(
                        AssessmentRefusedException.class,
                        e -> assertThat(e.refusal().reason()).isEqualTo(Reason.NO_DIRECTION));
        assertThatThrownBy(() -> AttainmentRule.forIndicator(indicator(IndicatorKind.RATIO, Direction.TARGET)))
                .hasMessageContaining("TargetInterval.of");
        assertThatThrownBy(() -> AttainmentRule.ratio(Direction.NEUTRAL)).hasMessageContaining("NO_DIRECTION");
        assertThatThrownBy(() -> HIGHER.assess(q("3起"), q("3亿元"))).hasMessageContaining("DIFFERENT_UNITS");
        assertThatThrownBy(() -> TargetInterval.of(q("3%"), q("3%"), q("6%"), q("10%")))
                .hasMessageContaining("lower limit < lower");
    }

    @Test
    void reproducesTheCompletionRatesOfKaiping() {
        List<String> computed = PublishedTable.rows("cn-completion-ranking").stream()
                .map(row -> percent(HIGHER.assess(q(row.getField("done") + "万元"), q(row.getField("plan") + "万元")), 2)
                        .toPlainString())
                .toList();

        assertThat(computed)
                .containsExactlyElementsOf(PublishedTable.rows("cn-completion-ranking").stream()
                        .map(row -> number(row, "completion_pct").setScale(2).toPlainString())
                        .toList());
    }

    /** Own cases, computed by hand: 3.3 of 5.3 and 10 of 31. */
    @ParameterizedTest
    @CsvSource({"8, 10, 4.7, 62.26", "30, 51, 20, 32.26"})
    void measuresTheWayFromABaseline(String a, String t, String b, BigDecimal expected) {
        Attainment attainment = AttainmentRule.fromBaseline().assess(q(a + "万元"), q(t + "万元"), q(b + "万元"));

        assertThat(percent(attainment, 2)).isEqualByComparingTo(expected);
    }

    /** The law of the baseline form: units and zero points do not matter. */
    @Property
    void isTheSameAfterEveryLinearChangeOfScale(
            @ForAll @IntRange(min = -500, max = 500) int a,
            @ForAll @IntRange(min = -500, max = 500) int t,
            @ForAll @IntRange(min = -500, max = 500) int b,
            @ForAll @IntRange(min = 1, max = 90) int c,
            @ForAll @IntRange(min = -900, max = 900) int d) {
        Optional<BigDecimal> plain = AttainmentRule.fromBaseline()
                .assess(exact(a), exact(t), exact(b))
                .part()
                .map(Quantity::value);
        for (int factor : new int[] {c, -c}) {
            assertThat(AttainmentRule.fromBaseline()
                            .assess(exact(a * factor + d), exact(t * factor + d), exact(b * factor + d))
                            .part()
                            .map(Quantity::value))
                    .isEqualTo(plain);
        }
    }

    private static Quantity exact(long value) {
        return Quantity.ofExact(BigDecimal.valueOf(value), Unit.COUNT);
    }

    private static Quantity between(int value, int below, int above) {
        return Quantity.of(
                BigDecimal.valueOf(value),
                Unit.COUNT,
                Qualifier.EXACT,
                Range.closed(BigDecimal.valueOf(value - below), BigDecimal.valueOf(value + above)));
    }

    /** For every member of the bounds the part lies within the bounds of the part, and no state is decided against one. */
    @Property
    void holdsForEveryMemberOfTheBounds(
            @ForAll @IntRange(min = -50, max = 150) int a,
            @ForAll @IntRange(min = 60, max = 150) int t,
            @ForAll @IntRange(min = -50, max = 40) int b,
            @ForAll @IntRange(min = 0, max = 9) int below,
            @ForAll @IntRange(min = 0, max = 9) int above,
            @ForAll @IntRange(min = 0, max = 9) int step) {
        Attainment whole = AttainmentRule.builder()
                .form(AttainmentRule.Form.FROM_BASELINE)
                .targetReading(AttainmentRule.TargetReading.ROUNDED)
                .build()
                .assess(between(a, below, above), between(t, above, below), between(b, below, below));
        double oneA = a - below + (below + above) * step / 9.0;
        double oneT = t + below - (below + above) * ((step * 7) % 10) / 9.0;
        double oneB = b - below + 2 * below * ((step * 3) % 10) / 9.0;
        double part = (oneA - oneB) / (oneT - oneB);
        Range<BigDecimal> bounds = whole.part().orElseThrow().bounds();

        assertThat(part)
                .isBetween(
                        bounds.lowerEndpoint().doubleValue() - 1e-9,
                        bounds.upperEndpoint().doubleValue() + 1e-9);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double ca : new double[] {a - below, a + above}) {
            for (double ct : new double[] {t - above, t + below}) {
                for (double cb : new double[] {b - below, b + below}) {
                    least = Math.min(least, (ca - cb) / (ct - cb));
                    most = Math.max(most, (ca - cb) / (ct - cb));
                }
            }
        }
        assertThat(bounds.lowerEndpoint().doubleValue()).isCloseTo(least, offset(1e-9));
        assertThat(bounds.upperEndpoint().doubleValue()).isCloseTo(most, offset(1e-9));
    }
}
