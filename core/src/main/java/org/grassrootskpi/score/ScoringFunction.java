package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.immutables.value.Value;

/**
 * A rule that makes a score of a figure, without regard to others; what depends on the others is a {@link Normalisation}. x is the
 * figure in the unit of the item.
 *
 * <table>
 * <caption>Kinds of scoring functions</caption>
 * <tr><th>kind</th><th>score</th></tr>
 * <tr><td>{@link Kind#AS_IS}</td><td>x: the figure is a score already</td></tr>
 * <tr><td>{@link Kind#GOALPOSTS}</td><td>low + (high - low) (x - lower) / (upper - lower); where less is better from upper to lower; with
 *     {@link Scale#LOG} of the logarithms. With low 60 and high 100 it is the efficacy coefficient (功效系数法)</td></tr>
 * <tr><td>{@link Kind#TABLE}</td><td>straight from piece to piece: the air quality index, the tiers of the efficacy coefficient</td></tr>
 * <tr><td>{@link Kind#BANDS}</td><td>the score of the half-open band in which x lies</td></tr>
 * <tr><td>{@link Kind#PER_STEP}</td><td>{@code score} at {@code at}; {@code points} more for each {@code per} beyond it in the better
 *     direction, and less in the other, pro rata, for full steps, or for each step begun: 每低1个百分点扣1分</td></tr>
 * <tr><td>{@link Kind#INTERVAL}</td><td>high from lower to upper; outside it falls straight, to low at the limit on the wider side</td></tr>
 * <tr><td>{@link Kind#PASS}</td><td>high where x reaches {@code at}, else low</td></tr>
 * <tr><td>{@link Kind#RATIO}</td><td>high x / at, where less is better high at / x</td></tr>
 * </table>
 *
 * <p>Cap and floor come last; without them a score goes on beyond its goalposts. Bounds of the figure go through: the score of every
 * value within them lies within the score's bounds. Immutable and thread-safe.
 */
@Value.Immutable
public interface ScoringFunction {
    /** The kinds of functions. */
    enum Kind {
        /** The figure is a score already. */
        AS_IS,
        /** Straight between two goalposts. */
        GOALPOSTS,
        /** Straight from piece to piece of a table. */
        TABLE,
        /** A score for each band. */
        BANDS,
        /** Points for each step away from a value. */
        PER_STEP,
        /** Full marks within an interval. */
        INTERVAL,
        /** Full marks or none. */
        PASS,
        /** The part of a target that is reached. */
        RATIO
    }

    /** The scale between goalposts. */
    enum Scale {
        /** Differences count. */
        LINEAR,
        /** Ratios count: differences of logarithms. */
        LOG
    }

    /** The counting of steps. */
    enum Stepping {
        /** Half a step counts half. */
        PRO_RATA,
        /** Only full steps count: 每低满1个百分点. */
        FULL_STEPS,
        /** A step that is begun counts: 不足1个百分点的按1个百分点计. */
        STARTED_STEPS
    }

    /** A piece of a table: the score goes straight from one end to the other. */
    @Value.Immutable
    interface Piece {
        /** {@return where it begins} */
        @Value.Parameter
        BigDecimal lower();

        /** {@return where it ends, above its beginning} */
        @Value.Parameter
        BigDecimal upper();

        /** {@return the score at its beginning} */
        @Value.Parameter
        BigDecimal lowerScore();

        /** {@return the score at its end} */
        @Value.Parameter
        BigDecimal upperScore();

        /**
         * {@return a piece}
         *
         * @param lower where it begins
         * @param upper where it ends
         * @param lowerScore the score at its beginning
         * @param upperScore the score at its end
         */
        static Piece of(BigDecimal lower, BigDecimal upper, BigDecimal lowerScore, BigDecimal upperScore) {
            return ImmutablePiece.of(lower, upper, lowerScore, upperScore);
        }
    }

    /** A band and its score; closed below and open above unless said otherwise. */
    @Value.Immutable
    interface Band {
        /** {@return where it begins; empty for no beginning} */
        Optional<BigDecimal> lower();

        /** {@return whether its beginning belongs to it; true by default} */
        @Value.Default
        default boolean lowerIncluded() {
            return true;
        }

        /** {@return where it ends; empty for no end} */
        Optional<BigDecimal> upper();

        /** {@return whether its end belongs to it; false by default} */
        @Value.Default
        default boolean upperIncluded() {
            return false;
        }

        /** {@return the score} */
        BigDecimal score();

