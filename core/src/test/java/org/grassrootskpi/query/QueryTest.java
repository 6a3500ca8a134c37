package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

class QueryTest {
    private final Query base = Query.select("requests");

    @Test
    void changesACopyOnly() {
        Query changed = base.within("a").during("2024").limit(3).strict();

        assertThat(base).isEqualTo(Query.select("requests"));
        assertThat(changed.within()).containsExactly("a");
        assertThat(changed.during()).contains(TimePeriodRange.parse("2024..2024"));
        assertThat(changed.isStrict()).isTrue();
    }

    @Test
    void addsConditionsUp() {
        Query query = base.measures(Measure.sum(), Measure.count())
                .having(Measure.sum(), Range.atLeast(BigDecimal.ONE))
                .having(Measure.count(), Range.lessThan(BigDecimal.TEN));

        assertThat(query.having().keySet()).containsExactly("sum", "count");
    }

    @Test
    void refusesAMeasureUnderTheNameOfADimension() {
        assertThatThrownBy(() -> base.groupBy(Dimension.extra("channel"))
                        .measures(Measure.sum().as("channel")))
                .hasMessageContaining("got 'channel' for both");
        assertThatThrownBy(() -> base.groupBy(Dimension.extra("value"))).hasMessageContaining("got 'value' for both");
    }

    @Test
    void keepsTwoConditionsOnOneMeasure() {
        Query query = base.having(Measure.value(), Range.atLeast(BigDecimal.ONE))
                .having(Measure.value(), Range.lessThan(BigDecimal.TEN));

        assertThat(query.having().get("value"))
                .containsExactly(Range.atLeast(BigDecimal.ONE), Range.lessThan(BigDecimal.TEN));
    }

    @Test
    void replacesTheLimitOfOneDimensionAndKeepsTheOthers() {
        Query query = base.where("channel", "a").where("age", "old").where("channel", "b", "c");

        assertThat(query.where()).containsOnlyKeys("channel", "age");
        assertThat(query.where().get("channel")).containsExactly("b", "c");
        assertThatThrownBy(() -> base.where("channel"))
                .hasMessage("Expected one or more members of 'channel', got none");
        assertThatThrownBy(() -> base.where("channel", "a", "a")).hasMessageContaining("got 'a' twice");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> Query.select(List.of())).hasMessage("Expected one or more indicators, got none");
        assertThatThrownBy(() -> Query.select("a", "a")).hasMessageContaining("got 'a' twice");
        assertThatThrownBy(() -> base.groupBy(Dimension.sector(), Dimension.indicator()))
                .hasMessageContaining("at most one dimension of a kind");
        assertThatThrownBy(() -> base.groupBy(Dimension.period(Frequency.MONTHLY), Dimension.period(Frequency.ANNUAL)))
                .hasMessageContaining("period(MONTHLY) and period(ANNUAL)");
        assertThatThrownBy(() -> base.measures(Measure.sum(), Measure.sum()))
                .hasMessageContaining("name one of them by Measure.as");
        assertThatThrownBy(() -> base.limit(-1)).hasMessage("Expected a limit of 0 rows or more, got -1");
        assertThatThrownBy(() -> Measure.rolling(0)).hasMessage("Expected 1 or more periods, got 0");
        assertThatThrownBy(() -> Measure.quantile(Double.NaN)).hasMessageContaining("from 0 to 1, got NaN");
        assertThatThrownBy(() -> Measure.rolling(3, Measure.yearOnYear()))
                .hasMessageContaining("take 'yearOnYear' of the window instead");
    }

    @Test
    void namesMeasuresSoThatNoTwoDifferentOnesAreAlike() {
        assertThat(Measure.yearOnYear(Measure.yearToDate()).name()).isEqualTo("yearOnYear(yearToDate)");
        assertThat(Measure.rolling(3, Measure.sum()).name()).isEqualTo("rolling(3, sum)");
        assertThat(Measure.shareOf(RegionLevel.COUNTY).name()).isEqualTo("shareOf(COUNTY)");
        assertThat(Measure.difference(BasePeriod.YEAR_EARLIER).name()).isEqualTo("difference(yearEarlier)");
        assertThat(Measure.quantile(0.9).as("p90").name()).isEqualTo("p90");
    }
}
