package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * A commitment of a plan: a value of an indicator, a stage of a project, or a named piece of work, by a deadline.
 *
 * <p>At most one of {@link #indicator()}, {@link #project()} and {@link #programme()} is present; a target that has none
 * of them is a commitment that nothing measures.
 */
@Value.Immutable
public interface Target {
    /** The sort of thing that a plan commits to; it decides how the target can be judged. */
    enum Type {
        /** A value of an indicator. */
        INDICATOR,
        /** A stage of a project. */
        PROJECT,
        /** Something that is there or was done at the end, but that no indicator and no project follows: 增设一体机. */
        DELIVERABLE,
        /** Continuing work without a defined end: 优化政务服务. */
        WORK,
        /** A heading or a slogan: shown, and never judged. */
        ASPIRATION
    }

    /** The firmness of a commitment. */
    enum Strength {
        /** To be finished. */
        COMPLETE,
        /** To be begun. */
        START,
        /** To be carried on. */
        CONTINUE,
        /** To be striven for (争取): not promised. */
        STRIVE
    }

    /**
     * Returns the id by which others refer to it.
     *
     * @return unique among the targets of a catalogue
     */
    String id();

    /**
     * Returns the work to be done.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the responsible sector.
     *
     * @return the id of a {@link Sector}
     */
    String sector();

    /**
     * Returns the region.
     *
     * @return the code of a {@link Region}
     */
    String region();

    /**
     * Returns the firmness of the commitment.
     *
     * @return the strength
     */
    Strength strength();

    /**
     * Returns the type of the target.
     *
     * @return unless said otherwise {@link Type#INDICATOR} for one on an indicator and {@link Type#PROJECT} for one
     *     with a stage; of the others {@link Type#WORK} for what is to be carried on, {@link Type#ASPIRATION} for what
     *     is to be striven for, and else {@link Type#DELIVERABLE}
     */
    @Value.Default
    default Type type() {
        if (indicator().isPresent()) {
            return Type.INDICATOR;
        }
        if (stage().isPresent()) {
            return Type.PROJECT;
        }
        return switch (strength()) {
            case COMPLETE, START -> Type.DELIVERABLE;
            case CONTINUE -> Type.WORK;
            case STRIVE -> Type.ASPIRATION;
        };
    }

    /**
     * Returns the deadline: the target is due by the end of this period.
     *
     * @return a year, a half, a month or a day
     */
    TimePeriod deadline();

    /**
     * Returns the indicator whose value is set.
     *
     * @return the id of an {@link Indicator}, or empty
     */
    Optional<String> indicator();

    /**
     * Returns the project that is to move on.
     *
     * @return the id of a {@link Project}, or empty
     */
    Optional<String> project();

    /**
     * Returns the stage that the project is to reach.
     *
     * @return the id of a {@link Stage} of the project's model; present only with {@link #project()}
     */
    Optional<String> stage();

    /**
     * Returns the programme that is to be carried on.
     *
     * @return the id of a {@link Programme}, or empty
     */
    Optional<String> programme();

    /**
     * Returns the figure that is set, as printed.
     *
     * @return empty where the plan names no figure
     */
    Optional<Quantity> figure();

    /**
     * Returns the target of an earlier plan that this one takes up.
     *
     * @return the id of another {@link Target}, or empty
     */
    Optional<String> continues();

    /**
     * Returns who answers for it.
     *
     * @return the unit in charge with others, or empty where the plan does not say
     */
    Optional<Responsibility> responsible();

    /**
     * Returns the place where the plan states it.
     *
     * @return the citation
     */
    Citation citation();

    /**
     * Returns a note for readers.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Starts a target.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Target}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableTarget.Builder {
        Builder() {}
    }
}
