package org.grassrootskpi.model;

/**
 * The kind of number that an indicator is. The kind alone decides how its values may be combined, separately over
 * regions and over time.
 *
 * <p>The distinction is that of additive, semi-additive and non-additive measures in data warehousing, and of
 * summarizability (Lenz and Shoshani, 1997): parts may be added when they are disjoint, complete, and of a type that
 * has a sum.
 */
public enum IndicatorKind {
    /** Something that happened during a period, such as visits or output: adds over regions and over time. */
    FLOW(true, true),
    /** Something that is there at a moment, such as beds: adds over regions; over time the last one counts. */
    STOCK(true, false),
    /**
     * Something that happened during a period and that several regions may share, such as a road opened through two of
     * them or a joint session: adds over time, but not over regions, which would count the shared one again.
     */
    SHARED_FLOW(false, true),
    /** A share of one thing in another: recomputed from its parts at every level, never added. */
    RATIO(false, false),
    /** A change against an earlier period: recomputed from its base, never added. */
    GROWTH(false, false),
    /** A synthetic number such as a price index: a mean by its declared weight. */
    INDEX(false, false),
    /** A place in an order: never aggregated. */
    RANK(false, false),
    /** A grade or a number of stars: never aggregated. */
    RATING(false, false),
    /** A number of different things, such as distinct visitors: parts may overlap, so it is never aggregated. */
    DISTINCT(false, false);

    private final boolean additiveOverRegions;
    private final boolean additiveOverTime;

    IndicatorKind(boolean additiveOverRegions, boolean additiveOverTime) {
        this.additiveOverRegions = additiveOverRegions;
        this.additiveOverTime = additiveOverTime;
    }

    /**
     * Returns whether the values of disjoint regions add up to the value of their union.
     *
     * @return true for flows and stocks
     */
    public boolean isAdditiveOverRegions() {
        return additiveOverRegions;
    }

    /**
     * Returns whether the values of successive periods add up to the value of the whole.
     *
     * @return true for flows, shared or not
     */
    public boolean isAdditiveOverTime() {
        return additiveOverTime;
    }
}
