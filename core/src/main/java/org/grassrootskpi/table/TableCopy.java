package org.grassrootskpi.table;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.quantity.Precision;

/** Copies the rows of a table into the buffers of another one of the same catalogue and schema. */
final class TableCopy {
    private TableCopy() {}

    static void copy(ObservationTable table, ObservationTableBuilder to, Catalog catalog) {
        Map<String, Integer> positions = new HashMap<>();
        catalog.indicators().forEach(indicator -> positions.put(indicator.id(), positions.size()));
        for (SeriesBlock block : table.blocks()) {
            copy(block, to, positions.getOrDefault(block.indicator().id(), -1));
        }
    }

    private static void copy(SeriesBlock block, ObservationTableBuilder to, int indicator) {
        RowBuffers buffers = to.buffers();
        int[] combinations = block.combinationValues().stream()
                .mapToInt(values -> to.combination(ImmutableList.copyOf(values)))
                .toArray();
        RowCursor rows = new RowCursor(block);
        while (rows.next()) {
            PrecisionColumn precisions = rows.segment().precisions();
            Precision stated = precisions == null ? null : precisions.stated(rows.row());
            RowBuffer buffer = buffers.at(indicator, rows.region(), rows.period(), 0);
            long value = rows.segment().values().raw(rows.row());
            int combination = combinations[rows.combination()];
            byte status = rows.segment().statusCode(rows.row());
            int precision = stated == null ? 0 : buffers.number(stated);
            if ((combination | status | precision) == 0) {
                buffer.add(rows.region(), rows.period(), value);
            } else {
                buffer.add(rows.region(), rows.period(), value, combination, status, precision);
            }
        }
    }
}
