package org.grassrootskpi.query;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.text.CanonicalDecimal;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a result with its precision, contributors and status, or the reason why there is none: {@code 2678
 * (12/12)}.
 *
 * <p>A value is an exact decimal in the base {@link #unit()}, because a total of money must come out with its last
 * digit; a quotient that has no finite decimal is rounded to 34 digits, half even. With it come the {@link
 * #qualifier()} and {@link #bounds()} that follow from the contributing figures, how many of them were {@link
 * #present()} and {@link #expected()}, their worst {@link #status()}, for a stock the period it is {@link #asOf()}, and
 * {@link #remarks()}.
 *
 * <p>The precision of a value has three parts: the {@link #qualifier()} is {@link Qualifier#EXACT} where no figure that
 * went in had a word such as 近 or 约; the {@link #bounds()} hold the true value, and the value itself lies within them
 * or at one of their ends; {@link #isExact()} is true where they are that one number. So 1 / 3 of two counts is EXACT,
 * its bounds are the two decimals of 34 digits around one third, and it is not exact.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cell {
    private final @Nullable BigDecimal value;
    private final @Nullable Absence absence;
    private final @Nullable Refusal refusal;
    private final Unit unit;
    private final Qualifier qualifier;
    private final @Nullable Range<BigDecimal> bounds;
    final long present;
    final long expected;
    final boolean isAtLeast;
    private final ObservationStatus status;
    private final @Nullable TimePeriod asOf;
    private final long unpaired;
    private final ImmutableSet<Remark> remarks;

    Cell(CellBuilder builder) {
        this.value = builder.value;
        this.absence = builder.absence;
        this.refusal = builder.refusal;
        this.unit = builder.unit;
        this.qualifier = builder.qualifier;
        this.bounds = builder.bounds;
        this.present = builder.present;
        this.expected = builder.expected;
        this.isAtLeast = builder.isAtLeast;
        this.status = builder.status;
        this.asOf = builder.asOf;
        this.unpaired = builder.unpaired;
        this.remarks = builder.remarks;
    }

    /**
     * Starts a cell with a value that is known exactly.
     *
     * @param value the value in the base unit
     * @param unit the base unit
     * @return a builder
     */
    public static CellBuilder builder(BigDecimal value, Unit unit) {
        return new CellBuilder(CanonicalDecimal.of(value), null, unit);
    }

    /**
     * Starts a cell without a value.
     *
     * @param absence why
     * @param unit the base unit that a value would have
     * @return a builder
     */
    public static CellBuilder builder(Absence absence, Unit unit) {
        return new CellBuilder(null, absence, unit);
    }

    /**
     * {@return the cell of a refused measure}
     *
     * @param refusal why it was refused
     * @param unit the base unit of the indicator
     */
    public static Cell refused(Refusal refusal, Unit unit) {
        CellBuilder builder = new CellBuilder(null, Absence.REFUSED, unit);
        builder.refusal = refusal;
        return builder.build();
    }

    /** {@return whether there is a value} */
    public boolean hasValue() {
        return value != null;
    }

    /**
     * {@return the value in the base unit, without trailing zeros; empty exactly where there is an {@link #absence()}}
     */
    public Optional<BigDecimal> value() {
        return Optional.ofNullable(value);
    }

    /**
     * {@return the value in the base unit}
     *
     * @throws IllegalStateException if there is none, with the reason
     */
    public BigDecimal get() {
        if (value == null) {
            throw new IllegalStateException(
                    "No value: " + (refusal != null ? refusal : absence) + "; ask hasValue() or value() first");
        }
        return value;
    }

    /** {@return the value as the nearest double; NaN where there is none} */
    public double doubleValue() {
        return value == null ? Double.NaN : value.doubleValue();
    }

    /** {@return why there is no value} */
    public Optional<Absence> absence() {
        return Optional.ofNullable(absence);
    }

    /** {@return why the measure was refused; present exactly where the {@link #absence()} is {@link Absence#REFUSED}} */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** {@return the base unit of the value} */
    public Unit unit() {
        return unit;
    }

    /** {@return how the value relates to the true one: {@link Qualifier#EXACT} if no contributor says otherwise} */
    public Qualifier qualifier() {
        return qualifier;
    }

    /** {@return all values that the true one can have, in the base unit; the whole line where there is no value} */
    public Range<BigDecimal> bounds() {
        if (bounds != null) {
            return bounds;
        }
        return value == null ? Range.all() : Range.singleton(value);
    }

    /**
     * {@return whether the value is the true one to its last digit: the {@link #bounds()} are the value alone; never
     * true of what is computed from a column of doubles, but for counts and places}
     */
    public boolean isExact() {
        return value != null && bounds == null;
    }

    /**
     * Returns the value as a figure, for arithmetic that keeps qualifiers and bounds.
     *
     * @return empty where there is no value
     */
    public Optional<Quantity> quantity() {
        return value().map(v -> Quantity.of(v, unit, qualifier, bounds()));
    }

    /**
     * {@return the number of observations that went into the value; of a quotient or a change, into the less complete
     * side}
     */
    public long present() {
        return present;
    }

    /**
     * {@return how many observations should have gone in; empty where that is not known}
     *
     * <p>They are one for each region of the data's level and each period of the data's frequency in the group, whether
     * the table has a row there or not. A region above that level that has no parts counts as one, since the data of
     * its neighbours' parts leaves it out. The same holds with extra dimensions as long as the group has one member of
     * each: by {@code groupBy}, by {@code where} with one member, or by the total that the schema declares. Where
     * several members are combined, nobody knows which of them each region should have, and the number is not known;
     * see {@link #expectedAtLeast()}.
     */
    public OptionalLong expected() {
        return isAtLeast || expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected);
    }

    /**
     * {@return how many observations should have gone in at least: those {@link #expected()}, or, where these are not
     *     known, one for each region and period, and each row of the table, with and without a value}
     */
    public long expectedAtLeast() {
        return Math.max(present, expected);
    }

    /** {@return the worst status of all that went in} */
    public ObservationStatus status() {
        return status;
    }

    /** {@return for a stock, the last period that was observed, which the value is of; empty for anything else} */
    public Optional<TimePeriod> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Returns the number of observations left out because they have no counterpart; see {@link Remark#UNPAIRED}.
     *
     * @return 0 or more, those of both sides of a ratio or a comparison together
     */
    public long unpaired() {
        return unpaired;
    }

    /** {@return what must be known about the value before it is used, in the order of {@link Remark}} */
    public ImmutableSet<Remark> remarks() {
        return remarks;
    }

    /**
     * {@return the same cell with a remark besides those it has}
     *
     * @param remark any but {@link Remark#UNPAIRED}
     * @throws IllegalArgumentException if it is that one
     */
    public Cell withRemark(Remark remark) {
        if (remarks.contains(remark)) {
            return this;
        }
        CellBuilder copy = new CellBuilder(value, absence, unit);
        copy.refusal = refusal;
        copy.qualifier = qualifier;
        copy.bounds = bounds;
        copy.remarks = remarks;
        copy.unpaired = unpaired;
        return copy.contributorsOf(this)
                .status(status)
                .asOf(asOf())
                .remark(remark)
                .build();
    }

    /** {@return this cell as it is in {@link ResultTable#toJson}, as a map} */
    public Map<String, @Nullable Object> toMap() {
        return ResultTree.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cell that
                && Objects.equals(value, that.value)
                && absence == that.absence
                && Objects.equals(refusal, that.refusal)
                && unit.equals(that.unit)
                && qualifier == that.qualifier
                && Objects.equals(bounds, that.bounds)
                && present == that.present
                && expected == that.expected
                && isAtLeast == that.isAtLeast
                && status == that.status
                && Objects.equals(asOf, that.asOf)
                && unpaired == that.unpaired
                && remarks.equals(that.remarks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, absence, refusal, unit.code(), present, expected);
    }

    /**
     * {@return such as {@code 2678 (12/12)}, {@code <300 (3/4) PROVISIONAL}, {@code no observation (0/12)}, {@code 0.9
     * (3/6), 2 unpaired}, or {@code 29 (7/12+)} where there should be 12 observations at least}
     */
    @Override
    public String toString() {
        String of = expected < 0 ? "" : "/" + expected + (isAtLeast ? "+" : "");
        return CellText.exact(this) + " (" + present + of + ")"
                + (asOf == null ? "" : " as of " + asOf)
                + (status == ObservationStatus.NORMAL ? "" : " " + status)
                + remarks.stream()
                        .map(remark -> ", " + (remark == Remark.UNPAIRED ? unpaired + " " : "") + remark)
                        .collect(Collectors.joining());
    }
}
