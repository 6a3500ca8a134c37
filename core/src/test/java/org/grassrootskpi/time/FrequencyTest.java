package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class FrequencyTest {
    @Test
    void knowsSdmxCodes() {
        assertThat(Arrays.stream(Frequency.values()).map(Frequency::sdmxCode))
                .containsExactly("A", "S", "Q", "M", "W", "D", "M");
        assertThat(Frequency.ofSdmxCode("M")).isEqualTo(Frequency.MONTHLY);
        assertThat(Frequency.ofSdmxCode("W")).isEqualTo(Frequency.WEEKLY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frequency.ofSdmxCode("m"))
                .withMessageStartingWith("Unknown SDMX frequency \"m\": expected A (year)");
    }

    @Test
    void hasAFixedNumberOfPeriodsPerYearUnlessCountedInDays() {
        assertThat(Arrays.stream(Frequency.values()).map(Frequency::periodsPerYear))
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

    private static Map<Frequency, String> table(BiPredicate<Frequency, Frequency> relation) {
        Map<Frequency, String> rows = new EnumMap<>(Frequency.class);
        for (Frequency row : Frequency.values()) {
            StringBuilder cells = new StringBuilder();
            for (Frequency column : Frequency.values()) {
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
