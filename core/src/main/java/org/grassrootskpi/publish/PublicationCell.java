package org.grassrootskpi.publish;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell of a published table.
 *
 * @param text what is printed, without the marks of its notes
 * @param number the number that is printed, in the printed unit; empty for texts, and for figures with a qualifier, which are no plain
 *     number
 * @param isFigure whether it stands in a column of figures
 * @param notes the numbers of its notes, from 1
 */
public record PublicationCell(
        String text, Optional<BigDecimal> number, boolean isFigure, ImmutableList<Integer> notes) {
    static PublicationCell text(String text) {
        return new PublicationCell(text, Optional.empty(), false, ImmutableList.of());
    }

    /** {@return the text with the marks of its notes, such as {@code 509.45 [1]}} */
    @Override
    public String toString() {
        StringBuilder marked = new StringBuilder(text);
        notes.forEach(note -> marked.append(" [").append(note).append(']'));
        return marked.toString();
    }
}
