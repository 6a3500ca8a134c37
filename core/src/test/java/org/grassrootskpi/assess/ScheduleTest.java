package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AttainmentRule.TargetReading;
import org.grassrootskpi.assess.PlanPath.Step;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final TimePeriod Y2023 = TimePeriod.parse("2023");
    private static final Schedule BY_MONTHS = Schedule.of(Y2023, PlanPath.months());
    private static final Unit POINTS = Unit.parse("个百分点");

    private static Quantity q(String figure) {
        return Quantity.parse(figure);
    }

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @ParameterizedTest
    @CsvSource({
        // plan, date, part that is due in percent: months, days
        "2023, 2023-05-31, 41.6667, 41.3699",
        "2023, 2022-12-31, 0, 0",
        "2023, 2023-12-31, 100, 100",
        "2023, 2024-02-01, 100, 100",
        "2024, 2024-02-29, 16.6667, 16.3934",
        "2023, 2023-02-14, 12.5, 12.3288",
        "2023-H1, 2023-03-31, 50, 49.7238",
        "2023-Q4, 2023-10-31, 33.3333, 33.6957",
        "2023-04, 2023-04-15, 50, 50",
    })
    void isDueByMonthsOrDays(String plan, String date, BigDecimal months, BigDecimal days) {
        TimePeriod period = TimePeriod.parse(plan.replace("H1", "S1"));

        assertThat(PlanPath.months().due(period, day(date)).in(Unit.parse("%")).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(months);
        assertThat(PlanPath.days().due(period, day(date)).in(Unit.parse("%")).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(days);
    }

    @Test
    void isDueByStatedSharesByLastYearAndByMilestones() {
        PlanPath quarters = PlanPath.shares(d("0.1"), d("0.2"), d("0.3"), d("0.4"));
        PlanPath like = PlanPath.like(List.of(d("59"), d("100")));
        PlanPath steps = PlanPath.milestones(
                Step.of(TimePeriod.parse("2023-03"), d("0.3")), Step.of(TimePeriod.parse("2023-09"), d("1")));

        assertThat(PlanPath.months().dueShare(Y2023, day("2023-05-31")))
                .isEqualTo(new PlanPath.Share(BigInteger.valueOf(5), BigInteger.valueOf(12)));
        assertThat(PlanPath.months().dueShare(Y2023, day("2023-09-30")))
                .isEqualTo(new PlanPath.Share(BigInteger.valueOf(3), BigInteger.valueOf(4)));
        assertThat(PlanPath.months().rounded(1).dueShare(Y2023, day("2023-05-31")))
                .isEqualTo(new PlanPath.Share(BigInteger.valueOf(417), BigInteger.valueOf(1000)));
        assertThat(quarters.due(Y2023, day("2023-06-30")).value()).isEqualByComparingTo("0.3");
        assertThat(quarters.due(Y2023, day("2023-09-30")).value()).isEqualByComparingTo("0.6");
        assertThat(like.due(Y2023, day("2023-06-30")).value()).isEqualByComparingTo("0.59");
        assertThat(steps.due(Y2023, day("2023-03-30")).value()).isEqualByComparingTo("0");
        assertThat(steps.due(Y2023, day("2023-03-31")).value()).isEqualByComparingTo("0.3");
        assertThat(steps.due(Y2023, day("2023-10-01")).value()).isEqualByComparingTo("1");
    }

    @Test
    void refusesWhatIsNoPath() {
        assertRefused(Reason.BAD_WEIGHTS, () -> PlanPath.shares(d("0.5"), d("0.4")));
        assertRefused(Reason.BAD_WEIGHTS, () -> PlanPath.shares(d("1.5"), d("-0.5")));
        assertRefused(Reason.BAD_DEFINITION, () -> PlanPath.like(List.of(d("2"), d("1"))));
        assertRefused(Reason.BAD_DEFINITION, () -> PlanPath.like(List.of(d("0"))));
        assertRefused(Reason.BAD_DEFINITION, () -> PlanPath.milestones(Step.of(TimePeriod.parse("2023-03"), d("0.3"))));
        assertRefused(
                Reason.SHARES_DO_NOT_FIT,
                () -> PlanPath.shares(d("0.2"), d("0.2"), d("0.2"), d("0.2"), d("0.2"))
                        .due(Y2023, day("2023-05-31")));
        assertRefused(
                Reason.SHARES_DO_NOT_FIT, () -> PlanPath.months().due(TimePeriod.parse("2023-W05"), day("2023-02-01")));
        assertRefused(Reason.OUTSIDE_PLAN, () -> PlanPath.months().due(Y2023, day("2022-11-30")));
        assertRefused(
                Reason.SHARES_DO_NOT_FIT,
                () -> PlanPath.milestones(Step.of(TimePeriod.parse("2024-03"), d("1")))
                        .due(Y2023, day("2023-05-31")));
        assertRefused(
                Reason.OUTSIDE_PLAN,
                () -> PlanPath.builder()
                        .kind(PlanPath.Kind.MONTHS)
                        .partialMonth(PlanPath.PartialMonth.REFUSE)
                        .build()
                        .due(Y2023, day("2023-05-15")));
        assertRefused(Reason.BAD_DEFINITION, () -> BY_MONTHS.withRule(AttainmentRule.ratio(Direction.LOWER)));
        assertRefused(Reason.NOT_CUMULATIVE, () -> Schedule.forIndicator(rate(), Y2023, PlanPath.months()));
    }

    private static Indicator rate() {
        return Indicator.builder()
                .id("a.rate")
                .name(LocalizedText.of("甲", "A"))
                .sector("a")
                .kind(IndicatorKind.RATIO)
                .unit(Unit.parse("%"))
                .decimals(1)
                .definition(LocalizedText.of("甲", "A"))
                .direction(Direction.HIGHER)
                .build();
    }

    private static void assertRefused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AssessmentRefusedException.class, e -> {
            assertThat(e.refusal().reason()).isEqualTo(reason);
            assertThat(e.refusal().suggestion()).isNotBlank();
        });
    }

    /**
     * 28 of the 29 published gaps are roundings of completion less months/12, for some completion that rounds to the printed one. The
     * other is against a schedule that was itself rounded to a whole percent.
     */
    @Test
    void reproducesThePublishedGapsToTheSchedule() {
        List<String> byMonths = new ArrayList<>();
        List<String> byDays = new ArrayList<>();
        for (var row : PublishedTable.rows("cn-time-proportional")) {
            int year = row.getField("year").isEmpty() ? 2023 : Integer.parseInt(row.getField("year"));
            LocalDate end =
                    YearMonth.of(year, Integer.parseInt(row.getField("months"))).atEndOfMonth();
            if (!isPossible(
                    row.getField("completion_pct") + "%", "100%", PlanPath.months(), end, number(row, "gap_points"))) {
                byMonths.add(row.getField("place"));
            }
            if (isPossible(
                    row.getField("completion_pct") + "%", "100%", PlanPath.days(), end, number(row, "gap_points"))) {
                byDays.add(row.getField("place"));
            }
        }

        assertThat(byMonths).containsExactly("Institute of Semiconductors");
        assertThat(byDays).hasSize(9);
        assertThat(isPossible("56.47%", "100%", PlanPath.months().rounded(0), day("2016-07-31"), d("-1.53")))
                .isTrue();
    }

    /** Where done and plan are printed, all 13 gaps are possible if the plan is read as rounded, too. */
    @Test
    void reproducesTheGapsWhereDoneAndPlanArePrinted() {
        List<Boolean> rounded = new ArrayList<>();
        List<Boolean> exact = new ArrayList<>();
        for (var row : PublishedTable.rows("cn-time-proportional")) {
            if (!row.getField("plan").isEmpty()) {
                LocalDate end = YearMonth.of(2019, Integer.parseInt(row.getField("months")))
                        .atEndOfMonth();
                BigDecimal gap = number(row, "gap_points");
                rounded.add(isPossible(
                        row.getField("done") + "亿元", row.getField("plan") + "亿元", PlanPath.months(), end, gap));
                Quantity value = Schedule.of(TimePeriod.parse("2019"), PlanPath.months())
                        .assess(q(row.getField("done") + "亿元"), q(row.getField("plan") + "亿元"), end)
                        .gap()
                        .orElseThrow();
                exact.add(value.in(POINTS)
                                .setScale(gap.scale(), RoundingMode.HALF_UP)
                                .compareTo(gap)
                        == 0);
            }
        }

        assertThat(rounded).hasSize(13).containsOnly(true);
        assertThat(exact).filteredOn(fits -> fits).hasSize(10);
    }

    private static boolean isPossible(String done, String plan, PlanPath path, LocalDate end, BigDecimal gap) {
        TimePeriod year = TimePeriod.ofYear(end.getYear());
        ScheduleState state = Schedule.of(year, path)
                .withRule(AttainmentRule.builder()
                        .form(AttainmentRule.Form.RATIO)
                        .targetReading(plan.equals("100%") ? TargetReading.LINE : TargetReading.ROUNDED)
                        .build())
                .assess(q(done), q(plan), end);
        Range<BigDecimal> printed = q(gap.toPlainString() + "个百分点").bounds();
        Range<BigDecimal> possible = state.gap().orElseThrow().bounds();
        return printed.isConnected(possible) && !printed.intersection(possible).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "700万元, 1200万元, 2023-07-31, UNDECIDED",
        "700个, 1200个, 2023-07-31, ON_SCHEDULE",
        "699个, 1200个, 2023-07-31, BEHIND",
        "超699个, 1200个, 2023-07-31, UNDECIDED",
        "超700个, 1200个, 2023-07-31, ON_SCHEDULE",
        "近700个, 1200个, 2023-07-31, BEHIND",
        "0个, 1200个, 2023-01-31, BEHIND",
        "0个, 1200个, 2022-12-31, NOT_STARTED",
        "1个, 1200个, 2022-12-31, ON_SCHEDULE",
        "5个, 0个, 2023-01-31, UNDECIDED",
    })
    void judgesByTheBoundsOfTheGap(String done, String target, String date, ScheduleStatus expected) {
        assertThat(BY_MONTHS.assess(q(done), q(target), day(date)).status()).isEqualTo(expected);
    }

    /** An example of earned value: 100 000 planned, 10, 20, 40, 70 and 100 % due, 35 % done after three of five periods. */
    @Test
    void computesTheScheduleIndexOfEarnedValue() {
        // Ten months stand for five periods, because parts are of whole months.
        PlanPath path = PlanPath.like(List.of(d("0.1"), d("0.2"), d("0.4"), d("0.7"), d("1")));
        Schedule schedule = Schedule.of(TimePeriod.yearToDate(2023, 10), path);

        ScheduleState state = schedule.assess(q("35000个"), q("100000个"), day("2023-06-30"));

        assertThat(state.expected().map(Quantity::value)).contains(d("40000"));
        assertThat(state.scheduleIndex().map(Quantity::value)).contains(d("0.875"));
        assertThat(state.gap().orElseThrow().in(POINTS)).isEqualByComparingTo("-5");
        assertThat(state.status()).isEqualTo(ScheduleStatus.BEHIND);
    }

    /** Ministry, June 2022: 59 % of the new jobs at half-time is in line with a seasonal schedule, not with a line. */
    @Test
    void judgesASeasonalPathByItsOwnShares() {
        Schedule seasonal = Schedule.of(Y2023, PlanPath.like(List.of(d("59"), d("100"))));

        assertThat(seasonal.assess(q("59个"), q("100个"), day("2023-06-30")).status())
                .isEqualTo(ScheduleStatus.ON_SCHEDULE);
        assertThat(seasonal.assess(q("58个"), q("100个"), day("2023-06-30")).status())
                .isEqualTo(ScheduleStatus.BEHIND);
    }

    @Test
    void saysWhatPaceIsNeededAndWhatThePaceSoFarLeadsTo() {
        ScheduleState state = BY_MONTHS.assess(q("300个"), q("1200个"), day("2023-06-30"));

        assertThat(state.requiredPerMonth().map(Quantity::value)).contains(d("150"));
        assertThat(state.addedPerMonth().map(Quantity::value)).contains(d("50"));
        assertThat(state.requiredAgainstPace().map(Quantity::value)).contains(d("3"));
        assertThat(state.atSamePace().map(Quantity::value)).contains(d("600"));
        assertThat(state.monthsLeft()).isEqualByComparingTo("6");
        assertThat(state.daysLeft()).isEqualTo(184);
        ScheduleState over = BY_MONTHS.assess(q("300个"), q("1200个"), day("2023-12-31"));
        assertThat(over.requiredPerMonth()).isEmpty();
        assertThat(over.atSamePace().map(Quantity::value)).contains(d("300"));
        ScheduleState begin = BY_MONTHS.assess(q("0个"), q("1200个"), day("2022-12-31"));
        assertThat(begin.atSamePace()).isEmpty();
        assertThat(begin.scheduleIndex()).isEmpty();
    }

    @Test
    void measuresTheDistanceInTime() {
        ScheduleState behind = BY_MONTHS.assess(q("300个"), q("1200个"), day("2023-06-30"));
        ScheduleState.TimeDistance distance = behind.timeDistance().orElseThrow();

        assertThat(distance.latestMonths()).isEqualByComparingTo("-3");
        assertThat(distance.earliestMonths()).isEqualByComparingTo("-3");
        assertThat(distance.latestDays()).isEqualByComparingTo("-91");
        PlanPath flat = PlanPath.shares(d("0.5"), d("0"), d("0"), d("0.5"));
        ScheduleState.TimeDistance onFlat = Schedule.of(Y2023, flat)
                .assess(q("5个"), q("10个"), day("2023-06-30"))
                .timeDistance()
                .orElseThrow();
        assertThat(onFlat.earliestMonths()).isEqualByComparingTo("-3");
        assertThat(onFlat.latestMonths()).isEqualByComparingTo("3");
        ScheduleState.TimeDistance beyond = BY_MONTHS
                .assess(q("20个"), q("10个"), day("2023-06-30"))
                .timeDistance()
                .orElseThrow();
        assertThat(beyond.latestMonths()).isEqualByComparingTo("6");
    }

    @Test
    void measuresAStockFromItsBaseline() {
        Schedule rate = BY_MONTHS.withRule(AttainmentRule.fromBaseline(q("80个")));

        ScheduleState state = rate.assess(q("88个"), q("100个"), day("2023-06-30"));

        assertThat(state.expected().map(Quantity::value)).contains(d("90"));
        assertThat(state.gap().orElseThrow().in(POINTS)).isEqualByComparingTo("-10");
        assertThat(state.atSamePace().map(Quantity::value)).contains(d("96"));
        ScheduleState down = rate.assess(q("70个"), q("60个"), day("2023-06-30"));
        assertThat(down.status()).isEqualTo(ScheduleStatus.ON_SCHEDULE);
    }

    @Test
    void saysThatThereIsNoFigureOrNoTarget() {
        ScheduleState silent = BY_MONTHS.withoutFigure(day("2023-06-30"), Optional.of(day("2023-04-30")));

        assertThat(silent.status()).isEqualTo(ScheduleStatus.NO_DATA);
        assertThat(silent.figureAgeInDays()).isEqualTo(OptionalLong.of(61));
        assertThat(silent.gap()).isEmpty();
        assertThat(silent.requiredPerMonth()).isEmpty();
        assertThat(BY_MONTHS.withoutTarget(day("2023-06-30")).status()).isEqualTo(ScheduleStatus.NO_TARGET);
    }

    @Test
    void readsAHistory() {
        List<ScheduleState> months = new ArrayList<>();
        int[] done = {100, 150, 300, 380, 1300};
        for (int i = 0; i < done.length; i++) {
            months.add(BY_MONTHS.assess(
                    q(done[i] + "个"), q("1200个"), YearMonth.of(2023, i + 1).atEndOfMonth()));
        }
        ScheduleHistory history = ScheduleHistory.of(months);

        assertThat(history.fellBehind()).containsExactly(day("2023-02-28"), day("2023-04-30"));
        assertThat(history.caughtUp()).containsExactly(day("2023-03-31"), day("2023-05-31"));
        assertThat(history.reachedBy()).contains(day("2023-05-31"));
        assertThat(history.daysEarly()).isEqualTo(OptionalLong.of(214));
        assertThat(history.timesBehindInARow()).isZero();
        assertThat(ScheduleHistory.of(months.subList(0, 4)).timesBehindInARow()).isEqualTo(1);
        assertThat(ScheduleHistory.of(months.subList(0, 4)).reachedBy()).isEmpty();
        assertRefused(Reason.BAD_DEFINITION, () -> ScheduleHistory.of(List.of()));
        assertRefused(Reason.BAD_DEFINITION, () -> ScheduleHistory.of(List.of(months.get(1), months.get(0))));
    }
}
