package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
    private static final int JANUARY = ScanRows.JANUARY;
    private static final int TOWNS = 16;
    private static final int COMMUNITIES = 8;
    private static final int SERIES = TOWNS * COMMUNITIES;
    private static final int MONTHS = 1024;

    /** As many rows as make two chunks, and not one more; the regions are a town and eight communities in turn. */
    private static final ScanRows MANY = many();

    private static final SeriesBlock BLOCK = MANY.block();
    private static final Segment SEGMENT = BLOCK.segments().get(0);

    private static ScanRows many() {
        ScanRows rows = new ScanRows(TOWNS, COMMUNITIES);
        for (int community = 0; community < SERIES; community++) {
            for (int month = 0; month < MONTHS; month++) {
                rows.add(community, JANUARY + month, community * 10_000L + month);
            }
        }
        return rows;
    }

    private static int[] array(int size, IntUnaryOperator groupOf) {
        int[] groups = new int[size];
        Arrays.setAll(groups, groupOf);
        return groups;
    }

    private static Scan byRegion(IntUnaryOperator groupOf, int groups) {
        return Scan.of(BLOCK, ScanAggregate.SUM).groupRegions(array(TOWNS * (COMMUNITIES + 1), groupOf), groups);
    }

    private static Scan byTown() {
        return byRegion(region -> region / (COMMUNITIES + 1), TOWNS);
    }

    private static List<String> texts(List<Stretch> stretches) {
        return stretches.stream()
                .map(stretch -> stretch.from() + ".." + stretch.to())
                .toList();
    }

    private static List<String> parts(Scan scan, int threads) {
        return texts(scan.partsByGroup(scan.stretches().get(0), threads));
    }

    @Test
    void hasAsManyGroupsAsAnIntCounts() {
        Scan scan = Scan.of(BLOCK).groupPeriods(new int[0], Integer.MAX_VALUE);
        assertThat(scan.groups()).isEqualTo(Integer.MAX_VALUE);

        scan.groupPeriods(new int[0], 1 << 16).groupRegions(new int[0], 1 << 14);
        assertThat(scan.groups()).isEqualTo(1 << 30);
        scan.groupCombinations(new int[0], 2);
        assertThatIllegalArgumentException()
                .isThrownBy(scan::groups)
                .withMessageStartingWith(
                        "Expected at most 2147483647 groups of 'cases', got 16384 regions x 65536 periods"
                                + " x 2 combinations");
    }

    @Test
    void readsStretchesThatHaveASeries() {
        assertThat(texts(Scan.of(BLOCK).stretches())).containsExactly("0..128");
        assertThat(texts(Scan.of(BLOCK).within(9, 27).stretches())).containsExactly("8..24");
        assertThat(Scan.of(BLOCK).within(9, 10).stretches())
                .as("a town, without its communities")
                .isEmpty();
        assertThat(Scan.of(BLOCK).within(30, 20).stretches()).isEmpty();
        assertThat(Scan.of(BLOCK).groupCombinations(new int[] {-1}, 1).stretches())
                .isEmpty();
        assertThat(Scan.of(BLOCK)
                        .groupPeriods(new int[0], 10)
                        .groupRegions(new int[0], 5)
                        .groupCombinations(new int[] {2}, 3)
                        .stretches())
                .containsExactly(new Stretch(0, SEGMENT, 0, 128, 100));
    }

    @Test
    void findsWhereTheNextGroupBegins() {
        Scan scan = byTown();
        Stretch all = scan.stretches().get(0);

        assertThat(scan.sameGroupUntil(all, 0)).isEqualTo(8);
        assertThat(scan.sameGroupUntil(all, 7)).isEqualTo(8);
        assertThat(scan.sameGroupUntil(all, 8)).isEqualTo(16);
        assertThat(scan.sameGroupUntil(all, 127)).isEqualTo(128);
        assertThat(scan.sameGroupUntil(new Stretch(0, SEGMENT, 0, 5, 0), 2)).isEqualTo(5);
        assertThat(Scan.of(BLOCK).sameGroupUntil(all, 3)).isEqualTo(128);
    }

    @Test
    void cutsStretchesIntoChunksOfEnoughRowsForSeveralThreads() {
        assertThat(texts(byTown().chunks(1))).containsExactly("0..128");
        assertThat(texts(byTown().chunks(2))).containsExactly("0..64", "64..128");
        assertThat(texts(byTown().chunks(3))).containsExactly("0..64", "64..128");
        assertThat(texts(byTown().chunks(9))).containsExactly("0..64", "64..128");
        assertThat(texts(byTown().within(0, 9 * 15).chunks(2))).containsExactly("0..120");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void findsTheSameWithAnyNumberOfThreads(int threads) {
        Scan scan = byTown();
        assertThat(ScanRows.found(scan, scan.run(threads))).isEqualTo(MANY.expected(scan));
    }

    @Test
    void cutsValuesWhereGroupsEnd() {
        assertThat(parts(byTown(), 1)).containsExactly("0..128");
        assertThat(parts(byTown(), 2)).containsExactly("0..64", "64..128");
        assertThat(parts(byTown(), 3)).containsExactly("0..48", "48..88", "88..128");
        assertThat(parts(byTown(), 100))
                .isEqualTo(IntStream.range(0, TOWNS)
                        .mapToObj(town -> town * 8 + ".." + (town + 1) * 8)
                        .toList());
    }

    @Test
    void cutsNoGroup() {
        assertThat(parts(Scan.of(BLOCK), 4)).as("one group").containsExactly("0..128");
        assertThat(parts(byRegion(region -> region < 100 ? 0 : 1, 2), 4)).containsExactly("0..88", "88..128");
        assertThat(parts(byRegion(region -> region < 38 ? 0 : 1, 2), 4)).containsExactly("0..33", "33..128");
    }

    @Test
    void cutsNothingWhereTheSeriesOfAGroupAreNoNeighbours() {
        assertThat(parts(byRegion(region -> region % 2, 2), 2)).containsExactly("0..128");
        assertThat(parts(byRegion(region -> region / 9 == 15 ? 0 : region / 9, TOWNS), 2))
                .as("the last town with the first")
                .containsExactly("0..128");
        assertThat(parts(byRegion(region -> region == 100 ? -1 : 0, 1), 2))
                .as("one is left out between others")
                .containsExactly("0..128");
    }

    @Test
    void cutsBesideRegionsThatAreLeftOut() {
        assertThat(parts(byRegion(region -> region / 9 % 2 == 1 ? -1 : region / 9, TOWNS), 2))
                .containsExactly("0..64", "64..128");
        assertThat(parts(byRegion(region -> region / 9 == 0 ? 0 : -1, 1), 2)).containsExactly("0..128");
    }

    /** 64 series of 1024 months are cut, 63 are not. */
    @Test
    void cutsNothingWhereThereAreFewRows() {
        assertThat(parts(byTown().within(0, 8 * 9), 2)).containsExactly("0..32", "32..64");
        assertThat(parts(byTown().within(0, 8 * 9 - 1), 2)).containsExactly("0..63");
        assertThat(parts(byTown().within(9, 9 * 9), 2)).containsExactly("8..40", "40..72");
    }

    /** The values of each group, in order, as they are passed on. */
    private static List<List<Long>> passedOn(Scan scan, int threads) {
        List<List<Long>> values = new ArrayList<>();
        for (int group = 0; group < scan.groups(); group++) {
            values.add(new ArrayList<>());
        }
        scan.forEachValue(
                threads,
                (group, segment, row) -> values.get(group).add(segment.values().unscaled(row)));
        return values;
    }

    private static List<List<Long>> expected(ScanRows rows, Scan scan) {
        List<List<Long>> values = new ArrayList<>();
        for (int group = 0; group < scan.groups(); group++) {
            values.add(new ArrayList<>());
        }
        for (ScanRows.Row row : rows.rows) {
            int region = scan.regionGroup == null ? 0 : scan.regionGroup[row.region()];
            int period = row.period() < scan.periodFrom || row.period() > scan.periodTo
                    ? -1
                    : scan.periodGroup == null ? 0 : scan.periodGroup[row.period() - scan.periodFrom];
            if (region >= 0 && period >= 0 && row.status().hasValue()) {
                values.get(region * scan.periodGroups + period).add(row.value());
            }
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40})
    void passesOnTheValuesOfEachGroupFromOneThread(int threads) {
        Scan scan = byTown();
        assertThat(passedOn(scan, threads)).isEqualTo(expected(MANY, scan));

        scan.during(JANUARY + 12, JANUARY + 59).groupPeriods(array(48, month -> month / 12 - 1), 3);
        assertThat(passedOn(scan, threads)).isEqualTo(expected(MANY, scan));
    }

    @Test
    void passesOnNoRowWithoutAValueAndNoneOfRegionsThatAreLeftOut() {
        ScanRows rows = new ScanRows(1, 3)
                .add(0, JANUARY, 1)
                .add(0, JANUARY + 1, 2)
                .add(1, JANUARY, 3)
                .add(2, JANUARY, 5)
                .add(2, JANUARY + 1, 6)
                .add(2, JANUARY + 2, 4, ObservationStatus.BREAK)
                .add(0, JANUARY + 2, 0, ObservationStatus.MISSING);
        Scan scan = Scan.of(rows.block()).groupRegions(new int[] {0, 0, -1, 1}, 2);

        assertThat(passedOn(scan, 1)).isEqualTo(List.of(List.of(1L, 2L), List.of(5L, 6L, 4L)));
        assertThat(passedOn(scan, 2)).isEqualTo(List.of(List.of(1L, 2L), List.of(5L, 6L, 4L)));
    }
}
