package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.LevelIndex;
import org.grassrootskpi.evaluate.RefusedFormula;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionGroup;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * Turns queries into plans: chooses the data, applies the rules of each indicator's kind, and refuses what makes no sense,
 * before a row is read.
 *
 * <p>A planner knows a catalogue and which data there is, not the data; if an indicator has several sources that could
 * answer, it counts the rows of each. Immutable and thread-safe.
 */
public final class Planner {
    private final Catalog catalog;
    private final TableSchema schema;
    private final RegionNumbering numbering;
    private final LevelIndex levels;
    private final ImmutableListMultimap<String, SourceExtent> extents;
    private final IndicatorIndex indicators;
    private final SourceCounts counts;
    private final @Nullable Planner targets;

    private Planner(
            Catalog catalog,
            TableSchema schema,
            RegionNumbering numbering,
            LevelIndex levels,
            ImmutableListMultimap<String, SourceExtent> extents,
            IndicatorIndex indicators,
            SourceCounts counts,
            @Nullable Planner targets) {
        this.counts = counts;
        this.catalog = catalog;
        this.schema = schema;
        this.numbering = numbering;
        this.levels = levels;
        this.extents = extents;
        this.indicators = indicators;
        this.targets = targets;
    }

    private static Planner of(
            Catalog catalog,
            TableSchema schema,
            RegionNumbering numbering,
            Iterable<SourceExtent> extents,
            SourceCounts counts) {
        ImmutableListMultimap<String, SourceExtent> byIndicator = SourceSelector.index(extents);
        return new Planner(
                catalog,
                schema,
                numbering,
                new LevelIndex(numbering),
                byIndicator,
                new IndicatorIndex(catalog, byIndicator),
                counts,
                null);
    }

    /**
     * Creates a planner for data stored anywhere.
     *
     * @param catalog the indicators and regions that the data is of
     * @param schema the extra dimensions of the data
     * @param extents which data there is
     * @param counts counts the rows of the data; called if an indicator has several sources that could answer
     * @return a planner
     * @throws IllegalArgumentException if the schema has doubles: stores add them up in any order, with another sum each time
     */
    public static Planner of(Catalog catalog, TableSchema schema, Iterable<SourceExtent> extents, SourceCounts counts) {
        if (!schema.floatingPoint().isEmpty()) {
            throw new IllegalArgumentException("Expected decimals, got doubles of " + schema.floatingPoint()
                    + "; a store adds doubles up in any order, with another sum each time: give them as decimals");
        }
        return of(catalog, schema, RegionNumbering.of(catalog), extents, counts);
    }

    /**
     * Creates a planner for a table.
     *
     * @param table the table
     * @return a planner
     */
    public static Planner of(ObservationTable table) {
        return of(table.catalog(), table.schema(), table.regions(), extents(table), new TableCounts(table));
    }

    private static ImmutableList<SourceExtent> extents(ObservationTable table) {
        ImmutableList.Builder<SourceExtent> extents = ImmutableList.builder();
        TimePeriodRange last = null;
        for (SeriesBlock block : table.blocks()) {
            TimePeriodRange periods =
                    TimePeriodRange.of(TimePeriod.ofCode(block.firstPeriod()), TimePeriod.ofCode(block.lastPeriod()));
            // Neighbours most often have their periods in common, which are found to be the same at once where they
            // share them.
            if (last == null || !periods.equals(last)) {
                last = periods;
            }
            extents.add(new SourceExtent(
                    Source.of(block.indicator().id(), block.level(), block.frequency()),
                    last,
                    block.combinationValues(),
                    block.magnitude()));
        }
        return extents.build();
    }

