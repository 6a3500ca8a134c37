package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;

/** Aggregates and cells as a test reads best. */
final class Formulas {
    private Formulas() {}

    /** An aggregate of roll-ups, by the groups' own regions and periods, of exact values. */
    static AggregateFormula of(AggregateFunction function, Integer... rollups) {
        return of(function, BigDecimal.ZERO, Window.PERIOD, false, rollups);
    }

    /** An aggregate of roll-ups each of whose values may be off by half a step. */
    static AggregateFormula of(
            AggregateFunction function,
            BigDecimal halfStep,
            Window window,
            boolean lastPeriodOnly,
            Integer... rollups) {
        return new AggregateFormula(
                ImmutableList.copyOf(rollups),
                0,
                function,
                new BigDecimal("0.5"),
                window,
                lastPeriodOnly,
                ImmutableList.copyOf(Collections.nCopies(Math.max(2, rollups.length), halfStep)),
                false,
                Unit.COUNT);
    }

    static int code(String period) {
        return TimePeriod.parse(period).toCode();
    }

    static Cell cell(String value, long present, long expected) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .contributors(present, expected)
                .build();
    }

    static Cell asOf(String value, String period) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .contributors(1, 1)
                .asOf(Optional.of(TimePeriod.parse(period)))
                .build();
    }

    static Cell about(String value, String from, String to) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .precision(Qualifier.ABOUT, closed(from, to))
                .contributors(1, 1)
                .build();
    }

    static Range<BigDecimal> closed(String from, String to) {
        return Range.closed(new BigDecimal(from), new BigDecimal(to));
    }

    /** All that a cell says: as its text, and, where it is not exact, its qualifier and bounds; without zeros at the end. */
    static String text(Cell cell) {
        String text =
                cell + (cell.isExact() || !cell.hasValue() ? "" : " " + cell.qualifier() + " in " + cell.bounds());
        return text.replaceAll("(\\d\\.\\d*?[1-9])0+(?!\\d)", "$1").replaceAll("(\\d)\\.0+(?!\\d)", "$1");
    }
}
