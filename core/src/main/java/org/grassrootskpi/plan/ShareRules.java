package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.ShareFormula;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Measure.Kind;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.time.Frequency;

/** Finds the whole that a share is of, or refuses the share because its parts do not add up to one. */
final class ShareRules {
    private final Subject subject;
    private final PlanContext plan;
    private final MeasureRules measures;

    ShareRules(Subject subject, PlanContext plan, MeasureRules measures) {
        this.subject = subject;
        this.plan = plan;
        this.measures = measures;
    }

    Formula share(Measure measure, Measure inner, AggregationFrame frame) {
        requireParts(measure, inner);
        if (measure.frequency().isPresent()) {
            requirePartsOfTime(measure, inner);
            Frequency within = new GroupingRules(plan).requireLonger(measure);
            return of(inner, frame, frame.with(Window.within(within)));
        }
        if (measure.over().isPresent()) {
            return over(measure.over().get(), measure, inner, frame);
        }
        int parents = plan.regionAxes().parents(measure.name(), measure.level());
        return of(inner, frame, frame.in(parents));
    }

    private Formula of(Measure inner, AggregationFrame part, AggregationFrame whole) {
        return new ShareFormula(measures.of(inner, part), measures.of(inner, whole), Unit.RATIO);
    }

    private Formula over(Dimension dimension, Measure measure, Measure inner, AggregationFrame frame) {
        new GroupingRules(plan).requireGroupedBy(dimension, measure);
        return switch (dimension.kind()) {
            case PERIOD -> {
                requirePartsOfTime(measure, inner);
                yield of(inner, frame, frame.with(Window.all(plan.time().span())));
            }
            case EXTRA ->
                new ShareFormula(
                        measures.of(inner, frame),
                        measures.of(inner, frame.overall(dimension.name())),
                        true,
                        Unit.RATIO);
            default -> new ShareFormula(measures.of(inner, frame), ofEverything(measure, inner, frame), Unit.RATIO);
        };
    }

    /** Returns the total of everything that the query selects. */
    private Formula ofEverything(Measure measure, Measure inner, AggregationFrame frame) {
        ImmutableList.Builder<Indicator> all = ImmutableList.builder();
        for (Subject each : plan.subjects()) {
            each.unknown().ifPresent(refusal -> {
                throw new RefusedException(List.of(refusal));
            });
            all.addAll(each.indicators());
        }
        Subject everything = new Subject(measure.name(), all.build(), Optional.empty());
        try {
            return new MeasureRules(everything, plan).of(inner, frame);
        } catch (RefusedException ofTotal) {
            Refusal refusal = ofTotal.refusals().get(0);
            throw RefusedException.of(
                    refusal.reason(),
                    "'" + measure.name() + "' is a part of all that the query selects, and " + refusal.message(),
                    switch (refusal.reason()) {
                        case MIXED_UNITS, MIXED_KINDS, TOTAL_BESIDE_PARTS ->
                            "select flows only or stocks only, of one unit, of which none is part of another";
                        default -> refusal.suggestion();
                    });
        }
    }

    void requireParts(Measure measure, Measure inner) {
        boolean ofTime = measure.frequency().isPresent()
                || measure.over()
                        .filter(over -> over.kind() == Dimension.Kind.PERIOD)
                        .isPresent();
        for (Indicator indicator : subject.indicators()) {
            boolean adds = ofTime
                    ? indicator.kind().isAdditiveOverTime()
                    : indicator.kind().isAdditiveOverRegions();
            if (!isCount(inner) && !(isTotal(inner) && adds)) {
                throw RefusedException.of(
                        Reason.NOT_COMPARABLE,
                        "'" + inner.name() + "' of '" + indicator.id() + "' (" + indicator.kind()
                                + ") of the parts does not add up to that of the whole, so that '" + measure.name()
                                + "' means nothing",
                        "ask for shares" + (ofTime ? "" : " and contributions") + " of values, sums or counts of flows"
                                + (ofTime ? "" : " and stocks"));
            }
        }
    }

    /** Refuses windows of parts of a longer period, which overlap. */
    private static void requirePartsOfTime(Measure measure, Measure inner) {
        if (!inner.kind().isAggregate()) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + inner.name() + "' of several periods counts the same days again, so that '" + measure.name()
                            + "' means nothing",
                    "ask for the share of Measure.value(), Measure.sum() or Measure.count()");
        }
    }

    private static boolean isCount(Measure inner) {
        return MeasureRules.base(inner) == Kind.COUNT
                && (inner.kind().isAggregate() || inner.kind().isWindow());
    }

    /** Returns whether a measure of the parts adds up to that of the whole, if the kind of the indicator allows it. */
    private static boolean isTotal(Measure measure) {
        Kind base = MeasureRules.base(measure);
        return (measure.kind().isAggregate() || measure.kind().isWindow() || measure.kind() == Kind.DISCRETE)
                && (base == Kind.VALUE || base == Kind.SUM);
    }
}
