package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads what may follow a unit and belongs to the number in front of it: a half, tenths, or an amount in smaller units.
 */
final class UnitTail {
    static final BigDecimal HALF = new BigDecimal("0.5");
    static final BigDecimal TENTH = new BigDecimal("0.1");

    private static final Numerals SIGNS = Numerals.STANDARD;
    private static final char TENTHS = '成';
    private static final int MAX_SYMBOL = 8;

    private final CharSequence text;
    private final int limit;
    private final QuantityScanner figure;

    UnitTail(CharSequence text, int limit, QuantityScanner figure) {
        this.text = text;
        this.limit = limit;
        this.figure = figure;
    }

    /** Reads on behind a unit without scale; returns where the figure ends. */
    int read(int at, UnitVocabulary.Entry entry) {
        if (figure.step.compareTo(BigDecimal.ONE) != 0) {
            return at;
        }
        int end = figure.halves && tenths(at) ? at + 1 : half(at, entry);
        end = end == at ? several(at, entry) : end;
        if (end == at && figure.front == null && entry.unit.equals(figure.unit)) {
            end = smallerUnits(at);
        }
        if (end > at) {
            figure.spans.unitEnd = end;
        }
        return end;
    }

    /** Reads the tenths of 九成五. */
    private boolean tenths(int at) {
        int digit = at < limit ? SIGNS.chineseDigit(text.charAt(at)) : Numerals.NONE;
        if (digit <= 0 || !figure.number.chinese || text.charAt(at - 1) != TENTHS) {
            return false;
        }
        figure.value = figure.value.add(TENTH.multiply(BigDecimal.valueOf(digit)));
        figure.step = TENTH;
        return true;
    }

    /** Reads 三年半, 两个半小时, and 5个半 where nothing follows that it could halve. */
    private int half(int at, UnitVocabulary.Entry entry) {
        Numerals.Word half = SIGNS.at(Numerals.Kind.HALF, text, at, limit);
        if (half == null || SIGNS.at(Numerals.Kind.WHOLE, text, at, limit) != null) {
            return at;
        }
        int end = at + half.text.length();
        if (!figure.halves) {
            Numerals.Word piece = SIGNS.at(Numerals.Kind.PIECE, text, figure.wordStart, limit);
            UnitVocabulary.Entry of = piece == null ? null : halvedUnit(piece, end);
            boolean closed = end >= limit || !Character.isLetterOrDigit(text.charAt(end));
            if (piece == null || !piece.text.equals(entry.unit.symbol()) || (of == null && !closed)) {
                return at;
            }
            if (of != null) {
                String symbol = of.unit.symbol();
                figure.unit = of.unit;
                end += symbol.startsWith(piece.text) ? symbol.length() - piece.text.length() : symbol.length();
            }
        }
        figure.value = figure.value.add(HALF);
        figure.step = TENTH;
        return end;
    }

    /** Reads 三个多小时, 两个多月: more than the number, by less than one. */
    private int several(int at, UnitVocabulary.Entry entry) {
        QualifierWords.Word word = QualifierWords.STANDARD.at(QualifierWords.Place.AFTER_WHOLE, text, at, limit);
        Numerals.Word piece = word == null ? null : SIGNS.at(Numerals.Kind.PIECE, text, figure.wordStart, limit);
        if (word == null
                || piece == null
                || !piece.text.equals(entry.unit.symbol())
                || SIGNS.at(Numerals.Kind.WHOLE, text, at, limit) != null) {
            return at;
        }
        int end = at + word.text.length();
        UnitVocabulary.Entry of = halvedUnit(piece, end);
        if (of == null || !figure.exceeds(BigDecimal.ONE)) {
            return at;
        }
        figure.unit = of.unit;
        String symbol = of.unit.symbol();
        return end + symbol.length() - (symbol.startsWith(piece.text) ? piece.text.length() : 0);
    }

    /** Returns the unit that contains 半 or 多: 小时 of 两个半小时, 个月 of 两个半月. */
    private UnitVocabulary.@Nullable Entry halvedUnit(Numerals.Word piece, int at) {
        UnitVocabulary.Entry plain = figure.units.entryAt(at);
        if (plain != null && plain.halves) {
            return plain;
        }
        String joined = piece.text + text.subSequence(at, Math.min(limit, at + MAX_SYMBOL));
        UnitVocabulary.Entry entry = figure.vocabulary.entryAt(joined, 0, joined.length());
        return entry != null && entry.halves && entry.unit.symbol().length() > piece.text.length() ? entry : null;
    }

    /** Reads 3元5角2分, 1公里500米: smaller units of the same kind, each a whole number below one of the unit before. */
    private int smallerUnits(int at) {
        NumberScanner next = new NumberScanner(text, limit, figure.whole);
        Unit unit = figure.unit;
        Unit above = unit;
        int i = at;
        while (next.scan(i) && next.step.compareTo(BigDecimal.ONE) == 0 && !next.bareScale) {
            Unit below = partOf(above, next.end);
            if (below == null || below.toBase(next.value).compareTo(above.toBase(BigDecimal.ONE)) >= 0) {
                break;
            }
            figure.value = figure.value.add(unit.fromBase(below.toBase(next.value)));
            figure.step = unit.fromBase(below.toBase(BigDecimal.ONE));
            i = next.end + below.symbol().length();
            above = below;
        }
        return i;
    }

    private @Nullable Unit partOf(Unit above, int at) {
        UnitVocabulary.Entry entry = figure.units.entryAt(at);
        if (entry != null && entry.unit.hasSameBase(above) && !entry.unit.isCounting()) {
            return entry.unit;
        }
        Numerals.Word cent = SIGNS.at(Numerals.Kind.CENT, text, at, limit);
        boolean yuan = above.hasSameBase(Unit.CNY);
        return cent == null || !yuan ? null : Unit.of(cent.text, above.code(), 1, 100);
    }
}
