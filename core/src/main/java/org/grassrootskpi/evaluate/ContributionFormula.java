package org.grassrootskpi.evaluate;

import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;

/**
 * The difference to an earlier period by the earlier value of the whole.
 *
 * @param pair how the observations of the part in the two periods are paired
 * @param wholePair how those of the whole are paired
 */
public record ContributionFormula(
        Formula part, Formula whole, BasePeriod comparison, Optional<Pair> pair, Optional<Pair> wholePair, Unit unit)
        implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        Cell now = part.cell(cells, region, period, combination);
        int base = cells.earlier(period, comparison);
        if (base < 0) {
            return CellMath.withoutCounterpart(now, unit);
        }
        Compared.Groups groups = new Compared.Groups(region, period, base, combination);
        Cell before = part.cell(cells, region, base, combination);
        Compared ofPart = Compared.of(cells, groups, comparison, pair, now, before);
        Compared ofWhole = Compared.of(
                cells,
                groups,
                comparison,
                wholePair,
                whole.cell(cells, region, period, combination),
                whole.cell(cells, region, base, combination));
        Cell contribution = CellMath.contribution(
                CellMath.difference(ofPart.now(), ofPart.before(), part.unit()),
                ofPart.now(),
                ofPart.before(),
                ofWhole.now(),
                ofWhole.before(),
                unit);
        return ofPart.remarked(contribution, cells, part);
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return part.aggregates();
    }

    @Override
    public Stream<Pair> pairs() {
        return Stream.of(pair.stream(), wholePair.stream(), part.pairs(), whole.pairs())
                .flatMap(pairs -> pairs);
    }

    @Override
    public String toString() {
        return "contribution(" + part + " to " + whole + ", " + comparison + ")";
    }
}
