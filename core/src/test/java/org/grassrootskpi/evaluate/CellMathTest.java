package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellMathTest {
    private static final Cell NONE =
            Cell.builder(Absence.NO_OBSERVATION, Unit.COUNT).contributors(0, 1).build();

    private static Cell cell(String value) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .contributors(1, 1)
                .build();
    }

    private static Cell between(String value, String from, String to) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .precision(Qualifier.ABOUT, Range.closed(new BigDecimal(from), new BigDecimal(to)))
                .contributors(1, 1)
                .build();
    }

    private static Range<BigDecimal> closed(String from, String to) {
        return Range.closed(new BigDecimal(from), new BigDecimal(to));
    }

    @Test
    void saysWhyThereIsNoQuotient() {
        assertThat(CellMath.quotient(cell("3"), NONE, Unit.RATIO).absence())
                .isEqualTo(Optional.of(Absence.MISSING_DENOMINATOR));
        assertThat(CellMath.quotient(NONE, cell("3"), Unit.RATIO).absence())
                .isEqualTo(Optional.of(Absence.MISSING_NUMERATOR));
        assertThat(CellMath.quotient(NONE, NONE, Unit.RATIO).absence()).isEqualTo(Optional.of(Absence.NO_OBSERVATION));
        assertThat(CellMath.quotient(cell("3"), cell("0"), Unit.RATIO).absence())
                .isEqualTo(Optional.of(Absence.ZERO_DENOMINATOR));
    }

    @Test
    void saysWhyThereIsNoGrowth() {
        assertThat(CellMath.growth(cell("3"), cell("0"), Unit.RATIO).absence())
                .isEqualTo(Optional.of(Absence.ZERO_BASE));
        assertThat(CellMath.growth(cell("3"), cell("-1"), Unit.RATIO).absence())
                .isEqualTo(Optional.of(Absence.NEGATIVE_BASE));
        assertThat(CellMath.growth(cell("3"), NONE, Unit.RATIO).absence()).isEqualTo(Optional.of(Absence.MISSING_BASE));
        assertThat(CellMath.growth(NONE, cell("3"), Unit.RATIO).absence())
                .isEqualTo(Optional.of(Absence.NO_OBSERVATION));
        assertThat(CellMath.difference(cell("3"), cell("-1"), Unit.COUNT).get()).isEqualByComparingTo("4");
    }

    @Test
    void dividesAndComparesWithBounds() {
        assertThat(CellMath.quotient(between("3", "2", "4"), cell("2"), Unit.RATIO)
                        .bounds())
                .isEqualTo(closed("1", "2"));
        assertThat(CellMath.growth(between("3", "2", "4"), cell("2"), Unit.RATIO)
                        .bounds())
                .isEqualTo(closed("0", "1"));
        assertThat(CellMath.difference(between("3", "2", "4"), between("1", "0", "1"), Unit.COUNT)
                        .bounds())
                .isEqualTo(closed("1", "4"));
    }

    @Test
    void roundsToThirtyFourDigitsAndKnowsBetweenWhichTheTruthLies() {
        Cell third = CellMath.quotient(cell("1"), cell("3"), Unit.RATIO);

        assertThat(third.get()).isEqualTo(new BigDecimal("0.3333333333333333333333333333333333"));
        assertThat(third.bounds())
                .isEqualTo(closed("0.3333333333333333333333333333333333", "0.3333333333333333333333333333333334"));
        assertThat(CellMath.quotient(cell("1"), cell("4"), Unit.RATIO).isExact())
                .isTrue();
    }

    @Test
    void knowsAShareOfAnOnlyPartExactly() {
        Cell part = between("3", "2", "4");

        assertThat(CellMath.share(part, part, Unit.RATIO).get()).isEqualByComparingTo("1");
        assertThat(CellMath.share(part, part, Unit.RATIO).isExact()).isTrue();
        assertThat(CellMath.share(part, between("6", "5", "7"), Unit.RATIO).bounds())
                .as("p / (p + 3): the rest is known")
                .isEqualTo(closed("0.4", "0.5714285714285714285714285714285715"));
    }

    @Test
    void takesTheWorseStatusAndTheLessComplete() {
        Cell estimated = Cell.builder(BigDecimal.TEN, Unit.COUNT)
                .contributors(3, 3)
                .status(ObservationStatus.ESTIMATED)
                .build();
        Cell few = Cell.builder(BigDecimal.ONE, Unit.COUNT).contributors(1, 4).build();

        assertThat(CellMath.quotient(estimated, few, Unit.RATIO)).hasToString("10 (1/4) ESTIMATED");
        assertThat(CellMath.coverage(few, Unit.RATIO)).hasToString("0.25 (1/4)");
    }

    @Test
    void dividesNoStocksOfDifferentMoments() {
        Cell january = Cell.builder(BigDecimal.TEN, Unit.COUNT)
                .contributors(1, 1)
                .asOf(Optional.of(TimePeriod.parse("2024-01")))
                .build();
        Cell march = Cell.builder(BigDecimal.TEN, Unit.COUNT)
                .contributors(1, 1)
                .asOf(Optional.of(TimePeriod.parse("2024-03")))
                .build();
        Cell firstQuarter = Cell.builder(BigDecimal.TEN, Unit.COUNT)
                .contributors(1, 1)
                .asOf(Optional.of(TimePeriod.parse("2024-Q1")))
                .build();

        assertThat(CellMath.quotient(january, march, Unit.RATIO).absence())
                .isEqualTo(Optional.of(Absence.DIFFERENT_PERIODS));
        assertThat(CellMath.quotient(march, firstQuarter, Unit.RATIO).get()).isEqualByComparingTo("1");
    }

    private static Cell vague(Qualifier qualifier, String value) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .precision(qualifier, Range.all())
                .contributors(1, 1)
                .build();
    }

    /** A figure below 300 divided by 2 is below 150; 2 divided by it is above 2/300, and by a negative one it is the other way. */
    @ParameterizedTest
    @CsvSource({
        "BELOW, 6, EXACT, 2, BELOW",
        "BELOW, 6, EXACT, -2, ABOVE",
        "EXACT, 6, BELOW, 2, ABOVE",
        "EXACT, 0, BELOW, 2, ABOVE",
        "EXACT, -6, BELOW, 2, BELOW",
        "BELOW, 6, ABOVE, 2, BELOW",
        "BELOW, 6, BELOW, 2, ABOUT",
        "EXACT, 6, EXACT, 2, EXACT"
    })
    void qualifiesAQuotientByTheSideOnWhichItLies(
            Qualifier above, String dividend, Qualifier below, String divisor, Qualifier quotient) {
        assertThat(CellMath.quotientQualifier(vague(above, dividend), vague(below, divisor)))
                .isEqualTo(quotient);
        assertThat(CellMath.divided(vague(above, dividend), vague(below, divisor), Unit.RATIO)
                        .qualifier())
                .isEqualTo(quotient);
    }

    @Test
    void widensBoundsToHoldWhatAValueWasRoundedFrom() {
        Range<BigDecimal> rounding = closed("1", "2");

        assertThat(CellMath.widened(closed("0", "3"), rounding)).isEqualTo(closed("0", "3"));
        assertThat(CellMath.widened(closed("1.5", "3"), rounding)).isEqualTo(closed("1", "3"));
        assertThat(CellMath.widened(closed("0", "1.5"), rounding)).isEqualTo(closed("0", "2"));
        assertThat(CellMath.widened(Range.all(), rounding)).isEqualTo(Range.all());
        assertThat(CellMath.widened(Range.atLeast(new BigDecimal("1.5")), rounding))
                .isEqualTo(Range.atLeast(BigDecimal.ONE));
        assertThat(CellMath.widened(Range.atMost(new BigDecimal("1.5")), rounding))
                .isEqualTo(Range.atMost(new BigDecimal("2")));
        assertThat(CellMath.widened(Range.open(BigDecimal.ONE, new BigDecimal("2")), rounding))
                .as("an end that is not reached stays so")
                .isEqualTo(Range.open(BigDecimal.ONE, new BigDecimal("2")));
    }

    @Test
    void givesAChangeAsANumber() {
        assertThat(CellMath.change(cell("6"), cell("4"), true)).isEqualTo(0.5);
        assertThat(CellMath.change(cell("6"), cell("4"), false)).isEqualTo(2);
        assertThat(CellMath.change(cell("6"), cell("0"), true)).isNaN();
        assertThat(CellMath.change(cell("6"), cell("-4"), true)).isNaN();
        assertThat(CellMath.change(cell("6"), cell("0"), false)).isEqualTo(6);
        assertThat(CellMath.change(NONE, cell("4"), false)).isNaN();
        assertThat(CellMath.change(cell("6"), NONE, false)).isNaN();
    }

    @Test
    void keepsRemarksAndWhatIsUnknown() {
        Cell observed = Cell.builder(BigDecimal.TEN, Unit.COUNT)
                .contributors(2, 2)
                .remark(Remark.AS_OBSERVED)
                .unpaired(3)
                .build();
        Cell open = Cell.builder(new BigDecimal("2"), Unit.COUNT)
                .contributorsAtLeast(3, 3)
                .remark(Remark.ACROSS_BREAK)
                .build();

        assertThat(CellMath.quotient(observed, open, Unit.RATIO))
                .hasToString("5 (2/2+), 3 unpaired, as observed, across a break");
        assertThat(CellMath.quotient(open, observed, Unit.RATIO))
                .hasToString("0.2 (3/3+), 3 unpaired, as observed, across a break");
        assertThat(CellMath.isIncomplete(cell("1"), open)).isFalse();
        assertThat(CellMath.isIncomplete(cell("1"), NONE)).isTrue();
        assertThat(CellMath.isIncomplete(NONE, cell("1"))).isTrue();
        assertThat(CellMath.isIncomplete(cell("1"), cell("1"))).isFalse();
        assertThat(CellMath.coverage(open, Unit.RATIO)).hasToString("expected number unknown (3/3+), across a break");
        Cell unknown =
                Cell.builder(BigDecimal.ONE, Unit.COUNT).contributors(0, -1).build();
        Cell nothing =
                Cell.builder(BigDecimal.ONE, Unit.COUNT).contributors(0, 0).build();
        assertThat(CellMath.coverage(unknown, Unit.RATIO).absence()).contains(Absence.UNKNOWN_EXPECTED);
        assertThat(CellMath.coverage(nothing, Unit.RATIO).absence()).contains(Absence.NOTHING_EXPECTED);
    }

    @Test
    void leavesExactDifferencesAndQuotientsExact() {
        assertThat(CellMath.difference(cell("5"), cell("3"), Unit.COUNT).isExact())
                .isTrue();
        assertThat(CellMath.divided(cell("6"), cell("3"), Unit.RATIO).isExact()).isTrue();
        assertThat(CellMath.growth(cell("6"), cell("3"), Unit.RATIO).isExact()).isTrue();
        assertThat(CellMath.difference(cell("5"), between("3", "2", "4"), Unit.COUNT)
                        .bounds())
                .isEqualTo(closed("1", "3"));
        assertThat(CellMath.difference(between("5", "4", "6"), cell("3"), Unit.COUNT)
                        .bounds())
                .isEqualTo(closed("1", "3"));
        assertThat(CellMath.divided(cell("6"), between("3", "2", "4"), Unit.RATIO)
                        .bounds())
                .isEqualTo(closed("1.5", "3"));
        assertThat(CellMath.growth(cell("6"), between("3", "2", "4"), Unit.RATIO)
                        .bounds())
                .isEqualTo(closed("0.5", "2"));
        assertThat(CellMath.mean(new BigDecimal("9"), new BigDecimal("3"), BigDecimal.ZERO, null, Unit.COUNT)
                        .build()
                        .isExact())
                .isTrue();
    }

    /** A part and its whole, each with bounds, and the bounds of the share p / (p + r) of the part with the rest r. */
    @ParameterizedTest
    @CsvSource({
        "3 2 4, 6 5 7, 0.4 0.5714285714285714285714285714285715, ABOUT",
        "3 2 4, 8 5 9, 0.2857142857142857142857142857142857 0.5714285714285714285714285714285715, ABOUT",
        "0 0 1, 4 3 5, 0 0.25, ABOUT",
        "1 0 1, 1 0 1, 1 1, EXACT"
    })
    void boundsAShareByThePartAndTheRest(String part, String whole, String share, Qualifier qualifier) {
        List<String> p = Splitter.on(' ').splitToList(part);
        List<String> w = Splitter.on(' ').splitToList(whole);
        List<String> s = Splitter.on(' ').splitToList(share);
        Cell cell = CellMath.share(
                between(p.get(0), p.get(1), p.get(2)), between(w.get(0), w.get(1), w.get(2)), Unit.RATIO);

        assertThat(cell.bounds().lowerEndpoint()).isEqualByComparingTo(s.get(0));
        assertThat(cell.bounds().upperEndpoint()).isEqualByComparingTo(s.get(1));
        assertThat(cell.qualifier()).isEqualTo(qualifier);
    }

    @Test
    void boundsAShareOfWhatIsUnboundedByNothingAndAll() {
        Cell atLeast = Cell.builder(new BigDecimal("3"), Unit.COUNT)
                .precision(Qualifier.AT_LEAST, Range.atLeast(new BigDecimal("3")))
                .contributors(1, 1)
                .build();
        Cell whole = Cell.builder(new BigDecimal("12"), Unit.COUNT)
                .precision(Qualifier.AT_LEAST, Range.atLeast(new BigDecimal("12")))
                .contributors(2, 2)
                .build();

        assertThat(CellMath.share(atLeast, whole, Unit.RATIO).bounds()).isEqualTo(closed("0", "1"));
        assertThat(CellMath.share(between("3", "-1", "4"), between("6", "5", "7"), Unit.RATIO)
                        .bounds()
                        .lowerEndpoint()
                        .signum())
                .as("a part that may be negative is divided as it is")
                .isNegative();
        Cell same = between("3", "2", "4");
        Cell sameOfMore = Cell.builder(new BigDecimal("3"), Unit.COUNT)
                .precision(Qualifier.ABOUT, closed("2", "5"))
                .contributors(2, 2)
                .build();
        assertThat(CellMath.share(same, sameOfMore, Unit.RATIO).isExact())
                .as("of two, one of which is about nothing")
                .isFalse();
    }
}
