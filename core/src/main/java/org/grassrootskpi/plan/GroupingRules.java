package org.grassrootskpi.plan;

import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.time.Frequency;

/** Refuses measures over groups, or within longer periods, that a query does not have. */
final class GroupingRules {
    private final PlanContext plan;

    GroupingRules(PlanContext plan) {
        this.plan = plan;
    }

    /** Refuses a measure over the groups of a dimension by which the query does not group. */
    void requireGroupedBy(Dimension dimension, Measure measure) {
        if (dimension.kind() == Dimension.Kind.PERIOD) {
            Frequency groups = requireApart(measure);
            if (TimeAxis.inYearsOf(plan.query(), dimension.frequency().orElseThrow()) != groups) {
                throw RefusedException.of(
                        Reason.NEEDS_PERIOD,
                        "'" + measure.name() + "' is over " + dimension + ", but the query groups by period(" + groups
                                + ")",
                        "name one frequency in both");
            }
        } else if (!plan.query().columns().contains(dimension)) {
            throw RefusedException.of(
                    Reason.NEEDS_DIMENSION,
                    "'" + measure.name() + "' is over the groups of '" + dimension
                            + "', but the query is not grouped by it",
                    "add it to groupBy");
        }
    }

    /** Returns the frequency of the longer periods that a measure is within, of which the groups have to be parts. */
    Frequency requireLonger(Measure measure) {
        Frequency groups = requireApart(measure);
        Frequency longer = TimeAxis.inYearsOf(plan.query(), measure.frequency().orElseThrow());
        if (groups == longer || !groups.nestsIn(longer) || longer == Frequency.YEAR_TO_DATE) {
            throw RefusedException.of(
                    Reason.NEEDS_PERIOD,
                    "'" + measure.name() + "' is within " + longer + " periods, of which the groups, " + groups
                            + " periods, are no parts",
                    "group by a frequency whose periods make up longer ones, such as MONTHLY those of ANNUAL");
        }
        return longer;
    }

    /** Returns the frequency of the groups; refuses a measure among years to date, which contain each other. */
    private Frequency requireApart(Measure measure) {
        Frequency groups = plan.requirePeriods(measure.name());
        if (groups == Frequency.YEAR_TO_DATE) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + measure.name() + "' would compare years to date, which contain each other",
                    "group by Dimension.period(MONTHLY)");
        }
        return groups;
    }

    /** Returns the frequency of the years that a measure adds up from the beginning of; refuses groups that these cut. */
    Frequency requireYears(Measure measure) {
        Frequency groups = plan.requirePeriods(measure.name());
        Frequency years = TimeAxis.inYearsOf(plan.query(), Frequency.ANNUAL);
        if (years != Frequency.ANNUAL && !groups.nestsIn(years)) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + measure.name() + "' adds up from " + years.startMonth() + " on, but " + groups
                            + " periods do not make up years from there",
                    "group by Dimension.period(MONTHLY), or leave out yearsFrom(" + years.startMonth() + ")");
        }
        return years;
    }
}
