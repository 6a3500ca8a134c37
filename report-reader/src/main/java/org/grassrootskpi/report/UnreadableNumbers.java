package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.quantity.DoubtReason;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityDoubt;
import org.grassrootskpi.quantity.QuantityMatch;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/** Recognises spellings of numbers of which only a part could be read: 3.2×10⁴吨, 10w+, 万把元, 零下5至3℃. */
final class UnreadableNumbers {
    private static final String BELOW_ZERO = "零下";
    private static final CharacterSet TIMES = CharacterSet.of("×xX*·");
    private static final String POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
    private static final CharacterSet LETTER_SCALES = CharacterSet.of("wWkK");
    private static final CharacterSet ROUND = CharacterSet.of("百千万亿");
    private static final char ABOUT = '把';
    private static final int MAX_UNIT = 6;

    private final String text;
    private final UnitVocabulary units;

    UnreadableNumbers(String text, UnitVocabulary units) {
        this.text = text;
        this.units = units;
    }

    /** Returns the number that begins at an offset if it is one of those. */
    @Nullable QuantityDoubt at(int at) {
        char c = text.charAt(at);
        if (c == '零') {
            return text.startsWith(BELOW_ZERO, at) ? belowZero(at) : null;
        }
        if (NumberSigns.isDigit(c)) {
            boolean inside = at > 0 && NumberSigns.isDigit(text.charAt(at - 1));
            return inside ? null : digits(at);
        }
        boolean about =
                ROUND.contains(c) && is(at + 1, ABOUT) && (at == 0 || !NumberSigns.isNumber(text.charAt(at - 1)));
        return about ? about(at) : null;
    }

    private @Nullable QuantityDoubt digits(int at) {
        int end = decimalsEnd(at);
        if (end < text.length() && LETTER_SCALES.contains(text.charAt(end)) && is(end + 1, '+')) {
            return QuantityDoubt.of(at, end + 2, DoubtReason.LETTER, Unit.COUNT);
        }
        if (end >= text.length() || !TIMES.contains(text.charAt(end)) || !text.startsWith("10", end + 1)) {
            return null;
        }
        int power = end + 3;
        int i = is(power, '^') ? power + 1 : power;
        boolean printed = i > power;
        while (i < text.length()
                && (POWERS.indexOf(text.charAt(i)) >= 0
                        || (printed && (NumberSigns.isDigit(text.charAt(i)) || text.charAt(i) == '-')))) {
            i++;
        }
        return i == power ? null : doubt(at, i, "1", DoubtReason.DIGITS);
    }

    private int decimalsEnd(int at) {
        int end = NumberSigns.numberEnd(text, at);
        if (is(end, '.') && end + 1 < text.length() && NumberSigns.isDigit(text.charAt(end + 1))) {
            end = NumberSigns.numberEnd(text, end + 1);
        }
        return end;
    }

    /** 零下5至3℃: it is not said whether the second end is below zero too. */
    private @Nullable QuantityDoubt belowZero(int at) {
        int number = at + BELOW_ZERO.length();
        int end = number < text.length() && NumberSigns.isDigit(text.charAt(number)) ? decimalsEnd(number) : number;
        boolean range = end > number
                && end + 1 < text.length()
                && NumberSigns.RANGE_SIGNS.indexOf(text.charAt(end)) >= 0
                && NumberSigns.isDigit(text.charAt(end + 1));
        if (!range) {
            return null;
        }
        Optional<QuantityMatch> upper =
                Quantity.parsePrefix(text, end + 1, units).filter(match -> match.unitEnd() > match.unitStart());
        return upper.map(match -> QuantityDoubt.of(
                        at,
                        match.surfaceEnd(),
                        DoubtReason.SIGN,
                        match.quantity().unit()))
                .orElse(null);
    }

    /** 万把元, 百把人. */
    private @Nullable QuantityDoubt about(int at) {
        QuantityDoubt doubt = doubt(at, at + 2, "1", DoubtReason.DIGITS);
        return doubt == null || doubt.end() == at + 2 ? null : doubt;
    }

    /** A doubt as far as the unit that follows. */
    private QuantityDoubt doubt(int start, int unitStart, String number, DoubtReason reason) {
        String measured = number + text.substring(unitStart, Math.min(text.length(), unitStart + MAX_UNIT));
        QuantityMatch match = Quantity.parsePrefix(measured, 0, units).orElse(null);
        boolean printed = match != null && match.unitEnd() > match.unitStart();
        int end = printed && match != null ? unitStart + match.unitEnd() - 1 : unitStart;
        return QuantityDoubt.of(
                start, end, reason, printed && match != null ? match.quantity().unit() : Unit.COUNT);
    }

    private boolean is(int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
