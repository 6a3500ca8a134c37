package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;

/**
 * Gives formulas access to the results of a query's roll-ups: cells of aggregates, of pairs and of ranks; and, for reading many
 * numbers without their remarks, the nearest doubles where they are known without a cell. Groups are given as in {@link Formula}.
 */
interface Cells {
    /** Returns the cell of an aggregate. */
    Cell aggregate(AggregateFormula formula, int region, int period, int combination);

    /** Returns the cell of a rank. */
    Cell place(RankFormula formula, int region, int period, int combination);

    /** Returns whether the rows of an aggregate are among those of a whole. */
    boolean isPart(AggregateFormula part, AggregateFormula whole, int combination);

    /** Returns the code of the period that another is compared with, or -1 if the calendar has none. */
    int earlier(int period, BasePeriod comparison);

    /** Returns the cells of two totals of a group that can be compared, given the totals of all observations. */
    PairedCells paired(Pair pair, int region, int period, int combination, Cell ofAll, Cell otherOfAll);

    /**
     * Returns the cells of several totals of a group that can be combined, given those of all observations.
     *
     * @param pairs the first total with each of the others, in their order
     */
    ImmutableList<Cell> complete(
            ImmutableList<Pair> pairs, int region, int period, int combination, ImmutableList<Cell> ofAll);

    /** Returns the target of a group. */
    Cell target(PlannedTarget target, int region, int period, int combination);

    /** Returns whether two stocks are of like moments: each period has the same position in its group. */
    boolean isLikeMoment(Cell now, Cell before, BasePeriod comparison);

    /** Returns whether a series of an aggregate has a break between two groups that are compared. */
    boolean hasBreak(AggregateFormula aggregate, Compared.Groups groups, Cell now, Cell before);

    /** Returns the nearest double to an aggregate, NaN if it has no value; empty if it has to be computed as a decimal. */
    OptionalDouble number(AggregateFormula formula, int region, int period, int combination);

    /** Returns the nearest double to the completeness of an aggregate's contributors, as {@link #number} does. */
    OptionalDouble coverage(AggregateFormula formula, int region, int period, int combination);

    /** Returns the nearest double to a quotient of two sums, as {@link #number} does. */
    OptionalDouble quotient(Formula numerator, Formula denominator, Optional<Pair> pair, int region, int period);

    /** Returns the nearest double to the part of a target that a sum reaches, less the share that is due, as {@link #number} does. */
    OptionalDouble attained(Formula value, PlannedTarget target, PlanPath.Share due, int region, int period);

    /** Returns the nearest double to the relative change of a sum, as {@link #number} does. */
    OptionalDouble growth(Formula of, Optional<Pair> pair, int region, int base, int period);

    /** Returns a rank as a number, NaN if there is none. */
    double rank(RankFormula formula, int region, int period, int combination);
}
