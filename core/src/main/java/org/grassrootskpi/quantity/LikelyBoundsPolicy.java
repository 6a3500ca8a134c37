package org.grassrootskpi.quantity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.grassrootskpi.text.DefinitionLines;

/**
 * The range that the words around a figure are assumed to mean: by the {@linkplain #standard() standard} policy 近 means
 * at least 90 % of the printed figure. It is a convention for likely values; the certain ones are {@link
 * Quantity#bounds()}. Immutable and thread-safe.
 */
public final class LikelyBoundsPolicy {
    private final ImmutableMap<Qualifier, Range<BigDecimal>> reaches;

    private LikelyBoundsPolicy(Map<Qualifier, Range<BigDecimal>> reaches) {
        this.reaches = Maps.immutableEnumMap(reaches);
    }

    /**
     * Returns the policy of the resource {@code likely-bounds.tsv}.
     *
     * @return BELOW 90 to 100 % of the figure, ABOVE and AT_LEAST 100 to 110 %, ABOUT 95 to 105 %, AT_MOST 90 to 100 %
     */
    public static LikelyBoundsPolicy standard() {
        return Standard.POLICY;
    }

    /**
     * Returns this policy with another reach of one qualifier.
     *
     * @param qualifier any but {@link Qualifier#EXACT}, whose bounds are certain
     * @param from the least share of the printed figure, 0 or more, at most {@code to}
     * @param to the greatest share of the printed figure
     * @return the changed policy
     * @throws IllegalArgumentException if the qualifier is EXACT or the shares are not as described
     */
    public LikelyBoundsPolicy with(Qualifier qualifier, BigDecimal from, BigDecimal to) {
        if (qualifier == Qualifier.EXACT || from.signum() < 0 || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("Expected a qualifier other than EXACT and shares from 0 up, found "
                    + qualifier + " from " + from + " to " + to);
        }
        Map<Qualifier, Range<BigDecimal>> changed = new EnumMap<>(reaches);
        changed.put(qualifier, Range.closed(from, to));
        return new LikelyBoundsPolicy(changed);
    }

    Range<BigDecimal> apply(BigDecimal value, Qualifier qualifier, Range<BigDecimal> certain) {
        Range<BigDecimal> reach = reaches.get(qualifier);
        boolean closed = certain.hasLowerBound() && certain.hasUpperBound();
        if (reach == null || (closed && qualifier != Qualifier.BELOW)) {
            return certain;
        }
        Range<BigDecimal> likely = Intervals.times(reach, value);
        if (!likely.isConnected(certain)) {
            return certain;
        }
        Range<BigDecimal> both = likely.intersection(certain);
        return both.isEmpty() ? certain : both;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LikelyBoundsPolicy that && reaches.equals(that.reaches);
    }

    @Override
    public int hashCode() {
        return reaches.hashCode();
    }

    /** Returns the reach of each qualifier. */
    @Override
    public String toString() {
        return reaches.toString();
    }

    private static final class Standard {
        static final LikelyBoundsPolicy POLICY = new LikelyBoundsPolicy(read());

        private static Map<Qualifier, Range<BigDecimal>> read() {
            Map<Qualifier, Range<BigDecimal>> reaches = new EnumMap<>(Qualifier.class);
            for (DefinitionLines.Line line : DefinitionLines.ofResource(
                    LikelyBoundsPolicy.class.getResourceAsStream("likely-bounds.tsv"), "likely-bounds.tsv")) {
                reaches.put(
                        Qualifier.valueOf(line.field(0, "a qualifier")),
                        Range.closed(
                                new BigDecimal(line.field(1, "the least share")),
                                new BigDecimal(line.field(2, "the greatest share"))));
            }
            return reaches;
        }
    }
}
