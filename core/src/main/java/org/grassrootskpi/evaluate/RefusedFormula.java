package org.grassrootskpi.evaluate;

import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Refusal;

/** The formula of a refused measure, which has no values. */
public record RefusedFormula(Refusal refusal, Unit unit) implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        return Cell.refused(refusal, unit);
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return Stream.empty();
    }

    @Override
    public String toString() {
        return "refused: " + refusal.reason();
    }
}
