package org.grassrootskpi.slots;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which slots of a rollup have a place in its result: all of them, or, where most are empty, only those with a row. Places
 * are numbered from 0 in the order of the slots. Immutable.
 */
public final class SlotIndex {
    private final int places;
    private final int @Nullable [] slots;

    private SlotIndex(int places, int @Nullable [] slots) {
        this.places = places;
        this.slots = slots;
    }

    /**
     * {@return an index in which every slot has the place of its number}
     *
     * @param slots how many slots there are
     */
    public static SlotIndex all(int slots) {
        return new SlotIndex(slots, null);
    }

    /**
     * {@return an index of some slots alone; the array is not copied and must not be written to afterwards}
     *
     * @param present the slots that have a place, ascending
     */
    public static SlotIndex ofUnsafe(int[] present) {
        return new SlotIndex(present.length, present);
    }

    /** {@return how many places there are} */
    public int places() {
        return places;
    }

    /** The place of a slot, or {@link #places} if it has none. */
    public int place(int slot) {
        if (slots == null) {
            return slot;
        }
        int place = Arrays.binarySearch(slots, slot);
        return place < 0 ? places : place;
    }

    /** The slot at a place. */
    public int slot(int place) {
        return slots == null ? place : slots[place];
    }

    /** The slots that have a place, ascending, not copied; null for all. */
    public int @Nullable [] slotsUnsafe() {
        return slots;
    }

    public boolean hasAll() {
        return slots == null;
    }
}
