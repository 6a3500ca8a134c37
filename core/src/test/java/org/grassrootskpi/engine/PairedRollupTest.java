package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Lag;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/** Cases of two communities, with the people there as counterparts or weights. */
class PairedRollupTest {
    private final TableFixture fixture = new TableFixture()
            .sector("s", "")
            .region("t", TOWNSHIP, "")
            .region("a", COMMUNITY, "t")
            .region("b", COMMUNITY, "t")
            .region("c", COMMUNITY, "t")
            .indicator("cases", IndicatorKind.FLOW, "count:宗", 0)
            .indicator("people", IndicatorKind.STOCK, "count:人", 0)
            .indicator("area", IndicatorKind.STOCK, "m2", 1);

    private TableSchema schema = TableSchema.empty();

    private SlotColumns run(
            String other, List<String> required, Optional<Lag> lag, String periods, Aggregate aggregate) {
        ObservationTable table = fixture.table(schema);
        Rollup rollup = new Rollup(
                table.catalog().indicator("cases"),
                Source.of("cases", COMMUNITY, Frequency.MONTHLY),
                Optional.of(Source.of(other, COMMUNITY, Frequency.MONTHLY)),
                Optional.of(table.catalog().indicator(other)),
                required.stream()
                        .map(id -> Source.of(id, COMMUNITY, Frequency.MONTHLY))
                        .collect(ImmutableList.toImmutableList()),
                lag,
                RegionGroups.whole(table.regions(), new int[0]),
                PeriodGroups.of(TimePeriodRange.parse(periods), Frequency.MONTHLY),
                CombinationGroups.NONE,
                ImmutableSet.of(aggregate));
        return (SlotColumns) BlockRollup.run(table, rollup, 1);
    }

    private SlotColumns paired() {
        return run("people", List.of(), Optional.empty(), "2024", Aggregate.PAIRED_SUM);
    }

    private SlotColumns weighted(String other) {
        return run(other, List.of(), Optional.empty(), "2024", Aggregate.WEIGHTED_SUM);
    }

    private void pair(String region, String period, String cases, String people) {
        fixture.row("cases", region, period, cases).row("people", region, period, people);
    }

