package org.grassrootskpi.score;

import com.google.common.base.Suppliers;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * A score: a number, and all values that the true score can have, because the figures behind it are rounded, 近, 超, or missing.
 *
 * <p>Scores are computed exactly, as fractions; {@link #value} and {@link #bounds} are rounded to 34 digits where they have no finite
 * decimal, the bounds outwards. Equality is by value and bounds. Immutable and thread-safe.
 */
public final class Score {
    private final Supplier<Bounded> exact;
    private final @Nullable ScoreColumns columns;
    private final int member;

    private Score(Supplier<Bounded> exact, @Nullable ScoreColumns columns, int member) {
        this.exact = exact;
        this.columns = columns;
        this.member = member;
    }

    static Score of(Bounded exact) {
        return new Score(() -> exact, null, 0);
    }

    /** Returns the score of a member of columns, whose numbers are found when they are asked for. */
    static Score of(ScoreColumns columns, int member) {
        return new Score(Suppliers.memoize(() -> columns.score(member)), columns, member);
    }

    /** Returns the columns that it is from; null if it is from none, or a step has changed it. */
    @Nullable ScoreColumns columns() {
        return columns;
    }

    /** Returns its place in the columns. */
    int member() {
        return member;
    }

    /**
     * {@return a score that is known exactly}
     *
     * @param value the score
     */
    public static Score of(BigDecimal value) {
        return of(Bounded.of(Fraction.of(value)));
    }

    /**
     * {@return a score that is known exactly}
     *
     * @param value the score, written out: {@code "94.31"}
     */
    public static Score of(String value) {
        return of(new BigDecimal(value));
    }

    /**
     * {@return a score with bounds}
     *
     * @param value the score, within the bounds or at one of their ends
     * @param bounds all values that the true score can have
     * @throws IllegalArgumentException if the value lies outside the bounds
     */
    public static Score of(BigDecimal value, Range<BigDecimal> bounds) {
        if ((bounds.hasLowerBound() && value.compareTo(bounds.lowerEndpoint()) < 0)
                || (bounds.hasUpperBound() && value.compareTo(bounds.upperEndpoint()) > 0)) {
            throw new IllegalArgumentException("Expected bounds that contain the score " + value + ", got " + bounds);
        }
        return of(Bounded.of(value, Qualifier.EXACT, bounds));
    }

    Bounded exact() {
        return exact.get();
    }

    /** {@return the score by the figures as they are} */
    public BigDecimal value() {
        return exact().value().toDecimal();
    }

    /** {@return all values that the true score can have} */
    public Range<BigDecimal> bounds() {
        return exact().bounds();
    }

    /** {@return whether the bounds are the score alone} */
    public boolean isExact() {
        return exact().isExact();
    }

    /**
     * {@return the score rounded half up in magnitude, with what its bounds round to}
     *
     * @param decimals decimals after the point, 0 or more
     */
    public Score rounded(int decimals) {
        return of(exact().rounded(decimals));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Score that && exact().equals(that.exact());
    }

    @Override
    public int hashCode() {
        return exact().hashCode();
    }

    /** {@return the score, and its bounds where they are not the score alone: {@code 94.31 within [94.305..94.315)}} */
    @Override
    public String toString() {
        String value = value().toPlainString();
        return isExact() ? value : value + " within " + bounds();
    }
}
