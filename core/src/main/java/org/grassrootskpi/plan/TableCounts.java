package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.grassrootskpi.columns.PeriodColumn;
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
        RegionNumbering numbering = table.regions();
        long values = 0;
        for (String region : regions) {
            int index = numbering.numberOf(region);
            values += values(
                    block, block.firstSeries(index), block.firstSeries(numbering.subtreeEnd(index)), periods, counts);
        }
        return regions.isEmpty() ? values(block, 0, block.series(), periods, counts) : values;
    }

    private static long values(
            SeriesBlock block, int fromSeries, int toSeries, TimePeriodRange periods, boolean[] combinations) {
        long values = 0;
        for (int series = fromSeries; series < toSeries; series++) {
            if (combinations[block.combination(series)]) {
                int from = row(block, series, periods.from().toCode());
                int to = row(block, series, periods.to().toCode() + 1);
                values += block.statusesUnsafe() == null ? to - from : values(block, from, to);
            }
        }
        return values;
    }

    private static long values(SeriesBlock block, int fromRow, int toRow) {
        long values = 0;
        for (int row = fromRow; row < toRow; row++) {
            values += block.status(row).hasValue() ? 1 : 0;
        }
        return values;
    }

    /** Returns the first row of a series whose period is a code or later. */
    private static int row(SeriesBlock block, int series, int code) {
        PeriodColumn periods = block.periods();
        int low = block.start(series);
        int high = block.start(series + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.code(middle) < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
