package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorFormula.Constant;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Operator;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.CellBuilder;
import org.grassrootskpi.query.Remark;
import org.jspecify.annotations.Nullable;

/**
 * An indicator's formula, evaluated of totals.
 *
 * @param totals of the formula's indicators, in its order
 * @param paired the first total with each of the others, of the observations that all of them have; empty if there is one total, or
 *     they cannot be paired
 * @param isOverSeveral whether some totals are flows over several periods and others stocks of one
 */
public record CombinedFormula(
        IndicatorFormula formula,
        ImmutableList<AggregateFormula> totals,
        ImmutableList<Pair> paired,
        boolean isOverSeveral,
        Unit unit)
        implements Formula {
    @Override
    public Cell cell(Cells cells, int region, int period, int combination) {
        ImmutableList<Cell> parts = totals.stream()
                .map(total -> total.cell(cells, region, period, combination))
                .collect(ImmutableList.toImmutableList());
        boolean oneMoment = parts.stream().allMatch(part -> CellMath.isOfOneMoment(part, moment(parts)));
        if (!oneMoment && parts.stream().allMatch(Cell::hasValue)) {
            return combined(Cell.builder(Absence.DIFFERENT_PERIODS, unit), parts)
                    .build();
        }
        ImmutableList<Cell> complete =
                !paired.isEmpty() && oneMoment ? cells.complete(paired, region, period, combination, parts) : parts;
        Absence missing = missing(complete);
        Bounded value = missing == null ? value(formula, complete) : null;
        if (value == null) {
            return combined(Cell.builder(missing == null ? Absence.ZERO_DENOMINATOR : missing, unit), complete)
                    .build();
        }
        Cell cell = combined(rounded(value), complete).build();
        boolean unpaired = paired.isEmpty()
                && totals.size() > 1
                && complete.stream().anyMatch(part -> CellMath.isIncomplete(part, part));
        cell = unpaired ? cell.withRemark(Remark.NOT_PAIRED) : cell;
        return isOverSeveral ? cell.withRemark(Remark.OVER_SEVERAL_PERIODS) : cell;
    }

    /** Returns a stock among the parts, if there is one. */
    private static Cell moment(ImmutableList<Cell> parts) {
        return parts.stream()
                .filter(part -> part.asOf().isPresent())
                .findFirst()
                .orElse(parts.get(0));
    }

    private static @Nullable Absence missing(ImmutableList<Cell> parts) {
        ImmutableList<Absence> reasons =
                parts.stream().flatMap(part -> part.absence().stream()).collect(ImmutableList.toImmutableList());
        if (reasons.isEmpty()) {
            return null;
        }
        Absence whole = reasons.size() == parts.size() ? Absence.NO_OBSERVATION : Absence.MISSING_PART;
        return reasons.stream()
                .filter(reason -> reason != Absence.NO_OBSERVATION)
                .findFirst()
                .orElse(whole);
    }

    /** Combines the contributors, statuses and remarks of the parts. */
    private CellBuilder combined(CellBuilder cell, ImmutableList<Cell> parts) {
        Cell all = parts.stream()
                .reduce((one, other) -> CellMath.absent(Absence.NO_OBSERVATION, one, other, unit))
                .orElseThrow();
        return CellMath.both(cell, all, all);
    }

    /** Returns the value of a formula; null where it divides by zero. */
    private @Nullable Bounded value(IndicatorFormula of, ImmutableList<Cell> parts) {
        if (of instanceof Constant constant) {
            return Bounded.of(Fraction.of(constant.value()));
        }
        if (of instanceof Reference reference) {
            Cell cell = parts.get(formula.indicators().asList().indexOf(reference.indicator()));
            return Bounded.of(cell.get(), cell.qualifier(), cell.bounds());
        }
        Operation operation = (Operation) of;
        Bounded left = value(operation.left(), parts);
        Bounded right = value(operation.right(), parts);
        if (left == null || right == null) {
            return null;
        }
        return switch (operation.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES ->
                operation.left().indicators().isEmpty() ? right.times(left.value()) : left.times(right.value());
            case DIVIDED_BY -> quotient(left, right);
        };
    }

    private static @Nullable Bounded quotient(Bounded dividend, Bounded divisor) {
        return switch (divisor.value().signum()) {
            case 0 -> null;
            case 1 -> dividend.dividedBy(divisor);
            default -> dividend.negated().dividedBy(divisor.negated());
        };
    }

    /** Sums and multiples are exact; a quotient keeps as many digits as that of two parts, with bounds that hold the exact one. */
    private CellBuilder rounded(Bounded value) {
        if (!divides(formula)) {
            return Cell.builder(value.value().toDecimal(), unit).precision(value.qualifier(), value.bounds());
        }
        BigDecimal nearest = value.value().toDecimal(CellMath.DIGITS);
        return Cell.builder(nearest, unit)
                .precision(value.qualifier(), CellMath.widened(value.bounds(), CellMath.around(value.value())));
    }

    private static boolean divides(IndicatorFormula of) {
        return of instanceof Operation operation
                && (operation.operator() == Operator.DIVIDED_BY
                        || divides(operation.left())
                        || divides(operation.right()));
    }

    @Override
    public Stream<AggregateFormula> aggregates() {
        return totals.stream();
    }

    @Override
    public Stream<Pair> pairs() {
        return paired.stream();
    }

    /** {@return the formula and where its totals come from, such as {@code a - b of sum(#0), sum(#1)}} */
    @Override
    public String toString() {
        return formula + " of "
                + IntStream.range(0, totals.size())
                        .mapToObj(i -> totals.get(i).toString())
                        .collect(Collectors.joining(", "));
    }
}
