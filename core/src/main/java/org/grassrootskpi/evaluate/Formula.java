package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Remark;

/** How a column of a result follows from the rollups, for one subject: the last step, which needs no rows any more. */
public sealed interface Formula {
    /** The cell of a group: region slot, code of the period (0 where there is none), combination of extra dimensions. */
    Cell at(Evaluation evaluation, int region, int period, int combination);

    /** The value of the same cell as the nearest double, NaN where it has none; for reading many without their remarks. */
    default double doubleAt(Evaluation evaluation, int region, int period, int combination) {
        return at(evaluation, region, period, combination).doubleValue();
    }

    /** The unit of the result. */
    Unit unit();

    /** The aggregates that this is made of. */
    Stream<Leaf> leaves();

    /** The aggregates whose series it follows: those that it is made of, and the whole that a share is of. */
    default Stream<Leaf> series() {
        return leaves();
    }

    /** The totals in it whose observations have to find each other. */
    default Stream<Pair> pairs() {
        return Stream.empty();
    }

    /** What an aggregate takes from its slots. */
    enum Function {
        SUM,
        MEAN,
        MIN,
        MAX,
        COUNT,
        QUANTILE,
        QUANTILE_SKETCH,
        WEIGHTED_MEAN
    }

    /** Nothing: the measure is refused. */
    record Refused(Refusal refusal, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            return Cell.refused(refusal, unit);
        }

