/**
 * Observations as CSV, in and out.
 *
 * <p>Observations by the million come one row each, and become an {@link org.grassrootskpi.table.ObservationTable}:
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
 * <p>{@link org.grassrootskpi.csv.ObservationCsv} says what a file holds. A strict reader, the default, gives a table only of a file
 * without a {@link org.grassrootskpi.csv.CsvProblem}; a lenient one leaves bad rows out and says why. What is written is read back to an
 * equal table, qualifiers, printed places, statuses and extra dimensions included.
 */
@NullMarked
package org.grassrootskpi.csv;

import org.jspecify.annotations.NullMarked;
