package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePeriodParsingTest {
    @ParameterizedTest
    @CsvSource({
        "2024-A1, 2024",
        "2024-S1, 2024-H1",
        "2024-M07, 2024-07",
        "2024W05, 2024-W05",
        "2024-D197, 2024-07-15",
        "2024-D366, 2024-12-31",
        "2024-01-01/P9M, 2024-YTD09",
        "2024-01-01/P3M, 2024-YTD03",
        "2024-01-01/P12M, 2024-YTD12",
        "2024-01-01/P1Y, 2024",
        "2024-01-01/P366D, 2024",
        "2024-07-01/P3M, 2024-Q3",
        "2024-07-01/P6M, 2024-H2",
        "2024-07-01/P1M, 2024-07",
        "2024-01-29/P7D, 2024-W05",
        "2024-01-29/P1W, 2024-W05",
        "2024-07-15/P1D, 2024-07-15",
        "2024H1, 2024-H1",
        "2024Q3, 2024-Q3",
        "2024M07, 2024-07",
        "2024YTD09, 2024-YTD09",
    })
    void readsIsoAndSdmxSpellings(String text, String canonical) {
        assertThat(TimePeriod.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "2024年, 2024",
        "2024年度, 2024",
        "2024年上半年, 2024-H1",
        "2024年下半年, 2024-H2",
        "2024年第二季度, 2024-Q2",
        "2024年二季度, 2024-Q2",
        "2024年4季度, 2024-Q4",
        "2024年第1季度, 2024-Q1",
        "2024年6月, 2024-06",
        "2024年06月, 2024-06",
        "2024年12月份, 2024-12",
        "2024年6月5日, 2024-06-05",
        "2024年2月29日, 2024-02-29",
        "2024年1-6月, 2024-YTD06",
        "2024年1—6月, 2024-YTD06",
        "2024年1至9月, 2024-YTD09",
        "2024年1月～11月份, 2024-YTD11",
        "2024年1到3月, 2024-YTD03",
        "2024年前三季度, 2024-YTD09",
        "2024年前两季度, 2024-YTD06",
    })
    void readsWhatChineseReportsPrint(String text, String canonical) {
        assertThat(TimePeriod.parse(text)).hasToString(canonical);
    }

    @Test
    void aRangeMayBeOfChineseSpellings() {
        assertThat(TimePeriodRange.parse("2024年3月..2024年6月")).isEqualTo(TimePeriodRange.parse("2024-03..2024-06"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | position | a word of what was expected
                "2024年前 | 5 | 上半年",
                "2024年五季度 | 5 | 四季度",
                "2024年13月 | 5 | a month from 1 to 12",
                "2024年2月30日 | 7 | a day of that month from 1 to 29",
                "2024年3-6月 | 5 | 2024-03..2024-06",
                "2024年1-13月 | 7 | a month from 1 to 12",
                "2024年6月底 | 5 | 7月15日",
                "2024 年 | 4 | the end",
            })
    void refusesOtherChineseTextWithAWayOut(String text, int position, String expected) {
        TimePeriodFormatException refusal =
                catchThrowableOfType(TimePeriodFormatException.class, () -> TimePeriod.parse(text));

        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.expected()).contains(expected);
    }

    @Test
    void writesSdmx() {
        assertThat(TimePeriod.ofHalf(2024, 2).toSdmx()).isEqualTo("2024-S2");
        assertThat(TimePeriod.yearToDate(2024, 9).toSdmx()).isEqualTo("2024-01-01/P9M");
        assertThat(TimePeriod.ofMonth(824, 7).toSdmx()).isEqualTo("0824-07");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "''|0|a year from 0001 to 9999",
                "null|0|a year from 0001 to 9999",
                " 2024|0|a year from 0001 to 9999",
                "0000|0|a year from 0001 to 9999",
                "-2024|0|a year from 0001 to 9999",
                "２０２４|0|a year from 0001 to 9999",
                "202|3|a year from 0001 to 9999",
                "2024-0７|6|a month from 01 to 12",
                "20245|4|the end of the text",
                "2024 |4|the end of the text",
                "2024-|5|a month, or one of H, S, Q, M, W, D, A, YTD with a number",
                "2024-q3|5|a month, or one of H, S, Q, M, W, D, A, YTD with a number",
                "2024-A2|6|the only annual period, 1",
                "2024-H3|6|a half-year from 1 to 2",
                "2024-Q5|6|a quarter from 1 to 4",
                "2024-Q|6|a quarter from 1 to 4",
                "2024-13|5|a month from 01 to 12",
                "2024-7|6|a month from 01 to 12",
                "2024-YTD00|8|a month from 01 to 12",
                "2024-W53|6|a week of that year from 01 to 52",
                "2020-W54|6|a week of that year from 01 to 53",
                "9999-W52|6|a week of that year from 01 to 51",
                "2023-02-29|8|a day of that month from 01 to 28",
                "2023-D366|6|a day of that year from 001 to 365",
                "2024-07-15T00:00|10|the end of the text",
                "2024-01-01/|11|an ISO duration such as P9M",
                "2024-01-01/PM|12|a number of years, months, weeks or days",
                "2024-01-01/P9|13|one of Y, M, W, D",
                "2024-01-01/P99999M|16|one of Y, M, W, D",
                "2024-01-01..2024-02|10|the end of the text",
            })
    void refusesOtherTextSayingWhereAndWhatWasExpected(String text, int position, String expected) {
        TimePeriodFormatException refusal =
                catchThrowableOfType(TimePeriodFormatException.class, () -> TimePeriod.parse(text));

        assertThat(refusal.text()).isEqualTo(text);
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.expected()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-01/P2M",
        "2024-01-01/P13M",
        "2024-01-01/P0M",
        "2024-01-02/P1Y",
        "9999-12-27/P7D",
        "2024-01-30/P1W"
    })
    void refusesSpansThatAreNoPeriod(String text) {
        assertThatThrownBy(() -> TimePeriod.parse(text))
                .isInstanceOf(TimePeriodFormatException.class)
                .hasMessageContaining("at position 11: expected a duration that makes a year, half-year, quarter");
    }

    @Test
    void messageShowsTheWayOut() {
        assertThatThrownBy(() -> TimePeriod.parse("2024-W53"))
                .hasMessage("Not a period: \"2024-W53\" at position 6: expected a week of that year from 01 to 52."
                        + " Accepted spellings: 2024, 2024-H1, 2024-Q3, 2024-07, 2024-W05, 2024-07-15,"
                        + " 2024-YTD09 (January to September), 2024/25-M04 (a year from April on), and in SDMX 2024-A1, 2024-S1, 2024-M07, 2024-D197,"
                        + " 2024-01-01/P9M; in Chinese 2024年, 2024年上半年, 2024年第三季度, 2024年7月, 2024年1-9月;"
                        + " ranges 2024-01..2024-06");
    }

    @Test
    void messageQuotesOnlyTheBeginningOfALongText() {
        String text = "2024".repeat(100_000);

        assertThatThrownBy(() -> TimePeriod.parse(text)).satisfies(refusal -> {
            assertThat(refusal.getMessage()).hasSizeLessThan(500).contains("2024…\" at position 4");
            assertThat(((TimePeriodFormatException) refusal).text()).isEqualTo(text);
        });
    }
}
