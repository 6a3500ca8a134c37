package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/**
 * Finds the member of a column that is the sum of the others, by adding up: names of totals differ from language to language, sums do not.
 */
final class TotalFinder {
    private static final int MOST_ROWS = 50_000;
    private static final int LEAST_MEMBERS = 3;
    private static final double NEARLY_ALL = 0.9;
    private static final ImmutableSet<Role> KEYS =
            ImmutableSet.of(Role.REGION, Role.PERIOD, Role.INDICATOR, Role.DIMENSION);
    /** Kinds of which no value is the sum of others. */
    private static final ImmutableSet<IndicatorKind> NOT_ADDED =
            ImmutableSet.of(IndicatorKind.RATIO, IndicatorKind.GROWTH, IndicatorKind.INDEX, IndicatorKind.RANK);

    private final Grid grid;
    private final List<Column> columns;
    private final int firstRow;
    private final int lastRow;
    private final boolean comma;
    private final PlainNumber scanner;
    private final int unitColumn;
    private final Multipliers multipliers;
    private final Map<String, Optional<Unit>> units = new HashMap<>();
    private final Map<String, Boolean> isAdded = new HashMap<>();
    private final Map<Integer, Map<List<String>, Map<String, BigDecimal>>> known = new HashMap<>();

    TotalFinder(Grid grid, List<Column> columns, int firstRow, int lastRow, boolean comma) {
        this.grid = grid;
        this.columns = columns;
        this.firstRow = firstRow;
        this.lastRow = Math.min(lastRow, firstRow + MOST_ROWS);
        this.comma = comma;
        scanner = new PlainNumber(comma);
        unitColumn = columnsOf(ImmutableSet.of(Role.UNIT)).findFirst().orElse(-1);
        int multiplier = columnsOf(ImmutableSet.of(Role.MULTIPLIER)).findFirst().orElse(-1);
        multipliers = Multipliers.of(
                grid, multiplier, multiplier < 0 ? "" : columns.get(multiplier).name(), firstRow, this.lastRow);
    }

    /** Returns the member that is the sum of all others nearly wherever there are at least two of them; empty if none is. */
    Optional<String> total(int column) {
        Map<String, int[]> hits = new HashMap<>();
        for (Map<String, BigDecimal> group : groups(column).values()) {
            if (group.size() < LEAST_MEMBERS) {
                continue;
            }
            BigDecimal sum = group.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            group.forEach((member, value) -> {
                int[] count = hits.computeIfAbsent(member, any -> new int[2]);
                BigDecimal others = sum.subtract(value);
                boolean isSum = value.signum() != 0 && FollowingSums.isSame(value, others, group.size() - 1);
                count[0] += isSum ? 1 : 0;
                count[1] += value.signum() != 0 || others.signum() != 0 ? 1 : 0;
            });
        }
        return hits.entrySet().stream()
                .filter(hit -> hit.getValue()[0] > 0 && hit.getValue()[0] >= NEARLY_ALL * hit.getValue()[1])
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the members that are sums of those that follow them. */
    Set<String> sumsOfFollowing(int column, List<String> members) {
        return FollowingSums.of(members, List.copyOf(groups(column).values()));
    }

    /** Returns whether no other member has more than one nearly everywhere; true where nothing can be compared. */
    boolean isGreatest(int column, String member) {
        int greatest = 0;
        int compared = 0;
        for (Map<String, BigDecimal> group : groups(column).values()) {
            BigDecimal own = group.get(member);
            if (own != null && group.size() > 1) {
                compared++;
                greatest += group.values().stream().allMatch(other -> other.compareTo(own) <= 0) ? 1 : 0;
            }
        }
        return greatest >= NEARLY_ALL * compared;
    }

    /** Returns the number of a cell in the base unit, as far as powers of ten lie between. */
    private Optional<BigDecimal> number(int row, int column) {
        String cell = grid.cell(row, column);
        Optional<BigDecimal> number = scanner.scan(cell)
                ? Optional.of(BigDecimal.valueOf(scanner.unscaled(), scanner.scale()))
                : Figure.read(cell, comma, ImmutableMap.of()).flatMap(figure -> Optional.ofNullable(figure.number()));
        String unit = columns.get(column).unit();
        String said = unit != null ? unit : unitColumn < 0 ? "" : grid.cell(row, unitColumn);
        int power = multipliers.power(grid, row).orElse(0)
                + units.computeIfAbsent(said, UnitWords::read)
                        .map(TotalFinder::power)
                        .orElse(0);
        return power == 0 ? number : number.map(each -> each.scaleByPowerOfTen(power));
    }

    private static int power(Unit unit) {
        BigDecimal multiple = new BigDecimal(unit.numerator()).stripTrailingZeros();
        return multiple.unscaledValue().equals(BigInteger.ONE) ? -multiple.scale() : 0;
    }

    /** Returns whether the values of an indicator, by its name and unit, can be sums of others. */
    private boolean isAdded(int row, int column, int[] names) {
        String head = columns.get(column).name();
        StringBuilder name = new StringBuilder(head);
        for (int i : names) {
            name.append(' ').append(grid.cell(row, i));
        }
        Optional<String> ofRow = Optional.of(unitColumn < 0 ? "" : grid.cell(row, unitColumn));
        return isAdded.computeIfAbsent(name + "\n" + ofRow.get(), text -> {
            boolean isRatio = Stream.of(ofRow, Heads.unit(head), Heads.unit(name.toString()))
                    .flatMap(Optional::stream)
                    .flatMap(unit -> UnitWords.read(unit).stream())
                    .anyMatch(Unit::isRatio);
            return !isRatio
                    && Words.kind(name.toString()).filter(NOT_ADDED::contains).isEmpty();
        });
    }

    /** Returns the values by all that tells rows apart but the column, and by the members of the column. */
    private Map<List<String>, Map<String, BigDecimal>> groups(int column) {
        return known.computeIfAbsent(column, this::read);
    }

    private Map<List<String>, Map<String, BigDecimal>> read(int column) {
        Map<List<String>, Map<String, BigDecimal>> groups = new LinkedHashMap<>();
        int[] keys = columnsOf(KEYS).filter(key -> key != column).toArray();
        int[] values = columnsOf(ImmutableSet.of(Role.VALUE)).toArray();
        int[] names =
                columnsOf(ImmutableSet.of(Role.INDICATOR, Role.INDICATOR_NAME)).toArray();
        for (int row = firstRow; row <= lastRow; row++) {
            List<String> key = new ArrayList<>(keys.length + 1);
            for (int i : keys) {
                key.add(grid.cell(row, i));
            }
            String member = grid.cell(row, column);
            for (int i : values) {
                if (!isAdded(row, i, names)) {
                    continue;
                }
                List<String> ofValue = new ArrayList<>(key);
                ofValue.add(columns.get(i).name());
                number(row, i)
                        .ifPresent(value -> groups.computeIfAbsent(ofValue, any -> new LinkedHashMap<>())
                                .put(member, value));
            }
        }
        return groups;
    }

    private IntStream columnsOf(Set<Role> roles) {
        return IntStream.range(0, columns.size())
                .filter(column -> roles.contains(columns.get(column).role()));
    }
}
