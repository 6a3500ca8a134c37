package org.grassrootskpi.quantity;

import org.jspecify.annotations.Nullable;

/** The unit that stands at a place of a text, by its symbol in a vocabulary or by its code. */
final class UnitScanner {
    private static final int MAX_MEASURE_WORD = 16;

    private final CharSequence text;
    private final int limit;
    private final UnitVocabulary vocabulary;

    UnitScanner(CharSequence text, int limit, UnitVocabulary vocabulary) {
        this.text = text;
        this.limit = limit;
        this.vocabulary = vocabulary;
    }

    /** The unit of the vocabulary whose symbol stands there and is not the beginning of a longer word. */
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

    /** Any measure word behind {@code count:}, and any unit behind {@code raw:}, known or not. */
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
        return Character.isLetter(c) || (raw && c > ' ' && !FigureScanner.isSpace(c));
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
