package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.engine.ScanData.Row;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random scans against an oracle that puts rows into maps and adds decimals of any size. */
class ScanPropertyTest {
    /** What the oracle finds of a group. */
    private static final class Expected {
        long count;
        BigInteger sum = BigInteger.ZERO;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        ObservationStatus worst = ObservationStatus.NORMAL;

        void add(Row row) {
            worst = worst.worst(row.status());
            if (row.status().hasValue()) {
                count++;
                sum = sum.add(BigInteger.valueOf(row.unscaled()));
                min = Math.min(min, row.unscaled());
                max = Math.max(max, row.unscaled());
            }
        }
    }

    static LongStream seeds() {
        return Seeds.of(ScanPropertyTest.class, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scansFindWhatAnOracleFinds(long seed) {
        Random random = new Random(seed);
        ScanData data = new ScanData(random);
        ObservationTable table = data.table();
        for (SeriesBlock block : table.blocks()) {
            check(random, data, table, block);
        }
    }

    private static void check(Random random, ScanData data, ObservationTable table, SeriesBlock block) {
        int[] regionGroup = regionGrouping(random, table);
        int from = random.nextInt(data.months);
        int to = from + random.nextInt(data.months - from);
        boolean allPeriods = random.nextBoolean();
        int[] periodGroup = ascending(random, allPeriods ? data.months : to - from + 1);
        int[] combinationGroup = block.combinationValues().stream()
                .mapToInt(
                        v -> v.isEmpty() || v.get(0).equals("a") ? 0 : v.get(0).equals("b") ? 1 : -1)
                .toArray();

        boolean groupRegions = random.nextInt(4) > 0;
        boolean groupPeriods = random.nextBoolean();
        boolean groupCombinations = random.nextInt(3) == 0;
        int region = random.nextInt(table.regions().size());
        boolean subtree = random.nextInt(3) == 0;
        boolean during = groupPeriods || random.nextBoolean();
        int firstMonth = allPeriods ? 0 : from;
        int lastMonth = allPeriods ? data.months - 1 : to;

        Scan scan = Scan.of(block, aggregates(random, block));
        if (groupRegions) {
            scan.groupRegions(regionGroup, groups(regionGroup));
        }
        if (during) {
            scan.during(ScanData.code(firstMonth), ScanData.code(lastMonth));
        }
        if (groupPeriods) {
            scan.groupPeriods(periodGroup, groups(periodGroup));
        }
        if (groupCombinations) {
            scan.groupCombinations(combinationGroup, 2);
        }
        if (subtree) {
            scan.within(region, table.regions().subtreeEnd(region));
        }

        Map<Integer, Expected> expected = new TreeMap<>();
        for (Row row : data.rows) {
            int number = table.regions().numberOf("C" + row.community());
            int r = groupRegions ? regionGroup[number] : 0;
            boolean inside = block.indicator().id().equals("i" + row.indicator())
                    && (!subtree
                            || (number >= region && number < table.regions().subtreeEnd(region)))
                    && (!during || (row.month() >= firstMonth && row.month() <= lastMonth));
            int p = inside && groupPeriods ? periodGroup[row.month() - firstMonth] : 0;
            int c = groupCombinations ? "abc".indexOf(row.source()) : 0;
            if (inside && r >= 0 && p >= 0 && c < 2) {
                int group = (c * scan.regionGroups + r) * scan.periodGroups + p;
                expected.computeIfAbsent(group, id -> new Expected()).add(row);
            }
        }

        for (int threads : new int[] {1, 2, 8}) {
            Accumulators found = scan.run(threads);
            if (found.stated != null) {
                found.stated.forEach(
                        (group, precision, rows, least, greatest) -> found.addExtremes(group, least, greatest));
            }
            check(scan, found, expected);
            if (OneRowPerGroupScan.fits(scan)) {
                check(OneRowPerGroupScan.run(scan, threads), expected);
            }
        }
    }

    /** Without STATUS only where no row has one. */
    private static ScanAggregate[] aggregates(Random random, SeriesBlock block) {
        List<ScanAggregate> aggregates = new ArrayList<>(List.of(ScanAggregate.SUM));
        if (block.segments().stream().anyMatch(segment -> segment.statusesUnsafe() != null)) {
            aggregates.add(ScanAggregate.STATUS);
        }
        if (random.nextBoolean()) {
            aggregates.add(ScanAggregate.MIN);
        }
        if (random.nextInt(4) == 0) {
            aggregates.add(ScanAggregate.MAX);
        }
        return aggregates.toArray(ScanAggregate[]::new);
    }

    /** Any groups in any order, some left out. */
    private static int[] grouping(Random random, int size) {
        IntUnaryOperator[] kinds = {i -> i, i -> random.nextInt(3) - 1, i -> 0, i -> size - 1 - i};
        IntUnaryOperator kind = kinds[random.nextInt(kinds.length)];
        int[] groups = new int[size];
        Arrays.setAll(groups, kind);
        return groups;
    }

    private static int[] regionGrouping(Random random, ObservationTable table) {
        int size = table.regions().size();
        if (random.nextInt(3) == 0) {
            return grouping(random, size);
        }
        // Stretches of neighbours, which now and then begin and end in the middle of a town.
        boolean byTown = random.nextBoolean();
        int length = 1 << (1 + random.nextInt(3));
        int[] groups = new int[size];
        int group = 0;
        for (int i = 0; i < size; i++) {
            boolean cut =
                    random.nextInt(length) == 0 || (byTown && table.regions().parent(i) < 0);
            group += i > 0 && cut ? 1 : 0;
            groups[i] = group;
        }
        return groups;
    }

    private static int[] ascending(Random random, int size) {
        int[] groups = new int[size];
        boolean identity = random.nextInt(3) == 0;
        boolean gaps = random.nextInt(3) == 0;
        int group = 0;
        for (int i = 0; i < size; i++) {
            group += i > 0 && (identity || random.nextInt(4) == 0) ? 1 : 0;
            groups[i] = gaps && random.nextInt(5) == 0 ? -1 : group;
        }
        return groups;
    }

    private static int groups(int[] groupOf) {
        return Math.max(1, Arrays.stream(groupOf).max().orElse(0) + 1);
    }

    private static void check(Scan scan, Accumulators found, Map<Integer, Expected> expected) {
        assertThat(found.count).hasSize(scan.groups());
        for (int group = 0; group < found.count.length; group++) {
            Expected of = expected.getOrDefault(group, new Expected());
            assertThat(found.count[group]).isEqualTo(of.count);
            if (found.statuses != null) {
                assertThat(found.worstStatuses()[group])
                        .isEqualTo(of.worst == ObservationStatus.NORMAL ? null : of.worst);
            }
            if (of.count > 0) {
                assertThat(found.sum(group)).isEqualTo(of.sum);
                if (found.min != null) {
                    assertThat(found.min[group]).isEqualTo(of.min);
                }
                if (found.max != null) {
                    assertThat(found.max[group]).isEqualTo(of.max);
                }
            }
        }
    }

    private static void check(OneRowPerGroupScan found, Map<Integer, Expected> expected) {
        assertThat(Ints.asList(found.groups)).isEqualTo(List.copyOf(expected.keySet()));
        int position = 0;
        for (Expected of : expected.values()) {
            assertThat(found.counts == null ? 1 : found.counts[position]).isEqualTo(of.count);
            assertThat(found.statuses == null ? ObservationStatus.NORMAL : found.statuses[position])
                    .isEqualTo(of.worst);
            assertThat(BigInteger.valueOf(found.values.unscaled(position))).isEqualTo(of.sum);
            position++;
        }
    }
}
