package org.grassrootskpi.evaluate;

import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/** The share of the first in the second. */
public record ShareFormula(Formula part, Formula whole, Unit unit) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        return CellMath.share(
                part.cell(cells, region, period, combination), whole.cell(cells, region, period, combination), unit);
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return part.aggregates();
    }

    @Override
    public Stream<AggregateFormula> series() {
        return Stream.concat(part.series(), whole.series());
    }

    @Override
    public Stream<Pair> pairs() {
        return Stream.concat(part.pairs(), whole.pairs());
    }

    @Override
    public String toString() {
        return part + " / " + whole;
    }
}
