package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableList;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.assess.DerivedFigure.Kind;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {
    private static Observation in(String period, Observation observation) {
        return Observation.builder()
                .from(observation)
                .period(TimePeriod.parse(period))
                .build();
    }

    private static Observation at(String region, Observation observation) {
        return Observation.builder().from(observation).region(region).build();
    }

    private static Change change(String value) {
        return Change.builder()
                .value(Quantity.parse(value))
                .basis(Change.Basis.STATED)
                .quote(value)
                .build();
    }

    private static Map<Kind, String> rounded(Reconciliation reconciliation) {
        return reconciliation.derived().stream()
                .collect(Collectors.toMap(
                        DerivedFigure::kind,
                        figure -> figure.figure()
                                        .value()
                                        .setScale(4, RoundingMode.HALF_EVEN)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " " + figure.figure().unit().code()));
    }

    @Test
    void volumeAndRateGiveClosedAndOpenCases() {
        Reconciliation reconciliation = Reconciliation.of(Samples.valid().build());

        assertThat(rounded(reconciliation))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Kind.NUMERATOR, "90117 count:宗", Kind.REMAINDER, "2883 count:宗"));
        assertThat(reconciliation.derived().get(0).sources())
                .containsExactly("requests.closing-rate:440307003:2024", "requests.handled:440307003:2024");
        assertThat(reconciliation.derived().get(0).figure().bounds()).hasToString("[89587..90648]");
        assertThat(reconciliation.contradictions()).isEmpty();
    }

    @Test
    void aRateThatItsPartsExcludeIsAContradiction() {
        Reconciliation reconciliation = Reconciliation.of(Samples.valid()
                .addObservations(Samples.observation("requests.closed", "8.0万宗"))
                .build());

        assertThat(reconciliation.contradictions())
                .extracting(contradiction -> contradiction.derived().kind(), Contradiction::source)
                .containsExactly(tuple(Kind.RATIO, "requests.closing-rate:440307003:2024"));
        assertThat(reconciliation.contradictions().get(0).describe())
                .startsWith(
                        "requests.closing-rate:440307003:2024 states 96.9%, within [0.9685..0.9695); "
                                + "RATIO of requests.closing-rate from requests.closed:440307003:2024, "
                                + "requests.handled:440307003:2024 is 0.86022 ratio (8.0万宗 ÷ 9.3万宗), within (0.85026..0.87028)");
    }

    @Test
    void roundingIsNoContradiction() {
        Reconciliation reconciliation = Reconciliation.of(Samples.valid()
                .addObservations(Samples.observation("requests.closed", "9.0万宗"))
                .build());

        assertThat(reconciliation.contradictions()).isEmpty();
    }

    @Test
    void aHundredPercentLeavesNoRemainderToSpeakOf() {
        Catalog catalog = Catalog.builder()
                .from(Samples.valid().build())
                .observations(List.of(
                        Samples.observation("requests.handled", "155宗"),
                        Samples.observation("requests.closing-rate", "100%")))
                .build();

        assertThat(rounded(Reconciliation.of(catalog))).containsExactlyEntriesOf(Map.of(Kind.NUMERATOR, "155 count:宗"));
    }

    @Test
    void growthGivesTheYearBeforeAndTwoYearsGiveGrowth() {
        Observation year = Observation.builder()
                .from(Samples.observation("requests.closed", "110宗"))
                .yearOnYear(change("+10.0%"))
                .build();

        assertThat(rounded(
                        Reconciliation.of(Samples.valid().addObservations(year).build())))
                .containsEntry(Kind.PREVIOUS_YEAR, "100 count:宗");
        Reconciliation agreeing = Reconciliation.of(Samples.valid()
                .addObservations(year, in("2023", Samples.observation("requests.closed", "100宗")))
                .build());
        assertThat(rounded(agreeing)).containsEntry(Kind.CHANGE, "0.1 ratio");
        assertThat(agreeing.contradictions())
                .extracting(contradiction -> contradiction.derived().kind())
                .doesNotContain(Kind.CHANGE);
        Reconciliation disagreeing = Reconciliation.of(Samples.valid()
                .addObservations(year, in("2023", Samples.observation("requests.closed", "90宗")))
                .build());
        assertThat(disagreeing.contradictions())
                .extracting(contradiction -> contradiction.derived().kind())
                .contains(Kind.CHANGE);
    }

    @Test
    void aFallToNothingHasNoYearBefore() {
        Observation gone = Observation.builder()
                .from(Samples.observation("requests.closed", "0宗"))
                .yearOnYear(change("-100%"))
                .build();

        assertThat(rounded(
                        Reconciliation.of(Samples.valid().addObservations(gone).build())))
                .doesNotContainKey(Kind.PREVIOUS_YEAR);
    }

    @Test
    void aPartIsAShareOfItsWholeAndNeverMore() {
        Indicator part = Indicator.builder()
                .from(Samples.flow("requests.urgent"))
                .partOf("requests.handled")
                .build();

        Reconciliation fitting = Reconciliation.of(Samples.valid()
                .addIndicators(part)
                .addObservations(Samples.observation("requests.urgent", "9300宗"))
                .build());
        assertThat(rounded(fitting)).containsEntry(Kind.SHARE_OF_WHOLE, "0.1 ratio");
        assertThat(fitting.contradictions()).isEmpty();
        Reconciliation excessive = Reconciliation.of(Samples.valid()
                .addIndicators(part)
                .addObservations(Samples.observation("requests.urgent", "9.4万宗"))
                .build());
        assertThat(excessive.contradictions()).isEmpty();
        Reconciliation impossible = Reconciliation.of(Samples.valid()
                .addIndicators(part)
                .addObservations(Samples.observation("requests.urgent", "9.5万宗"))
                .build());
        assertThat(impossible.contradictions())
                .extracting(Contradiction::source)
                .containsExactly("requests.handled:440307003:2024");
    }

    @Test
    void aCompletionImpliesATargetThatAStatedOneMustMeet() {
        Observation land = Observation.builder()
                .from(Samples.observation("requests.closed", "341宗"))
                .completion(Completion.of(Quantity.parse("341%"), "完成率341%"))
                .build();
        Target.Builder stated = Target.builder()
                .id("plan")
                .name(Samples.name("plan"))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse("2024"))
                .indicator("requests.closed")
                .citation(Citation.of("report", "2023-1", "100宗"));

        assertThat(Reconciliation.of(Samples.valid()
                                .addObservations(land)
                                .addTargets(
                                        stated.figure(Quantity.parse("100宗")).build())
                                .build())
                        .contradictions())
                .extracting(contradiction -> contradiction.derived().kind())
                .doesNotContain(Kind.IMPLIED_TARGET);
        assertThat(Reconciliation.of(Samples.valid()
                                .addObservations(land)
                                .addTargets(
                                        stated.figure(Quantity.parse("120宗")).build())
                                .build())
                        .contradictions())
                .extracting(Contradiction::source)
                .contains("plan");
    }

    @Test
    void aTotalIsTheSumOfItsRegionsWhereAllOfThemAreKnown() {
        Observation part = at("440307003007", Samples.observation("requests.handled", "93100宗"));
        Catalog one = Samples.valid().addObservations(part).build();
        Catalog two = Samples.valid()
                .addObservations(part)
                .addRegions(Region.builder()
                        .from(Samples.community())
                        .code("440307003008")
                        .build())
                .build();
        Catalog wrong = Samples.valid()
                .addObservations(at("440307003007", Samples.observation("requests.handled", "93600宗")))
                .build();

        assertThat(rounded(Reconciliation.of(one))).containsEntry(Kind.SUM_OF_REGIONS, "93100 count:宗");
        assertThat(Reconciliation.of(one).contradictions()).isEmpty();
        assertThat(rounded(Reconciliation.of(two))).doesNotContainKey(Kind.SUM_OF_REGIONS);
        assertThat(Reconciliation.of(wrong).contradictions())
                .extracting(contradiction -> contradiction.derived().kind())
                .containsExactly(Kind.SUM_OF_REGIONS);
    }

    /** Source: public bug report (155 matters done, rectification 100 %). */
    @ParameterizedTest
    @CsvSource({
        "155宗,   100%,  155,   [155..155]",
        "155宗,   99.4%, 156,   [156..156]",
        "9.0万宗, 96.9%, 92879, [92316..93443]",
    })
    void whatIsDoneAndItsRateGiveTheWholeInWholeNumbers(String done, String rate, String whole, String bounds) {
        Catalog catalog = Catalog.builder()
                .from(contained())
                .observations(List.of(
                        Samples.observation("requests.closed", done),
                        Samples.observation("requests.closing-rate", rate)))
                .build();

        DerivedFigure derived = Reconciliation.of(catalog).derived().get(0);
        assertThat(derived.kind()).isEqualTo(Kind.DENOMINATOR);
        assertThat(derived.figure().value()).isEqualByComparingTo(whole);
        assertThat(derived.figure().bounds()).hasToString(bounds);
    }

    @Test
    void aPartIsAtMostItsWhole() {
        Catalog catalog = Catalog.builder()
                .from(contained())
                .observations(List.of(
                        Samples.observation("requests.handled", "155宗"),
                        Samples.observation("requests.closing-rate", "100%")))
                .build();

        assertThat(Reconciliation.of(catalog).derived())
                .extracting(
                        DerivedFigure::kind, figure -> figure.figure().bounds().toString())
                .containsExactly(tuple(Kind.NUMERATOR, "[155..155]"), tuple(Kind.REMAINDER, "[0..0]"));
    }

    private static Catalog contained() {
        Catalog valid = Samples.valid().build();
        return Catalog.builder()
                .from(valid)
                .indicators(valid.indicators().stream()
                        .map(indicator -> indicator.id().equals("requests.closed")
                                ? Indicator.builder()
                                        .from(indicator)
                                        .partOf("requests.handled")
                                        .build()
                                : indicator)
                        .toList())
                .build();
    }

    /** Source: public bug report (204.92 of nearly 300 is more than 68.3 %, and at most all of it). */
    @Test
    void aPartOfWhatIsNearlyThreeHundredIsAShareWithOneSideFromTheFigureAndOneFromTheWhole() {
        Indicator part = Indicator.builder()
                .from(Samples.flow("requests.urgent"))
                .partOf("requests.closed")
                .build();
        Reconciliation reconciliation = Reconciliation.of(Samples.valid()
                .addIndicators(part)
                .addObservations(
                        Samples.observation("requests.closed", "近300宗"), Samples.observation("requests.urgent", "204宗"))
                .build());

        assertThat(reconciliation.derived())
                .filteredOn(figure -> figure.kind() == Kind.SHARE_OF_WHOLE)
                .singleElement()
                .satisfies(figure -> assertThat(figure.figure().bounds()).hasToString("(0.68..1]"));
        assertThat(reconciliation.underived()).isEmpty();
    }

    @Test
    void aRateChangesByPercentagePoints() {
        Reconciliation reconciliation = Reconciliation.of(Samples.valid()
                .addObservations(in("2023", Samples.observation("requests.closing-rate", "98.2%")))
                .build());

        assertThat(reconciliation.derived())
                .filteredOn(figure -> figure.kind() == Kind.CHANGE)
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.figure().unit().code()).isEqualTo("percentage-point");
                    assertThat(figure.figure().value()).isEqualByComparingTo("-0.013");
                    assertThat(figure.figure().bounds()).hasToString("(-0.014..-0.012)");
                });
    }

    @Test
    void whatCannotBeComputedIsListedWithTheReason() {
        Observation gone = Observation.builder()
                .from(Samples.observation("requests.closed", "0宗"))
                .yearOnYear(change("-100%"))
                .build();
        Reconciliation reconciliation =
                Reconciliation.of(Samples.valid().addObservations(gone).build());

        assertThat(reconciliation.underived())
                .extracting(Underived::kind, Underived::indicator, Underived::sources)
                .containsExactly(tuple(
                        Kind.PREVIOUS_YEAR, "requests.closed", ImmutableList.of("requests.closed:440307003:2024")));
        assertThat(reconciliation.underived().get(0).reason()).contains("zero");
    }

    /** A completion of 近100% may be any, or none, below 100 %; whatever follows from it, nothing ends. */
    @Test
    void aCompletionOfNearlyAllEndsNothing() {
        Observation nearly = Observation.builder()
                .from(Samples.observation("requests.closed", "98宗"))
                .completion(Completion.of(Quantity.parse("近100%"), "完成率近100%"))
                .build();
        Reconciliation reconciliation =
                Reconciliation.of(Samples.valid().addObservations(nearly).build());

        long derived = reconciliation.derived().stream()
                .filter(figure -> figure.kind() == Kind.IMPLIED_TARGET)
                .count();
        long underived = reconciliation.underived().stream()
                .filter(figure -> figure.kind() == Kind.IMPLIED_TARGET)
                .count();
        assertThat(derived + underived).isEqualTo(1);
        assertThat(nearly.impliedTarget().isPresent()).isEqualTo(derived == 1);
    }

    @Test
    void itTellsHowManyStatedFiguresWereHeldAgainstDerivedOnes() {
        Catalog.Builder parts = Samples.valid().addObservations(Samples.observation("requests.closed", "9.0万宗"));

        assertThat(Reconciliation.of(Samples.valid().build()).checks()).isZero();
        assertThat(Reconciliation.of(parts.build()).checks()).isEqualTo(1);
    }

    @Test
    void theYearBeforeThatFollowsFromGrowthIsComparedWithTheOneThatIsStated() {
        Observation year = Observation.builder()
                .from(Samples.observation("requests.closed", "110宗"))
                .yearOnYear(change("+10.0%"))
                .build();
        Reconciliation disagreeing = Reconciliation.of(Samples.valid()
                .addObservations(year, in("2023", Samples.observation("requests.closed", "90宗")))
                .build());

        assertThat(disagreeing.contradictions())
                .extracting(contradiction -> contradiction.derived().kind(), Contradiction::source)
                .contains(
                        tuple(Kind.PREVIOUS_YEAR, "requests.closed:440307003:2023"),
                        tuple(Kind.CHANGE, "requests.closed:440307003:2024"));
    }

    @Test
    void anObservationWithoutAFigureIsNotStated() {
        Observation year = Samples.observation("requests.closed", "110宗");
        Observation missing = Observation.builder()
                .from(in("2023", Samples.observation("requests.closed", "90宗")))
                .figure(Optional.empty())
                .status(ObservationStatus.MISSING)
                .build();

        assertThat(rounded(Reconciliation.of(
                        Samples.valid().addObservations(year, missing).build())))
                .doesNotContainKeys(Kind.CHANGE, Kind.PREVIOUS_YEAR);
    }
}
