package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.immutables.value.Value;

/** A relative change against the year before, as a report prints it with a figure. */
@Value.Immutable
public interface Change {
    /** The evidence that the change is one against the year before. */
    enum Basis {
        /** The report says so (同比). */
        STATED,
        /** The report only says that something grew or fell; an annual report is read as comparing with last year. */
        IMPLIED
    }

    /**
     * Returns the change as a ratio: {@code +6.34%} is growth, {@code -72.7%} a fall.
     *
     * @return in the unit {@code ratio}
     */
    Quantity value();

    /**
     * Returns the evidence that it is compared with the year before.
     *
     * @return {@link Basis#STATED} where the report says 同比
     */
    Basis basis();

    /**
     * Returns the words as printed, for example {@code 同比增长6.34%}.
     *
     * @return never blank
     */
    String quote();

    /**
     * Returns a note for readers, such as two possible readings.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Starts a change.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Change}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableChange.Builder {
        Builder() {}
    }
}
