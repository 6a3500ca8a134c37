package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.time.Month;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.immutables.value.Value;

/**
 * A question to a table of observations: which indicators, where, when, grouped by what, and which measures.
 *
 * <pre>{@code
 * Query.select("requests.handled", "requests.closing-rate")
 *         .within("440307003")
 *         .during("2024")
 *         .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.QUARTERLY))
 *         .measures(Measure.value(), Measure.sum(), Measure.yearOnYear())
 *         .orderBy(Order.descending(Measure.value()))
 *         .limit(10);
 * }</pre>
 *
 * <p>Indicators stay separate, one row for each, unless the query groups by a sector, which combines them. Without
 * {@code groupBy} everything is one group for each indicator; without {@code measures} the measure is {@link
 * Measure#value()}; without {@code within} and {@code during} all regions and all observed periods are meant. All rows
 * of a result are of the same time: where the query names none, it is that of the data of all selected indicators
 * together, so that each is expected over all of it.
 *
 * <p>A query is not bound to a catalogue; the planner checks its ids and measures. What cannot be computed for one
 * indicator and measure is refused in its cells and listed in {@link ResultTable#refusals()}, and the others are
 * answered. A problem of the query as a whole, such as an unknown region or a group that would be cut, throws a {@link
 * RefusedException}; {@link Refusal.Reason#refusesWholeQuery()} returns which of the two applies to a reason.
 *
 * <p>Immutable: every method that takes an argument returns a changed copy. A call replaces the earlier one of the same
 * method, except for {@link #having}, whose conditions must all hold, and {@link #where}, which replaces only the
 * earlier call for the same dimension.
 */
@Value.Immutable
public abstract class Query {
    Query() {}

    /**
     * Starts a query for indicators.
     *
     * @param indicators their ids, at least one
     * @return a query for their values over all regions and periods
     * @throws IllegalArgumentException if there is none, or one occurs twice
     */
    public static Query select(String... indicators) {
        return select(ImmutableList.copyOf(indicators));
    }

    /**
     * Starts a query for indicators.
     *
     * @param indicators their ids, at least one
     * @return a query for their values over all regions and periods
     * @throws IllegalArgumentException if there is none, or one occurs twice
     */
    public static Query select(Iterable<String> indicators) {
        ImmutableList<String> ids = distinct("indicators", ImmutableList.copyOf(indicators));
        return ImmutableQuery.builder().indicators(ids).build();
    }

    /**
     * Starts a query for indicators.
     *
     * @param indicators of the catalogue, at least one
     * @return a query for their values over all regions and periods
     * @throws IllegalArgumentException if there is none, or one occurs twice
     */
    public static Query select(Indicator... indicators) {
        return select(Arrays.stream(indicators).map(Indicator::id).toList());
    }

    /**
     * Starts a query for all indicators of a sector and of the sectors below it.
     *
     * @param sector the sector's id
     * @return a query for their values over all regions and periods
     */
    public static Query selectSector(String sector) {
        return ImmutableQuery.builder().sector(sector).build();
    }

    /** {@return the ids of the indicators asked for; none where a {@link #sector} is} */
    public abstract ImmutableList<String> indicators();

    /** {@return the id of the sector asked for} */
    public abstract Optional<String> sector();

    /** {@return the codes of the regions that the query is limited to; none for all} */
    public abstract ImmutableList<String> within();

    /** {@return the time that the query is limited to} */
    public abstract Optional<TimePeriodRange> during();

    /** {@return for each extra dimension that the query is limited in, the values it is limited to} */
    public abstract ImmutableMap<String, ImmutableList<String>> where();

    /** {@return the grouping keys, in the order of the columns} */
    public abstract ImmutableList<Dimension> groupBy();

    /** {@return the measures, in the order of the columns} */
    @Value.Default
    public ImmutableList<Measure> measures() {
        return ImmutableList.of(Measure.value());
    }

    /**
     * {@return the dimensions that are columns of the result: those it groups by, after the indicator unless they name
     * it or a sector}
     */
    public ImmutableList<Dimension> columns() {
        return groupBy().stream().anyMatch(Dimension::isSubject)
                ? groupBy()
                : ImmutableList.<Dimension>builder()
                        .add(Dimension.indicator())
                        .addAll(groupBy())
                        .build();
    }

