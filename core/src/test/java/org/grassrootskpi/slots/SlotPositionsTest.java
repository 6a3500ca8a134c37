package org.grassrootskpi.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotPositionsTest {
    @Test
    void givesEverySlotThePositionOfItsNumber() {
        SlotPositions all = SlotPositions.all(3);

        assertThat(all.size()).isEqualTo(3);
        assertThat(all.hasAll()).isTrue();
        assertThat(all.slotsUnsafe()).isNull();
        for (int slot = 0; slot < 3; slot++) {
            assertThat(all.of(slot)).isEqualTo(slot);
            assertThat(all.slot(slot)).isEqualTo(slot);
        }
    }

    @Test
    void numbersTheSlotsThatArePresentAndGivesTheOthersTheSize() {
        SlotPositions some = SlotPositions.ofUnsafe(new int[] {2, 5, 9});

        assertThat(some.size()).isEqualTo(3);
        assertThat(some.hasAll()).isFalse();
        assertThat(some.slotsUnsafe()).containsExactly(2, 5, 9);
        assertThat(new int[] {some.of(2), some.of(5), some.of(9)}).containsExactly(0, 1, 2);
        assertThat(new int[] {some.slot(0), some.slot(1), some.slot(2)}).containsExactly(2, 5, 9);
        assertThat(new int[] {some.of(0), some.of(3), some.of(10)}).containsExactly(3, 3, 3);
    }

    @Test
    void hasNoPositionWhereNoSlotIsPresent() {
        SlotPositions none = SlotPositions.ofUnsafe(new int[0]);

        assertThat(none.size()).isZero();
        assertThat(none.of(0)).isZero();
        assertThat(none.hasAll()).isFalse();
    }
}
