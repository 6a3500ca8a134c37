package org.grassrootskpi.assess;

import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Quantity;
import org.immutables.value.Value;

/**
 * The rule by which a figure is compared with a target: whether the target is reached, and which part of it (完成率).
 *
 * <p>With a the figure, t the target and b the baseline, all with bounds:
 *
 * <table>
 * <caption>Forms of attainment</caption>
 * <tr><th>form</th><th>part of the target</th><th>defined for</th></tr>
 * <tr><td>{@link Form#RATIO}, more is better</td><td>a / t</td><td>t &gt; 0</td></tr>
 * <tr><td>{@link Form#RATIO}, less is better</td><td>t / a, as the National Bureau of Statistics has it (全面小康, 2008)
 *     </td><td>a &gt; 0, t &gt; 0</td></tr>
 * <tr><td>{@link Form#LINEAR}, less is better</td><td>2 - a / t</td><td>t &gt; 0</td></tr>
 * <tr><td>{@link Form#FROM_BASELINE}, either way</td><td>(a - b) / (t - b)</td><td>t other than b; zero and negative
 *     values are fine, and a result below zero is worse than the start</td></tr>
 * <tr><td>{@link Form#INTERVAL}</td><td>1 within [m, n], else 1 - max(m - a, a - n) / max(m - M, N - n), at least 0
 *     </td><td>M &lt; m &le; n &lt; N</td></tr>
 * <tr><td>{@link Form#LIMIT}</td><td>none: reached or not</td><td>everything</td></tr>
 * </table>
 *
 * <p>The part is not capped: {@link Attainment#cappedAt} is a step that is named.
 *
 * <p><b>Reached.</b> A target's own number is a line and no rounded reading: 12亿元 is reached by 12 and by more, whatever 12
 * may have been rounded from. A target 超12亿元 asks for more than 12. A target 近 or 约 12 leaves open how much is enough: 12 is
 * enough, what lies outside the target's bounds is not, the rest is undecided. A figure is compared by its bounds, and where
 * these lie on both sides of the line the answer is {@link AttainmentState#UNDECIDED}. Immutable and thread-safe.
 */
@Value.Immutable
public interface AttainmentRule {
    /** The ways to compute the part of a target that is reached. */
    enum Form {
        /** The figure divided by the target, or the target by the figure where less is better. */
        RATIO,
        /** Two less the figure divided by the target, where less is better. */
        LINEAR,
        /** The way from a baseline, divided by the whole way to the target. */
        FROM_BASELINE,
        /** How far the figure lies outside an interval. */
        INTERVAL,
        /** No part: only whether the target is reached. */
        LIMIT
    }

    /** How the number of a target is read. */
    enum TargetReading {
        /** A line that is meant as it is printed: 401.9亿元 is 401.90000. */
        LINE,
        /** A rounded reading like any other: 401.9亿元 is from 401.85 to 401.95. For plans that a notice prints in 亿元. */
        ROUNDED
    }

    /**
     * {@return the way to compute the part that is reached}
     */
    Form form();

    /**
     * {@return the direction in which the figure is better; {@link Direction#TARGET} exactly for {@link Form#INTERVAL}}
     */
    @Value.Default
    default Direction direction() {
        return form() == Form.INTERVAL ? Direction.TARGET : form() == Form.LINEAR ? Direction.LOWER : Direction.HIGHER;
    }

    /**
     * {@return how the number of the target is read; {@link TargetReading#LINE} by default}
     */
    @Value.Default
    default TargetReading targetReading() {
        return TargetReading.LINE;
    }

    /**
     * {@return the value at the start, where it is the same for all; empty where it is given with each figure}
     */
    Optional<Quantity> baseline();

    /**
     * {@return the interval within which all is well; present exactly for {@link Form#INTERVAL}}
     */
    Optional<TargetInterval> interval();

    /**
     * {@return the rule that the figure is divided by the target, or the target by the figure where less is better}
     *
     * @param direction {@link Direction#HIGHER} or {@link Direction#LOWER}
     */
    static AttainmentRule ratio(Direction direction) {
        return builder().form(Form.RATIO).direction(direction).build();
    }

    /** {@return the rule 2 - a / t, for what is better the less there is of it} */
    static AttainmentRule linear() {
        return builder().form(Form.LINEAR).build();
    }

    /** {@return the rule (a - b) / (t - b), with a baseline that is given with each figure; direction and sign follow} */
    static AttainmentRule fromBaseline() {
        return builder().form(Form.FROM_BASELINE).build();
    }

