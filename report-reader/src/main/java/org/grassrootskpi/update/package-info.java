/**
 * Takes next year's report into a catalogue that is there.
 *
 * <p>In go the report and the catalogue; {@link org.grassrootskpi.update.CatalogUpdate} proposes {@linkplain
 * org.grassrootskpi.update.UpdateEntry entries}, each with the sentence that says so, and {@linkplain
 * org.grassrootskpi.update.UpdateNote notes} on what no entry settles. A person says yes or no in a {@link
 * org.grassrootskpi.update.ReviewTable}, and what is accepted is one file more.
 *
 * <pre>{@code
 * Catalog catalog = CatalogJson.readFolder(Path.of("pinghu"));
 * WorkReport report = WorkReport.decode(Files.readAllBytes(Path.of("report-2025.txt")));
 * CatalogUpdate update = CatalogUpdate.propose(report, catalog);
 * ReviewTable table = ReviewTable.of(update, Language.ZH);
 * Files.writeString(Path.of("review.tsv"), table.toTsv());
 * // when a person has written yes or no in the column decision:
 * ReviewTable.Decisions decisions = table.read("review.tsv", Files.readString(Path.of("review.tsv")));
 * String json = CatalogJson.toJsonAdditions(catalog, update.accept(decisions.accepted()));
 * WholeFile.write(Path.of("pinghu", "report-2025.json"), out -> out.write(json));
 * }</pre>
 *
 * <p>Figures are bound by the rules of {@link org.grassrootskpi.report.CatalogDraft}. The words of stages and of progress are
 * in {@code stage-words.tsv} and {@code update-words.tsv}; the stages of a catalogue's own models are known by their names.
 */
@NullMarked
package org.grassrootskpi.update;

import org.jspecify.annotations.NullMarked;
