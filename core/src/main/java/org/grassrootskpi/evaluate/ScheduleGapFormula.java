package org.grassrootskpi.evaluate;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.Schedule;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;

/**
 * The part of a target that is reached at the end of a group's period, less the part that is due then.
 *
 * @param value the value; by a rule from a baseline also that of the start
 */
public record ScheduleGapFormula(Formula value, PlannedTarget target, AttainmentRule rule, DueShares due, Unit unit)
        implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        boolean fromBaseline = rule.form() == AttainmentRule.Form.FROM_BASELINE;
        TargetPair pair = TargetPair.of(cells, value, target, fromBaseline, region, period, combination);
        Absence why = pair.absence().orElse(null);
        if (why != null) {
            return pair.absent(why, unit);
        }
        ScheduleState state = Schedule.of(target.plan(period), due.path())
                .withRule(rule)
                .assess(
                        pair.actualFigure(),
                        pair.targetFigure(),
                        pair.baseFigure(),
                        TimePeriod.ofCode(period).lastDay());
        return state.gap()
                .map(gap -> pair.of(gap, unit))
                .orElseGet(() ->
                        pair.refused(state.attainment().orElseThrow().refusal().orElseThrow(), unit));
    }

    @Override
    public double number(Cells cells, int region, int period, int combination) {
        OptionalDouble known = rule.form() == AttainmentRule.Form.RATIO
                ? cells.attained(value, target, due.at(period), region, period)
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
        return "gap to schedule(" + value + ", " + target + ")";
    }
}
