package org.grassrootskpi.divisions;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** Thrown when a path of names leads to several divisions; lists all of them. */
public final class AmbiguousDivisionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int LISTED = 5;

    /** As it was given. */
    private final String path;

    private final transient ImmutableList<Division> candidates;

    AmbiguousDivisionException(String path, ImmutableList<Division> candidates) {
        super("Ambiguous division '" + path + "': expected the path of one division, got that of " + candidates.size()
                + " ("
                + candidates.stream().limit(LISTED).map(Division::toString).collect(Collectors.joining(", "))
                + (candidates.size() > LISTED ? ", …" : "")
                + "); put more of the names above in front of it, or use the code");
        this.path = path;
        this.candidates = candidates;
    }

    /**
     * Returns the path that was looked up.
     *
     * @return as it was given
     */
    public String path() {
        return path;
    }

    /**
     * Returns the divisions to which the path leads.
     *
     * @return all of them, two or more, in the order of their codes; the message lists the first few
     */
    public ImmutableList<Division> candidates() {
        return candidates;
    }
}