        /**
         * Starts a band.
         *
         * @return an empty builder
         */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Band}; {@code build()} refuses a missing attribute by name. */
        final class Builder extends ImmutableBand.Builder {
            Builder() {}
        }
    }

    /** {@return the kind} */
    Kind kind();

    /** {@return the direction in which the figure is better: {@link Direction#HIGHER} by default, or {@link Direction#LOWER}} */
    @Value.Default
    default Direction direction() {
        return Direction.HIGHER;
    }

    /** {@return the lower goalpost, or the least value of the interval} */
    Optional<BigDecimal> lower();

    /** {@return the upper goalpost, or the greatest value of the interval} */
    Optional<BigDecimal> upper();

    /** {@return the value below the interval at which nothing is left} */
    Optional<BigDecimal> lowerLimit();

    /** {@return the value above the interval at which nothing is left} */
    Optional<BigDecimal> upperLimit();

    /** {@return the score at the worse goalpost, at a limit, or of what does not pass; 0 by default} */
    @Value.Default
    default BigDecimal low() {
        return BigDecimal.ZERO;
    }

    /** {@return the score at the better goalpost, in the interval, of what passes, or at the target; 100 by default} */
    @Value.Default
    default BigDecimal high() {
        return BigDecimal.valueOf(100);
    }

    /** {@return the scale between goalposts; linear by default} */
    @Value.Default
    default Scale scale() {
        return Scale.LINEAR;
    }

    /** {@return the value that has the {@link #score}, that is to be reached, or the target} */
    Optional<BigDecimal> at();

    /** {@return the score at {@link #at}} */
    Optional<BigDecimal> score();

    /** {@return the points for each step} */
    Optional<BigDecimal> points();

    /** {@return the length of a step, more than 0} */
    Optional<BigDecimal> per();

    /** {@return how steps are counted; pro rata by default} */
    @Value.Default
    default Stepping stepping() {
        return Stepping.PRO_RATA;
    }

    /** {@return the pieces of a table, rising and apart; between two that do not meet there is no score} */
    ImmutableList<Piece> pieces();

    /** {@return the bands, which cover the line} */
    ImmutableList<Band> bands();

    /** {@return to how many decimals the figure is cut off (not rounded) before it is scored; empty for not at all} */
    Optional<Integer> cutTo();

    /** {@return the least score that is given; empty for none} */
    Optional<BigDecimal> floor();

    /** {@return the greatest score that is given; empty for none} */
    Optional<BigDecimal> cap();

    /** {@return to how many decimals the score is rounded, half up, at the end; empty for not at all} */
    Optional<Integer> decimals();

    /** {@return the function of figures that are scores already} */
    static ScoringFunction asIs() {
        return builder().kind(Kind.AS_IS).build();
    }

    /**
     * {@return a function from 0 at the worse to 100 at the better goalpost, and beyond}
     *
     * @param lower the lower goalpost
     * @param upper the upper goalpost, above the lower one
     * @param direction {@link Direction#HIGHER} or {@link Direction#LOWER}
     */
    static ScoringFunction goalposts(BigDecimal lower, BigDecimal upper, Direction direction) {
        return builder()
                .kind(Kind.GOALPOSTS)
                .lower(lower)
                .upper(upper)
                .direction(direction)
                .build();
    }

    /**
     * {@return the efficacy coefficient 60 + 40 (x - lower) / (upper - lower), without cap and floor}
     *
     * @param lower the value that is not allowed (不容许值)
     * @param upper the value that satisfies (满意值)
     */
    static ScoringFunction efficacy(BigDecimal lower, BigDecimal upper) {
        return builder()
                .kind(Kind.GOALPOSTS)
                .lower(lower)
                .upper(upper)
                .low(BigDecimal.valueOf(60))
                .build();
    }

    /**
     * {@return a table}
     *
     * @param pieces rising
     */
    static ScoringFunction table(List<Piece> pieces) {
        return builder().kind(Kind.TABLE).pieces(pieces).build();
    }

    /**
     * {@return the same function with cap and floor}
     *
     * @param floor the least score that is given
     * @param cap the greatest
     */
    default ScoringFunction within(BigDecimal floor, BigDecimal cap) {
        return builder().from(this).floor(floor).cap(cap).build();
    }

    /** {@return the same function that gives no less than its low and no more than its high score} */
    default ScoringFunction clamped() {
        return within(low(), high());
    }

    /**
     * {@return the score of a number that is known exactly}
     *
     * @param x the number
     * @throws AssessmentRefusedException if it has no score: between two pieces of a table, beyond its ends ({@link
     *     Reason#OUT_OF_REACH}), or not positive where it must be ({@link Reason#NOT_POSITIVE})
     */
    default Score score(BigDecimal x) {
        return Score.of(ScoringMath.score(this, Bounded.of(Fraction.of(x))));
    }

    /** Refuses attributes that do not make a function. */
    @Value.Check
    default void check() {
        ScoringRules.require(this);
    }

    /**
     * Starts a function.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ScoringFunction}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableScoringFunction.Builder {
        Builder() {}
    }
}
