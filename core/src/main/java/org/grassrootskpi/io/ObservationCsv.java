package org.grassrootskpi.io;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.DuplicateRowException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.TableSchema;

/**
 * Reads observations from CSV (RFC 4180, UTF-8, one header line) into a table, a line at a time:
 *
 * <pre>{@code
 * indicator,region,period,value,status
 * petitions.handled,440307003007,2024-07,2678,
 * petitions.handled,440307003008,2024-07,,O
 * }</pre>
 *
 * <p>The columns {@code indicator}, {@code region}, {@code period} and {@code value} are required, in any order. A value is a
 * plain decimal in the indicator's base unit, taken as exact to the indicator's decimals. {@code status} is a letter of
 * SDMX's code list, A (normal) where it is empty; the value is empty exactly where the status has none. Each extra dimension
 * of the schema has a column of its name. A field may be quoted, but may not contain a line break.
 *
 * <p>A strict reader gives the whole table or none, a lenient one the good rows and every problem with its place.
 * Immutable and thread-safe; methods that begin with {@code with} or {@code on} give a changed copy.
 */
public final class ObservationCsv {
    private final Catalog catalog;
    private final TableSchema schema;
    private final boolean lenient;
    private final DuplicatePolicy duplicates;
    private final LongConsumer progress;

    private ObservationCsv(
            Catalog catalog, TableSchema schema, boolean lenient, DuplicatePolicy duplicates, LongConsumer progress) {
        this.catalog = catalog;
        this.schema = schema;
        this.lenient = lenient;
        this.duplicates = duplicates;
        this.progress = progress;
    }

    /**
     * What a reader got out of a file.
     *
     * @param table the good rows
     * @param problems what is wrong with the others, in the order of the file, at most {@link #MAX_PROBLEMS}; none if the
     *     reader is strict
     * @param refused how many lines were left out, 0 or more
     */
    public record Result(ObservationTable table, ImmutableList<Problem> problems, long refused) {
        /** How many problems are kept; further lines are counted only. */
        public static final int MAX_PROBLEMS = 1000;
    }

    /**
     * A strict reader without extra dimensions, which refuses duplicate keys.
     *
     * @param catalog whose indicators and regions the rows are of
     * @return the reader
     */
    public static ObservationCsv of(Catalog catalog) {
        return new ObservationCsv(catalog, TableSchema.empty(), false, DuplicatePolicy.REFUSE, lines -> {});
    }

    /**
     * The same reader for another schema.
     *
     * @param other the extra dimensions, and which indicators hold doubles
     * @return the reader
     */
    public ObservationCsv withSchema(TableSchema other) {
        return new ObservationCsv(catalog, other, lenient, duplicates, progress);
    }

    /**
     * The same reader, giving the good rows of a file that has bad ones.
     *
     * @return the reader
     */
    public ObservationCsv lenient() {
        return new ObservationCsv(catalog, schema, true, duplicates, progress);
    }

    /**
     * The same reader with another policy for a second row of one key. Under {@link DuplicatePolicy#REFUSE} a lenient
     * reader keeps the first row and reports the others.
     *
     * @param policy the policy
     * @return the reader
     */
    public ObservationCsv onDuplicates(DuplicatePolicy policy) {
        return new ObservationCsv(catalog, schema, lenient, policy, progress);
    }

    /**
     * The same reader, telling how far it has come.
     *
     * @param listener takes the number of lines read so far, some ten times a second at most, and once at the end; called
     *     on the reading thread
     * @return the reader
     */
    public ObservationCsv onProgress(LongConsumer listener) {
        return new ObservationCsv(catalog, schema, lenient, duplicates, listener);
    }

    /**
     * Reads a file.
     *
     * @param file a CSV file
     * @return the table, and from a lenient reader the problems
     * @throws IOException if the file cannot be read
     * @throws CsvException if the header is wrong, or the reader is strict and anything else is
     */
    public Result read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CsvLines lines = new CsvLines(file.toString(), in);
            CsvRows rows = new CsvRows(catalog, schema, lines, progress);
            ObservationTableBuilder builder = ObservationTable.builder(catalog, schema);
            rows.readInto(builder);
            boolean strict = !lenient && rows.refused() > 0;
            if (strict) {
                throw new CsvException(rows.problems(), rows.refused());
            }
            return new Result(builder.onDuplicates(duplicates).build(), rows.problems(), rows.refused());
        } catch (DuplicateRowException duplicated) {
            return withoutDuplicates(file, duplicated);
        }
    }

    /** Reads the file again to find the lines of the duplicates, which cost no memory while there were none. */
    private Result withoutDuplicates(Path file, DuplicateRowException duplicated) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CsvRows rows = new CsvRows(catalog, schema, new CsvLines(file.toString(), in), progress);
            rows.reportRepeated(duplicated.keys());
            ObservationTableBuilder builder = ObservationTable.builder(catalog, schema);
            rows.readInto(builder);
            if (!lenient) {
                throw new CsvException(rows.problems(), rows.refused());
            }
            ObservationTable table =
                    builder.onDuplicates(DuplicatePolicy.KEEP_FIRST).build();
            return new Result(table, rows.problems(), rows.refused());
        }
    }

    static Problem problem(Problem.Kind kind, String column, String message, SourceLocation location) {
        return Problem.builder()
                .kind(kind)
                .path(column)
                .message(message)
                .location(location)
                .build();
    }
}
