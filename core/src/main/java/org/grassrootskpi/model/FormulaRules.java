package org.grassrootskpi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.grassrootskpi.model.Problem.Kind;

/**
 * Checks the formulas of indicators: what they refer to, that none refers to itself in the end, and that each gives a number of the
 * kind and unit that its indicator declares.
 */
final class FormulaRules {
    private final ProblemList problems;
    private final List<Indicator> indicators;
    private final Map<String, Indicator> byId;
    private final Map<String, Integer> positions = new HashMap<>();
    /** How many operands a formula has, those of others in place of their ids; of the formulas that were found to be sound. */
    private final Map<String, Integer> sizes = new HashMap<>();

    FormulaRules(ProblemList problems, List<Indicator> indicators, Map<String, Indicator> byId) {
        this.problems = problems;
        this.indicators = indicators;
        this.byId = byId;
    }

    void check() {
        List<Indicator> derived = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            if (indicators.get(i).formula().isPresent()) {
                positions.putIfAbsent(indicators.get(i).id(), i);
                derived.add(indicators.get(i));
            }
        }
        // Each after those that it refers to; what is left over refers to itself in the end.
        List<Indicator> waiting = derived;
        while (!waiting.isEmpty()) {
            List<Indicator> later = new ArrayList<>();
            for (Indicator indicator : waiting) {
                boolean refers = references(indicator).anyMatch(id -> isWaiting(id, positions, sizes));
                if (refers) {
                    later.add(indicator);
                } else {
                    sizes.put(indicator.id(), check(indicator));
                }
            }
            if (later.size() == waiting.size()) {
                cycle(later);
                return;
            }
            waiting = later;
        }
    }

    private static boolean isWaiting(String id, Map<String, Integer> derived, Map<String, Integer> done) {
        return derived.containsKey(id) && !done.containsKey(id);
    }

    /** Returns the ids in a formula, and for a ratio of two parts those of the parts. */
    private Stream<String> references(Indicator indicator) {
        return indicator.formula().orElseThrow().indicators().stream()
                .flatMap(id -> Stream.concat(
                        Stream.of(id),
                        Optional.ofNullable(byId.get(id)).stream()
                                .flatMap(of -> Stream.of(of.numerator(), of.denominator()))
                                .flatMap(Optional::stream)));
    }

    private void cycle(List<Indicator> left) {
        List<String> path = new ArrayList<>();
        Indicator at = left.get(0);
        while (!path.contains(at.id())) {
            path.add(at.id());
            at = references(at)
                    .filter(id -> isWaiting(id, positions, sizes))
                    .map(byId::get)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> cycle = path.subList(path.indexOf(at.id()), path.size());
        problems.add(
                Kind.CYCLE,
                path(cycle.get(0)),
                "'%s' follows from itself: %s -> %s; let one of them be observed",
                cycle.get(0),
                String.join(" -> ", cycle),
                cycle.get(0));
    }

    private String path(String id) {
        return "indicators[" + positions.get(id) + "].formula";
    }

    /** Checks one formula whose operands are checked, and returns how many operands it has in the end. */
    private int check(Indicator indicator) {
        IndicatorFormula formula = indicator.formula().orElseThrow();
        String path = path(indicator.id());
        switch (indicator.kind()) {
            case FLOW, STOCK, RATIO -> {}
            default -> {
                problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "indicator '%s' is a %s, which follows from no formula: leave it out or change the kind",
                        indicator.id(),
                        indicator.kind());
                return 1;
            }
        }
        Stream.of(indicator.numerator(), indicator.denominator(), indicator.weight())
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(other -> problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "'%s' has a formula and refers to '%s' as well: leave out one of the two",
                        indicator.id(),
                        other));
        boolean isKnown = true;
        for (String id : formula.indicators()) {
            isKnown &= isOperand(id, path);
        }
        int size = size(formula);
        if (size > IndicatorFormula.MOST_OPERANDS) {
            problems.add(
                    Kind.TOO_LARGE,
                    path,
                    "expected at most %d operands with those of the formulas that it refers to, got %d or more: let some of"
                            + " them be observed",
                    IndicatorFormula.MOST_OPERANDS,
                    size);
        } else if (isKnown) {
            new FormulaType(problems, path, byId).check(indicator, formula);
        }
        return size;
    }

    private int size(IndicatorFormula formula) {
        if (formula instanceof IndicatorFormula.Operation operation) {
            return Math.min(1 + IndicatorFormula.MOST_OPERANDS, size(operation.left()) + size(operation.right()));
        }
        if (formula instanceof Reference reference) {
            Optional<Indicator> of = Optional.ofNullable(byId.get(reference.indicator()));
            return of.filter(indicator -> indicator.numerator().isPresent())
                    .map(ratio -> Stream.of(ratio.numerator(), ratio.denominator())
                            .flatMap(Optional::stream)
                            .mapToInt(part -> sizes.getOrDefault(part, 1))
                            .sum())
                    .orElseGet(() -> sizes.getOrDefault(reference.indicator(), 1));
        }
        return 1;
    }

    private boolean isOperand(String id, String path) {
        Indicator operand = byId.get(id);
        if (operand == null) {
            addUnknown(problems, byId, id, path);
            return false;
        }
        boolean isRatioOfParts =
                operand.numerator().isPresent() || operand.formula().isPresent();
        boolean fits = switch (operand.kind()) {
            case FLOW, STOCK -> true;
            case RATIO -> isRatioOfParts;
            default -> false;
        };
        if (!fits) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "'%s' is a %s, of which a larger group has no value to calculate with: expected a FLOW, a STOCK, or a"
                            + " RATIO with numerator and denominator or with a formula",
                    id,
                    operand.kind());
        }
        return fits;
    }

    /** Reports an id in a formula that is none of the catalogue; 'a-b' of two that are may be meant as a difference. */
    static void addUnknown(ProblemList problems, Map<String, Indicator> byId, String id, String path) {
        for (int at = id.indexOf('-'); at >= 0; at = id.indexOf('-', at + 1)) {
            String left = id.substring(0, at);
            String right = id.substring(at + 1);
            if (byId.containsKey(left) && byId.containsKey(right)) {
                problems.add(
                        Kind.UNKNOWN_REFERENCE,
                        path,
                        "Unknown indicator '%s'; to take one from the other, write '%s - %s' with blanks",
                        id,
                        left,
                        right);
                return;
            }
        }
        problems.addUnknown(path, "indicator", id, byId.keySet());
    }
}
