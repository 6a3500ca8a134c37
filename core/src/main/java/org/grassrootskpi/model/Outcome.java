package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * A report of the state of a target at some time: 6 of 8 beds in September, done in November.
 *
 * <p>Outcomes are appended and never altered: each month has entries of its own, and the latest one by a date is the state
 * at that date.
 */
@Value.Immutable
public interface Outcome {
    /** The state of the target. */
    enum Status {
        /** What was promised is there. */
        DONE,
        /** A part of it is there, and no more is coming. */
        PARTLY,
        /** Work goes on. */
        UNDER_WAY,
        /** Nothing has been done. */
        NOT_STARTED,
        /** It goes on with another deadline or another content, which {@link Outcome#deadline()} or the reason says. */
        CHANGED,
        /** It became a part of another target, {@link Outcome#into()}. */
        MERGED,
        /** It was given up. */
        DROPPED
    }

    /** The reliability of an outcome. */
    enum Basis {
        /** The unit in charge says so. */
        REPORTED,
        /** Somebody else has looked. */
        VERIFIED
    }

    /**
     * Returns the target.
     *
     * @return the id of a {@link Target}
     */
    String target();

    /**
     * Returns the time at whose end it was so.
     *
     * @return mostly a month or a day; a target has at most one outcome for a period
     */
    TimePeriod asOf();

    /**
     * Returns the status.
     *
     * @return as reported
     */
    Status status();

    /**
     * Returns when the target was reached.
     *
     * @return present only where it is {@link Status#DONE}, and no later than {@link #asOf()}; empty where nobody said
     */
    Optional<TimePeriod> reached();

    /**
     * Returns the part that is done.
     *
     * @return in the unit {@code ratio}, 1 where all is done; empty where nobody said
     */
    Optional<Quantity> completion();

    /**
     * Returns the figure that is reached, as printed.
     *
     * @return in the unit of the target's figure; empty where nobody said
     */
    Optional<Quantity> figure();

    /**
     * Returns how much is known of it.
     *
     * @return {@link Basis#REPORTED} unless said otherwise
     */
    @Value.Default
    default Basis basis() {
        return Basis.REPORTED;
    }

    /**
     * Returns who reported or verified it.
     *
     * @return the name of a unit, as it is printed, or empty
     */
    Optional<String> by();

    /**
     * Returns what shows it.
     *
     * @return perhaps nothing
     */
    ImmutableList<Evidence> evidence();

    /**
     * Returns why it is so: what holds it up, or why it was changed.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> reason();

    /**
     * Returns the new deadline.
     *
     * @return present only where the target is {@link Status#CHANGED}
     */
    Optional<TimePeriod> deadline();

    /**
     * Returns the target that it became a part of.
     *
     * @return the id of another {@link Target}; present exactly where it is {@link Status#MERGED}
     */
    Optional<String> into();

    /**
     * Starts an outcome.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Outcome}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableOutcome.Builder {
        Builder() {}
    }
}
