package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;

/** Thrown when a table cannot be built: rows of the same key, which {@link DuplicatePolicy#REFUSE} does not accept. */
public final class DuplicateRowException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient ImmutableList<String> keys;

    DuplicateRowException(ImmutableList<String> keys, long total) {
        super("Expected one row for each indicator, region, period and combination of extra dimensions, got more for "
                + total
                + (total == 1 ? " key: " : " keys: ")
                + String.join(", ", keys.subList(0, Math.min(SHOWN, keys.size())))
                + (total > SHOWN ? ", ..." : "")
                + "; remove the duplicates, or choose DuplicatePolicy.KEEP_FIRST or KEEP_LAST");
        this.keys = keys;
    }

    /**
     * Returns the first duplicate keys of each block, each of them once.
     *
     * @return keys as {@link org.grassrootskpi.model.Observation#key()} writes them, the values of extra dimensions
     *     behind it; at least one
     */
    public ImmutableList<String> keys() {
        return keys;
    }
}
