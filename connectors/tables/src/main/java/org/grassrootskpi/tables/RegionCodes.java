package org.grassrootskpi.tables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Catalog;

/**
 * The codes of a table's regions by their keys, which are the texts of a region and of those around it: the text of the region itself where
 * it can be a code, else a number behind an r. One that is made up is none that the table has, in capitals or not. Not thread-safe.
 */
final class RegionCodes {
    private static final Pattern ID = Pattern.compile(Catalog.ID_FORM);

    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** What the table calls regions, in small letters. */
    private final Set<String> ofTable = new HashSet<>();

    RegionCodes(Grid grid, List<Integer> regionColumns, List<String> inHeads) {
        regionColumns.forEach(
                column -> grid.column(column).texts().map(RegionCodes::lower).forEach(ofTable::add));
        inHeads.forEach(region -> ofTable.add(lower(region)));
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Returns how a key was spelled before, if it can be a code and differs from that in capital letters alone. */
    Optional<String> otherSpelling(String key) {
        return Optional.ofNullable(spellings.get(lower(key)))
                .filter(before -> !before.equals(key) && isCode(lastOf(key)));
    }

    /** Returns the code of a key that has none yet. */
    String add(String key) {
        String last = lastOf(key);
        boolean isCode = isCode(last);
        String code = isCode ? last : "r" + (byKey.size() + 1);
        boolean isOfTable = isCode;
        for (int number = 2; !take(code, isOfTable); number++) {
            code = isCode ? last + "-" + number : "r" + (byKey.size() + number);
            isOfTable = false;
        }
        byKey.put(key, code);
        spellings.putIfAbsent(lower(key), key);
        return code;
    }

    /** Returns the code of what all regions lie in, whose rows are left out where the table has it. */
    String addWhole(String name, boolean isLeftOut) {
        String first = isCode(name) ? name : "whole";
        String code = first;
        for (int number = 2; !take(code, isLeftOut && code.equals(name)); number++) {
            code = first + "-" + number;
        }
        return code;
    }

    private boolean take(String code, boolean isOfTable) {
        return (isOfTable || !ofTable.contains(lower(code))) && used.add(lower(code));
    }

    /** Returns the text of the region itself. */
    static String lastOf(String key) {
        int end = key.lastIndexOf(Heads.BETWEEN);
        return end < 0 ? key : key.substring(end + Heads.BETWEEN.length());
    }

    private static boolean isCode(String text) {
        return ID.matcher(text).matches();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
