package org.grassrootskpi.tables;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Finds out what the periods of a table are, in columns, heads or the title, and asks about those that could be read in another way. */
final class PeriodQuestions {
    private final List<Column> columns;
    private final TitleLines title;
    private final IntFunction<Set<String>> distinct;
    private final List<String> questions;

    /**
     * Prepares the questions.
     *
     * @param columns with their roles
     * @param distinct gives the different texts of a column
     * @param questions added to
     */
    PeriodQuestions(List<Column> columns, TitleLines title, IntFunction<Set<String>> distinct, List<String> questions) {
        this.columns = columns;
        this.title = title;
        this.distinct = distinct;
        this.questions = questions;
    }

    /** Returns the period of all values where no column has one, and asks about it; else null. */
    @Nullable String periodOfTheTable() {
        boolean isNamed = columns.stream()
                .anyMatch(column -> column.role() == Role.PERIOD
                        || (column.role() == Role.VALUE
                                && Heads.period(column.name(), title.year()).isPresent()));
        if (isNamed) {
            return null;
        }
        Optional<String> period = title.period();
        questions.add(period.map(
                        found -> "period: no column has one; " + found + " is from the title or the name of the file")
                .orElse("period: no column has one, and neither has the title; give it as \"period\""));
        return period.map(found -> Periods.read(found, false)
                        .map(read -> Periods.kept(found, read))
                        .orElse(found.substring(0, 4)))
                .orElse(null);
    }

    /** Asks about years that need not be those of the calendar, and about a T for quarters, which is four months in SDMX. */
    void askAbout(@Nullable String period) {
        List<String> texts = Stream.concat(
                        Optional.ofNullable(period).stream(),
                        IntStream.range(0, columns.size()).boxed().flatMap(column -> {
                            Column of = columns.get(column);
                            return of.role() == Role.PERIOD
                                    ? distinct.apply(column).stream()
                                    : of.role() == Role.VALUE ? Heads.partsOf(of.name()) : Stream.empty();
                        }))
                .map(Periods::plain)
                .toList();
        texts.stream()
                .filter(text -> Periods.isSplitYear(Periods.normal(text)))
                .findFirst()
                .ifPresent(year -> questions.add("yearsFrom: years such as " + year
                        + " are filed under the calendar year in which they begin; name the month in which they begin,"
                        + " such as APRIL, for years from there"));
        texts.stream()
                .filter(Periods::isFiscal)
                .findFirst()
                .ifPresent(year -> questions.add("yearsFrom: years such as " + year
                        + " are filed under the calendar year of that number; if they begin in another month than January,"
                        + " name it, and as \"yearsNamedBy\" whether the number is that of their START or END"));
        texts.stream()
                .filter(PeriodWords::couldBeFourMonths)
                .findFirst()
                .filter(any -> texts.stream().noneMatch(PeriodWords::isFourthQuarter))
                .ifPresent(quarter -> questions.add("period: " + quarter
                        + " is read as a quarter; if T stands for four months, as in SDMX, the table cannot be read"));
    }

    /** Finds out whether dates stand for years, quarters or months: all are first, or all are last days of these. */
    @Nullable Frequency datesAs() {
        Stream<Optional<TimePeriod>> texts = IntStream.range(0, columns.size())
                .boxed()
                .flatMap(column -> {
                    Column of = columns.get(column);
                    return of.role() == Role.PERIOD
                            ? distinct.apply(column).stream().map(text -> Periods.read(text, false))
                            : Stream.of(
                                    of.role() == Role.VALUE ? Heads.period(of.name(), title.year()) : Optional.empty());
                });
        Set<TimePeriod> days = texts.flatMap(Optional::stream).collect(Collectors.toSet());
        Optional<Frequency> frequency = Periods.namedByDays(days);
        Periods.boundsOf(days)
                .ifPresent(
                        of -> questions.add(
                                "datesAs: the dates are all first or all last days of " + of + " periods, and "
                                        + (frequency.isPresent()
                                                ? "are taken for these"
                                                : "could stand for these or for shorter ones; they are read as days, say which as \"datesAs\"")));
        return frequency.orElse(null);
    }
}
