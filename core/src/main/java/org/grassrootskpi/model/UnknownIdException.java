package org.grassrootskpi.model;

import java.util.Collection;
import java.util.Optional;
import org.grassrootskpi.text.Spelling;

/** An id that a catalogue does not have, with the nearest spelling that it has. */
public final class UnknownIdException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient String message;
    private final transient String id;
    private final transient Optional<String> suggestion;

    /**
     * Reports an unknown id.
     *
     * @param noun what was looked up, for example {@code indicator}
     * @param id the id that was not found
     * @param known the ids that there are
     */
    public UnknownIdException(String noun, String id, Collection<String> known) {
        this(noun, id, Spelling.nearest(id, known));
    }

    private UnknownIdException(String noun, String id, Optional<String> suggestion) {
        this.message = "Unknown " + noun + " '" + id + "'" + Spelling.hint(id, suggestion);
        this.id = id;
        this.suggestion = suggestion;
    }

    /**
     * Returns the id that was not found, and the nearest spelling.
     *
     * @return for example {@code Unknown indicator 'event.handeld' (did you mean 'event.handled'?)}
     */
    @Override
    public String getMessage() {
        return message;
    }

    /**
     * Returns the id that was not found.
     *
     * @return as it was asked for
     */
    public String id() {
        return id;
    }

    /**
     * Returns the nearest id that there is.
     *
     * @return empty where none is near
     */
    public Optional<String> suggestion() {
        return suggestion;
    }
}
