package org.grassrootskpi.slots;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which slots of a roll-up have a position in its result: all of them, or, where most are empty, only those with a row. Positions
 * are numbered from 0 in the order of the slots. Immutable.
 */
public final class SlotPositions {
    private final int size;
    private final int @Nullable [] slots;

    private SlotPositions(int size, int @Nullable [] slots) {
        this.size = size;
        this.slots = slots;
    }

    /**
     * {@return positions in which every slot has the position of its number}
     *
     * @param slots how many slots there are
     */
    public static SlotPositions all(int slots) {
        return new SlotPositions(slots, null);
    }

    /**
     * {@return positions of some slots alone; the array is not copied and must not be written to afterwards}
     *
     * @param present the slots that have a position, ascending
     */
    public static SlotPositions ofUnsafe(int[] present) {
        return new SlotPositions(present.length, present);
    }

    /** {@return how many positions there are} */
    public int size() {
        return size;
    }

    /** The position of a slot, or {@link #size} if it has none. */
    public int of(int slot) {
        if (slots == null) {
            return slot;
        }
        int position = Arrays.binarySearch(slots, slot);
        return position < 0 ? size : position;
    }

    /** The first position whose slot is a given one or any later one, or {@link #size}. */
    public int from(int slot) {
        if (slots == null) {
            return Math.min(slot, size);
        }
        int position = Arrays.binarySearch(slots, slot);
        return position < 0 ? -position - 1 : position;
    }

    /** The slot at a position. */
    public int slot(int position) {
        return slots == null ? position : slots[position];
    }

    /** The slots that have a position, ascending, not copied; null for all. */
    public int @Nullable [] slotsUnsafe() {
        return slots;
    }

    public boolean hasAll() {
        return slots == null;
    }
}
