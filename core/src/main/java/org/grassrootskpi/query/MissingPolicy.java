package org.grassrootskpi.query;

import java.math.BigDecimal;
import org.grassrootskpi.text.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The completeness that a group needs to get a value: {@code MissingPolicy.requireAtLeast(0.9)}.
 *
 * <p>A group's contributors are the observations that are there, out of one for each region of the data's level and
 * each period of the data's frequency in the group; see {@link Cell#expected()}. Whatever the policy, a missing value
 * is never taken for zero, a group without any observation has no value, and every {@link Cell} has the number of its
 * contributors. Two measures say how much data there is and are not subject to the policy: without any observation
 * {@link Measure#count()} is 0, and {@link Measure#coverage()} is 0 where observations are expected.
 *
 * <p>Where members of an extra dimension are combined, the expected number of observations is not known. A policy that
 * requires completeness is then refused as {@link Refusal.Reason#UNKNOWN_COMPLETENESS}, never taken as met. Immutable.
 */
public final class MissingPolicy {
    private static final MissingPolicy REPORT = new MissingPolicy(BigDecimal.ZERO);
    private static final MissingPolicy ALL = new MissingPolicy(BigDecimal.ONE);

    private final BigDecimal leastCoverage;

    private MissingPolicy(BigDecimal leastCoverage) {
        this.leastCoverage = leastCoverage;
    }

    /** {@return the default: any observation gives a value, and the cell says how many there were} */
    public static MissingPolicy lenient() {
        return REPORT;
    }

    /** {@return no value unless every contributor is there} */
    public static MissingPolicy requireAll() {
        return ALL;
    }

    /**
     * {@return no value unless a part of the contributors is there}
     *
     * @param leastCoverage the part, from 0 to 1, both included
     * @throws IllegalArgumentException if it is outside of that
     */
    public static MissingPolicy requireAtLeast(BigDecimal leastCoverage) {
        if (leastCoverage.signum() < 0 || leastCoverage.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("Expected a coverage from 0 to 1, got " + leastCoverage.toPlainString());
        }
        return new MissingPolicy(leastCoverage.signum() == 0 ? BigDecimal.ZERO : leastCoverage.stripTrailingZeros());
    }

    /**
     * {@return no value unless a part of the contributors is there}
     *
     * @param leastCoverage the part, from 0 to 1, both included; 0.9 is nine tenths exactly
     * @throws IllegalArgumentException if it is outside of that
     */
    public static MissingPolicy requireAtLeast(double leastCoverage) {
        if (!(leastCoverage >= 0 && leastCoverage <= 1)) {
            throw new IllegalArgumentException("Expected a coverage from 0 to 1, got " + leastCoverage);
        }
        return requireAtLeast(ShortestDecimal.of(leastCoverage));
    }

    /** {@return the least coverage that gives a value, from 0 to 1} */
    public BigDecimal leastCoverage() {
        return leastCoverage;
    }

    /**
     * {@return whether a group is complete enough}
     *
     * @param present how many contributors are there
     * @param expected how many there should be
     */
    public boolean accepts(long present, long expected) {
        if (leastCoverage.signum() == 0) {
            return true;
        }
        return BigDecimal.valueOf(present).compareTo(leastCoverage.multiply(BigDecimal.valueOf(expected))) >= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MissingPolicy policy && leastCoverage.equals(policy.leastCoverage);
    }

    @Override
    public int hashCode() {
        return leastCoverage.hashCode();
    }

    /** {@return such as {@code coverage >= 0.9}} */
    @Override
    public String toString() {
        return "coverage >= " + leastCoverage.toPlainString();
    }
}
