package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitFactor;
import org.grassrootskpi.quantity.UnitVocabulary;

/** Reads units as tables write them, with multiples in words: {@code in thousands}, {@code US$ millions}, {@code 1,000 persons}. */
final class UnitWords {
    private static final Pattern SHARE = Pattern.compile("(?i)%\\s.*|.*\\s%|per ?cent(?:age)? .*(?<!points?)");
    private static final ImmutableMap<Integer, String> PREFIXES =
            ImmutableMap.of(0, "", 3, "千", 4, "万", 5, "十万", 6, "百万", 7, "千万", 8, "亿", 9, "十亿", 12, "万亿");

    private static final ImmutableMap<String, Integer> ZEROS = ImmutableMap.of("十", 1, "百", 2, "千", 3, "万", 4, "亿", 8);

    private UnitWords() {}

    /** Returns the unit that a text names; empty if it names none. */
    static Optional<Unit> read(String text) {
        return plain("", text).or(() -> multiple(text)).or(() -> share(text));
    }

    /** Returns whether a vocabulary has a unit of a code. */
    static boolean isKnown(String code, UnitVocabulary units) {
        try {
            units.parse(code);
            return true;
        } catch (QuantityFormatException e) {
            return false;
        }
    }

    /** Returns whether a text can be the symbol of a unit. */
    static boolean isSymbol(String text) {
        try {
            Unit.of(text, UnitFactor.ONE, Unit.COUNT);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns a code for a unit that nobody knows, as Latin as its text; empty where too little of it is. */
    static Optional<String> code(String text) {
        String code = text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        boolean isLatin = text.codePoints().allMatch(c -> c <= 0x24f || !Character.isLetter(c));
        return isLatin && code.matches(DeclaredUnit.CODE_FORM) ? Optional.of(code) : Optional.empty();
    }

    /** Returns whether a text is nothing but a unit. */
    static boolean isUnit(String text) {
        return plain("", text).isPresent();
    }

    /** Reads shares and changes in percent, such as {@code % of GDP} and {@code annual %}. */
    private static Optional<Unit> share(String text) {
        return SHARE.matcher(text).matches() ? plain("", "%") : Optional.empty();
    }

    private static Optional<Unit> plain(String prefix, String text) {
        try {
            return Optional.of(
                    Unit.parse(prefix + (text.isEmpty() ? "" : Words.unit(text).orElse(text))));
        } catch (QuantityFormatException e) {
            return Optional.empty();
        }
    }

    /** Reads a multiple before or behind a unit, or without one. */
    private static Optional<Unit> multiple(String text) {
        String plain = text.replaceFirst("^(?i:in) +", "");
        for (int end = plain.length(); end > 0; end = plain.lastIndexOf(' ', end - 1)) {
            Optional<String> prefix = prefix(plain.substring(0, end));
            if (prefix.isPresent()) {
                return plain(prefix.get(), plain.substring(end).strip().replaceFirst("^(?i:of +)?(?i:current +)?", ""));
            }
        }
        int last = plain.lastIndexOf(' ');
        return last < 0
                ? Optional.empty()
                : prefix(plain.substring(last + 1))
                        .flatMap(
                                prefix -> plain(prefix, plain.substring(0, last).replaceFirst("[ ,]*(?i: in)?$", "")));
    }

    /** Returns the power of ten that the name of a unit begins with: 4 of 万元, 0 of t, although a tonne is a thousand kilograms. */
    static int power(Unit unit) {
        int power = 0;
        for (int character : unit.symbol().codePoints().toArray()) {
            Integer zeros = ZEROS.get(Character.toString(character));
            if (zeros == null) {
                break;
            }
            power += zeros;
        }
        return power;
    }

    private static Optional<String> prefix(String word) {
        return word.matches("-?\\d{1,2}") || word.isEmpty()
                ? Optional.empty()
                : Words.power(word).map(PREFIXES::get);
    }
}
