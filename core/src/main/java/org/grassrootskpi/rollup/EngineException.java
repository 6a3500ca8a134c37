package org.grassrootskpi.rollup;

import org.jspecify.annotations.Nullable;

/** Thrown when an engine cannot read its observations: a connection is lost, memory is short, the query was interrupted. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what was read, what happened, and what can be done about it
     * @param cause what the store reported, or null
     */
    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
