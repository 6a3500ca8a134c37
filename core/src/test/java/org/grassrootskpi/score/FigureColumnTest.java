package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;

/** Figures of an item as longs: which are in the column, and with which numbers. */
class FigureColumnTest {
    private static final byte CLOSED = FigureColumn.PLAIN | FigureColumn.LOWER_INCLUDED | FigureColumn.UPPER_INCLUDED;

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static FigureColumn column(Quantity... figures) {
        ImmutableMap.Builder<String, Map<String, Quantity>> byMember = ImmutableMap.builder();
        ImmutableMap.Builder<String, Integer> members = ImmutableMap.builder();
        for (int i = 0; i < figures.length; i++) {
            byMember.put("m" + i, Map.of("item", figures[i]));
            members.put("m" + i, i);
        }
        return FigureColumn.of("item", members.build().keySet().asList(), byMember.build());
    }

    private static Quantity within(String value, Range<BigDecimal> bounds) {
        return Quantity.of(d(value), Unit.COUNT, Qualifier.EXACT, bounds);
    }

    @Test
    void figuresHaveTheScaleOfTheFinestNumberAmongThem() {
        FigureColumn column = column(
                within("5", Range.closed(d("4.5"), d("5.25"))),
                within("-7", Range.closed(d("-8.125"), d("-7"))),
                Quantity.ofExact(d("3"), Unit.COUNT));

        assertThat(column.scale).isEqualTo(3);
        assertThat(column.values).containsExactly(5000, -7000, 3000);
        assertThat(column.lower).containsExactly(4500, -8125, 3000);
        assertThat(column.upper).containsExactly(5250, -7000, 3000);
        assertThat(column.states).containsExactly(CLOSED, CLOSED, CLOSED);
        assertThat(column.magnitude).isEqualTo(8125);
        assertThat(column.units).containsExactly(Unit.COUNT);
    }

    @Test
    void endsThatAreNotIncludedAreMarked() {
        FigureColumn column = column(
                within("5", Range.open(d("4"), d("6"))),
                within("5", Range.range(d("4"), BoundType.CLOSED, d("6"), BoundType.OPEN)),
                within("5", Range.range(d("4"), BoundType.OPEN, d("6"), BoundType.CLOSED)));

        assertThat(column.states)
                .containsExactly(
                        FigureColumn.PLAIN,
                        FigureColumn.PLAIN | FigureColumn.LOWER_INCLUDED,
                        FigureColumn.PLAIN | FigureColumn.UPPER_INCLUDED);
    }

    @Test
    void figuresWithAWordOrAnOpenEndAreNotInIt() {
        FigureColumn column = column(
                Quantity.of(d("5"), Unit.COUNT, Qualifier.BELOW, Range.closed(d("4"), d("5"))),
                within("5", Range.atLeast(d("5"))),
                within("5", Range.atMost(d("5"))),
                within("5", Range.closed(d("5"), d("6"))));

        assertThat(column.states).containsExactly(0, 0, 0, CLOSED);
        assertThat(column.isPlain(2)).isFalse();
        assertThat(column.isPlain(3)).isTrue();
        assertThat(column.values).containsExactly(0, 0, 0, 5);
        assertThat(column.magnitude).isEqualTo(6);
    }

    @Test
    void membersWithoutAFigureAreNotInIt() {
        FigureColumn column = FigureColumn.of(
                "item",
                List.of("a", "b", "c"),
                Map.of(
                        "a",
                        Map.of("other", Quantity.ofExact(d("1.5"), Unit.RATIO)),
                        "c",
                        Map.of("item", Quantity.ofExact(d("2"), Unit.COUNT))));

        assertThat(column.states).containsExactly(0, 0, CLOSED);
        assertThat(column.scale).isZero();
        assertThat(column.units).containsExactly(Unit.COUNT);
    }

    /** Twelve decimals at most, and fifteen digits: a number that needs more stays out, and the others are in all the same. */
    @Test
    void numbersThatAreTooFineOrTooLongAreNotInIt() {
        FigureColumn fine = column(
                Quantity.ofExact(d("0.1234567890123"), Unit.COUNT),
                Quantity.ofExact(d("0.123456789012"), Unit.COUNT),
                within("1", Range.closed(d("0.9999999999999"), d("1"))),
                within("1", Range.closed(d("1"), d("1.0000000000001"))));
        FigureColumn large = column(
                Quantity.ofExact(d("999999999999999"), Unit.COUNT),
                Quantity.ofExact(d("1000000000000000"), Unit.COUNT),
                Quantity.ofExact(d("-999999999999999"), Unit.COUNT));
        FigureColumn mixed =
                column(Quantity.ofExact(d("99999999999999"), Unit.COUNT), Quantity.ofExact(d("0.25"), Unit.COUNT));

        assertThat(fine.scale).isEqualTo(12);
        assertThat(fine.states).containsExactly(0, CLOSED, 0, 0);
        assertThat(fine.values).containsExactly(0, 123_456_789_012L, 0, 0);
        assertThat(large.states).containsExactly(CLOSED, 0, CLOSED);
        assertThat(large.values).containsExactly(999_999_999_999_999L, 0, -999_999_999_999_999L);
        assertThat(large.magnitude).isEqualTo(999_999_999_999_999L);
        assertThat(mixed.states).containsExactly(0, CLOSED);
        assertThat(mixed.values).containsExactly(0, 25);
    }

    @Test
    void allUnitsAreKnownWhetherAFigureIsInItOrNot() {
        FigureColumn column = column(
                Quantity.ofExact(d("1"), Unit.COUNT),
                Quantity.of(d("5"), Unit.CNY, Qualifier.BELOW, Range.closed(d("4"), d("5"))),
                Quantity.ofExact(d("1"), Unit.COUNT));

        assertThat(column.units).containsExactly(Unit.COUNT, Unit.CNY);
    }
}
