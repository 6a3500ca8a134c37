package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

class AccumulatorsTest {
    private static final byte NORMAL = code(ObservationStatus.NORMAL);
    private static final byte BREAK = code(ObservationStatus.BREAK);
    private static final byte MISSING = code(ObservationStatus.MISSING);

    private final SeriesBlock block = new ScanRows(1, 2)
            .add(0, ScanRows.JANUARY, 1)
            .add(1, ScanRows.JANUARY, 2)
            .block();

    /** Two rows that are so great that no long has their sum. */
    private final SeriesBlock wide = new ScanRows(1, 2)
            .add(0, ScanRows.JANUARY, Long.MAX_VALUE)
            .add(1, ScanRows.JANUARY, Long.MAX_VALUE)
            .block();

    private static byte code(ObservationStatus status) {
        return (byte) Arrays.asList(ObservationStatus.values()).indexOf(status);
    }

    private static Accumulators of(SeriesBlock block, ScanAggregate... aggregates) {
        return new Accumulators(Scan.of(block, aggregates).groupRegions(new int[] {0, 1, 2}, 3));
    }

    @Test
    void addsValuesToTheSumAndTheExtremesOfTheirGroup() {
        Accumulators found = of(block, ScanAggregate.SUM, ScanAggregate.MIN, ScanAggregate.MAX);
        found.add(1, 5);
        found.add(1, -7);
        found.add(1, 5);
        found.addSum(2, 4, 100);
        found.addExtremes(2, -3, 60);

        assertThat(found.count).containsExactly(0, 3, 4);
        assertThat(found.sum).containsExactly(0, 3, 100);
        assertThat(found.min).containsExactly(Long.MAX_VALUE, -7, -3);
        assertThat(found.max).containsExactly(Long.MIN_VALUE, 5, 60);
        assertThat(found.sumHigh).isNull();
    }

    @Test
    void keepsNothingThatIsNotAskedFor() {
        Accumulators found = of(wide);
        found.add(1, 5);
        found.addStatus(1, MISSING);
        found.addValueless(1);

        assertThat(found.count).containsExactly(0, 1, 0);
        assertThat(found.sum).isNull();
        assertThat(found.sumHigh).isNull();
        assertThat(found.min).isNull();
        assertThat(found.max).isNull();
        assertThat(found.statuses).isNull();
        assertThat(found.valueless).isNull();
        assertThat(found.doubles).isNull();
        assertThat(found.stated).isNull();
        assertThat(found.hasStatuses()).isFalse();
    }

    @Test
    void addsSumsBeyondALong() {
        Accumulators found = of(wide, ScanAggregate.SUM);
        Accumulators others = of(wide, ScanAggregate.SUM);
        BigInteger expected = BigInteger.ZERO;
        for (long value : new long[] {Long.MAX_VALUE, Long.MAX_VALUE, -1, 1L << 32, Long.MAX_VALUE - 5}) {
            found.add(1, value);
            others.add(1, value - 3);
            expected = expected.add(BigInteger.valueOf(value).shiftLeft(1)).subtract(BigInteger.valueOf(3));
        }

        found.combine(others);

        assertThat(found.sum(1)).isEqualTo(expected);
        assertThat(found.sum(0)).isZero();
        assertThat(found.count).containsExactly(0, 10, 0);
    }

    @Test
    void combinesSumsExtremesStatusesAndRowsWithoutValues() {
        ScanAggregate[] all = ScanAggregate.values();
        Accumulators found = of(block, all);
        Accumulators others = of(block, all);
        found.add(0, 4);
        found.add(1, 8);
        others.add(1, 10);
        others.add(1, -2);
        others.add(2, 6);
        found.addStatus(1, BREAK);
        others.addStatus(1, MISSING);
        others.addStatus(2, BREAK);
        found.addValueless(1);
        others.addValueless(1);
        others.addValueless(2);

        found.combine(others);

        assertThat(found.count).containsExactly(1, 3, 1);
        assertThat(found.sum).containsExactly(4, 16, 6);
        assertThat(found.min).containsExactly(4, -2, 6);
        assertThat(found.max).containsExactly(4, 10, 6);
        assertThat(found.valueless).containsExactly(0, 2, 1);
        assertThat(found.worstStatuses()).containsExactly(null, ObservationStatus.MISSING, ObservationStatus.BREAK);
        assertThat(found.breaks()).isEqualTo(BitSet.valueOf(new long[] {0b110}));
    }

    @Test
    void combinesWhatOneOfBothDoesNotGather() {
        Accumulators found = of(block, ScanAggregate.MIN);
        Accumulators others = of(block, ScanAggregate.MAX);
        found.add(0, 4);
        others.add(0, 6);

        found.combine(others);

        assertThat(found.count).containsExactly(2, 0, 0);
        assertThat(found.min).containsExactly(4, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(found.max).isNull();
    }

    @Test
    void hasStatusesOnlyWhereOneIsNotNormal() {
        Accumulators found = of(block, ScanAggregate.STATUS);
        found.addStatus(0, NORMAL);
        found.addStatus(2, NORMAL);
        assertThat(found.hasStatuses()).isFalse();
        assertThat(found.worstStatuses()).containsOnlyNulls().hasSize(3);

        found.addStatus(2, code(ObservationStatus.UNVALIDATED));
        assertThat(found.hasStatuses()).isTrue();
        assertThat(found.worstStatuses()).containsExactly(null, null, ObservationStatus.UNVALIDATED);
        assertThat(found.breaks().isEmpty()).isTrue();
    }

    @Test
    void combinesSumsOfDoubles() {
        ScanRows places = new ScanRows(1, 1);
        SeriesBlock doubles = ObservationTable.builder(
                        places.catalog(),
                        TableSchema.builder().addFloatingPoint("cases").build())
                .addAll("cases", new int[] {places.region(0)}, new int[] {ScanRows.JANUARY}, new double[] {2.5})
                .build()
                .blocks()
                .get(0);
        Accumulators found = new Accumulators(Scan.of(doubles, ScanAggregate.SUM));
        Accumulators others = new Accumulators(Scan.of(doubles, ScanAggregate.SUM));
        requireNonNull(found.doubles).add(0, 2.5);
        requireNonNull(others.doubles).add(0, 2.5);

        found.combine(others);

        assertThat(found.sum).isNull();
        assertThat(requireNonNull(found.doubles.sums()).nearest(0)).isEqualTo(5);
    }

    /** Rows printed as about, and to more places than others. */
    @Test
    void combinesRowsWithAPrecisionOfTheirOwn() {
        SeriesBlock stated = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("cases", IndicatorKind.FLOW, "count:宗", 0)
                .figure("cases", "t", "2024-01", "约30宗")
                .table()
                .blocks()
                .get(0);
        Accumulators found = new Accumulators(Scan.of(stated));
        Accumulators others = new Accumulators(Scan.of(stated));
        requireNonNull(found.stated).add(0, 0, 30);
        requireNonNull(others.stated).add(0, 0, 50);

        found.combine(others);

        List<String> rows = new ArrayList<>();
        found.stated.forEach(
                (group, precision, count, least, greatest) -> rows.add(count + ": " + least + ".." + greatest));
        assertThat(rows).containsExactly("2: 30..50");
    }
}
