package org.grassrootskpi.model;

import java.time.LocalDate;
import org.immutables.value.Value;

/**
 * The vintage of a value: on which day it became known, and how far its compilation had come by then.
 *
 * <p>Statistical offices publish a figure several times: a preliminary one soon after the period, a revised one when more returns are
 * in, a final one with the yearbook. All of them are values of one key, and a {@link Catalog} keeps them side by side. Who said so
 * is the {@linkplain Observation#citation() citation} of the observation. Immutable.
 */
@Value.Immutable
public interface Vintage {
    /** How far the compilation of a figure has come, from first to last. */
    enum Maturity {
        /** The first figure (快报数, 初步核算数), to be revised. */
        PRELIMINARY,
        /** A later figure (修订数), which may be revised again. */
        REVISED,
        /** The figure that stays (年报数, 最终核实数), unless the whole series is revised. */
        FINAL
    }

    /**
     * Returns the day on which the value became known.
     *
     * @return the day of publication, from whose beginning the value counts as known
     */
    @Value.Parameter
    LocalDate knownOn();

    /**
     * Returns how far its compilation had come.
     *
     * @return as the source says
     */
    @Value.Parameter
    Maturity maturity();

    /**
     * Returns a vintage.
     *
     * @param knownOn the day on which the value became known
     * @param maturity how far its compilation had come
     * @return the vintage
     */
    static Vintage of(LocalDate knownOn, Maturity maturity) {
        return ImmutableVintage.of(knownOn, maturity);
    }
}
