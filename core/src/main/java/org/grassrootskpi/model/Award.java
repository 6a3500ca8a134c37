package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A title, a prize or a public commendation. */
@Value.Immutable
public interface Award {
    /**
     * Returns the award.
     *
     * @return in both languages
     */
    LocalizedText title();

    /**
     * Returns the scope of the award.
     *
     * @return empty where the report does not say
     */
    Optional<RegionLevel> scope();

    /**
     * Returns the title as printed.
     *
     * @return never blank
     */
    String quote();

    /**
     * Starts an award.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Award}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableAward.Builder {
        Builder() {}
    }
}
