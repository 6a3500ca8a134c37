package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of doubles against sums of decimals, which are exact and rounded once. */
class DoublesTest {
    private static final ScanRows PLACES = new ScanRows(1, 1);
    private static final Catalog CATALOG = PLACES.catalog();
    private static final int REGION = RegionNumbering.of(CATALOG).numberOf("t00-000");

    private static SeriesBlock block(double... values) {
        int[] regions = new int[values.length];
        int[] periods = new int[values.length];
        Arrays.fill(regions, REGION);
        Arrays.setAll(periods, row -> ScanRows.JANUARY + row);
        return ObservationTable.builder(
                        CATALOG, TableSchema.builder().addFloatingPoint("cases").build())
                .addAll("cases", regions, periods, values)
                .build()
                .blocks()
                .get(0);
    }

    private static Doubles sums(double... values) {
        Doubles doubles = new Doubles(block(values), 2, false, false);
        for (double value : values) {
            doubles.add(1, value);
        }
        return doubles;
    }

    private static double[] doubles(@Nullable DecimalColumn column) {
        return requireNonNull(requireNonNull(column).doublesUnsafe());
    }

    private static double exact(double... values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.doubleValue();
    }

    private static void check(double... values) {
        assertThat(doubles(sums(values).sums())).containsExactly(0.0, exact(values));
    }

    /** A limb has 44 bits where there are few rows: the greatest power and the least that values are made of say how many. */
    @ParameterizedTest
    @CsvSource({"0, true", "43, true", "44, true", "87, true", "88, false", "131, false", "132, false"})
    void addsAllOfARangeWhereTwoLimbsHoldAllBits(int greatest, boolean expected) {
        double[] values = {Math.scalb(1.0, greatest), 1};

        assertThat(sums(values).addsAll()).isEqualTo(expected);
        assertThat(sums(Math.scalb(values[0], -60), Math.scalb(1.0, -60)).addsAll())
                .isEqualTo(expected);
        check(values);
        check(Math.scalb(values[0], -60), Math.scalb(1.0, -60));
    }

    @Test
    void addsRowsOneByOneWhereExtremesAreWanted() {
        SeriesBlock block = block(Math.scalb(1.0, 60), 1);

        assertThat(new Doubles(block, 1, false, false).addsAll()).isTrue();
        assertThat(new Doubles(block, 1, true, false).addsAll()).isFalse();
        assertThat(new Doubles(block, 1, false, true).addsAll()).isFalse();
    }

    @Test
    void addsARangeAsIfOneByOne() {
        double[] values = {Math.scalb(1.0, 60), 1, 3, -Math.scalb(1.0, 59), 0.5, 7};
        SeriesBlock block = block(values);
        Doubles doubles = new Doubles(block, 3, false, false);
        long[] counts = new long[3];

        doubles.addAll(values, block.segments().get(0).periods(), 1, 6, new int[] {0, 1, 0, 1, 0, 1}, 1, counts);

        assertThat(doubles(doubles.sums())).containsExactly(0.0, exact(3, 0.5), exact(1, -Math.scalb(1.0, 59), 7));
        assertThat(counts).containsExactly(0, 2, 3);
    }

    @Test
    void roundsOnce() {
        // Half a unit in the last place of 2^87, and one more, which decides.
        double[] values = new double[18];
        Arrays.fill(values, 0, 16, Math.scalb(1.0, 83));
        values[16] = Math.scalb(1.0, 34);
        values[17] = 1;

        assertThat(sums(values).addsAll()).isTrue();
        assertThat(exact(values)).isEqualTo(Math.scalb(1.0, 87) + Math.scalb(1.0, 35));
        check(values);

        double[] negative = Arrays.stream(values).map(value -> -value).toArray();
        check(negative);
    }

    @Test
    void isExactForAnyMagnitudes() {
        Random random = new Random(42);
        for (int bits = 10; bits < 1000; bits += 45) {
            double[] values = new double[12];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(bits) - bits / 2);
            }
            check(values);
        }
        check(Double.MAX_VALUE, Double.MIN_VALUE, -Double.MAX_VALUE);
        check(Double.MIN_VALUE, Double.MIN_VALUE);
        check(0, 0);
    }

    @Test
    void saysWhetherASumIsBeyondTheGreatestDouble() {
        assertThat(sums(Double.MAX_VALUE, Double.MAX_VALUE).sums()).isNull();
        assertThat(sums(-Double.MAX_VALUE, -Double.MAX_VALUE).sums()).isNull();
        assertThat(sums(Double.MAX_VALUE, 1).sums()).isNotNull();
    }

    @Test
    void findsTheLeastAndTheGreatest() {
        SeriesBlock block = block(3, 5, -4);
        Doubles doubles = new Doubles(block, 3, true, true);
        doubles.add(0, 5);
        doubles.add(0, 3);
        doubles.add(1, -4);

        assertThat(doubles(doubles.minima())).startsWith(3, -4).hasSize(3);
        assertThat(doubles(doubles.maxima())).startsWith(5, -4).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1", "1e300"})
    void combinesTheSumsAndExtremesOfTwoThreads(double greatest) {
        SeriesBlock block = block(greatest, 3, 1e-300, -2);
        Doubles doubles = new Doubles(block, 3, true, true);
        Doubles others = new Doubles(block, 3, true, true);
        doubles.add(0, 3);
        doubles.add(1, greatest);
        others.add(0, greatest);
        others.add(1, -2);
        others.add(2, 1e-300);

        doubles.combine(others);

        assertThat(doubles(doubles.sums())).containsExactly(exact(3, greatest), exact(greatest, -2), 1e-300);
        assertThat(doubles(doubles.minima())).containsExactly(Math.min(3, greatest), -2.0, 1e-300);
        assertThat(doubles(doubles.maxima())).containsExactly(Math.max(3, greatest), greatest, 1e-300);
    }

    @Test
    void combinesSumsOfLimbs() {
        SeriesBlock block = block(Math.scalb(1.0, 60), 1, 3);
        Doubles doubles = new Doubles(block, 2, false, false);
        Doubles others = new Doubles(block, 2, false, false);
        doubles.add(0, 1);
        doubles.add(1, 3);
        others.add(0, Math.scalb(1.0, 60));
        others.add(1, 1);

        doubles.combine(others);

        assertThat(doubles(doubles.sums())).containsExactly(exact(1, Math.scalb(1.0, 60)), 4.0);
    }
}
