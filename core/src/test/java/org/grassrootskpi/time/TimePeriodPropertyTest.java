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

class TimePeriodPropertyTest {
    @Provide
    Arbitrary<LocalDate> dates() {
        long first = LocalDate.of(1600, 1, 1).toEpochDay();
        long last = LocalDate.of(2400, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<TimePeriod> periods() {
        return Combinators.combine(dates(), Arbitraries.of(Frequency.class)).as(TimePeriod::containing);
    }

    /** Within a few years, so that pairs often touch, overlap or coincide. */
    @Provide
    Arbitrary<TimePeriod> neighbours() {
        Arbitrary<LocalDate> dates = Arbitraries.integers()
                .between(0, 800)
                .map(day -> LocalDate.of(2019, 11, 1).plusDays(day));
        return Combinators.combine(dates, Arbitraries.of(Frequency.class)).as(TimePeriod::containing);
    }

    @Property
    void daysAreThoseOfTheJavaCalendar(@ForAll("dates") LocalDate date, @ForAll Frequency frequency) {
        TimePeriod period = TimePeriod.containing(date, frequency);
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
            default -> {
                YearMonth ofYear = YearMonth.of(year, frequency.startMonth());
                YearMonth first = ofYear.isAfter(month) ? ofYear.minusYears(1) : ofYear;
                yield List.of(first.atDay(1), first.plusYears(1).atDay(1).minusDays(1));
            }
        };

        assertThat(List.of(period.firstDay(), period.lastDay())).isEqualTo(days);
        assertThat(period.lengthInDays())
                .isEqualTo((int) (days.get(1).toEpochDay() - days.get(0).toEpochDay()) + 1);
    }

    @Property
    void namesAreThoseOfTheJavaCalendar(@ForAll("dates") LocalDate date) {
        int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        int weekYear = date.get(IsoFields.WEEK_BASED_YEAR);
        int quarter = date.get(IsoFields.QUARTER_OF_YEAR);
        TimePeriod ofWeek = TimePeriod.containing(date, Frequency.WEEKLY);
        TimePeriod ofDay = TimePeriod.from(date);

        assertThat(TimePeriod.ofWeek(weekYear, week)).isEqualTo(ofWeek);
        assertThat(List.of(ofWeek.year(), ofWeek.numberInYear())).isEqualTo(List.of(weekYear, week));
        assertThat(List.of(ofDay.year(), ofDay.numberInYear())).isEqualTo(List.of(date.getYear(), date.getDayOfYear()));
        assertThat(TimePeriod.containing(date, Frequency.QUARTERLY))
                .isEqualTo(TimePeriod.ofQuarter(date.getYear(), quarter));
        assertThat(TimePeriod.containing(date, Frequency.YEAR_TO_DATE).numberInYear())
                .isEqualTo(date.getMonthValue());
    }

    @Property
    void textCodeAndNextAreTakenBack(@ForAll("periods") TimePeriod period) {
        assertThat(TimePeriod.parse(period.toString())).isEqualTo(period).hasSameHashCodeAs(period);
        assertThat(TimePeriod.parse(period.toSdmx())).isEqualTo(period);
        assertThat(TimePeriod.ofCode(period.toCode())).isEqualTo(period);
        assertThat(period.next().previous()).isEqualTo(period);
    }

    @Property
    void nextBeginsOnTheDayAfterUnlessCumulative(@ForAll("periods") TimePeriod period) {
        TimePeriod next = period.next();

        assertThat(next.frequency()).isEqualTo(period.frequency());
        if (period.isYearToDate()) {
            assertThat(next.lastDay()).isEqualTo(period.lastDay().plusDays(1).with(TemporalAdjusters.lastDayOfMonth()));
            assertThat(next.firstDay()).isEqualTo(next.lastDay().with(TemporalAdjusters.firstDayOfYear()));
        } else {
            assertThat(next.firstDay()).isEqualTo(period.lastDay().plusDays(1));
        }
    }

    @Property
    void codesAreConsecutive(@ForAll("periods") TimePeriod period, @ForAll @IntRange(min = -500, max = 500) int steps) {
        assertThat(period.plus(steps).toCode()).isEqualTo(period.toCode() + steps);
    }

    @Property
    void relationsAreThoseOfTheSetsOfDays(@ForAll("neighbours") TimePeriod a, @ForAll("neighbours") TimePeriod b) {
        List<LocalDate> days = a.firstDay().datesUntil(a.lastDay().plusDays(1)).toList();
        List<LocalDate> others =
                b.firstDay().datesUntil(b.lastDay().plusDays(1)).toList();

        assertThat(a.contains(b)).isEqualTo(days.containsAll(others));
        assertThat(a.overlaps(b)).isEqualTo(others.stream().anyMatch(days::contains));
        assertThat(a.coincidesWith(b)).isEqualTo(days.equals(others));
    }

    @Property
    void orderIsTotalAndConsistentWithEquals(
            @ForAll("neighbours") TimePeriod a,
            @ForAll("neighbours") TimePeriod b,
            @ForAll("neighbours") TimePeriod c) {
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
    void subperiodsPartitionThePeriod(@ForAll("periods") TimePeriod period, @ForAll Frequency finer) {
        Assume.that(finer.nestsIn(period.frequency()));
        List<TimePeriod> parts = new ArrayList<>();
        period.subperiods(finer).forEach(parts::add);

        if (finer == period.frequency()) {
            assertThat(parts).containsExactly(period);
            return;
        }
        LocalDate day = period.firstDay();
        for (TimePeriod part : parts) {
            assertThat(part.frequency()).isEqualTo(finer);
            assertThat(part.firstDay()).isEqualTo(day);
            day = part.lastDay().plusDays(1);
        }
        assertThat(day).isEqualTo(period.lastDay().plusDays(1));
        if (!period.isYearToDate()) {
            assertThat(parts)
                    .allSatisfy(
                            part -> assertThat(part.parent(period.frequency())).contains(period));
        }
    }

    @Property
    void aParentIsThePeriodOfBothEndsOrMissing(@ForAll("periods") TimePeriod period, @ForAll Frequency coarser) {
        Assume.that(period.frequency().isFinerThan(coarser) && coarser != Frequency.YEAR_TO_DATE);
        TimePeriod first = TimePeriod.containing(period.firstDay(), coarser);
        TimePeriod last = TimePeriod.containing(period.lastDay(), coarser);

        assertThat(period.parent(coarser)).isEqualTo(first.equals(last) ? Optional.of(first) : Optional.empty());
        if (period.frequency().nestsIn(coarser)) {
            assertThat(period.parent(coarser)).isPresent();
        }
    }

    @Property
    void yearEarlierHasTheSameNameInTheYearBefore(@ForAll("periods") TimePeriod period) {
        String text = period.toString();
        boolean isSplit = text.indexOf('/') > 0;
        String name = isSplit
                ? String.valueOf(period.year() - 1) + '/' + text.substring(2, 4) + text.substring(7)
                : String.valueOf(period.year() - 1) + text.substring(4);

        assertThat(period.yearEarlier().map(TimePeriod::toString)).isEqualTo(readable(name));
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefusedAsDocumented(@ForAll("texts") String text) {
        try {
            TimePeriod period = TimePeriod.parse(text);
            assertThat(TimePeriod.parse(period.toString())).isEqualTo(period);
        } catch (TimePeriodFormatException refusal) {
            assertThat(refusal.text()).isEqualTo(text);
            assertThat(refusal.position()).isBetween(0, text.length());
            assertThat(refusal).hasMessageContaining(refusal.expected());
        }
        try {
            TimePeriodRange range = TimePeriodRange.parse(text);
            assertThat(TimePeriodRange.parse(range.toString())).isEqualTo(range);
        } catch (TimePeriodFormatException refusal) {
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
            return Optional.of(TimePeriod.parse(text).toString());
        } catch (TimePeriodFormatException noSuchPeriod) {
            return Optional.empty();
        }
    }
}
