package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;

/**
 * The one statement that answers roll-ups which differ in the indicator alone: the observations, joined with the slots of regions,
 * periods and members, grouped by slot and by what a slot's rows may differ in.
 */
final class RollupStatement {
    private static final int MOST_LITERALS = 200;

    private final SqlDialect dialect;
    private final ObservationLayout layout;
    private final TableSchema schema;
    private final ImmutableList<Rollup> alike;
    private final Rollup like;
    private final List<String> fields = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Map<Field, int[]> places = new EnumMap<>(Field.class);
    private final StringBuilder joins = new StringBuilder();
    private final ImmutableList.Builder<Lookup> lookups = ImmutableList.builder();
    private final String indicators;

    RollupStatement(
            SqlDialect dialect,
            ObservationLayout layout,
            TableSchema schema,
            RegionNumbering regions,
            ImmutableList<Rollup> alike) {
        this.dialect = dialect;
        this.layout = layout;
        this.schema = schema;
        this.alike = alike;
        like = alike.get(0);
        key(Field.INDICATOR, column("o", layout.indicator()));
        joinSlots(regions);
        joinMembers();
        key(Field.STATUS, optional("o", layout.status()));
        key(Field.PRECISION, optional("o", layout.precision()));
        if (like.other().isPresent()) {
            addPairs();
        } else {
            addValues();
        }
        indicators = indicators();
    }

    /** What the fields of a line are. */
    enum Field {
        INDICATOR,
        REGION,
        PERIOD,
        MEMBERS,
        STATUS,
        PRECISION,
        OTHER_STATUS,
        OTHER_PRECISION,
        ROWS,
        VALUES,
        SUM,
        MIN,
        MAX,
        VALUE,
        OTHER_SUM,
        OTHER_MIN,
        PRODUCT_SUM
    }

    /** {@return the numbers of the fields in which a part of a line lies; none where the statement does not ask for it} */
    int[] fields(Field field) {
        return places.getOrDefault(field, new int[0]);
    }

    ImmutableList<Lookup> lookups() {
        return lookups.build();
    }

    String text() {
        return "SELECT " + String.join(", ", fields) + "\nFROM " + layout.relation() + " o" + joins + "\nWHERE "
                + column("o", layout.indicator()) + " IN (" + indicators + ")" + periods() + "\nGROUP BY "
                + String.join(", ", keys);
    }

    /** Returns the indicators as a part of the text, from which a store sees what it need not open, or many as a relation. */
    private String indicators() {
        List<String> ids =
                alike.stream().map(rollup -> rollup.source().indicator()).toList();
        if (ids.size() <= MOST_LITERALS) {
            return ids.stream().map(dialect::literal).collect(Collectors.joining(", "));
        }
        lookups.add(Lookup.of("asked", Lookup.Column.texts("indicator", ids)));
        return "SELECT " + dialect.name("indicator") + " FROM asked";
    }

    /** Says which periods are read once more, so that files of other periods need not be opened. */
    private String periods() {
        if (!layout.isPeriodCode()) {
            return "";
        }
        return " AND " + column("o", layout.period()) + " BETWEEN "
                + like.periods().rows().from().toCode() + " AND "
                + like.periods().rows().to().toCode();
    }

    private void joinSlots(RegionNumbering regions) {
        ImmutableMap<String, Integer> slotByRegion = like.slotByRegion();
        lookups.add(Lookup.of(
                "region_slot",
                layout.isRegionNumber()
                        ? Lookup.Column.integers(
                                "region",
                                slotByRegion.keySet().stream()
                                        .map(regions::numberOf)
                                        .toList())
                        : Lookup.Column.texts("region", slotByRegion.keySet()),
                Lookup.Column.integers("slot", slotByRegion.values())));
        join("region_slot r", column("o", layout.region()) + " = r." + dialect.name("region"));
        ImmutableMap<TimePeriod, Integer> slotByPeriod = like.periods().slotByPeriod();
        List<Lookup.Column> columns = new ArrayList<>();
        List<Integer> codes =
                slotByPeriod.keySet().stream().map(TimePeriod::toCode).toList();
        columns.add(periodColumn("period", codes));
        columns.add(Lookup.Column.integers("slot", slotByPeriod.values()));
        if (like.other().isPresent()) {
            columns.add(periodColumn(
                    "counterpart",
                    codes.stream()
                            .map(code ->
                                    like.lag().map(lag -> lag.counterpart(code)).orElse(code))
                            .toList()));
        }
        lookups.add(new Lookup("period_slot", ImmutableList.copyOf(columns)));
        join("period_slot p", column("o", layout.period()) + " = p." + dialect.name("period"));
        key(Field.REGION, "r." + dialect.name("slot"));
        key(Field.PERIOD, "p." + dialect.name("slot"));
    }

    /** Returns periods as they are stored; a day that a month does not have, of a negative code, is nothing that is stored. */
    private Lookup.Column periodColumn(String name, List<Integer> codes) {
        return layout.isPeriodCode()
                ? Lookup.Column.integers(name, codes)
                : Lookup.Column.texts(
                        name,
                        codes.stream()
                                .map(code ->
                                        code < 0 ? "" : TimePeriod.ofCode(code).toString())
                                .toList());
    }

