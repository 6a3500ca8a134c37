package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.grassrootskpi.time.TimePeriod;
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
    }
}
