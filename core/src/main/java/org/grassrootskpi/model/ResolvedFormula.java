package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Operator;
import org.grassrootskpi.model.IndicatorFormula.Reference;

/** Puts the formulas and parts of a catalogue's indicators in place of their ids. */
final class ResolvedFormula {
    private final Catalog catalog;

    private ResolvedFormula(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns how an indicator follows from observed ones; empty for one that is observed, or a ratio of two that are. */
    static Optional<IndicatorFormula> of(Catalog catalog, Indicator indicator) {
        boolean isDerived = indicator.formula().isPresent()
                || hasFormula(catalog, indicator.numerator())
                || hasFormula(catalog, indicator.denominator());
        return isDerived ? Optional.of(new ResolvedFormula(catalog).resolved(indicator.id())) : Optional.empty();
    }

    private static boolean hasFormula(Catalog catalog, Optional<String> part) {
        return part.isPresent() && catalog.indicator(part.get()).formula().isPresent();
    }

    private IndicatorFormula resolved(String id) {
        Indicator indicator = catalog.indicator(id);
        if (indicator.formula().isPresent()) {
            return indicator.formula().get().replaced(this::resolved);
        }
        return indicator.numerator().isPresent() && indicator.denominator().isPresent()
                ? new Operation(
                        Operator.DIVIDED_BY,
                        resolved(indicator.numerator().get()),
                        resolved(indicator.denominator().get()))
                : new Reference(id);
    }
}
