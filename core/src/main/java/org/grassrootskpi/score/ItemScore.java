package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The part of one item in the score of a member. Immutable and thread-safe.
 *
 * <p>{@link #share} is the part of the whole weight that the item has, after the weight of what is missing or does not apply was spread;
 * {@link #statedShare} is that by the rule alone. In a {@link Aggregation#TOTAL} both are those of the items' maxima.
 */
public final class ItemScore {
    /** The state of an item. */
    public enum State {
        /** It has a score of its figure or its items. */
        SCORED,
        /** Its figure is missing; it may count by the policy nevertheless. */
        MISSING,
        /** It does not apply. */
        NOT_APPLICABLE
    }

    private final ScoreItem item;
    private final int depth;
    private final State state;
    private final @Nullable Quantity figure;
    private final @Nullable Score score;
    private final Fraction share;
    private final Fraction statedShare;
    private final Fraction factor;
    private final Optional<String> reason;

    ItemScore(
            ScoreItem item,
            int depth,
            State state,
            @Nullable Quantity figure,
            @Nullable Score score,
            Fraction share,
            Fraction statedShare,
            Fraction factor,
            Optional<String> reason) {
        this.item = item;
        this.depth = depth;
        this.state = state;
        this.figure = figure;
        this.score = score;
        this.share = share;
        this.statedShare = statedShare;
        this.factor = factor;
        this.reason = reason;
    }

    /** {@return the item of the rule} */
    public ScoreItem item() {
        return item;
    }

    /** {@return how many groups it lies in: 0 for the scorecard's own items} */
    public int depth() {
        return depth;
    }

    /** {@return its state} */
    public State state() {
        return state;
    }

    /** {@return the figure; empty for groups, and where there is none} */
    public Optional<Quantity> figure() {
        return Optional.ofNullable(figure);
    }

    /** {@return the score that counts, which a policy may have given to what is missing; empty where nothing counts} */
    public Optional<Score> score() {
        return Optional.ofNullable(score);
    }

    /** {@return its part of the whole weight, from 0 to 1; 0 where nothing counts} */
    public BigDecimal share() {
        return share.toDecimal();
    }

    /** {@return its part of the whole weight by the rule, before any weight was spread} */
    public BigDecimal statedShare() {
        return statedShare.toDecimal();
    }

    /** {@return why it does not apply; empty where it does} */
    public Optional<String> reason() {
        return reason;
    }

    Fraction exactShare() {
        return share;
    }

    /** Returns by how much the total rises with one more point of the item. */
    Fraction factor() {
        return factor;
    }

    @Override
    public String toString() {
        return item.id() + " " + (score == null ? state : score);
    }
}
