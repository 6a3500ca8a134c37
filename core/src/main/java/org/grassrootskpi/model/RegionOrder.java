package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;

/**
 * The regions of a catalogue numbered from 0 in pre-order: a region comes before its parts, and a region with everything
 * below it is the range from {@link #index} to {@link #subtreeEnd}.
 *
 * <p>Siblings stand in the order of the catalogue. Immutable and thread-safe.
 */
public final class RegionOrder {
    private final ImmutableList<Region> regions;
    private final ImmutableMap<String, Integer> indexByCode;
    private final int[] parent;
    private final int[] subtreeEnd;

    private RegionOrder(Catalog catalog) {
        ImmutableList.Builder<Region> ordered = ImmutableList.builder();
        for (Region top : catalog.topRegions()) {
            ordered.addAll(catalog.regionSubtree(top.code()));
        }
        regions = ordered.build();
        ImmutableMap.Builder<String, Integer> byCode = ImmutableMap.builderWithExpectedSize(regions.size());
        for (int i = 0; i < regions.size(); i++) {
            byCode.put(regions.get(i).code(), i);
        }
        indexByCode = byCode.buildOrThrow();
        parent = new int[regions.size()];
        subtreeEnd = new int[regions.size()];
        for (int i = regions.size() - 1; i >= 0; i--) {
            parent[i] = regions.get(i).parent().map(indexByCode::get).orElse(-1);
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
     * @return the same order for the same catalogue
     */
    public static RegionOrder of(Catalog catalog) {
        return new RegionOrder(catalog);
    }

    /**
     * How many regions there are.
     *
     * @return 0 or more
     */
    public int size() {
        return regions.size();
    }

    /**
     * The regions in this order.
     *
     * @return the region of number {@code i} at position {@code i}
     */
    public ImmutableList<Region> regions() {
        return regions;
    }

    /**
     * The region of a number.
     *
     * @param index from 0, below {@link #size}
     * @return the region
     */
    public Region region(int index) {
        return regions.get(index);
    }

    /**
     * The number of a region.
     *
     * @param code the region's code
     * @return from 0, below {@link #size}
     * @throws UnknownIdException if there is no such region
     */
    public int index(String code) {
        Integer index = indexByCode.get(code);
        if (index == null) {
            throw new UnknownIdException("region", code, indexByCode.keySet());
        }
        return index;
    }

    /**
     * The number of the region that contains another one directly.
     *
     * @param index a region's number
     * @return the parent's number, or -1 at the top
     */
    public int parent(int index) {
        return parent[index];
    }

    /**
     * Where the part of the order ends that a region and everything below it take up.
     *
     * @param index a region's number
     * @return the number after the last region below, exclusive; {@code index + 1} for a region without parts
     */
    public int subtreeEnd(int index) {
        return subtreeEnd[index];
    }

    /**
     * For each region the one of a level that it is or belongs to.
     *
     * @param level the level to roll up to
     * @return at the place of each region the number of its ancestor (or of itself) at that level, or -1 where there is
     *     none; a new array
     */
    public int[] ancestors(RegionLevel level) {
        int[] ancestors = new int[size()];
        Arrays.fill(ancestors, -1);
        for (int i = 0; i < ancestors.length; i++) {
            if (regions.get(i).level() == level) {
                ancestors[i] = i;
            } else if (parent[i] >= 0) {
                ancestors[i] = ancestors[parent[i]];
            }
        }
        return ancestors;
    }
}
