/**
 * Reads and writes catalogues as JSON files, and every object of this library as JSON.
 *
 * <p>A catalogue is one or many files; each holds any of the arrays {@code documents}, {@code regions}, {@code sectors}, {@code
 * indicators}, {@code observations}, {@code recognitions}, {@code stageModels}, {@code projects}, {@code programmes} and {@code targets},
 * and references may point from file to file:
 *
 * <pre>{@code
 * Catalog catalog = CatalogJson.readFolder(Path.of("my-catalog"));
 * }</pre>
 *
 * <p>A file may also name its JSON Schema, as {@code $schema}; the reader ignores it.
 *
 * <p>Reading is strict: an unknown or doubled property, a null, a number where a text belongs or a file that is not UTF-8 is refused.
 * {@link org.grassrootskpi.json.CatalogJson} reads all files, reports every problem with file, line, column and path in one {@link
 * org.grassrootskpi.model.CatalogException}, and returns nothing incomplete.
 *
 * <p>A mapper of Jackson 2 that has registered {@link org.grassrootskpi.json.GrassrootsKpiModule} writes and reads figures, periods,
 * elements of the model and results; {@link org.grassrootskpi.json.JsonTree} describes their form, and provides it for any other JSON
 * library.
 */
@NullMarked
package org.grassrootskpi.json;

import org.jspecify.annotations.NullMarked;
