package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/** Finds regions and members that are made of others, by their names and by adding up, and asks about them. */
final class SuspectedTotals {
    private final TotalFinder sums;
    private final List<Column> columns;
    private final LabelColumns labels;
    private final IntFunction<Set<String>> distinct;
    private final BiFunction<Integer, Integer, Set<String>> namesWithoutCode;
    private final KnownRegions known;
    private final ImmutableSetMultimap<String, String> wholes;
    private final List<String> questions;

    SuspectedTotals(
            TotalFinder sums,
            List<Column> columns,
            LabelColumns labels,
            IntFunction<Set<String>> distinct,
            BiFunction<Integer, Integer, Set<String>> namesWithoutCode,
            KnownRegions known,
            ImmutableSetMultimap<String, String> wholes,
            List<String> questions) {
        this.sums = sums;
        this.columns = columns;
        this.labels = labels;
        this.distinct = distinct;
        this.namesWithoutCode = namesWithoutCode;
        this.known = known;
        this.wholes = wholes;
        this.questions = questions;
    }

    /** Finds regions that are made of others in the same list, which are left out until a person says otherwise. */
    List<String> regions() {
        Set<String> found = new LinkedHashSet<>(withoutCode());
        List<Integer> regions = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Role role = columns.get(column).role();
            if (role == Role.REGION) {
                regions.add(column);
                wholes.get(columns.get(column).name()).stream()
                        .filter(region -> known.find(region).isEmpty())
                        .forEach(found::add);
            }
            if (role == Role.REGION || role == Role.REGION_NAME) {
                distinct.apply(column).stream()
                        .filter(region ->
                                Words.isAggregate(region) && known.find(region).isEmpty())
                        .forEach(found::add);
            }
        }
        if (regions.size() == 1 && found.isEmpty()) {
            sums.total(regions.get(0))
                    .or(() -> nation(regions.get(0)))
                    .filter(region -> known.find(region).isEmpty())
                    .ifPresent(found::add);
        }
        if (regions.size() == 1 && known.isEmpty()) {
            List<String> others = distinct.apply(regions.get(0)).stream()
                    .filter(region -> !found.contains(region))
                    .toList();
            found.addAll(sums.sumsOfFollowing(regions.get(0), others));
        }
        if (isAll(found, regions)) {
            return ImmutableList.of();
        }
        if (!found.isEmpty()) {
            questions.add("regionsLeftOut: " + String.join(", ", found)
                    + " look like totals of the other regions; their rows are left out");
        }
        return ImmutableList.copyOf(found);
    }

    /** Returns whether nothing would be left, so that what looks like a total is none: there is no other region. */
    private boolean isAll(Set<String> found, List<Integer> regions) {
        return regions.stream()
                .anyMatch(column -> !distinct.apply(column).isEmpty() && found.containsAll(distinct.apply(column)));
    }

    /** Finds the nation in a list of its parts: by its name, or by a code that all others begin with. */
    private Optional<String> nation(int column) {
        List<Integer> names = columnsOf(Role.REGION_NAME);
        Set<String> codes = distinct.apply(column);
        Optional<String> byCode = codes.stream()
                .filter(code -> Nations.canBeCode(code)
                        && codes.size() > 2
                        && codes.stream().allMatch(other -> other.startsWith(code)))
                .findFirst();
        return byCode.or(() -> Nations.whole(codes))
                .or(() -> names.size() == 1 ? Nations.whole(distinct.apply(names.get(0))) : Optional.empty())
                .filter(nation -> !codes.contains(nation) || sums.isGreatest(column, nation));
    }

    /** Finds the regions of a list that alone have no code: groups of others. */
    private Set<String> withoutCode() {
        List<Integer> codes = columnsOf(Role.REGION);
        List<Integer> names = columnsOf(Role.REGION_NAME);
        if (codes.size() != 1 || names.size() != 1) {
            return Set.of();
        }
        Set<String> found = namesWithoutCode.apply(names.get(0), codes.get(0));
        return found.size() < distinct.apply(codes.get(0)).size() ? found : Set.of();
    }

    private List<Integer> columnsOf(Role role) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).role() == role)
                .boxed()
                .toList();
    }

    /** Finds the total of each dimension, by its name or by adding up; where there is none, says that members will be added. */
    Map<String, String> members() {
        Map<String, String> totals = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() != Role.DIMENSION) {
                continue;
            }
            int of = column;
            String dimension = String.valueOf(columns.get(column).dimension());
            Set<String> members = distinct.apply(column);
            Optional<String> total = wholes.get(columns.get(column).name()).stream()
                    .findFirst()
                    .or(() -> sums.total(of))
                    .or(() -> members.stream()
                            .filter(member ->
                                    Words.isTotal(member) || TableSchema.empty().isSuspectedTotal(dimension, member))
                            .findFirst())
                    .or(() -> labels.total(of));
            if (total.isPresent()) {
                totals.put(dimension, total.get());
                questions.add("totals: the member '" + total.get() + "' of '" + dimension
                        + "' looks like the total of the others");
            } else {
                questions.add("totals: no member of '" + dimension + "' looks like a total, so that the values of "
                        + some(members)
                        + " are added unless a query limits or groups them; if they must not be, make the column a"
                        + " part of the indicator or leave all but one member out");
            }
        }
        return totals;
    }

    private static String some(Set<String> members) {
        List<String> all = List.copyOf(members);
        return all.size() <= 4
                ? String.join(", ", members)
                : String.join(", ", members.stream().limit(3).toList()) + " and " + (all.size() - 3) + " more";
    }
}
