package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePeriodRangeTest {
    @Test
    void runsFromFirstToLast() {
        TimePeriodRange range = TimePeriodRange.of(TimePeriod.ofQuarter(2023, 4), TimePeriod.ofQuarter(2024, 2));

        assertThat(range)
                .containsExactly(
                        TimePeriod.ofQuarter(2023, 4), TimePeriod.ofQuarter(2024, 1), TimePeriod.ofQuarter(2024, 2));
        assertThat(range.size()).isEqualTo(3);
        assertThat(range).hasToString("2023-Q4..2024-Q2").isEqualTo(TimePeriodRange.parse("2023-Q4..2024-Q2"));
        assertThat(range.frequency()).isEqualTo(Frequency.QUARTERLY);
    }

    @Test
    void containsPeriodsOfItsOwnFrequencyOnly() {
        TimePeriodRange range = TimePeriodRange.parse("2024-01..2024-06");

        assertThat(range.contains(TimePeriod.ofMonth(2024, 1))).isTrue();
        assertThat(range.contains(TimePeriod.ofMonth(2024, 6))).isTrue();
        assertThat(range.contains(TimePeriod.ofMonth(2024, 7))).isFalse();
        assertThat(range.contains(TimePeriod.ofQuarter(2024, 1))).isFalse();
        assertThat(range.contains(TimePeriod.yearToDate(2024, 3))).isFalse();
    }

    @Test
    void refusesMixedFrequenciesAndBackwardRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriodRange.of(TimePeriod.ofYear(2024), TimePeriod.ofMonth(2024, 6)))
                .withMessage("Expected two periods of one frequency, got 2024 (ANNUAL) and 2024-06 (MONTHLY)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimePeriodRange.of(TimePeriod.yearToDate(2024, 6), TimePeriod.yearToDate(2024, 2)))
                .withMessage("Expected a range in order of time, got 2024-YTD06 to 2024-YTD02");
    }

    @Test
    void readsASinglePeriodAsTheRangeOfItself() {
        assertThat(TimePeriodRange.parse("2024-Q3"))
                .isEqualTo(TimePeriodRange.of(TimePeriod.ofQuarter(2024, 3), TimePeriod.ofQuarter(2024, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024x, 4, 'the end, or \"..\" and the last period of the range'",
        "2024-01..2024-Q2, 9, a period of the same frequency as 2024-01",
        "2024-01..2023-12, 9, a period not before 2024-01",
        "2024-YTD06..2024-YTD02, 12, a period not before 2024-YTD06",
        "2024-01..2024-13, 14, a month from 01 to 12",
        "2024-01..2024-02..2024-03, 16, the end of the text",
    })
    void refusesOtherText(String text, int position, String expected) {
        TimePeriodFormatException refusal =
                catchThrowableOfType(TimePeriodFormatException.class, () -> TimePeriodRange.parse(text));

        assertThat(refusal.text()).isEqualTo(text);
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.expected()).isEqualTo(expected);
    }
}
