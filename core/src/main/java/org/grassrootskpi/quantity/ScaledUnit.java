package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the part of a figure after its number: a scale, and the unit, if there is one. */
final class ScaledUnit {
    private final CharSequence text;
    private final int limit;
    private final QuantityScanner figure;

    ScaledUnit(CharSequence text, int limit, QuantityScanner figure) {
        this.text = text;
        this.limit = limit;
        this.figure = figure;
    }

    boolean read(int at) {
        int i = figure.inside(at);
        if (i < 0) {
            return false;
        }
        boolean round = i > at;
        int from = figure.skipSpaces(i);
        UnitVocabulary.Entry entry = figure.units.entryAt(from);
        int scaleFrom = from;
        int scaleTo = from;
        long factor = 1;
        String scales = "";
        if (entry == null && (!figure.number.complete || (figure.number.loose && round)) && figure.number.scale(from)) {
            factor = figure.number.scaleFactor();
            scaleTo = figure.number.scaleEnd();
            scales = text.subSequence(from, scaleTo).toString();
            i = figure.inside(scaleTo);
            if (i < 0) {
                return false;
            }
            from = figure.skipSpaces(i);
            entry = figure.units.entryAt(from);
            if (figure.number.loose) {
                if (!tightened(factor)) {
                    return figure.fail(scaleTo, "a scale that fits the ones before");
                }
                factor = 1;
                scales = "";
                scaleFrom = scaleTo;
                figure.spans.numberEnd = scaleTo;
            } else if (entry == null
                    && i > scaleTo
                    && figure.number.scale(from)
                    && figure.number.scaleFactor() > factor) {
                factor = Math.multiplyExact(factor, figure.number.scaleFactor());
                scales += text.subSequence(from, figure.number.scaleEnd());
                i = figure.number.scaleEnd();
                from = figure.skipSpaces(i);
                entry = figure.units.entryAt(from);
            }
        }
        if (figure.number.loose) {
            return figure.fail(figure.number.end, "万 or 亿: 1亿2千 can be 1.2亿 or 100,002,000");
        }
        Unit plain = figure.units.unitAt(from, entry);
        if (plain != null) {
            i = from + plain.symbol().length();
        } else {
            plain = Unit.COUNT;
            if (figure.number.digitAt(i) || (figure.number.chinese && figure.number.continues())) {
                return figure.fail(i, "a unit");
            }
        }
        if (figure.front != null) {
            Unit money = frontUnit(figure.front, entry, plain);
            if (money == null) {
                return figure.fail(from, "no second unit behind " + figure.front.unit);
            }
            plain = money;
        }
        figure.unit = factor == 1 ? plain : plain.scaled(scales, factor);
        figure.spans.unitStart = factor > 1 || i > from ? scaleFrom : i;
        figure.spans.unitEnd = i;
        figure.wordStart = from;
        figure.halves = entry != null && entry.halves && plain.equals(entry.unit);
        if (figure.sign != null
                && figure.sign.value.length() > 0
                && !figure.sign.value.equals("-")
                && !figure.unit.equals(QuantityScanner.standard(figure.sign.value))) {
            return figure.fail(from, figure.sign.value + " behind " + figure.sign.text);
        }
        return figure.suffix(entry == null || factor > 1 ? i : new UnitTail(text, limit, figure).read(i, entry));
    }

    /** Reads 1亿2千 with 万 behind it: the last term is one of 万. */
    private boolean tightened(long factor) {
        BigDecimal above = figure.value.subtract(figure.number.last);
        BigDecimal term = figure.number.last.multiply(BigDecimal.valueOf(factor));
        if (term.compareTo(above) >= 0) {
            return false;
        }
        figure.value = above.add(term);
        figure.step = figure.step.multiply(BigDecimal.valueOf(factor));
        figure.spread = RoundFigures.place(figure.value, figure.step);
        figure.number.loose = false;
        return true;
    }

    /**
     * Returns the currency in front, if the unit behind says the same or only that it is money; null if it is no
     * money.
     */
    private @Nullable Unit frontUnit(UnitVocabulary.Entry before, UnitVocabulary.@Nullable Entry behind, Unit plain) {
        if (behind == null) {
            return plain.equals(Unit.COUNT) ? before.unit : null;
        }
        if (behind.unit.equals(before.unit)) {
            figure.spans.surfaceStart = figure.spans.start == figure.spans.surfaceStart
                    ? figure.spans.numberStart
                    : figure.spans.surfaceStart;
            return plain;
        }
        if (behind.money) {
            return plain.equals(behind.unit) ? before.unit : null;
        }
        if (behind.front) {
            return figure.contradicts(DoubtReason.CURRENCY) ? plain : null;
        }
        return null;
    }
}
