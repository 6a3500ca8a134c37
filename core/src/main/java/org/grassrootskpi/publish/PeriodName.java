package org.grassrootskpi.publish;

import java.time.LocalDate;
import java.time.Month;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** The name of a period as tables and pages print it. */
public final class PeriodName {
    private static final String[] QUARTERS = {"一", "二", "三", "四"};

    private PeriodName() {}

    /**
     * Names a period: 2025年1—9月 for {@code 2025-YTD09} in Chinese, January–September 2025 in English; a year from another month
     * than January by its first and its last month. Other periods are in English their codes, such as {@code 2024-Q3} and
     * {@code 2024-07}, which ISO 8601 has or every statistician reads.
     *
     * @param period the period
     * @param language the reader's language
     * @return the name; the code where the language has none
     */
    public static String of(TimePeriod period, Language language) {
        if (period.frequency().startMonth() != Month.JANUARY) {
            return yearFrom(period, language);
        }
        if (!language.isChinese()) {
            return period.isYearToDate() ? toDate(period) : period.toString();
        }
        String year = period.year() + "年";
        if (period.isYearToDate()) {
            return year + "1—" + period.lastDay().getMonthValue() + "月";
        }
        int number = period.numberInYear();
        Frequency frequency = period.frequency();
        return switch (frequency) {
            case ANNUAL -> year;
            case HALF_YEARLY -> year + (number == 1 ? "上半年" : "下半年");
            case QUARTERLY -> year + "第" + QUARTERS[number - 1] + "季度";
            case MONTHLY -> year + number + "月";
            case DAILY ->
                year + period.firstDay().getMonthValue() + "月"
                        + period.firstDay().getDayOfMonth() + "日";
            default -> period.toString();
        };
    }

    private static String toDate(TimePeriod period) {
        int last = period.lastDay().getMonthValue();
        String months = month(1) + (last == 1 ? "" : "–" + month(last));
        return months + " " + period.year();
    }

    private static String month(int number) {
        return Words.of("month." + number, Language.EN);
    }

    /** Names a year by its first and its last month, since countries do not agree on how to number it. */
    private static String yearFrom(TimePeriod period, Language language) {
        LocalDate first = period.firstDay();
        LocalDate last = period.lastDay();
        return language.isChinese()
                ? first.getYear() + "年" + first.getMonthValue() + "月—" + last.getYear() + "年" + last.getMonthValue()
                        + "月"
                : monthOfYear(first) + '–' + monthOfYear(last);
    }

    private static String monthOfYear(LocalDate day) {
        return month(day.getMonthValue()) + ' ' + day.getYear();
    }
}