    /**
     * {@return the rule (a - b) / (t - b) with one baseline for all}
     *
     * @param baseline the value at the start
     */
    static AttainmentRule fromBaseline(Quantity baseline) {
        return builder().form(Form.FROM_BASELINE).baseline(baseline).build();
    }

    /**
     * {@return the rule that a figure lies within an interval}
     *
     * @param interval the interval and where nothing of it is left
     */
    static AttainmentRule within(TargetInterval interval) {
        return builder().form(Form.INTERVAL).interval(interval).build();
    }

    /**
     * {@return the rule that a limit is kept (不超过, 不低于), which has no part}
     *
     * @param direction {@link Direction#LOWER} where the limit is the most, {@link Direction#HIGHER} where it is the least
     */
    static AttainmentRule limit(Direction direction) {
        return builder().form(Form.LIMIT).direction(direction).build();
    }

    /**
     * {@return the usual rule for an indicator: a ratio; for a growth only whether the target is reached, because growth
     * rates are compared in points ({@link Attainment#gap})}
     *
     * @param indicator an indicator that is better one way
     * @throws AssessmentRefusedException if it is better neither way ({@link Reason#NO_DIRECTION}), or near a value, of which
     *     it has no interval ({@link Reason#BAD_DEFINITION})
     */
    static AttainmentRule forIndicator(Indicator indicator) {
        return switch (indicator.direction()) {
            case HIGHER, LOWER ->
                indicator.kind() == IndicatorKind.GROWTH
                                || indicator.kind() == IndicatorKind.RANK
                                || indicator.kind() == IndicatorKind.RATING
                        ? limit(indicator.direction())
                        : ratio(indicator.direction());
            case TARGET ->
                throw new AssessmentRefusedException(
                        Reason.BAD_DEFINITION,
                        "'" + indicator.id() + "' is best near a value, and nothing says how near is near enough",
                        "state the interval: AttainmentRule.within(TargetInterval.of(...))");
            case NEUTRAL ->
                throw new AssessmentRefusedException(
                        Reason.NO_DIRECTION,
                        "'" + indicator.id() + "' is better neither way, so that no figure of it reaches anything",
                        "do not assess it, or choose a direction for your purpose: AttainmentRule.limit(direction)");
        };
    }

    /**
     * Compares a figure with a target.
     *
     * @param actual the figure
     * @param target the target, of the same base unit; not used by {@link Form#INTERVAL}
     * @return whether it is reached, and which part, or why there is none
     * @throws AssessmentRefusedException if the two measure different things ({@link Reason#DIFFERENT_UNITS})
     */
    default Attainment assess(Quantity actual, Quantity target) {
        return AttainmentMath.assess(this, actual, target, baseline());
    }

    /**
     * Compares a figure with a target and with the baseline that both started from.
     *
     * @param actual the figure
     * @param target the target, of the same base unit
     * @param baseline the value at the start, of the same base unit; goes before that of the rule
     * @return whether it is reached, and which part, or why there is none
     * @throws AssessmentRefusedException if they measure different things ({@link Reason#DIFFERENT_UNITS})
     */
    default Attainment assess(Quantity actual, Quantity target, Quantity baseline) {
        return AttainmentMath.assess(this, actual, target, Optional.of(baseline));
    }

    /** Refuses attributes that contradict the form. */
    @Value.Check
    default void check() {
        boolean fits = (form() == Form.INTERVAL) == (direction() == Direction.TARGET)
                && (form() == Form.INTERVAL) == interval().isPresent()
                && (form() != Form.LINEAR || direction() == Direction.LOWER)
                && (baseline().isEmpty() || form() == Form.FROM_BASELINE);
        if (direction() == Direction.NEUTRAL) {
            throw new AssessmentRefusedException(
                    Reason.NO_DIRECTION,
                    "a rule of form " + form() + " got the direction NEUTRAL, in which nothing is reached",
                    "choose HIGHER or LOWER");
        }
        if (!fits) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "a rule of form " + form() + " got direction " + direction()
                            + (interval().isPresent() ? ", an interval" : "")
                            + (baseline().isPresent() ? ", a baseline" : ""),
                    "INTERVAL has direction TARGET and an interval, LINEAR has LOWER, only FROM_BASELINE has a"
                            + " baseline");
        }
    }

    /**
     * Starts a rule.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AttainmentRule}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableAttainmentRule.Builder {
        Builder() {}
    }
}
