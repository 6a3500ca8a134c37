package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/** Settles what columns hold when all of them are known. */
final class RoleChoice {
    private static final ImmutableSet<String> RESERVED =
            ImmutableSet.of("indicator", "sector", "topSector", "region", "period");
    private static final int MOST_MEMBERS = 200;

    private RoleChoice() {}

    /** Makes the columns agree: names without codes become the codes, and columns that tell no rows apart are ignored. */
    static List<Column> complete(List<Column> columns, IntFunction<Set<String>> distinct) {
        List<Column> settled = new ArrayList<>(columns);
        promote(settled, Role.REGION_NAME, Role.REGION);
        promote(settled, Role.INDICATOR_NAME, Role.INDICATOR);
        boolean hasValue =
                columns.stream().anyMatch(column -> Words.role(column.name()).equals(Optional.of(Role.VALUE)));
        for (int i = 0; i < settled.size(); i++) {
            Column column = settled.get(i);
            if (column.role() == Role.VALUE
                    && hasValue
                    && Words.role(column.name()).isEmpty()
                    && Heads.period(column.name()).isEmpty()) {
                // Beside a column that is called the value, numbers are something else.
                settled.set(
                        i,
                        Column.of(
                                column.name(),
                                distinct.apply(i).size() <= MOST_MEMBERS ? Role.DIMENSION : Role.IGNORED));
            }
            if (settled.get(i).role() == Role.DIMENSION) {
                settled.set(i, dimension(column.name(), distinct.apply(i)));
            }
        }
        return settled;
    }

    private static void promote(List<Column> columns, Role from, Role to) {
        if (columns.stream().noneMatch(column -> column.role() == to)) {
            columns.replaceAll(column -> column.role() == from ? Column.of(column.name(), to) : column);
        }
    }

    private static Column dimension(String name, Set<String> members) {
        if (members.size() < 2 || members.size() > MOST_MEMBERS) {
            return Column.of(name, Role.IGNORED);
        }
        return new Column(
                name, Role.DIMENSION, null, null, null, RESERVED.contains(name) ? name + " of the table" : name);
    }
}
