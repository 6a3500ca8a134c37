package org.grassrootskpi.csv;

import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationVintages;
import org.grassrootskpi.table.TableSchema;

/**
 * Reads observations from CSV; created by {@link ObservationCsv#reader(Catalog)}, configured by methods that return a copy.
 *
 * <p>The file passes through one buffer; apart from the table and what building it needs, the memory used does not grow
 * with the file. A reader is immutable, thread-safe, and can be used many times.
 */
public final class ObservationCsvReader {
    /** How many problems are described; further ones are only counted. */
    public static final int MAX_PROBLEMS = 1000;

    /** The longest field that is read, in bytes. */
    public static final int MAX_FIELD_BYTES = 1 << 14;

    /** The longest record that is read, in bytes, its line breaks within quotes included. */
    public static final int MAX_LINE_BYTES = 1 << 16;

    /** The largest number of vintages that a file may have: each is a table of its own. */
    public static final int MAX_VINTAGES = 1000;

    private static final int BUFFER = 1 << 18;

    private final Catalog catalog;
    private final TableSchema schema;
    private final boolean strict;
    private final DuplicatePolicy duplicates;
    private final CsvProgress progress;
    private final int bufferSize;

    ObservationCsvReader(Catalog catalog, TableSchema schema) {
        this(catalog, schema, true, DuplicatePolicy.REFUSE, (rows, bytes) -> {}, BUFFER);
    }

    private ObservationCsvReader(
            Catalog catalog,
            TableSchema schema,
            boolean strict,
            DuplicatePolicy duplicates,
            CsvProgress progress,
            int bufferSize) {
        this.catalog = catalog;
        this.schema = schema;
        this.strict = strict;
        this.duplicates = duplicates;
        this.progress = progress;
        this.bufferSize = bufferSize;
    }

    /**
     * Returns a reader that throws one exception with the problems of the whole file if there are any; the default.
     *
     * @return a strict copy
     */
    public ObservationCsvReader strict() {
        return new ObservationCsvReader(catalog, schema, true, duplicates, progress, bufferSize);
    }

    /**
     * Returns a reader that leaves bad rows out and returns their problems together with the table of the good ones.
     *
     * @return a lenient copy
     */
    public ObservationCsvReader lenient() {
        return new ObservationCsvReader(catalog, schema, false, duplicates, progress, bufferSize);
    }

    /**
     * Chooses what happens to a second row with the same key. By default it is a problem, and the first row is kept;
     * {@link DuplicatePolicy#KEEP_FIRST} and {@link DuplicatePolicy#KEEP_LAST} follow the order of the file and report no
     * problem.
     *
     * @param policy the policy
     * @return a copy
     */
    public ObservationCsvReader onDuplicates(DuplicatePolicy policy) {
        return new ObservationCsvReader(catalog, schema, strict, policy, progress, bufferSize);
    }

    /**
     * Chooses the listener that receives the progress of a reading.
     *
     * @param listener called now and then by the thread that reads; what it throws ends the reading
     * @return a copy
     */
    public ObservationCsvReader onProgress(CsvProgress listener) {
        return new ObservationCsvReader(catalog, schema, strict, duplicates, listener, bufferSize);
    }

    /** Returns a reader that takes pieces of another size, so that tests can cut the stream anywhere. */
    ObservationCsvReader bufferSize(int bytes) {
        return new ObservationCsvReader(catalog, schema, strict, duplicates, progress, bytes);
    }

