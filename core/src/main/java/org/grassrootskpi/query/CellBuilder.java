package org.grassrootskpi.query;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Cell}. */
public final class CellBuilder {
    final @Nullable BigDecimal value;
    final @Nullable Absence absence;
    final Unit unit;

    @Nullable Refusal refusal;

    Qualifier qualifier = Qualifier.EXACT;

    @Nullable Range<BigDecimal> bounds;

    long present;
    long expected = -1;
    boolean isAtLeast;
    ObservationStatus status = ObservationStatus.NORMAL;

    @Nullable TimePeriod asOf;

    long unpaired;
    ImmutableSet<Remark> remarks = ImmutableSet.of();

    CellBuilder(@Nullable BigDecimal value, @Nullable Absence absence, Unit unit) {
        this.value = value;
        this.absence = absence;
        this.unit = unit;
    }

    /**
     * {@return this, with the qualifier and the bounds of a value that is not known exactly}
     *
     * @param qualifier how the value relates to the true one
     * @param bounds all values that the true one can have
     */
    public CellBuilder precision(Qualifier qualifier, Range<BigDecimal> bounds) {
        if (value != null) {
            this.qualifier = qualifier;
            this.bounds = isSingle(bounds, value) ? null : bounds;
        }
        return this;
    }

    private static boolean isSingle(Range<BigDecimal> bounds, BigDecimal value) {
        return bounds.hasLowerBound()
                && bounds.hasUpperBound()
                && bounds.lowerEndpoint().compareTo(value) == 0
                && bounds.upperEndpoint().compareTo(value) == 0;
    }

    /**
     * {@return this, with its contributors}
     *
     * @param present how many there are
     * @param expected how many there should be; negative if that is not known
     */
    public CellBuilder contributors(long present, long expected) {
        this.present = present;
        this.expected = expected < 0 ? -1 : expected;
        this.isAtLeast = false;
        return this;
    }

    /**
     * {@return this, with its contributors, where it is not known how many there should be}
     *
     * @param present how many there are
     * @param atLeast how many there should be at least
     */
    public CellBuilder contributorsAtLeast(long present, long atLeast) {
        this.present = present;
        this.expected = atLeast;
        this.isAtLeast = true;
        return this;
    }

    /**
     * {@return this, with the contributors of another cell}
     *
     * @param cell the cell whose contributors these are
     */
    public CellBuilder contributorsOf(Cell cell) {
        return contributorsOf(cell, false);
    }

    /**
     * {@return this, with the contributors of another cell}
     *
     * @param cell the cell whose contributors these are
     * @param atLeast whether there should be as many at least, also where the other cell knows their number
     */
    public CellBuilder contributorsOf(Cell cell, boolean atLeast) {
        this.present = cell.present;
        this.expected = cell.expected;
        this.isAtLeast = cell.isAtLeast || (atLeast && expected >= 0);
        return this;
    }

    /**
     * {@return this, with the worst status of what went in}
     *
     * @param status the status
     */
    public CellBuilder status(ObservationStatus status) {
        this.status = status;
        return this;
    }

    /**
     * {@return this, with the period that a stock is of}
     *
     * @param asOf the period, or empty
     */
    public CellBuilder asOf(Optional<TimePeriod> asOf) {
        this.asOf = asOf.orElse(null);
        return this;
    }

    /**
     * {@return this, with the number of observations that were left out, and the remark that says so if there are
     * any}
     *
     * @param leftOut 0 or more
     */
    public CellBuilder unpaired(long leftOut) {
        unpaired = leftOut;
        remarks = Sets.immutableEnumSet(Sets.filter(remarks, remark -> remark != Remark.UNPAIRED));
        return leftOut > 0 ? with(Remark.UNPAIRED) : this;
    }

    /**
     * {@return this, with a remark besides those it has}
     *
     * @param remark any but {@link Remark#UNPAIRED}, which {@link #unpaired} adds with a number
     * @throws IllegalArgumentException if it is that one
     */
    public CellBuilder remark(Remark remark) {
        if (remark == Remark.UNPAIRED) {
            throw new IllegalArgumentException("Expected any remark but UNPAIRED: call unpaired(number) for that");
        }
        return with(remark);
    }

    private CellBuilder with(Remark remark) {
        remarks = Sets.immutableEnumSet(Sets.union(remarks, ImmutableSet.of(remark)));
        return this;
    }

    /**
     * {@return the cell}
     *
     * @throws IllegalArgumentException if the value lies outside its bounds
     */
    public Cell build() {
        Range<BigDecimal> range = bounds;
        if (value != null && range != null) {
            boolean below = range.hasLowerBound() && value.compareTo(range.lowerEndpoint()) < 0;
            boolean above = range.hasUpperBound() && value.compareTo(range.upperEndpoint()) > 0;
            if (below || above) {
                throw new IllegalArgumentException(
                        "Expected bounds that contain the value " + value.toPlainString() + ", got " + range);
            }
        }
        return new Cell(this);
    }
}
