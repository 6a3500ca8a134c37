package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.junit.jupiter.api.Test;

class SlotUncertaintiesTest {
    /** Money to one decimal: a figure of its own precision is known to 0.05. */
    private static final TableFixture FIXTURE = new TableFixture()
            .sector("s", "")
            .region("t", RegionLevel.TOWNSHIP, "")
            .indicator("income", IndicatorKind.FLOW, "CNY", 1)
            .row("income", "t", "2020-01", "1.0");

    private static final SeriesBlock BLOCK = FIXTURE.table().blocks().get(0);
    private static final Precision AT_LEAST = Precision.from(Quantity.parse("至少1元"));
    private static final Precision TO_TEN = new Precision(
            Qualifier.EXACT,
            BigDecimal.TEN,
            Optional.of(BigDecimal.valueOf(5)),
            true,
            Optional.of(BigDecimal.valueOf(5)),
            true);

    /** The numbers of the two precisions of the tests. */
    private static final ImmutableList<Precision> PRECISIONS = ImmutableList.of(TO_TEN, AT_LEAST);

    private static Range<BigDecimal> closed(String lower, String upper) {
        return Range.closed(new BigDecimal(lower), new BigDecimal(upper));
    }

    private static SlotUncertainty only(List<SlotUncertainty> found) {
        assertThat(found).hasSize(1);
        return requireNonNull(found.get(0));
    }

    private static List<SlotUncertainty> of(StatedRows rows, long[] plainMin, long[] plainMax, long... counts) {
        return Arrays.asList(new SlotUncertainties(BLOCK, PRECISIONS, plainMin, plainMax).of(rows, counts));
    }

    @Test
    void hasNoneForGroupsWithoutRowsOfAPrecisionOfTheirOwn() {
        StatedRows rows = new StatedRows(2);
        rows.add(1, 0, 100);
        List<SlotUncertainty> found = of(rows, new long[] {10, 20, 30}, new long[] {10, 20, 30}, 1, 1, 2);

        assertThat(found.get(0)).isNull();
        assertThat(found.get(1)).isNotNull();
        assertThat(found.get(2)).isNull();
    }

    @Test
    void knowsWhereTheExtremesOfStatedRowsLie() {
        StatedRows rows = new StatedRows(2);
        rows.add(0, 0, 100);
        rows.add(0, 0, 900);
        // No row is of the indicator's own precision, so that the extremes of those are not there.
        SlotUncertainty found = only(of(rows, new long[] {Long.MAX_VALUE}, new long[] {Long.MIN_VALUE}, 2));

        assertThat(found.rows()).isEqualTo(2);
        assertThat(found.min()).isEqualTo(closed("5.0", "15.0"));
        assertThat(found.max()).isEqualTo(closed("85.0", "95.0"));
        assertThat(found.offset().bounds()).isEqualTo(closed("-10", "10"));
    }

    /** Nothing is known of a figure that is about something, whatever the extremes of rows that are not there. */
    @Test
    void knowsNothingOfTheExtremesOfAboutSomething() {
        SlotUncertainty found = ofOne("约30元", 1);

        assertThat(found.min()).isEqualTo(Range.all());
        assertThat(found.max()).isEqualTo(Range.all());
    }

    /** One figure above 30 is not 30 itself. */
    @Test
    void knowsWhetherTheEndsOfTheOnlyFigureBelongToIt() {
        assertThat(ofOne("超30元", 1).min()).isEqualTo(Range.greaterThan(new BigDecimal("30.0")));
        assertThat(ofOne("超30元", 1).max()).isEqualTo(Range.greaterThan(new BigDecimal("30.0")));
        assertThat(ofOne("超30元", 2).min()).isEqualTo(Range.atLeast(new BigDecimal("30.0")));
        assertThat(ofOne("超30元", 2).max()).isEqualTo(Range.atLeast(new BigDecimal("30.0")));
    }

