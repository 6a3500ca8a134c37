package org.grassrootskpi.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.columns.SegmentRows.A;
import static org.grassrootskpi.columns.SegmentRows.B;
import static org.grassrootskpi.columns.SegmentRows.C;
import static org.grassrootskpi.columns.SegmentRows.MONEY;
import static org.grassrootskpi.columns.SegmentRows.NEARLY;
import static org.grassrootskpi.columns.SegmentRows.NUMBERING;
import static org.grassrootskpi.columns.SegmentRows.YEAR;
import static org.grassrootskpi.columns.SegmentRows.row;
import static org.grassrootskpi.columns.SegmentRows.segment;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.columns.SegmentRows.Row;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesBlockTest {
    private static final Row ESTIMATE = new Row(
            "f", B, YEAR + 1, 30, Arrays.asList(ObservationStatus.values()).indexOf(ObservationStatus.ESTIMATED), null);
    private static final Segment OLD =
            segment(row("f", A, 0, -5), row("f", A, 2, 7), row("m", A, 3, 1), row("m", C, 1, 8));
    private static final Segment NEW = segment(row("f", A, 1, 6), row("f", C, 0, 4), row("m", B, 0, 2));
    private static final Segment REMARKED = segment(ESTIMATE, new Row("n", A, YEAR - 1, 300, 0, NEARLY));

    private static SeriesBlock block(Segment... segments) {
        return new SeriesBlock(MONEY, RegionLevel.COMMUNITY, Frequency.ANNUAL, ImmutableList.copyOf(segments));
    }

    @Test
    void isWhatItsSegmentsAre() {
        SeriesBlock block = block(OLD, NEW, REMARKED);

        assertThat(block).hasToString("money COMMUNITY ANNUAL: 9 rows");
        assertThat(block.indicator()).isEqualTo(MONEY);
        assertThat(block.level()).isEqualTo(RegionLevel.COMMUNITY);
        assertThat(block.frequency()).isEqualTo(Frequency.ANNUAL);
        assertThat(block.segments()).containsExactly(OLD, NEW, REMARKED);
        assertThat(block.rows()).isEqualTo(9);
        assertThat(block.combinationValues())
                .containsExactly(ImmutableList.of("f"), ImmutableList.of("m"), ImmutableList.of("n"));
        assertThat(block.combinationsUnsafe(0)).containsExactly(0, 1);
        assertThat(block.combinationsUnsafe(2)).containsExactly(0, 2);
        assertThat(block.firstPeriod()).isEqualTo(YEAR - 1);
        assertThat(block.lastPeriod()).isEqualTo(YEAR + 3);
        assertThat(block.isFloatingPoint()).isFalse();
        assertThat(block.magnitude()).isZero();
        assertThat(block.lowestBit()).isEqualTo(Integer.MAX_VALUE);
        assertThat(block.bytes()).isEqualTo(OLD.bytes() + NEW.bytes() + REMARKED.bytes());
        assertThat(block.ownPrecision(500))
                .isEqualTo(Precision.from(Quantity.of(new BigDecimal("5.00"), MONEY.unit())));
    }

    @Test
    void provesWhetherAnySumOfItsValuesFitsALong() {
        assertThat(block(OLD, NEW).sumFitsLong()).isTrue();
        assertThat(block(OLD, segment(row("f", B, 0, Long.MAX_VALUE))).sumFitsLong())
                .isFalse();
        assertThat(block(OLD, segment(row("f", B, 0, Long.MIN_VALUE))).sumFitsLong())
                .isFalse();
        assertThat(block(segment(row("f", B, 0, Long.MIN_VALUE))).sumFitsLong()).isTrue();
    }

    @Test
    void knowsTheExtremesOfDoubles() {
        SeriesBlock block = block(doubles(-0.75, 8), doubles(2, 3));

        assertThat(block.isFloatingPoint()).isTrue();
        assertThat(block.magnitude()).isEqualTo(8);
        assertThat(block.lowestBit()).isEqualTo(-2);
        assertThat(block(doubles(2, 3), doubles(-0.75, 8)).magnitude()).isEqualTo(8);
        assertThat(block.segments().get(0).statistics()).isNull();
        assertThat(block.segments().get(0).subtotals()).isNull();
        assertThat(block.segments().get(0).years()).isNull();
    }

    /** One series of doubles, one for each year from the first. */
    private static Segment doubles(double... values) {
        ValueColumn column = ValueColumn.allocateDoubles(values.length);
        PeriodColumn periods = PeriodColumn.allocate(values.length, YEAR, YEAR + values.length);
        for (int row = 0; row < values.length; row++) {
            column.set(row, Double.doubleToRawLongBits(values[row]));
            periods.set(row, YEAR + row);
        }
        return new Segment(
                MONEY,
                new SeriesIndex(
                        new int[] {A},
                        new int[] {0, 1},
                        ImmutableList.of(ImmutableList.of("f")),
                        new int[] {0, values.length},
                        values.length),
                periods,
                column,
                null,
                null,
                NUMBERING);
    }

    @Test
    void aCursorReadsTheRowsInTheOrderOfTheirKeys() {
        SeriesBlock block = block(OLD, NEW, REMARKED);
        RowCursor cursor = new RowCursor(block);
        List<String> rows = new ArrayList<>();
        while (cursor.next()) {
            rows.add(block.combinationValues().get(cursor.combination()).get(0)
                    + NUMBERING.region(cursor.region()).code()
                    + (cursor.period() - YEAR)
                    + "="
                    + cursor.segment().values().unscaled(cursor.row()));
        }

        assertThat(rows)
                .containsExactly("fa0=-5", "fa1=6", "fa2=7", "fb1=30", "fc0=4", "ma3=1", "mb0=2", "mc1=8", "na-1=300");
        assertThat(cursor.next()).isFalse();
    }

    @Test
    void blocksOfTheSameRowsAreEqualWhateverTheirSegmentsAre() {
        SeriesBlock whole = block(segment(
                row("f", A, 0, -5),
                row("f", A, 1, 6),
                row("f", A, 2, 7),
                row("f", C, 0, 4),
                row("m", A, 3, 1),
                row("m", B, 0, 2),
                row("m", C, 1, 8)));

        assertThat(whole).isEqualTo(block(OLD, NEW)).hasSameHashCodeAs(block(OLD, NEW));
        assertThat(block(OLD, NEW)).isEqualTo(block(NEW, OLD)).isEqualTo(block(OLD, NEW));
        assertThat(block(OLD, NEW, REMARKED)).isEqualTo(block(REMARKED, OLD, NEW));
        assertThat(whole).isNotEqualTo("block");
    }

    /** Blocks of two segments, each with one difference to {@code f a 0 = 5, f b 1 = 9 of figures near 300 hundred million}. */
    static List<SeriesBlock> others() {
        Segment first = segment(row("f", A, 0, 5));
        Segment second = segment(new Row("f", B, YEAR + 1, 9, 0, NEARLY));
        ImmutableList<Segment> both = ImmutableList.of(first, second);
        return List.of(
                block(segment(row("f", A, 0, 6)), second),
                block(segment(row("f", A, 1, 5)), second),
                block(segment(row("f", C, 0, 5)), second),
                block(segment(row("g", A, 0, 5)), second),
                block(first, segment(row("f", B, 1, 9))),
                block(first, segment(new Row("f", B, YEAR + 1, 9, 1, NEARLY))),
                block(first, second, segment(row("f", C, 1, 9))),
                block(first),
                new SeriesBlock(MONEY, RegionLevel.TOWNSHIP, Frequency.ANNUAL, both),
                new SeriesBlock(MONEY, RegionLevel.COMMUNITY, Frequency.MONTHLY, both),
                new SeriesBlock(
                        TableFixture.indicator("other", "s", MONEY.kind(), "CNY", 2)
                                .build(),
                        RegionLevel.COMMUNITY,
                        Frequency.ANNUAL,
                        both));
    }

    @ParameterizedTest
    @MethodSource("others")
    void blocksThatDifferInARowAreNotEqual(SeriesBlock other) {
        SeriesBlock block = block(segment(row("f", A, 0, 5)), segment(new Row("f", B, YEAR + 1, 9, 0, NEARLY)));

        assertThat(block).isNotEqualTo(other);
        assertThat(other).isNotEqualTo(block);
        assertThat(block)
                .isEqualTo(block(block.segments().get(1), block.segments().get(0)));
    }

    @Test
    void combinationsAreOrderedByTheirFirstDifference() {
        assertThat(SeriesBlock.COMBINATION_ORDER.compare(List.of("a", "z"), List.of("b", "a")))
                .isNegative();
        assertThat(SeriesBlock.COMBINATION_ORDER.compare(List.of("a", "z"), List.of("a", "y")))
                .isPositive();
        assertThat(SeriesBlock.COMBINATION_ORDER.compare(List.of("a", "z"), List.of("a", "z")))
                .isZero();
        assertThat(SeriesBlock.COMBINATION_ORDER.compare(List.of(), List.of())).isZero();
    }
}
