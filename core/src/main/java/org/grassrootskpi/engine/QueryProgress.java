package org.grassrootskpi.engine;

/** Receives the progress of a long query. An exception that it throws ends the query. */
@FunctionalInterface
public interface QueryProgress {
    /**
     * Called when roll-ups have been read, by the thread that asked the query.
     *
     * @param done how many have been read
     * @param all how many there are to read at this stage
     */
    void read(int done, int all);
}