    private void withStatus(String indicator, String region, String figure, ObservationStatus status) {
        fixture.row(new TableFixture.Row(
                indicator,
                region,
                TimePeriod.parse("2024-01"),
                status.hasValue() ? Optional.of(Quantity.parse(figure)) : Optional.empty(),
                status,
                List.of()));
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    @Test
    void addsRowsThatHaveACounterpart() {
        pair("a", "2024-01", "5", "100");
        pair("a", "2024-02", "7", "200");
        pair("b", "2024-01", "-3", "50");
        fixture.row("cases", "c", "2024-01", "1000").row("people", "a", "2024-03", "3000");
        SlotColumns result = paired();

        assertThat(result.count(0)).isEqualTo(3);
        assertThat(result.sum(0)).isEqualTo(number(9));
        assertThat(result.other(0)).isEqualTo(number(350));
        assertThat(result.valueless(0)).isZero();
        assertThat(result.hasBreak(0)).isFalse();
        assertThat(result.uncertainty(0)).isNull();
        assertThat(result.otherUncertainty(0)).isNull();
    }

    /** Sums that fit a long are longs, positive and negative ones, and those that are zero. */
    @Test
    void addsLongsWhileTheyFit() {
        pair("a", "2024-01", "5", "0");
        pair("a", "2024-02", "-7", "0");
        pair("b", "2024-01", "2", "9");
        pair("b", "2024-02", "-7", "-10");
        pair("c", "2024-02", "" + Long.MIN_VALUE / 2, "" + Long.MAX_VALUE / 2);
        SlotColumns result = paired();

        assertThat(requireNonNull(result.sums()).isUnscaled()).isTrue();
        assertThat(requireNonNull(result.others()).isUnscaled()).isTrue();
        assertThat(result.sum(0)).isEqualTo(number(Long.MIN_VALUE / 2 - 7));
        assertThat(result.other(0)).isEqualTo(number(Long.MAX_VALUE / 2 - 1));
    }

    @Test
    void addsSumsBeyondALong() {
        pair("a", "2024-01", "" + Long.MAX_VALUE, "" + Long.MIN_VALUE);
        pair("b", "2024-01", "" + Long.MAX_VALUE, "" + Long.MIN_VALUE);
        pair("c", "2024-01", "" + Long.MAX_VALUE, "" + Long.MIN_VALUE);
        SlotColumns result = paired();

        assertThat(requireNonNull(result.sums()).isUnscaled()).isFalse();
        assertThat(result.sum(0)).isEqualTo(number(Long.MAX_VALUE).multiply(number(3)));
        assertThat(result.other(0)).isEqualTo(number(Long.MIN_VALUE).multiply(number(3)));
    }

    @Test
    void addsDoubles() {
        schema = TableSchema.builder().addFloatingPoint("cases", "people").build();
        pair("a", "2024-01", "5", "100");
        pair("b", "2024-01", "4", "200");
        SlotColumns result = paired();

        assertThat(result.count(0)).isEqualTo(2);
        assertThat(result.sum(0)).isEqualByComparingTo("9");
        assertThat(result.other(0)).isEqualByComparingTo("300");
    }

    @Test
    void pairsNothingWhereARequiredSourceHasNoValue() {
        pair("a", "2024-01", "5", "100");
        pair("b", "2024-01", "4", "200");
        fixture.row("area", "b", "2024-01", "1.5");

        SlotColumns result = run("people", List.of("area"), Optional.empty(), "2024", Aggregate.PAIRED_SUM);
        assertThat(result.count(0)).isEqualTo(1);
        assertThat(result.sum(0)).isEqualTo(number(4));
    }

    @Test
    void pairsNothingWhereARequiredSourceIsNotThere() {
        pair("a", "2024-01", "5", "100");

        SlotColumns result = run("people", List.of("area"), Optional.empty(), "2024", Aggregate.PAIRED_SUM);
        assertThat(result.slots()).isEmpty();
        assertThat(result.positions().size()).isEqualTo(1);
    }

    @Test
    void pairsNothingWhereTheOtherSourceIsNotThere() {
        fixture.row("cases", "a", "2024-01", "5");

        assertThat(paired().slots()).isEmpty();
    }

    @Test
    void findsCounterpartsOfTheYearBefore() {
        for (String month :
                new String[] {"2022-01", "2022-03", "2023-01", "2023-02", "2023-03", "2024-01", "2024-03"}) {
            fixture.row("cases", "a", month, month.replace("-", ""));
        }
        fixture.row("cases", "b", "2024-01", "999").row("cases", "c", "2023-01", "888");
        Optional<Lag> lag = Optional.of(new Lag(BasePeriod.YEAR_EARLIER, Frequency.ANNUAL, false));
        SlotColumns result = run("cases", List.of(), lag, "2023..2024", Aggregate.PAIRED_SUM);

        assertThat(result.count(0)).isEqualTo(2);
        assertThat(result.sum(0)).isEqualTo(number(202301 + 202303));
        assertThat(result.other(0)).isEqualTo(number(202201 + 202203));
        assertThat(result.count(1)).isEqualTo(2);
        assertThat(result.sum(1)).isEqualTo(number(202401 + 202403));
        assertThat(result.other(1)).isEqualTo(number(202301 + 202303));
    }

    @Test
    void findsCounterpartsOfABaseYearForEachYear() {
        for (String month : new String[] {"2022-01", "2022-03", "2023-01", "2023-03", "2024-01", "2024-03"}) {
            fixture.row("cases", "a", month, month.replace("-", ""));
        }
        Optional<Lag> lag = Optional.of(new Lag(BasePeriod.inYear(2022), Frequency.ANNUAL, false));
        SlotColumns result = run("cases", List.of(), lag, "2023..2024", Aggregate.PAIRED_SUM);

        for (int slot = 0; slot < 2; slot++) {
            assertThat(result.count(slot)).isEqualTo(2);
            assertThat(result.other(slot)).isEqualTo(number(202201 + 202203));
        }
    }

    @Test
    void hasTheWorstStatusAndTheBreaksOfBoth() {
        pair("c", "2024-01", "5", "100");
        withStatus("cases", "a", "7宗", ObservationStatus.PROVISIONAL);
        withStatus("people", "a", "70人", ObservationStatus.ESTIMATED);
        SlotColumns estimated = paired();
        assertThat(estimated.status(0)).isEqualTo(ObservationStatus.ESTIMATED);
        assertThat(estimated.hasBreak(0)).isFalse();
        assertThat(estimated.count(0)).isEqualTo(2);

        withStatus("cases", "b", "", ObservationStatus.MISSING);
        withStatus("people", "b", "70人", ObservationStatus.BREAK);
        SlotColumns broken = paired();
        assertThat(broken.status(0)).isEqualTo(ObservationStatus.MISSING);
        assertThat(broken.hasBreak(0)).isTrue();
        assertThat(broken.valueless(0)).isEqualTo(1);
        assertThat(broken.count(0)).isEqualTo(2);
        assertThat(broken.sum(0)).isEqualTo(number(12));
    }

    @Test
    void hasABreakOfTheValuesThemselves() {
        withStatus("cases", "a", "7宗", ObservationStatus.BREAK);
        fixture.row("people", "a", "2024-01", "70");

        assertThat(paired().hasBreak(0)).isTrue();
        assertThat(paired().status(0)).isEqualTo(ObservationStatus.BREAK);
    }

    @Test
    void knowsTheUncertaintyOfBothSums() {
        pair("c", "2024-01", "5", "100");
        fixture.figure("cases", "a", "2024-01", "至少7宗").row("people", "a", "2024-01", "70");
        fixture.row("cases", "b", "2024-01", "9").figure("people", "b", "2024-01", "不超过90人");
        SlotColumns result = paired();
        SlotUncertainty ofValues = requireNonNull(result.uncertainty(0));
        SlotUncertainty ofOthers = requireNonNull(result.otherUncertainty(0));

        assertThat(ofValues.rows()).isEqualTo(1);
        assertThat(ofValues.offset().qualifier()).isEqualTo(Qualifier.AT_LEAST);
        assertThat(ofValues.offset().bounds()).isEqualTo(Range.atLeast(BigDecimal.ZERO));
        assertThat(ofValues.min()).isNull();
        assertThat(ofValues.max()).isNull();
        assertThat(ofOthers.rows()).isEqualTo(1);
        assertThat(ofOthers.offset().qualifier()).isEqualTo(Qualifier.AT_MOST);
        assertThat(ofOthers.offset().bounds()).isEqualTo(Range.atMost(BigDecimal.ZERO));
    }

    @Test
    void addsValuesTimesTheirWeights() {
        pair("a", "2024-01", "5", "100");
        pair("b", "2024-01", "-7", "10");
        pair("c", "2024-01", "6", "0");
        SlotColumns result = weighted("people");

        assertThat(result.count(0)).isEqualTo(3);
        assertThat(result.product(0)).isEqualTo(number(430));
        assertThat(result.other(0)).isEqualTo(number(110));
        assertThat(result.min(0)).isEqualTo(number(-7));
        assertThat(result.max(0)).isEqualTo(number(6));
        assertThat(result.hasNegativeWeight(0))
                .as("zero people are not fewer than none")
                .isFalse();
    }

    @Test
    void saysWhetherAWeightMayBeNegative() {
        pair("a", "2024-01", "5", "100");
        assertThat(weighted("people").hasNegativeWeight(0)).isFalse();

        pair("b", "2024-01", "5", "-1");
        assertThat(weighted("people").hasNegativeWeight(0)).isTrue();

        fixture.row("area", "a", "2024-01", "0.1");
        assertThat(weighted("area").hasNegativeWeight(0)).isFalse();

        fixture.row("area", "b", "2024-01", "0.0");
        assertThat(weighted("area").hasNegativeWeight(0)).as("0.0 may be -0.04").isTrue();
    }

    @Test
    void takesAWeightThatIsAboutSomethingForOneThatMayBeNegative() {
        pair("a", "2024-01", "5", "100");
        fixture.row("cases", "b", "2024-01", "5").figure("people", "b", "2024-01", "至少3人");
        assertThat(weighted("people").hasNegativeWeight(0)).isFalse();

        fixture.row("cases", "c", "2024-01", "5").figure("people", "c", "2024-01", "约3人");
        assertThat(weighted("people").hasNegativeWeight(0)).isTrue();
    }

    @Test
    void knowsTheExtremesOfValuesOfWhichSomeHaveAPrecisionOfTheirOwn() {
        pair("a", "2024-01", "40", "1");
        pair("b", "2024-01", "70", "1");
        fixture.figure("cases", "c", "2024-01", "至少50宗").row("people", "c", "2024-01", "1");
        SlotColumns result = weighted("people");
        SlotUncertainty uncertainty = requireNonNull(result.uncertainty(0));

        assertThat(uncertainty.min()).isEqualTo(Range.closed(number(40), number(40)));
        assertThat(uncertainty.max()).isEqualTo(Range.atLeast(number(70)));
        assertThat(result.min(0)).isEqualTo(number(40));
        assertThat(result.max(0)).isEqualTo(number(70));
    }

    @Test
    void knowsTheExtremesOfNegativeValuesToo() {
        pair("a", "2024-01", "-40", "1");
        pair("b", "2024-01", "-70", "1");
        fixture.figure("cases", "c", "2024-01", "不超过10宗").row("people", "c", "2024-01", "1");
        SlotUncertainty uncertainty = requireNonNull(weighted("people").uncertainty(0));

        assertThat(uncertainty.min()).isEqualTo(Range.atMost(number(-70)));
        assertThat(uncertainty.max()).isEqualTo(Range.closed(number(-40), number(10)));
    }

    @Test
    void pairsRowsOfSeveralSegmentsOnce() {
        BigDecimal sum = BigDecimal.ZERO;
        String[] regions = {"a", "b", "c"};
        for (int month = 1; month <= 12; month++) {
            for (String region : regions) {
                String period = TimePeriod.ofMonth(2024, month).toString();
                if (month % 5 == 0) {
                    fixture.figure("cases", region, period, "约" + month + "宗");
                } else {
                    fixture.row("cases", region, period, "" + month);
                }
                if (month % 4 == 0) {
                    fixture.figure("people", region, period, "约" + month + "人");
                } else {
                    fixture.row("people", region, period, "" + month);
                }
                sum = sum.add(number(month));
            }
        }
        SlotColumns result = paired();

        assertThat(Arrays.asList(result.sum(0), result.other(0))).containsExactly(sum, sum);
        assertThat(result.count(0)).isEqualTo(36);
        assertThat(requireNonNull(result.uncertainty(0)).rows()).isEqualTo(6);
        assertThat(requireNonNull(result.otherUncertainty(0)).rows()).isEqualTo(9);
    }
}
