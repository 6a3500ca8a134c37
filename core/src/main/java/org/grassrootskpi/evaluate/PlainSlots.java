package org.grassrootskpi.evaluate;

import java.math.BigDecimal;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.query.PlainFigure;
import org.jspecify.annotations.Nullable;

/** The cells of an aggregate that are one packed slot each, read as numbers: what {@link SlotFold} would make of the slot. */
final class PlainSlots {
    private static final long MOST_ROWS = 1_000_000_000;

    private final AggregateFormula formula;
    private final PackedSlots packed;
    private final long halfStep;
    private final int halfStepScale;

    private PlainSlots(AggregateFormula formula, PackedSlots packed, long halfStep) {
        this.formula = formula;
        this.packed = packed;
        this.halfStep = halfStep;
        this.halfStepScale = formula.halfSteps().get(0).scale();
    }

    /** Returns the cells of an aggregate; null if none of them is plain. */
    static @Nullable PlainSlots of(AggregateFormula formula, @Nullable PackedSlots packed, RollupResults results) {
        boolean asItIs = packed != null
                && packed.makesCells()
                && results.acceptsAll()
                && packed.window().kind() == Window.Kind.PERIOD
                && formula.window().kind() == Window.Kind.PERIOD
                && formula.regionAxis() == 0
                && formula.function() != AggregateFunction.MEAN
                && !formula.isUnobserved()
                && !results.isOpen(formula, 0);
        BigDecimal halfStep = formula.halfSteps().isEmpty()
                ? BigDecimal.ZERO
                : formula.halfSteps().get(0);
        if (packed == null || !asItIs || halfStep.precision() > 9 || halfStep.scale() < 0) {
            return null;
        }
        return new PlainSlots(formula, packed, halfStep.unscaledValue().longValueExact());
    }

    /** Reads the cell of a region and a period; returns false if it is not plain. */
    boolean read(int region, int period, PlainFigure into) {
        int slot = period == 0 && packed.periods().size() == 1
                ? 0
                : packed.periods().slotOfGroup(period);
        if (slot < 0) {
            return false;
        }
        int position = packed.position(region, slot);
        long rows = packed.count(position);
        if (rows == 0 || rows > MOST_ROWS || !isNormal(region, slot)) {
            return false;
        }
        boolean isCount = formula.function() == AggregateFunction.COUNT;
        boolean isSum = formula.function() == AggregateFunction.SUM;
        return into.set(
                formula.unit(),
                isCount ? rows : packed.unscaled(position),
                isCount ? 0 : packed.scale(),
                isCount ? 0 : isSum ? halfStep * rows : halfStep,
                halfStepScale,
                rows,
                packed.expected(region, slot));
    }

    private boolean isNormal(int region, int slot) {
        int at = region * packed.periods().size() + slot;
        return packed.statuses().areNormal() || packed.statuses().worst(at, at) == ObservationStatus.NORMAL;
    }
}
