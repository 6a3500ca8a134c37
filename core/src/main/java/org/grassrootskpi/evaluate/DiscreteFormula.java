package org.grassrootskpi.evaluate;

import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;

/**
 * The increment that a period adds to a year to date.
 *
 * @param pair how the observations of the two years to date are paired
 */
public record DiscreteFormula(Formula of, Optional<Pair> pair, Unit unit) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        Cell now = of.cell(cells, region, period, combination);
        int base = earlierInYear(period);
        if (base < 0) {
            return now;
        }
        Cell before = of.cell(cells, region, base, combination);
        Compared compared = Compared.of(
                cells,
                new Compared.Groups(region, period, base, combination),
                BasePeriod.PREVIOUS_PERIOD,
                pair,
                now,
                before);
        return compared.remarked(CellMath.difference(compared.now(), compared.before(), unit), cells, of);
    }

    /** Returns the code of the year to date before another of the same year, or -1 for January's. */
    private static int earlierInYear(int period) {
        return TimePeriod.ofCode(period).numberInYear() == 1 ? -1 : period - 1;
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
        return "discrete(" + of + ")";
    }
}
