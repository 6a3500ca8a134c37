package org.grassrootskpi.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DecimalColumnTest {
    @Test
    void readsLongsFromTheBeginningOfAnArray() {
        long[] unscaled = {150, -25};
        DecimalColumn column = DecimalColumn.ofUnsafe(unscaled, 2);

        assertThat(column.isUnscaled()).isTrue();
        assertThat(column.scale()).isEqualTo(2);
        assertThat(column.unscaled(1)).isEqualTo(-25);
        assertThat(column.get(0)).isEqualTo(new BigDecimal("1.50"));
        assertThat(column.get(1)).isEqualTo(new BigDecimal("-0.25"));
        assertThat(column.longsUnsafe()).isSameAs(unscaled);
    }

    @Test
    void readsLongsAndIntsFromAPlaceWithinAnArray() {
        DecimalColumn longs = DecimalColumn.ofUnsafe(new long[] {7, 8, 9, 10}, 2, 1);
        DecimalColumn ints = DecimalColumn.ofUnsafe(new int[] {7, 8, 9, 10}, 2, 1);

        for (DecimalColumn column : new DecimalColumn[] {longs, ints}) {
            assertThat(column.isUnscaled()).isTrue();
            assertThat(column.scale()).isEqualTo(1);
            assertThat(column.unscaled(0)).isEqualTo(9);
            assertThat(column.unscaled(1)).isEqualTo(10);
            assertThat(column.get(1)).isEqualTo(new BigDecimal("1.0"));
            assertThat(column.longsUnsafe()).as("not from the first on").isNull();
        }
        assertThat(DecimalColumn.ofUnsafe(new int[] {7}, 0, 1).longsUnsafe()).isNull();
    }

    @Test
    void readsDecimalsOfAnySizeAndZeroWhereThereIsNone() {
        DecimalColumn column = DecimalColumn.ofUnsafe(new BigDecimal[] {new BigDecimal("1e30"), null});

        assertThat(column.isUnscaled()).isFalse();
        assertThat(column.get(0)).isEqualTo(new BigDecimal("1e30"));
        assertThat(column.get(1)).isEqualTo(BigDecimal.ZERO);
        assertThat(column.longsUnsafe()).isNull();
    }
}
