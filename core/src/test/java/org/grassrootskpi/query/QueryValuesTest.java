package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that a query is made of, and what it asks for. */
class QueryValuesTest {
    private static void assertDifferent(Object... values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                assertThat(values[i].equals(values[j]))
                        .as(values[i] + ", " + values[j])
                        .isEqualTo(i == j);
            }
            assertThat(values[i]).isNotEqualTo(null).isNotEqualTo("x");
        }
        assertThat(Arrays.stream(values).map(Object::hashCode).distinct().count())
                .isEqualTo(values.length);
    }

    @Test
    void dimensionsAreEqualByKindNameAndParameter() {
        assertDifferent(
                Dimension.indicator(),
                Dimension.sector(),
                Dimension.topSector(),
                Dimension.region(COUNTY),
                Dimension.region(TOWNSHIP),
                Dimension.period(MONTHLY),
                Dimension.period(ANNUAL),
                Dimension.extra("region"),
                Dimension.project());
        assertThat(Dimension.region(COUNTY)).isEqualTo(Dimension.region(COUNTY));
        assertThat(Dimension.project()).isEqualTo(Dimension.extra("project"));
    }

    @Test
    void dimensionsSayWhatTheyAre() {
        assertThat(Dimension.region(COUNTY).level()).contains(COUNTY);
        assertThat(Dimension.region(COUNTY).frequency()).isEmpty();
        assertThat(Dimension.period(ANNUAL).frequency()).contains(ANNUAL);
        assertThat(Dimension.period(ANNUAL).level()).isEmpty();
        assertThat(Dimension.extra("sex").isExtra()).isTrue();
        assertThat(Dimension.sector().isExtra()).isFalse();
        assertThat(Dimension.sector().isSubject()).isTrue();
        assertThat(Dimension.indicator().isSubject()).isTrue();
        assertThat(Dimension.extra("sex").isSubject()).isFalse();
        assertThat(List.of(Dimension.region(COUNTY), Dimension.period(ANNUAL), Dimension.topSector()))
                .hasToString("[region(COUNTY), period(ANNUAL), topSector]");
    }

    @Test
    void ordersAreEqualByColumnAndDirection() {
        assertDifferent(
                Order.ascending(Measure.sum()),
                Order.descending(Measure.sum()),
                Order.ascending(Dimension.indicator()),
                Order.descending(Dimension.indicator()));
        assertThat(Order.ascending(Measure.sum())).isEqualTo(Order.ascending(Measure.sum()));
        assertThat(Order.descending(Measure.sum())).hasToString("sum descending");
        assertThat(Order.ascending(Dimension.indicator())).hasToString("indicator ascending");
        assertThat(Order.ascending(Measure.sum().as("x")).column()).isEqualTo("x");
        assertThat(Order.descending(Dimension.indicator()).isDescending()).isTrue();
        assertThat(Order.ascending(Dimension.indicator()).isDescending()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 9, true",
        "0.5, 4, 8, true",
        "0.5, 3, 8, false",
        "0.5, 0, 0, true",
        "1, 8, 8, true",
        "1, 7, 8, false",
        "0.95, 19, 20, true",
        "0.95, 18, 20, false"
    })
    void aPolicyAcceptsThePartThatItDemands(double least, long present, long expected, boolean accepted) {
        assertThat(MissingPolicy.requireAtLeast(least).accepts(present, expected))
                .isEqualTo(accepted);
    }

    @Test
    void policiesAreEqualByTheLeastCoverage() {
        assertDifferent(MissingPolicy.lenient(), MissingPolicy.requireAll(), MissingPolicy.requireAtLeast(0.5));
        assertThat(MissingPolicy.requireAtLeast(new BigDecimal("0.50"))).isEqualTo(MissingPolicy.requireAtLeast(0.5));
        assertThat(MissingPolicy.requireAtLeast(BigDecimal.ONE)).isEqualTo(MissingPolicy.requireAll());
        assertThat(MissingPolicy.requireAtLeast(new BigDecimal("0.00"))).isEqualTo(MissingPolicy.lenient());
        assertThat(MissingPolicy.requireAtLeast(0.95).leastCoverage()).isEqualTo(new BigDecimal("0.95"));
        assertThat(MissingPolicy.requireAtLeast(0.95)).hasToString("coverage >= 0.95");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aPolicyDemandsNoMoreThanAllAndNoLessThanNothing(double least) {
        assertThatThrownBy(() -> MissingPolicy.requireAtLeast(least))
                .hasMessage("Expected a coverage from 0 to 1, got " + least);
        if (!Double.isNaN(least)) {
            assertThatThrownBy(() -> MissingPolicy.requireAtLeast(BigDecimal.valueOf(least)))
                    .hasMessage("Expected a coverage from 0 to 1, got " + least);
        }
    }

    @Test
    void sourcesAreEqualByIndicatorLevelAndFrequency() {
        Source source = Source.of("a", COMMUNITY, MONTHLY);

        assertDifferent(
                source,
                Source.of("b", COMMUNITY, MONTHLY),
                Source.of("a", TOWNSHIP, MONTHLY),
                Source.of("a", COMMUNITY, ANNUAL));
        assertThat(source).isEqualTo(Source.of("a", COMMUNITY, MONTHLY)).hasToString("a from COMMUNITY, MONTHLY");
        assertThat(source.toMap()).isEqualTo(Map.of("indicator", "a", "level", "COMMUNITY", "frequency", "MONTHLY"));
        assertThat(source.indicator()).isEqualTo("a");
        assertThat(source.level()).isEqualTo(COMMUNITY);
        assertThat(source.frequency()).isEqualTo(MONTHLY);
    }

    @Test
    void refusalsAreEqualByAllTheySay() {
        Refusal refusal = Refusal.of(Reason.NO_DATA, "nothing", "add some");

        assertDifferent(
                refusal,
                Refusal.of(Reason.MIXED_UNITS, "nothing", "add some"),
                Refusal.of(Reason.NO_DATA, "none", "add some"),
                Refusal.of(Reason.NO_DATA, "nothing", "add more"),
                refusal.about("a", "sum"),
                refusal.about("b", "sum"),
                refusal.about("a", "mean"));
        assertThat(refusal.about("a", "sum"))
                .isEqualTo(refusal.about("a", "sum"))
                .hasToString("sum of a: NO_DATA: nothing; add some");
        assertThat(refusal).hasToString("NO_DATA: nothing; add some");
        assertThat(refusal.reason()).isEqualTo(Reason.NO_DATA);
        assertThat(refusal.message()).isEqualTo("nothing");
        assertThat(refusal.suggestion()).isEqualTo("add some");
        assertThat(refusal.indicator()).isEmpty();
        assertThat(refusal.about("a", "sum").indicator()).contains("a");
        assertThat(refusal.about("a", "sum").measure()).contains("sum");
        assertThat(refusal.about("a", "sum").toMap())
                .containsEntry("reason", "NO_DATA")
                .containsEntry("message", "nothing");
    }

    @Test
    void anExceptionListsItsRefusals() {
        Refusal one = Refusal.of(Reason.NO_DATA, "nothing", "add some");
        Refusal two = Refusal.of(Reason.MIXED_UNITS, "mixed", "part them");

        assertThat(new RefusedException(List.of(one))).hasMessage("NO_DATA: nothing; add some");
        assertThat(new RefusedException(List.of(one, two)))
                .hasMessage("2 refusals:\n  NO_DATA: nothing; add some\n  MIXED_UNITS: mixed; part them");
        assertThat(new RefusedException(List.of(one, two)).refusals()).containsExactly(one, two);
        assertThat(RefusedException.of(Reason.NO_DATA, "nothing", "add some").refusals())
                .containsExactly(one);
    }

    @Test
    void someReasonsRefuseTheWholeQuery() {
        assertThat(Arrays.stream(Reason.values()).filter(Reason::refusesWholeQuery))
                .containsExactly(
                        Reason.UNKNOWN_SECTOR,
                        Reason.UNKNOWN_REGION,
                        Reason.UNKNOWN_LEVEL,
                        Reason.UNKNOWN_DIMENSION,
                        Reason.UNKNOWN_MEMBER,
                        Reason.UNKNOWN_COLUMN,
                        Reason.REGION_CUT,
                        Reason.OVERLAPPING_GROUPS,
                        Reason.PERIOD_CUT,
                        Reason.ORDER_OF_MIXED_UNITS,
                        Reason.TOO_MANY_GROUPS);
    }

    @Test
    void aQueryKeepsAllThatItWasAskedFor() {
        Query plain = Query.select("a", "b");
        Query query = plain.during(TimePeriod.parse("2024-05"))
                .groupBy(Dimension.region(COUNTY))
                .measures(Measure.sum())
                .orderBy(Order.descending(Measure.sum()))
                .limit(0)
                .sourcedFrom(COMMUNITY, MONTHLY)
                .missing(MissingPolicy.requireAll())
                .observedOnly();

        assertThat(plain.indicators()).containsExactly("a", "b");
        assertThat(plain.measures()).containsExactly(Measure.value());
        assertThat(plain.missing()).isEqualTo(MissingPolicy.lenient());
        assertThat(plain.isStrict()).isFalse();
        assertThat(plain.isObservedOnly()).isFalse();
        assertThat(query.during()).contains(TimePeriodRange.parse("2024-05..2024-05"));
        assertThat(query.columns()).containsExactly(Dimension.indicator(), Dimension.region(COUNTY));
        assertThat(plain.groupBy(Dimension.region(COUNTY), Dimension.sector()).columns())
                .containsExactly(Dimension.region(COUNTY), Dimension.sector());
        assertThat(query.measures()).containsExactly(Measure.sum());
        assertThat(query.orderBy()).containsExactly(Order.descending(Measure.sum()));
        assertThat(query.limit()).hasValue(0);
        assertThat(query.sourceLevel()).contains(COMMUNITY);
        assertThat(query.sourceFrequency()).contains(MONTHLY);
        assertThat(query.missing()).isEqualTo(MissingPolicy.requireAll());
        assertThat(query.isObservedOnly()).isTrue();
        assertThat(plain.strict().isStrict()).isTrue();
        assertThat(Query.selectSector("s").sector()).contains("s");
        assertThat(Query.selectSector("s").indicators()).isEmpty();
    }

    @Test
    void aQueryTakesIndicatorsAndRegionsThemselves() {
        TableFixture table =
                new TableFixture().sector("s", "").region("x", COUNTY, "").indicator("a", IndicatorKind.FLOW, "CNY", 2);
        Region region = table.catalog().region("x");

        assertThat(Query.select(table.catalog().indicator("a"))).isEqualTo(Query.select("a"));
        assertThat(Query.select(List.of("a", "b"))).isEqualTo(Query.select("a", "b"));
        assertThat(Query.select("a").within(region)).isEqualTo(Query.select("a").within("x"));
        assertThatThrownBy(() -> Query.select("a").within(new String[0]))
                .hasMessage("Expected one or more regions, got none");
        assertThatThrownBy(() -> Query.select("a").within("x", "y", "x"))
                .hasMessage("Expected different regions, got 'x' twice");
        assertThatThrownBy(() -> Query.select("a").groupBy(Dimension.extra("b"), Dimension.extra("b")))
                .hasMessage("Expected at most one dimension of a kind, got b and b");
        assertThat(Query.select("a")
                        .groupBy(Dimension.extra("b"), Dimension.extra("c"), Dimension.sector())
                        .groupBy())
                .hasSize(3);
    }
}
