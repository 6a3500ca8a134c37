package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Month;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class FrequencyTest {
    /** All frequencies but the years from other months than January. */
    private static final List<Frequency> SCALE = Arrays.stream(Frequency.values())
            .filter(frequency -> frequency.startMonth() == Month.JANUARY)
            .toList();

    @Test
    void knowsSdmxCodes() {
        assertThat(SCALE.stream().map(Frequency::sdmxCode)).containsExactly("A", "S", "Q", "M", "W", "D", "M");
        assertThat(Arrays.stream(Frequency.values()).filter(Frequency::isYears).map(Frequency::sdmxCode))
                .hasSize(12)
                .containsOnly("A");
        assertThat(Frequency.ofSdmxCode("A")).isEqualTo(Frequency.ANNUAL);
        assertThat(Frequency.ofSdmxCode("M")).isEqualTo(Frequency.MONTHLY);
        assertThat(Frequency.ofSdmxCode("W")).isEqualTo(Frequency.WEEKLY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frequency.ofSdmxCode("m"))
                .withMessageStartingWith("Unknown SDMX frequency \"m\": expected A (year)");
    }

    @Test
    void hasAFixedNumberOfPeriodsPerYearUnlessCountedInDays() {
        assertThat(Frequency.yearsFrom(Month.JULY).periodsPerYear()).hasValue(1);
        assertThat(SCALE.stream().map(Frequency::periodsPerYear))
                .containsExactly(
                        OptionalInt.of(1),
                        OptionalInt.of(2),
                        OptionalInt.of(4),
                        OptionalInt.of(12),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(12));
    }

    @Test
    void nestsOnlyWhereWholePeriodsFit() {
        assertThat(table(Frequency::nestsIn))
                .isEqualTo(Map.of(
                        Frequency.ANNUAL, "A------",
                        Frequency.HALF_YEARLY, "AS-----",
                        Frequency.QUARTERLY, "ASQ----",
                        Frequency.MONTHLY, "ASQM--Y",
                        Frequency.WEEKLY, "----W--",
                        Frequency.DAILY, "ASQMWDY",
                        Frequency.YEAR_TO_DATE, "------Y"));
    }

    @Test
    void isFinerByTheLengthOfPeriods() {
        assertThat(table(Frequency::isFinerThan))
                .isEqualTo(Map.of(
                        Frequency.ANNUAL, "-------",
                        Frequency.HALF_YEARLY, "A------",
                        Frequency.QUARTERLY, "AS-----",
                        Frequency.MONTHLY, "ASQ---Y",
                        Frequency.WEEKLY, "ASQM--Y",
                        Frequency.DAILY, "ASQMW-Y",
                        Frequency.YEAR_TO_DATE, "-------"));
    }

    @Test
    void hasYearsFromEachMonth() {
        for (Month month : Month.values()) {
            Frequency years = Frequency.yearsFrom(month);

            assertThat(years.isYears()).isTrue();
            assertThat(years.startMonth()).isEqualTo(month);
            assertThat(years).hasToString(month == Month.JANUARY ? "ANNUAL" : "ANNUAL_FROM_" + month);
        }
        assertThat(SCALE)
                .extracting(Frequency::isYears)
                .containsExactly(true, false, false, false, false, false, false);
    }

    @Test
    void nestsInYearsThatDoNotCutIt() {
        assertThat(Arrays.stream(Month.values())
                        .filter(month -> Frequency.QUARTERLY.nestsIn(Frequency.yearsFrom(month))))
                .containsExactly(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER);
        assertThat(Arrays.stream(Month.values())
                        .filter(month -> Frequency.HALF_YEARLY.nestsIn(Frequency.yearsFrom(month))))
                .containsExactly(Month.JANUARY, Month.JULY);
        for (Month month : Month.values()) {
            Frequency years = Frequency.yearsFrom(month);

            assertThat(Frequency.MONTHLY.nestsIn(years)).isTrue();
            assertThat(Frequency.DAILY.nestsIn(years)).isTrue();
            assertThat(Frequency.WEEKLY.nestsIn(years)).isFalse();
            assertThat(Frequency.YEAR_TO_DATE.nestsIn(years)).isFalse();
            assertThat(Frequency.ANNUAL.nestsIn(years)).isEqualTo(month == Month.JANUARY);
            assertThat(years.nestsIn(Frequency.ANNUAL)).isEqualTo(month == Month.JANUARY);
            assertThat(years.nestsIn(Frequency.YEAR_TO_DATE)).isFalse();
            assertThat(Frequency.MONTHLY.isFinerThan(years)).isTrue();
            assertThat(Frequency.HALF_YEARLY.isFinerThan(years)).isTrue();
            assertThat(years.isFinerThan(Frequency.ANNUAL)).isFalse();
            assertThat(Frequency.ANNUAL.isFinerThan(years)).isFalse();
            assertThat(years.isFinerThan(Frequency.YEAR_TO_DATE)).isFalse();
            assertThat(Frequency.YEAR_TO_DATE.isFinerThan(years)).isFalse();
        }
    }

    private static Map<Frequency, String> table(BiPredicate<Frequency, Frequency> relation) {
        Map<Frequency, String> rows = new EnumMap<>(Frequency.class);
        for (Frequency row : SCALE) {
            StringBuilder cells = new StringBuilder();
            for (Frequency column : SCALE) {
                cells.append(relation.test(row, column) ? letter(column) : "-");
            }
            rows.put(row, cells.toString());
        }
        return rows;
    }

    private static String letter(Frequency frequency) {
        return frequency == Frequency.YEAR_TO_DATE ? "Y" : frequency.sdmxCode();
    }
}
