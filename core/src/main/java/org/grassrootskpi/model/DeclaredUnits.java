package org.grassrootskpi.model;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitFactor;
import org.grassrootskpi.quantity.UnitVocabulary;

/** The units that a catalogue declares, each followed down to its base unit; those that lead nowhere are left out. */
final class DeclaredUnits {
    private static final UnitVocabulary STANDARD = UnitVocabulary.standard();

    private final Map<String, DeclaredUnit> byCode = new HashMap<>();
    private final Map<String, Optional<Unit>> resolved = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final ImmutableMap<Unit, LocalizedText> names;
    private final UnitVocabulary vocabulary;

    DeclaredUnits(List<DeclaredUnit> declared) {
        declared.forEach(unit -> byCode.putIfAbsent(unit.code(), unit));
        Map<String, Unit> behind = new HashMap<>();
        Map<String, Unit> inFront = new HashMap<>();
        Map<Unit, LocalizedText> named = new HashMap<>();
        for (DeclaredUnit unit : declared) {
            resolve(unit.code()).ifPresent(meaning -> {
                named.putIfAbsent(meaning, unit.name());
                for (String spelling : spellings(unit)) {
                    (unit.front() ? inFront : behind).putIfAbsent(spelling, Unit.of(spelling, UnitFactor.ONE, meaning));
                }
            });
        }
        names = ImmutableMap.copyOf(named);
        vocabulary = STANDARD.withAll(new ArrayList<>(behind.values()), new ArrayList<>(inFront.values()));
    }

    /** Returns the spellings of a unit that can be read and have no other meaning, its code among them. */
    private static Set<String> spellings(DeclaredUnit unit) {
        Set<String> spellings = allSpellings(unit);
        spellings.removeIf(
                spelling -> wrong(spelling).isPresent() || standard(spelling).isPresent());
        return spellings;
    }

    /** Returns all spellings of a unit, its code first unless that begins with {@code count:} and is read anyway. */
    static Set<String> allSpellings(DeclaredUnit unit) {
        Set<String> spellings = new LinkedHashSet<>();
        if (unit.code().indexOf(':') < 0) {
            spellings.add(unit.code());
        }
        spellings.addAll(unit.name().texts().values());
        spellings.addAll(unit.aliases());
        return spellings;
    }

    /** Returns why a text can be no symbol. */
    static Optional<String> wrong(String symbol) {
        try {
            Unit.of(symbol, UnitFactor.ONE, Unit.COUNT);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the unit of the library that a text is read as. */
    static Optional<Unit> standard(String text) {
        try {
            return Optional.of(STANDARD.parse(text));
        } catch (QuantityFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns what a declared unit means in a base unit; empty where it leads back to itself or to nothing. */
    private Optional<Unit> resolve(String code) {
        Optional<Unit> known = resolved.get(code);
        if (known != null) {
            return known;
        }
        DeclaredUnit unit = byCode.get(code);
        if (unit == null || !code.matches(DeclaredUnit.CODE_FORM) || !open.add(code)) {
            return Optional.empty();
        }
        Optional<Unit> meaning = unit.base().isEmpty()
                ? Optional.of(Unit.of(code, code, 1, 1))
                : base(unit.base().get()).flatMap(of -> unit.factor().map(factor -> Unit.of(code, factor, of)));
        open.remove(code);
        resolved.put(code, meaning);
        return meaning;
    }

    private Optional<Unit> base(String text) {
        return byCode.containsKey(text) ? resolve(text) : standard(text);
    }

    /** Returns whether a base is a unit of the library or one that is declared. */
    boolean knows(String base) {
        return byCode.containsKey(base) || standard(base).isPresent();
    }

    Optional<Unit> of(DeclaredUnit unit) {
        return resolve(unit.code());
    }

    UnitVocabulary vocabulary() {
        return vocabulary;
    }

    Optional<LocalizedText> name(Unit unit) {
        return Optional.ofNullable(names.get(unit));
    }
}
