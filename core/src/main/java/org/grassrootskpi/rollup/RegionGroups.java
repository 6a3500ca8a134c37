package org.grassrootskpi.rollup;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.jspecify.annotations.Nullable;

/**
 * Groups regions: slots are numbered from 0, and each range of the {@link RegionNumbering} belongs to a slot. Regions outside
 * every range are not part of the question.
 *
 * <p>Ranges are disjoint and ascending, so that rows in the order of their regions meet the ranges in turn. Immutable.
 */
public final class RegionGroups {
    private static final int NO_REGION = -1;

    private final RegionNumbering numbering;
    private final ImmutableIntArray regions;
    private final int[] starts;
    private final int[] ends;
    private final int[] slots;
    private final boolean whole;
    private final ImmutableList<Region> named;
    private final Supplier<int[]> slotByNumber = Suppliers.memoize(this::slotByNumber);

    private RegionGroups(
            RegionNumbering numbering,
            ImmutableIntArray regions,
            int[] starts,
            int[] ends,
            int[] slots,
            boolean whole) {
        this(numbering, regions, starts, ends, slots, whole, ImmutableList.of());
    }

    private RegionGroups(
            RegionNumbering numbering,
            ImmutableIntArray regions,
            int[] starts,
            int[] ends,
            int[] slots,
            boolean whole,
            ImmutableList<Region> named) {
        this.numbering = numbering;
        this.regions = regions;
        this.starts = starts;
        this.ends = ends;
        this.slots = slots;
        this.whole = whole;
        this.named = named;
    }

    /**
     * {@return all regions below some roots as one group}
     *
     * @param numbering the regions
     * @param roots their numbers, ascending, none within another; none for all regions
     */
    public static RegionGroups whole(RegionNumbering numbering, int[] roots) {
        ImmutableIntArray region = ImmutableIntArray.of(roots.length == 1 ? roots[0] : NO_REGION);
        if (roots.length == 0) {
            boolean any = numbering.size() > 0;
            int[] starts = any ? new int[] {0} : new int[0];
            int[] ends = any ? new int[] {numbering.size()} : new int[0];
            return new RegionGroups(numbering, region, starts, ends, new int[starts.length], true);
        }
        int[] ends = IntStream.of(roots).map(numbering::subtreeEnd).toArray();
        return new RegionGroups(numbering, region, roots, ends, new int[roots.length], true);
    }

    /**
     * {@return a group for each of some regions}
     *
     * @param numbering the regions
     * @param members their numbers, ascending, none within another
     */
    public static RegionGroups of(RegionNumbering numbering, int[] members) {
        int[] ends = new int[members.length];
        int[] slots = new int[members.length];
        for (int slot = 0; slot < members.length; slot++) {
            ends[slot] = numbering.subtreeEnd(members[slot]);
            slots[slot] = slot;
        }
        return new RegionGroups(numbering, ImmutableIntArray.copyOf(members), members, ends, slots, false);
    }

    /**
     * {@return a group for each region of a level below some roots, and a last one for what is deeper but belongs to none of them}
     *
     * @param numbering the regions
     * @param roots their numbers, ascending, none within another; none for all regions
     * @param level the level of the groups
     */
    public static RegionGroups byLevel(RegionNumbering numbering, int[] roots, RegionLevel level) {
        ImmutableIntArray.Builder starts = ImmutableIntArray.builder();
        ImmutableIntArray.Builder regions = ImmutableIntArray.builder();
        int depth = numbering.levels().depth(level);
        int[] from = roots.length == 0 ? new int[] {0} : roots;
        for (int root : from) {
            int end = roots.length == 0 ? numbering.size() : numbering.subtreeEnd(root);
            for (int i = root; i < end; ) {
                int comparison = numbering.depth(i) - depth;
                if (comparison >= 0) {
                    starts.add(i);
                }
                if (comparison == 0) {
                    regions.add(i);
                }
                i = comparison < 0 ? i + 1 : numbering.subtreeEnd(i);
            }
        }
        int[] members = regions.build().toArray();
        int[] ranges = starts.build().toArray();
        if (ranges.length == members.length) {
            return of(numbering, members);
        }
        int[] ends = IntStream.of(ranges).map(numbering::subtreeEnd).toArray();
        int[] slots = new int[ranges.length];
        int slot = 0;
        for (int range = 0; range < ranges.length; range++) {
            boolean isMember = slot < members.length && members[slot] == ranges[range];
            slots[range] = isMember ? slot++ : members.length;
        }
        regions.add(NO_REGION);
        return new RegionGroups(numbering, regions.build(), ranges, ends, slots, false);
    }

