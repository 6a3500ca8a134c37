package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
    @ParameterizedTest
    @CsvSource({
        "2024, false, 2024",
        "2024年, false, 2024",
        "2024年1-9月, false, 2024-YTD09",
        "2024Q3, false, 2024-Q3",
        "Q3 2024, false, 2024-Q3",
        "2024M07, false, 2024-07",
        "202407, false, 2024-07",
        "2024/7, false, 2024-07",
        "2024-07-15T00:00:00, false, 2024-07-15",
        "20240715, false, 2024-07-15",
        "FY2024, false, 2024",
        "2020 [YR2020], false, 2020",
        "2024/25, false, 2024",
        "202425, false, 2024",
        "Jan-24, false, 2024-01",
        "September 2024, false, 2024-09",
        "2024 Jul, false, 2024-07",
        "31.12.2024, false, 2024-12-31",
        "31/01/2024, false, 2024-01-31",
        "1/31/2024, false, 2024-01-31",
        "2024上半年, false, 2024-H1",
        "2024第三季度, false, 2024-Q3",
        "FY2023-24, false, 2023",
        "2023–24, false, 2023",
        "2011/12, false, 2011-12",
        "2011/12, true, 2011",
        "201112, true, 2011",
        "201112, false, 2011-12",
        "2024-T2, false, 2024-Q2",
        "T4 2024, false, 2024-Q4",
        "2024K1, false, 2024-Q1",
        "2023KW03, false, 2023-Q3",
        "2023JJ00, false, 2023",
        "2023MM07, false, 2023-07",
        "MO072024, false, 2024-07",
        "1º trimestre 2024, false, 2024-Q1",
        "4.º trimestre de 2024, false, 2024-Q4",
        "2e trimestre 2024, false, 2024-Q2",
        "3. Quartal 2024, false, 2024-Q3",
        "2024 3. kvartal, false, 2024-Q3",
        "janeiro 2024, false, 2024-01",
        "enero de 2024, false, 2024-01",
        "Dezember 2024, false, 2024-12",
        "août 2024, false, 2024-08",
        "2024 mars, false, 2024-03",
        "out/24, false, 2024-10",
        "民國112年, false, 2023",
        "中華民國112年6月, false, 2023-06",
        "112年, false, 2023",
        "112年度, false, 2023",
        "令和5年, false, 2023",
        "令和元年, false, 2019",
        "平成31年4月, false, 2019-04",
        "昭和64年, false, 1989",
    })
    void readsPeriodsAsTablesSpellThem(String text, boolean split, String period) {
        assertThat(Periods.read(text, split)).contains(TimePeriod.parse(period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "1899",
                "2024-13",
                "2024/27",
                "20241",
                "20241345",
                "later",
                "2024Q5",
                "03/04/2024",
                "Smarch 2024",
                "2024-T5",
                "2024K0",
                "2023JJ01",
                "2023MM13",
                "MO132024",
                "5. Quartal 2024",
                "trimestre 2024",
                "99年",
                "set",
                "112"
            })
    void readsNothingElseAsAPeriod(String text) {
        assertThat(Periods.read(text, false)).isEmpty();
    }
}
