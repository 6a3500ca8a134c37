package org.grassrootskpi.evaluate;

import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;
import org.grassrootskpi.query.Remark;

/**
 * The value of a group, its target, and for rules from a baseline the value at the start.
 *
 * @param base the value at the start; empty if the rule needs none
 */
record TargetPair(Cell actual, Cell target, Optional<Cell> base) {
    static TargetPair of(
            Cells cells,
            Formula value,
            PlannedTarget target,
            boolean isFromBaseline,
            int region,
            int period,
            int combination) {
        return new TargetPair(
                value.cell(cells, region, period, combination),
                target.cell(cells, region, period, combination),
                isFromBaseline
                        ? Optional.of(value.cell(cells, region, target.start(period), combination))
                        : Optional.empty());
    }

    /** Returns why there is nothing to compare; what is not planned is not missing. */
    Optional<Absence> absence() {
        if (!target.hasValue()) {
            return target.absence();
        }
        if (!actual.hasValue()) {
            return actual.absence();
        }
        return base.filter(start -> !start.hasValue()).map(start -> Absence.MISSING_BASE);
    }

    Quantity actualFigure() {
        return figure(actual);
    }

    Quantity targetFigure() {
        return figure(target);
    }

    Optional<Quantity> baseFigure() {
        return base.map(TargetPair::figure);
    }

    /** Returns the figure as a bare number: both are in one unit. */
    private static Quantity figure(Cell cell) {
        return Quantity.of(cell.get(), Unit.RATIO, cell.qualifier(), cell.bounds());
    }

    Cell absent(Absence why, Unit unit) {
        return finish(Cell.builder(why, unit));
    }

    Cell refused(AssessmentRefusal refusal, Unit unit) {
        return absent(
                switch (refusal.reason()) {
                    case ZERO_TARGET -> Absence.ZERO_TARGET;
                    case NEGATIVE_TARGET -> Absence.NEGATIVE_TARGET;
                    case MISSING_BASELINE -> Absence.MISSING_BASE;
                    case ACTUAL_NOT_POSITIVE, BASELINE_IS_TARGET -> Absence.ZERO_DENOMINATOR;
                    default ->
                        throw new IllegalStateException("The planner lets no rule pass that is refused: " + refusal);
                },
                unit);
    }

    Cell of(Quantity result, Unit unit) {
        return finish(Cell.builder(result.value(), unit).precision(result.qualifier(), result.bounds()));
    }

    private Cell finish(CellBuilder cell) {
        Cell start = base.orElse(actual);
        Cell of = CellMath.both(cell, actual, start)
                .status(actual.status().worst(start.status()).worst(target.status()))
                .asOf(actual.asOf())
                .build();
        return of.hasValue() && CellMath.isIncomplete(actual, start) ? of.withRemark(Remark.NOT_PAIRED) : of;
    }
}
