package org.grassrootskpi.plan;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.evaluate.LevelIndex;
import org.grassrootskpi.evaluate.ResultGrid;
import org.grassrootskpi.model.Region;
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
    private final RegionGroups whole;
    private final List<ResultGrid.RegionAxis> axes = new ArrayList<>();

    RegionAxes(RegionNumbering numbering, LevelIndex levels, Query query) {
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
                .max(RegionLevel::compareTo)
                .orElse(RegionLevel.COUNTRY));
        level.ifPresent(this::requireUncut);
        RegionGroups groups = level.map(this::byLevel).orElse(whole);
        axes.add(new ResultGrid.RegionAxis(
                Optional.empty(), groups, ImmutableIntArray.copyOf(IntStream.range(0, groups.size()))));
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
            if (region.level().compareTo(groupLevel) > 0) {
                throw RefusedException.of(
                        Reason.REGION_CUT,
                        "region '" + region.code() + "' of level " + region.level() + " is only a part of a group by "
                                + groupLevel,
                        "group by " + Dimension.region(region.level()) + ", or ask within a region of level "
                                + groupLevel);
            }
        }
    }

    /** Returns a group for each region of a level that the query is about. */
    RegionGroups byLevel(RegionLevel ofGroups) {
        return roots.length == 0 ? levels.groups(ofGroups) : RegionGroups.byLevel(numbering, roots, ofGroups);
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
        RegionLevel groupLevel = requireRegions(measure);
        RegionLevel wanted = parentLevel.orElseGet(() -> directParents(measure));
        if (wanted.compareTo(groupLevel) >= 0) {
            throw RefusedException.of(
                    Reason.NEEDS_REGION,
                    "'" + measure + "' is of " + wanted + ", which is not above the groups' level " + groupLevel,
                    "name a level above " + groupLevel);
        }
        for (int i = 1; i < axes.size(); i++) {
            if (axes.get(i).level().filter(l -> l == wanted).isPresent()) {
                return i;
            }
        }
        int[] ofSlots = IntStream.range(0, groups().size())
                .map(slot -> groups().numberOf(slot))
                .map(region -> region < 0 ? -1 : numbering.ancestor(region, wanted))
                .toArray();
        int[] members =
                IntStream.of(ofSlots).filter(a -> a >= 0).sorted().distinct().toArray();
        RegionGroups parents = RegionGroups.of(numbering, members);
        axes.add(new ResultGrid.RegionAxis(
                Optional.of(wanted),
                parents,
                ImmutableIntArray.copyOf(IntStream.of(ofSlots).map(a -> a < 0 ? -1 : parents.slotOf(a)))));
        return axes.size() - 1;
    }

    RegionLevel requireRegions(String measure) {
        return level.orElseThrow(() -> RefusedException.of(
                Reason.NEEDS_REGION,
                "'" + measure + "' compares regions, but the query is not grouped by region",
                "add Dimension.region(level) to groupBy"));
    }

    private RegionLevel directParents(String measure) {
        List<RegionLevel> levels = IntStream.range(0, groups().size())
                .map(slot -> groups().numberOf(slot))
                .filter(region -> region >= 0)
                .map(numbering::parent)
                .filter(parent -> parent >= 0)
                .mapToObj(parent -> numbering.region(parent).level())
                .distinct()
                .toList();
        if (levels.size() != 1) {
            throw RefusedException.of(
                    Reason.NEEDS_REGION,
                    "'" + measure + "' needs the regions above the groups to be of one level, found "
                            + (levels.isEmpty() ? "none" : levels),
                    "name the level, as in Measure.shareOf(level), or group by a level below the top");
        }
        return levels.get(0);
    }
}
