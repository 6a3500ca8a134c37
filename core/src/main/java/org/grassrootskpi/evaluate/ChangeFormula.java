package org.grassrootskpi.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;

/**
 * The difference to an earlier period, by the earlier value if it is relative.
 *
 * @param pair how the observations of the two periods are paired, if they can be
 */
public record ChangeFormula(Formula of, BasePeriod comparison, boolean relative, Optional<Pair> pair, Unit unit)
        implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        Cell now = of.cell(cells, region, period, combination);
        int base = cells.earlier(period, comparison);
        if (base < 0) {
            return CellMath.withoutCounterpart(now, unit);
        }
        Cell before = of.cell(cells, region, base, combination);
        Compared compared = Compared.of(
                cells, new Compared.Groups(region, period, base, combination), comparison, pair, now, before);
        Cell change = relative
                ? CellMath.growth(compared.now(), compared.before(), unit)
                : CellMath.difference(compared.now(), compared.before(), unit);
        return compared.remarked(change, cells, of);
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        int base = cells.earlier(period, comparison);
        if (base < 0) {
            return Double.NaN;
        }
        OptionalDouble known = relative ? cells.growth(of, pair, region, base, period) : OptionalDouble.empty();
        return known.isPresent()
                ? known.getAsDouble()
                : cell(cells, region, period, combination).doubleValue();
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return of.aggregates();
    }

    @Override
    public Stream<Pair> pairs() {
        return Stream.concat(pair.stream(), of.pairs());
    }

    @Override
    public String toString() {
        return (relative ? "growth(" : "difference(") + of + ", " + comparison + ")";
    }
}
