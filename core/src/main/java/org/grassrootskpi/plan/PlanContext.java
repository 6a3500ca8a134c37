package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Formula.Function;
import org.grassrootskpi.evaluate.Formula.Leaf;
import org.grassrootskpi.evaluate.Pair;
import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.plan.AggregateRules.Place;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Lag;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

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
    private final RollupRequests pairs;

    PlanContext(
            Catalog catalog,
            TableSchema schema,
            Query query,
            SourceChoice sources,
            Scopes scopes,
            Axis axis,
            RollupRequests rollups,
            RollupRequests pairs,
            MemberRules members) {
        this.catalog = catalog;
        this.schema = schema;
        this.query = query;
        this.sources = sources;
        this.scopes = scopes;
        this.axis = axis;
        this.rollups = rollups;
        this.members = members;
        this.pairs = pairs;
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
        return new Place(
                Window.PERIOD, 0, axis.groups().map(TimePeriodRange::from).orElse(null));
    }

    /** The number of the rollup over a source that gathers an aggregate in a place. */
    int rollup(Source source, Optional<Source> weight, Place place, boolean lastOnly, Optional<Aggregate> aggregate) {
        boolean isOpen = !combinations(source).isSingle();
        if (isOpen && aggregate.isPresent() && !query.missing().accepts(0, 1)) {
            throw RefusedException.of(
                    Reason.UNKNOWN_COMPLETENESS,
                    "the query demands " + query.missing() + ", but how many members of "
                            + schema.dimensions() + " each region should have of '" + source.indicator()
                            + "' is not known",
                    "group by each of these dimensions, limit each to one member by where(...), declare its total in the"
                            + " schema, or leave out missing(...)");
        }
        return rollups.add(source, weight, Optional.empty(), place.scope(), lastOnly, first(place), aggregate);
    }

    private static @Nullable TimePeriod first(Place place) {
        return place.from() == null ? null : place.window().first(place.from());
    }

    /** The number of the rollup of the pairs of a source and its counterparts in another, of the same periods. */
    int pairs(Source source, Source other, Place place, boolean byPeriod) {
        return pairs.add(
                source,
                Optional.of(other),
                Optional.empty(),
                place.scope(),
                byPeriod,
                first(place),
                Optional.of(Aggregate.PAIRED_SUM));
    }

    /**
     * How the observations of a total and those of the earlier period that it is compared with find each other; empty where they
     * cannot, or need not because each group is one observation.
     */
    Optional<Pair> overTime(Formula of, BasePeriod comparison, Place place) {
        if (!(of instanceof Leaf leaf) || !(leaf.function() == Function.SUM || leaf.function() == Function.MEAN)) {
            return Optional.empty();
        }
        Frequency groups = axis.groups().orElseThrow().frequency();
        boolean grows =
                comparison == BasePeriod.PREVIOUS_PERIOD && leaf.window().kind() == Window.Kind.YEAR_TO_DATE;
        if (grows || leaf.rollups().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList.Builder<Integer> numbers = ImmutableList.builder();
        boolean single = true;
        for (int number : leaf.rollups()) {
            Source source = rollups.source(number);
            if (groups == Frequency.YEAR_TO_DATE
                    && comparison == BasePeriod.PREVIOUS_PERIOD
                    && source.frequency() != groups) {
                return Optional.empty();
            }
            single &= combinations(source).isSingle() && isSingle(source, place.with(leaf.window()));
            numbers.add(pairs.add(
                    source,
                    Optional.of(source),
                    Optional.of(new Lag(comparison, groups, leaf.lastOnly())),
                    leaf.scope(),
                    leaf.lastOnly(),
                    first(place.with(leaf.window())),
                    Optional.of(Aggregate.PAIRED_SUM)));
        }
        return single && leaf.rollups().size() == 1
                ? Optional.empty()
                : Optional.of(new Pair(leaf, leaf, numbers.build()));
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

    /** Whether the same members of extra dimensions are read of both, not the total of one and the parts of the other. */
    boolean haveLikeMembers(SourceChoice.Pair pair) {
        return schema.totals().isEmpty() || combinations(pair.one()).readsLike(combinations(pair.other()));
    }

    /** Whether the groups are periods. */
    boolean isGroupedByPeriod() {
        return axis.groups().isPresent();
    }

    /** Whether each group takes in one period of a source. */
    boolean hasSinglePeriods(Source source, Place place) {
        if (place.window().kind() != Window.Kind.PERIOD) {
            return false;
        }
        Optional<Frequency> groups = axis.groups().map(TimePeriodRange::frequency);
        return groups.isPresent()
                ? groups.get() == source.frequency()
                : axis.slots(source.frequency(), null, false).isSingle();
    }

    /** The frequency of the groups, for a measure that compares or joins periods which do not overlap. */
    Frequency requirePeriods(String measure) {
        if (axis.isEmpty()) {
            throw RefusedException.of(
                    Reason.NO_DATA,
                    "there is no observation that '" + measure + "' could compare",
                    "add observations, or limit the query to a time by during(...)");
        }
        return axis.groups()
                .map(TimePeriodRange::frequency)
                .orElseThrow(() -> RefusedException.of(
                        Reason.NEEDS_PERIOD,
                        "'" + measure + "' compares periods, but the query puts all of them into one group",
                        "add Dimension.period(frequency) to groupBy, or limit the query to a single period"));
    }

    /** The same place, from the period on that the first group is compared with. */
    Place earlier(Place place, BasePeriod comparison, String measure) {
        Frequency frequency = requirePeriods(measure);
        TimePeriod from = java.util.Objects.requireNonNull(place.from());
        if (comparison == BasePeriod.YEAR_EARLIER) {
            return place.from(yearEarlier(from));
        }
        if (frequency == Frequency.YEAR_TO_DATE) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + measure + "' compares a year to date with one that is a part of it",
                    "compare with the year before, or ask for Measure.discrete()");
        }
        return place.from(from.earlier(1));
    }

    /** A period at or before the one a year earlier: the calendar may lack that one, but not for the next group. */
    private static TimePeriod yearEarlier(TimePeriod period) {
        return period.yearEarlier().orElseGet(() -> {
            TimePeriod before = period.earlier(1);
            return before.equals(period) ? period : before.yearEarlier().orElse(before);
        });
    }
}
