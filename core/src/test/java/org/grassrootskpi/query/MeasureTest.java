package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.BasePeriod.PREVIOUS_PERIOD;
import static org.grassrootskpi.query.BasePeriod.YEAR_EARLIER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.query.Measure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeasureTest {
    /** Each measure with its name, its kind and that of what it is of. */
    static Stream<Arguments> measures() {
        return Stream.of(
                Arguments.of(Measure.value(), "value", Kind.VALUE, null),
                Arguments.of(Measure.sum(), "sum", Kind.SUM, null),
                Arguments.of(Measure.mean(), "mean", Kind.MEAN, null),
                Arguments.of(Measure.meanOfRates(), "meanOfRates", Kind.MEAN_OF_RATES, null),
                Arguments.of(Measure.min(), "min", Kind.MIN, null),
                Arguments.of(Measure.max(), "max", Kind.MAX, null),
                Arguments.of(Measure.count(), "count", Kind.COUNT, null),
                Arguments.of(Measure.coverage(), "coverage", Kind.COVERAGE, null),
                Arguments.of(Measure.quantile(0.5), "quantile(0.5)", Kind.QUANTILE, null),
                Arguments.of(Measure.quantile(new BigDecimal("0.250")), "quantile(0.25)", Kind.QUANTILE, null),
                Arguments.of(Measure.quantileSketch(0.9), "quantileSketch(0.9)", Kind.QUANTILE_SKETCH, null),
                Arguments.of(Measure.yearToDate(), "yearToDate", Kind.YEAR_TO_DATE, Kind.VALUE),
                Arguments.of(Measure.yearToDate(Measure.mean()), "yearToDate(mean)", Kind.YEAR_TO_DATE, Kind.MEAN),
                Arguments.of(Measure.rolling(3), "rolling(3)", Kind.ROLLING, Kind.VALUE),
                Arguments.of(Measure.rolling(1, Measure.max()), "rolling(1, max)", Kind.ROLLING, Kind.MAX),
                Arguments.of(Measure.discrete(), "discrete", Kind.DISCRETE, Kind.VALUE),
                Arguments.of(Measure.discrete(Measure.sum()), "discrete(sum)", Kind.DISCRETE, Kind.SUM),
                Arguments.of(Measure.share(), "share", Kind.SHARE, Kind.VALUE),
                Arguments.of(Measure.share(Measure.count()), "share(count)", Kind.SHARE, Kind.COUNT),
                Arguments.of(Measure.shareOf(COUNTY), "shareOf(COUNTY)", Kind.SHARE, Kind.VALUE),
                Arguments.of(Measure.shareOf(TOWNSHIP, Measure.sum()), "shareOf(TOWNSHIP, sum)", Kind.SHARE, Kind.SUM),
                Arguments.of(Measure.rank(), "rank", Kind.RANK, Kind.VALUE),
                Arguments.of(Measure.rank(Measure.mean()), "rank(mean)", Kind.RANK, Kind.MEAN),
                Arguments.of(Measure.rankWithin(COUNTY), "rankWithin(COUNTY)", Kind.RANK, Kind.VALUE),
                Arguments.of(
                        Measure.rankWithin(COUNTY, Measure.share()),
                        "rankWithin(COUNTY, share)",
                        Kind.RANK,
                        Kind.SHARE),
                Arguments.of(
                        Measure.difference(PREVIOUS_PERIOD), "difference(previousPeriod)", Kind.DIFFERENCE, Kind.VALUE),
                Arguments.of(
                        Measure.difference(YEAR_EARLIER, Measure.share()),
                        "difference(yearEarlier, share)",
                        Kind.DIFFERENCE,
                        Kind.SHARE),
                Arguments.of(Measure.growth(YEAR_EARLIER), "yearOnYear", Kind.GROWTH, Kind.VALUE),
                Arguments.of(
                        Measure.growth(PREVIOUS_PERIOD, Measure.sum()), "periodOnPeriod(sum)", Kind.GROWTH, Kind.SUM),
                Arguments.of(Measure.yearOnYear(Measure.max()), "yearOnYear(max)", Kind.GROWTH, Kind.MAX),
                Arguments.of(Measure.periodOnPeriod(Measure.min()), "periodOnPeriod(min)", Kind.GROWTH, Kind.MIN),
                Arguments.of(
                        Measure.contribution(YEAR_EARLIER), "contribution(yearEarlier)", Kind.CONTRIBUTION, Kind.VALUE),
                Arguments.of(
                        Measure.contribution(PREVIOUS_PERIOD, Measure.sum()),
                        "contribution(previousPeriod, sum)",
                        Kind.CONTRIBUTION,
                        Kind.SUM),
                Arguments.of(
                        Measure.contributionTo(COUNTY, YEAR_EARLIER),
                        "contributionTo(COUNTY, yearEarlier)",
                        Kind.CONTRIBUTION,
                        Kind.VALUE),
                Arguments.of(
                        Measure.contributionTo(COUNTY, YEAR_EARLIER, Measure.count()),
                        "contributionTo(COUNTY, yearEarlier, count)",
                        Kind.CONTRIBUTION,
                        Kind.COUNT));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void hasAName(Measure measure, String name, Kind kind, Kind inner) {
        assertThat(measure.name()).isEqualTo(name);
        assertThat(measure).hasToString(name);
        assertThat(measure.kind()).isEqualTo(kind);
        assertThat(measure.inner().map(Measure::kind)).isEqualTo(Optional.ofNullable(inner));
        assertThat(measure.as("x").name()).isEqualTo("x");
        assertThat(measure.as("x")).hasToString(name);
        assertThat(measure.as("x").kind()).isEqualTo(kind);
        assertThat(kind.isAggregate()).isEqualTo(inner == null);
        assertThat(kind.isWindow()).isEqualTo(kind == Kind.YEAR_TO_DATE || kind == Kind.ROLLING);
    }

    @Test
    void isEqualByWhatItIsAndByItsName() {
        List<Measure> all =
                measures().map(arguments -> (Measure) arguments.get()[0]).toList();
        for (int one = 0; one < all.size(); one++) {
            for (int other = 0; other < all.size(); other++) {
                assertThat(all.get(one).equals(all.get(other)))
                        .as(all.get(one) + ", " + all.get(other))
                        .isEqualTo(one == other);
            }
        }
        assertThat(Measure.rolling(3))
                .isEqualTo(Measure.rolling(3))
                .hasSameHashCodeAs(Measure.rolling(3))
                .isNotEqualTo(Measure.rolling(2))
                .isNotEqualTo(Measure.rolling(3).as("x"))
                .isNotEqualTo("rolling(3)");
        assertThat(Measure.rolling(3).hashCode())
                .isNotEqualTo(Measure.rolling(2).hashCode());
        assertThat(Measure.sum().as("x")).isEqualTo(Measure.sum().as("x"));
    }

    @Test
    void keepsItsParameters() {
        assertThat(Measure.rolling(3).as("x").periods()).isEqualTo(3);
        assertThat(Measure.quantile(0.9).probability()).contains(new BigDecimal("0.9"));
        assertThat(Measure.quantileSketch(0.9).probability()).contains(new BigDecimal("0.9"));
        assertThat(Measure.value().probability()).isEmpty();
        assertThat(Measure.shareOf(COUNTY).level()).contains(COUNTY);
        assertThat(Measure.share().level()).isEmpty();
        assertThat(Measure.growth(PREVIOUS_PERIOD).comparison()).contains(PREVIOUS_PERIOD);
        assertThat(Measure.value().comparison()).isEmpty();
    }

    @Test
    void refusesProbabilitiesNamesAndWindowsThatMeanNothing() {
        for (double probability : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> Measure.quantile(probability))
                    .hasMessage("Expected a probability from 0 to 1, got " + probability);
            assertThatThrownBy(() -> Measure.quantileSketch(probability)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Measure.quantile(new BigDecimal("1.01")))
                .hasMessage("Expected a probability from 0 to 1, got 1.01");
        assertThatThrownBy(() -> Measure.quantile(new BigDecimal("-1E-2")))
                .hasMessage("Expected a probability from 0 to 1, got -0.01");
        for (int end : new int[] {0, 1}) {
            assertThat(Measure.quantile(end).name()).isEqualTo("quantile(" + end + ")");
            assertThat(Measure.quantile(BigDecimal.valueOf(end)).name()).isEqualTo("quantile(" + end + ")");
        }
        assertThatThrownBy(() -> Measure.sum().as(" "))
                .hasMessage("Expected a name for the column of 'sum', got a blank one");
        assertThatThrownBy(() -> Measure.rolling(-1)).hasMessage("Expected 1 or more periods, got -1");
        assertThatThrownBy(() -> Measure.yearToDate(Measure.rank()))
                .hasMessage("Expected a window of an aggregate such as value() or sum(), got 'yearToDate' of 'rank';"
                        + " take 'rank' of the window instead");
    }
}