    /**
     * {@return a group for each of several sets of regions that are no region of the tree together}
     *
     * @param numbering the regions
     * @param members the number of each region of any set, ascending, none within another
     * @param slots for each of these the number of its set
     * @param named for each set the code and the name that its row has
     */
    public static RegionGroups ofSets(
            RegionNumbering numbering, int[] members, int[] slots, ImmutableList<Region> named) {
        int[] ends = IntStream.of(members).map(numbering::subtreeEnd).toArray();
        int[] regions = new int[named.size()];
        Arrays.fill(regions, NO_REGION);
        return new RegionGroups(numbering, ImmutableIntArray.copyOf(regions), members, ends, slots, false, named);
    }

    /** {@return how many slots there are} */
    public int size() {
        return regions.length();
    }

    /**
     * {@return the region of a slot, or what a set of regions is named; empty for another slot of several regions, and for that of
     * regions below none of the level}
     *
     * @param slot from 0, below {@link #size}
     */
    public Optional<Region> region(int slot) {
        return Optional.ofNullable(regionOrNull(slot));
    }

    /**
     * {@return the region of a slot as {@link #region} gives it, or null; for loops over many slots}
     *
     * @param slot from 0, below {@link #size}
     */
    public @Nullable Region regionOrNull(int slot) {
        int region = regions.get(slot);
        if (region != NO_REGION) {
            return numbering.region(region);
        }
        return named.isEmpty() ? null : named.get(slot);
    }

    /**
     * {@return the number of the region of a slot in the {@link #numbering}, or -1 where {@link #region} is empty or none of the tree}
     *
     * @param slot from 0, below {@link #size}
     */
    public int numberOf(int slot) {
        return regions.get(slot);
    }

    /** {@return the numbering to which the ranges refer} */
    public RegionNumbering numbering() {
        return numbering;
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
     * @param region its number in the {@link #numbering}
     */
    public int slotOf(int region) {
        int at = Arrays.binarySearch(starts, region);
        int range = at >= 0 ? at : -at - 2;
        return range >= 0 && region < ends[range] ? slots[range] : -1;
    }

    /**
     * {@return the slot of each region by its number in the {@link #numbering}, -1 where {@link #slotOf} is; laid out once, and not to
     * be written to}
     */
    public int[] slotsUnsafe() {
        return slotByNumber.get();
    }

    private int[] slotByNumber() {
        int[] ofRegions = new int[numbering.size()];
        Arrays.fill(ofRegions, -1);
        for (int range = 0; range < starts.length; range++) {
            Arrays.fill(ofRegions, starts[range], ends[range], slots[range]);
        }
        return ofRegions;
    }

    /**
     * {@return the slot of each region of a level that is part of the question, by its code, for a store to join with its rows}
     *
     * @param level the level of the rows
     */
    public ImmutableMap<String, Integer> slotByCode(RegionLevel level) {
        ImmutableMap.Builder<String, Integer> slotByCode = ImmutableMap.builder();
        int depth = numbering.levels().depth(level);
        for (int range = 0; range < starts.length; range++) {
            for (int region = starts[range]; region < ends[range]; region++) {
                if (numbering.depth(region) == depth) {
                    slotByCode.put(numbering.region(region).code(), slots[range]);
                }
            }
        }
        return slotByCode.buildOrThrow();
    }

    /**
     * {@return whether every slot is one region of a level, apart from one for what belongs to none}
     *
     * @param level the level
     */
    public boolean isSingle(RegionLevel level) {
        Optional<Region> first = regions.isEmpty() || !named.isEmpty() ? Optional.empty() : region(0);
        return first.filter(region -> region.level().equals(level)).isPresent();
    }

    /**
     * {@return how many regions of a level each slot has}
     *
     * @param positionsOfLevel their numbers in the {@link #numbering}, ascending
     */
    public long[] count(int[] positionsOfLevel) {
        long[] counts = new long[size()];
        int at = 0;
        for (int range = 0; range < starts.length; range++) {
            while (at < positionsOfLevel.length && positionsOfLevel[at] < starts[range]) {
                at++;
            }
            int first = at;
            while (at < positionsOfLevel.length && positionsOfLevel[at] < ends[range]) {
                at++;
            }
            counts[slots[range]] += at - first;
        }
        return counts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RegionGroups that
                        && regions.equals(that.regions)
                        && Arrays.equals(starts, that.starts)
                        && Arrays.equals(ends, that.ends)
                        && Arrays.equals(slots, that.slots));
    }

    @Override
    public int hashCode() {
        // Not of all ranges, of which there may be many: roll-ups are looked up by this.
        return Objects.hash(regions.length(), starts.length, starts.length == 0 ? 0 : ends[ends.length - 1]);
    }

    /** {@return such as {@code 12 regions} or {@code one group of 440307003}} */
    @Override
    public String toString() {
        if (!whole) {
            return size() + (named.isEmpty() ? " regions" : " groups of regions");
        }
        return "one group of " + region(0).map(Region::code).orElse(starts.length + " regions with their parts");
    }
}
