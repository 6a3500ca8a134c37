package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** What every engine must say of how well a result is known: qualifier, bounds and status. */
abstract class UncertaintyConformance extends Conformance {
    /** Whether the engine adds up doubles; those that would do so in any order refuse them. */
    protected abstract boolean addsDoubles();

    private Cell cell(TableFixture fixture, Query query) {
        return ask(fixture, query).row(0).cell(query.measures().get(0));
    }

    private static Range<BigDecimal> closed(String lower, String upper) {
        return Range.closed(new BigDecimal(lower), new BigDecimal(upper));
    }

    /** Three observations printed to two decimals. */
    private static TableFixture fixture() {
        return TableFixture.places()
                .indicator("rainfall", FLOW, "m2", 2)
                .row("rainfall", "a1", "2024-01", "1.25")
                .row("rainfall", "a2", "2024-01", "3.75")
                .row("rainfall", "b1", "2024-01", "2.50");
    }

    @Test
    void knowsAQuantileAsWellAsItsFigures() {
        Cell median = cell(fixture(), Query.select("rainfall").measures(Measure.quantile(0.5)));

        assertThat(median.get()).isEqualByComparingTo("2.5");
        assertThat(median.qualifier()).isEqualTo(Qualifier.EXACT);
        assertThat(median.bounds()).isEqualTo(closed("2.495", "2.505"));
    }

    @Test
    void knowsAQuantileOfSeveralIndicatorsAsWellAsTheCoarsestOfThem() {
        TableFixture fixture = fixture()
                .indicator("irrigation", FLOW, "m2", 1)
                .row("irrigation", "a1", "2024-01", "2.6")
                .row("irrigation", "b1", "2024-01", "9.9");

        Cell median = cell(
                fixture,
                Query.select("rainfall", "irrigation")
                        .groupBy(Dimension.sector())
                        .measures(Measure.quantile(0.5)));

        assertThat(median.get()).isEqualByComparingTo("2.6");
        assertThat(median.bounds()).isEqualTo(closed("2.55", "2.65"));
    }

