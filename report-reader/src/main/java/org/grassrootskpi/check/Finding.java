package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;

/**
 * Something in a report that cannot be right, or is odd.
 *
 * @param rule the rule that found it
 * @param level how sure it is: the level of the rule, or a lower one where the tolerance or the words leave a way out
 * @param places what is printed where: the figure that was checked first, then those it was checked against
 * @param sum the sum written out with the printed figures, its result and the bounds that rounding leaves: {@code 32.6亿元 ÷
 *     30.05亿元 - 1 = 8.49% (8.30%..8.67%) ≠ 9.5%}
 * @param tolerance by how many steps of the last printed place the figure may differ before it is an error
 * @param remedies for each figure the value that makes the relation right while the others stay; empty where there is none
 */
public record Finding(
        CheckRule rule,
        CheckLevel level,
        ImmutableList<Place> places,
        String sum,
        BigDecimal tolerance,
        ImmutableList<Remedy> remedies) {
    /**
     * Returns where the figure that was checked is.
     *
     * @return the first of the places
     */
    public Place place() {
        return places.get(0);
    }

    /** Returns level, rule, line and sum. */
    @Override
    public String toString() {
        return level + " " + rule.id() + " line " + place().line() + ": " + sum;
    }
}
