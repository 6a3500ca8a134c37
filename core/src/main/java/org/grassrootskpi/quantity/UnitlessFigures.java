package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures whose number brings its unit along: ranks (第9位), rates (百分之九十五), halves (半年, 一半), fractions (三分之一, 1/4). */
final class UnitlessFigures {
    private static final Numerals SIGNS = Numerals.STANDARD;

    private final CharSequence text;
    private final int limit;
    private final QuantityScanner figure;

    UnitlessFigures(CharSequence text, int limit, QuantityScanner figure) {
        this.text = text;
        this.limit = limit;
        this.figure = figure;
    }

    boolean rank(int at, Numerals.Word word) {
        figure.spans.numberStart = at;
        if (!figure.number(at)) {
            return false;
        }
        if (figure.number.step.compareTo(BigDecimal.ONE) < 0 || figure.negative || figure.value.signum() == 0) {
            return figure.fail(at, "a rank: a whole number from 1");
        }
        figure.step = BigDecimal.ONE;
        figure.unit = QuantityScanner.standard(word.value);
        figure.spans.unitStart = figure.number.end;
        int i = figure.number.end;
        Numerals.Word place = SIGNS.at(Numerals.Kind.PLACE, text, i, limit);
        if (place != null) {
            i += place.text.length();
        }
        figure.spans.unitEnd = i;
        figure.spans.surfaceEnd = i;
        figure.spans.end = i;
        return true;
    }

    boolean rate(int at, Numerals.Word word) {
        if (!figure.number(at)) {
            return false;
        }
        figure.unit = QuantityScanner.standard(word.value);
        int i = figure.inside(figure.number.end);
        figure.spans.unitStart = i;
        figure.spans.unitEnd = i;
        return i >= 0 && figure.suffix(i);
    }

    /** Returns a word for a half of a whole, or null: 一半, 过半, 近半企业, but not 近半年 and 近半导体. */
    Numerals.@Nullable Word shareAt(int at) {
        Numerals.Word word = SIGNS.at(Numerals.Kind.SHARE, text, at, limit);
        Numerals.Word half = word == null
                ? null
                : SIGNS.at(Numerals.Kind.HALF, word.text, word.text.length() - 1, word.text.length());
        if (word == null || half == null) {
            return word;
        }
        int end = at + word.text.length();
        UnitVocabulary.Entry behind = figure.vocabulary.entryAt(text, end, limit);
        boolean alone = word.text.equals(half.text) && figure.qualifier == Qualifier.EXACT;
        boolean begins = SIGNS.at(Numerals.Kind.WHOLE, text, end - half.text.length(), limit) != null;
        return alone || begins || (behind != null && (behind.halves || isPiece(behind))) ? null : word;
    }

    private static boolean isPiece(UnitVocabulary.Entry entry) {
        String symbol = entry.unit.symbol();
        return SIGNS.at(Numerals.Kind.PIECE, symbol, 0, symbol.length()) != null;
    }

    /**
     * Reads half of a whole, printed to the tenth as 五成 is; more than half is less than all where the word says so: 大半.
     */
    boolean share(int at, Numerals.Word word) {
        figure.value = UnitTail.HALF;
        figure.step = UnitTail.TENTH;
        figure.unit = Unit.RATIO;
        figure.halves = true;
        figure.spans.numberEnd = at + word.text.length();
        figure.spans.unitStart = figure.spans.numberEnd;
        figure.spans.unitEnd = figure.spans.numberEnd;
        boolean agrees = switch (word.value) {
            case "ABOVE" -> figure.merge(Qualifier.ABOVE);
            case "MOST" -> figure.exceeds(UnitTail.HALF);
            case "OPEN" -> figure.contradicts(DoubtReason.HALF);
            default -> true;
        };
        return agrees
                ? figure.suffix(figure.spans.unitEnd)
                : figure.fail(at, "a number, for " + word.text + " does not say how much less or more than half");
    }

    boolean half(int at) {
        UnitVocabulary.Entry entry = figure.vocabulary.entryAt(text, at, limit);
        if (SIGNS.at(Numerals.Kind.WHOLE, text, at - 1, limit) != null) {
            return figure.fail(at - 1, figure.expected);
        }
        if (entry == null || !entry.halves) {
            return figure.fail(at, "a unit that has halves, such as 年 or 小时");
        }
        figure.value = UnitTail.HALF;
        figure.step = UnitTail.TENTH;
        figure.unit = entry.unit;
        figure.spans.numberEnd = at;
        figure.spans.unitStart = at;
        figure.spans.unitEnd = at + figure.unit.symbol().length();
        return figure.suffix(figure.spans.unitEnd);
    }

    /** Reads a fraction (三分之一, 1/4). It has no place that it was rounded to: its step is zero. */
    boolean fraction(int at) {
        Numerals.Word word = SIGNS.at(Numerals.Kind.FRACTION, text, at, limit);
        boolean slash = at < limit && text.charAt(at) == '/' && !figure.number.chinese && figure.number.digitAt(at + 1);
        if ((word == null && !slash)
                || figure.number.value.scale() > 0
                || figure.number.value.signum() == 0
                || figure.number.bareScale) {
            return false;
        }
        BigDecimal first = figure.number.value;
        int from = at + (word == null ? 1 : word.text.length());
        if (!figure.number.scan(from) || figure.number.value.scale() > 0 || figure.number.continues()) {
            figure.value = first;
            return false;
        }
        BigDecimal numerator = word == null ? first : figure.number.value;
        BigDecimal denominator = word == null ? figure.number.value : first;
        if (denominator.signum() == 0) {
            return false;
        }
        figure.value = Decimals.divide(numerator, denominator, RoundingMode.HALF_EVEN);
        figure.step = BigDecimal.ZERO;
        figure.unit = Unit.RATIO;
        BigDecimal low = Decimals.divide(numerator, denominator, RoundingMode.FLOOR);
        BigDecimal high = Decimals.divide(numerator, denominator, RoundingMode.CEILING);
        figure.bounds = figure.negative ? Range.closed(high.negate(), low.negate()) : Range.closed(low, high);
        figure.spans.numberEnd = figure.number.end;
        figure.spans.unitStart = figure.number.end;
        figure.spans.unitEnd = figure.number.end;
        figure.divided = word == null;
        return true;
    }
}
