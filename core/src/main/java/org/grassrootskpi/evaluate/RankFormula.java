package org.grassrootskpi.evaluate;

import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/** The rank among the peers of a group. */
public record RankFormula(Formula of, Peers peers, boolean ascending, Unit unit) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        return cells.place(this, region, period, combination);
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        return cells.rank(this, region, period, combination);
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
        return "rank(" + of + (ascending ? ", lowest first" : ", highest first") + peers + ")";
    }
}
