package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.RowCheck;
import org.grassrootskpi.rollup.RowProblem;
import org.grassrootskpi.rollup.RowProblem.Reason;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;
import org.jspecify.annotations.Nullable;

/** Asks a store which observations it has, and checks them by the rules that a table applies to its rows. */
final class Surveyor {
    private static final int MOST_NAMED = 100;
    private static final String NORMAL = String.valueOf(ObservationStatus.NORMAL.sdmx());

    private final Catalog catalog;
    private final TableSchema schema;
    private final RegionNumbering regions;
    private final SqlStore store;
    private final ObservationLayout layout;
    private final SqlDialect dialect;
    private final Map<String, Indicator> indicators;
    /** The different numbers of decimals that indicators have: a statement counts the values that have more than each. */
    private final ImmutableList<Integer> decimals;

    private final Survey.Builder survey = new Survey.Builder();
    private final Map<String, Long> unknownIndicators = new TreeMap<>();
    private final Map<String, Long> badPeriods = new TreeMap<>();
    private final Map<String, long[]> statuses = new TreeMap<>();
    private final Map<String, Map<String, Long>> members = new TreeMap<>();
    private final Map<String, Long> tooPrecise = new TreeMap<>();
    private final Map<String, Long> withoutMember = new TreeMap<>();
    private long inUnknownRegions;

    Surveyor(Catalog catalog, TableSchema schema, SqlStore store, ObservationLayout layout) {
        this.catalog = catalog;
        this.schema = schema;
        this.store = store;
        this.layout = layout;
        regions = RegionNumbering.of(catalog);
        dialect = store.dialect();
        indicators = catalog.indicators().stream().collect(Collectors.toMap(Indicator::id, indicator -> indicator));
        decimals = layout.isUnscaled()
                ? ImmutableList.of()
                : catalog.indicators().stream()
                        .map(Indicator::decimals)
                        .distinct()
                        .collect(ImmutableList.toImmutableList());
    }

    /** Reads all rows, grouped; and once more for the regions that are unknown, if any are. */
    Survey survey() {
        store.read(statement(), ImmutableList.of(levels()), this::add);
        RowCheck check = RowCheck.of(catalog, schema);
        unknownIndicators.forEach(check::indicator);
        if (inUnknownRegions > 0) {
            checkRegions(check);
        }
        statuses.forEach((code, rows) -> check.status(code, rows[0], rows[1]));
        members.forEach((dimension, names) -> names.forEach((name, rows) -> check.member(dimension, name, rows)));
        survey.problems(check.problems());
        badPeriods.forEach((text, rows) -> survey.problem(new RowProblem(Reason.BAD_PERIOD, badPeriod(text), rows)));
        withoutMember.forEach((dimension, rows) -> survey.problem(new RowProblem(
                Reason.NO_MEMBER, "Expected a member of '" + dimension + "', got none; let a subquery name it", rows)));
        tooPrecise.forEach((id, rows) -> survey.problem(new RowProblem(
                Reason.TOO_MANY_DECIMALS,
                "Expected at most " + Objects.requireNonNull(indicators.get(id)).decimals()
                        + " decimals for indicator '" + id
                        + "', got more; round the values where they are made, or declare more",
                rows)));
        layout.precision().ifPresent(this::checkPrecisions);
        return survey.build();
    }

