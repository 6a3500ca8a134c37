package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.grassrootskpi.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/** Recognises the times in a text, by digits and by {@linkplain TimeWord words}. */
final class TimeExpressions {
    private static final String RANGE_SIGNS = NumberSigns.RANGE_SIGNS;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2099;
    private static final int CENTURY = 2000;
    private static final ImmutableList<String> SINCE = ImmutableList.of("以来", "至今", "到现在", "到目前");
    private static final ImmutableList<String> LAST = ImmutableList.of("近", "最近", "过去的", "过去");

    /** What a stretch of years may begin with that begins no other time: 近五年, 两年来. */
    private static final String STRETCHES = "近最过過两兩";

    private static final String NUMERALS = "一二三四五六七八九十";
    private static final char FIRST_MONTH = '元';

    private static final CharacterSet STARTS = CharacterSet.where(
            c -> NumberSigns.isDigit((char) c) || TimeWord.mayStartWith((char) c) || STRETCHES.indexOf(c) >= 0);

    private final String text;

    TimeExpressions(String text) {
        this.text = text;
    }

    /** Returns whether a time may begin with a character. */
    static boolean mayStartWith(char c) {
        return STARTS.contains(c);
    }

    /** Returns a phrase without the times in it: 一般公共预算全年收入, 环湖路项目1-12月份投资. */
    static String without(String phrase) {
        for (int i = 1; i + 1 < phrase.length(); i++) {
            boolean digit = NumberSigns.isDigit(phrase.charAt(i));
            boolean starts = mayStartWith(phrase.charAt(i)) && (digit || !NumberSigns.isNumber(phrase.charAt(i)));
            TimeExpression time = starts ? new TimeExpressions(phrase).at(i, phrase.length(), false) : null;
            if (time != null && time.end() < phrase.length() && (!digit || time.hasPart())) {
                String front = phrase.substring(0, i);
                String rest = phrase.substring(time.end());
                return rest.contains(front) ? rest : front + rest;
            }
        }
        return phrase;
    }

    /**
     * Returns the time that begins at an offset.
     *
     * @param heading true if “十四五” alone is a time, as it is in titles
     */
    @Nullable TimeExpression at(int offset, int limit, boolean heading) {
        TimeExpression found = stretch(offset, limit);
        if (found != null) {
            return found;
        }
        found = closed(offset, limit, heading);
        int open = found == null || found.open() ? -1 : openEnd(offset, found.end());
        return found == null || open < 0 || open > limit ? found : found.asOpen(open);
    }

    /** Behind the words that make a time the first of a stretch: 2020年|以来, 自2021年|起; -1 if there are none. */
    private int openEnd(int from, int end) {
        for (String word : SINCE) {
            if (text.startsWith(word, end)) {
                return end + word.length();
            }
        }
        boolean since = from > 0 && "自从".indexOf(text.charAt(from - 1)) >= 0;
        return since && starts("起", end) ? end + 1 : since && starts("开始", end) ? end + 2 : -1;
    }

    /** 近五年来, 十年间, 过去3年: a number of years up to that of the context. */
    @Nullable TimeExpression stretch(int offset, int limit) {
        int at = offset;
        boolean worded = STRETCHES.indexOf(text.charAt(offset)) >= 0;
        for (String word : worded ? LAST : ImmutableList.<String>of()) {
            if (text.startsWith(word, offset)) {
                at = offset + word.length();
                break;
            }
        }
        int end = at;
        while (end < limit && end - at <= 3 && NumberSigns.isNumber(text.charAt(end))) {
            end++;
        }
        if (end == at || end - at > 3 || !is('年', end, limit)) {
            return null;
        }
        int close = starts("来", end + 1) || starts("间", end + 1) ? end + 2 : end + 1;
        boolean counts = close > end + 1 || starts("累计", close) || (at > offset && isHead(offset));
        boolean decimal = at > 0 && ".．".indexOf(text.charAt(at - 1)) >= 0;
        int years = counts && !decimal ? NumberSigns.small(text, at, end) : 0;
        return years < 1 || close > limit ? null : TimeExpression.ofYears(close, 1 - years, 0, true);
    }

