package org.grassrootskpi.score;

import com.google.common.base.Suppliers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.score.Normalisation.Kind;
import org.jspecify.annotations.Nullable;

/** Normalises samples. */
final class SampleMath {
    private static final MathContext ROOT_DOWN = new MathContext(40, RoundingMode.FLOOR);
    /** Fewer digits than any score has, so that no rounding of a score goes beyond what they bound. */
    private static final MathContext WIDEST = new MathContext(30, RoundingMode.CEILING);

    private static final MathContext ROOT_UP = new MathContext(40, RoundingMode.CEILING);

    private SampleMath() {}

    static List<Bounded> scores(Normalisation rule, List<Bounded> figures) {
        if (figures.isEmpty()) {
            return List.of();
        }
        boolean isLower = rule.direction() == Direction.LOWER;
        boolean isRatio = switch (rule.kind()) {
            case MIN_MAX, Z_SCORE, RANK, PERCENTILE_RANK -> false;
            default -> true;
        };
        if (isRatio && figures.stream().anyMatch(x -> x.value().signum() <= 0)) {
            throw ScoringRules.refused(
                    Reason.NOT_POSITIVE,
                    rule.kind() + " compares figures as multiples, and not all of them are positive",
                    "use MIN_MAX or Z_SCORE, which compare differences");
        }
        List<Bounded> better = !isLower
                ? figures
                : figures.stream().map(x -> turned(x, isRatio)).toList();
        Sample values = new Sample(better.stream().map(Bounded::value).toList());
        if (better.stream().allMatch(Bounded::isExact)) {
            return better.stream().map(x -> values.score(rule, x.value())).toList();
        }
        return rule.kind() == Kind.Z_SCORE ? zWithin(rule, better, values) : atCorners(rule, better, values);
    }

    private static Bounded turned(Bounded x, boolean isRatio) {
        return isRatio ? Bounded.of(Fraction.ONE).dividedBy(x) : x.negated();
    }

    /** Samuelson's inequality: no member of a sample of n is farther than (n - 1) / sqrt(n) deviations from its mean. */
    private static List<Bounded> zWithin(Normalisation rule, List<Bounded> figures, Sample values) {
        int n = figures.size();
        Fraction most = Fraction.of(
                BigDecimal.valueOf(n - 1L).divide(BigDecimal.valueOf(n).sqrt(ROOT_DOWN), WIDEST));
        return figures.stream()
                .map(x -> Bounded.of(values.score(rule, x.value()).value(), most.negated(), most))
                .toList();
    }

