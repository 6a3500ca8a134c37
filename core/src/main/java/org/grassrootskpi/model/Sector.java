package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A field of government work, such as livelihood or its part education; sectors form a forest. */
@Value.Immutable
public interface Sector {
    /**
     * Returns the id by which others refer to it, for example {@code livelihood.education}.
     *
     * @return unique among the sectors of a catalogue
     */
    String id();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the sector that this one is a part of.
     *
     * @return the id of a sector, or empty at the top
     */
    Optional<String> parent();

    /**
     * Starts a sector.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Sector}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableSector.Builder {
        Builder() {}
    }
}
