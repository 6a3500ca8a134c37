package org.grassrootskpi.score;

import java.util.List;
import java.util.Optional;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;

/** Numbers with bounds as a test reads best: {@code 4}, {@code 4 in [3..5)}, {@code 6 in (6..)}. */
final class BoundedTexts {
    private BoundedTexts() {}

    static Bounded parse(String text) {
        String[] parts = text.split(" in ", 2);
        Fraction value = Fraction.of(parts[0]);
        if (parts.length == 1) {
            return Bounded.of(value);
        }
        List<String> ends = List.of(parts[1].substring(1, parts[1].length() - 1).split("\\.\\.", 2));
        return Bounded.of(
                value,
                Qualifier.ABOUT,
                ends.get(0).isEmpty() ? null : new End(Fraction.of(ends.get(0)), parts[1].startsWith("[")),
                ends.get(1).isEmpty() ? null : new End(Fraction.of(ends.get(1)), parts[1].endsWith("]")));
    }

    static String text(Bounded number) {
        return number.isExact()
                ? text(number.value())
                : text(number.value()) + " in "
                        + (number.lower().filter(End::included).isPresent() ? "[" : "(") + at(number.lower()) + ".."
                        + at(number.upper())
                        + (number.upper().filter(End::included).isPresent() ? "]" : ")");
    }

    private static String at(Optional<End> end) {
        return end.map(known -> text(known.at())).orElse("");
    }

    private static String text(Fraction number) {
        return number.isDecimal() ? number.toDecimal().stripTrailingZeros().toPlainString() : number.toString();
    }
}
