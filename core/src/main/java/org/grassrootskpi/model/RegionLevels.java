package org.grassrootskpi.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.text.DefinitionLines;

/**
 * The levels that the regions of a catalogue may have, in order: China's, and those that the catalogue declares.
 *
 * <p>Immutable and thread-safe.
 */
public final class RegionLevels {
    private static final String RESOURCE = "region-levels.tsv";
    private static final ImmutableMap<RegionLevel, LocalizedText> PREPARED_NAMES = preparedNames();

    private final ImmutableList<RegionLevel> inOrder;
    private final ImmutableMap<RegionLevel, Integer> depths;
    private final ImmutableMap<RegionLevel, LocalizedText> names;

    private RegionLevels(List<RegionLevel> inOrder, Map<RegionLevel, LocalizedText> names) {
        this.inOrder = ImmutableList.copyOf(inOrder);
        this.names = ImmutableMap.copyOf(names);
        ImmutableMap.Builder<RegionLevel, Integer> positions = ImmutableMap.builder();
        for (int i = 0; i < inOrder.size(); i++) {
            positions.put(inOrder.get(i), i);
        }
        depths = positions.buildOrThrow();
    }

    /** Puts declared levels among China's; those are passed over that are declared twice, against China's order or by a bad code. */
    static RegionLevels of(List<DeclaredLevel> declared) {
        List<RegionLevel> all = new ArrayList<>(RegionLevel.prepared());
        Map<RegionLevel, LocalizedText> named = new HashMap<>(PREPARED_NAMES);
        List<RegionLevel> before = new ArrayList<>();
        int at = -1;
        for (DeclaredLevel level : declared) {
            if (!level.code().matches(Catalog.ID_FORM)) {
                continue;
            }
            int position = all.indexOf(level.level());
            if (position > at) {
                all.addAll(position, before);
                at = position + before.size();
                before.clear();
            } else if (position < 0 && !before.contains(level.level())) {
                if (at < 0) {
                    before.add(level.level());
                } else {
                    all.add(++at, level.level());
                }
            }
            named.put(level.level(), level.name());
        }
        all.addAll(0, before);
        return new RegionLevels(all, named);
    }

    private static ImmutableMap<RegionLevel, LocalizedText> preparedNames() {
        return DefinitionLines.ofResource(RegionLevels.class.getResourceAsStream(RESOURCE), RESOURCE).stream()
                .collect(ImmutableMap.toImmutableMap(
                        line -> RegionLevel.of(line.field(0, "a level")),
                        line -> LocalizedText.of(line.field(1, "a Chinese name"), line.field(2, "an English name"))));
    }

    /** {@return all levels: each may contain those behind it, and none before it} */
    public ImmutableList<RegionLevel> inOrder() {
        return inOrder;
    }

    /**
     * {@return whether a level is one of China's, or one that the catalogue declares}
     *
     * @param level any level
     */
    public boolean contains(RegionLevel level) {
        return depths.containsKey(level);
    }

    /**
     * Returns the position of a level.
     *
     * @param level a level of the catalogue
     * @return from 0 for the outermost of all
     * @throws UnknownIdException if the catalogue has no such level
     */
    public int depth(RegionLevel level) {
        Integer depth = depths.get(level);
        if (depth == null) {
            throw new UnknownIdException("region level", level.code(), codes());
        }
        return depth;
    }

    /**
     * Compares two levels.
     *
     * @param one a level of the catalogue
     * @param other a level of the catalogue
     * @return below 0 if the first may contain the other, above 0 if it is the deeper one, 0 if both are one
     * @throws UnknownIdException if the catalogue has no such level
     */
    public int compare(RegionLevel one, RegionLevel other) {
        return Integer.compare(depth(one), depth(other));
    }

    /**
     * Returns what a region of a level is called.
     *
     * @param level a level of the catalogue
     * @return as the catalogue declares it, or the usual word for one of China's
     * @throws UnknownIdException if the catalogue has no such level
     */
    public LocalizedText name(RegionLevel level) {
        LocalizedText name = names.get(level);
        if (name == null) {
            throw new UnknownIdException("region level", level.code(), codes());
        }
        return name;
    }

    ImmutableList<String> codes() {
        return inOrder.stream().map(RegionLevel::code).collect(toImmutableList());
    }
}