    /**
     * Returns this planner with targets, for measures such as {@link Measure#attainment()}.
     *
     * @param ofTargets knows which targets there are: a table of them is like one of observations, with the target of an indicator
     *     for a region and a period in place of the figure
     * @return the planner; {@link Plan#finish(List, java.util.function.Function, java.util.function.Function, int)} reads both
     * @throws IllegalArgumentException if the targets are of another catalogue
     */
    public Planner withTargets(Planner ofTargets) {
        if (!catalog.equals(ofTargets.catalog)) {
            throw new IllegalArgumentException(
                    "Expected targets of the catalogue of the observations, got those of another; read both with one catalogue");
        }
        return new Planner(catalog, schema, numbering, levels, extents, indicators, counts, ofTargets);
    }

    /** {@return the indicators and regions that the data is of} */
    public Catalog catalog() {
        return catalog;
    }

    /** {@return the extra dimensions of the data} */
    public TableSchema schema() {
        return schema;
    }

    /** {@return which data there is} */
    public ImmutableList<SourceExtent> extents() {
        return extents.values().asList();
    }

    /**
     * Plans a query.
     *
     * @param query the query
     * @return the plan; measures that make no sense for an indicator are refused in it, and do not affect the others
     * @throws RefusedException if the query as a whole cannot be answered, or if it is strict and a measure is refused
     */
    public Plan plan(Query query) {
        return planInRegions(new AskedGroups(catalog).inRegions(query));
    }

    private Plan planInRegions(Query query) {
        QueryChecks.of(catalog, schema, extents).check(query);
        ImmutableList<Subject> subjects = Subjects.of(catalog, indicators, query);
        QueryChecks.checkColumns(query, subjects);
        PlanContext context = context(query, subjects);
        List<Refusal> refusals = new ArrayList<>();
        ImmutableList<ImmutableList<Formula>> formulas = formulas(query, subjects, context, refusals);
        if (query.isStrict() && !refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return new Plan(context.toRecipe(formulas, ImmutableList.copyOf(refusals)));
    }

    /** Lays out the groups of a query and the data that may answer it. */
    PlanContext context(Query query, ImmutableList<Subject> subjects) {
        AskedGroups groups = new AskedGroups(catalog);
        ImmutableList<RegionGroup> rows = groups.of(query);
        RegionAxes regionAxes = new RegionAxes(
                numbering,
                levels,
                query,
                rows,
                rows.stream().map(groups::asRegion).collect(ImmutableList.toImmutableList()));
        MemberRules members = new MemberRules(schema, query);
        SourceSelector sources = new SourceSelector(indicators, query, regionAxes, levels, counts, members);
        TimeAxis time = TimeAxis.of(query, new DataTime(catalog, sources).of(subjects));
        return new PlanContext(
                catalog,
                schema,
                query,
                subjects,
                levels,
                sources,
                regionAxes,
                time,
                members,
                new TargetPlans(targets, query, subjects, time));
    }

    /** Refuses a query over targets by dimensions that these do not have. */
    void requireDimensions(Query query) {
        Stream.concat(
                        query.groupBy().stream().filter(Dimension::isExtra).map(Dimension::name),
                        query.where().keySet().stream())
                .filter(name -> !schema.dimensions().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusedException.of(
                            Reason.NO_TARGET,
                            "the query asks for '" + name + "', by which targets are not set: they declare "
                                    + schema.dimensions(),
                            "ask without '" + name + "', or give targets that have it");
                });
    }

    private static ImmutableList<ImmutableList<Formula>> formulas(
            Query query, List<Subject> subjects, PlanContext context, List<Refusal> refusals) {
        ImmutableList.Builder<ImmutableList<Formula>> columns = ImmutableList.builder();
        for (Measure measure : query.measures()) {
            ImmutableList.Builder<Formula> column = ImmutableList.builder();
            for (Subject subject : subjects) {
                try {
                    column.add(new MeasureRules(subject, context).of(measure));
                } catch (RefusedException refused) {
                    Refusal refusal = refused.refusals().get(0).about(subject.id(), measure.name());
                    refusals.add(refusal);
                    column.add(new RefusedFormula(refusal, subject.unit()));
                }
            }
            columns.add(column.build());
        }
        return columns.build();
    }
}
