package org.grassrootskpi.documents;

import com.google.common.collect.ImmutableList;

/**
 * A comment on a passage of a docx.
 *
 * @param passage the words that it is on, as {@link ReportDocument} reads them; blanks do not count
 * @param lines what it says, a paragraph each
 */
public record DocxComment(String passage, ImmutableList<String> lines) {}
