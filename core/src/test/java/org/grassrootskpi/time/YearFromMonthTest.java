package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fiscal and academic years: years that begin in another month than January. */
class YearFromMonthTest {
    @Property
    void hasTwelveMonthsFromItsFirst(@ForAll @IntRange(min = 1, max = 9998) int year, @ForAll Month start) {
        TimePeriod period = TimePeriod.ofYear(year, start);
        YearMonth first = YearMonth.of(year, start);

        assertThat(period.firstDay()).isEqualTo(first.atDay(1));
        assertThat(period.lastDay()).isEqualTo(first.plusMonths(11).atEndOfMonth());
        assertThat(period.year()).isEqualTo(year);
        assertThat(period.numberInYear()).isEqualTo(1);
        assertThat(period.frequency()).isEqualTo(Frequency.yearsFrom(start));
        assertThat(period.subperiods(Frequency.MONTHLY))
                .isEqualTo(TimePeriodRange.of(TimePeriod.from(first), TimePeriod.from(first.plusMonths(11))));
        assertThat(TimePeriod.parse(period.toString())).isEqualTo(period);
        assertThat(TimePeriod.ofCode(period.toCode())).isEqualTo(period);
        assertThat(TimePeriod.containing(period.firstDay(), period.frequency())).isEqualTo(period);
        assertThat(TimePeriod.containing(period.lastDay(), period.frequency())).isEqualTo(period);
        if (start != Month.JANUARY) {
            assertThat(TimePeriod.parse(period.toSdmx())).isEqualTo(period);
            assertThat(TimePeriod.parse(period.firstDay() + "/P12M")).isEqualTo(period);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024, APRIL, 2024/25-M04, 2024-04-01/P1Y",
        "1999, JULY, 1999/00-M07, 1999-07-01/P1Y",
        "2023, OCTOBER, 2023/24-M10, 2023-10-01/P1Y",
        "2024, SEPTEMBER, 2024/25-M09, 2024-09-01/P1Y",
        "2024, JANUARY, 2024, 2024",
    })
    void isWrittenWithItsFirstMonth(int year, Month start, String text, String sdmx) {
        assertThat(TimePeriod.ofYear(year, start)).hasToString(text);
        assertThat(TimePeriod.ofYear(year, start).toSdmx()).isEqualTo(sdmx);
        assertThat(TimePeriodRange.parse(text + ".." + text)).hasToString(text + ".." + text);
    }

    @Test
    void isAnotherPeriodThanThoseItOverlaps() {
        TimePeriod fiscal = TimePeriod.ofYear(2024, Month.APRIL);

        assertThat(fiscal).isNotEqualTo(TimePeriod.ofYear(2024)).isNotEqualTo(TimePeriod.ofYear(2024, Month.MAY));
        assertThat(fiscal.next()).hasToString("2025/26-M04");
        assertThat(fiscal.yearEarlier()).contains(TimePeriod.ofYear(2023, Month.APRIL));
        assertThat(fiscal.inYear(9999)).isEmpty();
        assertThat(fiscal.subperiods(Frequency.QUARTERLY)).hasToString("2024-Q2..2025-Q1");
        assertThat(TimePeriod.parse("2025-02").parent(fiscal.frequency())).contains(fiscal);
        assertThat(TimePeriod.parse("2024-H1").parent(fiscal.frequency())).isEmpty();
        assertThat(TimePeriod.parse("0001-02").parent(fiscal.frequency())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fiscal.subperiods(Frequency.HALF_YEARLY))
                .withMessage("2024/25-M04 does not consist of whole HALF_YEARLY periods; see Frequency.nestsIn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.ofYear(2024).parent(fiscal.frequency()));
        assertThat(List.of(fiscal, TimePeriod.ofYear(2024), TimePeriod.parse("2024-04")).stream()
                        .sorted()
                        .map(TimePeriod::toString))
                .containsExactly("2024", "2024/25-M04", "2024-04");
    }

    @Test
    void liesWhollyWithinTheCalendar() {
        Frequency frequency = Frequency.yearsFrom(Month.APRIL);

        assertThat(TimePeriod.ofYear(9998, Month.APRIL).lastDay()).isEqualTo(LocalDate.of(9999, 3, 31));
        assertThatThrownBy(() -> TimePeriod.ofYear(9998, Month.APRIL).next()).isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriod.ofYear(9999, Month.APRIL))
                .withMessage("Expected a year from 1 to 9998, got 9999");
        for (LocalDate outside : List.of(LocalDate.of(1, 3, 31), LocalDate.of(9999, 4, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TimePeriod.containing(outside, frequency))
                    .withMessage("The year from APRIL on that contains " + outside
                            + " is no period: it is not wholly within the years 0001 to 9999");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024/25 | 7 | -M and the month in which this year begins, as in 2024/25-M04 from April on",
                "2024/26-M04 | 5 | the last digits of the year that follows, 25",
                "2024/25-M01 | 9 | a month from 02 to 12",
                "2024/25-M13 | 9 | a month from 02 to 12",
                "2024/25-M04x | 11 | the end of the text",
            })
    void refusesAYearThatDoesNotSayWhenItBegins(String text, int at, String expected) {
        assertThatThrownBy(() -> TimePeriod.parse(text))
                .isInstanceOfSatisfying(TimePeriodFormatException.class, refused -> {
                    assertThat(refused.position()).isEqualTo(at);
                    assertThat(refused.expected()).isEqualTo(expected);
                });
    }
}
