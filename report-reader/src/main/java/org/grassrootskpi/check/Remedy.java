package org.grassrootskpi.check;

import java.util.Optional;

/**
 * A change of one figure that makes the relation right while all others stay.
 *
 * @param place the figure that would change
 * @param value what would have to be printed instead, in its unit and to its last place: {@code 8.5%}; two values joined by
 *     – where the others allow several
 * @param slip the slip of the pen that would have made the printed figure of it; empty where none is obvious
 */
public record Remedy(Place place, String value, Optional<Slip> slip) {}