        @Override
        public Stream<Leaf> leaves() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return "refused: " + refusal.reason();
        }
    }

    /**
     * An aggregate of the slots of one or more rollups.
     *
     * @param rollups the numbers of the rollups, one for each indicator that is put together
     * @param scope whose regions' slots are meant: 0 for those of the group, else those of its parents
     * @param probability of a quantile, else zero
     * @param window which slots before the group's own are taken in
     * @param lastOnly whether only the last period counts
     * @param halfSteps for each rollup half a step of the last decimal, by which a value may be off; zero for counts
     * @param isUnobserved whether it is also of indicators without any observation, so that nobody knows how many to expect
     */
    record Leaf(
            ImmutableList<Integer> rollups,
            int scope,
            Function function,
            BigDecimal probability,
            Window window,
            boolean lastOnly,
            ImmutableList<BigDecimal> halfSteps,
            boolean isUnobserved,
            Unit unit)
            implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            return new Accumulation(evaluation, this, region, period, combination).cell();
        }

        @Override
        public double doubleAt(Evaluation evaluation, int region, int period, int combination) {
            OptionalDouble known = evaluation.number(this, region, period);
            return known.isPresent()
                    ? known.getAsDouble()
                    : at(evaluation, region, period, combination).doubleValue();
        }

        @Override
        public Stream<Leaf> leaves() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            String over = switch (window.kind()) {
                case PERIOD -> "";
                case YEAR_TO_DATE -> " over the year to date";
                case ROLLING -> " over " + window.periods();
            };
            return function.toString().toLowerCase(Locale.ROOT)
                    + rollups.stream().map(rollup -> "#" + rollup).collect(Collectors.joining(" + ", "(", over))
                    + (scope > 0 ? " of the parent)" : ")");
        }
    }

    /**
     * A ratio of two parts.
     *
     * @param pair how the observations of the parts find each other, where they can
     * @param isOverSeveral whether one part is a flow over several periods and the other a stock of one
     */
    record Quotient(Formula numerator, Formula denominator, Optional<Pair> pair, boolean isOverSeveral, Unit unit)
            implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell above = numerator.at(evaluation, region, period, combination);
            Cell below = denominator.at(evaluation, region, period, combination);
            boolean oneMoment = CellMath.isOfOneMoment(above, below);
            if (above.hasValue() && below.hasValue() && !oneMoment) {
                return CellMath.absent(Absence.DIFFERENT_PERIODS, above, below, unit);
            }
            if (pair.isPresent() && oneMoment) {
                Pair.Cells paired = pair.get().of(evaluation, region, period, combination, above, below);
                above = paired.one();
                below = paired.other();
            }
            Cell cell = CellMath.quotient(above, below, unit);
            if (!cell.hasValue()) {
                return cell;
            }
            cell = pair.isEmpty() && Pair.isIncomplete(above, below) ? cell.withRemark(Remark.NOT_PAIRED) : cell;
            return isOverSeveral ? cell.withRemark(Remark.OVER_SEVERAL_PERIODS) : cell;
        }

        @Override
        public double doubleAt(Evaluation evaluation, int region, int period, int combination) {
            OptionalDouble known = evaluation.isPaired(pairs())
                    ? OptionalDouble.empty()
                    : evaluation.quotient(numerator, denominator, region, period);
            return known.isPresent()
                    ? known.getAsDouble()
                    : at(evaluation, region, period, combination).doubleValue();
        }

        @Override
        public Stream<Leaf> leaves() {
            return Stream.concat(numerator.leaves(), denominator.leaves());
        }

        @Override
        public Stream<Pair> pairs() {
            return pair.stream();
        }

        @Override
        public String toString() {
            return numerator + " / " + denominator;
        }
    }

    /**
     * What follows from other indicators, or the observed figure of the indicator itself where they do not answer.
     *
     * @param observed the figure, each group of which is a single observation
     */
    record OrObserved(Formula derived, Formula observed, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell cell = derived.at(evaluation, region, period, combination);
            if (cell.hasValue() || !isForLackOfData(cell)) {
                return cell;
            }
            Cell own = observed.at(evaluation, region, period, combination);
            return own.hasValue() ? own.withRemark(Remark.AS_OBSERVED) : cell;
        }

        /** Whether the data lacks something, rather than forbid a division. */
        private static boolean isForLackOfData(Cell cell) {
            return switch (cell.absence().orElseThrow()) {
                case ZERO_BASE, NEGATIVE_BASE, ZERO_DENOMINATOR, REFUSED -> false;
                default -> true;
            };
        }

        @Override
        public double doubleAt(Evaluation evaluation, int region, int period, int combination) {
            double known = derived.doubleAt(evaluation, region, period, combination);
            return Double.isNaN(known)
                    ? at(evaluation, region, period, combination).doubleValue()
                    : known;
        }

        @Override
        public Stream<Leaf> leaves() {
            return Stream.concat(derived.leaves(), observed.leaves());
        }

        @Override
        public Stream<Pair> pairs() {
            return derived.pairs();
        }

        @Override
        public String toString() {
            return derived + ", else " + observed;
        }
    }

    /** How complete another formula's contributors are. */
    record Coverage(Formula of, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            return CellMath.coverage(of.at(evaluation, region, period, combination), unit);
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }

        @Override
        public Stream<Pair> pairs() {
            return of.pairs();
        }

        @Override
        public String toString() {
            return "coverage(" + of + ")";
        }
    }

    /** The part of the first in the second. */
    record Share(Formula part, Formula whole, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            return CellMath.share(
                    part.at(evaluation, region, period, combination),
                    whole.at(evaluation, region, period, combination),
                    unit);
        }

        @Override
        public Stream<Leaf> leaves() {
            return part.leaves();
        }

        @Override
        public Stream<Leaf> series() {
            return Stream.concat(part.series(), whole.series());
        }

        @Override
        public Stream<Pair> pairs() {
            return Stream.concat(part.pairs(), whole.pairs());
        }

        @Override
        public String toString() {
            return part + " / " + whole;
        }
    }

    /**
     * The difference to an earlier period, by the earlier value if it is relative.
     *
     * @param pair how the observations of the two periods find each other, where they can
     */
    record Change(Formula of, BasePeriod comparison, boolean relative, Optional<Pair> pair, Unit unit)
            implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell now = of.at(evaluation, region, period, combination);
            int base = evaluation.earlier(period, comparison);
            if (base < 0) {
                return CellMath.withoutCounterpart(now, unit);
            }
            Cell before = of.at(evaluation, region, base, combination);
            Compared compared = Compared.of(
                    evaluation, new Compared.Groups(region, period, base, combination), comparison, pair, now, before);
            Cell change = relative
                    ? CellMath.growth(compared.now(), compared.before(), unit)
                    : CellMath.difference(compared.now(), compared.before(), unit);
            return compared.remarked(change, evaluation, of);
        }

        @Override
        public double doubleAt(Evaluation evaluation, int region, int period, int combination) {
            int base = evaluation.earlier(period, comparison);
            if (base < 0) {
                return Double.NaN;
            }
            OptionalDouble known = relative && !evaluation.isPaired(pairs())
                    ? evaluation.growth(of, region, base, period)
                    : OptionalDouble.empty();
            return known.isPresent()
                    ? known.getAsDouble()
                    : at(evaluation, region, period, combination).doubleValue();
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }

        @Override
        public Stream<Pair> pairs() {
            return Stream.concat(pair.stream(), of.pairs());
        }

        @Override
        public String toString() {
            return (relative ? "growth(" : "difference(") + of + ", " + comparison + ")";
        }
    }

    /**
     * The difference to an earlier period by the earlier value of the whole.
     *
     * @param pair how the observations of the part in the two periods find each other
     * @param wholePair how those of the whole do
     */
    record Contribution(
            Formula part,
            Formula whole,
            BasePeriod comparison,
            Optional<Pair> pair,
            Optional<Pair> wholePair,
            Unit unit)
            implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell now = part.at(evaluation, region, period, combination);
            int base = evaluation.earlier(period, comparison);
            if (base < 0) {
                return CellMath.withoutCounterpart(now, unit);
            }
            Compared.Groups groups = new Compared.Groups(region, period, base, combination);
            Cell before = part.at(evaluation, region, base, combination);
            Compared ofPart = Compared.of(evaluation, groups, comparison, pair, now, before);
            Compared ofWhole = Compared.of(
                    evaluation,
                    groups,
                    comparison,
                    wholePair,
                    whole.at(evaluation, region, period, combination),
                    whole.at(evaluation, region, base, combination));
            Cell contribution = CellMath.contribution(
                    CellMath.difference(ofPart.now(), ofPart.before(), part.unit()),
                    ofPart.now(),
                    ofPart.before(),
                    ofWhole.now(),
                    ofWhole.before(),
                    unit);
            return ofPart.remarked(contribution, evaluation, part);
        }

        @Override
        public Stream<Leaf> leaves() {
            return part.leaves();
        }

        @Override
        public Stream<Pair> pairs() {
            return Stream.of(pair.stream(), wholePair.stream(), part.pairs(), whole.pairs())
                    .flatMap(pairs -> pairs);
        }

        @Override
        public String toString() {
            return "contribution(" + part + " to " + whole + ", " + comparison + ")";
        }
    }

    /**
     * What a period adds to a year to date.
     *
     * @param pair how the observations of the two years to date find each other
     */
    record Discrete(Formula of, Optional<Pair> pair, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell now = of.at(evaluation, region, period, combination);
            int base = Evaluation.earlierInYear(period);
            if (base < 0) {
                return now;
            }
            Cell before = of.at(evaluation, region, base, combination);
            Compared compared = Compared.of(
                    evaluation,
                    new Compared.Groups(region, period, base, combination),
                    BasePeriod.PREVIOUS_PERIOD,
                    pair,
                    now,
                    before);
            return compared.remarked(CellMath.difference(compared.now(), compared.before(), unit), evaluation, of);
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }

        @Override
        public Stream<Pair> pairs() {
            return Stream.concat(pair.stream(), of.pairs());
        }

        @Override
        public String toString() {
            return "discrete(" + of + ")";
        }
    }

    /** The place among the regions of the result, or among those with one ancestor at a level. */
    record Rank(Formula of, Optional<RegionLevel> level, boolean ascending, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            return evaluation.ranks(this, period, combination).get(region);
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }

        @Override
        public Stream<Pair> pairs() {
            return of.pairs();
        }

        @Override
        public String toString() {
            return "rank(" + of + (ascending ? ", lowest first" : ", highest first")
                    + level.map(l -> ", within " + l).orElse("") + ")";
        }
    }
}
