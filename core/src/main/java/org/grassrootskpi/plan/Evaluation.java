package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.plan.Formula.Leaf;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Comparison;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.RegionOrder;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.Period;

/** What the scans of one query have gathered, as the formulas ask for it. Thread-safe. */
final class Evaluation {
    private static final Unit RANK = Unit.parse("rank");

    private final Query query;
    private final Layout layout;
    private final ImmutableList<Scan> scans;
    private final ImmutableList<ScanResult> results;
    private final ImmutableList<ImmutableList<String>> combinations;
    private final int[][] combinationOfScan;
    private final long[][] expectedRegions;
    private final Map<RankKey, ImmutableList<Cell>> ranks = new ConcurrentHashMap<>();

    private record RankKey(Formula.Rank formula, int period, int combination) {}

    Evaluation(Query query, Layout layout, ImmutableList<Scan> scans, List<ScanResult> results) {
        this.query = query;
        this.layout = layout;
        this.scans = scans;
        this.results = ImmutableList.copyOf(results);
        this.combinations = union(results);
        this.combinationOfScan = new int[scans.size()][];
        this.expectedRegions = new long[scans.size()][];
        for (int i = 0; i < scans.size(); i++) {
            combinationOfScan[i] = positions(results.get(i).combinations());
            expectedRegions[i] = scans.get(i).regions().count(layout.positions(scans.get(i).source().level()));
        }
    }

    private static ImmutableList<ImmutableList<String>> union(List<ScanResult> results) {
        TreeSet<ImmutableList<String>> all = new TreeSet<>((a, b) -> {
            for (int i = 0; i < a.size(); i++) {
                int order = a.get(i).compareTo(b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        results.forEach(result -> all.addAll(result.combinations()));
        return ImmutableList.copyOf(all);
    }

    private int[] positions(List<ImmutableList<String>> ofScan) {
        Map<ImmutableList<String>, Integer> known = new HashMap<>();
        for (int i = 0; i < ofScan.size(); i++) {
            known.put(ofScan.get(i), i);
        }
        return combinations.stream()
                .mapToInt(combination -> known.getOrDefault(combination, -1))
                .toArray();
    }

    /** The combinations of the extra dimensions' values that occur, in order; one empty one where there are none. */
    ImmutableList<ImmutableList<String>> combinations() {
        return combinations.isEmpty() && query.dimensions().stream().noneMatch(Planner::isExtra)
                ? ImmutableList.of(ImmutableList.of())
                : combinations;
    }

    MissingPolicy policy() {
        return query.missingPolicy();
    }

    Scan scan(int number) {
        return scans.get(number);
    }

    ScanResult result(int number) {
        return results.get(number);
    }

    boolean hasOpenExpectations() {
        return layout.hasExtraDimensions();
    }

    int combination(int scan, int combination) {
        int[] positions = combinationOfScan[scan];
        return combination < positions.length ? positions[combination] : -1;
    }

    long expectedRegions(int scan, int slot) {
        return expectedRegions[scan][slot];
    }

    int slot(int scope, int region) {
        return scope == 0 ? region : layout.scopes().get(scope).slots().get(region);
    }

    /** The slot of a group's period in a scan, which may lie outside of it. */
    int periodSlot(Scan scan, int period) {
        if (scan.periods().groups().isEmpty()) {
            return 0;
        }
        return scan.periods().slotOfGroup(slotCode(scan, period));
    }

    private int slotCode(Scan scan, int period) {
        return isYearToDateOfMonths(scan)
                ? Axis.month(Period.ofCode(period)).toCode()
                : period;
    }

    private boolean isYearToDateOfMonths(Scan scan) {
        return layout.isYearToDate() && scan.source().frequency() != Frequency.YEAR_TO_DATE;
    }

    /** The first slot of a window that ends at a slot. */
    int firstSlot(Window window, Scan scan, int period, int slot) {
        if (scan.periods().groups().isEmpty()) {
            return slot;
        }
        boolean months = isYearToDateOfMonths(scan);
        if (window.kind() == Window.Kind.PERIOD && !months) {
            return slot;
        }
        Period last = Period.ofCode(slotCode(scan, period));
        return slot - (last.toCode() - window.first(last, months).toCode());
    }

    long present(Leaf leaf, int region, int period, int combination) {
        return new Accumulation(this, leaf, region, period, combination).count();
    }

    /** The code of the period that another is compared with, or -1 if the calendar has none. */
    static int earlier(int period, Comparison comparison) {
        Period now = Period.ofCode(period);
        if (comparison == Comparison.YEAR_EARLIER) {
            return now.yearEarlier().map(Period::toCode).orElse(-1);
        }
        Period before = Window.earlier(now, 1);
        return before.equals(now) ? -1 : before.toCode();
    }

    /** The code of the year to date before another of the same year, or -1 for January's. */
    static int earlierInYear(int period) {
        return Period.ofCode(period).numberInYear() == 1 ? -1 : period - 1;
    }

    ImmutableList<Cell> ranks(Formula.Rank formula, int period, int combination) {
        return ranks.computeIfAbsent(new RankKey(formula, period, combination), this::rank);
    }

    private ImmutableList<Cell> rank(RankKey key) {
        Formula.Rank formula = key.formula();
        int size = layout.regions().size();
        int[] peers = peers(formula.level(), size);
        Cell[] cells = new Cell[size];
        for (int region = 0; region < size; region++) {
            cells[region] = formula.of().at(this, region, key.period(), key.combination());
        }
        Map<Integer, List<BigDecimal>> byPeers = new HashMap<>();
        for (int region = 0; region < size; region++) {
            if (cells[region].hasValue() && layout.region(region).isPresent()) {
                byPeers.computeIfAbsent(peers[region], p -> new ArrayList<>())
                        .add(cells[region].get());
            }
        }
        Map<Integer, Map<BigDecimal, Integer>> places = new HashMap<>();
        byPeers.forEach((group, values) -> places.put(group, places(values, formula.ascending())));
        ImmutableList.Builder<Cell> ranked = ImmutableList.builderWithExpectedSize(size);
        for (int region = 0; region < size; region++) {
            ranked.add(place(cells[region], region, places.getOrDefault(peers[region], Map.of())));
        }
        return ranked.build();
    }

    private static Map<BigDecimal, Integer> places(List<BigDecimal> values, boolean ascending) {
        values.sort(ascending ? Comparator.naturalOrder() : Comparator.reverseOrder());
        Map<BigDecimal, Integer> places = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            places.putIfAbsent(values.get(i), i + 1);
        }
        return places;
    }

    private Cell place(Cell cell, int region, Map<BigDecimal, Integer> places) {
        if (cell.refusal().isPresent()) {
            return cell;
        }
        if (!cell.hasValue() || layout.region(region).isEmpty()) {
            return CellMath.absent(cell.absence().orElse(Absence.NO_OBSERVATION), cell, cell, RANK);
        }
        return Cell.builder(BigDecimal.valueOf(places.getOrDefault(cell.get(), 0)), RANK)
                .contributors(cell.present(), cell.expected().orElse(-1))
                .status(cell.status())
                .asOf(cell.asOf())
                .build();
    }

    private int[] peers(Optional<RegionLevel> level, int size) {
        int[] peers = new int[size];
        if (level.isPresent()) {
            RegionOrder order = layout.regions().order();
            int[] ancestors = order.ancestors(level.get());
            for (int region = 0; region < size; region++) {
                peers[region] = layout.region(region)
                        .map(r -> ancestors[order.index(r.code())])
                        .orElse(-1);
            }
        }
        return peers;
    }
}
