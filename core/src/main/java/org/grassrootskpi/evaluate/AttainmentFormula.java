package org.grassrootskpi.evaluate;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.grassrootskpi.assess.Attainment;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;

/**
 * A value compared with its target, by a rule: the part that is reached, or the gap between the two.
 *
 * @param value the value; by a rule from a baseline also that of the start
 * @param isGap whether the gap is meant
 */
public record AttainmentFormula(Formula value, PlannedTarget target, AttainmentRule rule, boolean isGap, Unit unit)
        implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        boolean fromBaseline = rule.form() == AttainmentRule.Form.FROM_BASELINE;
        TargetPair pair = TargetPair.of(cells, value, target, fromBaseline, region, period, combination);
        Absence why = pair.absence().orElse(null);
        if (why != null) {
            return pair.absent(why, unit);
        }
        Quantity actual = pair.actualFigure();
        Attainment attainment = pair.baseFigure()
                .map(base -> rule.assess(actual, pair.targetFigure(), base))
                .orElseGet(() -> rule.assess(actual, pair.targetFigure()));
        if (isGap) {
            return pair.of(attainment.gap(), unit);
        }
        return attainment
                .part()
                .map(part -> pair.of(part, unit))
                .orElseGet(() -> pair.refused(attainment.refusal().orElseThrow(), unit));
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        OptionalDouble known =
                !isGap && rule.form() == AttainmentRule.Form.RATIO && rule.direction() == Direction.HIGHER
                        ? cells.attained(value, target, DueShares.NONE, region, period)
                        : OptionalDouble.empty();
        return known.isPresent()
                ? known.getAsDouble()
                : cell(cells, region, period, combination).doubleValue();
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return value.aggregates();
    }

    @Override
    public Stream<Pair> pairs() {
        return value.pairs();
    }

    @Override
    public String toString() {
        return (isGap ? "gap" : rule.form().toString().toLowerCase(Locale.ROOT)) + "(" + value + ", " + target + ")";
    }
}
