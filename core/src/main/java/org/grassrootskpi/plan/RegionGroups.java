package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.RegionOrder;
import org.jspecify.annotations.Nullable;

/**
 * Which regions are put together: slots numbered from 0, and for each range of the {@link RegionOrder} the slot that it
 * belongs to. Regions outside of every range are not part of the question.
 *
 * <p>Ranges are disjoint and ascending, so that rows in the order of their regions meet the ranges in turn. Immutable.
 */
public final class RegionGroups {
    private final RegionOrder order;
    private final ImmutableList<Optional<Region>> regions;
    private final int[] starts;
    private final int[] ends;
    private final int[] slots;
    private final boolean whole;

    private RegionGroups(
            RegionOrder order, ImmutableList<Optional<Region>> regions, List<int[]> ranges, boolean whole) {
        this.order = order;
        this.regions = regions;
        this.starts = ranges.stream().mapToInt(range -> range[0]).toArray();
        this.ends = ranges.stream().mapToInt(range -> range[1]).toArray();
        this.slots = ranges.stream().mapToInt(range -> range[2]).toArray();
        this.whole = whole;
    }

    /** All regions below the roots as one group; no roots are all there are. */
    static RegionGroups whole(RegionOrder order, int[] roots) {
        List<int[]> ranges = new ArrayList<>();
        if (roots.length == 0 && order.size() > 0) {
            ranges.add(new int[] {0, order.size(), 0});
        }
        for (int root : roots) {
            ranges.add(new int[] {root, order.subtreeEnd(root), 0});
        }
        Optional<Region> region = roots.length == 1 ? Optional.of(order.region(roots[0])) : Optional.empty();
        return new RegionGroups(order, ImmutableList.of(region), ranges, true);
    }

    /** A group for each of some regions of which none contains another, ascending. */
    static RegionGroups of(RegionOrder order, int[] members) {
        List<int[]> ranges = new ArrayList<>(members.length);
        ImmutableList.Builder<Optional<Region>> regions = ImmutableList.builderWithExpectedSize(members.length);
        for (int member : members) {
            ranges.add(new int[] {member, order.subtreeEnd(member), ranges.size()});
            regions.add(Optional.of(order.region(member)));
        }
        return new RegionGroups(order, regions.build(), ranges, false);
    }

    /** A group for each region of a level below the roots, and a last one for what is deeper but in none of them. */
    static RegionGroups byLevel(RegionOrder order, int[] roots, RegionLevel level) {
        List<int[]> ranges = new ArrayList<>();
        List<Optional<Region>> regions = new ArrayList<>();
        boolean elsewhere = false;
        int[] from = roots.length == 0 ? new int[] {0} : roots;
        for (int root : from) {
            int end = roots.length == 0 ? order.size() : order.subtreeEnd(root);
            for (int i = root; i < end; ) {
                int comparison = order.region(i).level().compareTo(level);
                if (comparison == 0) {
                    ranges.add(new int[] {i, order.subtreeEnd(i), regions.size()});
                    regions.add(Optional.of(order.region(i)));
                } else if (comparison > 0) {
                    ranges.add(new int[] {i, order.subtreeEnd(i), -1});
                    elsewhere = true;
                }
                i = comparison < 0 ? i + 1 : order.subtreeEnd(i);
            }
        }
        if (elsewhere) {
            int last = regions.size();
            ranges.forEach(range -> range[2] = range[2] < 0 ? last : range[2]);
            regions.add(Optional.empty());
        }
        return new RegionGroups(order, ImmutableList.copyOf(regions), ranges, false);
    }

    /** {@return how many slots there are} */
    public int size() {
        return regions.size();
    }

    /**
     * {@return the region of a slot; empty for several regions put together, and for what no region of the level contains}
     *
     * @param slot from 0, below {@link #size}
     */
    public Optional<Region> region(int slot) {
        return regions.get(slot);
    }

    /** {@return the numbering that the ranges speak of} */
    public RegionOrder order() {
        return order;
    }

    /** {@return how many ranges there are} */
    public int ranges() {
        return starts.length;
    }

    /**
     * {@return the first region of a range, inclusive}
     *
     * @param range from 0, below {@link #ranges}
     */
    public int start(int range) {
        return starts[range];
    }

    /**
     * {@return where a range ends, exclusive}
     *
     * @param range from 0, below {@link #ranges}
     */
    public int end(int range) {
        return ends[range];
    }

    /**
     * {@return the slot that a range belongs to}
     *
     * @param range from 0, below {@link #ranges}
     */
    public int slot(int range) {
        return slots[range];
    }

    /**
     * {@return the slot of a region, or -1 if it is not part of the question}
     *
     * @param region its number in the {@link #order}
     */
    public int slotOf(int region) {
        int at = Arrays.binarySearch(starts, region);
        int range = at >= 0 ? at : -at - 2;
        return range >= 0 && region < ends[range] ? slots[range] : -1;
    }

    /** Whether every slot is one region of this level, apart from one for what belongs to none. */
    boolean isSingle(RegionLevel level) {
        Optional<Region> first = regions.isEmpty() ? Optional.empty() : regions.get(0);
        return first.filter(region -> region.level() == level).isPresent();
    }

    /** How many regions of a level each slot has. */
    long[] count(int[] positionsOfLevel) {
        long[] counts = new long[size()];
        for (int range = 0; range < starts.length; range++) {
            counts[slots[range]] += rank(positionsOfLevel, ends[range]) - rank(positionsOfLevel, starts[range]);
        }
        return counts;
    }

    private static int rank(int[] sorted, int value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at : -at - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegionGroups that
                && regions.equals(that.regions)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(ends, that.ends)
                && Arrays.equals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Objects.hash(regions.size(), Arrays.hashCode(starts));
    }

    /** {@return such as {@code 12 regions} or {@code one group of 440307003}} */
    @Override
    public String toString() {
        if (!whole) {
            return size() + " regions";
        }
        return "one group of " + regions.get(0).map(Region::code).orElse(starts.length + " regions with their parts");
    }
}
