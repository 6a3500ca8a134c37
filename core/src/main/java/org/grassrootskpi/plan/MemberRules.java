package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.table.TableSchema;
import org.jspecify.annotations.Nullable;

/**
 * Decides which members of the extra dimensions answer a query: those it is restricted to; of a dimension that it neither restricts
 * nor groups by, the total, if the data has one; and never a total together with its parts.
 */
final class MemberRules {
    private final TableSchema schema;
    private final Query query;
    private final ImmutableList<String> kept;
    private final List<Integer> keptPositions;

    MemberRules(TableSchema schema, Query query) {
        this.schema = schema;
        this.query = query;
        kept = query.groupBy().stream()
                .filter(Dimension::isExtra)
                .map(dimension -> dimension.name())
                .collect(ImmutableList.toImmutableList());
        keptPositions = kept.stream().map(schema.dimensions()::indexOf).toList();
    }

    /** Returns the groups of a source's combinations, or a refusal if a total would be added to its parts. */
    CombinationGroups of(SourceExtent extent) {
        return schema.dimensions().isEmpty()
                ? CombinationGroups.NONE
                : CombinationGroups.of(kept, ImmutableMap.copyOf(groups(extent, Optional.empty())));
    }

    /**
     * Returns the same groups without one of the dimensions that the query groups by: all members of it together, whether the query is
     * limited to some or not. Where one of them is the total, it is read instead of the others.
     */
    CombinationGroups overall(SourceExtent extent, String dimension) {
        int position = kept.indexOf(dimension);
        Optional<String> total = Optional.ofNullable(schema.totals().get(dimension));
        Map<ImmutableList<String>, List<ImmutableList<String>>> whole = new LinkedHashMap<>();
        groups(extent, Optional.of(dimension)).forEach((group, combinations) -> {
            ImmutableList<String> others = without(group, position);
            if (total.filter(group.get(position)::equals).isPresent()) {
                whole.put(others, combinations);
            } else if (!isTotal(whole.get(others), dimension, total)) {
                whole.computeIfAbsent(others, members -> new ArrayList<>()).addAll(combinations);
            }
        });
        whole.values().forEach(combinations -> requireNoSuspectedTotal(combinations, extent));
        return CombinationGroups.of(
                kept.stream().filter(name -> !name.equals(dimension)).collect(ImmutableList.toImmutableList()),
                ImmutableMap.copyOf(whole));
    }

    private boolean isTotal(
            @Nullable List<ImmutableList<String>> combinations, String dimension, Optional<String> total) {
        int position = schema.dimensions().indexOf(dimension);
        return combinations != null
                && total.filter(combinations.get(0).get(position)::equals).isPresent();
    }

    private static ImmutableList<String> without(ImmutableList<String> group, int position) {
        return ImmutableList.<String>builder()
                .addAll(group.subList(0, position))
                .addAll(group.subList(position + 1, group.size()))
                .build();
    }

    private Map<ImmutableList<String>, List<ImmutableList<String>>> groups(
            SourceExtent extent, Optional<String> unlimited) {
        requireNoTotalAmongLimits(extent.source().indicator());
        Map<ImmutableList<String>, List<ImmutableList<String>>> byGroup = new LinkedHashMap<>();
        for (ImmutableList<String> combination : extent.combinations()) {
            if (isAsked(combination, unlimited)) {
                byGroup.computeIfAbsent(projected(combination), group -> new ArrayList<>())
                        .add(combination);
            }
        }
        byGroup.replaceAll((group, combinations) -> withTotals(combinations));
        byGroup.values().forEach(combinations -> requireNoSuspectedTotal(combinations, extent));
        return byGroup;
    }

    /** Returns whether a combination is among the members that the query is restricted to. */
    boolean isAsked(List<String> combination) {
        return isAsked(combination, Optional.empty());
    }

    private boolean isAsked(List<String> combination, Optional<String> unlimited) {
        return query.where().entrySet().stream()
                .allMatch(limit -> unlimited.filter(limit.getKey()::equals).isPresent()
                        || limit.getValue()
                                .contains(combination.get(schema.dimensions().indexOf(limit.getKey()))));
    }

    private ImmutableList<String> projected(List<String> combination) {
        return keptPositions.stream().map(combination::get).collect(ImmutableList.toImmutableList());
    }

    /** Keeps, for each unrestricted dimension with a declared total in the order of the schema, the total's combinations if any. */
    private List<ImmutableList<String>> withTotals(List<ImmutableList<String>> combinations) {
        List<ImmutableList<String>> rest = combinations;
        for (int d = 0; d < schema.dimensions().size(); d++) {
            int position = d;
            String total = schema.totals().get(schema.dimensions().get(d));
            if (total != null && !keptPositions.contains(d)) {
                List<ImmutableList<String>> totals = rest.stream()
                        .filter(combination -> combination.get(position).equals(total))
                        .toList();
                rest = totals.isEmpty() ? rest : totals;
            }
        }
        return rest;
    }

    private void requireNoTotalAmongLimits(String indicator) {
        query.where().forEach((dimension, members) -> {
            String total = schema.totals().get(dimension);
            if (total != null && members.size() > 1 && members.contains(total) && !kept.contains(dimension)) {
                throw RefusedException.of(
                        Reason.TOTAL_BESIDE_PARTS,
                        "'" + total + "' is the total of '" + dimension + "': its '" + indicator
                                + "' contains that of the other members of " + members,
                        "leave it out of where(...), or name nothing else there, or group by Dimension.extra(\""
                                + dimension + "\")");
            }
        });
    }

    /** Refuses to rank a member that may be the total of others among these. */
    void requireNoSuspectedTotal(SourceExtent extent, String dimension, String measure) {
        int position = schema.dimensions().indexOf(dimension);
        extent.combinations().stream()
                .filter(this::isAsked)
                .map(combination -> combination.get(position))
                .filter(member -> schema.isSuspectedTotal(dimension, member))
                .findFirst()
                .ifPresent(suspect -> {
                    throw RefusedException.of(
                            Reason.TOTAL_BESIDE_PARTS,
                            "'" + suspect + "' looks like the total of '" + dimension + "', and '" + measure + "' of '"
                                    + extent.source().indicator() + "' would be among its parts",
                            declared(dimension, suspect) + "; or limit the query by where(\"" + dimension + "\", ...)");
                });
    }

    private static String declared(String dimension, String suspect) {
        return "declare it by TableSchema.builder().total(\"" + dimension + "\", \"" + suspect
                + "\"), or by ordinary(...) if it is none";
    }

    private void requireNoSuspectedTotal(List<ImmutableList<String>> together, SourceExtent extent) {
        for (int d = 0; d < schema.dimensions().size(); d++) {
            int position = d;
            String dimension = schema.dimensions().get(d);
            List<String> members = together.stream()
                    .map(combination -> combination.get(position))
                    .distinct()
                    .toList();
            Optional<String> suspect = members.size() == 1
                    ? Optional.empty()
                    : members.stream()
                            .filter(member -> schema.isSuspectedTotal(dimension, member))
                            .findFirst();
            if (suspect.isPresent()) {
                throw RefusedException.of(
                        Reason.TOTAL_BESIDE_PARTS,
                        "'" + suspect.get() + "' looks like the total of '" + dimension + "', and '"
                                + extent.source().indicator() + "' would add it to "
                                + (members.size() - 1) + (members.size() == 2 ? " other member" : " other members"),
                        declared(dimension, suspect.get()) + "; or limit the query by where(\"" + dimension
                                + "\", ...), or group by Dimension.extra(\"" + dimension + "\")");
            }
        }
    }
}
