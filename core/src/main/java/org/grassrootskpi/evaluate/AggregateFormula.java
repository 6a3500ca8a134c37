package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;

/**
 * An aggregate of the slots of one or more roll-ups.
 *
 * @param rollups the numbers of the roll-ups, one for each indicator that is combined
 * @param regionAxis the number of the region axis: 0 for the regions of the groups, else those of their parents
 * @param probability of a quantile, else zero
 * @param window which slots before the group's own are included
 * @param lastPeriodOnly whether only the last period counts
 * @param halfSteps for each rollup half a step of the last decimal, by which a value may be off; zero for counts
 * @param isUnobserved whether it is also of indicators without any observation, so that the expected number is unknown
 */
public record AggregateFormula(
        ImmutableList<Integer> rollups,
        int regionAxis,
        AggregateFunction function,
        BigDecimal probability,
        Window window,
        boolean lastPeriodOnly,
        ImmutableList<BigDecimal> halfSteps,
        boolean isUnobserved,
        Unit unit)
        implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        return cells.aggregate(this, region, period, combination);
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        OptionalDouble known = cells.number(this, region, period, combination);
        return known.isPresent()
                ? known.getAsDouble()
                : cell(cells, region, period, combination).doubleValue();
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return Stream.of(this);
    }

    @Override
    public String toString() {
        String over = switch (window.kind()) {
            case PERIOD -> "";
            case YEAR_TO_DATE -> " over the year to date";
            case ROLLING -> " over " + window.periods();
            case WITHIN -> " within " + window.within();
            case ALL -> " over all periods";
        };
        return function.toString().toLowerCase(Locale.ROOT)
                + rollups.stream().map(rollup -> "#" + rollup).collect(Collectors.joining(" + ", "(", over))
                + (regionAxis > 0 ? " of the parent)" : ")");
    }
}
