package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RollupResultTest {
    private static final Rollup ALL = RollupFixture.of(
            "spent",
            RollupFixture.SEXES,
            Aggregate.SUM,
            Aggregate.MIN,
            Aggregate.MAX,
            Aggregate.VALUES,
            Aggregate.SKETCH);
    private static final Rollup WEIGHTED = RollupFixture.with("spent", "people", Aggregate.WEIGHTED_SUM);
    private static final ImmutableList<ObservationStatus> STATUSES = ImmutableList.copyOf(ObservationStatus.values());
    private static final ImmutableList<Precision> PRINTED = ImmutableList.of(
            Precision.from(Quantity.parse("约3万元")),
            Precision.from(Quantity.parse("近5千元")),
            Precision.from(Quantity.parse("超1.5亿元")));

    /** One observation. */
    private record Row(int slot, BigDecimal value, BigDecimal weight, ObservationStatus status, int printed) {
        void addTo(RollupResult.Builder result) {
            SlotRows rows = result.slot(slot);
            rows = (printed < 0 ? rows : rows.printed(PRINTED.get(printed))).status(status);
            if (!status.hasValue()) {
                rows.valueless(1);
                return;
            }
            rows.count(1).min(value).max(value);
            if (weight.signum() == 0) {
                rows.sum(value).value(value, 1);
            } else {
                rows.weighted(value.multiply(weight), weight, weight);
            }
        }
    }

    static LongStream seeds() {
        return Seeds.of(RollupResultTest.class, 20);
    }

    private static List<Row> rows(Random random, boolean weighted) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new Row(
                    random.nextInt(weighted ? 6 : 12),
                    BigDecimal.valueOf(random.nextInt(200_000) - 50_000, 2),
                    weighted ? BigDecimal.valueOf(1 + random.nextInt(1000)) : BigDecimal.ZERO,
                    STATUSES.get(random.nextInt(STATUSES.size())),
                    random.nextInt(6) - 3));
        }
        return rows;
    }

    private static RollupResult of(Rollup rollup, List<Row> rows) {
        RollupResult.Builder result = RollupResult.builder(rollup);
        rows.forEach(row -> row.addTo(result));
        return result.build();
    }

    /** All that a result says, as text. */
    static String everything(RollupResult result) {
        StringBuilder text = new StringBuilder();
        for (int slot : result.slots()) {
            TreeMap<BigDecimal, Long> values = new TreeMap<>();
            result.values(slot).addTo(values);
            QuantileSketch sketch = result.sketch(slot);
            TreeMap<BigDecimal, Long> buckets = new TreeMap<>();
            if (sketch != null) {
                sketch.addTo(buckets);
            }
            text.append(Arrays.asList(
                            slot,
                            result.count(slot),
                            result.valueless(slot),
                            result.status(slot),
                            result.hasBreak(slot),
                            plain(result.sum(slot)),
                            plain(result.min(slot)),
                            plain(result.max(slot)),
                            plain(result.product(slot)),
                            plain(result.other(slot)),
                            result.hasNegativeWeight(slot),
                            values,
                            buckets,
                            result.uncertainty(slot),
                            result.otherUncertainty(slot)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameInWhateverOrderRowsAreAdded(long seed) {
        Random random = new Random(seed);
        for (Rollup rollup : List.of(ALL, WEIGHTED)) {
            List<Row> rows = rows(random, rollup.equals(WEIGHTED));
            List<Row> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);

            assertThat(everything(of(rollup, shuffled))).isEqualTo(everything(of(rollup, rows)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergesToWhatOnePassFindsInWhateverOrder(long seed) {
        Random random = new Random(seed);
        for (Rollup rollup : List.of(ALL, WEIGHTED)) {
            List<Row> rows = rows(random, rollup.equals(WEIGHTED));
            int first = random.nextInt(rows.size());
            int second = first + random.nextInt(rows.size() - first);
            RollupResult a = of(rollup, rows.subList(0, first));
            RollupResult b = of(rollup, rows.subList(first, second));
            RollupResult c = of(rollup, rows.subList(second, rows.size()));

            String once = everything(of(rollup, rows));
            assertThat(everything(a.merge(b).merge(c))).isEqualTo(once);
            assertThat(everything(a.merge(b.merge(c)))).isEqualTo(once);
            assertThat(everything(c.merge(a).merge(b))).isEqualTo(once);
            assertThat(everything(of(rollup, List.of()).merge(a).merge(b).merge(c)))
                    .isEqualTo(once);
        }
    }

    @Test
    void holdsTheSlotsThatHaveARowAndSaysNothingOfOthers() {
        RollupResult.Builder builder = RollupResult.builder(ALL);
        builder.slot(1, 1, List.of("women")).status(ObservationStatus.MISSING).valueless(2);
        builder.slot(0, 0, List.of("men")).count(2).sum(new BigDecimal("3.50"));
        RollupResult result = builder.build();
        builder.slot(0).count(5);

        assertThat(result.slots()).containsExactly(0, 9);
        assertThat(result.count(0)).as("not what was added later").isEqualTo(2);
        assertThat(result.sum(0)).isEqualTo(new BigDecimal("3.50"));
        assertThat(result.valueless(9)).isEqualTo(2);
        assertThat(result.status(9)).isEqualTo(ObservationStatus.MISSING);
        assertThat(result.count(3)).isZero();
        assertThat(result.sum(3)).isEqualTo(BigDecimal.ZERO);
        assertThat(result.status(3)).isEqualTo(ObservationStatus.NORMAL);
        assertThat(result.sketch(3)).isNull();
        assertThat(result.uncertainty(3)).isNull();
    }

    @Test
    void refusesSlotsThatTheRollUpDoesNotHaveAndResultsOfOthers() {
        RollupResult.Builder builder = RollupResult.builder(ALL);

        assertThatThrownBy(() -> builder.slot(3, 0, List.of("men")))
                .hasMessage("Expected a slot of a region from 0, below 3, got 3");
        assertThatThrownBy(() -> builder.slot(0, -1, List.of("men")))
                .hasMessage("Expected a slot of a period from 0, below 2, got -1");
        assertThatThrownBy(() -> builder.slot(0, 0, List.of()))
                .hasMessage("Expected one of the groups [[men], [women]] of members, got []");
        assertThatThrownBy(() -> builder.slot(12)).hasMessage("Expected a slot of a roll-up from 0, below 12, got 12");
        assertThatThrownBy(() -> builder.add(of(WEIGHTED, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a result of spent from COMMUNITY, MONTHLY: 3 regions");
    }
}
