package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.model.Catalog;

/**
 * The figures that follow from those of a catalogue, and the stated ones that contradict them.
 *
 * <p>Two figures contradict each other when no number lies within the bounds of both: rounding and words such as 近 are
 * never a contradiction. What cannot be computed, such as a division by something that may be zero, is listed with the
 * reason. Immutable.
 */
public final class Reconciliation {
    private final ImmutableList<DerivedFigure> derived;
    private final ImmutableList<Contradiction> contradictions;

    private final ImmutableList<Underived> underived;
    private final int checks;
    private final int impossible;

    private Reconciliation(Derivation derivation) {
        this.derived = derivation.derived.build();
        this.underived = derivation.underived.build();
        this.contradictions = derivation.contradictions.build();
        this.checks = derivation.checks;
        this.impossible = derivation.impossible;
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
        return new Reconciliation(derivation);
    }

    /**
     * Returns the figures that follow from stated ones.
     *
     * @return in the order of the observations, then by identity
     */
    public ImmutableList<DerivedFigure> derived() {
        return derived;
    }

    /**
     * Returns the stated figures that a derived one excludes.
     *
     * @return in the order of the observations, then by identity; possibly none
     */
    public ImmutableList<Contradiction> contradictions() {
        return contradictions;
    }

    /**
     * Returns the figures that would follow from stated ones but cannot be computed.
     *
     * @return in the order of the observations, then by identity; possibly none
     */
    public ImmutableList<Underived> underived() {
        return underived;
    }

    /**
     * Returns how many times a stated figure was compared with a derived one; "no contradiction" means no more than that
     * these agree.
     *
     * @return zero or more
     */
    public int checks() {
        return checks;
    }

    /**
     * Returns how many times the total of an {@link org.grassrootskpi.model.Identity} is stated with some of its parts, but could not
     * be compared with their sum, because others are not stated.
     *
     * @return zero or more
     */
    public int impossible() {
        return impossible;
    }
}
