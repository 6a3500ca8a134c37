package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriodRange;

/** Counts the rows of a table's sources, series by series. */
final class TableCounts implements SourceCounts {
    private final ObservationTable table;

    TableCounts(ObservationTable table) {
        this.table = table;
    }

    @Override
    public long values(
            Source source,
            List<String> regions,
            TimePeriodRange periods,
            ImmutableMap<String, ImmutableList<String>> members) {
        SeriesBlock block = table.block(source.indicator(), source.level(), source.frequency())
                .orElseThrow();
        boolean[] counts = new boolean[block.combinationValues().size()];
        for (int c = 0; c < counts.length; c++) {
            List<String> combination = block.combinationValues().get(c);
            counts[c] = members.entrySet().stream()
                    .allMatch(limit -> limit.getValue()
                            .contains(
                                    combination.get(table.schema().dimensions().indexOf(limit.getKey()))));
        }
        long values = 0;
        for (int number = 0; number < block.segments().size(); number++) {
            int[] combinations = block.combinationsUnsafe(number);
            for (int c = 0; c < combinations.length; c++) {
                if (counts[combinations[c]]) {
                    values += values(block.segments().get(number), c, regions, periods);
                }
            }
        }
        return values;
    }

    private long values(Segment segment, int combination, List<String> regions, TimePeriodRange periods) {
        if (regions.isEmpty()) {
            return values(
                    segment, segment.combinationStart(combination), segment.combinationStart(combination + 1), periods);
        }
        RegionNumbering numbering = table.regions();
        long values = 0;
        for (String region : regions) {
            int index = numbering.numberOf(region);
            values += values(
                    segment,
                    segment.firstSeries(combination, index),
                    segment.firstSeries(combination, numbering.subtreeEnd(index)),
                    periods);
        }
        return values;
    }

    private static long values(Segment segment, int fromSeries, int toSeries, TimePeriodRange periods) {
        long values = 0;
        for (int series = fromSeries; series < toSeries; series++) {
            int from = segment.firstRow(series, periods.from().toCode());
            int to = segment.firstRow(series, periods.to().toCode() + 1);
            values += segment.statusesUnsafe() == null ? to - from : values(segment, from, to);
        }
        return values;
    }

    private static long values(Segment segment, int fromRow, int toRow) {
        long values = 0;
        for (int row = fromRow; row < toRow; row++) {
            values += segment.status(row).hasValue() ? 1 : 0;
        }
        return values;
    }
}
