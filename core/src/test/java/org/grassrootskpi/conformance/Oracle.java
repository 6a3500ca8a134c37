package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;

/**
 * Answers queries from a list of observations by going through all of them for every cell: slow, and so simple that it can be
 * believed. It shares nothing with the engine but the model, the calendar and the question.
 */
final class Oracle {
    static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    final Catalog catalog;
    final List<Row> rows;
    final TableSchema schema;
    final List<String> extras;
    private final Map<Row, BigDecimal> truth;
    private final Map<List<Object>, Integer> periodCounts = new HashMap<>();
    private final IdentityHashMap<Query, OracleMembers> members = new IdentityHashMap<>();
    private final Map<String, List<Row>> byIndicator = new HashMap<>();

    /** What a cell must be. */
    record Answer(
            BigDecimal value,
            Absence absence,
            long present,
            long expected,
            long atLeast,
            ObservationStatus status,
            TimePeriod asOf,
            Qualifier qualifier,
            long unpaired,
            Set<Remark> remarks) {
        Answer(
                BigDecimal value,
                Absence absence,
                long present,
                long expected,
                long atLeast,
                ObservationStatus status,
                TimePeriod asOf,
                Qualifier qualifier) {
            this(value, absence, present, expected, atLeast, status, asOf, qualifier, 0, Set.of());
        }

        /** An answer of which it is not known how many rows there should be, or, if it is, with as many at least. */
        Answer(
                BigDecimal value,
                Absence absence,
                long present,
                long expected,
                ObservationStatus status,
                TimePeriod asOf,
                Qualifier qualifier) {
            this(value, absence, present, expected, Math.max(present, expected), status, asOf, qualifier, 0, Set.of());
        }

        boolean has() {
            return value != null;
        }

        /** The same answer with a remark, if it has a value. */
        Answer with(Remark remark) {
            Set<Remark> all = new TreeSet<>(remarks);
            if (has()) {
                all.add(remark);
            }
            return new Answer(value, absence, present, expected, atLeast, status, asOf, qualifier, unpaired, all);
        }
    }

    /** How many rows there should be: known only where each member is pinned; and how many at least. */
    record Due(long known, long atLeast) {
        static final Due NONE = new Due(0, 0);

        Due plus(Due other) {
            return new Due(known < 0 || other.known < 0 ? -1 : known + other.known, atLeast + other.atLeast);
        }
    }

    /** The level and frequency of the observations taken for an indicator. */
    record Data(String indicator, RegionLevel level, Frequency frequency) {}

    /**
     * Which observations a cell is about: regions, periods (null: the days from start to end), extra values, and of which extra
     * dimension all members are meant (null: of none).
     */
    record Spot(
            Set<String> regions,
            String region,
            TimePeriod period,
            LocalDate start,
            LocalDate end,
            List<String> combo,
            String overall) {
        Spot(
                Set<String> regions,
                String region,
                TimePeriod period,
                LocalDate start,
                LocalDate end,
                List<String> combo) {
            this(regions, region, period, start, end, combo, null);
        }

        /** Windows: the period alone, the year to date, or a number of periods. */
        static final int SINGLE = 0;

        static final int YEAR = -1;

        private static final int WITHIN = -10;

        /** The window of all periods of a longer one. */
        static int within(Frequency longer) {
            return WITHIN - List.of(Frequency.values()).indexOf(longer);
        }

        /** The periods of a window that ends with this one, or of the longer period that it belongs to. */
        List<TimePeriod> periods(int window) {
            List<TimePeriod> periods = new ArrayList<>();
            if (window <= WITHIN) {
                TimePeriod whole = TimePeriod.containing(
                        period.firstDay(), List.of(Frequency.values()).get(WITHIN - window));
                TimePeriod part = TimePeriod.containing(whole.firstDay(), period.frequency());
                while (!part.lastDay().isAfter(whole.lastDay())) {
                    periods.add(part);
                    part = part.next();
                }
                return periods;
            }
            if (period != null) {
                boolean overlapping = period.frequency() == Frequency.YEAR_TO_DATE;
                int size = window == YEAR && !overlapping ? period.numberInYear() : Math.max(1, window);
                for (int i = 0; i < size; i++) {
                    periods.add(period.plus(-i));
                }
            }
            return periods;
        }

        Spot at(TimePeriod other) {
            return new Spot(regions, region, other, start, end, combo, overall);
        }

        Spot in(Set<String> others) {
            return new Spot(others, region, period, start, end, combo, overall);
        }

        Spot of(List<String> otherCombo) {
            return new Spot(regions, region, period, start, end, otherCombo, overall);
        }

        Spot overall(String dimension) {
            return new Spot(regions, region, period, start, end, combo, dimension);
        }
    }

