package org.grassrootskpi.csv;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationVintages;
import org.grassrootskpi.text.CsvField;
import org.grassrootskpi.text.RowText;
import org.grassrootskpi.text.ShortestDecimal;
import org.grassrootskpi.time.TimePeriod;

/** Writes the rows of a table in the order of its blocks. */
final class CsvTableWriter {
    private static final String LINE_END = "\r\n";
    /** How many characters are collected before they are written. */
    private static final int FULL = 8000;

    private final ObservationTable table;
    private final Appendable out;
    private final CsvCells cells;
    private final Map<Integer, String> periods = new HashMap<>();
    private final boolean hasStatus;
    /** The fields of the vintage of all rows, each with its comma in front; empty in a file without vintages. */
    private final String vintage;

    private final PrintedFigure figures;
    private final RowText text = new RowText();

    private CsvTableWriter(ObservationTable table, Appendable out, CsvCells cells, boolean hasStatus, String vintage) {
        this.table = table;
        this.out = out;
        this.cells = cells;
        this.hasStatus = hasStatus;
        this.vintage = vintage;
        figures = new PrintedFigure(table.catalog().unitVocabulary());
    }

    static void write(ObservationTable table, Appendable out, CsvCells cells) throws IOException {
        CsvTableWriter writer = new CsvTableWriter(table, out, cells, hasStatus(table), "");
        writer.writeHead(false);
        writer.writeRows();
    }

    static void write(ObservationVintages vintages, Appendable out, CsvCells cells) throws IOException {
        if (vintages.layers().keySet().stream().allMatch(Optional::isEmpty)) {
            write(vintages.preferred(), out, cells);
            return;
        }
        boolean hasStatus = vintages.layers().values().stream().anyMatch(CsvTableWriter::hasStatus);
        new CsvTableWriter(vintages.preferred(), out, cells, hasStatus, "").writeHead(true);
        for (Map.Entry<Optional<Vintage>, ObservationTable> layer :
                vintages.layers().entrySet()) {
            String vintage = layer.getKey()
                    .map(of -> "," + of.knownOn() + "," + of.maturity())
                    .orElse(",,");
            new CsvTableWriter(layer.getValue(), out, cells, hasStatus, vintage).writeRows();
        }
    }

    private static boolean hasStatus(ObservationTable table) {
        return table.blocks().stream()
                .flatMap(block -> block.segments().stream())
                .anyMatch(segment -> segment.statusesUnsafe() != null);
    }

    private void writeHead(boolean hasVintage) throws IOException {
        text.add(CsvColumns.INDICATOR).add(',').add(CsvColumns.REGION).add(',');
        text.add(CsvColumns.PERIOD).add(',').add(CsvColumns.VALUE);
        if (hasStatus) {
            text.add(',').add(CsvColumns.STATUS);
        }
        if (hasVintage) {
            text.add(',').add(CsvColumns.KNOWN_ON).add(',').add(CsvColumns.MATURITY);
        }
        text.add(tail(table.schema().dimensions())).add(LINE_END);
        text.writeTo(out);
        text.clear();
    }

    private void writeRows() throws IOException {
        for (SeriesBlock block : table.blocks()) {
            write(block);
        }
        text.writeTo(out);
    }

    private void write(SeriesBlock block) throws IOException {
        ImmutableList<String> tails = block.combinationValues().stream()
                .map(values -> vintage + tail(values))
                .collect(ImmutableList.toImmutableList());
        String indicator = field(block.indicator().id());
        int region = -1;
        String head = "";
        RowCursor rows = new RowCursor(block);
        while (rows.next()) {
            if (rows.region() != region) {
                region = rows.region();
                head = indicator + ',' + field(table.regions().region(region).code()) + ',';
            }
            text.add(head).add(period(rows.period())).add(',');
            ObservationStatus status = rows.segment().status(rows.row());
            if (status.hasValue()) {
                addValue(rows.segment(), rows.row());
            }
            if (hasStatus) {
                text.add(',');
                if (status != ObservationStatus.NORMAL) {
                    text.add(status.sdmx());
                }
            }
            text.add(tails.get(rows.combination())).add(LINE_END);
            if (text.length() > FULL) {
                text.writeTo(out);
                text.clear();
            }
        }
    }

    private String period(int code) {
        return periods.computeIfAbsent(code, of -> TimePeriod.ofCode(of).toString());
    }

    private void addValue(Segment segment, int row) {
        if (segment.values().isFloatingPoint()) {
            text.add(field(ShortestDecimal.of(segment.values().asDouble(row)).toPlainString()));
            return;
        }
        long unscaled = segment.values().unscaled(row);
        int decimals = segment.indicator().decimals();
        PrecisionColumn precisions = segment.precisions();
        Precision stated = precisions == null ? null : precisions.stated(row);
        if (stated == null) {
            text.add(unscaled, decimals);
        } else {
            BigDecimal value = BigDecimal.valueOf(unscaled, decimals);
            text.add(field(figures.of(value, segment.indicator().unit(), stated)));
        }
    }

    private String tail(List<String> fields) {
        StringBuilder all = new StringBuilder();
        for (String field : fields) {
            all.append(',').append(field(field));
        }
        return all.toString();
    }

    private String field(String content) {
        if (content.length() > ObservationCsvReader.MAX_FIELD_BYTES / 3
                && Utf8.encodedLength(content) > ObservationCsvReader.MAX_FIELD_BYTES) {
            throw new IllegalArgumentException("Expected fields of at most " + ObservationCsvReader.MAX_FIELD_BYTES
                    + " bytes, which is what is read back, got one of " + content.length() + " characters");
        }
        return CsvField.quoted(cells.of(content));
    }
}
