package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import org.immutables.value.Value;

/**
 * Regions that belong together beside the tree, such as the European Union or 粤港澳大湾区: {@code within("EU")} asks for all of
 * them together, {@code Dimension.regionGroups("EU", "EFTA")} for a row of each group.
 *
 * <p>A region may be in several groups. Groups that have a region in common are never shown beside each other in one result.
 */
@Value.Immutable
public interface RegionGroup {
    /**
     * Returns the code by which queries name it.
     *
     * @return unique among the groups and the regions of a catalogue
     */
    String code();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the regions that belong to it, each with everything below it.
     *
     * @return their codes, at least one, of which none lies within another
     */
    ImmutableList<String> members();

    /**
     * Starts a group.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RegionGroup}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableRegionGroup.Builder {
        Builder() {}
    }
}
