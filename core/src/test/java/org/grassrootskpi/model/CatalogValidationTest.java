package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class CatalogValidationTest {
    static ImmutableList<Problem> problems(Catalog.Builder builder) {
        CatalogException refused = catchThrowableOfType(CatalogException.class, builder::build);
        assertThat(refused).as("expected the catalogue to be refused").isNotNull();
        return refused.problems();
    }

    @Test
    void tellsAllProblemsAtOnceEachWithItsPath() {
        Catalog.Builder builder = Samples.valid()
                .addSectors(Samples.sector())
                .addIndicators(Indicator.builder()
                        .from(Samples.flow("patrols"))
                        .sector("saftey")
                        .build())
                .addObservations(Samples.observation("petrols", "3宗"));

        assertThat(problems(builder))
                .extracting(Problem::describe)
                .containsExactly(
                        "sectors[1]: the id 'safety' is taken already: rename one of the two (first at sectors[0])",
                        "indicators[3].sector: Unknown sector 'saftey' (did you mean 'safety'?)",
                        "observations[2].indicator: Unknown indicator 'petrols' (did you mean 'patrols'?)");
    }

    @Test
    void oneMessageHoldsThemAll() {
        assertThatThrownBy(() -> Samples.valid()
                        .addObservations(Samples.observation("a", "1宗"), Samples.observation("b", "1宗"))
                        .build())
                .hasMessage("""
                        2 problems:
                          observations[2].indicator: Unknown indicator 'a'
                          observations[3].indicator: Unknown indicator 'b'""");
    }

    @Test
    void anIndicatorHasOneValueForARegionAndAPeriod() {
        assertThat(problems(Samples.valid().addObservations(Samples.observation("requests.handled", "9.4万宗"))))
                .containsExactly(Problem.builder()
                        .kind(Kind.DUPLICATE)
                        .path("observations[2]")
                        .firstPath("observations[0]")
                        .message("observation 'requests.handled:440307003:2024' is there already: "
                                + "one indicator has one value for a region and a period; say of a revised value in"
                                + " 'vintage' when it became known")
                        .build());
    }

    @Test
    void aFigureHasTheUnitOfItsIndicator() {
        assertThat(problems(Samples.valid().addObservations(Samples.observation("requests.closed", "9万元"))))
                .containsExactly(Problem.of(
                        Kind.UNIT_MISMATCH,
                        "observations[2].figure",
                        "'9万元' is in CNY, but indicator 'requests.closed' is in count:宗"));
    }

    @Test
    void aFigureHasNoMoreDecimalsThanItsIndicator() {
        assertThat(problems(Samples.valid().addObservations(Samples.observation("requests.closed", "1.5宗"))))
                .containsExactly(Problem.of(
                        Kind.BAD_VALUE,
                        "observations[2].figure",
                        "'1.5宗' is 1.5 count:宗, more decimals than the 0 that indicator 'requests.closed' declares"));
    }

    @Test
    void missingIsAStatusAndNotAZero() {
        Observation silent = Observation.builder()
                .indicator("requests.closed")
                .region("440307003")
                .period(TimePeriod.parse("2024"))
                .citation(Citation.of("report", "2024-5", "办结"))
                .build();

        assertThat(problems(Samples.valid().addObservations(silent)))
                .extracting(Problem::kind, Problem::path)
                .containsExactly(tuple(Kind.CONTRADICTION, "observations[2].status"));
        assertThat(Samples.valid()
                        .addObservations(Observation.builder()
                                .from(silent)
                                .status(ObservationStatus.MISSING)
                                .build())
                        .build()
                        .observations())
                .hasSize(3);
    }

    @Test
    void sectorsAndRegionsDoNotContainThemselves() {
        Catalog.Builder builder =
                Catalog.builder().addSectors(sector("a", "b"), sector("b", "c"), sector("c", "a"), sector("d", "a"));

        assertThat(problems(builder))
                .containsExactly(Problem.of(
                        Kind.CYCLE,
                        "sectors[0]",
                        "'a' contains itself: a -> b -> c -> a; let one of them refer to none of the others"));
        assertThat(problems(Catalog.builder().addSectors(sector("a", "a"))))
                .containsExactly(Problem.of(
                        Kind.CYCLE,
                        "sectors[0]",
                        "'a' contains itself: a -> a; let one of them refer to none of the others"));
    }

    @Test
    void twoCyclesAreTwoProblems() {
        assertThat(problems(Catalog.builder()
                        .addSectors(sector("x", "a"), sector("a", "b"), sector("b", "a"), sector("c", "c"))))
                .extracting(Problem::path)
                .containsExactly("sectors[1]", "sectors[3]");
    }

    @Test
    void aRegionIsDeeperThanItsParent() {
        Region wrong = Region.builder()
                .from(Samples.community())
                .code("440307003008")
                .level(RegionLevel.COUNTY)
                .build();

        assertThat(problems(Samples.valid().addRegions(wrong)))
                .containsExactly(Problem.of(
                        Kind.CONTRADICTION,
                        "regions[2].level",
                        "region '440307003008' of level COUNTY cannot be a part of '440307003' of level TOWNSHIP: "
                                + "expected a deeper level"));
    }

    @Test
    void aRatioHasBothPartsOrNeither() {
        Indicator half = Indicator.builder()
                .from(Samples.flow("half"))
                .kind(IndicatorKind.RATIO)
                .unit(Unit.RATIO)
                .numerator("requests.closed")
                .build();

        assertThat(problems(Samples.valid().addIndicators(half)))
                .containsExactly(Problem.of(
                        Kind.CONTRADICTION,
                        "indicators[3]",
                        "ratio 'half' declares only one of numerator and denominator: expected both or neither"));
    }

    @Test
    void aRatiosPartsAreAdditiveAndOfOneUnit() {
        Catalog.Builder builder = Samples.valid()
                .addIndicators(Indicator.builder()
                        .from(Samples.flow("money"))
                        .unit(Unit.parse("CNY"))
                        .build())
                .addIndicators(Samples.ratio("odd", "money", "requests.handled"))
                .addIndicators(Samples.ratio("nested", "requests.closing-rate", "requests.handled"));

        assertThat(problems(builder))
                .extracting(Problem::describe)
                .containsExactly(
                        "indicators[4].denominator: a ratio's parts need one unit: 'money' is in CNY, "
                                + "'requests.handled' in count:宗; refer to others, or to none",
                        "indicators[5].numerator: 'requests.closing-rate' is a RATIO, which does not add up: "
                                + "expected a FLOW or a STOCK",
                        "indicators[5].denominator: a ratio's parts need one unit: 'requests.closing-rate' is in ratio, "
                                + "'requests.handled' in count:宗; refer to others, or to none");
    }

    @Test
    void eachKindDeclaresOnlyWhatItHas() {
        Indicator confused = Indicator.builder()
                .from(Samples.flow("confused"))
                .numerator("requests.closed")
                .denominator("requests.handled")
                .base("requests.handled")
                .weight("requests.handled")
                .build();

        assertThat(problems(Samples.valid().addIndicators(confused)))
                .extracting(Problem::path)
                .containsExactly(
                        "indicators[3].numerator",
                        "indicators[3].denominator",
                        "indicators[3].weight",
                        "indicators[3].base");
    }

    @Test
    void anIndicatorDeclaresABaseUnitAndSensibleDecimals() {
        Indicator scaled = Indicator.builder()
                .from(Samples.flow("output"))
                .unit(Unit.parse("亿元"))
                .decimals(10)
                .build();

        assertThat(problems(Samples.valid().addIndicators(scaled)))
                .extracting(Problem::describe)
                .containsExactly(
                        "indicators[3].unit: unit '亿元' is a multiple of a base unit: declare 'CNY'; "
                                + "figures may still be printed in '亿元'",
                        "indicators[3].decimals: expected 0 to 9 decimals, got 10");
    }

    @Test
    void aPartHasTheUnitOfItsWhole() {
        Indicator part = Indicator.builder()
                .from(Samples.flow("part"))
                .unit(Unit.parse("CNY"))
                .partOf("requests.handled")
                .build();

        assertThat(problems(Samples.valid().addIndicators(part)))
                .extracting(Problem::path)
                .containsExactly("indicators[3].partOf");
    }

    @Test
    void idsAreLowerCaseWordsJoinedByDotsAndHyphens() {
        assertThat(problems(Catalog.builder().addSectors(sector("Über uns", "Über uns"))))
                .extracting(Problem::kind)
                .contains(Kind.BAD_VALUE);
    }

    @Test
    void aChangeAndACompletionAreRatios() {
        Observation odd = Observation.builder()
                .from(Samples.observation("requests.closed", "3宗"))
                .yearOnYear(Change.builder()
                        .value(Quantity.parse("3宗"))
                        .basis(Change.Basis.STATED)
                        .quote("增加3宗")
                        .build())
                .completion(Completion.of(Quantity.parse("0%"), "完成率0%"))
                .build();

        assertThat(problems(Samples.valid().addObservations(odd)))
                .extracting(Problem::path)
                .containsExactly("observations[2].yearOnYear.value", "observations[2].completion.value");
    }

    @Test
    void citationsNameADocumentThatIsThere() {
        Observation foreign = Observation.builder()
                .from(Samples.observation("requests.closed", "3宗"))
                .citation(Citation.of("raport", "2024-5", " "))
                .build();

        assertThat(problems(Samples.valid().addObservations(foreign)))
                .extracting(Problem::describe)
                .containsExactly(
                        "observations[2].citation.document: Unknown document 'raport' (did you mean 'report'?)",
                        "observations[2].citation: expected a section and a quote, got section '2024-5' and quote ' '");
    }

    @Test
    void milestonesAndTargetsNameStagesOfTheProjectsModel() {
        StageModel model = StageModel.builder()
                .id("construction")
                .name(Samples.name("construction"))
                .addStages(Stage.builder()
                        .id("started")
                        .name(Samples.name("started"))
                        .build())
                .build();
        Citation cited = Citation.of("report", "2024-5", "路");
        Project road = Project.builder()
                .id("road")
                .name(Samples.name("road"))
                .sector("safety")
                .region("440307003")
                .stageModel("construction")
                .addMilestones(Milestone.builder()
                        .stage("stated")
                        .period(TimePeriod.parse("2024"))
                        .citation(cited)
                        .build())
                .build();
        Target target = Target.builder()
                .id("finish-road")
                .name(Samples.name("finish the road"))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse("2025-H1"))
                .project("road")
                .stage("opened")
                .citation(cited)
                .build();

        assertThat(problems(
                        Samples.valid().addStageModels(model).addProjects(road).addTargets(target)))
                .extracting(Problem::describe)
                .containsExactly(
                        "projects[0].milestones[0].stage: Unknown stage 'stated' (did you mean 'started'?); "
                                + "the stages of 'construction' are started",
                        "targets[0].stage: Unknown stage 'opened'; the stages of 'construction' are started");
    }

    private static Sector sector(String id, String parent) {
        return Sector.builder().id(id).name(Samples.name(id)).parent(parent).build();
    }
}
