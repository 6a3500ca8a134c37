package org.grassrootskpi.model;

import java.util.Optional;
import org.immutables.value.Value;

/** One thing that is wrong with a catalogue: what, where, and what would have been right. */
@Value.Immutable
public interface Problem {
    /** The closed list of what can be wrong. */
    enum Kind {
        /** A file or folder cannot be read. */
        UNREADABLE,
        /** A file is larger, or nested deeper, than the reader accepts. */
        TOO_LARGE,
        /** A file is not UTF-8. */
        ENCODING,
        /** A file is not JSON, or says a property twice. */
        SYNTAX,
        /** A property that the model does not know. */
        UNKNOWN_PROPERTY,
        /** A required property is not there. */
        MISSING_PROPERTY,
        /** A property has a value that it cannot have. */
        BAD_VALUE,
        /** Two elements have the same id or the same key. */
        DUPLICATE,
        /** An element refers to one that is not there. */
        UNKNOWN_REFERENCE,
        /** Elements contain each other. */
        CYCLE,
        /** Units that do not fit together. */
        UNIT_MISMATCH,
        /** Two properties of an element contradict each other. */
        CONTRADICTION
    }

    /**
     * Returns the kind of problem.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Returns the path of the offending element, for example {@code indicators[3].sector}.
     *
     * @return empty where the whole catalogue or file is meant
     */
    String path();

    /**
     * Returns what was found, what was expected, and the way out.
     *
     * @return one sentence or two
     */
    String message();

    /**
     * Returns its place in a file.
     *
     * @return empty for a catalogue that was not read from files
     */
    Optional<SourceLocation> location();

    /**
     * Returns the path of the element that has the same id or key.
     *
     * @return present only for a {@link Kind#DUPLICATE}
     */
    Optional<String> firstPath();

    /**
     * Returns the place of the element of {@link #firstPath()} in a file.
     *
     * @return empty for a catalogue that was not read from files
     */
    Optional<SourceLocation> firstLocation();

    /**
     * Returns a problem.
     *
     * @param kind what is wrong
     * @param path the path of the offending element
     * @param message what was found and what was expected
     * @return a problem without a location
     */
    static Problem of(Kind kind, String path, String message) {
        return builder().kind(kind).path(path).message(message).build();
    }

    /**
     * Starts a problem.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the problem on one line.
     *
     * @return location or path, then the message
     */
    default String describe() {
        String where = location().map(SourceLocation::toString).orElse("");
        if (!path().isEmpty()) {
            where = where.isEmpty() ? path() : where + " (" + path() + ")";
        }
        String first = firstLocation()
                .map(SourceLocation::toString)
                .or(this::firstPath)
                .map(place -> " (first at " + place + ")")
                .orElse("");
        return (where.isEmpty() ? "" : where + ": ") + message() + first;
    }

    /** Builds a {@link Problem}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableProblem.Builder {
        Builder() {}
    }
}