    @Test
    void leavesAQuantileOpenWhereAFigureSaysMoreOfItself() {
        Cell median = cell(
                fixture().figure("rainfall", "a1", "2024-02", "约2 m2"),
                Query.select("rainfall").within("a").measures(Measure.quantile(0.5)));

        assertThat(median.qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(median.bounds()).isEqualTo(Range.all());
    }

    @Test
    void knowsAQuantileOfCountsExactly() {
        TableFixture fixture = EngineConformance.fixture();

        Cell largest = cell(fixture, Query.select("petitions").measures(Measure.quantile(1)));

        assertThat(largest.isExact()).isTrue();
        assertThat(largest.bounds()).isEqualTo(closed("40", "40"));
    }

    @Test
    void givesARoundedQuotientOfCountsTheDecimalsAroundItAsBounds() {
        // Public bug report: a rounded quotient counted as exact.
        Cell third = cell(fixture("1", "3"), Query.select("rate").within("a1").during("2024"));

        assertThat(third.toString()).isEqualTo("0." + "3".repeat(34) + " (1/1)");
        assertThat(third.qualifier()).isEqualTo(Qualifier.EXACT);
        assertThat(third.isExact()).isFalse();
        assertThat(third.bounds()).isEqualTo(closed("0." + "3".repeat(34), "0." + "3".repeat(33) + "4"));
    }

    @Test
    void givesAFiniteQuotientOfMoreDigitsThanItKeepsTheDecimalsAroundIt() {
        // Public bug report: 1 / 2^49 has 49 decimals; its bounds were the whole of it, its value 34 digits.
        Cell ratio = cell(
                fixture("1", Long.toString(1L << 49)),
                Query.select("rate").within("a1").during("2024"));
        BigDecimal truth = BigDecimal.ONE.divide(BigDecimal.valueOf(1L << 49));

        assertThat(ratio.isExact()).isFalse();
        assertThat(ratio.bounds().contains(truth)).isTrue();
        assertThat(ratio.bounds().contains(ratio.get())).isTrue();
    }

    private static TableFixture money() {
        return TableFixture.places()
                .indicator("output", FLOW, "CNY", 0)
                .indicator("input", FLOW, "CNY", 0)
                .indicator(TableFixture.indicator("yield", "s", RATIO, "ratio", 4)
                        .numerator("output")
                        .denominator("input")
                        .build())
                .indicator(TableFixture.indicator("share", "s", RATIO, "ratio", 4)
                        .weight("input")
                        .build());
    }

    private static Range<BigDecimal> above(String lower) {
        return Range.greaterThan(new BigDecimal(lower));
    }

    @Test
    void keepsWhatIsCertainOfAQuotientWhoseDivisorIsLessThanAFigure() {
        // Public bug report: 204.92 / 近300 is above 68.3 %.
        TableFixture fixture = money().figure("output", "a1", "2024", "超100元")
                .figure("input", "a1", "2024", "近500元")
                .figure("output", "a1", "2023", "近80元");

        Cell ratio = cell(fixture, Query.select("yield").within("a1").during("2024"));
        Cell growth =
                cell(fixture, Query.select("output").within("a1").during("2024").measures(Measure.yearOnYear()));

        assertThat(ratio.qualifier()).isEqualTo(Qualifier.ABOVE);
        assertThat(ratio.bounds()).isEqualTo(above("0.2"));
        assertThat(growth.qualifier()).isEqualTo(Qualifier.ABOVE);
        assertThat(growth.bounds()).isEqualTo(above("0.25"));
    }

    @Test
    void knowsAMeanByVagueWeightsToLieAmongItsValues() {
        TableFixture fixture = money().figure("share", "a1", "2024", "50%")
                .figure("share", "a2", "2024", "近70%")
                .figure("input", "a1", "2024", "1000元")
                .figure("input", "a2", "2024", "近500元");

        Cell mean = cell(fixture, Query.select("share").within("a").during("2024"));

        assertThat(mean.qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(mean.bounds()).isEqualTo(closed("0", "0.7"));
    }

    @Test
    void knowsAMeanByRoundedWeightsToLieAmongItsValues() {
        TableFixture fixture = money().row("share", "a1", "2024", "0.5000")
                .row("share", "a2", "2024", "0.7")
                .row("input", "a1", "2024", "1000")
                .row("input", "a2", "2024", "1000");

        Cell mean = cell(fixture, Query.select("share").within("a").during("2024"));

        assertThat(mean.get()).isEqualByComparingTo("0.6");
        assertThat(mean.qualifier()).isEqualTo(Qualifier.EXACT);
        assertThat(mean.bounds()).isEqualTo(closed("0.49995", "0.70005"));
    }

    @Test
    void leavesAMeanOpenWhoseWeightsMayBeNegative() {
        for (String weight : List.of("0元", "约500元", "-3元")) {
            TableFixture fixture = money().row("share", "a1", "2024", "0.5")
                    .row("share", "a2", "2024", "0.7")
                    .row("input", "a1", "2024", "1000")
                    .figure("input", "a2", "2024", weight);

            assertThat(cell(fixture, Query.select("share").within("a").during("2024"))
                            .bounds())
                    .isEqualTo(Range.all());
        }
    }

    @Test
    void takesNoSumOfDoublesForExact() {
        assumeTrue(addsDoubles(), "this engine refuses doubles");
        TableSchema schema = TableSchema.builder().addFloatingPoint("output").build();
        TableFixture fixture = money().row("output", "a1", "2024", "1").row("output", "a2", "2024", "2");
        TableFixture same = money().row("output", "a1", "2024", "1");
        Query query = Query.select("output")
                .within("a")
                .during("2024")
                .measures(Measure.sum(), Measure.max(), Measure.quantile(0.5), Measure.count());

        List<Cell> cells = query.measures().stream()
                .map(engine(fixture.table(schema)).execute(query).row(0)::cell)
                .toList();

        assertThat(cells).extracting(Cell::isExact).containsExactly(false, false, false, true);
        assertThat(cells.get(0).bounds()).isEqualTo(closed("2.99999999999998", "3.00000000000002"));
        assertThat(cells.get(1).bounds()).isEqualTo(closed("1.99999999999999", "2.00000000000001"));
        assertThat(engine(same.table(schema))
                        .execute(query.within("a1"))
                        .row(0)
                        .cell(Measure.sum())
                        .toString())
                .isEqualTo("1 (1/1)");
    }

    @Test
    void keepsAHalfOfCountsExact() {
        assertThat(cell(fixture("1", "2"), Query.select("rate").within("a1").during("2024"))
                        .isExact())
                .isTrue();
    }

    @Test
    void givesAGrowthBoundsThatHoldItsRoundedValue() {
        // Public bug report: the growth was rounded to 34 digits, its bounds were not.
        TableFixture fixture = TableFixture.places();
        List<BigDecimal> truths = new ArrayList<>();
        for (int before = 1; before < 60; before++) {
            for (int now = 0; now < 60; now += 7) {
                String id = "rainfall" + truths.size();
                fixture.indicator(id, FLOW, "m2", 1)
                        .row(id, "a1", "2023", before + ".1")
                        .row(id, "a1", "2024", now + ".3");
                BigDecimal base = new BigDecimal(before + ".1");
                truths.add(new BigDecimal(now + ".3").subtract(base).divide(base, new java.math.MathContext(80)));
            }
        }
        List<String> ids =
                IntStream.range(0, truths.size()).mapToObj(i -> "rainfall" + i).toList();

        ResultTable growths =
                ask(fixture, Query.select(ids).within("a1").during("2024").measures(Measure.yearOnYear()));

        assertThat(growths.rows()).hasSameSizeAs(truths);
        for (int i = 0; i < truths.size(); i++) {
            Cell growth = growths.row(i).cell(Measure.yearOnYear());
            assertThat(growth.bounds().contains(truths.get(i)))
                    .as(ids.get(i) + " " + growth.bounds())
                    .isTrue();
            assertThat(growth.bounds().contains(growth.get())).isTrue();
        }
    }

    /** An indicator that is the first count divided by the second, in one community and year. */
    private static TableFixture fixture(String above, String below) {
        return TableFixture.places()
                .indicator("above", FLOW, "count:宗", 0)
                .indicator("below", FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("rate", "s", RATIO, "ratio", 4)
                        .numerator("above")
                        .denominator("below")
                        .build())
                .row("above", "a1", "2024", above)
                .row("below", "a1", "2024", below);
    }

    @Test
    void keepsQualifiersBoundsAndTheWorstStatus() {
        TableFixture fixture = TableFixture.places()
                .indicator("output", FLOW, "CNY", 2)
                .figure("output", "a1", "2024", "509.45亿元")
                .figure("output", "a2", "2024", "近300亿元")
                .row(new TableFixture.Row(
                        "output",
                        "b1",
                        TimePeriod.parse("2024"),
                        Optional.of(Quantity.parse("1亿元")),
                        ObservationStatus.PROVISIONAL,
                        List.of()));

        Cell sum = cell(fixture, Query.select("output").during("2024").measures(Measure.sum()));

        assertThat(sum.get()).isEqualByComparingTo("81045000000");
        assertThat(sum.qualifier()).isEqualTo(Qualifier.BELOW);
        assertThat(sum.bounds())
                .isEqualTo(Range.closedOpen(new BigDecimal("50994500000"), new BigDecimal("81095500000")));
        assertThat(sum.status()).isEqualTo(ObservationStatus.PROVISIONAL);
        assertThat(sum.isExact()).isFalse();
    }
}
