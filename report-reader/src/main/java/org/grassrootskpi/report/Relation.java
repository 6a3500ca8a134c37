package org.grassrootskpi.report;

import org.jspecify.annotations.Nullable;

/**
 * What the words in front of a figure make of it.
 *
 * @param role its role
 * @param subjectEnd where the phrase of its subject ends in the text
 * @param against what it is compared with; null if the words do not say
 * @param planned true if the words say that it is planned
 */
record Relation(FigureRole role, int subjectEnd, @Nullable String against, boolean planned) {
    static final String PREVIOUS_YEAR = "previous-year";

    /** Returns the same relation with a subject that ends at an offset at the latest. */
    Relation upTo(int end) {
        return end >= subjectEnd ? this : new Relation(role, end, against, planned);
    }

    /** Returns a level with the same subject: the old one in 较上年同期93.3%下降. */
    Relation asLevel() {
        return new Relation(FigureRole.LEVEL, subjectEnd, null, planned);
    }
}
