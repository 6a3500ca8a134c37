package org.grassrootskpi.tables;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.time.TimePeriod;

/** Reads months, quarters and halves that stand apart from their year, in a column or a head of their own. */
final class YearParts {
    private static final Pattern WHOLE = Pattern.compile("全年|年度|annual|m13|q05|a01|s03");
    private static final Pattern BARE = Pattern.compile("0?(\\d|1[0-2])");
    private static final Pattern MONTH = Pattern.compile("m(0[1-9]|1[0-2])|(0?\\d|1[0-2])月份?|([一二三四五六七八九十]{1,2})月份?");
    private static final Pattern MONTH_NAME = Pattern.compile(Periods.MONTH_WORD + "\\.?");
    private static final Pattern MONTHS_TO_DATE = Pattern.compile("0?1月?[-~至—](0?\\d|1[0-2])月份?(?:累计)?");
    private static final Pattern QUARTER = Pattern.compile(
            "q0?([1-4])|([1-4])q|第?([一二三四1-4])季度?|(?:quarter|qtr\\.?) ?([1-4])|([1-4])(?:st|nd|rd|th) quarter");
    private static final Pattern HALF = Pattern.compile("(?:[hs]|half ?)0?([12])|([上下])半年");
    private static final String DIGITS = "一二三四五六七八九十";

    private YearParts() {}

    /** Returns whether a text is a part of a year, and more than a number. */
    static boolean is(String text) {
        return !BARE.matcher(text).matches() && read(2000, text, false).isPresent();
    }

    /** Returns whether a text is a part of a year, or a number that can be one beside a year. */
    static boolean canBe(String text) {
        return read(2000, text, false).isPresent();
    }

    /**
     * Reads a part of a year.
     *
     * @param year the year
     * @param text such as {@code 7月}, {@code M07}, {@code Q3}, {@code 上半年}, {@code 1-9月}; {@code M13} is the whole year, and so is nothing
     * @param isQuarter whether a number is that of a quarter, not of a month
     * @return the period; empty if the text is no part of a year
     */
    static Optional<TimePeriod> read(int year, String text, boolean isQuarter) {
        String part = PeriodWords.usualPart(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u2013', '-'));
        try {
            if (part.isEmpty() || WHOLE.matcher(part).matches()) {
                return Optional.of(TimePeriod.ofYear(year));
            }
            if (BARE.matcher(part).matches()) {
                int number = Integer.parseInt(part);
                return Optional.of(isQuarter ? TimePeriod.ofQuarter(year, number) : TimePeriod.ofMonth(year, number));
            }
            return month(year, part).or(() -> longer(year, part));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimePeriod> month(int year, String part) {
        Matcher month = MONTH.matcher(part);
        if (month.matches()) {
            String digits = month.group(1) != null ? month.group(1) : month.group(2);
            return Optional.of(
                    TimePeriod.ofMonth(year, digits != null ? Integer.parseInt(digits) : chinese(month.group(3))));
        }
        Matcher name = MONTH_NAME.matcher(part);
        return name.matches() ? Optional.of(TimePeriod.ofMonth(year, Periods.month(name.group(1)))) : Optional.empty();
    }

    private static Optional<TimePeriod> longer(int year, String part) {
        Matcher toDate = MONTHS_TO_DATE.matcher(part);
        if (toDate.matches()) {
            return Optional.of(TimePeriod.yearToDate(year, Integer.parseInt(toDate.group(1))));
        }
        Matcher quarter = QUARTER.matcher(part);
        if (quarter.matches()) {
            return Optional.of(TimePeriod.ofQuarter(year, number(firstGroup(quarter))));
        }
        Matcher half = HALF.matcher(part);
        if (half.matches()) {
            String number = firstGroup(half);
            return Optional.of(TimePeriod.ofHalf(year, number.equals("1") || number.equals("上") ? 1 : 2));
        }
        return Optional.empty();
    }

    private static String firstGroup(Matcher matcher) {
        for (int group = 1; group < matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return matcher.group(matcher.groupCount());
    }

    private static int number(String digit) {
        return Character.isDigit(digit.charAt(0)) ? Integer.parseInt(digit) : chinese(digit);
    }

    /** Reads 一 to 十二; other pairs are no number of a month, and are refused as such. */
    private static int chinese(String digits) {
        int last = DIGITS.indexOf(digits.charAt(digits.length() - 1)) + 1;
        return digits.length() == 1 ? last : digits.charAt(0) == '十' && last < 3 ? 10 + last : 0;
    }
}