    /** An oracle over the printed figures, or over the true ones where they are given. */
    Oracle(Catalog catalog, TableSchema schema, List<Row> rows, Map<Row, BigDecimal> truth) {
        this.catalog = catalog;
        this.schema = schema;
        this.extras = schema.dimensions();
        this.rows = rows;
        this.truth = truth;
        rows.forEach(row -> byIndicator
                .computeIfAbsent(row.indicator(), i -> new ArrayList<>())
                .add(row));
    }

    List<Row> rows(String indicator) {
        return byIndicator.getOrDefault(indicator, List.of());
    }

    BigDecimal value(Row row) {
        BigDecimal hidden = truth.get(row);
        return hidden != null ? hidden : row.figure().orElseThrow().value();
    }

    Set<String> below(String region) {
        Set<String> all = new LinkedHashSet<>();
        catalog.regionSubtree(region).forEach(r -> all.add(r.code()));
        return all;
    }

    Optional<String> ancestor(String region, RegionLevel level) {
        String at = region;
        while (!catalog.region(at).level().equals(level)) {
            Optional<String> parent = catalog.region(at).parent();
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            at = parent.get();
        }
        return Optional.of(at);
    }

    private boolean inside(TimePeriod row, TimePeriod group) {
        if (row.isYearToDate() || (group.isYearToDate() && row.isYearToDate())) {
            return row.equals(group);
        }
        return !row.firstDay().isBefore(group.firstDay()) && !row.lastDay().isAfter(group.lastDay());
    }

    private boolean inside(TimePeriod row, Spot spot, List<TimePeriod> window) {
        if (spot.period() == null) {
            return !row.firstDay().isBefore(spot.start()) && !row.lastDay().isAfter(spot.end());
        }
        return window.stream().anyMatch(group -> inside(row, group));
    }

    /** How many periods of a frequency the window has, counted day by day. */
    int periods(Frequency frequency, Spot spot, List<TimePeriod> window) {
        List<Object> key = Arrays.asList(frequency, spot.period(), spot.start(), spot.end(), window);
        Integer known = periodCounts.get(key);
        if (known != null) {
            return known;
        }
        Set<TimePeriod> found = new LinkedHashSet<>();
        if (frequency == Frequency.YEAR_TO_DATE) {
            window.stream().filter(TimePeriod::isYearToDate).forEach(found::add);
        } else if (spot.period() == null) {
            collect(found, frequency, spot.start(), spot.end());
        } else {
            window.forEach(group -> collect(found, frequency, group.firstDay(), group.lastDay()));
        }
        periodCounts.put(key, found.size());
        return found.size();
    }

