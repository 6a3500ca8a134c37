package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * Praise of a named subject that has no separate figure, as a document states it: a hospital's award, the first
 * canteen of its kind, an inspection's grade.
 */
@Value.Immutable
public interface Recognition {
    /**
     * Returns the id by which others refer to it.
     *
     * @return unique among the recognitions of a catalogue
     */
    String id();

    /**
     * Returns the person or thing that was recognised.
     *
     * @return in both languages
     */
    LocalizedText subject();

    /**
     * Returns the sector that the subject belongs to.
     *
     * @return the id of a {@link Sector}
     */
    String sector();

    /**
     * Returns the region where the subject is.
     *
     * @return the code of a {@link Region}
     */
    String region();

    /**
     * Returns the period in which it was recognised.
     *
     * @return the period
     */
    TimePeriod period();

    /**
     * Returns the place where the document names the subject.
     *
     * @return the citation
     */
    Citation citation();

    /**
     * Returns titles and prizes.
     *
     * @return possibly empty
     */
    ImmutableList<Award> awards();

    /**
     * Returns places, firsts and records.
     *
     * @return possibly empty
     */
    ImmutableList<Rank> ranks();

    /**
     * Returns a grade.
     *
     * @return empty where none is said
     */
    Optional<Rating> rating();

    /**
     * Returns a note for readers.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Starts a recognition.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Refuses a recognition that recognises nothing. */
    @Value.Check
    default void check() {
        if (awards().isEmpty() && ranks().isEmpty() && rating().isEmpty()) {
            throw new IllegalStateException(
                    "recognition '" + id() + "': expected at least one of awards, ranks and rating, got none");
        }
    }

    /** Builds a {@link Recognition}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableRecognition.Builder {
        Builder() {}
    }
}
