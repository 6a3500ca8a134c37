package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** A published report that figures are cited from. */
@Value.Immutable
public interface Document {
    /**
     * Returns the id by which citations refer to it, for example {@code pinghu-report-2024}.
     *
     * @return unique among the documents of a catalogue
     */
    String id();

    /**
     * Returns the title.
     *
     * @return in both languages
     */
    LocalizedText title();

    /**
     * Returns the publisher.
     *
     * @return in both languages
     */
    LocalizedText publisher();

    /**
     * Returns the period that it reports on: a bare "this year" in it means this one.
     *
     * @return usually a year
     */
    TimePeriod period();

    /**
     * Returns the period that it plans for. No target that it sets is due before this period begins, or {@link
     * #period()} where there is none.
     *
     * @return empty for a document that only looks back
     */
    Optional<TimePeriod> plannedPeriod();

    /**
     * Starts a document.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Document}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableDocument.Builder {
        Builder() {}
    }
}
