package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void refusesBoundsThatDoNotContainTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cell.builder(new BigDecimal("0.3"), Unit.RATIO)
                        .precision(Qualifier.EXACT, Range.closed(BigDecimal.ONE, BigDecimal.TEN))
                        .build())
                .withMessage("Expected bounds that contain the value 0.3, got [1..10]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(
                        new BigDecimal("11"),
                        Unit.RATIO,
                        Qualifier.EXACT,
                        Range.closed(BigDecimal.ONE, BigDecimal.TEN)))
                .withMessage("Expected bounds that contain the value 11, got [1..10]");
    }

    @Test
    void letsAValueBeTheEndOfItsBoundsThatIsNotReached() {
        Cell near = Cell.builder(BigDecimal.TEN, Unit.RATIO)
                .precision(Qualifier.BELOW, Range.closedOpen(BigDecimal.ZERO, BigDecimal.TEN))
                .build();

        assertThat(near.bounds()).isEqualTo(Range.closedOpen(BigDecimal.ZERO, BigDecimal.TEN));
        assertThat(near.isExact()).isFalse();
    }

    @Test
    void isExactWhereTheBoundsAreTheValueInAnyScale() {
        Cell cell = Cell.builder(new BigDecimal("2.50"), Unit.RATIO)
                .precision(Qualifier.EXACT, Range.closed(new BigDecimal("2.5"), new BigDecimal("2.500")))
                .build();

        assertThat(cell.isExact()).isTrue();
    }

    @Test
    void saysWhatMustBeKnownAboutTheValue() {
        Cell cell = Cell.builder(new BigDecimal("0.9"), Unit.RATIO)
                .contributors(3, 6)
                .remark(Remark.ACROSS_BREAK)
                .unpaired(2)
                .build();

        assertThat(cell.remarks()).containsExactly(Remark.UNPAIRED, Remark.ACROSS_BREAK);
        assertThat(cell.unpaired()).isEqualTo(2);
        assertThat(cell).hasToString("0.9 (3/6), 2 unpaired, across a break");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cell.builder(BigDecimal.ONE, Unit.RATIO).remark(Remark.UNPAIRED));
    }
}
