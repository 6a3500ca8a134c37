package org.grassrootskpi.documents;

import com.google.common.collect.ImmutableList;

/**
 * A comment on a passage of a docx.
 *
 * @param passage the words that it is on, as {@link ReportDocument} reads them; blanks do not count
 * @param at the offset of a character of the passage in the text of the {@link ReportDocument}, in Unicode characters from 0: it says
 *     which of several passages with the same words is meant; below 0 if it is not known
 * @param lines what it says, a paragraph each
 */
public record DocxComment(String passage, int at, ImmutableList<String> lines) {
    /** The offset of a passage that is found by its words alone. */
    public static final int ANYWHERE = -1;

    /**
     * Creates a comment on a passage that is found by its words alone.
     *
     * @param passage the words that it is on, as {@link ReportDocument} reads them; blanks do not count
     * @param lines what it says, a paragraph each
     */
    public DocxComment(String passage, ImmutableList<String> lines) {
        this(passage, ANYWHERE, lines);
    }
}
