package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/**
 * The level of a table's regions.
 *
 * @param level the level
 * @param levels levels of the table's own, in their order; empty for China's
 * @param question what is to be asked about it
 */
record LevelGuess(RegionLevel level, List<String> levels, Optional<String> question) {
    /** Nations lie in the world, so that there are shares of it. */
    private static final ImmutableList<String> NATIONS = ImmutableList.of("WORLD", RegionLevel.COUNTRY.code());

    /**
     * Finds it out by names and codes; where these say nothing and columns of regions lie within others, by the heads of these columns, as
     * levels of the table's own.
     *
     * @param distinct the texts of a column
     * @param isKnown whether a catalogue knows the regions
     */
    static LevelGuess of(List<Column> columns, IntFunction<Set<String>> distinct, boolean isKnown) {
        Set<String> inHeads = Set.copyOf(
                columns.stream().map(Column::region).filter(Objects::nonNull).toList());
        Optional<RegionLevel> ofHeads = ofNames(inHeads)
                .or(() -> inHeads.stream().filter(Nations::isName).count() * 2 > inHeads.size()
                        ? Optional.of(RegionLevel.COUNTRY)
                        : Optional.empty());
        if (ofHeads.isPresent()) {
            return new LevelGuess(ofHeads.get(), List.of(), Optional.empty());
        }
        if (!isKnown && areNations(columns, distinct)) {
            return new LevelGuess(RegionLevel.COUNTRY, NATIONS, Optional.empty());
        }
        for (int column = columns.size() - 1; column >= 0; column--) {
            Role role = columns.get(column).role();
            if (role == Role.REGION || role == Role.REGION_NAME) {
                Optional<RegionLevel> level = ofNames(distinct.apply(column));
                if (level.isPresent()) {
                    return new LevelGuess(level.get(), List.of(), Optional.empty());
                }
            }
        }
        List<String> heads = columns.stream()
                .filter(column -> column.role() == Role.REGION)
                .map(column -> Heads.levelCode(column.name()))
                .toList();
        if (!isKnown && heads.size() > 1 && canBeLevels(heads)) {
            List<String> levels = new ArrayList<>(List.of("WHOLE"));
            levels.addAll(heads);
            return new LevelGuess(
                    RegionLevel.of(heads.get(heads.size() - 1)),
                    levels,
                    Optional.of(
                            "levels: neither names nor codes say of what levels the regions are; those of the table's own, "
                                    + String.join(", ", heads) + ", are called after the columns"));
        }
        return new LevelGuess(
                RegionLevel.PROVINCE,
                List.of(),
                isKnown
                        ? Optional.empty()
                        : Optional.of(
                                "level: neither names nor codes say of what level the regions are; PROVINCE is a guess"));
    }

    /** Returns whether the only regions of a table are nations, by name. */
    private static boolean areNations(List<Column> columns, IntFunction<Set<String>> distinct) {
        List<Integer> regions = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == Role.REGION) {
                regions.add(column);
            }
            if (columns.get(column).role() == Role.REGION || columns.get(column).role() == Role.REGION_NAME) {
                all.add(column);
            }
        }
        return regions.size() == 1
                && all.stream().anyMatch(column -> {
                    List<String> names = distinct.apply(column).stream()
                            .filter(name -> !Words.isAggregate(name))
                            .toList();
                    return names.stream().filter(Nations::isName).count() * 2 > names.size();
                });
    }

    /** Returns the level that most of the regions speak for, by the ends of their names or codes of nations. */
    private static Optional<RegionLevel> ofNames(Set<String> regions) {
        Map<RegionLevel, Long> votes = new LinkedHashMap<>();
        regions.stream()
                .filter(name -> !Words.isAggregate(name))
                .forEach(name -> Words.level(name).ifPresent(level -> votes.merge(level, 1L, Long::sum)));
        Optional<Map.Entry<RegionLevel, Long>> most = votes.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isPresent() && most.get().getValue() * 2 > regions.size()) {
            return Optional.of(most.get().getKey());
        }
        return regions.stream().filter(Nations::canBeCode).count() * 2 > regions.size()
                ? Optional.of(RegionLevel.COUNTRY)
                : Optional.empty();
    }

    /** Returns whether codes are different, and those of China's levels among them in their order. */
    private static boolean canBeLevels(List<String> codes) {
        List<Integer> prepared = codes.stream()
                .filter(code -> !code.isEmpty())
                .map(code -> RegionLevel.prepared().indexOf(RegionLevel.of(code)))
                .filter(position -> position >= 0)
                .toList();
        return Set.copyOf(codes).size() == codes.size()
                && !codes.contains("")
                && prepared.equals(prepared.stream().sorted().toList());
    }
}
