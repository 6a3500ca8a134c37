package org.grassrootskpi.model;

import org.immutables.value.Value;

/**
 * The place of a statement: the document, its section, and the figure or name exactly as printed there.
 *
 * <p>A quote is a handful of characters that a reader can search for, not a sentence.
 */
@Value.Immutable
public interface Citation {
    /**
     * Returns the document.
     *
     * @return the id of a {@link Document}
     */
    @Value.Parameter
    String document();

    /**
     * Returns the section in the document's own numbering, for example {@code 2024-3} for the third section of the
     * summary of 2024.
     *
     * @return never blank
     */
    @Value.Parameter
    String section();

    /**
     * Returns the figure or the name as printed.
     *
     * @return never blank
     */
    @Value.Parameter
    String quote();

    /**
     * Returns a citation.
     *
     * @param document the id of a document
     * @param section the section in it
     * @param quote the figure or name as printed
     * @return the citation
     */
    static Citation of(String document, String section, String quote) {
        return ImmutableCitation.of(document, section, quote);
    }
}
