package org.grassrootskpi.evaluate;

import java.util.Iterator;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Remark;

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
        boolean isObserved = isObserved(ofPart) || isObserved(ofWhole);
        return isOfMembers && !contains(cells, combination, isObserved)
                ? CellMath.shareOfTotal(ofPart, ofWhole, unit)
                : CellMath.share(ofPart, ofWhole, unit);
    }

    private static boolean isObserved(Cell cell) {
        return cell.remarks().contains(Remark.AS_OBSERVED);
    }

    /** Returns whether the whole reads the rows of the part; those of figures that were not needed do not count. */
    private boolean contains(Cells cells, int combination, boolean isObserved) {
        Iterator<AggregateFormula> wholes = used(whole, isObserved).iterator();
        return used(part, isObserved).allMatch(of -> wholes.hasNext() && cells.isPart(of, wholes.next(), combination));
    }

    private static Stream<AggregateFormula> used(Formula formula, boolean isObserved) {
        return !isObserved && formula instanceof FallbackFormula fallback
                ? fallback.derived().aggregates()
                : formula.aggregates();
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
