package org.grassrootskpi.model;

import java.util.Optional;

/**
 * The reliability of a value: the part of SDMX's code list of observation status that occurs in reports, from best to
 * worst. Its other codes (such as G, J, K and S) are not read.
 *
 * <p>An earlier constant is better than a later one, so that an aggregate carries the worst status of its observations.
 */
public enum ObservationStatus {
    /** As published. */
    NORMAL('A'),
    /** Checked by nobody yet. */
    UNVALIDATED('V'),
    /** To be revised. */
    PROVISIONAL('P'),
    /** Worked out from other figures. */
    ESTIMATED('E'),
    /** Put in for a missing one. */
    IMPUTED('I'),
    /** Expected, not observed. */
    FORECAST('F'),
    /** The series breaks here: not comparable with earlier periods. */
    BREAK('B'),
    /** Counted by another definition than the indicator's. */
    DEFINITION_DIFFERS('D'),
    /** Of low reliability. */
    UNRELIABLE('U'),
    /** Too small to mean anything. */
    NOT_SIGNIFICANT('N'),
    /** Known but withheld. */
    SUPPRESSED('Q'),
    /** Exists, but the report does not state it. */
    MISSING('O'),
    /** Exists, but nobody collected it. */
    NOT_COLLECTED('L'),
    /** Cannot exist. */
    CANNOT_EXIST('M');

    private final char sdmx;

    ObservationStatus(char sdmx) {
        this.sdmx = sdmx;
    }

    /**
     * Returns the code in SDMX's {@code CL_OBS_STATUS}.
     *
     * @return a capital letter
     */
    public char sdmx() {
        return sdmx;
    }

    /**
     * Finds a status by its letter in SDMX or by its name, as files and databases store it.
     *
     * @param text such as {@code P} or {@code PROVISIONAL}
     * @return the status; empty if there is none of this letter or name
     */
    public static Optional<ObservationStatus> find(String text) {
        for (ObservationStatus status : values()) {
            if (status.name().equals(text) || (text.length() == 1 && text.charAt(0) == status.sdmx)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether an observation of this status has a value.
     *
     * @return false for {@link #SUPPRESSED} and the three kinds of missing
     */
    public boolean hasValue() {
        return compareTo(SUPPRESSED) < 0;
    }

    /**
     * Returns the less reliable of two.
     *
     * @param other the other one
     * @return the one that comes later in the order of this list
     */
    public ObservationStatus worst(ObservationStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
