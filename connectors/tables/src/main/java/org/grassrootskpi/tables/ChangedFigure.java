package org.grassrootskpi.tables;

import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.text.ShortestDecimal;

/**
 * A figure that comes out with other digits than it was printed with, because it is kept as a double.
 *
 * @param printed its value in the base unit
 * @param kept the decimal of the double
 */
record ChangedFigure(BigDecimal printed, BigDecimal kept) {
    /** A double holds so many digits of any number that a quantity can be. */
    private static final int HELD_DIGITS = 15;

    /** Returns a figure with what its double makes of it; empty where its digits are the same, in the unit in which it was printed. */
    static Optional<ChangedFigure> of(Quantity figure) {
        BigDecimal value = figure.value();
        if (figure.in(figure.unit()).stripTrailingZeros().precision() <= HELD_DIGITS) {
            return Optional.empty();
        }
        BigDecimal kept = ShortestDecimal.of(value.doubleValue());
        return kept.compareTo(value) == 0 ? Optional.empty() : Optional.of(new ChangedFigure(value, kept));
    }
}
