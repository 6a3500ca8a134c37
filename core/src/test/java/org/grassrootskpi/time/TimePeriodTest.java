package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024,       ANNUAL,       2024-01-01, 2024-12-31, 2024, 1",
        "2024-H2,    HALF_YEARLY,  2024-07-01, 2024-12-31, 2024, 2",
        "2024-Q3,    QUARTERLY,    2024-07-01, 2024-09-30, 2024, 3",
        "2024-02,    MONTHLY,      2024-02-01, 2024-02-29, 2024, 2",
        "2024-W05,   WEEKLY,       2024-01-29, 2024-02-04, 2024, 5",
        "2025-W01,   WEEKLY,       2024-12-30, 2025-01-05, 2025, 1",
        "2020-W53,   WEEKLY,       2020-12-28, 2021-01-03, 2020, 53",
        "2024-07-15, DAILY,        2024-07-15, 2024-07-15, 2024, 197",
        "2024-YTD09, YEAR_TO_DATE, 2024-01-01, 2024-09-30, 2024, 9",
        "0001,       ANNUAL,       0001-01-01, 0001-12-31, 1,    1",
        "9999-W51,   WEEKLY,       9999-12-20, 9999-12-26, 9999, 51",
    })
    void tellsItsDaysAndName(
            String text, Frequency frequency, LocalDate start, LocalDate end, int year, int numberInYear) {
        TimePeriod period = TimePeriod.parse(text);

        assertThat(period).hasToString(text);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.firstDay()).isEqualTo(start);
        assertThat(period.lastDay()).isEqualTo(end);
        assertThat(period.year()).isEqualTo(year);
        assertThat(period.numberInYear()).isEqualTo(numberInYear);
    }

    @Test
    void factoriesNameTheSamePeriodsAsText() {
        assertThat(List.of(
                        TimePeriod.ofYear(2024),
                        TimePeriod.ofHalf(2024, 1),
                        TimePeriod.ofQuarter(2024, 3),
                        TimePeriod.ofMonth(2024, 7),
                        TimePeriod.ofWeek(2024, 5),
                        TimePeriod.ofDay(2024, 7, 15),
                        TimePeriod.yearToDate(2024, 9),
                        TimePeriod.from(Year.of(2023)),
                        TimePeriod.from(YearMonth.of(2023, 2)),
                        TimePeriod.from(LocalDate.of(2023, 2, 28))))
                .extracting(TimePeriod::toString)
                .containsExactly(
                        "2024",
                        "2024-H1",
                        "2024-Q3",
                        "2024-07",
                        "2024-W05",
                        "2024-07-15",
                        "2024-YTD09",
                        "2023",
                        "2023-02",
                        "2023-02-28");
    }

    @Test
    void factoriesRefuseWhatTheCalendarLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.ofDay(2023, 2, 29))
                .withMessage("Expected a day of 2023-02 from 1 to 28, got 29");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.ofWeek(2024, 53))
                .withMessage("Expected a week of 2024 from 1 to 52, got 53");
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.ofWeek(9999, 52));
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.ofYear(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.ofYear(10_000));
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.ofHalf(2024, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.ofQuarter(2024, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.ofMonth(2024, 13));
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.yearToDate(2024, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.from(LocalDate.of(10_000, 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.containing(LocalDate.of(9999, 12, 31), Frequency.WEEKLY))
                .withMessage("The week of 9999-12-31 is no period: it ends after 9999-12-31");
    }

    @Test
    void yearToDateOfDecemberHasTheDaysOfTheYearButIsNotTheYear() {
        TimePeriod december = TimePeriod.yearToDate(2024, 12);

        assertThat(december.coincidesWith(TimePeriod.ofYear(2024))).isTrue();
        assertThat(december).isNotEqualTo(TimePeriod.ofYear(2024)).isGreaterThan(TimePeriod.ofYear(2024));
        assertThat(december.isYearToDate()).isTrue();
        assertThat(TimePeriod.ofYear(2024).isYearToDate()).isFalse();
        assertThat(december.coincidesWith(TimePeriod.ofHalf(2024, 1))).isFalse();
    }

    @Test
    void sortsByFirstDayThenLongerFirst() {
        List<TimePeriod> inOrder = Stream.of(
                        "2024",
                        "2024-YTD12",
                        "2024-YTD09",
                        "2024-H1",
                        "2024-YTD06",
                        "2024-Q1",
                        "2024-YTD03",
                        "2024-01",
                        "2024-YTD01",
                        "2024-W01",
                        "2024-01-01",
                        "2024-01-02",
                        "2024-Q2")
                .map(TimePeriod::parse)
                .toList();

        assertThat(inOrder.stream().sorted(Comparator.reverseOrder()).sorted()).containsExactlyElementsOf(inOrder);
    }

    @Test
    void aWeekHasAParentOnlyWhereItDoesNotStraddle() {
        TimePeriod week = TimePeriod.parse("2024-W05");

        assertThat(week.parent(Frequency.MONTHLY)).isEmpty();
        assertThat(week.parent(Frequency.QUARTERLY)).contains(TimePeriod.ofQuarter(2024, 1));
        assertThat(TimePeriod.parse("2025-W01").parent(Frequency.ANNUAL)).isEmpty();
        assertThat(TimePeriod.parse("2025-01-01").parent(Frequency.WEEKLY)).contains(TimePeriod.ofWeek(2025, 1));
        assertThat(week.parent(Frequency.WEEKLY)).contains(week);
    }

    @Test
    void yearToDateIsNoParentAndHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.ofMonth(2024, 3).parent(Frequency.YEAR_TO_DATE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.yearToDate(2024, 3).parent(Frequency.ANNUAL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.ofYear(2024).parent(Frequency.MONTHLY))
                .withMessage("2024 has no parent among the MONTHLY periods: expected a frequency coarser than ANNUAL"
                        + " and not cumulative");
    }

    @Test
    void subperiodsAreOnlyThoseOfNestingFrequencies() {
        assertThat(TimePeriod.yearToDate(2024, 9).subperiods(Frequency.MONTHLY)).hasToString("2024-01..2024-09");
        assertThat(TimePeriod.ofHalf(2024, 2).subperiods(Frequency.QUARTERLY)).hasToString("2024-Q3..2024-Q4");
        assertThat(TimePeriod.ofWeek(2025, 1).subperiods(Frequency.DAILY)).hasToString("2024-12-30..2025-01-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.ofMonth(2024, 2).subperiods(Frequency.WEEKLY))
                .withMessage("2024-02 does not consist of whole WEEKLY periods; see Frequency.nestsIn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.yearToDate(2024, 9).subperiods(Frequency.QUARTERLY));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2023",
        "2024-Q1, 2023-Q1",
        "2024-02, 2023-02",
        "2024-YTD02, 2023-YTD02",
        "2024-W05, 2023-W05",
        "2021-W52, 2020-W52",
        "2023-02-28, 2022-02-28",
        "2024-03-01, 2023-03-01",
        "2024-02-29,",
        "2020-W53,",
        "0001-07,",
    })
    void findsTheSamePeriodOfTheYearBefore(String text, String earlier) {
        assertThat(TimePeriod.parse(text)
                        .yearEarlier()
                        .map(TimePeriod::toString)
                        .orElse(null))
                .isEqualTo(earlier);
    }

    @Test
    void neverLeavesTheSupportedYears() {
        assertThatThrownBy(() -> TimePeriod.ofMonth(9999, 12).next())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("9999-12 plus 1 lies outside the years 0001 to 9999");
        assertThatThrownBy(() -> TimePeriod.ofDay(1, 1, 1).previous()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> TimePeriod.ofWeek(9999, 51).next()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> TimePeriod.ofYear(2024).plus(Integer.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void codesAreAStableLayout() {
        assertThat(TimePeriod.ofYear(1).toCode()).isEqualTo(0x1000000);
        assertThat(TimePeriod.ofHalf(1, 2).toCode()).isEqualTo(0x2000001);
        assertThat(TimePeriod.ofQuarter(2, 1).toCode()).isEqualTo(0x3000004);
        assertThat(TimePeriod.ofMonth(2024, 7).toCode()).isEqualTo(0x4000000 + 2023 * 12 + 6);
        assertThat(TimePeriod.ofWeek(1, 1).toCode()).isEqualTo(0x5000000);
        assertThat(TimePeriod.ofDay(1, 1, 2).toCode()).isEqualTo(0x6000001);
        assertThat(TimePeriod.yearToDate(2024, 7).toCode()).isEqualTo(0x7000000 + 2023 * 12 + 6);
    }

    @Test
    void refusesNumbersThatAreNoCode() {
        for (int code : new int[] {
            0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x1000000 + 9999, 0x8000000 + 9998, 0x13000000
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.ofCode(code));
        }
    }
}
