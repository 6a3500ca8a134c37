package org.grassrootskpi.quantity;

/**
 * The relation of a reported figure to the true one: {@code 近300亿元} is {@link #BELOW} 30 billion, {@code 超600家次} is
 * {@link #ABOVE} 600.
 *
 * <p>A qualifier says in which direction the printed number errs; what follows for the true figure is
 * {@link Quantity#bounds()}. The words for each qualifier are listed in the resource {@code qualifiers.tsv}.
 */
public enum Qualifier {
    /** The figure as such, rounded to its last printed place: {@code 509.45亿元}. */
    EXACT(0, 0, false),

    /** Less than the figure, and near it: 近, 不足, 不到. */
    BELOW(1, 0, true),

    /** More than the figure: 超, 逾, 突破, 余, 多, 以上, 上百. */
    ABOVE(0, 1, true),

    /** Near the figure on either side, without saying how near: 约, 左右. */
    ABOUT(1, 1, false),

    /** The figure or more: 不低于, 至少. */
    AT_LEAST(0, 1, false),

    /** The figure or less: 不超过, 以内. */
    AT_MOST(1, 0, false);

    private final int trueCanBeLess;
    private final int trueCanBeMore;
    private final boolean excludesFigure;

    Qualifier(int trueCanBeLess, int trueCanBeMore, boolean excludesFigure) {
        this.trueCanBeLess = trueCanBeLess;
        this.trueCanBeMore = trueCanBeMore;
        this.excludesFigure = excludesFigure;
    }

    /**
     * Returns the qualifier of a sum of two figures.
     *
     * <p>{@link #EXACT} leaves the other one as it is. Two of one direction keep it, and the sum excludes the figure as
     * soon as one of them does (BELOW + AT_MOST = BELOW). Opposite directions, and anything with {@link #ABOUT}, give
     * {@link #ABOUT}. Commutative and associative.
     *
     * @param other the qualifier of the other summand
     * @return the qualifier of the sum
     */
    public Qualifier plus(Qualifier other) {
        boolean less = (trueCanBeLess | other.trueCanBeLess) == 1;
        boolean more = (trueCanBeMore | other.trueCanBeMore) == 1;
        boolean strict = excludesFigure || other.excludesFigure;
        if (less && more) {
            return ABOUT;
        }
        if (less) {
            return strict ? BELOW : AT_MOST;
        }
        if (more) {
            return strict ? ABOVE : AT_LEAST;
        }
        return EXACT;
    }

    /**
     * Returns the qualifier of the same figure with the opposite sign: below becomes above, at least becomes at most.
     *
     * @return the mirrored qualifier
     */
    public Qualifier negated() {
        return switch (this) {
            case EXACT, ABOUT -> this;
            case BELOW -> ABOVE;
            case ABOVE -> BELOW;
            case AT_LEAST -> AT_MOST;
            case AT_MOST -> AT_LEAST;
        };
    }
}
