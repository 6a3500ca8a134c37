package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Layout;
import org.grassrootskpi.evaluate.LevelIndex;
import org.grassrootskpi.evaluate.Recipe;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.RegionOrder;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/**
 * Turns queries into plans: chooses the data, applies the rules of each indicator's kind, and refuses what makes no sense,
 * before a row is read.
 *
 * <p>A planner knows a catalogue and which data there is, not the data; where an indicator has several sources that could
 * answer, it asks how complete each of them is. Immutable and thread-safe.
 */
public final class Planner {
    private final Catalog catalog;
    private final TableSchema schema;
    private final RegionOrder order;
    private final LevelIndex levels;
    private final ImmutableListMultimap<String, SourceExtent> extents;
    private final SourceCounts counts;

    private Planner(
            Catalog catalog,
            TableSchema schema,
            RegionOrder order,
            Iterable<SourceExtent> extents,
            SourceCounts counts) {
        this.counts = counts;
        this.catalog = catalog;
        this.schema = schema;
        this.order = order;
        this.levels = new LevelIndex(order);
        this.extents = SourceChoice.index(extents);
    }

    /**
     * A planner for data that lies anywhere.
     *
     * @param catalog the indicators and regions that the data is of
     * @param schema the extra dimensions of the data
     * @param extents which data there is
     * @param counts how many rows the data has, asked where an indicator has several sources that could answer
     * @return a planner
     * @throws IllegalArgumentException if the schema has doubles: stores add them up in any order, with another sum each time
     */
    public static Planner of(Catalog catalog, TableSchema schema, Iterable<SourceExtent> extents, SourceCounts counts) {
        if (!schema.floatingPoint().isEmpty()) {
            throw new IllegalArgumentException("Expected decimals, got doubles of " + schema.floatingPoint()
                    + "; a store adds doubles up in any order, with another sum each time: give them as decimals");
        }
        return new Planner(catalog, schema, RegionOrder.of(catalog), extents, counts);
    }

    /**
     * A planner for a table.
     *
     * @param table the table
     * @return a planner
     */
    public static Planner of(ObservationTable table) {
        return new Planner(
                table.catalog(),
                table.schema(),
                table.regions(),
                table.blocks().stream()
                        .map(block -> new SourceExtent(
                                Source.of(block.indicator().id(), block.level(), block.frequency()),
                                TimePeriodRange.of(
                                        TimePeriod.ofCode(block.periods().first()),
                                        TimePeriod.ofCode(block.periods().last())),
                                block.combinationValues(),
                                block.values().magnitude()))
                        .toList(),
                new TableCounts(table));
    }

