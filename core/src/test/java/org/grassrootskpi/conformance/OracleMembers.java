package org.grassrootskpi.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.OracleSources.No;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;

/**
 * Which members of extra dimensions the oracle reads, by the definition of the schema: a dimension that the query neither
 * groups by nor limits to parts is answered by its total, if the data has a row of it for the other members asked for.
 */
final class OracleMembers {
    private static final Set<String> TOTALS = Set.of("total", "all");

    private final Oracle oracle;
    private final Query query;
    private final Map<List<Object>, Set<List<String>>> combinations = new HashMap<>();
    private final Map<List<Object>, Set<List<String>>> overall = new HashMap<>();

    OracleMembers(Oracle oracle, Query query) {
        this.oracle = oracle;
        this.query = query;
    }

    private boolean isKept(String dimension) {
        return query.groupBy().contains(Dimension.extra(dimension));
    }

    private List<Row> rowsOf(Data data, List<String> combo) {
        return oracle.rows(data.indicator()).stream()
                .filter(row -> row.period().frequency() == data.frequency()
                        && oracle.catalog.region(row.region()).level().equals(data.level())
                        && oracle.matches(row, query, combo))
                .toList();
    }

    /** Dimension by dimension in the order of the schema: if a row has the total, those that have not are left out. */
    private List<Row> read(Data data, List<String> combo) {
        List<Row> rows = rowsOf(data, combo);
        for (int d = 0; d < oracle.extras.size(); d++) {
            int at = d;
            String total = oracle.schema.totals().get(oracle.extras.get(d));
            boolean answers = total != null
                    && !isKept(oracle.extras.get(d))
                    && rows.stream().anyMatch(row -> row.extras().get(at).equals(total));
            if (answers) {
                rows = rows.stream()
                        .filter(row -> row.extras().get(at).equals(total))
                        .toList();
            }
        }
        return rows;
    }

    private Set<List<String>> combinations(Data data, List<String> combo) {
        return combinations.computeIfAbsent(
                List.of(data, combo),
                key -> read(data, combo).stream().map(Row::extras).collect(Collectors.toSet()));
    }

    /** Whether the same combinations are read of both in every group, where a total may stand for its parts. */
    boolean haveLikeMembers(Data one, Data other) {
        return oracle.schema.totals().isEmpty()
                || (groups(one).equals(groups(other))
                        && groups(one).stream()
                                .allMatch(group -> combinations(one, group).equals(combinations(other, group))));
    }

    /** The same where all members of a dimension are put together, in every group of the others. */
    boolean haveLikeMembers(Data one, Data other, String dimension) {
        return oracle.schema.totals().isEmpty()
                || (othersOf(one, dimension).equals(othersOf(other, dimension))
                        && unlimited(dimension).groups(one).stream()
                                .allMatch(group ->
                                        overall(one, group, dimension).equals(overall(other, group, dimension))));
    }

    private Set<List<String>> othersOf(Data data, String dimension) {
        int at = position(dimension);
        return unlimited(dimension).groups(data).stream()
                .map(group -> without(group, at))
                .collect(Collectors.toSet());
    }

    boolean reads(Row row, Data data) {
        return oracle.matches(row, query, null)
                && combinations(data, oracle.combo(row, query)).contains(row.extras());
    }

    /** Whether several combinations are put together in a cell. */
    boolean isOpen(Data data, Spot spot) {
        return spot.overall() == null
                ? isOpen(data, spot.combo())
                : overall(data, spot).size() > 1;
    }

    private boolean isOpen(Data data, List<String> combo) {
        return combinations(data, combo == null ? List.of() : combo).size() > 1;
    }

    /**
     * All members of one of the dimensions that the query groups by, for the others' members of a cell: the rows of the total, if it has
     * a group, else those of all groups.
     */
    Set<List<String>> overall(Data data, Spot spot) {
        return overall(data, spot.combo(), spot.overall());
    }

    private Set<List<String>> overall(Data data, List<String> combo, String dimension) {
        return overall.computeIfAbsent(List.of(data, combo, dimension), key -> {
            OracleMembers unlimited = unlimited(dimension);
            int at = position(dimension);
            String total = oracle.schema.totals().get(dimension);
            Set<List<String>> all = new HashSet<>();
            for (List<String> group : unlimited.groups(data)) {
                if (!without(group, at).equals(without(combo, at))) {
                    continue;
                }
                if (group.get(at).equals(total)) {
                    return unlimited.combinations(data, group);
                }
                all.addAll(unlimited.combinations(data, group));
            }
            return all;
        });
    }

