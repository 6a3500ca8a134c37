package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** Something that shows an outcome: a place in a document, a file, or an address; at least one of them. */
@Value.Immutable
public interface Evidence {
    /**
     * Returns a place in a document of the catalogue.
     *
     * @return the citation, or empty
     */
    Optional<Citation> citation();

    /**
     * Returns the name of a file, such as a certificate of completion.
     *
     * @return as whoever keeps it names it, or empty; it is not opened
     */
    Optional<String> file();

    /**
     * Returns an address on the web or in a system of the office.
     *
     * @return as printed, or empty; it is not opened
     */
    Optional<String> address();

    /**
     * Starts a piece of evidence.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Evidence}. */
    final class Builder extends ImmutableEvidence.Builder {
        Builder() {}
    }
}
