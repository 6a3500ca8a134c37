package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.grassrootskpi.engine.ScanData.Row;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.SeriesBlock;
import org.jspecify.annotations.Nullable;

/** Random scans against an oracle that puts rows into maps and adds decimals of any size. */
class ScanPropertyTest {
    /** What the oracle finds of a group. */
    private static final class Expected {
        long count;
        long withoutValue;
        BigInteger sum = BigInteger.ZERO;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        ObservationStatus worst = ObservationStatus.NORMAL;
        ObservationStatus worstWithoutValue = ObservationStatus.NORMAL;

        @Nullable Quantity figure;

        final Map<String, Row> firsts = new HashMap<>();
        final Map<String, Row> lasts = new HashMap<>();

        void add(Row row) {
            if (!row.status().hasValue()) {
                withoutValue++;
                worstWithoutValue = worstWithoutValue.worst(row.status());
                return;
            }
            count++;
            sum = sum.add(BigInteger.valueOf(row.scaled()));
            min = Math.min(min, row.scaled());
            max = Math.max(max, row.scaled());
            worst = worst.worst(row.status());
            Quantity own = row.figure().orElseThrow();
            figure = figure == null ? own : figure.plus(own);
            String series = row.indicator() + " " + row.community() + " " + row.source();
            firsts.merge(series, row, (a, b) -> a.month() < b.month() ? a : b);
            lasts.merge(series, row, (a, b) -> a.month() > b.month() ? a : b);
        }