    /**
     * Reads a file.
     *
     * @param file a CSV file in UTF-8, see {@link ObservationCsv}
     * @return the table, and of a lenient reader the problems
     * @throws CsvException if the reader is strict and anything is wrong
     * @throws IOException if the file cannot be read
     */
    public ObservationCsvResult read(Path file) throws IOException {
        try {
            return read(MoreFiles.asByteSource(file), file.toString());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    /**
     * Reads a source such as a resource.
     *
     * @param source CSV in UTF-8, see {@link ObservationCsv}
     * @param name the name that problems give it
     * @return the table, and of a lenient reader the problems
     * @throws CsvException if the reader is strict and anything is wrong
     * @throws IOException if the source cannot be read
     */
    public ObservationCsvResult read(ByteSource source, String name) throws IOException {
        try (InputStream in = source.openStream()) {
            return read(in, name);
        }
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @param in CSV in UTF-8, see {@link ObservationCsv}; need not be buffered
     * @param name the name that problems give it
     * @return the table, and of a lenient reader the problems
     * @throws CsvException if the reader is strict and anything is wrong
     * @throws IOException if the stream cannot be read
     */
    public ObservationCsvResult read(InputStream in, String name) throws IOException {
        CsvProblems problems = new CsvProblems(name);
        CsvRecords records = new CsvRecords(in, bufferSize, progress);
        Optional<CsvVintageReader> rows = readRows(records, problems);
        long added = rows.map(CsvVintageReader::added).orElse(0L);
        long before = problems.count();
        ObservationVintages vintages = rows.map(reader -> reader.build(
                        MAX_PROBLEMS,
                        duplicate -> problems.add(
                                Reason.DUPLICATE,
                                duplicate.origin(),
                                0,
                                () -> "'" + duplicate.key() + "' has a value already, at line "
                                        + duplicate.firstOrigin()
                                        + "; remove one of them, or choose DuplicatePolicy.KEEP_FIRST or KEEP_LAST")))
                .orElseGet(() -> ObservationVintages.of(
                        ObservationTable.builder(catalog, schema).build()));
        if (duplicates == DuplicatePolicy.REFUSE) {
            problems.addUndescribed(added - vintages.rows() - (problems.count() - before));
        }
        if (strict && problems.count() > 0) {
            throw new CsvException(problems.described(), problems.count());
        }
        return new ObservationCsvResult(vintages, records.rows(), problems.described(), problems.count());
    }

    /** Returns the rows; empty if anything is wrong with the header. */
    private Optional<CsvVintageReader> readRows(CsvRecords records, CsvProblems problems) throws IOException {
        Optional<String> foreign = records.foreign();
        if (foreign.isPresent()) {
            problems.add(Reason.ENCODING, 0, 0, () -> "Expected a text in UTF-8, but this " + foreign.get());
            return Optional.empty();
        }
        CsvRecords.Found header = records.next();
        if (header == CsvRecords.Found.END) {
            problems.add(
                    Reason.NO_HEADER,
                    1,
                    0,
                    () -> "Expected a header line with the columns " + String.join(", ", CsvColumns.of(schema))
                            + ", got nothing");
            return Optional.empty();
        }
        if (header != CsvRecords.Found.RECORD) {
            refuse(header, records, problems);
            return Optional.empty();
        }
        Optional<CsvColumns> columns = CsvColumns.read(records, schema, problems);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        CsvVintageReader rows = new CsvVintageReader(columns.get(), records, problems, catalog, schema, duplicates);
        for (CsvRecords.Found found = records.next(); found != CsvRecords.Found.END; found = records.next()) {
            if (found == CsvRecords.Found.RECORD) {
                rows.read();
            } else {
                refuse(found, records, problems);
                records.skipLine();
            }
        }
        records.tellProgress();
        return Optional.of(rows);
    }

    private static void refuse(CsvRecords.Found found, CsvRecords records, CsvProblems problems) {
        if (found == CsvRecords.Found.TOO_LONG) {
            problems.add(
                    Reason.TOO_LONG,
                    records.line(),
                    0,
                    () -> "Expected lines of at most " + MAX_LINE_BYTES + " bytes, got a longer one");
            return;
        }
        int[] place = records.faultAt();
        problems.add(
                Reason.QUOTES,
                place[0],
                place[1],
                () ->
                        "Expected a field that is quoted as a whole, with the quotes in it doubled (\"a \"\"b\"\" c\"), got"
                                + " a quote that is not closed, or text outside the quotes; reading goes on at the next line");
    }
}
