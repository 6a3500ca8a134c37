package org.grassrootskpi.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodColumnTest {
    private static final int FIRST = 1000;

    private static PeriodColumn column(int... distances) {
        PeriodColumn column = PeriodColumn.allocate(distances.length, FIRST, FIRST + distances[distances.length - 1]);
        for (int row = 0; row < distances.length; row++) {
            column.set(row, FIRST + distances[row]);
        }
        return column;
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "127, 1", "128, 1", "255, 1", "256, 2", "40000, 2", "65535, 2", "65536, 4", "3000000, 4"})
    void isAsNarrowAsItsDistances(int last, int bytes) {
        PeriodColumn column = column(0, 0, last);

        assertThat(column.bytes()).isEqualTo(3L * bytes);
        assertThat(column.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(column::distance)).containsExactly(0, 0, last);
        assertThat(IntStream.range(0, 3).map(column::code)).containsExactly(FIRST, FIRST, FIRST + last);
        assertThat(column.first()).isEqualTo(FIRST);
        assertThat(column.last()).isEqualTo(FIRST + last);
    }

    @Test
    void givesItsDistancesInTheWidthThatTheyHave() {
        assertThat(column(1, 200).bytesUnsafe()).containsExactly(1, 200);
        assertThat(column(1, 200).charsUnsafe()).isNull();
        assertThat(column(1, 200).intsUnsafe()).isNull();
        assertThat(column(1, 300).bytesUnsafe()).isNull();
        assertThat(column(1, 300).charsUnsafe()).containsExactly((char) 1, (char) 300);
        assertThat(column(1, 300).intsUnsafe()).isNull();
        assertThat(column(1, 70000).bytesUnsafe()).isNull();
        assertThat(column(1, 70000).charsUnsafe()).isNull();
        assertThat(column(1, 70000).intsUnsafe()).containsExactly(1, 70000);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 200", "1, 2, 300", "1, 2, 70000"})
    void columnsOfTheSamePeriodsAreEqual(int one, int other, int last) {
        PeriodColumn later = PeriodColumn.allocate(2, FIRST + 1, FIRST + 1 + last);
        later.set(0, FIRST + 1 + one);
        later.set(1, FIRST + 1 + last);
        PeriodColumn wider = PeriodColumn.allocate(2, FIRST, FIRST + last + 1);
        wider.set(0, FIRST + one);
        wider.set(1, FIRST + last);

        assertThat(column(one, last)).isEqualTo(column(one, last)).hasSameHashCodeAs(column(one, last));
        assertThat(column(one, last)).isNotEqualTo(column(other, last)).isNotEqualTo(later);
        assertThat(column(one, last)).isNotEqualTo(wider).isNotEqualTo("column");
        assertThat(column(one, last).hashCode()).isNotEqualTo(later.hashCode());
        assertThat(column(one, last).hashCode()).isNotEqualTo(wider.hashCode());
        assertThat(column(one, last).hashCode())
                .isNotEqualTo(column(one, one, last).hashCode());
    }
}
