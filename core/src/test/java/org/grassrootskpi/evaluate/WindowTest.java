package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "2024-05, 2024-05, 2024-01, 2024-03",
        "2024-01, 2024-01, 2024-01, 2023-11",
        "2024-Q3, 2024-Q3, 2024-Q1, 2024-Q1",
        "2024, 2024, 2024, 2022",
    })
    void beginsAtThePeriodAtTheYearOrSomePeriodsBefore(String last, String own, String yearToDate, String ofThree) {
        TimePeriod period = TimePeriod.parse(last);

        assertThat(Window.PERIOD.first(period)).hasToString(own);
        assertThat(Window.YEAR_TO_DATE.first(period)).hasToString(yearToDate);
        assertThat(Window.rolling(3).first(period)).hasToString(ofThree);
        assertThat(Window.rolling(3).last(period)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05, QUARTERLY, 2024-04, 2024-06",
        "2024-05, ANNUAL, 2024-01, 2024-12",
        "2024-Q3, HALF_YEARLY, 2024-Q3, 2024-Q4",
        "2024-02-10, MONTHLY, 2024-02-01, 2024-02-29",
    })
    void reachesOverTheLongerPeriod(String group, Frequency frequency, String first, String last) {
        Window within = Window.within(frequency);

        assertThat(within.first(TimePeriod.parse(group))).hasToString(first);
        assertThat(within.last(TimePeriod.parse(group))).hasToString(last);
    }

    @Test
    void reachesOverAllGroups() {
        Window all = Window.all(TimePeriodRange.parse("2023-11..2024-02"));

        assertThat(all.first(TimePeriod.parse("2024-01"))).hasToString("2023-11");
        assertThat(all.last(TimePeriod.parse("2024-01"))).hasToString("2024-02");
    }
}
