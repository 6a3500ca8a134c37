package org.grassrootskpi.report;

import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;

/** Finds the unit that a mark or a bracket separates from its number. */
final class PartedUnits {
    private static final String NOTES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    private final String text;
    private final UnitVocabulary units;

    PartedUnits(String text, UnitVocabulary units) {
        this.text = text;
        this.units = units;
    }

    /** Returns where the unit ends that a mark or a bracket separates from a bare number: 500（万元）, 509.45①亿元; -1 if none does. */
    int endAt(int at) {
        int i = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
        if (i >= text.length()) {
            return -1;
        }
        char c = text.charAt(i);
        boolean open = c == '(' || c == '（';
        if (open || NOTES.indexOf(c) >= 0) {
            int end = unitEnd(i + 1);
            boolean closed = end >= 0 && end < text.length() && ")）".indexOf(text.charAt(end)) >= 0;
            return !open ? end : closed ? end + 1 : -1;
        }
        if (c == ')' || c == '）') {
            int end = unitEnd(i + 1);
            return end < 0 || !isMoney(i + 1, end) ? -1 : end;
        }
        if (c == '[' || c == '〔' || c == '［') {
            int close = i + 1;
            while (close < text.length() && close - i <= 3 && NumberSigns.isDigit(text.charAt(close))) {
                close++;
            }
            boolean closed = close > i + 1 && close < text.length() && "]〕］".indexOf(text.charAt(close)) >= 0;
            return closed ? unitEnd(close + 1) : -1;
        }
        return -1;
    }

    private int unitEnd(int at) {
        int i = at;
        while (i < text.length() && NumberSigns.isScale(text.charAt(i))) {
            i++;
        }
        Unit unit = i < text.length() ? units.longestPrefix(text, i) : null;
        return unit == null ? -1 : i + unit.symbol().length();
    }

    private boolean isMoney(int from, int to) {
        Unit unit = units.longestPrefix(text, to - 1);
        return unit != null && unit.hasSameBase(Unit.CNY) && to > from;
    }
}
