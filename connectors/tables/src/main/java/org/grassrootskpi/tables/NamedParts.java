package org.grassrootskpi.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What columns hold whose heads have a number alone: {@code 1_Auspraegung_Code} beside a column {@code 1_Merkmal_Label}, which says
 * Bundesländer in each row.
 */
record NamedParts(Map<Integer, String> names) {
    static NamedParts of(List<String> heads, IntFunction<Set<String>> distinct) {
        Map<String, String> byNumber = new HashMap<>();
        for (int column = 0; column < heads.size(); column++) {
            int of = column;
            Words.numbered(heads.get(column), "naming")
                    .filter(number -> distinct.apply(of).size() == 1)
                    .ifPresent(number ->
                            byNumber.put(number, distinct.apply(of).iterator().next()));
        }
        Map<Integer, String> names = new HashMap<>();
        for (int column = 0; column < heads.size() && !byNumber.isEmpty(); column++) {
            int of = column;
            Words.numbered(heads.get(column), "named").map(byNumber::get).ifPresent(name -> names.put(of, name));
        }
        return new NamedParts(names);
    }

    /** Returns what a column is called: what another says of it, else its head. */
    String of(int column, String head) {
        return names.getOrDefault(column, head);
    }
}
