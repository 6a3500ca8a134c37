package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;

/**
 * All that the result of a query is made from, but the results of its roll-ups. Immutable and thread-safe.
 *
 * @param query the query
 * @param layout the groups of the result
 * @param rollups what is read of the observations
 * @param pairs the roll-ups of pairs, which are read only if the others show a gap
 * @param formulas for each measure and each subject the formula of its cells
 * @param refusals the measures that are refused, and why
 */
public record Recipe(
        Query query,
        Layout layout,
        ImmutableList<Rollup> rollups,
        ImmutableList<Rollup> pairs,
        ImmutableList<ImmutableList<Formula>> formulas,
        ImmutableList<Refusal> refusals) {

    /** {@return the data that is read} */
    public ImmutableList<Source> sources() {
        return rollups.stream().map(Rollup::source).distinct().collect(ImmutableList.toImmutableList());
    }

    /**
     * Makes the result.
     *
     * @param results those of the {@link #rollups}, in their order
     * @param further runs other roll-ups
     * @return the result
     */
    public ResultTable finish(List<RollupResult> results, Function<ImmutableList<Rollup>, List<RollupResult>> further) {
        return new ResultAssembly(this, new Evaluation(this, results, further)).table();
    }
}
