package org.grassrootskpi.tables;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of values says: a number, a figure as a report prints it, or why there is neither.
 *
 * @param number the number as printed, without its unit; null if there is none
 * @param isPercent whether a percent sign stands behind it
 * @param figure a figure that says more than a number, such as 超600宗; null for others
 * @param status the status that its flags or its token stand for
 */
record Figure(
        @Nullable BigDecimal number,
        boolean isPercent,
        @Nullable Quantity figure,
        ObservationStatus status) {
    private static final Pattern POINT = Pattern.compile(
            "([+-]?)((?:\\d{1,3}(?:[, '\u00a0\u2009\u202f]\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d+)(?:\\.\\d+)?|\\.\\d+)([eE][+-]?\\d+)?\\s*(%?)\\s*([a-zA-Z*†()\\[\\],\\s]*)");
    private static final Pattern COMMA = Pattern.compile(
            "([+-]?)((?:\\d{1,3}(?:[. '\u00a0\u2009\u202f]\\d{3})+|\\d+)(?:,\\d+)?)([eE][+-]?\\d+)?\\s*(%?)\\s*([a-zA-Z*†()\\[\\],\\s]*)");
    private static final Pattern RAISED_NUMBER = Pattern.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+$");
    private static final Pattern FLAG_BEFORE = Pattern.compile("[(\\[]([a-zA-Z*†]{1,3})[)\\]]\\s*([+-]?\\.?\\d.*)");
    /** A number with an interval around it, such as 12.3 [10.1-14.5]. */
    private static final Pattern INTERVAL =
            Pattern.compile("(.*\\d)\\s*[(\\[]\\s*[-+]?\\d[\\d.,' ]*?\\s*(?:-|to|;|,\\s)\\s*[-+]?\\d[\\d.,' ]*[)\\]]");

    private static final int MOST_EXPONENT_DIGITS = 4;

    boolean hasValue() {
        return number != null || figure != null;
    }

    /**
     * Reads a cell.
     *
     * @param cell its text
     * @param comma whether the decimal sign is a comma
     * @param missing texts that stand for a missing value, besides the usual ones
     * @return empty if the text is none of what a value can be
     */
    static Optional<Figure> read(String cell, boolean comma, Map<String, ObservationStatus> missing) {
        ObservationStatus said = missing.get(cell);
        if (said != null) {
            return Optional.of(new Figure(null, false, null, said));
        }
        if (cell.isEmpty()) {
            return Optional.of(new Figure(null, false, null, ObservationStatus.MISSING));
        }
        // A raised number is the mark of a note, and no digit.
        String text = Normalizer.normalize(RAISED_NUMBER.matcher(cell).replaceAll(""), Normalizer.Form.NFKC)
                .strip()
                .replace('\u2212', '-')
                .replace('\u2013', '-');
        if (text.startsWith("(") && text.endsWith(")") && text.length() > 2 && Character.isDigit(text.charAt(1))) {
            text = "-" + text.substring(1, text.length() - 1);
        }
        Matcher interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            text = interval.group(1);
        }
        Matcher flagged = FLAG_BEFORE.matcher(text);
        if (flagged.matches()) {
            text = flagged.group(2) + " " + flagged.group(1);
        }
        Matcher number = (comma ? COMMA : POINT).matcher(text);
        if (number.matches() && (number.group(3) == null || number.group(3).length() <= MOST_EXPONENT_DIGITS)) {
            Optional<ObservationStatus> flags =
                    Words.isMagnitude(number.group(5)) ? Optional.empty() : Words.flags(number.group(5));
            if (flags.isPresent()) {
                return Optional.of(number(number, comma, flags.get()));
            }
        }
        Optional<ObservationStatus> token = token(text);
        if (token.isPresent()) {
            return Optional.of(new Figure(null, false, null, token.get()));
        }
        try {
            return Optional.of(new Figure(null, false, Quantity.parse(text), ObservationStatus.NORMAL));
        } catch (QuantityFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns whether an interval stands behind the number of a cell, which is not read. */
    static boolean hasInterval(String cell) {
        return (cell.endsWith("]") || cell.endsWith(")"))
                && INTERVAL.matcher(cell.replace('\u2013', '-')).matches();
    }

    /**
     * Returns a figure as a report prints it, such as 超600宗: its bounds are those that the word gives.
     *
     * @param word the word in front of the number
     * @throws QuantityFormatException if the word does not go with the number
     */
    static Quantity qualified(String word, BigDecimal number, Unit unit) {
        BigDecimal value = Quantity.of(number, unit).value();
        Quantity printed = Quantity.parse(word + value.stripTrailingZeros().toPlainString());
        return Quantity.of(value, unit.base(), printed.qualifier(), printed.bounds());
    }

    private static Figure number(Matcher parts, boolean comma, ObservationStatus status) {
        String digits =
                parts.group(2).replaceAll(comma ? "[^\\d,]" : "[^\\d.]", "").replace(',', '.');
        String exponent = parts.group(3) == null ? "" : parts.group(3);
        BigDecimal value = new BigDecimal(parts.group(1) + digits + exponent);
        return status.hasValue()
                ? new Figure(value, !parts.group(4).isEmpty(), null, status)
                : new Figure(null, false, null, status);
    }

    /** Reads a token without a value, with or without a flag behind it: {@code :}, {@code : c}. */
    private static Optional<ObservationStatus> token(String text) {
        Optional<ObservationStatus> whole = Words.missing(text);
        if (whole.isPresent() || text.length() < 2) {
            return whole;
        }
        int blank = text.indexOf(' ');
        if (blank < 0 || Words.missing(text.substring(0, blank)).isEmpty()) {
            return Optional.empty();
        }
        // A flag says more of why there is none than the sign does, if it is one without a value.
        return Words.flags(text.substring(blank + 1)).map(flag -> flag.hasValue() ? ObservationStatus.MISSING : flag);
    }
}
