package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grassrootskpi.model.Identity.Part;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.grassrootskpi.model.Problem.Kind;

/** Checks identities: that total and parts are known, observed, of one unit and one sort, counted once, and that no relation is stated twice. */
final class IdentityRules {
    private final ProblemList problems;
    private final Map<String, Indicator> indicators;
    /** Where each relation is stated first, whichever of its figures is the total. */
    private final Map<Map<String, Boolean>, String> relations = new HashMap<>();

    IdentityRules(ProblemList problems, Map<String, Indicator> indicators) {
        this.problems = problems;
        this.indicators = indicators;
    }

    void check(List<Identity> identities) {
        for (int i = 0; i < identities.size(); i++) {
            check(identities.get(i), "identities[" + i + "]");
        }
    }

    private void check(Identity identity, String path) {
        Optional<Indicator> total = known(identity.total(), path + ".total");
        total.ifPresent(of -> requireObserved(of, path + ".total"));
        if (!isSum(identity.sum())) {
            problems.add(
                    Kind.CONTRADICTION,
                    path + ".sum",
                    "\"%s\" is no sum of indicators: expected two ids or more with + and - between them, such as 'closed + open'",
                    identity.sum());
            return;
        }
        List<Indicator> parts = new ArrayList<>();
        for (String id : identity.sum().indicators()) {
            known(id, path + ".sum").ifPresent(parts::add);
        }
        parts.forEach(part -> requireObserved(part, path + ".sum"));
        total.ifPresent(whole -> {
            parts.forEach(part -> requireAlike(whole, part, path + ".sum"));
            requireTolerance(identity, whole, path + ".tolerance");
        });
        if (requireDifferent(identity, path + ".sum")) {
            requireDisjoint(identity.parts(), path + ".sum");
            String first = relations.putIfAbsent(relation(identity), path);
            if (first != null) {
                problems.addDuplicate(
                        path,
                        first,
                        "%s = %s is stated already: leave one of the two out",
                        identity.total(),
                        identity.sum());
            }
        }
    }

    private Optional<Indicator> known(String id, String path) {
        Indicator indicator = indicators.get(id);
        if (indicator == null) {
            FormulaRules.addUnknown(problems, indicators, id, path);
        }
        return Optional.ofNullable(indicator);
    }

    private static boolean isSum(IndicatorFormula formula) {
        return formula instanceof Operation operation
                && operation.operator().isAdditive()
                && (operation.left() instanceof Reference || isSum(operation.left()))
                && (operation.right() instanceof Reference || isSum(operation.right()));
    }

    /** Requires what can be stated and added; parts of a DISTINCT may be added since the identity says that they do not overlap. */
    private void requireObserved(Indicator indicator, String path) {
        switch (indicator.kind()) {
            case FLOW, STOCK, SHARED_FLOW, DISTINCT -> {}
            default ->
                problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "'%s' is a %s, which is no sum of parts: expected a FLOW, a STOCK, a SHARED_FLOW or a DISTINCT",
                        indicator.id(),
                        indicator.kind());
        }
        indicator
                .formula()
                .ifPresent(formula -> problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "'%s' follows from its formula \"%s\", so that nobody states it: expected indicators that are observed",
                        indicator.id(),
                        formula));
    }

    private void requireAlike(Indicator total, Indicator part, String path) {
        if (!total.unit().hasSameBase(part.unit())) {
            problems.add(
                    Kind.UNIT_MISMATCH,
                    path,
                    "a total and its parts need one unit: '%s' is in %s, '%s' in %s; refer to others",
                    total.id(),
                    total.unit().code(),
                    part.id(),
                    part.unit().code());
        } else if ((isOfPeriods(total.kind()) && part.kind() == IndicatorKind.STOCK)
                || (isOfPeriods(part.kind()) && total.kind() == IndicatorKind.STOCK)) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "'%s' is a %s and '%s' a %s: what happened in a period is no part of what is there at its end, nor the other"
                            + " way round; refer to others",
                    total.id(),
                    total.kind(),
                    part.id(),
                    part.kind());
        }
    }

    private static boolean isOfPeriods(IndicatorKind kind) {
        return kind == IndicatorKind.FLOW || kind == IndicatorKind.SHARED_FLOW;
    }

    private void requireTolerance(Identity identity, Indicator total, String path) {
        identity.tolerance().ifPresent(tolerance -> {
            if (!tolerance.unit().hasSameBase(total.unit())) {
                problems.add(
                        Kind.UNIT_MISMATCH,
                        path,
                        "tolerance '%s' is in %s, but '%s' in %s",
                        tolerance,
                        tolerance.unit().base().code(),
                        total.id(),
                        total.unit().code());
            } else if (tolerance.value().signum() < 0) {
                problems.add(Kind.BAD_VALUE, path, "expected a tolerance of 0 or more, got '%s'", tolerance);
            }
        });
    }

    /** Returns whether each part occurs once, and the total not among them. */
    private boolean requireDifferent(Identity identity, String path) {
        Map<String, Boolean> seen = new HashMap<>();
        boolean areDifferent = true;
        for (Part part : identity.parts()) {
            if (part.indicator().equals(identity.total())) {
                problems.add(
                        Kind.CONTRADICTION,
                        path,
                        "'%s' is the total and a part of itself: leave it out of the sum",
                        part.indicator());
                areDifferent = false;
            } else if (seen.putIfAbsent(part.indicator(), part.isAdded()) != null) {
                problems.add(
                        Kind.DUPLICATE,
                        path,
                        "'%s' occurs twice in \"%s\": once is enough",
                        part.indicator(),
                        identity.sum());
                areDifferent = false;
            }
        }
        return areDifferent;
    }

    /** Requires that nothing is counted in two parts that are both added. */
    private void requireDisjoint(ImmutableList<Part> parts, String path) {
        for (Part whole : parts) {
            for (Part part : parts) {
                if (whole.isAdded() == part.isAdded()
                        && FormulaType.contains(indicators, whole.indicator(), part.indicator())) {
                    problems.add(
                            Kind.CONTRADICTION,
                            path,
                            "'%s' is already counted in '%s': leave one of the two out",
                            part.indicator(),
                            whole.indicator());
                }
            }
        }
    }

    /** The signs of all its figures on one side of the equation, that of the first in the alphabet being plus. */
    private static Map<String, Boolean> relation(Identity identity) {
        TreeMap<String, Boolean> signs = new TreeMap<>();
        signs.put(identity.total(), false);
        identity.parts().forEach(part -> signs.put(part.indicator(), part.isAdded()));
        if (!signs.firstEntry().getValue()) {
            signs.replaceAll((id, isAdded) -> !isAdded);
        }
        return signs;
    }
}
