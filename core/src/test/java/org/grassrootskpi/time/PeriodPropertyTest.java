package org.grassrootskpi.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodPropertyTest {
    @Provide
    Arbitrary<LocalDate> dates() {
        long first = LocalDate.of(1600, 1, 1).toEpochDay();
        long last = LocalDate.of(2400, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(dates(), Arbitraries.of(Frequency.class)).as(Period::containing);
    }

    /** Within a few years, so that pairs often touch, overlap or coincide. */
    @Provide
    Arbitrary<Period> neighbours() {
        Arbitrary<LocalDate> dates = Arbitraries.integers()
                .between(0, 800)
                .map(day -> LocalDate.of(2019, 11, 1).plusDays(day));
        return Combinators.combine(dates, Arbitraries.of(Frequency.class)).as(Period::containing);
    }

    @Property
    void daysAreThoseOfTheJavaCalendar(@ForAll("dates") LocalDate date, @ForAll Frequency frequency) {
        Period period = Period.containing(date, frequency);
        YearMonth month = YearMonth.from(date);
        int year = date.getYear();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        List<LocalDate> days = switch (frequency) {
            case ANNUAL -> List.of(newYear, LocalDate.of(year, 12, 31));
            case HALF_YEARLY ->
                date.getMonthValue() <= 6
                        ? List.of(newYear, LocalDate.of(year, 6, 30))
                        : List.of(LocalDate.of(year, 7, 1), LocalDate.of(year, 12, 31));
            case QUARTERLY ->
                List.of(
                        date.with(IsoFields.DAY_OF_QUARTER, 1),
                        date.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1));
            case MONTHLY -> List.of(month.atDay(1), month.atEndOfMonth());
            case WEEKLY -> List.of(date.with(WeekFields.ISO.dayOfWeek(), 1), date.with(WeekFields.ISO.dayOfWeek(), 7));
            case DAILY -> List.of(date, date);
            case YEAR_TO_DATE -> List.of(newYear, month.atEndOfMonth());
        };

        assertThat(List.of(period.start(), period.end())).isEqualTo(days);
        assertThat(period.lengthInDays())
                .isEqualTo((int) (days.get(1).toEpochDay() - days.get(0).toEpochDay()) + 1);
    }

    @Property
    void namesAreThoseOfTheJavaCalendar(@ForAll("dates") LocalDate date) {
        int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        int weekYear = date.get(IsoFields.WEEK_BASED_YEAR);
        int quarter = date.get(IsoFields.QUARTER_OF_YEAR);
        Period ofWeek = Period.containing(date, Frequency.WEEKLY);
        Period ofDay = Period.from(date);

        assertThat(Period.ofWeek(weekYear, week)).isEqualTo(ofWeek);
        assertThat(List.of(ofWeek.year(), ofWeek.numberInYear())).isEqualTo(List.of(weekYear, week));
        assertThat(List.of(ofDay.year(), ofDay.numberInYear())).isEqualTo(List.of(date.getYear(), date.getDayOfYear()));
        assertThat(Period.containing(date, Frequency.QUARTERLY)).isEqualTo(Period.ofQuarter(date.getYear(), quarter));
        assertThat(Period.containing(date, Frequency.YEAR_TO_DATE).numberInYear())
                .isEqualTo(date.getMonthValue());
    }

    @Property
    void textCodeAndNextAreTakenBack(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.toString())).isEqualTo(period).hasSameHashCodeAs(period);
        assertThat(Period.parse(period.toSdmx())).isEqualTo(period);
        assertThat(Period.ofCode(period.toCode())).isEqualTo(period);
        assertThat(period.next().previous()).isEqualTo(period);
    }

    @Property
    void nextBeginsOnTheDayAfterUnlessCumulative(@ForAll("periods") Period period) {
        Period next = period.next();

        assertThat(next.frequency()).isEqualTo(period.frequency());
        if (period.isYearToDate()) {
            assertThat(next.end()).isEqualTo(period.end().plusDays(1).with(TemporalAdjusters.lastDayOfMonth()));
            assertThat(next.start()).isEqualTo(next.end().with(TemporalAdjusters.firstDayOfYear()));
        } else {
            assertThat(next.start()).isEqualTo(period.end().plusDays(1));
        }
    }

    @Property
    void codesAreConsecutive(@ForAll("periods") Period period, @ForAll @IntRange(min = -500, max = 500) int steps) {
        assertThat(period.plus(steps).toCode()).isEqualTo(period.toCode() + steps);
    }

    @Property
    void relationsAreThoseOfTheSetsOfDays(@ForAll("neighbours") Period a, @ForAll("neighbours") Period b) {
        List<LocalDate> days = a.start().datesUntil(a.end().plusDays(1)).toList();
        List<LocalDate> others = b.start().datesUntil(b.end().plusDays(1)).toList();

        assertThat(a.contains(b)).isEqualTo(days.containsAll(others));
        assertThat(a.overlaps(b)).isEqualTo(others.stream().anyMatch(days::contains));
        assertThat(a.coincidesWith(b)).isEqualTo(days.equals(others));
    }

    @Property
    void orderIsTotalAndConsistentWithEquals(
            @ForAll("neighbours") Period a, @ForAll("neighbours") Period b, @ForAll("neighbours") Period c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(a.equals(b)).isEqualTo(a.toCode() == b.toCode());
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a).isLessThanOrEqualTo(c);
        }
        if (a.frequency() == b.frequency() && !a.isYearToDate()) {
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.compare(a.toCode(), b.toCode()));
        }
    }

    @Property
    void subperiodsPartitionThePeriod(@ForAll("periods") Period period, @ForAll Frequency finer) {
        Assume.that(finer.nestsIn(period.frequency()));
        List<Period> parts = new ArrayList<>();
        period.subperiods(finer).forEach(parts::add);

        if (finer == period.frequency()) {
            assertThat(parts).containsExactly(period);
            return;
        }
        LocalDate day = period.start();
        for (Period part : parts) {
            assertThat(part.frequency()).isEqualTo(finer);
            assertThat(part.start()).isEqualTo(day);
            day = part.end().plusDays(1);
        }
        assertThat(day).isEqualTo(period.end().plusDays(1));
        if (!period.isYearToDate()) {
            assertThat(parts)
                    .allSatisfy(
                            part -> assertThat(part.parent(period.frequency())).contains(period));
        }
    }

    @Property
    void aParentIsThePeriodOfBothEndsOrMissing(@ForAll("periods") Period period, @ForAll Frequency coarser) {
        Assume.that(period.frequency().isFinerThan(coarser) && coarser != Frequency.YEAR_TO_DATE);
        Period first = Period.containing(period.start(), coarser);
        Period last = Period.containing(period.end(), coarser);

        assertThat(period.parent(coarser)).isEqualTo(first.equals(last) ? Optional.of(first) : Optional.empty());
        if (period.frequency().nestsIn(coarser)) {
            assertThat(period.parent(coarser)).isPresent();
        }
    }

    @Property
    void yearEarlierHasTheSameNameInTheYearBefore(@ForAll("periods") Period period) {
        String text = period.toString();
        String name = String.valueOf(period.year() - 1) + text.substring(4);

        assertThat(period.yearEarlier().map(Period::toString)).isEqualTo(readable(name));
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefusedAsDocumented(@ForAll("texts") String text) {
        try {
            Period period = Period.parse(text);
            assertThat(Period.parse(period.toString())).isEqualTo(period);
        } catch (PeriodFormatException refusal) {
            assertThat(refusal.text()).isEqualTo(text);
            assertThat(refusal.position()).isBetween(0, text.length());
            assertThat(refusal).hasMessageContaining(refusal.expected());
        }
        try {
            PeriodRange range = PeriodRange.parse(text);
            assertThat(PeriodRange.parse(range.toString())).isEqualTo(range);
        } catch (PeriodFormatException refusal) {
            assertThat(refusal.position()).isBetween(0, text.length());
        }
    }

    /** Anything at all, and near misses: the text of a period with one piece replaced. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "", "0", "9", "-", "W", "Q", "H", "S", "A", "D", "YTD", "/P", "Y", "M", "..", " ", "７", "2024-01",
                "99");
        Arbitrary<String> spellings = Combinators.combine(periods(), Arbitraries.of(true, false))
                .as((p, sdmx) -> sdmx ? p.toSdmx() : p.toString());
        Arbitrary<String> nearMisses = Combinators.combine(
                        spellings,
                        pieces,
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(0, 3))
                .as((text, piece, at, removed) -> {
                    int from = Math.min(at, text.length());
                    return text.substring(0, from) + piece + text.substring(Math.min(from + removed, text.length()));
                });
        Arbitrary<String> composed = pieces.list().ofMaxSize(8).map(list -> "2024" + String.join("", list));
        return Arbitraries.oneOf(Arbitraries.strings(), nearMisses, composed);
    }

    private static Optional<String> readable(String text) {
        try {
            return Optional.of(Period.parse(text).toString());
        } catch (PeriodFormatException noSuchPeriod) {
            return Optional.empty();
        }
    }
}
