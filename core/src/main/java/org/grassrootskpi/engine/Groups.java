package org.grassrootskpi.engine;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;

/**
 * What a scan found: one place for each group, in ascending order of the groups' numbers.
 *
 * <p>Either every group has its place, at its own number, or only those that have rows do; {@link #indexOf} finds the
 * place in both cases. All tallies are read by place, those that the scan was not run with are refused. Values are scaled,
 * as in the table.
 */
abstract class Groups {
    /** How many places there are. */
    abstract int size();

    /** The number of the group at a place. */
    abstract long id(int place);

    /** The place of a group, or -1 where it has none because it has no rows. */
    abstract int indexOf(long id);

    /** How many values the group has; nothing else means anything where it is zero. */
    abstract long count(int place);

    /** Whether the sum fits a long. */
    abstract boolean isLongSum(int place);

    /** The sum where {@link #isLongSum}. */
    abstract long longSum(int place);

    /** The exact sum. */
    abstract BigInteger sum(int place);

    /** The least value. */
    abstract long min(int place);

    /** The greatest value. */
    abstract long max(int place);

    /** The sum of the series' first values. */
    BigInteger firstSum(int place) {
        throw without("FIRST");
    }

    /** The sum of the series' last values. */
    BigInteger lastSum(int place) {
        throw without("LAST");
    }

    /** How many series have a last value: a region with more than one combination counts once for each. */
    long lastCount(int place) {
        throw without("LAST");
    }

    /** The earliest of the periods that the series' last values are of. */
    int earliestLast(int place) {
        throw without("LAST");
    }

    /** The latest of the periods that the series' last values are of. */
    int latestLast(int place) {
        throw without("LAST");
    }

    /** The earliest of the periods that the series' first values are of. */
    int earliestFirst(int place) {
        throw without("FIRST");
    }

    /** The latest of the periods that the series' first values are of. */
    int latestFirst(int place) {
        throw without("FIRST");
    }

    /** The worst status of the values. */
    abstract ObservationStatus worstStatus(int place);

    /** How many rows have a status without a value. */
    abstract long withoutValue(int place);

    /** The worst status of the rows without a value; NORMAL where there are none. */
    abstract ObservationStatus worstWithoutValue(int place);

    /** The qualifier of a sum of the values. */
    abstract Qualifier qualifier(int place);

    /** All values that the true sum can have; needs SUM and PRECISION. */
    abstract Range<BigDecimal> bounds(int place, int decimals);

    /** The sum of doubles. */
    double doubleSum(int place) {
        throw new IllegalStateException("the values are exact, not doubles");
    }

    /** The least of doubles. */
    double doubleMin(int place) {
        throw new IllegalStateException("the values are exact, not doubles");
    }

    /** The greatest of doubles. */
    double doubleMax(int place) {
        throw new IllegalStateException("the values are exact, not doubles");
    }

    /** The sum of the series' first doubles. */
    double doubleFirstSum(int place) {
        throw new IllegalStateException("the values are exact, not doubles");
    }

    /** The sum of the series' last doubles. */
    double doubleLastSum(int place) {
        throw new IllegalStateException("the values are exact, not doubles");
    }

    private static IllegalStateException without(String tally) {
        return new IllegalStateException("the scan was run without " + tally);
    }
}