    private Lookup levels() {
        List<Region> all = regions.regions();
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            numbers.add(number);
        }
        return Lookup.of(
                "region_level",
                layout.isRegionNumber()
                        ? Lookup.Column.integers("region", numbers)
                        : Lookup.Column.texts(
                                "region", all.stream().map(Region::code).toList()),
                Lookup.Column.texts(
                        "level",
                        all.stream().map(region -> region.level().code()).toList()));
    }

    private String statement() {
        List<String> keys = new ArrayList<>();
        keys.add(column(layout.indicator()));
        keys.add("r." + dialect.name("level"));
        keys.add(column(layout.period()));
        layout.status().ifPresent(status -> keys.add(column(status)));
        schema.dimensions().forEach(dimension -> keys.add(column(layout.dimension(dimension))));
        List<String> fields = new ArrayList<>(keys);
        String value = column(layout.value());
        fields.add("count(*)");
        fields.add("count(" + value + ")");
        for (int places : decimals) {
            fields.add("sum(CASE WHEN round(" + value + ", " + places + ") <> " + value + " THEN 1 ELSE 0 END)");
        }
        return "SELECT " + String.join(", ", fields) + "\nFROM " + layout.relation()
                + " o\nLEFT JOIN region_level r ON " + column(layout.region()) + " = r." + dialect.name("region")
                + "\nGROUP BY " + String.join(", ", keys);
    }

    /** Takes a group of rows that differ in the region and the value alone. */
    private void add(SqlRow row) {
        int field = 3;
        String indicator = String.valueOf(row.text(0));
        Optional<RegionLevel> level = Optional.ofNullable(row.text(1)).map(RegionLevel::of);
        String text = String.valueOf(row.text(2));
        String status = layout.status().isPresent() ? stored(row.text(field++)) : NORMAL;
        ImmutableList.Builder<String> tuple = ImmutableList.builder();
        List<String> without = new ArrayList<>();
        for (String dimension : schema.dimensions()) {
            String member = row.text(field++);
            if (member == null) {
                without.add(dimension);
            }
            tuple.add(member == null ? "" : member);
        }
        long rows = count(row, field++);
        long values = count(row, field++);
        ImmutableList<String> combination = tuple.build();
        long[] ofStatus = statuses.computeIfAbsent(status, any -> new long[2]);
        ofStatus[0] += values;
        ofStatus[1] += rows - values;
        without.forEach(dimension -> withoutMember.merge(dimension, rows, Long::sum));
        for (int i = 0; i < combination.size() && without.isEmpty(); i++) {
            members.computeIfAbsent(schema.dimensions().get(i), any -> new TreeMap<>())
                    .merge(combination.get(i), rows, Long::sum);
        }
        Indicator known = indicators.get(indicator);
        if (known == null) {
            unknownIndicators.merge(indicator, rows, Long::sum);
        } else if (!layout.isUnscaled()) {
            long more = count(row, field + decimals.indexOf(known.decimals()));
            if (more > 0) {
                tooPrecise.merge(indicator, more, Long::sum);
            }
        }
        if (level.isEmpty()) {
            inUnknownRegions += rows;
        }
        Optional<TimePeriod> period = period(text);
        if (period.isEmpty()) {
            badPeriods.merge(text, rows, Long::sum);
        }
        if (known != null && level.isPresent() && period.isPresent() && without.isEmpty()) {
            Source source = Source.of(indicator, level.get(), period.get().frequency());
            survey.add(source, period.get(), combination, values);
        }
    }

    /** Returns the status of a row as it is stored, by its letter where it is one. */
    private static String stored(@Nullable String text) {
        return text == null || text.isEmpty()
                ? NORMAL
                : ObservationStatus.find(text)
                        .map(status -> String.valueOf(status.sdmx()))
                        .orElse(text);
    }

    /** Returns the period of a stored text or code; empty where it is none, or spelled otherwise than it is written. */
    private Optional<TimePeriod> period(String stored) {
        try {
            if (layout.isPeriodCode()) {
                return Optional.of(TimePeriod.ofCode(new BigDecimal(stored).intValueExact()));
            }
            return Optional.of(TimePeriod.parse(stored))
                    .filter(period -> period.toString().equals(stored));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String badPeriod(String stored) {
        if (layout.isPeriodCode()) {
            return "Expected the code of a period, as TimePeriod.toCode gives it, got " + stored;
        }
        try {
            return "Expected the spelling '" + TimePeriod.parse(stored) + "' of a period, got '" + stored
                    + "'; let a subquery convert it";
        } catch (TimePeriodFormatException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void checkRegions(RowCheck check) {
        String region = column(layout.region());
        store.read(
                "SELECT " + region + ", count(*)\nFROM " + layout.relation() + " o\nLEFT JOIN region_level r ON "
                        + region
                        + " = r." + dialect.name("region") + "\nWHERE r." + dialect.name("level")
                        + " IS NULL\nGROUP BY "
                        + region + "\nORDER BY " + region + "\nLIMIT " + MOST_NAMED,
                ImmutableList.of(levels()),
                row -> check.region(String.valueOf(row.text(0)), count(row, 1)));
    }

    private void checkPrecisions(String column) {
        store.read(
                "SELECT " + column(column) + ", count(*)\nFROM " + layout.relation() + " o\nWHERE " + column(column)
                        + " IS NOT NULL\nGROUP BY " + column(column) + "\nORDER BY " + column(column),
                ImmutableList.of(),
                row -> {
                    try {
                        PrecisionText.parse(String.valueOf(row.text(0)));
                    } catch (IllegalArgumentException e) {
                        survey.problem(
                                new RowProblem(Reason.BAD_PRECISION, String.valueOf(e.getMessage()), count(row, 1)));
                    }
                });
    }

    /** Asks for keys that several rows have: the one check that must keep all keys in mind at once. */
    ImmutableList<RowProblem> duplicates() {
        List<String> keys = new ArrayList<>();
        keys.add(column(layout.indicator()));
        keys.add(column(layout.region()));
        keys.add(column(layout.period()));
        schema.dimensions().forEach(dimension -> keys.add(column(layout.dimension(dimension))));
        String names = String.join(", ", keys);
        RowCheck check = RowCheck.of(catalog, schema);
        store.read(
                "SELECT " + names + ", count(*)\nFROM " + layout.relation() + " o\nGROUP BY " + names
                        + "\nHAVING count(*) > 1\nORDER BY " + names + "\nLIMIT " + MOST_NAMED,
                ImmutableList.of(),
                row -> {
                    List<String> key = new ArrayList<>();
                    for (int i = 0; i < keys.size(); i++) {
                        key.add(String.valueOf(row.text(i)));
                    }
                    check.key(String.join(" ", key), count(row, keys.size()));
                });
        return check.problems();
    }

    private String column(String name) {
        return "o." + dialect.name(name);
    }

    static long count(SqlRow row, int field) {
        BigDecimal count = row.number(field);
        return count == null ? 0 : count.longValueExact();
    }
}
