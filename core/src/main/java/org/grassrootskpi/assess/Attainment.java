package org.grassrootskpi.assess;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A figure compared with a target: whether it is reached, and which part of it. Immutable and thread-safe.
 *
 * <p>Zero targets and limits are reached or not and have no {@link #part()}; {@link #refusal()} says why.
 */
public final class Attainment {
    private final AttainmentState state;
    private final Quantity gap;
    private final @Nullable Bounded part;
    private final @Nullable AssessmentRefusal refusal;

    Attainment(AttainmentState state, Quantity gap, @Nullable Bounded part, @Nullable AssessmentRefusal refusal) {
        this.state = state;
        this.gap = gap;
        this.part = part;
        this.refusal = refusal;
    }

    /** {@return whether the target is reached, by the bounds of the figure} */
    public AttainmentState state() {
        return state;
    }

    /**
     * {@return the part of the target that is reached, as it is: 1.05 where more was done than asked for, negative where a
     * baseline is fallen below; with bounds; empty exactly where there is a {@link #refusal()}}
     */
    public Optional<Quantity> part() {
        return exactPart().map(exact -> exact.toQuantity(Unit.RATIO));
    }

    /**
     * {@return the part, or the cap where it is more; with bounds}
     *
     * @param cap the most that counts: 1, or 1.2 for 120 %
     */
    public Optional<Quantity> cappedAt(BigDecimal cap) {
        return exactPart().map(exact -> exact.atMost(Fraction.of(cap)).toQuantity(Unit.RATIO));
    }

    /** {@return the figure less the target, in their unit; for rates in points; of an interval the distance to its nearer end} */
    public Quantity gap() {
        return gap;
    }

    /** {@return why there is no part} */
    public Optional<AssessmentRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    Optional<Bounded> exactPart() {
        return Optional.ofNullable(part);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attainment that
                && state == that.state
                && gap.equals(that.gap)
                && Objects.equals(part, that.part)
                && Objects.equals(refusal, that.refusal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, gap, part, refusal);
    }

    /** {@return such as {@code NOT_REACHED 26.7%}} */
    @Override
    public String toString() {
        return state + exactPart().map(exact -> " " + Percents.of(exact)).orElse(" " + refusal);
    }
}
