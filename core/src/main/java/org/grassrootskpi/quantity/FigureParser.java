package org.grassrootskpi.quantity;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads texts that are one figure, or one unit, and nothing else; says what is wrong with all others. */
final class FigureParser {
    private FigureParser() {}

    static Quantity parse(String text, UnitVocabulary vocabulary) {
        if (text.length() > QuantityText.MAX_LENGTH) {
            throw new QuantityFormatException(
                    text,
                    QuantityText.MAX_LENGTH,
                    "the end: a figure has at most " + QuantityText.MAX_LENGTH + " characters");
        }
        int from = 0;
        int to = text.length();
        while (from < to && FigureScanner.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && FigureScanner.isSpace(text.charAt(to - 1))) {
            to--;
        }
        FigureScanner scanner = new FigureScanner(text, to, vocabulary, true);
        if (!scanner.figure(from)) {
            throw new QuantityFormatException(text, scanner.failedAt, scanner.expected);
        }
        if (!scanner.holds()) {
            throw new QuantityFormatException(
                    text,
                    scanner.spans.numberStart,
                    "a number of at most " + Decimals.MAX_PLACES
                            + " digits before or after the point in the base unit");
        }
        String source = text.substring(from, to);
        int rest = scanner.spans.end;
        if (rest == to) {
            return scanner.quantity(source);
        }
        QuantityText.Tail tail = QuantityText.Tail.read(text, rest, to);
        if (tail == null || !tail.fits(scanner.unit)) {
            throw trailing(scanner, text, to, vocabulary);
        }
        Range<BigDecimal> stated = tail.bounds(scanner.unit);
        return Quantity.read(
                source,
                scanner.baseValue(),
                scanner.unit,
                scanner.qualifier,
                tail.resolution(scanner.unit).orElse(scanner.unit.toBase(scanner.step)),
                stated != null ? stated : scanner.bounds());
    }

    private static QuantityFormatException trailing(
            FigureScanner scanner, String text, int to, UnitVocabulary vocabulary) {
        int at = scanner.skipSpaces(scanner.spans.end);
        char next = text.charAt(at);
        if (next == ',' || next == '，') {
            return new QuantityFormatException(
                    text, at, "the end, or groups of exactly three digits between separators");
        }
        if (scanner.unit.code().equals("rank")) {
            return new QuantityFormatException(text, at, "the end: a rank is printed as 第9位, 第9名 or 第九");
        }
        if (!Character.isLetter(next)) {
            return new QuantityFormatException(text, at, "a unit or the end of the figure");
        }
        String word = text.substring(Math.min(Math.max(scanner.wordStart, scanner.spans.numberEnd), at), to)
                .strip();
        String wayOut = Unit.isCode(Unit.COUNT_PREFIX + word)
                ? "; a measure word that is not in the vocabulary can be written " + Unit.COUNT_PREFIX + word
                : "";
        return new QuantityFormatException(
                text, at, "a known unit or the end" + vocabulary.suggestionFor(word) + wayOut);
    }

    static Unit parseUnit(String text, UnitVocabulary vocabulary) {
        String word = text.strip();
        if (word.equals(Unit.COUNT.code())) {
            return Unit.COUNT;
        }
        FigureScanner scanner = new FigureScanner(word, word.length(), vocabulary, true);
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
        return scaled ? plain.scaled(word.substring(0, from), BigInteger.valueOf(scanner.number.scaleFactor())) : plain;
    }
}
