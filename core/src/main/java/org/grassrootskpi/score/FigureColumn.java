package org.grassrootskpi.score;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one item as longs of one scale, by member: their values, and the ends of their bounds. A figure is in it where it has no
 * word such as 近, both ends, and few digits; all others have to be read one by one.
 */
final class FigureColumn {
    static final byte PLAIN = 1;
    static final byte LOWER_INCLUDED = 2;
    static final byte UPPER_INCLUDED = 4;

    private static final int MOST_DECIMALS = 12;
    private static final long MOST = 1_000_000_000_000_000L;

    final long[] values;
    final long[] lower;
    final long[] upper;
    /** For each member {@link #PLAIN} with the ends that are included, or 0. */
    final byte[] states;

    final int scale;
    /** The units of all figures, plain or not. */
    final ImmutableSet<Unit> units;
    /** The greatest magnitude among the numbers. */
    final long magnitude;

    private FigureColumn(int members, int scale, ImmutableSet<Unit> units, @Nullable Quantity[] figures) {
        values = new long[members];
        lower = new long[members];
        upper = new long[members];
        states = new byte[members];
        this.scale = scale;
        this.units = units;
        long most = 0;
        for (int member = 0; member < members; member++) {
            Quantity figure = figures[member];
            if (figure != null && set(member, figure)) {
                most = Math.max(most, Math.max(Math.abs(lower[member]), Math.abs(upper[member])));
            }
        }
        magnitude = most;
    }

    /** Returns the figures of an item, of the members in their order. */
    static FigureColumn of(String item, List<String> members, Map<String, Map<String, Quantity>> byMember) {
        @Nullable Quantity[] figures = new Quantity[members.size()];
        ImmutableSet.Builder<Unit> units = ImmutableSet.builder();
        Unit last = null;
        int scale = 0;
        for (int member = 0; member < figures.length; member++) {
            Quantity figure =
                    byMember.getOrDefault(members.get(member), Map.of()).get(item);
            figures[member] = figure;
            if (figure != null) {
                Range<BigDecimal> bounds = figure.bounds();
                scale = Math.max(scale, figure.value().scale());
                scale = bounds.hasLowerBound()
                        ? Math.max(scale, bounds.lowerEndpoint().scale())
                        : scale;
                scale = bounds.hasUpperBound()
                        ? Math.max(scale, bounds.upperEndpoint().scale())
                        : scale;
                Unit unit = figure.unit();
                if (!Objects.equals(unit, last)) {
                    last = unit;
                    units.add(unit);
                }
            }
        }
        return new FigureColumn(members.size(), Math.min(scale, MOST_DECIMALS), units.build(), figures);
    }

    private boolean set(int member, Quantity figure) {
        Range<BigDecimal> bounds = figure.bounds();
        if (figure.qualifier() != Qualifier.EXACT || !bounds.hasLowerBound() || !bounds.hasUpperBound()) {
            return false;
        }
        long value = scaled(figure.value());
        long least = scaled(bounds.lowerEndpoint());
        long most = scaled(bounds.upperEndpoint());
        if (value == Long.MIN_VALUE || least == Long.MIN_VALUE || most == Long.MIN_VALUE) {
            return false;
        }
        values[member] = value;
        lower[member] = least;
        upper[member] = most;
        states[member] = (byte) (PLAIN
                | (bounds.lowerBoundType() == BoundType.CLOSED ? LOWER_INCLUDED : 0)
                | (bounds.upperBoundType() == BoundType.CLOSED ? UPPER_INCLUDED : 0));
        return true;
    }

    /** Returns a number times ten to the power of the scale; the least long where it is too long or too fine. */
    private long scaled(BigDecimal number) {
        if (number.scale() > scale || number.precision() - number.scale() + scale > 15) {
            return Long.MIN_VALUE;
        }
        long unscaled = number.setScale(scale).unscaledValue().longValueExact();
        return Math.abs(unscaled) > MOST ? Long.MIN_VALUE : unscaled;
    }

    /** Returns whether a member's figure is in the columns. */
    boolean isPlain(int member) {
        return states[member] != 0;
    }
}
