package org.grassrootskpi.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.columns.Subtotals;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;

/** Rows of one indicator, {@code cases}, of the communities of some towns, and what scans find in them by loops over the rows. */
final class ScanRows {
    /** The code of January 2020. */
    static final int JANUARY = TimePeriod.ofMonth(2020, 1).toCode();

    /** A row as the oracle sees it. */
    record Row(int region, int period, long value, ObservationStatus status) {}

    final List<Row> rows = new ArrayList<>();
    private final Catalog catalog;
    private final RegionNumbering numbering;
    private final int communities;

    ScanRows(int towns, int communities) {
        this.communities = communities;
        TableFixture fixture = new TableFixture().sector("s", "").indicator("cases", IndicatorKind.FLOW, "count:宗", 0);
        for (int t = 0; t < towns; t++) {
            fixture.region(town(t), RegionLevel.TOWNSHIP, "");
            for (int c = 0; c < communities; c++) {
                fixture.region(community(t, c), RegionLevel.COMMUNITY, town(t));
            }
        }
        catalog = fixture.catalog();
        numbering = RegionNumbering.of(catalog);
    }

    private static String town(int number) {
        return String.format(Locale.ROOT, "t%02d", number);
    }

    private static String community(int town, int number) {
        return String.format(Locale.ROOT, "t%02d-%03d", town, number);
    }

    Catalog catalog() {
        return catalog;
    }

    RegionNumbering numbering() {
        return numbering;
    }

    /** Returns the number of a community; they are counted from the first of the first town to the last of the last. */
    int region(int community) {
        return numbering.numberOf(community(community / communities, community % communities));
    }

    ScanRows add(int community, int period, long value) {
        return add(community, period, value, ObservationStatus.NORMAL);
    }

    ScanRows add(int community, int period, long value, ObservationStatus status) {
        rows.add(new Row(region(community), period, status.hasValue() ? value : 0, status));
        return this;
    }

    ObservationTable table() {
        return add(ObservationTable.builder(catalog, TableSchema.empty()), rows);
    }

    /** Returns the table to which the rows from one on were appended after the others. */
    ObservationTable tableAppendedFrom(int row) {
        ObservationTableBuilder first = ObservationTable.builder(catalog, TableSchema.empty());
        return add(add(first, rows.subList(0, row)).toBuilder(), rows.subList(row, rows.size()));
    }

    private ObservationTable add(ObservationTableBuilder table, List<Row> some) {
        List<Row> normal = some.stream()
                .filter(row -> row.status == ObservationStatus.NORMAL)
                .toList();
        table.addAll(
                "cases",
                normal.stream().mapToInt(Row::region).toArray(),
                normal.stream().mapToInt(Row::period).toArray(),
                normal.stream().mapToLong(Row::value).toArray());
        for (Row row : some) {
            if (row.status != ObservationStatus.NORMAL) {
                Observation.Builder observation = Observation.builder()
                        .indicator("cases")
                        .region(numbering.region(row.region).code())
                        .period(TimePeriod.ofCode(row.period))
                        .status(row.status)
                        .citation(Citation.of("report", "1", "x"));
                if (row.status.hasValue()) {
                    observation.figure(
                            Quantity.of(row.value, catalog.indicators().get(0).unit()));
                }
                table.add(observation.build());
            }
        }
        return table.build();
    }

    SeriesBlock block() {
        return table().blocks().get(0);
    }

    private static final class Totals {
        private long count;
        private long valueless;
        private BigInteger sum = BigInteger.ZERO;
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;
        private ObservationStatus worst = ObservationStatus.NORMAL;

        private void add(Row row) {
            worst = worst.worst(row.status);
            if (!row.status.hasValue()) {
                valueless++;
                return;
            }
            count++;
            sum = sum.add(BigInteger.valueOf(row.value));
            min = Math.min(min, row.value);
            max = Math.max(max, row.value);
        }
    }

    /** Returns what a scan should find: the numbers of each group that has a row, those that it gathers. */
    SortedMap<Integer, String> expected(Scan scan) {
        SortedMap<Integer, Totals> groups = new TreeMap<>();
        for (Row row : rows) {
            boolean isSelected = row.region >= scan.regionFrom
                    && row.region < scan.regionTo
                    && row.period >= scan.periodFrom
                    && row.period <= scan.periodTo;
            int region = scan.regionGroup == null ? 0 : scan.regionGroup[row.region];
            int period =
                    !isSelected ? -1 : scan.periodGroup == null ? 0 : scan.periodGroup[row.period - scan.periodFrom];
            if (isSelected && region >= 0 && period >= 0) {
                groups.computeIfAbsent(region * scan.periodGroups + period, g -> new Totals())
                        .add(row);
            }
        }
        SortedMap<Integer, String> texts = new TreeMap<>();
        groups.forEach(
                (group, of) -> texts.put(group, text(scan, of.count, of.valueless, of.sum, of.min, of.max, of.worst)));
        return texts;
    }

    /** Returns what a scan has found, in the same words. */
    static SortedMap<Integer, String> found(Scan scan, Accumulators found) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        for (int group = 0; group < found.count.length; group++) {
            ObservationStatus status = found.statuses == null ? null : found.worstStatuses()[group];
            long valueless = found.valueless == null ? 0 : found.valueless[group];
            if (found.count[group] > 0 || valueless > 0 || status != null) {
                texts.put(
                        group,
                        text(
                                scan,
                                found.count[group],
                                valueless,
                                found.sum == null ? BigInteger.ZERO : found.sum(group),
                                found.min == null ? 0 : found.min[group],
                                found.max == null ? 0 : found.max[group],
                                status == null ? ObservationStatus.NORMAL : status));
            }
        }
        return texts;
    }

    private static String text(
            Scan scan, long count, long valueless, BigInteger sum, long min, long max, ObservationStatus worst) {
        return count + " values"
                + (scan.aggregates.contains(ScanAggregate.VALUELESS) ? " and " + valueless + " rows without one" : "")
                + (scan.aggregates.contains(ScanAggregate.SUM) ? ", sum " + sum : "")
                + (count > 0 && scan.aggregates.contains(ScanAggregate.MIN) ? ", least " + min : "")
                + (count > 0 && scan.aggregates.contains(ScanAggregate.MAX) ? ", greatest " + max : "")
                + (scan.aggregates.contains(ScanAggregate.STATUS) ? ", " + worst : "");
    }

    /** Overwrites the values of all rows, so that what a scan finds nevertheless was read off what the segment keeps of them. */
    static void forgetRows(Segment segment) {
        int[] ints = segment.values().intsUnsafe();
        if (ints != null) {
            Arrays.fill(ints, 0);
        }
        long[] longs = segment.values().longsUnsafe();
        if (longs != null) {
            Arrays.fill(longs, 0);
        }
    }

    /** Overwrites the subtotals of a segment. */
    static void forgetSubtotals(Segment segment) {
        Subtotals subtotals = segment.subtotals();
        if (subtotals != null) {
            Arrays.fill(subtotals.totalsUnsafe(), 0);
        }
    }
}
