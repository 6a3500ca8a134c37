package org.grassrootskpi.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Remark;

/**
 * A ratio of two parts.
 *
 * @param pair how the observations of the parts are paired, if they can be
 * @param isOverSeveral whether one part is a flow over several periods and the other a stock of one
 */
public record QuotientFormula(
        Formula numerator, Formula denominator, Optional<Pair> pair, boolean isOverSeveral, Unit unit)
        implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        Cell above = numerator.cell(cells, region, period, combination);
        Cell below = denominator.cell(cells, region, period, combination);
        boolean oneMoment = CellMath.isOfOneMoment(above, below);
        if (above.hasValue() && below.hasValue() && !oneMoment) {
            return CellMath.absent(Absence.DIFFERENT_PERIODS, above, below, unit);
        }
        if (pair.isPresent() && oneMoment) {
            PairedCells paired = cells.paired(pair.get(), region, period, combination, above, below);
            above = paired.one();
            below = paired.other();
        }
        Cell cell = CellMath.quotient(above, below, unit);
        if (!cell.hasValue()) {
            return cell;
        }
        cell = pair.isEmpty() && CellMath.isIncomplete(above, below) ? cell.withRemark(Remark.NOT_PAIRED) : cell;
        return isOverSeveral ? cell.withRemark(Remark.OVER_SEVERAL_PERIODS) : cell;
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        OptionalDouble known = cells.quotient(numerator, denominator, pair, region, period);
        return known.isPresent()
                ? known.getAsDouble()
                : cell(cells, region, period, combination).doubleValue();
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return Stream.concat(numerator.aggregates(), denominator.aggregates());
    }

    @Override
    public Stream<Pair> pairs() {
        return pair.stream();
    }

    @Override
    public String toString() {
        return numerator + " / " + denominator;
    }
}
