package org.grassrootskpi.evaluate;

import java.util.Iterator;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/**
 * The share of the first in the second.
 *
 * @param isOfMembers whether the whole is of all members of an extra dimension, of which the data may have the total itself
 */
public record ShareFormula(Formula part, Formula whole, boolean isOfMembers, Unit unit) implements Formula {
    /** Creates the share in a whole that contains the part. */
    public ShareFormula(Formula part, Formula whole, Unit unit) {
        this(part, whole, false, unit);
    }

    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        Cell ofPart = part.cell(cells, region, period, combination);
        Cell ofWhole = whole.cell(cells, region, period, combination);
        return isOfMembers && !contains(cells, combination)
                ? CellMath.shareOfTotal(ofPart, ofWhole, unit)
                : CellMath.share(ofPart, ofWhole, unit);
    }

    private boolean contains(Cells cells, int combination) {
        Iterator<AggregateFormula> wholes = whole.aggregates().iterator();
        return part.aggregates().allMatch(of -> wholes.hasNext() && cells.isPart(of, wholes.next(), combination));
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
