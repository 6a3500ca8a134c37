package org.grassrootskpi.evaluate;

import java.util.Optional;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Remark;

/**
 * The cells of two groups that are compared over time: of like moments, and of the same reporters if possible.
 *
 * @param now the later one, without value where the two cannot be compared
 * @param before the earlier one
 * @param pair whether the observations of both were paired
 */
record Compared(Cell now, Cell before, Groups groups, boolean pair) {
    /** A region and combination, the period and the one that it is compared with. */
    record Groups(int region, int period, int base, int combination) {}

    static Compared of(Cells cells, Groups groups, BasePeriod comparison, Optional<Pair> pair, Cell now, Cell before) {
        boolean comparable = CellMath.isObserved(now) && CellMath.isObserved(before);
        boolean unlike = comparable && !cells.isLikeMoment(now, before, comparison);
        if (unlike && now.hasValue() && before.hasValue()) {
            Cell none = CellMath.absent(Absence.DIFFERENT_PERIODS, now, before, now.unit());
            return new Compared(none, before, groups, true);
        }
        if (pair.isEmpty() || unlike) {
            return new Compared(now, before, groups, false);
        }
        PairedCells paired =
                cells.paired(pair.get(), groups.region(), groups.period(), groups.combination(), now, before);
        return new Compared(paired.one(), paired.other(), groups, true);
    }

    /** Completes a comparison of the two with its remarks. */
    Cell remarked(Cell comparison, Cells cells, Formula of) {
        if (!comparison.hasValue()) {
            return comparison;
        }
        boolean mixed = !pair && isOfReporters(of) && CellMath.isIncomplete(now, before);
        Cell cell = mixed ? comparison.withRemark(Remark.NOT_PAIRED) : comparison;
        return of.series().anyMatch(aggregate -> cells.hasBreak(aggregate, groups, now, before))
                ? cell.withRemark(Remark.ACROSS_BREAK)
                : cell;
    }

    /** Returns whether a value depends on who reported; counts of reporters and ranks among them are about just that. */
    private static boolean isOfReporters(Formula of) {
        boolean isAboutThem = of instanceof CoverageFormula || of instanceof RankFormula;
        return !isAboutThem && of.aggregates().noneMatch(aggregate -> aggregate.function() == AggregateFunction.COUNT);
    }
}