    private static void collect(Set<TimePeriod> found, Frequency frequency, LocalDate start, LocalDate end) {
        for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
            TimePeriod period = TimePeriod.containing(day, frequency);
            if (!period.firstDay().isBefore(start) && !period.lastDay().isAfter(end)) {
                found.add(period);
            }
        }
    }

    List<Row> rows(Data data, Query query, Spot spot, List<TimePeriod> window) {
        List<Row> found = new ArrayList<>();
        for (Row row : rows(data.indicator())) {
            if (isOf(row, data, spot) && inside(row.period(), spot, window) && isAsked(row, data, query, spot)) {
                found.add(row);
            }
        }
        return found;
    }

    /** Whether a row of any time is of the data, regions and members of a cell. */
    boolean isRead(Row row, Data data, Query query, Spot spot) {
        return isOf(row, data, spot) && isAsked(row, data, query, spot);
    }

    private boolean isOf(Row row, Data data, Spot spot) {
        return row.period().frequency() == data.frequency()
                && spot.regions().contains(row.region())
                && catalog.region(row.region()).level().equals(data.level());
    }

    private boolean isAsked(Row row, Data data, Query query, Spot spot) {
        if (spot.overall() != null) {
            return members(query).overall(data, spot).contains(row.extras());
        }
        return members(query).reads(row, data)
                && (spot.combo() == null || spot.combo().equals(combo(row, query)));
    }

    OracleMembers members(Query query) {
        return members.computeIfAbsent(query, q -> new OracleMembers(this, q));
    }

    boolean matches(Row row, Query query, List<String> combo) {
        for (Map.Entry<String, ? extends List<String>> limit : query.where().entrySet()) {
            if (!limit.getValue().contains(row.extras().get(extras.indexOf(limit.getKey())))) {
                return false;
            }
        }
        return combo == null || combo.equals(combo(row, query));
    }

    List<String> combo(Row row, Query query) {
        return query.groupBy().stream()
                .filter(d -> d.kind() == Dimension.Kind.EXTRA)
                .map(d -> row.extras().get(extras.indexOf(d.name())))
                .toList();
    }

    /** A region of the level, or one above it that nothing belongs to. */
    boolean isExpected(String region, RegionLevel level) {
        RegionLevel own = catalog.region(region).level();
        return own.equals(level)
                || (catalog.levels().compare(own, level) < 0 && below(region).size() == 1);
    }

    static Optional<TimePeriod> base(TimePeriod period, BasePeriod comparison) {
        String text = comparison.toString();
        String digits = text.replaceAll("[^0-9]", "");
        int number = digits.isEmpty() ? 1 : Integer.parseInt(digits);
        if (text.contains("PERIOD") || text.contains("periods")) {
            TimePeriod base = period;
            for (int i = 0; i < number; i++) {
                base = base.previous();
            }
            return Optional.of(base);
        }
        int year = text.startsWith("in") ? number : period.year() - number;
        if (year > period.year()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimePeriod.parse(year + period.toString().substring(4)));
        } catch (TimePeriodFormatException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The sectors' indicators, or each by itself, by the name that a row has. */
    Map<String, List<Indicator>> subjects(Query query) {
        List<Indicator> selected = new ArrayList<>();
        query.indicators().forEach(id -> selected.add(catalog.indicator(id)));
        query.sector()
                .ifPresent(id -> catalog.sectorSubtree(id)
                        .forEach(sector -> selected.addAll(catalog.indicatorsOf(sector.id()))));
        Map<String, List<Indicator>> subjects = new LinkedHashMap<>();
        for (Indicator indicator : selected) {
            String name = indicator.id();
            for (Dimension dimension : query.groupBy()) {
                if (dimension.equals(Dimension.sector())) {
                    name = indicator.sector();
                } else if (dimension.equals(Dimension.topSector())) {
                    name = indicator.sector().replaceAll("[.].*", "");
                }
            }
            subjects.computeIfAbsent(name, n -> new ArrayList<>()).add(indicator);
        }
        return subjects;
    }

    static boolean lowestFirst(List<Indicator> indicators) {
        return indicators.stream().allMatch(i -> i.direction() == Direction.LOWER);
    }

    static boolean isStock(Indicator indicator) {
        return indicator.kind() == IndicatorKind.STOCK;
    }

    Set<RegionLevel> levels() {
        Set<RegionLevel> levels = new TreeSet<>(catalog.levels()::compare);
        catalog.regions().forEach(region -> levels.add(region.level()));
        return levels;
    }
}
