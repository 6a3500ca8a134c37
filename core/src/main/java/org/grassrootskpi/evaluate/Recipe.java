package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Rollup;

/**
 * Everything from which the result of a query is made, except the results of its roll-ups. Immutable and thread-safe.
 *
 * @param query the query
 * @param grid the groups of the result
 * @param rollups what is read of the observations
 * @param pairs the roll-ups of pairs, which are read only if the others show a gap
 * @param formulas for each measure and each subject the formula of its cells
 * @param refusals the measures that are refused, and why
 * @param targets what is asked of the table of targets, without measures
 * @param checks whether each region and period with a value has a target
 */
public record Recipe(
        Query query,
        ResultGrid grid,
        ImmutableList<Rollup> rollups,
        ImmutableList<Rollup> pairs,
        ImmutableList<ImmutableList<Formula>> formulas,
        ImmutableList<Refusal> refusals,
        ImmutableList<Recipe> targets,
        ImmutableList<TargetCheck> checks) {

    /** Creates a recipe that needs no targets. */
    public Recipe(
            Query query,
            ResultGrid grid,
            ImmutableList<Rollup> rollups,
            ImmutableList<Rollup> pairs,
            ImmutableList<ImmutableList<Formula>> formulas,
            ImmutableList<Refusal> refusals) {
        this(query, grid, rollups, pairs, formulas, refusals, ImmutableList.of(), ImmutableList.of());
    }

    /** {@return the data that is read} */
    public ImmutableList<Source> sources() {
        return rollups.stream().map(Rollup::source).distinct().collect(ImmutableList.toImmutableList());
    }
}
