/**
 * Reads the tables of other people: CSV, TSV and {@code .xlsx} files of statistics offices, from a file to an answer in a few lines.
 *
 * <pre>{@code
 * ImportedTable gdp = TableImport.of(Path.of("gdp.csv")).read();
 * gdp.questions().forEach(System.out::println);
 * System.out.println(gdp.engine().execute(Query.select("gdp").groupBy(Dimension.period(Frequency.ANNUAL))));
 * }</pre>
 *
 * <p>{@link org.grassrootskpi.tables.TableImport} finds out how a table is laid out and proposes a {@link
 * org.grassrootskpi.tables.TableMapping}; a person corrects it, as a JSON file. {@link org.grassrootskpi.tables.ImportedTable} has the
 * observations and the catalogue that they are of.
 */
@NullMarked
package org.grassrootskpi.tables;

import org.jspecify.annotations.NullMarked;
