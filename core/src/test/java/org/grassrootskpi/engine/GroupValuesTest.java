package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.ValueCounts;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupValuesTest {
    private static final int JANUARY = ScanRows.JANUARY;
    private static final ScanRows PLACES = new ScanRows(1, 3);

    /** A month of each of three communities; the third is in a group of its own, and a last group has no row. */
    private static Scan scan(SeriesBlock block) {
        return Scan.of(block, ScanAggregate.SUM).groupRegions(new int[] {0, 0, 0, 1}, 3);
    }

    private static SeriesBlock doubles(double... values) {
        int[] regions = new int[values.length];
        int[] periods = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            regions[row] = PLACES.region(row);
            periods[row] = JANUARY;
        }
        return ObservationTable.builder(
                        PLACES.catalog(),
                        TableSchema.builder().addFloatingPoint("cases").build())
                .addAll("cases", regions, periods, values)
                .build()
                .blocks()
                .get(0);
    }

    private static List<BigDecimal> numbers(ValueCounts values) {
        return IntStream.range(0, values.size()).mapToObj(values::value).toList();
    }

    @Test
    void givesTheValuesOfEachGroup() {
        SeriesBlock block = new ScanRows(1, 3)
                .add(0, JANUARY, 5)
                .add(1, JANUARY, 7)
                .add(2, JANUARY, -1)
                .add(2, JANUARY + 1, 0, ObservationStatus.MISSING)
                .block();
        Scan scan = scan(block);
        IntFunction<ValueCounts> values = GroupValues.values(scan, scan.run(1), 1);

        assertThat(numbers(values.apply(0))).containsExactly(BigDecimal.valueOf(5), BigDecimal.valueOf(7));
        assertThat(numbers(values.apply(1))).containsExactly(BigDecimal.valueOf(-1));
        assertThat(numbers(values.apply(2))).isEmpty();
    }

    @Test
    void givesDoublesAsTheShortestDecimals() {
        Scan scan = scan(doubles(0.1, 2.5, 1e20));
        IntFunction<ValueCounts> values = GroupValues.values(scan, scan.run(1), 1);

        assertThat(numbers(values.apply(0)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.1"), new BigDecimal("2.5"));
        assertThat(numbers(values.apply(1)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("1E+20"));
        assertThat(GroupValues.sums(scan, 1))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("2.6"), new BigDecimal("1E+20"), BigDecimal.ZERO);
    }

    @Test
    void countsTheValuesOfEachGroupThatHasOneInASketch() {
        SeriesBlock block = new ScanRows(1, 3)
                .add(0, JANUARY, 5)
                .add(1, JANUARY, 7)
                .add(2, JANUARY, -1)
                .block();
        Scan scan = scan(block);
        QuantileSketch[] sketches = GroupValues.sketches(scan, scan.run(1), 1);

        assertThat(sketches).hasSize(3);
        assertThat(requireNonNull(sketches[0]).count()).isEqualTo(2);
        assertThat(sketches[0].quantile(BigDecimal.ZERO)).contains(BigDecimal.valueOf(5));
        assertThat(sketches[0].quantile(BigDecimal.ONE)).contains(BigDecimal.valueOf(7));
        assertThat(requireNonNull(sketches[1]).quantile(BigDecimal.ONE)).contains(BigDecimal.valueOf(-1));
        assertThat(sketches[2]).isNull();
    }

    /** Doubles are rounded to the indicator's decimals, of which there are none; those beyond a long are the greatest or the least. */
    @ParameterizedTest
    @CsvSource({
        "41.6, 42",
        "2.5, 2",
        "3.5, 4",
        "-2.5, -2",
        "0.2, 0",
        "4.0E18, 4000000000000000000",
        "-4.0E18, -4000000000000000000",
        "9.3E18, 9223372036854775807",
        "1.0E19, 9223372036854775807",
        "1.0E300, 9223372036854775807",
        "-1.0E19, -9223372036854775808",
        "-1.0E300, -9223372036854775808"
    })
    void countsDoublesAsWholeNumbersInASketch(double value, long number) {
        Scan scan = scan(doubles(value));
        QuantileSketch expected = new QuantileSketch(0);
        expected.add(number);

        assertThat(requireNonNull(GroupValues.sketches(scan, scan.run(1), 1)[0]).quantile(BigDecimal.ONE))
                .isEqualTo(expected.quantile(BigDecimal.ONE));
    }
}
