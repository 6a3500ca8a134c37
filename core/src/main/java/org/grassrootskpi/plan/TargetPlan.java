package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Recipe;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.time.TimePeriod;

/** The plan of a query over the table of targets: its roll-ups, and a formula for each target that a measure needs. */
final class TargetPlan {
    private final PlanContext context;
    private final int number;
    private final boolean isOfYear;
    private final List<Formula> formulas = new ArrayList<>();

    TargetPlan(PlanContext context, int number, boolean isOfYear) {
        this.context = context;
        this.number = number;
        this.isOfYear = isOfYear;
    }

    PlanContext context() {
        return context;
    }

    /** Returns the number of its recipe among those of targets. */
    int number() {
        return number;
    }

    /** Returns whether its targets are those of the years that contain the groups' periods. */
    boolean isOfYear() {
        return isOfYear;
    }

    /** Returns the frame over the targets for one over the observations. */
    AggregationFrame frame(AggregationFrame frame) {
        TimePeriod from = frame.from();
        return from == null ? context.frame() : context.frame().from(isOfYear ? TimePeriod.ofYear(from.year()) : from);
    }

    /** Returns the target of a subject, or a refusal if its targets do not fit the groups. */
    Formula target(Subject subject, AggregationFrame frame) {
        Formula target = new AggregateRules(subject, context).of(Measure.value(), frame(frame));
        formulas.add(target);
        return target;
    }

    Recipe toRecipe() {
        return context.toRecipe(ImmutableList.of(ImmutableList.copyOf(formulas)), ImmutableList.of());
    }
}
