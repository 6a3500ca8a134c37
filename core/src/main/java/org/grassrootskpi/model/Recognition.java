package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * What a document says in praise of a named subject that has no figure of its own: a hospital's award, the first
 * canteen of its kind, an inspection's grade.
 */
@Value.Immutable
public interface Recognition {
    /**
     * What others refer to it by.
     *
     * @return unique among the recognitions of a catalogue
     */
    String id();

    /**
     * Who or what was recognised.
     *
     * @return in both languages
     */
    LocalizedText subject();

    /**
     * The sector that the subject belongs to.
     *
     * @return the id of a {@link Sector}
     */
    String sector();

    /**
     * Where the subject is.
     *
     * @return the code of a {@link Region}
     */
    String region();

    /**
     * When it was recognised.
     *
     * @return the period
     */
    TimePeriod period();

    /**
     * Where the document names the subject.
     *
     * @return the citation
     */
    Citation citation();

    /**
     * Titles and prizes.
     *
     * @return possibly empty
     */
    ImmutableList<Award> awards();

    /**
     * Places, firsts and records.
     *
     * @return possibly empty
     */
    ImmutableList<Rank> ranks();

    /**
     * A grade.
     *
     * @return empty where none is said
     */
    Optional<Rating> rating();

    /**
     * What a reader should know.
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