    /** A score is lowest where the own figure is at its lower end and those of all others are at their upper ones. */
    private static List<Bounded> atCorners(Normalisation rule, List<Bounded> figures, Sample values) {
        Ends lower = new Ends(figures, true);
        Ends upper = new Ends(figures, false);
        List<Bounded> scores = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Bounded figure = figures.get(i);
            scores.add(Bounded.of(
                    values.score(rule, figure.value()).value(),
                    figure.qualifier(),
                    corner(rule, figure.lower(), upper, i, true),
                    corner(rule, figure.upper(), lower, i, false)));
        }
        return scores;
    }

    private static @Nullable End corner(
            Normalisation rule, Optional<End> own, Ends others, int member, boolean isLowest) {
        if (own.isEmpty() || others.isOpenWithout(member)) {
            return widest(rule, others.size, isLowest);
        }
        Fraction x = own.get().at();
        Fraction worst = others.leastWithout(member).map(x::min).orElse(x);
        Fraction best = others.greatestWithout(member).map(x::max).orElse(x);
        if (isRatio(rule.kind()) && worst.signum() <= 0) {
            return widest(rule, others.size, isLowest);
        }
        Fraction score = Sample.score(
                rule,
                x,
                worst,
                best,
                () -> others.meanWith(member, x),
                () -> others.placeWithout(member, x),
                Fraction.of(others.size));
        return new End(score, true);
    }

    /** The ends of bounds on one side, to leave any one out. */
    private static final class Ends {
        private final int size;
        private final List<Optional<Fraction>> ends;
        private final long open;
        private final List<Fraction> sorted;
        private @Nullable Fraction sum;

        Ends(List<Bounded> figures, boolean isLower) {
            size = figures.size();
            ends = figures.stream()
                    .map(x -> (isLower ? x.lower() : x.upper()).map(End::at))
                    .toList();
            sorted = ends.stream().flatMap(Optional::stream).sorted().toList();
            open = size - (long) sorted.size();
        }

        /** Returns whether any member but one has no end. */
        boolean isOpenWithout(int member) {
            return open > (ends.get(member).isEmpty() ? 1 : 0);
        }

        Optional<Fraction> leastWithout(int member) {
            return extreme(member, 0, 1);
        }

        Optional<Fraction> greatestWithout(int member) {
            return extreme(member, sorted.size() - 1, -1);
        }

        private Optional<Fraction> extreme(int member, int first, int step) {
            if (sorted.isEmpty()) {
                return Optional.empty();
            }
            boolean isOwn = ends.get(member).filter(sorted.get(first)::equals).isPresent();
            int at = isOwn ? first + step : first;
            return at < 0 || at >= sorted.size() ? Optional.empty() : Optional.of(sorted.get(at));
        }

        /** Returns the mean of a number and of the ends of all but one. */
        Fraction meanWith(int member, Fraction x) {
            if (sum == null) {
                sum = sorted.stream().reduce(Fraction.ZERO, Fraction::plus);
            }
            Fraction others = sum.minus(ends.get(member).orElse(Fraction.ZERO));
            return others.plus(x).dividedBy(Fraction.of(size));
        }

        /** Returns 1 + the number of ends of all but one that are less than a number. */
        long placeWithout(int member, Fraction x) {
            boolean isOwnLess =
                    ends.get(member).filter(own -> own.compareTo(x) < 0).isPresent();
            return 1 + Sample.below(sorted, x) - (isOwnLess ? 1 : 0);
        }
    }

    private static boolean isRatio(Kind kind) {
        return kind != Kind.MIN_MAX && kind != Kind.RANK && kind != Kind.PERCENTILE_RANK && kind != Kind.Z_SCORE;
    }

    /** Returns what the score cannot leave, whatever the figures are. */
    private static @Nullable End widest(Normalisation rule, int size, boolean isLowest) {
        Fraction n = Fraction.of(size);
        return switch (rule.kind()) {
            case MIN_MAX -> new End(Fraction.of(isLowest ? rule.low() : rule.high()), true);
            case RANK -> new End(isLowest ? Fraction.ONE : n, true);
            case PERCENTILE_RANK -> new End(isLowest ? Fraction.HUNDRED.dividedBy(n) : Fraction.HUNDRED, true);
            case ABOVE_BELOW_MEAN -> new End(Fraction.of(isLowest ? -1 : 1), true);
            case RATIO_TO_BEST -> new End(isLowest ? Fraction.ZERO : Fraction.ONE, true);
            case RATIO_TO_WORST -> isLowest ? new End(Fraction.ONE, true) : null;
            case DIFFERENCE_TO_WORST -> isLowest ? new End(Fraction.ZERO, true) : null;
            case RATIO_TO_MEAN -> new End(isLowest ? Fraction.ZERO : n, true);
            case DIFFERENCE_TO_MEAN -> new End(isLowest ? Fraction.of(-1) : n.minus(Fraction.ONE), true);
            case Z_SCORE -> null;
        };
    }

    /** Figures that are better the more they are. */
    private static final class Sample {
        private final List<Fraction> sorted;
        private final Fraction n;
        private final Supplier<Fraction> mean;
        private final List<Fraction> values;
        private @Nullable Bounded deviation;

        Sample(List<Fraction> values) {
            this.values = values;
            sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            n = Fraction.of(values.size());
            mean = Suppliers.memoize(
                    () -> values.stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(n));
        }

        Bounded score(Normalisation rule, Fraction x) {
            return rule.kind() == Kind.Z_SCORE
                    ? z(x)
                    : Bounded.of(score(
                            rule,
                            x,
                            sorted.get(0),
                            sorted.get(sorted.size() - 1),
                            mean,
                            () -> 1 + below(sorted, x),
                            n));
        }

        /** Returns the score of a figure in a sample of n, of which a rule asks what it needs. */
        static Fraction score(
                Normalisation rule,
                Fraction x,
                Fraction worst,
                Fraction best,
                Supplier<Fraction> mean,
                LongSupplier place,
                Fraction n) {
            return switch (rule.kind()) {
                case MIN_MAX -> minMax(rule, x, worst, best);
                case Z_SCORE -> throw new IllegalStateException("A deviation is no number");
                case RANK -> Fraction.of(place.getAsLong());
                case PERCENTILE_RANK ->
                    Fraction.HUNDRED.times(Fraction.of(place.getAsLong())).dividedBy(n);
                case RATIO_TO_MEAN -> x.dividedBy(mean.get());
                case RATIO_TO_BEST -> x.dividedBy(best);
                case RATIO_TO_WORST -> x.dividedBy(worst);
                case DIFFERENCE_TO_MEAN -> x.dividedBy(mean.get()).minus(Fraction.ONE);
                case DIFFERENCE_TO_WORST -> x.dividedBy(worst).minus(Fraction.ONE);
                case ABOVE_BELOW_MEAN -> {
                    Fraction p = Fraction.of(rule.threshold().orElseThrow());
                    Fraction ratio = x.dividedBy(mean.get());
                    yield ratio.compareTo(Fraction.ONE.plus(p)) > 0
                            ? Fraction.ONE
                            : ratio.compareTo(Fraction.ONE.minus(p)) < 0 ? Fraction.of(-1) : Fraction.ZERO;
                }
            };
        }

        private static Fraction minMax(Normalisation rule, Fraction x, Fraction worst, Fraction best) {
            if (worst.equals(best)) {
                throw ScoringRules.refused(
                        Reason.ZERO_RANGE,
                        "all members have, or may have, the same figure " + worst,
                        "leave the indicator out, or give goalposts: ScoringFunction.goalposts");
            }
            Fraction rise = Fraction.of(rule.high()).minus(Fraction.of(rule.low()));
            return Fraction.of(rule.low()).plus(rise.times(x.minus(worst)).dividedBy(best.minus(worst)));
        }

        private Bounded z(Fraction x) {
            if (deviation == null) {
                deviation = deviation();
            }
            return Bounded.of(x.minus(mean.get())).dividedBy(deviation);
        }

        /** Returns the root of squares / (n - 1), between two decimals of 40 digits. */
        private Bounded deviation() {
            Fraction squares = Fraction.ZERO;
            for (Fraction value : values) {
                Fraction difference = value.minus(mean.get());
                squares = squares.plus(difference.times(difference));
            }
            if (squares.signum() == 0) {
                throw ScoringRules.refused(
                        Reason.ZERO_RANGE,
                        "all members have the same figure " + mean.get() + ", or there is one member only",
                        "leave the indicator out, or give goalposts: ScoringFunction.goalposts");
            }
            Fraction variance = squares.dividedBy(n.minus(Fraction.ONE));
            Fraction low = Fraction.of(variance.toDecimal(RoundingMode.FLOOR).sqrt(ROOT_DOWN));
            Fraction high = Fraction.of(variance.toDecimal(RoundingMode.CEILING).sqrt(ROOT_UP));
            return Bounded.of(low, low, high);
        }

        /** Returns how many of sorted values are less than x. */
        static long below(List<Fraction> sorted, Fraction x) {
            int low = 0;
            int high = sorted.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted.get(middle).compareTo(x) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
