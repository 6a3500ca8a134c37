package org.grassrootskpi.quantity;

/**
 * A number that an operator joins to a figure: 1.2亿元/3年, 500元×12个月, 8.5/10万, 3+2亿元. The figure alone says something else
 * than both together, and only a person can decide what is meant.
 */
final class JoinedNumber {
    private static final String OPERATORS = "/／÷×*＊";
    private static final String SLASHES = "/／";
    private static final String DOTS = "·•";
    private static final String SUMS = "+＋";
    private static final String LATIN_TIMES = "xX";
    private static final String EACH = "每";
    private static final int MAX_SPACES = 2;

    private JoinedNumber() {}

    /** Returns whether a figure is followed by an operator and a number. */
    static boolean follows(CharSequence text, int limit, UnitVocabulary vocabulary, QuantityScanner figure) {
        int end = figure.spans.end;
        if (figure.divided && isCounted(text, end, limit, vocabulary)) {
            return true;
        }
        int at = behind(text, end, limit);
        if (at >= 0) {
            return !isListed(text, at, limit, vocabulary, figure.unit);
        }
        return figure.spans.unitEnd > figure.spans.numberEnd && isUnitBehind(text, end, limit, vocabulary);
    }

    /** Recognises 人次 / 年, 人·次: a unit that an operator with blanks or a dot joins. */
    private static boolean isUnitBehind(CharSequence text, int end, int limit, UnitVocabulary vocabulary) {
        int i = spaces(text, end, limit);
        if (i >= limit || (SLASHES + DOTS).indexOf(text.charAt(i)) < 0) {
            return false;
        }
        int unit = spaces(text, i + 1, limit);
        return vocabulary.entryAt(text, unit, limit) != null && !QuantityEdges.isNumeral(text.charAt(unit));
    }

    /** Recognises 12/15个村, 2/3月: a unit behind a fraction makes it two numbers. */
    private static boolean isCounted(CharSequence text, int at, int limit, UnitVocabulary vocabulary) {
        return vocabulary.entryAt(text, at, limit) != null || (at < limit && QuantityEdges.isNumeral(text.charAt(at)));
    }

    /** Returns the start of the number that an operator joins to the text that ends at an offset; -1 if there is none. */
    private static int behind(CharSequence text, int end, int limit) {
        int i = spaces(text, end, limit);
        if (i >= limit) {
            return -1;
        }
        char sign = text.charAt(i);
        boolean latin =
                LATIN_TIMES.indexOf(sign) >= 0 && i == end && end > 0 && !UnitScanner.isLatin(text.charAt(end - 1));
        if (OPERATORS.indexOf(sign) < 0 && !latin) {
            return -1;
        }
        i = spaces(text, i + 1, limit);
        i += i < limit && EACH.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        return i < limit && QuantityEdges.isNumeral(text.charAt(i)) ? i : -1;
    }

    private static int spaces(CharSequence text, int at, int limit) {
        int i = at;
        while (i < limit && i - at < MAX_SPACES && QuantityScanner.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Recognises 50%/60%, 100MW/200MWh: a slash that lists, because dividing makes no sense. */
    private static boolean isListed(CharSequence text, int at, int limit, UnitVocabulary vocabulary, Unit unit) {
        NumberScanner number = new NumberScanner(text, limit, false);
        if (!number.scan(at)) {
            return false;
        }
        int end = number.scale(number.end) ? number.scaleEnd() : number.end;
        UnitVocabulary.Entry entry = vocabulary.entryAt(text, end, limit);
        if (entry == null) {
            return false;
        }
        boolean ratio = unit.isRatio() || unit.isPercentagePoint();
        return (ratio && entry.unit.hasSameBase(unit))
                || (unit.code().equals("W") && entry.unit.code().equals("kWh"));
    }

    /** Returns whether an operator between digits precedes an offset. */
    static boolean isBehind(CharSequence text, int at) {
        char before = text.charAt(at - 1);
        boolean sum = SUMS.indexOf(before) >= 0;
        return (sum || OPERATORS.indexOf(before) >= 0) && at > 1 && QuantityEdges.isNumeral(text.charAt(at - 2));
    }

    /**
     * Returns the end of the last number that operators join to the text that ends at an offset; the offset if there is
     * none.
     */
    static int end(CharSequence text, int limit, int from) {
        int end = from;
        int at = behind(text, end, limit);
        while (at >= 0) {
            end = at;
            while (end < limit && (QuantityEdges.isNumeral(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
            at = behind(text, end, limit);
        }
        return end;
    }
}
