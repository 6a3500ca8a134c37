package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** The ranks of one query: all groups that are peers are ranked at once, when the first of them is asked for. Thread-safe. */
final class Places {
    private final Evaluation cells;
    private final ResultGrid grid;
    private final RollupResults results;
    private final Map<Key, ImmutableList<Cell>> ranks = new ConcurrentHashMap<>();
    private final Map<Key, RankNumbers> numbers = new ConcurrentHashMap<>();
    private final Map<LikeKey, ImmutableIntArray> like = new ConcurrentHashMap<>();

    /** What peers have in common: they differ in one dimension, of which this holds nothing, or all combinations that are peers. */
    private record Key(Object ranked, int region, int period, ImmutableIntArray combinations) {}

    private record LikeKey(String dimension, int combination) {}

    Places(Evaluation cells, ResultGrid grid, RollupResults results) {
        this.cells = cells;
        this.grid = grid;
        this.results = results;
    }

    Cell cell(RankFormula formula, int region, int period, int combination) {
        ImmutableIntArray own = ImmutableIntArray.of(combination);
        if (formula.peers() instanceof Peers.Regions among) {
            return ranked(new Key(formula, 0, period, own), () -> regions(formula, among, period, combination))
                    .get(region);
        }
        if (formula.peers() instanceof Peers.Periods among) {
            int position = period - grid.periods().orElseThrow().from().toCode();
            return position < 0 || position >= grid.periods().orElseThrow().size()
                    ? Cell.builder(Absence.MISSING_BASE, Unit.RANK).build()
                    : ranked(new Key(formula, region, 0, own), () -> periods(formula, among, region, combination))
                            .get(position);
        }
        if (formula.peers() instanceof Peers.Members among) {
            ImmutableIntArray alike =
                    like.computeIfAbsent(new LikeKey(among.dimension(), combination), this::combinationsLike);
            return ranked(new Key(formula, region, period, alike), () -> members(formula, among, region, period, alike))
                    .get(alike.indexOf(combination));
        }
        Peers.Subjects among = (Peers.Subjects) formula.peers();
        return ranked(
                        new Key(among, region, period, own),
                        () -> subjects(among, formula.ascending(), region, period, combination))
                .get(among.indexOf(formula.of()));
    }

    private ImmutableList<Cell> ranked(Key key, Supplier<Ranking> ranking) {
        // Not computeIfAbsent: the ranks of changes in rank ask for ranks themselves.
        ImmutableList<Cell> known = ranks.get(key);
        if (known == null) {
            known = ranking.get().ranks();
            ranks.putIfAbsent(key, known);
        }
        return known;
    }

    private Ranking regions(RankFormula formula, Peers.Regions among, int period, int combination) {
        int size = grid.regions().size();
        return new Ranking(
                IntStream.range(0, size)
                        .mapToObj(region -> formula.of().cell(cells, region, period, combination))
                        .toList(),
                peers(among.within(), size),
                formula.ascending());
    }

    /** Each period is of its own moment, so that stocks are ranked whatever theirs is. */
    private Ranking periods(RankFormula formula, Peers.Periods among, int region, int combination) {
        TimePeriodRange periods = grid.periods().orElseThrow();
        return new Ranking(
                periods.stream()
                        .map(period -> formula.of().cell(cells, region, period.toCode(), combination))
                        .toList(),
                periods.stream()
                        .mapToInt(period -> among.within()
                                .map(frequency -> TimePeriod.containing(period.firstDay(), frequency)
                                        .toCode())
                                .orElse(0))
                        .toArray(),
                formula.ascending(),
                false);
    }

    private Ranking members(
            RankFormula formula, Peers.Members among, int region, int period, ImmutableIntArray combinations) {
        int position = results.dimensions().indexOf(among.dimension());
        return new Ranking(
                combinations.stream()
                        .mapToObj(combination -> formula.of().cell(cells, region, period, combination))
                        .toList(),
                combinations.stream()
                        .map(combination -> among.total()
                                        .filter(results.combinations()
                                                .get(combination)
                                                .get(position)::equals)
                                        .isPresent()
                                ? Ranking.ALONE
                                : 0)
                        .toArray(),
                formula.ascending());
    }

    /** Returns the combinations that have the same members of all dimensions but one. */
    private ImmutableIntArray combinationsLike(LikeKey key) {
        int free = results.dimensions().indexOf(key.dimension());
        ImmutableList<ImmutableList<String>> all = results.combinations();
        return ImmutableIntArray.copyOf(IntStream.range(0, all.size())
                .filter(other -> IntStream.range(0, results.dimensions().size())
                        .allMatch(d -> d == free
                                || all.get(other)
                                        .get(d)
                                        .equals(all.get(key.combination()).get(d)))));
    }

    private Ranking subjects(Peers.Subjects among, boolean ascending, int region, int period, int combination) {
        return new Ranking(
                among.formulas().stream()
                        .map(formula -> formula.cell(cells, region, period, combination))
                        .toList(),
                new int[among.formulas().size()],
                ascending);
    }

    /** Returns the rank as a number; of regions without cells, except where moments of stocks decide who is ranked. */
    double number(RankFormula formula, int region, int period, int combination) {
        if (!(formula.peers() instanceof Peers.Regions among)
                || formula.aggregates().anyMatch(AggregateFormula::lastPeriodOnly)) {
            return cell(formula, region, period, combination).doubleValue();
        }
        Key key = new Key(formula, 0, period, ImmutableIntArray.of(combination));
        RankNumbers known = numbers.get(key);
        if (known == null) {
            known = numbers(formula, among, period, combination);
            numbers.putIfAbsent(key, known);
        }
        return known.rank(region);
    }

    private RankNumbers numbers(RankFormula formula, Peers.Regions among, int period, int combination) {
        int size = grid.regions().size();
        double[] values = new double[size];
        Arrays.setAll(values, region -> formula.of().number(cells, region, period, combination));
        return new RankNumbers(
                values,
                region -> formula.of().cell(cells, region, period, combination).get(),
                peers(among.within(), size),
                formula.ascending());
    }

    /** Returns for each region of the groups the number of the region within which it is ranked. */
    private int[] peers(Optional<RegionLevel> level, int size) {
        int[] peers = new int[size];
        RegionNumbering numbering = grid.regions().numbering();
        for (int region = 0; region < size; region++) {
            int number = grid.regions().numberOf(region);
            if (grid.regions().regionOrNull(region) == null) {
                peers[region] = Ranking.NOWHERE;
            } else if (level.isPresent()) {
                int ancestor = numbering.ancestor(number, level.get());
                peers[region] = ancestor < 0 ? Ranking.ALONE : ancestor;
            }
        }
        return peers;
    }
}
