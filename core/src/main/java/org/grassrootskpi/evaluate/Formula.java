package org.grassrootskpi.evaluate;

import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/**
 * How a column of a result follows from the roll-ups, for one subject: the last step, which needs no rows any more.
 *
 * <p>A group is given by its region (a slot of the result's regions), its period (a code; 0 where periods are not kept apart) and its
 * combination of extra dimensions' members (a number of the result's combinations). Formulas are immutable.
 */
public sealed interface Formula
        permits AggregateFormula,
                ChangeFormula,
                ContributionFormula,
                CoverageFormula,
                DiscreteFormula,
                FallbackFormula,
                QuotientFormula,
                RankFormula,
                RefusedFormula,
                ShareFormula {
    /** The cell of a group. */
    Cell cell(Cells cells, int region, int period, int combination);

    /** The value of the same cell as the nearest double, NaN where it has none; for reading many without their remarks. */
    default double number(Cells cells, int region, int period, int combination) {
        return cell(cells, region, period, combination).doubleValue();
    }

    /** The unit of the result. */
    Unit unit();

    /** The aggregates that this is made of. */
    Stream<AggregateFormula> aggregates();

    /** The aggregates whose series it follows: those that it is made of, and the whole that a share is of. */
    default Stream<AggregateFormula> series() {
        return aggregates();
    }

    /** The totals in it whose observations have to find each other. */
    default Stream<Pair> pairs() {
        return Stream.empty();
    }
}