    /**
     * Plans a query.
     *
     * @param query the query
     * @return the plan; measures that make no sense for an indicator are refused in it, and do not disturb the others
     * @throws RefusedException if the query as a whole cannot be answered, or if it is strict and a measure is refused
     */
    public Plan plan(Query query) {
        checkIds(query);
        ImmutableList<Subject> subjects = subjects(query);
        checkColumns(query, subjects);
        Scopes scopes = new Scopes(order, query);
        MemberRules members = new MemberRules(schema, query);
        SourceChoice sources = new SourceChoice(extents, query, scopes, levels, counts, members);
        Axis axis = Axis.of(query, timeOf(subjects, sources));
        RollupRequests requests = new RollupRequests();
        RollupRequests pairs = new RollupRequests();
        PlanContext context = new PlanContext(catalog, schema, query, sources, scopes, axis, requests, pairs, members);
        List<Refusal> refusals = new ArrayList<>();
        ImmutableList<ImmutableList<Formula>> formulas = formulas(query, subjects, context, refusals);
        if (query.isStrict() && !refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        ImmutableList<Rollup> rollups = requests.toRollups(
                axis, scopes.all(), source -> catalog.indicator(source.indicator()), context::combinations);
        ImmutableList<Rollup> ofPairs = pairs.toRollups(
                axis, scopes.all(), source -> catalog.indicator(source.indicator()), context::combinations);
        Layout layout = new Layout(subjects, ImmutableList.copyOf(scopes.all()), axis.groups(), levels);
        checkSize(layout, rollups);
        return new Plan(new Recipe(query, layout, rollups, ofPairs, formulas, ImmutableList.copyOf(refusals)));
    }

    /** Refuses what has more groups, or slots of a rollup, than an int counts. */
    private static void checkSize(Layout layout, ImmutableList<Rollup> rollups) {
        int regions = layout.regions().size();
        int periods = layout.periods().map(TimePeriodRange::size).orElse(1);
        int subjects = layout.subjects().size();
        long combinations = Math.max(
                1,
                rollups.stream()
                        .map(Rollup::combinations)
                        .distinct()
                        .flatMap(groups -> groups.groups().stream())
                        .distinct()
                        .count());
        long groups = LongMath.saturatedMultiply(
                LongMath.saturatedMultiply((long) regions * periods, subjects), combinations);
        long slots = rollups.stream()
                .mapToLong(rollup -> LongMath.saturatedMultiply(
                        (long) rollup.regions().size() * rollup.periods().size(),
                        rollup.combinations().groups().size()))
                .max()
                .orElse(0);
        if (Math.max(groups, slots) > Integer.MAX_VALUE) {
            throw RefusedException.of(
                    Reason.TOO_MANY_GROUPS,
                    subjects + " subjects, " + regions + " regions and " + periods + " periods"
                            + (combinations == 1 ? "" : " and " + combinations + " combinations of extra dimensions")
                            + " make " + groups + " groups, more than " + Integer.MAX_VALUE,
                    "limit the query by within(), during() and where(), or group by a coarser level or frequency");
        }
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
                    column.add(new Formula.Refused(refusal, subject.unit()));
                }
            }
            columns.add(column.build());
        }
        return columns.build();
    }

    private void checkIds(Query query) {
        for (String region : query.within()) {
            known(Reason.UNKNOWN_REGION, () -> catalog.region(region), "a region of the catalogue");
        }
        query.sector()
                .ifPresent(id -> known(Reason.UNKNOWN_SECTOR, () -> catalog.sector(id), "a sector of the catalogue"));
        Stream.concat(
                        query.groupBy().stream().filter(Dimension::isExtra).map(Dimension::name),
                        query.where().keySet().stream())
                .filter(name -> !schema.dimensions().contains(name))
                .forEach(name -> {
                    UnknownIdException unknown = new UnknownIdException("dimension", name, schema.dimensions());
                    throw RefusedException.of(
                            Reason.UNKNOWN_DIMENSION,
                            unknown.getMessage(),
                            "the table declares " + schema.dimensions());
                });
        query.where().forEach(this::checkMembers);
    }

    /** Refuses members that no observation has, where there are observations at all. */
    private void checkMembers(String dimension, List<String> members) {
        int position = schema.dimensions().indexOf(dimension);
        for (String member : extents.isEmpty() ? List.<String>of() : members) {
            boolean isKnown = extents.values().stream()
                    .flatMap(extent -> extent.combinations().stream())
                    .anyMatch(combination -> combination.get(position).equals(member));
            if (!isKnown) {
                Set<String> known = new TreeSet<>();
                extents.values().forEach(extent -> extent.combinations().forEach(c -> known.add(c.get(position))));
                throw RefusedException.of(
                        Reason.UNKNOWN_MEMBER,
                        new UnknownIdException("member of " + dimension, member, known).getMessage(),
                        "name one of the " + known.size() + " members of '" + dimension + "' that have observations");
            }
        }
    }

    private static void known(Reason reason, Runnable lookUp, String expected) {
        try {
            lookUp.run();
        } catch (UnknownIdException unknown) {
            throw RefusedException.of(reason, unknown.getMessage(), "name " + expected);
        }
    }

    private ImmutableList<Subject> subjects(Query query) {
        ImmutableList<Subject> selected = query.sector()
                .map(id -> catalog.sectorSubtree(id).stream()
                        .flatMap(sector -> catalog.indicatorsOf(sector.id()).stream())
                        .map(Subject::of)
                        .collect(ImmutableList.toImmutableList()))
                .orElseGet(
                        () -> query.indicators().stream().map(this::subject).collect(ImmutableList.toImmutableList()));
        Optional<Dimension> sector = query.groupBy().stream()
                .filter(dimension -> dimension.kind() == Dimension.Kind.SECTOR)
                .findFirst();
        return sector.isPresent() ? bySector(selected, sector.get().equals(Dimension.topSector())) : selected;
    }

    private Subject subject(String id) {
        try {
            return Subject.of(catalog.indicator(id));
        } catch (UnknownIdException unknown) {
            Refusal refusal = Refusal.of(
                    Reason.UNKNOWN_INDICATOR,
                    unknown.getMessage(),
                    unknown.suggestion()
                            .map(near -> "select '" + near + "'")
                            .orElse("select an indicator of the catalogue"));
            return new Subject(id, ImmutableList.of(), Optional.of(refusal));
        }
    }

    /** An unknown indicator has no sector, so that it stands by its own id and disturbs no other. */
    private ImmutableList<Subject> bySector(List<Subject> selected, boolean top) {
        Map<String, ImmutableList.Builder<Indicator>> sectors = new LinkedHashMap<>();
        ImmutableList.Builder<Subject> unknown = ImmutableList.builder();
        for (Subject subject : selected) {
            if (subject.unknown().isPresent()) {
                unknown.add(subject);
            }
            for (Indicator indicator : subject.indicators()) {
                String sector = top ? topOf(indicator.sector()) : indicator.sector();
                sectors.computeIfAbsent(sector, id -> ImmutableList.builder()).add(indicator);
            }
        }
        ImmutableList.Builder<Subject> subjects = ImmutableList.builder();
        sectors.forEach((id, indicators) -> subjects.add(new Subject(id, indicators.build(), Optional.empty())));
        return subjects.addAll(unknown.build()).build();
    }

    private String topOf(String sector) {
        Sector top = catalog.sector(sector);
        while (top.parent().isPresent()) {
            top = catalog.sector(top.parent().get());
        }
        return top.id();
    }

    private static void checkColumns(Query query, List<Subject> subjects) {
        Set<String> measures = new TreeSet<>();
        query.measures().forEach(measure -> measures.add(measure.name()));
        Set<String> columns = new TreeSet<>(measures);
        query.columns().forEach(dimension -> columns.add(dimension.name()));
        query.having().keySet().forEach(measure -> checkColumn(measure, measures));
        boolean apart = false;
        for (Order key : query.orderBy()) {
            checkColumn(key.column(), columns);
            apart |= query.columns().stream()
                    .anyMatch(dimension ->
                            dimension.isSubject() && dimension.name().equals(key.column()));
            List<String> units =
                    subjects.stream().map(s -> s.unit().code()).distinct().toList();
            boolean inUnits = query.measures().stream()
                    .filter(measure -> measure.name().equals(key.column()))
                    .anyMatch(Planner::hasUnitOfIndicator);
            if (inUnits && !apart && units.size() > 1) {
                throw RefusedException.of(
                        Reason.ORDER_OF_MIXED_UNITS,
                        "'" + key.column() + "' orders values in " + String.join(" and ", units) + " among each other",
                        "order by Order.ascending(Dimension.indicator()) first, or select indicators of one unit");
            }
        }
    }

    private static boolean hasUnitOfIndicator(Measure measure) {
        return switch (measure.kind()) {
            case COUNT, COVERAGE, SHARE, RANK, GROWTH, CONTRIBUTION -> false;
            default -> measure.inner().map(Planner::hasUnitOfIndicator).orElse(true);
        };
    }

    private static void checkColumn(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw RefusedException.of(
                    Reason.UNKNOWN_COLUMN,
                    new UnknownIdException("column", name, known).getMessage(),
                    "name one of " + String.join(", ", known) + ", or add the measure to measures(...)");
        }
    }

    /** The time of the data that answers for the subjects, for queries that name no time. */
    private List<TimePeriodRange> timeOf(List<Subject> subjects, SourceChoice sources) {
        List<TimePeriodRange> extent = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Indicator indicator : subject.indicators()) {
                addTime(extent, indicator, sources);
            }
        }
        return extent;
    }

    private void addTime(List<TimePeriodRange> extent, Indicator indicator, SourceChoice sources) {
        try {
            extent.add(sources.periods(sources.of(indicator.id())));
        } catch (RefusedException refused) {
            // An indicator without data of its own may have parts or a base; if not, its measures are refused one by
            // one.
        }
        Stream.of(indicator.numerator(), indicator.denominator(), indicator.base())
                .flatMap(Optional::stream)
                .forEach(id -> addTime(extent, catalog.indicator(id), sources));
        addTimeOfPairs(extent, indicator, sources);
    }

    /** What needs two indicators may find both only in other data than each by itself. */
    private static void addTimeOfPairs(List<TimePeriodRange> extent, Indicator indicator, SourceChoice sources) {
        indicator
                .weight()
                .flatMap(weight -> sources.common(indicator.id(), weight))
                .ifPresent(pair -> extent.add(sources.periods(pair.one())));
        if (indicator.numerator().isPresent() && indicator.denominator().isPresent()) {
            sources.common(indicator.numerator().get(), indicator.denominator().get())
                    .ifPresent(pair -> {
                        extent.add(sources.periods(pair.one()));
                        extent.add(sources.periods(pair.other()));
                    });
        }
    }
}
