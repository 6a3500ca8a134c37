package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Region;

/** The regions of a catalogue, found by code or name as tables write them. */
final class KnownRegions {
    static final KnownRegions NONE = new KnownRegions(ImmutableMap.of());

    private static final int[] DIVISION_DIGITS = {2, 4, 6, 9, 12};

    private final Map<String, String> codes;

    private KnownRegions(Map<String, String> codes) {
        this.codes = codes;
    }

    /** Names that several regions have are not known. */
    static KnownRegions of(Collection<Region> regions) {
        Map<String, String> codes = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Region region : regions) {
            for (String name : ImmutableSet.of(region.name().zh(), region.name().en())) {
                if (codes.putIfAbsent(name, region.code()) != null) {
                    ambiguous.add(name);
                }
            }
        }
        codes.keySet().removeAll(ambiguous);
        regions.forEach(region -> codes.put(region.code(), region.code()));
        return new KnownRegions(codes);
    }

    /** Returns regions of which nothing is known but their names. */
    static KnownRegions named(Collection<String> names) {
        Map<String, String> codes = new HashMap<>();
        names.forEach(name -> codes.put(name, name));
        return new KnownRegions(codes);
    }

    boolean isEmpty() {
        return codes.isEmpty();
    }

    /** Returns the code of a region that a table writes by code or name; codes of divisions may have zeros behind them. */
    Optional<String> find(String text) {
        String code = codes.get(text);
        if (code != null || !text.matches("\\d{2,12}")) {
            return Optional.ofNullable(code);
        }
        for (int digits : DIVISION_DIGITS) {
            if (text.length() > digits
                    && text.substring(digits).matches("0+")
                    && codes.containsKey(text.substring(0, digits))) {
                return Optional.of(text.substring(0, digits));
            }
        }
        return Optional.empty();
    }

    /** Returns whether most texts of a list are regions. */
    boolean isListOf(Set<String> texts) {
        return !isEmpty()
                && !texts.isEmpty()
                && texts.stream().filter(text -> find(text).isPresent()).count() * 2 > texts.size();
    }
}
