package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * What a plan commits to: a value of an indicator, a stage of a project, or a named piece of work, by a deadline.
 *
 * <p>At most one of {@link #indicator()}, {@link #project()} and {@link #programme()} is present; a target that has none
 * of them is a commitment that nothing measures.
 */
@Value.Immutable
public interface Target {
    /** What it is that the plan commits to, which decides how it can be judged. */
    enum Type {
        /** A value of an indicator. */
        INDICATOR,
        /** A stage of a project. */
        PROJECT,
        /** Something that is there or was done at the end, but that no indicator and no project follows: 增设一体机. */
        DELIVERABLE,
        /** Work that goes on and has no end of its own: 优化政务服务. */
        WORK,
        /** A heading or a slogan: shown, and never judged. */
        ASPIRATION
    }

    /** How firmly the plan commits. */
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
     * What others refer to it by.
     *
     * @return unique among the targets of a catalogue
     */
    String id();

    /**
     * What is to be done.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * The responsible sector.
     *
     * @return the id of a {@link Sector}
     */
    String sector();

    /**
     * Where.
     *
     * @return the code of a {@link Region}
     */
    String region();

    /**
     * How firm it is.
     *
     * @return the strength
     */
    Strength strength();

    /**
     * What it is.
     *
     * @return unless said otherwise {@link Type#INDICATOR} for one on an indicator and {@link Type#PROJECT} for one with
     *     a stage; of the others {@link Type#WORK} for what is to be carried on, {@link Type#ASPIRATION} for what is to be
     *     striven for, and else {@link Type#DELIVERABLE}
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
     * By when: it is due until this period's end.
     *
     * @return a year, a half, a month or a day
     */
    TimePeriod deadline();

    /**
     * The indicator whose value is set.
     *
     * @return the id of an {@link Indicator}, or empty
     */
    Optional<String> indicator();

    /**
     * The project that is to move on.
     *
     * @return the id of a {@link Project}, or empty
     */
    Optional<String> project();

    /**
     * The stage that the project is to reach.
     *
     * @return the id of a {@link Stage} of the project's model; present only with {@link #project()}
     */
    Optional<String> stage();

    /**
     * The programme that is to be carried on.
     *
     * @return the id of a {@link Programme}, or empty
     */
    Optional<String> programme();

    /**
     * The figure that is set, as printed.
     *
     * @return empty where the plan names no figure
     */
    Optional<Quantity> figure();

    /**
     * Where it stands.
     *
     * @return the citation
     */
    Citation citation();

    /**
     * What a reader should know.
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
