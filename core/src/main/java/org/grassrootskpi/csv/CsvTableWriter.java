package org.grassrootskpi.csv;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.text.CsvField;
import org.grassrootskpi.text.ShortestDecimal;
import org.grassrootskpi.time.TimePeriod;

/** Writes the rows of a table in the order of its blocks. */
final class CsvTableWriter {
    private static final String LINE_END = "\r\n";

    private final ObservationTable table;
    private final Appendable out;
    private final CsvCells cells;
    private final Map<Integer, String> periods = new HashMap<>();
    private final boolean hasStatus;

    CsvTableWriter(ObservationTable table, Appendable out, CsvCells cells) {
        this.table = table;
        this.out = out;
        this.cells = cells;
        hasStatus = table.blocks().stream()
                .flatMap(block -> block.segments().stream())
                .anyMatch(segment -> segment.statusesUnsafe() != null);
    }

    void write() throws IOException {
        out.append(CsvColumns.INDICATOR).append(',').append(CsvColumns.REGION).append(',');
        out.append(CsvColumns.PERIOD).append(',').append(CsvColumns.VALUE);
        if (hasStatus) {
            out.append(',').append(CsvColumns.STATUS);
        }
        out.append(tail(table.schema().dimensions())).append(LINE_END);
        for (SeriesBlock block : table.blocks()) {
            write(block);
        }
    }

    private void write(SeriesBlock block) throws IOException {
        ImmutableList<String> tails =
                block.combinationValues().stream().map(this::tail).collect(ImmutableList.toImmutableList());
        String indicator = field(block.indicator().id());
        int region = -1;
        String head = "";
        RowCursor rows = new RowCursor(block);
        while (rows.next()) {
            if (rows.region() != region) {
                region = rows.region();
                head = indicator + ',' + field(table.regions().region(region).code()) + ',';
            }
            out.append(head).append(period(rows.period())).append(',');
            ObservationStatus status = rows.segment().status(rows.row());
            if (status.hasValue()) {
                out.append(field(value(rows.segment(), rows.row())));
            }
            if (hasStatus) {
                out.append(',');
                if (status != ObservationStatus.NORMAL) {
                    out.append(status.sdmx());
                }
            }
            out.append(tails.get(rows.combination())).append(LINE_END);
        }
    }

    private String period(int code) {
        return periods.computeIfAbsent(code, of -> TimePeriod.ofCode(of).toString());
    }

    private static String value(Segment segment, int row) {
        if (segment.values().isFloatingPoint()) {
            return ShortestDecimal.of(segment.values().asDouble(row)).toPlainString();
        }
        BigDecimal value = BigDecimal.valueOf(
                segment.values().unscaled(row), segment.indicator().decimals());
        PrecisionColumn precisions = segment.precisions();
        Precision stated = precisions == null ? null : precisions.stated(row);
        return stated == null
                ? value.toPlainString()
                : PrintedFigure.of(value, segment.indicator().unit(), stated);
    }

    private String tail(List<String> fields) {
        StringBuilder tail = new StringBuilder();
        for (String field : fields) {
            tail.append(',').append(field(field));
        }
        return tail.toString();
    }

    private String field(String text) {
        if (text.length() > ObservationCsvReader.MAX_FIELD_BYTES / 3
                && Utf8.encodedLength(text) > ObservationCsvReader.MAX_FIELD_BYTES) {
            throw new IllegalArgumentException("Expected fields of at most " + ObservationCsvReader.MAX_FIELD_BYTES
                    + " bytes, which is what is read back, got one of " + text.length() + " characters");
        }
        return CsvField.quoted(cells.of(text));
    }
}
