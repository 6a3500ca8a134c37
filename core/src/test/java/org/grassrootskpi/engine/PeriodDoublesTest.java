package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of doubles by period, which are exact whatever the order and however many rows there are. */
class PeriodDoublesTest {
    private static final int JANUARY = ScanRows.JANUARY;
    private static final int TOWNS = 3;

    /** Returns a number of so many bits, the greatest and the least of which are set. */
    private static double number(Random random, int bits) {
        double value = random.nextInt(4) == 0
                ? Math.scalb(1.0, bits - 1)
                : Math.scalb((double) (random.nextLong() >>> 12 | 1), random.nextInt(Math.max(1, bits - 52)));
        return random.nextBoolean() ? value : -value;
    }

    /**
     * Compares sums and counts by town and group of periods with decimals.
     *
     * @param bits how many bits hold all values: no more than two limbs have
     * @param of how many tenths of the months of a community have a row
     */
    @ParameterizedTest
    @CsvSource({
        "54, 40, 24, 10",
        "88, 40, 24, 10",
        "88, 40, 24, 6",
        "88, 3, 24, 10",
        "88, 3, 300, 9",
        "70, 2, 600, 10",
        "60, 5, 24, 1"
    })
    void addsEachGroupExactly(int bits, int communities, int months, int of) {
        Random random = new Random(bits + communities + months + of);
        ScanRows places = new ScanRows(TOWNS, communities);
        ObservationTableBuilder table = ObservationTable.builder(
                places.catalog(),
                TableSchema.builder().addFloatingPoint("cases").build());
        int[] regionGroup = new int[places.numbering().size()];
        int[] periodGroup = new int[months];
        Arrays.setAll(periodGroup, month -> month % 7 == 3 ? 0 : month / 12);
        int periods = Arrays.stream(periodGroup).max().getAsInt() + 1;
        BigDecimal[] expected = new BigDecimal[TOWNS * periods];
        long[] counts = new long[expected.length];
        Arrays.fill(expected, BigDecimal.ZERO);
        for (int community = 0; community < TOWNS * communities; community++) {
            int region = places.region(community);
            regionGroup[region] = community / communities;
            for (int month = 0; month < months; month++) {
                if (random.nextInt(10) < of) {
                    double value =
                            community == 0 && month < 2 ? Math.scalb(1.0, month * (bits - 1)) : number(random, bits);
                    table.addAll("cases", new int[] {region}, new int[] {JANUARY + month}, new double[] {value});
                    int group = regionGroup[region] * periods + periodGroup[month];
                    expected[group] = expected[group].add(new BigDecimal(value));
                    counts[group]++;
                }
            }
        }

        Scan scan = Scan.of(table.build().blocks().get(0), ScanAggregate.SUM)
                .groupRegions(regionGroup, TOWNS)
                .during(JANUARY, JANUARY + months - 1)
                .groupPeriods(periodGroup, periods);
        Accumulators found = scan.run(1);

        assertThat(requireNonNull(found.doubles).addsAll()).isTrue();
        assertThat(found.count).containsExactly(counts);
        assertThat(requireNonNull(requireNonNull(found.doubles.sums()).doublesUnsafe()))
                .containsExactly(Arrays.stream(expected)
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray());
    }

    /** Fewer rows than periods are not worth it, and more than there is room for are no exact doubles. */
    @ParameterizedTest
    @CsvSource({"12, 11, false", "12, 12, true", "12, 512, true", "12, 513, false", "512, 512, true", "513, 513, false"
    })
    void acceptsAsManyRowsAsItHasRoomFor(int months, int rows, boolean expected) {
        ScanRows places = new ScanRows(1, 1);
        ObservationTableBuilder table = ObservationTable.builder(
                places.catalog(),
                TableSchema.builder().addFloatingPoint("cases").build());
        for (int month : new int[] {0, months - 1}) {
            table.addAll("cases", new int[] {places.region(0)}, new int[] {JANUARY + month}, new double[] {1});
        }
        Scan scan = Scan.of(table.build().blocks().get(0), ScanAggregate.SUM).during(JANUARY, JANUARY + months - 1);
        Accumulators found = new Accumulators(scan);
        Segment segment = scan.block.segments().get(0);
        PeriodDoubles sums =
                new PeriodDoubles(requireNonNull(found.doubles), found.count, new PeriodParts(scan, segment));

        assertThat(found.doubles.room()).isEqualTo(512);
        assertThat(sums.accept(rows)).isEqualTo(expected);
    }

    /** The greatest parts that as many rows have as there is room for, of either sign. */
    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void hasRoomForTheGreatestValues(int sign) {
        ScanRows places = new ScanRows(1, 1);
        double greatest = Math.scalb(1.0, 44);
        double[] values = new double[512];
        Arrays.fill(values, sign * (greatest - 0x1p-8 + 0x1p-9));
        values[0] = sign * (greatest - 0x1p-9);
        values[1] = 0x1p-44;
        ObservationTable table = ObservationTable.builder(
                        places.catalog(),
                        TableSchema.builder().addFloatingPoint("cases").build())
                .addAll(
                        "cases",
                        new int[] {places.region(0), places.region(0)},
                        new int[] {JANUARY, JANUARY + 1},
                        new double[] {values[0], values[1]})
                .build();
        Scan scan = Scan.of(table.blocks().get(0), ScanAggregate.SUM).during(JANUARY, JANUARY + 1);
        Accumulators found = new Accumulators(scan);
        Segment segment = scan.block.segments().get(0);
        PeriodDoubles sums =
                new PeriodDoubles(requireNonNull(found.doubles), found.count, new PeriodParts(scan, segment));
        PeriodColumn all = PeriodColumn.allocate(values.length, JANUARY, JANUARY);

        sums.add(values, all, 0, values.length, 0);

        BigDecimal exact = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(found.count).containsExactly(512);
        assertThat(requireNonNull(found.doubles.sums()).nearest(0)).isEqualTo(exact.doubleValue());
    }
}
