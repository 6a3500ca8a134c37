package org.grassrootskpi.evaluate;

import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/** The rank among the regions of the result, or among those with one ancestor at a level. */
public record RankFormula(Formula of, Optional<RegionLevel> level, boolean ascending, Unit unit) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        return cells.ranks(this, period, combination).get(region);
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
        return "rank(" + of + (ascending ? ", lowest first" : ", highest first")
                + level.map(l -> ", within " + l).orElse("") + ")";
    }
}
