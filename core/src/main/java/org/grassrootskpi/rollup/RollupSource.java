package org.grassrootskpi.rollup;

import com.google.common.collect.ImmutableList;

/**
 * Rolls up observations where they are stored, in a database or on a cluster: all that a new engine has to implement. The rest, from
 * the query to the roll-ups and from their results to cells, is the same for all.
 *
 * <p>Values have any size: sums and products of weights have no greatest value, and are exact to the last digit. Implementations are
 * thread-safe.
 */
public interface RollupSource {
    /**
     * Reads the observations of one source once, and aggregates them in slots.
     *
     * @param rollup the observations to read and the aggregates to compute
     * @return a result of the roll-up; one without slots where there are no such observations
     * @throws EngineException if the observations cannot be read
     */
    RollupResult read(Rollup rollup);

    /**
     * Reads several sources that are rolled up {@linkplain Rollup#isLike alike}, in one pass where the store can: grouped by the
     * indicator as well. Unless it is overridden, one after the other.
     *
     * @param alike roll-ups that differ in the indicator alone, at least one
     * @return a result for each of them, in their order
     * @throws EngineException if the observations cannot be read
     */
    default ImmutableList<RollupResult> readAll(ImmutableList<Rollup> alike) {
        return alike.stream().map(this::read).collect(ImmutableList.toImmutableList());
    }

    /**
     * Checks all rows by the rules that a table applies to its own: a store refuses nothing, and a key that occurs twice would be added
     * twice. {@link RowCheck} has the rules. Meant to be called once after the data has changed, not before each query.
     *
     * @return what is wrong, empty if nothing is
     * @throws UnsupportedOperationException if the source does not check its rows, as unless it is overridden
     * @throws EngineException if the observations cannot be read
     */
    default ImmutableList<RowProblem> verify() {
        throw new UnsupportedOperationException(
                this + " does not check its rows; make sure in the store that each is valid");
    }
}
