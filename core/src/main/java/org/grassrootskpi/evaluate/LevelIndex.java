package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grassrootskpi.evaluate.ResultGrid.RegionAxis;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.rollup.RegionGroups;

/**
 * What depends on the regions alone, whatever is asked of them, laid out once for a planner instead of for each query: groups by level,
 * the regions above them, and the positions in the region order where observations of each level are expected.
 *
 * <p>The positions of a subtree are counted by two searches: in the regions of the level, and in those above it that have no parts.
 * Without the latter, a sum of communities would seem complete although a township without communities is in none of them.
 */
public final class LevelIndex {
    private static final int[] NONE = {};

    private final RegionNumbering numbering;
    private final Map<RegionLevel, int[]> positions = new HashMap<>();
    private final Map<RegionLevel, RegionGroups> groups = new ConcurrentHashMap<>();
    private final Map<AskedOf, long[]> expected = new ConcurrentHashMap<>();
    private final Map<AskedOf, RegionAxis> parents = new ConcurrentHashMap<>();
    private final Map<RegionGroups, ImmutableList<RegionLevel>> parentLevels = new ConcurrentHashMap<>();

    private record AskedOf(RegionGroups groups, RegionLevel level) {}

    public LevelIndex(RegionNumbering numbering) {
        this.numbering = numbering;
        Map<RegionLevel, ImmutableIntArray.Builder> found = new HashMap<>();
        ImmutableList<RegionLevel> levels = numbering.levels().inOrder();
        for (int region = 0; region < numbering.size(); region++) {
            int own = numbering.depth(region);
            boolean hasNoParts = numbering.subtreeEnd(region) == region + 1;
            for (int level = own; level < levels.size() && (level == own || hasNoParts); level++) {
                found.computeIfAbsent(levels.get(level), l -> ImmutableIntArray.builder())
                        .add(region);
            }
        }
        found.forEach((level, regions) -> positions.put(level, regions.build().toArray()));
    }

    public int[] positions(RegionLevel level) {
        return positions.getOrDefault(level, NONE);
    }

    /** Returns a group for each region of a level, as {@link RegionGroups#byLevel} does for all regions; made once. */
    public RegionGroups groups(RegionLevel level) {
        return groups.computeIfAbsent(level, l -> RegionGroups.byLevel(numbering, NONE, l));
    }

    /** Returns for each group how many regions of a level are expected in it; the array must not be modified. */
    public long[] expected(RegionGroups in, RegionLevel level) {
        return once(expected, new AskedOf(in, level), in, () -> in.count(positions(level)));
    }

    /** Returns the regions of a level that contain some groups. */
    public RegionAxis parents(RegionGroups of, RegionLevel level) {
        return once(parents, new AskedOf(of, level), of, () -> {
            int[] ancestors = IntStream.range(0, of.size())
                    .map(of::numberOf)
                    .map(region -> region < 0 ? -1 : numbering.ancestor(region, level))
                    .toArray();
            int[] members = IntStream.of(ancestors)
                    .filter(a -> a >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
            RegionGroups above = RegionGroups.of(numbering, members);
            return new RegionAxis(
                    Optional.of(level),
                    above,
                    ImmutableIntArray.copyOf(IntStream.of(ancestors).map(a -> a < 0 ? -1 : above.slotOf(a))));
        });
    }

    /** Returns the levels of the regions that some groups directly belong to. */
    public ImmutableList<RegionLevel> parentLevels(RegionGroups of) {
        return once(
                parentLevels,
                of,
                of,
                () -> IntStream.range(0, of.size())
                        .map(of::numberOf)
                        .filter(region -> region >= 0)
                        .map(numbering::parent)
                        .filter(parent -> parent >= 0)
                        .mapToObj(parent -> numbering.region(parent).level())
                        .distinct()
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Keeps what is made of the groups of whole levels; those of a part of the regions are others in each query. */
    private <K, V> V once(Map<K, V> known, K key, RegionGroups of, Supplier<V> made) {
        return groups.containsValue(of) ? known.computeIfAbsent(key, k -> made.get()) : made.get();
    }
}
