package org.grassrootskpi.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of different things in one list, such as ids or the members of a dimension: no two of them may look
 * alike. A name is looked at in time and memory in proportion to its length, however many there are. Not thread-safe.
 */
public final class DistinctNames {
    private final Map<String, String> byForm = new HashMap<>();

    /** Starts a list without names. */
    public DistinctNames() {}

    /**
     * Adds a name unless another one that is there looks like it.
     *
     * @param name any text
     * @return the other one, see {@link LookAlikes}; empty if there is none, also if the same name is there already
     */
    public Optional<String> add(String name) {
        String other = byForm.putIfAbsent(LookAlikes.form(name), name);
        return other == null || other.equals(name) ? Optional.empty() : Optional.of(other);
    }

    /**
     * Returns why a name that looks like another one is refused, and the way out.
     *
     * @param name the name
     * @param other the one that was there before
     * @return one sentence without its full stop
     */
    public static String message(String name, String other) {
        return "'" + name + "' looks like '" + other + "', which is there already: "
                + LookAlikes.difference(name, other) + "; write both alike, or rename one of them";
    }
}
