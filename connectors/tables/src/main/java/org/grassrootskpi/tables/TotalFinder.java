package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
            ImmutableSet.of(Role.REGION, Role.PERIOD, Role.INDICATOR, Role.DIMENSION, Role.UNIT);

    private final Grid grid;
    private final List<Column> columns;
    private final int firstRow;
    private final int lastRow;
    private final boolean comma;
    private final PlainNumber scanner;

    TotalFinder(Grid grid, List<Column> columns, int firstRow, int lastRow, boolean comma) {
        this.grid = grid;
        this.columns = columns;
        this.firstRow = firstRow;
        this.lastRow = Math.min(lastRow, firstRow + MOST_ROWS);
        this.comma = comma;
        scanner = new PlainNumber(comma);
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
                BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(value.scale(), others.scale()));
                BigDecimal rounding = step.multiply(BigDecimal.valueOf(group.size()))
                        .movePointLeft(1)
                        .multiply(BigDecimal.valueOf(5));
                count[0] += value.signum() != 0 && value.subtract(others).abs().compareTo(rounding) <= 0 ? 1 : 0;
                count[1] += value.signum() != 0 || others.signum() != 0 ? 1 : 0;
            });
        }
        return hits.entrySet().stream()
                .filter(hit -> hit.getValue()[0] > 0 && hit.getValue()[0] >= NEARLY_ALL * hit.getValue()[1])
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<BigDecimal> number(String cell) {
        return scanner.scan(cell)
                ? Optional.of(BigDecimal.valueOf(scanner.unscaled(), scanner.scale()))
                : Figure.read(cell, comma, ImmutableMap.of()).flatMap(figure -> Optional.ofNullable(figure.number()));
    }

    /** Returns the values by all that tells rows apart but the column, and by the members of the column. */
    private Map<List<String>, Map<String, BigDecimal>> groups(int column) {
        Map<List<String>, Map<String, BigDecimal>> groups = new HashMap<>();
        int[] keys = columnsOf(KEYS).filter(key -> key != column).toArray();
        int[] values = columnsOf(ImmutableSet.of(Role.VALUE)).toArray();
        for (int row = firstRow; row <= lastRow; row++) {
            List<String> key = new ArrayList<>(keys.length + 1);
            for (int i : keys) {
                key.add(grid.cell(row, i));
            }
            String member = grid.cell(row, column);
            for (int i : values) {
                List<String> ofValue = new ArrayList<>(key);
                ofValue.add(columns.get(i).name());
                number(grid.cell(row, i))
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
