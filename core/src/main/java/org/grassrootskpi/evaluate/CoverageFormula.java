package org.grassrootskpi.evaluate;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/** The completeness of another formula's contributors. */
public record CoverageFormula(Formula of, Unit unit) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        return CellMath.coverage(of.cell(cells, region, period, combination), unit);
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        OptionalDouble known = of instanceof AggregateFormula aggregate
                ? cells.coverage(aggregate, region, period, combination)
                : OptionalDouble.empty();
        if (known.isPresent()) {
            return known.getAsDouble();
        }
        Cell counted = of.cell(cells, region, period, combination);
        long expected = counted.expected().orElse(0);
        // Both numbers are exact as doubles, so that their quotient is the nearest double.
        return counted.refusal().isPresent() || expected == 0 ? Double.NaN : (double) counted.present() / expected;
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return of.aggregates();
    }

    @Override
    public Stream<Pair> pairs() {
        return of.pairs();
    }

    @Override
    public String toString() {
        return "coverage(" + of + ")";
    }
}
