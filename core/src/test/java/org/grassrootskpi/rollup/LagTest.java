package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagTest {
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
    })
    void findsTheCounterpartOfAPeriod(
            BasePeriod comparison, Frequency groups, boolean ofMoments, String period, String counterpart) {
        Lag lag = new Lag(comparison, groups, ofMoments);
        TimePeriod of = TimePeriod.parse(period);
        Optional<TimePeriod> expected =
                counterpart.equals("-") ? Optional.empty() : Optional.of(TimePeriod.parse(counterpart));

        assertThat(lag.counterpart(of)).isEqualTo(expected);
        assertThat(lag.counterpart(of.toCode()))
                .isEqualTo(expected.map(TimePeriod::toCode).orElse(-1));
    }

    @ParameterizedTest
    @CsvSource({"PREVIOUS_PERIOD, 0001", "YEAR_EARLIER, 0001", "PREVIOUS_PERIOD, 0001-01", "YEAR_EARLIER, 0001-01"})
    void hasNoneBeforeTheFirstYearOfTheCalendar(BasePeriod comparison, String first) {
        TimePeriod period = TimePeriod.parse(first);

        assertThat(new Lag(comparison, Frequency.ANNUAL, false).counterpart(period))
                .isEmpty();
        assertThat(new Lag(comparison, Frequency.ANNUAL, false).counterpart(period.toCode()))
                .isEqualTo(-1);
    }
}
