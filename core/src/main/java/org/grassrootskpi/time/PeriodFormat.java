package org.grassrootskpi.time;

import com.google.common.base.Strings;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Writes and reads the text of periods; the first character that does not fit decides the message. */
final class PeriodFormat {
    static final String SPELLINGS = "2024, 2024-H1, 2024-Q3, 2024-07, 2024-W05, 2024-07-15, 2024-YTD09 (January to"
            + " September), 2024/25-M04 (a year from April on), and in SDMX 2024-A1, 2024-S1, 2024-M07, 2024-D197, 2024-01-01/P9M; in Chinese 2024年, 2024年上半年, 2024年第三季度, 2024年7月, 2024年1-9月;"
            + " ranges 2024-01..2024-06";
    private static final char YEAR_SIGN = '年';
    private static final String UNHYPHENED = "HSQMY";
    static final String RANGE_SEPARATOR = "..";

    private final String text;
    private int position;

    private PeriodFormat(String text) {
        this.text = text;
    }

    static TimePeriod period(String text) {
        PeriodFormat parser = new PeriodFormat(text);
        TimePeriod period = parser.readPeriod();
        parser.readEnd();
        return period;
    }

    static TimePeriodRange range(String text) {
        PeriodFormat parser = new PeriodFormat(text);
        TimePeriod from = parser.readPeriod();
        if (parser.position == text.length()) {
            return TimePeriodRange.of(from, from);
        }
        if (!parser.accept(RANGE_SEPARATOR)) {
            throw parser.refusal("the end, or \"..\" and the last period of the range");
        }
        int second = parser.position;
        TimePeriod to = parser.readPeriod();
        parser.readEnd();
        if (from.frequency() != to.frequency()) {
            throw parser.refusal(second, "a period of the same frequency as " + from);
        }
        if (from.toCode() > to.toCode()) {
            throw parser.refusal(second, "a period not before " + from);
        }
        return TimePeriodRange.of(from, to);
    }

    static String print(TimePeriod period) {
        String year = padded(period.year(), 4);
        int number = period.numberInYear();
        return switch (period.frequency()) {
            case ANNUAL -> year;
            case HALF_YEARLY -> year + "-H" + number;
            case QUARTERLY -> year + "-Q" + number;
            case MONTHLY -> year + "-" + padded(number, 2);
            case WEEKLY -> year + "-W" + padded(number, 2);
            case DAILY -> period.firstDay().toString();
            case YEAR_TO_DATE -> year + "-YTD" + padded(number, 2);
            default ->
                year + '/' + padded((period.year() + 1) % 100, 2) + "-M"
                        + padded(period.frequency().startMonth().getValue(), 2);
        };
    }

    static String printSdmx(TimePeriod period) {
        return switch (period.frequency()) {
            case HALF_YEARLY -> padded(period.year(), 4) + "-S" + period.numberInYear();
            case YEAR_TO_DATE -> period.firstDay() + "/P" + period.numberInYear() + "M";
            case ANNUAL, QUARTERLY, MONTHLY, WEEKLY, DAILY -> print(period);
            default -> period.firstDay() + "/P1Y";
        };
    }

    private static String padded(int value, int digits) {
        return Strings.padStart(Integer.toString(value), digits, '0');
    }

    private TimePeriod readPeriod() {
        int year = readNumber(4, 1, Timeline.MAX_YEAR, "a year");
        if (accept("W")) {
            return readWeek(year);
        }
        char next = position < text.length() ? text.charAt(position) : ' ';
        if (next == '/') {
            return readSplitYear(year);
        }
        if (next == YEAR_SIGN) {
            int separator = text.indexOf(RANGE_SEPARATOR, position);
            int end = separator < 0 ? text.length() : separator;
            TimePeriod period = ChinesePeriod.read(text, position, end, year);
            position = end;
            return period;
        }
        if (!accept("-") && UNHYPHENED.indexOf(next) < 0) {
            return TimePeriod.ofYear(year);
        }
        if (accept("YTD")) {
            return TimePeriod.yearToDate(year, readMonth());
        }
        char letter = position < text.length() ? text.charAt(position) : ' ';
        if (isDigit(letter)) {
            return readMonthOrDay(year);
        }
        if ("AHSQMWD".indexOf(letter) < 0) {
            throw refusal("a month, or one of H, S, Q, M, W, D, A, YTD with a number");
        }
        position++;
        return switch (letter) {
            case 'A' -> readOnlyYear(year);
            case 'H', 'S' -> TimePeriod.ofHalf(year, readNumber(1, 1, 2, "a half-year"));
            case 'Q' -> TimePeriod.ofQuarter(year, readNumber(1, 1, 4, "a quarter"));
            case 'M' -> TimePeriod.ofMonth(year, readMonth());
            case 'W' -> readWeek(year);
            default -> readDayOfYear(year);
        };
    }

