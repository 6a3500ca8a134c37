package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.COMBINATION;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.PERIOD;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.REGION;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.SUBJECT;

import java.util.List;
import java.util.Map;
import org.grassrootskpi.evaluate.GroupNumbers.Axis;
import org.junit.jupiter.api.Test;

class GroupNumbersTest {
    private static GroupNumbers numbers(List<Axis> nesting, int subjects, int regions, int periods, int combinations) {
        return new GroupNumbers(
                nesting, Map.of(SUBJECT, subjects, REGION, regions, PERIOD, periods, COMBINATION, combinations));
    }

    @Test
    void countsTheInnermostAxisFirst() {
        GroupNumbers groups = numbers(List.of(PERIOD, COMBINATION, REGION), 1, 3, 4, 2);

        assertThat(groups.total()).isEqualTo(24);
        int number = 0;
        for (int period = 0; period < 4; period++) {
            for (int combination = 0; combination < 2; combination++) {
                for (int region = 0; region < 3; region++) {
                    assertThat(groups.at(number, PERIOD)).isEqualTo(period);
                    assertThat(groups.at(number, COMBINATION)).isEqualTo(combination);
                    assertThat(groups.at(number, REGION)).isEqualTo(region);
                    assertThat(groups.at(number, SUBJECT)).isZero();
                    number++;
                }
            }
        }
    }

    @Test
    void numbersWhatIsNotNamedWithin() {
        GroupNumbers groups = numbers(List.of(REGION), 2, 3, 1, 1);

        assertThat(groups.at(5, REGION)).isEqualTo(2);
        assertThat(groups.at(5, SUBJECT)).isEqualTo(1);
    }

    @Test
    void knowsTheOrderOfSlots() {
        assertThat(numbers(List.of(SUBJECT, REGION, PERIOD), 2, 3, 4, 1).haveSlotOrder())
                .isTrue();
        assertThat(numbers(List.of(REGION), 1, 3, 1, 1).haveSlotOrder()).isTrue();
        assertThat(numbers(List.of(PERIOD, REGION), 2, 1, 4, 1).haveSlotOrder()).isFalse();
        assertThat(numbers(List.of(PERIOD, SUBJECT), 1, 1, 4, 1).haveSlotOrder())
                .isTrue();
        assertThat(numbers(List.of(REGION, SUBJECT, PERIOD), 2, 3, 4, 1).haveSlotOrder())
                .isFalse();
        assertThat(numbers(List.of(SUBJECT, PERIOD, REGION), 2, 3, 4, 1).haveSlotOrder())
                .isFalse();
        assertThat(numbers(List.of(SUBJECT, REGION, PERIOD), 2, 3, 4, 2).haveSlotOrder())
                .isFalse();
    }

    @Test
    void hasNoGroupsWhereAnAxisIsEmpty() {
        assertThat(numbers(List.of(REGION, PERIOD), 1, 3, 0, 1).total()).isZero();
    }

    @Test
    void refusesMoreGroupsThanAnIntCounts() {
        List<Axis> nesting = List.of(REGION, PERIOD);

        assertThatThrownBy(() -> numbers(nesting, 2, 1 << 15, 1 << 15, 1)).isInstanceOf(ArithmeticException.class);
    }
}
