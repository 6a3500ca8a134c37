package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;

/** Checks what an indicator of each kind must and must not declare. */
final class IndicatorRules {
    private static final int MAX_DECIMALS = 9;

    private final ProblemList problems;

    IndicatorRules(ProblemList problems) {
        this.problems = problems;
    }

    void check(
            Indicator indicator,
            String path,
            Optional<Indicator> numerator,
            Optional<Indicator> denominator,
            Optional<Indicator> weight,
            Optional<Indicator> whole) {
        if (!indicator.unit().isBase()) {
            problems.add(
                    Kind.UNIT_MISMATCH,
                    path + ".unit",
                    "unit '%s' is a multiple of a base unit: declare '%s'; figures may still be printed in '%s'",
                    indicator.unit().symbol(),
                    indicator.unit().code(),
                    indicator.unit().symbol());
        }
        if (indicator.decimals() < 0 || indicator.decimals() > MAX_DECIMALS) {
            problems.add(
                    Kind.BAD_VALUE,
                    path + ".decimals",
                    "expected 0 to %d decimals, got %d",
                    MAX_DECIMALS,
                    indicator.decimals());
        }
        onlyFor(indicator, path + ".numerator", indicator.numerator(), IndicatorKind.RATIO);
        onlyFor(indicator, path + ".denominator", indicator.denominator(), IndicatorKind.RATIO);
        onlyFor(indicator, path + ".weight", indicator.weight(), IndicatorKind.RATIO, IndicatorKind.INDEX);
        onlyFor(indicator, path + ".base", indicator.base(), IndicatorKind.GROWTH);
        if (indicator.numerator().isPresent() != indicator.denominator().isPresent()) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "ratio '%s' declares only one of numerator and denominator: expected both or neither",
                    indicator.id());
        }
        additive(numerator, path + ".numerator");
        additive(denominator, path + ".denominator");
        additive(weight, path + ".weight");
        weight.filter(by -> by.formula().isPresent())
                .ifPresent(by -> problems.add(
                        Kind.CONTRADICTION,
                        path + ".weight",
                        "'%s' follows from a formula: expected a weight that is observed; declare a formula here instead",
                        by.id()));
        if (numerator.isPresent() && denominator.isPresent() && indicator.unit().isRatio()) {
            sameUnit(numerator.get(), denominator.get(), path + ".denominator", "a ratio's parts");
        }
        whole.ifPresent(w -> sameUnit(indicator, w, path + ".partOf", "a part and its whole"));
    }

    private void onlyFor(Indicator indicator, String path, Optional<String> declared, IndicatorKind... kinds) {
        for (IndicatorKind kind : kinds) {
            if (indicator.kind() == kind) {
                return;
            }
        }
        declared.ifPresent(id -> problems.add(
                Kind.CONTRADICTION,
                path,
                "indicator '%s' is a %s, which has no %s: leave it out or change the kind",
                indicator.id(),
                indicator.kind(),
                path.substring(path.lastIndexOf('.') + 1)));
    }

    private void additive(Optional<Indicator> part, String path) {
        if (part.isPresent() && !part.get().kind().isAdditiveOverRegions()) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "'%s' is a %s, which does not add up: expected a FLOW or a STOCK",
                    part.get().id(),
                    part.get().kind());
        }
    }

    private void sameUnit(Indicator one, Indicator other, String path, String what) {
        if (!one.unit().hasSameBase(other.unit())) {
            problems.add(
                    Kind.UNIT_MISMATCH,
                    path,
                    "%s need one unit: '%s' is in %s, '%s' in %s; refer to others, or to none",
                    what,
                    one.id(),
                    one.unit().code(),
                    other.id(),
                    other.unit().code());
        }
    }
}
