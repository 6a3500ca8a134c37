package org.grassrootskpi.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;

/** Checks the units that a catalogue declares: each is new, leads to a base unit, and is read wherever it is printed. */
final class UnitRules {
    private final ProblemList problems;
    private final List<DeclaredUnit> declared;
    private final DeclaredUnits units;
    /** The path of each spelling. */
    private final Map<String, String> spellings = new HashMap<>();

    UnitRules(ProblemList problems, List<DeclaredUnit> declared) {
        this.problems = problems;
        this.declared = declared;
        units = new DeclaredUnits(declared);
    }

    void check() {
        Map<String, DeclaredUnit> byCode = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < declared.size(); i++) {
            DeclaredUnit unit = declared.get(i);
            String path = "units[" + i + "]";
            Integer earlier = first.putIfAbsent(unit.code(), i);
            if (earlier != null) {
                problems.addDuplicate(
                        path,
                        "units[" + earlier + "]",
                        "the unit '%s' is declared already: leave one out",
                        unit.code());
                continue;
            }
            byCode.put(unit.code(), unit);
            code(unit, path);
            base(unit, path);
            names(unit, path);
        }
        new CycleRules(problems).acyclic("units", declared, DeclaredUnit::code, DeclaredUnit::base, byCode);
    }

    private void code(DeclaredUnit unit, String path) {
        if (!unit.code().matches(DeclaredUnit.CODE_FORM)) {
            problems.add(
                    Kind.BAD_VALUE,
                    path + ".code",
                    "'%s' is no code of a unit: expected Latin letters, digits and hyphens such as KES, or count: and a word such"
                            + " as count:工时",
                    unit.code());
        } else if (UnitVocabulary.standard().knowsCode(unit.code())
                || (unit.code().indexOf(':') < 0
                        && DeclaredUnits.standard(unit.code()).isPresent())) {
            problems.add(
                    Kind.DUPLICATE,
                    path + ".code",
                    "the library has a unit '%s' already: leave this one out, or choose another code",
                    unit.code());
        } else if (unit.base().isPresent() && unit.code().indexOf(':') >= 0) {
            problems.add(
                    Kind.CONTRADICTION,
                    path + ".code",
                    "'%s' is counted one by one, but is declared as so many '%s': expected a code without count:",
                    unit.code(),
                    unit.base().get());
        }
    }

    private void base(DeclaredUnit unit, String path) {
        if (unit.base().isPresent() != unit.factor().isPresent()) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "unit '%s' has only one of base and factor: expected both, as in \"base\": \"m2\", \"factor\": \"2000/3\", or"
                            + " neither",
                    unit.code());
        }
        unit.base()
                .filter(base -> !units.knows(base))
                .ifPresent(base -> problems.add(
                        Kind.UNKNOWN_REFERENCE,
                        path + ".base",
                        "%s; expected a unit of the library such as m2, or one of the catalogue's units",
                        new UnknownIdException(
                                        "unit",
                                        base,
                                        declared.stream()
                                                .map(DeclaredUnit::code)
                                                .toList())
                                .getMessage()));
    }

    private void names(DeclaredUnit unit, String path) {
        Map<String, String> places = new HashMap<>();
        places.put(unit.code(), path + ".code");
        unit.name().texts().forEach((language, text) -> places.putIfAbsent(text, path + ".name." + language));
        for (int i = 0; i < unit.aliases().size(); i++) {
            places.putIfAbsent(unit.aliases().get(i), path + ".aliases[" + i + "]");
        }
        for (String spelling : DeclaredUnits.allSpellings(unit)) {
            String at = places.getOrDefault(spelling, path);
            String other = spellings.putIfAbsent(spelling, at);
            if (other != null) {
                problems.addDuplicate(
                        at, other, "'%s' stands for another unit already: expected one meaning", spelling);
            } else if (!spelling.equals(unit.code())) {
                spelling(unit, spelling, at);
            }
        }
    }

    private void spelling(DeclaredUnit unit, String spelling, String path) {
        Optional<String> wrong = DeclaredUnits.wrong(spelling);
        Optional<Unit> standard = DeclaredUnits.standard(spelling);
        if (wrong.isPresent()) {
            problems.add(Kind.BAD_VALUE, path, "%s", wrong.get());
        } else if (standard.isPresent()) {
            problems.add(
                    Kind.DUPLICATE,
                    path,
                    "'%s' is read as a unit of the library already (%s): expected another spelling",
                    spelling,
                    standard.get().code());
        } else {
            units.of(unit)
                    .filter(meaning -> !isRead("2 " + spelling, meaning))
                    .ifPresent(meaning -> problems.add(
                            Kind.BAD_VALUE,
                            path,
                            "a figure such as '2 %s' would not be read in unit '%s': expected another spelling",
                            spelling,
                            unit.code()));
        }
    }

    private boolean isRead(String figure, Unit meaning) {
        try {
            return Quantity.parse(figure, units.vocabulary()).unit().equals(meaning);
        } catch (QuantityFormatException e) {
            return false;
        }
    }
}
