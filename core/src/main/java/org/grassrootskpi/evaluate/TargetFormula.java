package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/**
 * The target of a group.
 *
 * @param observed the aggregates of what it is a target of, for queries that show observed groups only
 */
public record TargetFormula(PlannedTarget target, ImmutableList<AggregateFormula> observed) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        return target.cell(cells, region, period, combination);
    }

    @Override
    public Unit unit() {
        return target.formula().unit();
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return observed.stream();
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
