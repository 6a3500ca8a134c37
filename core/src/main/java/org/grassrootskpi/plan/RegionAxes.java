package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grassrootskpi.evaluate.LevelIndex;
import org.grassrootskpi.evaluate.ResultGrid;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionGroup;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.rollup.RegionGroups;

/** The regions of a query's groups, and those above them that shares and contributions need. */
final class RegionAxes {
    private final RegionNumbering numbering;
    private final LevelIndex levels;
    private final int[] roots;
    private final List<String> rootCodes;
    private final Optional<RegionLevel> level;
    private final RegionLevel asked;
    private final int askedDepth;
    private final RegionGroups whole;
    private final boolean bySets;
    private final List<ResultGrid.RegionAxis> axes = new ArrayList<>();

    RegionAxes(RegionNumbering numbering, LevelIndex levels, Query query) {
        this(numbering, levels, query, ImmutableList.of(), ImmutableList.of());
    }

    /**
     * Lays out the regions of a query.
     *
     * @param sets the groups of regions that are rows, if any
     * @param named the codes and names of these rows
     */
    RegionAxes(
            RegionNumbering numbering,
            LevelIndex levels,
            Query query,
            ImmutableList<RegionGroup> sets,
            ImmutableList<Region> named) {
        this.numbering = numbering;
        this.levels = levels;
        roots = roots(numbering, query);
        whole = RegionGroups.whole(numbering, roots);
        rootCodes = IntStream.of(roots)
                .mapToObj(root -> numbering.region(root).code())
                .toList();
        level = query.groupBy().stream()
                .flatMap(dimension -> dimension.level().stream())
                .findFirst();
        asked = level.orElseGet(() -> IntStream.of(roots)
                .mapToObj(root -> numbering.region(root).level())
                .max(numbering.levels()::compare)
                .orElseGet(() -> numbering.levels().inOrder().get(0)));
        askedDepth = depth(asked);
        level.ifPresent(this::requireUncut);
        bySets = !sets.isEmpty();
        RegionGroups groups =
                bySets ? bySets(sets, named) : level.map(this::byLevel).orElse(whole);
        axes.add(new ResultGrid.RegionAxis(Optional.empty(), groups, ImmutableIntArray.of()));
    }

    /** Returns the regions that the query is restricted to, ascending, without those inside others. */
    private static int[] roots(RegionNumbering numbering, Query query) {
        int[] all =
                query.within().stream().mapToInt(numbering::numberOf).sorted().toArray();
        List<Integer> outer = new ArrayList<>();
        int end = 0;
        for (int root : all) {
            if (root >= end) {
                outer.add(root);
                end = numbering.subtreeEnd(root);
            }
        }
        return outer.stream().mapToInt(Integer::intValue).toArray();
    }

    private void requireUncut(RegionLevel groupLevel) {
        for (int root : roots) {
            Region region = numbering.region(root);
            if (depth(region.level()) > depth(groupLevel)) {
                throw RefusedException.of(
                        Reason.REGION_CUT,
                        "region '" + region.code() + "' of level " + region.level() + " is only a part of a group by "
                                + groupLevel,
                        "group by " + Dimension.region(region.level()) + ", or ask within a region of level "
                                + groupLevel);
            }
        }
    }

    private RegionGroups bySets(ImmutableList<RegionGroup> sets, ImmutableList<Region> named) {
        TreeMap<Integer, Integer> slots = new TreeMap<>();
        for (int set = 0; set < sets.size(); set++) {
            for (String member : sets.get(set).members()) {
                Integer other = slots.put(numbering.numberOf(member), set);
                if (other != null) {
                    throw overlap(sets.get(other), sets.get(set), member);
                }
            }
        }
        int end = 0;
        int last = 0;
        for (Map.Entry<Integer, Integer> member : slots.entrySet()) {
            if (member.getKey() < end) {
                throw overlap(
                        sets.get(last),
                        sets.get(member.getValue()),
                        numbering.region(member.getKey()).code());
            }
            end = numbering.subtreeEnd(member.getKey());
            last = member.getValue();
        }
        return RegionGroups.ofSets(
                numbering,
                slots.keySet().stream().mapToInt(Integer::intValue).toArray(),
                slots.values().stream().mapToInt(Integer::intValue).toArray(),
                named);
    }

