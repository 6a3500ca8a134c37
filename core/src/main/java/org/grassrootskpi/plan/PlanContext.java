package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.grassrootskpi.evaluate.AggregateFormula;
import org.grassrootskpi.evaluate.AggregateFunction;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.LevelIndex;
import org.grassrootskpi.evaluate.Pair;
import org.grassrootskpi.evaluate.Peers;
import org.grassrootskpi.evaluate.Recipe;
import org.grassrootskpi.evaluate.ResultGrid;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.plan.RollupRequests.Grouping;
import org.grassrootskpi.plan.RollupRequests.Need;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Lag;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** Gives rules access to the plan under construction: the data that exists, the groups, and the roll-ups that formulas need. */
final class PlanContext {
    private final Catalog catalog;
    private final TableSchema schema;
    private final Query query;
    private final ImmutableList<Subject> subjects;
    private final LevelIndex levels;
    private final SourceSelector sources;
    private final RegionAxes regionAxes;
    private final TimeAxis time;
    private final RollupRequests rollups;
    private final MemberRules members;
    private final TargetPlans targets;
    private final Map<MembersKey, CombinationGroups> combinations = new HashMap<>();
    private final Map<RankedKey, Peers.Subjects> ranked = new HashMap<>();
    private final RollupRequests pairs = new RollupRequests(0);

    private record MembersKey(Source source, Optional<String> overall) {}

    private record RankedKey(Measure measure, AggregationFrame frame) {}

    PlanContext(
            Catalog catalog,
            TableSchema schema,
            Query query,
            ImmutableList<Subject> subjects,
            LevelIndex levels,
            SourceSelector sources,
            RegionAxes regionAxes,
            TimeAxis time,
            MemberRules members,
            TargetPlans targets) {
        this.catalog = catalog;
        this.schema = schema;
        this.query = query;
        this.subjects = subjects;
        this.levels = levels;
        this.sources = sources;
        this.regionAxes = regionAxes;
        this.time = time;
        this.members = members;
        this.targets = targets;
        this.rollups = new RollupRequests(subjects.stream()
                .mapToInt(subject -> subject.indicators().size())
                .sum());
    }

    Catalog catalog() {
        return catalog;
    }

    TableSchema schema() {
        return schema;
    }

    SourceSelector sources() {
        return sources;
    }

    RegionAxes regionAxes() {
        return regionAxes;
    }

    TimeAxis time() {
        return time;
    }

    /** Returns what is asked of the table of targets. */
    TargetPlans targets() {
        return targets;
    }

    /** Returns the source of a roll-up. */
    Source source(int rollup) {
        return rollups.source(rollup);
    }

    /** Returns everything that the result is made from, with the roll-ups that the formulas need. */
    Recipe toRecipe(ImmutableList<ImmutableList<Formula>> formulas, ImmutableList<Refusal> refusals) {
        ResultGrid grid = new ResultGrid(subjects, ImmutableList.copyOf(regionAxes.all()), time.groups(), levels);
        ImmutableList<Rollup> ofFormulas = toRollups(rollups);
        QueryChecks.checkSize(grid, ofFormulas);
        return new Recipe(
                query, grid, ofFormulas, toRollups(pairs), formulas, refusals, targets.toRecipes(), targets.checks());
    }

    private Indicator indicator(Source source) {
        return catalog.indicator(source.indicator());
    }

    private ImmutableList<Rollup> toRollups(RollupRequests requests) {
        return requests.toRollups(
                time,
                regionAxes.all(),
                this::indicator,
                request -> combinations(request.source(), request.grouping().overall()));
    }

    /** The groups themselves, from the first period shown. */
    AggregationFrame frame() {
        return new AggregationFrame(
                Window.PERIOD,
                0,
                Optional.empty(),
                time.groups().map(TimePeriodRange::from).orElse(null));
    }

    /** Returns the numbers of the roll-ups over the sources of some indicators that compute an aggregate in a frame. */
    ImmutableList<Integer> rollups(
            List<Indicator> ofSources,
            List<Source> sources,
            AggregationFrame frame,
            boolean lastPeriodOnly,
            Optional<Aggregate> aggregate) {
        requireMembers(sources, frame, aggregate.isPresent());
        return rollups.addAll(
                ofSources,
                sources,
                grouping(Optional.empty(), ImmutableList.of(), Optional.empty(), frame, lastPeriodOnly),
                need(frame, aggregate));
    }

    /** Returns the number of the roll-up over a source that computes a mean weighted by another in a frame. */
    int weighted(Source source, Source weight, AggregationFrame frame) {
        requireMembers(ImmutableList.of(source), frame, true);
        return rollups.add(
                indicator(source),
                source,
                grouping(Optional.of(weight), ImmutableList.of(), Optional.empty(), frame, false),
                need(frame, Optional.of(Aggregate.WEIGHTED_SUM)));
    }

