package org.grassrootskpi.plan;

import java.util.HashMap;
import java.util.Map;
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
    private final MemberRules members;
    private final Map<Source, CombinationGroups> combinations = new HashMap<>();

    PlanContext(
            Catalog catalog,
            TableSchema schema,
            Query query,
            SourceChoice sources,
            Scopes scopes,
            Axis axis,
            RollupRequests rollups,
            MemberRules members) {
        this.catalog = catalog;
        this.schema = schema;
        this.query = query;
        this.sources = sources;
        this.scopes = scopes;
        this.axis = axis;
        this.rollups = rollups;
        this.members = members;
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
        boolean isOpen = !combinations(source).isSingle();
        if (isOpen && aggregate.isPresent() && !query.missingPolicy().accepts(0, 1)) {
            throw SourceChoice.refused(
                    Reason.UNKNOWN_COMPLETENESS,
                    "the query demands " + query.missingPolicy() + ", but how many members of "
                            + schema.dimensions() + " each region should have of '" + source.indicator()
                            + "' is not known",
                    "group by each of these dimensions, limit each to one member by where(...), declare its total in the"
                            + " schema, or leave out missing(...)");
        }
        Period from = place.from() == null ? null : place.window().first(place.from());
        return rollups.add(source, weight, place.scope(), lastOnly, from, aggregate);
    }

    /** Whether each group is one region and one period of a source. */
    boolean isSingle(Source source, Place place) {
        return hasSingleRegions(source, place) && hasSinglePeriods(source, place);
    }

    /** Whether each group takes in one region of a source. */
    boolean hasSingleRegions(Source source, Place place) {
        return place.scope() == 0 && scopes.groups().isSingle(source.level());
    }

    /** Which combinations of the extra dimensions' members of a source are put together. */
    CombinationGroups combinations(Source source) {
        CombinationGroups known = combinations.get(source);
        if (known == null) {
            known = members.of(sources.extent(source));
            combinations.put(source, known);
        }
        return known;
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