    /** The members of a query that is limited to none of a dimension. */
    private OracleMembers unlimited(String dimension) {
        if (!query.where().containsKey(dimension)) {
            return this;
        }
        int at = oracle.extras.indexOf(dimension);
        String[] all =
                oracle.rows.stream().map(row -> row.extras().get(at)).distinct().toArray(String[]::new);
        return oracle.members(query.where(dimension, all));
    }

    private int position(String dimension) {
        return query.groupBy().stream().filter(Dimension::isExtra).toList().indexOf(Dimension.extra(dimension));
    }

    private static List<String> without(List<String> group, int at) {
        List<String> others = new ArrayList<>(group);
        others.remove(at);
        return others;
    }

    /** The combinations that differ from one in the member of one dimension only. */
    Set<List<String>> like(List<String> combo, String dimension) {
        int at = position(dimension);
        return oracle.rows.stream()
                .filter(row -> oracle.matches(row, query, null))
                .map(row -> oracle.combo(row, query))
                .filter(other -> without(other, at).equals(without(combo, at)))
                .collect(Collectors.toSet());
    }

    boolean isTotal(List<String> combo, String dimension) {
        return combo.get(position(dimension)).equals(oracle.schema.totals().get(dimension));
    }

    /** Whether the rows of a cell are among those of all members. */
    boolean isPart(Data data, Spot spot, String dimension) {
        return overall(data, spot.combo(), dimension).containsAll(combinations(data, spot.combo()));
    }

    /** Refuses a member that may be the total of others, beside these. */
    void requireNoSuspect(Data data, String dimension) {
        int at = oracle.extras.indexOf(dimension);
        OracleAnswers.require(
                rowsOf(data, null).stream()
                        .noneMatch(row -> isSuspect(row.extras().get(at), dimension)),
                Reason.TOTAL_BESIDE_PARTS);
    }

    private boolean isSuspect(String member, String dimension) {
        return TOTALS.contains(member)
                && !member.equals(oracle.schema.totals().get(dimension))
                && !oracle.schema.ordinaryMembers().containsEntry(dimension, member);
    }

    private void requireNoSuspect(Set<List<String>> together) {
        for (int d = 0; d < oracle.extras.size(); d++) {
            int at = d;
            Set<String> members = new HashSet<>();
            together.forEach(combination -> members.add(combination.get(at)));
            OracleAnswers.require(
                    members.size() < 2 || members.stream().noneMatch(m -> isSuspect(m, oracle.extras.get(at))),
                    Reason.TOTAL_BESIDE_PARTS);
        }
    }

    private Set<List<String>> groups(Data data) {
        Set<List<String>> groups = new HashSet<>();
        rowsOf(data, null).forEach(row -> groups.add(oracle.combo(row, query)));
        return groups;
    }

    boolean isOpenAnywhere(Data data) {
        return groups(data).stream().anyMatch(group -> isOpen(data, group));
    }

    /** The same where all members of a dimension are together. */
    boolean isOpenAnywhere(Data data, String overall) {
        return unlimited(overall).groups(data).stream()
                .anyMatch(group -> overall(data, group, overall).size() > 1);
    }

    /** Whether each group is of one combination, with all members of a dimension together unless it is null; refuses what has none. */
    boolean isOneEverywhere(Data data, String overall) {
        if (overall != null) {
            checkOverall(data, overall, false);
            return !isOpenAnywhere(data, overall);
        }
        check(data, false);
        return !isOpenAnywhere(data);
    }

    /** Refuses a total beside its parts, and completeness that nobody knows. */
    void check(Data data, boolean demandsCompleteness) {
        for (Map.Entry<String, ? extends List<String>> limit : query.where().entrySet()) {
            String total = oracle.schema.totals().get(limit.getKey());
            boolean beside = total != null
                    && limit.getValue().contains(total)
                    && limit.getValue().size() > 1;
            OracleAnswers.require(!beside || isKept(limit.getKey()), Reason.TOTAL_BESIDE_PARTS);
        }
        groups(data).forEach(group -> requireNoSuspect(combinations(data, group)));
        if (demandsCompleteness && query.missing().leastCoverage().signum() > 0 && isOpenAnywhere(data)) {
            throw new No(Reason.UNKNOWN_COMPLETENESS);
        }
    }

    /** Refuses the same where all members of a dimension are put together. */
    void checkOverall(Data data, String dimension, boolean demandsCompleteness) {
        unlimited(dimension).check(data, false);
        Set<List<String>> groups = unlimited(dimension).groups(data);
        groups.forEach(group -> requireNoSuspect(overall(data, group, dimension)));
        boolean isOpen = isOpenAnywhere(data, dimension);
        if (demandsCompleteness && query.missing().leastCoverage().signum() > 0 && isOpen) {
            throw new No(Reason.UNKNOWN_COMPLETENESS);
        }
    }
}
