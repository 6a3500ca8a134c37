package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Quantity;

/**
 * Adds rows one by one to a table under construction, by numbers instead of names: first {@link #row}, then the status
 * and the precision of the value, then one of the methods that add the value and complete the row. These throw an
 * {@link IllegalArgumentException} if one of the numbers does not exist, no row was begun, or a status that has no
 * value is combined with a value, or the other way round.
 *
 * <p>Made for readers of large files; everybody else adds observations or arrays. Not thread-safe.
 */
public final class RowAppender {
    private static final int NONE = -1;
    private static final ImmutableList<ObservationStatus> STATUSES = ImmutableList.copyOf(ObservationStatus.values());

    // Statuses are ordered, so that one comparison shows whether there is a value.
    private static final int FIRST_WITHOUT_VALUE = STATUSES.indexOf(ObservationStatus.SUPPRESSED);

    private final ObservationTableBuilder builder;
    private final int noCombination;
    private int indicator = NONE;
    private int region;
    private int period;
    private int combination;
    private byte status;
    private int origin;

    RowAppender(ObservationTableBuilder builder) {
        this.builder = builder;
        noCombination = builder.hasExtraDimensions() ? NONE : 0;
    }

    /**
     * Returns the number of a combination of the extra dimensions' values, to be used with {@link #combination}.
     *
     * @param values one for each dimension of the schema
     * @return 0 or more
     * @throws IllegalArgumentException if there are more or fewer, if one has hidden characters, or looks like another
     *     one of its dimension (see {@link TableSchema#dimensions})
     */
    public int combinationOf(List<String> values) {
        return builder.combination(ImmutableList.copyOf(values));
    }

    /**
     * Begins a row: of status NORMAL, from nowhere, and without a combination, which a table with extra dimensions needs.
     *
     * @param indicator a position in the catalogue's list of indicators
     * @param region a number of {@link RegionNumbering}
     * @param period a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     * @return this
     */
    public RowAppender row(int indicator, int region, int period) {
        this.indicator = indicator;
        this.region = region;
        this.period = period;
        combination = noCombination;
        status = 0;
        origin = 0;
        return this;
    }

    /**
     * Sets the values of the extra dimensions of the row.
     *
     * @param combination a number of {@link #combinationOf}
     * @return this
     */
    public RowAppender combination(int combination) {
        this.combination = combination;
        return this;
    }

    /**
     * Sets the status of the value.
     *
     * @param status the status
     * @return this
     */
    public RowAppender status(ObservationStatus status) {
        this.status = status == ObservationStatus.NORMAL ? 0 : (byte) STATUSES.indexOf(status);
        return this;
    }

    /**
     * Sets the origin of the row, for the case that it is a duplicate; it costs four bytes a row until the table is
     * built.
     *
     * @param line any number, such as a line
     * @return this
     */
    public RowAppender origin(int line) {
        origin = line;
        return this;
    }

    /**
     * Adds the row with a value that is exact to the indicator's decimals.
     *
     * @param unscaled the value times ten to the power of the indicator's decimals
     */
    public void addUnscaled(long unscaled) {
        add(unscaled, 0);
    }

    /**
     * Adds the row with a double; the schema must declare the indicator as floating-point.
     *
     * @param value a finite number in the indicator's unit
     */
    public void addDouble(double value) {
        // Adding zero turns -0.0 into 0.0, so that equal values are stored alike.
        add(Double.doubleToRawLongBits(value + 0.0), 0);
    }

    /**
     * Adds the row with a figure as printed.
     *
     * @param figure in a unit of the indicator's base
     * @throws org.grassrootskpi.quantity.UnitMismatchException if its unit is not the indicator's
     * @throws ArithmeticException if it has more decimals than the indicator, or is not below 2^63 at its decimals
     * @throws IllegalArgumentException if it has a qualifier and the schema declares the indicator as floating-point
     */
    public void addFigure(Quantity figure) {
        Indicator of = builder.indicator(indicator);
        BigDecimal value = figure.in(of.unit());
        if (builder.isFloatingPoint(indicator)) {
            ObservationTableBuilder.requireExact(figure, of);
            addDouble(value.doubleValue());
        } else {
            long unscaled = unscaled(value, of);
            add(unscaled, builder.buffers().precision(figure, of, unscaled));
        }
    }

    /** Adds the row without a value; its status must be one that has none. */
    public void addMissing() {
        requireValue(false);
        store(0, 0);
    }

    private void add(long value, int precision) {
        requireValue(true);
        store(value, precision);
    }

    private void requireValue(boolean hasValue) {
        if ((status < FIRST_WITHOUT_VALUE) != hasValue) {
            throw new IllegalArgumentException(
                    "Expected " + (hasValue ? "addMissing() for" : "a value of") + " a row of status "
                            + STATUSES.get(status) + ", got " + (hasValue ? "a value" : "addMissing()")
                            + "; say another status(...)");
        }
    }

    private void store(long value, int precision) {
        if (combination < 0 || combination >= builder.buffers().combinationCount()) {
            throw new IllegalArgumentException("Expected a number of combinationOf(...) below "
                    + builder.buffers().combinationCount() + " in combination(...), got "
                    + (combination == NONE ? "none" : combination));
        }
        RowBuffer to = builder.buffers().at(indicator, region, period, 0);
        if ((combination | status | precision) == 0) {
            to.add(region, period, value);
        } else {
            to.add(region, period, value, combination, status, precision);
        }
        if (origin != 0) {
            to.origin(origin);
        }
        indicator = NONE;
    }

    /** Returns the value at the indicator's decimals. */
    static long unscaled(BigDecimal value, Indicator indicator) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > indicator.decimals()) {
            throw new ArithmeticException("expected at most " + indicator.decimals() + " decimals in "
                    + indicator.unit().code() + ", got " + value.toPlainString());
        }
        BigInteger unscaled = stripped.setScale(indicator.decimals()).unscaledValue();
        if (unscaled.bitLength() >= Long.SIZE) {
            throw new ArithmeticException("expected a number below 2^63 at " + indicator.decimals() + " decimals, got "
                    + value.toPlainString() + "; declare fewer decimals or a larger unit");
        }
        return unscaled.longValue();
    }
}