    /** Reads a year that ends in the next one: only its first month says which it is. */
    private TimePeriod readSplitYear(int year) {
        position++;
        int next = (year + 1) % 100;
        readNumber(2, next, next, "the last digits of the year that follows");
        if (!accept("-M")) {
            throw refusal("-M and the month in which this year begins, as in " + padded(year, 4) + '/' + padded(next, 2)
                    + "-M04 from April on");
        }
        int start = readNumber(2, 2, 12, "a month");
        return TimePeriod.ofYear(year, Month.of(start));
    }

    private TimePeriod readOnlyYear(int year) {
        readNumber(1, 1, 1, "the only annual period");
        return TimePeriod.ofYear(year);
    }

    private TimePeriod readDayOfYear(int year) {
        int day = readNumber(3, 1, Year.of(year).length(), "a day of that year");
        return TimePeriod.from(LocalDate.ofYearDay(year, day));
    }

    private TimePeriod readWeek(int year) {
        return TimePeriod.ofWeek(year, readNumber(2, 1, Timeline.weeksOf(year), "a week of that year"));
    }

    private int readMonth() {
        return readNumber(2, 1, 12, "a month");
    }

    private TimePeriod readMonthOrDay(int year) {
        int month = readMonth();
        if (!accept("-")) {
            return TimePeriod.ofMonth(year, month);
        }
        int days = YearMonth.of(year, month).lengthOfMonth();
        TimePeriod day = TimePeriod.ofDay(year, month, readNumber(2, 1, days, "a day of that month"));
        return accept("/") ? readDuration(day.firstDay()) : day;
    }

    private TimePeriod readDuration(LocalDate start) {
        int durationStart = position;
        if (!accept("P")) {
            throw refusal("an ISO duration such as P9M");
        }
        int length = 0;
        int digitsStart = position;
        while (position < text.length() && position < digitsStart + 4 && isDigit(text.charAt(position))) {
            length = length * 10 + text.charAt(position++) - '0';
        }
        if (position == digitsStart) {
            throw refusal("a number of years, months, weeks or days");
        }
        ChronoUnit unit = readUnit();
        // From 1 January in months is how SDMX spells a year-to-date figure, even where a quarter has the same days.
        if (unit == ChronoUnit.MONTHS && start.getDayOfYear() == 1 && length >= 1 && length <= 12) {
            return TimePeriod.yearToDate(start.getYear(), length);
        }
        LocalDate end = start.plus(length, unit).minusDays(1);
        return Timeline.regularPeriod(start, end)
                .orElseThrow(() -> refusal(
                        durationStart,
                        "a duration that makes a year, half-year, quarter, month, week,"
                                + " day or year-to-date range of the days from " + start));
    }

    private ChronoUnit readUnit() {
        if (accept("Y")) {
            return ChronoUnit.YEARS;
        }
        if (accept("M")) {
            return ChronoUnit.MONTHS;
        }
        if (accept("W")) {
            return ChronoUnit.WEEKS;
        }
        if (accept("D")) {
            return ChronoUnit.DAYS;
        }
        throw refusal("one of Y, M, W, D");
    }

    private int readNumber(int digits, int min, int max, String what) {
        int start = position;
        int value = 0;
        while (position < start + digits) {
            if (position >= text.length() || !isDigit(text.charAt(position))) {
                throw refusal(position, what, digits, min, max);
            }
            value = value * 10 + text.charAt(position++) - '0';
        }
        if (value < min || value > max) {
            throw refusal(start, what, digits, min, max);
        }
        return value;
    }

    private void readEnd() {
        if (position < text.length()) {
            throw refusal("the end of the text");
        }
    }

    private boolean accept(String token) {
        if (!text.startsWith(token, position)) {
            return false;
        }
        position += token.length();
        return true;
    }

    // Character.isDigit lets full-width digits through, whose values are not their distance from 0.
    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private TimePeriodFormatException refusal(String expected) {
        return refusal(position, expected);
    }

    private TimePeriodFormatException refusal(int at, String expected) {
        return new TimePeriodFormatException(text, at, expected);
    }

    private TimePeriodFormatException refusal(int at, String what, int digits, int min, int max) {
        String last = padded(max, digits);
        return refusal(at, min == max ? what + ", " + last : what + " from " + padded(min, digits) + " to " + last);
    }
}
