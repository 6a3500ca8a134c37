package org.grassrootskpi.csv;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.DuplicateRow;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.ObservationVintages;
import org.grassrootskpi.table.TableSchema;

/** Adds the records of one file to a table for each vintage; a file without these columns has one table. */
final class CsvVintageReader {
    private static final ImmutableList<String> MATURITIES =
            Arrays.stream(Vintage.Maturity.values()).map(Enum::name).collect(toImmutableList());

    private final CsvColumns columns;
    private final CsvRecords records;
    private final CsvProblems problems;
    private final Catalog catalog;
    private final TableSchema schema;
    private final DuplicatePolicy duplicates;
    private final CsvRowReader undated;
    private final ByteDictionary numbers = new ByteDictionary(16);
    private final byte[] key = new byte[2 * ObservationCsvReader.MAX_FIELD_BYTES + 1 + ByteDictionary.SLACK];
    private final List<CsvRowReader> readers = new ArrayList<>();
    private final Map<Optional<Vintage>, CsvRowReader> readersByVintage = new HashMap<>();
    private final Map<Optional<Vintage>, ObservationTableBuilder> builders = new HashMap<>();

    CsvVintageReader(
            CsvColumns columns,
            CsvRecords records,
            CsvProblems problems,
            Catalog catalog,
            TableSchema schema,
            DuplicatePolicy duplicates) {
        this.columns = columns;
        this.records = records;
        this.problems = problems;
        this.catalog = catalog;
        this.schema = schema;
        this.duplicates = duplicates;
        ObservationTableBuilder rows = builder(Optional.empty());
        undated = new CsvRowReader(
                columns, records, problems, catalog, schema, rows.appender(), duplicates == DuplicatePolicy.REFUSE);
        readersByVintage.put(Optional.empty(), undated);
    }

    private ObservationTableBuilder builder(Optional<Vintage> vintage) {
        return builders.computeIfAbsent(
                vintage, of -> ObservationTable.builder(catalog, schema).onDuplicates(duplicates));
    }

    /** Adds the current record, or reports everything that is wrong with it. */
    void read() {
        if (columns.knownOn < 0 || records.fields() != columns.count) {
            undated.read();
            return;
        }
        int end = copy(columns.knownOn, 0);
        key[end] = ',';
        end = copy(columns.maturity, end + 1);
        int number = numbers.get(key, 0, end);
        if (number >= 0) {
            readers.get(number).read();
        } else {
            learn(end);
        }
    }

    private int copy(int field, int to) {
        int length = Math.min(records.end(field) - records.start(field), ObservationCsvReader.MAX_FIELD_BYTES);
        System.arraycopy(records.bytes(), records.start(field), key, to, length);
        return to + length;
    }

    private void learn(int end) {
        Optional<String> day = CsvText.of(records, columns.knownOn, problems);
        Optional<String> maturity = CsvText.of(records, columns.maturity, problems);
        if (day.isEmpty() || maturity.isEmpty()) {
            return;
        }
        if (day.get().isEmpty() && maturity.get().isEmpty()) {
            add(Optional.empty(), end);
            return;
        }
        Optional<LocalDate> knownOn = day(day.get());
        if (knownOn.isEmpty()) {
            refuse(
                    columns.knownOn,
                    "Expected the day on which the value became known, such as 2025-11-20, got '" + day.get()
                            + "'; leave 'knownOn' and 'maturity' empty where nobody said");
        } else if (!MATURITIES.contains(maturity.get())) {
            refuse(
                    columns.maturity,
                    "Expected one of " + String.join(", ", MATURITIES) + ", got '" + maturity.get() + "'");
        } else {
            add(Optional.of(Vintage.of(knownOn.get(), Vintage.Maturity.valueOf(maturity.get()))), end);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void refuse(int field, String message) {
        int[] place = records.place(field);
        problems.add(Reason.BAD_VINTAGE, place[0], place[1], () -> message);
    }

    private void add(Optional<Vintage> vintage, int end) {
        if (!readersByVintage.containsKey(vintage) && readersByVintage.size() > ObservationCsvReader.MAX_VINTAGES) {
            refuse(
                    columns.knownOn,
                    "Expected at most " + ObservationCsvReader.MAX_VINTAGES + " vintages in a file, got one more");
            return;
        }
        CsvRowReader reader = readersByVintage.computeIfAbsent(
                vintage,
                of -> new CsvRowReader(undated, catalog, schema, builder(of).appender()));
        numbers.put(key, 0, end, readers.size());
        readers.add(reader);
        reader.read();
    }

    /** Returns the number of rows that have been added. */
    long added() {
        return readersByVintage.values().stream().mapToLong(CsvRowReader::added).sum();
    }

    /** Builds the tables. */
    ObservationVintages build(int most, Consumer<DuplicateRow> refused) {
        Map<Optional<Vintage>, ObservationTable> tables = new HashMap<>();
        builders.forEach((vintage, rows) -> {
            ObservationTable table = rows.build(most, refused);
            if (table.rows() > 0 || (vintage.isEmpty() && builders.size() == 1)) {
                tables.put(vintage, table);
            }
        });
        return tables.isEmpty()
                ? ObservationVintages.of(
                        ObservationTable.builder(catalog, schema).build())
                : ObservationVintages.of(tables);
    }
}
