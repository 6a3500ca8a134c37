/**
 * Reads and writes observations as CSV.
 *
 * <p>A file has one row for each of up to millions of observations, and becomes an {@link org.grassrootskpi.table.ObservationTable}:
 *
 * <pre>{@code
 * ObservationCsvResult result = ObservationCsv.reader(catalog)
 *         .lenient()
 *         .onProgress((rows, bytes) -> System.err.println(rows))
 *         .read(Path.of("2024.csv"));
 * result.problems().forEach(System.err::println);   // 2024.csv:7:18: Unknown region '44030703' (did you mean ...
 * ObservationCsv.write(result.table(), Path.of("good.csv"));
 * }</pre>
 *
 * <p>{@link org.grassrootskpi.csv.ObservationCsv} describes the format. A strict reader, the default, returns a table only for a file
 * without a {@link org.grassrootskpi.csv.CsvProblem}; a lenient one leaves bad rows out and says why. A written table is read back as an
 * equal one, qualifiers, printed places, statuses and extra dimensions included.
 */
@NullMarked
package org.grassrootskpi.csv;

import org.jspecify.annotations.NullMarked;
