package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.model.Catalog;

/**
 * What the figures of a catalogue imply, and which of them cannot be true together.
 *
 * <p>Two figures contradict each other when no number lies within the bounds of both: rounding and words such as 近 are
 * never a contradiction. What would divide by something that may be zero is not derived. Immutable.
 */
public final class Reconciliation {
    private final ImmutableList<DerivedFigure> derived;
    private final ImmutableList<Contradiction> contradictions;

    private Reconciliation(ImmutableList<DerivedFigure> derived, ImmutableList<Contradiction> contradictions) {
        this.derived = derived;
        this.contradictions = contradictions;
    }

    /**
     * Reconciles a catalogue.
     *
     * @param catalog the catalogue
     * @return what follows from it and what contradicts in it
     */
    public static Reconciliation of(Catalog catalog) {
        Derivation derivation = new Derivation(catalog);
        derivation.run();
        return new Reconciliation(derivation.derived.build(), derivation.contradictions.build());
    }

    /**
     * Every figure that follows from stated ones.
     *
     * @return in the order of the observations
     */
    public ImmutableList<DerivedFigure> derived() {
        return derived;
    }

    /**
     * Every stated figure that a derived one excludes.
     *
     * @return in the order of the observations, possibly none
     */
    public ImmutableList<Contradiction> contradictions() {
        return contradictions;
    }
}
