package org.grassrootskpi.time;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the periods that Chinese reports and tables print behind a year: 2024年6月, 2024年上半年, 2024年第三季度, 2024年1—9月. Parts
 * of a year that begin in January and are no other kind of period are years to date: 1—9月, 前三季度.
 */
final class ChinesePeriod {
    private static final String EXPECTED =
            "the end, or behind 年 one of 上半年, 下半年, 一季度 (第一季度, 1季度) to 四季度, 前三季度," + " 1月 to 12月, 1-2月 to 1-12月, 7月15日";

    private static final Pattern REST = Pattern.compile("年(?:度|"
            + "(?<half>[上下])半年|"
            + "(?:第)?(?<quarter>[一二三四1-4])季度|"
            + "前(?<quarters>[两二三23])季度|"
            + "(?<from>\\d{1,2})月?[-–—－~～至到](?<to>\\d{1,2})月(?:份)?|"
            + "(?<month>\\d{1,2})月(?:份|(?<day>\\d{1,2})日)?)?");
    private static final String NUMERALS = "一二三四";
    private static final int MONTHS_OF_QUARTER = 3;

    private ChinesePeriod() {}

    /** Reads the text after the four digits of a year, up to an offset. */
    static TimePeriod read(String text, int at, int end, int year) {
        Matcher rest = REST.matcher(text).region(at, end);
        if (!rest.matches()) {
            throw new TimePeriodFormatException(text, at + 1, EXPECTED);
        }
        if (rest.group("half") != null) {
            return TimePeriod.ofHalf(year, rest.group("half").equals("上") ? 1 : 2);
        }
        if (rest.group("quarter") != null) {
            return TimePeriod.ofQuarter(year, number(rest.group("quarter")));
        }
        if (rest.group("quarters") != null) {
            return TimePeriod.yearToDate(year, MONTHS_OF_QUARTER * number(rest.group("quarters")));
        }
        if (rest.group("from") != null) {
            within(
                    text,
                    rest,
                    "from",
                    1,
                    1,
                    "1: a year to date begins in January; another stretch is a range such as 2024-03..2024-06");
            return TimePeriod.yearToDate(year, within(text, rest, "to", 1, 12, "a month from 1 to 12"));
        }
        if (rest.group("month") == null) {
            return TimePeriod.ofYear(year);
        }
        int month = within(text, rest, "month", 1, 12, "a month from 1 to 12");
        if (rest.group("day") == null) {
            return TimePeriod.ofMonth(year, month);
        }
        int days = YearMonth.of(year, month).lengthOfMonth();
        return TimePeriod.ofDay(
                year, month, within(text, rest, "day", 1, days, "a day of that month from 1 to " + days));
    }

    private static int number(String numeral) {
        int index = NUMERALS.indexOf(numeral.replace('两', '二'));
        return index < 0 ? Integer.parseInt(numeral) : index + 1;
    }

    private static int within(String text, Matcher rest, String group, int min, int max, String expected) {
        int number = Integer.parseInt(rest.group(group));
        if (number < min || number > max) {
            throw new TimePeriodFormatException(text, rest.start(group), expected);
        }
        return number;
    }
}
