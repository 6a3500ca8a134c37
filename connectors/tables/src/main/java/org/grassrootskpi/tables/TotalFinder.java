package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    private final String ofTable;
    private final int unitColumn;
    private final boolean hasMultiples;
    private final Multipliers multipliers;
    private final Map<String, Optional<Unit>> units = new HashMap<>();
    /** For each column of values whether what a row says of it can be a sum of others. */
    private final Map<Integer, RowNumbers> isAdded = new HashMap<>();

    private final Map<Integer, MemberGroups> known = new HashMap<>();

    /**
     * Looks into a table.
     *
     * @param ofTable what all its values are, with the unit in brackets, where the title alone says it
     */
    TotalFinder(Grid grid, List<Column> columns, int firstRow, int lastRow, boolean comma, String ofTable) {
        this.grid = grid;
        this.columns = columns;
        this.firstRow = firstRow;
        this.lastRow = Math.min(lastRow, firstRow + MOST_ROWS);
        this.comma = comma;
        this.ofTable = ofTable;
        unitColumn = columnsOf(ImmutableSet.of(Role.UNIT)).findFirst().orElse(-1);
        int multiplier = columnsOf(ImmutableSet.of(Role.MULTIPLIER)).findFirst().orElse(-1);
        hasMultiples = unitColumn >= 0 || multiplier >= 0 || columns.stream().anyMatch(column -> column.unit() != null);
        multipliers = Multipliers.of(
                grid, multiplier, multiplier < 0 ? "" : columns.get(multiplier).name(), firstRow, this.lastRow);
    }

    /** Returns the member that is the sum of all others nearly wherever there are at least two of them; empty if none is. */
    Optional<String> total(int column) {
        MemberGroups groups = groups(column);
        int[] sums = new int[groups.members().size()];
        int[] compared = new int[sums.length];
        for (int group = 0; group < groups.count(); group++) {
            int size = groups.size(group);
            BigDecimal all = BigDecimal.ZERO;
            for (int i = 0; i < size; i++) {
                all = all.add(groups.value(group, i));
            }
            double quickAll = all.doubleValue();
            for (int i = 0; i < size && size >= LEAST_MEMBERS; i++) {
                BigDecimal value = groups.value(group, i);
                int member = groups.member(group, i);
                if (FollowingSums.isNoHalf(value, quickAll, size)) {
                    compared[member]++;
                    continue;
                }
                BigDecimal others = all.subtract(value);
                sums[member] += value.signum() != 0 && FollowingSums.isSame(value, others, size - 1) ? 1 : 0;
                compared[member] += value.signum() != 0 || others.signum() != 0 ? 1 : 0;
            }
        }
        return IntStream.range(0, sums.length)
                .filter(member -> sums[member] > 0 && sums[member] >= NEARLY_ALL * compared[member])
                .mapToObj(groups.members()::get)
                .findFirst();
    }

    /** Returns the members that are sums of those that follow them. */
    Set<String> sumsOfFollowing(int column, List<String> members) {
        return members.size() > FollowingSums.MOST_MEMBERS
                ? Set.of()
                : FollowingSums.of(members, groups(column).first(FollowingSums.MOST_GROUPS));
    }

    /** Returns whether no other member has more than one nearly everywhere; true where nothing can be compared. */
    boolean isGreatest(int column, String member) {
        int greatest = 0;
        int compared = 0;
        MemberGroups groups = groups(column);
        int number = groups.members().indexOf(member);
        for (int group = 0; group < groups.count(); group++) {
            int of = group;
            Optional<BigDecimal> own = IntStream.range(0, groups.size(group))
                    .filter(i -> groups.member(of, i) == number)
                    .mapToObj(i -> groups.value(of, i))
                    .findFirst();
            if (own.isPresent() && groups.size(group) > 1) {
                compared++;
                greatest += IntStream.range(0, groups.size(group))
                                .allMatch(i -> groups.value(of, i).compareTo(own.get()) <= 0)
                        ? 1
                        : 0;
            }
        }
        return greatest >= NEARLY_ALL * compared;
    }

    /** Returns the number of a cell in the base unit, as far as powers of ten lie between. */
    private Optional<BigDecimal> number(int row, int column) {
        long cell = grid.at(row, column);
        Optional<BigDecimal> number = PlainNumber.is(cell, comma)
                ? Optional.of(BigDecimal.valueOf(PlainNumber.unscaled(cell), PlainNumber.scale(cell)))
                : Figure.read(grid.cell(row, column), comma, ImmutableMap.of())
                        .flatMap(figure -> Optional.ofNullable(figure.number()));
        if (!hasMultiples) {
            return number;
        }
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

    /** Finds out of a row whether the values of its indicator, by its name and unit, can be sums of others: 1 if they can. */
    private RowNumbers isAdded(int column) {
        return isAdded.computeIfAbsent(
                column,
                any -> new RowNumbers(
                        grid,
                        sayings(),
                        row -> canBeAdded(row, columns.get(column).name()) ? 1 : 0));
    }

    /** Returns the columns that say what a value is: an indicator, a unit. */
    private List<Integer> sayings() {
        return columnsOf(ImmutableSet.of(Role.INDICATOR, Role.INDICATOR_NAME, Role.UNIT))
                .boxed()
                .toList();
    }

    private boolean canBeAdded(int row, String head) {
        StringBuilder name = new StringBuilder(head);
        columnsOf(ImmutableSet.of(Role.INDICATOR, Role.INDICATOR_NAME))
                .forEach(i -> name.append(' ').append(grid.cell(row, i)));
        name.append(ofTable.isEmpty() ? "" : " ").append(ofTable);
        Optional<String> ofRow = Optional.of(unitColumn < 0 ? "" : grid.cell(row, unitColumn));
        boolean isRatio = Stream.of(ofRow, Heads.unit(head), Heads.unit(name.toString()))
                .flatMap(Optional::stream)
                .flatMap(unit -> UnitWords.read(unit).stream())
                .anyMatch(Unit::isRatio);
        return !isRatio
                && Words.kind(name.toString()).filter(NOT_ADDED::contains).isEmpty();
    }

    /** Returns the values of each combination of all that tells rows apart but the column, by the members of the column. */
    private MemberGroups groups(int column) {
        return known.computeIfAbsent(column, this::read);
    }

    private MemberGroups read(int column) {
        MemberGroups.Builder groups = new MemberGroups.Builder();
        List<String> members = new ArrayList<>();
        RowKeys ofMembers = new RowKeys(grid, List.of(column));
        RowKeys ofGroups = new RowKeys(grid, keys(column));
        int[] values = columnsOf(ImmutableSet.of(Role.VALUE)).toArray();
        List<String> heads = Arrays.stream(values)
                .mapToObj(value -> columns.get(value).name())
                .toList();
        List<RowNumbers> canBeAdded =
                Arrays.stream(values).mapToObj(this::isAdded).toList();
        for (int row = firstRow; row <= lastRow; row++) {
            int member = ofMembers.of(row);
            if (member == members.size()) {
                members.add(grid.cell(row, column));
            }
            int group = ofGroups.of(row) * values.length;
            for (int i = 0; i < values.length; i++) {
                Optional<BigDecimal> number =
                        canBeAdded.get(i).of(row) == 1 ? number(row, values[i]) : Optional.empty();
                if (number.isPresent()) {
                    // Columns of values with one head are one.
                    groups.put(group + heads.indexOf(heads.get(i)), member, number.get());
                }
            }
        }
        return groups.build(members);
    }

    /** Returns the columns that tell rows apart, but one. */
    private List<Integer> keys(int column) {
        return columnsOf(KEYS).filter(key -> key != column).boxed().toList();
    }

    private IntStream columnsOf(Set<Role> roles) {
        return IntStream.range(0, columns.size())
                .filter(column -> roles.contains(columns.get(column).role()));
    }
}
