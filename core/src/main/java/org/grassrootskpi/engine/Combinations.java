package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.plan.Rollup;
import org.grassrootskpi.table.SeriesBlock;
import org.grassrootskpi.table.TableSchema;

/** Which of a block's combinations of extra dimensions are read, and which of them a roll-up puts together. */
final class Combinations {
    private final ImmutableList<ImmutableList<String>> groups;
    private final int[] groupOf;

    private Combinations(Collection<ImmutableList<String>> groups, int[] groupOf) {
        this.groups = ImmutableList.copyOf(groups);
        this.groupOf = groupOf;
    }

    static Combinations of(TableSchema schema, SeriesBlock block, Rollup rollup) {
        int[] kept = rollup.dimensions().stream()
                .mapToInt(schema.dimensions()::indexOf)
                .toArray();
        Map<ImmutableList<String>, Integer> numbers = new LinkedHashMap<>();
        List<ImmutableList<String>> all = block.combinationValues();
        int[] groupOf = new int[all.size()];
        for (int c = 0; c < groupOf.length; c++) {
            ImmutableList<String> values = all.get(c);
            groupOf[c] = isRead(schema, values, rollup)
                    ? numbers.computeIfAbsent(projected(values, kept), key -> numbers.size())
                    : -1;
        }
        return new Combinations(numbers.keySet(), groupOf);
    }

    private static boolean isRead(TableSchema schema, List<String> values, Rollup rollup) {
        return rollup.where().entrySet().stream()
                .allMatch(limit ->
                        limit.getValue().contains(values.get(schema.dimensions().indexOf(limit.getKey()))));
    }

    private static ImmutableList<String> projected(List<String> values, int[] kept) {
        ImmutableList.Builder<String> projected = ImmutableList.builder();
        for (int position : kept) {
            projected.add(values.get(position));
        }
        return projected.build();
    }

    /** The groups that occur. */
    ImmutableList<ImmutableList<String>> groups() {
        return groups;
    }

    /** The group of each of the block's combinations, -1 where it is not read; not to be written to. */
    int[] groupOf() {
        return groupOf;
    }

    /** For each combination of one block the same combination of another, or -1. */
    static int[] matching(SeriesBlock from, SeriesBlock to) {
        Map<ImmutableList<String>, Integer> positions = new HashMap<>();
        for (int c = 0; c < to.combinationValues().size(); c++) {
            positions.put(to.combinationValues().get(c), c);
        }
        return from.combinationValues().stream()
                .mapToInt(values -> Objects.requireNonNullElse(positions.get(values), -1))
                .toArray();
    }
}
