package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagTest {
    private static final List<BasePeriod> BASES = List.of(
            BasePeriod.YEAR_EARLIER,
            BasePeriod.PREVIOUS_PERIOD,
            BasePeriod.yearsEarlier(3),
            BasePeriod.yearsEarlier(4),
            BasePeriod.yearsEarlier(7),
            BasePeriod.periodsEarlier(2),
            BasePeriod.periodsEarlier(3),
            BasePeriod.periodsEarlier(5),
            BasePeriod.inYear(2015));

    private static BasePeriod base(String text) {
        return BASES.stream()
                .filter(base -> base.toString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // The group itself is compared, or the group before it.
        "YEAR_EARLIER, ANNUAL, false, 2024, 2023",
        "PREVIOUS_PERIOD, ANNUAL, false, 2024, 2023",
        "YEAR_EARLIER, QUARTERLY, false, 2024-Q1, 2023-Q1",
        "PREVIOUS_PERIOD, QUARTERLY, false, 2024-Q1, 2023-Q4",
        "PREVIOUS_PERIOD, MONTHLY, true, 2024-03, 2024-02",
        // The same month, week or day a year earlier.
        "YEAR_EARLIER, ANNUAL, false, 2024-06, 2023-06",
        "YEAR_EARLIER, QUARTERLY, false, 2024-05, 2023-05",
        "YEAR_EARLIER, MONTHLY, false, 2024-02-28, 2023-02-28",
        "YEAR_EARLIER, MONTHLY, false, 2024-02-29, -",
        // The last moment of a group is that of the last of the other, whatever their numbers.
        "YEAR_EARLIER, MONTHLY, true, 2024-02-29, 2023-02-28",
        "YEAR_EARLIER, MONTHLY, true, 2024-02-28, 2023-02-28",
        "PREVIOUS_PERIOD, MONTHLY, true, 2024-03-31, 2024-02-29",
        "PREVIOUS_PERIOD, MONTHLY, true, 2024-04-30, 2024-03-31",
        "PREVIOUS_PERIOD, MONTHLY, true, 2024-03-30, -",
        // Years from April on lie in two calendar years, and so do those of their base year.
        "YEAR_EARLIER, ANNUAL_FROM_APRIL, false, 2025-02, 2024-02",
        "PREVIOUS_PERIOD, ANNUAL_FROM_APRIL, false, 2025-02, 2024-02",
        "in 2015, ANNUAL_FROM_APRIL, false, 2024-06, 2015-06",
        "in 2015, ANNUAL_FROM_APRIL, false, 2025-02, 2016-02",
        "in 2015, ANNUAL_FROM_APRIL, true, 2025-03-31, 2016-03-31",
        "in 2015, ANNUAL_FROM_APRIL, false, 2024/25-M04, 2015/16-M04",
        // The same number from the beginning of the group.
        "PREVIOUS_PERIOD, QUARTERLY, false, 2024-05, 2024-02",
        "PREVIOUS_PERIOD, QUARTERLY, false, 2024-04, 2024-01",
        "PREVIOUS_PERIOD, QUARTERLY, false, 2024-01, 2023-10",
        "PREVIOUS_PERIOD, ANNUAL, false, 2024-06, 2023-06",
        "PREVIOUS_PERIOD, MONTHLY, false, 2024-03-29, 2024-02-29",
        "PREVIOUS_PERIOD, MONTHLY, false, 2024-03-30, -",
        "PREVIOUS_PERIOD, MONTHLY, false, 2024-03-31, -",
        "PREVIOUS_PERIOD, MONTHLY, false, 2023-03-28, 2023-02-28",
        "PREVIOUS_PERIOD, MONTHLY, false, 2023-03-29, -",
        // Years to date overlap: their months are compared.
        "YEAR_EARLIER, YEAR_TO_DATE, true, 2024-06, 2023-06",
        "PREVIOUS_PERIOD, YEAR_TO_DATE, true, 2024-01, 2023-12",
        "PREVIOUS_PERIOD, YEAR_TO_DATE, true, 2024-03-31, 2024-02-29",
        // Several years or groups back, and always to one year.
        "4 years earlier, MONTHLY, false, 2024-02-29, 2020-02-29",
        "3 years earlier, MONTHLY, false, 2024-02-29, -",
        "3 years earlier, ANNUAL, false, 2024-06, 2021-06",
        "3 periods earlier, QUARTERLY, false, 2024-05, 2023-08",
        "2 periods earlier, MONTHLY, true, 2024-04-30, 2024-02-29",
        "in 2015, MONTHLY, false, 2024-06, 2015-06",
        "in 2015, QUARTERLY, false, 2024-05, 2015-05",
        "in 2015, MONTHLY, true, 2024-02-29, 2015-02-28",
        "in 2015, ANNUAL, false, 2015-06, 2015-06",
        "in 2015, ANNUAL, false, 2014-06, -",
        "in 2015, YEAR_TO_DATE, true, 2024-06, 2015-06",
    })
    void findsTheCounterpartOfAPeriod(
            String comparison, Frequency groups, boolean ofMoments, String period, String counterpart) {
        Lag lag = new Lag(base(comparison), groups, ofMoments);
        TimePeriod of = TimePeriod.parse(period);
        Optional<TimePeriod> expected =
                counterpart.equals("-") ? Optional.empty() : Optional.of(TimePeriod.parse(counterpart));

        assertThat(lag.counterpart(of)).isEqualTo(expected);
        assertThat(lag.counterpart(of.toCode()))
                .isEqualTo(expected.map(TimePeriod::toCode).orElse(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "PREVIOUS_PERIOD, 0001",
        "YEAR_EARLIER, 0001",
        "PREVIOUS_PERIOD, 0001-01",
        "YEAR_EARLIER, 0001-01",
        "7 years earlier, 0007",
        "5 periods earlier, 0005"
    })
    void hasNoneBeforeTheFirstYearOfTheCalendar(String base, String first) {
        BasePeriod comparison = base(base);
        TimePeriod period = TimePeriod.parse(first);

        assertThat(new Lag(comparison, Frequency.ANNUAL, false).counterpart(period))
                .isEmpty();
        assertThat(new Lag(comparison, Frequency.ANNUAL, false).counterpart(period.toCode()))
                .isEqualTo(-1);
    }
}
