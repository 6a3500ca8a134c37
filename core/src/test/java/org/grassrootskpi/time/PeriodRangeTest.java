package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodRangeTest {
    @Test
    void runsFromFirstToLast() {
        PeriodRange range = PeriodRange.of(Period.ofQuarter(2023, 4), Period.ofQuarter(2024, 2));

        assertThat(range)
                .containsExactly(Period.ofQuarter(2023, 4), Period.ofQuarter(2024, 1), Period.ofQuarter(2024, 2));
        assertThat(range.size()).isEqualTo(3);
        assertThat(range).hasToString("2023-Q4..2024-Q2").isEqualTo(PeriodRange.parse("2023-Q4..2024-Q2"));
        assertThat(range.frequency()).isEqualTo(Frequency.QUARTERLY);
    }

    @Test
    void containsPeriodsOfItsOwnFrequencyOnly() {
        PeriodRange range = PeriodRange.parse("2024-01..2024-06");

        assertThat(range.contains(Period.ofMonth(2024, 1))).isTrue();
        assertThat(range.contains(Period.ofMonth(2024, 6))).isTrue();
        assertThat(range.contains(Period.ofMonth(2024, 7))).isFalse();
        assertThat(range.contains(Period.ofQuarter(2024, 1))).isFalse();
        assertThat(range.contains(Period.yearToDate(2024, 3))).isFalse();
    }

    @Test
    void refusesMixedFrequenciesAndBackwardRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodRange.of(Period.ofYear(2024), Period.ofMonth(2024, 6)))
                .withMessage("Expected two periods of one frequency, got 2024 (ANNUAL) and 2024-06 (MONTHLY)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodRange.of(Period.yearToDate(2024, 6), Period.yearToDate(2024, 2)))
                .withMessage("Expected a range in order of time, got 2024-YTD06 to 2024-YTD02");
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 4, '\"..\" and the last period of the range'",
        "2024-01..2024-Q2, 9, a period of the same frequency as 2024-01",
        "2024-01..2023-12, 9, a period not before 2024-01",
        "2024-YTD06..2024-YTD02, 12, a period not before 2024-YTD06",
        "2024-01..2024-13, 14, a month from 01 to 12",
        "2024-01..2024-02..2024-03, 16, the end of the text",
    })
    void refusesOtherText(String text, int position, String expected) {
        PeriodFormatException refusal =
                catchThrowableOfType(PeriodFormatException.class, () -> PeriodRange.parse(text));

        assertThat(refusal.text()).isEqualTo(text);
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.expected()).isEqualTo(expected);
    }
}
