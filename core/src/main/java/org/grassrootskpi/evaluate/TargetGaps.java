package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** The groups of a result in which a region and a period have a value and no target. Thread-safe. */
final class TargetGaps {
    private final PeriodGroups periods;
    private final Map<Group, BitSet> gaps;

    private record Group(int region, ImmutableList<String> members) {}

    private TargetGaps(PeriodGroups periods, Map<Group, BitSet> gaps) {
        this.periods = periods;
        this.gaps = gaps;
    }

    /**
     * Finds the gaps.
     *
     * @param groups the regions of the result
     */
    static TargetGaps of(TargetCheck check, RollupResult observed, RollupResult planned, RegionGroups groups) {
        RegionGroups regions = check.planned().regions();
        PeriodGroups periods = check.planned().periods();
        List<ImmutableList<String>> combinations =
                check.observed().combinations().groups();
        List<ImmutableList<String>> ofPlan = check.planned().combinations().groups();
        Map<Group, BitSet> gaps = new HashMap<>();
        for (int c = 0; c < combinations.size(); c++) {
            int plan = ofPlan.indexOf(combinations.get(c));
            for (int region = 0; region < regions.size(); region++) {
                int number = regions.numberOf(region);
                int group = number < 0 ? -1 : groups.slotOf(number);
                for (int period = 0; group >= 0 && period < periods.size(); period++) {
                    int own = (c * regions.size() + region) * periods.size() + period;
                    int its = (plan * regions.size() + region) * periods.size() + period;
                    if (observed.count(own) > 0 && (plan < 0 || planned.count(its) == 0)) {
                        gaps.computeIfAbsent(new Group(group, combinations.get(c)), any -> new BitSet())
                                .set(period);
                    }
                }
            }
        }
        return new TargetGaps(periods, gaps);
    }

    /**
     * Returns whether a group has a gap.
     *
     * @param region the slot of its region in the result
     * @param members its members of extra dimensions
     * @param period the period of which its target is, or null where all periods are one group
     */
    boolean isIn(int region, ImmutableList<String> members, @Nullable TimePeriod period) {
        BitSet open = gaps.get(new Group(region, members));
        if (open == null) {
            return false;
        }
        if (period == null) {
            return true;
        }
        int[] slots = periods.slotsOf(period, period);
        int gap = open.nextSetBit(Math.max(0, slots[0]));
        return gap >= 0 && gap <= slots[1];
    }
}
