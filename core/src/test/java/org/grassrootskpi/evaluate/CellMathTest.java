package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

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
}
