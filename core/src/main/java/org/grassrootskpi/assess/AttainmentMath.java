package org.grassrootskpi.assess;

import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AttainmentRule.Form;
import org.grassrootskpi.assess.AttainmentRule.TargetReading;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Computes attainments. */
final class AttainmentMath {
    private static final Unit POINTS = Unit.parse("个百分点");
    private static final Fraction TWO = Fraction.of(2);
    private static final String BASELINE_WAY = "measure it from a baseline: AttainmentRule.fromBaseline(...)";

    private AttainmentMath() {}

    static Attainment assess(AttainmentRule rule, Quantity actual, Quantity target, Optional<Quantity> baseline) {
        if (rule.interval().isPresent()) {
            return interval(actual, rule.interval().get());
        }
        requireSameBase("target", actual, target);
        baseline.ifPresent(base -> requireSameBase("baseline", actual, base));
        Bounded a = Bounded.from(actual);
        // From a baseline, better is the way from the baseline to the target.
        boolean lower = (rule.form() == Form.FROM_BASELINE && baseline.isPresent())
                ? target.compareValueTo(baseline.get()) < 0
                : rule.direction() == Direction.LOWER;
        Bounded t = (rule.targetReading() == TargetReading.LINE && isLine(target, lower))
                ? Bounded.of(Fraction.of(target.value()))
                : Bounded.from(target);
        AttainmentState state = state(a, target, t, lower);
        Quantity gap = a.minus(t).toQuantity(gapUnit(actual));
        AssessmentRefusal refusal = refusal(rule.form(), lower, a, t, actual, target, baseline);
        Bounded part = refusal != null ? null : part(rule.form(), lower, a, t, baseline.map(Bounded::from));
        return new Attainment(state, gap, part, refusal);
    }

    /** Returns whether a target's number is a line; 近 and 约 leave it open. */
    private static boolean isLine(Quantity target, boolean lower) {
        Qualifier word = lower ? target.qualifier().negated() : target.qualifier();
        return word != Qualifier.BELOW && word != Qualifier.ABOUT;
    }

    private static Unit gapUnit(Quantity actual) {
        return actual.unit().isRatio() ? POINTS : actual.unit();
    }

    static void requireSameBase(String what, Quantity figure, Quantity other) {
        if (!figure.unit().hasSameBase(other.unit())) {
            throw new AssessmentRefusedException(
                    Reason.DIFFERENT_UNITS,
                    "the " + what + " " + other + " is in " + other.unit().code() + ", " + figure + " in "
                            + figure.unit().code(),
                    "give both in units of one base");
        }
    }

    /** Compares with the line that a target draws. */
    private static AttainmentState state(Bounded a, Quantity target, Bounded t, boolean lower) {
        if (lower) {
            return state(a.negated(), target.negated(), t.negated(), false);
        }
        Fraction line = Fraction.of(target.value());
        Qualifier word = target.qualifier();
        boolean strict = word == Qualifier.ABOVE;
        boolean surely = strict ? a.isSurelyAbove(line) : a.isSurelyAtLeast(line);
        boolean never = strict ? a.isSurelyAtMost(line) : a.isSurelyBelow(line);
        if (word == Qualifier.BELOW || word == Qualifier.ABOUT) {
            never = t.lower()
                    .filter(least -> least.included() ? a.isSurelyBelow(least.at()) : a.isSurelyAtMost(least.at()))
                    .isPresent();
        }
        return surely ? AttainmentState.REACHED : never ? AttainmentState.NOT_REACHED : AttainmentState.UNDECIDED;
    }

