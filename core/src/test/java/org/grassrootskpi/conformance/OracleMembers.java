package org.grassrootskpi.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grassrootskpi.conformance.Oracle.Data;
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
                        && oracle.catalog.region(row.region()).level() == data.level()
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

    boolean reads(Row row, Data data) {
        return oracle.matches(row, query, null)
                && combinations(data, oracle.combo(row, query)).contains(row.extras());
    }

    /** Whether several combinations are put together in a group. */
    boolean isOpen(Data data, List<String> combo) {
        return combinations(data, combo == null ? List.of() : combo).size() > 1;
    }

    private Set<List<String>> groups(Data data) {
        Set<List<String>> groups = new HashSet<>();
        rowsOf(data, null).forEach(row -> groups.add(oracle.combo(row, query)));
        return groups;
    }

    boolean isOpenAnywhere(Data data) {
        return groups(data).stream().anyMatch(group -> isOpen(data, group));
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
        for (List<String> group : groups(data)) {
            List<List<String>> together = new ArrayList<>(combinations(data, group));
            for (int d = 0; d < oracle.extras.size(); d++) {
                int at = d;
                Set<String> members = new HashSet<>();
                together.forEach(combination -> members.add(combination.get(at)));
                String total = oracle.schema.totals().getOrDefault(oracle.extras.get(d), "");
                boolean suspect = members.stream()
                        .anyMatch(member -> TOTALS.contains(member)
                                && !member.equals(total)
                                && !oracle.schema.ordinaryMembers().containsEntry(oracle.extras.get(at), member));
                OracleAnswers.require(members.size() < 2 || !suspect, Reason.TOTAL_BESIDE_PARTS);
            }
        }
        if (demandsCompleteness && query.missing().leastCoverage().signum() > 0 && isOpenAnywhere(data)) {
            throw new No(Reason.UNKNOWN_COMPLETENESS);
        }
    }
}
