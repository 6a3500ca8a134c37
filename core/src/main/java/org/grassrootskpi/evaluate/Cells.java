package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;

/**
 * What formulas ask of the results of a query's roll-ups: cells of aggregates, of pairs and of ranks; and, for reading many numbers
 * without their remarks, the nearest doubles where they are known without a cell. Groups are given as in {@link Formula}.
 */
interface Cells {
    /** The cell of an aggregate. */
    Cell aggregate(AggregateFormula formula, int region, int period, int combination);

    /** The ranks of all regions of the result, by region. */
    ImmutableList<Cell> ranks(RankFormula formula, int period, int combination);

    /** The code of the period that another is compared with, or -1 if the calendar has none. */
    int earlier(int period, BasePeriod comparison);

    /** The cells of two totals of a group that can be compared, given the totals of all observations. */
    PairedCells paired(Pair pair, int region, int period, int combination, Cell ofAll, Cell otherOfAll);

    /** Whether some of the pairs were read, so that sums alone do not answer. */
    boolean isPaired(Stream<Pair> pairs);

    /** Whether two stocks are of like moments: what one period is in its group, the other is in the group compared with. */
    boolean isLikeMoment(Cell now, Cell before, BasePeriod comparison);

    /** Whether a series of an aggregate has a break between two groups that are compared. */
    boolean hasBreak(AggregateFormula aggregate, Compared.Groups groups, Cell now, Cell before);

    /** The nearest double to an aggregate, NaN where it has no value; empty where it has to be worked out as a decimal. */
    OptionalDouble number(AggregateFormula formula, int region, int period);

    /** The nearest double to a quotient of two sums, as {@link #number} gives it. */
    OptionalDouble quotient(Formula numerator, Formula denominator, int region, int period);

    /** The nearest double to the relative change of a sum, as {@link #number} gives it. */
    OptionalDouble growth(Formula of, int region, int base, int period);
}