    private static @Nullable AssessmentRefusal refusal(
            Form form,
            boolean lower,
            Bounded a,
            Bounded t,
            Quantity actual,
            Quantity target,
            Optional<Quantity> baseline) {
        switch (form) {
            case LIMIT -> {
                return AssessmentRefusal.of(
                        Reason.NO_RATIO,
                        "a limit of " + target + " is kept or not, and no part of it is reached",
                        "use the state and the gap, or a ratio: AttainmentRule.ratio(direction)");
            }
            case FROM_BASELINE -> {
                if (baseline.isEmpty()) {
                    return AssessmentRefusal.of(
                            Reason.MISSING_BASELINE,
                            "the way from a baseline to " + target + " needs the value at the start",
                            "give it: rule.assess(actual, target, baseline)");
                }
                Bounded way = t.minus(Bounded.from(baseline.get()));
                if (!way.isSurelyAbove(Fraction.ZERO) && !way.isSurelyBelow(Fraction.ZERO)) {
                    return AssessmentRefusal.of(
                            Reason.BASELINE_IS_TARGET,
                            "the baseline " + baseline.get() + " is or may be the target " + target
                                    + ", so that there is no way between them",
                            "use AttainmentRule.limit(direction), which asks only whether it is reached");
                }
                return null;
            }
            default -> {
                if (t.value().signum() == 0) {
                    return AssessmentRefusal.of(
                            Reason.ZERO_TARGET,
                            "no part of a target of zero can be reached",
                            "use the state, or " + BASELINE_WAY);
                }
                if (t.value().signum() < 0) {
                    return AssessmentRefusal.of(
                            Reason.NEGATIVE_TARGET,
                            "a share of the negative target " + target + " says nothing",
                            BASELINE_WAY);
                }
                if (lower && form == Form.RATIO && a.value().signum() <= 0) {
                    return AssessmentRefusal.of(
                            Reason.ACTUAL_NOT_POSITIVE,
                            "the target " + target + " cannot be divided by " + actual,
                            "use AttainmentRule.linear(), which gives 2 for zero, or " + BASELINE_WAY);
                }
                return null;
            }
        }
    }

    private static Bounded part(Form form, boolean lower, Bounded a, Bounded t, Optional<Bounded> baseline) {
        return switch (form) {
            case RATIO -> lower ? t.dividedBy(a) : a.dividedBy(t);
            case LINEAR -> Bounded.of(TWO).minus(a.dividedBy(t));
            case FROM_BASELINE -> BaselineProgress.of(a, t, baseline.orElseThrow());
            case INTERVAL, LIMIT -> throw new IllegalStateException("No ratio of " + form);
        };
    }

    private static Attainment interval(Quantity actual, TargetInterval interval) {
        requireSameBase("interval", actual, interval.lower());
        Bounded a = Bounded.from(actual);
        Fraction from = Fraction.of(interval.lower().value());
        Fraction to = Fraction.of(interval.upper().value());
        Fraction wider = from.minus(Fraction.of(interval.lowerLimit().value()))
                .max(Fraction.of(interval.upperLimit().value()).minus(to));
        // How far outside: max(m - a, a - n, 0), which falls, is flat and rises.
        Bounded below = Bounded.of(from).minus(a).atLeast(Fraction.ZERO);
        Bounded above = a.minus(Bounded.of(to)).atLeast(Fraction.ZERO);
        Bounded outside = farther(below, above, a, from, to);
        Bounded part = Bounded.of(Fraction.ONE)
                .minus(outside.times(Fraction.ONE.dividedBy(wider)))
                .atLeast(Fraction.ZERO);
        boolean surely = a.isSurelyAtLeast(from) && a.isSurelyAtMost(to);
        boolean never = a.isSurelyBelow(from) || a.isSurelyAbove(to);
        AttainmentState state =
                surely ? AttainmentState.REACHED : never ? AttainmentState.NOT_REACHED : AttainmentState.UNDECIDED;
        return new Attainment(state, outside.negated().toQuantity(gapUnit(actual)), part, null);
    }

    private static Bounded farther(Bounded below, Bounded above, Bounded a, Fraction from, Fraction to) {
        Bounded.@Nullable End most = below.upper()
                .flatMap(low -> above.upper().map(high -> high.at().compareTo(low.at()) >= 0 ? high : low))
                .orElse(null);
        Bounded.End least;
        if (a.isSurelyBelow(from)) {
            least = below.lower().orElseThrow();
        } else if (a.isSurelyAbove(to)) {
            least = above.lower().orElseThrow();
        } else {
            least = new Bounded.End(Fraction.ZERO, true);
        }
        return Bounded.of(below.value().max(above.value()), a.qualifier(), least, most);
    }
}
