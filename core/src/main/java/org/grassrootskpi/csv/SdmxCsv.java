package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.text.CsvField;
import org.grassrootskpi.time.TimePeriod;

/**
 * Writes observations as SDMX-CSV 2.0, for whoever collects statistics by SDMX.
 *
 * <pre>{@code
 * STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,QUALIFIER
 * dataflow,GOV:KPI(1.0),R,M,440307003007,event.handled,2024-07,1834,A,count:件,
 * dataflow,GOV:KPI(1.0),R,M,440307003008,event.handled,2024-07,600,P,count:件,ABOVE
 * }</pre>
 *
 * <p>Frequencies, periods and statuses are those of SDMX's code lists; values are in the base unit, with all their digits. Each extra
 * dimension of the table is a dimension, its name in capital letters. A figure that is above, below or about its value says so in {@code
 * QUALIFIER}, an attribute of this library. The structure of such a dataflow, a definition of the columns, is the receiver's to have.
 */
public final class SdmxCsv {
    private static final String LINE_END = "\r\n";
    private static final String STRUCTURE_FORM = "[A-Za-z0-9_@$.-]+:[A-Za-z0-9_@$-]+\\([0-9.+*]+\\)";

    private SdmxCsv() {}

    /**
     * Writes a table to a file, which is replaced if it is there, whole or not at all.
     *
     * @param table any table
     * @param dataflow the dataflow that the rows belong to, as {@code AGENCY:ID(VERSION)}
     * @param file the file
     * @throws IllegalArgumentException if the dataflow has another form, or a dimension the name of another column
     * @throws IOException if the file cannot be written
     */
    public static void write(ObservationTable table, String dataflow, Path file) throws IOException {
        WholeFile.write(file, out -> write(table, dataflow, out));
    }

    /**
     * Writes a table, its rows sorted by indicator, level, frequency, region and period, lines ending with CR LF.
     *
     * @param table any table
     * @param dataflow the dataflow that the rows belong to, as {@code AGENCY:ID(VERSION)}
     * @param out takes the text; neither flushed nor closed
     * @throws IllegalArgumentException as {@link #write(ObservationTable, String, Path)} throws it
     * @throws IOException if the text cannot be written
     */
    public static void write(ObservationTable table, String dataflow, Appendable out) throws IOException {
        if (!dataflow.matches(STRUCTURE_FORM)) {
            throw new IllegalArgumentException(
                    "Expected a dataflow of the form AGENCY:ID(VERSION), such as GOV:KPI(1.0), got '" + dataflow + "'");
        }
        out.append(CsvField.record(head(table))).append(LINE_END);
        for (SeriesBlock block : table.blocks()) {
            write(table, block, "dataflow," + CsvField.quoted(dataflow) + ",R,", out);
        }
    }

    private static List<String> head(ObservationTable table) {
        ImmutableList.Builder<String> head = ImmutableList.builder();
        head.add("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR");
        for (String dimension : table.schema().dimensions()) {
            head.add(dimension.toUpperCase(Locale.ROOT));
        }
        head.add("TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "QUALIFIER");
        ImmutableList<String> all = head.build();
        for (String name : all) {
            if (all.indexOf(name) != all.lastIndexOf(name)) {
                throw new IllegalArgumentException(
                        "Expected dimensions that are no column of every SDMX-CSV file, got '" + name + "'; rename it");
            }
        }
        return all;
    }

    private static void write(ObservationTable table, SeriesBlock block, String head, Appendable out)
            throws IOException {
        String series = head + block.frequency().sdmxCode() + ",";
        String indicator = "," + CsvField.quoted(block.indicator().id()) + ",";
        String unit = "," + CsvField.quoted(block.indicator().unit().code()) + ",";
        Map<Integer, String> periods = new HashMap<>();
        RowCursor rows = new RowCursor(block);
        while (rows.next()) {
            out.append(series)
                    .append(CsvField.quoted(
                            table.regions().region(rows.region()).code()))
                    .append(indicator);
            for (String member : block.combinationValues().get(rows.combination())) {
                out.append(CsvField.quoted(member)).append(',');
            }
            out.append(periods.computeIfAbsent(
                            rows.period(), code -> TimePeriod.ofCode(code).toSdmx()))
                    .append(',');
            if (rows.status().hasValue()) {
                out.append(rows.plainValue());
            }
            out.append(',').append(rows.status().sdmx()).append(unit);
            if (rows.qualifier() != Qualifier.EXACT) {
                out.append(rows.qualifier().name());
            }
            out.append(LINE_END);
        }
    }
}
