package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A place that government reports on; regions form a forest whose levels only go down. */
@Value.Immutable
public interface Region {
    /**
     * Returns the statistical code without trailing zeros, for example {@code 440307003}; any other unique code will do
     * for places that have none.
     *
     * @return unique among the regions of a catalogue
     */
    String code();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the level.
     *
     * @return deeper than the parent's
     */
    RegionLevel level();

    /**
     * Returns the region that this one is a part of.
     *
     * @return the code of a region, or empty at the top
     */
    Optional<String> parent();

    /**
     * Starts a region.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Region}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableRegion.Builder {
        Builder() {}
    }
}
