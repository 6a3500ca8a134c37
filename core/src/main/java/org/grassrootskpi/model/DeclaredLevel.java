package org.grassrootskpi.model;

import org.immutables.value.Value;

/**
 * A level of regions of a catalogue's own, such as a county of Kenya or 片区, and where it lies among the others.
 *
 * <p>A catalogue lists its levels from the outermost to the innermost. One of {@linkplain RegionLevel China's levels} in the list says
 * where those before and behind it lie, and may have another name: behind {@code TOWNSHIP}, a level is the one right below it. A list
 * without any of these is an order of its own.
 */
@Value.Immutable
public interface DeclaredLevel {
    /**
     * Returns the code by which regions and queries name the level.
     *
     * @return unique among the levels of a catalogue; that of one of China's levels to say where the others lie
     */
    String code();

    /**
     * Returns the name.
     *
     * @return what a region of the level is called: county, 片区
     */
    LocalizedText name();

    /**
     * Returns the level, as regions and queries have it.
     *
     * @return the level of {@link #code()}
     */
    default RegionLevel level() {
        return RegionLevel.of(code());
    }

    /**
     * Starts a level.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DeclaredLevel}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableDeclaredLevel.Builder {
        Builder() {}
    }
}
