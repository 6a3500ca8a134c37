package org.grassrootskpi.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueColumnTest {
    private static ValueColumn exact(long... values) {
        ValueColumn column = ValueColumn.allocate(
                values.length,
                LongStream.of(values).min().getAsLong(),
                LongStream.of(values).max().getAsLong());
        for (int row = 0; row < values.length; row++) {
            column.set(row, values[row]);
        }
        return column;
    }

    private static ValueColumn doubles(double... values) {
        ValueColumn column = ValueColumn.allocateDoubles(values.length);
        for (int row = 0; row < values.length; row++) {
            column.set(row, Double.doubleToRawLongBits(values[row]));
        }
        return column;
    }

    @ParameterizedTest
    @CsvSource({
        "-2147483648, 2147483647, 4",
        "-2147483649, 0, 8",
        "0, 2147483648, 8",
        "-9223372036854775808, 9223372036854775807, 8",
        "5, 5, 4"
    })
    void exactValuesTakeFourBytesWhereTheyFit(long min, long max, int bytes) {
        ValueColumn column = exact(max, min);

        assertThat(column.bytes()).isEqualTo(2L * bytes);
        assertThat(column.size()).isEqualTo(2);
        assertThat(column.min()).isEqualTo(min);
        assertThat(column.max()).isEqualTo(max);
        assertThat(column.isFloatingPoint()).isFalse();
        assertThat(IntStream.range(0, 2).mapToLong(column::unscaled)).containsExactly(max, min);
        assertThat(IntStream.range(0, 2).mapToLong(column::raw)).containsExactly(max, min);
        assertThat(IntStream.range(0, 2).mapToDouble(column::asDouble)).containsExactly((double) max, (double) min);
        assertThat(column.intsUnsafe() == null).isEqualTo(bytes == 8);
        assertThat(column.longsUnsafe() == null).isEqualTo(bytes == 4);
        assertThat(column.doublesUnsafe()).isNull();
        assertThat(column.magnitude()).isZero();
        assertThat(column.lowestBit()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void doublesAreKeptToTheBit() {
        ValueColumn column = doubles(0.1, -2.5);

        assertThat(column.isFloatingPoint()).isTrue();
        assertThat(column.size()).isEqualTo(2);
        assertThat(column.bytes()).isEqualTo(16);
        assertThat(column.asDouble(0)).isEqualTo(0.1);
        assertThat(column.raw(0)).isEqualTo(Double.doubleToRawLongBits(0.1));
        assertThat(column.doublesUnsafe()).containsExactly(0.1, -2.5);
        assertThat(column.intsUnsafe()).isNull();
        assertThat(column.longsUnsafe()).isNull();
        assertThat(column.min()).isZero();
        assertThat(column.max()).isZero();
        assertThat(column.magnitude()).isEqualTo(2.5);
        assertThatIllegalStateException()
                .isThrownBy(() -> column.unscaled(0))
                .withMessage("The values are doubles: read them with asDouble, or import them as decimals");
    }

    /** The lowest bit of a double is the exponent of the greatest power of two that divides it. */
    @ParameterizedTest
    @CsvSource({
        "1.0, 0",
        "-1.0, 0",
        "2.0, 1",
        "3.0, 0",
        "6.0, 1",
        "0.75, -2",
        "1024.0, 10",
        "1024.5, -1",
        "9007199254740991.0, 0",
        "9007199254740992.0, 53",
        "4.9E-324, -1074",
        "9.9E-324, -1073",
        "2.2250738585072014E-308, -1022",
        "2.225073858507201E-308, -1074",
        "2.2250738585072019E-308, -1074",
        "1.7976931348623157E308, 971",
        "0.0, 2147483647",
        "-0.0, 2147483647"
    })
    void knowsTheLowestBitOfDoubles(double value, int bit) {
        assertThat(doubles(value).lowestBit()).isEqualTo(bit);
        assertThat(doubles(0, value, 0).lowestBit()).isEqualTo(bit);
        assertThat(doubles(value).magnitude()).isEqualTo(Math.abs(value));
    }

    @Test
    void theLowestBitIsThatOfAllValues() {
        assertThat(doubles(4, 0.5, 6).lowestBit()).isEqualTo(-1);
        assertThat(doubles(4, -8, 6).magnitude()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9223372036854775807, 1, true",
        "0, 9223372036854775807, 2, false",
        "-9223372036854775808, 0, 1, true",
        "-9223372036854775808, 0, 2, false",
        "0, 4611686018427387903, 2, true",
        "0, 4611686018427387904, 2, false",
        "-4611686018427387904, 0, 2, true",
        "-4611686018427387905, 0, 2, false",
        "-1, 1, 9223372036854775807, true",
        "-5, 7, 0, true",
        "-9223372036854775808, 9223372036854775807, 2, false",
        "-3, 3000000000000000000, 4, false",
        "-3000000000000000000, 3, 4, false"
    })
    void provesThatASumFitsALong(long min, long max, long rows, boolean fits) {
        assertThat(exact(min, max).sumFitsLong(rows)).isEqualTo(fits);
        assertThat(ValueColumn.sumFitsLong(min, max, rows)).isEqualTo(fits);
    }

    @Test
    void columnsOfTheSameValuesAreEqual() {
        assertThat(exact(1, 5, 9)).isEqualTo(exact(1, 5, 9)).hasSameHashCodeAs(exact(1, 5, 9));
        assertThat(exact(1, 5, 9)).isNotEqualTo(exact(1, 6, 9)).isNotEqualTo(exact(1, 5, 8));
        assertThat(exact(1, 5, 9)).isNotEqualTo(exact(0, 5, 9)).isNotEqualTo("column");
        assertThat(exact(1, 1L << 40, 1L << 41)).isNotEqualTo(exact(1, 1L << 39, 1L << 41));
        assertThat(exact(1, 1L << 40)).isEqualTo(exact(1, 1L << 40));
        assertThat(doubles(1, 2)).isEqualTo(doubles(1, 2)).isNotEqualTo(doubles(1, 3));
        assertThat(doubles(0)).isNotEqualTo(exact(0));
        assertThat(exact(1, 5).hashCode()).isNotEqualTo(exact(2, 5).hashCode());
        assertThat(exact(1, 5).hashCode()).isNotEqualTo(exact(1, 6).hashCode());
        assertThat(exact(1, 5).hashCode()).isNotEqualTo(exact(1, 5, 5).hashCode());
        ValueColumn lowerBound = ValueColumn.allocate(1, 0, 9);
        ValueColumn upperBound = ValueColumn.allocate(1, -1, 9);
        assertThat(lowerBound).isNotEqualTo(upperBound).isNotEqualTo(ValueColumn.allocate(1, 0, 8));
    }
}
