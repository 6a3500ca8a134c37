package org.grassrootskpi.evaluate;

import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/**
 * Computes a column of a result from the roll-ups, for one subject: the last step, which needs no rows any more.
 *
 * <p>A group is given by its region (a slot of the result's regions), its period (a code; 0 where periods are not kept apart) and its
 * combination of extra dimensions' members (a number of the result's combinations). Formulas are immutable.
 */
public sealed interface Formula
        permits AggregateFormula,
                AttainmentFormula,
                ChangeFormula,
                CombinedFormula,
                ContributionFormula,
                CoverageFormula,
                DiscreteFormula,
                FallbackFormula,
                QuotientFormula,
                RankFormula,
                RefusedFormula,
                ScheduleGapFormula,
                ShareFormula,
                TargetFormula {
    /** Returns the cell of a group. */
    Cell cell(Cells cells, int region, int period, int combination);

    /** Returns the value of the same cell as the nearest double, NaN if it has none; for reading many without their remarks. */
    default double number(Cells cells, int region, int period, int combination) {
        return cell(cells, region, period, combination).doubleValue();
    }

    /** Returns the unit of the result. */
    Unit unit();

    /** Returns the aggregates that this is made of. */
    Stream<AggregateFormula> aggregates();

    /** Returns the aggregates whose series it follows: those that it is made of, and the whole that a share is of. */
    default Stream<AggregateFormula> series() {
        return aggregates();
    }

    /** Returns the totals in it whose observations have to be paired. */
    default Stream<Pair> pairs() {
        return Stream.empty();
    }
}
