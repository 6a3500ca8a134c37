package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.time.TimePeriod;

/** The targets of a query's groups, made from the results of roll-ups over the table of targets. Thread-safe. */
final class TargetResults {
    private final ImmutableList<ImmutableList<String>> combinations;
    private final ImmutableList<Evaluation> evaluations;
    private final ImmutableList<TargetGaps> gaps;

    private TargetResults(
            ImmutableList<ImmutableList<String>> combinations,
            ImmutableList<Evaluation> evaluations,
            ImmutableList<TargetGaps> gaps) {
        this.combinations = combinations;
        this.evaluations = evaluations;
        this.gaps = gaps;
    }

    /**
     * Reads the targets that a recipe needs.
     *
     * @param combinations those of the result
     * @param further runs roll-ups over the observations
     * @param targets runs roll-ups over the targets
     */
    static TargetResults of(
            Recipe recipe,
            ImmutableList<ImmutableList<String>> combinations,
            Function<ImmutableList<Rollup>, List<RollupResult>> further,
            Function<ImmutableList<Rollup>, List<RollupResult>> targets,
            int threads) {
        ImmutableList<Evaluation> evaluations = recipe.targets().stream()
                .map(of -> Evaluation.of(of, targets.apply(of.rollups()), targets, targets, threads))
                .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<TargetGaps> gaps = ImmutableList.builder();
        if (!recipe.checks().isEmpty()) {
            List<RollupResult> observed = further.apply(
                    recipe.checks().stream().map(TargetCheck::observed).collect(ImmutableList.toImmutableList()));
            List<RollupResult> planned = targets.apply(
                    recipe.checks().stream().map(TargetCheck::planned).collect(ImmutableList.toImmutableList()));
            for (int i = 0; i < observed.size(); i++) {
                gaps.add(TargetGaps.of(
                        recipe.checks().get(i),
                        observed.get(i),
                        planned.get(i),
                        recipe.grid().regions()));
            }
        }
        return new TargetResults(combinations, evaluations, gaps.build());
    }

    /** Returns the nearest double to the part of its target that a sum reaches, less the share that is due; empty if unsure. */
    OptionalDouble attained(PackedSlots of, int at, PlannedTarget target, PlanPath.Share due, int region, int period) {
        Evaluation evaluation = evaluations.get(target.recipe());
        if (combinations.size() != 1 || !evaluation.combinations().equals(combinations)) {
            return OptionalDouble.empty();
        }
        TimePeriod plan = period == 0 || target.check() < 0 ? null : target.plan(period);
        return target.check() >= 0 && gaps.get(target.check()).isIn(region, combinations.get(0), plan)
                ? OptionalDouble.of(Double.NaN)
                : evaluation.attained(of, at, target, due, region, target.period(period));
    }

    /** Returns the target of a group. */
    Cell cell(PlannedTarget target, int region, int period, int combination) {
        Evaluation evaluation = evaluations.get(target.recipe());
        int own = evaluation.combinations().indexOf(combinations.get(combination));
        if (own < 0) {
            return Cell.builder(Absence.NO_TARGET, target.formula().unit()).build();
        }
        Cell cell = target.formula().cell(evaluation, region, target.period(period), own);
        if (!cell.hasValue()) {
            boolean none = cell.absence().orElseThrow() == Absence.NO_OBSERVATION;
            return none ? CellMath.absent(Absence.NO_TARGET, cell, cell, cell.unit()) : cell;
        }
        TimePeriod plan = period == 0 ? null : target.plan(period);
        boolean isOpen =
                target.check() >= 0 && gaps.get(target.check()).isIn(region, combinations.get(combination), plan);
        return isOpen || (target.isWholeOnly() && !CellMath.isComplete(cell))
                ? CellMath.absent(Absence.INCOMPLETE_TARGETS, cell, cell, cell.unit())
                : cell;
    }
}
