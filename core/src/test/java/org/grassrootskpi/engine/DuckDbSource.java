package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.plan.SourceCounts;
import org.grassrootskpi.plan.SourceExtent;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.RollupSource;
import org.grassrootskpi.rollup.RowCheck;
import org.grassrootskpi.rollup.RowProblem;
import org.grassrootskpi.rollup.SlotRows;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** Observations in DuckDB, in one table of natural columns, rolled up by SQL. */
final class DuckDbSource implements RollupSource {
    private static final String ROWS = " from observation o"
            + " join region_slot r on o.region = r.region"
            + " join period_slot p on o.period = p.period"
            + " join combination_group c on o.combination = c.combination and c.slot >= 0";

    private final ObservationTable table;
    final DuckDbTable sql;

    DuckDbSource(ObservationTable table) {
        this.table = table;
        sql = new DuckDbTable(table);
    }

    /** An engine over a copy of a table. */
    static Engine engine(ObservationTable table) {
        DuckDbSource source = new DuckDbSource(table);
        return Engine.of(Planner.of(table.catalog(), table.schema(), source.extents(), source::values), source);
    }

    private List<SourceExtent> extents() {
        return table.blocks().stream()
                .map(block -> new SourceExtent(
                        Source.of(block.indicator().id(), block.level(), block.frequency()),
                        TimePeriodRange.of(
                                TimePeriod.ofCode(block.firstPeriod()), TimePeriod.ofCode(block.lastPeriod())),
                        block.combinationValues(),
                        0))
                .toList();
    }

    /** The planner's question for the most complete of several sources; see {@link SourceCounts}. */
    private synchronized long values(
            Source source, List<String> regions, TimePeriodRange periods, Map<String, ImmutableList<String>> members) {
        String within = regions.stream()
                .flatMap(region -> table.catalog().regionSubtree(region).stream())
                .map(region -> quoted(region.code()))
                .collect(Collectors.joining(", "));
        List<Integer> fitting = new ArrayList<>();
        for (int c = 0; c < sql.combinations().size(); c++) {
            ImmutableList<String> combination = sql.combinations().get(c);
            if (members.entrySet().stream()
                    .allMatch(limit -> limit.getValue()
                            .contains(
                                    combination.get(table.schema().dimensions().indexOf(limit.getKey()))))) {
                fitting.add(c);
            }
        }
        String where = ofSource(source) + " and indicator = " + quoted(source.indicator()) + " and has_value"
                + " and period between " + periods.from().toCode() + " and "
                + periods.to().toCode()
                + (regions.isEmpty() ? "" : " and region in (" + within + ")")
                + " and list_contains(" + fitting + "::int[], combination)";
        return sql.rows("select count(*) from observation o where " + where)
                .get(0)[0]
                .longValueExact();
    }

    @Override
    public RollupResult read(Rollup rollup) {
        return readAll(ImmutableList.of(rollup)).get(0);
    }

    @Override
    public synchronized ImmutableList<RollupResult> readAll(ImmutableList<Rollup> alike) {
        Rollup like = alike.get(0);
        String slots = slots(like);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        alike.forEach(rollup -> numbers.put(rollup.source().indicator(), numbers.size()));
        String where = " where " + ofSource(like.source()) + " and o.indicator in ("
                + numbers.keySet().stream().map(DuckDbSource::quoted).collect(Collectors.joining(", ")) + ")";
        String slot = "(c.slot * " + like.regions().size() + " + r.slot) * "
                + like.periods().size() + " + p.slot";
        String indicator = "list_position(["
                + numbers.keySet().stream().map(DuckDbSource::quoted).collect(Collectors.joining(", "))
                + "], o.indicator) - 1";
        ImmutableList<RollupResult.Builder> results =
                alike.stream().map(RollupResult::builder).collect(ImmutableList.toImmutableList());
        if (like.other().isPresent()) {
            String other = " join observation w on w.region = o.region and w.combination = o.combination"
                    + " and w.period = p.counterpart and w.level = o.level and w.frequency = o.frequency and w.indicator = "
                    + (like.lag().isPresent()
                            ? "o.indicator"
                            : quoted(like.other().get().indicator()));
            for (int i = 0; i < like.required().size(); i++) {
                String with = "q" + i;
                other += " join observation " + with + " on " + with + ".region = o.region and " + with
                        + ".combination = o.combination and " + with + ".period = o.period and " + with
                        + ".level = o.level and " + with + ".frequency = o.frequency and " + with + ".has_value and "
                        + with + ".indicator = " + quoted(like.required().get(i).indicator());
            }
            for (BigInteger[] line : sql.rows(slots + "select " + indicator + ", " + slot
                    + ", o.precision, w.precision, o.status, w.status, count(*), sum(o.value), sum(w.value),"
                    // A product of two longs needs 126 bits: of halves of the weight there may be as many as there are
                    // rows.
                    + " sum(o.value::hugeint * (w.value >> 32)), sum(o.value::hugeint * (w.value & 4294967295)),"
                    + " min(w.value), min(o.value), max(o.value)" + ROWS + other + where + " group by all")) {
                addPair(results, alike.get(line[0].intValue()), line);
            }
            return results.stream().map(RollupResult.Builder::build).collect(ImmutableList.toImmutableList());
        }
        boolean byValue = like.aggregates().contains(Aggregate.VALUES)
                || like.aggregates().contains(Aggregate.SKETCH);
        for (BigInteger[] line : sql.rows(slots + "select " + indicator + ", " + slot
                + ", o.precision, o.status, count(*), sum(o.value), min(o.value), max(o.value)" + ROWS + where
                + " group by 1, 2, 3, 4" + (byValue ? ", o.value" : ""))) {
            add(results.get(line[0].intValue()), alike.get(line[0].intValue()), byValue, line);
        }
        return results.stream().map(RollupResult.Builder::build).collect(ImmutableList.toImmutableList());
    }

