package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One contradiction in a catalogue after the other, and what is said of it. */
class ModelRulesTest {
    private static final Citation CITED = Citation.of("report", "1", "x");

    private static Region region(String code, RegionLevel level, String parent) {
        Region.Builder region =
                Region.builder().code(code).name(Samples.name(code)).level(level);
        if (!parent.isEmpty()) {
            region.parent(parent);
        }
        return region.build();
    }

    private static Indicator.Builder indicator(String id) {
        return Indicator.builder().from(Samples.flow(id));
    }

    private static Recognition.Builder recognition() {
        return Recognition.builder()
                .id("best")
                .subject(Samples.name("street"))
                .sector("safety")
                .region("440307003")
                .period(TimePeriod.parse("2024"))
                .citation(CITED)
                .addRanks(Rank.builder()
                        .kind(Rank.Kind.PLACE)
                        .place(1)
                        .scope(RegionLevel.COUNTY)
                        .quote("第一")
                        .build());
    }

    private static Programme.Builder programme(String id) {
        return Programme.builder()
                .id(id)
                .name(Samples.name(id))
                .sector("safety")
                .addCitations(CITED);
    }

    private static Target.Builder target(String id) {
        return Target.builder()
                .id(id)
                .name(Samples.name(id))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse("2025"))
                .citation(CITED);
    }

    private static Outcome.Builder outcome(Outcome.Status status) {
        return Outcome.builder().target("t").asOf(TimePeriod.parse("2025-06")).status(status);
    }

    private static Observation.Builder observation() {
        return Observation.builder().from(Samples.observation("requests.closed", "3宗"));
    }

    private static Arguments refused(UnaryOperator<Catalog.Builder> catalog, String... problems) {
        return Arguments.of(catalog, List.of(problems));
    }

    static Stream<Arguments> contradictions() {
        Responsibility nobody = Responsibility.builder().unit(" ").leader(" ").build();
        Quantity ten = Quantity.parse("10%");
        return Stream.of(
                refused(
                        c -> c.addRegions(region("x", RegionLevel.TOWNSHIP, "440307003")),
                        "regions[2].level: region 'x' of level TOWNSHIP cannot be a part of '440307003' of level"
                                + " TOWNSHIP: expected a deeper level"),
                refused(
                        c -> c.addIndicators(indicator("a").responsible(nobody).build()),
                        "indicators[3].responsible.unit: expected a name, got a blank one; omit the property",
                        "indicators[3].responsible.leader: expected a name, got a blank one; omit the property"),
                refused(
                        c -> c.addIndicators(
                                indicator("a").partOf("b").build(),
                                indicator("b").partOf("a").build()),
                        "indicators[3]: 'a' contains itself: a -> b -> a; let one of them refer to none of the others"),
                refused(
                        c -> c.addIndicators(
                                indicator("a")
                                        .kind(IndicatorKind.GROWTH)
                                        .base("b")
                                        .build(),
                                indicator("b")
                                        .kind(IndicatorKind.GROWTH)
                                        .base("a")
                                        .build()),
                        "indicators[3]: 'a' contains itself: a -> b -> a; let one of them refer to none of the others"),
                refused(
                        c -> c.addIndicators(indicator("a").decimals(-1).build()),
                        "indicators[3].decimals: expected 0 to 9 decimals, got -1"),
                refused(
                        c -> c.addIndicators(indicator("a").decimals(10).build()),
                        "indicators[3].decimals: expected 0 to 9 decimals, got 10"),
                refused(
                        c -> c.addIndicators(
                                indicator("a").numerator("requests.closed").build()),
                        "indicators[3].numerator: indicator 'a' is a FLOW, which has no numerator: leave it out or"
                                + " change the kind",
                        "indicators[3]: ratio 'a' declares only one of numerator and denominator: expected both or"
                                + " neither"),
                refused(
                        c -> c.addIndicators(Indicator.builder()
                                .from(Samples.ratio("a", "requests.closed", "requests.closing-rate"))
                                .unit(Unit.parse("count:宗"))
                                .build()),
                        "indicators[3].denominator: 'requests.closing-rate' is a RATIO, which does not add up:"
                                + " expected a FLOW or a STOCK"),
                refused(
                        c -> c.addIndicators(indicator("a")
                                .kind(IndicatorKind.INDEX)
                                .weight("requests.closing-rate")
                                .build()),
                        "indicators[3].weight: 'requests.closing-rate' is a RATIO, which does not add up: expected a"
                                + " FLOW or a STOCK"),
                refused(
                        c -> c.addIndicators(indicator("\u0430").build()),
                        "indicators[3]: '\u0430' is no id: expected the form [A-Za-z0-9]+([._-][A-Za-z0-9]+)*, and"
                                + " found U+0430 CYRILLIC SMALL LETTER A"),
                refused(
                        c -> c.addIndicators(indicator("a\u007F").build()),
                        "indicators[3]: 'a\u007F' is no id: expected the form [A-Za-z0-9]+([._-][A-Za-z0-9]+)*, and"
                                + " found U+007F DELETE"),
                refused(
                        c -> c.addIndicators(indicator("a b").build()),
                        "indicators[3]: 'a b' is no id: expected the form [A-Za-z0-9]+([._-][A-Za-z0-9]+)*"),
                refused(
                        c -> c.addIndicators(indicator("Requests.closed").build()),
                        "indicators[3]: the id 'Requests.closed' differs from 'requests.closed' in capital letters"
                                + " alone: rename one of the two (first at indicators[1])"),
                refused(
                        c -> c.addRecognitions(
                                recognition().sector("s").build(),
                                recognition().region("r").build()),
                        "recognitions[1]: the id 'best' is taken already: rename one of the two (first at"
                                + " recognitions[0])",
                        "recognitions[0].sector: Unknown sector 's'",
                        "recognitions[1].region: Unknown region 'r'"),
                refused(
                        c -> c.addStageModels(StageModel.builder()
                                .id("m")
                                .name(Samples.name("m"))
                                .build()),
                        "stageModels[0].stages: stage model 'm' has no stages: expected at least one"),
                refused(
                        c -> c.addProgrammes(Programme.builder()
                                .id("p")
                                .name(Samples.name("p"))
                                .sector("safety")
                                .build()),
                        "programmes[0].citations: programme 'p' has no citation: expected at least one"),
                refused(
                        c -> c.addProgrammes(programme("p")
                                .sector("s")
                                .partOf("q")
                                .addCitations(Citation.of("reprot", "1", "x"))
                                .addIndicators("requests.closed", "requests.close")
                                .build()),
                        "programmes[0].sector: Unknown sector 's'",
                        "programmes[0].partOf: Unknown programme 'q'",
                        "programmes[0].citations[1].document: Unknown document 'reprot' (did you mean 'report'?)",
                        "programmes[0].indicators[1]: Unknown indicator 'requests.close' (did you mean"
                                + " 'requests.closed'?)"),
                refused(
                        c -> c.addProgrammes(
                                programme("p").partOf("q").build(),
                                programme("q").partOf("p").build()),
                        "programmes[0]: 'p' contains itself: p -> q -> p; let one of them refer to none of the others"),
                refused(
                        c -> c.addObservations(observation()
                                .status(ObservationStatus.SUPPRESSED)
                                .build()),
                        "observations[2].status: observation 'requests.closed:440307003:2024' of status SUPPRESSED has"
                                + " a figure: expected none, or another status"),
                refused(
                        c -> c.addObservations(
                                observation().figure(Optional.empty()).build()),
                        "observations[2].status: observation 'requests.closed:440307003:2024' of status NORMAL has no"
                                + " figure: expected one, or the status MISSING"),
                refused(
                        c -> c.addTargets(
                                target("t").type(Target.Type.INDICATOR).build()),
                        "targets[0].type: target 't' is of type INDICATOR but names no indicator"),
                refused(
                        c -> c.addTargets(target("t").type(Target.Type.PROJECT).build()),
                        "targets[0].type: target 't' is of type PROJECT but names no project"),
                refused(
                        c -> c.addTargets(target("t")
                                .type(Target.Type.WORK)
                                .indicator("requests.closed")
                                .build()),
                        "targets[0].type: target 't' is of type WORK but sets a value of an indicator: expected"
                                + " INDICATOR"),
                refused(
                        c -> c.addTargets(target("t").build())
                                .addOutcomes(
                                        outcome(Outcome.Status.MERGED).into("u").build()),
                        "outcomes[0].into: Unknown target 'u'"),
                refused(
                        c -> c.addTargets(target("t").build())
                                .addOutcomes(outcome(Outcome.Status.UNDER_WAY)
                                        .completion(Quantity.parse("-10%"))
                                        .build()),
                        "outcomes[0].completion: expected a completion of zero or more, got '-10%'"),
                refused(
                        c -> c.addTargets(target("t").build())
                                .addOutcomes(outcome(Outcome.Status.NOT_STARTED)
                                        .completion(ten)
                                        .build()),
                        "outcomes[0].completion: '10%' is done of what is NOT_STARTED: expected UNDER_WAY"),
                refused(
                        c -> c.addTargets(target("t").build())
                                .addOutcomes(outcome(Outcome.Status.DONE)
                                        .completion(ten)
                                        .build()),
                        "outcomes[0].completion: '10%' of what is DONE: expected 100% or more, or PARTLY"),
                refused(
                        c -> c.addTargets(target("t")
                                        .type(Target.Type.INDICATOR)
                                        .indicator("requests.closed")
                                        .build())
                                .addOutcomes(outcome(Outcome.Status.UNDER_WAY)
                                        .figure(Quantity.parse("5元"))
                                        .build()),
                        "outcomes[0].figure: '5元' is in CNY, but target 't' is in count:宗"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradictionsAreRefused(UnaryOperator<Catalog.Builder> catalog, List<String> problems) {
        CatalogException refused = catchThrowableOfType(
                CatalogException.class, () -> catalog.apply(Samples.valid()).build());

        assertThat(refused).isNotNull();
        assertThat(refused.problems()).extracting(Problem::describe).isEqualTo(problems);
        assertThat(refused.problemCount()).isEqualTo(problems.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void anIndicatorHasUpToNineDecimals(int decimals) {
        assertThat(Samples.valid()
                        .addIndicators(indicator("a").decimals(decimals).build())
                        .build()
                        .indicator("a")
                        .decimals())
                .isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({"NOT_STARTED, 0%", "UNDER_WAY, 0%", "DONE, 100%", "DONE, 99.96%", "DONE, 超90%"})
    void completionsThatFitTheirStatusAreAccepted(Outcome.Status status, String completion) {
        Catalog.Builder catalog = Samples.valid()
                .addTargets(target("t").build())
                .addOutcomes(
                        outcome(status).completion(Quantity.parse(completion)).build());

        if (completion.equals("99.96%")) {
            assertThatThrownBy(catalog::build).hasMessageContaining("of what is DONE: expected 100% or more");
        } else {
            assertThat(catalog.build().outcomes()).hasSize(1);
        }
    }

    @Test
    void theFirstProblemsAreDescribedAndTheFirstUnknownIdsGetASuggestion() {
        Catalog.Builder catalog = Samples.valid();
        for (int i = 0; i < 1001; i++) {
            catalog.addSectors(Sector.builder()
                    .id("s" + i)
                    .name(Samples.name("s"))
                    .parent("safetx")
                    .build());
        }
        CatalogException refused = catchThrowableOfType(CatalogException.class, catalog::build);
        List<String> described =
                refused.problems().stream().map(Problem::message).toList();

        assertThat(refused.problemCount()).isEqualTo(1001);
        assertThat(described).hasSize(1000);
        long suggested = described.stream()
                .filter(message -> message.endsWith("(did you mean 'safety'?)"))
                .count();
        assertThat(suggested).isEqualTo(100);
        assertThat(described.subList((int) suggested, 1000)).containsOnly("Unknown sector 'safetx'");
    }

    @Test
    void regionsAreNumberedDepthFirst() {
        Catalog catalog = Catalog.builder()
                .addRegions(
                        region("b", RegionLevel.COMMUNITY, "t"),
                        region("u", RegionLevel.TOWNSHIP, "p"),
                        region("p", RegionLevel.COUNTY, ""),
                        region("t", RegionLevel.TOWNSHIP, "p"),
                        region("q", RegionLevel.COUNTY, ""),
                        region("a", RegionLevel.COMMUNITY, "t"),
                        region("g", RegionLevel.GRID, "p"))
                .build();
        RegionNumbering numbering = RegionNumbering.of(catalog);
        int size = numbering.size();

        assertThat(numbering.regions()).extracting(Region::code).containsExactly("p", "u", "t", "b", "a", "g", "q");
        assertThat(size).isEqualTo(7);
        assertThat(IntStream.range(0, size)
                        .map(i -> numbering.numberOf(numbering.region(i).code())))
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(IntStream.range(0, size).map(numbering::parent)).containsExactly(-1, 0, 0, 2, 2, 0, -1);
        assertThat(IntStream.range(0, size).map(numbering::subtreeEnd)).containsExactly(6, 2, 5, 4, 5, 6, 7);
        assertThat(numbering.ancestors(RegionLevel.COUNTY)).containsExactly(0, 0, 0, 0, 0, 0, 6);
        assertThat(numbering.ancestors(RegionLevel.TOWNSHIP)).containsExactly(-1, 1, 2, 2, 2, -1, -1);
        assertThat(numbering.ancestors(RegionLevel.GRID)).containsExactly(-1, -1, -1, -1, -1, 5, -1);
        for (RegionLevel level : RegionLevel.prepared()) {
            assertThat(IntStream.range(0, size)
                            .map(i -> numbering.ancestor(i, level))
                            .toArray())
                    .isEqualTo(numbering.ancestors(level));
        }
        assertThatThrownBy(() -> numbering.numberOf("aa")).isInstanceOfSatisfying(UnknownIdException.class, unknown -> {
            assertThat(unknown.id()).isEqualTo("aa");
            assertThat(unknown.suggestion()).contains("a");
        });
    }

    @Test
    void elementsAreFoundByTheirIds() {
        StageModel model = StageModel.builder()
                .id("m")
                .name(Samples.name("m"))
                .addStages(
                        Stage.builder()
                                .id("plan")
                                .name(Samples.name("p"))
                                .kind(Stage.Kind.STEP)
                                .build(),
                        Stage.builder()
                                .id("work")
                                .name(Samples.name("w"))
                                .kind(Stage.Kind.ACTIVITY)
                                .build())
                .build();
        Catalog catalog = Samples.valid()
                .addSectors(Sector.builder().id("other").name(Samples.name("o")).build())
                .addIndicators(indicator("x").sector("other").build())
                .build();

        assertThat(model.order("plan")).isZero();
        assertThat(model.order("work")).isEqualTo(1);
        assertThatThrownBy(() -> model.order("wrok"))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage("Unknown stage 'wrok' (did you mean 'work'?)");
        assertThat(catalog.indicatorsOf("other")).extracting(Indicator::id).containsExactly("x");
        assertThat(catalog.indicatorsOf("safety")).hasSize(3);
    }

    @Test
    void valuesSayWhatTheyAre() {
        assertThat(SourceLocation.of("a.json", 0, 0)).hasToString("a.json");
        assertThat(SourceLocation.of("a.csv", 3, 0)).hasToString("a.csv:3");
        assertThat(SourceLocation.of("a.json", 3, 7)).hasToString("a.json:3:7");
        assertThat(LocalizedText.of("甲", "A").in(Language.ZH)).isEqualTo("甲");
        assertThat(LocalizedText.of("甲", "A").in(Language.EN)).isEqualTo("A");
        assertThat(Stream.of(IndicatorKind.values()).filter(IndicatorKind::isAdditiveOverTime))
                .containsExactly(IndicatorKind.FLOW, IndicatorKind.SHARED_FLOW);
        assertThat(ObservationStatus.NORMAL.sdmx()).isEqualTo('A');
        assertThat(ObservationStatus.CANNOT_EXIST.sdmx()).isEqualTo('M');
        assertThat(ObservationStatus.ESTIMATED.worst(ObservationStatus.MISSING)).isEqualTo(ObservationStatus.MISSING);
        assertThat(ObservationStatus.MISSING.worst(ObservationStatus.ESTIMATED)).isEqualTo(ObservationStatus.MISSING);
    }
}