    private void joinMembers() {
        if (schema.dimensions().isEmpty()) {
            return;
        }
        ImmutableMap<ImmutableList<String>, Integer> groups =
                like.combinations().groupByCombination();
        List<Lookup.Column> columns = new ArrayList<>();
        for (int i = 0; i < schema.dimensions().size(); i++) {
            int dimension = i;
            columns.add(Lookup.Column.texts(
                    "member" + i,
                    groups.keySet().stream()
                            .map(members -> members.get(dimension))
                            .toList()));
        }
        columns.add(Lookup.Column.integers("slot", groups.values()));
        lookups.add(new Lookup("member_slot", ImmutableList.copyOf(columns)));
        join(
                "member_slot m",
                IntStream.range(0, schema.dimensions().size())
                        .mapToObj(i ->
                                column("o", layout.dimension(schema.dimensions().get(i))) + " = m."
                                        + dialect.name("member" + i))
                        .collect(Collectors.joining(" AND ")));
        key(Field.MEMBERS, "m." + dialect.name("slot"));
    }

    private void addValues() {
        String value = column("o", layout.value());
        boolean byValue = like.aggregates().contains(Aggregate.VALUES)
                || like.aggregates().contains(Aggregate.SKETCH);
        if (byValue) {
            key(Field.VALUE, value);
        }
        field(Field.ROWS, "count(*)");
        field(Field.VALUES, "count(" + value + ")");
        sum(Field.SUM, value);
        if (like.aggregates().contains(Aggregate.MIN)) {
            field(Field.MIN, "min(" + value + ")");
        }
        if (like.aggregates().contains(Aggregate.MAX)) {
            field(Field.MAX, "max(" + value + ")");
        }
    }

    /** Joins each row with its weight or counterpart: the row of the same region and members, of the same or an earlier period. */
    private void addPairs() {
        String value = column("o", layout.value());
        String other = column("w", layout.value());
        StringBuilder on = new StringBuilder();
        on.append(column("w", layout.region())).append(" = ").append(column("o", layout.region()));
        on.append(" AND ").append(column("w", layout.period())).append(" = p.").append(dialect.name("counterpart"));
        on.append(" AND ").append(column("w", layout.indicator())).append(" = ");
        on.append(
                like.shape().isOfItself()
                        ? column("o", layout.indicator())
                        : dialect.literal(like.other().orElseThrow().indicator()));
        for (String dimension : schema.dimensions()) {
            String name = layout.dimension(dimension);
            on.append(" AND ").append(column("w", name)).append(" = ").append(column("o", name));
        }
        join(layout.relation() + " w", on.toString());
        joinRequired();
        key(Field.OTHER_STATUS, optional("w", layout.status()));
        key(Field.OTHER_PRECISION, optional("w", layout.precision()));
        field(Field.ROWS, "count(*)");
        // Of a group in which one side has no value, as its status says, nothing but the number of rows is read.
        field(Field.VALUES, "count(" + value + ")");
        sum(Field.SUM, value);
        sum(Field.OTHER_SUM, other);
        if (like.aggregates().contains(Aggregate.WEIGHTED_SUM)) {
            field(Field.OTHER_MIN, "min(" + other + ")");
            field(Field.MIN, "min(" + value + ")");
            field(Field.MAX, "max(" + value + ")");
            addProducts(value, other);
        }
    }

    /** Leaves out the pairs for which a further source has no value of the same region, period and members. */
    private void joinRequired() {
        for (int i = 0; i < like.required().size(); i++) {
            String further = "q" + i;
            List<String> same = new ArrayList<>(List.of(layout.region(), layout.period()));
            schema.dimensions().forEach(dimension -> same.add(layout.dimension(dimension)));
            String on = same.stream()
                    .map(name -> column(further, name) + " = " + column("o", name))
                    .collect(Collectors.joining(" AND "));
            join(
                    layout.relation() + " " + further,
                    on + " AND " + column(further, layout.indicator()) + " = "
                            + dialect.literal(like.required().get(i).indicator()) + " AND "
                            + column(further, layout.value()) + " IS NOT NULL");
        }
    }

    private void addProducts(String value, String weight) {
        boolean isWhole = layout.isUnscaled();
        String factor = "1" + "0".repeat(productDecimals());
        String weightFactor =
                "1" + "0".repeat(like.otherIndicator().orElseThrow().decimals());
        fields(
                Field.PRODUCT_SUM,
                dialect.productSum(
                        isWhole ? value : value + " * " + factor, isWhole ? weight : weight + " * " + weightFactor));
    }

    /** The decimals to which all values are scaled before they are multiplied: the most that any of the indicators has. */
    int productDecimals() {
        return alike.stream()
                .mapToInt(rollup -> rollup.indicator().decimals())
                .max()
                .orElse(0);
    }

    private void sum(Field field, String value) {
        fields(field, layout.isUnscaled() ? dialect.integerSum(value) : List.of("sum(" + value + ")"));
    }

    private void join(String relation, String on) {
        joins.append("\nJOIN ").append(relation).append(" ON ").append(on);
    }

    private void key(Field field, String expression) {
        if (!expression.isEmpty()) {
            field(field, expression);
            keys.add(expression);
        }
    }

    private void field(Field field, String expression) {
        fields(field, List.of(expression));
    }

    private void fields(Field field, List<String> expressions) {
        places.put(
                field,
                IntStream.range(fields.size(), fields.size() + expressions.size())
                        .toArray());
        fields.addAll(expressions);
    }

    private String column(String of, String name) {
        return of + "." + dialect.name(name);
    }

    private String optional(String of, Optional<String> name) {
        return name.map(column -> column(of, column)).orElse("");
    }
}