    private static RefusedException overlap(RegionGroup one, RegionGroup other, String region) {
        return RefusedException.of(
                Reason.OVERLAPPING_GROUPS,
                "groups '" + one.code() + "' and '" + other.code() + "' both contain region '" + region
                        + "', whose figures a reader of both rows would count twice",
                "ask for one of the two at a time, by within(\"" + other.code() + "\")");
    }

    /** Returns a group for each region of a level that the query is about. */
    RegionGroups byLevel(RegionLevel ofGroups) {
        return roots.length == 0 ? levels.groups(ofGroups) : RegionGroups.byLevel(numbering, roots, ofGroups);
    }

    /** Returns whether a level is the one asked for, or below it. */
    boolean isFineEnough(RegionLevel ofData) {
        return depth(ofData) >= askedDepth;
    }

    /** Returns the position of a level among the catalogue's. */
    int depth(RegionLevel of) {
        return numbering.levels().depth(of);
    }

    /** Returns the level that data must be at or below. */
    RegionLevel asked() {
        return asked;
    }

    /** Returns the codes of the regions that the query is restricted to, without those inside others; none for all. */
    List<String> roots() {
        return rootCodes;
    }

    /** Returns how many of some regions the query is about. */
    long count(int[] positions) {
        return whole.count(positions)[0];
    }

    List<ResultGrid.RegionAxis> all() {
        return axes;
    }

    RegionGroups groups() {
        return axes.get(0).groups();
    }

    /** Returns the number of the axis of the groups' parents: of a level, or those that they directly belong to. */
    int parents(String measure, Optional<RegionLevel> parentLevel) {
        requireTree(measure);
        RegionLevel groupLevel = requireRegions(measure);
        RegionLevel wanted = parentLevel.orElseGet(() -> directParents(measure));
        if (depth(wanted) >= depth(groupLevel)) {
            throw RefusedException.of(
                    Reason.NEEDS_REGION,
                    "'" + measure + "' is of " + wanted + ", which is not above the groups' level " + groupLevel,
                    "name a level above " + groupLevel);
        }
        for (int i = 1; i < axes.size(); i++) {
            if (axes.get(i).level().filter(l -> l.equals(wanted)).isPresent()) {
                return i;
            }
        }
        axes.add(levels.parents(groups(), wanted));
        return axes.size() - 1;
    }

    /** Refuses a measure within regions of the tree for groups of regions, which lie beside it. */
    void requireTree(String measure) {
        if (bySets) {
            throw RefusedException.of(
                    Reason.NEEDS_REGION,
                    "'" + measure
                            + "' is within a region that contains the groups, but groups of regions lie beside the tree",
                    "group by Dimension.region(level), or ask for Measure.rank()");
        }
    }

    RegionLevel requireRegions(String measure) {
        if (bySets) {
            return asked;
        }
        return level.orElseThrow(() -> RefusedException.of(
                Reason.NEEDS_REGION,
                "'" + measure + "' compares regions, but the query is not grouped by region",
                "add Dimension.region(level) to groupBy"));
    }

    private RegionLevel directParents(String measure) {
        List<RegionLevel> found = levels.parentLevels(groups());
        if (found.size() != 1) {
            throw RefusedException.of(
                    Reason.NEEDS_REGION,
                    "'" + measure + "' needs the regions above the groups to be of one level, found "
                            + (found.isEmpty() ? "none" : found),
                    "name the level, as in Measure.shareOf(level), or group by a level below the top");
        }
        return found.get(0);
    }
}
