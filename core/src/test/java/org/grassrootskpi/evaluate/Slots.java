package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.SlotRows;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * Results of roll-ups by the townships a (of two communities), b and what is in none (of one each), and by the two quarters of
 * the first half of 2024, from which a test has cells made.
 */
final class Slots {
    static final int A = 0;
    static final int B = 1;
    static final int ELSEWHERE = 2;
    static final int Q1 = Formulas.code("2024-Q1");
    static final int Q2 = Formulas.code("2024-Q2");

    private final Query query;
    private final List<Rollup> rollups = new ArrayList<>();
    private final List<RollupResult> results = new ArrayList<>();
    private final List<Rollup> pairs = new ArrayList<>();
    private final List<RollupResult> pairResults = new ArrayList<>();
    private int timesRead;

    Slots(Query query) {
        this.query = query;
    }

    Slots() {
        this(Query.select("spent"));
    }

    /** Fills the slots of one roll-up. */
    static final class Filled {
        private final RollupResult.Builder result;

        private Filled(Rollup rollup) {
            result = RollupResult.builder(rollup);
        }

        /** Rows with a sum, of which each is as large as the others. */
        Filled sum(int region, int period, long count, String sum) {
            return rows(region, period, rows -> rows.count(count).sum(new BigDecimal(sum)));
        }

        Filled pairs(int region, int period, long count, String sum, String other) {
            return rows(
                    region,
                    period,
                    rows -> rows.count(count).sum(new BigDecimal(sum)).counterparts(new BigDecimal(other)));
        }

        Filled rows(int region, int period, Consumer<SlotRows> add) {
            add.accept(result.slot(region, period, ImmutableList.of()));
            return this;
        }

        Filled rows(int region, int period, String member, Consumer<SlotRows> add) {
            return rowsOf(region, period, ImmutableList.of(member), add);
        }

        Filled rowsOf(int region, int period, ImmutableList<String> members, Consumer<SlotRows> add) {
            add.accept(result.slot(region, period, members));
            return this;
        }
    }

    Slots with(Rollup rollup, Consumer<Filled> fill) {
        rollups.add(rollup);
        Filled filled = new Filled(rollup);
        fill.accept(filled);
        results.add(filled.result.build());
        return this;
    }

    /** A result as an engine gives it. */
    Slots with(RollupResult result) {
        rollups.add(result.rollup());
        results.add(result);
        return this;
    }

    Slots withPairs(Rollup rollup, Consumer<Filled> fill) {
        pairs.add(rollup);
        Filled filled = new Filled(rollup);
        fill.accept(filled);
        pairResults.add(filled.result.build());
        return this;
    }

    static ResultGrid grid(String... indicators) {
        return new ResultGrid(
                List.of(indicators).stream()
                        .map(id -> Subject.of(RollupFixture.TABLE.catalog().indicator(id)))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.of(new ResultGrid.RegionAxis(
                        Optional.empty(), RollupFixture.TOWNSHIPS, ImmutableIntArray.of(0, 1, 2))),
                Optional.of(TimePeriodRange.parse("2024-Q1..2024-Q2")),
                new LevelIndex(RollupFixture.REGIONS));
    }

    Evaluation evaluation(Formula... formulas) {
        return Evaluation.of(
                recipe(grid("spent"), ImmutableList.of(ImmutableList.copyOf(formulas))),
                results,
                this::read,
                this::read,
                1);
    }

    /** The table of formulas, one for each measure of the query, of one indicator. */
    ResultTable table(Formula... formulas) {
        ImmutableList.Builder<ImmutableList<Formula>> columns = ImmutableList.builder();
        for (Formula formula : formulas) {
            columns.add(ImmutableList.of(formula));
        }
        return ResultAssembly.table(recipe(grid("spent"), columns.build()), results, this::read, this::read, 1);
    }

    ResultTable table(ResultGrid grid, ImmutableList<ImmutableList<Formula>> formulas) {
        return ResultAssembly.table(recipe(grid, formulas), results, this::read, this::read, 1);
    }

    /** The rows that the first of some groups are read from, for each measure the formulas of all subjects. */
    @Nullable ObservedRows observed(
            ResultGrid grid,
            int regions,
            int periods,
            int firstPeriod,
            ImmutableList<ImmutableList<Formula>> formulas) {
        Recipe recipe = recipe(grid, formulas);
        return ObservedRows.of(
                recipe, Evaluation.of(recipe, results, this::read, this::read, 1), regions, periods, firstPeriod);
    }

    private Recipe recipe(ResultGrid grid, ImmutableList<ImmutableList<Formula>> formulas) {
        return new Recipe(
                query, grid, ImmutableList.copyOf(rollups), ImmutableList.copyOf(pairs), formulas, ImmutableList.of());
    }

    private List<RollupResult> read(ImmutableList<Rollup> further) {
        timesRead++;
        return further.stream()
                .map(rollup -> pairResults.get(pairs.indexOf(rollup)))
                .toList();
    }

    int timesRead() {
        return timesRead;
    }

    static Rollup spent(Aggregate... aggregates) {
        return RollupFixture.of("spent", CombinationGroups.NONE, aggregates);
    }
}
