package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.math.LongMath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grassrootskpi.evaluate.ResultGrid;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriodRange;

/** Checks a query as a whole: refuses unknown ids, columns that it does not have, and more groups than can be counted. */
final class QueryChecks {
    private final Catalog catalog;
    private final TableSchema schema;
    private final ImmutableListMultimap<String, SourceExtent> extents;

    private QueryChecks(Catalog catalog, TableSchema schema, ImmutableListMultimap<String, SourceExtent> extents) {
        this.catalog = catalog;
        this.schema = schema;
        this.extents = extents;
    }

    static QueryChecks of(Catalog catalog, TableSchema schema, ImmutableListMultimap<String, SourceExtent> extents) {
        return new QueryChecks(catalog, schema, extents);
    }

    /** Refuses a query that names unknown regions, sectors, dimensions or members. */
    void check(Query query) {
        for (String region : query.within()) {
            known(Reason.UNKNOWN_REGION, () -> catalog.region(region), "a region of the catalogue");
        }
        levels(query)
                .forEach(level -> known(
                        Reason.UNKNOWN_LEVEL,
                        () -> catalog.levels().depth(level),
                        "a level of the catalogue's regions"));
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

    private static Stream<RegionLevel> levels(Query query) {
        Stream<RegionLevel> ofMeasures = query.measures().stream()
                .flatMap(measure ->
                        Stream.iterate(Optional.of(measure), Optional::isPresent, of -> of.flatMap(Measure::inner)))
                .flatMap(measure -> measure.flatMap(Measure::level).stream());
        Stream<RegionLevel> ofRows = query.groupBy().stream().flatMap(dimension -> dimension.level().stream());
        return Stream.concat(Stream.concat(ofRows, ofMeasures), query.sourceLevel().stream());
    }

    /** Refuses members that no observation has, if there are any observations. */
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

    /** Refuses conditions and orders by columns that the query does not have, and orders that mix units. */
    static void checkColumns(Query query, List<Subject> subjects) {
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
                    .anyMatch(QueryChecks::hasUnitOfIndicator);
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
            case COUNT,
                    COVERAGE,
                    SHARE,
                    RANK,
                    GROWTH,
                    CONTRIBUTION,
                    ATTAINMENT,
                    ATTAINMENT_FROM_BASELINE,
                    GAP_TO_SCHEDULE -> false;
            default -> measure.inner().map(QueryChecks::hasUnitOfIndicator).orElse(true);
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

    /** Refuses a query with more groups, or more slots of a roll-up, than an int can count. */
    static void checkSize(ResultGrid grid, ImmutableList<Rollup> rollups) {
        int regions = grid.regions().size();
        int periods = grid.periods().map(TimePeriodRange::size).orElse(1);
        int subjects = grid.subjects().size();
        Set<CombinationGroups> ofRollups = new HashSet<>();
        long slots = 0;
        CombinationGroups last = null;
        for (Rollup rollup : rollups) {
            if (!rollup.combinations().equals(last)) {
                last = rollup.combinations();
                ofRollups.add(last);
            }
            slots = Math.max(
                    slots,
                    LongMath.saturatedMultiply(
                            (long) rollup.regions().size() * rollup.periods().size(),
                            rollup.combinations().groups().size()));
        }
        int extras = ofRollups.stream()
                .mapToInt(groups -> groups.dimensions().size())
                .max()
                .orElse(0);
        long combinations = Math.max(
                1,
                ofRollups.stream()
                        .filter(groups -> groups.dimensions().size() == extras)
                        .flatMap(groups -> groups.groups().stream())
                        .distinct()
                        .count());
        long groups = LongMath.saturatedMultiply(
                LongMath.saturatedMultiply((long) regions * periods, subjects), combinations);
        if (Math.max(groups, slots) > Integer.MAX_VALUE) {
            throw RefusedException.of(
                    Reason.TOO_MANY_GROUPS,
                    subjects + " subjects, " + regions + " regions and " + periods + " periods"
                            + (combinations == 1 ? "" : " and " + combinations + " combinations of extra dimensions")
                            + " make " + groups + " groups, more than " + Integer.MAX_VALUE,
                    "limit the query by within(), during() and where(), or group by a coarser level or frequency");
        }
    }
}