    private static Grouping grouping(
            Optional<Source> other,
            ImmutableList<Source> required,
            Optional<Lag> lag,
            AggregationFrame frame,
            boolean lastPeriodOnly) {
        return new Grouping(other, required, lag, frame.regionAxis(), frame.overall(), lastPeriodOnly);
    }

    private Need need(AggregationFrame frame, Optional<Aggregate> aggregate) {
        return Need.of(
                aggregate,
                frame.from() == null ? null : frame.window().first(frame.from()),
                time.groups().map(groups -> frame.window().last(groups.to())).orElse(null));
    }

    /**
     * Refuses members that do not add up, and, if the query demands that groups are complete, sources of which nobody knows how many
     * observations each group should have.
     */
    private void requireMembers(List<Source> sources, AggregationFrame frame, boolean isAggregated) {
        boolean needsNumber = isAggregated && !query.missing().accepts(0, 1);
        for (Source source : schema.dimensions().isEmpty() ? ImmutableList.<Source>of() : sources) {
            boolean isOpen = !combinations(source, frame.overall()).isSingle();
            if (isOpen && needsNumber) {
                throw RefusedException.of(
                        Reason.UNKNOWN_COMPLETENESS,
                        "the query demands " + query.missing() + ", but how many members of "
                                + schema.dimensions() + " each region should have of '" + source.indicator()
                                + "' is not known",
                        "group by each of these dimensions, limit each to one member by where(...), declare its total in the"
                                + " schema, or leave out missing(...)");
            }
        }
    }

    /** Returns the number of the roll-up of the pairs of a source and its counterparts in another, of the same periods. */
    int pairs(Source source, Source other, AggregationFrame frame, boolean lastPeriodOnly) {
        return pairs(source, other, ImmutableList.of(), frame, lastPeriodOnly);
    }

    /** Returns the same of the pairs for which further sources have a value as well. */
    int pairs(
            Source source,
            Source other,
            ImmutableList<Source> required,
            AggregationFrame frame,
            boolean lastPeriodOnly) {
        return pairs.add(
                indicator(source),
                source,
                grouping(Optional.of(other), required, Optional.empty(), frame, lastPeriodOnly),
                need(frame, Optional.of(Aggregate.PAIRED_SUM)));
    }

