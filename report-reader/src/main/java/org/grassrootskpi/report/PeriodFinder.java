package org.grassrootskpi.report;

import java.util.Locale;
import org.grassrootskpi.quantity.QuantityMatch;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the time that the words read so far speak of: a year holds until the end of its paragraph, a part of a year until
 * the end of its sentence. What a change is measured against (比2020年) is no time of a figure.
 */
final class PeriodFinder {
    private static final int NONE = 0;
    private static final int YEAR_AND_DASH = 5;
    private static final String WHOLE_YEAR = "A1";
    private static final String AGAINST = "比较于自从";
    private static final String JOINS = "-–—－~～至到";

    private int base = NONE;
    private int year = NONE;
    private String basePart = "";
    private String part = "";

    void startParagraph(@Nullable TimePeriod base) {
        this.base = base == null ? NONE : base.year();
        String printed = base == null ? "" : base.toString();
        basePart = printed.length() > YEAR_AND_DASH ? printed.substring(YEAR_AND_DASH) : "";
        year = NONE;
        part = basePart;
    }

    void startSentence() {
        part = year == NONE ? basePart : "";
    }

    void word(Word word) {
        if (word.is(WordKind.PART)) {
            part = word.value.equals(WHOLE_YEAR) ? "" : word.value;
        } else if (word.is(WordKind.THIS_YEAR)) {
            year = base;
        } else if (word.is(WordKind.LAST_YEAR)) {
            year = base == NONE ? NONE : base - 1;
        } else if (word.is(WordKind.NEXT_YEAR)) {
            year = base == NONE ? NONE : base + 1;
        }
    }

    /** A number that is no figure may be a date. */
    void number(QuantityMatch match, String text) {
        int value = match.quantity().value().intValue();
        String symbol = match.quantity().unit().symbol();
        int before = match.start() - 1;
        if (symbol.equals("年") && value >= 1800 && value < 2100) {
            if (before < 0 || AGAINST.indexOf(text.charAt(before)) < 0) {
                year = value;
                part = "";
            }
        } else if (symbol.equals("月") && value >= 1 && value <= 12) {
            boolean joined = before > 0 && JOINS.indexOf(text.charAt(before)) >= 0;
            part = joined ? through(value) : String.format(Locale.ROOT, "%02d", value);
        }
    }

    /** 1-9月 is a year to date, 2020-2024年 ends in its last year. */
    void range(QuantityMatch lower, QuantityMatch upper, String text) {
        number(upper, text);
        int month = upper.quantity().value().intValue();
        if (upper.quantity().unit().symbol().equals("月") && month >= 1 && month <= 12) {
            part = lower.quantity().value().intValue() == 1 ? through(month) : "";
        }
    }

    private static String through(int month) {
        return String.format(Locale.ROOT, "YTD%02d", month);
    }

    @Nullable TimePeriod period() {
        int of = year == NONE ? base : year;
        if (of == NONE) {
            return null;
        }
        return part.isEmpty() ? TimePeriod.ofYear(of) : TimePeriod.parse(of + "-" + part);
    }
}
