package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A title, a prize or a public commendation. */
@Value.Immutable
public interface Award {
    /**
     * What was awarded.
     *
     * @return in both languages
     */
    LocalizedText title();

    /**
     * How wide the award reaches.
     *
     * @return empty where the report does not say
     */
    Optional<RegionLevel> scope();

    /**
     * The title as printed.
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
