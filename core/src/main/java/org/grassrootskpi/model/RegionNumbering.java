package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;

/**
 * The regions of a catalogue numbered from 0 in pre-order: a region comes before its parts, and a region with everything
 * below it is the range from {@link #numberOf} to {@link #subtreeEnd}.
 *
 * <p>Siblings follow in the order of the catalogue. Immutable and thread-safe.
 */
public final class RegionNumbering {
    private final ImmutableList<Region> regions;
    private final ImmutableMap<String, Integer> numberByCode;
    private final int[] parent;
    private final int[] subtreeEnd;
    private final RegionLevels levels;
    private final byte[] depth;

    private RegionNumbering(Catalog catalog) {
        ImmutableList.Builder<Region> ordered = ImmutableList.builder();
        for (Region top : catalog.topRegions()) {
            ordered.addAll(catalog.regionSubtree(top.code()));
        }
        regions = ordered.build();
        ImmutableMap.Builder<String, Integer> byCode = ImmutableMap.builderWithExpectedSize(regions.size());
        for (int i = 0; i < regions.size(); i++) {
            byCode.put(regions.get(i).code(), i);
        }
        numberByCode = byCode.buildOrThrow();
        levels = catalog.levels();
        depth = new byte[regions.size()];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = (byte) levels.depth(regions.get(i).level());
        }
        parent = new int[regions.size()];
        subtreeEnd = new int[regions.size()];
        for (int i = regions.size() - 1; i >= 0; i--) {
            parent[i] = regions.get(i).parent().map(numberByCode::get).orElse(-1);
            subtreeEnd[i] = Math.max(subtreeEnd[i], i + 1);
            if (parent[i] >= 0) {
                subtreeEnd[parent[i]] = Math.max(subtreeEnd[parent[i]], subtreeEnd[i]);
            }
        }
    }

    /**
     * Numbers the regions of a catalogue.
     *
     * @param catalog any catalogue
     * @return the same numbering for the same catalogue
     */
    public static RegionNumbering of(Catalog catalog) {
        return new RegionNumbering(catalog);
    }

    /**
     * Returns the number of regions.
     *
     * @return 0 or more
     */
    public int size() {
        return regions.size();
    }

    /**
     * Returns the regions in the order of their numbers.
     *
     * @return the region of number {@code i} at position {@code i}
     */
    public ImmutableList<Region> regions() {
        return regions;
    }

    /**
     * Returns the region of a number.
     *
     * @param number from 0, below {@link #size}
     * @return the region
     */
    public Region region(int number) {
        return regions.get(number);
    }

    /**
     * Returns the number of a region.
     *
     * @param code the region's code
     * @return from 0, below {@link #size}
     * @throws UnknownIdException if there is no such region
     */
    public int numberOf(String code) {
        Integer number = numberByCode.get(code);
        if (number == null) {
            throw new UnknownIdException("region", code, numberByCode.keySet());
        }
        return number;
    }

    /**
     * Returns the number of the region that contains another one directly.
     *
     * @param number a region's number
     * @return the parent's number, or -1 at the top
     */
    public int parent(int number) {
        return parent[number];
    }

    /**
     * Returns the end of the range of numbers that a region and everything below it occupy.
     *
     * @param number a region's number
     * @return the number after the last region below, exclusive; {@code number + 1} for a region without parts
     */
    public int subtreeEnd(int number) {
        return subtreeEnd[number];
    }

    /** {@return the levels that the regions may have, in order} */
    public RegionLevels levels() {
        return levels;
    }

    /**
     * Returns the position of a region's level among {@link #levels}.
     *
     * @param number a region's number
     * @return from 0 for the outermost of all levels
     */
    public int depth(int number) {
        return depth[number];
    }

    /**
     * Returns the region of a level that a region is or belongs to.
     *
     * @param number a region's number
     * @param level the level to roll up to
     * @return the number of its ancestor (or of itself) at that level, or -1 where there is none
     */
    public int ancestor(int number, RegionLevel level) {
        int ancestor = number;
        while (ancestor >= 0 && !regions.get(ancestor).level().equals(level)) {
            ancestor = parent[ancestor];
        }
        return ancestor;
    }

    /**
     * Returns for each region the one of a level that it is or belongs to.
     *
     * @param level the level to roll up to
     * @return at the position of each region the number of its ancestor (or of itself) at that level, or -1 where there
     *     is none; a new array
     */
    public int[] ancestors(RegionLevel level) {
        int[] ancestors = new int[size()];
        Arrays.fill(ancestors, -1);
        for (int i = 0; i < ancestors.length; i++) {
            if (regions.get(i).level().equals(level)) {
                ancestors[i] = i;
            } else if (parent[i] >= 0) {
                ancestors[i] = ancestors[parent[i]];
            }
        }
        return ancestors;
    }
}
