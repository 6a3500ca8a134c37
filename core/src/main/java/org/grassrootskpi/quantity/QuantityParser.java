package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.text.ReadableText;

/** Reads texts that are one figure, or one unit, and nothing else; says what is wrong with all others. */
final class QuantityParser {
    private QuantityParser() {}

    static Quantity parse(String printed, UnitVocabulary vocabulary) {
        if (printed.length() > QuantityText.MAX_LENGTH) {
            throw new QuantityFormatException(
                    printed,
                    QuantityText.MAX_LENGTH,
                    "the end: a figure has at most " + QuantityText.MAX_LENGTH + " characters");
        }
        int from = 0;
        int to = printed.length();
        while (from < to && QuantityScanner.isSpace(printed.charAt(from))) {
            from++;
        }
        while (to > from && QuantityScanner.isSpace(printed.charAt(to - 1))) {
            to--;
        }
        String source = printed.substring(from, to);
        ReadableText readable = ReadableText.ofFigure(source);
        try {
            return parse(source, readable.text(), vocabulary);
        } catch (Unreadable e) {
            throw new QuantityFormatException(printed, from + readable.origin(e.position), e.expected);
        }
    }

    private static Quantity parse(String source, String text, UnitVocabulary vocabulary) throws Unreadable {
        QuantityScanner scanner = new QuantityScanner(text, text.length(), vocabulary, true);
        if (!scanner.figure(0)) {
            throw new Unreadable(scanner.failedAt, scanner.expected);
        }
        if (!scanner.holds()) {
            throw new Unreadable(
                    scanner.spans.numberStart,
                    "a number of at most " + Decimals.MAX_PLACES
                            + " digits before or after the point in the base unit");
        }
        int rest = scanner.spans.end;
        if (rest == text.length()) {
            return scanner.quantity(source);
        }
        QuantityText.Tail tail = QuantityText.Tail.read(text, rest, text.length());
        if (tail == null || !tail.fits(scanner.unit)) {
            throw trailing(scanner, text, vocabulary);
        }
        Range<BigDecimal> stated = tail.bounds(scanner.unit);
        return Quantity.read(
                source,
                scanner.baseValue,
                scanner.unit,
                scanner.qualifier,
                tail.resolution(scanner.unit).orElse(scanner.baseStep),
                stated != null ? stated : scanner.bounds());
    }

    private static Unreadable trailing(QuantityScanner scanner, String text, UnitVocabulary vocabulary) {
        int at = scanner.skipSpaces(scanner.spans.end);
        char next = text.charAt(at);
        if (next == ',' || next == '，') {
            return new Unreadable(at, "the end, or groups of exactly three digits between separators");
        }
        if (scanner.unit.isRank()) {
            return new Unreadable(at, "the end: a rank is printed as 第9位, 第9名 or 第九");
        }
        if (!Character.isLetter(next)) {
            return new Unreadable(at, "a unit or the end of the figure");
        }
        String word = text.substring(Math.min(Math.max(scanner.wordStart, scanner.spans.numberEnd), at))
                .strip();
        String wayOut = Unit.isCode(Unit.COUNT_PREFIX + word)
                ? "; a measure word that is not in the vocabulary can be written " + Unit.COUNT_PREFIX + word
                : "";
        return new Unreadable(at, "a known unit or the end" + vocabulary.suggestionFor(word) + wayOut);
    }

    /** The offset at which reading stopped, in the text as read, and what was expected there. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        final int position;
        final String expected;

        Unreadable(int position, String expected) {
            super(expected, null, false, false);
            this.position = position;
            this.expected = expected;
        }
    }

    static Unit parseUnit(String text, UnitVocabulary vocabulary) {
        String word = text.strip();
        if (word.equals(Unit.COUNT.code())) {
            return Unit.COUNT;
        }
        QuantityScanner scanner = new QuantityScanner(word, word.length(), vocabulary, true);
        UnitVocabulary.Entry entry = scanner.units.entryAt(0);
        if (entry != null && entry.unit.symbol().length() == word.length()) {
            return entry.unit;
        }
        boolean scaled = scanner.number.scale(0);
        Unit whole = scanner.units.unitAt(0);
        if (whole != null && whole.symbol().length() == word.length()) {
            return whole;
        }
        int from = scaled ? scanner.number.scaleEnd() : 0;
        Unit known = scanner.units.unitAt(from);
        Unit plain = known != null ? known : scaled ? Unit.COUNT : null;
        if (plain == null || from + plain.symbol().length() != word.length()) {
            throw new QuantityFormatException(
                    text, 0, "a unit such as 亿元, 家次, m2 or count:家" + vocabulary.suggestionFor(word));
        }
        return scaled ? plain.scaled(word.substring(0, from), scanner.number.scaleFactor()) : plain;
    }
}
