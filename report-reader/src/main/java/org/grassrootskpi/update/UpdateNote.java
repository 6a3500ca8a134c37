package org.grassrootskpi.update;

import java.util.Optional;
import org.grassrootskpi.model.LocalizedText;

/**
 * Something that a person should know about an update, and that no row of the review can settle.
 *
 * @param kind what it is
 * @param element the id of a target, an indicator or a project of the catalogue; the words of the report where there is none
 * @param text what was found, with the sum written out
 * @param place the sentence, or empty where the report says nothing
 */
public record UpdateNote(Kind kind, String element, LocalizedText text, Optional<TextPlace> place) {
    /** The sorts of notes. */
    public enum Kind {
        /** A figure that contradicts what was printed the year before, or its own whole. */
        CONTRADICTION,
        /** Something goes on, or is planned again, that was said to be done. */
        RESTART,
        /** A commitment of the last plan that the report does not mention. */
        NOT_MENTIONED,
        /** A figure that no indicator of the catalogue fits. */
        NOT_MATCHED,
        /** An indicator that had a value the year before and is not mentioned any more. */
        DROPPED,
        /** A clause of the plan that has neither a figure of a known indicator nor a known name. */
        PLAN_NOT_TAKEN
    }
}
