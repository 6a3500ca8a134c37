/**
 * Reads figures from Chinese prose, and drafts a catalogue from them.
 *
 * <p>The input is the text of a government's annual report. {@link org.grassrootskpi.report.WorkReport} cuts it into
 * sections, paragraphs and clauses; {@link org.grassrootskpi.report.FigureReader} finds the
 * {@linkplain org.grassrootskpi.report.FigureMention figures} in them, each with its place, its quantity, what it is
 * compared with and what it is about.
 *
 * <pre>{@code
 * WorkReport report = WorkReport.decode(Files.readAllBytes(Path.of("report.txt")));
 * for (FigureMention figure : FigureReader.read(report)) {
 *     System.out.println(figure.start() + " " + figure.surface() + " " + figure.subject());
 * }
 * }</pre>
 *
 * <p>The rules are few and the words are many: the words are in the commented files {@code words.tsv} and {@code
 * measure-words.tsv} of this package, and a {@link org.grassrootskpi.report.ReaderVocabulary} adds those of another place.
 */
@NullMarked
package org.grassrootskpi.report;

import org.jspecify.annotations.NullMarked;