    private void add(RollupResult.Builder result, Rollup rollup, boolean byValue, BigInteger[] line) {
        ObservationStatus status = DuckDbTable.STATUSES.get(line[3].intValue());
        SlotRows slot =
                printed(result.slot(line[1].intValue()), line[2].intValue()).status(status);
        if (!status.hasValue()) {
            slot.valueless(line[4].longValue());
            return;
        }
        int decimals = rollup.indicator().decimals();
        slot.count(line[4].longValue()).sum(new BigDecimal(line[5], decimals));
        if (rollup.aggregates().contains(Aggregate.MIN)) {
            slot.min(new BigDecimal(line[6], decimals));
        }
        if (rollup.aggregates().contains(Aggregate.MAX)) {
            slot.max(new BigDecimal(line[7], decimals));
        }
        if (byValue) {
            slot.value(new BigDecimal(line[6], decimals), line[4].longValue());
        }
    }

    private void addPair(List<RollupResult.Builder> results, Rollup rollup, BigInteger[] line) {
        ObservationStatus status = DuckDbTable.STATUSES.get(line[4].intValue());
        ObservationStatus ofOther = DuckDbTable.STATUSES.get(line[5].intValue());
        SlotRows slot = printed(results.get(line[0].intValue()).slot(line[1].intValue()), line[2].intValue())
                .status(status)
                .status(ofOther);
        if (line[3].intValue() >= 0) {
            slot = slot.otherPrinted(sql.precisions().get(line[3].intValue()));
        }
        if (!status.hasValue() || !ofOther.hasValue()) {
            slot.valueless(line[6].longValue());
            return;
        }
        int decimals = rollup.indicator().decimals();
        int otherDecimals = table.catalog()
                .indicator(rollup.other().orElseThrow().indicator())
                .decimals();
        slot.count(line[6].longValue());
        if (rollup.aggregates().contains(Aggregate.WEIGHTED_SUM)) {
            BigInteger product = line[9].shiftLeft(32).add(line[10]);
            slot.weighted(
                    new BigDecimal(product, decimals + otherDecimals),
                    new BigDecimal(line[8], otherDecimals),
                    new BigDecimal(line[11], otherDecimals));
            slot.min(new BigDecimal(line[12], decimals)).max(new BigDecimal(line[13], decimals));
        } else {
            slot.sum(new BigDecimal(line[7], decimals)).counterparts(new BigDecimal(line[8], otherDecimals));
        }
    }

    @Override
    public synchronized ImmutableList<RowProblem> verify() {
        RowCheck check = RowCheck.of(table.catalog(), table.schema());
        for (String[] line : sql.texts("select indicator, count(*) from observation group by 1 order by 1")) {
            check.indicator(line[0], Long.parseLong(line[1]));
        }
        for (String[] line : sql.texts("select region, level, count(*) from observation group by 1, 2 order by 1, 2")) {
            check.region(line[0], RegionLevel.valueOf(line[1]), Long.parseLong(line[2]));
        }
        for (String[] line : sql.texts("select status, count(*) filter (has_value),"
                + " count(*) filter (not has_value) from observation group by 1 order by 1")) {
            ObservationStatus status = DuckDbTable.STATUSES.get(Integer.parseInt(line[0]));
            check.status(String.valueOf(status.sdmx()), Long.parseLong(line[1]), Long.parseLong(line[2]));
        }
        for (String[] line : sql.texts("select concat_ws(' ', indicator, region, period, combination), count(*)"
                + " from observation group by indicator, region, period, combination having count(*) > 1 order by 1")) {
            check.key(line[0], Long.parseLong(line[1]));
        }
        return check.problems();
    }

    private SlotRows printed(SlotRows slot, int precision) {
        return precision < 0 ? slot : slot.printed(sql.precisions().get(precision));
    }

    /** The slots of a roll-up as tables that are part of the statement, so that nothing is written to ask. */
    private String slots(Rollup rollup) {
        Map<String, Integer> regions = rollup.slotByRegion();
        Map<TimePeriod, Integer> periods = rollup.periods().slotByPeriod();
        List<Integer> codes = periods.keySet().stream().map(TimePeriod::toCode).toList();
        List<Integer> counterparts = codes.stream()
                .map(code -> rollup.lag().map(lag -> lag.counterpart(code)).orElse(code))
                .toList();
        List<Integer> groups =
                sql.combinations().stream().map(rollup.combinations()::groupOf).toList();
        return "with region_slot as (select "
                + column(regions.keySet().stream().map(DuckDbSource::quoted).toList(), "varchar", "region") + ", "
                + column(regions.values(), "int", "slot") + "), period_slot as (select "
                + column(codes, "int", "period") + ", "
                + column(periods.values(), "int", "slot") + ", "
                + column(counterparts, "int", "counterpart") + "), combination_group as (select "
                + column(IntStream.range(0, groups.size()).boxed().toList(), "int", "combination") + ", "
                + column(groups, "int", "slot") + ") ";
    }

    private static String column(Collection<?> values, String type, String name) {
        return "unnest(" + List.copyOf(values) + "::" + type + "[]) as " + name;
    }

    private static String ofSource(Source source) {
        return "o.level = " + quoted(source.level().code()) + " and o.frequency = "
                + quoted(source.frequency().name());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
