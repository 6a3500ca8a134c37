package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Comparison;
import org.grassrootskpi.query.Refusal;

/** How a column of a result follows from the rollups, for one subject: the last step, which needs no rows any more. */
sealed interface Formula {
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

    /** A ratio of two parts. */
    record Quotient(Formula numerator, Formula denominator, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            return CellMath.quotient(
                    numerator.at(evaluation, region, period, combination),
                    denominator.at(evaluation, region, period, combination),
                    unit);
        }

        @Override
        public double doubleAt(Evaluation evaluation, int region, int period, int combination) {
            OptionalDouble known = evaluation.quotient(numerator, denominator, region, period);
            return known.isPresent()
                    ? known.getAsDouble()
                    : at(evaluation, region, period, combination).doubleValue();
        }

        @Override
        public Stream<Leaf> leaves() {
            return Stream.concat(numerator.leaves(), denominator.leaves());
        }

        @Override
        public String toString() {
            return numerator + " / " + denominator;
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
        public String toString() {
            return part + " / " + whole;
        }
    }

    /** The difference to an earlier period, by the earlier value if it is relative. */
    record Change(Formula of, Comparison comparison, boolean relative, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell now = of.at(evaluation, region, period, combination);
            int base = evaluation.earlier(period, comparison);
            if (base < 0) {
                return CellMath.withoutCounterpart(now, unit);
            }
            Cell before = of.at(evaluation, region, base, combination);
            return relative ? CellMath.growth(now, before, unit) : CellMath.difference(now, before, unit);
        }

        @Override
        public double doubleAt(Evaluation evaluation, int region, int period, int combination) {
            int base = evaluation.earlier(period, comparison);
            if (base < 0) {
                return Double.NaN;
            }
            OptionalDouble known = relative ? evaluation.growth(of, region, base, period) : OptionalDouble.empty();
            if (known.isPresent()) {
                return known.getAsDouble();
            }
            Cell now = of.at(evaluation, region, period, combination);
            Cell before = of.at(evaluation, region, base, combination);
            return CellMath.change(now, before, relative);
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
        }

        @Override
        public String toString() {
            return (relative ? "growth(" : "difference(") + of + ", " + comparison + ")";
        }
    }

    /** The difference to an earlier period by the earlier value of the whole. */
    record Contribution(Formula part, Formula whole, Comparison comparison, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell now = part.at(evaluation, region, period, combination);
            int base = evaluation.earlier(period, comparison);
            if (base < 0) {
                return CellMath.withoutCounterpart(now, unit);
            }
            Cell before = part.at(evaluation, region, base, combination);
            return CellMath.share(
                    CellMath.difference(now, before, part.unit()),
                    whole.at(evaluation, region, base, combination),
                    unit);
        }

        @Override
        public Stream<Leaf> leaves() {
            return part.leaves();
        }

        @Override
        public String toString() {
            return "contribution(" + part + " to " + whole + ", " + comparison + ")";
        }
    }

    /** What a period adds to a year to date. */
    record Discrete(Formula of, Unit unit) implements Formula {
        @Override
        public Cell at(Evaluation evaluation, int region, int period, int combination) {
            Cell now = of.at(evaluation, region, period, combination);
            int before = Evaluation.earlierInYear(period);
            return before < 0 ? now : CellMath.difference(now, of.at(evaluation, region, before, combination), unit);
        }

        @Override
        public Stream<Leaf> leaves() {
            return of.leaves();
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
        public String toString() {
            return "rank(" + of + (ascending ? ", lowest first" : ", highest first")
                    + level.map(l -> ", within " + l).orElse("") + ")";
        }
    }
}
