package org.grassrootskpi.quantity;

import org.jspecify.annotations.Nullable;

/** Reads the unit at a place of a text, by its symbol in a vocabulary or by its code. */
final class UnitScanner {
    private static final Numerals SIGNS = Numerals.STANDARD;
    private static final int MAX_MEASURE_WORD = 16;
    private static final String EACH = "每";

    private final CharSequence text;
    private final int limit;
    private final UnitVocabulary vocabulary;

    /** Whether the unit that was read last is divided by something that is no unit: 元/(人·月). */
    boolean open;

    UnitScanner(CharSequence text, int limit, UnitVocabulary vocabulary) {
        this.text = text;
        this.limit = limit;
        this.vocabulary = vocabulary;
    }

    /** Returns the unit of the vocabulary whose symbol is there and is not the beginning of a longer word. */
    UnitVocabulary.@Nullable Entry entryAt(int at) {
        UnitVocabulary.Entry entry = vocabulary.entryAt(text, at, limit);
        if (entry == null) {
            return null;
        }
        String symbol = entry.unit.symbol();
        int next = at + symbol.length();
        boolean latin = isLatin(symbol.charAt(symbol.length() - 1)) && next < limit;
        boolean cutsWord = latin && (isLatin(text.charAt(next)) || startsWith(Unit.COUNT_PREFIX, at));
        return cutsWord ? null : entry;
    }

    /**
     * Returns the unit at a place, with all that it is divided by: 元/亩, 吨每日, 元/人·月. Counted things are divided
     * by 每 something only in another sentence (走访3次每名学生).
     */
    @Nullable Unit unitAt(int at) {
        return unitAt(at, entryAt(at));
    }

    @Nullable Unit unitAt(int at, UnitVocabulary.@Nullable Entry entry) {
        open = false;
        if (entry == null) {
            return codeAt(at);
        }
        Unit unit = entry.unit;
        int end = at + unit.symbol().length();
        Numerals.Word joint = perAt(end, unit);
        return joint == null ? unit : divided(at, unit, joint);
    }

    /** The unit with all that it is divided by, of which the first is said here. */
    private Unit divided(int at, Unit unit, Numerals.Word per) {
        StringBuilder code = new StringBuilder(Unit.RAW_PREFIX).append(unit.symbol());
        int end = at + unit.symbol().length();
        Numerals.@Nullable Word joint = per;
        int i = end;
        while (joint != null) {
            int from = i + joint.text.length();
            from += isSlash(joint.text) && startsWith(EACH, from) ? EACH.length() : 0;
            int scaleEnd = behindScales(from);
            UnitVocabulary.Entry by = entryAt(scaleEnd);
            if (by == null) {
                break;
            }
            i = scaleEnd + by.unit.symbol().length();
            code.append(end == at + unit.symbol().length() ? '/' : '·')
                    .append(text.subSequence(from, scaleEnd))
                    .append(by.unit.symbol());
            end = i;
            joint = SIGNS.at(startsWith(EACH, i) ? Numerals.Kind.PER : Numerals.Kind.TIMES, text, i, limit);
        }
        open = joint != null
                && isSlash(joint.text)
                && i + joint.text.length() < limit
                && continuesDivision(text.charAt(i + joint.text.length()));
        if (end == at + unit.symbol().length()) {
            return unit;
        }
        boolean holds = end - at <= MAX_MEASURE_WORD && Unit.isCode(code.toString());
        open |= !holds;
        return holds ? Unit.of(text.subSequence(at, end).toString(), code.toString(), 1, 1) : unit;
    }

    /** Returns the offset after the scales of a divisor: in 吨/万元 the scale is part of the divisor. */
    private int behindScales(int at) {
        int i = at;
        while (entryAt(i) == null && i < limit && SIGNS.scaleExponent(text.charAt(i)) != Numerals.NONE) {
            i++;
        }
        return i;
    }

    private Numerals.@Nullable Word perAt(int at, Unit unit) {
        Numerals.Word per = SIGNS.at(Numerals.Kind.PER, text, at, limit);
        boolean divides = per == null || isSlash(per.text) || !unit.isCounting();
        return divides ? per : null;
    }

    private static boolean isSlash(String per) {
        return !Character.isLetter(per.charAt(0));
    }

    private static boolean continuesDivision(char c) {
        return Character.isLetter(c) || c == '(' || c == '（';
    }

    /** Reads any measure word behind {@code count:}, and any unit behind {@code raw:}, known or not. */
    @Nullable Unit codeAt(int at) {
        boolean raw = startsWith(Unit.RAW_PREFIX, at);
        if (!raw && !startsWith(Unit.COUNT_PREFIX, at)) {
            return null;
        }
        int from = at + (raw ? Unit.RAW_PREFIX : Unit.COUNT_PREFIX).length();
        int i = from;
        while (i < limit && i - from < MAX_MEASURE_WORD && continuesCode(text.charAt(i), raw)) {
            i++;
        }
        String code = text.subSequence(at, i).toString();
        return Unit.isCode(code) ? Unit.ofCode(code) : null;
    }

    private static boolean continuesCode(char c, boolean raw) {
        return Character.isLetter(c) || (raw && c > ' ' && !QuantityScanner.isSpace(c));
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private boolean startsWith(String word, int at) {
        if (at + word.length() > limit) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
