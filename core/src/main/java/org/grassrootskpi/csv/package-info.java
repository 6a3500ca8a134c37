/**
 * Catalogues as JSON files and observations as CSV files, in and out.
 *
 * <h2>Catalogues</h2>
 *
 * <p>A catalogue is one or many files; each holds any of the arrays {@code documents}, {@code regions},
 * {@code sectors}, {@code indicators}, {@code observations}, {@code recognitions}, {@code stageModels},
 * {@code projects}, {@code programmes} and {@code targets}, and references may point from file to file:
 *
 * <pre>{@code
 * Catalog catalog = CatalogJson.readFolder(Path.of("my-catalog"));
 * }</pre>
 *
 * <p>A file may also name its JSON Schema, as {@code $schema}; the reader takes no notice of it.
 *
 * <p>Reading is strict: an unknown or doubled property, a null, a number where a text belongs or a file that is not
 * UTF-8 is refused. {@link org.grassrootskpi.json.CatalogJson} reads all files, reports every problem with file, line,
 * column and path in one {@link org.grassrootskpi.model.CatalogException}, and gives nothing half-built.
 *
 * <h2>Observations</h2>
 *
 * <p>Observations by the million come as CSV, one row each, and become an
 * {@link org.grassrootskpi.table.ObservationTable}:
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
 * <p>{@link org.grassrootskpi.csv.ObservationCsv} says what a file holds. A strict reader, the default, gives a table only
 * of a file without a {@link org.grassrootskpi.csv.CsvProblem}; a lenient one leaves bad rows out and tells why. What is
 * written is read back to an equal table, qualifiers, printed places, statuses and extra dimensions included.
 */
@NullMarked
package org.grassrootskpi.csv;

import org.jspecify.annotations.NullMarked;
