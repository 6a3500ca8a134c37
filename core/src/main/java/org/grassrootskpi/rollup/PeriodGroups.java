package org.grassrootskpi.rollup;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * Groups the periods of a source: slots are numbered from 0, one for each period of a frequency in order of time, or one for
 * all. Immutable.
 */
public final class PeriodGroups {
    private final TimePeriodRange rows;
    private final @Nullable TimePeriodRange groups;
    private final int[] slots;
    private final int slotCount;
    private final int firstCode;
    private final long[] counts;

    private PeriodGroups(TimePeriodRange rows, @Nullable TimePeriodRange groups, int[] slots) {
        this.rows = rows;
        this.groups = groups;
        this.slots = slots;
        this.slotCount = groups == null ? 1 : groups.size();
        this.firstCode = (groups == null ? rows : groups).from().toCode();
        this.counts = new long[slotCount];
        for (int slot : slots) {
            counts[slot]++;
        }
    }

    /**
     * {@return all periods of a range as one group}
     *
     * @param rows the periods of the source
     */
    public static PeriodGroups whole(TimePeriodRange rows) {
        return new PeriodGroups(rows, null, new int[rows.size()]);
    }

    /**
     * {@return a group for each period of a range}
     *
     * @param groups the groups
     * @param source the frequency of the periods that belong to them
     */
    public static PeriodGroups of(TimePeriodRange groups, Frequency source) {
        int[] slots;
        TimePeriodRange rows;
        if (source == groups.frequency()) {
            rows = groups;
            slots = new int[rows.size()];
            Arrays.setAll(slots, i -> i);
        } else {
            rows = TimePeriodRange.of(
                    TimePeriod.containing(groups.from().firstDay(), source),
                    TimePeriod.containing(groups.to().lastDay(), source));
            slots = new int[rows.size()];
            int row = 0;
            int slot = 0;
            for (TimePeriod group : groups) {
                int end = group.subperiods(source).to().toCode() - rows.from().toCode();
                while (row <= end) {
                    slots[row++] = slot;
                }
                slot++;
            }
        }
        return new PeriodGroups(rows, groups, slots);
    }

    /** {@return the periods of the source that are read; all of them belong to a slot} */
    public TimePeriodRange rows() {
        return rows;
    }

    /** {@return the periods that are slots; empty where there is one slot for all} */
    public Optional<TimePeriodRange> groups() {
        return Optional.ofNullable(groups);
    }

    /** {@return how many slots there are} */
    public int size() {
        return slotCount;
    }

    /**
     * {@return the slot of a period of the source, or -1 if it is not read}
     *
     * @param code a code of {@link TimePeriod#toCode()}
     */
    public int slotOf(int code) {
        int at = code - rows.from().toCode();
        return at >= 0 && at < slots.length ? slots[at] : -1;
    }

    /** {@return the slot of each period of {@link #rows}, for a store to join with its rows} */
    public ImmutableMap<TimePeriod, Integer> slotByPeriod() {
        ImmutableMap.Builder<TimePeriod, Integer> slotByPeriod = ImmutableMap.builder();
        int row = 0;
        for (TimePeriod period : rows) {
            slotByPeriod.put(period, slots[row++]);
        }
        return slotByPeriod.buildOrThrow();
    }

    /** {@return for each period of {@link #rows} its slot; a new array} */
    public int[] slots() {
        return slots.clone();
    }

    /**
     * {@return the first and the last slot between two periods; either may lie outside of the slots that there are}
     *
     * @param from begins with the first slot
     * @param to ends with the last slot
     */
    public int[] slotsOf(TimePeriod from, TimePeriod to) {
        if (groups == null) {
            return new int[] {0, 0};
        }
        Frequency frequency = groups.frequency();
        int first = frequency == from.frequency()
                ? from.toCode()
                : TimePeriod.containing(from.firstDay(), frequency).toCode();
        int last = frequency == to.frequency()
                ? to.toCode()
                : TimePeriod.containing(to.lastDay(), frequency).toCode();
        return new int[] {first - firstCode, last - firstCode};
    }

    /**
     * {@return the slot of a group, or -1 if the slots are of another frequency, or there is one slot for all}
     *
     * @param code a code of {@link TimePeriod#toCode()}, of the group
     */
    public int slotOfGroup(int code) {
        if (groups == null) {
            return -1;
        }
        int slot = code - firstCode;
        return slot >= 0 && slot < slotCount ? slot : -1;
    }

    /**
     * {@return the code of the period that is a slot}
     *
     * @param slot its number
     */
    public int period(int slot) {
        return firstCode + slot;
    }

    /**
     * {@return how many periods of the source a slot has}
     *
     * @param slot its number
     */
    public long count(int slot) {
        return counts[slot];
    }

    /** {@return for each slot how many periods of the source it has; a new array} */
    public long[] counts() {
        return counts.clone();
    }

    /** {@return whether no slot has more than one period of the source} */
    public boolean isSingle() {
        return Arrays.stream(counts).allMatch(count -> count <= 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PeriodGroups that && rows.equals(that.rows) && groups().equals(that.groups()));
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    /** {@return such as {@code 2024-01..2024-12 by QUARTERLY}} */
    @Override
    public String toString() {
        return rows + (groups == null ? " as one" : " by " + groups.frequency());
    }
}
