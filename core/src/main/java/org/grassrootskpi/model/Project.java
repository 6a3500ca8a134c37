package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/** Something with a beginning and an end that government builds, clears, renews or sets up, and its history. */
@Value.Immutable
public interface Project {
    /**
     * Returns the id by which others refer to it.
     *
     * @return unique among the projects of a catalogue
     */
    String id();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the sector that it belongs to.
     *
     * @return the id of a {@link Sector}
     */
    String sector();

    /**
     * Returns the region where it is.
     *
     * @return the code of the smallest {@link Region} that holds all of it
     */
    String region();

    /**
     * Returns the regions in which it lies, where it lies in several or is carried out in some of them first.
     *
     * @return codes of {@link Region}s within {@link #region()}, possibly empty
     */
    ImmutableList<String> places();

    /**
     * Returns the region that it is of or for, where that is not the one in which it lies: a district's fair held in
     * one of its subdistricts.
     *
     * @return the code of a {@link Region}, or empty
     */
    Optional<String> scope();

    /**
     * Returns the project that it is a part of: a station of a line, a phase, one of several works under one heading.
     *
     * @return the id of a {@link Project}, or empty
     */
    Optional<String> partOf();

    /**
     * Returns the stages that it goes through.
     *
     * @return the id of a {@link StageModel}
     */
    String stageModel();

    /**
     * Returns other names under which reports print it.
     *
     * @return in Chinese, possibly empty
     */
    ImmutableList<String> aliases();

    /**
     * Returns its history, as documents state it.
     *
     * @return in the order of the documents, possibly empty
     */
    ImmutableList<Milestone> milestones();

    /**
     * Returns who answers for it.
     *
     * @return the unit in charge with others, or empty where nobody said
     */
    Optional<Responsibility> responsible();

    /**
     * Returns a note for readers.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Starts a project.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Project}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableProject.Builder {
        Builder() {}
    }
}
