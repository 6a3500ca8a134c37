/**
 * Prints results for readers: names in place of ids, display units, rounded figures, members of a dimension side by side, notes.
 *
 * <pre>{@code
 * PublicationTable table = PublicationTable.of(
 *         answer, catalog, TableFormat.of(Language.ZH).withUnits("亿元", "公顷").withAcross("period"));
 * System.out.println(table);
 * System.out.println(table.toMarkdown());
 * }</pre>
 *
 * <p>A {@link org.grassrootskpi.publish.TableFormat} says how, a {@link org.grassrootskpi.publish.PublicationTable} is what comes out: as
 * text, Markdown and CSV, and cell by cell for writers of other formats. What a figure lacks stands in a note: coverage, status, breaks,
 * why there is none.
 */
@NullMarked
package org.grassrootskpi.publish;

import org.jspecify.annotations.NullMarked;
