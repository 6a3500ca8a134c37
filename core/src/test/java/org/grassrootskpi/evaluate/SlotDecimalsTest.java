package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.grassrootskpi.slots.DecimalColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotDecimalsTest {
    /** The decimal that a double prints as, if it prints no more digits than are needed, as the doubles of these tests do. */
    private static BigDecimal printed(double value) {
        return new BigDecimal(Double.toString(value));
    }

    private static BigDecimal combined(AggregateFunction function, double... values) {
        SlotDecimals decimals = new SlotDecimals(function, 3);
        DecimalColumn column = DecimalColumn.ofUnsafe(values);
        for (int position = 0; position < values.length; position++) {
            decimals.add(1, column, position);
        }
        decimals.finish(0, 3);
        assertThat(decimals.column().get(0)).isZero();
        assertThat(decimals.column().get(2)).isZero();
        return decimals.column().get(1);
    }

    private static BigDecimal sum(double... values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(printed(value));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.1, -3, 1234.5678, 0.00001, 99_999_999_999.9999, 1e11, 1e15, 1e300, 0.30000000000000004, -0.0})
    void addsShortestDecimals(double value) {
        assertThat(combined(AggregateFunction.SUM, value)).isEqualByComparingTo(printed(value));
        assertThat(combined(AggregateFunction.SUM, value, 0.2, value)).isEqualByComparingTo(sum(value, 0.2, value));
        assertThat(combined(AggregateFunction.MIN, value, 0.25))
                .isEqualByComparingTo(printed(value).min(printed(0.25)));
        assertThat(combined(AggregateFunction.MAX, value, 0.25))
                .isEqualByComparingTo(printed(value).max(printed(0.25)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {99_999_999_999.9999, -99_999_999_999.9999})
    void addsMoreThanALongOfTenThousandthsHolds(double value) {
        double[] values = new double[10_000];
        Arrays.fill(values, value);

        assertThat(combined(AggregateFunction.SUM, values))
                .isEqualByComparingTo(printed(value).multiply(BigDecimal.valueOf(values.length)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUM", "MEAN"})
    void addsAnyDoubles(AggregateFunction function) {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            double[] values = new double[1 + random.nextInt(20)];
            for (int i = 0; i < values.length; i++) {
                int decimals = random.nextInt(7);
                values[i] = (random.nextInt(2_000_000) - 1_000_000) / Math.pow(10, decimals);
            }

            assertThat(combined(function, values)).isEqualByComparingTo(sum(values));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SUM", "MIN"})
    void takesDecimalsAndDoubles(AggregateFunction function) {
        SlotDecimals decimals = new SlotDecimals(function, 1);
        decimals.add(0, DecimalColumn.ofUnsafe(new BigDecimal[] {new BigDecimal("1e30")}), 0);
        decimals.add(0, DecimalColumn.ofUnsafe(new double[] {0.5}), 0);
        decimals.add(0, DecimalColumn.ofUnsafe(new long[] {-125}, 3), 0);
        decimals.finish(0, 1);

        String expected = function == AggregateFunction.SUM ? "1000000000000000000000000000000.375" : "-0.125";
        assertThat(decimals.column().get(0)).isEqualByComparingTo(expected);
    }
}
