package org.grassrootskpi.csv;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.columns.PrecisionColumn;
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
        hasStatus = table.blocks().stream().anyMatch(block -> block.statusesUnsafe() != null);
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
        for (int series = 0; series < block.series(); series++) {
            String region = field(table.regions().region(block.region(series)).code());
            String head = indicator + ',' + region + ',';
            String tail = tails.get(block.combination(series));
            for (int row = block.start(series); row < block.start(series + 1); row++) {
                out.append(head).append(period(block.periods().code(row))).append(',');
                ObservationStatus status = block.status(row);
                if (status.hasValue()) {
                    out.append(field(value(block, row)));
                }
                if (hasStatus) {
                    out.append(',');
                    if (status != ObservationStatus.NORMAL) {
                        out.append(status.sdmx());
                    }
                }
                out.append(tail).append(LINE_END);
            }
        }
    }

    private String period(int code) {
        return periods.computeIfAbsent(code, of -> TimePeriod.ofCode(of).toString());
    }

    private static String value(SeriesBlock block, int row) {
        if (block.values().isFloatingPoint()) {
            return ShortestDecimal.of(block.values().asDouble(row)).toPlainString();
        }
        BigDecimal value = BigDecimal.valueOf(
                block.values().unscaled(row), block.indicator().decimals());
        PrecisionColumn precisions = block.precisions();
        Precision stated = precisions == null ? null : precisions.stated(row);
        return stated == null
                ? value.toPlainString()
                : PrintedFigure.of(value, block.indicator().unit(), stated);
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
