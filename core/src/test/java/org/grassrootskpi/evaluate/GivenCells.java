package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Cells that a test gives, for formulas over one region and combination. */
final class GivenCells implements Cells {
    static final int REGION = 4;
    static final int COMBINATION = 2;

    private final Map<List<Object>, Cell> cells = new HashMap<>();
    private final Map<Pair, PairedCells> paired = new HashMap<>();
    private ImmutableList<Cell> ranks = ImmutableList.of();
    private boolean isLike = true;
    private @Nullable AggregateFormula broken;
    private OptionalDouble known = OptionalDouble.empty();
    private boolean isPaired;
    private boolean isTotal;

    GivenCells with(AggregateFormula formula, String period, Cell cell) {
        cells.put(List.of(formula, Formulas.code(period)), cell);
        return this;
    }

    GivenCells with(Pair pair, Cell one, Cell other) {
        paired.put(pair, new PairedCells(one, other));
        return this;
    }

    GivenCells withRanks(Cell... ofRegions) {
        ranks = ImmutableList.copyOf(ofRegions);
        return this;
    }

    /** Wholes that were observed for themselves. */
    GivenCells withTotals() {
        isTotal = true;
        return this;
    }

    GivenCells withUnlikeMoments() {
        isLike = false;
        return this;
    }

    GivenCells withBreakIn(AggregateFormula formula) {
        broken = formula;
        return this;
    }

    /** A double that is known without a cell. */
    GivenCells knowing(double number) {
        known = OptionalDouble.of(number);
        return this;
    }

    GivenCells withReadPairs() {
        isPaired = true;
        return this;
    }

    Cell cell(Formula formula, String period) {
        return formula.cell(this, REGION, Formulas.code(period), COMBINATION);
    }

    double number(Formula formula, String period) {
        return formula.number(this, REGION, Formulas.code(period), COMBINATION);
    }

    private static void checkGroup(int region, int combination) {
        if (region != REGION || combination != COMBINATION) {
            throw new AssertionError("Another group was asked for: " + region + ", " + combination);
        }
    }

    @Override
    public Cell aggregate(AggregateFormula formula, int region, int period, int combination) {
        checkGroup(region, combination);
        Cell cell = cells.get(List.of(formula, period));
        if (cell == null) {
            throw new AssertionError(formula + " was asked of " + TimePeriod.ofCode(period));
        }
        return cell;
    }

    @Override
    public Cell place(RankFormula formula, int region, int period, int combination) {
        return ranks.get(region);
    }

    @Override
    public boolean isPart(AggregateFormula part, AggregateFormula whole, int combination) {
        return !isTotal;
    }

    @Override
    public int earlier(int period, BasePeriod comparison) {
        TimePeriod now = TimePeriod.ofCode(period);
        if (now.equals(TimePeriod.parse("2024-02-29")) && comparison.equals(BasePeriod.YEAR_EARLIER)) {
            return -1;
        }
        return (comparison.equals(BasePeriod.YEAR_EARLIER) ? now.yearEarlier().orElseThrow() : now.earlier(1)).toCode();
    }

    @Override
    public PairedCells paired(Pair pair, int region, int period, int combination, Cell ofAll, Cell otherOfAll) {
        checkGroup(region, combination);
        return paired.getOrDefault(pair, new PairedCells(ofAll, otherOfAll));
    }

    @Override
    public ImmutableList<Cell> complete(
            ImmutableList<Pair> pairs, int region, int period, int combination, ImmutableList<Cell> ofAll) {
        return ofAll;
    }

    @Override
    public Cell target(PlannedTarget target, int region, int period, int combination) {
        return target.formula().cell(this, region, target.period(period), combination);
    }

    @Override
    public boolean isLikeMoment(Cell now, Cell before, BasePeriod comparison) {
        return isLike;
    }

    @Override
    public boolean hasBreak(AggregateFormula aggregate, Compared.Groups groups, Cell now, Cell before) {
        checkGroup(groups.region(), groups.combination());
        return aggregate.equals(broken);
    }

    @Override
    public OptionalDouble number(AggregateFormula formula, int region, int period, int combination) {
        return known;
    }

    @Override
    public OptionalDouble coverage(AggregateFormula formula, int region, int period, int combination) {
        return known;
    }

    @Override
    public OptionalDouble attained(Formula value, PlannedTarget target, PlanPath.Share due, int region, int period) {
        return known;
    }

    @Override
    public OptionalDouble quotient(
            Formula numerator, Formula denominator, Optional<Pair> pair, int region, int period) {
        return isPaired && pair.isPresent() ? OptionalDouble.empty() : known;
    }

    @Override
    public OptionalDouble growth(Formula of, Optional<Pair> pair, int region, int base, int period) {
        return isPaired && pair.isPresent() ? OptionalDouble.empty() : known;
    }

    @Override
    public double rank(RankFormula formula, int region, int period, int combination) {
        return ranks.get(region).doubleValue();
    }
}