    /**
     * Returns how the observations of a total and those of the earlier period that it is compared with are paired; empty if they
     * cannot be, or need not be because each group is one observation.
     */
    Optional<Pair> overTime(Formula of, BasePeriod comparison, AggregationFrame frame) {
        if (!(of instanceof AggregateFormula leaf)
                || !(leaf.function() == AggregateFunction.SUM || leaf.function() == AggregateFunction.MEAN)) {
            return Optional.empty();
        }
        Frequency groups = time.groups().orElseThrow().frequency();
        boolean grows = !comparison.isByYear() && leaf.window().kind() == Window.Kind.YEAR_TO_DATE;
        // A window that begins in the year before has no counterparts in one base year.
        boolean torn = comparison.year().isPresent() && leaf.window().isOfTwoYears();
        if (grows || torn || leaf.rollups().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList.Builder<Integer> numbers = ImmutableList.builder();
        boolean single = true;
        for (int number : leaf.rollups()) {
            Source source = rollups.source(number);
            if (groups == Frequency.YEAR_TO_DATE && !comparison.isByYear() && source.frequency() != groups) {
                return Optional.empty();
            }
            single &= combinations(source, frame.overall()).isSingle() && isSingle(source, frame.with(leaf.window()));
            numbers.add(pairs.add(
                    indicator(source),
                    source,
                    grouping(
                            Optional.of(source),
                            ImmutableList.of(),
                            Optional.of(new Lag(comparison, groups, leaf.lastPeriodOnly())),
                            frame.with(leaf.window()).in(leaf.regionAxis()),
                            leaf.lastPeriodOnly()),
                    need(frame.with(leaf.window()), Optional.of(Aggregate.PAIRED_SUM))));
        }
        return single && leaf.rollups().size() == 1
                ? Optional.empty()
                : Optional.of(new Pair(leaf, leaf, numbers.build()));
    }

    /** Returns whether each group is one region and one period of a source. */
    boolean isSingle(Source source, AggregationFrame frame) {
        return hasSingleRegions(source, frame) && hasSinglePeriods(source, frame);
    }

    /** Returns whether each group includes one region of a source. */
    boolean hasSingleRegions(Source source, AggregationFrame frame) {
        return frame.regionAxis() == 0 && regionAxes.groups().isSingle(source.level());
    }

    /** Returns the groups of a source's combinations of the extra dimensions' members. */
    CombinationGroups combinations(Source source) {
        return combinations(source, Optional.empty());
    }

    /** Returns the same with all members of one of the query's dimensions together. */
    CombinationGroups combinations(Source source, Optional<String> overall) {
        if (schema.dimensions().isEmpty()) {
            return CombinationGroups.NONE;
        }
        MembersKey key = new MembersKey(source, overall);
        CombinationGroups known = combinations.get(key);
        if (known == null) {
            SourceExtent extent = sources.extent(source);
            known = overall.map(dimension -> members.overall(extent, dimension)).orElseGet(() -> members.of(extent));
            combinations.put(key, known);
        }
        return known;
    }

    /** Refuses ranks among members of which one may be the total of the others. */
    void requireNoSuspectedTotal(Formula ranked, String dimension, String measure) {
        ranked.aggregates()
                .flatMap(aggregate -> aggregate.rollups().stream())
                .forEach(number ->
                        members.requireNoSuspectedTotal(sources.extent(rollups.source(number)), dimension, measure));
    }

    /** Returns the subjects that a query ranks by a measure, made once for all of them. */
    Peers.Subjects subjectsRankedBy(Measure measure, AggregationFrame frame, Supplier<Peers.Subjects> made) {
        RankedKey key = new RankedKey(measure, frame);
        Peers.Subjects known = ranked.get(key);
        if (known == null) {
            known = made.get();
            ranked.put(key, known);
        }
        return known;
    }

    Query query() {
        return query;
    }

    ImmutableList<Subject> subjects() {
        return subjects;
    }

    /** Returns whether the same members of extra dimensions are read of both, not the total of one and the parts of the other. */
    boolean haveLikeMembers(Source one, Source other, AggregationFrame frame) {
        return schema.totals().isEmpty()
                || combinations(one, frame.overall()).readsLike(combinations(other, frame.overall()));
    }

    /** Returns whether the groups are periods. */
    boolean isGroupedByPeriod() {
        return time.groups().isPresent();
    }

    /** Returns whether each group includes one period of a source. */
    boolean hasSinglePeriods(Source source, AggregationFrame frame) {
        if (frame.window().kind() != Window.Kind.PERIOD) {
            return false;
        }
        Optional<Frequency> groups = time.groups().map(TimePeriodRange::frequency);
        return groups.isPresent()
                ? groups.get() == source.frequency()
                : time.slots(source.frequency(), null, null, false).isSingle();
    }

    /** Returns the frequency of the groups, for a measure that compares or joins periods which do not overlap. */
    Frequency requirePeriods(String measure) {
        if (time.isEmpty()) {
            throw RefusedException.of(
                    Reason.NO_DATA,
                    "there is no observation that '" + measure + "' could compare",
                    "add observations, or limit the query to a time by during(...)");
        }
        return time.groups()
                .map(TimePeriodRange::frequency)
                .orElseThrow(() -> RefusedException.of(
                        Reason.NEEDS_PERIOD,
                        "'" + measure + "' compares periods, but the query puts all of them into one group",
                        "add Dimension.period(frequency) to groupBy, or limit the query to a single period"));
    }

    /** Returns the same frame, from the period on that the first group is compared with. */
    AggregationFrame earlier(AggregationFrame frame, BasePeriod comparison, String measure) {
        Frequency frequency = requirePeriods(measure);
        TimePeriod from = Objects.requireNonNull(frame.from());
        if (comparison.isByYear()) {
            return frame.from(
                    comparison.year().map(base -> inBaseYear(from, base)).orElseGet(() -> before(from, comparison)));
        }
        if (frequency == Frequency.YEAR_TO_DATE) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + measure + "' compares a year to date with one that is a part of it",
                    "compare with the year before, or ask for Measure.discrete()");
        }
        return frame.from(before(from, comparison));
    }

    /** Returns a period at or before the base of one: the calendar may lack that one, but not for the next group. */
    private static TimePeriod before(TimePeriod period, BasePeriod comparison) {
        TimePeriod next = period.earlier(1);
        return comparison.of(period).or(() -> comparison.of(next)).orElse(next);
    }

    /** Returns the first period of a base year, of which groups of later years have bases, or the period if it is earlier. */
    private static TimePeriod inBaseYear(TimePeriod period, int year) {
        TimePeriod first = period.frequency().isYears()
                ? period.inYear(year).orElse(period)
                : TimePeriod.containing(TimePeriod.ofYear(year).firstDay(), period.frequency());
        return first.toCode() < period.toCode() ? first : period;
    }
}
