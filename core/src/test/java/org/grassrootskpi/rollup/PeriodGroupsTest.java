package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.rollup.RollupFixture.QUARTERS;

import com.google.common.collect.ImmutableMap;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

class PeriodGroupsTest {
    private static int code(String period) {
        return TimePeriod.parse(period).toCode();
    }

    @Test
    void putsTheSourcesPeriodsIntoTheGroupThatContainsThem() {
        assertThat(QUARTERS.slotByPeriod())
                .isEqualTo(ImmutableMap.of(
                        TimePeriod.parse("2024-01"), 0,
                        TimePeriod.parse("2024-02"), 0,
                        TimePeriod.parse("2024-03"), 0,
                        TimePeriod.parse("2024-04"), 1,
                        TimePeriod.parse("2024-05"), 1,
                        TimePeriod.parse("2024-06"), 1));
        assertThat(QUARTERS.slots()).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(QUARTERS.count(1)).isEqualTo(3);
        assertThat(QUARTERS.isSingle()).isFalse();
        assertThat(QUARTERS).hasToString("2024-01..2024-06 by QUARTERLY");
    }

    @Test
    void findsSlotsByTheSourcesPeriodAndByTheGroup() {
        assertThat(QUARTERS.slotOf(code("2024-04"))).isEqualTo(1);
        assertThat(QUARTERS.slotOf(code("2023-12"))).isEqualTo(-1);
        assertThat(QUARTERS.slotOf(code("2024-07"))).isEqualTo(-1);
        assertThat(QUARTERS.slotOfGroup(code("2024-Q2"))).isEqualTo(1);
        assertThat(QUARTERS.slotOfGroup(code("2024-Q3"))).isEqualTo(-1);
        assertThat(QUARTERS.period(1)).isEqualTo(code("2024-Q2"));
        assertThat(QUARTERS.slotsOf(TimePeriod.parse("2024-Q2"), TimePeriod.parse("2024-Q4")))
                .as("some lie outside")
                .containsExactly(1, 3);
        assertThat(QUARTERS.slotsOf(TimePeriod.parse("2024-05"), TimePeriod.parse("2024-05")))
                .containsExactly(1, 1);
    }

    @Test
    void takesAllPeriodsAsOneGroup() {
        PeriodGroups whole = PeriodGroups.whole(TimePeriodRange.parse("2024-11..2025-01"));

        assertThat(whole.size()).isEqualTo(1);
        assertThat(whole.groups()).isEmpty();
        assertThat(whole.slotOf(code("2025-01"))).isZero();
        assertThat(whole.slotOfGroup(code("2025-01"))).isEqualTo(-1);
        assertThat(whole.slotsOf(TimePeriod.parse("2020"), TimePeriod.parse("2030")))
                .containsExactly(0, 0);
        assertThat(whole.count(0)).isEqualTo(3);
        assertThat(whole).hasToString("2024-11..2025-01 as one");
    }

    @Test
    void isSingleWhereEachGroupIsAPeriodOfTheSource() {
        PeriodGroups months = PeriodGroups.of(TimePeriodRange.parse("2024-01..2024-03"), Frequency.MONTHLY);

        assertThat(months.isSingle()).isTrue();
        assertThat(months.slots()).containsExactly(0, 1, 2);
        assertThat(months).isNotEqualTo(PeriodGroups.whole(TimePeriodRange.parse("2024-01..2024-03")));
        assertThat(months).isEqualTo(PeriodGroups.of(TimePeriodRange.parse("2024-01..2024-03"), Frequency.MONTHLY));
    }

    @Test
    void givesEachDayToItsMonth() {
        PeriodGroups months = PeriodGroups.of(TimePeriodRange.parse("2024-01..2024-02"), Frequency.DAILY);

        assertThat(months.rows()).isEqualTo(TimePeriodRange.parse("2024-01-01..2024-02-29"));
        assertThat(new long[] {months.count(0), months.count(1)}).containsExactly(31, 29);
        assertThat(months.slotOf(code("2024-01-31"))).isZero();
        assertThat(months.slotOf(code("2024-02-01"))).isEqualTo(1);
        assertThat(months.isSingle()).isFalse();
    }

    @Test
    void findsWhereASlotBeginsAndWhatLiesBetween() {
        assertThat(QUARTERS.rows()).isEqualTo(TimePeriodRange.parse("2024-01..2024-06"));
        assertThat(QUARTERS.groups()).contains(TimePeriodRange.parse("2024-Q1..2024-Q2"));
        assertThat(QUARTERS.size()).isEqualTo(2);
        assertThat(QUARTERS.slotOf(code("2024-01"))).isZero();
        assertThat(QUARTERS.slotOf(code("2024-06"))).isEqualTo(1);
        assertThat(QUARTERS.slotOfGroup(code("2024-Q1"))).isZero();
        assertThat(QUARTERS.slotOfGroup(code("2023-Q4"))).isEqualTo(-1);
        assertThat(QUARTERS.slotsOf(TimePeriod.parse("2023"), TimePeriod.parse("2024")))
                .containsExactly(-4, 3);
        assertThat(PeriodGroups.whole(TimePeriodRange.parse("2024-11..2025-01")).period(0))
                .isEqualTo(code("2024-11"));
    }

    @Test
    void isEqualByRowsAndGroups() {
        PeriodGroups months = PeriodGroups.of(TimePeriodRange.parse("2024-01..2024-06"), Frequency.MONTHLY);

        assertThat(QUARTERS)
                .isEqualTo(PeriodGroups.of(TimePeriodRange.parse("2024-Q1..2024-Q2"), Frequency.MONTHLY))
                .hasSameHashCodeAs(PeriodGroups.of(TimePeriodRange.parse("2024-Q1..2024-Q2"), Frequency.MONTHLY))
                .isNotEqualTo(months)
                .isNotEqualTo(PeriodGroups.of(TimePeriodRange.parse("2024-Q2..2024-Q3"), Frequency.MONTHLY))
                .isNotEqualTo(null);
        assertThat(QUARTERS.hashCode())
                .isNotEqualTo(PeriodGroups.of(TimePeriodRange.parse("2025-Q1..2025-Q2"), Frequency.MONTHLY)
                        .hashCode());
        int[] slots = QUARTERS.slots();
        slots[0] = 7;
        assertThat(QUARTERS.slotOf(code("2024-01"))).as("a copy was given").isZero();
    }
}