    /** The uncertainty of a number of rows that are all alike. */
    private static SlotUncertainty ofOne(String figure, int count) {
        StatedRows rows = new StatedRows(1);
        for (int row = 0; row < count; row++) {
            rows.add(0, 0, 300);
        }
        SlotUncertainties uncertainties = new SlotUncertainties(
                BLOCK,
                ImmutableList.of(Precision.from(Quantity.parse(figure))),
                new long[] {Long.MAX_VALUE},
                new long[] {Long.MIN_VALUE});
        return requireNonNull(uncertainties.of(rows, new long[] {count})[0]);
    }

    @Test
    void knowsWhereTheExtremesOfAllRowsLie() {
        StatedRows rows = new StatedRows(2);
        rows.add(0, 0, 100);
        rows.add(0, 1, 400);
        SlotUncertainty found = only(of(rows, new long[] {120}, new long[] {700}, 5));

        assertThat(found.rows()).isEqualTo(2);
        assertThat(found.min()).as("5.0 to 15.0, or 11.95 to 12.05").isEqualTo(closed("5.0", "12.05"));
        assertThat(found.max())
                .as("at least 40.0, or 69.95 to 70.05")
                .isEqualTo(Range.atLeast(new BigDecimal("69.95")));
        assertThat(found.offset().qualifier()).isEqualTo(Qualifier.AT_LEAST);
    }

    @Test
    void hasNoExtremesThatAreNotWanted() {
        StatedRows rows = new StatedRows(2);
        rows.add(0, 0, 100);
        SlotUncertainties none = new SlotUncertainties(BLOCK, PRECISIONS, null, null);
        for (long count = 1; count < 3; count++) {
            SlotUncertainty found = requireNonNull(none.of(rows, new long[] {count})[0]);
            assertThat(found.min()).isNull();
            assertThat(found.max()).isNull();
            assertThat(found.offset().bounds()).isEqualTo(closed("-5", "5"));
        }
    }

    /** Numbers of rows and precisions in any combination: the offset of each is that of as many figures added up. */
    @Test
    void addsTheOffsetsOfAsManyRowsAsThereAre() {
        StatedRows rows = new StatedRows(2);
        int groups = 12;
        long[] counts = new long[groups];
        for (int group = 0; group < groups; group++) {
            for (int precision = 0; precision < 2; precision++) {
                int number = 1 + (group * 5 + precision * 7) % 9;
                for (int row = 0; row < number; row++) {
                    rows.add(group, precision, 100);
                }
                counts[group] += number;
            }
        }
        List<SlotUncertainty> found = of(rows, new long[groups], new long[groups], counts);

        for (int group = 0; group < groups; group++) {
            SlotUncertainty of = requireNonNull(found.get(group));
            int ofTen = 1 + (group * 5) % 9;
            assertThat(of.rows()).isEqualTo(counts[group]);
            assertThat(of.offset().value()).isEqualByComparingTo("0");
            assertThat(of.offset().bounds())
                    .as("%s rows to ten, and others of at least", ofTen)
                    .isEqualTo(Range.atLeast(BigDecimal.valueOf(-5L * ofTen)));
        }
    }

    @Test
    void numbersThePrecisionsOfSegmentsOneBehindTheOther() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("cases", IndicatorKind.FLOW, "count:宗", 0)
                .row("cases", "t", "2020-01", "3")
                .figure("cases", "t", "2020-02", "约30宗")
                .figure("cases", "t", "2020-03", "超50宗");
        SeriesBlock block = fixture.table().blocks().get(0);

        assertThat(SlotUncertainties.precisionsOf(block))
                .extracting(Precision::qualifier)
                .containsExactly(Qualifier.ABOUT, Qualifier.ABOVE);
        assertThat(SlotUncertainties.firstOf(block, block.segments().get(0))).isZero();
        assertThat(SlotUncertainties.firstOf(block, block.segments().get(1))).isZero();
        assertThat(SlotUncertainties.precisionsOf(BLOCK)).isEmpty();
    }
}
