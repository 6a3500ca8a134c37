package org.grassrootskpi.model;

import java.util.Comparator;
import java.util.Optional;

/**
 * The rule by which one of several values of a key is preferred. A value without a {@link Vintage} gives way to any that has one:
 * nobody said when it became known.
 */
public enum VintagePreference {
    /** The value that became known last; of one day, the most mature. */
    NEWEST,
    /** A final value before a revised one, and this before a preliminary one; of several, the one that became known last. */
    MOST_MATURE;

    /**
     * Compares two vintages.
     *
     * @return from the one that is preferred least to the one that is preferred most; none at all comes first
     */
    public Comparator<Optional<Vintage>> order() {
        Comparator<Vintage> order = this == NEWEST
                ? Comparator.comparing(Vintage::knownOn).thenComparing(Vintage::maturity)
                : Comparator.comparing(Vintage::maturity).thenComparing(Vintage::knownOn);
        return (one, other) -> one.isPresent() && other.isPresent()
                ? order.compare(one.get(), other.get())
                : Boolean.compare(one.isPresent(), other.isPresent());
    }
}
