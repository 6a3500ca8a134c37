package org.grassrootskpi.engine;

/** Follows a query that takes long. What it throws ends the query. */
@FunctionalInterface
public interface QueryProgress {
    /**
     * Called when roll-ups have been read, by the thread that asked the query.
     *
     * @param done how many
     * @param all how many there are to read at this stage
     */
    void read(int done, int all);
}
