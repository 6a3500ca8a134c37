package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is judged as a value: when two are equal, how they are written, and which cannot be. */
class JudgedValuesTest {
    private static final AttainmentRule HIGHER = AttainmentRule.ratio(Direction.HIGHER);
    private static final Levels LEVELS =
            Levels.from(List.of("差", "中", "好"), new BigDecimal("60"), new BigDecimal("80"));

    private static Quantity q(String figure) {
        return Quantity.parse(figure);
    }

    private static void refused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AssessmentRefusedException.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }

    @Test
    void attainmentsAreEqualByStateGapPartAndRefusal() {
        Attainment part = HIGHER.assess(q("3起"), q("4起"));

        assertThat(part)
                .isEqualTo(HIGHER.assess(q("3起"), q("4起")))
                .hasSameHashCodeAs(HIGHER.assess(q("3起"), q("4起")))
                .isNotEqualTo(HIGHER.assess(q("6起"), q("8起")))
                .isNotEqualTo(AttainmentRule.ratio(Direction.LOWER).assess(q("3起"), q("4起")))
                .isNotEqualTo(AttainmentRule.limit(Direction.HIGHER).assess(q("3起"), q("4起")))
                .isNotEqualTo("NOT_REACHED 75%");
        assertThat(part.hashCode()).isNotEqualTo(HIGHER.assess(q("6起"), q("8起")).hashCode());
        assertThat(AttainmentRule.limit(Direction.HIGHER).assess(q("3起"), q("4起")))
                .as("another limit is another reason why there is no part")
                .isNotEqualTo(AttainmentRule.limit(Direction.HIGHER).assess(q("4起"), q("5起")));
    }

    @ParameterizedTest
    @CsvSource({
        "3起, 4起, NOT_REACHED 75%",
        "1起, 3起, NOT_REACHED 33.33%",
        "2起, 3起, NOT_REACHED 66.67%",
        "5起, 4起, REACHED 125%",
        "超500个, 1000个, UNDECIDED 50% within (0.5..+∞)",
    })
    void anAttainmentIsWrittenAsStateAndPercent(String figure, String target, String text) {
        assertThat(HIGHER.assess(q(figure), q(target))).hasToString(text);
    }

    @Test
    void anAttainmentWithoutPartIsWrittenWithTheReason() {
        Attainment limit = AttainmentRule.limit(Direction.HIGHER).assess(q("3起"), q("4起"));

        assertThat(limit).hasToString("NOT_REACHED " + limit.refusal().orElseThrow());
    }

    @Test
    void judgementsOfLevelsAreEqualByLevelsAndMeasure() {
        LevelJudgement good = LEVELS.judge(new BigDecimal("85"));
        Range<BigDecimal> open = Range.closed(new BigDecimal("70"), new BigDecimal("90"));

        assertThat(good)
                .hasToString("好")
                .isEqualTo(LEVELS.judge(new BigDecimal("85.0")))
                .hasSameHashCodeAs(LEVELS.judge(new BigDecimal("85.0")))
                .isNotEqualTo(LEVELS.judge(new BigDecimal("86")))
                .isNotEqualTo(LEVELS.judge(new BigDecimal("85"), open))
                .isNotEqualTo("好");
        assertThat(LEVELS.judge(new BigDecimal("75"), open))
                .hasToString("UNDECIDED 中..好")
                .isNotEqualTo(LEVELS.judge(new BigDecimal("85"), open));
        assertThat(good.hashCode())
                .isNotEqualTo(LEVELS.judge(new BigDecimal("86")).hashCode());
        assertThat(LEVELS.level("中").lower()).contains(new BigDecimal("60"));
        refused(() -> LEVELS.level("优"), Reason.UNKNOWN_ID);
    }

    @Test
    void aLevelMayBeAPointAndNoLess() {
        BigDecimal three = new BigDecimal("3");
        BigDecimal four = new BigDecimal("4");

        assertThat(Level.of("a", Range.closed(three, three)).lower()).contains(three);
        refused(() -> Level.of("a", Range.openClosed(three, three)), Reason.LEVELS_DO_NOT_PARTITION);
        refused(() -> Level.of("a", Range.closedOpen(three, three)), Reason.LEVELS_DO_NOT_PARTITION);
        refused(
                () -> Level.builder()
                        .name("a")
                        .lower(four)
                        .lowerIncluded(true)
                        .upper(three)
                        .upperIncluded(true)
                        .build(),
                Reason.LEVELS_DO_NOT_PARTITION);
    }

    @ParameterizedTest
    @CsvSource({
        "10个, 20个, 20个, 30个, true",
        "10个, 10个, 20个, 30个, false",
        "10个, 20个, 30个, 30个, false",
        "10个, 30个, 20个, 40个, false"
    })
    void theEndsOfAnIntervalAreInOrder(
            String lowerLimit, String lower, String upper, String upperLimit, boolean accepted) {
        if (accepted) {
            assertThat(TargetInterval.of(q(lowerLimit), q(lower), q(upper), q(upperLimit))
                            .upper())
                    .isEqualTo(q(upper));
        } else {
            refused(() -> TargetInterval.of(q(lowerLimit), q(lower), q(upper), q(upperLimit)), Reason.BAD_DEFINITION);
        }
    }

    @Test
    void whatMeasuresSomethingElseIsRefusedWhereverItIs() {
        TargetInterval interval = TargetInterval.of(q("10个"), q("20个"), q("30个"), q("40个"));

        refused(() -> TargetInterval.of(q("10元"), q("20个"), q("30个"), q("40个")), Reason.DIFFERENT_UNITS);
        refused(() -> TargetInterval.of(q("10个"), q("20个"), q("30元"), q("40元")), Reason.DIFFERENT_UNITS);
        refused(() -> TargetInterval.of(q("10个"), q("20个"), q("30个"), q("40元")), Reason.DIFFERENT_UNITS);
        refused(() -> AttainmentRule.within(interval).assess(q("5元"), q("5元")), Reason.DIFFERENT_UNITS);
        refused(() -> HIGHER.assess(q("5元"), q("5个")), Reason.DIFFERENT_UNITS);
        refused(() -> AttainmentRule.fromBaseline().assess(q("5个"), q("6个"), q("5元")), Reason.DIFFERENT_UNITS);
    }

    @ParameterizedTest
    @CsvSource({
        "5个, NOT_REACHED, [0..0]",
        "15个, NOT_REACHED, [0.5..0.5]",
        "20个, REACHED, [1..1]",
        "25个, REACHED, [1..1]",
        "30个, REACHED, [1..1]",
        "35个, NOT_REACHED, [0.5..0.5]",
        "45个, NOT_REACHED, [0..0]",
        "超30个, NOT_REACHED, [0..1)",
        "近25个, UNDECIDED, [0..1]",
        "近20个, NOT_REACHED, [0..1)",
    })
    void whatLiesOutsideAnIntervalLosesByHowFar(String figure, AttainmentState state, String part) {
        TargetInterval interval = TargetInterval.of(q("10个"), q("20个"), q("30个"), q("40个"));
        Attainment attainment = AttainmentRule.within(interval).assess(q(figure), q("0个"));

        assertThat(attainment.state()).isEqualTo(state);
        assertThat(attainment.part().orElseThrow().bounds()).hasToString(part);
    }

    /** From a baseline, better is the way from the baseline to the target. */
    @ParameterizedTest
    @CsvSource({
        "4个, 5个, 10个, REACHED",
        "6个, 5个, 10个, NOT_REACHED",
        "6个, 5个, 1个, REACHED",
        "4个, 5个, 1个, NOT_REACHED",
    })
    void theWayFromABaselineSaysWhatIsBetter(String figure, String target, String baseline, AttainmentState state) {
        assertThat(AttainmentRule.fromBaseline()
                        .assess(q(figure), q(target), q(baseline))
                        .state())
                .isEqualTo(state);
    }

    /** What is to stay below a figure in its thirties is not, where it is forty. */
    @Test
    void aRoundTargetIsMissedBeyondItsFarthestEnd() {
        AttainmentRule limit = AttainmentRule.limit(Direction.LOWER);

        assertThat(limit.assess(q("40个"), q("三十多个")).state()).isEqualTo(AttainmentState.NOT_REACHED);
        assertThat(limit.assess(q("39个"), q("三十多个")).state()).isEqualTo(AttainmentState.UNDECIDED);
        assertThat(limit.assess(q("30个"), q("三十多个")).state()).isEqualTo(AttainmentState.REACHED);
    }

    @ParameterizedTest
    @EnumSource(
            value = IndicatorKind.class,
            names = {"GROWTH", "RANK", "RATING"})
    void whatHasNoPartsIsReachedOrNot(IndicatorKind kind) {
        assertThat(AttainmentRule.forIndicator(TableFixture.indicator("i", "s", kind, "ratio", 0)
                        .direction(Direction.LOWER)
                        .build()))
                .isEqualTo(AttainmentRule.limit(Direction.LOWER));
    }

    @Test
    void aRuleThatContradictsItsFormSaysHow() {
        TargetInterval interval = TargetInterval.of(q("10个"), q("20个"), q("30个"), q("40个"));
        AttainmentRule.Builder rule = AttainmentRule.builder().form(AttainmentRule.Form.RATIO);

        assertThatThrownBy(() -> rule.interval(interval).baseline(q("5个")).build())
                .hasMessageContaining("a rule of form RATIO got direction HIGHER, an interval, a baseline");
        assertThatThrownBy(() -> AttainmentRule.ratio(Direction.TARGET))
                .hasMessageContaining("a rule of form RATIO got direction TARGET")
                .hasMessageNotContaining("TARGET, a");
    }
}