    private boolean isHead(int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** 元至六月份, 一月—九月: months in Chinese numerals from one to another. */
    private @Nullable TimeExpression monthsInWords(int offset, int limit) {
        int first = text.charAt(offset) == FIRST_MONTH ? 1 : 0;
        int end = first > 0 ? offset + 1 : numeralEnd(offset, limit);
        first = first > 0 ? first : end > offset ? NumberSigns.small(text, offset, end) : 0;
        int sign = is('月', end, limit) ? end + 1 : end;
        if (first < 1 || sign >= limit || RANGE_SIGNS.indexOf(text.charAt(sign)) < 0) {
            return null;
        }
        int from = sign;
        while (from < limit && RANGE_SIGNS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int digits = digitsEnd(from, limit);
        int close = digits > from ? digits : numeralEnd(from, limit);
        int last = close == from || close - from > 2
                ? 0
                : digits > from ? number(from, close) : NumberSigns.small(text, from, close);
        if (last <= first || last > 12 || !is('月', close, limit)) {
            return null;
        }
        return TimeExpression.ofMonths(close + (is('份', close + 1, limit) ? 2 : 1), first, last);
    }

    private int numeralEnd(int from, int limit) {
        int end = from;
        while (end < limit && end - from < 2 && NUMERALS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private @Nullable TimeExpression closed(int offset, int limit, boolean heading) {
        if (NumberSigns.isDigit(text.charAt(offset))) {
            boolean inside = offset > 0 && NumberSigns.isDigit(text.charAt(offset - 1));
            return inside ? null : digits(offset, limit);
        }
        TimeExpression months = monthsInWords(offset, limit);
        if (months != null) {
            return months;
        }
        TimeWord word = TimeWord.longest(text, offset, limit);
        if (word == null) {
            return text.charAt(offset) == '第' ? week(offset + 1, limit) : null;
        }
        int end = offset + word.text().length();
        TimeExpression says = word.says();
        if (says == null) {
            return null;
        }
        if (says.open()) {
            return says.endingAt(end);
        }
        if (word.needsSpan()) {
            return span(says, end, limit, heading);
        }
        TimeExpression placed = says.atEnd() ? says.asEnd(end) : says.endingAt(end);
        return placed.hasYear() && placed.isSingleYear() && !placed.hasPart() ? withPart(placed, limit) : placed;
    }

    /** 第28周 of ISO 8601. */
    private @Nullable TimeExpression week(int from, int limit) {
        int end = digitsEnd(from, limit);
        int week = end > from && end - from <= 2 ? number(from, end) : -1;
        return week >= 1 && week <= 52 && is('周', end, limit)
                ? TimeExpression.ofPart(end + 1, String.format(Locale.ROOT, "W%02d", week))
                : null;
    }

    /** “十四五”时期, “十四五”末; “十四五”规划 is no time. */
    private @Nullable TimeExpression span(TimeExpression says, int end, int limit, boolean heading) {
        int next = end;
        while (next < limit && "规划时期年间".indexOf(text.charAt(next)) < 0 && text.charAt(next) == ' ') {
            next++;
        }
        if (starts("期末", next) || starts("末", next)) {
            int last = next + (starts("期末", next) ? 2 : 1);
            return TimeExpression.ofYears(last, says.toYear(), says.toYear(), false)
                    .asEnd(last);
        }
        if (starts("期间", next) || starts("时期", next) || starts("以来", next) || starts("五年", next)) {
            return says.endingAt(next + 2);
        }
        return heading ? says.endingAt(end) : null;
    }

    private @Nullable TimeExpression digits(int offset, int limit) {
        int end = digitsEnd(offset, limit);
        int value = end - offset > 4 ? -1 : number(offset, end);
        int next = blanksEnd(end, limit);
        if (end - offset == 4 && value >= FIRST_YEAR && value <= LAST_YEAR) {
            return year(value, next, limit);
        }
        TimeExpression years = end - offset == 2 ? shortYears(value, offset, end, limit) : null;
        return years != null ? years : end - offset <= 2 ? months(value, next, limit) : null;
    }

    /** 21-25年 at the head of a clause. */
    private @Nullable TimeExpression shortYears(int first, int offset, int end, int limit) {
        boolean head = offset == 0 || !Character.isLetterOrDigit(text.charAt(offset - 1));
        int from = end + 1;
        boolean range = end < limit && RANGE_SIGNS.indexOf(text.charAt(end)) >= 0;
        int close = range ? digitsEnd(from, limit) : from;
        int last = range && close - from == 2 ? number(from, close) : -1;
        boolean years = head && first > 10 && last > first && last - first <= 5 && is('年', close, limit);
        return years ? TimeExpression.ofYears(close + 1, CENTURY + first, CENTURY + last, false) : null;
    }

    private @Nullable TimeExpression year(int first, int next, int limit) {
        boolean printed = is('年', next, limit);
        int sign = blanksEnd(printed ? next + 1 : next, limit);
        if (sign < limit && RANGE_SIGNS.indexOf(text.charAt(sign)) >= 0) {
            int from = sign;
            while (from < limit && (RANGE_SIGNS.indexOf(text.charAt(from)) >= 0)) {
                from++;
            }
            int end = digitsEnd(from, limit);
            int last = end - from == 4 ? number(from, end) : -1;
            int behind = blanksEnd(end, limit);
            if (last > first && last <= LAST_YEAR && is('年', behind, limit)) {
                return TimeExpression.ofYears(behind + 1, first, last, false);
            }
        }
        if (!printed) {
            return null;
        }
        int end = next + 1;
        end += is('度', end, limit) ? 1 : 0;
        return withPart(TimeExpression.ofYears(end, first, first, false), limit);
    }

    /** The part of a year that follows it: 2023年|1—6月, 2022年|末. */
    private TimeExpression withPart(TimeExpression year, int limit) {
        int next = blanksEnd(year.end(), limit);
        if (is('末', next, limit) || is('底', next, limit)) {
            return year.asEnd(next + 1);
        }
        boolean another = digitsEnd(next, limit) - next >= 4;
        if (next >= limit || another || !mayStartWith(text.charAt(next))) {
            return year;
        }
        TimeExpression finer = at(next, limit, false);
        boolean adds = finer != null && !finer.hasYear() && (finer.hasPart() || finer.atEnd());
        return adds && finer != null ? year.plus(finer) : year;
    }

    private @Nullable TimeExpression months(int first, int next, int limit) {
        int sign = is('月', next, limit) ? next + 1 : next;
        boolean printed = sign > next;
        if (first < 1 || first > 12) {
            return null;
        }
        TimeExpression days = printed ? days(first, sign, limit, true) : null;
        if (days != null) {
            return days;
        }
        int from = blanksEnd(is('份', sign, limit) ? sign + 1 : sign, limit);
        int sign2 = from;
        while (from < limit && RANGE_SIGNS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        if (from > sign2) {
            from = blanksEnd(from, limit);
            int end = digitsEnd(from, limit);
            int last = end > from && end - from <= 2 ? number(from, end) : -1;
            int behind = blanksEnd(end, limit);
            if (last > first && last <= 12 && is('月', behind, limit)) {
                int close = behind + (is('份', behind + 1, limit) ? 2 : 1);
                return TimeExpression.ofMonths(close, first, last);
            }
        }
        if (!printed) {
            return null;
        }
        int end = sign + (is('份', sign, limit) ? 1 : 0);
        TimeExpression month = TimeExpression.ofMonths(end, first, first);
        return is('末', end, limit) || is('底', end, limit) ? month.asEnd(end + 1) : month;
    }

    /** 7月8日, 7月8日—14日, 7月8日至8月14日. */
    private @Nullable TimeExpression days(int month, int from, int limit, boolean open) {
        int end = digitsEnd(from, limit);
        int day = end > from && end - from <= 2 ? number(from, end) : -1;
        if (day < 1 || day > 31 || !is('日', end, limit)) {
            return null;
        }
        TimeExpression first = TimeExpression.ofMonths(end + 1, month, month).withDays(end + 1, month, day, day);
        int next = end + 1;
        while (open && next < limit && RANGE_SIGNS.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        int numberEnd = digitsEnd(next, limit);
        if (next == end + 1 || numberEnd == next || numberEnd - next > 2) {
            return first;
        }
        int second = number(next, numberEnd);
        if (is('日', numberEnd, limit) && second >= 1 && second <= 31) {
            return first.withDays(numberEnd + 1, month, day, second);
        }
        TimeExpression last = is('月', numberEnd, limit) && second >= 1 && second <= 12
                ? days(second, numberEnd + 1, limit, false)
                : null;
        return last == null ? first : first.withDays(last.end(), second, day, last.fromDay());
    }

    private int digitsEnd(int from, int limit) {
        int end = from;
        while (end < limit && NumberSigns.isDigit(text.charAt(end)) && end - from < 6) {
            end++;
        }
        return end;
    }

    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private int blanksEnd(int from, int limit) {
        int end = from;
        while (end < limit && (text.charAt(end) == ' ' || text.charAt(end) == '\u00A0')) {
            end++;
        }
        return end;
    }

    private boolean is(char c, int at, int limit) {
        return at < limit && text.charAt(at) == c;
    }

    private boolean starts(String word, int at) {
        return text.startsWith(word, at);
    }
}