        static BigInteger sum(Map<String, Row> ends) {
            return ends.values().stream()
                    .map(row -> BigInteger.valueOf(row.scaled()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    @Property(tries = 3000)
    void scansFindWhatAnOracleFinds(@ForAll long seed) {
        Random random = new Random(seed);
        ScanData data = new ScanData(random);
        ObservationTable table = data.table();
        List<SeriesBlock> blocks = table.blocks();

        int[] blockGroup = grouping(random, blocks.size());
        int[] regionGroup = regionGrouping(random, table);
        int from = random.nextInt(data.months);
        int to = from + random.nextInt(data.months - from);
        boolean allPeriods = random.nextBoolean();
        int[] periodGroup = ascending(random, allPeriods ? data.months : to - from + 1);
        List<int[]> combinationGroup = new ArrayList<>();
        blocks.forEach(block -> combinationGroup.add(block.combinationValues().stream()
                .mapToInt(v -> v.isEmpty() || v.get(0).equals("a") ? 0 : 1)
                .toArray()));

        boolean groupBlocks = random.nextBoolean();
        boolean groupRegions = random.nextInt(4) > 0;
        boolean groupPeriods = random.nextBoolean();
        boolean groupCombinations = random.nextInt(3) == 0;
        int region = random.nextInt(table.regions().size());
        boolean subtree = random.nextInt(3) == 0;
        boolean during = groupPeriods || random.nextBoolean();
        int firstMonth = allPeriods ? 0 : from;
        int lastMonth = allPeriods ? data.months - 1 : to;

        Tally[] tallies = tallies(random);
        Scan scan = Scan.of(blocks, tallies);
        if (groupBlocks) {
            scan.groupBlocks(blockGroup, groups(blockGroup));
        }
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

        Map<Long, Expected> expected = new TreeMap<>();
        for (Row row : data.rows) {
            int number = table.regions().index("C" + row.community());
            int block = blockOf(blocks, row);
            int b = groupBlocks ? blockGroup[block] : 0;
            int r = groupRegions ? regionGroup[number] : 0;
            boolean inside =
                    (!subtree || (number >= region && number < table.regions().subtreeEnd(region)))
                            && (!during || (row.month() >= firstMonth && row.month() <= lastMonth));
            int p = inside && groupPeriods ? periodGroup[row.month() - firstMonth] : 0;
            int c = groupCombinations && !row.source().equals("a") ? 1 : 0;
            if (inside && b >= 0 && r >= 0 && p >= 0) {
                expected.computeIfAbsent(scan.groupOf(b, r, p, c), id -> new Expected())
                        .add(row);
            }
        }

        for (int threads : new int[] {1, 2, 8}) {
            for (int dense : new int[] {ScanRun.DENSE_GROUPS, 16, 0}) {
                check(scan, scan.run(threads, dense), expected, data);
            }
        }
    }

    private static int blockOf(List<SeriesBlock> blocks, Row row) {
        for (int b = 0; b < blocks.size(); b++) {
            if (blocks.get(b).indicator().id().equals("i" + row.indicator())) {
                return b;
            }
        }
        throw new AssertionError(row);
    }

    private static Tally[] tallies(Random random) {
        List<Tally> tallies = new ArrayList<>(List.of(Tally.SUM));
        if (random.nextBoolean()) {
            return tallies.toArray(Tally[]::new);
        }
        for (Tally tally : List.of(Tally.MIN, Tally.MAX, Tally.STATUS, Tally.PRECISION)) {
            if (random.nextBoolean()) {
                tallies.add(tally);
            }
        }
        if (random.nextInt(3) == 0) {
            tallies.add(Tally.FIRST);
            tallies.add(Tally.LAST);
        }
        return tallies.toArray(Tally[]::new);
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

    private static void check(Scan scan, Groups found, Map<Long, Expected> expected, ScanData data) {
        for (int place = 0; place < found.size(); place++) {
            assertThat(found.indexOf(found.id(place))).isEqualTo(place);
            if (!expected.containsKey(found.id(place))) {
                assertThat(found.count(place)).as("group %s", found.id(place)).isZero();
            }
        }
        expected.forEach((id, group) -> {
            int place = found.indexOf(id);
            if (place < 0) {
                assertThat(group.count + (scan.wants(Tally.STATUS) ? group.withoutValue : 0))
                        .isZero();
                return;
            }
            check(scan, found, place, group, data);
        });
    }

    private static void check(Scan scan, Groups found, int place, Expected group, ScanData data) {
        assertThat(found.count(place)).isEqualTo(group.count);
        if (scan.wants(Tally.STATUS)) {
            assertThat(found.withoutValue(place)).isEqualTo(group.withoutValue);
            assertThat(found.worstStatus(place)).isEqualTo(group.worst);
            assertThat(found.worstWithoutValue(place)).isEqualTo(group.worstWithoutValue);
        }
        if (group.count == 0) {
            return;
        }
        assertThat(found.sum(place)).isEqualTo(group.sum);
        assertThat(found.isLongSum(place)).isEqualTo(group.sum.bitLength() < Long.SIZE);
        if (found.isLongSum(place)) {
            assertThat(found.longSum(place)).isEqualTo(group.sum.longValueExact());
        }
        if (scan.wants(Tally.MIN)) {
            assertThat(found.min(place)).isEqualTo(group.min);
        }
        if (scan.wants(Tally.MAX)) {
            assertThat(found.max(place)).isEqualTo(group.max);
        }
        if (scan.wants(Tally.FIRST)) {
            assertThat(found.firstSum(place)).isEqualTo(Expected.sum(group.firsts));
            assertThat(found.lastSum(place)).isEqualTo(Expected.sum(group.lasts));
            assertThat(found.lastCount(place)).isEqualTo(group.lasts.size());
            ImmutableList<Integer> lasts = months(group.lasts);
            ImmutableList<Integer> firsts = months(group.firsts);
            assertThat(found.earliestLast(place)).isEqualTo(ScanData.code(lasts.get(0)));
            assertThat(found.latestLast(place)).isEqualTo(ScanData.code(lasts.get(lasts.size() - 1)));
            assertThat(found.earliestFirst(place)).isEqualTo(ScanData.code(firsts.get(0)));
            assertThat(found.latestFirst(place)).isEqualTo(ScanData.code(firsts.get(firsts.size() - 1)));
        }
        if (scan.wants(Tally.PRECISION)) {
            Quantity figure = Objects.requireNonNull(group.figure);
            assertThat(found.qualifier(place)).isEqualTo(figure.qualifier());
            assertThat(sameEnds(found.bounds(place, data.decimals), figure.bounds()))
                    .as("%s and %s", found.bounds(place, data.decimals), figure.bounds())
                    .isTrue();
        }
    }

    private static ImmutableList<Integer> months(Map<String, Row> ends) {
        return ends.values().stream()
                .map(Row::month)
                .sorted(Comparator.naturalOrder())
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean sameEnds(Range<BigDecimal> a, Range<BigDecimal> b) {
        return a.hasLowerBound() == b.hasLowerBound()
                && a.hasUpperBound() == b.hasUpperBound()
                && (!a.hasLowerBound()
                        || (a.lowerEndpoint().compareTo(b.lowerEndpoint()) == 0
                                && a.lowerBoundType() == b.lowerBoundType()))
                && (!a.hasUpperBound()
                        || (a.upperEndpoint().compareTo(b.upperEndpoint()) == 0
                                && a.upperBoundType() == b.upperBoundType()));
    }
}