    /** {@return the order of the rows; none for the natural order of the dimensions} */
    public abstract ImmutableList<Order> orderBy();

    /** {@return for each measure that rows are filtered by, the ranges that its value must be in, all of them} */
    public abstract ImmutableListMultimap<String, Range<BigDecimal>> having();

    /** {@return the largest number of rows} */
    public abstract OptionalInt limit();

    /** {@return the level that the data must be of, where the query requires one} */
    public abstract Optional<RegionLevel> sourceLevel();

    /** {@return the frequency that the data must be of, where the query requires one} */
    public abstract Optional<Frequency> sourceFrequency();

    /** {@return the policy that says how complete a group must be to get a value} */
    @Value.Default
    public MissingPolicy missing() {
        return MissingPolicy.lenient();
    }

    /** {@return the month with which years begin} */
    @Value.Default
    public Month yearsFrom() {
        return Month.JANUARY;
    }

    /** {@return whether one refused measure refuses the whole query} */
    @Value.Default
    public boolean isStrict() {
        return false;
    }

    /** {@return whether groups without any observation are left out} */
    @Value.Default
    public boolean isObservedOnly() {
        return false;
    }

    /**
     * Limits the query to regions with everything below them, and to the members of groups of regions. A region that lies in several
     * of them counts once.
     *
     * @param regions codes of regions, or of groups of regions of the catalogue, at least one
     * @return the limited query
     */
    public Query within(String... regions) {
        return copy().withWithin(distinct("regions", ImmutableList.copyOf(regions)));
    }

    /**
     * Limits the query to regions with everything below them. A region that lies in several of them counts once.
     *
     * @param regions of the catalogue, at least one
     * @return the limited query
     */
    public Query within(Region... regions) {
        return within(Arrays.stream(regions).map(Region::code).toArray(String[]::new));
    }

    /**
     * Limits the query to a period or a range of periods. Grouped by weeks, it takes whole weeks, each of which belongs
     * to the month, quarter or year of its Thursday: 2025-W01 begins in 2024 and belongs to 2025.
     *
     * @param periods a period such as {@code 2024} or {@code 2024-Q3}, or a range such as {@code 2024-01..2024-06}
     * @return the limited query
     * @throws org.grassrootskpi.time.TimePeriodFormatException if the text is neither
     */
    public Query during(String periods) {
        return during(TimePeriodRange.parse(periods));
    }

    /**
     * Limits the query to a period.
     *
     * @param period a period of any frequency
     * @return the limited query
     */
    public Query during(TimePeriod period) {
        return during(TimePeriodRange.of(period, period));
    }

    /**
     * Limits the query to the days of a range of periods.
     *
     * @param periods a range of any frequency
     * @return the limited query
     */
    public Query during(TimePeriodRange periods) {
        return copy().withDuring(periods);
    }

    /**
     * Limits the query to some members of an extra dimension of the table; of several dimensions, all must fit.
     *
     * <p>One member pins the dimension: each region and period then has one observation at most, and indicators that
     * never add up are answered as they were observed. Several members are combined, unless the query groups by the
     * dimension; combining a total with its parts is refused. A member that no observation has is refused as
     * {@link Refusal.Reason#UNKNOWN_MEMBER}.
     *
     * @param dimension the name of the dimension
     * @param members the members that are meant, at least one
     * @return the limited query
     * @throws IllegalArgumentException if there is none, or one occurs twice
     */
    public Query where(String dimension, String... members) {
        ImmutableMap.Builder<String, ImmutableList<String>> limits = ImmutableMap.builder();
        limits.putAll(where())
                .put(dimension, distinct("members of '" + dimension + "'", ImmutableList.copyOf(members)));
        return copy().withWhere(limits.buildKeepingLast());
    }

    /**
     * Groups the rows.
     *
     * @param dimensions in the order of the columns; at most one of each kind, but several extra dimensions
     * @return the grouped query
     * @throws IllegalArgumentException if there are two of one kind, or both indicators and sectors, or one has the
     *     name of a measure
     */
    public Query groupBy(Dimension... dimensions) {
        ImmutableList<Dimension> list = QueryRules.checked(ImmutableList.copyOf(dimensions));
        QueryRules.requireDifferentColumns(list, measures());
        return copy().withGroupBy(list);
    }

