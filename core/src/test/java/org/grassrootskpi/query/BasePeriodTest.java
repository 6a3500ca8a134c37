package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasePeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024,2021,2021,2015",
        "2024-02,2021-02,2023-11,2015-02",
        "2024-Q1,2021-Q1,2023-Q2,2015-Q1",
        "2020-W53,-,2020-W50,2015-W53",
        "2024-02-29,-,2024-02-26,-",
        "2024-YTD06,2021-YTD06,2024-YTD03,2015-YTD06",
        "2015,2012,2012,2015",
        "2014-05,2011-05,2014-02,-",
    })
    void isByTheCalendar(String period, String yearsEarlier, String periodsEarlier, String inYear) {
        assertThat(base(BasePeriod.yearsEarlier(3), period)).isEqualTo(yearsEarlier);
        assertThat(base(BasePeriod.periodsEarlier(3), period)).isEqualTo(periodsEarlier);
        assertThat(base(BasePeriod.inYear(2015), period)).isEqualTo(inYear);
    }

    private static String base(BasePeriod base, String period) {
        return base.of(TimePeriod.parse(period)).map(TimePeriod::toString).orElse("-");
    }

    @Test
    void isOneValueHoweverItIsMade() {
        assertThat(BasePeriod.yearsEarlier(1)).isSameAs(BasePeriod.YEAR_EARLIER);
        assertThat(BasePeriod.periodsEarlier(1)).isSameAs(BasePeriod.PREVIOUS_PERIOD);
        assertThat(BasePeriod.inYear(2015))
                .isEqualTo(BasePeriod.inYear(2015))
                .hasSameHashCodeAs(BasePeriod.inYear(2015))
                .isNotEqualTo(BasePeriod.yearsEarlier(2015));
    }

    @Test
    void namesMeasuresApart() {
        assertThat(Measure.growth(BasePeriod.periodsEarlier(3))).hasToString("growth(3 periods earlier)");
        assertThat(Measure.growth(BasePeriod.inYear(2015), Measure.yearToDate()))
                .hasToString("growth(in 2015, yearToDate)");
        assertThat(Measure.difference(BasePeriod.yearsEarlier(5))).hasToString("difference(5 years earlier)");
        assertThat(Measure.growth(BasePeriod.yearsEarlier(1))).isEqualTo(Measure.yearOnYear());
    }

    @Test
    void refusesWhatIsNotEarlier() {
        assertThatThrownBy(() -> BasePeriod.yearsEarlier(0)).hasMessage("Expected 1 or more years, got 0");
        assertThatThrownBy(() -> BasePeriod.periodsEarlier(-1)).hasMessage("Expected 1 or more periods, got -1");
        assertThatThrownBy(() -> BasePeriod.inYear(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
