package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import org.grassrootskpi.evaluate.Recipe;
import org.grassrootskpi.evaluate.ResultAssembly;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;

/**
 * The plan of a query, for any engine: the {@link Rollup}s to compute over the rows, and the formulas that make the result from
 * them.
 *
 * <p>An engine runs every roll-up and passes the {@link RollupResult}s to {@link #finish}, which may request some more; it need not
 * know kinds of indicators, missing values, calendars or refusals. Immutable and thread-safe.
 */
public final class Plan {
    private final Recipe recipe;

    Plan(Recipe recipe) {
        this.recipe = recipe;
    }

    /** {@return the query that this answers} */
    public Query query() {
        return recipe.query();
    }

    /** {@return the roll-ups to read, each of them once; none if every measure is refused} */
    public ImmutableList<Rollup> rollups() {
        return recipe.rollups();
    }

    /** {@return the refusals, each of a measure of an indicator or sector} */
    public ImmutableList<Refusal> refusals() {
        return recipe.refusals();
    }

    /** {@return the data that is read} */
    public ImmutableList<Source> sources() {
        return recipe.sources();
    }

    /**
     * Creates the result.
     *
     * @param results the results of the {@link #rollups}, in their order
     * @param further runs other roll-ups and returns their results in the same order; called once, if a ratio or a comparison over
     *     time has groups that lack observations, so that its observations have to be paired
     * @return the result, in the query's order and within its conditions and limit
     * @throws IllegalArgumentException if there are more or fewer results than rollups
     */
    public ResultTable finish(List<RollupResult> results, Function<ImmutableList<Rollup>, List<RollupResult>> further) {
        return finish(results, further, 1);
    }

    /**
     * Creates the result on several threads.
     *
     * @param results the results of the {@link #rollups}, in their order
     * @param further as in {@link #finish(List, Function)}
     * @param threads how many threads may be used, 1 or more
     * @return the same result
     * @throws IllegalArgumentException if there are more or fewer results than rollups, or less than one thread
     */
    public ResultTable finish(
            List<RollupResult> results, Function<ImmutableList<Rollup>, List<RollupResult>> further, int threads) {
        if (!recipe.targets().isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected a way to run roll-ups over the targets that the query asks for, got none: call finish with it");
        }
        return finish(results, further, further, threads);
    }

    /**
     * Creates the result of a query that may ask for targets, on several threads.
     *
     * @param results the results of the {@link #rollups}, in their order
     * @param further as in {@link #finish(List, Function)}; called once more if targets have to be added up, to see what has none
     * @param targets runs roll-ups over the table of targets and returns their results in the same order
     * @param threads how many threads may be used, 1 or more
     * @return the result
     * @throws IllegalArgumentException if there are more or fewer results than rollups, or less than one thread
     */
    public ResultTable finish(
            List<RollupResult> results,
            Function<ImmutableList<Rollup>, List<RollupResult>> further,
            Function<ImmutableList<Rollup>, List<RollupResult>> targets,
            int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Expected one thread or more, got " + threads);
        }
        if (results.size() != rollups().size()) {
            throw new IllegalArgumentException(
                    "Expected a result for each of " + rollups().size() + " rollups, got " + results.size());
        }
        return ResultAssembly.table(recipe, results, further, targets, threads);
    }

    /** {@return the rollups and the formulas, one a line} */
    @Override
    public String toString() {
        ImmutableList<Rollup> rollups = recipe.rollups();
        ImmutableList<Rollup> pairs = recipe.pairs();
        ImmutableList<Subject> subjects = recipe.grid().subjects();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rollups.size(); i++) {
            text.append("rollup ").append(i).append(": ").append(rollups.get(i)).append('\n');
        }
        for (int i = 0; i < pairs.size(); i++) {
            text.append("if incomplete, pairs ")
                    .append(i)
                    .append(": ")
                    .append(pairs.get(i))
                    .append('\n');
        }
        for (int t = 0; t < recipe.targets().size(); t++) {
            for (Rollup rollup : recipe.targets().get(t).rollups()) {
                text.append("targets ").append(t).append(": ").append(rollup).append('\n');
            }
        }
        for (int m = 0; m < recipe.formulas().size(); m++) {
            for (int s = 0; s < subjects.size(); s++) {
                text.append(query().measures().get(m).name())
                        .append(" of ")
                        .append(subjects.get(s).id())
                        .append(" = ")
                        .append(recipe.formulas().get(m).get(s))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
