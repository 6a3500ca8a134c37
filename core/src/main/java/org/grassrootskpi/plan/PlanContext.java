package org.grassrootskpi.plan;

import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.plan.AggregateRules.Place;
import org.grassrootskpi.query.Comparison;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.Period;
import org.grassrootskpi.time.PeriodRange;

/** What the rules ask of the plan that is being made: which data there is, how groups lie, and the rollups they need. */
final class PlanContext {
    private final Catalog catalog;
    private final TableSchema schema;
    private final Query query;
    private final SourceChoice sources;
    private final Scopes scopes;
    private final Axis axis;
    private final RollupRequests rollups;

    PlanContext(
            Catalog catalog,
            TableSchema schema,
            Query query,
            SourceChoice sources,
            Scopes scopes,
            Axis axis,
            RollupRequests rollups) {
        this.catalog = catalog;
        this.schema = schema;
        this.query = query;
        this.sources = sources;
        this.scopes = scopes;
        this.axis = axis;
        this.rollups = rollups;
    }

    Catalog catalog() {
        return catalog;
    }

    TableSchema schema() {
        return schema;
    }

    SourceChoice sources() {
        return sources;
    }

    Scopes scopes() {
        return scopes;
    }

    /** The groups themselves, from the first period shown. */
    Place groups() {
        return new Place(Window.PERIOD, 0, axis.groups().map(PeriodRange::from).orElse(null));
    }

    /** The number of the rollup over a source that gathers an aggregate in a place. */
    int rollup(Source source, Optional<Source> weight, Place place, boolean lastOnly, Optional<Aggregate> aggregate) {
        Period from = place.from() == null ? null : place.window().first(place.from());
        return rollups.add(source, weight, place.scope(), lastOnly, from, aggregate);
    }

    /** Whether each group is a single observation of a source. */
    boolean isSingle(Source source, Place place) {
        return place.scope() == 0
                && scopes.groups().isSingle(source.level())
                && hasSinglePeriods(source, place)
                && schema.dimensions().stream()
                        .allMatch(name -> query.dimensions().stream()
                                .anyMatch(d -> Planner.isExtra(d) && d.name().equals(name)));
    }

    /** Whether each group takes in one period of a source. */
    boolean hasSinglePeriods(Source source, Place place) {
        if (place.window().kind() != Window.Kind.PERIOD) {
            return false;
        }
        Optional<Frequency> groups = axis.groups().map(PeriodRange::frequency);
        return groups.isPresent()
                ? groups.get() == source.frequency()
                : axis.slots(source.frequency(), null, false).isSingle();
    }

    /** The frequency of the groups, for a measure that compares or joins periods which do not overlap. */
    Frequency requirePeriods(String measure) {
        if (axis.isEmpty()) {
            throw SourceChoice.refused(
                    Reason.NO_DATA,
                    "there is no observation that '" + measure + "' could compare",
                    "add observations, or limit the query to a time by during(...)");
        }
        return axis.groups()
                .map(PeriodRange::frequency)
                .orElseThrow(() -> SourceChoice.refused(
                        Reason.NEEDS_PERIOD,
                        "'" + measure + "' compares periods, but the query puts all of them into one group",
                        "add Dimension.period(frequency) to groupBy, or limit the query to a single period"));
    }

    /** The same place, from the period on that the first group is compared with. */
    Place earlier(Place place, Comparison comparison, String measure) {
        Frequency frequency = requirePeriods(measure);
        Period from = java.util.Objects.requireNonNull(place.from());
        if (comparison == Comparison.YEAR_EARLIER) {
            return place.from(yearEarlier(from));
        }
        if (frequency == Frequency.YEAR_TO_DATE) {
            throw SourceChoice.refused(
                    Reason.NOT_COMPARABLE,
                    "'" + measure + "' compares a year to date with one that is a part of it",
                    "compare with the year before, or ask for Measure.discrete()");
        }
        return place.from(Window.earlier(from, 1));
    }

    /** A period at or before the one a year earlier: the calendar may lack that one, but not for the next group. */
    private static Period yearEarlier(Period period) {
        return period.yearEarlier().orElseGet(() -> {
            Period before = Window.earlier(period, 1);
            return before.equals(period) ? period : before.yearEarlier().orElse(before);
        });
    }
}
