package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;

class SlotUncertaintyTest {
    private static Range<BigDecimal> closed(String from, String to) {
        return Range.closed(new BigDecimal(from), new BigDecimal(to));
    }

    private static Quantity offset(Qualifier qualifier, String from, String to) {
        return Quantity.of(BigDecimal.ZERO, Unit.RATIO, qualifier, closed(from, to));
    }

    @Test
    void addsOffsetsUpAndTakesTheOuterExtremes() {
        SlotUncertainty one =
                new SlotUncertainty(2, offset(Qualifier.ABOUT, "-1", "1"), closed("1", "3"), closed("5", "6"));
        SlotUncertainty other =
                new SlotUncertainty(1, offset(Qualifier.EXACT, "-2", "0"), closed("2", "2.5"), closed("4", "9"));

        assertThat(one.plus(other))
                .isEqualTo(new SlotUncertainty(
                        3, offset(Qualifier.ABOUT, "-3", "1"), closed("1", "2.5"), closed("5", "9")))
                .isEqualTo(other.plus(one));
    }

    @Test
    void knowsWhereTheLesserAndTheGreaterOfTwoLie() {
        Range<BigDecimal> low = Range.atMost(new BigDecimal("3"));
        Range<BigDecimal> high = Range.atLeast(new BigDecimal("2"));

        assertThat(SlotUncertainty.least(low, high)).isEqualTo(low);
        assertThat(SlotUncertainty.greatest(low, high)).isEqualTo(high);
        assertThat(SlotUncertainty.least(low, Range.all())).isEqualTo(low);
        assertThat(SlotUncertainty.least(high, Range.all())).isEqualTo(Range.all());
        assertThat(SlotUncertainty.greatest(closed("1", "2"), closed("0", "5"))).isEqualTo(closed("1", "5"));
        assertThat(SlotUncertainty.least(null, closed("0", "5"))).isEqualTo(closed("0", "5"));
        assertThat(SlotUncertainty.least(null, null)).isNull();
        assertThat(SlotUncertainty.greatest(closed("0", "5"), null)).isEqualTo(closed("0", "5"));
    }

    @Test
    void boundsTheLesserBySideWhereOneOfTheTwoIsUnknown() {
        Range<BigDecimal> bounded = closed("1", "3");
        Range<BigDecimal> atLeastTwo = Range.atLeast(new BigDecimal("2"));
        Range<BigDecimal> atMostTwo = Range.atMost(new BigDecimal("2"));

        assertThat(SlotUncertainty.least(bounded, atLeastTwo)).isEqualTo(closed("1", "3"));
        assertThat(SlotUncertainty.least(atLeastTwo, bounded)).isEqualTo(closed("1", "3"));
        assertThat(SlotUncertainty.least(bounded, atMostTwo)).isEqualTo(atMostTwo);
        assertThat(SlotUncertainty.least(atMostTwo, bounded)).isEqualTo(atMostTwo);
        assertThat(SlotUncertainty.least(atLeastTwo, Range.atLeast(BigDecimal.ONE)))
                .isEqualTo(Range.atLeast(BigDecimal.ONE));
        assertThat(SlotUncertainty.greatest(bounded, atLeastTwo)).isEqualTo(atLeastTwo);
        assertThat(SlotUncertainty.greatest(bounded, atMostTwo)).isEqualTo(closed("1", "3"));
        assertThat(SlotUncertainty.greatest(null, null)).isNull();
        assertThat(SlotUncertainty.greatest(null, bounded)).isEqualTo(bounded);
    }

    @Test
    void takesEndsAsPartOfARange() {
        assertThat(SlotUncertainty.between(null, null)).isEqualTo(Range.all());
        assertThat(SlotUncertainty.between(BigDecimal.ONE, null)).isEqualTo(Range.atLeast(BigDecimal.ONE));
        assertThat(SlotUncertainty.between(null, BigDecimal.ONE)).isEqualTo(Range.atMost(BigDecimal.ONE));
        assertThat(SlotUncertainty.between(BigDecimal.ONE, BigDecimal.TEN)).isEqualTo(closed("1", "10"));
    }
}
