package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A grade or a number of stars given by an assessor: A等次, 五星级. */
@Value.Immutable
public interface Rating {
    /**
     * Returns the grade in the assessor's scale, for example {@code A} or {@code five stars}.
     *
     * @return in both languages
     */
    LocalizedText grade();

    /**
     * Returns the number of stars of the grade.
     *
     * @return 1 or more; empty where the scale is not one of stars
     */
    Optional<Integer> stars();

    /**
     * Returns the scope within which the assessor grades.
     *
     * @return empty where the report does not say
     */
    Optional<RegionLevel> scope();

    /**
     * Returns the words as printed.
     *
     * @return never blank
     */
    String quote();

    /**
     * Starts a rating.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Rating}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableRating.Builder {
        Builder() {}
    }
}
