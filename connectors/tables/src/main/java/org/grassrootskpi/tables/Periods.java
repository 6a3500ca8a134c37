package org.grassrootskpi.tables;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;

/** Reads the spellings of periods in tables: those of {@link TimePeriod#parse}, and others that are unmistakable. */
final class Periods {
    private static final Pattern SPLIT_YEAR = Pattern.compile("((?:19|20)\\d\\d)[/-](\\d\\d|(?:19|20)\\d\\d)");
    private static final Pattern JOINED_YEAR = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)");
    private static final Pattern YEAR_BEFORE_A_PART = Pattern.compile("^((?:19|20)\\d\\d)(?=[上下]半年|第?[一二三四]季度)");
    private static final Pattern FISCAL_YEAR = Pattern.compile("^FY(?=\\d{4}[-/]\\d)");
    private static final Pattern NUMBERED_YEAR = Pattern.compile("FY ?(?:19|20)\\d\\d");
    private static final Pattern QUARTER = Pattern.compile("((?:19|20)\\d\\d)[ -]?[qQ]([1-4])");
    private static final Pattern QUARTER_FIRST = Pattern.compile("[qQ]([1-4])[ -/]?((?:19|20)\\d\\d)");
    private static final Pattern MONTH = Pattern.compile("((?:19|20)\\d\\d)(?:[mM]|[-/.])(\\d{1,2})(?:月)?");
    private static final Pattern DAY =
            Pattern.compile("((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ]00:00(?::00)?.*)?");
    private static final Pattern PACKED_DAY = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern LABELLED_YEAR = Pattern.compile(
            "(?:FY|CY|YR|Y)?\\s?((?:19|20)\\d\\d)(?:\\s?\\[YR\\d{4}\\])?(?:\\.0)?", Pattern.CASE_INSENSITIVE);

    /** The name of a month or its first letters, as one group and what follows. */
    static final String MONTH_WORD = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

    private static final Pattern MONTH_NAME =
            Pattern.compile(MONTH_WORD + "\\.?[ -]+(?:((?:19|20)\\d\\d)|(\\d\\d))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_BEHIND =
            Pattern.compile("((?:19|20)\\d\\d)[ -]?" + MONTH_WORD, Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([./])(\\d{1,2})\\2((?:19|20)\\d\\d)");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private Periods() {}

    /**
     * Returns the period of a text; empty if it is none.
     *
     * @param split whether 2011/12 and 201112 are years that begin in 2011 rather than a December: as others in the same table
     *     say, such as 2012/13
     */
    static Optional<TimePeriod> read(String cell, boolean split) {
        if (cell.isEmpty() || cell.length() > 40) {
            return Optional.empty();
        }
        String text = normal(cell);
        try {
            return unmistakable(text, split).or(() -> parsed(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns a text in usual width. */
    static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().replace('\u2013', '-');
    }

    /** Returns whether a text is a year that is called after a number of a calendar year, but need not be that, such as FY2024. */
    static boolean isFiscal(String plain) {
        return NUMBERED_YEAR.matcher(plain).matches() || PeriodWords.isFiscal(plain);
    }

    static String normal(String cell) {
        String text = plain(cell);
        String withWord = YEAR_BEFORE_A_PART.matcher(text).replaceFirst("$1年");
        return PeriodWords.usual(FISCAL_YEAR.matcher(withWord).replaceFirst(""));
    }

    /** Returns how a text that is read as a year is kept: one that ends in the next year as such, since it may begin in any month. */
    static String kept(String cell, TimePeriod read) {
        if (isFiscal(plain(cell))) {
            return "FY" + read;
        }
        boolean isSplit = read.frequency() == Frequency.ANNUAL && endsInTheNext(normal(cell));
        return isSplit ? read + "/" + (read.year() + 1) % 100 / 10 + (read.year() + 1) % 10 : read.toString();
    }

    /**
     * Returns the year from a month on that a text means, if it ends in the next year or is a fiscal one; else the period as it was read.
     *
     * @param isEnd whether a fiscal year such as FY2024 is called after the year in which it ends
     */
    static TimePeriod yearFrom(Month start, String cell, TimePeriod read, boolean isEnd) {
        if (read.frequency() == Frequency.ANNUAL && isFiscal(plain(cell))) {
            return TimePeriod.ofYear(isEnd ? read.year() - 1 : read.year(), start);
        }
        return read.frequency() == Frequency.ANNUAL && endsInTheNext(normal(cell))
                ? TimePeriod.ofYear(read.year(), start)
                : read;
    }

    /**
     * Returns the longest frequency of which days are all the first or all the last ones; empty for a single day, for others, and where
     * they could as well stand for shorter periods: two quarters, which are two months at any distance, or two months that do not
     * follow each other.
     */
    static Optional<Frequency> namedByDays(Set<TimePeriod> days) {
        return boundsOf(days)
                .filter(frequency -> days.size() > 2
                        || frequency == Frequency.ANNUAL
                        || (frequency == Frequency.MONTHLY && areNext(days, frequency)));
    }

    /** Returns the longest frequency of which several days are all the first or all the last ones. */
    static Optional<Frequency> boundsOf(Set<TimePeriod> days) {
        if (days.size() < 2 || days.stream().anyMatch(day -> day.frequency() != Frequency.DAILY)) {
            return Optional.empty();
        }
        return Stream.of(Frequency.ANNUAL, Frequency.QUARTERLY, Frequency.MONTHLY)
                .filter(frequency -> days.stream().allMatch(day -> isFirst(day, frequency))
                        || days.stream().allMatch(day -> isLast(day, frequency)))
                .findFirst();
    }

    private static boolean areNext(Set<TimePeriod> days, Frequency frequency) {
        List<TimePeriod> sorted = days.stream()
                .map(day -> TimePeriod.containing(day.firstDay(), frequency))
                .sorted()
                .toList();
        return sorted.get(0).next().equals(sorted.get(1));
    }

    private static boolean isFirst(TimePeriod day, Frequency frequency) {
        return TimePeriod.containing(day.firstDay(), frequency).firstDay().equals(day.firstDay());
    }

    private static boolean isLast(TimePeriod day, Frequency frequency) {
        return TimePeriod.containing(day.firstDay(), frequency).lastDay().equals(day.firstDay());
    }

    private static Optional<TimePeriod> parsed(String text) {
        if (text.matches("\\d+")) {
            // A number, unless it is a year of our time.
            return Optional.empty();
        }
        try {
            return Optional.of(TimePeriod.parse(text));
        } catch (TimePeriodFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimePeriod> unmistakable(String text, boolean split) {
        Matcher labelled = LABELLED_YEAR.matcher(text);
        if (labelled.matches()) {
            return Optional.of(TimePeriod.ofYear(number(labelled, 1)));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return Optional.of(TimePeriod.ofQuarter(number(quarter, 1), number(quarter, 2)));
        }
        Matcher quarterFirst = QUARTER_FIRST.matcher(text);
        if (quarterFirst.matches()) {
            return Optional.of(TimePeriod.ofQuarter(number(quarterFirst, 2), number(quarterFirst, 1)));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return Optional.of(TimePeriod.ofDay(number(day, 1), number(day, 2), number(day, 3)));
        }
        Matcher packed = PACKED_DAY.matcher(text);
        if (packed.matches()) {
            return Optional.of(TimePeriod.ofDay(number(packed, 1), number(packed, 2), number(packed, 3)));
        }
        return named(text).or(() -> dayFirst(text)).or(() -> splitYear(text, split));
    }

    private static Optional<TimePeriod> named(String text) {
        Matcher before = MONTH_NAME.matcher(text);
        if (before.matches()) {
            int year = before.group(2) != null ? number(before, 2) : 2000 + number(before, 3);
            return Optional.of(TimePeriod.ofMonth(year, month(before.group(1))));
        }
        Matcher behind = NAME_BEHIND.matcher(text);
        return behind.matches()
                ? Optional.of(TimePeriod.ofMonth(number(behind, 1), month(behind.group(2))))
                : Optional.empty();
    }

    /** Returns the number of a month whose first letters {@link #MONTH_WORD} found. */
    static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    /** Reads 31.12.2024 and 31/12/2024; a date with strokes of which both numbers could be the month is none. */
    private static Optional<TimePeriod> dayFirst(String text) {
        Matcher date = DAY_FIRST.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        int first = number(date, 1);
        int second = number(date, 3);
        if (date.group(2).equals("/") && first <= 12 && second <= 12 && first != second) {
            return Optional.empty();
        }
        boolean isMonthFirst = date.group(2).equals("/") && second > 12;
        return Optional.of(
                TimePeriod.ofDay(number(date, 4), isMonthFirst ? first : second, isMonthFirst ? second : first));
    }

    /** Reads years that begin in one calendar year and end in the next, and months in figures. */
    private static Optional<TimePeriod> splitYear(String text, boolean split) {
        if (split ? endsInTheNext(text) : isSplitYear(text)) {
            return Optional.of(TimePeriod.ofYear(Integer.parseInt(text.substring(0, 4))));
        }
        Matcher month = MONTH.matcher(text);
        Matcher joined = JOINED_YEAR.matcher(text);
        if (month.matches()) {
            return Optional.of(TimePeriod.ofMonth(number(month, 1), number(month, 2)));
        }
        return joined.matches()
                ? Optional.of(TimePeriod.ofMonth(number(joined, 1), number(joined, 2)))
                : Optional.empty();
    }

    /** Returns whether a text is a year that begins in one calendar year and ends in the next, and cannot be a month. */
    static boolean isSplitYear(String text) {
        return endsInTheNext(text)
                && (text.indexOf('/') > 0 || Integer.parseInt(text.substring(text.length() - 2)) > 12)
                && Integer.parseInt(text.substring(text.length() - 2)) != 12;
    }

    /** Returns whether a text that is read as a month could be a year that ends in the next one. */
    static boolean couldBeSplitYear(String text) {
        return endsInTheNext(text) && !isSplitYear(text);
    }

    private static boolean endsInTheNext(String text) {
        Matcher split = SPLIT_YEAR.matcher(text);
        Matcher joined = JOINED_YEAR.matcher(text);
        return (split.matches() && isNext(split)) || (joined.matches() && isNext(joined));
    }

    private static boolean isNext(Matcher years) {
        return number(years, 2) % 100 == (number(years, 1) + 1) % 100;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