    /**
     * Sets the measures, which are computed for each group.
     *
     * @param measures in the order of the columns, at least one
     * @return the query with these measures
     * @throws IllegalArgumentException if there is none, or two have one name, or one has the name of a dimension
     */
    public Query measures(Measure... measures) {
        ImmutableList<Measure> list = ImmutableList.copyOf(measures);
        distinct("measures", list.stream().map(Measure::name).collect(ImmutableList.toImmutableList()));
        QueryRules.requireDifferentColumns(groupBy(), list);
        return copy().withMeasures(list);
    }

    /**
     * Orders the rows.
     *
     * @param keys the first key decides, the next one among equals, and so on; then the natural order of the dimensions
     * @return the ordered query
     */
    public Query orderBy(Order... keys) {
        return copy().withOrderBy(keys);
    }

    /**
     * Keeps only rows whose value of a measure lies in a range; rows without a value are dropped. Several conditions
     * must all hold, on different measures as well as on one.
     *
     * @param measure a measure of the query
     * @param values the values to keep, such as {@code Range.atLeast(BigDecimal.TEN)}
     * @return the filtered query
     */
    public Query having(Measure measure, Range<BigDecimal> values) {
        ImmutableListMultimap.Builder<String, Range<BigDecimal>> all = ImmutableListMultimap.builder();
        return copy().withHaving(
                        all.putAll(having()).put(measure.name(), values).build());
    }

    /**
     * Keeps only the first rows, after ordering and filtering.
     *
     * @param rows the largest number of rows, 0 or more
     * @return the limited query
     * @throws IllegalArgumentException if the number is negative
     */
    public Query limit(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("Expected a limit of 0 rows or more, got " + rows);
        }
        return copy().withLimit(rows);
    }

    /**
     * Sets the level and the frequency of the data to use. By default, each indicator is answered from the most
     * complete data at or below the level and frequency of the groups: the data with the largest part of its rows
     * observed, out of one for each of its regions and periods in the query; among equals the coarsest. Levels and
     * frequencies are never mixed, and {@link ResultTable#sources()} names the choice.
     *
     * @param level the level of the observations
     * @param frequency the frequency of the observations
     * @return the query over that data
     */
    public Query sourcedFrom(RegionLevel level, Frequency frequency) {
        return copy().withSourceLevel(level).withSourceFrequency(frequency);
    }

    /**
     * Sets how complete a group must be to get a value.
     *
     * @param policy the policy
     * @return the query under that policy
     */
    public Query missing(MissingPolicy policy) {
        return copy().withMissing(policy);
    }

    /**
     * Sets the month with which years begin: April for the fiscal years of India, October for those of the United States, September for
     * academic years. It holds for groups by {@link Frequency#ANNUAL}, which are then periods such as {@code 2024/25-M04}, for {@link
     * Measure#yearToDate} and for shares and ranks within {@code ANNUAL}. Names of periods keep their meaning: {@code during("2024")} is
     * a calendar year. Data of years is used if it is of such years.
     *
     * @param start the first month of each year
     * @return the query by such years
     */
    public Query yearsFrom(Month start) {
        return copy().withYearsFrom(start);
    }

    /**
     * Refuses the whole query where any measure is refused, with a {@link RefusedException} that lists all refusals.
     *
     * @return the strict query
     */
    public Query strict() {
        return copy().withStrict(true);
    }

    /**
     * Drops groups without observations. By default they are returned with absent cells, except those of a query that
     * groups by an extra dimension: which of its members there should be in a region and period is not known.
     *
     * @return the query
     */
    public Query observedOnly() {
        return copy().withObservedOnly(true);
    }

    private ImmutableQuery copy() {
        return (ImmutableQuery) this;
    }

    private static ImmutableList<String> distinct(String what, ImmutableList<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Expected one or more " + what + ", got none");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("Expected different " + what + ", got '" + name + "' twice"
                        + (what.equals("measures") ? "; name one of them by Measure.as" : ""));
            }
        }
        return names;
    }
}
