package org.grassrootskpi.csv;

import java.io.IOException;
import java.nio.file.Path;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationVintages;
import org.grassrootskpi.table.TableSchema;

/**
 * Reads and writes observations as CSV: one row for each, in UTF-8, quoted as RFC 4180 says.
 *
 * <pre>{@code
 * indicator,region,period,value,status
 * event.handled,440307003007,2024-07,1834,
 * event.handled,440307003008,2024-07,超600宗,P
 * event.handled,440307003009,2024-07,,MISSING
 * }</pre>
 *
 * <p>The header line names the columns, in any order; besides these five (the status is optional) there are two for vintages where
 * a value was revised, one for each extra dimension of the table's schema, and no other. Two members of one dimension that look alike are a problem.
 *
 * <ul>
 *   <li>{@code indicator}, {@code region}: id and code in the catalogue.
 *   <li>{@code period}: any spelling that {@link org.grassrootskpi.time.TimePeriod#parse} reads.
 *   <li>{@code value}: a plain decimal ({@code -1234.5}) in the indicator's unit, exact to the indicator's decimals,
 *       whether or not its last zeros are written; or a figure with its unit as a report prints it
 *       ({@code 近300亿元}), whose qualifier and printed place are kept; see
 *       {@link org.grassrootskpi.quantity.Quantity#parse(String)}. Where the schema says that the indicator holds doubles,
 *       {@code 1.5E9} is read too. Empty exactly where the status has no value.
 *   <li>{@code status}: a name of {@link org.grassrootskpi.model.ObservationStatus} or its letter in SDMX; empty for
 *       NORMAL.
 *   <li>{@code knownOn}, {@code maturity}: both or neither; the day on which the value became known ({@code 2025-11-20}) and {@code
 *       PRELIMINARY}, {@code REVISED} or {@code FINAL}, see {@link org.grassrootskpi.model.Vintage}. Both are empty where nobody said. One
 *       key has one value of each vintage; {@link ObservationCsvResult#vintages()} has all of them.
 * </ul>
 *
 * <p>A byte-order mark and empty lines are skipped; lines end with CR LF or LF. Whatever else a file has is a
 * {@link CsvProblem}. Thread-safe.
 */
public final class ObservationCsv {
    private ObservationCsv() {}

    /**
     * Creates a strict reader of files without extra dimensions.
     *
     * @param catalog whose indicators and regions the rows are of
     * @return the reader
     */
    public static ObservationCsvReader reader(Catalog catalog) {
        return reader(catalog, TableSchema.empty());
    }

    /**
     * Creates a strict reader.
     *
     * @param catalog whose indicators and regions the rows are of
     * @param schema the extra dimensions, each of which is a column, and which indicators hold doubles
     * @return the reader
     * @throws IllegalArgumentException if a dimension has the name of one of the other columns
     */
    public static ObservationCsvReader reader(Catalog catalog, TableSchema schema) {
        CsvColumns.check(schema);
        return new ObservationCsvReader(catalog, schema);
    }

    /**
     * Writes a table to a file, which is replaced if it is there, whole or not at all, so that a reader of its catalogue and
     * schema reads it back to an equal table.
     *
     * @param table any table
     * @param file the file
     * @throws IllegalArgumentException if a dimension has the name of another column, or a row does not come back when it
     *     is read: its figure says more than a plain decimal and its unit is none of
     *     {@link Catalog#unitVocabulary()}, or a dimension's value is longer than
     *     {@link ObservationCsvReader#MAX_FIELD_BYTES}
     * @throws IOException if the file cannot be written
     */
    public static void write(ObservationTable table, Path file) throws IOException {
        write(table, file, CsvCells.PLAIN);
    }

    /**
     * Writes a table to a file as {@link #write(ObservationTable, Path)} does, for programs or for spreadsheets.
     *
     * @param table any table
     * @param file the file
     * @param cells what is done with texts that a spreadsheet would take for formulas: members of extra dimensions, and
     *     figures with a sign and a unit; those do not read back if they are {@link CsvCells#GUARDED}
     * @throws IllegalArgumentException as {@link #write(ObservationTable, Path)} throws it
     * @throws IOException if the file cannot be written
     */
    public static void write(ObservationTable table, Path file, CsvCells cells) throws IOException {
        WholeFile.write(file, out -> write(table, out, cells));
    }

    /**
     * Writes a table, its rows sorted by indicator, level, frequency, region and period, lines ending with CR LF.
     *
     * @param table any table
     * @param out takes the text; neither flushed nor closed
     * @throws IllegalArgumentException as {@link #write(ObservationTable, Path)} throws it
     * @throws IOException if the text cannot be written
     */
    public static void write(ObservationTable table, Appendable out) throws IOException {
        write(table, out, CsvCells.PLAIN);
    }

    /**
     * Writes a table as {@link #write(ObservationTable, Appendable)} does, for programs or for spreadsheets.
     *
     * @param table any table
     * @param out takes the text; neither flushed nor closed
     * @param cells see {@link #write(ObservationTable, Path, CsvCells)}
     * @throws IllegalArgumentException as {@link #write(ObservationTable, Path)} throws it
     * @throws IOException if the text cannot be written
     */
    public static void write(ObservationTable table, Appendable out, CsvCells cells) throws IOException {
        CsvColumns.check(table.schema());
        CsvTableWriter.write(table, out, cells);
    }

    /**
     * Writes the values of all vintages to a file, which is replaced if it is there, whole or not at all, so that a reader reads them back.
     *
     * @param vintages any; without a vintage, the file is that of {@link #write(ObservationTable, Path)}
     * @param file the file
     * @throws IllegalArgumentException as {@link #write(ObservationTable, Path)} throws it
     * @throws IOException if the file cannot be written
     */
    public static void write(ObservationVintages vintages, Path file) throws IOException {
        WholeFile.write(file, out -> write(vintages, out));
    }

    /**
     * Writes the values of all vintages, from the one that became known first to the newest.
     *
     * @param vintages any; without a vintage, the text is that of {@link #write(ObservationTable, Appendable)}
     * @param out takes the text; neither flushed nor closed
     * @throws IllegalArgumentException as {@link #write(ObservationTable, Path)} throws it
     * @throws IOException if the text cannot be written
     */
    public static void write(ObservationVintages vintages, Appendable out) throws IOException {
        CsvColumns.check(vintages.preferred().schema());
        CsvTableWriter.write(vintages, out, CsvCells.PLAIN);
    }
}
