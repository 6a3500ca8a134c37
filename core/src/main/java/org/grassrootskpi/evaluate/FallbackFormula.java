package org.grassrootskpi.evaluate;

import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Remark;

/**
 * The value that follows from other indicators, or the observed figure of the indicator itself if they do not answer.
 *
 * @param observed the figure, each group of which is a single observation
 */
public record FallbackFormula(Formula derived, Formula observed, Unit unit) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        Cell cell = derived.cell(cells, region, period, combination);
        if (cell.hasValue() || !isForLackOfData(cell)) {
            return cell;
        }
        Cell own = observed.cell(cells, region, period, combination);
        return own.hasValue() ? own.withRemark(Remark.AS_OBSERVED) : cell;
    }

    /** Returns whether the data lacks something, as opposed to forbidding a division. */
    private static boolean isForLackOfData(Cell cell) {
        return switch (cell.absence().orElseThrow()) {
            case ZERO_BASE, NEGATIVE_BASE, ZERO_DENOMINATOR, REFUSED -> false;
            default -> true;
        };
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        double known = derived.number(cells, region, period, combination);
        return Double.isNaN(known) ? cell(cells, region, period, combination).doubleValue() : known;
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return Stream.concat(derived.aggregates(), observed.aggregates());
    }

    @Override
    public Stream<Pair> pairs() {
        return derived.pairs();
    }

    @Override
    public String toString() {
        return derived + ", else " + observed;
    }
}
